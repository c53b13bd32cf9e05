"""Pages of a site as parts of one document: their ids apart, their links leading to one another."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from shoptalk.reading.safe_html import CONTENT_IS_CODE, VOID_TAGS

IDS = {
    "id",
    "for",
    "headers",
    "list",
    "name",
    "aria-controls",
    "aria-describedby",
    "aria-labelledby",
    "aria-owns",
}
"""Attributes that hold ids, or what stands for one."""

LEFT_OUT = {"srcset", "target", "download"}
DRAWN_WITH = re.compile(r"url\((['\"]?)#")
"""Within an attribute of a drawing: the use of something by its id."""


class Part(NamedTuple):
    """A page of the site that is a part of the document."""

    title: str
    about: tuple[str, ...]
    """What the list of contents says besides."""
    address: str
    """The page's, from the root of the site."""
    html: str
    """Its content."""


def join_parts(parts: Iterable[Part]) -> list[tuple[str, str]]:
    """Of each part, the id it has in the document and its HTML there.

    Links to other parts lead to them. Those to pages that are in none are text: those pages may
    be of another edition, or not be published at all.
    """
    listed = list(parts)
    ids = {_path(part.address): f"part-{number}" for number, part in enumerate(listed, 1)}
    return [(ids[_path(part.address)], _joined(part, ids)) for part in listed]


def _joined(part: Part, ids: Mapping[str, str]) -> str:
    joining = _Joining(part.address, ids)
    joining.feed(part.html)
    joining.close()
    return "".join(joining.pieces)


def _path(address: str) -> str:
    return unquote(urlsplit(urljoin("/", address)).path)


class _Joining(HTMLParser):
    """Writes the HTML of one part anew."""

    def __init__(self, address: str, ids: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self._address = address
        self._ids = ids
        self._id = ids[_path(address)]
        self._within_code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CONTENT_IS_CODE:
            self._within_code += 1
        kept = {name: value for name, value in attrs if name not in LEFT_OUT}
        if tag == "details":
            kept["open"] = None
        written = (self._attribute(tag, name, value) for name, value in kept.items())
        self._write(f"<{' '.join((tag, *filter(None, written)))}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID_TAGS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._write(f"</{tag}>")
        if tag in CONTENT_IS_CODE and self._within_code:
            self._within_code -= 1

    def handle_data(self, data: str) -> None:
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def _write(self, piece: str) -> None:
        if not self._within_code:
            self.pieces.append(piece)

    def _attribute(self, tag: str, name: str, value: str | None) -> str:
        if name.startswith("on"):
            return ""
        if value is None:
            return name
        found = self._value(tag, name, value)
        return "" if found is None else f'{name}="{escape(found)}"'

    def _value(self, tag: str, name: str, value: str) -> str | None:
        if name in IDS:
            return " ".join(f"{self._id}-{id}" for id in value.split())
        if name in ("href", "xlink:href"):
            return self._link(value)
        if name == "src":
            return self._source(value)
        return DRAWN_WITH.sub(rf"url(\1#{self._id}-", value)

    def _link(self, link: str) -> str | None:
        try:
            parts = urlsplit(link)
            whole = urlsplit(urljoin(f"/{self._address}", link))
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return link
        part = None if parts.query else self._ids.get(unquote(whole.path))
        if not part:
            return None
        return f"#{part}-{whole.fragment}" if whole.fragment else f"#{part}"

    def _source(self, source: str) -> str | None:
        """That of a picture, which must not come from another host, from the root of the site."""
        if source.startswith("data:"):
            return source
        parts = urlsplit(source)
        if parts.scheme or parts.netloc:
            return None
        return urlsplit(urljoin(f"/{self._address}", source)).path.lstrip("/")
