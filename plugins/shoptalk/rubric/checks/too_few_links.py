"""Fewer web addresses are given than the rubric asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.reading.prose import web_addresses
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.field_values import (
    BODY,
    LISTS,
    OWN,
    TEXTS,
    named,
    paths_of,
    said_under,
)

WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where they must stand, and how many there must be."""

    field: str = BODY
    at_least: int = 1


@check(Severity.ERROR)
def too_few_links(field: str, count: int, at_least: int) -> Wording:
    """Fewer web addresses are given than the rubric asks for.

    ### Why it matters

    A link shows where something is from, and whoever reads your write-up can go on from there. The
    rubric counts different addresses that begin with `http://` or `https://`, and none in code.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    I had read her talk on data contracts.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    I had read [her talk on data contracts](https://example.org/talk).
    ```
    """
    more = "" if count == 0 else " more"
    return Wording(
        f"{named(field)} has {counted(count, 'link')}; the rubric asks for at least {at_least}",
        f"link to {at_least - count}{more} of what you mention",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if there are fewer different web addresses than asked for."""
    count = measure(interview, options)
    if count < options.at_least:
        yield Fault(options.field, (options.field, count, options.at_least))


def _addresses(interview: Interview, field: str) -> dict[str, str]:
    """The different web addresses in a field, each with the path of the first place it has."""
    found: dict[str, str] = {}
    if field == BODY:
        for number, link in enumerate(interview.body.links):
            if link.address.lower().startswith(WEB):
                found.setdefault(_comparable(link.address), f"links[{number}]")
    else:
        for said in said_under(interview, field):
            if "://" in said.text:
                for address in web_addresses(said.text):
                    found.setdefault(_comparable(address), said.path)
    return found


def _comparable(address: str) -> str:
    return address.lower().rstrip("/")


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each place with an address that was not there before."""
    found = _addresses(interview, options.field)
    return list(dict.fromkeys(found.values())) or paths_of(interview, options.field)


def measure(interview: Interview, options: Options) -> int:
    """How many different web addresses there are."""
    return len(_addresses(interview, options.field))


def unsuitable(options: Options) -> str:
    """None asked for."""
    return "" if options.at_least else "at_least: is 0, so it asks for nothing"


RUBRIC_CHECK = RubricCheck(
    too_few_links,
    Options,
    find,
    rests_on,
    (BODY, "link", *LISTS, *TEXTS, OWN),
    measure=measure,
    measures="the number of different web addresses",
    pools=True,
    unsuitable=unsuitable,
)
