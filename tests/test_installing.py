"""The command itself: its help, what shells complete, and how it ends when something goes wrong."""

import contextlib
import json
import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner, Result
from installed import program

from shoptalk import __version__
from shoptalk.cli import main
from shoptalk.findings.unexpected import EXIT_UNEXPECTED, is_ours, write_down
from shoptalk.reading.corpus import read_corpus

HOME = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
NAMED = "Rosalind Okafor"


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, as the working directory, and the command on the path."""
    programs = tmp_path / "programs"
    for folder in ("here", "temporary", "programs"):
        (tmp_path / folder).mkdir()
    (programs / "shoptalk").write_text(
        f"#!{sys.executable}\nfrom shoptalk.cli import main\nmain(prog_name='shoptalk')\n"
    )
    (programs / "shoptalk").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path / "here")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def in_shell(script: str, *shell: str) -> "subprocess.CompletedProcess[str]":
    command = [*(shell or ("bash", "-o", "pipefail")), "-c", script]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


# Help


def all_commands(group: click.Group = main, path: str = "shoptalk") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {path: group}
    for name in group.list_commands(click.Context(group)):
        made = group.get_command(click.Context(group), name)
        assert made
        inner = f"{path} {name}"
        found |= all_commands(made, inner) if isinstance(made, click.Group) else {inner: made}
    return found


COMMANDS = all_commands()


def test_version():
    assert run("--version").output.rstrip().endswith(__version__)


def examples_of(name: str) -> list[str]:
    said = run(*name.split()[1:], "--help").output
    return [line.strip() for line in said.partition("  Examples:\n")[2].splitlines()]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples_that_can_be_typed(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(click.Path, "convert", lambda self, value, *about: value)
    examples = examples_of(name)
    assert 1 <= len(examples) <= 3
    for line in examples:
        assert f"{line} ".startswith(f"{name} ")
        command, words = COMMANDS["shoptalk"], shlex.split(re.split(r" >>? ", line)[0])[1:]
        while isinstance(command, click.Group):
            found = command.get_command(click.Context(command), words.pop(0))
            assert found, line
            command = found
        command.make_context(command.name, words)


# With which Python


def test_every_python_that_is_named_is_tested():
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
    text = (HOME / ".github/workflows/tests.yml").read_text("utf-8")
    tested = yaml.safe_load(text)["jobs"]["test"]["strategy"]["matrix"]["python"]
    kinds = "\n".join(project["classifiers"])
    assert tested == re.findall(r"^Programming Language :: Python :: (3\.\d+)$", kinds, re.M)
    assert project["requires-python"] == f">={tested[0]}"


def test_the_workflow_of_the_tests_is_sound():
    text = (HOME / ".github/workflows/tests.yml").read_text("utf-8")
    command = [program("check-jsonschema"), "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*command, HOME / ".github/workflows/tests.yml"], capture_output=True)
    assert done.returncode == 0, done.stdout
    paths = [on["paths"] for on in yaml.safe_load(text)[True].values()]
    assert paths[0] == paths[1]
    assert all(any(HOME.glob(path)) for path in paths[0])


# Completion


def test_bash_completes():
    done = in_shell(
        """
        eval "$(shoptalk completion bash)"
        for typed in "ch" "check --wa" "check --format sa" "init --course epi" "explain colon-in" \\
            "ask --topic car" "rubric sh" "rubric show thi"
        do
            COMP_WORDS=(shoptalk $typed) COMP_CWORD=$(wc -w <<< "$typed") COMPREPLY=()
            _shoptalk_completion shoptalk
            echo "$typed: ${COMPREPLY[*]}"
        done
        """
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "ch: check",
        "check --wa: --watch",
        "check --format sa: sarif",
        "init --course epi: epicodus",
        "explain colon-in: colon-in-value",
        "ask --topic car: career-path",
        "rubric sh: show",
        "rubric show thi: thinkful",
    ]


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_zsh_is_told_whom_to_ask():
    done = in_shell('eval "$(shoptalk completion zsh)"; echo $_comps[shoptalk]', "zsh", "-f")
    assert (done.stdout, done.stderr) == ("_shoptalk_completion\n", "")


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish here")
def test_fish_completes():
    script = "shoptalk completion fish | source; complete -C 'shoptalk rubric show epi'"
    assert in_shell(script, "fish", "--no-config").stdout == "epicodus\n"


def test_files_are_completed_where_a_rubric_may_be_one():
    asked = {"_SHOPTALK_COMPLETE": "bash_complete", "COMP_CWORD": "3"}
    for option, kind in (("--rubric", "file"), ("--course", "")):
        done = subprocess.run(
            ["shoptalk"],
            env={**os.environ, **asked, "COMP_WORDS": f"shoptalk gradebook {option} mine"},
            capture_output=True,
            text=True,
        )
        assert done.stdout.partition(",")[0].strip() == kind


# What nobody expected


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A portfolio that cannot be checked, as the code has a fault."""
    Path("interviews").mkdir()
    monkeypatch.setattr("shoptalk.checking.check_portfolio", fail)


