"""What is different in Windows, simulated: line ends, encodings, names, what is missing."""

import ast
import multiprocessing
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.cli import main
from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading.corpus import read_corpus
from shoptalk.site.bank_places import topic_path
from shoptalk.starter.start import file_name

HOME = Path(__file__).parents[1]
PACKAGE = HOME / "plugins" / "shoptalk"
TODAY = date(2026, 11, 22)
WRITE_UP = """\
---
name: 王小明
title: Lead: clinical
questions: [What is a week like, How did you start, Which skills matter]
learnings: Most of the week goes into agreeing on definitions, and much less of it into code.
applications: [I will rebuild my project around one written data contract.]
consent: {name: true, on: 2026-10-14}
---

## What is a week like

Žofia would know.
"""
COMMAND = [sys.executable, "-c", "from shoptalk.cli import main; main(prog_name='shoptalk')"]


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A portfolio with names that no western code page has, as the working directory."""
    monkeypatch.chdir(tmp_path)
    write("interviews/wang.md", WRITE_UP)
    write("mkdocs.yml", "site_name: Žofia\nplugins: [shoptalk]\n")
    write("docs/index.md", "# Žofia and 王小明\n")


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


# Line ends


def test_line_ends_change_neither_what_is_found_nor_where():
    said = []
    for end in ("\n", "\r\n"):
        write("interviews/wang.md", WRITE_UP.replace("\n", end))
        said.append(CliRunner().invoke(main, ["check"]).output)
    assert "interviews/wang.md:3:12: error: " in said[0]
    assert said[0] == said[1]


def test_mending_keeps_line_ends():
    write("interviews/wang.md", WRITE_UP.replace("\n", "\r\n"))
    CliRunner().invoke(main, ["check", "--fix"])
    mended = WRITE_UP.replace("Lead: clinical", '"Lead: clinical"')
    assert Path("interviews/wang.md").read_bytes() == mended.replace("\n", "\r\n").encode()


def test_made_files_are_the_same_in_every_system(monkeypatch: pytest.MonkeyPatch):
    CliRunner().invoke(main, ["init", "there", "--yes"])
    monkeypatch.setattr("os.linesep", "\r\n")
    CliRunner().invoke(main, ["init", "here", "--yes"])
    there, here = ({p.relative_to(r): p.read_bytes() for p in files(r)} for r in ("there", "here"))
    assert there == here
    assert not any(b"\r" in data for data in here.values())


def files(folder: str) -> Iterator[Path]:
    return (path for path in Path(folder).rglob("*") if path.is_file())


# Encodings

CALLS = [
    ["check"],
    ["check", "--format", "github"],
    ["check", "--diff"],
    ["check", "--fix"],
    ["explain", "--all"],
    ["explain", "--words"],
    ["explain", "王小明"],
    ["editor"],
    ["grade"],
    ["grade", "--format", "markdown"],
    ["gradebook", "."],
    ["gradebook", ".", "--format", "html", "--out", "class.html"],
    ["ask", "--answers", "--starter"],
    ["ask", "--topic", "王小明"],
    ["rubric", "list"],
    ["rubric", "show"],
    ["rubric", "export", "--format", "canvas", "--out", "canvas.csv"],
    ["init", "neu", "--yes", "--title", "Žofia", "--name", "王小明"],
    ["new", "Žofia 王", "--no-consent", "--alias", "Ž"],
    ["prepare", "Žofia 王"],
    ["score", "route", "wang", "--level", "met", "--who", "Ž"],
    ["leaks", "docs"],
    ["forget", "王小明", "--dry-run"],
    ["completion", "zsh"],
    ["--help"],
    ["ask", "--help"],
]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_console_that_does_not_know_every_name(call: list[str]):
    done = CliRunner(charset="cp1252").invoke(main, call)
    assert done.exit_code in (0, 1, 2), done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)


STRICTLY = ["-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
WESTERN = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", "LC_ALL": "C.UTF-8"}


@pytest.mark.slow
@pytest.mark.parametrize("call", [*CALLS, ["pdf", "--browser", sys.executable]], ids=" ".join)
def test_files_are_utf_8_whatever_the_system_prefers(call: list[str]):
    done = subprocess.run(
        [COMMAND[0], *STRICTLY, *COMMAND[1:], *call],
        env={**os.environ, **WESTERN, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        timeout=60,
    )
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode in (0, 1, 2), said
    assert "EncodingWarning" not in said
    for path in files("."):
        if path.suffix in (".md", ".yml", ".csv", ".html", ".json"):
            path.read_text("utf-8")


def test_bytes_that_are_no_text_are_refused_in_words():
    done = CliRunner().invoke(main, ["score", "route", "wang", "--level", "met", "--who", "\udcc5"])
    assert done.exit_code == 2
    assert "set its encoding to UTF-8" in done.output


# Names of files


@pytest.mark.parametrize("name", ["Con", "AUX", "nul", "Com1", "LPT9", "Prn."])
def test_no_file_is_proposed_that_is_a_device(name: str):
    done = CliRunner().invoke(main, ["new", "--consent", name])
    assert f"Started interviews/{name.lower().rstrip('.')}-1.md" in done.output


@pytest.mark.parametrize("name", ["Ada.", "Ada ", 'Ada "B" <C>: d?', "Ada|B", "A\\B", "Ada..."])
def test_no_file_is_proposed_with_signs_that_windows_refuses(name: str):
    assert re.fullmatch(r"[\w-]*\w", file_name(name))


@pytest.mark.parametrize("topic", ["con", "aux", "com3"])
def test_no_page_of_a_topic_is_a_device(topic: str):
    assert topic_path(topic) == f"questions/{topic}--1.md"
    assert topic_path(f"{topic}sole") == f"questions/{topic}sole.md"


posix_only = pytest.mark.skipif(os.name == "nt", reason="makes names that Windows cannot have")


@posix_only
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("con.md", "'con' is a device there"),
        ("Aux.2026.md", "'Aux' is a device there"),
        ("nul/ada.md", "'nul' is a device there"),
        ("Ada: second.md", "there is a : in it"),
        ("Why me?.md", "there is a ? in it"),
        ("a\\b.md", "there is a \\ in it"),
        ("2026./ada.md", "a folder's name ends in a dot"),
        ("2026 /ada.md", "a folder's name ends in a blank"),
    ],
)
def test_names_that_windows_cannot_have(name: str, why: str):
    write(f"interviews/{name}", WRITE_UP)
    found = read_corpus([Path("interviews")], TODAY).findings
    assert render_findings(found).rstrip() == (
        f"interviews/{name}:1:1: warning: Windows can have no file of that name: {why} "
        "[name-not-for-windows]\n  help: rename it with letters, digits and hyphens"
    )


@posix_only
@pytest.mark.parametrize(
    "name", ["console.md", "a con.md", "icon/nulls.md", "ada..md", "2026.1/x.md"]
)
def test_names_that_windows_can_have(name: str):
    write(f"interviews/{name}", WRITE_UP)
    assert read_corpus([Path("interviews")], TODAY).findings == ()


# Paths


def test_paths_may_be_typed_with_backslashes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("os.sep", "\\")
    call = ["score", "route", "interviews\\wang.md", "--level", "met", "--who", "JM"]
    done = CliRunner().invoke(main, call)
    assert "unknown" not in done.output
    assert "of wang" in done.output


PATHS_OF_THE_SYSTEM = {"os.path.normpath", "os.path.relpath"}


def functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield ast.unparse(node)


def test_addresses_never_get_the_separators_of_a_system():
    """A link that is not understood stays as it is, and may tell a name."""
    found = [
        f"{path.name}: {text.splitlines()[0]}"
        for path in PACKAGE.rglob("*.py")
        for text in functions(path)
        if any(call in text for call in PATHS_OF_THE_SYSTEM)
        and "replace(os.sep, '/')" not in text
        and "Path(os.path." not in text
    ]
    assert found == []


# What is not there


NOT_EVERYWHERE = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "termios", "tty"}
NOT_IN_WINDOWS = {
    "os": {"fork", "geteuid", "getuid", "kill", "killpg", "mkfifo", "sched_getaffinity", "setsid"},
    "signal": {"SIGALRM", "SIGKILL", "SIGVTALRM", "alarm", "pthread_sigmask", "setitimer"},
}

ONLY_ELSEWHERE = {
    f"{module}.{name}" for module in NOT_IN_WINDOWS for name in NOT_IN_WINDOWS[module]
}


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_what_windows_lacks_is_asked_for_first(path: Path):
    text = path.read_text("utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            assert not {alias.name for alias in node.names} & NOT_EVERYWHERE
        elif isinstance(node, ast.ImportFrom):
            assert node.module not in NOT_EVERYWHERE
        elif isinstance(node, ast.Attribute) and ast.unparse(node) in ONLY_ELSEWHERE:
            assert f"hasattr({ast.unparse(node.value)}, " in text, ast.unparse(node)


WITHOUT = """\
import os, signal, sys
for module, names in {missing!r}.items():
    for name in names:
        if hasattr(sys.modules[module], name):
            delattr(sys.modules[module], name)
