"""Where in a file some characters of a YAML text stand."""

from shoptalk.reading.nodes import Scalar
from shoptalk.reading.source import Source, Span


def span_within(source: Source, scalar: Scalar, start: int, end: int) -> Span | None:
    """The span of some characters of a text that was read without the blanks around it.

    None where the file has them in another form: folded, with escapes, over several lines.
    """
    blanks = len(scalar.text) - len(scalar.text.lstrip())
    begin = _in_block if scalar.style == "|" else _in_line
    first = begin(source, scalar, blanks + start)
    return None if first is None else Span(first, first + max(end - start, 1))


def _in_line(source: Source, scalar: Scalar, at: int) -> int | None:
    quote = len(scalar.style)
    written = source.text[scalar.start + quote : scalar.end - quote]
    return scalar.start + quote + at if written == scalar.text else None


def _in_block(source: Source, scalar: Scalar, at: int) -> int | None:
    """A block has its lines as they are, all indented like the first that is not blank."""
    above = source.line_number(scalar.start)
    header = source.text[scalar.start : source.line_starts[above] + len(source.line(above))]
    if any(char.isdigit() for char in header.partition("#")[0]):
        return None
    lines = scalar.text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    written = source.line(above + 1 + first)
    indent = len(written) - len(written.lstrip(" "))
    number = scalar.text.count("\n", 0, at)
    column = at - (scalar.text.rfind("\n", 0, at) + 1)
    return source.line_starts[above + 1 + number] + indent + column
