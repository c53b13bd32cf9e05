"""Names as they compare: however somebody's name is typed, it is the same person's."""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = re.compile("['`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u2018\u2019\uff07]")
INVISIBLE = re.compile("[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
HYPHENS = re.compile("[\u058a\u05be\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
SIGNS = re.compile(r"[-.,;:!?()\[\]{}\"\u201c-\u201f\u00ab\u00bb/|_*~\u00b7\u2027\u30fb]+")
ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u064b-\u0652]")
"""Those of European scripts, and the vowel marks of Hebrew and Arabic."""

LETTERS_WITHOUT_PARTS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
UMLAUT = re.compile(r"(?<![aeiouyq])([aou])e(?=[b-df-hj-np-tv-xz])(?!l(?:s|a|e|le)?\b)")
"""One as two letters, as in Mueller; the e of Joe, Michael and Noelle stays."""


def _any_of(degrees: str) -> str:
    """Each with or without points."""
    written = (
        r"\.?\s?".join(r"\.?".join(part) for part in one.split("-")) for one in degrees.split()
    )
    return rf"(?i:{'|'.join(written)})\b\.?"


DEGREE = _any_of("ph-d d-phil ed-d pharm-d llb llm lld md m-sc b-sc esq")
DEGREE_AFTER_COMMA = _any_of(
    "ma ba ms bs mba mbbs bsn msn rn b-eng m-eng msw lmsw lcsw mpa mph mpp mfa jd dds dvm cpa cfa"
)
DEGREES = re.compile(rf"(?:\s*,\s*(?:{DEGREE}|{DEGREE_AFTER_COMMA})|\s+{DEGREE})+\s*\Z")
"""Behind a name. Without a comma some of them are names, as in Yo-Yo Ma."""

NOBODY = frozenset(("somebody", "someone"))
"""What stands for a name that is kept nowhere."""

TITLES = re.compile(
    r"(?:(?:dr|dra|prof|professor|professorin|doctor|doktor|rev|reverend)\b\W*"
    r"(?:(?:h\.\s?c|med|phil|rer|nat|jur|habil|dent|oec)\.\W*)*"
    r"|(?:ing|mag)\.\W*|dipl\W{1,2}ing\b\W*)+",
    re.IGNORECASE,
)
FORMS_OF_ADDRESS = re.compile(
    r"(?:mr|mrs|ms|miss|mx|mister|sir|dame|herrn?|frau|se[nñ]ora?|se[nñ]orita|sra?|srta|mme|mlle|madame"
    r"|monsieur|signora?|senhora?)\b\W+",
    re.IGNORECASE,
)
LONGEST = 200
"""Characters of a name that is looked through for titles."""


@lru_cache(maxsize=10_000)
def comparable_words(text: str) -> str:
    """A text without what people vary in typing it: capitals, accents, apostrophes, blanks."""
    plain = HYPHENS.sub("-", APOSTROPHES.sub("", INVISIBLE.sub("", text)))
    folded = unicodedata.normalize("NFKD", plain).casefold()
    plain = ACCENTS.sub("", folded).translate(LETTERS_WITHOUT_PARTS)
    return " ".join(UMLAUT.sub(r"\1", unicodedata.normalize("NFKC", plain)).split())


@lru_cache(maxsize=10_000)
def comparable_name(name: str) -> str:
    """A person's name, however it is typed, without titles and degrees.

    Where only a last name is known, `Mr` and `Ms` tell two people apart. So do `Jr.` and `Sr.`.
    """
    whole = comparable_words(name)
    words = SIGNS.sub(" ", without_titles(whole)).split()
    address = FORMS_OF_ADDRESS.match(whole)
    if address and len(words) < 2:
        words.insert(0, SIGNS.sub("", address[0]).strip())
    return " ".join(words) or whole


def without_titles(name: str) -> str:
    """A person's name without the titles before it and the degrees behind it; maybe empty."""
    if len(name) > LONGEST:
        return name
    address = FORMS_OF_ADDRESS.match(name)
    rest = name[address.end() :] if address else name
    title = TITLES.match(rest)
    return DEGREES.sub("", rest[title.end() :] if title else rest)


def without_degrees(name: str) -> str:
    """A name as a letter addresses it: as it is written, but for the degrees behind it."""
    return name if len(name) > LONGEST else DEGREES.sub("", name) or name


def is_nobody(name: str) -> bool:
    """Whether it is no name, but stands for that of somebody who is to be forgotten."""
    return comparable_name(name) in NOBODY
