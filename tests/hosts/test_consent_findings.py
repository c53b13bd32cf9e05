"""Builds and previews say of consent what `shoptalk check` says, each once."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import CONFIG, ENVIRONMENT, MKDOCS, Folder, Preview, free_port, text_of

WRITE_UP = """\
---
name: {name}
title: Tide Reader
date: 2026-03-14
{more}questions:
  - What is new?
learnings: [Much of it is agreed on by many people.]
applications: [Ask some of them.]
---

{text}
"""
ALIAS = "alias: A tide reader\n"
OVER = "alias: A diver\nconsent: {name: true, on: 2025-01-01, until: 2025-12-31}\n"
PASSING = "criteria: [{id: names, title: Names, checks: [missing-name]}]\n"
HEAD = re.compile(r"^(?:WARNING -  |INFO    -  )?(\S+:\d+:\d+: \w+: .* \[[a-z-]+\])$", re.MULTILINE)
"""The first line of a finding, as it is logged or printed."""


def heads(printed: str) -> list[str]:
    return sorted(HEAD.findall(re.sub(r"(?<=-  )shoptalk: ", "", printed)))


def checks(printed: str) -> set[str]:
    return {head.rpartition("[")[2].rstrip("]") for head in heads(printed)}


def git(folder: Folder) -> None:
    subprocess.run(["git", "init", "-q"], cwd=folder.path, check=True)


def check(folder: Folder) -> str:
    code = "from shoptalk.cli import main\nmain(['check'])\n"
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=folder.path, env=ENVIRONMENT, capture_output=True, text=True, timeout=60
    )
    return done.stdout


@pytest.fixture
def faulty(tmp_path: Path) -> Folder:
    """Everything that there is to say of consent, in a repository."""
    folder = Folder(tmp_path)
    git(folder)
    folder.write("mkdocs.yml", CONFIG)
    folder.write("rubric.yml", PASSING)
    folder.write("docs/index.md", "# Home\n\nThanks to Ben Unnamed-Holt.\n")
    ben = WRITE_UP.format(name="Ben Unnamed-Holt", more="", text="It was quiet.")
    folder.write("interviews/ben.md", ben)
    over = WRITE_UP.format(name="Dov Formerly", more=OVER, text="It was loud.")
    folder.write("interviews/dov.md", over)
    undated = WRITE_UP.format(name="Eve Agreed", more="consent: {name: true}\n", text="Fine.")
    folder.write("interviews/eve.md", undated)
    draft = WRITE_UP.format(name="Flo Unready", more="alias: A pilot\ndraft: true\n", text="Later.")
    folder.write("interviews/flo.md", draft)
    folder.write("private/nobody.yml", "name: Nobody Atall\n")
    return folder


ALL = {
    "missing-alias",
    "consent-over",
    "consent-without-date",
    "named-without-consent",
    "private-not-ignored",
    "private-file-of-no-interview",
}


def test_a_build_says_what_the_check_says(faulty: Folder) -> None:
    checked = check(faulty)
    built = faulty.build().stderr
    assert checks(checked) == ALL
    assert [head for head in heads(built) if not head.startswith("site/")] == heads(checked)
    assert "docs/index.md:3:11: warning: 'Ben Unnamed-Holt' names somebody" in built
    assert "interviews/flo.md:2:7: warning: 'Flo Unready' names somebody" in built


def test_an_employer_on_an_own_page_fails_the_check_as_it_fails_the_build(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", CONFIG)
    folder.write("rubric.yml", PASSING)
    folder.write("docs/index.md", "# Home\n")
    more = ALIAS + "organization: Furnace Lane Studio\n"
    ben = WRITE_UP.format(name="Ben Unnamed-Holt", more=more, text="It was quiet.")
    folder.write("interviews/ben.md", ben)
    assert heads(check(folder)) == []
    assert folder.build("--strict").returncode == 0
    folder.write("docs/about.md", "# About\n\nI went to Furnace Lane Studio.\n")
    built = folder.build()
    assert built.returncode == 1
    assert checks(check(folder)) == {"named-without-consent"}
    assert [head for head in heads(built.stderr) if "[leak]" not in head] == heads(check(folder))


def test_a_note_on_prose_is_in_the_build_too(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", CONFIG)
    folder.write("rubric.yml", PASSING)
    folder.write("docs/index.md", "# Home\n")
    ben = WRITE_UP.format(name="Ben Unnamed-Holt", more=ALIAS, text="Then Ben laughed.")
    folder.write("interviews/ben.md", ben)
    done = folder.build("--strict")
    assert done.returncode == 0, done.stderr
    assert checks(done.stderr) == {"name-in-prose"}
    assert heads(done.stderr) == heads(check(folder))
    assert "Then a tide reader laughed." in text_of(
        folder.page("interviews/a-tide-reader/index.html")
    )


def test_a_strict_build_fails_over_a_missing_alias(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", CONFIG)
    folder.write("rubric.yml", PASSING)
    folder.write("docs/index.md", "# Home\n")
    ben = WRITE_UP.format(name="Ben Unnamed-Holt", more="", text="It was quiet.")
    folder.write("interviews/ben.md", ben)
    assert folder.build().returncode == 0
    assert folder.build("--strict", "--quiet").returncode == 1


def test_who_has_no_page_on_the_site_is_named_nowhere_else(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", CONFIG + "exclude_docs: interviews/ben.md\n")
    folder.write("rubric.yml", PASSING)
    folder.write("docs/index.md", "# Home\n")
    ben = WRITE_UP.format(name="Ben Unnamed-Holt", more=ALIAS, text="It was quiet.")
    folder.write("interviews/ben.md", ben)
    agreed = "consent: {name: true, on: 2026-03-14}\n"
    text = "I thank Ben Unnamed-Holt."
    folder.write("interviews/dov.md", WRITE_UP.format(name="Dov Agreed", more=agreed, text=text))
    assert folder.build("--strict").returncode == 0
    assert "I thank a tide reader." in text_of(folder.page("interviews/dov/index.html"))
    folder.write("docs/index.md", "# Home\n\nThanks to Ben Unnamed-Holt.\n")
    done = folder.build()
    assert done.returncode == 1
    assert "docs/index.md:3:11: warning: 'Ben Unnamed-Holt'" in done.stderr
    assert "site/index.html" in done.stderr


def test_an_instructors_edition_for_the_repository_is_named_at_once(faulty: Folder) -> None:
    faulty.write("docs/index.md", "# Home\n")
    for edition in ("instructor", "public"):
        done = faulty.build(SHOPTALK_EDITION=edition)
        named = [head for head in heads(done.stderr) if "[edition-not-ignored]" in head]
        files = sorted(head.partition(":")[0] for head in named)
        assert files == ["site-instructor", "site-instructor.zip"]


def test_nothing_that_was_found_is_on_a_published_page(faulty: Folder) -> None:
    faulty.write("docs/index.md", "# Home\n")
    assert faulty.build().returncode == 0
    for name in faulty.files():
        if name.endswith(".html"):
            assert "shoptalk-box" not in faulty.page(name)


@pytest.fixture
def served(faulty: Folder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    log = tmp_path_factory.mktemp("serve") / "log.txt"
    address = f"127.0.0.1:{free_port()}"
    with log.open("wb") as out:
        command = [*MKDOCS, "serve", "-a", address]
        process = subprocess.Popen(
            command, cwd=faulty.path, env=ENVIRONMENT, stdout=out, stderr=out
        )
        try:
            yield Preview(faulty, f"http://{address}/", process, log)
        finally:
            process.terminate()
            process.wait(20)


def found_on(page: str) -> set[str]:
    return set(re.findall(r"\[([a-z-]+)\]", text_of(page).partition("shown in the preview")[2]))


def test_a_preview_shows_each_on_its_page(served: Preview) -> None:
    home = served.wait_for("", lambda page: "shoptalk-box" in page)
    assert found_on(home) == {"named-without-consent"}
    assert "<title>Conversations</title>" in home
    assert {"private-not-ignored", "private-file-of-no-interview"} <= found_on(
        served.get("interviews/")
    )
    assert "consent-over" in found_on(served.get("interviews/a-diver/"))
    own = found_on(served.get("interviews/a-tide-reader/"))
    assert {"missing-alias", "named-without-consent"} <= own
    logged = heads(served.log.read_text(encoding="utf-8"))
    assert {head.rpartition("[")[2].rstrip("]") for head in logged} == ALL
    assert len(logged) == len(set(logged))
    served.folder.write("docs/index.md", "# Home\n\nThanks to everybody.\n")
    mended = served.wait_for("", lambda page: "Thanks to everybody" in page)
    assert "shoptalk-box" not in mended
