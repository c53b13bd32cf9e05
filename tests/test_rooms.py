"""Each room of the house imports only from the rooms before it, and the core needs no MkDocs."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "shoptalk"
ROOMS = [
    "findings",
    "reading",
    "mending",
    "questions",
    "outreach",
    "rubric",
    "editors",
    "privacy",
    "site",
    "hosts",
]
"""In the order in which data goes through them."""

BESIDE_THE_ROOMS = [
    "catalogue",
    "checking",
    "classes",
    "commands",
    "dividing",
    "starter",
    "watching",
    "cli",
]
"""They come after all rooms but the hosts."""
HOST_SOFTWARE = {"mkdocs", "material"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports_of(path):
    """Every module that a file names in an import, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_imported_by(path):
    names = (name.split(".") for name in imports_of(path))
    return {name[1] for name in names if name[0] == "shoptalk" and len(name) > 1}


each_module = pytest.mark.parametrize(
    "path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES]
)


def test_every_module_is_in_a_room_or_beside_one():
    assert {room_of(path) for path in MODULES} == {"__init__", *ROOMS, *BESIDE_THE_ROOMS}


@each_module
def test_imports_only_from_rooms_before_it(path):
    room = room_of(path)
    imported = rooms_imported_by(path) - {"__version__"}
    if room in ROOMS:
        allowed = set(ROOMS[: ROOMS.index(room) + 1])
    else:
        allowed = {*ROOMS[:-1], *BESIDE_THE_ROOMS}
    assert imported <= allowed


@each_module
def test_only_hosts_know_host_software(path):
    imported = {name.split(".")[0] for name in imports_of(path)}
    assert room_of(path) == "hosts" or not imported & HOST_SOFTWARE


WITHOUT_HOST_SOFTWARE = """\
import sys
for name in ("mkdocs", "material"):
    sys.modules[name] = None  # importing it raises ImportError, as if it were not installed
import pkgutil, importlib, shoptalk
for module in pkgutil.walk_packages(shoptalk.__path__, "shoptalk."):
    if not module.name.startswith("shoptalk.hosts"):
        importlib.import_module(module.name)
from shoptalk.cli import main
main()
"""


def test_the_core_works_without_mkdocs(tmp_path):
    (tmp_path / "ada.md").write_text("---\nname: Ann: X\n---\n\n<b>Body.\n")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_HOST_SOFTWARE, "check", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.returncode == 1
    assert "ada.md:2:10: error: the value of 'name' contains ': '" in done.stdout
    assert "<b> is never closed" in done.stdout


def loaded_after(code, folder):
    """The top-level modules that a new interpreter has loaded after running some code.

    It runs without coverage, which loads modules of its own.
    """
    show = "import sys; print(*{name.split('.')[0] for name in sys.modules}, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{show}"],
        cwd=folder,
        env={name: text for name, text in os.environ.items() if "COV" not in name},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


HEAVY = {"mkdocs", "material", "pydantic", "jinja2", "nh3", "frontmatter", "markdown", "pymdownx"}
NOT_NEEDED = {"hashlib", "subprocess", "tempfile", "zipfile", "zoneinfo"}
"""What only requests, scores or Git ask for."""

CLEAN = """\
---
name: Rosalind Okafor
title: Clinical Data Engineer
date: 2026-10-14
questions:
  - What does a normal Tuesday look like for you?
  - How did you move from nursing to data?
  - Which skills matter most?
learnings: Most of the week goes into agreeing on definitions, and much less of it into code.
applications: [I will rebuild my project around one written data contract.]
consent: {name: true, on: 2026-10-14}
---

## What does a normal Tuesday look like for you?

She starts *early*.
"""
CHECK_QUIETLY = """\
import contextlib, io
from shoptalk.cli import main
with contextlib.redirect_stdout(io.StringIO()) as said:
    try:
        main(["check"])
    except SystemExit as end:
        assert end.code == 0, said.getvalue()
assert said.getvalue() == "10 interviews: nothing to mend\\n", said.getvalue()
"""


def test_importing_the_package_loads_nothing_else(tmp_path):
    loaded = loaded_after("import shoptalk", tmp_path)
    assert loaded & {*HEAVY, "click", "yaml", "cmarkgfm"} == set()


def test_checking_clean_files_loads_nothing_heavy(tmp_path):
    (tmp_path / "interviews").mkdir()
    for number in range(10):
        (tmp_path / "interviews" / f"{number}.md").write_text(CLEAN)
    loaded = loaded_after(CHECK_QUIETLY, tmp_path)
    assert {"shoptalk", "yaml", "cmarkgfm"} <= loaded
    assert loaded & (HEAVY | NOT_NEEDED) == set()


def test_requests_are_read_with_code_that_is_loaded_where_there_are_any(tmp_path):
    is_loaded = 'import sys; print("shoptalk.outreach.outreach_file" in sys.modules)'
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "ada.md").write_text(CLEAN)
    check = CHECK_QUIETLY.replace("10 interviews", "1 interview")
    assert "False" in loaded_after(f"{check}\n{is_loaded}", tmp_path)
    (tmp_path / "outreach.yml").write_text("requests:\n")
    assert "True" in loaded_after(f"{check}\n{is_loaded}", tmp_path)
