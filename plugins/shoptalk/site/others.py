"""What other people said on the topics of a conversation."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, islice, zip_longest

from shoptalk.questions.bank import Learnt
from shoptalk.site.portfolio import Portfolio

MOST_OF_OTHERS = 5
"""Learnings of other people on the page of a conversation."""


def learnt_from_others(
    portfolio: Portfolio, address: str, topics: Sequence[str]
) -> tuple[Learnt, ...]:
    """A few learnings on these topics, each topic in its turn, from other conversations.

    The last conversation before this one comes first, and those after it come last.
    """
    by_topic = (_of_others(portfolio, address, topic) for topic in topics)
    in_turn = filter(None, chain.from_iterable(zip_longest(*by_topic)))
    return tuple(islice(in_turn, MOST_OF_OTHERS))


def _of_others(portfolio: Portfolio, address: str, topic: str) -> Iterator[Learnt]:
    learnt = portfolio.learnt_on.get(topic, ())
    place_of = portfolio.place_in_time
    here = bisect_left(learnt, place_of[address], key=lambda one: place_of[one.address])
    for at in chain(range(here - 1, -1, -1), range(here, len(learnt))):
        if learnt[at].address != address:
            yield learnt[at]
