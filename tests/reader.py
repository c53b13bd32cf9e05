"""Somebody who types what a page of the documentation shows, in a folder made for it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from shown import HOME, STARTER, Step

BIN = Path(sys.executable).parent
INSTALLING = re.compile(r"python3 -m venv|\.venv/bin/python -m pip install")
"""Takes long, and would change what the tests run with. The slow tests run these for real; those of
CONTRIBUTING are what make runs before any test, which `test_docs.py` holds."""

OF_ANOTHER_GENERATOR = re.compile(r"(?:python3 -m venv )?generator\b")
"""`test_export.py` builds with these, in environments of their own and with pinned versions."""

NOT_RUN = {
    "make test": "runs this test",
    "make bench": "measures for minutes",
    "make lighthouse": "measures for minutes",
    "make screenshots": "takes a minute, and a browser",
    "make requirements": "asks the package index",
    "make lint": "takes a minute without a cache; every run of CI ends with it",
}
"""Of these only a dry run is made: it fails if there is no such thing to make."""

ONLY_COLLECTS = "--collect-only -q --no-cov -p no:cacheprovider"
"""Tests that run all tests would never end; it is enough that pytest finds what it is to run."""

EXIT_CODES = {
    ("README.md", ".venv/bin/shoptalk check"): 1,
    (STARTER, ".venv/bin/shoptalk check"): 1,
    ("docs/guide/7-write-up.md", "shoptalk check"): 1,
    ("docs/guide/7-write-up.md", "shoptalk check --fix --diff"): 1,
    ("docs/guide/8-publish.md", "shoptalk check --strict"): 1,
}
"""Where a command is shown that finds something: the write-up that `init` made is not filled in."""

PLACEHOLDERS = {"[PATH]...": "", " DIR": " made", "path/to/checkout": str(HOME)}

ANSWERED = {
    ("docs/guide/index.md", ".venv/bin/shoptalk init ."): (
        ' --name "Rosalind Okafor" --alias "A clinical data engineer"'
    )
}
"""What the reader answers where a command asks on a terminal."""

EXPORT_FOR_CANVAS = "shoptalk rubric export epicodus --format canvas --out epicodus.csv"
BEFORE = {
    "shoptalk init . --yes": "rm -rf docs interviews mkdocs.yml rubric.yml .gitignore",
    'shoptalk init portfolio --name "Rosalind Okafor" --alias "A clinical data engineer"': (
        "rm -rf portfolio"
    ),
    'shoptalk new "Rosalind Okafor"': "rm interviews/rosalind-okafor.md",
    'shoptalk new "Rosalind Okafor" --in interviews/2026': "rm -r private",
    'shoptalk new "Rosalind Okafor" --alias "A clinical data engineer"': "rm -r private",
    'shoptalk asked "Sam Fairweather" --channel email --subject "Your talk on rye"'
    " --message request.txt": "echo Hello. > request.txt",
    'shoptalk did write "Ken Abara" --interview ken-abara': 'shoptalk new --consent "Ken Abara"',
    'shoptalk did apply "Ken Abara"': "sed -i 's/do: TODO/do: Bake/' interviews/ken-abara.md",
    'shoptalk did promise "Ken Abara" --do "Send the recipe"': (
        'shoptalk did promised "Ken Abara" --do "Send the recipe"'
    ),
    "shoptalk completion fish > ~/.config/fish/completions/shoptalk.fish": (
        "mkdir -p ~/.config/fish/completions"
    ),
    "shoptalk leaks exported/site": "shoptalk export exported && cp -r site exported",
    "shoptalk rubric new": "rm rubric.yml",
    "shoptalk rubric new epicodus": "rm rubric.yml",
    "shoptalk rubric new thinkful": "rm rubric.yml",
    "shoptalk rubric import epicodus.csv": (f"rm rubric.yml && {EXPORT_FOR_CANVAS}"),
    "shoptalk rubric import epicodus.csv --out from-canvas.yml": EXPORT_FOR_CANVAS,
    "shoptalk rubric import canvas.csv --out rubric.yml": "rm rubric.yml",
}
"""What makes a new file, and so is for a folder that does not have it."""

GIT = """\
[user]
name = Noor Haddad
email = noor@example.org
[init]
defaultBranch = main
[url "file://{remote}"]
insteadOf = https://github.com/YOU/REPOSITORY.git
[core]
editor = echo Changed >
"""
WRAPPER = """\
#!/bin/sh
case "$0 $1 $2" in
*"-m pip" | *"-m venv") echo "this would change what the tests run with" >&2; exit 97 ;;
*"/mkdocs serve"*) shift; set -- serve -a "127.0.0.1:$PORT" "$@" ;;
esac
exec "{bin}/$(basename "$0")" "$@"
"""


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def install(folder: Path) -> None:
    """What `.venv` holds on a reader's computer: the programs that the tests run with."""
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    wrapper = folder / ".venv" / "wrapper"
    wrapper.write_text(WRAPPER.format(bin=BIN))
    wrapper.chmod(0o755)
    for name in ("mkdocs", "mypy", "pre-commit", "pytest", "python", "ruff", "shoptalk", "uv"):
        (programs / name).symlink_to(wrapper)
    (programs / "activate").touch()  # the programs are on the PATH as it is
    (folder / ".venv" / ".stamp").touch()


