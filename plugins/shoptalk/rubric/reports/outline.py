"""A rubric as a page of Markdown."""

from collections.abc import Iterator

from shoptalk.findings.reporters.escaping import as_markdown
from shoptalk.rubric.not_to_ask import NotToAsk, not_to_ask_by
from shoptalk.rubric.points import worths
from shoptalk.rubric.reports.gradebook import figure
from shoptalk.rubric.rubric import Criterion, Group, Judge, Level, Rubric, Scope, Stage

JUDGES = {
    Judge.AUTO: "judged by its checks",
    Judge.HUMAN: "judged by whoever grades",
    Judge.SELF: "judged by the student",
    Judge.PEER: "judged by another student",
}


def render_rubric(rubric: Rubric) -> str:
    """The rubric for reading: criteria, levels, points, who judges, checks."""
    return "\n\n".join(_blocks(rubric)) + "\n"


def _blocks(rubric: Rubric) -> Iterator[str]:
    yield f"# {as_markdown(rubric.title)}"
    if rubric.description:
        yield as_markdown(rubric.description)
    facts = list(_facts(rubric))
    if facts:
        yield "\n".join(f"- {fact}" for fact in facts)
    for criterion in rubric.criteria:
        yield from _criterion(criterion, rubric)


def _facts(rubric: Rubric) -> Iterator[str]:
    if rubric.version:
        yield f"Version: {as_markdown(rubric.version)}"
    if rubric.pass_mark is not None:
        yield f"Passes with {rubric.pass_mark} of all points"
    for group in rubric.groups:
        yield f"Group {as_markdown(group.title)}{_weight(group)}{_best(group)}"
    for stage in rubric.stages:
        due = f", due {stage.due.isoformat()}" if stage.due else ""
        yield f"Stage {as_markdown(stage.title)}{_weight(stage)}{due}"


def _weight(part: Group | Stage) -> str:
    return "" if part.weight is None else f", worth {figure(part.weight)} together"


def _best(group: Group) -> str:
    return "" if group.best is None else f", of which the best {group.best} count"


def _criterion(criterion: Criterion, rubric: Rubric) -> Iterator[str]:
    yield f"## {as_markdown(criterion.title)}"
    yield f"`{criterion.id}`: {', '.join(_told(criterion, rubric))}."
    if criterion.description:
        yield as_markdown(criterion.description)
    if criterion.levels:
        head = ["| Level | Gives | Which is |", "|---|---|---|"]
        yield "\n".join((*head, *(_level(level) for level in criterion.levels)))
    for said, conditions in (("Applies where", criterion.when), ("Checks", criterion.checks)):
        if conditions:
            listed = "\n".join(f"- {condition.written}" for condition in conditions)
            yield f"{said}:\n\n{listed}"
    unasked = list(map(_not_to_ask, not_to_ask_by(criterion.checks)))
    if unasked:
        yield "Questions not to ask:\n\n" + "\n".join(unasked)


def _not_to_ask(item: NotToAsk) -> str:
    instead = f"Ask instead: {item.instead}" if item.instead else ""
    said = " ".join(filter(None, (item.why, instead)))
    return f"- **{as_markdown(item.ask)}** {as_markdown(said)}".rstrip()


def _told(criterion: Criterion, rubric: Rubric) -> Iterator[str]:
    """What is to be said of a criterion besides its words."""
    worth = worths(rubric).get(criterion.id)
    if worth is not None:
        unit = "of the weight" if criterion.points is None and not _has_points(criterion) else ""
        said = "1 point" if worth == 1 and not unit else f"{figure(worth)} {unit or 'points'}"
        yield said + (" as a bonus" if criterion.bonus else "")
    elif worths(rubric):
        yield "without points"
    yield JUDGES[criterion.judged_by]
    if criterion.scope is Scope.PORTFOLIO:
        yield "for the portfolio as a whole"
    if criterion.group in rubric.group_of:
        yield f"group {as_markdown(rubric.group_of[criterion.group].title)}"
    if criterion.stage in rubric.stage_of:
        yield f"stage {as_markdown(rubric.stage_of[criterion.stage].title)}"


def _has_points(criterion: Criterion) -> bool:
    return criterion.most_points is not None


def _level(level: Level) -> str:
    gives = level.points or level.share or ""
    rules = (
        f"checks passed: {level.passed}" if level.passed is not None else "",
        f"at least {figure(level.at_least)}" if level.at_least is not None else "",
        f"at most {figure(level.at_most)}" if level.at_most is not None else "",
    )
    which = "; ".join(filter(None, (as_markdown(level.description), *rules)))
    return f"| {as_markdown(level.label)} | {gives} | {which} |"
