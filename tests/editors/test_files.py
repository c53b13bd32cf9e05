"""`shoptalk editor` writes files that editors can use, and never over somebody else's."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from shoptalk.cli import main
from shoptalk.editors import frontmatter, obsidian
from shoptalk.editors.files import editor_files
from shoptalk.editors.vscode import snippets, tasks
from shoptalk.findings.reporters.summary import ROUND_BEGINS, render_end_of_round
from shoptalk.reading.keys import KEYS

GOLDEN = Path(__file__).parent / "golden"
FILES = editor_files()
SCHEMAS = {name for name in FILES if name.startswith("schemas/")}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# What is written


@pytest.mark.parametrize("name", sorted(FILES.keys() - {"schemas/rubric.schema.json"}))
def test_golden(golden: Callable[[Path, str], None], name: str):
    """The schema of rubrics changes with each check; its tests say what it must hold."""
    golden(GOLDEN / name.replace(".vscode", "vscode").replace(".obsidian", "obsidian"), FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_json_that_ends_in_a_line_break(name: str):
    assert isinstance(json.loads(FILES[name]), dict)
    assert FILES[name].endswith("}\n")


def test_the_settings_name_schemas_that_are_written():
    named = json.loads(FILES[".vscode/settings.json"])["yaml.schemas"]
    assert {schema.removeprefix("./") for schema in named} <= SCHEMAS


def test_obsidian_has_a_type_for_every_key():
    assert obsidian.TYPES.keys() == KEYS - obsidian.WITHOUT_A_TYPE


def test_front_matter_has_a_field_for_every_key():
    [content] = json.loads(FILES["frontmatter.json"])["frontMatter.taxonomy.contentTypes"]
    assert {field["name"] for field in content["fields"]} == KEYS - frontmatter.WITHOUT_A_FORM
    assert frontmatter.TYPES.keys() == KEYS - frontmatter.WITHOUT_A_FORM


# The task


def matcher() -> dict[str, Any]:
    [task] = tasks()["tasks"]
    found: dict[str, Any] = task["problemMatcher"]
    return found


def test_the_task_recognizes_each_finding_and_nothing_else():
    Path("interviews").mkdir()
    text = "---\nname: Ann: X\ntag: [a]\nalias: A baker\n---\n\nWe met.\n"
    Path("interviews/ana maria.md").write_text(text)
    printed = run("check").output.splitlines()
    pattern = matcher()["pattern"]
    groups = [pattern[name] for name in ("file", "line", "column", "severity", "code")]
    found = [
        match.group(*groups) for line in printed if (match := re.search(pattern["regexp"], line))
    ]
    assert {*found} >= {
        ("interviews/ana maria.md", "2", "10", "error", "colon-in-value"),
        ("interviews/ana maria.md", "3", "1", "warning", "unknown-key"),
    }
    assert f"{len(found) - 1} errors, 1 warning" in printed[-1]


def test_the_task_recognizes_where_a_round_begins_and_ends():
    background = matcher()["background"]
    assert re.search(background["beginsPattern"], ROUND_BEGINS)
    assert re.search(background["endsPattern"], render_end_of_round(0.1))
    assert not re.search(background["endsPattern"], ROUND_BEGINS)


# The snippets


def expanded(name: str) -> str:
    """A snippet as it stands before anything is typed into it."""
    text = "\n".join(snippets()[name]["body"])
    for variable, value in (("YEAR", "2026"), ("MONTH", "01"), ("DATE", "31")):
        text = text.replace(f"$CURRENT_{variable}", value)
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    defaults = dict(re.findall(r"\$\{(\d+):([^}]*)\}", text))
    text = re.sub(r"\$\{(\d+):[^}]*\}", lambda match: defaults[match[1]], text)
    text = re.sub(r"\$(\d+)", lambda match: defaults.get(match[1], ""), text)
    assert "$" not in text
    return f"{text}\n"


def checks_found(text: str) -> list[str]:
    Path("interviews").mkdir()
    Path("interviews/ada.md").write_text(text, encoding="utf-8")
    found = json.loads(run("check", "--format", "json").output)["findings"]
    return [finding["check"] for finding in found]


def test_the_snippet_of_an_interview_lacks_only_what_is_to_be_filled_in():
    assert {*checks_found(expanded("A new interview"))} == {"placeholder"}


@pytest.mark.parametrize(
    ("name", "items"),
    [("A question", "questions"), ("A learning", "learnings"), ("An application", "applications")],
)
def test_the_snippets_of_items_fit_into_their_lists(name: str, items: str):
    item = expanded(name).replace("\n", "\n  ").rstrip()
    interview = expanded("A new interview").replace(f"{items}:\n", f"{items}:\n  {item}\n")
    assert item in interview
    assert {*checks_found(interview)} == {"placeholder"}


# Writing


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_all_files_are_written_and_named(portfolio: Path):
    done = run("editor")
    assert done.exit_code == 0
    assert contents(portfolio) == FILES
    said = done.output.splitlines()
    assert said[: len(FILES)] == [f"wrote: {name}" for name in FILES]
    assert said[len(FILES)].startswith("Next, in VS Code: ")


def test_writing_again_changes_nothing(portfolio: Path):
    run("editor")
    path = portfolio / ".vscode" / "tasks.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.stat().st_mtime_ns
    done = run("editor")
    assert done.exit_code == 0
    assert "wrote" not in done.output
    assert done.output.count("is there already: ") == len(FILES)
    assert path.stat().st_mtime_ns == before


def test_somebody_elses_file_is_left(portfolio: Path):
    (portfolio / ".vscode").mkdir()
    (portfolio / ".vscode" / "settings.json").write_text("mine")
    done = run("editor")
    assert done.exit_code == 0
    assert "left as it was: .vscode/settings.json\n" in done.output
    assert "--force writes over all of them" in done.output
    assert contents(portfolio) == {**FILES, ".vscode/settings.json": "mine"}
    done = run("editor", "--force")
    assert "wrote: .vscode/settings.json\n" in done.output
    assert contents(portfolio) == FILES


def test_another_folder(portfolio: Path):
    (portfolio / "mine").mkdir()
    done = run("editor", "--in", "mine")
    assert "wrote: mine/.vscode/tasks.json\n" in done.output
    assert contents(portfolio / "mine") == FILES
    assert run("editor", "--in", "gone").exit_code == 2


def test_a_file_that_cannot_be_written(portfolio: Path):
    (portfolio / "schemas").write_text("mine")
    done = run("editor", "--force")
    assert done.exit_code == 1
    assert "Error: cannot write schemas" in done.output
    assert contents(portfolio) == {"schemas": "mine"}


def test_a_link_is_replaced_and_not_followed(portfolio: Path):
    (portfolio / "target").write_text("mine")
    (portfolio / "frontmatter.json").symlink_to("target")
    assert run("editor", "--force").exit_code == 0
    assert (portfolio / "target").read_text() == "mine"
    assert not (portfolio / "frontmatter.json").is_symlink()
