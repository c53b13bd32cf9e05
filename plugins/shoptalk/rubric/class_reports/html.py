"""The grades of a class as one page that needs no other file."""

import base64
import hashlib
from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import quote, unquote

from shoptalk.findings.reporters.text import visible
from shoptalk.rubric.class_grades import Cell, ClassBook, Student, is_unmet
from shoptalk.rubric.class_phrases import said_of, said_of_errors, said_of_shared, said_of_total
from shoptalk.rubric.reports.gradebook import Line

STYLE = """\
:root { color-scheme: light dark; font: 0.9rem/1.4 system-ui, sans-serif; }
body { background: Canvas; color: CanvasText; margin: 1rem; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; margin-block-end: 0.5rem; }
[hidden] { display: none; }
.table { max-block-size: 85vh; overflow: auto; }
table { border-collapse: separate; border-spacing: 0; }
th, td { border: solid rgb(128 128 128 / 30%); border-width: 0 1px 1px 0; padding: 0.2rem 0.5rem; \
text-align: start; vertical-align: top; }
tr :first-child { border-inline-start-width: 1px; }
thead th { border-block-start-width: 1px; }
th { background: Canvas; position: sticky; }
thead th { inset-block-start: 0; }
tr :first-child { inset-inline-start: 0; }
thead :first-child { z-index: 1; }
tbody th { max-inline-size: 30vw; min-inline-size: 6rem; overflow-wrap: anywhere; }
td, thead th { min-inline-size: 6rem; }
.notes { min-inline-size: 12rem; overflow-wrap: anywhere; }
.notes small + small { margin-block-start: 0.3rem; }
small { display: block; font-weight: normal; }
summary { cursor: pointer; white-space: nowrap; }
li { overflow-wrap: anywhere; }
.waits { background: rgb(58 110 165 / 22%); }
.unmet { background: rgb(128 128 128 / 20%); }
.unmet.waits { background: linear-gradient(135deg, rgb(128 128 128 / 20%) 50%, \
rgb(58 110 165 / 22%) 50%); }
.legend span { padding: 0.1rem 0.3rem; }
p { margin-block: 0.5rem; }
a { color: inherit; }
@media print {
  :root { font-size: 0.6rem; }
  form, #hint { display: none; }
  .table { max-block-size: none; overflow: visible; }
  th { position: static; }
  tr { break-inside: avoid; }
}
"""
SCRIPT = """\
const form = document.querySelector("form");
const rows = [...document.querySelectorAll("tbody tr")];
const show = () => {
  const words = form.words.value.toLowerCase().split(/\\s+/);
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    const waits = !form.waits.checked || row.querySelector(".waits");
    row.hidden = !waits || !words.every((word) => text.includes(word));
  }
  form.count.value = `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
};
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
const table = document.querySelector(".table");
const hint = () => {
  document.querySelector("#hint").hidden = table.scrollWidth <= table.clientWidth;
};
addEventListener("resize", hint);
hint();
show();
"""
FILTER = """\
<form hidden role="search">
<label>Only rows with <input type="search" name="words" autocomplete="off"></label>
<label><input type="checkbox" name="waits"> Only where something waits for a person</label>
<output name="count"></output>
</form>"""
LEGEND = """\
<p class="legend"><span class="waits">waits for a person</span>: nobody has judged it yet. \
<span class="unmet">not met</span>: something is lacking. <strong>?</strong>: nobody can say yet, \
and it counts neither for nor against anybody. A click on a cell shows where to look.</p>"""
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'unsafe-inline'; script-src 'sha256-{hash}'">
<meta name="referrer" content="no-referrer">
<title>Grades of a class</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>Grades of a class</h1>
{body}
</main>
<script>{script}</script>
</body>
</html>
"""


def render_class(book: ClassBook, link_to: Callable[[str], str] = lambda path: path) -> str:
    """The page; `link_to` gives the way from it to a path."""
    digest = hashlib.sha256(SCRIPT.encode()).digest()
    return PAGE.format(
        style=STYLE,
        script=SCRIPT,
        hash=base64.b64encode(digest).decode(),
        body="\n".join(_body(book, link_to)),
    )


def _body(book: ClassBook, link_to: Callable[[str], str]) -> Iterator[str]:
    yield f"<p>{_text(_facts(book))}</p>"
    yield LEGEND
    yield FILTER
    columns = len(book.criteria) + 3
    yield f'<p id="hint">{columns} columns: the table scrolls sideways.</p>'
    yield '<div class="table" tabindex="0" role="region" aria-label="Grades">'
    yield "<table>\n<thead>\n<tr>"
    titles = ("Student", "Total", "Notes", *book.criteria.values())
    yield "".join(f'<th scope="col">{_text(title)}</th>' for title in titles)
    yield "</tr>\n</thead>\n<tbody>"
    for student in book.students:
        yield f"<tr>{''.join(_row(student, book, link_to))}</tr>"
    yield "</tbody>\n</table>\n</div>"
    if book.shared:
        yield '<h2 id="shared">The same text</h2>\n<ul>'
        yield from (f"<li>{_text(said_of_shared(one))}</li>" for one in book.shared)
        yield "</ul>"


def _row(student: Student, book: ClassBook, link_to: Callable[[str], str]) -> Iterator[str]:
    name = _text(student.name)
    if student.site:
        name = f'<a href="{escape(student.site)}">{name}</a>'
    path = f"<small>{_text(student.path)}</small>" if student.path != student.name else ""
    yield f'<th scope="row">{name}{path}</th>'
    if student.why_not:
        yield f'<td colspan="{len(book.criteria) + 2}">not graded: {_text(student.why_not)}</td>'
        return
    passing = {True: "passes", False: "does not pass", None: ""}[student.passing]
    verdict = f"<small>{passing}</small>" if passing else ""
    errors = said_of_errors(student)
    faults = f"<small>{errors}</small>" if errors else ""
    yield f"<td>{_text(said_of_total(student))}{verdict}{faults}</td>"
    yield f'<td class="notes">{"".join(_notes(student, book))}</td>'
    way = None if student.is_packed else link_to
    cells = {cell.criterion: cell for cell in student.cells}
    for id in book.criteria:
        yield _cell(cells[id], way) if id in cells else "<td></td>"


def _notes(student: Student, book: ClassBook) -> Iterator[str]:
    others = book.same_text_as(student)
    if others:
        said = f'<a href="#shared">the same text</a> as {_text(", ".join(others))}'
        yield f"<small>{said}</small>"
    published = ("only what the site publishes",) if student.is_published else ()
    yield from (f"<small>{_text(one)}</small>" for one in (*published, *student.notes))


def _facts(book: ClassBook) -> str:
    """By which rubric, on which day, and how many."""
    count, broken = len(book.students), len(book.broken)
    day = f"{book.day:%Y-%m-%d}" if book.day else ""
    said = f"{count:,} {'portfolio' if count == 1 else 'portfolios'}"
    left_out = f"{broken:,} not graded" if broken else ""
    return " · ".join(filter(None, (", ".join(book.rubrics), day, said, left_out)))


def _cell(cell: Cell, link_to: Callable[[str], str] | None) -> str:
    links = ", ".join(_link(line, link_to) for line in cell.evidence)
    kinds = [name for name, holds in (("waits", cell.waiting), ("unmet", is_unmet(cell))) if holds]
    of_state = f' class="{" ".join(kinds)}"' if kinds else ""
    said = said_of(cell)
    if links:
        said = f"<details><summary>{said}</summary><small>{links}</small></details>"
    return f"<td{of_state}>{said}{''.join(f'<small>{word}</small>' for word in _words(cell))}</td>"


def _words(cell: Cell) -> Iterator[str]:
    """What the shade of a cell says, too."""
    if is_unmet(cell):
        yield "partly met" if cell.met or cell.earned else "not met"
    yield from cell.undecided


def _link(line: Line, link_to: Callable[[str], str] | None) -> str:
    name = line.path.removesuffix("/index.html").rstrip("/").rpartition("/")[2]
    shown = f"{name}:{line.line}" if line.line else name
    if link_to is None:
        return _text(shown)
    on_site = line.path.startswith(("http://", "https://"))
    address = line.path if on_site else _address(link_to(line.path))
    return f'<a href="{escape(address)}">{_text(unquote(shown) if on_site else shown)}</a>'


def _address(path: str) -> str:
    """A path as the relative address of a file: a colon in it names no scheme."""
    return quote(path.encode("utf-8", "replace"), safe="/")


def _text(text: str) -> str:
    return escape(visible(text))
