"""Reading `scores.yml` with the same care as an interview; what cannot be used is left out."""

import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.reading.decoding import decode
from shoptalk.reading.field_faults import wrong_type
from shoptalk.reading.fields import Fields
from shoptalk.reading.folder import unreadable_file
from shoptalk.reading.line import quoted
from shoptalk.reading.nodes import Mapping, Node, Scalar
from shoptalk.reading.record import check_required, missing_key, read_given
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.source import Source, Span
from shoptalk.reading.traps import plain_or_quoted
from shoptalk.rubric.outcome import State, level_called
from shoptalk.rubric.rubric import Criterion, Judge, Rubric, Scope
from shoptalk.rubric.score_faults import (
    points_for_unweighted,
    repeated_score,
    score_above_most,
    score_in_future,
    score_of_no_person,
    score_out_of_scope,
    score_without_level,
    unknown_level,
    unknown_scored_criterion,
    unknown_scored_interview,
)
from shoptalk.rubric.scores import NO_SCORES, Score, Scores

IN_BRACES = frozenset(",[]{}")
"""Signs that end a plain text there."""

EXAMPLE = "- {criterion: …, interview: …, level: …, who: …, when: YYYY-MM-DD}"
"""A score, for those who wrote something else."""


def read_scores(
    path: Path | None, name: str, rubric: Rubric, addresses: Collection[str], today: date
) -> tuple[Scores, list[Finding]]:
    """The scores in a file, and what is wrong with the others; `name` is its path in findings.

    `addresses` are those of the interviews there are. Without a file there are no scores.
    """
    if path is None or not os.path.lexists(path):
        return NO_SCORES, []
    if not os.path.isfile(path):  # noqa: PTH113 (a named pipe would hang)
        return NO_SCORES, [unreadable_file.at(Place(path=name), "it is not an ordinary file")]
    try:
        data = path.read_bytes()
    except OSError as error:
        return NO_SCORES, [unreadable_file.at(Place(path=name), error.strerror or str(error))]
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return NO_SCORES, []
    source, findings = decode(name, data)
    if source is None:
        return NO_SCORES, findings
    scores, more = parse_scores(source, rubric, addresses, today)
    return scores, [*findings, *more]


def parse_scores(
    source: Source, rubric: Rubric, addresses: Collection[str], today: date
) -> tuple[Scores, list[Finding]]:
    """The scores that a source holds, and what is wrong with the others."""
    mapping, findings = read_nodes(source, Span(0, len(source.text)))
    if mapping is None:
        return NO_SCORES, findings
    top = Fields(source, mapping, findings)
    if "#" in source.text:
        top.check_comments()
    top.check_keys(frozenset(("scores",)))
    if "scores" not in top.values:
        top.report(missing_key, mapping, source.path, "scores", ("scores:",))
    reading = _Reading(rubric, addresses, today, {})
    made = [
        reading.score(top, node, number)
        for number, node in enumerate(top.items("scores", "a list"), 1)
    ]
    return Scores(tuple(one for one in made if one is not None)), findings


Cell = tuple[str, str, Judge, str, date]
"""What one person can give one score for: criterion, interview, as whom, who, and when."""


@dataclass(frozen=True, slots=True)
class _Reading:
    rubric: Rubric
    addresses: Collection[str]
    today: date
    first: dict[Cell, Mapping]
    """The scores so far."""

    def score(self, top: Fields, node: Node, number: int) -> Score | None:
        """One score; None where an error makes it doubtful what it says."""
        label = f"score {number}"
        if not isinstance(node, Mapping):
            found = "text" if isinstance(node, Scalar) else "a list"
            top.report(wrong_type, node, label, "keys with values", found, (EXAMPLE,))
            return None
        keys = top.within(node, label)
        before = len(keys.findings)
        given = read_given(keys, Score)
        made = Score(**given) if check_required(keys, Score, given) else None
        if made is None:
            return None
        self._check(keys, made)
        if any(finding.severity is Severity.ERROR for finding in keys.findings[before:]):
            return None
        is_first = self._check_repeated(keys, made)
        return made if is_first and (made.level or made.points is not None) else None

    def _check(self, keys: Fields, score: Score) -> None:
        """Report what does not fit the rubric, the interviews or the calendar."""
        criterion = self.rubric.by_id.get(score.criterion)
        if criterion is None:
            known = list(self.rubric.by_id)
            meant = _near(score.criterion, known)
            corrected = _with_value(keys, "criterion", meant)
            measured = (score.criterion, meant, ", ".join(known), corrected)
            keys.report(unknown_scored_criterion, _node(keys, "criterion"), *measured)
        else:
            self._check_interview(keys, score, criterion)
            _check_level(keys, score, criterion)
            _check_points(keys, score, criterion)
        if score.judge is Judge.AUTO:
            corrected = _with_value(keys, "judge", Judge.HUMAN)
            keys.report(score_of_no_person, _node(keys, "judge"), score.judge, corrected)
        if score.when > self.today:
            corrected = _with_written(keys, "when", self.today.isoformat())
            keys.report(score_in_future, _node(keys, "when"), score.when.isoformat(), corrected)

    def _check_repeated(self, keys: Fields, score: Score) -> bool:
        """Whether nobody has said the same before; report it if so."""
        cell = (score.criterion, score.interview, score.judge, score.who, score.when)
        first = self.first.setdefault(cell, keys.mapping)
        if first is keys.mapping:
            return True
        line = keys.place(first).line
        keys.report(repeated_score, _node(keys, "when"), score.who, score.when.isoformat(), line)
        return False

    def _check_interview(self, keys: Fields, score: Score, criterion: Criterion) -> None:
        is_of_portfolio = criterion.scope is Scope.PORTFOLIO
        if is_of_portfolio is bool(score.interview):
            corrected = _without(keys, "interview") or _with_more(keys, "interview: …")
            node = _node(keys, "interview")
            keys.report(score_out_of_scope, node, criterion.id, is_of_portfolio, corrected)
        elif score.interview and score.interview not in self.addresses:
            bare = score.interview.removeprefix("interviews/").removesuffix(".md")
            meant = bare if bare in self.addresses else _near(bare, list(self.addresses))
            measured = (score.interview, meant, _with_value(keys, "interview", meant))
            keys.report(unknown_scored_interview, _node(keys, "interview"), *measured)


