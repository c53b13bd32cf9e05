"""Adding a score to the text of `scores.yml`, of which everything else stays as it is."""

from dataclasses import MISSING, fields
from datetime import date

from shoptalk.mending.edit import Edit, mend
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.source import Source, Span
from shoptalk.reading.traps import plain_or_quoted
from shoptalk.rubric.scores import Score

HEAD = """\
# What people said of the write-ups. `shoptalk grade` counts it instead of what the checks propose.
# `shoptalk score` adds to this file; you can also write into it yourself.
scores:
"""
INDENT = "  "


class NoPlaceForScores(Exception):  # noqa: N818 (it says why, and is no fault of the program)
    """Why no score can be added to a text."""


def with_score(text: str, score: Score) -> str:
    """The text of a file of scores with one more at the end of its list.

    Raises NoPlaceForScores where the list is not written in a way that can be added to.
    """
    if not text.strip("\ufeff \t\r\n"):
        return text + HEAD + "\n".join((*_entry(score, INDENT), ""))
    unix = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    source = Source("scores.yml", unix)
    mapping, _ = read_nodes(source, Span(0, len(unix)))
    if mapping is None or not mapping.entries:
        first = len(unix.split("\n"))
        return _added(text, unix, first, ("scores:", *_entry(score, INDENT)))
    scores = mapping.get("scores")
    if scores is None or mapping.flow:
        raise NoPlaceForScores("it has no key 'scores:' at the margin")
    if isinstance(scores, Listing) and scores.items and not scores.flow:
        line = source.line_number(scores.items[0].start)
        dash = source.line(line).partition("-")[0]
        return _added(text, unix, _last_line(source, scores) + 1, _entry(score, dash))
    if isinstance(scores, Scalar) and not scores.text and not scores.style:
        key = next(entry.key for entry in mapping.entries if entry.key.text == "scores")
        return _added(text, unix, source.line_number(key.start) + 1, _entry(score, INDENT))
    raise NoPlaceForScores("its scores do not stand in a list with a dash for each")


def _added(text: str, unix: str, first: int, lines: tuple[str, ...]) -> str:
    """The text with lines added, its own line ends and its byte-order mark."""
    if unix.endswith("\n"):
        first = min(first, unix.count("\n"))
    return mend(text, [Edit(first, 0, lines)])


def _last_line(source: Source, node: Node) -> int:
    """The last line in which something of a node is written."""
    written = source.text[: _end(node)].rstrip()
    return source.line_number(len(written) - 1)


def _end(node: Node) -> int:
    """Where the last thing in a node ends: a block itself runs on to what follows it."""
    if isinstance(node, Listing) and node.items and not node.flow:
        return _end(node.items[-1])
    if isinstance(node, Mapping) and node.entries and not node.flow:
        return _end(node.entries[-1].value)
    return node.end


def _entry(score: Score, indent: str) -> tuple[str, ...]:
    """The lines of a score; what is as it would be anyway is left out."""
    said = [
        f"{field.name}: {_written(getattr(score, field.name))}"
        for field in fields(Score)
        if field.default is MISSING or getattr(score, field.name) != field.default
    ]
    return (f"{indent}- {said[0]}", *(f"{indent}  {line}" for line in said[1:]))


def _written(value: str | float | date) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10g}"
    return as_yaml(value)


def as_yaml(text: str) -> str:
    """A text as a YAML value, also where it has several lines."""
    if "\n" not in text:
        return plain_or_quoted(text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
