"""Where the front matter begins and ends, and every way to get that wrong.

A portfolio may be read by other programs too, so what MkDocs or python-frontmatter would take for
something else is a finding, and is then read as its author meant it.
"""

import re
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.reading.source import Source, Span

LARGEST_FRONT_MATTER = 64_000
"""Characters; the longest sensible one has some thousand."""

OPENING = re.compile(r"---[ \t]*\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
NEARLY_A_FENCE = re.compile(
    r"[ \t]*(?:(?!-[ \t]*$)[\u2010-\u2015\u2212-]+|- - -"
    r"|_{3,}|={3,}|\*{3,}|~{3,})[ \t]*"
)
KEY_LINE = re.compile(r"[ \t]*[\"']?[A-Za-z][\w-]{0,29}[\"']?[ \t]*:(?:[ \t\xa0]|$)")


@dataclass(frozen=True, slots=True)
class Fenced:
    """A source cut in two."""

    yaml: Span
    """The front matter between its fences."""

    body: Span
    """All that follows."""


@check(Severity.ERROR)
def no_front_matter() -> Wording:
    """The file does not begin with front matter.

    ### Why it matters

    Front matter is the block of keys between two lines of `---` at the top of the file. Without it
    nobody can tell who was interviewed and what was asked, and nothing can be graded.

    ### Example

    ```markdown
    I talked to Rosalind on Tuesday.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    I talked to Rosalind on Tuesday.
    ```
    """
    return Wording(
        "there is no front matter",
        "begin the file with the keys between two lines of three hyphens",
        ("---", "name: First Last", "title: Job title", "---"),
    )


@check(Severity.ERROR)
def html_page() -> Wording:
    """The file is a web page, not Markdown.

    ### Why it matters

    It was probably saved from a browser. Its tags are not the keys and headings of a write-up, so
    no question and no answer can be found in it.

    ### Example

    ```markdown
    <!DOCTYPE html>
    <html>
    <body><p>She starts at eight.</p></body>
    </html>
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording("this is an HTML page", "paste its text into a Markdown file instead")


@check(Severity.ERROR)
def toml_front_matter() -> Wording:
    """The front matter is TOML, as another generator uses it.

    ### Why it matters

    The generator Hugo begins files with keys between two lines of `+++`. MkDocs by itself does not
    know them, and shows them as text on the page.

    ### Example

    ```markdown
    +++
    name = "Rosalind Okafor"
    +++

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording("this is TOML front matter", "write it as YAML between lines of ---", ("---",))


@check(Severity.ERROR)
def json_front_matter() -> Wording:
    """The front matter is JSON.

    ### Why it matters

    Some other site generators begin their files with JSON. MkDocs by itself does not know it there,
    and shows it as text on the page.

    ### Example

    ```markdown
    {
      "name": "Rosalind Okafor"
    }

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording("this is JSON front matter", "write it as YAML between lines of ---", ("---",))


@check(Severity.ERROR)
def unfenced_front_matter() -> Wording:
    """Keys stand at the top of the file without the lines of hyphens around them.

    ### Why it matters

    Without `---` above and below, most programs take the keys for ordinary text. MkDocs by itself
    knows such keys from older times, but no lists in them: from the first dash on it shows your
    list on the page.

    ### Example

    ```markdown
    name: Rosalind Okafor
    title: Clinical Data Engineer

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    ---

    She starts at eight.
    ```
    """
    return Wording(
        "the keys stand here without a line of --- before and after them",
        "put a line of three hyphens above the first key, and one below the last",
        ("---",),
    )


@check(Severity.ERROR)
def front_matter_not_first(before: str) -> Wording:
    """Something stands before the opening line of hyphens.

    ### Why it matters

    Programs look for front matter only at the very beginning of a file. MkDocs by itself would take
    the first `---` here for a ruled line and show the keys below it as text.

    ### Example

    ```markdown
    # Rosalind

    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    # Rosalind

    She starts at eight.
    ```
    """
    return Wording(
        f"{before} before the opening ---, so other programs see no front matter",
        "make --- the very first line",
        ("---",),
    )


@check(Severity.ERROR)
def wrong_fence(found: str, which: str) -> Wording:
    """The line that should be three hyphens is something like it.

    ### Why it matters

    Some editors turn three hyphens into one long dash by themselves. To programs that is no `---`:
    they find no front matter and show the keys as text on the page.

    ### Example

    ```markdown
    —
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    names = {"\u2014": "a long dash", "\u2013": "a dash", "--": "two hyphens"}
    name = names.get(found) or (
        f"{len(found)} hyphens" if set(found) == {"-"} else f"{shown(found)}"
    )
    return Wording(
        f"the {which} line of the front matter is {name}, not three hyphens",
        "type three hyphens",
        ("---",),
    )


@check(Severity.ERROR)
def unclosed_front_matter() -> Wording:
    """The front matter never ends: the second line of hyphens is missing.

    ### Why it matters

    Without a second `---` nobody can tell where the keys end and the text begins. MkDocs by itself
    takes the first `---` for a ruled line and shows the keys as text on the page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording(
        "the front matter that opens here is never closed",
        "put a line of three hyphens after the last key",
        ("---",),
    )


@check(Severity.ERROR)
def front_matter_in_code_block() -> Wording:
    """The front matter stands inside a Markdown code block.

    ### Why it matters

    It was probably copied together with the marks around an example. MkDocs by itself does not look
    for keys in a code block: it shows them on the page, as code.

    ### Example

    ````markdown
    ```yaml
    ---
    name: Rosalind Okafor
    ---
    ```

    She starts at eight.
    ````

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording(
        "the front matter is inside a code block",
        "delete this line and the line of ``` that closes the block",
    )


@check(Severity.ERROR)
def empty_front_matter() -> Wording:
    """There is nothing between the two lines of hyphens.

    ### Why it matters

    The lines between the two `---` say who was interviewed and what was asked. Without them the
    conversation is in no list, and nothing in it can be graded.

    ### Example

    ```markdown
    ---
    ---

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording(
        "the front matter is empty", "fill in the keys", ("---", "name: First Last", "---")
    )


@check(Severity.ERROR)
def front_matter_too_large(size: int) -> Wording:
    """The front matter is far longer than a list of questions can be.

    ### Why it matters

    The lines between the two `---` are an index of the conversation and take some thousand
    characters. With more than 64,000 something got in by mistake, and none of it is read.

    ### Example

    The whole transcript was pasted under `research:`, above the second `---`.

    ### Write instead

    Move the long texts below the second `---`, under headings that repeat your questions.
    """
    return Wording(
        f"the front matter has {size:,} characters; it may have {LARGEST_FRONT_MATTER:,}",
        "move the long texts into the body, below the second ---",
    )


@check(Severity.NOTE)
def dots_close_front_matter() -> Wording:
    """The front matter ends with three dots instead of three hyphens.

    ### Why it matters

    MkDocs takes the dots for an end, but other programs go on looking for `---`. They find no front
    matter, and show your keys as text.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ...

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording(
        "the front matter ends with ..., which some programs do not know",
        "close it with three hyphens",
        ("---",),
    )


@check(Severity.WARNING)
def no_text_after_front_matter() -> Wording:
    """Nothing follows the front matter.

    ### Why it matters

    The front matter lists the questions; the answers belong below it. Without them the page has
    nothing to read, and your grader sees no conversation.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    questions:
      - What does a normal Tuesday look like for you?
    ---

    ## What does a normal Tuesday look like for you?

    She starts at eight.
    ```
    """
    return Wording(
        "no text follows the front matter",
        "write the answers below it, each under a heading that repeats its question",
        ("---", "", "## The question as listed above?", "", "What they answered …"),
    )


def find_fences(source: Source) -> tuple[Fenced | None, list[Finding]]:
    """The two parts of a source, and what is wrong with the lines that part them."""
    text = source.text
    opening = OPENING.match(text)
    if opening:
        return _close(source, opening.end(), [])
    lines = text.split("\n", 40)[:40]
    first = next((number for number, line in enumerate(lines) if line.strip("\ufeff \t")), 0)
    line = lines[first].strip("\ufeff")
    start = source.line_starts[first]
    span = Span(start, start + max(len(lines[first]), 1))
    place = source.place(span)
    after = _offset_of_line(source, first + 1)
    following = lines[first + 1] if first + 1 < len(lines) else ""
    if re.match(r"\s*<(?:!doctype|html)\b", line, re.IGNORECASE):
        return None, [html_page.at(place)]
    if line.startswith("+++"):
        return None, [toml_front_matter.at(place)]
    if line.startswith(("{", ";;;")):
        return None, [json_front_matter.at(place)]
    if line.startswith(("```", "~~~")) and (
        following.strip() == "---" or KEY_LINE.match(following)
    ):
        inside = _offset_of_line(source, first + (2 if following.strip() == "---" else 1))
        return _close(source, inside, [front_matter_in_code_block.at(place)], line[:3])
    if line.strip() == "---":
        if first == 0 and line == lines[0].strip("\ufeff") == "---":
            return _close(source, after, [])
        before = "blank space stands" if first == 0 else "a blank line stands"
        return _close(source, after, [front_matter_not_first.at(place, before)])
    if NEARLY_A_FENCE.fullmatch(line) and KEY_LINE.match(following):
        fault = wrong_fence.at(place, line.strip(), "opening")
        return _close(source, after, [fault])
    return _find_later(source, lines, first)


def _find_later(
    source: Source, lines: list[str], first: int
) -> tuple[Fenced | None, list[Finding]]:
    """Front matter that has no opening line, or one further down."""
    start = source.line_starts[first]
    place = source.place(Span(start, start + max(len(lines[first]), 1)))
    if KEY_LINE.match(lines[first]) and KEY_LINE.match((lines[first + 1 :] or [""])[0]):
        blank = source.text.find("\n\n", start)
        end = len(source.text) if blank < 0 else blank + 1
        fenced = Fenced(Span(start, end), Span(end, len(source.text)))
        closed = CLOSING.search(source.text, start, end)
        if closed:
            fenced = Fenced(Span(start, closed.start()), Span(closed.end(), len(source.text)))
        return fenced, [unfenced_front_matter.at(place)]
    for number in range(first + 1, len(lines) - 1):
        if lines[number].strip() == "---" and KEY_LINE.match(lines[number + 1]):
            what = "a heading stands" if lines[first].startswith("#") else "text stands"
            if lines[first].startswith("<!--"):
                what = "a comment stands"
            opening = source.line_starts[number]
            fault = front_matter_not_first.at(source.place(Span(opening, opening + 3)), what)
            return _close(source, _offset_of_line(source, number + 1), [fault])
    return None, [no_front_matter.at(place)]


def _close(
    source: Source, start: int, findings: list[Finding], code_fence: str = ""
) -> tuple[Fenced | None, list[Finding]]:
    """The front matter from `start` to its closing line, which is looked for here."""
    text = source.text
    closing = CLOSING.search(text, start)
    if not closing:
        return _close_by_guess(source, start, findings)
    end, body = closing.start(), closing.end()
    if closing.group().startswith("..."):
        findings.append(dots_close_front_matter.at(source.place(Span(end, end + 3))))
    if code_fence and text.startswith(code_fence, body):
        body = _offset_of_line(source, source.line_number(body) + 1)
    if not text[body:].strip():
        findings.append(no_text_after_front_matter.at(source.place(Span(end, end + 3))))
    return _measure(source, Fenced(Span(start, end), Span(body, len(text))), findings)


def _close_by_guess(
    source: Source, start: int, findings: list[Finding]
) -> tuple[Fenced | None, list[Finding]]:
    """No line closes the front matter: end it where a near miss or the prose begins."""
    number = source.line_number(start)
    for number in range(source.line_number(start), len(source.line_starts)):
        line = source.line(number)
        at = source.line_starts[number]
        if NEARLY_A_FENCE.fullmatch(line) and line.strip():
            fault = wrong_fence.at(source.place(Span(at, at + len(line))), line.strip(), "closing")
            body = _offset_of_line(source, number + 1)
            fenced = Fenced(Span(start, at), Span(body, len(source.text)))
            return _measure(source, fenced, [*findings, fault])
        if re.match(r"#{1,6} |\s*$", line) and at > start:
            break
    else:
        at = len(source.text)
    opening = source.line_starts[max(source.line_number(start) - 1, 0)]
    fault = unclosed_front_matter.at(source.place(Span(opening, opening + 3)))
    fenced = Fenced(Span(start, at), Span(at, len(source.text)))
    return _measure(source, fenced, [*findings, fault])


def _measure(
    source: Source, fenced: Fenced, findings: list[Finding]
) -> tuple[Fenced | None, list[Finding]]:
    size = fenced.yaml.end - fenced.yaml.start
    place = source.place(Span(0, 3))
    if size > LARGEST_FRONT_MATTER:
        return None, [*findings, front_matter_too_large.at(place, size)]
    if not source.text[fenced.yaml.start : fenced.yaml.end].strip():
        return None, [*findings, empty_front_matter.at(place)]
    return fenced, findings


def _offset_of_line(source: Source, number: int) -> int:
    starts = source.line_starts
    return starts[number] if number < len(starts) else len(source.text)
