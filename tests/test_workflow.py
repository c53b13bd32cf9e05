"""What checks and publishes a portfolio after each push: its steps are run, its files audited."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from installed import program
from reader import Reader, install
from shown import steps

from shoptalk.cli import main
from shoptalk.editors.files import editor_files
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.starter.portfolio_files import AUDIT, DEPENDABOT, PYTHON, WORKFLOW, portfolio_files

HOME = Path(__file__).parents[1]
GUIDE = (HOME / "docs/guide/publishing.md").read_text("utf-8")
MADE = portfolio_files("What work is like", DEFAULT_COURSE)
JOBS: dict[str, dict[str, Any]] = yaml.safe_load(MADE[WORKFLOW])["jobs"]

ACTIONS = {
    "actions/checkout": "v7",
    "actions/setup-python": "v6",
    "actions/configure-pages": "v6",
    "actions/upload-pages-artifact": "v5",
    "actions/deploy-pages": "v5",
    "github/codeql-action/upload-sarif": "v4",
}
WHO = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
MAY = {
    "check": {"contents": "read"},
    "scan": {"contents": "read", "security-events": "write"},
    "publish": {"contents": "read", "pages": "write", "id-token": "write"},
}

SOUND = """\
---
alias: A tide reader
title: Tide Reader
date: 2026-03-14
questions: [What is new?, Whom should I ask?, How did it begin?]
learnings: [Most of the week goes into agreeing on what a number means before it is used.]
applications: [By June I will rebuild my budget project around written definitions of it all.]
---

## What is new?

