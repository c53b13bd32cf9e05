"""A `Check` is a named fault: a function that words it, and whose docstring is its page."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, ParamSpec

from shoptalk.findings.finding import Finding, Place, Severity

Measured = ParamSpec("Measured")


LONGEST_CORRECTION = 2_000
"""Characters in a line; nobody compares longer ones, and thousands of them would fill memory."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a check says of one fault: see the fields of the same names in `Finding`."""

    message: str
    help: str = ""
    correction: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check(Generic[Measured]):
    """A fault that Shoptalk knows by name."""

    id: str
    """Kebab-case; names the fault, not the cure; never changes."""

    severity: Severity
    """Its usual severity."""

    word: Callable[Measured, Wording] = field(repr=False)
    """Puts the fault into words, given what was measured."""

    @property
    def page(self) -> str:
        """The check's page, as Markdown: its docstring."""
        return inspect.getdoc(self.word) or ""

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.page.split("\n", 1)[0]

    def at(self, place: Place, *args: Measured.args, **measured: Measured.kwargs) -> Finding:
        """The finding for this fault at `place`."""
        wording = self.word(*args, **measured)
        is_short = all(len(line) <= LONGEST_CORRECTION for line in wording.correction)
        return Finding(
            check=self.id,
            severity=self.severity,
            place=place,
            message=wording.message,
            help=wording.help,
            correction=wording.correction if is_short else (),
        )


CHECKS: dict[str, Check[...]] = {}
"""Every check of the modules imported so far, by id; `shoptalk.catalogue` imports them all."""


def check(severity: Severity) -> Callable[[Callable[Measured, Wording]], Check[Measured]]:
    """Make a check of the decorated function; its id is the function's name in kebab-case."""

    def register(word: Callable[Measured, Wording]) -> Check[Measured]:
        made = Check(word.__name__.replace("_", "-"), severity, word)
        if made.id in CHECKS:
            raise ValueError(f"two checks are called {made.id}")
        CHECKS[made.id] = made
        return made

    return register
