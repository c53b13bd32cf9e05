"""What to ask in the next conversation: a plan from the gaps of those before it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from shoptalk.questions.bank import Asked, in_order
from shoptalk.questions.concept_list import concepts
from shoptalk.questions.listed import Listed, listed_starter, starters_beside
from shoptalk.questions.listing.phrases import count, names, times, who
from shoptalk.questions.meaning import asked_by, signature
from shoptalk.questions.starter import StarterQuestion, starter_of, starter_questions
from shoptalk.questions.topics import MIDDLE, PHASES, phase_of, topic_of
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview, Question
from shoptalk.reading.keys import TOPICS
from shoptalk.reading.sections import heading_key
from shoptalk.reading.slug import slug

REFERRALS = "referrals"
HOW_MANY = re.compile(r"\b(?:two|three|four|five|[2-5])\b", re.IGNORECASE)
LONGEST_NAME = 40
"""Characters of a name that a placeholder has room for."""


class PlannedQuestion(NamedTuple):
    """A question of a plan."""

    ask: str
    phase: str
    topic: str = ""
    """The topic to write down for it; empty where the rules see it in the question."""
    personal: bool = False
    why: str = ""
    """Why it was chosen, as a sentence without capital letter and full stop."""
    starter: StarterQuestion | None = None

    @property
    def is_placeholder(self) -> bool:
        """It is still to be written."""
        return is_placeholder(self.ask)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the plan is to be like."""

    questions: int = 10
    personal: int = 3
    """How many of them only this person can answer."""
    topics: Collection[str] = ()
    """To be asked about before all others."""
    course: str = ""
    """Whose questions come before other starter questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """What all conversations so far have been about."""

    conversations: int
    of_topic: Mapping[str, int]
    """In how many of them somebody was asked about a topic."""


def covered_by(own: Iterable[Listed]) -> Covered:
    """What the questions of a bank have covered."""
    of_topic: dict[str, set[str]] = {}
    for one in own:
        of_topic.setdefault(one.topic, set()).update(asked.address for asked in one.asked)
    every = set().union(*of_topic.values())
    counted = {topic: len(addresses) for topic, addresses in of_topic.items()}
    return Covered(conversations=len(every), of_topic=counted)


def to_choose_from(own: Sequence[Listed]) -> tuple[Listed, ...]:
    """The questions of a bank, and the starter questions beside them.

    The starter question for two or three further people is always among them.
    """
    closing = listed_starter(_for_people())
    return (*own, *(one for one in starters_beside(own) if one.key != closing.key), closing)


def propose(
    name: str, candidates: Iterable[Listed], covered: Covered, wishes: Wishes
) -> tuple[PlannedQuestion, ...]:
    """A plan for the conversation with somebody: opening, middle, closing.

    There are fewer questions than wished for where there are too few candidates.
    """
    choice = _Choice(candidates, covered, wishes)
    ending = choice.ask_for_people()
    at_each_end = max(
        1, min((wishes.questions + 1) // 4, (wishes.questions - wishes.personal) // 2)
    )
    opening = choice.take("open", at_each_end)
    closing = choice.take("close", at_each_end - len(ending))
    taken = len(opening) + len(closing) + len(ending) + wishes.personal
    middle = choice.take(MIDDLE, wishes.questions - taken)
    return (*opening, *personal(name, wishes.personal), *middle, *closing, *ending)


def personal(name: str, number: int) -> Iterator[PlannedQuestion]:
    """Places for questions to this person; each numbered, as no question may stand twice."""
    who = name if len(name) <= LONGEST_NAME else "this person"
    why = f"only {who} can answer it, so write it yourself"
    for place in range(1, number + 1):
        ask = f"TODO {place}: a question that only {who} can answer"
        yield PlannedQuestion(ask, MIDDLE, personal=True, why=why)


class _Choice:
    """Takes the best candidates, none twice and the topics in turn."""

    def __init__(self, candidates: Iterable[Listed], covered: Covered, wishes: Wishes) -> None:
        self._covered, self._wishes = covered, wishes
        self._left = [one for one in candidates if heading_key(one.question) and _is_general(one)]
        self._used: Counter[str] = Counter()

    def ask_for_people(self) -> list[PlannedQuestion]:
        """The question for further people, if it may be asked."""
        fitting = [one for one in self._left if (one.topic, one.phase) == (REFERRALS, "close")]
        if not fitting:
            return []
        best = max(fitting, key=_rank_at_the_end)
        self._use(best)
        why = "every conversation ends with it, because it brings the next two or three"
        return [_planned(best, why)]

    def take(self, phase: str, number: int) -> list[PlannedQuestion]:
        """The best of a phase, in the order in which conversations come to their topics."""
        taken: list[Listed] = []
        while len(taken) < number:
            fitting = [one for one in self._left if one.phase == phase]
            if not fitting:
                break
            taken.append(min(fitting, key=self._rank))
            self._use(taken[-1])
        places = in_order({one.topic for one in taken})
        taken.sort(key=lambda one: places.index(one.topic))
        return [_planned(one, self._why(one)) for one in taken]

    def _why(self, one: Listed) -> str:
        is_wished_for = one.topic in self._wishes.topics
        why = why_chosen(one, self._covered)
        return f"you asked for this topic; {why}" if is_wished_for else why

    def _use(self, taken: Listed) -> None:
        self._used[taken.topic] += 1
        self._left = [one for one in self._left if not _same(one, taken)]

    def _rank(self, one: Listed) -> tuple[object, ...]:
        """The lower the better; equal ones stay in the order of the candidates."""
        of_topic = self._covered.of_topic.get(one.topic, 0)
        return (
            one.topic not in self._wishes.topics,
            self._used[one.topic],
            not one.topic or of_topic > 0,
            not missed(one),
            -one.learnings / max(len(one.asked), 1),
            not one.topic,
            of_topic,
            one.starter is not None and self._wishes.course not in one.starter.courses,
            one.starter is not None and not one.starter.open,
        )


def _same(one: Listed, other: Listed) -> bool:
    return one.key == other.key or heading_key(one.question) == heading_key(other.question)


def _is_general(one: Listed) -> bool:
    """Whether others can be asked it, too; asked of one person, it may be of their trade alone."""
    people = set(map(who, (*one.asked, *one.skipped)))
    return not one.personal and (
        starter_of(one.key) is not None
        or len(people) > 1
        or bool(missed(one))
        or not names_something_unknown(one.question)
    )


def names_something_unknown(question: str) -> bool:
    """Whether it names what the word list does not know; of other languages it knows nothing."""
    _, named = asked_by(question)
    return not named <= concepts().names


def _rank_at_the_end(one: Listed) -> tuple[object, ...]:
    """The higher the better for a question for further people."""
    key = signature(_for_people().ask)
    asks_the_same = key in (one.key, *map(signature, one.wordings))
    return asks_the_same, bool(HOW_MANY.search(one.question)), len(one.asked)


def _for_people() -> StarterQuestion:
    return next(one for one in starter_questions() if one.topic == REFERRALS)


def missed(question: Listed) -> tuple[Asked, ...]:
    """The finished conversations it was planned for, if it was not asked in any."""
    if question.asked:
        return ()
    return tuple(one for one in question.skipped if not one.interview.draft)


def why_chosen(one: Listed, covered: Covered) -> str:
    """Why a question is worth asking, with the numbers."""
    if missed(one):
        return f"planned for {names(missed(one))}, but not asked"
    if one.learnings:
        asked = count(len({asked.address for asked in one.asked}), "conversation")
        return f"led to {count(one.learnings, 'learning')} in {asked}"
    topic = one.topic.replace("-", " ") if one.topic in TOPICS else one.topic_title
    number = covered.of_topic.get(one.topic, 0)
    if not one.topic:
        return f"asked {times(len(one.asked))}" if one.asked else "noted, but not asked so far"
    if not number:
        return f"nobody has been asked about {topic} yet"
    return f"{topic} came up in {number:,} of {count(covered.conversations, 'conversation')}"


def _planned(one: Listed, why: str) -> PlannedQuestion:
    starter = starter_of(one.key)
    seen = starter.topic if starter else topic_of(one.question).topic
    return PlannedQuestion(
        ask=" ".join(one.question.split()),
        phase=one.phase,
        topic="" if seen == one.topic else one.topic,
        why=why,
        starter=starter,
    )


def plan_in(interview: Interview) -> tuple[PlannedQuestion, ...]:
    """The plan that a file holds: what is planned, else what is asked; empty if it has neither."""
    for listed in (interview.planned, interview.questions):
        if not all(is_placeholder(question.ask) for question in listed):
            return tuple(map(_from_file, listed))
    return ()


def _from_file(question: Question) -> PlannedQuestion:
    starter = starter_of(signature(question.ask))
    topic = slug(question.topic) or topic_of(question.ask).topic
    return PlannedQuestion(
        ask=question.ask,
        phase=starter.phase if starter else phase_of(question.ask, topic),
        topic=question.topic,
        personal=question.personal,
        starter=starter,
    )


def in_parts(
    plan: Sequence[PlannedQuestion],
) -> Iterator[tuple[str, Sequence[PlannedQuestion]]]:
    """The three parts of a plan in its own order, cut where most questions are in their phase."""
    ends = range(len(plan) + 1)
    opened, ended = _balance(plan, "open", MIDDLE), _balance(plan, MIDDLE, "close")

    def further(best: int, cut: int) -> int:
        return cut if opened[cut] >= opened[best] else best

    firsts = accumulate(ends, further)
    first, last = max(
        zip(firsts, ends, strict=True), key=lambda cuts: opened[cuts[0]] + ended[cuts[1]]
    )
    parts = (plan[:first], plan[first:last], plan[last:])
    yield from ((phase, part) for phase, part in zip(PHASES, parts, strict=True) if part)


def _balance(plan: Sequence[PlannedQuestion], before: str, after: str) -> list[int]:
    """For each cut, how many more in front of it are of the phase before it than after it."""
    steps = ((one.phase == before) - (one.phase == after) for one in plan)
    return list(accumulate(steps, initial=0))
