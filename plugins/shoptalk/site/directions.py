"""Text that is written from right to left, among text that is not."""

import re

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""A letter of such a script."""

TAG = re.compile(r"""<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""")

SET_APART = {
    *("p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "td", "th"),
    *("caption", "figcaption", "summary", "a", "em", "span", "strong", "small"),
}
"""Elements that can have a direction of their own."""


def with_directions(html: str) -> str:
    """HTML in which elements with right-to-left letters have the direction of their own text.

    So has small print behind such letters: years such as `2015-2019` would change places.
    """
    if not RIGHT_TO_LEFT.search(html):
        return html
    pieces, at = [], 0
    for place in sorted(_places(html)):
        pieces += [html[at:place], ' dir="auto"']
        at = place
    return "".join((*pieces, html[at:]))


def _places(html: str) -> set[int]:
    """Where in the tags of these elements the attributes begin."""
    found: set[int] = set()
    opened: list[tuple[str, int]] = []
    at = 0
    for tag in TAG.finditer(html):
        if RIGHT_TO_LEFT.search(html, at, tag.start()):
            found.update(place for _, place in opened)
        at = tag.end()
        name, place = tag["name"], tag.end("name")
        if name not in SET_APART or " dir=" in tag["rest"]:
            continue
        if not tag["end"]:
            if name == "small" and any(around in found for _, around in opened):
                found.add(place)
            opened.append((name, place))
        elif any(name == one for one, _ in opened):
            while opened.pop()[0] != name:
                pass
    return found