It was quiet.
"""


def step(job: str, name: str) -> dict[str, Any]:
    (found,) = (one for one in JOBS[job]["steps"] if one.get("name") == name)
    return found


def run(
    script: str, folder: Path = Path("mine"), **variables: str
) -> "subprocess.CompletedProcess[str]":
    """A step as GitHub runs it."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env={
            **{name: text for name, text in os.environ.items() if "COV" not in name},
            "PATH": programs,
            "NO_MKDOCS_2_WARNING": "1",
            **variables,
        },
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture(autouse=True)
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new portfolio, in the working directory."""
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["init", "mine", "--yes"]).exit_code == 0


@pytest.fixture
def finished() -> None:
    """The same portfolio once it is filled in, as a server has it."""
    shutil.rmtree("mine/private")
    Path("mine/interviews/first-conversation.md").unlink()
    Path("mine/interviews/a-tide-reader.md").write_text(SOUND)
    home = Path("mine/docs/index.md")
    home.write_text(re.sub(r"TODO[^\n]*", "I like the sea.", home.read_text("utf-8")), "utf-8")


# What it is


def test_jobs_may_do_what_they_have_to_and_wait_for_nothing():
    assert yaml.safe_load(MADE[WORKFLOW])["permissions"] == {}
    assert {name: job["permissions"] for name, job in JOBS.items()} == MAY
    assert all("needs" not in job and job["timeout-minutes"] for job in JOBS.values())


def test_what_writes_is_run_for_the_main_branch_only():
    for name in ("scan", "publish"):
        assert "github.event_name != 'pull_request'" in JOBS[name]["if"]
        assert "github.ref_name == github.event.repository.default_branch" in JOBS[name]["if"]
    assert "!github.event.repository.private" in JOBS["scan"]["if"]
    assert "if" not in JOBS["check"]


def test_actions_are_of_the_versions_that_are_known():
    steps = [one for job in JOBS.values() for one in job["steps"]]
    used = {one["uses"] for one in steps if "uses" in one}
    assert used == {f"{name}@{version}" for name, version in ACTIONS.items()}
    for one in steps:
        settings = one.get("with", {})
        assert settings.get("python-version", PYTHON) == PYTHON
        if one.get("uses", "").startswith("actions/checkout@"):
            assert settings == {"persist-credentials": False}


def test_nothing_is_uploaded_before_the_site_is_searched():
    names = [one.get("name", one.get("uses")) for one in JOBS["publish"]["steps"]]
    build = names.index("Build, and look for what is private")
    assert names[build + 1].startswith("actions/upload-pages-artifact@")
    assert not any(
        "if" in one or "continue-on-error" in one for one in JOBS["publish"]["steps"][build:]
    )


# Its steps


@pytest.mark.parametrize("job", JOBS)
def test_a_server_without_shoptalk_says_what_to_do(job: str, tmp_path: Path):
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("python", "shoptalk"):
        (programs / name).write_text(f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/called"\n')
        (programs / name).chmod(0o755)
    script = f'PATH="{programs}"\n{step(job, "Install")["run"]}'
    assert run(script).returncode == 0
    (programs / "shoptalk").unlink()
    done = run(script)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=requirements.txt::Shoptalk is not among")
    asked = (tmp_path / "called").read_text().splitlines()
    assert set(asked) == {"python -m pip install --quiet -r requirements.txt"}


def test_findings_are_on_the_lines_and_all_of_them_in_the_summary(tmp_path: Path):
    done = run(step("check", "Check")["run"])
    assert done.returncode == 1
    assert "::error file=interviews/first-conversation.md,line=" in done.stdout
    written = tmp_path / "summary.md"
    assert "failure" in step("check", "Summary")["if"]
    summarize = step("check", "Summary")
    assert summarize["env"] == {"OUTCOME": "${{ steps.check.outcome }}"}
    said = {"GITHUB_STEP_SUMMARY": str(written)}
    assert run(summarize["run"], OUTCOME="failure", **said).returncode == 0
    summary = written.read_text("utf-8")
    assert summary.startswith("**Not finished yet.** Below the table stands what is still missing")
    assert "\n| Questions asked | not met |" in summary
    assert summary.count(": warning: ") == done.stdout.count("::warning ")
    assert "\x1b" not in summary
    written.unlink()
    assert run(summarize["run"], OUTCOME="success", **said).returncode == 0
    assert written.read_text("utf-8").startswith("# ")


@pytest.mark.usefixtures("finished")
def test_a_finished_portfolio_passes():
    done = run(step("check", "Check")["run"])
    assert done.returncode == 0, done.stdout


def test_findings_are_handed_to_code_scanning():
    script = step("scan", "Write the findings down")["run"]
    assert run(script).returncode == 0
    (upload,) = (one for one in JOBS["scan"]["steps"] if "upload-sarif" in one.get("uses", ""))
    written = json.loads(Path("mine", upload["with"]["sarif_file"]).read_text("utf-8"))
    assert written["runs"][0]["results"]
    Path("mine/rubric.yml").write_text("extends: nothing\n")
    assert run(script).returncode == 1


def test_the_click_that_is_missing_is_named():
    asked, said = step("publish", "Ask where the site will be"), step("publish", "Is Pages on?")
    assert asked["continue-on-error"] is True
    assert said["if"] == f"steps.{asked['id']}.outcome == 'failure'"
    done = run(said["run"])
    assert done.returncode == 1
    assert "::error title=Pages is off::Open Settings, Pages, and choose 'GitHub A" in done.stdout


def build(**variables: str) -> "subprocess.CompletedProcess[str]":
    made = step("publish", "Build, and look for what is private")
    address = "https://example.org/mine"
    said = {
        name: value.replace("${{ steps.pages.outputs.base_url }}", address)
        for name, value in made["env"].items()
    }
    return run(made["run"], **{**variables, **said})


@pytest.mark.usefixtures("finished")
def test_the_public_edition_is_built_for_its_address():
    done = build(SHOPTALK_EDITION="instructor")
    assert done.returncode == 0, done.stderr
    page = Path("mine/site/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/mine/">' in page
    assert not Path("mine/site-instructor").exists()


@pytest.mark.usefixtures("finished")
def test_a_site_that_shows_too_much_is_not_uploaded():
    Path("mine/docs/about.md").write_text("# About\n\nWrite to ada.invented@example.org.\n")
    done = build()
    assert done.returncode == 1
    assert "do not publish site/" in done.stderr


# The same in this repository, which others take as a template


def without_installing(text: str) -> str:
    return re.sub(r"(- name: Install\n +run: \|\n)(?: {10}.*\n)+", r"\1", text)


def test_the_example_is_published_in_the_same_way():
    own = (HOME / WORKFLOW).read_text("utf-8")
    versions = set(re.findall(r'python-version: "(.+)"', own))
    project = (HOME / "pyproject.toml").read_text("utf-8")
    assert versions == set(re.findall(r'requires-python = ">=(.+)"', project))
    starter = MADE[WORKFLOW].replace(f'"{PYTHON}"', f'"{versions.pop()}"')
    assert without_installing(own) == without_installing(starter)
    assert own != starter


def test_the_example_is_installed_as_make_does():
    makefile = (HOME / "Makefile").read_text("utf-8")
    for job in yaml.safe_load((HOME / WORKFLOW).read_text("utf-8"))["jobs"].values():
        (script,) = (one["run"] for one in job["steps"] if one.get("name") == "Install")
        for line in script.splitlines():
            assert line.replace("python ", "$(BIN)/python ") in makefile


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """As "Use this template" makes one: what is tracked, in one commit, with no history."""
    copy, archive = tmp_path / "copy", tmp_path / "copy.tar"
    made = subprocess.run(["git", "archive", "-o", archive, "HEAD"], cwd=HOME)
    if made.returncode:
        pytest.skip("this is no repository")
    with tarfile.open(archive) as packed:
        packed.extractall(copy, filter="data")
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run(["git", *WHO, *command], cwd=copy, check=True)
    return copy


def test_the_first_run_of_a_copy_is_green(copy: Path, tmp_path: Path):
    said = {"PYTHONPATH": str(copy / "plugins"), "GITHUB_STEP_SUMMARY": str(tmp_path / "said.md")}
    checked = run(step("check", "Check")["run"], copy, **said)
    assert checked.returncode == 0, checked.stdout
    assert run(step("check", "Summary")["run"], copy, OUTCOME="success", **said).returncode == 0
    assert "Not finished" not in (tmp_path / "said.md").read_text("utf-8")


def made_own(copy: Path) -> Reader:
    """The copy, once the guide's steps have been followed up to the first push."""
    section = GUIDE.partition("### From this repository")[2].partition("3. Start your first")[0]
    lines = [one.run for one in steps(section) if one.run]
    assert any(line.startswith("git rm ") for line in lines)
    install(copy)
    reader = Reader(copy, "publishing.md")
    reader.env["PYTHONPATH"] = str(copy / "plugins")
    for line in lines:
        if not line.startswith("make "):
            reader.shell(line)
    return reader


