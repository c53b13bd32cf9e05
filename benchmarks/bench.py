"""Measures the speed and the size of Shoptalk, as ratios to what the work cannot do without.

    .venv/bin/python benchmarks/bench.py [--quick | --full]

Times of a machine say little about a program, so each figure with a target is a ratio of two things
measured in this run, taking turns. All ratios but two are of processor time, which other programs
disturb less than they disturb the clock on the wall; the raw figures at the end hold both. What is
measured:

- build: `mkdocs build` with the plugins search and shoptalk, against stock Material with search and
  the same number of pages of the same text outside the navigation. Whole processes. The target is
  for what both do: stock Material does not search what it has built for private names.
- leak check: searching the site that was built for whatever is private, against the whole build, of
  which it is a part. This is a ratio of the time that passes: on Linux two processes search.
- size: bytes of the site less those of a site without interviews, for each interview; those of
  the question bank apart. Flat means that a large site spends no more bytes on an interview than a
  small one.
- check: `shoptalk check` as a whole process, against two C parsers in a process of their own that
  get the same text in memory, already split: libyaml composing each front matter (`yaml.compose`
  with `CSafeLoader`) and cmark parsing each body (`parse_document` of cmarkgfm), and nothing else.
  This is the ratio of the time that passes, which is what somebody waits for. It is no ratio of
  work: the command divides a large portfolio between all cores, the parsers use one. So it depends
  on the number of cores, and the target holds for two on an idle machine. Both figures hold the
  start of Python; that of the parsers also the loading of the texts, from a single file.
- processor time: the work of the two without the start of their processes, Shoptalk's in one
  process. This is what reading and grading cost, whoever does it: dividing makes it no less.
- grade: grading every interview by the largest built-in rubric, against reading them.
- bank: making the question bank of interviews with twelve questions each, from the first look at
  the word list to the counts of every topic, against reading them.
- growth: how much more a command takes for ten times as many interviews, as whole processes.
- ten files: `shoptalk check` as a student runs it, from start to end; and what it imports. The
  target holds for an idle machine: `load` says whether it was one.
- class: `shoptalk gradebook` of many portfolios with 5 conversations each, as a whole process,
  against making the same rows one after the other in one process, divided by the cores. A ratio of
  the time that passes; the target holds for an idle machine.
- due: `shoptalk due --all` of 1,000 requests, from start to end. The target holds for an idle
  machine.
- new portfolio: `shoptalk init` in an empty folder, and then a build of what it made. Installing is
  not in it: that depends on the network.
- workflow: what a run of the workflow does for 20 conversations once all is installed: the check,
  the same again for the summary, the grades, and the build with the leak check, in turn.

The interviews are invented, the same at every run, and nothing in them is to be mended. There is no
exit code for a missed target: this is no test. It needs a POSIX system.

`--quick` leaves out 10,000 interviews and repeats less; `--full` also builds the site of 10,000,
which takes minutes.
"""

import argparse
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from clocks import Cost, Costs, clock_inside, run, take_turns
from portfolio import (
    body,
    front_matter,
    people,
    write_class,
    write_portfolio,
    write_requests,
    write_stock_site,
)

from shoptalk.privacy.leaks.two_at_once import cores

BIN = Path(sys.executable).parent
CHECK = (BIN / "shoptalk", "check")
GRADEBOOK = (BIN / "shoptalk", "gradebook", "--course", "thinkful", "--format", "csv")
DUE = (BIN / "shoptalk", "due", "--all")
INIT = (BIN / "shoptalk", "init", "--yes")
BUILD = (BIN / "mkdocs", "build", "--quiet")
WORKFLOW = (
    (BIN / "shoptalk", "check", "--format", "github"),
    (BIN / "shoptalk", "grade", "--format", "markdown"),
    CHECK,
    BUILD,
)
MOST_IMPORTS = 10
BANK = "questions"
"""The folder of a site that holds its question bank."""

QUESTIONS_IN_BANK = 12
IN_EACH_OF_CLASS = 5
IN_WORKFLOW = 20
REQUESTS = 1_000
MOST_CHECKED = 10_000
"""The portfolio that the target for the check holds for."""


class Line(NamedTuple):
    """A figure beside its target."""

    what: str
    measured: float
    target: float | None
    """The most it may be; None where there is no target."""
    unit: str = ""

    def render(self) -> str:
        """One line of the table."""
        if self.target is None:
            target, mark = "", ""
        else:
            target = f"\u2264 {self.target:g}{self.unit}"
            mark = "\u2714 met" if self.measured <= self.target else "\u2718 MISSED"
        measured = f"{self.measured:.2f}{self.unit}"
        return f"{self.what:<62}{target:>10}{measured:>12}  {mark}".rstrip()


