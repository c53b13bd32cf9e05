"""Characters that no author typed on purpose: invisible, damaged, or not for text at all."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.reading.source import Source, Span

CONTROL = r"\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f"
OVERRIDES = "\u202d\u202e"
EMBEDDINGS = "\u202a\u202b\u2066\u2067\u2068"
ENDS_OF_EMBEDDING = "\u202c\u2069"
COMBINING = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
DAMAGED = re.compile(
    # UTF-8 read as Windows-1252: "é" as "Ã©", "’" as "â€™", an emoji as "ðŸ˜€" …
    "(?:[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122]"
    "|\u00e2[\u20ac\u201a\u201e\u0080\u0082][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122]"
    "|\u00f0[\u0178\u009f].{2})+"
    # … or as Mac Roman: "’" as "‚Äô", "é" as "√©".
    "|(?:\u201a\u00c4.|\u221a[\u00a0-\u00ff\u0131-\u2265\u25ca\uf8ff])+"
)
SUSPECT = re.compile(
    rf"[\x00{CONTROL}\u0085\u2028\u2029{OVERRIDES}{EMBEDDINGS}\u200b\u2060\ufeff\ufffd]"
    rf"|[{COMBINING}]{{5,}}|{DAMAGED.pattern}"
)


@check(Severity.ERROR)
def nul_character(corrected: str) -> Wording:
    """A NUL character stands in the text."""
    return Wording("a NUL character stands here", "delete it", (corrected,))


@check(Severity.WARNING)
def control_character(name: str, corrected: str) -> Wording:
    """An invisible control character stands in the text."""
    return Wording(f"the control character {name} stands here", "delete it", (corrected,))


@check(Severity.WARNING)
def line_separator(name: str, corrected: str) -> Wording:
    """A rare character that YAML takes for a line break stands in the text."""
    return Wording(
        f"the character {name} stands here, which YAML reads as a line break",
        "put a space in its place",
        (corrected,),
    )


@check(Severity.WARNING)
def hidden_character(name: str, corrected: str) -> Wording:
    """An invisible character stands in the text."""
    return Wording(f"the invisible character {name} stands here", "delete it", (corrected,))


@check(Severity.WARNING)
def hidden_direction(name: str, corrected: str) -> Wording:
    """An invisible character turns the reading direction of what follows."""
    return Wording(
        f"the invisible character {name} turns the direction of the text after it",
        "delete it; right-to-left scripts need none",
        (corrected,),
    )


@check(Severity.WARNING)
def damaged_character() -> Wording:
    """A replacement character: a letter was lost before the file was saved."""
    return Wording(
        "the replacement character U+FFFD stands where a letter was lost", "retype the word"
    )


@check(Severity.WARNING)
def mojibake(damaged: str, meant: str, corrected: str) -> Wording:
    """Letters that were decoded wrongly, such as a curly apostrophe that became three signs."""
    return Wording(
        f"{shown(damaged)} is {shown(meant)}, decoded wrongly", "restore the line", (corrected,)
    )


@check(Severity.WARNING)
def stacked_marks(count: int, corrected: str) -> Wording:
    """So many accents on one letter that it spills over its neighbours."""
    return Wording(f"one letter carries {count} combining marks", "retype the word", (corrected,))


def check_characters(source: Source) -> Iterator[Finding]:
    """The suspect characters of a text; one finding for each sort and line, at the first."""
    said: set[tuple[int, str]] = set()
    for match in SUSPECT.finditer(source.text):
        kind = (source.line_number(match.start()), match.group()[0])
        if kind not in said:
            said.add(kind)
            finding = _name(source, match)
            if finding and (kind[0], finding.check) not in said:
                said.add((kind[0], finding.check))
                yield finding


def _name(source: Source, match: re.Match[str]) -> Finding | None:
    place = source.place(Span(*match.span()))
    line, found = place.source_line, match.group()
    char = found[0]
    if char == "\0":
        return nul_character.at(place, line.replace(char, ""))
    if char == "\ufffd":
        return damaged_character.at(place)
    if char in "\u0085\u2028\u2029":
        return line_separator.at(place, _code_point(char), line.replace(char, " "))
    if char in OVERRIDES or (char in EMBEDDINGS and _unbalanced(line)):
        marks = str.maketrans("", "", OVERRIDES + EMBEDDINGS + ENDS_OF_EMBEDDING)
        return hidden_direction.at(place, _code_point(char), line.translate(marks))
    if char in EMBEDDINGS:
        return None
    if char in "\u200b\u2060\ufeff":
        return hidden_character.at(place, _code_point(char), line.replace(char, ""))
    if unicodedata.combining(char):
        return stacked_marks.at(place, len(found), line.replace(found, ""))
    if unicodedata.category(char) == "Cc":
        corrected = re.sub(f"[{CONTROL}]", "", line)
        return control_character.at(place, _code_point(char), corrected)
    meant = restored(found)
    if meant == found:
        return None
    corrected = DAMAGED.sub(lambda damaged: restored(damaged.group()), line)
    return mojibake.at(place, found, meant, corrected)


def restored(damaged: str) -> str:
    """The text whose UTF-8 bytes, read in another encoding, give `damaged`; else itself."""
    repairs: tuple[Callable[[], str], ...] = (
        lambda: damaged.encode("cp1252").decode("utf-8"),
        lambda: damaged.encode("latin-1").decode("utf-8"),
        lambda: damaged.encode("mac_roman").decode("utf-8"),
    )
    for repair in repairs:
        try:
            return repair()
        except UnicodeError:
            continue
    return damaged


def _unbalanced(line: str) -> bool:
    opened = sum(line.count(mark) for mark in EMBEDDINGS)
    return opened != sum(line.count(mark) for mark in ENDS_OF_EMBEDDING)


def _code_point(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" ({name})" if name else "")
