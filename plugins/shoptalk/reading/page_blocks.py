"""Comments in the student's own pages that stand for something generated."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.reading.source import Source, Span

BLOCKS = (
    "progress",
    "recent",
    "learnt",
    "next",
    "over-time",
    "industries",
    "roles",
    "topics",
    "paths",
    "chain",
)
"""What a page can take in, by a comment such as `<!-- shoptalk/progress -->`."""

BLOCK = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)"
    r"|^<!--[ \t]*(?P<comment>shoptalk/(?P<block>[\w-]+))[ \t]*-->[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
"""A comment that stands for a block, or a code block, in which it would not."""


@check(Severity.WARNING)
def unknown_block(name: str, meant: str, corrected: tuple[str, ...]) -> Wording:
    """A comment in a page of your own stands for a block that there is not.

    ### Why it matters

    The page shows nothing in its place, as with any other comment. Most often it is a slip in the
    name.

    ### Example

    In `docs/index.md` stands `<!-- shoptalk/progres -->`.

    ### Write instead

    Write `<!-- shoptalk/progress -->`. The guide lists all blocks on its page about the site.
    """
    help = f"did you mean {shown(meant)}?" if meant else f"choose one of {', '.join(BLOCKS)}"
    return Wording(f"there is no block {shown(name)}", help, corrected)


def check_blocks(page: Source) -> Iterator[Finding]:
    """A finding for each block of a page that there is not."""
    for comment in BLOCK.finditer(page.text) if "shoptalk/" in page.text else ():
        name = comment["block"]
        if name and name not in BLOCKS:
            near = next(iter(get_close_matches(name.lower(), BLOCKS, 1, 0.7)), "")
            corrected = (comment[0].replace(name, near),) if near else ()
            place = page.place(Span(*comment.span("comment")))
            meant = near and f"shoptalk/{near}"
            yield unknown_block.at(place, comment["comment"], meant, corrected)