class Plan(NamedTuple):
    """How much to measure."""

    sizes: tuple[int, ...]
    """The portfolios, from small to large."""
    built: dict[int, int]
    """Those that are built, with the number of runs."""
    checked: dict[int, int]
    """Those that are checked, with the number of runs."""
    starts: int
    """Runs of the check of the smallest."""
    students: int = 1_000
    """Portfolios of a class."""


DEFAULT = Plan((10, 100, 1_000, 10_000), {100: 5, 1_000: 3}, {1_000: 5, 10_000: 3}, 15)
QUICK = Plan((10, 100, 1_000), {100: 3, 1_000: 1}, {100: 3, 1_000: 3}, 7, 200)
FULL = DEFAULT._replace(built={**DEFAULT.built, 10_000: 1})


@dataclass(frozen=True)
class Bench:
    """One run of the benchmark; its methods measure, and note the raw figures."""

    plan: Plan
    folder: Path
    raw: dict[str, Costs] = field(default_factory=dict)

    def own(self, size: int) -> Path:
        """The portfolio of a size."""
        return self.folder / f"own-{size}"

    def asked(self, size: int) -> Path:
        """A portfolio with many questions in each interview."""
        return self.folder / f"asked-{size}"

    def stock(self, size: int) -> Path:
        """Its twin for stock Material."""
        return self.folder / f"stock-{size}"

    def texts(self, size: int) -> Path:
        """The texts of a portfolio, for the two C parsers."""
        return self.folder / f"texts-{size}.pickle"

    def prepare(self) -> None:
        """Write the portfolios, and let every program run once before a clock does."""
        for size in (0, *self.plan.sizes):
            write_portfolio(self.own(size), size)
        for size in (self.plan.sizes[0], *self.plan.built):
            write_stock_site(self.stock(size), size)
        for size in self.plan.checked:
            texts = [(front_matter(person), body(person)) for person in people(size)]
            self.texts(size).write_bytes(pickle.dumps(texts))
            write_portfolio(self.asked(size), size, QUESTIONS_IN_BANK)
        smallest = self.plan.sizes[0]
        run(CHECK, self.own(smallest))
        run(BUILD, self.own(smallest))
        run(BUILD, self.stock(smallest))

    def measure_builds(self) -> Iterator[Line]:
        """Builds against stock Material, and how they grow."""
        empty = take_turns(3, empty=partial(run, BUILD, self.own(0)))["empty"]
        self.raw["build without interviews"] = empty
        net: dict[int, float] = {}
        for size, rounds in self.plan.built.items():
            stock, own = self._pair(
                rounds,
                f"build {size:,}",
                stock=partial(run, BUILD, self.stock(size)),
                shoptalk=partial(run, BUILD, self.own(size)),
            )
            net[size] = own.cpu - empty.cpu
            search = partial(clock_inside, "leaks", self.own(size))
            leaks = take_turns(rounds, leaks=search)["leaks"]
            self.raw[f"leak check {size:,}"] = leaks
            what = f"build of {size:,}, shoptalk : stock Material"
            yield Line(what, own.cpu / stock.cpu, None)
            of_pages = own.cpu - leaks.cpu
            target = 1.2 if size == 1_000 else None
            yield Line(f"{what}, without the leak check", of_pages / stock.cpu, target)
            target = 0.1 if size == 1_000 else None
            yield Line(f"leak check of {size:,} : build", leaks.wall / own.wall, target)
        for small, large in pairwise(self.plan.built):
            what = f"growth of the build from {small:,} to {large:,}, less the empty site's"
            yield Line(what, net[large] / net[small], None)

    def measure_sites(self) -> Iterator[Line]:
        """The sites that the builds left behind."""
        empty = _bytes_but_bank(self.own(0) / "site")
        each = {
            size: (_bytes_but_bank(self.own(size) / "site") - empty) / size
            for size in self.plan.built
        }
        for size, taken in each.items():
            yield Line(f"site of {size:,}, each interview", taken / 1_000, 40, " KB")
            bank = _bytes_below(self.own(size) / "site" / BANK) / size
            yield Line(f"question bank of {size:,}, each interview", bank / 1_000, None, " KB")
        for small, large in pairwise(each):
            what = f"site, each interview of {large:,} : of {small:,}"
            yield Line(what, each[large] / each[small], 1.1)

    def measure_checks(self) -> Iterator[Line]:
        """Reading and grading against the two C parsers, and how the command grows."""
        whole: dict[int, Costs] = {}
        for size, rounds in self.plan.checked.items():
            limit, own = self._pair(
                rounds,
                f"read and grade {size:,}",
                parsers=partial(clock_inside, "limit", self.texts(size)),
                shoptalk=partial(clock_inside, "check", self.own(size) / "interviews"),
            )
            what = f"read and grade {size:,}, shoptalk : parsers, processor time"
            yield Line(what, own.cpu / limit.cpu, None)
            parsers, whole[size] = self._pair(
                rounds,
                f"whole process {size:,}",
                parsers=partial(self._limit_process, size),
                check=partial(run, CHECK, self.own(size)),
            )
            what = f"check of {size:,} on {cores()} cores, shoptalk : libyaml + cmark"
            target = 2.5 if size == MOST_CHECKED else None
            yield Line(what, whole[size].wall / parsers.wall, target)
        for small, large in pairwise(whole):
            what = f"growth of the check from {small:,} to {large:,}"
            yield Line(what, whole[large].cpu / whole[small].cpu, 11)

    def measure_grading(self) -> Iterator[Line]:
        """Grading by the largest built-in rubric against reading, and how it grows."""
        graded: dict[int, Costs] = {}
        for size, rounds in self.plan.checked.items():
            interviews = self.own(size) / "interviews"
            reading, graded[size] = self._pair(
                rounds,
                f"largest rubric {size:,}",
                reading=partial(clock_inside, "read", interviews),
                grading=partial(clock_inside, "grade", interviews),
            )
            target = 1 if size == max(self.plan.checked) else None
            what = f"grade {size:,} by the largest built-in rubric : read them"
            yield Line(what, graded[size].cpu / reading.cpu, target)
        for small, large in pairwise(graded):
            what = f"growth of the grading from {small:,} to {large:,}"
            yield Line(what, graded[large].cpu / graded[small].cpu, 11)

    def measure_class(self) -> Iterator[Line]:
        """The grades of a class against making them in one process."""
        count, folder = self.plan.students, self.folder / "class"
        write_class(folder, count, IN_EACH_OF_CLASS)
        command = (*GRADEBOOK, "--out", self.folder / "grades.csv", *sorted(folder.iterdir()))
        alone, divided = self._pair(
            3,
            f"class of {count:,}",
            alone=partial(clock_inside, "class", folder),
            gradebook=partial(run, command, folder),
        )
        target = 1.3 if count == DEFAULT.students else None
        what = f"gradebook of {count:,} on {cores()} cores : alone / cores"
        yield Line(what, divided.wall / (alone.wall / cores()), target)

    def measure_banks(self) -> Iterator[Line]:
        """The question bank against reading, and how it grows."""
        made: dict[int, Costs] = {}
        for size, rounds in self.plan.checked.items():
            interviews = self.asked(size) / "interviews"
            reading, made[size] = self._pair(
                rounds,
                f"bank {size:,}",
                reading=partial(clock_inside, "read", interviews),
                bank=partial(clock_inside, "bank", interviews),
            )
            what = f"bank of {size:,} with {QUESTIONS_IN_BANK} questions each : read them"
            yield Line(what, made[size].cpu / reading.cpu, 1 if size == 1_000 else None)
        for small, large in pairwise(made):
            what = f"growth of the bank from {small:,} to {large:,}"
            yield Line(what, made[large].cpu / made[small].cpu, 11)

    def measure_start(self) -> Iterator[Line]:
        """The command on the smallest portfolio."""
        smallest = self.plan.sizes[0]
        python, check = self._pair(
            self.plan.starts,
            f"start, {smallest} files",
            python=partial(run, (sys.executable, "-c", ""), self.own(smallest)),
            check=partial(run, CHECK, self.own(smallest)),
        )
        yield Line(f"check of {smallest} files, from start to end", check.wall, 0.25, " s")
        yield Line("of it the start of Python itself", python.wall, None, " s")

    def measure_due(self) -> Iterator[Line]:
        """The list of what is due."""
        folder = self.folder / "requests"
        write_requests(folder, REQUESTS)
        due = take_turns(self.plan.starts, due=partial(run, DUE, folder))["due"]
        self.raw[f"due, {REQUESTS:,} requests"] = due
        yield Line(f"due of {REQUESTS:,} requests, from start to end", due.wall, 0.5, " s")

    def measure_new(self) -> Iterator[Line]:
        """From an empty folder to a built site."""
        made = take_turns(3, new=self._new_site)["new"]
        self.raw["new portfolio"] = made
        yield Line("new portfolio, from an empty folder to a built site", made.wall, 15, " s")

    def measure_workflow(self) -> Iterator[Line]:
        """The commands of a run of the workflow, without installing."""
        folder = self.folder / "workflow"
        write_portfolio(folder, IN_WORKFLOW)
        whole = take_turns(3, workflow=partial(_one_after_the_other, WORKFLOW, folder))["workflow"]
        self.raw["workflow"] = whole
        what = f"workflow of {IN_WORKFLOW}, check to built site, after installing"
        yield Line(what, whole.wall, 10, " s")

    def render_raw(self) -> str:
        """The raw figures."""
        rows = [f"{'':<36}{'runs':>5}{'cpu s':>10}{'least':>10}{'most':>10}{'wall s':>10}"]
        for name, costs in self.raw.items():
            least, most = costs.spread
            rows.append(
                f"{name:<36}{len(costs.runs):>5}{costs.cpu:>10.3f}{least:>10.3f}{most:>10.3f}"
                f"{costs.wall:>10.3f}"
            )
        return "\n".join(rows)

    def _pair(self, rounds: int, name: str, **tasks: partial[Cost]) -> list[Costs]:
        costs = take_turns(rounds, **tasks)
        self.raw.update({f"{name}: {task}": taken for task, taken in costs.items()})
        return list(costs.values())

    def _new_site(self) -> Cost:
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        return _one_after_the_other(((*INIT, folder), BUILD), folder)

    def _limit_process(self, size: int) -> Cost:
        command = (sys.executable, Path(__file__).with_name("clocks.py"), "limit", self.texts(size))
        return run(command, self.folder)


