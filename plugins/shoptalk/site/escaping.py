"""Text that stays text: in Markdown, in front matter, in HTML."""

import html
import re
from functools import lru_cache

STEERING = r"[!#-&(-+\--/:<-@\[-`{-~]"
"""A sign that some Markdown dialect gives a meaning; all others of ASCII have none in any."""

HARMLESS = r"(?<=\w[?!])(?=\s|$)|(?<=[^\W\d_][.:])(?=\s|$)|(?<=\w-)(?=\w)"
"""Just behind such a sign, where it has none either."""

TOKEN = re.compile(f"{STEERING}(?!{HARMLESS})")


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


DOT = Markdown("\u00a0\u00b7 ")
"""Between facts on a line: it never begins one."""


def raw(text: str) -> Markdown:
    """A text that is known to hold no markup, such as an id."""
    return Markdown(text)


def escape_markdown(text: object) -> str:
    """A text for a page's Markdown, which comes out as it is: on one line, with no markup.

    Signs become character references, because a backslash does not stop the extensions that work
    on the lines before the parser sees them.
    """
    return text if isinstance(text, Markdown) else _escaped(str(text))


@lru_cache(maxsize=10_000)
def _escaped(text: str) -> str:
    on_one_line = " ".join(text.split()).replace(" \u00b7 ", DOT)
    return TOKEN.sub(lambda sign: f"&#{ord(sign[0])};", on_one_line)


def attribute(text: object) -> Markdown:
    """A text for the value of an HTML attribute, in double quotes."""
    return Markdown(escape_markdown(text).replace('"', "&#34;"))


def escape_meta(value: object) -> object:
    """A value for a page's front matter, which themes put into HTML as it is."""
    if isinstance(value, str):
        return html.escape(" ".join(value.split()))
    if isinstance(value, list | tuple):
        return [escape_meta(item) for item in value]
    if isinstance(value, dict):
        return {key: escape_meta(item) for key, item in value.items()}
    return value
