"""What is too much, too deep or no text at all is refused in a sentence."""

from itertools import pairwise

import pytest

from shoptalk.reading.fence_faults import LARGEST_FRONT_MATTER
from shoptalk.reading.nodes import DEEPEST


def test_front_matter_of_a_megabyte(read):
    reading = read("---\nresearch: " + "a " * 500_000 + "\n---\n\nBody.\n")
    assert reading.interview is None
    assert reading.rendered == (
        "ada.md:1:1: error: the front matter has 1,000,011 characters; it may have 64,000 "
        "[front-matter-too-large]\n"
        "  1 | ---\n"
        "    | ^^^\n"
        "  help: move the long texts into the body, below the second ---"
    )


def test_front_matter_as_large_as_it_may_be(read):
    fill = LARGEST_FRONT_MATTER - len("research: \n")
    assert read(f"---\nresearch: {'a' * fill}\n---\n\nBody.\n").findings == []
    assert read(f"---\nresearch: {'a' * (fill + 1)}\n---\n\nBody.\n").interview is None


DEEP = {
    "brackets": lambda depth: f"tags: {'[' * depth}{']' * depth}",
    "braces": lambda depth: f"tags: {'{a: ' * depth}{'}' * depth}",
    "dashes": lambda depth: "tags:\n" + "- " * depth + "x",
    "lines": lambda depth: "\n".join(" " * level + "a:" for level in range(depth)),
    "question marks": lambda depth: "? " * depth + "x",
}


@pytest.mark.parametrize("depth", [DEEPEST + 2, 300, 5_000, 30_000])
@pytest.mark.parametrize("nested", DEEP.values(), ids=DEEP)
def test_nesting(read, nested, depth):
    text = f"---\n{nested(depth)}\n---\n\nBody.\n"
    reading = read(text)
    assert reading.interview is None
    too_large = len(text) > LARGEST_FRONT_MATTER
    assert reading.checks[0] == ("front-matter-too-large" if too_large else "nested-too-deep")


def test_nesting_is_named_where_it_becomes_too_deep(read):
    reading = read("---\ntags: " + "[" * 30_000 + "\n---\n\nBody.\n")
    [finding] = reading.findings
    assert finding.message == "the nesting is deeper than 20 levels; nothing after this was read"
    assert (finding.place.line, finding.place.column) == (2, 7 + DEEPEST - 1)


def test_aliases_that_expand_to_billions_are_not_expanded(read):
    lines = ["a: &a lol"]
    for last, name in pairwise("abcdefghij"):
        lines.append(f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]")
    reading = read("\n".join(["---", *lines, "title: *j", "---", "", "Body."]))
    assert reading.interview.title == "*j"
    assert reading.checks.count("yaml-alias") == 11


FILES = {
    "nothing": (b"", "the file is empty"),
    "a byte-order mark": (b"\xef\xbb\xbf", "the file is empty"),
    "blank lines": (b" \r\n\t\n", "the file is empty"),
    "a PNG": (b"\x89PNG\r\n\x1a\n\0", "this is a PNG picture, not text"),
    "a JPEG": (b"\xff\xd8\xff\xe0", "this is a JPEG picture, not text"),
    "a GIF": (b"GIF89a", "this is a GIF picture, not text"),
    "a PDF": (b"%PDF-1.7", "this is a PDF document, not text"),
    "a Word document": (
        b"PK\x03\x04\0",
        "this is a ZIP archive, as Word and Pages documents are, not text",
    ),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1", "this is an old Word document, not text"),
    "rich text": (b"{\\rtf1", "this is a rich-text (RTF) document, not text"),
    "bytes": (bytes(range(256)) * 9, "this is a file of another program, not text"),
    "UTF-16 little-endian": (b"\xff\xfe-\0", "the file is saved as UTF-16, not as UTF-8"),
    "UTF-16 big-endian": (b"\xfe\xff\0-", "the file is saved as UTF-16, not as UTF-8"),
    "UTF-16 unmarked": ("---\nname: Ada".encode("utf-16-le"), "the file is saved as UTF-16"),
    "UTF-32": (b"\0\0\xfe\xff\0\0\0-", "the file is saved as UTF-32, not as UTF-8"),
}


@pytest.mark.parametrize(("data", "message"), FILES.values(), ids=FILES)
def test_files_that_are_no_text(read, data, message):
    reading = read(data)
    assert reading.source is None
    [finding] = reading.findings
    assert finding.message.startswith(message)
    assert finding.help


def test_a_letter_in_another_encoding_stands_in_its_column(read):
    [finding] = read("---\r\nname: José Zo".encode() + b"\xeb A\n").findings
    assert (finding.place.line, finding.place.column) == (2, 14)
    assert finding.correction == ("name: José Zoë A",)


def test_a_byte_order_mark_does_not_shift_what_is_named(read):
    [finding] = read(b"\xef\xbb\xbf---\nname: Zo\xeb A\n").findings
    assert (finding.place.line, finding.place.column) == (2, 9)
    assert finding.message.startswith("byte 0xEB is not UTF-8 (in Windows encoding it is 'ë')")
