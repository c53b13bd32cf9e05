"""Where a draft no longer follows its own plan, because the student has changed the plan."""

from typing import NamedTuple

from shoptalk.questions.bank import answer_of
from shoptalk.questions.plan import PlannedQuestion, plan_in
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import QUESTION_MARKS, Interview
from shoptalk.reading.sections import heading_key


class DraftChanges(NamedTuple):
    """What to write into a draft, and what to delete from it, so that it follows its plan."""

    new_questions: tuple[PlannedQuestion, ...] = ()
    """Those to list under `questions`."""
    new_headings: tuple[PlannedQuestion, ...] = ()
    """Those that lack a heading for their answer."""
    old_questions: tuple[str, ...] = ()
    """What `questions` has that is not planned any more."""
    old_headings: tuple[str, ...] = ()
    """Headings without text for what is not planned any more."""


def draft_changes(interview: Interview) -> DraftChanges:
    """The changes that a draft needs; none once an answer is written up, for then it may differ."""
    has_plan = not all(is_placeholder(one.ask) for one in interview.planned)
    has_answers = any(answer_of(interview, one) for one in interview.questions)
    if not interview.draft or not has_plan or has_answers:
        return DraftChanges()
    plan = [one for one in plan_in(interview) if not one.is_placeholder]
    planned = {heading_key(one.ask) for one in interview.planned}
    listed = {heading_key(one.ask): one.ask for one in interview.questions}
    headings = interview.body.by_heading
    return DraftChanges(
        new_questions=tuple(one for one in plan if heading_key(one.ask) not in listed),
        new_headings=tuple(one for one in plan if heading_key(one.ask) not in headings),
        old_questions=tuple(ask for key, ask in listed.items() if key not in planned),
        old_headings=tuple(
            section.heading
            for key, section in headings.items()
            if key not in planned
            and (key in listed or _is_for_an_answer(section.heading))
            and not interview.body.text_of(section)
        ),
    )


def _is_for_an_answer(heading: str) -> bool:
    return heading.endswith(QUESTION_MARKS) or is_placeholder(heading)
