"""Which pieces of a text are worth a closer look: nearly none are, so this has to be quick."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from shoptalk.privacy.names.contacts import FEWEST_DIGITS, may_hold_mail, may_hold_number
from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.names.unescaping import DEEPEST, unescaped, with_whole_words

LONGEST_LINE = 2_000
PIECE_OF_LINE = 600
"""Characters; longer lines are divided into such pieces, at signs that part words."""

ENDS_OF_WORDS = ' ,>"'
END_OF_WORD = re.compile(r"[\s,;>}\"]")
DIGIT = b"\t"
LETTERS = bytes(
    ord(sign.lower() if sign.isalpha() else DIGIT if sign.isdigit() else b" ")
    for sign in (bytes([code]) for code in range(256))
)
"""Small letters stay; capitals become small, a digit becomes a tab, and all else a blank."""

OTHER_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]")
ESCAPE_OF_LETTERS = re.compile(
    r"&(?!(?:amp(?!;[#A-Za-z%\\])|lt|gt|quot|nbsp|[lr][sd]quo|[nm]dash|hellip|para);)[#A-Za-z]"
    r"|%[0-9A-Fa-f]{2}|\\[ux0-9a-fA-Fv]"
)
"""An escape that may stand for a letter, or for a sign of a mail address."""

ESCAPED_SIGN = re.compile(
    r"(?<!\\)\\u(?:20(?:1[0-9a-f]|2[0-7]|3[0-9a-f])|00(?:a[0-9bcef]|b[0-46-9bcdef]))", re.IGNORECASE
)
"""A dash, a quotation mark, a point: no letter, and nothing that vanishes between letters."""

LINE_ESCAPES = ("\\n", "\\t", "\\r")
NOT_PLAIN = re.compile(r"[^\x01-\x7f]|[&%\\@\[({\x00]")
"""What asks for more than looking for words: escapes, letters beyond ASCII, mail addresses."""

LETTER_BEYOND_ASCII = re.compile("[^\x00-\x7f\u00a0«·»–—‘’“”•…←→]")
CONTACT = "@"
"""Stands among the words that were met for what may be a mail address or a telephone number."""

NOTHING: frozenset[str] = frozenset()


class Sieve:
    """Tells which of some words a piece of text holds, in any case, accent or escape."""

    def __init__(self, words: Iterable[str], literals: Iterable[str] = ()):
        self.words = frozenset(words)
        self.bytes = {word.encode(): word for word in self.words if word.isascii()}
        self.byte_words = frozenset(self.bytes)
        self.literals = tuple(literals)
        """Names with digits in them, which are looked for letter by letter."""

    def words_left(self, words: frozenset[str], piece: str) -> frozenset[str]:
        """Those of the words that a piece still holds; rather too many, if it holds them within."""
        if NOT_PLAIN.search(piece):
            return words & self.words_in(piece)
        lowered = piece.lower()
        return frozenset(word for word in words if word in lowered or word == CONTACT)

    def words_in(self, piece: str) -> frozenset[str]:
        """The words that a piece holds, and `CONTACT`."""
        found = NOTHING
        for text in readings_of(piece):
            letters = letters_of(text)
            names = self._names_in(text, letters)
            found = found | names if found else names
            if _may_hold_contact(text, letters):
                found |= {CONTACT}
        return found

    def names_in(self, piece: str) -> frozenset[str]:
        """The words that a piece holds."""
        return NOTHING.union(
            *(self._names_in(text, letters_of(text)) for text in readings_of(piece))
        )

    def _names_in(self, text: str, letters: bytes) -> frozenset[str]:
        met = self.byte_words.intersection(letters.split())
        found = frozenset([self.bytes[word] for word in met]) if met else NOTHING
        if not text.isascii() and LETTER_BEYOND_ASCII.search(text):
            others = [word for word in text.split() if not word.isascii()]
            found |= self.words.intersection(folded_words(" ".join(others)))
        if self.literals:
            lowered = text.lower()
            found |= {one for one in self.literals if one in lowered}
        return found


def unescaped_readings_of(piece: str) -> list[str]:
    """A piece as it stands, then with its escapes read once, twice, and so on."""
    if "\\" in piece:
        piece = without_escaped_signs(piece)
    found = [piece]
    if "&" in piece or "%" in piece or "\\" in piece:
        while len(found) <= DEEPEST and ESCAPE_OF_LETTERS.search(found[-1]):
            found.append(unescaped(found[-1]))
    return found


def readings_of(piece: str) -> Sequence[str]:
    """A piece as it stands, then with its escapes read, and all without what is inside words."""
    found = unescaped_readings_of(piece)
    for text in tuple(found):
        whole = with_whole_words(text)
        if whole != text:
            found.append(whole)
    return found


def letters_of(text: str) -> bytes:
    """The letters of a text, as `LETTERS` has them."""
    return text.encode("utf-8", "surrogatepass").translate(LETTERS)


def _may_hold_contact(text: str, letters: bytes) -> bool:
    if may_hold_mail(text):
        return True
    if letters.count(DIGIT) < FEWEST_DIGITS and (text.isascii() or not OTHER_DIGITS.search(text)):
        return False
    return may_hold_number(html.unescape(text) if "&" in text else text)


def without_escaped_signs(text: str) -> str:
    """A text with blanks for the escapes that stand for line breaks, dashes and quotes."""
    for escape in LINE_ESCAPES:
        text = text.replace(escape, " ")
    return ESCAPED_SIGN.sub(" ", text) if "\\u" in text else text


def is_disguised(text: str) -> bool:
    """Whether letters may stand in a text as escapes, or apart from each other."""
    if "\\" in text:
        text = without_escaped_signs(text)
    has_escapes = "&" in text or "%" in text or "\\" in text
    return bool(has_escapes and ESCAPE_OF_LETTERS.search(text)) or with_whole_words(text) != text


def pieces_of(text: str) -> list[str]:
    """The lines of a text, and long ones divided."""
    if len(text) <= LONGEST_LINE:
        return text.split("\n")
    lines = text.split("\n")
    if max(map(len, lines), default=0) <= LONGEST_LINE:
        return lines
    pieces: list[str] = []
    for line in lines:
        if len(line) <= LONGEST_LINE:
            pieces.append(line)
        else:
            pieces += _divided(line)
    return pieces


def starts_of(pieces: Sequence[str], text: str) -> list[int]:
    """Where each of the pieces of a text begins, and at last the end of the text."""
    if len(pieces) == text.count("\n") + 1:
        return [
            number + start for number, start in enumerate(accumulate(map(len, pieces), initial=0))
        ]
    starts = [0]
    for piece in pieces:
        end = starts[-1] + len(piece)
        starts.append(end + text.startswith("\n", end))
    return starts


def _divided(line: str) -> Iterator[str]:
    start = 0
    while len(line) - start > PIECE_OF_LINE:
        end = start + PIECE_OF_LINE
        cut = max(line.rfind(sign, start + PIECE_OF_LINE // 2, end) for sign in ENDS_OF_WORDS) + 1
        if not cut:
            match = END_OF_WORD.search(line, end)
            cut = match.end() if match else len(line)
        yield line[start:cut]
        start = cut
    yield line[start:]
