"""A text as it stands in a file, and what it says once its escapes are read."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

DEEPEST = 4
"""How often a text is unescaped: HTML in JSON in HTML needs three."""

ESCAPE = re.compile(
    r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};)"
    r"|(?:%[0-9A-Fa-f]{2})+"
    r"|(?:\\u[0-9a-fA-F]{4})+"
    r"|\\u\{[0-9a-fA-F]{1,6}\}"
    r"|\\x[0-9a-fA-F]{2}"
    r"|\\[nrtbfv\"'/\\]"
    r"|\\[0-9a-fA-F]{1,6} ?"
)
"""Character references, percent, and what JSON, JavaScript and CSS write after a backslash."""

PHRASING = (
    "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike"
    "|strong|sub|sup|time|tspan|tt|u|var|wbr"
)
"""The tags that may stand inside a word."""

TAG_WITHIN = (
    # Spelled out, because patterns that ignore case take three times as long.
    rf"(?:/?(?:{PHRASING}|{PHRASING.upper()}|{PHRASING.title()})\b[^<>]*>"
    r"|!--(?:(?!-->)[^\x00])*-->)"
)
ENDS_WITHIN = r"(?=[^<>]*>[\w@.<]|!--)"
"""A quick look whether a word goes on behind a tag, before the tags are tried one by one."""

TAGS_WITHIN = rf"<(?<=[\w@./]<){ENDS_WITHIN}{TAG_WITHIN}(?:<{TAG_WITHIN})*(?=[\w@.])"
STARS_WITHIN = r"\*(?<=\w\*)\*{0,2}(?=\w)"
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
UNSEEN_WITHIN = f"[{UNSEEN}]+"
BLANK_WITHIN = r"[ \u00a0](?:(?<=\bMc.)|(?<=\bMac.))(?=[A-Z\u00c0-\u00de])"
"""As in `Mc Allistair`."""

WITHIN_A_WORD = re.compile(f"{TAGS_WITHIN}|{STARS_WITHIN}|{UNSEEN_WITHIN}|{BLANK_WITHIN}")
"""Tags, comments, stars and invisible signs inside a word, which a reader does not see."""

EACH_WITHIN = tuple(map(re.compile, (TAGS_WITHIN, STARS_WITHIN, UNSEEN_WITHIN, BLANK_WITHIN)))

REACH = 120
"""Characters around such a place in which a name may go on."""

APART = "\x00"
CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " ", "v": " "}


@dataclass(frozen=True, slots=True)
class View:
    """One reading of a text, whose places lead back to the text."""

    text: str
    marks: tuple[int, ...] = (0,)
    """Where in `text` the stretches begin between which escapes were read."""
    origins: tuple[int, ...] = (0,)
    """Where each of them stands in the text that was read."""
    ends: tuple[int, ...] = ()
    """Where each escape ends, and -1 for a stretch that is no escape; empty without any."""

    def start(self, at: int) -> int:
        """Where the character at `at` begins in the text that was read."""
        if not self.ends:
            return at
        stretch = bisect_right(self.marks, at) - 1
        if self.ends[stretch] >= 0:
            return self.origins[stretch]
        return self.origins[stretch] + at - self.marks[stretch]

    def end(self, at: int) -> int:
        """Where the character before `at` ends in the text that was read."""
        if not self.ends or at == 0:
            return at
        stretch = bisect_right(self.marks, at - 1) - 1
        if self.ends[stretch] >= 0:
            return self.ends[stretch]
        return self.origins[stretch] + at - self.marks[stretch]


def views_of(text: str) -> Iterator[tuple[View, ...]]:
    """The text as it stands, then with its escapes read once, twice, and so on.

    Each also without what stands inside its words. Each reading comes with those it was made from,
    itself first: a place leads back through all.
    """
    for chain in _unescaped_views(text):
        yield chain
        written = chain[0].text
        if with_whole_words(written) != written:
            yield (_replaced(written, _within_words(written)), *chain)


def _unescaped_views(text: str) -> Iterator[tuple[View, ...]]:
    chain: tuple[View, ...] = (View(text),)
    yield chain
    for _ in range(DEEPEST):
        view = unescape(chain[0].text)
        if view.text == chain[0].text:
            return
        chain = (view, *chain)
        yield chain


def unescape(text: str) -> View:
    """The text with each escape read once."""
    escapes = ((one.start(), one.end(), _meaning(one[0])) for one in ESCAPE.finditer(text))
    return _replaced(text, escapes)


def with_whole_words(text: str) -> str:
    """The text without what stands inside its words."""
    if text.isalnum():
        return text
    tags, stars, unseen, blanks = EACH_WITHIN
    if "<" in text and tags.search(text):
        text = tags.sub("", text)
    if "*" in text:
        text = stars.sub("", text)
    if not text.isascii() and any(sign in text for sign in UNSEEN):
        text = unseen.sub("", text)
    if "Mc" in text or "Mac" in text:
        text = blanks.sub("", text)
    return text


def _within_words(text: str) -> Iterator[tuple[int, int, str]]:
    """What stands inside words, without instead; and what is far from it, with a sign instead."""
    done = 0
    for match in WITHIN_A_WORD.finditer(text):
        far = text.rfind(" ", done, max(match.start() - REACH, done))
        if far > done:
            yield done, far, APART
        yield match.start(), match.end(), ""
        blank = text.find(" ", match.end() + REACH)
        done = blank if blank >= 0 else len(text)
    if done < len(text):
        yield done, len(text), APART


def _replaced(text: str, instead: Iterable[tuple[int, int, str]]) -> View:
    """The text with something else from each place to another."""
    pieces: list[str] = []
    marks: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    length = done = 0
    for begin, behind, meaning in instead:
        for piece, origin, end in ((text[done:begin], done, -1), (meaning, begin, behind)):
            if piece:
                pieces.append(piece)
                marks.append(length)
                origins.append(origin)
                ends.append(end)
                length += len(piece)
        done = behind
    pieces.append(text[done:])
    marks.append(length)
    origins.append(done)
    ends.append(-1)
    return View("".join(pieces), tuple(marks), tuple(origins), tuple(ends))


def unescaped(text: str) -> str:
    """The text with each escape read once, without its places."""
    return ESCAPE.sub(lambda match: _meaning(match[0]), text)


def _meaning(escape: str) -> str:
    """The characters that an escape stands for; the escape itself where it stands for none."""
    sign, kind = escape[0], escape[1:2]
    if sign == "&":
        return html.unescape(escape)
    if sign == "%":
        return _decoded(bytes.fromhex(escape.replace("%", "")))
    if kind == "u" and escape[2] != "{":
        data = bytes.fromhex(escape.replace("\\u", ""))
        return data.decode("utf-16-be", "replace")
    if kind in "ux":
        return _character(escape[2:].strip("{}"))
    return CONTROLS.get(kind) or (kind if kind in "\"'/\\" else _character(escape[1:].strip()))


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number < 0xE000 else "\ufffd"


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
