"""YAML that raises no error and still is not what its author sees."""

import re
from collections.abc import Iterator
from datetime import date

import yaml

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.reading.keys import ITEM_KEYS, KEYS
from shoptalk.reading.line import quoted, take_apart
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.source import Source, Span
from shoptalk.reading.yaml_faults import no_space_after_dash, unclosed_quote

IMPLICIT = yaml.SafeLoader.yaml_implicit_resolvers
SCIENTIFIC = re.compile(r"[-+]?\d+(?:\.\d*)?[eE][-+]?\d+")
"""A number in YAML 1.2, text in YAML 1.1."""

PREFIX = "tag:yaml.org,2002:"
NOTHING_OR_TRUTH = {"null": "nothing", "value": "a sign of its own", "merge": "a merge key"}
CONTINUED = re.compile(
    rf"\n[ \t]*(?P<dash>-[^\n]*)|\n[ \t]*(?P<key>(?:{'|'.join(sorted(KEYS | ITEM_KEYS))}):[^\n]*)"
)
COMMENT = re.compile(r"([ \t]*)#([^\n]*)")


@check(Severity.ERROR)
def comment_cuts_value(lost: str, corrected: str) -> Wording:
    """A `#` in the middle of a text begins a comment, and the rest of the text is lost.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, everything from a space and `#` to the
    end of the line is a remark that no program keeps. Here the title would be "Owner of bakery".

    ### Example

    ```markdown
    ---
    title: Owner of bakery #2 in town
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: "Owner of bakery #2 in town"
    ---
    ```
    """
    return Wording(
        f"everything from {shown(lost)} on is a comment to YAML and would be lost",
        "put the whole text in quotes; if a comment is meant, put two spaces before and one after #",
        (corrected,),
    )


@check(Severity.ERROR)
def line_swallowed(text: str, corrected: tuple[str, ...]) -> Wording:
    """A line that looks like an item or a key of its own is read as part of the text above it.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, goes by the column in which a line
    begins. A line that begins in another column than the items of its list is no item of it: here
    the list would hold one question instead of two.

    ### Example

    ```markdown
    ---
    questions:
      - What does a normal Tuesday look like for you?
        - Which skills matter most in your job?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - What does a normal Tuesday look like for you?
      - Which skills matter most in your job?
    ---
    ```
    """
    return Wording(
        f"{shown(text)} is read as part of the text in the line above",
        "begin the line in the column of its list or keys",
        corrected,
    )


@check(Severity.ERROR)
def yaml_word(written: str, read_as: str, corrected: str) -> Wording:
    """A word that YAML takes for true, false or nothing stands where a text belongs.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, reads words such as yes, no, on, off and
    null as signs of its own. Other programs then show "True" or nothing at all instead of your
    text.

    ### Example

    ```markdown
    ---
    organization: On
    ---
    ```

    ### Write instead

    ```markdown
    ---
    organization: "On"
    ---
    ```
    """
    return Wording(
        f"{shown(written)} is read by YAML as {read_as}, not as text",
        "put it in quotes",
        (corrected,),
    )


@check(Severity.WARNING)
def looks_like_number(written: str, read_as: str, corrected: str) -> Wording:
    """A text that YAML takes for a number or a date.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, reads digits as a number and may change
    how they are written: `0123` becomes 83. Other programs then show the number instead of your
    text.

    ### Example

    ```markdown
    ---
    organization: 0123
    ---
    ```

    ### Write instead

    ```markdown
    ---
    organization: "0123"
    ---
    ```
    """
    return Wording(
        f"{shown(written)} is text here, but YAML reads it as {read_as}",
        "put it in quotes, or write words if no number is meant",
        (corrected,),
    )


@check(Severity.NOTE)
def question_mark_in_braces(corrected: str) -> Wording:
    """An unquoted question mark in brackets or braces, which some YAML readers refuse.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, gives the question mark a meaning of its
    own inside brackets and braces. Programs disagree on when it applies: what works here can be an
    error elsewhere.

    ### Example

    ```markdown
    ---
    questions:
      - {ask: Which skills matter most?, topic: skills}
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - {ask: "Which skills matter most?", topic: skills}
    ---
    ```
    """
    return Wording(
        "an unquoted text with a question mark in brackets or braces is an error to some programs",
        "put the text in quotes",
        (corrected,),
    )


def check_scalar(source: Source, scalar: Scalar, in_flow: bool) -> Iterator[Finding]:
    """What YAML would do to a text that its author did not mean."""
    text = source.text
    written = text[scalar.start : scalar.end]
    if scalar.style in ("|", ">"):
        return
    if "\n" in written:
        yield from _check_continuation(source, scalar, written)
    if not scalar.style:
        yield from _check_resolution(source, scalar)
        if in_flow and "?" in written:
            place = source.place(Span(scalar.start, scalar.end))
            corrected = _replace(place.source_line, place.column - 1, written, quoted(written))
            yield question_mark_in_braces.at(place, corrected)


