"""Text that is written from right to left, among text that is not."""

import re
from dataclasses import dataclass

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""A sign of such a script."""

LETTER = re.compile(r"&#?\w+;|([^\W\d_])")
"""A letter, or a reference, in which letters mean something else."""

TAG = re.compile(r"""<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""")

SET_APART = {
    *("p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "td", "th"),
    *("caption", "figcaption", "summary", "a", "em", "span", "strong", "small"),
}
"""Elements that can have a direction of their own."""


@dataclass(slots=True)
class _Element:
    name: str
    place: int
    """Where in its tag the attributes begin."""
    within: "_Element | None"
    letters: str = ""
    direction: str = ""


def with_directions(html: str) -> str:
    """HTML in which elements go the way that their first letter and most of the others go.

    The first letter alone would not do, as a sentence may begin with a name from elsewhere; nor
    would most of the letters, as it may go on with many. Small print without letters, such as
    `2015-2019`, goes from left to right as all numbers do.
    """
    if not RIGHT_TO_LEFT.search(html):
        return html
    pieces, at = [], 0
    for element in _elements(html):
        around = element.within.direction if element.within else "ltr"
        element.direction = _direction(element) or ("ltr" if element.name == "small" else around)
        if element.direction != around:
            pieces += [html[at : element.place], f' dir="{element.direction}"']
            at = element.place
    return "".join((*pieces, html[at:]))


def _elements(html: str) -> list[_Element]:
    """Those that can have a direction of their own, in the order in which they begin."""
    found: list[_Element] = []
    opened: list[_Element] = []
    at = 0
    for tag in TAG.finditer(html):
        letters = "".join(LETTER.findall(html[at : tag.start()])) if opened else ""
        for element in opened:
            element.letters += letters
        at = tag.end()
        name = tag["name"]
        if name not in SET_APART or " dir=" in tag["rest"]:
            continue
        if not tag["end"]:
            opened.append(_Element(name, tag.end("name"), opened[-1] if opened else None))
            found.append(opened[-1])
        elif any(name == one.name for one in opened):
            while opened.pop().name != name:
                pass
    return found


def _direction(element: _Element) -> str:
    if not element.letters:
        return ""
    from_right = len(RIGHT_TO_LEFT.findall(element.letters))
    begins_so = RIGHT_TO_LEFT.match(element.letters)
    return "rtl" if begins_so and 2 * from_right > len(element.letters) else "ltr"
