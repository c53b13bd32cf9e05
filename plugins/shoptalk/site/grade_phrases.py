"""What the rubric's page prints of criteria, levels and points, in words."""

from shoptalk.rubric.outcome import Outcome, State
from shoptalk.rubric.points import Total
from shoptalk.rubric.rubric import Criterion, Judge, Level, Rubric, Scope
from shoptalk.site.escaping import Markdown, escape_markdown

JUDGES = {
    Judge.AUTO: "checked by the program",
    Judge.HUMAN: "judged by whoever grades",
    Judge.SELF: "judged by the student",
    Judge.PEER: "judged by another student",
}


def number(value: float) -> str:
    """Points with at most two decimals."""
    return f"{round(value, 2):g}"


def counted(count: object, thing: str) -> str:
    """A number of things."""
    return f"{count} {thing}" if str(count) == "1" else f"{count} {thing}s"


def criteria(count: int) -> str:
    """A number of criteria."""
    return f"{count} {'criterion' if count == 1 else 'criteria'}"


def points(total: Total) -> str:
    """A total in words."""
    if not total.possible:
        return "no points"
    waits = f", {number(total.waiting)} open" if total.waiting else ""
    return f"{number(total.earned)} of {number(total.possible)}{waits}"


def judged(criterion: Criterion) -> str:
    """Who decides on a criterion, in words."""
    whole = ", over the whole portfolio" if criterion.scope is Scope.PORTFOLIO else ""
    return f"{JUDGES[criterion.judged_by]}{whole}"


def stage(criterion: Criterion, rubric: Rubric) -> str:
    """The stage a criterion belongs to, with its due date, in words."""
    found = rubric.stage_of.get(criterion.stage)
    if found is None:
        return ""
    return f"{found.title}, due {found.due}" if found.due else found.title


def checked(criterion: Criterion) -> Markdown:
    """The checks of a criterion, as the rubric has them."""
    listed = (escape_markdown(one.written.strip("`")) for one in criterion.checks)
    return Markdown(", ".join(f"<code>{written}</code>" for written in listed))


def gives(level: Level) -> str:
    """What a level gives, in words."""
    return str(level.points or level.share or "")


def rule(level: Level, criterion: Criterion) -> str:
    """When a level fits, in words."""
    told = []
    if level.passed is not None:
        told.append(f"{level.passed} of {len(criterion.checks)} checks passed")
    if level.at_least is not None:
        told.append(f"from {number(level.at_least)}")
    if level.at_most is not None:
        told.append(f"up to {number(level.at_most)}")
    return ", ".join(told)


def level_table(criterion: Criterion) -> tuple[tuple[str, ...], ...]:
    """The levels of a criterion below their headings, without columns that say nothing."""
    heads = ("Level", "Gives", "When", "What it is like")
    rows = (
        (one.label, gives(one), rule(one, criterion), one.description) for one in criterion.levels
    )
    columns = [column for column in zip(heads, *rows, strict=True) if any(column[1:])]
    return tuple(zip(*columns, strict=True))


def proposal(outcome: Outcome) -> str:
    """What the checks propose while a person is to judge; empty where they cannot tell."""
    if outcome.criterion.levels:
        return outcome.proposed.label if outcome.proposed else ""
    if outcome.passed is None:
        return ""
    return str(State.MET if outcome.passed and not outcome.unfinished else State.NOT_MET)
