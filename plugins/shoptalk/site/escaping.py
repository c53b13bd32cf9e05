"""Text that stays text: in Markdown, in front matter, in HTML."""

import html
import re

STEERING = re.compile(r"[!-/:-@\[-`{-~]")
"""Signs that some Markdown dialect gives a meaning."""

HARMLESS = re.compile(r"[,;'\"]|(?<=\w)[?!](?=\s|$)|(?<=[^\W\d_])[.:](?=\s|$)|(?<=\w)-(?=\w)")
"""Where such a sign has none in any of them."""

TOKEN = re.compile(f"({HARMLESS.pattern})|{STEERING.pattern}")


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def raw(text: str) -> Markdown:
    """A text that is known to hold no markup, such as an id."""
    return Markdown(text)


def escape_markdown(text: object) -> str:
    """A text for a page's Markdown, which comes out as it is: on one line, with no markup.

    Signs become character references, because a backslash does not stop the extensions that work
    on the lines before the parser sees them.
    """
    if isinstance(text, Markdown):
        return text
    line = " ".join(str(text).split())
    return TOKEN.sub(lambda sign: sign[1] or f"&#{ord(sign[0])};", line)


def escape_meta(value: object) -> object:
    """A value for a page's front matter, which themes put into HTML as it is."""
    if isinstance(value, str):
        return html.escape(" ".join(value.split()))
    if isinstance(value, list | tuple):
        return [escape_meta(item) for item in value]
    if isinstance(value, dict):
        return {key: escape_meta(item) for key, item in value.items()}
    return value