def test_a_copy_that_was_made_a_portfolio_of_ones_own_is_green(copy: Path, tmp_path: Path):
    reader = made_own(copy)
    assert reader.shell("git status --porcelain") == ""
    tracked = {line.partition("/")[0] for line in reader.shell("git ls-files").splitlines()}
    starter = {Path(name).parts[0] for name in MADE} | {
        name.partition("/")[0] for name in editor_files()
    }
    assert tracked == {*starter, "interviews", "plugins", "pyproject.toml", "LICENSE"}
    assert reader.shell("ls .github/workflows") == "pages.yml\n"
    assert "\n-e . #" in (copy / "requirements.txt").read_text("utf-8")
    assert "docs/guide" not in (copy / "README.md").read_text("utf-8")
    jobs = yaml.safe_load((copy / WORKFLOW).read_text("utf-8"))["jobs"]
    assert jobs == JOBS
    said = {"PYTHONPATH": str(copy / "plugins"), "GITHUB_STEP_SUMMARY": str(tmp_path / "said.md")}
    checked = run(step("check", "Check")["run"], copy, **said)
    assert checked.returncode == 0, checked.stdout
    assert run(step("check", "Summary")["run"], copy, OUTCOME="success", **said).returncode == 0
    reader.shell("mkdocs build --strict")


