"""Several people of one name, told apart by where they work."""

from collections.abc import Iterator, Mapping

from shoptalk.outreach.names import comparable_name, comparable_words
from shoptalk.outreach.request import Request
from shoptalk.reading.corpus import Corpus, ReadFile


def workplaces(
    name: str, corpus: Corpus, requests: tuple[Request, ...]
) -> Mapping[str, tuple[str, ...]]:
    """Where people of a name work, as it compares, with how it is written.

    A request that names the file of its conversation is to the person of that conversation.
    """
    found: dict[str, tuple[str, ...]] = {}
    for written in _written(name, corpus, requests):
        words = comparable_words(written)
        if words:
            found[words] = (*found.get(words, ()), written)
    return found


def workplace_of(file: ReadFile, requests: tuple[Request, ...]) -> str:
    """Where the person of a conversation works; empty where that is not known."""
    own = file.interview.organization if file.interview else ""
    led = (one.organization for one in requests if one.interview == file.address)
    return own or next(filter(None, led), "")


def is_at(organization: str, given: str) -> bool:
    """Whether two texts mean one organization."""
    return comparable_words(organization) == comparable_words(given)


def _written(name: str, corpus: Corpus, requests: tuple[Request, ...]) -> Iterator[str]:
    person, known = comparable_name(name), set()
    for file in corpus.files:
        if file.interview and comparable_name(file.interview.name) == person:
            known.add(file.address)
            yield workplace_of(file, requests)
    for one in requests:
        if comparable_name(one.name) == person and one.interview not in known:
            yield one.organization
