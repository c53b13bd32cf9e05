"""An installed Chromium, Chrome or Edge, which prints a page without being seen."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
"""What the programs are called where the system finds them by name."""

ON_A_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
ON_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
PROGRAM_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")

PATIENCE = 300
"""Seconds that a browser may take."""

QUIETLY = (
    "--headless",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
"""Without a window, without asking any other host, and with bookmarks in what it prints."""


class PrintingError(Exception):
    """A browser printed nothing."""


def find_browser() -> str | None:
    """The program of a browser on this machine."""
    named = filter(None, map(shutil.which, NAMES))
    usual = (str(path) for path in usual_places(sys.platform, os.environ) if path.is_file())
    return next(named, None) or next(usual, None)


def usual_places(platform: str, environment: Mapping[str, str]) -> Iterator[Path]:
    """Where a system keeps browsers that it does not find by name."""
    if platform == "darwin":
        for folder in ("/Applications", f"{environment.get('HOME', '')}/Applications"):
            yield from (Path(folder, f"{name}.app/Contents/MacOS/{name}") for name in ON_A_MAC)
    if platform == "win32":
        folders = [environment[name] for name in PROGRAM_FOLDERS if name in environment]
        yield from (Path(f"{folder}\\{path}") for path in ON_WINDOWS for folder in folders)


def print_page(browser: str, page: Path, pdf: Path, profile: Path) -> None:
    """Print a file into another. Raises PrintingError if that is not there afterwards."""
    # Nothing in the document runs, and as root a browser starts in no other way.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [browser, *QUIETLY, *as_root, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}"]
    try:
        done = subprocess.run(  # noqa: S603
            [*command, page.as_uri()],
            capture_output=True,
            encoding="locale",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
    except OSError as error:
        raise PrintingError(f"cannot start {browser}: {error.strerror or error}") from None
    except subprocess.TimeoutExpired:
        raise PrintingError(f"{browser} printed nothing within {PATIENCE} seconds") from None
    if not pdf.is_file() or not pdf.read_bytes().startswith(b"%PDF"):
        said = "".join(f"\n  {line}" for line in done.stderr.splitlines()[-5:])
        raise PrintingError(f"{browser} printed nothing{':' if said else ''}{said}")
