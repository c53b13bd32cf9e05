"""A check divided between processes says what a check in one process says, byte for byte."""

import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk import checking, dividing
from shoptalk.checking import Checked, check_portfolio
from shoptalk.cli import main
from shoptalk.dividing import CheckCutShortError, Share, Work, check_divided, check_share
from shoptalk.reading.folder import FoundFile
from shoptalk.reading.unchanged import UnchangedFiles
from shoptalk.rubric.grading import asks_of_each_alone
from shoptalk.rubric.rubric_file import built_in
from shoptalk.rubric.scores import NO_SCORES, Score, Scores

TODAY = date(2026, 11, 22)
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
KINDS = (
    SOUND,
    SOUND.replace("title: Clinical", "title: Lead: clinical"),
    SOUND.replace("title:", "shoe-size: 38\ntitle:"),
    SOUND.replace("title:", "draft: true\ntitle:").replace("learnings", "lernings"),
    SOUND.replace("Rosalind Okafor", "王小明 \u202e"),
    SOUND.replace("Body.", "<b>Body.\n\n" + "\x01\n" * 150),
    SOUND.replace("Clinical Data Engineer", "TODO"),
    "no front matter\n",
    "",
)
BYTES = b"\xff\xfe\x00\xd8", b"---\nname: Jos\xe9\n---\n\nx\n"
RUBRICS = (
    "",
    "extends: epicodus\n",
    "extends: thinkful\ncriteria: [{id: x, title: X, checks: [missing-field: {field: date}]}]\n",
    "extends: thinkfull\n",
)
TWO_ALTERNATIVES = """\
groups: [{id: either, title: Either, best: 1}]
criteria:
  - {id: day, title: Day, group: either, checks: [missing-field: {field: date}]}
  - {id: time, title: Time, group: either, checks: [missing-field: {field: minutes}]}
"""
ALUMNI = "criteria: [{id: a, title: A, scope: portfolio, checks: [interviews: {at_least: 99}]}]\n"
SCORE = "  - {criterion: %s, interview: %s, level: met, who: Kim, when: 2026-11-20}\n"

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="makes links and signals"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test divides in the same way, whatever the machine."""
    monkeypatch.setattr(dividing, "cores", lambda: 2)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with six interviews in it."""
    monkeypatch.chdir(tmp_path)
    for number in range(6):
        write(f"interviews/{number}.md", KINDS[number])
    return tmp_path


