"""The grades of what a student's site publishes as data.

The write-ups are not in it, nor true names: what rests on these cannot be shown. The rest is what
the student's build wrote, so whoever wants to be sure looks at the site, or asks for the folder.
"""

import datetime
import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote, unquote

import yaml

from shoptalk.classes.folder import MOST_INTERVIEWS, Asked, rubric_around, web_address
from shoptalk.classes.handed_in import HandedIn, RefusedError
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.keys import KEYS
from shoptalk.reading.source import Source
from shoptalk.rubric.class_grades import Student, student_of
from shoptalk.rubric.grading import grade
from shoptalk.rubric.reports.gradebook import Line
from shoptalk.site.open_data import VERSION

LARGEST_DATA = 5_000_000

PLAIN = ("title", "organization", "industry", "minutes", "format", "route", "tags")
ITEMS = {
    "questions": {"ask": "ask", "topic": "topic"},
    "learnings": {"text": "learned", "topic": "topic", "question": "from"},
    "applications": {"do": "do", "by": "by", "done": "done"},
    "referrals": {"name": "name", "title": "title", "organization": "organization"},
}
"""The keys of the data, and those of an interview file."""

NOT_PUBLISHED = (KEYS - {*PLAIN, *ITEMS, "date"}) | {"body", "headings[0]", "paragraphs[0]"}
NOTE = "names and write-ups are not in the published data"


def grade_published(handed: HandedIn, asked: Asked) -> Student:
    """The grades; `RefusedError` says why there are none."""
    data = read_data(handed)
    conversations = data["conversations"]
    if len(conversations) > MOST_INTERVIEWS:
        raise RefusedError(f"there are {len(conversations):,} interviews; {MOST_INTERVIEWS} may be")
    home = data.get("home")
    site = web_address(home) if isinstance(home, str) else ""
    root = site or posixpath.dirname(handed.shown)
    files = tuple(_file_of(one, root, asked.today) for one in conversations)
    rubric = asked.rubric or rubric_around(handed.path, asked.here)
    student = student_of(
        grade(Corpus(files=files), rubric, asked.today),
        {},
        name=handed.name,
        path=handed.shown,
        notes=(NOTE,),
    )
    cells = tuple(cell._replace(evidence=_pages(cell.evidence)) for cell in student.cells)
    return replace(student, is_published=True, cells=cells, site=site)


def _pages(evidence: Sequence[Line]) -> tuple[Line, ...]:
    """The pages of some evidence: lines are not published."""
    return tuple(dict.fromkeys(Line(one.path, 0) for one in evidence))


def read_data(handed: HandedIn) -> Mapping[str, Any]:
    """What the file holds; some `conversations` are among it."""
    try:
        if handed.path.is_symlink() or not handed.path.is_file():
            raise RefusedError("it is not an ordinary file")
        with handed.path.open("rb") as file:
            data = file.read(LARGEST_DATA + 1)
        if len(data) > LARGEST_DATA:
            raise RefusedError(f"it has more than {LARGEST_DATA:,} bytes")
        whole = json.loads(data)
    except OSError as error:
        raise RefusedError(f"it cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError):
        raise RefusedError("it is no JSON") from None
    held: dict[str, Any] = whole if isinstance(whole, dict) else {}
    found = held.get("conversations")
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise RefusedError("it is not what a portfolio publishes: there are no conversations")
    if held.get("version") != VERSION:
        raise RefusedError(f"its version is {held.get('version')!r}; {VERSION} can be read")
    if not found:
        raise RefusedError("there are no conversations in it")
    return held


def _file_of(conversation: Mapping[str, Any], root: str, today: datetime.date) -> ReadFile:
    """A conversation as if it had been read from a file with as much in it."""
    page = _page_of(conversation, root)
    source = Source(page, _text_of(conversation))
    interview, findings = parse_interview(source, today)
    if interview:
        interview = replace(interview, withheld=frozenset(NOT_PUBLISHED))
    return ReadFile(
        path=page, address=page, source=source, interview=interview, findings=tuple(findings)
    )


def _page_of(conversation: Mapping[str, Any], root: str) -> str:
    """The page of a conversation in the site, or in the folder of the data, and nowhere else."""
    parts = unquote(str(conversation.get("address", ""))).replace("\\", "/").split("/")
    inside = "/".join(part for part in parts if part not in ("", ".", ".."))
    is_file = inside.endswith(".html")
    if web_address(root):
        address = quote(inside.encode("utf-8", "replace"))
        return f"{root.rstrip('/')}/{address}{'' if is_file else '/'}"
    return posixpath.join(root, inside, "" if is_file else "index.html").rstrip("/")


def _text_of(conversation: Mapping[str, Any]) -> str:
    keys = {key: conversation[key] for key in PLAIN if _is_plain(conversation.get(key))}
    keys |= {"date": _day(conversation.get("date"))} if conversation.get("date") else {}
    for key, names in ITEMS.items():
        items = list(_items(conversation.get(key), names))
        keys |= {key: items} if items else {}
    front = yaml.dump(keys, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n\n{''.join(_answers(conversation.get('questions')))}"


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) or (
        isinstance(value, list) and all(isinstance(one, str) for one in value)
    )


def _day(value: object) -> object:
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        return str(value)


def _items(values: object, names: Mapping[str, str]) -> Iterator[dict[str, object]]:
    for one in values if isinstance(values, list) else ():
        if isinstance(one, dict):
            kept = {ours: one[key] for key, ours in names.items() if _is_plain(one.get(key))}
            if isinstance(kept.get("by"), str):
                kept["by"] = _day(kept["by"])
            if kept:
                yield kept


def _answers(questions: object) -> Iterator[str]:
    """Of an answer the data says only that there is one."""
    for one in questions if isinstance(questions, list) else ():
        if isinstance(one, dict) and one.get("answered") is True:
            yield f"## {' '.join(str(one.get('ask', '')).split())}\n\nOn the page.\n\n"
