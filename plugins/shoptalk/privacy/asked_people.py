"""The people in a list of requests, who agreed to nothing unless an interview says otherwise."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from shoptalk.findings.finding import Place
from shoptalk.outreach.names import without_titles
from shoptalk.outreach.request import Entry, Outreach, Request
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.privacy.names.contacts import contacts_in
from shoptalk.privacy.private_values import (
    END_OF_SENTENCE,
    FEWEST_WORDS,
    Kind,
    PrivateValue,
    is_name,
    published_texts,
    same_name,
)
from shoptalk.reading.corpus import Corpus
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.sections import comparable


class Named(NamedTuple):
    """Somebody whom a list of requests names."""

    name: str
    place: Place
    kind: Kind
    """`asked` for those who were asked; of all others, too little is known."""


def values_of_requests(
    outreach: Outreach, corpus: Corpus, allowed: Iterable[str] = ()
) -> tuple[PrivateValue, ...]:
    """All that a site must not show of requests: names, contacts, and what was written."""
    if not outreach.entries:
        return ()
    people = asked_people(outreach, corpus, allowed)
    return (*people, *_sentences(outreach, published_texts(corpus)))


def asked_people(
    outreach: Outreach, corpus: Corpus, allowed: Iterable[str] = ()
) -> tuple[PrivateValue, ...]:
    """The names of those who were not interviewed, and mail addresses and numbers in messages.

    Of people who were, their interviews say what they agreed to. Who is in `allowed` is left out.
    """
    interviews = [file.interview for file in corpus.files if file.interview]
    texts = {text for one in interviews for text in (one.name, one.title)}
    known = set(map(_person, (*texts, *allowed)))
    parts = {part for one in interviews for part in _person(one.name)}
    people = (
        PrivateValue(one.name, one.kind, "", one.place)
        for one in people_named(outreach)
        if _person(one.name) not in known and not _is_one_of(one.name, parts)
    )
    return (*people, *_contacts(outreach))


def _person(name: str) -> tuple[str, ...]:
    """What the writings of one person's name have in common, title or not."""
    return same_name(without_titles(name)) or same_name(name)


def _is_one_of(name: str, parts: Collection[str]) -> bool:
    """Whether a name is but one word, and part of the name of somebody else."""
    words = _person(name)
    return len(words) == 1 and words[0] in parts


def people_named(outreach: Outreach) -> tuple[Named, ...]:
    """Everybody whom requests name, once, but the student.

    A single word is the name of those who were asked; of all others it tells of nobody.
    """
    found: dict[tuple[str, ...], Named] = {}
    own = _person(outreach.me.name)
    for entry in outreach.entries:
        for name, path in _names(entry.request):
            same = _person(name)
            kind = _kind(entry.request, same, own) if path == "name" else "referral"
            words = same_name(name)
            is_whole = len(words) > 1 or (kind == "asked" and len("".join(words)) > 1)
            if is_whole and same != own and is_name(name) and not is_placeholder(name):
                one = found.setdefault(same, Named(name, entry.place(path), kind))
                found[same] = one._replace(kind=kind) if kind == "asked" else one
    return tuple(found.values())


def _kind(request: Request, name: tuple[str, ...], own: tuple[str, ...]) -> Kind:
    """Whether a part of somebody's name may count: it is neither the student's nor the employer's.

    Of those who were interviewed, the interview says what may be shown.
    """
    others = {*own, *_person(request.organization)}
    return "asked" if not request.interview and others.isdisjoint(name) else "referral"


def without_consent(
    outreach: Outreach, corpus: Corpus, allowed: Iterable[str], today: datetime.date
) -> tuple[str, ...]:
    """The names in requests that nobody agreed to and that are not allowed."""
    interviews = (file.interview for file in corpus.files if file.interview)
    names = (one.name for one in interviews if may_show(Agreed.NAME, one, today))
    agreed = {_person(text) for text in (*names, *allowed)}
    return tuple(one.name for one in people_named(outreach) if _person(one.name) not in agreed)


def _names(request: Request) -> Iterator[tuple[str, str]]:
    """The names in a request, with their paths."""
    yield request.name, "name"
    yield request.introduced_by, "introduced_by"
    for number, one in enumerate(request.referrals):
        yield one.name, f"referrals[{number}]"
    for number, feedback in enumerate(request.feedback):
        yield feedback.who, f"feedback[{number}]"


def _texts(request: Request) -> Iterator[tuple[str, str]]:
    """What the student wrote to somebody or about them, with the paths."""
    for path in ("subject", "message", "why", "shared"):
        yield getattr(request, path), path
    for number, feedback in enumerate(request.feedback):
        yield feedback.comment, f"feedback[{number}].comment"
    for path in ("reminders", "check_ins"):
        for number, contact in enumerate(getattr(request, path)):
            yield contact.text, f"{path}[{number}].text"
    for number, promise in enumerate(request.promised):
        yield promise.do, f"promised[{number}]"
    if request.appointment:
        yield request.appointment.place, "appointment.place"


def _contacts(outreach: Outreach) -> Iterator[PrivateValue]:
    """Mail addresses and numbers; what stands in several requests is the student's own."""
    met = [
        (contact.text, entry, path)
        for entry in outreach.entries
        for path, contact in {
            contact.text: (path, contact)
            for text, path in _texts(entry.request)
            for contact in contacts_in(text)
        }.values()
    ]
    times = Counter(text for text, _, _ in met)
    for text, entry, path in met:
        if times[text] == 1:
            yield PrivateValue(text, "contact", "", entry.place(path))


def _sentences(outreach: Outreach, published: frozenset[str]) -> Iterator[PrivateValue]:
    """The sentences that one person was written; what several were tells of none of them."""
    of_entries = [(entry, dict(_sentences_of(entry))) for entry in outreach.entries]
    times = Counter(words for _, sentences in of_entries for words in sentences)
    own = frozenset(map(comparable, END_OF_SENTENCE.split(outreach.me.about)))
    for entry, sentences in of_entries:
        for words, (text, path) in sentences.items():
            if times[words] == 1 and words not in published and words not in own:
                yield PrivateValue(text, "note", "", entry.place(path))


def _sentences_of(entry: Entry) -> Iterator[tuple[str, tuple[str, str]]]:
    for whole, path in _texts(entry.request):
        for text in END_OF_SENTENCE.split(whole):
            if len(text.split()) >= FEWEST_WORDS:
                yield comparable(text), (text, path)