def fail(*arguments: object, **more: object) -> None:
    raise KeyError(NAMED)


def logs() -> list[Path]:
    return list(Path(os.environ["TMPDIR"]).iterdir())


@pytest.mark.usefixtures("broken")
def test_an_unexpected_failure_is_one_line_and_a_file():
    done = run("check")
    (log,) = logs()
    assert done.exit_code == EXIT_UNEXPECTED == 70
    assert done.output == (
        "Error: something went wrong in Shoptalk that should not have (KeyError); the details are "
        f"in {log}. They may name people: read them before you show them to anybody\n"
    )
    said = log.read_text("utf-8")
    assert said.startswith(f"Shoptalk {__version__}, Python {sys.version.split()[0]}")
    assert "Traceback" in said
    assert NAMED in said
    assert os.name == "nt" or stat.S_IMODE(log.stat().st_mode) == 0o600
    assert list(Path().iterdir()) == [Path("interviews")]


@pytest.mark.usefixtures("broken")
def test_details_are_never_written_into_the_portfolio(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(Path.cwd()))
    done = run("check")
    assert done.exit_code == EXIT_UNEXPECTED
    assert "the details could not be written down" in done.output
    assert list(Path().iterdir()) == [Path("interviews")]


def test_a_full_disk_is_named():
    said = write_down(OSError(28, "No space left on device", NAMED))
    assert "(OSError: No space left on device)" in said
    assert NAMED not in said


def test_failures_of_others_are_not_ours():
    with pytest.raises(KeyError) as others:
        fail()
    with pytest.raises(json.JSONDecodeError) as in_between:
        json.loads("{")
    with pytest.raises(TypeError) as ours:
        read_corpus(3, TODAY)  # type: ignore[arg-type]
    assert not is_ours(others.value)
    assert not is_ours(in_between.value)
    assert is_ours(ours.value)


MKDOCS = f"""\
import sys, pathlib
import shoptalk.hosts.mkdocs as host
def fail(*arguments, **more): raise KeyError({NAMED!r})
host.read_for_site = fail
from mkdocs.__main__ import cli
cli()
"""


@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_mkdocs_says_it_in_one_line_too(quiet: tuple[str, ...]):
    run("init", ".", "--yes")
    done = subprocess.run(
        [sys.executable, "-c", MKDOCS, "build", *quiet],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "shoptalk: something went wrong in Shoptalk that should not have" in done.stderr
    assert NAMED not in done.stderr
    (log,) = logs()
    assert NAMED in log.read_text("utf-8")


# Who reads, and who stops it


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_all_is_done_though_nobody_reads_on(unbuffered: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    done = in_shell("shoptalk init mine --yes | true; echo ${PIPESTATUS[0]}")
    assert (done.stdout, done.stderr) == ("0\n", "")
    assert run("init", "whole", "--yes").exit_code == 0
    assert set(names("mine")) == set(names("whole"))
    done = in_shell("shoptalk editor --in mine 2>&1 | true")
    assert (done.returncode, done.stderr) == (0, "")


def names(folder: str) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in Path(folder).rglob("*"))


@pytest.mark.parametrize(
    "command",
    [
        *("check", "check --format json", "explain --all", "grade", "gradebook .", "ask --starter"),
        *("rubric show", "rubric list", "new --consent Ada Okafor", "prepare Ada Okafor"),
        *("completion bash", "--help", "no-such-command", "leaks docs", "forget Nobody"),
    ],
)
def test_the_exit_code_is_the_usual_one_though_nobody_reads_on(command: str):
    codes = []
    for folder, reader in (("one", "true"), ("two", "cat > /dev/null")):
        run("init", folder, "--yes")
        done = in_shell(f"cd {folder}; shoptalk {command} 2>&1 | {reader}; echo ${{PIPESTATUS[0]}}")
        assert done.stderr == ""
        codes.append(done.stdout)
    assert codes[0] == codes[1]


SLOW = """\
import signal, time, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
import shoptalk.checking
def check_portfolio(*arguments, **more):
    print("begun", flush=True)
    time.sleep(30)
shoptalk.checking.check_portfolio = check_portfolio
from shoptalk.cli import main
main(["check"])
"""


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
def test_ctrl_c_ends_without_a_traceback():
    Path("interviews").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=30)[1]
    assert (said.strip(), process.returncode) == ("Aborted!", 1)


def test_a_check_that_goes_on_ends_when_nobody_reads():
    Path("interviews").mkdir()
    Path("interviews/ada.md").write_text("---\nname: Ada Okafor\n---\n")
    with contextlib.suppress(subprocess.TimeoutExpired):
        done = subprocess.run(
            ["bash", "-c", "shoptalk check --watch | true"], capture_output=True, timeout=20
        )
        assert (done.returncode, done.stderr) == (0, b"")
        return
    pytest.fail("it went on")
