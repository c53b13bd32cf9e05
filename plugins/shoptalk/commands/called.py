"""How the commands that are proposed have to be typed: as the one that runs was."""

import os
import shutil
import sys
from pathlib import Path

PROGRAM = "shoptalk"


def typed(command: str, folder: Path) -> str:
    """A command of the same environment, as it can be typed in a folder."""
    called = Path(os.path.abspath(sys.argv[0]))  # noqa: PTH100 (links stay)
    programs = called.parent
    found = shutil.which(PROGRAM)
    if called.stem != PROGRAM or (found and Path(found).absolute().parent == programs):
        return command
    return os.path.join(_from(folder, programs), command)  # noqa: PTH118 (it has arguments)


def _from(folder: Path, programs: Path) -> Path:
    """The way to some programs; whole, where they lie neither in the folder nor around it."""
    start = folder.resolve()
    whole = programs.parent.resolve() / programs.name
    home = whole.parent.parent
    near = start.is_relative_to(home) or whole.is_relative_to(start)
    return Path(os.path.relpath(whole, start)) if near else programs
