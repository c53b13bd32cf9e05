"""What a rubric writes in a notation of its own: points, shares, weights, how many checks."""

import re
from dataclasses import dataclass
from typing import Self

from shoptalk.reading.record import parse_number


@dataclass(frozen=True, slots=True)
class Points:
    """Points for a level: one number, or a range within which a person chooses."""

    WANTED = "points, such as 10, 0.5 or 90-100"

    least: float
    most: float

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The points written as `10`, `0.5` or `90-100`."""
        parts = [parse_number(part.strip()) for part in re.split("[-\u2013]", text)]
        least, most = parts[0], parts[-1]
        if len(parts) > 2 or least is None or most is None or least > most:
            return None
        return cls(least, most)

    def __str__(self) -> str:
        if self.least == self.most:
            return f"{self.most:g}"
        return f"{self.least:g}\u2013{self.most:g}"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, from 0 to 1."""

    WANTED = "a part of the whole, such as 80% or 0.8"

    value: float

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The share written as `80%` or `0.8`."""
        number = parse_number(text.removesuffix("%").rstrip())
        if number is not None and text.endswith("%"):
            number /= 100
        return cls(number) if number is not None and number <= 1 else None

    def __str__(self) -> str:
        return f"{100 * self.value:g}%"


class Weight(float):
    """What something is worth beside others; a percent sign behind it makes no difference."""

    WANTED = "a number, such as 10 or 10%"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The weight written as `10`, `2.5` or `10%`."""
        number = parse_number(text.removesuffix("%").rstrip())
        return None if number is None else cls(number)


@dataclass(frozen=True, slots=True)
class Passed:
    """How many of a criterion's checks must be passed."""

    WANTED = "all, any, none, a number, or something like 'all but 1'"

    number: int
    """How many; or, below one, how few may be missing from all."""
    of_all: bool = False

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """What `all`, `all but 1`, `any`, `none` or `3` stand for."""
        words = {"all": cls(0, of_all=True), "any": cls(1), "none": cls(0)}
        but = re.fullmatch(r"all but (\d{1,3})", text)
        if but:
            return cls(-int(but[1]), of_all=True)
        if text.isascii() and text.isdigit() and len(text) < 4:
            return cls(int(text))
        return words.get(text)

    def is_reached(self, passed: int, checks: int) -> bool:
        """Whether so many of the checks are enough."""
        return passed >= (checks + self.number if self.of_all else self.number)

    def __str__(self) -> str:
        if self.of_all:
            return f"all but {-self.number}" if self.number else "all"
        return str(self.number)


ALL = Passed(0, of_all=True)
