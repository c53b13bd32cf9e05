"""Something from before or after the conversation is not written down."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.due.quoting import in_quotes
from shoptalk.outreach.request import Entry, Outreach
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material
from shoptalk.rubric.records import (
    RECORDS,
    how_to_write,
    lines_of_another,
    lines_with,
    next_record,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What must be written down, and how many times."""

    record: str
    at_least: int = 1


@check(Severity.ERROR)
def missing_record(missing: str, act: str, corrected: tuple[str, ...]) -> Wording:
    """Something from before or after the conversation is not written down.

    ### Why it matters

    A rubric can ask for what a write-up does not hold, such as the request that you sent. It stands
    in `outreach.yml`. Without such a file the criterion cannot be shown yet: it is neither met nor
    missed.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
    ```
    """
    return Wording(missing, act, corrected)


def find(material: Material, options: Options) -> Iterator[tuple[Entry | None, Fault]]:
    """A fault for each record that there is too little, at the first requests that lack it."""
    record = RECORDS[options.record]
    missing = options.at_least - int(measure(material, options))
    suiting = [entry for entry in material.requests if record.suits(entry.request)]
    lacking = [entry for entry in suiting if not record.count(entry.request)]
    for entry in lacking[: max(missing, 0)]:
        yield entry, _missing_in(entry, options.record, material.outreach)
    if missing > len(lacking):
        yield _one_more(material, options)


def _missing_in(entry: Entry, name: str, outreach: Outreach) -> Fault:
    """That a request lacks it: said alike whatever criterion asks, and so only once."""
    record = next_record(name, entry.request)
    suiting = [one for one in outreach.requests if RECORDS[name].suits(one)]
    having = sum(bool(record.count(one)) for one in suiting)
    of = counted(len(suiting), "request")
    so_far = f"{having} of {of} {'has' if having == 1 else 'have'} it, and the rubric asks for more"
    if not having:
        so_far = "no request has it, and the rubric asks for it"
    what = f"{shown(record.key)} is missing; {so_far}"
    path = record.key if entry.node.get(record.key) else record.key.rpartition(".")[0]
    return Fault(path, (what, how_to_write(record, entry, outreach), lines_with(record, entry)))


def _one_more(material: Material, options: Options) -> tuple[Entry | None, Fault]:
    """That there are too few although no request lacks it: in a list, or of the requests."""
    record, entries = RECORDS[options.record], material.requests
    asked = f"the rubric asks for at least {options.at_least}"
    if record.is_list and entries:
        what = f"{int(measure(material, options))} under {shown(record.key)}; {asked}"
        act = how_to_write(record, entries[-1], material.outreach)
        return entries[-1], Fault(record.key, (what, act, ()))
    suiting = [one for one in entries if record.suits(one.request)]
    written = " in writing" if len(suiting) < len(entries) else ""
    name, there = "", f"{counted(len(suiting), 'request')}{written}"
    if not material.is_portfolio:
        [interview] = material.interviews
        name, there = interview.name, f"{there} led to {interview.source.path}"
    who = in_quotes(name or "Full Name")
    act = f"write one more down, or let `shoptalk asked {who} --on YYYY-MM-DD` do it"
    return None, Fault("", (f"{there}; {asked}", act, lines_of_another(material.outreach, name)))


def measure(material: Material, options: Options) -> float:
    """How many there are."""
    count = RECORDS[options.record].count
    return sum(count(entry.request) for entry in material.requests)


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The key that holds it, where a request has one."""
    record = RECORDS[options.record]
    if record.count(entry.request):
        yield record.key


def unsuitable(options: Options) -> str:
    """A record that there is not, or none asked for."""
    if options.record not in RECORDS:
        return f"record: is {options.record!r}, which is none of {', '.join(RECORDS)}"
    return "" if options.at_least else "at_least: is 0, so it asks for nothing"


RUBRIC_CHECK = RubricCheck.of_requests(
    missing_record,
    Options,
    find,
    rests_on,
    needs_request=False,
    counts_requests=True,
    measure=measure,
    measures="the number of such records",
    unsuitable=unsuitable,
)
