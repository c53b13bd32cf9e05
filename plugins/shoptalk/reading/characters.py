"""Characters that no author typed on purpose: invisible, damaged, or not for text at all."""

import re
import unicodedata
from collections.abc import Iterator

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.reading.source import Source, Span

CONTROL = r"\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff"
OVERRIDES = "\u202d\u202e"
EMBEDDINGS = "\u202a\u202b\u2066\u2067\u2068"
ENDS_OF_EMBEDDING = "\u202c\u2069"
COMBINING = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
WITHOUT_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Scripts that part their words with an invisible space: Thai, Lao, Burmese, Khmer."""

# What the bytes 0x80 to 0xBF, which follow the first in UTF-8, are in two other encodings.
WINDOWS = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(128, 192))
FROM_WINDOWS = {ord(char): 128 + number for number, char in enumerate(WINDOWS)}
MAC = bytes(range(128, 192)).decode("mac_roman")
DAMAGED = re.compile(
    # UTF-8 read as Windows-1252: "é" as "Ã©", "’" as "â€™", an emoji as "ðŸ˜€" …
    rf"(?:[ÂÃ][{WINDOWS}]|[âï][€‚„†ˆ˜œŒš»¸\x80-\x9f][{WINDOWS}]|ð[{WINDOWS}]{{3}})+"
    # … or as Mac Roman: "é" as "√©", "’" as "‚Äô", an emoji as "\uf8ffüòÄ".
    # A lone "√π" is meant as it is.
    rf"|(?:[¬√](?!π(?![^\W\d_]))[{MAC}]|[‚Ô][{MAC}]{{2}}|\uf8ff[{MAC}]{{3}})+"
)
SINGLE = rf"\x00{CONTROL}\u0085\u2028\u2029{OVERRIDES}{EMBEDDINGS}\u2060\ufeff\ufffd"
SUSPECT = re.compile(
    rf"[{SINGLE}]|(?<![{WITHOUT_SPACES}])\u200b|[{COMBINING}]{{5,}}|(?P<damaged>{DAMAGED.pattern})"
)
BEGINS_SUSPECT = re.compile(rf"[{SINGLE}\u200b{COMBINING}ÂÃâïð¬√‚Ô\uf8ff]")
"""A quick look for the first sign of any of them; most texts hold none."""


@check(Severity.ERROR)
def nul_character(corrected: str) -> Wording:
    """A NUL character stands in the text.

    ### Why it matters

    NUL is a character without a sign, and many programs take it for the end of the text. It shows
    that a file was damaged, for instance while it was copied.

    ### Example

    Between the letters of a word stands a byte of value zero, which your editor may not show.

    ### Write instead

    Copy the corrected line from the message, and look whether the rest of the file is whole.
    """
    return Wording("a NUL character stands here", "delete it", (corrected,))


@check(Severity.WARNING)
def control_character(name: str, corrected: str) -> Wording:
    """An invisible control character stands in the text.

    ### Why it matters

    Such characters come with text copied from a terminal or a PDF. Nobody sees them, but they keep
    search from finding the word, and YAML, the notation of the keys at the top of the file, refuses
    most of them.

    ### Example

    The word "Tuesday" has a backspace character (U+0008) in its middle, which your editor does not
    show.

    ### Write instead

    Copy the corrected line from the message, or delete the word and type it again.
    """
    return Wording(f"the control character {name} stands here", "delete it", (corrected,))


@check(Severity.WARNING)
def line_separator(name: str, corrected: str) -> Wording:
    """A rare character that YAML takes for a line break stands in the text.

    ### Why it matters

    Text copied from a PDF or a word processor can hold it (U+2028, U+2029 or U+0085). Your editor
    shows one line, but YAML, the notation of the keys at the top of the file, sees two.

    ### Example

    Between "Clinical" and "Data Engineer" in the title stands U+2028 instead of a space.

    ### Write instead

    Copy the corrected line from the message, or delete the gap and type a space.
    """
    return Wording(
        f"the character {name} stands here, which YAML reads as a line break",
        "put a space in its place",
        (corrected,),
    )


@check(Severity.WARNING)
def hidden_character(name: str, corrected: str) -> Wording:
    """An invisible character stands in the text.

    ### Why it matters

    Characters without width, such as the zero-width space, come with text copied from web pages and
    chats. Nobody sees them, but a search for the word does not find it.

    ### Example

    The name reads "Rosalind Okafor", but a zero-width space (U+200B) stands inside "Rosalind".

    ### Write instead

    Copy the corrected line from the message, or delete the word and type it again.
    """
    return Wording(f"the invisible character {name} stands here", "delete it", (corrected,))


@check(Severity.WARNING)
def hidden_direction(name: str, corrected: str) -> Wording:
    """An invisible character turns the reading direction of what follows.

    ### Why it matters

    After it the letters are shown in another order than the one they are stored in, so a reader
    sees another text than a program does. It comes with copied text, and is also used to deceive.

    ### Example

    The title reads "Data Engineer" in the file, but a right-to-left override (U+202E) before it
    makes a page show it backwards.

    ### Write instead

    Copy the corrected line from the message. Arabic and Hebrew need no such character.
    """
    return Wording(
        f"the invisible character {name} turns the direction of the text after it",
        "delete it; right-to-left scripts need none",
        (corrected,),
    )


@check(Severity.WARNING)
def damaged_character() -> Wording:
    """A replacement character: a letter was lost before the file was saved.

    ### Why it matters

    A program that could not read a letter put `�` in its place. No program can tell which letter it
    was: your reader sees the sign, and a search for the word finds nothing.

    ### Example

    ```markdown
    ---
    organization: Caf� Marina
    ---
    ```

    ### Write instead

    ```markdown
    ---
    organization: Café Marina
    ---
    ```
    """
    return Wording(
        "the replacement character U+FFFD stands where a letter was lost", "retype the word"
    )


@check(Severity.WARNING)
def mojibake(damaged: str, meant: str, corrected: str) -> Wording:
    """Letters that were decoded wrongly, such as a curly apostrophe that became three signs.

    ### Why it matters

    The text was saved in one encoding and opened in another, which turned single letters into two
    or three wrong ones. Readers stumble over them, and a search for the word finds nothing.

    ### Example

    ```markdown
    ---
    organization: CafÃ© Marina
    ---
    ```

    ### Write instead

    ```markdown
    ---
    organization: Café Marina
    ---
    ```
    """
    return Wording(
        f"{shown(damaged)} is {shown(meant) if meant.split() else 'a no-break space'}, "
        "decoded wrongly",
        "restore the line",
        (corrected,),
    )


@check(Severity.WARNING)
def stacked_marks(count: int, corrected: str) -> Wording:
    """So many accents on one letter that it spills over its neighbours.

    ### Why it matters

    Characters that add an accent to the letter before them can be piled up without end. The pile
    covers the lines above and below, and a screen reader may read out every mark.

    ### Example

    The title holds an e with a dozen accents, one on top of the other.

    ### Write instead

    Delete the word and type it again, with the accents it really has.
    """
    return Wording(f"one letter carries {count} combining marks", "retype the word", (corrected,))


def check_characters(source: Source) -> Iterator[Finding]:
    """The suspect characters of a text; one finding for each sort and line, at the first."""
    said: set[tuple[int, str]] = set()
    for match in suspects(source.text):
        if match["damaged"] and restored(match.group()) == match.group():
            continue
        line = source.line_number(match.start())
        kind = (line, match.group()[0])
        if kind not in said:
            said.add(kind)
            finding = _name(source, match)
            if finding and (line, finding.check) not in said:
                said.add((line, finding.check))
                yield finding


def suspects(text: str) -> Iterator[re.Match[str]]:
    """What `SUSPECT` finds; it is tried only where something suspect may begin."""
    end = 0
    for begin in BEGINS_SUSPECT.finditer(text):
        match = SUSPECT.match(text, begin.start()) if begin.start() >= end else None
        if match:
            end = match.end()
            yield match


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
    if match["damaged"]:
        corrected = DAMAGED.sub(lambda damaged: restored(damaged.group()), line)
        return mojibake.at(place, found, restored(found), corrected)
    if unicodedata.combining(char):
        return stacked_marks.at(place, len(found), line.replace(found, ""))
    return control_character.at(place, _code_point(char), re.sub(f"[{CONTROL}]", "", line))


def restored(damaged: str) -> str:
    """The text whose UTF-8 bytes, read in another encoding, give `damaged`; else itself."""
    for letters, encoding in ((FROM_WINDOWS, "latin-1"), ({}, "mac_roman")):
        try:
            meant = damaged.translate(letters).encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return restored(meant) if DAMAGED.fullmatch(meant) else meant  # some is damaged twice
    return damaged


def _unbalanced(line: str) -> bool:
    opened = sum(line.count(mark) for mark in EMBEDDINGS)
    return opened != sum(line.count(mark) for mark in ENDS_OF_EMBEDDING)


def _code_point(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" ({name})" if name else "")