def _one_after_the_other(commands: Sequence[Sequence[str | Path]], folder: Path) -> Cost:
    costs = [run(command, folder) for command in commands]
    return Cost(sum(cost.cpu for cost in costs), sum(cost.wall for cost in costs))


class Import(NamedTuple):
    """A module as `-X importtime` reports it."""

    microseconds: int
    """Without the modules that it imports itself."""
    name: str


def imports_of_check(folder: Path) -> list[Import]:
    """What the command imports in a folder, beyond what Python itself starts with."""
    always = {name for _, name in _imports_of(("-c", ""), folder)}
    return [made for made in _imports_of(CHECK, folder) if made.name not in always]


def _imports_of(arguments: Sequence[str | Path], folder: Path) -> list[Import]:
    printed = run((sys.executable, "-X", "importtime", *arguments), folder).output
    rows = [line.removeprefix("import time:").split("|") for line in printed.splitlines()]
    return [
        Import(int(row[0]), row[2].strip())
        for row in rows
        if len(row) == 3 and row[0].strip().isdigit()
    ]


def render_imports(imports: list[Import]) -> str:
    """The packages of others among the imports, and the slowest of all."""
    tops = {name.split(".")[0] for _, name in imports} - sys.stdlib_module_names - {"shoptalk"}
    packages = sorted(name for name in tops if find_spec(name))  # some were tried, and not found
    slowest = "".join(
        f"\n{taken / 1_000:>8.1f} ms  {name}"
        for taken, name in sorted(imports, reverse=True)[:MOST_IMPORTS]
    )
    total = sum(taken for taken, _ in imports) / 1_000
    return (
        f"It imports {len(imports)} modules in {total:.0f} ms (with the clock on each), "
        f"of other packages: {', '.join(packages)}.\nThe slowest, each by itself:{slowest}"
    )


