"""The portfolio that a command is called in."""

from pathlib import Path

import click

from shoptalk.reading.folder import OUTREACH, PRIVATE
from shoptalk.reading.own_pages import SETTINGS
from shoptalk.reading.portfolio import INTERVIEWS, RUBRIC

MARKS_OF_A_PORTFOLIO = (SETTINGS, RUBRIC, INTERVIEWS, OUTREACH, f"{PRIVATE}/{OUTREACH}")


def portfolio_around(here: Path) -> Path:
    """The portfolio that a folder is, or is in; ends the command where there is none."""
    home = marked_around(here) or around_interviews(here)
    if home is None:
        raise click.UsageError(
            "there is no portfolio here, as there is neither mkdocs.yml nor interviews/: "
            "`shoptalk init .` begins one; or go to the folder of yours first"
        )
    return home


def marked_around(here: Path) -> Path | None:
    """The nearest folder that looks like a portfolio, up to three above one."""
    marked = (
        one
        for one in (here, *here.parents[:3])
        if one.name != PRIVATE and any((one / name).exists() for name in MARKS_OF_A_PORTFOLIO)
    )
    return next(marked, None)


def around_interviews(folder: Path) -> Path | None:
    """The folder that holds the `interviews/` in which a folder is."""
    around = (one.parent for one in (folder, *folder.parents) if one.name == INTERVIEWS)
    return next(around, None)
