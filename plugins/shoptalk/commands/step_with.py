"""Recording a step with somebody who is named on the command line."""

import datetime
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import click

from shoptalk.commands.moments import done_on
from shoptalk.commands.near_names import meant_by, one_name
from shoptalk.commands.recording import Edited, People
from shoptalk.findings.finding import shown
from shoptalk.mending.yaml_edit import END
from shoptalk.mending.yaml_values import as_data, in_brackets
from shoptalk.outreach.called import NOWHERE
from shoptalk.outreach.due.acquaintance import clock_of
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.request import Entry, Outreach, Request
from shoptalk.outreach.writing.changes import Changes, NotPossible, chosen
from shoptalk.outreach.writing.entry import Change, changed, with_changes
from shoptalk.outreach.writing.named import entries_named
from shoptalk.reading.corpus import ReadFile


class Who:
    """Somebody, as named on the command line."""

    def __init__(self, name: tuple[str, ...], organization: str) -> None:
        self.name, self.organization = one_name(name), organization
        if not self.name:
            raise click.UsageError('give the person\'s name: "Full Name"')

    @property
    def where(self) -> str:
        """What tells them apart from others of the name, in a sentence."""
        if self.organization == NOWHERE:
            return " without an organization"
        return f" at {self.organization}" if self.organization else ""


class Recorded(NamedTuple):
    """A step that was written down."""

    people: People
    request: Request
    """As it was before."""
    changes: Changes
    today: datetime.date


def people_here() -> People:
    """The requests and conversations of the portfolio in this folder."""
    return People(Path.cwd(), datetime.date.today())


def record(
    who: Who, step: Callable[[Request, datetime.date], Changes], on: datetime.date | None = None
) -> Recorded:
    """Write down a step with somebody who was asked, and say what was there before.

    `step` is given the day on which it was done: today, unless `on` is another.
    """
    people = people_here()
    entry_of(people.outreach(), who, people)
    done: list[Recorded] = []

    def edit(text: str, was: Outreach) -> Edited:
        entry = entry_of(was, who, people)
        clock = clock_of(was)
        changes = step(entry.request, done_on(on, clock))
        done[:] = [Recorded(people, entry.request, changes, clock.today)]
        after = changed(entry.request, changes)
        meant = tuple(after if one is entry else one.request for one in was.entries)
        return with_changes(text, entry, changes), meant

    people.write(edit)
    [recorded] = done
    request = recorded.request
    facts = ", ".join(_said(request, recorded.changes)) or "nothing new"
    click.echo(f"Wrote to {people.shown}: {request.name}: {facts}.")
    return recorded


def record_or_in_interview(
    who: Who, key: str, on: datetime.date | None, in_interview: Any = None
) -> None:
    """Write down a step with somebody who was asked, or else only spoken with.

    `in_interview` is what the write-up says of it, if that is not the day.
    """
    people = people_here()
    talks = people.talks_with(who.name, who.organization)
    asked = people.outreach()
    if entries_named(asked.entries, who.name, who.organization) or not talks:
        entry_of(asked, who, people, people.known)
        record(who, lambda _, day: (Change((key,), day),), on)
        return
    day = done_on(on, clock_of(asked))
    value = day if in_interview is None else in_interview
    file = people.write_into(_only(talks, who, people), (key,), value)
    click.echo(f"Wrote to {file}: {key}: {in_brackets(value)}.")


def apply_in(who: Who, what: str) -> None:
    """Write down that an application of a conversation is done."""
    people = people_here()
    talks = people.talks_with(who.name, who.organization)
    if not talks:
        known = [(one.name, one.organization) for talk in people.talks if (one := talk.interview)]
        meant = meant_by(known, who.name, who.organization)
        raise click.UsageError(f"there is no conversation with {shown(who.name)}{who.where}{meant}")
    talk = _only([one for one in talks if _open_in(one)] or talks, who, people)
    interview = talk.interview
    listed = interview.applications if interview else ()
    try:
        number = chosen([one.do for one in listed], _open_in(talk), what, "application")
    except NotPossible as error:
        raise click.UsageError(str(error)) from None
    file = people.write_into(talk, ("applications", number, "done"), True)
    click.echo(f"Wrote to {file}: {listed[number].do}: done: true.")


def _open_in(talk: ReadFile) -> list[int]:
    listed = talk.interview.applications if talk.interview else ()
    return [number for number, one in enumerate(listed) if not one.done]


def _only(talks: list[ReadFile], who: Who, people: People) -> ReadFile:
    """The only conversation; ends the command where there are several."""
    if len(talks) > 1:
        paths = ", ".join(f"interviews/{one.address}.md" for one in talks)
        raise click.UsageError(f"{shown(who.name)} stands in {paths}: write it into one of them")
    return talks[0]


def entry_of(
    outreach: Outreach, who: Who, people: People, known: Collection[tuple[str, str]] = ()
) -> Entry:
    """The request to somebody; ends the command where there is none, or more than one.

    `known` are those who may have been meant, where it is not only those of the requests.
    """
    found = entries_named(outreach.entries, who.name, who.organization)
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(
            f"{shown(who.name)} stands in {people.shown} {len(found)} times: {which(found)}"
        )
    asked = [(one.name, one.organization) for one in outreach.requests]
    meant = meant_by(known or asked, who.name, who.organization)
    raise click.UsageError(
        f"{people.shown} has no request to {shown(who.name)}{who.where}{meant}\n"
        f'Write one down with `shoptalk asked "{who.name}"`.'
    )


def which(found: Iterable[Entry]) -> str:
    """How to name one of several people of one name, or what to do where no word can."""
    places = [(one.line(""), one.request.organization) for one in found]
    listed = ", ".join(f"{place or 'no organization'} on line {line}" for line, place in places)
    if len({place_of(place) for _, place in places}) < len(places):
        return f"{listed}; make one entry of each person, each with an `organization` of its own"
    named = f"{listed}; name the one with --organization"
    if all(place for _, place in places):
        return named
    return f"{named}, where {NOWHERE} stands for none"


def _said(request: Request, changes: Changes) -> list[str]:
    """What changes, in the words of the file."""
    said = []
    for path, value in changes:
        key = " ".join(str(step) for step in path if isinstance(step, str))
        before = None if END in path else _value_at(request, path)
        was = f" (was {in_brackets(as_data(before))})" if before and before != value else ""
        now = "taken out" if value is None else in_brackets(as_data(value))
        said.append(f"{key}: {now}{was}")
    return said


def _value_at(record: Any, path: Iterable[str | int]) -> Any:
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record
