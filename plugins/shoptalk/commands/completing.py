"""What a shell completes beside commands, options and their choices."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def courses_beginning(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[str | CompletionItem]":
    """The built-in rubrics; where none is called so, and a file may be named, files."""
    from click.shell_completion import CompletionItem

    from shoptalk.rubric.rubric_file import courses

    found: list[str | CompletionItem] = [name for name in courses() if name.startswith(begun)]
    takes_file = "FILE" in (parameter.metavar or "")
    return found or ([CompletionItem(begun, type="file")] if takes_file else [])


def checks_beginning(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The ids of checks."""
    from shoptalk.catalogue import all_checks

    return [id for id in all_checks() if id.startswith(begun)]


def topics_beginning(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The topics that every portfolio knows."""
    from shoptalk.reading.keys import TOPICS

    return [topic for topic in TOPICS if topic.startswith(begun)]
