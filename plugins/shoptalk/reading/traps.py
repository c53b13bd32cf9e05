"""YAML that raises no error and still is not what its author sees."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import yaml

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.reading.characters import hidden_character
from shoptalk.reading.keys import ITEM_KEYS, KEYS
from shoptalk.reading.line import Line, closed, quoted, take_apart
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.source import Source, Span
from shoptalk.reading.yaml_faults import comment_cuts_value, no_space_after_dash, unclosed_quote

LONGEST_WORD = 40
"""Characters; longer texts are neither words nor numbers to YAML, unless they are all digits."""

IMPLICIT = yaml.SafeLoader.yaml_implicit_resolvers
SCIENTIFIC = re.compile(r"[-+]?\d+(?:\.\d*)?[eE][-+]?\d+")
"""A number in YAML 1.2, text in YAML 1.1."""

PREFIX = "tag:yaml.org,2002:"
NOTHING_OR_TRUTH = {"null": "nothing", "value": "a sign of its own", "merge": "a merge key"}
SWALLOWED_ITEM = re.compile(r"-|[*+•◦▪‣][ \t]")
SWALLOWED_KEY = re.compile(rf"(?:{'|'.join(sorted(KEYS | ITEM_KEYS))}):(?!//)")
NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|.*(?::(?:\s|$)|\s(?:#|$)|[\x00-\x1f])|\s")
ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)")
INVISIBLE_ESCAPE = re.compile(
    r"\\(?:[0abefvLP]|x(?:0[0-8bcefBCEF]|1.|7[fF]|[89].)"
    r"|u(?:00(?:0[0-8bcefBCEF]|1.|7[fF]|[89].)|200[bB]|202[89a-eA-E]|206[0-9]|[fF][eE][fF]{2}"
    r"|[fF]{3}[d-fD-F]))"
)
COMMENT = re.compile(r"([ \t]*)#([^\n]*)")


@check(Severity.ERROR)
def line_swallowed(text: str, corrected: tuple[str, ...], by: str = "") -> Wording:
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
    if by:
        return Wording(
            f"{shown(text)} below is read as part of the text {shown(by)}",
            "give each item a line and a dash of its own",
            corrected,
        )
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
        "put each such text in quotes",
        (corrected,),
    )


def check_scalar(source: Source, scalar: Scalar, in_flow: bool) -> Iterator[Finding]:
    """What YAML would do to a text that its author did not mean."""
    text = source.text
    written = text[scalar.start : scalar.end]
    if scalar.style in ("|", ">"):
        return
    if "\n" in written or written.startswith("-"):
        yield from _check_continuation(source, scalar, written)
    if scalar.style == '"' and "\\" in written:
        yield from _check_escapes(source, scalar, written)
    if not scalar.style:
        yield from _check_resolution(source, scalar)
        if in_flow and "?" in written:
            place = source.place(Span(scalar.start, scalar.end))
            corrected = _replace(place.source_line, place.column - 1, written, quoted(written))
            yield question_mark_in_braces.at(place, corrected)


def add_found(findings: list[Finding], found: Iterable[Finding]) -> None:
    """Add what `check_scalar` found; question marks in one line are one finding, mended at once."""
    for one in found:
        last = findings[-1] if findings else None
        is_next = last and last.check == one.check == question_mark_in_braces.id
        if last and is_next and last.place.line == one.place.line:
            findings[-1] = _with_next(last, one.place)
        else:
            findings.append(one)


def _with_next(last: Finding, place: Place) -> Finding:
    """A finding whose corrected line has one more text in quotes, further to the right."""
    if not last.correction:
        return last
    line = last.correction[0]
    begin = place.column - 1
    written = place.source_line[begin : begin + place.width]
    moved = begin + len(line) - len(place.source_line)
    return replace(last, correction=(_replace(line, moved, written, quoted(written)),))


def check_comment(source: Source, node: Node, after: int, is_text: bool) -> Iterator[Finding]:
    """A comment right behind a value, unless it is set off as one."""
    match = COMMENT.match(source.text, after)
    if not match or (isinstance(node, Scalar) and node.style in ("|", ">")):
        return
    gap, comment = match[1], match[2].rstrip()
    number = source.line_number(match.start())
    written = source.line(number)
    line = take_apart(0, written)
    scalar = node if is_text and isinstance(node, Scalar) else None
    plain = scalar if scalar and not (scalar.style or _is_typed(scalar.text)) else None
    if gap and comment[:1] in ("", " ", "\t", "#"):
        is_question = comment.endswith("?") and line.lead.strip()
        is_set_off = (gap == "\t" or len(gap) > 1) and not is_question
        if is_set_off or not (plain and plain.text):
            return
    place = source.place(Span(match.start() + len(gap), match.end()))
    if plain and line.value[:1] not in ("[", "{"):
        corrected = written[: line.column] + quoted(written[line.column :].rstrip())
    elif scalar and scalar.style:
        corrected = written[: line.column] + quoted(f"{scalar.text}{gap}#{comment}")
    else:
        corrected = f"{source.text[source.line_starts[number] : after]}  # {comment.lstrip()}"
    yield comment_cuts_value.at(place, "#" + comment, (corrected,))


def _is_typed(text: str) -> bool:
    return bool(text) and bool(looks_like(text)[0])


def plain_or_quoted(text: str) -> str:
    """A text as YAML wants it: in quotes where it would be read as something else without."""
    return quoted(text) if NOT_PLAIN.match(text) or looks_like(text)[0] else text


def looks_like(text: str) -> tuple[str, str]:
    """The YAML type of a plain text (`int`, `bool` …, empty for text) and what it would become."""
    if len(text) > LONGEST_WORD and not text.isdigit():
        return "", ""
    for tag, pattern in IMPLICIT.get(text[:1], ()):
        if pattern.match(text):
            kind = tag.removeprefix(PREFIX)
            return kind, _value_of(kind, text)
    if SCIENTIFIC.fullmatch(text):
        return "float", f"the number {float(text)}"
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


def _check_escapes(source: Source, scalar: Scalar, written: str) -> Iterator[Finding]:
    """Characters that nobody would see, though an escape shows them here."""
    for escape in ESCAPE.finditer(written):
        if INVISIBLE_ESCAPE.match(escape.group()):
            begin = scalar.start + escape.start()
            place = source.place(Span(begin, begin + len(escape.group())))
            corrected = _replace(place.source_line, place.column - 1, escape.group(), "")
            yield hidden_character.at(place, escape.group(), corrected)


def _check_continuation(source: Source, scalar: Scalar, written: str) -> Iterator[Finding]:
    """Lines that look like items or keys, and are read as part of the text above them."""
    first = take_apart(0, source.place(Span(scalar.start, scalar.start)).source_line)
    at = scalar.start
    for number, part in enumerate(written.split("\n")):
        text = part.strip()
        begin = at + len(part) - len(part.lstrip())
        place = source.place(Span(begin, begin + len(text)))
        at += len(part) + 1
        is_item, is_key = SWALLOWED_ITEM.match(text), number and SWALLOWED_KEY.match(text)
        if scalar.style:
            if is_key or (number and is_item and text[1:2].isspace()):
                opening = source.place(Span(scalar.start, scalar.start + 1))
                corrected = closed(opening.source_line.rstrip(), scalar.style)
                yield unclosed_quote.at(opening, scalar.style, (corrected,))
                return
        elif is_item and not number and (first.key or "-" in first.lead):
            continue
        elif is_item and number and "-" not in first.lead:
            yield _text_before_list(source, scalar, first, text)
            return
        elif is_item:
            if not number:
                first = replace(first, lead=first.lead + "- ")
            indent = first.lead[: len(first.lead) - len(first.lead.lstrip())]
            mended = f"{indent}- {text[1:].lstrip()}"
            if text[0] == "-" and not text[1:2].isspace():
                yield no_space_after_dash.at(replace(place, width=1), (mended,))
            else:
                yield line_swallowed.at(place, text, (mended,))
        elif is_key:
            key, _, value = text.partition(":")
            mended = f"{' ' * len(first.lead)}{key}: {value.lstrip()}".rstrip()
            yield line_swallowed.at(place, text, (mended,))


def _text_before_list(source: Source, scalar: Scalar, first: Line, item: str) -> Finding:
    """The finding where a list begins in the line of its key, or without a dash."""
    place = source.place(Span(scalar.start, scalar.end))
    before, text = first.text[: first.column], first.value
    if SWALLOWED_ITEM.match(text):
        text = text[1:].lstrip()
    indent = " " * len(first.lead)
    with_key = (before.rstrip(), f"{indent}  - {text}")
    corrected = with_key if first.key else (f"{indent}- {text}",)
    return line_swallowed.at(place, item, corrected, text)


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
