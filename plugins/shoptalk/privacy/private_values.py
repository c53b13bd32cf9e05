"""What people did not agree to have published, and where it stands in the source."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from shoptalk.findings.finding import Place
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.names.ordinary_names import (
    ARTICLES,
    PLACES_TO_WORK,
    SMALL_LETTERS,
    SMALL_WORDS,
)
from shoptalk.questions.starter import starter_questions
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview
from shoptalk.reading.nodes import Scalar
from shoptalk.reading.private_file import Stray
from shoptalk.reading.sections import comparable
from shoptalk.reading.source import Span

Kind = Literal["name", "asked", "referral", "organization", "link", "contact", "note"]
KINDS: Mapping[Agreed, Kind] = {
    Agreed.NAME: "name",
    Agreed.ORGANIZATION: "organization",
    Agreed.LINK: "link",
}
NAMES: frozenset[Kind] = frozenset(("name", "asked", "referral"))
NAME_LINE = re.compile(
    r"""^name[ \t]*:[ \t]*["']?(?P<name>[^\W\d_][^\n"#:\[\]{}|>]*?)["']?[ \t]*(?:[ \t]#.*)?$""",
    re.MULTILINE,
)
FEWEST_WORDS = 6
"""Shorter sentences of a draft may stand anywhere."""

FEWEST_WORDS_OF_TITLE = 3
END_OF_SENTENCE = re.compile(r"(?<=[.!?…。？！])\s+")


class PrivateValue(NamedTuple):
    """A text that must not be in a public site."""

    text: str
    kind: Kind
    """`asked` is the name of somebody who was asked for a conversation, `referral` that of somebody
    recommended, `contact` a mail address or a telephone number, `note` any other text."""
    person: str
    """The address of the interview, as in `ReadFile`; empty where none is known."""
    place: Place
    """Where it stands in the source."""
    begins_with_word: bool = False
    """Of an organization: the write-up has its first word in small letters, as an ordinary word."""


def private_values(corpus: Corpus, today: datetime.date) -> tuple[PrivateValue, ...]:
    """What nobody agreed to on that day, and all that is told by drafts alone."""
    published = published_texts(corpus) if _keeps_any(corpus) else frozenset[str]()
    found: list[PrivateValue] = []
    for file, one in _interviews(corpus):
        found += _not_agreed_to(file, one, today)
        found += _kept_private(file, one, published)
        if one.draft:
            found += _title(file, one, one.title, published)
            found += _sentences(file, one, _texts(one), published)
    for stray in corpus.strays:
        found += _of_stray(stray, published)
    for file in corpus.files:
        found += _of_unread(file)
    return (*found, *_referrals(corpus, today))


def agreed_texts(corpus: Corpus, today: datetime.date) -> tuple[str, ...]:
    """The names, organizations and links that people agreed to have published."""
    return tuple(
        text
        for _, one in _interviews(corpus)
        if not one.draft
        for what, text, _ in asked_for(one)
        if text and may_show(what, one, today)
    )


def same_name(name: str) -> tuple[str, ...]:
    """What two writings of one name have in common: its words, in whatever order."""
    return tuple(sorted(folded_words(name)))


def title_of_file(interview: Interview) -> str:
    """The job title, not as `private/` has it but as it stands in the interview's own file."""
    if not (interview.private and interview.private.title):
        return interview.title
    node = interview.front_matter.get("title")
    return node.text if isinstance(node, Scalar) else ""


def is_firm(text: str) -> bool:
    """Whether a text names a firm, and not only a kind of place, such as `a local bakery`."""
    words = [word for word in text.split() if word.lower() not in SMALL_WORDS]
    begins_as_kind = PLACES_TO_WORK.issuperset(folded_words("".join(words[:1])))
    is_kind = begins_as_kind and (len(words) < 2 or any(word[0].islower() for word in words))
    return not is_kind


def _interviews(corpus: Corpus) -> Iterator[tuple[ReadFile, Interview]]:
    return ((file, file.interview) for file in corpus.files if file.interview)


def asked_for(one: Interview) -> Iterator[tuple[Agreed, str, str]]:
    """What somebody can agree to and that can be looked for, with its path."""
    yield Agreed.NAME, one.name, "name"
    yield Agreed.ORGANIZATION, one.organization, "organization"
    yield Agreed.LINK, one.link, "link"
    for number, step in enumerate(one.path):
        if is_firm(step.organization):
            yield Agreed.ORGANIZATION, step.organization, f"path[{number}].organization"


def overlaid(one: Interview) -> Iterator[tuple[Agreed, Scalar]]:
    """What the interview's own file says where `private/` says something else."""
    for what, text, path in asked_for(one):
        node = one.front_matter.get(path) if one.private and one.private.gives(path) else None
        if isinstance(node, Scalar) and node.text and node.text != text:
            yield what, node


def _not_agreed_to(file: ReadFile, one: Interview, today: datetime.date) -> Iterator[PrivateValue]:
    for what, text, path in asked_for(one):
        is_open = may_show(what, one, today) and not one.draft
        if text and not is_open and not is_placeholder(text):
            is_word = what is Agreed.ORGANIZATION and _begins_with_word(text, one)
            yield PrivateValue(text, KINDS[what], file.address, one.place(path), is_word)
    for what, node in overlaid(one):
        if not may_show(what, one, today) and not is_placeholder(node.text):
            place = one.source.place(Span(node.start, node.end))
            is_word = what is Agreed.ORGANIZATION and _begins_with_word(node.text, one)
            yield PrivateValue(node.text, KINDS[what], file.address, place, is_word)