def write(name: str, text: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def both_ways(*paths: str) -> Checked:
    """What both ways of checking say; they must agree."""
    chosen = [Path(path) for path in paths or (".",)]
    divided = check_portfolio(chosen, Path.cwd(), worth_a_process=1)
    assert divided == check_portfolio(chosen, Path.cwd(), worth_a_process=1_000_000)
    return divided


def is_divided(monkeypatch: pytest.MonkeyPatch, **options: object) -> bool:
    """Whether a check of the portfolio in the working directory was divided."""
    results = []

    def note(*args: object, **more: object) -> object:
        results.append(check_divided(*args, **more))  # type: ignore[arg-type]
        return results[-1]

    monkeypatch.setattr(checking, "check_divided", note)
    check_portfolio([Path()], Path.cwd(), **{"worth_a_process": 1, **options})  # type: ignore[arg-type]
    return any(result is not None for result in results)


def random_portfolio(dice: random.Random, home: Path) -> None:
    """Files of all kinds in folders of all kinds, with a rubric and scores or without."""
    names = ["ada", "Ada", "ben", "2026/ada", "2026/ben", "2026/index", "index", "x/y/z", "cy.md/d"]
    for name in dice.sample(names, dice.randint(2, len(names))):
        write(f"{home}/interviews/{name}.md", dice.choice([*KINDS, *BYTES]))
    links = {"loop": "loop.md", "gone": "nowhere.md", "out": "/etc/passwd", "again": "ada.md"}
    for name in dice.sample(sorted(links), dice.randint(0, 3)):
        (home / "interviews" / f"{name}.md").symlink_to(links[name])
    rubric = dice.choice([*RUBRICS[:3], *RUBRICS, TWO_ALTERNATIVES, ALUMNI])
    if rubric:
        write(f"{home}/rubric.yml", rubric)
    if dice.random() < 0.5:
        scores = [SCORE % (dice.choice(["day", "x", "title"]), dice.choice(names)) for _ in "abcd"]
        write(f"{home}/scores.yml", "scores:\n" + "".join(scores))


@pytest.mark.parametrize("seed", range(25))
def test_random_portfolios(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    dice = random.Random(seed)  # noqa: S311 (nothing here is secret)
    for home in ("one", "two"):
        random_portfolio(dice, Path(home))
    both_ways("one")
    both_ways("one", "two/interviews", "one/interviews/ada.md", "gone.md")
    monkeypatch.chdir("two")
    both_ways("../one", ".")


@pytest.mark.usefixtures("folder")
class TestTheSame:
    def test_files_in_the_order_of_their_addresses(self):
        write("interviews/2026/ada.md", KINDS[1])
        found = both_ways()
        assert found.files[2:4] == ("interviews/2.md", "interviews/2026/ada.md")
        paths = [finding.place.path for finding in found.findings]
        assert paths == sorted(paths)

    def test_one_page_for_two_files_of_different_shares(self):
        write("interviews/ada.md", SOUND)
        write("interviews/x/index.md", SOUND)
        write("interviews/x.md", SOUND)
        write("interviews/ADA.md", SOUND)
        checks = [finding.check for finding in both_ways().findings]
        assert checks.count("same-address") == 2

    def test_a_file_that_cannot_be_read(self):
        Path("interviews/9.md").symlink_to("9.md")
        Path("interviews/8.md").mkdir()
        Path("interviews/7.md").symlink_to("/etc/passwd")
        checks = {finding.check for finding in both_ways().findings}
        assert checks >= {"link-in-circles", "folder-named-md", "link-outside"}

    def test_scores_decide_which_alternative_counts(self):
        write("interviews/6.md", SOUND)
        write("rubric.yml", TWO_ALTERNATIVES)
        write("scores.yml", "scores:\n" + SCORE % ("time", "0") + SCORE % ("day", "nobody"))
        found = both_ways()
        assert "unknown-scored-interview" in [finding.check for finding in found.findings]
        messages = {finding.place.path: finding.message for finding in found.findings}
        assert messages["interviews/0.md"] == "'minutes' is missing"
        assert messages["interviews/6.md"] == "'date' is missing"

    def test_a_rubric_that_cannot_be_read(self):
        write("rubric.yml", RUBRICS[-1])
        assert not both_ways().has_rubric

    @pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
    def test_the_command(self, form: str, monkeypatch: pytest.MonkeyPatch):
        alone = CliRunner().invoke(main, ["check", "--format", form])
        monkeypatch.setattr(checking.check_portfolio, "__kwdefaults__", lowered())
        divided = CliRunner().invoke(main, ["check", "--format", form])
        assert (divided.exit_code, divided.stdout_bytes) == (alone.exit_code, alone.stdout_bytes)
        assert divided.stderr_bytes == alone.stderr_bytes
        assert is_divided(monkeypatch)

    @pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
    def test_however_processes_start(self, method: str):
        files = [FoundFile(str(path), path.stem) for path in sorted(Path("interviews").iterdir())]
        work = Work(rubric_path=None, here=Path.cwd(), today=TODAY)
        share = Share(work=work, files=files, scores=NO_SCORES)
        found = check_divided(files, work, NO_SCORES, worth_a_process=3, start_method=method)
        assert found == check_share(share)
        assert found


def lowered() -> dict[str, object]:
    """The defaults of `check_portfolio` with a share for each file."""
    return {**(check_portfolio.__kwdefaults__ or {}), "worth_a_process": 1}


@pytest.mark.usefixtures("folder")
class TestWhetherToDivide:
    def test_many(self, monkeypatch: pytest.MonkeyPatch):
        assert is_divided(monkeypatch, worth_a_process=3)

    def test_few(self, monkeypatch: pytest.MonkeyPatch):
        assert not is_divided(monkeypatch, worth_a_process=4)

    def test_one_core(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(dividing, "cores", lambda: 1)
        assert not is_divided(monkeypatch)

    def test_a_reader_that_keeps_what_it_read(self, monkeypatch: pytest.MonkeyPatch):
        assert not is_divided(monkeypatch, read=UnchangedFiles().read)

    def test_a_rubric_that_asks_something_of_the_portfolio(self, monkeypatch: pytest.MonkeyPatch):
        write("rubric.yml", ALUMNI)
        assert not is_divided(monkeypatch)

    @pytest.mark.parametrize(("course", "expected"), [("thinkful", True), ("epicodus", False)])
    def test_which_rubrics_ask_of_each_interview_alone(self, course: str, expected: bool):
        assert asks_of_each_alone(built_in(course)) is expected

    @pytest.mark.parametrize("error", [ImportError, NotImplementedError, OSError])
    def test_a_system_without_more_processes(
        self, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
    ):
        def refuse(*args: object) -> None:
            raise error

        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
        assert not is_divided(monkeypatch)
        assert both_ways().findings

    def test_a_system_that_starts_one_process_and_no_more(self, monkeypatch: pytest.MonkeyPatch):
        start, started = BaseProcess.start, []

        def start_once(process: object) -> None:
            if started:
                raise BlockingIOError
            started.append(process)
            start(process)

        monkeypatch.setattr(BaseProcess, "start", start_once)
        assert not is_divided(monkeypatch)
        assert len(started) == 1
        started[0].join(10)
        assert not started[0].is_alive()

    @pytest.mark.parametrize(
        ("count", "cores", "processes"),
        [(1_999, 8, 1), (2_000, 8, 2), (10_000, 8, 8), (10_000, 1, 1), (10**6, 128, 61)],
    )
    def test_processes_for(
        self, monkeypatch: pytest.MonkeyPatch, count: int, cores: int, processes: int
    ):
        monkeypatch.setattr(dividing, "cores", lambda: cores)
        assert dividing.processes_for(count) == processes


def test_the_cores_there_are(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.undo()
    assert 1 <= dividing.cores() <= (os.cpu_count() or 1)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert dividing.cores() == (os.cpu_count() or 1)


def test_progress_is_told_for_each_share(folder: Path):
    told = []
    check_portfolio(
        [folder],
        folder,
        worth_a_process=2,
        progress=lambda done, of: told.append((done, of)),
    )
    assert told == [(2, 6), (4, 6), (6, 6)]


def test_scores_of_some_interviews_in_the_order_they_were_written():
    made = [
        Score(criterion="x", interview=name, who=who, when=TODAY)
        for name, who in (("ada", "Kim"), ("ben", "Kim"), ("ada", "Lee"), ("", "Kim"))
    ]
    assert Scores(tuple(made)).of_interviews({"ada"}) == Scores((made[0], made[2]))
    assert Scores(tuple(made)).of_interviews({"cy"}) == NO_SCORES


def test_a_rubric_that_broke_meanwhile(folder: Path):
    path = folder / "rubric.yml"
    path.write_text(RUBRICS[-1])
    work = Work(rubric_path=path, here=folder, today=TODAY)
    files = [FoundFile(str(folder / f"interviews/{number}.md"), str(number)) for number in "012"]
    with pytest.raises(CheckCutShortError, match="the rubric was changed during the check"):
        check_share(Share(work=work, files=files, scores=NO_SCORES))
    with pytest.raises(CheckCutShortError, match="the rubric was changed during the check"):
        check_divided(files, work, NO_SCORES, worth_a_process=1)


def test_nothing_to_divide_loads_nothing_to_divide_it_with(folder: Path):
    code = (
        "import sys\nbefore = set(sys.modules)\nfrom shoptalk.cli import main\n"
        "try:\n    main(['check'])\nexcept SystemExit:\n"
        "    print(*{name.split('.')[0] for name in {*sys.modules} - before}, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)
    loaded = set(done.stderr.split())
    assert "shoptalk" in loaded
    assert not loaded & {"multiprocessing", "concurrent"}


# A runner of tests in the background ignores the signal of Ctrl+C, and so would its children.
PROGRAM = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from shoptalk import checking, cli, dividing
dividing.cores = lambda: 2
checking.check_portfolio.__kwdefaults__["worth_a_process"] = 1
cli.main(["check"])
"""


@pytest.fixture
def running(folder: Path) -> "Callable[[], subprocess.Popen[str]]":
    """Starts a check of many interviews in a group of processes of its own."""
    for number in range(3_000):
        write(f"interviews/more-{number}.md", SOUND)

    def start() -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    return start


def children_of(parent: int) -> list[int]:
    """The processes that another has started."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    rows = [line.split() for line in listed.stdout.splitlines()]
    return [int(pid) for pid, of in rows if int(of) == parent]


def started_children(process: "subprocess.Popen[str]") -> list[int]:
    while process.poll() is None:
        found = children_of(process.pid)
        if len(found) == 2:
            return found
    raise AssertionError("the check ended before it was divided")


def is_gone(pid: int) -> bool:
    listed = subprocess.run(["ps", "-p", str(pid), "-o", "stat="], capture_output=True, text=True)
    return not listed.stdout.strip() or listed.stdout.startswith("Z")


@pytest.mark.skipif(not shutil.which("ps"), reason="cannot list processes")
class TestAnEarlyEnd:
    def test_interrupted(self, running: "Callable[[], subprocess.Popen[str]]"):
        process = running()
        children = started_children(process)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=30)
        assert (process.returncode, said) == (1, ("", "\nAborted!\n"))
        assert all(map(is_gone, children))

    def test_a_process_that_dies(self, running: "Callable[[], subprocess.Popen[str]]"):
        process = running()
        os.kill(started_children(process)[0], signal.SIGKILL)
        output, errors = process.communicate(timeout=30)
        assert (process.returncode, output) == (1, "")
        assert errors == (
            "Error: one of the processes that divided the check between them ended before its "
            "time; perhaps memory ran out: close other programs, and check again\n"
        )

    def test_nobody_is_left_to_hand_anything_to(
        self, running: "Callable[[], subprocess.Popen[str]]"
    ):
        process = running()
        children = started_children(process)
        process.kill()
        process.communicate(timeout=30)
        waiting = threading.Event()
        for _ in range(100):
            if all(map(is_gone, children)):
                return
            waiting.wait(0.1)
        raise AssertionError(f"still running: {children}")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="cannot keep it to one core")
def test_a_real_portfolio_of_the_size_that_is_divided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.syspath_prepend(Path(__file__).parents[1] / "benchmarks")
    from portfolio import write_portfolio

    count = 2 * dividing.WORTH_A_PROCESS
    write_portfolio(tmp_path / "home", count)
    (tmp_path / "home" / "interviews" / "ada.md").write_text(KINDS[1])
    command = [sys.executable, "-c", "from shoptalk.cli import main; main()", "check"]
    one_core = f"import os; os.sched_setaffinity(0, {{{min(os.sched_getaffinity(0))}}}); "
    alone = [sys.executable, "-c", one_core + command[2], "check"]
    for form in ("text", "json"):
        said = [
            subprocess.run(
                [*start, "--format", form], cwd=tmp_path / "home", capture_output=True, timeout=120
            )
            for start in (command, alone)
        ]
        assert said[0].returncode == said[1].returncode == 1
        assert said[0].stdout == said[1].stdout
        assert said[0].stderr == said[1].stderr
    assert json.loads(said[0].stdout)["summary"]["files"] == count + 1
