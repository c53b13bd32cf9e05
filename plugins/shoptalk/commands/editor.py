"""The command `shoptalk editor`."""

from pathlib import Path

import click

from shoptalk.commands.examples import examples
from shoptalk.editors.files import NEXT_STEPS, Outcome, editor_files, write_file


@click.command(
    epilog=examples(
        "shoptalk editor",
        "shoptalk editor --in . --force",
    )
)
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The portfolio, the folder you are in unless given.",
)
@click.option("--force", is_flag=True, help="Write over files that say something else, too.")
def editor(folder: Path, force: bool) -> None:
    """Write files that tell editors how a portfolio is written and checked."""
    outcomes = []
    for name, text in editor_files().items():
        try:
            outcomes.append(write_file(folder / name, text, force=force))
        except OSError as error:
            why = error.strerror or str(error)
            raise click.ClickException(f"cannot write {folder / name}: {why}") from None
        click.echo(f"{outcomes[-1]}: {(folder / name).as_posix()}")
    if Outcome.LEFT in outcomes:
        click.echo(
            "What was left says something else than what would be written. To have such a file "
            "made anew, delete it and run this again; --force writes over all of them."
        )
    click.echo(NEXT_STEPS)
