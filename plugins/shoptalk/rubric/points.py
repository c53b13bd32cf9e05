"""Outcomes → totals: what each criterion is worth, and what was earned of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shoptalk.rubric.grading import Report
from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.rubric import Group, Rubric, Scope, Stage

ROUNDING = 1e-9
"""What sums of fractions may be off by."""


@dataclass(frozen=True, slots=True)
class Total:
    """Points, or parts of a weight, that belong together."""

    earned: float = 0.0
    """With the bonus."""
    possible: float = 0.0
    """Without the bonus, and without what does not apply."""
    waiting: float = 0.0
    """What of the possible nobody has judged yet, or nothing can show yet."""
    waiting_bonus: float = 0.0
    """The same of the bonus."""

    def __add__(self, other: "Total") -> "Total":
        return Total(
            self.earned + other.earned,
            self.possible + other.possible,
            self.waiting + other.waiting,
            self.waiting_bonus + other.waiting_bonus,
        )

    def over(self, count: int) -> "Total":
        """The mean of so many."""
        return Total(
            self.earned / count,
            self.possible / count,
            self.waiting / count,
            self.waiting_bonus / count,
        )

    @property
    def share(self) -> float:
        """The part earned of what is possible; 0 where nothing is."""
        return self.earned / self.possible if self.possible else 0.0


def worths(rubric: Rubric, left_out: frozenset[str] = frozenset()) -> Mapping[str, float]:
    """What each criterion counts for in the total, by id, without those that count for nothing.

    Those `left_out` do not apply. A group or a stage with a weight shares it out among its others,
    in proportion to what these are worth; if none says what it is worth, in equal parts. Where only
    the best of a group count, each may become the one that does.
    """
    found = {one.id: one.worth for one in rubric.criteria if one.worth and one.id not in left_out}
    parts: tuple[Group | Stage, ...] = (*rubric.groups, *rubric.stages)
    for part in parts:
        if part.weight is not None:
            found.update(_shared_out(part, part.weight, rubric, left_out))
    return found


def worths_for(
    outcomes: Iterable[Outcome], rubric: Rubric, usual: Mapping[str, float]
) -> Mapping[str, float]:
    """What each criterion counts for among outcomes; `usual` is what it does if all of them apply.

    The weight of a group or a stage stays whole where some of its criteria do not apply.
    """
    left_out = frozenset(one.criterion.id for one in outcomes if not one.applies)
    parts: tuple[Group | Stage, ...] = (*rubric.groups, *rubric.stages)
    has_weights = any(part.weight is not None for part in parts)
    return worths(rubric, left_out) if left_out and has_weights else usual


def _shared_out(
    part: Group | Stage, weight: float, rubric: Rubric, left_out: frozenset[str]
) -> dict[str, float]:
    key = "group" if isinstance(part, Group) else "stage"
    inside = [one for one in rubric.criteria if getattr(one, key) == part.id and one.graded]
    best = part.best if isinstance(part, Group) else None
    if best is not None:
        return {one.id: weight / best for one in inside}
    inside = [one for one in inside if one.id not in left_out]
    counted = [one for one in inside if not one.bonus]
    worth = {one.id: one.worth for one in inside if one.worth}
    if not worth:
        return {one.id: weight / len(counted) for one in counted}
    whole = sum(worth.get(one.id, 0.0) for one in counted)
    return {id: weight * part / whole for id, part in worth.items()} if whole else worth


def total(outcomes: Iterable[Outcome], worth: Mapping[str, float]) -> Total:
    """What outcomes come to together."""
    found = Total()
    for outcome in outcomes:
        most = worth.get(outcome.criterion.id)
        if most is not None and outcome.applies:
            share = outcome.share
            open_part = most if share is None else 0.0
            earned = most * (share or 0.0)
            if outcome.criterion.bonus:
                found += Total(earned, waiting_bonus=open_part)
            else:
                found += Total(earned, most, open_part)
    return found


def total_of(report: Report, each: Sequence[Total] | None = None) -> Total:
    """The total of a portfolio: the mean of its interviews, and what all are worth together.

    `each` are the totals of the interviews, where they are known already.
    """
    worth = worths(report.rubric)
    together = total(report.portfolio, worths_for(report.portfolio, report.rubric, worth))
    if not report.finished:
        return together + Total(possible=sum(asked_of_each(report.rubric, worth).values()))
    if each is None:
        sections = [graded.outcomes for graded in report.finished]
        each = [total(one, worths_for(one, report.rubric, worth)) for one in sections]
    return together + sum(each, start=Total()).over(len(report.finished))


def asked_of_each(rubric: Rubric, worth: Mapping[str, float]) -> dict[str, float]:
    """What the criteria of an interview are worth, by id; of alternatives, as many as count."""
    asked: dict[str, float] = {}
    alternatives: defaultdict[str, list[str]] = defaultdict(list)
    for one in rubric.criteria:
        if one.scope is Scope.INTERVIEW and not one.bonus and one.id in worth:
            group = rubric.group_of.get(one.group)
            if group is not None and group.best is not None:
                alternatives[group.id].append(one.id)
            else:
                asked[one.id] = worth[one.id]
    for group_id, ids in alternatives.items():
        ids.sort(key=lambda id: -worth[id])
        asked.update((id, worth[id]) for id in ids[: rubric.group_of[group_id].best])
    return asked


def is_passing(total: Total, rubric: Rubric) -> bool | None:
    """Whether a total passes; None where the rubric does not say, or what waits may decide."""
    if rubric.pass_mark is None or not total.possible:
        return None
    mark = rubric.pass_mark.value * total.possible - ROUNDING
    if total.earned >= mark:
        return True
    at_best = total.earned + total.waiting + total.waiting_bonus
    return None if at_best >= mark else False
