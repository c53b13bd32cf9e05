"""A stretch of text as words in a row, with what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.privacy.names.folding import Word, words_of
from shoptalk.privacy.names.ordinary_names import SMALL_WORDS
from shoptalk.privacy.names.ordinary_names import TITLES as ABBREVIATED

TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--.*?--)>", re.DOTALL)
BARRIER = "\x00"
"""Parts what stands in one tag from what stands in the next."""

BLOCK = re.compile(
    r"</?(?:(?P<cell>t[dh])|(?P<line>br|caption|dd|div|dt|figcaption|label|option)"
    r"|address|article|aside|blockquote|body|dl|figure|footer|h[1-6]|head|header|hr|html|li|main"
    r"|nav|ol|p|pre|section|summary|table|tr|tbody|tfoot|thead|title|ul)\b",
    re.IGNORECASE,
)
TAG_IN_A_LINE = "\x1c"
BLANKS = {"line": "\x1d", "cell": "\x1e", None: "\x1f"}
"""No sentence goes across these, and across the last no name."""

WITHIN_A_SENTENCE = re.compile(r"[ ,\u00a0\n\x1c*_~`\[\]]+")
PARTS_NAMES = re.compile(r"[\x00\x1f]|\n[ \t>]*(?:[-*+=](?=[ \t=-])|\#{1,6}[ \t]|\|)")
"""A row of a table, an item, a heading begins."""

EMPTY_LINE = re.compile(r"[^\x1c-\x1e]*\n[ \t\r>]*\n[^\x1c-\x1e]*")
"""Between tags it means nothing."""

END_OF_SENTENCE = re.compile(r"([.!?\u3002\uff01\uff1f])[^\w\s|]*\s")
CELL_BEGINS = re.compile(r"[|\x1e][\s*_~`\[(\"'\u2018\u201c]*\Z")
CELL_ENDS = re.compile(r"(?:\](?:\([^)\s]*\)|\[[^\]\n]*\])?|[\s*_~`)\"'\u2019\u201d])*[|\x1e]")
ACTS = re.compile(
    r"\s+(?:also |always |never |often |then |first |later )?"
    r"(?:said|says|told|tells|explain(?:ed|s)|ask(?:ed|s)|answer(?:ed|s)|thinks|thought|works|worked"
    r"|start(?:ed|s)|stud(?:ied|ies)|mov(?:ed|es)|suggest(?:ed|s)|recommend(?:ed|s)|advis(?:ed|es)"
    r"|shar(?:ed|es)|mention(?:ed|s)|describ(?:ed|es)|lov(?:ed|es)|likes|liked|enjoy(?:ed|s)|feels"
    r"|felt|believ(?:ed|es)|want(?:ed|s)|spends|spent|uses|used|began|begins|got|gets|went|goes|came"
    r"|comes|has|had|was|is|did|does|showed|shows|gave|gives|made|makes|taught|teaches|runs|ran"
    r"|laugh(?:ed|s)|smil(?:ed|es)|nod(?:ded|s)|repl(?:ied|ies)|recall(?:ed|s)|wrote|writes|knew"
    r"|knows|took|takes)\b"
)
"""What people do, behind a name."""

TITLES = (
    r"(?:Mrs|Mr|Ms|Mx|Miss|Mister|Drs?|Doctor|Prof|Professor|Sir|Dame|Rev|Nurse|Herrn?|Frau"
    r"|[Ss]e\u00f1ora?|[Ss]e\u00f1orita|Sra?|Srta|[Ss]ignora?|[Ss]enhora?|Mme|Mlle|M(?=\.)"
    r"|[Mm]adame|[Mm]onsieur)"
)
TITLE_BEFORE = re.compile(rf"(?:\b{TITLES}(?:\.|\b)[ \t\u00a0\x1c]*\n?[ \t\x1c]*)+\Z")
"""What people are called by, in front of a name."""

LONGEST_TITLES = 40
TITLE = re.compile(rf"\b{TITLES}(?![^\W_])")
ASKS = re.compile(
    r"(?:and|or|but|so)[ \n\x1c]+(?:Will|May|Can)[ \n\x1c]+(?:the|this|that|these|those|an?|it|they"
    r"|we|you|she|he|I|there|my|your|our|his|her|their|any|some|every)\b[^.!?]{0,200}\?"
)
"""A verb, in a question that a second one follows: `and Will the ward change that?`."""

POSSESSIVE = re.compile(r"['’‘ʼ`´＇]s\b")
SIGNS_BETWEEN = 12
"""So many signs, besides spaces, may part the words of a name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text outside its tags, or those within."""

    text: str
    """As long as the text it was made from, with other characters where the tags stand."""
    words: tuple[Word, ...]

    def gap(self, at: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.words[at].end : self.words[at + 1].start]

    def is_joined(self, at: int) -> bool:
        """Whether a word and the next may belong to one name: in one sentence, or row of cells."""
        gap = self.gap(at)
        if len("".join(gap.split())) > SIGNS_BETWEEN or PARTS_NAMES.search(gap):
            return False
        if EMPTY_LINE.fullmatch(gap):
            return False
        end, word = END_OF_SENTENCE.search(gap), self.words[at].folded
        is_short = len(word) == 1 or word in ABBREVIATED or word in SMALL_WORDS
        return end is None or (end[1] == "." and is_short)

    def has_capital(self, at: int) -> bool:
        """Whether a word begins with a capital; in a script without capitals it counts as one."""
        sign = self.text[self.words[at].start]
        return not sign.islower()

    def has_inner_capital(self, at: int) -> bool:
        """Whether a word has a capital behind its first letter, as in `RosalindOkafor`."""
        word = self.text[self.words[at].start + 1 : self.words[at].end]
        return any(map(str.isupper, word)) and not word.isupper()

    def is_in_a_sentence(self, at: int) -> bool:
        """Whether a word has a capital though no sentence or title begins with it."""
        return (
            at > 0
            and self.has_capital(at)
            and not self.has_capital(at - 1)
            and bool(WITHIN_A_SENTENCE.fullmatch(self.gap(at - 1)))
        )

    def is_possessive(self, at: int) -> bool:
        """Whether `'s` follows a word."""
        return bool(POSSESSIVE.match(self.text, self.words[at].end))

    def follows_title(self, at: int) -> bool:
        """Whether a word with a capital stands behind a title, as in `Dr Young`."""
        start = self.words[at].start
        return self.has_capital(at) and bool(
            TITLE_BEFORE.search(self.text, max(start - LONGEST_TITLES, 0), start)
        )

    def is_set_off(self, at: int) -> bool:
        """Whether commas set a word apart, as in `Grace, though,` or `Thanks, Will!`."""
        following = self.text[self.words[at].end : self.words[at].end + 1]
        is_behind_comma = at > 0 and self.gap(at - 1).strip(" *_~\n\x1c") == ","
        return following == "," or (is_behind_comma and following in "!.?")

    def asks(self, at: int) -> bool:
        """Whether a word is the verb of a question behind another."""
        return at > 0 and bool(ASKS.match(self.text, self.words[at - 1].start))

    def acts(self, at: int) -> bool:
        """Whether a word is followed by what people do, as in `Will said`."""
        return bool(ACTS.match(self.text, self.words[at].end))

    def is_only_word(self, at: int) -> bool:
        """Whether a word is all there is, or with a capital all in the cell of a table."""
        word = self.words[at]
        if len(self.words) == 1 and "\n" not in self.text:
            return True
        before = self.text[self.words[at - 1].end if at else 0 : word.start]
        is_in_cell = CELL_BEGINS.search(before) and CELL_ENDS.match(self.text, word.end)
        return bool(is_in_cell) and self.has_capital(at)


def readings_of(text: str) -> Iterator[Reading]:
    """The text without its tags, then what stands in the tags."""
    tags = [(match.start(), match.end()) for match in TAG.finditer(text)]
    if not tags:
        yield _reading(text)
        return
    outside, inside, done = [], [], 0
    for start, end in tags:
        block = BLOCK.match(text, start)
        blank = BLANKS[block.lastgroup] if block else TAG_IN_A_LINE
        outside += [text[done:start], blank * (end - start)]
        inside += [BARRIER * (start - done), text[start:end]]
        done = end
    yield _reading("".join((*outside, text[done:])))
    yield _reading("".join((*inside, BARRIER * (len(text) - done))))


def _reading(text: str) -> Reading:
    return Reading(text, tuple(words_of(text)))
