"""Where the parts of a portfolio stand: its interviews, its rubric, its scores."""

import os
from pathlib import Path

INTERVIEWS = "interviews"
RUBRIC = "rubric.yml"
SCORES = "scores.yml"


def interviews_of(path: Path) -> Path:
    """The interviews of a portfolio, if the path is one; else the path itself."""
    inside = path / INTERVIEWS
    return inside if os.path.isdir(inside) else path  # noqa: PTH112 (Path.is_dir() raises where it may not look)


def home_of(path: Path) -> Path:
    """The portfolio that a path of interviews belongs to, by the folder's name."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 (links stay as they are)
    folders = (one for one in (whole, *whole.parents) if one.name == INTERVIEWS)
    return next((one.parent for one in folders), whole)


def rubric_for(path: Path) -> Path | None:
    """The `rubric.yml` beside the interviews, or in a folder above them."""
    start = Path(os.path.realpath(path))  # Path.resolve() raises on links that lead in circles
    candidates = (folder / RUBRIC for folder in (start, *start.parents)[:4])
    return next(
        filter(os.path.lexists, candidates),  # what is no file there is a finding
        None,
    )


def scores_for(path: Path) -> Path:
    """The `scores.yml` beside the interviews or above them, no further up than the rubric.

    Where there is none, the place for one: beside the interviews.
    """
    start = Path(os.path.realpath(path))
    home = start.parent if start.name == INTERVIEWS else start
    for folder in (start, *start.parents)[:4]:
        if os.path.lexists(folder / SCORES):
            return folder / SCORES
        if os.path.lexists(folder / RUBRIC):
            break
    return home / SCORES


def is_whole(path: Path) -> bool:
    """Whether a path is a whole folder of interviews, and not some of those in `interviews/`."""
    above = Path(os.path.abspath(path)).parent  # noqa: PTH100 (links stay as they are)
    return os.path.isdir(path) and INTERVIEWS not in above.parts  # noqa: PTH112


def has_only_rubric(folder: Path) -> bool:
    """Whether a folder is a portfolio, by its rubric or scores, in which nothing is written up."""
    is_portfolio = any(os.path.lexists(folder / name) for name in (RUBRIC, SCORES))
    return is_portfolio and interviews_of(folder) == folder and not has_write_ups(folder)


def has_write_ups(folder: Path) -> bool:
    """Whether Markdown files lie in a folder itself, other than the one that describes it."""
    return any(file.name.lower() != "readme.md" for file in folder.glob("*.md"))
