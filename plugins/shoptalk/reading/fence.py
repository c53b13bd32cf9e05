"""Where the front matter begins and ends, and every way to get that wrong.

A portfolio may be read by other programs too, so what MkDocs or python-frontmatter would take for
something else is a finding, and is then read as its author meant it.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from shoptalk.findings.finding import Finding
from shoptalk.reading.end_of_keys import KEY_LINE, PROSE, end_of_keys
from shoptalk.reading.fence_faults import (
    LARGEST_FRONT_MATTER,
    dots_close_front_matter,
    empty_front_matter,
    front_matter_in_code_block,
    front_matter_not_first,
    front_matter_too_large,
    html_page,
    json_front_matter,
    no_front_matter,
    no_text_after_front_matter,
    toml_front_matter,
    unclosed_front_matter,
    unfenced_front_matter,
    wrong_fence,
)
from shoptalk.reading.keys import KEYS
from shoptalk.reading.source import Source, Span

OPENING = re.compile(r"---[ \t]*\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
DASHES = (
    r"(?:(?!-[ \t]*$)[\u2010-\u2015\u2212-]+|- - -|_{3,}|={3,}|\*{3,}|~{3,})"
    r"[ \t\u00a0\u200b\ufeff]*$"
)
NEARLY_A_FENCE = re.compile(rf"[ \t]*{DASHES}")
WRONG_CLOSING = re.compile(rf"^(?:{DASHES}|---[^\n]*$)", re.MULTILINE)
INDENTED_CLOSING = re.compile(rf"^[ \t]+{DASHES}", re.MULTILINE)
PROSE_LINE = re.compile(f"^{PROSE.pattern}", re.MULTILINE)
DOUBTFUL_LINE = re.compile(r"\n(?:[ \t]*\n|-[^ \n]|- - -|[=_*~.\u2010-\u2015\u2212])")
"""A blank line, or one that is nearly a line of hyphens."""

NOT_BLANK = re.compile(r"\S")
HEADING = re.compile(r"(?<=\n)[ \t]*\n(?=#{1,6} )")
FOREIGN = (
    (re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE), html_page),
    (re.compile(r"\+\+\+"), toml_front_matter),
    (re.compile(r"\{|;;;"), json_front_matter),
)
"""How files begin that have other front matter, or are no Markdown."""

INVISIBLE = "\ufeff\u200b\u2060"


@dataclass(frozen=True, slots=True)
class Fenced:
    """A source cut in two."""

    yaml: Span
    """The front matter between its fences."""

    body: Span
    """All that follows."""


class _End(NamedTuple):
    """Where the front matter ends and the body begins."""

    yaml: int
    body: int
    fault: Finding | None = None


def find_fences(source: Source) -> tuple[Fenced | None, list[Finding]]:
    """The two parts of a source, and what is wrong with the lines that part them."""
    opening = OPENING.match(source.text)
    if opening:
        fenced = _well_formed(source.text, opening.end())
        if fenced:
            return fenced, []
        return _close(source, opening.end(), [])
    lines = source.text.split("\n", 40)[:40]
    first = next((n for n, line in enumerate(lines) if line.strip(INVISIBLE + " \t")), 0)
    line = lines[first].strip(INVISIBLE)
    place = source.place(_line_span(source, first))
    after = _offset_of_line(source, first + 1)
    following = next((line for line in lines[first + 1 :] if line.strip() and line[0] != "#"), "")
    for sign, fault in FOREIGN:
        if sign.match(line):
            return None, [fault.at(place)]
    if line.startswith(("```", "~~~")) and (following[:3] == "---" or KEY_LINE.match(following)):
        has_hyphens = following.strip() == "---"
        inside = source.text.index("---", after) + 4 if has_hyphens else after
        return _close(source, inside, [front_matter_in_code_block.at(place, has_hyphens)], line[:3])
    if line.rstrip(" \t") == "---" and first == 0:
        return _close(source, after, [])  # what stands before it was said already
    if line.lstrip().rstrip(" \t") == "---":
        return _close(source, after, [_not_first(source, lines, first, first)])
    beside = line.strip().removeprefix("---").strip()
    if line.startswith("---") and KEY_LINE.match(beside):
        start = source.text.index(beside, source.line_starts[first])
        return _close(source, start, [wrong_fence.at(place, line, "opening", beside)])
    if (NEARLY_A_FENCE.match(line) or line.startswith("---")) and KEY_LINE.match(following):
        return _close(source, after, [wrong_fence.at(place, line, "opening")])
    return _find_later(source, lines, first)


def _well_formed(text: str, start: int) -> Fenced | None:
    """The two parts where nothing about the front matter's lines needs a second look."""
    end = text.find("\n---\n", start - 1) + 1
    if (
        end <= start
        or end - start > LARGEST_FRONT_MATTER
        or DOUBTFUL_LINE.search(text, start - 1, end)
    ):
        return None
    body = end + 4
    return Fenced(Span(start, end), Span(body, len(text))) if NOT_BLANK.search(text, body) else None


def _find_later(
    source: Source, lines: list[str], first: int
) -> tuple[Fenced | None, list[Finding]]:
    """Front matter that has no opening line, or one further down."""
    start, line = source.line_starts[first], lines[first]
    place = source.place(_line_span(source, first))
    is_key = KEY_LINE.match(line)
    following = lines[first + 1] if first + 1 < len(lines) else ""
    if is_key and (KEY_LINE.match(following) or line.split(":")[0].strip().lower() in KEYS):
        blank = source.text.find("\n\n", start)
        end = len(source.text) if blank < 0 else blank + 1
        keys = end_of_keys(source, start)
        end = _offset_of_line(source, keys.line) if keys else end
        closed = CLOSING.match(source.text, end)
        yaml, body = closed.span() if closed else (end, end)
        found = [unfenced_front_matter.at(place, line)]
        return _measure(source, Fenced(Span(start, yaml), Span(body, len(source.text))), found)
    for number in range(first + 1, len(lines) - 1):
        if lines[number].strip() == "---" and KEY_LINE.match(lines[number + 1]):
            fault = _not_first(source, lines, first, number)
            return _close(source, _offset_of_line(source, number + 1), [fault])
    return None, [no_front_matter.at(place, line.strip() if is_key else "")]


