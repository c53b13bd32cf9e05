"""Questions for programs, as a list in JSON."""

import json
from collections.abc import Iterable
from typing import Any

from shoptalk.questions.bank import Asked
from shoptalk.questions.listed import Listed


def render_questions(questions: Iterable[Listed]) -> str:
    """The questions; a topic, a name or a date that is not known is null."""
    listed = [_question(one) for one in questions]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _question(one: Listed) -> dict[str, Any]:
    said = {
        "question": one.question,
        "wordings": list(one.wordings),
        "topic": one.topic or None,
        "phase": one.phase,
        "personal": one.personal,
        "asked": [_when(asked) for asked in one.asked],
        "planned": [_when(planned) for planned in one.skipped],
        "answers": [{**_whom(asked), "answer": asked.answer} for asked in one.answered],
        "answered": len(one.answered),
        "learnings": one.learnings,
    }
    if one.starter is None:
        return said
    return {
        **said,
        "starter": True,
        "when": one.starter.when,
        "follow_up": one.starter.follow_up,
        "open": one.starter.open,
        "courses": list(one.starter.courses),
    }


def _whom(asked: Asked) -> dict[str, str | None]:
    return {"interview": asked.address, "name": asked.interview.name or None}


def _when(asked: Asked) -> dict[str, str | None]:
    day = asked.interview.date
    return {**_whom(asked), "date": day.isoformat() if day else None}
