"""What a request for a conversation says, as pure functions of its text.

They guess by the word lists in `wording/`. A text in another language is never accused: what is
missing from it nobody here can tell.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from shoptalk.outreach.messages.phrases import (
    Found,
    find,
    find_all,
    find_each,
    holds,
    listed,
    straight,
    words_of,
)
from shoptalk.outreach.request import Request, Route

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
SENTENCE = re.compile(r"\S(?:[^.?!\n]|\.(?=\S)|\n(?!\s*\n))*[.?!]*")
GREETING = re.compile(
    r"(?:dear|hi|hello|hey|kia ora|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|"
    r"sehr geehrte[rs]?|guten tag|bonjour|salut|chère?|hola|buenos días|querid[oa]|estimad[oa]|"
    r"ciao|caro|cara|hej|olá),?\s+(?P<name>[^,!:;.?\n\[\]{}<>]{1,60})",
    re.IGNORECASE,
)
NAME_FIRST = re.compile(r"\s*(?P<name>[^\W\d_]+)\s*[,!:]")
"""A name alone at the beginning, as in "Ada, could we talk?"."""
FIRST_PERSON = re.compile(
    r"(?<!could )(?<!can )(?<!may )(?<!might )(?<!should )(?<!would )(?<!if )\bi(?:'\w+)?\s", re.I
)
"""Not in a question such as "may I"."""
OWN_NAME = re.compile(r"\b(?:I'm|I am|[Tt]his is|[Ii]t's|[Ii]t is) [A-Z][^\W\d_]+")
OF_ONESELF = re.compile(
    r"(?:^|[.?!]\s*|\n[^\S\n]*)(?:As an?|Being|Studying|Training|Working|Coming|Currently|Former)\s"
)
"""How a sentence begins that leaves the "I" out, or says it later."""
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
THEIR_DEED = re.compile(
    r"\byou(?:'ve| have)? (?:(?:once|also|both|yourself|then|just) )?(?P<deed>\w+)", re.IGNORECASE
)
OUR_DEED = re.compile(r"\bwe (?:both |once |all )?(\w+)", re.IGNORECASE)
US = re.compile(r"\b(?:me|us|my|our)\b", re.IGNORECASE)
LINK = re.compile(r"https?://\S+")
HOUR = re.compile(
    r"\bat (?:(?:1?\d|2[0-4])(?!\d|\w*(?:\s*[-\u2013]\s*|\s+(?:to|or)\s+)\d)|noon)", re.IGNORECASE
)
"""A single hour of the day, and no choice of them."""
QUOTED = re.compile(r"[\"\u201c\u201e\u00ab](?:[^\W\d_]+\W+){1,9}?[\"\u201d\u201c\u00bb]")
GAP_FOR_EMPLOYER = re.compile(
    r"[\[{<][^\]}>]{0,120}(?:company|firm|organi[sz]ation|employer)", re.IGNORECASE
)
NEW_CLAUSE = re.compile(
    r"\b(?:but|however|though|please|why"
    r"|(?:could|would|can|will|do|are|is) (?:you|your|there|they))\b"
)
"""What comes after it is not denied by what came before."""
POST = re.compile(
    r"(?:\S+ ){0,3}(?:position|vacancy|opening|internship|job|role|placement)s?\W*", re.IGNORECASE
)
"""A subject that is the name of a post."""
FEWEST_COMMON = 0.25
"""The share of a message's words that are common in English, at least, if it is English."""

FROM_ONE_PLACE = frozenset((Route.WARM, Route.ALUMNI, Route.EVENT))
"""Routes that begin with something two people share."""


@lru_cache(maxsize=10_000)
def is_english(text: str) -> bool:
    """Whether enough of the words of a text are common ones in English."""
    words = [word.lower() for word in WORD.findall(straight(text))]
    common = sum(map(words_of("common").__contains__, words))
    return bool(words) and common >= FEWEST_COMMON * len(words)


@lru_cache(maxsize=10_000)
def sentences(text: str) -> tuple[Found, ...]:
    """The sentences of a text; a blank line ends one as well."""
    return tuple(Found(match.start(), match.group()) for match in SENTENCE.finditer(text))


