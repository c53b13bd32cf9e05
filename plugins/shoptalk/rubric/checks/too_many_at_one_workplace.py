"""Too many people at one workplace were written to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.names import comparable_words
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many people of one organization may be written to."""

    at_most: int = 3


@check(Severity.WARNING)
def too_many_at_one_workplace(count: int, at_most: int) -> Wording:
    """Too many people at one workplace were written to.

    ### Why it matters

    Colleagues talk to each other. Where everybody has the same message, nobody feels meant, and
    nobody answers. This check reads `organization`; without it, nothing is counted.

    ### Example

    ```yaml
    requests:
      - {name: Ken Abara, organization: Harbor Health, sent: 2026-11-12}
      - {name: Mei Lindqvist, organization: Harbor Health, sent: 2026-11-12}
      - {name: Noor Haddad, organization: Harbor Health, sent: 2026-11-12}
      - {name: Bo Sand, organization: Harbor Health, sent: 2026-11-12}
    ```

    ### Write instead

    ```yaml
    requests:
      - {name: Ken Abara, organization: Harbor Health, sent: 2026-11-12}
      - {name: Mei Lindqvist, organization: Harbor Health}
    ```
    """
    return Wording(
        f"{count} people at this workplace were written to; the rubric allows {at_most}",
        "wait for answers there, and write to people elsewhere",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each workplace, at the first request that is too many."""
    for entries in _by_workplace(material).values():
        if len(entries) > options.at_most:
            fault = Fault("organization", (len(entries), options.at_most))
            yield entries[options.at_most], fault


def _by_workplace(material: Material) -> dict[str, list[Entry]]:
    """The requests that were sent."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in material.requests:
        if entry.request.sent and entry.request.organization:
            found[comparable_words(entry.request.organization)].append(entry)
    return found


def measure(material: Material, options: Options) -> float:
    """The most at one workplace."""
    return max(map(len, _by_workplace(material).values()), default=0)


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """Where those work who were written to."""
    if entry.request.sent and entry.request.organization:
        yield "organization"


def unsuitable(options: Options) -> str:
    """Nobody at all."""
    return "" if options.at_most else "at_most: is 0, so nobody could be asked"


RUBRIC_CHECK = RubricCheck.of_requests(
    too_many_at_one_workplace,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the most people of one organization who were written to",
    is_of_portfolio=True,
    unsuitable=unsuitable,
)
