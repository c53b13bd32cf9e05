"""What a recognizer proposes for a line that the parser refuses."""

from dataclasses import dataclass
from typing import Any

from shoptalk.findings.check import Check
from shoptalk.reading.yaml_faults import Lines


@dataclass(frozen=True, slots=True)
class Repair:
    """A fault recognized in one line, with the lines that should stand there instead."""

    fault: Check[Any]
    number: int
    column: int
    """Where the fault begins in the line, counted from 0."""
    width: int
    corrected: Lines
    measured: tuple[str, ...] = ()
    """What the fault's wording is told besides the corrected lines."""
    replaced: int = 1
    """How many lines they replace."""
    certain: bool = False
    """It helps even where the parser stops earlier than before, at what the fault had hidden."""
