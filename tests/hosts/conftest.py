"""Portfolios in temporary folders, built and served for real."""

import contextlib
import functools
import html
import logging
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection

from shoptalk.hosts.mkdocs import ShoptalkPlugin

HOME = Path(__file__).parents[2]

MKDOCS = [sys.executable, "-m", "mkdocs"]
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
ENVIRONMENT = {**os.environ, **QUIET}

CONFIG = """\
site_name: Conversations
site_url: ""
theme: {name: material, font: false}
plugins: [search, shoptalk]
"""

ADA = """\
---
name: Ada Invented
title: Tide Reader
organization: Harbour Office
date: 2026-03-14
questions:
  - What does a normal week look like?
  - How did you get into this work?
  - Which skills matter most?
learnings:
  - Most of the week goes into agreeing on what a number means before anyone computes anything.
applications:
  - By the end of November I will rebuild my budget project around written definitions.
tags: [sea]
consent: {name: true, organization: true, quotes: true, photo: true, link: true, on: 2026-03-14}
---

She met me at the quay.

## What does a normal week look like?

Mostly reading gauges, then talking about what was read.
"""


@dataclass(frozen=True)
class Folder:
    """A portfolio on disk."""

    path: Path

    def write(self, name: str, text: str) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def build(self, *options: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        """What `mkdocs build` does and says, without waiting for a process to import it all."""
        with contextlib.chdir(self.path):
            done = CliRunner().invoke(mkdocs, ["build", *options], env={**QUIET, **variables})
        logging.getLogger("mkdocs.commands.build").filters.clear()  # they hold what was said
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return subprocess.CompletedProcess(options, done.exit_code, done.stdout, done.stderr)

    def built(self, *options: str, **variables: str) -> "Folder":
        done = self.build(*options, **variables)
        assert done.returncode == 0, done.stdout + done.stderr
        return self

    def page(self, name: str) -> str:
        return (self.path / "site" / name).read_text(encoding="utf-8")

    def files(self) -> set[str]:
        site = self.path / "site"
        return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


@pytest.fixture
def portfolio(tmp_path: Path) -> Folder:
    """One sound interview, a home page, and the shortest mkdocs.yml that works."""
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", CONFIG)
    folder.write(
        "docs/index.md", "# Home\n\n<!-- shoptalk/progress -->\n\n<!-- shoptalk/recent -->\n"
    )
    folder.write("interviews/ada.md", ADA)
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Preview:
    """A running `mkdocs serve`."""

    folder: Folder
    url: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def get(self, path: str) -> str:
        """A page's HTML; empty while there is none."""
        try:
            with urllib.request.urlopen(  # noqa: S310 (our own server)
                f"{self.url}{path}", timeout=20
            ) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except OSError:
            return ""

    def wait_for(self, path: str, wanted: Callable[[str], object]) -> str:
        """The page as soon as it is as wanted; fails after half a minute."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            page = self.get(path)
            if wanted(page):
                return page
            time.sleep(0.1)
        raise AssertionError(f"{path} never came:\n{self.get(path)}\n{self.log.read_text()}")


@pytest.fixture
def preview(portfolio: Folder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The portfolio, served."""
    log = tmp_path_factory.mktemp("serve") / "log.txt"
    address = f"127.0.0.1:{free_port()}"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*MKDOCS, "serve", "-a", address],
            cwd=portfolio.path,
            env=ENVIRONMENT,
            stdout=out,
            stderr=out,
        )
        running = Preview(portfolio, f"http://{address}/", process, log)
        try:
            running.wait_for("interviews/ada/", lambda page: "Ada Invented" in page)
            yield running
        finally:
            process.terminate()
            process.wait(20)


def configured(folder: Path, plugin: ShoptalkPlugin) -> MkDocsConfig:
    """The settings of a site in a folder, once a plugin has changed them."""
    (folder / "mkdocs.yml").touch()
    config = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
    config.load_dict({"site_name": "Conversations", "docs_dir": str(folder)})
    config.validate()
    plugin.load_config({})
    plugins = PluginCollection()
    plugins["shoptalk"] = plugin
    return plugins.on_config(config)


def text_of(page: str) -> str:
    """What a page says, without its markup."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def copy_of_the_example(target: Path) -> Folder:
    for name in ("docs", "interviews"):
        shutil.copytree(HOME / name, target / name)
    for name in ("mkdocs.yml", "rubric.yml"):
        shutil.copy(HOME / name, target / name)
    return Folder(target)


def write_invented(folder: Path, count: int) -> None:
    """The portfolio of so many people that benchmarks go through."""
    sys.path.insert(0, str(HOME / "benchmarks"))
    try:
        from portfolio import write_portfolio
    finally:
        del sys.path[0]
    write_portfolio(folder, count)


@pytest.fixture(scope="session")
def built_example(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The example's site."""
    return copy_of_the_example(tmp_path_factory.mktemp("example")).built()


@pytest.fixture(scope="session")
def example(built_example: Folder) -> Iterator[str]:
    """The address of the example's site."""
    yield from serve(built_example.path / "site")