class Reader:
    """Somebody who types what a page shows, with a terminal in a folder."""

    def __init__(self, folder: Path, page: str, *, installs: bool = False):
        self.folder, self.page, self.installs = folder, page, installs
        self.first_folder = folder
        self.served: set[str] = set()
        folder.mkdir(exist_ok=True)
        remote, config = folder.parent / "remote.git", folder.parent / "gitconfig"
        config.write_text(GIT.format(remote=remote))
        self.port = free_port()
        self.env = {
            **{name: text for name, text in os.environ.items() if "COV" not in name},
            "HOME": str(folder.parent),
            "PATH": f"{folder / '.venv/bin'}{os.pathsep}{os.environ['PATH']}",
            "PORT": str(self.port),
            "NO_MKDOCS_2_WARNING": "1",
            "GIT_CONFIG_GLOBAL": str(config),
            "PYTEST_ADDOPTS": ONLY_COLLECTS,
        }
        if not remote.exists():
            self.shell(f"git init --quiet --bare {remote}")

    def shell(self, line: str, code: int = 0) -> str:
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=self.first_folder if line.startswith("make ") else self.folder,
            env=self.env,
            input="y\n" * 9,
            capture_output=True,
            text=True,
            timeout=400,
        )
        assert done.returncode == code, f"{self.page}: {line}\n{done.stdout}{done.stderr}"
        return done.stdout

    def follow(self, shown: Iterable[Step]) -> None:
        for step in shown:
            if step.write:
                (self.folder / step.write).write_text(step.text, encoding="utf-8")
            else:
                self.type(step.run)

    def type(self, shown: str) -> None:
        line = shown
        for placeholder, real in PLACEHOLDERS.items():
            line = line.replace(placeholder, real)
        exported = re.fullmatch(r'export (\w+)="?([^"]*)"?', line)
        if exported:
            self.env[exported[1]] = exported[2]
        elif line.startswith("unset "):
            del self.env[line.removeprefix("unset ")]
        elif line.startswith("cd "):
            self.folder /= line.removeprefix("cd ")
        elif OF_ANOTHER_GENERATOR.match(line):
            pass
        elif INSTALLING.match(line) and not self.installs:
            if "venv .venv" in line and not (self.folder / ".venv").exists():
                install(self.folder)
        elif line.partition(" PYTHON=")[0].endswith((" serve", " --watch")):
            if line not in self.served:
                self.serve(line)
            self.served.add(line)
        elif line in NOT_RUN:
            self.shell(f"make --dry-run {line.removeprefix('make ')}")
        else:
            self.shell(BEFORE.get(line, "true"))
            line += ANSWERED.get((self.page, shown), "")
            self.shell(line, EXIT_CODES.get((self.page, shown), 0))

    def serve(self, line: str) -> None:
        """Start it, wait until it answers, and press Ctrl+C."""
        if self.installs:
            line += f" --dev-addr 127.0.0.1:{self.port}"
        with (
            (self.folder.parent / "served.txt").open("w+") as said,
            subprocess.Popen(
                ["bash", "-c", line],
                cwd=self.folder,
                env=self.env,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            ) as running,
        ):
            try:
                until = time.monotonic() + 60
                while not self.answers(said.name, watched="--watch" in line):
                    assert running.poll() is None, f"{self.page}: {line}\n{said.read()}"
                    assert time.monotonic() < until, f"{self.page}: {line}\n{said.read()}"
                    time.sleep(0.1)
            finally:
                os.killpg(running.pid, signal.SIGINT)
                running.wait(20)

    def answers(self, said: str, *, watched: bool) -> bool:
        if watched:
            return "waiting for changes" in Path(said).read_text()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as answer:
                return "<html" in answer.read().decode()
        except urllib.error.URLError:
            return False