@lru_cache(maxsize=10_000)
def request_in(text: str) -> Found | None:
    """The first sentence that asks for a conversation, and for no job."""
    for sentence in sentences(text):
        said = sentence.words
        if _asks(said) and holds("of_conversation", said) and not job_asked_for(said):
            return sentence
    return None


def _asks(sentence: str) -> bool:
    return sentence.endswith("?") or holds("asks", sentence)


def asks_for_job_instead(text: str) -> bool:
    """Whether it asks for no conversation at all, but for a job."""
    return request_in(text) is None and job_asked_for(text) is not None


def words_before_request(text: str) -> int:
    """How many words stand between the greeting and the request."""
    request = request_in(text)
    return len(WORD.findall(body_of(text[: request.at]))) if request else 0


def body_of(text: str) -> str:
    """A message with blanks in the place of its greeting, so that all offsets remain."""
    greeting = GREETING.match(text.lstrip())
    end = len(text) - len(text.lstrip()) + greeting.end() if greeting else 0
    return " " * end + text[end:]


def introduces_sender(text: str, name: str) -> bool:
    """Whether it says who writes: not the name below it, but what the person is or does."""
    plain = straight(text)
    if holds("introduces", text) or OWN_NAME.search(plain) or OF_ONESELF.search(body_of(plain)):
        return True
    if name and _says_own_name(text, name):
        return True
    empty = {found.at for found in find_each("says_nothing_of_sender", plain)}
    return any(match.start() not in empty for match in FIRST_PERSON.finditer(plain))


def _says_own_name(text: str, name: str) -> bool:
    first = re.escape(name.split(maxsplit=1)[0])
    return bool(re.search(rf"\b(?:i'm|i am|this is|it's|it is) {first}\b", straight(text), re.I))


def gives_reason(request: Request) -> bool:
    """Whether it says why this very person: something of theirs that it names."""
    text, employer = body_of(request.message), request.organization
    if holds("reasons", text) or (has_common_ground(request) and holds("shares", text)):
        return True
    if _holds_words_of(request.why, text) or _names(request.introduced_by, text):
        return True
    if (employer and employer in text) or GAP_FOR_EMPLOYER.search(text):
        return True
    if QUOTED.search(text) or any(map(_is_past, THEIR_DEED.findall(straight(text)))):
        return True
    said = straight(f"{text}\n{request.subject}")
    of_theirs = re.findall(r"\byour\s+([^\W\d_]+)", said, re.IGNORECASE)
    return any(word.lower() not in words_of("of_anybody") for word in of_theirs)


def _is_past(verb: str) -> bool:
    """Whether a verb tells of something done; "you need" and "you interested" tell of nothing."""
    plain = verb.lower()
    regular = plain.endswith("ed") and plain not in ("need", "interested")
    return regular or plain in words_of("past")


def has_common_ground(request: Request) -> bool:
    """Whether the two share something, as far as it is written down."""
    return bool(request.shared or request.introduced_by) or request.route in FROM_ONE_PLACE


def says_common_ground(request: Request, about: str) -> bool:
    """Whether it says what the two share; `about` is what the student says of themselves."""
    text = f"{body_of(request.message)}.\n{request.subject}"
    return bool(
        holds("shares", text)
        or any(_tells_of_meeting(straight(one.words)) for one in sentences(text))
        or _names(request.introduced_by, text)
        or _holds_words_of(request.shared, text)
        or (request.route is Route.ALUMNI and _names(_names_in(about), text))
    )


def _tells_of_meeting(sentence: str) -> bool:
    """Whether it tells of something that they did together, or one to the other."""
    if any(map(_is_past, OUR_DEED.findall(sentence))):
        return True
    return bool(US.search(sentence)) and any(map(_is_past, THEIR_DEED.findall(sentence)))


def _names(name: str, text: str) -> bool:
    """Whether a text holds a part of a name."""
    parts = [re.escape(part) for part in name.split() if len(part) > 2]
    return bool(parts and re.search(rf"\b(?:{'|'.join(parts)})\b", text))


