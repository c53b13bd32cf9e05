"""The page of the guide about all commands, made from what `--help` says."""

import re
from collections.abc import Iterator
from inspect import cleandoc

import click

FRONT_MATTER = "---\ntitle: All commands\n---\n"
INTRODUCTION = """\
This page is made from what `--help` prints. What the exit codes mean stands
[in a table](checking.md#exit-codes)."""
LINES_AS_THEY_ARE = "\b"
"""Before a paragraph that click does not wrap."""
OPTION = re.compile(r"(?<![`\w-])--?[a-z][a-z-]*")
CALLED = re.compile(r"(?:\w+=\S+ )?(?:shoptalk|mkdocs) ")


def render_commands(group: click.Group) -> str:
    """A section for each command of a group, below a list of them, as Markdown."""
    commands = list(_commands(group, click.Context(group, info_name="shoptalk")))
    listed = "\n".join(
        f"- [{one.command_path}](#{one.command_path.replace(' ', '-')}): "
        f"{one.command.get_short_help_str(200)}"
        for one in commands
    )
    pages = "\n".join(f"## {one.command_path}\n\n{_page(one)}" for one in commands)
    return f"{FRONT_MATTER}\n# All commands\n\n{INTRODUCTION}\n\n{listed}\n\n{pages}"


def _commands(group: click.Group, above: click.Context) -> Iterator[click.Context]:
    """What can be called in a group and in the groups within it."""
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        if isinstance(command, click.Group):
            yield from _commands(command, click.Context(command, above, name))
        elif command:
            yield click.Context(command, above, name)


def _page(context: click.Context) -> str:
    command = context.command
    pieces = [context.command_path, *command.collect_usage_pieces(context)]
    records = [option.get_help_record(context) for option in command.params]
    options = [
        f"- `{names}`: {_in_code(said)}" for names, said in filter(None, records) if said.strip()
    ]
    parts = [f"```text\n{' '.join(pieces)}\n```", *_paragraphs(command.help)]
    parts += ["\n".join(options)] if options else []
    return "\n\n".join([*parts, *_paragraphs(command.epilog)]) + "\n"


def _in_code(text: str) -> str:
    """A text on one line, with its options as code."""
    return OPTION.sub(r"`\g<0>`", " ".join(text.split()))


def _paragraphs(text: str | None) -> Iterator[str]:
    """The paragraphs of a help as Markdown; lines that are not wrapped become a block."""
    for paragraph in re.split(r"\n\s*\n", cleandoc(text or "")):
        if paragraph.startswith(LINES_AS_THEY_ARE):
            yield from _block(paragraph.removeprefix(LINES_AS_THEY_ARE).strip("\n").splitlines())
        elif paragraph.strip():
            yield _in_code(paragraph)


def _block(lines: list[str]) -> Iterator[str]:
    """A block of lines; a first one that ends with a colon stands above it."""
    if lines and lines[0].endswith(":"):
        yield lines.pop(0).strip()
    if lines:
        lines = [line.strip() for line in lines]
        language = "console" if all(map(CALLED.match, lines)) else "text"
        yield "\n".join((f"```{language}", *lines, "```"))