def _not_first(source: Source, lines: list[str], first: int, number: int) -> Finding:
    """The finding for a `---` on line `number` with something before it."""
    place = source.place(_line_span(source, number))
    if number == 0:
        return front_matter_not_first.at(place, "blank space stands", "delete it", ("---",))
    if number == first:
        before = "a blank line stands" if number == 1 else f"{number} blank lines stand"
        return front_matter_not_first.at(place, before, "delete what is above")
    line = lines[first]
    kinds = {"#": "a heading stands", "<": "a comment stands"}
    before = kinds.get(line[:1], "text stands")
    return front_matter_not_first.at(place, before, "move it below the front matter")


def _close(
    source: Source, start: int, findings: list[Finding], code_fence: str = ""
) -> tuple[Fenced | None, list[Finding]]:
    """The front matter from `start` to its closing line, which is looked for here."""
    text = source.text
    closing = CLOSING.search(text, start)
    limit = closing.start() if closing else len(text)
    if code_fence:
        limit = min(limit, (text.find(f"\n{code_fence}", start) + 1) or limit)
    end = _end_before(source, start, limit)
    if end is None and code_fence and text.startswith(code_fence, limit):
        end = _End(limit, _offset_of_line(source, source.line_number(limit) + 1))
    if end is None and closing:
        end = _End(*closing.span())
        if closing.group().startswith("..."):
            place = source.place(Span(end.yaml, end.yaml + 3))
            findings.append(dots_close_front_matter.at(place))
        if code_fence and text.startswith(code_fence, end.body):
            body = _offset_of_line(source, source.line_number(end.body) + 1)
            end = end._replace(body=body)
        if not text[end.body :].strip():
            place = source.place(Span(end.yaml, end.yaml + 3))
            is_cut = not closing.group().endswith("\n")
            findings.append(no_text_after_front_matter.at(place, is_cut))
    end = end or _end_without_line(source, start)
    if end.fault:
        findings.append(end.fault)
    fenced = Fenced(Span(start, end.yaml), Span(end.body, len(text)))
    return _measure(source, fenced, findings)


def _end_before(source: Source, start: int, limit: int) -> _End | None:
    """An end before `limit`: a line that was meant to close, or prose after a blank line."""
    text = source.text
    wrong = WRONG_CLOSING.search(text, start, limit)
    for prose in PROSE_LINE.finditer(text, start, wrong.start() if wrong else limit):
        number = source.line_number(prose.start())
        above = number
        while above and source.line(above - 1).lstrip(" \t")[:1] in ("", "#"):
            above -= 1
        blank = next((n for n in range(above, number) if not source.line(n).strip()), None)
        if blank is not None and text[start : source.line_starts[blank]].strip():
            return _unclosed(source, start, source.line_starts[blank])
    return _wrongly_closed(source, wrong.start()) if wrong else None


def _end_without_line(source: Source, start: int) -> _End:
    """The end where no line closes the front matter and no prose follows it."""
    wrong = INDENTED_CLOSING.search(source.text, start)
    if wrong:
        return _wrongly_closed(source, wrong.start())
    heading = HEADING.search(source.text, start)
    return _unclosed(source, start, heading.start() if heading else len(source.text))


def _wrongly_closed(source: Source, begin: int) -> _End:
    found = source.line(source.line_number(begin))
    end = begin + len(found)
    beside = found.removeprefix("---").strip() if found.startswith("---") else ""
    beside = "" if beside.startswith(("-", "#", "\u200b", "\ufeff")) else beside
    body = source.text.index(beside, begin + 3) if beside else end + 1
    fault = wrong_fence.at(source.place(Span(begin, end)), found, "closing", beside)
    return _End(begin, min(body, len(source.text)), fault)


def _unclosed(source: Source, start: int, end: int) -> _End:
    keys = end_of_keys(source, start)
    if keys:
        end = _offset_of_line(source, keys.line)
    number = source.line_number(max(start, len(source.text[:end].rstrip()) - 1))
    place = source.place(_line_span(source, number))
    if not source.text[start:end].strip():
        return _End(end, end)  # that it is empty says enough
    if NEARLY_A_FENCE.match(place.source_line):
        return _wrongly_closed(source, source.line_starts[number])
    opened = max(source.line_number(start), 1)
    return _End(end, end, unclosed_front_matter.at(place, opened, place.source_line.rstrip()))


def _measure(
    source: Source, fenced: Fenced, findings: list[Finding]
) -> tuple[Fenced | None, list[Finding]]:
    size = fenced.yaml.end - fenced.yaml.start
    if size > LARGEST_FRONT_MATTER:
        fault = front_matter_too_large.at(source.place(Span(0, 3)), size)
        return None, [*findings, fault]
    if not source.text[fenced.yaml.start : fenced.yaml.end].strip():
        return None, [*findings, empty_front_matter.at(source.place(Span(0, 3)))]
    return fenced, findings


def _line_span(source: Source, number: int) -> Span:
    start = source.line_starts[number]
    return Span(start, start + max(len(source.line(number)), 1))


def _offset_of_line(source: Source, number: int) -> int:
    starts = source.line_starts
    return starts[number] if number < len(starts) else len(source.text)
