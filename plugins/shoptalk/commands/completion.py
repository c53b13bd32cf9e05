"""The command `shoptalk completion`."""

import click
from click.shell_completion import get_completion_class

from shoptalk.commands.examples import examples

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_SHOPTALK_COMPLETE"
"""By which the command is told that a shell asks it; the name is click's."""

BEFORE_ZSH = """\
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
"""
"""Nothing is completed in zsh before somebody asks for it, and on a Mac nobody has."""


@click.command(
    epilog=examples(
        "shoptalk completion bash >> ~/.bashrc",
        "shoptalk completion zsh >> ~/.zshrc",
        "shoptalk completion fish > ~/.config/fish/completions/shoptalk.fish",
    )
)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what lets the Tab key complete commands, options, courses and checks in SHELL.

    The examples write it to where each shell looks when it starts: open a new terminal afterwards.
    For fish, make the folder first if it is not there.
    It works where shoptalk does: with the portfolio's virtual environment switched on.
    """
    made = get_completion_class(shell)
    if made is None:
        raise click.ClickException(f"nothing can be completed in {shell}")
    begin = BEFORE_ZSH if shell == "zsh" else ""
    click.echo(begin + made(click.Group(), {}, "shoptalk", VARIABLE).source())
