"""The grades of a class as one page that needs no other file."""

from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import quote

from shoptalk.findings.reporters.text import visible
from shoptalk.rubric.class_grades import (
    Cell,
    ClassBook,
    Student,
    said_of,
    said_of_shared,
    said_of_total,
)
from shoptalk.rubric.reports.gradebook import Line

STYLE = """\
:root { color-scheme: light dark; font: 0.9rem/1.4 system-ui, sans-serif; }
body { margin: 1rem; }
div { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid rgb(128 128 128 / 30%); padding: 0.2rem 0.5rem; text-align: start; \
vertical-align: top; }
thead th { position: sticky; inset-block-start: 0; background: Canvas; }
small { display: block; opacity: 0.8; }
.waits { background: rgb(58 110 165 / 15%); }
a { color: inherit; }
"""
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Grades of a class</title>
<style>
{style}</style>
</head>
<body>
<h1>Grades of a class</h1>
{body}
</body>
</html>
"""


def render_class(book: ClassBook, link_to: Callable[[str], str] = lambda path: path) -> str:
    """The page; `link_to` gives the way from it to a path."""
    return PAGE.format(style=STYLE, body="\n".join(_body(book, link_to)))


def _body(book: ClassBook, link_to: Callable[[str], str]) -> Iterator[str]:
    if book.shared:
        yield "<h2>The same text</h2>\n<ul>"
        yield from (f"<li>{_text(said_of_shared(one))}</li>" for one in book.shared)
        yield "</ul>\n<h2>Grades</h2>"
    yield '<div tabindex="0" role="region" aria-label="Grades">\n<table>\n<thead>\n<tr>'
    titles = ("Student", "Total", *book.criteria.values(), "Notes")
    yield "".join(f'<th scope="col">{_text(title)}</th>' for title in titles)
    yield "</tr>\n</thead>\n<tbody>"
    for student in book.students:
        yield f"<tr>{''.join(_row(student, book, link_to))}</tr>"
    yield "</tbody>\n</table>\n</div>"


def _row(student: Student, book: ClassBook, link_to: Callable[[str], str]) -> Iterator[str]:
    name = _text(student.name)
    if student.site:
        name = f'<a href="{escape(student.site)}">{name}</a>'
    yield f'<th scope="row">{name}<small>{_text(student.path)}</small></th>'
    if student.why_not:
        yield f'<td colspan="{len(book.criteria) + 2}">not graded: {_text(student.why_not)}</td>'
        return
    passing = {True: "passes", False: "does not pass", None: ""}[student.passing]
    verdict = f"<small>{passing}</small>" if passing else ""
    yield f"<td>{_text(said_of_total(student))}{verdict}</td>"
    cells = {cell.criterion: cell for cell in student.cells}
    for id in book.criteria:
        yield _cell(cells[id], link_to) if id in cells else "<td></td>"
    published = ("only what the site publishes",) if student.is_published else ()
    yield f"<td>{'<br>'.join(map(_text, (*published, *student.notes)))}</td>"


def _cell(cell: Cell, link_to: Callable[[str], str]) -> str:
    links = ", ".join(_link(line, link_to) for line in cell.evidence)
    waits = "<small>waits for a person</small>" if cell.waiting else ""
    of_state = ' class="waits"' if cell.waiting else ""
    evidence = f"<small>{links}</small>" if links else ""
    return f"<td{of_state}>{said_of(cell)}{waits}{evidence}</td>"


def _link(line: Line, link_to: Callable[[str], str]) -> str:
    name = line.path.removesuffix("/index.html").rpartition("/")[2]
    shown = f"{name}:{line.line}" if line.line else name
    return f'<a href="{escape(_address(link_to(line.path)))}">{_text(shown)}</a>'


def _address(path: str) -> str:
    """A path as the relative address of a file: a colon in it names no scheme."""
    return quote(path.encode("utf-8", "replace"), safe="/")


def _text(text: str) -> str:
    return escape(visible(text))
