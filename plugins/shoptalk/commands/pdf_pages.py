"""On which page of a PDF the parts of its document begin, as Chromium writes it down."""

import re
from collections.abc import Iterator, Mapping

NODE = re.compile(rb"^(\d+) 0 obj\n<</Type /Pages\b.*?/Kids \[([^\]]*)\](.*?)endobj", re.M | re.S)
"""A node of the tree of pages; only the uppermost has no parent."""

REFERENCE = re.compile(rb"(\d+) 0 R")
PART = re.compile(rb"/(part-\d+) \[(\d+) 0 R\b")


def first_pages(pdf: bytes) -> Mapping[str, int]:
    """The number of the page on which each part begins; nothing, if that cannot be found."""
    nodes = {number: REFERENCE.findall(kids) for number, kids, _ in NODE.findall(pdf)}
    root = next((number for number, _, after in NODE.findall(pdf) if b"/Parent" not in after), b"")
    numbers = {page: number for number, page in enumerate(_leaves(root, nodes), 1)}
    return {id.decode(): numbers[page] for id, page in PART.findall(pdf) if page in numbers}


def _leaves(node: bytes, nodes: Mapping[bytes, list[bytes]]) -> Iterator[bytes]:
    for kid in nodes.get(node, ()):
        if kid in nodes:
            yield from _leaves(kid, nodes)
        else:
            yield kid
