"""Which questions a rubric says not to ask."""

from collections.abc import Iterable, Iterator

from shoptalk.reading.interview import FIELD_PATH, Interview, Question
from shoptalk.reading.nodes import Mapping
from shoptalk.reading.sections import Body
from shoptalk.reading.source import Source, Span
from shoptalk.rubric.checks.question_not_to_ask import question_not_to_ask
from shoptalk.rubric.conditions import AppliedCheck, Condition, Not
from shoptalk.rubric.rubric import Rubric


def unwanted(rubric: Rubric, questions: Iterable[str]) -> frozenset[str]:
    """Those of some questions that a rubric says not to ask."""
    asked = tuple(questions)
    interview = _asking(asked)
    paths = (
        FIELD_PATH.fullmatch(fault.path)
        for criterion in rubric.criteria
        for applied in _checks(criterion.checks)
        for fault in applied.check.find(interview, applied.options)
    )
    return frozenset(asked[int(path["number"])] for path in paths if path)


def _asking(questions: Iterable[str]) -> Interview:
    """An interview in which nothing but these questions is asked."""
    source = Source("", "")
    return Interview(
        source=source,
        front_matter=Mapping(0, 0, (), flow=False),
        body=Body(source, Span(0, 0), ()),
        questions=tuple(Question(ask=text) for text in questions),
    )


def _checks(conditions: Iterable[Condition]) -> Iterator[AppliedCheck]:
    for condition in conditions:
        if not isinstance(condition, AppliedCheck | Not):
            yield from _checks(condition.conditions)
        elif isinstance(condition, AppliedCheck) and condition.check.wording is question_not_to_ask:
            yield condition
