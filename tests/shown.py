"""What the documentation shows to be typed: found on its pages, and made fit to be run."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).parents[1]
STARTER = "plugins/shoptalk/starter/portfolio/README.md"
NOT_RUN_FROM = ("checks.md", "word-list.md")
"""Pages that show no commands of their own: they are made from what other tests hold."""

PAGES = {
    path.relative_to(HOME).as_posix(): path.read_text(encoding="utf-8")
    for path in (
        HOME / "README.md",
        HOME / "CONTRIBUTING.md",
        HOME / STARTER,
        *sorted((HOME / "docs" / "guide").glob("*.md")),
    )
    if path.name not in NOT_RUN_FROM
}

PROGRAMS = (
    "shoptalk|mkdocs|make|git|gh|pip|pipx|python3?|py|uvx?|npm|npx|pre-commit|chmod|source|cd|mkdir"
)
IN_THE_FOLDER = r"\.venv[/\\](?:bin|Scripts)[/\\]"
FENCED_OR_INLINE = re.compile(
    r'^(?P<indent> *)(?P<fence>`{3,})(?P<language>\w+)(?: title="(?P<title>[^"]*)")?\n'
    r"(?P<text>.*?)^(?P=indent)(?P=fence)$"
    r"|(?<!`)`(?P<inline>[^`\n]+)`(?!`)",
    re.MULTILINE | re.DOTALL,
)
COMMAND = re.compile(rf"(?:\w+=\S+ )?(?:{IN_THE_FOLDER}\w|(?:{PROGRAMS}) )")
NAME_OF_A_COMMAND = re.compile(rf"{IN_THE_FOLDER}\w+|(?:shoptalk(?: rubric)?|mkdocs) [a-z-]+")
"""`shoptalk new` in a sentence names a command and does not show it; `shoptalk new "Ada"` does."""

SET_VARIABLE = re.compile(r'\$env:(\w+) = ("?[^"]*"?)')
UNSET_VARIABLE = re.compile(r"Remove-Item env:(\w+)")


class Step(NamedTuple):
    """A line to run, or a file to write, on a page; blocks count from 1, for what is run alone."""

    block: int
    run: str = ""
    write: str = ""
    text: str = ""


def steps(text: str) -> Iterator[Step]:
    """What a page shows, in its order."""
    block = 0
    for match in FENCED_OR_INLINE.finditer(text):
        if match["inline"]:
            yield from _inline(block, match["inline"])
            continue
        block += 1
        inside = re.sub(f"^{match['indent']}", "", match["text"], flags=re.MULTILINE)
        if match["language"] in ("console", "powershell"):
            lines = inside.splitlines()
            translated = map(from_powershell, lines) if match["language"] != "console" else lines
            yield from (Step(block, run=line) for line in translated if line.strip())
        elif match["title"]:
            yield Step(block, write=match["title"], text=inside)


def _inline(block: int, code: str) -> Iterator[Step]:
    line = from_powershell(code)
    of_powershell = line.startswith(("export ", "unset "))
    if of_powershell or (COMMAND.match(line) and not NAME_OF_A_COMMAND.fullmatch(line)):
        yield Step(block, run=line)


def from_powershell(line: str) -> str:
    """A line of PowerShell for a POSIX shell; only the few forms that the documentation uses."""
    line = SET_VARIABLE.sub(r"export \1=\2", line)
    line = UNSET_VARIABLE.sub(r"unset \1", line)
    line = re.sub(r"^py (?:-3\.\d+ )?(?=-)", "python3 ", line)
    line = re.sub(r"^\.venv\\Scripts\\", ".venv/bin/", line)
    return line.replace(".venv/bin/Activate.ps1", "source .venv/bin/activate")
