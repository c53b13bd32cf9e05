"""Takes the pictures of the example's site that README and guide show.

    .venv/bin/python benchmarks/screenshots.py

It builds the example and opens it in the Chromium of the system.
"""

import functools
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

HOME = Path(__file__).parents[1]
PICTURES = HOME / "docs" / "guide" / "pictures"
QUALITY = 70


class Shot(NamedTuple):
    """A picture of a page."""

    name: str
    address: str
    width: int
    height: int
    scheme: str


SHOTS = (
    Shot("home", "", 1280, 800, "light"),
    Shot("conversations", "interviews/?topic=hiring", 1280, 800, "dark"),
    Shot("conversation", "interviews/rosalind-okafor/", 390, 760, "light"),
    Shot("insights", "insights/", 390, 760, "dark"),
)


def take(browser: Browser, home: str, shot: Shot) -> None:
    """Write one picture."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
    )
    page.goto(home + shot.address, wait_until="networkidle")
    path = PICTURES / f"{shot.name}.jpg"
    page.screenshot(path=path, type="jpeg", quality=QUALITY)
    page.close()


def main() -> None:
    """Build, serve, and take each picture."""
    with tempfile.TemporaryDirectory() as folder:
        build = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder)
        subprocess.run(build, cwd=HOME, check=True)
        handler = functools.partial(SimpleHTTPRequestHandler, directory=folder)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as tools:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = tools.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            for shot in SHOTS:
                take(browser, f"http://127.0.0.1:{server.server_port}/", shot)
            browser.close()
            server.shutdown()


if __name__ == "__main__":
    main()