def test_the_program_is_not_searched_for_names(copy: Path):
    reader = made_own(copy)
    reader.shell('.venv/bin/shoptalk new "Ken Abara" --alias "A baker" && git add .')
    assert "Ken Abara" in (copy / "plugins/shoptalk/cli.py").read_text("utf-8")
    (copy / "plan.txt").write_text("Call Ken Abara.\n")
    found = reader.shell(".venv/bin/shoptalk check", code=1)
    assert "plan.txt:1:6: warning: " in found
    assert "plugins/" not in found


def test_newer_actions_are_proposed_in_both():
    assert (HOME / DEPENDABOT).read_text("utf-8") == MADE[DEPENDABOT]


# In the guide


def test_the_guide_names_the_jobs():
    table = GUIDE.partition("| job | does |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(JOBS)
    for name in (WORKFLOW, DEPENDABOT):
        assert f"`{name}`" in GUIDE
    assert "Settings → Pages" in GUIDE
    assert "Settings, Pages" in step("publish", "Is Pages on?")["run"]


def gitlab() -> str:
    (found,) = re.findall(r'```yaml title=".gitlab-ci.yml"\n(.*?)```', GUIDE, re.DOTALL)
    return str(found)


def test_gitlab_tells_what_is_to_be_mended():
    said = yaml.safe_load(gitlab())
    assert said["before_script"] == ["python -m pip install --quiet -r requirements.txt"]
    assert run("\n".join(said["check"]["script"])).returncode == 1
    run("\n".join(said["check"]["after_script"]))
    report = said["check"]["artifacts"]["reports"]["junit"]
    assert "<failure" in Path("mine", report).read_text("utf-8")


@pytest.mark.usefixtures("finished")
def test_gitlab_gets_the_public_edition_for_its_address():
    said = yaml.safe_load(gitlab())
    script = "\n".join(said["pages"]["script"])
    address = "https://example.org/mine"
    done = run(script, CI_PAGES_URL=address, **said["variables"])
    assert done.returncode == 0, done.stderr
    (folder,) = said["pages"]["artifacts"]["paths"]
    page = Path("mine", folder, "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{address}/">' in page
    assert said["variables"]["SHOPTALK_EDITION"] == "public"
    assert said["pages"]["needs"] == said["check"]["needs"] == []
    Path("mine/docs/about.md").write_text("# About\n\nWrite to ada.invented@example.org.\n")
    assert run(script, CI_PAGES_URL=address, **said["variables"]).returncode == 1


# As others judge it


def repositories() -> Iterator[Path]:
    yield Path("mine")
    yield HOME


@pytest.mark.parametrize("kind", ["workflows", "dependabot"])
def test_the_files_fit_their_schema(kind: str):
    tool = program("check-jsonschema")
    schema = {"workflows": "vendor.github-workflows", "dependabot": "vendor.dependabot"}[kind]
    files = [
        folder / {"workflows": WORKFLOW, "dependabot": DEPENDABOT}[kind]
        for folder in repositories()
    ]
    done = subprocess.run(
        [tool, "--builtin-schema", schema, *files], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_the_file_for_gitlab_fits_its_schema():
    Path(".gitlab-ci.yml").write_text(gitlab())
    command = [program("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci"]
    done = subprocess.run([*command, ".gitlab-ci.yml"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def audit(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [program("zizmor"), "--offline", "--persona", "auditor", ".github"],
        cwd=folder,
        capture_output=True,
        text=True,
    )


def test_an_audit_finds_nothing():
    for folder in repositories():
        done = audit(folder)
        assert done.returncode == 0, done.stdout
    assert (HOME / AUDIT).read_text("utf-8") == MADE[AUDIT]


def test_an_audit_would_find_something():
    workflow = Path("mine", WORKFLOW)
    text = workflow.read_text("utf-8")
    workflow.write_text(text.replace("        with:\n          persist-credentials: false\n", ""))
    done = audit(Path("mine"))
    assert done.returncode != 0
    assert "artipacked" in done.stdout
