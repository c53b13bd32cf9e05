"""What `mkdocs gh-deploy` pushes to a repository that everybody can read."""

import subprocess
from pathlib import Path

import pytest

from .conftest import ENVIRONMENT, MKDOCS, Folder

BEN = """\
---
name: Ben Unnamed-Holt
title: Tide Reader
alias: A tide reader
date: 2026-03-14
questions: [What is new?]
learnings: [Much of it is agreed on.]
applications: [Ask some of them.]
---

It was quiet.
"""


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


def deploy(folder: Folder, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*MKDOCS, "gh-deploy"],
        cwd=folder.path,
        env={**ENVIRONMENT, **variables},
        capture_output=True,
        text=True,
        timeout=120,
    )


def pushed(origin: Path) -> str:
    """The names of the files that everybody can read."""
    if "gh-pages" not in git(origin, "branch", "--list", "gh-pages"):
        return ""
    return git(origin, "ls-tree", "-r", "--name-only", "gh-pages")


@pytest.fixture
def origin(portfolio: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a portfolio with somebody who agreed to nothing is pushed to."""
    bare = tmp_path_factory.mktemp("origin")
    git(bare, "init", "-q", "--bare")
    git(portfolio.path, "init", "-q")
    git(portfolio.path, "config", "user.name", "A Student")
    git(portfolio.path, "config", "user.email", "student@example.org")
    git(portfolio.path, "remote", "add", "origin", str(bare))
    portfolio.write("interviews/ben.md", BEN)
    return bare


def test_the_public_edition_is_pushed(portfolio: Folder, origin: Path) -> None:
    done = deploy(portfolio)
    assert done.returncode == 0, done.stderr
    assert "interviews/a-tide-reader/index.html" in pushed(origin)


def test_the_instructors_edition_is_not(portfolio: Folder, origin: Path) -> None:
    done = deploy(portfolio, SHOPTALK_EDITION="instructor")
    assert done.returncode == 1
    assert "the instructor's edition names everybody" in done.stderr
    assert "Traceback" not in done.stderr
    assert pushed(origin) == ""
    assert not (portfolio.path / "site-instructor").exists()


def test_a_site_with_a_leak_is_not(portfolio: Folder, origin: Path) -> None:
    portfolio.write("docs/about.md", "# About\n\nThanks to Ben Unnamed-Holt.\n")
    done = deploy(portfolio)
    assert done.returncode == 1
    assert "do not publish site/" in done.stderr
    assert pushed(origin) == ""
