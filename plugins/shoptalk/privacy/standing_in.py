"""How what stands for a name goes into the sentence in which the name stood."""

import re

from shoptalk.privacy.reading_words import TITLE_BEFORE

FARTHEST_BACK = 200
BEGINS_WITH_ARTICLE = re.compile(r"(?:A|An|The)(?=[ \u00a0])|Somebody\b")
HEADING_OR_ITEM = re.compile(r"[ \t]*(?:\#{1,6}|[-*+>|]|\d+[.)])(?:[ \t]|$)")
SIGNS_AROUND = r"(?:[*_~`\[(\u201c\u2018\u00ab\"']|<[^<>]*>)*"
GOES_ON = re.compile(
    r"(?:[^\W_](?:[)\]\u2019\u201d\u00bb\"'*_~`]|<[^<>]*>)*|[,;&])"
    rf"[ \t\u00a0]*[-\u2013\u2014/]?[ \t\u00a0]*{SIGNS_AROUND}\Z"
)
"""How a line ends in which a sentence goes on."""


def start_with_title(text: str, start: int) -> int:
    """Where a name begins, with the title in front of it."""
    title = TITLE_BEFORE.search(text, max(start - FARTHEST_BACK, 0), start)
    return title.start() if title else start


def as_it_stands(stand_in: str, text: str, start: int) -> str:
    """An English alias, with a small letter where a sentence in the text does not begin with it."""
    if BEGINS_WITH_ARTICLE.match(stand_in) and _is_in_a_sentence(text, start):
        return stand_in[0].lower() + stand_in[1:]
    return stand_in


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
