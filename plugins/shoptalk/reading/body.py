"""Reading the text below the front matter, and what no page could show as it is written."""

import html
import re
from dataclasses import replace
from itertools import accumulate

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity
from shoptalk.reading.body_limits import check_limits
from shoptalk.reading.prose import parse_markdown, without_positions
from shoptalk.reading.sections import Body, Section
from shoptalk.reading.source import Source, Span

HEADING = re.compile(r'<h([1-6]) data-sourcepos="(\d+):\d+-(\d+):\d+">([^<]*|.*?)</h\1>', re.DOTALL)
CODE_BLOCK = re.compile(r'<pre data-sourcepos="(\d+):(\d+)-(\d+):\d+">')
TAG = re.compile(r"<[^>]*>")
CODE = re.compile(r"<code[^>]*>.*?</code>", re.DOTALL)
PARAGRAPH_OF_HASHES = re.compile(r'<p data-sourcepos="(\d+):1-[^"]*">#')
HASHES = re.compile(r"#{1,6}[\w¿]")
TAGS_ONLY = re.compile(r"#\w+(?:[\s,]+#\w+)*\s*")


@check(Severity.WARNING)
def unclosed_code_block(fence: str) -> Wording:
    """A code block is opened and never closed.

    ### Why it matters

    GitHub takes all that follows for code, while MkDocs shows the code as ordinary text. Headings
    below are not counted as headings, so their answers are not found.

    ### Example

    ````markdown
    ---
    name: Rosalind Okafor
    ---

    ```sql
    SELECT name FROM clinics;

    Then she laughed.
    ````

    ### Write instead

    ````markdown
    ---
    name: Rosalind Okafor
    ---

    ```sql
    SELECT name FROM clinics;
    ```

    Then she laughed.
    ````
    """
    return Wording(
        f"the code block that {fence} opens here is never closed",
        "close it with a line of its own",
        (fence,),
    )


@check(Severity.WARNING)
def unclosed_comment() -> Wording:
    """An HTML comment is opened and never closed.

    ### Why it matters

    Text between `<!--` and `-->` is a note to yourself that no page shows. Without the second sign
    GitHub hides all that follows, too, while MkDocs shows the note to everybody.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    <!-- Ask her whether I may quote this.

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    <!-- Ask her whether I may quote this. -->

    She starts at eight.
    ```
    """
    return Wording(
        "'<!--' is never closed, so the note may be shown to everybody", "add '-->' after it"
    )


@check(Severity.WARNING)
def no_space_after_hashes(corrected: str) -> Wording:
    """A heading's hashes have no space after them.

    ### Why it matters

    Some programs show this line as a heading, others show it as text with two hashes in it. Then it
    cannot be found as the answer to its question.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ##The first years

    She began as a nurse.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ## The first years

    She began as a nurse.
    ```
    """
    return Wording(
        "no space follows the hashes of this heading, so only some programs take it for one",
        "put a space after them",
        (corrected,),
    )


def read_body(source: Source, span: Span) -> tuple[Body, list[Finding]]:
    """The body's sections, and what is wrong with its Markdown."""
    text = without_positions(source.text[span.start : span.end])
    rendered = parse_markdown(text)
    limits = check_limits(source, span, rendered)
    if limits:
        return Body(source, span, (), too_costly=True), limits
    body = Body(source, span, _sections(_headings(rendered, text, span), span.end))
    findings, left_open = _check_markdown(body, text, rendered)
    return (replace(body, left_open=left_open) if left_open else body), findings


def _headings(rendered: str, text: str, span: Span) -> list[tuple[str, int, Span]]:
    """Each heading with its level and the span of its lines."""
    lengths = (len(line) + 1 for line in text.split("\n"))
    starts = list(accumulate(lengths, initial=span.start))
    headings = []
    for level, begin, end, content in HEADING.findall(rendered):
        heading = html.unescape(TAG.sub("", content) if "<" in content else content)
        at = Span(starts[int(begin) - 1], min(starts[int(end)], span.end))
        headings.append((heading.strip(), int(level), at))
    return headings


def _sections(headings: list[tuple[str, int, Span]], end: int) -> tuple[Section, ...]:
    """The headings with what stands below them, up to the next that is not deeper."""
    sections: list[Section] = []
    starts = [end] * 7
    for heading, level, at in reversed(headings):
        sections.append(Section(heading, level, at, Span(at.end, min(starts[: level + 1]))))
        starts[level] = at.start
    return tuple(reversed(sections))


def _check_markdown(body: Body, text: str, rendered: str) -> tuple[list[Finding], str]:
    findings = _check_code_blocks(body, rendered)
    closing = [line for finding in findings for line in finding.correction]
    has_html = "<" in text
    if has_html and "<!--" in text:
        found, ending = _check_comments(body, text, rendered)
        findings += found
        closing += ending
    findings += _check_hashes(body, rendered)
    if has_html or "[" in text or "{" in text:
        from shoptalk.reading.body_html import check_html

        found, tags = check_html(body, text, rendered)
        findings += found
        closing += tags
    return findings, "\n".join(closing)


def _check_comments(body: Body, text: str, rendered: str) -> tuple[list[Finding], list[str]]:
    """A comment without an end: as a block it hides the rest, within a line it is shown."""
    prose = CODE.sub("", rendered)
    is_block = prose.rfind("<!--") > prose.rfind("-->")
    if not is_block and prose.rfind("&lt;!--") <= prose.rfind("--&gt;"):
        return [], []
    at = body.span.start + text.rfind("<!--")
    finding = unclosed_comment.at(body.source.place(Span(at, at + 4)))
    return [finding], ["-->"] if is_block else []


def _check_code_blocks(body: Body, rendered: str) -> list[Finding]:
    findings = []
    source = body.source
    for begin, column, end in CODE_BLOCK.findall(rendered):
        first = body.first_line
        opening = source.line(first + int(begin) - 1)[int(column) - 1 :]
        fence = re.match(r"`{3,}|~{3,}", opening)
        if fence is None:
            continue
        closing = source.line(first + int(end) - 1).strip(" >\t")
        closed = begin != end and set(closing) == {fence[0][0]} and len(closing) >= len(fence[0])
        if not closed:
            at = source.line_starts[first + int(begin) - 1] + int(column) - 1
            place = source.place(Span(at, at + len(fence[0])))
            findings.append(unclosed_code_block.at(place, fence[0]))
    return findings


def _check_hashes(body: Body, rendered: str) -> list[Finding]:
    findings = []
    source = body.source
    # Only where the parser saw a paragraph: in a code block the line is no heading to anyone.
    for begin in PARAGRAPH_OF_HASHES.findall(rendered):
        number = body.first_line + int(begin) - 1
        line = source.line(number)
        if HASHES.match(line) and not TAGS_ONLY.fullmatch(line):
            hashes = len(line) - len(line.lstrip("#"))
            start = source.line_starts[number]
            place = source.place(Span(start, start + hashes))
            corrected = f"{line[:hashes]} {line[hashes:]}"
            findings.append(no_space_after_hashes.at(place, corrected))
    return findings
