"""Which files Git has, or would take along; asks Git, and changes nothing."""

import os
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 30
"""Seconds that Git may take."""

LIST = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
IGNORE = ".gitignore"
DEPTH = 4
"""Folders from one with interviews upwards, of which one may say what Git is to leave out."""

QUIETLY = ("-c", "core.fsmonitor=false")
"""A setting of the repository, which would run a program of its choice."""


def is_in_work_tree(folder: Path) -> bool:
    """Whether a folder belongs to somebody's repository."""
    real = Path(os.path.realpath(folder))
    return any(os.path.lexists(one / ".git") for one in (real, *real.parents))


def is_for_repository(folder: Path) -> bool:
    """Whether a folder belongs to somebody's repository, or says already what Git is to leave out.

    So what a first push would tell is named before there is anything to push.
    """
    return is_in_work_tree(folder) or _future_top(folder) is not None


def _future_top(folder: Path) -> Path | None:
    """The folder that a repository would be made in."""
    real = Path(os.path.realpath(folder))
    return next((one for one in (real, *real.parents)[:DEPTH] if (one / IGNORE).is_file()), None)


def published(folder: Path, name: str) -> frozenset[str]:
    """The real paths of the files below a name in a folder that Git does not ignore.

    None of them where there will be no repository, or no Git is there to be asked.
    """
    if not os.path.lexists(folder / name):
        return frozenset()
    real = os.path.realpath(folder)
    return frozenset(
        os.path.join(real, *one.split("/"))  # noqa: PTH118
        for one in listed(folder, name)
    )


def listed(folder: Path, name: str) -> tuple[str, ...]:
    """The files below a name in a folder that Git does not ignore, by their paths from there."""
    if not is_for_repository(folder):
        return ()
    answer = run_git(folder, *LIST, "--", name) or b""
    return tuple(dict.fromkeys(os.fsdecode(one) for one in answer.split(b"\0") if one))


def tracked(folder: Path, name: str) -> tuple[str, ...]:
    """The files below a name in a folder that Git has, by their paths from there."""
    answer = run_git(folder, "ls-files", "-z", "--", name) or b""
    return tuple(os.fsdecode(one) for one in answer.split(b"\0") if one)


def is_ignored(folder: Path, name: str) -> bool:
    """Whether Git would leave a file out if it had not got it."""
    return run_git(folder, "check-ignore", "-q", "--no-index", "--", name) is not None


def commits_with(folder: Path, text: str, paths: Sequence[str]) -> dict[str, str] | None:
    """The day of each commit that brought or took a text, or a file at one of some paths.

    By the commit's short name, each before those it goes back to. None where Git cannot be asked.
    """
    searches = [[f"-S{text}"], *([["--", *paths]] if paths else [])]
    found: dict[str, str] = {}
    for search in searches:
        log = run_git(folder, "log", "--all", "--format=%h %as", *search)
        if log is None:
            return None
        found |= dict(line.split(" ") for line in log.decode().splitlines())
    order = (
        (run_git(folder, "log", "--all", "--date-order", "--format=%h") or b"") if found else b""
    )
    return {name: found[name] for name in order.decode().split() if name in found}


def run_git(folder: Path, *arguments: str) -> bytes | None:
    """What Git answers in a folder; None where it is not there, too slow, or will not.

    A folder that is not in a repository, but is to be, is asked about as if it were in a new one.
    """
    top = None if is_in_work_tree(folder) else _future_top(folder)
    if top is None:
        return _ask_git(folder, *arguments)
    import tempfile

    with tempfile.TemporaryDirectory(prefix="shoptalk-") as new:
        if _ask_git(folder, "init", "--quiet", "--template=", new) is None:
            return None
        return _ask_git(folder, f"--git-dir={new}/.git", f"--work-tree={top}", *arguments)


def _ask_git(folder: Path, *arguments: str) -> bytes | None:
    import subprocess

    environment = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603
            ["git", *QUIETLY, *arguments],  # noqa: S607
            cwd=folder,
            env={**environment, "GIT_OPTIONAL_LOCKS": "0"},
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
