"""What all conversations together taught the student."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from shoptalk.questions.bank import Learnt
from shoptalk.site.opinions import Opinions, Said, Sorting, Standing
from shoptalk.site.phrases import idea
from shoptalk.site.portfolio import Conversation, Portfolio

OTHER_THINGS = "On other things"


class Change(NamedTuple):
    """What a conversation made of the student's idea of a career."""

    conversation: Conversation
    before: str
    after: str


def changes_of(portfolio: Portfolio) -> list[Change]:
    """How the idea of a career changed, the first conversation first."""
    return [
        Change(one, one.interview.before, one.interview.after)
        for one in reversed(portfolio.conversations)
        if one.interview.before or one.interview.after
    ]


@dataclass(frozen=True, kw_only=True)
class TopicOfInsights:
    """What was learnt on one topic."""

    topic: str
    """Empty for what belongs to none."""
    title: str
    opinions: tuple[Opinions, ...]

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """All learnings."""
        return tuple(said for one in self.opinions for said in one.said)

    @property
    def people(self) -> int:
        """The number of conversations that they come from."""
        return len({said.learnt.address for said in self.said})

    def counted(self, standing: str) -> int:
        """How many learnings stand in the way of that name, such as `DIFFER`."""
        is_meant = Standing[standing]
        return sum(len(one.said) for one in self.opinions if one.standing is is_meant)


@dataclass(frozen=True, kw_only=True)
class Insights:
    """What all conversations that are shown taught."""

    portfolio: Portfolio
    changes: Sequence[Change] = ()
    """The first conversation first."""

    @cached_property
    def topics(self) -> tuple[TopicOfInsights, ...]:
        """Those with learnings, in the order of the bank; what belongs to none comes last."""
        sorting = Sorting(entry_of=self.portfolio.bank.entry_of, tied=self.portfolio.tied)
        return tuple(
            TopicOfInsights(
                topic=topic,
                title=self.portfolio.topic_titles[topic] if topic else OTHER_THINGS,
                opinions=sorting.opinions(learnt),
            )
            for topic, learnt in self._learnt_on.items()
            if learnt
        )

    @cached_property
    def said(self) -> int:
        """The number of learnings."""
        return sum(len(topic.said) for topic in self.topics)

    @property
    def idea(self) -> str:
        """What the changes are called together."""
        before, after = (one.before for one in self.changes), (one.after for one in self.changes)
        return idea("".join(before), "".join(after))

    @property
    def tied(self) -> bool:
        """Whether anybody is said to agree or to differ."""
        return any(topic.counted("AGREE") or topic.counted("DIFFER") for topic in self.topics)

    @property
    def _learnt_on(self) -> Mapping[str, Sequence[Learnt]]:
        learnt_on = dict(self.portfolio.learnt_on)
        others = learnt_on.pop("", ())
        return {**learnt_on, "": (*others, *self._unplaced())}

    def _unplaced(self) -> Iterable[Learnt]:
        """What the bank has under no topic."""
        listed = self.portfolio.learnt_on.values()
        placed = {(one.address, one.learning) for learnt in listed for one in learnt}
        return (
            Learnt(address, interview, learning)
            for address, interview in self.portfolio.bank.interviews
            for learning in interview.learnings
            if (address, learning) not in placed
        )
