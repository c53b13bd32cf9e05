"""Programs that the tests measure pages with, and which not every machine has."""

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest

PACKAGES = Path(__file__).parent / "browser" / "node_modules"
"""Of `tests/browser/package.json`."""


def missing(what: str) -> NoReturn:
    """Skip a test; on a build server, where everything has to be there, fail it."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def package(path: str) -> Path:
    """A file of the installed packages."""
    if not (PACKAGES / path).exists():
        missing(f"no {path}: `npm ci` in tests/browser/ installs it")
    return PACKAGES / path


def program(name: str) -> str:
    """A program that is installed beside Python, or anywhere."""
    found = shutil.which(name, path=Path(sys.executable).parent) or shutil.which(name)
    return found or missing(f"no {name} on this machine")


def node() -> str:
    """The program that runs them."""
    return shutil.which("node") or missing("no Node.js on this machine")


def chromium() -> str:
    """The browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return found or missing("no Chromium on this machine")
