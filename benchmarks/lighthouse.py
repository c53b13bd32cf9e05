"""Compares pages of the example with stock Material's of the same text, as Lighthouse sees them.

    .venv/bin/python benchmarks/lighthouse.py [--runs 5]

Lighthouse loads each page as a slow telephone would and gives its performance as a number up to
100. That number swings by some twenty points with what else the machine does, so the two pages of a
pair take turns, and what counts is the median of each. The target: Shoptalk's is no lower. Bytes
are those of everything that a page loads, compressed; the target is 1.1 times stock Material.

The stock site has all pages of the other one, with what stands in their articles as their text.
"""

import argparse
import functools
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import NamedTuple

HOME = Path(__file__).parents[1]
SCRIPT = HOME / "tests" / "browser" / "lighthouse.mjs"
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
PAGES = {
    "home": "",
    "interview": "interviews/rosalind-okafor/",
    "bank": "questions/",
    "rubric": "rubric/",
}
ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
STOCK = """\
site_name: What work is like
theme:
  name: material
  font: false
  features: [navigation.indexes, navigation.tabs, navigation.top, search.highlight, search.suggest]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-night, name: Switch to dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-sunny, name: Switch to light}
plugins: [search]
nav: [index.md, about.md, guide/index.md, interviews/index.md, questions/index.md, rubric/index.md]
"""


class Measured(NamedTuple):
    """What Lighthouse found of one page, once."""

    performance: int
    bytes: int


def build_ours(target: Path) -> None:
    """The example's site."""
    subprocess.run([*MKDOCS, "--site-dir", target], cwd=HOME, check=True)


def build_stock(ours: Path, folder: Path) -> Path:
    """A site of stock Material with the text of all our pages, at the same addresses."""
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    for page in ours.rglob("index.html"):
        found = ARTICLE.search(page.read_text(encoding="utf-8"))
        text = re.sub(r"\n\s*\n", "\n", found[1] if found else "")
        source = folder / "docs" / page.relative_to(ours).with_suffix(".md")
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(f"<div>{text}</div>\n", encoding="utf-8")
    subprocess.run(MKDOCS, cwd=folder, check=True)
    return folder / "site"


class _Compressing(SimpleHTTPRequestHandler):
    """Sends files as most hosts do: compressed, several over one connection."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        is_there = path.is_file()
        data = gzip.compress(path.read_bytes() if is_there else b"")
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder's files."""
    handler = functools.partial(_Compressing, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def measure(addresses: list[str]) -> list[Measured]:
    """Each address once, in this order."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not (shutil.which("node") and chromium and (SCRIPT.parent / "node_modules").exists()):
        sys.exit("Node.js, Chromium or the packages in tests/browser/ are missing")
    done = subprocess.run(
        ["node", SCRIPT, chromium, "performance", *addresses],
        check=True,
        capture_output=True,
        text=True,
    )
    return [
        Measured(one["scores"]["performance"], round(one["bytes"]))
        for one in json.loads(done.stdout)
    ]


def compare(kind: str, ours: str, stock: str, runs: int) -> str:
    """One line of the table."""
    measured = measure([ours, stock] * runs)
    of_ours, of_stock = measured[::2], measured[1::2]
    performances = [median(one.performance for one in those) for those in (of_ours, of_stock)]
    size = of_ours[0].bytes / of_stock[0].bytes
    swing = max(one.performance for one in measured) - min(one.performance for one in measured)
    return f"{kind:<12}{performances[0]:>10g}{performances[1]:>10g}{swing:>10}{size:>10.2f}"


def main() -> None:
    """Measure, printing each line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="how often each page is loaded")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="shoptalk-lighthouse-") as temporary:
        folder = Path(temporary)
        build_ours(folder / "ours")
        (folder / "stock").mkdir()
        stock_site = build_stock(folder / "ours", folder / "stock")
        with served(folder / "ours") as ours, served(stock_site) as stock:
            print(f"{'page':<12}{'shoptalk':>10}{'stock':>10}{'swing':>10}{'bytes':>10}")
            for kind, address in PAGES.items():
                print(compare(kind, ours + address, stock + address, runs), flush=True)
    print(f"Performance as the median of {runs}, bytes as a ratio, load {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
