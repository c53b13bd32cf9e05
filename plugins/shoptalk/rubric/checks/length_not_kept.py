"""The conversation took longer than was agreed."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.request import Entry
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many minutes more are let pass."""

    grace: int = 5


@check(Severity.WARNING)
def length_not_kept(minutes: int, agreed: int, grace: int) -> Wording:
    """The conversation took longer than was agreed.

    ### Why it matters

    Whoever gave you half an hour has planned the next one. To stop in time, with questions left, is
    the surest way to be welcome again.

    ### Example

    The write-up says `minutes: 50`, and the appointment in `outreach.yml` says `minutes: 30`.

    ### Write instead

    Leave both as they are if the person chose to go on, and say so in the write-up; next time, end
    when you said you would.
    """
    allowed = f", and the rubric allows {grace} more" if grace else ""
    return Wording(
        f"the conversation took {counted(minutes, 'minute')}; {agreed} were agreed{allowed}",
        "correct what is a slip; next time, end when you said you would",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Interview, Fault]]:
    """A fault for each conversation that took longer."""
    for interview in material.interviews:
        agreed = _agreed(interview, material)
        if interview.minutes and agreed and interview.minutes > agreed + options.grace:
            yield interview, Fault("minutes", (interview.minutes, agreed, options.grace))


def _agreed(interview: Interview, material: Material) -> int | None:
    """The length of the latest appointment that gives one."""
    entries = material.led_to.get(interview.source.path, ())
    appointments = (entry.request.appointment for entry in reversed(entries))
    return next((one.minutes for one in appointments if one and one.minutes), None)


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The length agreed on."""
    appointment = entry.request.appointment
    if appointment and appointment.minutes:
        yield "appointment.minutes"


RUBRIC_CHECK = RubricCheck.of_requests(
    length_not_kept, Options, find, rests_on, needs_outreach=False, needs_request=False
)