def _bytes_but_bank(site: Path) -> int:
    """The bytes of a site without the pages that bring together what stands on others."""
    return _bytes_below(site) - _bytes_below(site / BANK)


def _bytes_below(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _chosen_plan() -> Plan:
    parser = argparse.ArgumentParser(description="Measure the speed and the size of Shoptalk.")
    size = parser.add_mutually_exclusive_group()
    size.add_argument(
        "--quick", action="store_true", help="up to 1,000 interviews, few repetitions"
    )
    size.add_argument("--full", action="store_true", help="also build the site of 10,000")
    chosen = parser.parse_args()
    return QUICK if chosen.quick else FULL if chosen.full else DEFAULT


def main() -> None:
    """Measure, printing each figure as soon as it is known."""
    plan = _chosen_plan()
    with tempfile.TemporaryDirectory(prefix="shoptalk-bench-") as folder:
        bench = Bench(plan, Path(folder))
        bench.prepare()
        print(f"{'':<62}{'target':>10}{'measured':>12}", flush=True)
        for measure in (
            bench.measure_start,
            bench.measure_due,
            bench.measure_new,
            bench.measure_workflow,
            bench.measure_checks,
            bench.measure_grading,
            bench.measure_class,
            bench.measure_banks,
            bench.measure_builds,
            bench.measure_sites,
        ):
            for line in measure():
                print(line.render(), flush=True)
        print(f"\nMedians of the raw figures, load {os.getloadavg()[0]:.1f}:")
        print(bench.render_raw())
        smallest = plan.sizes[0]
        imports = imports_of_check(bench.own(smallest))
        print(f"\nThe check of {smallest} files. {render_imports(imports)}")


if __name__ == "__main__":
    main()