def _holds_words_of(note: str, text: str) -> bool:
    """Whether a text holds a name that a note has, or half of its longer words."""
    if not note:
        return False
    if _names(_names_in(note), text):
        return True
    wanted = {word.lower() for word in WORD.findall(note) if len(word) > 4}
    there = {word.lower() for word in WORD.findall(text)}
    return bool(wanted) and 2 * len(wanted & there) >= len(wanted)


def _names_in(note: str) -> str:
    """The words of a note that look like names: those with a capital but the first."""
    return " ".join(re.findall(r"(?<!^)\b[A-Z]\w{3,}", note))


def leaves_time_open(text: str, booking: str) -> bool:
    """Whether there is a choice of times: several, theirs, or a link to choose one."""
    links = LINK.findall(text)
    if any(word in link.lower() for link in links for word in listed("booking")):
        return True
    if holds("times", text) or (booking and booking in text):
        return True
    said = [sentence.words for sentence in sentences(text)]
    if holds("spans", text) and not any(map(_names_hour, said)):
        return True
    return any(len(_days_in(sentence)) > 1 for sentence in said)


def _names_hour(sentence: str) -> bool:
    """Whether it asks for one hour of the day."""
    return bool(HOUR.search(sentence) and (_asks(sentence) or WEEKDAY.search(sentence)))


def _days_in(sentence: str) -> set[str]:
    return {day.lower() for day in WEEKDAY.findall(sentence)}


def asks_only_to_meet(text: str) -> Found | None:
    """The words that ask to meet, where there is nothing about talking from afar."""
    if holds("remote", text):
        return None
    for sentence in sentences(text):
        found = find("in_person", sentence.words)
        if found and _asks(sentence.words):
            return Found(sentence.at + found.at, found.words)
    return None


def says_thanks(text: str) -> bool:
    """Whether there is a word of thanks."""
    begins = tuple(listed("thanks_begin"))
    words = (word.lower() for word in WORD.findall(text))
    said = any(word in words_of("thanks") or word.startswith(begins) for word in words)
    return said or holds("thanks_said", text)


def is_vague_subject(subject: str) -> bool:
    """Whether a subject has no word that tells it from others, or only names a post."""
    if POST.fullmatch(subject) and "your" not in subject.lower():
        return True
    return all(word.lower() in words_of("vague_in_subject") for word in WORD.findall(subject))


def job_asked_for(text: str) -> Found | None:
    """The words that ask for a job, a referral or an internship."""
    found = _unless_denied("job", text)
    return None if found and found.at in {one.at for one in find_each("no_job", text)} else found


def resume_attached(text: str) -> Found | None:
    """The words that say that a CV comes along."""
    return _unless_denied("resume", text)


def _unless_denied(kind: str, text: str) -> Found | None:
    """The first phrase of a kind in a clause that does not say "not" before it."""
    for sentence in sentences(text):
        for found in find_each(kind, sentence.words):
            if not _is_denied(sentence.words[: found.at + len(found.words)]):
                return Found(sentence.at + found.at, found.words)
    return None


def _is_denied(clauses: str) -> bool:
    """Whether the last of some clauses says "not"."""
    last = NEW_CLAUSE.split(straight(clauses.lower()))[-1]
    return not words_of("not").isdisjoint(WORD.findall(last))


def presses(text: str) -> Found | None:
    """The words with which somebody presses for an answer."""
    for sentence in sentences(text):
        for found in find_each("pushy", sentence.words):
            if not _is_denied(sentence.words[: found.at]):
                return Found(sentence.at + found.at, found.words)
    return None


def worn_phrases(text: str, more: tuple[str, ...]) -> Iterator[tuple[Found, str]]:
    """The worn phrases in a text, each with a plain one if there is one."""
    for found in find_all((*listed("worn"), *more), text):
        yield found, _plain_for(found.words)


def _plain_for(words: str) -> str:
    return next(
        (plain for phrase, plain in listed("worn").items() if find_all((phrase,), words)), ""
    )