def labels_of(criterion: Criterion) -> list[str]:
    """What a score can give as the level of a criterion."""
    return [level.label for level in criterion.levels] or [State.MET.value, State.NOT_MET.value]


def _check_level(keys: Fields, score: Score, criterion: Criterion) -> None:
    known = labels_of(criterion)
    listed = ", ".join(known)
    if not score.level:
        if score.points is None and "points" not in keys.values:
            corrected = _with_more(keys, "level: …")
            keys.report(score_without_level, keys.mapping, criterion.id, listed, corrected)
        return
    is_known = level_called(score.level, criterion) or (
        not criterion.levels and score.level.casefold() in known
    )
    if not is_known:
        by_folded = {label.casefold(): label for label in known}
        meant = by_folded.get(_near(score.level.casefold(), list(by_folded)), "")
        measured = (score.level, criterion.id, meant, listed, _with_value(keys, "level", meant))
        keys.report(unknown_level, _node(keys, "level"), *measured)


def _check_points(keys: Fields, score: Score, criterion: Criterion) -> None:
    if score.points is None:
        return
    most = criterion.most_points
    node = _node(keys, "points")
    if not most:
        listed = ", ".join(labels_of(criterion))
        corrected = () if score.level else _with_key(keys, "points", "level: …")
        keys.report(points_for_unweighted, node, criterion.id, listed, corrected)
    elif score.points > most:
        corrected = _with_written(keys, "points", f"{most:g}")
        keys.report(
            score_above_most, node, criterion.id, f"{score.points:g}", f"{most:g}", corrected
        )


def _near(text: str, known: list[str]) -> str:
    return next(iter(get_close_matches(text, known, 1, 0.5)), "")


def _node(keys: Fields, key: str) -> Node:
    """The value of a key; the whole score where the key is not there."""
    return keys.values[key].value if key in keys.values else keys.mapping


def _with_value(keys: Fields, key: str, value: str) -> tuple[str, ...]:
    """The line with another text for a key; none where nobody knows a better one."""
    if not value:
        return ()
    written = plain_or_quoted(value)
    if keys.mapping.flow and not IN_BRACES.isdisjoint(value) and written == value:
        written = quoted(value)
    return _with_written(keys, key, written)


def _with_written(keys: Fields, key: str, written: str) -> tuple[str, ...]:
    """The line with something else in the place of a key's value."""
    if key not in keys.values:
        return ()
    place = keys.place(keys.values[key].value)
    begin = place.column - 1
    line = place.source_line
    return (line[:begin] + written + line[begin + place.width :],)


def _with_key(keys: Fields, key: str, instead: str) -> tuple[str, ...]:
    """The line with something else in the place of a key and its value."""
    begin, end, line = _span(keys, key)
    return (line[:begin] + instead + line[end:],)


def _without(keys: Fields, key: str) -> tuple[str, ...]:
    """The line without a key that is given; only in braces, where others stand beside it."""
    if key not in keys.values or not keys.mapping.flow:
        return ()
    begin, end, line = _span(keys, key)
    before, after = line[:begin].rstrip(" ,"), line[end:].lstrip(" ,")
    joint = "" if before.endswith("{") or after.startswith("}") else ", "
    return (before + joint + after,)


def _span(keys: Fields, key: str) -> tuple[int, int, str]:
    """From where to where a key and its value go in their line."""
    entry = keys.values[key]
    at, value = keys.place(entry.key), keys.place(entry.value)
    return at.column - 1, value.column - 1 + value.width, at.source_line


def _with_more(keys: Fields, more: str) -> tuple[str, ...]:
    """The lines of a score with another key; none where the key is there and says nothing."""
    if more.partition(":")[0] in keys.values:
        return ()
    place = keys.place(keys.mapping)
    if keys.mapping.flow:
        line = place.source_line.rstrip()
        return (f"{line[:-1]}, {more}}}",) if line.endswith("}") else ()
    return (place.source_line, f"{' ' * (place.column - 1)}{more}")
