"""Where each question of the bank stands on the site."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from zlib import crc32

from shoptalk.questions.bank import BankEntry, QuestionBank
from shoptalk.reading.file_names import DEVICE

MOST_ON_TOPIC = 100
"""Questions on one page of a topic: themes compare each heading of a page with all others."""

LONGEST_NAME = 200
"""Bytes of a file's name; disks know 255."""

TAKEN = re.compile(r"index|coverage|starter|asked|no-topic|page-\d+")
"""Names below `questions/` that a student's own topic cannot have."""


class Place(NamedTuple):
    """A page, from the root of the pages, and an id on it."""

    path: str
    anchor: str = ""


def list_path(number: int) -> str:
    """The path of a page of the list of all questions, counted from 1."""
    return "questions/index.md" if number == 1 else f"questions/page-{number}.md"


def starter_path() -> str:
    """The path of the starter questions."""
    return "questions/starter.md"


def coverage_path(number: int) -> str:
    """The path of a page of the coverage, counted from 1."""
    return page_of("questions/coverage", number)


def topic_path(topic: str, number: int = 1) -> str:
    """The path of a page of a topic, counted from 1; of no topic, if it is empty."""
    name = f"{topic}--topic" if TAKEN.fullmatch(topic) else topic or "no-topic"
    return page_of(f"questions/{file_name(name)}", number)


def entry_path(entry: BankEntry, number: int = 1) -> str:
    """The path of a page of a question that has its own, counted from 1."""
    return page_of(f"questions/asked/{file_name(entry.anchor)}", number)


def file_name(text: str) -> str:
    """A text as the name of a file, in Windows too.

    One too long for a disk is cut, and ends in its checksum.
    """
    if DEVICE.match(text):
        return f"{text}--1"
    encoded = text.encode()
    if len(encoded) <= LONGEST_NAME:
        return text
    return f"{encoded[: LONGEST_NAME - 10].decode(errors='ignore')}--{crc32(encoded):08x}"


def page_of(name: str, number: int) -> str:
    """The path of a page of something that goes on over several, counted from 1."""
    return f"{name}.md" if number == 1 else f"{name}/page-{number}.md"


def has_page(entry: BankEntry) -> bool:
    """Whether a question has a page of its own: it was asked at least twice."""
    return len(entry.asked) > 1


def place_entries(bank: QuestionBank, leaves_out: Callable[[str], bool]) -> Mapping[str, Place]:
    """By its anchor, where a question stands: on its own page, else on that of its topic.

    One that stands on no page but those left out has no place.
    """
    places: dict[str, Place] = {}
    for topic in bank.topics:
        for number, entry in enumerate(topic.entries):
            own = [Place(entry_path(entry))] if has_page(entry) else []
            path = topic_path(topic.topic, number // MOST_ON_TOPIC + 1)
            for place in (*own, Place(path, entry.anchor)):
                if not leaves_out(place.path):
                    places[entry.anchor] = place
                    break
    return places
