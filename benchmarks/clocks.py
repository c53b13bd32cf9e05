"""Clocks: of whole processes from outside, and of single calls from inside a process of their own.

Run as a program, this module is such a process: `clocks.py limit FILE`, or `check`, `read`, `grade`
and `bank` with a folder of interviews, `leaks` with a portfolio that was built, or `class` with a
folder of portfolios, print what the call took as JSON.
"""

import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


class Cost(NamedTuple):
    """What something took."""

    cpu: float
    """Seconds of all cores, in the program and in the kernel for it."""
    wall: float
    """Seconds that passed."""
    output: str = ""
    """What was printed."""


class Costs(NamedTuple):
    """What the same thing took in several runs."""

    runs: tuple[Cost, ...]

    @property
    def cpu(self) -> float:
        """The median."""
        return median(run.cpu for run in self.runs)

    @property
    def wall(self) -> float:
        """The median."""
        return median(run.wall for run in self.runs)

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the most processor time."""
        cpu = [run.cpu for run in self.runs]
        return min(cpu), max(cpu)


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command to its end in a folder; one that fails ends the benchmark."""
    with tempfile.TemporaryFile() as output:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode("utf-8", "replace")
    if process.returncode:
        raise SystemExit(f"{printed}\n{' '.join(map(str, command))} failed")
    return Cost(used.ru_utime + used.ru_stime, wall, printed)


def clock_inside(task: str, path: Path) -> Cost:
    """What a task of this module takes in a fresh process, without the start of the process."""
    printed = run((sys.executable, __file__, task, path), path.parent).output
    return Cost(**json.loads(printed))


def take_turns(rounds: int, **tasks: Callable[[], Cost]) -> dict[str, Costs]:
    """The costs of several tasks that take turns, so that a machine's moods meet all of them."""
    taken: dict[str, list[Cost]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            taken[name].append(task())
    return {name: Costs(tuple(costs)) for name, costs in taken.items()}


def _clock_limit(path: Path) -> Cost:
    """What the two C parsers take, with every text in memory before the clock starts."""
    import yaml
    from cmarkgfm.cmark import parse_document

    texts: list[tuple[str, str]] = pickle.loads(path.read_bytes())  # noqa: S301 (our own file)
    return _clock(lambda: _parse_all(texts, yaml.compose, yaml.CSafeLoader, parse_document))


def _parse_all(
    texts: Sequence[tuple[str, str]],
    compose: Callable[..., object],
    loader: type,
    parse_document: Callable[[str], object],
) -> None:
    for front_matter, body in texts:
        compose(front_matter, Loader=loader)
        parse_document(body)  # cmarkgfm has no way to free the tree; this process ends soon


def _clock_check(folder: Path) -> Cost:
    """What reading and grading a folder takes, without the start of the command and its output."""
    import datetime

    from shoptalk.findings.finding import Severity
    from shoptalk.reading.corpus import read_corpus
    from shoptalk.rubric.grading import checkable, grade
    from shoptalk.rubric.rubric_file import read_rubric

    def check() -> None:
        rubric, _ = read_rubric(None)
        if rubric is None:
            raise SystemExit("the built-in rubric cannot be read")
        today = datetime.date.today()
        corpus = read_corpus([folder], today, start=folder)
        report = grade(corpus, checkable(rubric), today)
        faults = [found for found in report.all_findings if found.severity is not Severity.NOTE]
        if faults:
            raise SystemExit(f"an invented interview has a fault: {faults[0]}")

    return _clock(check)


def _clock_read(folder: Path) -> Cost:
    """What reading a folder takes."""
    import datetime

    from shoptalk.reading.corpus import read_corpus

    return _clock(lambda: read_corpus([folder], datetime.date.today(), start=folder))


def _clock_grade(folder: Path) -> Cost:
    """What the largest built-in rubric takes once a folder is read: outcomes, points, findings."""
    import datetime

    from shoptalk.reading.corpus import read_corpus
    from shoptalk.rubric.grading import grade
    from shoptalk.rubric.points import total_of
    from shoptalk.rubric.rubric_file import built_in, courses

    today = datetime.date.today()
    rubric = max(map(built_in, courses()), key=lambda one: len(one.criteria))
    corpus = read_corpus([folder], today, start=folder)

    def grade_all() -> None:
        report = grade(corpus, rubric, today)
        total_of(report)
        len(report.all_findings)

    return _clock(grade_all)


def _clock_bank(folder: Path) -> Cost:
    """What the question bank takes once a folder is read, its word list and its topics included."""
    import datetime

    from shoptalk.questions.bank import make_bank
    from shoptalk.reading.corpus import read_corpus

    corpus = read_corpus([folder], datetime.date.today(), start=folder)

    return _clock(lambda: [topic.answered for topic in make_bank(corpus.files).topics])


def _clock_leaks(portfolio: Path) -> Cost:
    """What searching a built site takes once the portfolio is read."""
    import datetime

    from shoptalk.privacy.leaks.site_files import theme_folders
    from shoptalk.privacy.leaks.site_search import search_site
    from shoptalk.privacy.public_people import public_people
    from shoptalk.reading.corpus import read_corpus

    today = datetime.date.today()
    corpus = read_corpus([portfolio / "interviews"], today, start=portfolio)
    people = public_people(corpus, today)

    def search() -> None:
        searched = search_site(
            portfolio / "site",
            people.finder_of_everything(),
            homes=people.homes(),
            same_as=theme_folders(),
            made_from={"index.html": "docs/index.md"},
        )
        if searched.findings:
            raise SystemExit(f"an invented site leaks: {searched.findings[0]}")

    return _clock(search)


def _clock_class(folder: Path) -> Cost:
    """What the rows of a class take, one portfolio after the other in this process."""
    import datetime

    from shoptalk.classes.handed_in import handed_in
    from shoptalk.classes.together import ClassWork, grade_one

    today = datetime.date.today()
    work = ClassWork(rubric="thinkful", with_scores=False, here=folder, today=today)
    portfolios = [handed_in(path, folder) for path in sorted(folder.iterdir())]

    def grade_all() -> None:
        rows = [grade_one(one, work) for one in portfolios]
        broken = [row for row in rows if row.why_not]
        if broken:
            raise SystemExit(f"an invented portfolio is broken: {broken[0]}")

    return _clock(grade_all)


def _clock(task: Callable[[], object]) -> Cost:
    cpu, wall = _processor_time(), time.perf_counter()
    task()
    return Cost(_processor_time() - cpu, time.perf_counter() - wall)


def _processor_time() -> float:
    """Seconds that this process and those that it started have used."""
    return sum(os.times()[:4])


TASKS: Mapping[str, Callable[[Path], Cost]] = {
    "limit": _clock_limit,
    "check": _clock_check,
    "read": _clock_read,
    "grade": _clock_grade,
    "bank": _clock_bank,
    "leaks": _clock_leaks,
    "class": _clock_class,
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]))._asdict()))
