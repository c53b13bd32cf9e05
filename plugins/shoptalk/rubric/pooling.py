"""All interviews of a portfolio as if they were one: what a check counts over the whole of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

from shoptalk.reading.interview import Interview, Question
from shoptalk.reading.nodes import Entry, Listing, Mapping, Node, Scalar
from shoptalk.reading.prose import Link
from shoptalk.reading.sections import Body
from shoptalk.reading.source import Source, Span
from shoptalk.rubric.field_values import LISTS, OWN, TEXTS

_NOTHING = Source("", "")
_NOBODY = Interview(
    source=_NOTHING, front_matter=Mapping(0, 0, (), False), body=Body(_NOTHING, Span(0, 0), ())
)
"""What the conversations of an empty portfolio come to together."""


def pool(interviews: Sequence[Interview]) -> Interview:
    """One interview with the lists and the texts of all; where in which file they stand is lost."""
    if not interviews:
        return _NOBODY
    lists = {
        field: tuple(chain.from_iterable(getattr(one, field) for one in interviews))
        for field in LISTS
    }
    texts = {
        field: "\n".join(filter(None, (getattr(one, field) for one in interviews)))
        for field in (*TEXTS, "link")
    }
    pooled: dict[str, Any] = {**lists, **texts, "questions": tuple(_questions(interviews))}
    body = _bodies(interviews)
    return replace(_NOBODY, front_matter=_own_keys(interviews), body=body, **pooled)


def _questions(interviews: Sequence[Interview]) -> Iterator[Question]:
    """All questions; where they are answered in the bodies that were put together."""
    start = 0
    for interview in interviews:
        by = start - interview.body.span.start
        yield from (_moved(question, by) for question in interview.questions)
        start += len(interview.body.text) + 1


def _moved(question: Question, by: int) -> Question:
    if question.answer is None:
        return question
    begin, end = question.answer.content
    answer = question.answer._replace(content=Span(begin + by, end + by))
    return question._replace(answer=answer)


def _own_keys(interviews: Sequence[Interview]) -> Mapping:
    values: defaultdict[str, list[Node]] = defaultdict(list)
    for interview in interviews:
        for key, value in interview.front_matter.entries:
            if key.text.startswith(OWN):
                values[key.text] += value.items if isinstance(value, Listing) else [value]
    entries = (
        Entry(Scalar(0, 0, key, ""), Listing(0, 0, tuple(nodes), False))
        for key, nodes in values.items()
    )
    return Mapping(0, 0, tuple(entries), False)


@dataclass(frozen=True)
class _Bodies(Body):
    """The texts of several bodies, put together."""

    bodies: tuple[Body, ...] = ()

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links of all."""
        return tuple(chain.from_iterable(body.links for body in self.bodies))


def _bodies(interviews: Sequence[Interview]) -> Body:
    bodies = tuple(one.body for one in interviews)
    text = "\n".join(body.text for body in bodies)
    return _Bodies(Source("", text), Span(0, len(text)), (), bodies=bodies)
