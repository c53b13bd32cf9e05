"""The rubric that `shoptalk rubric new` starts: it holds as it is, and what it shows does, too."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.cli import main
from shoptalk.editors.files import SCHEMAS_OF_YAML
from shoptalk.reading.source import Source
from shoptalk.rubric.rubric_file import built_in, courses, parse_rubric
from shoptalk.starter.start import rubric_text

HOME = Path(__file__).parents[1]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["rubric", "new", *arguments])


@pytest.mark.parametrize("course", courses())
def test_it_extends_the_course_and_nothing_else(run, course):
    assert run(course).exit_code == 0
    rubric, findings = parse_rubric(Source("rubric.yml", Path("rubric.yml").read_text()))
    assert (rubric, findings) == (built_in(course), [])


@pytest.mark.parametrize("course", courses())
def test_what_it_shows_in_comments_holds(course):
    shown = re.sub(r"(?m)^# (criteria:|  .*)$", r"\1", rubric_text(course))
    rubric, findings = parse_rubric(Source("rubric.yml", shown))
    assert findings == []
    assert rubric.by_id["industry"].points == 5


def test_editors_find_its_schema():
    assert rubric_text("thinkful").startswith(
        f"# yaml-language-server: $schema={SCHEMAS_OF_YAML['rubric.yml']}\n"
    )


def test_one_that_is_there_is_left(run):
    Path("rubric.yml").write_text("extends: epicodus\n")
    done = run("thinkful")
    assert done.exit_code == 1
    assert "rubric.yml is there already, and was left as it is; rename it first" in done.output
    assert Path("rubric.yml").read_text() == "extends: epicodus\n"


def test_an_unknown_course_is_named(run):
    done = run("oxford")
    assert done.exit_code == 2
    assert "there is no built-in rubric 'oxford'; choose one of these: careeronestop" in done.output
    assert not Path("rubric.yml").exists()


def test_the_example_is_made_from_it():
    assert (HOME / "rubric.yml").read_text(encoding="utf-8") == rubric_text("thinkful")
