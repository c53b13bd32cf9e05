"""Which pieces of a text are worth a closer look: nearly none are, so this has to be quick."""

import html
import re
from collections.abc import Iterable, Iterator, Set

from shoptalk.privacy.contacts import FEWEST_DIGITS, may_hold_mail, may_hold_number
from shoptalk.privacy.folding import folded_words
from shoptalk.privacy.unescaping import DEEPEST, unescaped, with_whole_words

LONGEST_LINE = 2_000
PIECE_OF_LINE = 600
"""Characters; longer lines are divided into such pieces, at signs that part words."""

ENDS_OF_WORDS = ' ,>"'
END_OF_WORD = re.compile(r"[\s,;>}\"]")
LETTERS = bytes(
    code + 32 if 65 <= code <= 90 else code if 97 <= code <= 122 else 32 for code in range(256)
)
NO_DIGITS = bytes(code for code in range(256) if not 48 <= code <= 57)
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

    def words_in(self, piece: str) -> Set[str]:
        """The words that a piece holds, and `CONTACT`."""
        if "\\" in piece:
            piece = without_escaped_signs(piece)
        found = self._words_in_written(piece)
        whole = with_whole_words(piece)
        return found if whole == piece else found | self._words_in_written(whole)

    def _words_in_written(self, piece: str) -> Set[str]:
        if ("&" in piece or "%" in piece or "\\" in piece) and ESCAPE_OF_LETTERS.search(piece):
            return self._words_in_escaped(piece)
        return self._words_in_plain(piece)

    def _words_in_escaped(self, piece: str) -> Set[str]:
        found = set(self._words_in_plain(piece))
        for _ in range(DEEPEST):
            piece = unescaped(piece)
            found |= self._words_in_plain(piece)
            whole = with_whole_words(piece)
            if whole != piece:
                found |= self._words_in_plain(whole)
            if not ESCAPE_OF_LETTERS.search(piece):
                break
        return found

    def _words_in_plain(self, piece: str) -> Set[str]:
        data = piece.encode("utf-8", "surrogatepass")
        found: Set[str] = NOTHING
        if len(data) == len(piece) or not LETTER_BEYOND_ASCII.search(piece):
            met = self.byte_words.intersection(data.translate(LETTERS).split())
            if met:
                found = {self.bytes[word] for word in met}
        else:
            found = self.words.intersection(folded_words(piece))
        if may_hold_mail(piece) or (_has_digits(data, piece) and _may_hold_number(piece)):
            found = {*found, CONTACT}
        if self.literals:
            lowered = piece.lower()
            found = {*found, *(one for one in self.literals if one in lowered)}
        return found


def _has_digits(data: bytes, piece: str) -> bool:
    if len(data.translate(None, NO_DIGITS)) >= FEWEST_DIGITS:
        return True
    return len(data) > len(piece) and bool(OTHER_DIGITS.search(piece))


def _may_hold_number(piece: str) -> bool:
    return may_hold_number(html.unescape(piece) if "&" in piece else piece)


def without_escaped_signs(text: str) -> str:
    """A text with blanks for the escapes that stand for line breaks, dashes and quotes."""
    for escape in LINE_ESCAPES:
        text = text.replace(escape, " ")
    return ESCAPED_SIGN.sub(" ", text) if "\\u" in text else text


def is_disguised(text: str) -> bool:
    """Whether letters may stand in a text as escapes, or apart from each other."""
    plain = without_escaped_signs(text)
    return bool(ESCAPE_OF_LETTERS.search(plain)) or with_whole_words(plain) != plain


def pieces_of(text: str) -> list[str]:
    """The lines of a text with their breaks, and long ones divided; joined they are the text."""
    lines = text.splitlines(keepends=True)
    if max(map(len, lines), default=0) <= LONGEST_LINE:
        return lines
    pieces: list[str] = []
    for line in lines:
        if len(line) <= LONGEST_LINE:
            pieces.append(line)
        else:
            pieces += _divided(line)
    return pieces


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