from shoptalk.cli import main
main(prog_name="shoptalk")
"""


@pytest.mark.parametrize("call", [["check"], ["gradebook", ".", "interviews"], ["leaks", "docs"]])
def test_it_works_without_what_windows_lacks(call: list[str]):
    missing = {**NOT_IN_WINDOWS, "os": NOT_IN_WINDOWS["os"] - {"fork", "kill"}}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(missing=missing), *call],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode in (0, 1), done.stderr
    assert "unexpected" not in done.stdout + done.stderr


DIVIDED = """\
import multiprocessing, sys
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv.pop(1))
    import shoptalk.classes.together as together, shoptalk.privacy.leaks.two_at_once as two
    together.grade_class.__kwdefaults__["worth_processes"] = 1
    together.cores = lambda: 2
    from shoptalk.cli import main
    main(prog_name="shoptalk")
"""


@pytest.mark.slow
@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_class_is_graded_however_a_system_starts_processes(method: str):
    """Windows and macOS start them afresh; from Python 3.14 on Linux no longer copies either."""
    for name in ("ada", "ben", "王"):
        write(f"{name}/interviews/one.md", WRITE_UP.replace("王小明", f"{name.title()} Okafor"))
    write("divided.py", DIVIDED)
    call = ["gradebook", "ada", "ben", "王", "--format", "json"]
    done = subprocess.run(
        [sys.executable, "-W", "error", "divided.py", method, *call],
        capture_output=True,
        timeout=100,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    alone = CliRunner().invoke(main, call)
    assert done.stdout == alone.stdout_bytes
