"""The action, the hooks and the container that others use, against what the command can do."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from installed import program
from mkdocs.config.defaults import MkDocsConfig

from shoptalk.cli import main
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.starter.portfolio_files import CONTAINER, PYTHON, portfolio_files

HOME = Path(__file__).parents[1]
ACTION = yaml.safe_load((HOME / "action.yml").read_text("utf-8"))
HOOKS = {one["id"]: one for one in yaml.safe_load((HOME / ".pre-commit-hooks.yaml").read_text())}
GUIDE = (HOME / "docs/guide/publishing.md").read_text("utf-8")

WITH_POINTS = """\
criteria:
  - {id: day, title: Day, points: 2.5, checks: [missing-field: {field: date}]}
  - {id: minutes, title: Minutes, points: 4, checks: [missing-field: {field: minutes}]}
"""
WARNED = """\
---
alias: A tide reader
title: Tide Reader
shoe-size: 38
date: 2026-03-14
questions: [What is new?, Whom should I ask?, How did it begin?]
learnings: [Most of the week goes into agreeing on what a number means before it is used.]
applications: [By June I will rebuild my budget project around written definitions of it all.]
---

It was quiet.
"""


@pytest.fixture(autouse=True)
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio with a warning, within a repository that is the working directory."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "my talks"
    (folder / "interviews").mkdir(parents=True)
    (folder / "interviews/a-tide-reader.md").write_text(WARNED)
    return folder


# The action


def act(**inputs: str) -> tuple["subprocess.CompletedProcess[str]", dict[str, str], str]:
    """What came of the action, its outputs, and its summary."""
    steps = {step.get("name"): step for step in ACTION["runs"]["steps"]}
    given = {name: made["default"] for name, made in ACTION["inputs"].items()} | inputs
    made = steps["Check and grade"]
    said = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: given[found[1]], value)
        for name, value in made["env"].items()
    }
    (bin_ := Path("runner/shoptalk/bin")).parent.mkdir(parents=True, exist_ok=True)
    if not bin_.exists():
        bin_.symlink_to(Path(sys.executable).parent)
    files = {name: Path(name).absolute() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", made["run"]],
        env={**os.environ, "RUNNER_TEMP": str(Path("runner").absolute()), **said}
        | {name: str(file) for name, file in files.items()},
        capture_output=True,
        text=True,
        timeout=60,
    )
    lines = files["GITHUB_OUTPUT"].read_text().splitlines()
    outputs = dict(line.split("=", 1) for line in lines)
    return done, outputs, files["GITHUB_STEP_SUMMARY"].read_text()


def test_the_action_says_what_goes_in_and_out():
    assert list(ACTION["inputs"]) == ["path", "strict", "course"]
    assert list(ACTION["outputs"]) == ["score", "errors"]
    for name, made in ACTION["outputs"].items():
        assert made["value"] == f"${{{{ steps.shoptalk.outputs.{name} }}}}"
    for name in (*ACTION["inputs"], *ACTION["outputs"]):
        assert f"| `{name}` |" in GUIDE


def test_the_action_names_lines_from_the_top_of_the_repository():
    done, outputs, summary = act(path="my talks")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "::warning file=my talks/interviews/a-tide-reader.md,line=4," in done.stdout
    assert outputs == {"errors": "0", "score": ""}
    assert "| Questions asked | met |" in summary


def test_the_action_fails_over_warnings_if_it_is_strict():
    assert act(path="my talks", strict="true")[0].returncode == 1
    done, outputs, _ = act(path="my talks", strict="yes")
    assert done.returncode == 2
    assert "neither true nor false" in done.stdout
    assert outputs == {}


def test_the_action_counts_points_and_errors(talks: Path):
    (talks / "rubric.yml").write_text(WITH_POINTS)
    done, outputs, summary = act(path="my talks")
    assert done.returncode == 1
    assert outputs == {"errors": "1", "score": "2.5"}
    assert "| Minutes | not met |" in summary


def test_the_action_takes_a_course(talks: Path):
    (talks / "rubric.yml").write_text(WITH_POINTS)
    done, outputs, summary = act(path="my talks", course="thinkful")
    assert done.returncode == 0
    assert outputs["errors"] == "0"
    assert "| Questions asked | met |" in summary
    done, outputs, _ = act(path="my talks", course="oxford")
    assert done.returncode == 2
    assert "there is no rubric 'oxford'" in done.stderr
    assert outputs == {}


def test_the_action_takes_no_option_for_a_path():
    done, _, _ = act(path="--help")
    assert done.returncode != 0
    assert "Usage" not in done.stdout


def test_the_action_is_installed_as_the_example():
    (script,) = (one["run"] for one in ACTION["runs"]["steps"] if one.get("name") == "Install")
    makefile = (HOME / "Makefile").read_text("utf-8")
    installs = [line for line in script.splitlines() if " pip install " in line]
    assert len(installs) == 2
    for line in installs:
        here = line.replace('"$GITHUB_ACTION_PATH/requirements-action.txt"', "requirements.txt")
        there = here.replace('"$GITHUB_ACTION_PATH"', "-e .")
        assert there.replace("python ", "$(BIN)/python ", 1) in makefile


def pinned(name: str) -> dict[str, str]:
    """The pins of a file, each with its hashes, wherever they hold."""
    text = re.sub(r" ; .+(?= \\\n)", "", (HOME / name).read_text("utf-8"))
    pins = re.split(r"\n(?=\S)", text.strip())
    return {pin.partition("==")[0]: pin for pin in pins}


def test_the_action_installs_what_runs_and_nothing_else():
    whole, runs = pinned("requirements.txt"), pinned("requirements-action.txt")
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))
    needed = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    assert {re.split("[<>=;]", one)[0] for one in needed} <= {name.lower() for name in runs}
    assert runs.items() <= whole.items()
    assert {"pytest", "mypy", "playwright", "zizmor", "uv"} & set(runs) == set()


def test_the_action_uses_what_the_workflow_uses():
    workflow = (HOME / ".github/workflows/pages.yml").read_text("utf-8")
    for one in ACTION["runs"]["steps"]:
        assert f"uses: {one.get('uses', '')}" in workflow


def test_the_action_fits_its_schema_and_an_audit_finds_nothing():
    check = [program("check-jsonschema"), "--builtin-schema", "vendor.github-actions"]
    audit = [
        program("zizmor"),
        "--offline",
        "--persona",
        "auditor",
        "-c",
        HOME / ".github/zizmor.yml",
    ]
    for command in (check, audit):
        done = subprocess.run([*command, HOME / "action.yml"], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


# The hooks


def test_hooks_can_be_read_by_pre_commit():
    command = [sys.executable, "-m", "pre_commit", "validate-manifest"]
    done = subprocess.run(
        [*command, HOME / ".pre-commit-hooks.yaml"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for id in HOOKS:
        assert f"id: {id}" in GUIDE


@pytest.mark.parametrize("id", HOOKS)
def test_a_hook_checks_the_portfolio(id: str, talks: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(talks)
    hook = HOOKS[id]
    name, *arguments = hook["entry"].split()
    assert name == "shoptalk"
    assert hook["pass_filenames"] is False
    assert re.search(hook["files"], "interviews/2026/a-tide-reader.md")
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert CliRunner().invoke(main, [*arguments, "--strict"]).exit_code == 1
    file = Path("interviews/a-tide-reader.md")
    file.write_text(WARNED.replace("title: Tide", "title: Lead: tide"))
    assert CliRunner().invoke(main, arguments).exit_code == (0 if "--fix" in arguments else 1)
    assert ('title: "Lead: tide' in file.read_text()) is ("--fix" in arguments)


def test_pre_commit_runs_a_hook(talks: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(talks)
    local = {**HOOKS["shoptalk-check"], "language": "system"}
    del local["language_version"]
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    shutil.copy("interviews/a-tide-reader.md", "interviews/another.md")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "PRE_COMMIT_HOME": str(talks / ".cache")}

    def run() -> "subprocess.CompletedProcess[str]":
        subprocess.run(["git", "init", "-q", "."], check=True)
        subprocess.run(["git", "add", "."], check=True)
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run"],
            env=environment,
            capture_output=True,
            text=True,
        )

    assert run().returncode == 0
    Path("interviews/another.md").write_text(WARNED.replace("title: Tide", "title: Lead: tide"))
    done = run()
    assert done.returncode == 1
    assert re.search(r"^interviews/another\.md:3:\d+: error: ", done.stdout, re.MULTILINE)


# The container

STARTER = json.loads(portfolio_files("What work is like", DEFAULT_COURSE)[CONTAINER])
OWN = json.loads((HOME / CONTAINER).read_text("utf-8"))


def test_the_containers_open_with_the_preview():
    port = int(MkDocsConfig.dev_addr.default.rpartition(":")[2])
    for made in (STARTER, OWN):
        assert made["forwardPorts"] == [port]
        assert made["portsAttributes"][str(port)]["onAutoForward"] == "openPreview"
    assert STARTER["image"] == f"python:{PYTHON}"
    assert f"`{CONTAINER}`" in GUIDE


def test_the_container_of_a_portfolio_is_set_up_as_its_readme_says():
    said = portfolio_files("What work is like", DEFAULT_COURSE)["README.md"]
    set_up = STARTER["postCreateCommand"].replace("--quiet ", "")
    assert set_up.replace(" && ", "\n") in said
    assert f"`{STARTER['postAttachCommand']}`" in said


def test_the_container_of_the_example_is_set_up_as_its_readme_says():
    makefile = (HOME / "Makefile").read_text("utf-8")
    for command in (OWN["postCreateCommand"], OWN["postAttachCommand"]):
        assert f"\n{command.removeprefix('make ')}: " in makefile
    assert OWN["postAttachCommand"] in (HOME / "README.md").read_text("utf-8")
    project = (HOME / "pyproject.toml").read_text("utf-8")
    assert f'requires-python = ">={OWN["image"].removeprefix("python:")}"' in project
