"""What people said: the levels in `scores.yml`, which win over those that checks propose."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from shoptalk.reading.corpus import ReadFile
from shoptalk.rubric.rubric import Judge

LENGTH_OF_FINGERPRINT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One person's level for one criterion."""

    criterion: str
    """The criterion's id."""
    interview: str = ""
    """The interview's file below `interviews/`, without `.md`; empty for the whole portfolio."""
    level: str = ""
    """The label of one of the criterion's levels, or `met` or `not met` where it has none."""
    points: float | None = None
    """Points, where they are not those of the level."""
    judge: Judge = Judge.HUMAN
    """Who: `human` is whoever grades, `self` the student, `peer` another student."""
    who: str
    """The person's name or initials."""
    when: date
    comment: str = ""
    write_up: str = ""
    """The fingerprint of the write-up that was judged, as `shoptalk grade` shows it: so that a
    later change to it is noticed."""


@dataclass(frozen=True)
class Scores:
    """All scores of a portfolio, in the order they were written down."""

    all: tuple[Score, ...] = ()

    @cached_property
    def _by_cell(self) -> Mapping[tuple[str, str], list[Score]]:
        cells: defaultdict[tuple[str, str], list[Score]] = defaultdict(list)
        for score in sorted(self.all, key=lambda one: one.when):
            cells[score.criterion, score.interview].append(score)
        return cells

    @cached_property
    def _by_interview(self) -> Mapping[str, list[Score]]:
        interviews: defaultdict[str, list[Score]] = defaultdict(list)
        for score in self.all:
            interviews[score.interview].append(score)
        return interviews

    def of(self, criterion: str, interview: str = "") -> tuple[Score, ...]:
        """The scores for a criterion and an interview, or the portfolio; the latest last."""
        return tuple(self._by_cell.get((criterion, interview), ())) if self.all else ()

    def of_interviews(self, addresses: Collection[str]) -> "Scores":
        """The scores for some interviews only."""
        given = chain.from_iterable(self._by_interview.get(address, ()) for address in addresses)
        return Scores(tuple(given))


NO_SCORES = Scores()


def fingerprint(files: Iterable[ReadFile]) -> str:
    """A short text that changes when one of the write-ups does; line ends do not count."""
    import hashlib

    digest = hashlib.sha256()
    for file in files:
        if file.source:
            digest.update(file.source.text.encode("utf-8", "surrogatepass"))
            digest.update(b"\0")
    return digest.hexdigest()[:LENGTH_OF_FINGERPRINT]
