"""What came of asking, for a terminal, for a Markdown file, and for other programs."""

import json
from collections.abc import Callable, Iterator

from shoptalk.findings.reporters.escaping import as_markdown
from shoptalk.findings.reporters.text import visible
from shoptalk.outreach.what_works.chain import Link
from shoptalk.outreach.what_works.funnel import FEWEST, Funnel, Group, Rate, days
from shoptalk.outreach.what_works.story import Story
from shoptalk.questions.listing.phrases import count

ABOUT_INTERVALS = (
    "Between the two shares lies the true rate with 95 % certainty. "
    f"Of fewer than {FEWEST} requests only the counts are told."
)


def render_text(story: Story, funnel: Funnel) -> str:
    """Lines to read in a terminal."""
    return "\n".join((*_text(story, funnel), ""))


def render_markdown(story: Story, funnel: Funnel) -> str:
    """The same with headings and tables."""
    return "\n".join((*_markdown(story, funnel), ""))


def render_json(story: Story, funnel: Funnel) -> str:
    """The numbers by name; a rate without an interval is one of too few requests."""
    totals = funnel.totals._asdict() | {"drafts": funnel.drafts}
    waiting = funnel.waiting._asdict() if funnel.waiting else None
    told = {
        "totals": totals,
        "answered": _data(funnel.overall),
        "days_to_answer": waiting,
        "answers": {one.header.lower(): list(map(_data, one.rates)) for one in funnel.groups},
        "conversations_by_route": dict(funnel.sources),
        "chain": [_data_of_link(one, story.chain) for one in story.chain],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _text(story: Story, funnel: Funnel) -> Iterator[str]:
    yield from _summary(funnel)
    for group in filter(_has_rates, funnel.groups):
        yield from ("", f"{group.title}:")
        widest = max(len(one.label) for one in group.rates)
        yield from (f"  {one.label:<{widest}}  {one.told}" for one in group.rates)
        yield f"  {group.verdict}"
    if funnel.sources:
        yield from ("", "Conversations by route:")
        yield from (f"  {number:>3,}  {label}" for label, number in funnel.sources)
    if story.chain:
        yield from ("", "Who led to whom:")
        yield from (f"  {'  ' * min(one.depth, 12)}{_told(one, visible)}" for one in story.chain)


def _markdown(story: Story, funnel: Funnel) -> Iterator[str]:
    yield "# Outreach"
    for line in _summary(funnel):
        yield from ("", line)
    for group in filter(_has_rates, funnel.groups):
        yield from ("", f"## {group.title}", "", f"| {group.header} | Answered |", "|---|---|")
        yield from (f"| {one.label} | {one.told} |" for one in group.rates)
        yield from ("", group.verdict)
    if funnel.sources:
        yield from ("", "## Conversations by route", "", "| Route | Conversations |", "|---|--:|")
        yield from (f"| {label} | {number:,} |" for label, number in funnel.sources)
    if story.chain:
        yield from ("", "## Who led to whom", "")
        yield from (
            f"{'  ' * min(one.depth, 12)}- {_told(one, as_markdown)}" for one in story.chain
        )


def _summary(funnel: Funnel) -> Iterator[str]:
    totals = funnel.totals
    yield (
        f"{count(totals.requests, 'request')}, {totals.answers:,} answered, "
        f"{totals.conversations:,} led to a conversation; {totals.open:,} still open, "
        f"{funnel.drafts:,} not sent yet."
    )
    if funnel.overall.of:
        yield f"Answered: {funnel.overall.told}. {ABOUT_INTERVALS}"
    if funnel.waiting:
        middle, shortest, longest, answers = funnel.waiting
        yield (
            f"Time to an answer: {days(middle)} in the middle, from {shortest} to {days(longest)}, "
            f"of {answers:,} with both days."
        )


def _has_rates(group: Group) -> bool:
    return bool(group.rates)


def _told(one: Link, harmless: Callable[[str], str]) -> str:
    also = f", also through {', '.join(map(harmless, one.also))}" if one.also else ""
    return f"{harmless(one.name)} ({one.stage}{also})"


def _data(rate: Rate) -> dict[str, object]:
    low, high = rate.interval or (None, None)
    return {
        "label": rate.label,
        "answered": rate.answered,
        "of": rate.of,
        "low": low if low is None else round(low, 4),
        "high": high if high is None else round(high, 4),
    }


def _data_of_link(one: Link, chain: tuple[Link, ...]) -> dict[str, object]:
    return {
        "name": one.name,
        "stage": one.stage,
        "led_by": chain[one.parent].name if one.parent >= 0 else None,
        "also_led_by": list(one.also),
    }
