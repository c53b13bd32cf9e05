"""How what stands for a name goes into the sentence in which the name stood."""

import re

from shoptalk.privacy.names.reading_words import TITLE_BEFORE

FARTHEST_BACK = 200
BEGINS_WITH_ARTICLE = re.compile(r"(?P<article>(?:[Aa]n?|[Tt]he)[ \u00a0]+)|[Ss]omebody\b")
HEADING_OR_ITEM = re.compile(r"[ \t]*(?:\#{1,6}|[-*+>|]|\d+[.)])(?:[ \t]|$)")
SIGNS_AROUND = r"(?:[*_~`\[(\u201c\u2018\u00ab\"']|<[^<>]*>)*"
ARTICLE_BEFORE = re.compile(rf"\b(?:[Tt]he|[Aa]n?)[ \u00a0\n]+(?P<signs>{SIGNS_AROUND})\Z")
INITIAL = "[A-Z\u00c0-\u00de]"
INITIALS_BEFORE = re.compile(
    rf"(?<![^\W_])(?<!\.)(?!I\.[ \u00a0\n]\Z)(?:{INITIAL}\.(?:[ \u00a0\n]|-(?={INITIAL}\.))?)+\Z"
)
INITIAL_BEHIND = re.compile(
    rf"(?:[ \u00a0]{INITIAL}|(?<=\W{INITIAL}))"
    r"(?:\.(?=[,.;:)'\u2019]|[ \u00a0\n]+[a-z])|(?=\.(?!\w)))"
)
"""With its dot, unless the sentence ends with it."""

CELL_ENDS = re.compile(r"(</?t[dh])\b[^<>]*>|\|", re.IGNORECASE)
GOES_ON = re.compile(
    r"(?:[^\W_](?:[)\]\u2019\u201d\u00bb\"'*_~`]|<[^<>]*>)*|[,;&])"
    rf"[ \t\u00a0]*[-\u2013\u2014/]?[ \t\u00a0]*{SIGNS_AROUND}\Z"
)
"""How a line ends in which a sentence goes on."""


def with_title_and_initials(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a name begins and ends, with the title in front of it and with initials around it."""
    farthest = max(start - FARTHEST_BACK, 0)
    initials = INITIALS_BEFORE.search(text, farthest, start)
    start = initials.start() if initials else start
    title = TITLE_BEFORE.search(text, farthest, start)
    behind = INITIAL_BEHIND.match(text, end)
    return title.start() if title else start, behind.end() if behind else end


def as_it_stands(stand_in: str, text: str, start: int) -> tuple[str, int]:
    """What stands for a name in the sentence that has it at `start`, and where that begins.

    An English article has a capital only where the sentence begins with it; there is but one.
    """
    begin = BEGINS_WITH_ARTICLE.match(stand_in)
    if not begin:
        return stand_in, start
    before = ARTICLE_BEFORE.search(text, max(start - FARTHEST_BACK, 0), start)
    if before and before["signs"]:
        return stand_in.removeprefix(begin["article"] or ""), start
    start = before.start() if before else start
    is_inside = _is_in_a_sentence(text, start)
    first = stand_in[0].lower() if is_inside else stand_in[0].upper()
    return first + stand_in[1:], start


def cells_within(text: str) -> str:
    """What parts the cells over which a name goes, so that the table stays one."""
    return "".join(f"{tag}>" if tag else " |" for tag in CELL_ENDS.findall(text))


def _is_in_a_sentence(text: str, start: int) -> bool:
    before = text[max(start - FARTHEST_BACK, 0) : start]
    *lines, line = before.split("\n")
    item = HEADING_OR_ITEM.match(line)
    line = line[item.end() :] if item else line
    if re.fullmatch(rf"[ \t]*{SIGNS_AROUND}", line):
        if item or not lines or HEADING_OR_ITEM.match(lines[-1]):
            return False
        line = lines[-1].rstrip("\r")
    return bool(GOES_ON.search(line))