def check_comment(source: Source, node: Node, after: int) -> Iterator[Finding]:
    """A comment right behind a value, unless it is set off as one."""
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        return
    match = COMMENT.match(source.text, after)
    if not match:
        return
    gap, comment = match.groups()
    number = source.line_number(match.start())
    line = take_apart(0, source.line(number))
    if (gap == "\t" or len(gap) > 1) and comment.startswith((" ", "#", "\t")):
        is_question = comment.rstrip().endswith("?") and line.lead.strip()
        if not (is_question and isinstance(node, Scalar) and node.text):
            return
    lost = comment.rstrip()
    place = source.place(Span(match.start() + len(gap), match.end()))
    value = line.value.rstrip()
    if value[:1] in "\"'":
        value = (node.text if isinstance(node, Scalar) else value) + gap + "#" + lost
    elif value[:1] in ("[", "{"):
        fixed = f"{source.text[source.line_starts[number] : after]}  # {lost.lstrip()}"
        yield comment_cuts_value.at(place, "#" + lost, fixed)
        return
    yield comment_cuts_value.at(place, "#" + lost, line.with_value(quoted(value)))


def looks_like(text: str) -> tuple[str, str]:
    """The YAML type of a plain text (`int`, `bool` …, empty for text) and what it would become."""
    if len(text) > 40 and not text.isdigit():
        return "", ""
    for tag, pattern in IMPLICIT.get(text[:1], ()):
        if pattern.match(text):
            kind = tag.removeprefix(PREFIX)
            return kind, _value_of(kind, text)
    if SCIENTIFIC.fullmatch(text):
        return "float", str(float(text))
    return "", ""


def _value_of(kind: str, text: str) -> str:
    if kind == "bool":
        return "true" if text.lower() in ("yes", "true", "on") else "false"
    if kind in NOTHING_OR_TRUTH:
        return NOTHING_OR_TRUTH[kind]
    try:
        value = yaml.safe_load(text)
    except ValueError:
        return "a date that does not exist" if kind == "timestamp" else "a number"
    if isinstance(value, date):
        return f"the date {value}"
    return f"the number {value}"


def _check_resolution(source: Source, scalar: Scalar) -> Iterator[Finding]:
    kind, value = looks_like(scalar.text)
    if not kind or not scalar.text:
        return
    place = source.place(Span(scalar.start, scalar.end))
    corrected = _replace(place.source_line, place.column - 1, scalar.text, f'"{scalar.text}"')
    if kind in ("bool", "null", "value", "merge"):
        yield yaml_word.at(place, scalar.text, value, corrected)
    else:
        yield looks_like_number.at(place, scalar.text, value, corrected)


def _check_continuation(source: Source, scalar: Scalar, written: str) -> Iterator[Finding]:
    match = CONTINUED.search(written)
    quote = scalar.style
    if quote and match and not re.match(r"-\s", match["dash"] or "- "):
        return
    first_line = written.split("\n", 1)[0]
    if not quote and re.match(r"-\S", written):
        place = source.place(Span(scalar.start, scalar.start + 1))
        column = place.column - 1
        corrected = f"{place.source_line[:column]}- {place.source_line[column + 1 :]}"
        yield no_space_after_dash.at(place, (corrected,))
        return
    if not match:
        return
    if quote:
        place = source.place(Span(scalar.start, scalar.start + 1))
        yield unclosed_quote.at(place, quote, (place.source_line.rstrip() + quote,))
        return
    begin = scalar.start + match.start(match.lastgroup or 0)
    place = source.place(Span(begin, begin + len(match[0].strip())))
    above = source.place(Span(scalar.start, scalar.start + len(first_line)))
    lead = take_apart(0, above.source_line).lead if match["dash"] else ""
    indent = lead[: len(lead) - len(lead.lstrip())] if "-" in lead else "  "
    content = match["dash"] or match["key"]
    content = re.sub(r"^-(?=\S)", "- ", content)
    yield line_swallowed.at(place, place.source_line.strip(), (f"{indent}{content}".rstrip(),))


def _replace(line: str, column: int, old: str, new: str) -> str:
    return line[:column] + new + line[column + len(old) :]


def nested_nodes(node: Node) -> Iterator[Node]:
    """A node and all nodes within it."""
    yield node
    if isinstance(node, Listing):
        for item in node.items:
            yield from nested_nodes(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from nested_nodes(entry.value)
