"""What was learnt in the latest conversations."""

from itertools import chain, islice, zip_longest

from shoptalk.questions.bank import Learnt
from shoptalk.site.portfolio import Conversation, Portfolio


def latest_learnings(portfolio: Portfolio, most: int) -> list[Learnt]:
    """The first learning of each of the latest conversations, then the second of each."""
    told = [_learnt(one) for one in portfolio.conversations if one.interview.learnings]
    in_turn = filter(None, chain.from_iterable(zip_longest(*told[:most])))
    return list(islice(in_turn, most))


def _learnt(one: Conversation) -> list[Learnt]:
    return [Learnt(one.file.address, one.interview, each) for each in one.interview.learnings]
