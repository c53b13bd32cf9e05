"""What is said of questions in words."""

from collections.abc import Iterable, Iterator, Sequence

from shoptalk.questions.bank import Asked
from shoptalk.questions.listed import Listed

PHASES = {"open": "opening", "middle": "middle", "close": "closing"}
"""What the parts of a conversation are called."""
MOST_NAMES = 3
MOST_WORDINGS = 2


def counts(questions: Sequence[Listed]) -> str:
    """For example `3 questions, asked 7 times, answered 5 times, 1 learning`."""
    asked = sum(len(one.asked) for one in questions)
    answered = sum(len(one.answered) for one in questions)
    learnings = sum(one.learnings for one in questions)
    said = [count(len(questions), "question")]
    if asked:
        said.append(f"asked {times(asked)}")
    if answered:
        said.append(f"answered {times(answered)}")
    if learnings:
        said.append(count(learnings, "learning"))
    return ", ".join(said)


def details(one: Listed, most_wordings: int | None = MOST_WORDINGS) -> Iterator[str]:
    """What is known of a question, each a sentence without its full stop."""
    if one.starter is not None:
        yield f"Starter question for the {PHASES[one.phase]}. {one.starter.when.removesuffix('.')}"
        yield f"Then ask: {one.starter.follow_up}"
        return
    kind = "Personal, for" if one.personal else "For"
    yield f"{kind} the {PHASES[one.phase]}; {_came_of(one)}"
    others = [wording for wording in one.wordings if wording != one.question]
    if others:
        shown = others[:most_wordings]
        more = len(others) - len(shown)
        yield f"Also asked as: {'; '.join(shown)}" + (
            f"; and in {count(more, 'more way')}" if more else ""
        )


def _came_of(one: Listed) -> str:
    if not one.asked:
        return f"planned for {names(one.skipped)}, not asked so far"
    said = [f"asked {times(len(one.asked))} ({names(one.asked)})"]
    answered = len(one.answered)
    said.append(f"answered {times(answered)}" if answered else "no answer written up")
    if one.learnings:
        said.append(f"led to {count(one.learnings, 'learning')}")
    return ", ".join(said)


def names(asked: Iterable[Asked]) -> str:
    """Whom it was asked of, or planned for; a few by name."""
    told = list(dict.fromkeys(who(one) for one in asked))
    more = len(told) - MOST_NAMES
    if more > 0:
        return f"{', '.join(told[:MOST_NAMES])} and {more} more"
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))


def who(one: Asked) -> str:
    """The person, or the file where it names nobody."""
    return one.interview.name or one.address


def who_and_when(one: Asked) -> str:
    """The person, and the day if it is known."""
    return ", ".join(filter(None, (who(one), str(one.interview.date or ""))))


def times(number: int) -> str:
    """How often."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def count(number: int, noun: str) -> str:
    """A number of things."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
