"""What is due, for people at a terminal, for notes in Markdown, and for programs."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from itertools import groupby
from typing import Any

from shoptalk.findings.reporters.escaping import as_markdown
from shoptalk.findings.reporters.text import Style, columns, plain, visible
from shoptalk.outreach.due.acquaintance import Clock
from shoptalk.outreach.due.step import Due, Step
from shoptalk.outreach.times import days_after, in_zone

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEK = 7
OVERDUE, TODAY, THIS_WEEK, LATER = "Overdue", "Today", "This week", "Later"


def render_text(found: Sequence[Due], clock: Clock, style: Style = plain) -> str:
    """Each thing with its reason and its command below it, under when it is due.

    `style(text, fg=…, bold=…)` may colour it.
    """
    width = max((columns(_when(due, clock)) for due in found), default=0)
    indent = " " * (width + 4)
    lines: list[str] = []
    for title, items in _grouped(found, clock):
        color = "red" if title == OVERDUE else None
        lines += [style(title, fg=color, bold=True), ""]
        for due in items:
            when = _when(due, clock)
            pad = " " * (width - columns(when))
            lines.append(f"  {style(when, fg=color)}{pad}  {style(visible(due.what), bold=True)}")
            lines.append(f"{indent}{visible(due.why)}")
            if due.command:
                lines.append(indent + style(visible(due.command), fg="cyan"))
            lines.append("")
    return "".join(f"{line}\n" for line in lines[:-1])


def render_markdown(found: Sequence[Due], clock: Clock) -> str:
    """A list under each heading that says when."""
    lines = ["# What is due"]
    for title, items in _grouped(found, clock):
        lines += ["", f"## {title}", ""]
        for due in items:
            lines.append(f"- **{as_markdown(due.what)}** ({_when(due, clock)})")
            lines.append(f"    - {as_markdown(due.why)}")
            if due.command:
                lines.append(f"    - {_as_code(visible(due.command))}")
    return "\n".join((*lines, ""))


def render_json(found: Iterable[Due], clock: Clock) -> str:
    """A list of all; what is not known is null."""
    listed = [_as_json(due, clock) for due in found]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _as_json(due: Due, clock: Clock) -> dict[str, Any]:
    return {
        "id": due.id,
        "step": due.step,
        "who": due.who,
        "what": due.what,
        "why": due.why,
        "on": due.on.isoformat(),
        "at": due.at.astimezone(UTC).isoformat() if due.at else None,
        "minutes": due.minutes or None,
        "place": due.place or None,
        "overdue": due.overdue(clock.today),
        "command": due.command or None,
    }


def _grouped(found: Sequence[Due], clock: Clock) -> Iterator[tuple[str, Iterator[Due]]]:
    """What is due in the order of its days, under a title for each time."""
    today = clock.today

    def title(due: Due) -> str:
        if due.on < today:
            return OVERDUE
        if due.on == today:
            return TODAY
        return THIS_WEEK if due.on <= days_after(today, WEEK) else LATER

    yield from groupby(found, title)


def _when(due: Due, clock: Clock) -> str:
    """For example `Tue 2026-11-24 17:30`, or `by 17:30` for thanks on that day."""
    days = due.overdue(clock.today)
    day = f"{DAYS[due.on.weekday()]} {due.on}"
    if days:
        return f"{day}, {days:,} day{'' if days == 1 else 's'} overdue"
    if due.at is None:
        return day
    hour = f"{in_zone(due.at, clock.zone):%H:%M}"
    return f"{day} {hour if due.step is Step.MEET else f'by {hour}'}"


def _as_code(text: str) -> str:
    """A text set as code, whatever backticks are in it."""
    fence = "`"
    while fence in text:
        fence += "`"
    return f"{fence} {text} {fence}" if len(fence) > 1 else f"`{text}`"
