"""How much of what a body may hold: beyond these, making its page takes minutes or fails.

Python-Markdown takes time in the square of each of these numbers, or a level of Python's stack for
each level of nesting; the figures leave it well under a second.
"""

import re
from collections.abc import Iterator

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity
from shoptalk.reading.source import Source, Span

NOT_FIRST = re.compile(r"\n<(?:ul|ol|blockquote)")
"""A list or quote with something before it, as each has that stands inside another."""

NESTING = re.compile(r"<(/?)(?:ul|ol|blockquote)\b")
PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
HEADING_LINE = re.compile(r"^[ >]{0,9}(?:#{1,6}[^\n]*|=+[ \t]*|-+[ \t]*)$", re.MULTILINE)
OPEN_TAG = re.compile(r"<[A-Za-z/!?][^<>]*(?=<|\Z)")
FENCED_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1", re.DOTALL | re.MULTILINE)

DEEPEST_LIST = 30
"""Lists or quotes inside one another."""

MOST_IN_A_PARAGRAPH = 400
"""Opening brackets."""

MOST_HEADINGS = 1000
"""Headings, and lines of dashes or equals signs, which might be their underlines."""

MOST_OPEN_TAGS = 400
"""Tags that begin with `<` and are not ended with `>`."""


@check(Severity.ERROR)
def body_nested_too_deep(depth: int) -> Wording:
    """Lists or quotes stand inside one another deeper than a page can be made of.

    ### Why it matters

    On lists that are nested some hundred levels deep MkDocs stops with an error, and then no page
    of the site is built. Readers are lost long before.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    > She starts at eight.
    ```
    """
    return Wording(
        f"lists or quotes are nested {depth} deep; a page can show {DEEPEST_LIST}",
        "use fewer levels",
    )


@check(Severity.ERROR)
def too_many_brackets(count: int) -> Wording:
    """So many brackets in one paragraph that making the page would take very long.

    ### Why it matters

    At every `[` MkDocs looks for the link that might begin there. With thousands of them in one
    paragraph it takes many seconds for a single page.

    ### Example

    A table of numbers was pasted from a program, with more than 400 opening brackets in one
    paragraph.

    ### Write instead

    Delete what nobody will read, part the rest by blank lines, or put it in a code block.
    """
    return Wording(
        f"one paragraph holds {count:,} opening brackets; "
        f"a page can be made of {MOST_IN_A_PARAGRAPH}",
        "split it, or put it in a code block",
    )


@check(Severity.ERROR)
def too_many_headings(count: int) -> Wording:
    """So many headings, or lines that underline them, that making the page would take very long.

    ### Why it matters

    MkDocs compares each heading of a page with those before it. A page of many thousands keeps it
    busy for minutes, and the preview stops answering.

    ### Example

    A log was pasted from a program, with more than 1,000 lines that begin with `#`, or that are
    nothing but dashes.

    ### Write instead

    Delete what nobody will read, or put it in a code block.
    """
    return Wording(
        f"{count:,} lines are headings or underline one; a page can be made of {MOST_HEADINGS:,}",
        "delete them, or put them in a code block",
    )


@check(Severity.ERROR)
def too_many_open_tags(count: int) -> Wording:
    """So many tags without an end that making the page would take very long.

    ### Why it matters

    After every `<` with a letter behind it MkDocs looks through the rest of the page for the `>`
    that ends the tag. With thousands of them it is busy for minutes.

    ### Example

    Program code with more than 400 comparisons such as `a <b` was pasted outside a code block.

    ### Write instead

    Put it in a code block, or delete it.
    """
    return Wording(
        f"{count:,} tags begin with '<' and never end; a page can be made of {MOST_OPEN_TAGS}",
        "end them with '>', or put them in a code block",
    )


def check_limits(source: Source, body: Span, rendered: str) -> list[Finding]:
    """Where a body is too much for a page, given what CommonMark makes of it."""
    text = source.text[body.start : body.end]
    faults: list[Finding] = []
    if text.count("[") > MOST_IN_A_PARAGRAPH:
        faults += _check_brackets(source, body.start, text)
    may_be_nested = "<" in text or NOT_FIRST.search(rendered)
    if may_be_nested and rendered.count("<li") + rendered.count("<blockquote") > DEEPEST_LIST:
        faults += _check_nesting(source, body.start, rendered)
    if text.count("\n") > MOST_HEADINGS:
        headings = list(HEADING_LINE.finditer(FENCED_CODE.sub(_blank, text)))
        if len(headings) > MOST_HEADINGS:
            at = body.start + headings[0].start()
            faults.append(too_many_headings.at(source.place(Span(at, at + 1)), len(headings)))
    if text.count("<") > MOST_OPEN_TAGS:
        tags = list(OPEN_TAG.finditer(FENCED_CODE.sub(_blank, text)))
        if len(tags) > MOST_OPEN_TAGS:
            at = body.start + tags[0].start()
            faults.append(too_many_open_tags.at(source.place(Span(at, at + 1)), len(tags)))
    return faults


def _check_brackets(source: Source, start: int, text: str) -> Iterator[Finding]:
    begin = 0
    while begin < len(text):
        blank = PARAGRAPH_END.search(text, begin)
        end = blank.start() if blank else len(text)
        count = text.count("[", begin, end)
        if count > MOST_IN_A_PARAGRAPH:
            at = start + text.index("[", begin)
            yield too_many_brackets.at(source.place(Span(at, at + 1)), count)
        begin = blank.end() if blank else len(text)


def _check_nesting(source: Source, start: int, rendered: str) -> Iterator[Finding]:
    depth = deepest = 0
    for closing in NESTING.findall(rendered):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    if deepest > DEEPEST_LIST:
        sign = re.compile(r"[-*+>\d]").search(source.text, start)
        at = sign.start() if sign else start
        yield body_nested_too_deep.at(source.place(Span(at, at + 1)), deepest)


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code.group())
