"""The steps of a career: how somebody came to where they are."""

import re
from typing import NamedTuple

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.field_faults import wrong_type
from shoptalk.reading.fields import Fields
from shoptalk.reading.keys import STEP_KEYS
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.record import with_key
from shoptalk.reading.traps import plain_or_quoted

STEPS = "a list of steps such as {years: 2015-2019, role: Nurse}"
YEAR = r"(?:19|20)\d\d"
YEARS = re.compile(rf"(?P<start>{YEAR})(?:\s*(?P<dash>[-\u2013])\s*(?P<end>{YEAR}|now)?)?")
ANY_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
SHORT_YEARS = re.compile(r"(?P<century>19|20)(?P<start>\d\d)\s*[-\u2013/]\s*(?P<end>\d\d)")
STILL = re.compile(
    r"since|present|today|current(?:ly)?|ongoing|still|now|[-\u2013\u2014]\s*$", re.I
)
STEP_IN_A_LINE = re.compile(
    rf"(?P<years>{YEAR}(?:\s*[-\u2013]\s*(?:{YEAR}|now)?)?)\s*[:,]?\s+"
    r"(?P<role>[^\s,][^,:]*)(?:,\s*(?P<organization>\S[^,:]*))?"
)
STEP_WITH_YEARS_BEHIND = re.compile(
    r"(?P<role>[^\s,:\d][^,:\d]*?)(?:,\s*(?P<organization>[^\s,:\d][^,:\d]*?))?"
    rf"(?:\s*[:,]\s*|\s+)(?P<years>(?:since\s+|from\s+|in\s+)?{YEAR}\b[^,:]*)"
)


class PathStep(NamedTuple):
    """Something that somebody worked as, or learnt, for some time."""

    role: str
    """What it was."""
    start: int
    """The year in which it began."""
    end: int | None
    """The year in which it ended; None where it goes on."""
    organization: str = ""
    """Where it was."""


class Years(NamedTuple):
    """From when to when."""

    start: int
    end: int | None
    """None where it goes on."""


@check(Severity.ERROR)
def not_years(text: str, corrected: tuple[str, ...]) -> Wording:
    """The years of a step of a career are not written as years.

    ### Why it matters

    The steps of all the people you talked to are drawn under one another by their years. That needs
    a year of four digits, and a second one where the step took longer. A step whose years cannot be
    read is left out.

    ### Example

    ```markdown
    ---
    path:
      - {years: 2015 to 2019, role: Nurse}
      - {years: since 2019, role: Data Engineer}
    ---
    ```

    ### Write instead

    ```markdown
    ---
    path:
      - {years: 2015-2019, role: Nurse}
      - {years: 2019-now, role: Data Engineer}
    ---
    ```
    """
    return Wording(
        f"{shown(text)} is neither a year from 1900 to 2099 nor two of them with a hyphen between",
        "write them like 2015, 2015-2019 or 2015-now" if not corrected else "write them as",
        corrected,
    )


@check(Severity.ERROR)
def end_before_start(start: int, end: int, corrected: str) -> Wording:
    """A step of a career ends before it begins.

    ### Why it matters

    One of the two years is a slip, or they changed places. A step that ends before it begins cannot
    be drawn, and is left out.

    ### Example

    ```markdown
    ---
    path:
      - {years: 2019-2015, role: Nurse}
    ---
    ```

    ### Write instead

    ```markdown
    ---
    path:
      - {years: 2015-2019, role: Nurse}
    ---
    ```
    """
    return Wording(
        f"the step ends in {end}, before it begins in {start}",
        "check both years; perhaps they changed places",
        (corrected,),
    )


@check(Severity.ERROR)
def years_to_come(year: int, this_year: int, corrected: tuple[str, ...]) -> Wording:
    """A step of a career begins or ends in a year that is still to come.

    ### Why it matters

    A path tells what has been. A later year is most likely a slip, and would push everybody's
    steps together in the picture, so the step is left out. What goes on has `now` as its end.

    ### Example

    ```markdown
    ---
    path:
      - {years: 2015-2091, role: Nurse}
    ---
    ```

    ### Write instead

    ```markdown
    ---
    path:
      - {years: 2015-now, role: Nurse}
    ---
    ```
    """
    return Wording(
        f"the step names the year {year}, and this is {this_year}",
        "check the years; if the step goes on, write" if corrected else "check the years",
        corrected,
    )