def _begins_with_word(organization: str, one: Interview) -> bool:
    words = (word for word in folded_words(organization) if word not in ARTICLES)
    return next(words, "") in SMALL_LETTERS.findall(one.source.text)


def _referrals(corpus: Corpus, today: datetime.date) -> Iterator[PrivateValue]:
    """Those recommended who were not interviewed: they agreed to nothing.

    A single word tells of nobody, and neither does what is no name, such as `her manager`.
    """
    known = {same_name(one.name) for _, one in _interviews(corpus)}
    known |= {same_name(one.title) for _, one in _interviews(corpus)}
    for _, one in _interviews(corpus):
        for number, referral in enumerate(one.referrals):
            same = same_name(referral.name)
            if len(same) > 1 and same not in known and is_name(referral.name):
                known.add(same)
                place = one.place(f"referrals[{number}]")
                yield PrivateValue(referral.name, "referral", "", place)


def is_name(text: str) -> bool:
    """Whether a text may be a name: no word of it but particles begins with a small letter."""
    if is_placeholder(text):
        return False
    words = [word for word in text.split() if word.lower() not in SMALL_WORDS]
    return not any(word[0].islower() for word in words)


def _kept_private(
    file: ReadFile, one: Interview, published: frozenset[str]
) -> Iterator[PrivateValue]:
    """What only `private/` holds of somebody, and what the student found out beforehand."""
    private = one.private
    if private:
        place = private.place("contact")
        yield from (PrivateValue(text, "contact", file.address, place) for text in private.contact)
        notes = _sentences(file, one, [("notes", private.notes)], published)
        yield from (note._replace(place=private.place("notes")) for note in notes)
        yield from _title(file, one, private.title, published)
    yield from _sentences(file, one, [("research", one.research)], published)


def _of_stray(stray: Stray, published: frozenset[str]) -> Iterator[PrivateValue]:
    """Everything in a private file of no interview: nobody's consent is known for it."""
    yield from who_is_meant(stray)
    private, person = stray
    for key, whole in (("notes", private.notes), ("research", private.research)):
        for text in END_OF_SENTENCE.split(whole):
            if _words(text) >= FEWEST_WORDS and comparable(text) not in published:
                yield PrivateValue(text, "note", person, private.place(key))


def _of_unread(file: ReadFile) -> Iterator[PrivateValue]:
    """Whom a file names that cannot be read as an interview: nobody's consent is known for it."""
    named = NAME_LINE.search(file.source.text) if file.source and not file.interview else None
    if file.source and named and is_name(named["name"]):
        place = file.source.place(Span(*named.span("name")))
        yield PrivateValue(named["name"], "name", file.address, place)


def who_is_meant(stray: Stray) -> Iterator[PrivateValue]:
    """Who somebody is, and where they work, of whom only a private file of no interview tells."""
    private, person = stray
    kinds: tuple[Kind, ...] = ("name", "organization", "link")
    texts = (private.name, private.organization, private.link)
    for kind, text in zip(kinds, texts, strict=True):
        if text and not is_placeholder(text):
            yield PrivateValue(text, kind, person, private.place(kind))
    place = private.place("contact")
    yield from (PrivateValue(text, "contact", person, place) for text in private.contact)


def _title(
    file: ReadFile, one: Interview, title: str, published: frozenset[str]
) -> Iterator[PrivateValue]:
    if _words(title) >= FEWEST_WORDS_OF_TITLE and comparable(title) not in published:
        yield PrivateValue(title, "note", file.address, one.place("title"))


def _sentences(
    file: ReadFile,
    one: Interview,
    texts: Iterable[tuple[str, str]],
    published: frozenset[str],
) -> Iterator[PrivateValue]:
    for path, whole in texts:
        for text in END_OF_SENTENCE.split(whole):
            if _words(text) >= FEWEST_WORDS and comparable(text) not in published:
                yield PrivateValue(text, "note", file.address, one.place(path))


def published_texts(corpus: Corpus) -> frozenset[str]:
    """The texts that stand in a finished write-up, and the questions that come with Shoptalk."""
    finished = [one for _, one in _interviews(corpus) if not one.draft]
    texts = [text for one in finished for _, whole in _texts(one) for text in _parts_of(whole)]
    titles = [title_of_file(one) for one in finished]
    return frozenset(map(comparable, (*texts, *titles, *(one.ask for one in starter_questions()))))


def _keeps_any(corpus: Corpus) -> bool:
    """Whether anything is kept back that is no name."""
    kept = any(one.draft or one.private or one.research for _, one in _interviews(corpus))
    return kept or bool(corpus.strays)


def _parts_of(whole: str) -> tuple[str, ...]:
    return (whole, *END_OF_SENTENCE.split(whole))


def _texts(one: Interview) -> Iterator[tuple[str, str]]:
    """What the student wrote down, by its path."""
    for number, question in enumerate(one.questions):
        yield f"questions[{number}]", question.ask
    for number, learning in enumerate(one.learnings):
        yield f"learnings[{number}]", learning.text
    for number, application in enumerate(one.applications):
        yield f"applications[{number}]", application.do
    yield from (("before", one.before), ("after", one.after))
    for number, step in enumerate(one.path):
        yield f"path[{number}].role", step.role
    yield from (("body", text) for text in one.body.text.splitlines() if text[:1].isalnum())


def _words(text: str) -> int:
    return len(text.split())
