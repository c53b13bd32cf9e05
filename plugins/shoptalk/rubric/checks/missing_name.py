"""The person's name is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.reading.private_file import private_name
from shoptalk.rubric.checks import Fault, RubricCheck


@dataclass(frozen=True, slots=True)
class Options:
    """None."""


@check(Severity.ERROR)
def missing_name(private: str = "", orphan: str = "") -> Wording:
    """The person's name is missing.

    ### Why it matters

    The grader has to know whom you talked to. Without the person's consent the published page shows
    the `alias` instead of the name, and the name may stand in `private/` instead of here.

    ### Example

    ```markdown
    ---
    title: Clinical Data Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    alias: A clinical data engineer
    ---
    ```
    """
    if orphan:
        return Wording(
            "the person's name is missing",
            f"add it; or did you rename the write-up? {orphan} has a name: rename it to {private}",
        )
    where = f"add it here, or to {private}, which nobody else sees"
    return Wording(
        "the person's name is missing",
        where if private else "add it to the front matter",
        ("name: First Last",),
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if there is no name; one with an alias may stand in `private/`."""
    if not interview.name:
        orphan = interview.orphan
        private = private_name(interview.source.path) if interview.alias or orphan else ""
        yield Fault("name", (private, orphan))


RUBRIC_CHECK = RubricCheck(missing_name, Options, find, lambda interview, options: ("name",))
