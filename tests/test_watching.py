"""`shoptalk check --watch`: a round at once, one after each save, and a quiet end."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest
from click.testing import CliRunner

from shoptalk import watching
from shoptalk.cli import main
from shoptalk.findings.reporters.summary import ROUND_BEGINS, ROUND_ENDS

SOUND = """\
---
name: Rosalind Okafor
title: Clinical Data Engineer
questions: [What is a week like, How did you start, Which skills matter]
learnings: Most of the week goes into agreeing on definitions, and much less of it into code.
applications: [I will rebuild my project around one written data contract.]
consent: {name: true, on: 2026-10-14}
---

Body.
"""
WITH_ERROR = SOUND.replace("title: Clinical", "title: Lead: clinical")
# A runner of tests in the background ignores the signal of Ctrl+C, and so would its children.
PROGRAM = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from shoptalk.cli import main
main()
"""
COMMAND = [sys.executable, "-c", PROGRAM, "check", "--watch"]
LONGEST = 15
"""Seconds that a round may take on a machine with much else to do."""


class NoMoreLooksError(Exception):
    """Ends a watch in a test."""


def run_watch(monkeypatch: pytest.MonkeyPatch, looks: list[object]) -> tuple[int, list[float]]:
    """How many rounds there are if looking gives these, and how long the pauses are."""
    pauses: list[float] = []
    monkeypatch.setattr(watching.time, "sleep", pauses.append)
    rounds: list[None] = []

    def look() -> object:
        if not looks:
            raise NoMoreLooksError
        return looks.pop(0)

    with pytest.raises(NoMoreLooksError):
        watching.watch(look, lambda: rounds.append(None))
    return len(rounds), pauses


@pytest.mark.parametrize(
    ("looks", "rounds"),
    [
        ([1], 1),
        ([1, 1, 1], 1),
        ([1, 2, 2], 2),
        ([1, 2, 3, 4, 4], 2),  # an editor that saves in several steps
        ([1, 2, 2, 1, 1], 3),
    ],
)
def test_a_round_for_each_change(monkeypatch: pytest.MonkeyPatch, looks: list[object], rounds: int):
    assert run_watch(monkeypatch, looks)[0] == rounds


def test_looking_takes_a_small_part_of_the_time(monkeypatch: pytest.MonkeyPatch):
    seconds = iter([0, 0, 1.5, 1.5, 1.5, 1.51, 0])
    monkeypatch.setattr(watching.time, "perf_counter", lambda: next(seconds))
    assert run_watch(monkeypatch, [1, 1, 1])[1] == [30, watching.PAUSE]


class Watch:
    """A running watch in a portfolio."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [*COMMAND, *options],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.lines: Queue[str] = Queue()
        threading.Thread(target=self._collect, daemon=True).start()

    def _collect(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def round(self) -> str:
        """What is printed in the next round."""
        assert self.lines.get(timeout=LONGEST) == f"{ROUND_BEGINS}\n"
        said = ""
        while not (line := self.lines.get(timeout=LONGEST)).endswith(f"{ROUND_ENDS}\n"):
            said += line
        return said

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def end(self) -> tuple[int, str]:
        """Interrupt it as Ctrl+C does; its exit code, and what it says on standard error."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.stderr
        said = self.process.stderr.read()
        return self.process.wait(LONGEST), said


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Callable[..., Watch]]:
    """Starts a watch in a portfolio of one sound interview."""
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "rosalind.md").write_text(SOUND, encoding="utf-8")
    started: list[Watch] = []

    def start(*options: str) -> Watch:
        started.append(Watch(tmp_path, *options))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.communicate()


needs_signals = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")


@needs_signals
class TestWatch:
    def test_a_round_at_once_and_one_after_each_save(self, watch: Callable[..., Watch]):
        running = watch()
        assert running.round() == "1 interview: nothing to mend\n"
        running.write("interviews/ada.md", WITH_ERROR)
        said = running.round()
        assert said.startswith("interviews/ada.md:3:12: error: ")
        assert said.endswith("2 interviews: 1 error\n")
        running.write("interviews/ada.md", SOUND)
        assert running.round() == "2 interviews: nothing to mend\n"
        assert running.end() == (0, "")

    def test_renaming_deleting_and_new_folders(self, watch: Callable[..., Watch]):
        running = watch()
        running.round()
        interviews = running.folder / "interviews"
        (interviews / "rosalind.md").rename(interviews / "okafor.md")
        assert running.round() == "1 interview: nothing to mend\n"
        running.write("interviews/2026/ada.md", WITH_ERROR)
        assert running.round().startswith("interviews/2026/ada.md:3:12: error")
        shutil.rmtree(interviews / "2026")
        assert running.round() == "1 interview: nothing to mend\n"
        shutil.move(interviews, running.folder / "away")
        running.round()
        shutil.move(running.folder / "away", interviews)
        assert running.round() == "1 interview: nothing to mend\n"

    def test_an_editor_that_saves_by_renaming(self, watch: Callable[..., Watch]):
        running = watch()
        running.round()
        new = running.folder / "interviews" / "rosalind.md~"
        new.write_text(WITH_ERROR, encoding="utf-8")
        new.replace(running.folder / "interviews" / "rosalind.md")
        assert "1 interview: 1 error\n" in running.round()

    def test_a_rubric_that_comes_breaks_and_goes(self, watch: Callable[..., Watch]):
        running = watch()
        running.round()
        running.write("rubric.yml", "extends: thinkfull\n")
        said = running.round()
        assert said.startswith("rubric.yml:1:10: error: there is no built-in rubric")
        assert "interview" not in said
        check = "{missing-field: {field: industry}}"
        running.write("rubric.yml", f"criteria: [{{id: a, title: A, checks: [{check}]}}]\n")
        assert running.round().endswith("1 interview: 1 error\n")
        (running.folder / "rubric.yml").unlink()
        assert running.round() == "1 interview: nothing to mend\n"

    def test_workflow_commands(self, watch: Callable[..., Watch]):
        running = watch("--format", "github")
        assert running.round() == ""
        running.write("interviews/rosalind.md", WITH_ERROR)
        assert running.round().startswith("::error file=interviews/rosalind.md,line=3,col=12,")
        summaries = "1 interview: nothing to mend\n1 interview: 1 error\n"
        assert running.end() == (0, summaries)

    def test_errors_do_not_end_it_and_do_not_count_in_the_end(self, watch: Callable[..., Watch]):
        running = watch("--strict")
        running.write("interviews/ada.md", WITH_ERROR)
        running.round()
        assert running.end() == (0, "")


@pytest.mark.parametrize("format_", ["json", "sarif", "junit"])
def test_a_document_cannot_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "interviews").mkdir()
    done = CliRunner().invoke(main, ["check", "--watch", "--format", format_])
    assert done.exit_code == 2
    assert "--watch goes with --format text or github only" in done.output