@check(Severity.ERROR)
def incomplete_step(number: int, key: str, corrected: tuple[str, ...]) -> Wording:
    """A step of a career does not say what it was, or when.

    ### Why it matters

    A step is what somebody worked as or learnt, and in which years. Without the one there is
    nothing to show, without the other no place to show it in, so the step is left out. Only the
    organization may be missing.

    ### Example

    ```markdown
    ---
    path:
      - {years: 2015-2019, organization: County Hospital}
    ---
    ```

    ### Write instead

    ```markdown
    ---
    path:
      - {years: 2015-2019, role: Nurse, organization: County Hospital}
    ---
    ```
    """
    return Wording(f"step {number} of the path has no {shown(key)}", "add it", corrected)


def read_path(fields: Fields, this_year: int) -> tuple[PathStep, ...]:
    """The steps under `path` that can be read, by year."""
    entry = fields.values.get("path")
    if entry is None:
        return ()
    steps: list[tuple[PathStep, Node]] = []
    for number, node in enumerate(fields.items("path", STEPS, _step_meant), 1):
        if isinstance(node, Mapping):
            step = _step(fields.within(node, f"step {number}"), number, this_year)
            if step:
                steps.append((step, node))
        elif node is not entry.value:
            _report_no_step(fields, node, number)
    steps.sort(key=lambda one: one[0].start)
    fields.listed["path"] = [node for _, node in steps]
    return tuple(step for step, _ in steps)


def parse_years(text: str) -> Years | None:
    """The years in `2015`, `2015-2019`, `2015-` or `2015-now`; None for any other text."""
    match = YEARS.fullmatch(text)
    if not match:
        return None
    start = int(match["start"])
    if not match["dash"]:
        return Years(start, start)
    return Years(start, int(match["end"]) if match["end"] not in (None, "now") else None)


def _step(fields: Fields, number: int, this_year: int) -> PathStep | None:
    fields.check_keys(STEP_KEYS)
    for key in ("years", "role"):
        if key not in fields.values:
            fields.report(incomplete_step, fields.mapping, number, key, with_key(fields, key))
    years, role = _years(fields, this_year), fields.text("role")
    organization = fields.text("organization")
    if years is None or not role:
        return None
    return PathStep(role=role, start=years.start, end=years.end, organization=organization)


def _years(fields: Fields, this_year: int) -> Years | None:
    node = fields.scalar("years", "years, such as 2015-2019")
    if node is None:
        return None
    text = node.text.strip()
    years = parse_years(text)
    if years is None:
        meant = _years_meant(text)
        fields.report(not_years, node, text, (fields.line_with(node, meant),) if meant else ())
        return None
    start, end = years
    if end is not None and end < start:
        turned = fields.line_with(node, f"{end}-{start}")
        fields.report(end_before_start, node, start, end, turned)
        return None
    latest = max(start, end or start)
    if latest > this_year:
        going_on = (fields.line_with(node, f"{start}-now"),) if start <= this_year else ()
        fields.report(years_to_come, node, latest, this_year, going_on)
        return None
    return years


def _years_meant(text: str) -> str:
    """The years in a text such as `2015 to 2019`, `since 2015` or `2015-19`; empty if unclear."""
    short = SHORT_YEARS.fullmatch(text)
    years = ANY_YEAR.findall(text)
    if short:
        years = [short["century"] + short[year] for year in ("start", "end")]
    if len(years) == 2 and years[0] <= years[1]:
        return "-".join(years)
    return f"{years[0]}-now" if len(years) == 1 and STILL.search(text) else ""


def _in_braces(text: str) -> str:
    is_years = parse_years(text) is not None
    return text if is_years else plain_or_quoted(text)


def _step_meant(text: str) -> str:
    """The keys that a text such as `Smith since 1990` may be for, in braces; empty if unclear."""
    meant = STEP_IN_A_LINE.fullmatch(text) or STEP_WITH_YEARS_BEHIND.fullmatch(text)
    if not meant:
        return ""
    said = meant.groupdict(default="")
    years = said["years"] if parse_years(said["years"]) else _years_meant(said["years"])
    if not years:
        return ""
    parts = {"years": years, "role": said["role"], "organization": said["organization"]}
    keys = ", ".join(f"{key}: {_in_braces(part)}" for key, part in parts.items() if part)
    return f"{{{keys}}}"


def _report_no_step(fields: Fields, node: Scalar | Listing, number: int) -> None:
    """Say that an item has no keys, with those that its text may be for."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    step = _step_meant(text)
    corrected = (fields.line_with(node, step),) if step else ()
    found = "a list" if isinstance(node, Listing) else "text" if text else "nothing"
    fields.report(wrong_type, node, f"step {number}", "keys with values", found, corrected)
