"""The page of the guide about the commands is what their help says."""

from pathlib import Path

import click
from click.testing import CliRunner

from shoptalk.cli import main
from shoptalk.commands.reference import render_commands

PAGE = Path(__file__).parents[1] / "docs" / "guide" / "commands.md"


@click.group()
def made_up() -> None:
    """Do this and that."""


@made_up.command(epilog="\b\nExamples:\n  shoptalk brew --hot\n  shoptalk brew tea\n")
@click.argument("what", required=False)
@click.option("--hot", is_flag=True, help="As --warm, and\nmore so.")
@click.option("--secret", hidden=True, help="For nobody.")
def brew(what: str, hot: bool, secret: str) -> None:
    """Brew a drink.

    With --hot it
    steams.

    \b
    0  it is done
    1  it is cold
    """


BREW = """\
## shoptalk brew

```text
shoptalk brew [OPTIONS] [WHAT]
```

Brew a drink.

With `--hot` it steams.

```text
0  it is done
1  it is cold
```

- `--hot`: As `--warm`, and more so.

Examples:

```console
shoptalk brew --hot
shoptalk brew tea
```
"""


def test_the_page_is_made_from_the_help():
    made = render_commands(main)
    assert made == PAGE.read_text("utf-8"), "`make generated-pages` writes it anew"


def test_the_command_prints_the_page():
    assert CliRunner().invoke(main, ["explain", "--commands"]).stdout == render_commands(main)


def test_usage_texts_options_and_examples_are_shown():
    assert render_commands(made_up).endswith(BREW)
    assert "- [shoptalk brew](#shoptalk-brew): Brew a drink.\n" in render_commands(made_up)


def test_commands_in_groups_are_called_by_both_names():
    assert "\n## shoptalk rubric new\n" in render_commands(main)
    assert "\n## shoptalk rubric\n" not in render_commands(main)
