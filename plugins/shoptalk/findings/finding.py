"""The one thing every check reports: a `Finding`, at a `Place`."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The rubric is not met, or the file cannot be read faithfully."""

    WARNING = "warning"
    """Very likely a mistake."""

    NOTE = "note"
    """A suggestion; never fails anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of one line of one file."""

    path: str
    """The file, relative to where the command was run, with `/` as separator."""

    line: int = 1
    """Counted from 1."""

    column: int = 1
    """Counted from 1, in characters."""

    width: int = 1
    """How many characters of the line are meant, at least 1."""

    source_line: str = ""
    """The whole line as it stands in the file, without its line break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault or suggestion, complete in itself: no reporter has to look anything up."""

    check: str
    """The id of the check that reports it, in kebab-case."""

    severity: Severity

    place: Place

    message: str
    """What is wrong, with the measured value; neither the place nor the cure."""

    help: str
    """The act that mends it, as an imperative without a full stop; empty if there is none."""

    correction: tuple[str, ...] = ()
    """The lines that should stand there instead; empty where nobody can know them."""

    @property
    def act(self) -> str:
        """The help as it is printed: with a colon where the corrected lines follow."""
        return f"{self.help}:" if self.correction and not self.help.endswith("?") else self.help

    @property
    def advice(self) -> str:
        """The help with the corrected lines, as one text."""
        return "\n".join((self.act, *self.correction))

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Findings are listed by file, then from top to bottom."""
        return (self.place.path, self.place.line, self.place.column, self.check, self.message)


GRAVEST_FIRST = tuple(Severity)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file and from top to bottom; those that say the same once, as the gravest."""
    once: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        said = (*finding.sort_key, finding.help)
        known = once.setdefault(said, finding)
        if GRAVEST_FIRST.index(finding.severity) < GRAVEST_FIRST.index(known.severity):
            once[said] = finding
    return sorted(once.values(), key=lambda finding: finding.sort_key)


def shown(text: str, longest: int = 40) -> str:
    """A measured text for a message: in quotes, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= longest else f"'{line[: longest - 1]}…'"
