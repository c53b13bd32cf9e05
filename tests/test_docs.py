"""What the documentation says is held against the code, so that neither changes alone."""

import json
import re
import subprocess
import sys
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml
from click.testing import CliRunner, Result
from one_interview import grade_interview

from shoptalk.cli import EXIT_FINDINGS, EXIT_USAGE, main
from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.unexpected import EXIT_UNEXPECTED
from shoptalk.privacy.consent import Agreed
from shoptalk.privacy.edition import SUFFIX, VARIABLE, Edition
from shoptalk.privacy.editions import public_report
from shoptalk.privacy.public_people import public_people
from shoptalk.questions.listing.csv import COLUMNS
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.keys import CHOICES, ITEM_KEYS, KEYS, REQUIRED
from shoptalk.reading.page_blocks import BLOCKS
from shoptalk.reading.private_file import KEYS as PRIVATE_KEYS
from shoptalk.reading.private_file import parse_private
from shoptalk.reading.safe_html import CONTENT_IS_CODE, TAGS
from shoptalk.reading.sections import comparable
from shoptalk.reading.slug import slug
from shoptalk.reading.source import Source
from shoptalk.rubric.checks import rubric_checks
from shoptalk.rubric.checks.missing_record import RECORDS
from shoptalk.rubric.condition_file import JOINTS
from shoptalk.rubric.grading import grade
from shoptalk.rubric.outcome import State
from shoptalk.rubric.rubric import Criterion, Group, Level, Rubric, Stage
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.rubric.rubric_file import built_in, courses, parse_rubric
from shoptalk.rubric.score_file import parse_scores
from shoptalk.rubric.scores import Score
from shoptalk.site.conversation_filters import FEWEST, TITLES
from shoptalk.site.feed import FEED, MOST_IN_FEED
from shoptalk.site.insights_pages import MOST_ON_FIRST, MOST_TOGETHER
from shoptalk.site.open_data import DATA, SCHEMA
from shoptalk.site.others import MOST_OF_OTHERS
from shoptalk.site.pages import MOST_IN_BLOCK, make_pages
from shoptalk.site.portfolio import Portfolio
from shoptalk.site.templating import TEMPLATES

HOME = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
GENERATED = ("checks.md", "commands.md", "word-list.md")
GUIDE = {
    page.stem: page.read_text(encoding="utf-8")
    for page in sorted((HOME / "docs" / "guide").glob("*.md"))
    if page.name not in GENERATED
}
README = (HOME / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (HOME / "CONTRIBUTING.md").read_text(encoding="utf-8")
STARTER = (HOME / "plugins/shoptalk/starter/portfolio/README.md").read_text(encoding="utf-8")
DOCUMENTS = {"README": README, "CONTRIBUTING": CONTRIBUTING, "starter": STARTER, **GUIDE}
DECISIONS = sorted((HOME / "docs" / "decisions").glob("*.md"))

FENCED = re.compile(
    r'^(?P<indent> *)(?P<fence>`{3,})(?P<language>\w+)(?: title="(?P<title>[^"]*)")?\n'
    r"(?P<text>.*?)^(?P=indent)(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
BROKEN = "Broken on purpose"
"""The title of an example that is meant to have an error."""

WITHOUT_NAME = "interviews/a-clinical-data-engineer.md"
"""The example whose name stands in `private/`."""

ROSALIND = """\
---
name: Rosalind Okafor
title: Clinical Data Engineer
questions:
  - What does a normal Tuesday look like for you?
  - Be honest: would you choose this work again?
  - Who else should I talk to?
learnings:
  - Most of her week goes into agreeing with other people on what a word means before it is used.
applications:
  - By December I will rebuild my project around one written data contract.
consent: {name: true, on: 2026-10-14}
---

We spoke over video.
"""
"""The interview whose only fault is the sample finding."""

SOUND = ROSALIND.replace("Be honest: would", "Would")
WITH_WARNING = SOUND.replace("title:", "tag: [data]\ntitle:")


class Block(NamedTuple):
    """A fenced block of a document."""

    document: str
    language: str
    title: str
    text: str


def blocks(*languages: str, title: str | None = None):
    """Test parameters: the blocks of all documents in these languages, and with this title."""
    found = []
    for document, text in DOCUMENTS.items():
        for match in FENCED.finditer(text):
            inside = re.sub(f"^{match['indent']}", "", match["text"], flags=re.MULTILINE)
            found.append(Block(document, match["language"], match["title"] or "", inside))
    chosen = [
        block
        for block in found
        if block.language in languages and (title is None or block.title == title)
    ]
    return [pytest.param(block, id=f"{block.document}-{n}") for n, block in enumerate(chosen)]


def code_of(text: str) -> str:
    """What a document sets as code, and nothing else."""
    fenced = [match["text"] for match in FENCED.finditer(text)]
    inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", FENCED.sub("", text))
    return "\n".join((*fenced, *inline))


def section(text: str, heading: str) -> str:
    """A document from a heading to the next of the same or a higher level."""
    outside = FENCED.sub(lambda block: re.sub(r"[^\n]", " ", block[0]), text)
    start = re.search(rf"^(#+) {re.escape(heading)}$", outside, re.MULTILINE)
    assert start, f"there is no heading {heading!r}"
    end = re.compile(rf"^#{{1,{len(start[1])}}} ", re.MULTILINE).search(outside, start.end())
    return text[start.end() : end.start() if end else None]


def rows(text: str) -> list[list[str]]:
    """The cells of each row of the tables in a text, without their headers."""
    found = []
    for table in re.findall(r"^\|.*\n\|[-|: ]+\n((?:^\|.*(?:\n|\Z))+)", text, re.MULTILINE):
        found += [
            [cell.strip() for cell in row.strip("| ").split(" | ")] for row in table.splitlines()
        ]
    return found


def plain(cell: str) -> str:
    """A cell without the marks of code."""
    return cell.strip("`")


def read(text: str):
    """An interview, and the findings of reading it."""
    return parse_interview(Source("interviews/rosalind-okafor.md", text), TODAY)


def findings_of(text: str) -> list[Finding]:
    """All findings of an interview, those of the built-in rubric included."""
    interview, findings = read(text)
    if interview:
        for outcome in grade_interview(interview, built_in(DEFAULT_COURSE)):
            findings = [*findings, *outcome.findings]
    return findings


def run(folder: Path, interview: str, *arguments: str, rubric: str = "") -> Result:
    """The command in a portfolio of one interview, in plain text."""
    (folder / "interviews").mkdir(exist_ok=True)
    (folder / "interviews" / "rosalind-okafor.md").write_text(interview, encoding="utf-8")
    if rubric:
        (folder / "rubric.yml").write_text(rubric, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, arguments)


# Commands


def targets() -> set[str]:
    makefile = (HOME / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_target_that_is_named_exists(document: str):
    named = re.findall(r"^make ([a-z-]+)", code_of(DOCUMENTS[document]), re.MULTILINE)
    assert set(named) <= targets()


def test_the_readme_names_what_a_new_user_needs():
    named = set(re.findall(r"^make ([a-z-]+)", code_of(README), re.MULTILINE))
    assert named >= {"serve", "test", "site", "bench", "lint", "help"}


def test_contributing_names_every_target():
    named = set(re.findall(r"^make ([a-z-]+)", code_of(CONTRIBUTING), re.MULTILINE))
    assert named >= targets() - {"help", "serve"}


@pytest.mark.parametrize("document", ["README", "index"])
def test_installing_from_a_checkout_is_shown(document: str):
    assert "python -m pip install path/to/checkout" in code_of(DOCUMENTS[document])


def test_pinned_requirements_are_installed_as_make_does():
    makefile = (HOME / "Makefile").read_text(encoding="utf-8").replace("--quiet ", "")
    for arguments in (
        "pip install --require-hashes -r requirements.txt",
        "pip install --no-deps --no-build-isolation -e .",
    ):
        assert arguments in makefile
        assert code_of(CONTRIBUTING).count(arguments) == 2, "for Linux and macOS, and for Windows"


def all_commands(group: click.Group = main, before: str = "") -> dict[str, click.Command]:
    """Every command by its name; those within another by both names."""
    context = click.Context(group)
    found: dict[str, click.Command] = {}
    for name in group.list_commands(context):
        made = group.get_command(context, name)
        assert made
        found[before + name] = made
        if isinstance(made, click.Group):
            found |= all_commands(made, f"{before}{name} ")
    return found


COMMANDS = all_commands()
OF_COMMANDS = (
    "checking",
    "grading",
    "preparing",
    "consent",
    "printing",
    "other-generators",
    "outreach",
)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_the_command_is_in_the_guide(name: str):
    said = "".join(code_of(GUIDE[page]) for page in OF_COMMANDS)
    assert f"shoptalk {name}" in said
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert option in said
        for choice in getattr(parameter.type, "choices", ()):
            before = parameter.opts[0] if isinstance(parameter, click.Option) else name
            assert f"{before} {choice}" in said


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_that_is_shown_exists(document: str):
    for line in code_of(DOCUMENTS[document]).splitlines():
        called = re.match(r"(?:\.venv[/\\]\w+[/\\])?shoptalk((?: [^ ]+)+)", line)
        if not called or "=" in line:
            continue
        name, *arguments = called[1].split()
        if name.startswith("--"):
            assert name in ("--version", "--help")
            continue
        if arguments and f"{name} {arguments[0]}" in COMMANDS:
            name = f"{name} {arguments.pop(0)}"
        assert name in COMMANDS, line
        known = {option for made in COMMANDS[name].params for option in made.opts}
        assert {word for word in arguments if word.startswith("-")} <= known | {"--help"}, line


def test_exit_codes_are_listed():
    codes = ["0", str(EXIT_FINDINGS), str(EXIT_USAGE), str(EXIT_UNEXPECTED)]
    assert [row[0] for row in rows(section(GUIDE["checking"], "Exit codes"))] == codes


@pytest.mark.parametrize(
    ("interview", "arguments", "rubric", "code"),
    [
        (SOUND, ["check"], "", 0),
        (ROSALIND, ["check"], "", 1),
        (WITH_WARNING, ["check"], "", 0),
        (WITH_WARNING, ["check", "--strict"], "", 1),
        (SOUND, ["check"], "extends: nothing\n", 2),
        (SOUND, ["check", "--format", "xml"], "", 2),
        (SOUND, ["new", "Rosalind Okafor"], "", 1),
        (SOUND, ["new"], "", 2),
        (SOUND, ["init", "."], "extends: epicodus\n", 1),
        (SOUND, ["init", "mine", "--course", "oxford"], "", 2),
        (SOUND, ["explain", "no-such-check"], "", 2),
        (ROSALIND, ["grade"], "", 0),
        (SOUND, ["grade"], "extends: nothing\n", 2),
        (SOUND, ["grade", "--format", "xml"], "", 2),
        (SOUND, ["gradebook", "."], "", 0),
        (SOUND, ["gradebook", "."], "extends: nothing\n", 1),
        (SOUND, ["gradebook", ".", "--rubric", "rubric.yml"], "extends: nothing\n", 2),
        (SOUND, ["score", "nothing", "--level", "met", "--who", "JM"], "", 2),
        (SOUND, ["ask"], "", 0),
        (SOUND, ["ask", "--topic", "hirng"], "", 2),
        ("no front matter", ["prepare", "Rosalind Okafor"], "", 1),
        (SOUND, ["prepare", "Ken Abara"], "extends: nothing\n", 2),
        (SOUND, ["pdf"], "", 2),
        (SOUND, ["due"], "", 0),
        (SOUND, ["due", "--all", "--until", "2026-12-24"], "", 2),
    ],
)
def test_exit_codes_are_as_listed(
    tmp_path: Path, interview: str, arguments: list[str], rubric: str, code: int
):
    done = run(tmp_path, interview, *arguments, rubric=rubric)
    assert done.exit_code == code, done.output


# Findings


@pytest.mark.parametrize("document", ["README", "checking"])
def test_the_sample_finding_is_what_the_command_prints(tmp_path: Path, document: str):
    finding, _, summary = run(tmp_path, ROSALIND, "check").stdout.rpartition("\n\n")
    assert summary == "1 interview: 1 error\n"
    assert f"```text\n{finding}\n```\n" in DOCUMENTS[document]


def test_the_sample_of_json_is_what_the_command_prints(tmp_path: Path):
    shown = re.search(r"```json\n(.*?)```", GUIDE["checking"], re.DOTALL)
    assert shown
    printed = run(tmp_path, ROSALIND, "check", "--format", "json").stdout
    assert json.loads(shown[1]) == json.loads(printed)
    assert shown[1] == printed


def test_the_sample_of_a_workflow_command_is_what_the_command_prints(tmp_path: Path):
    printed = run(tmp_path, ROSALIND, "check", "--format", "github").stdout
    assert f"```text\n{printed}```" in GUIDE["checking"]


def test_every_severity_is_explained():
    said = rows(section(GUIDE["checking"], "How much a finding weighs"))
    assert [plain(row[0]) for row in said] == list(Severity)


def test_the_steps_of_the_guide_lead_to_the_line_that_it_shows(tmp_path: Path):
    shown = {match["title"]: match["text"] for match in FENCED.finditer(GUIDE["index"])}
    name, alias = re.findall(r"Answer the last two with `(.+?)`.* `(.+?)`", GUIDE["index"])[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        made = CliRunner().invoke(main, ["init", ".", "--yes", "--name", name, "--alias", alias])
        assert made.exit_code == 0, made.output
        for title in (WITHOUT_NAME, "private/a-clinical-data-engineer.yml"):
            assert f"wrote: {title}\n" in made.output
            Path(title).write_text(shown[title], encoding="utf-8")
        assert f"```text\n{CliRunner().invoke(main, ['check']).stdout}```" in GUIDE["index"]


# The file format


def test_every_key_is_in_the_guide():
    said = {
        plain(part)
        for row in rows(GUIDE["file-format"])
        for cell in row[:2]
        for part in cell.split(", ")
    }
    assert said >= KEYS | ITEM_KEYS


@pytest.mark.parametrize("key", CHOICES)
def test_every_choice_is_in_the_guide(key: str):
    said = next(row for row in rows(GUIDE["file-format"]) if plain(row[0]) == key)
    assert re.findall(r"`([\w-]+)`", said[1]) == list(CHOICES[key])


def test_the_required_keys_are_named():
    *most, last = (f"`{key}`" for key in REQUIRED)
    assert f"asks for five of them: {', '.join(most)} and {last}." in GUIDE["file-format"]


def test_the_first_example_has_every_key():
    first = next(FENCED.finditer(GUIDE["file-format"]))
    interview, _ = read(first["text"])
    assert interview
    keys = {entry.key.text for entry in interview.front_matter.entries}
    assert keys >= KEYS - {"mononym", "forgotten"}


@pytest.mark.parametrize("block", blocks("markdown"))
def test_examples_of_interviews_read_without_a_finding(block: Block):
    if block.title == WITHOUT_NAME:
        assert [one.check for one in findings_of(block.text)] == ["missing-name"]
    elif not block.text.startswith("---\n"):
        assert block.title == "docs/index.md"
    elif block.title == BROKEN:
        assert Severity.ERROR in {finding.severity for finding in read(block.text)[1]}
    else:
        assert findings_of(block.text) == []


@pytest.mark.parametrize("block", blocks("yaml", title=""))
def test_examples_of_keys_read_without_a_finding(block: Block):
    _, findings = read(f"---\n{block.text}---\n\nWe met.\n")
    assert findings == []


def traps() -> list[list[str]]:
    return [
        [cell.strip("`") for cell in row]
        for row in rows(section(GUIDE["file-format"], "Rules of YAML that bite"))
    ]


def in_front_matter(line: str) -> str:
    lines = f"questions:\n  {line}" if line.startswith("-") else line
    return f"---\n{lines}\nindustry: Healthcare\n---\n\nWe met.\n"


@pytest.mark.parametrize(("written", "trouble", "instead"), traps())
def test_each_trap_is_found_and_its_correction_is_not(written: str, trouble: str, instead: str):
    _, findings = read(in_front_matter(written))
    assert [finding.place.line for finding in findings]
    assert read(in_front_matter(instead))[1] == []


@pytest.mark.parametrize(
    ("question", "heading", "verdict"),
    rows(section(GUIDE["file-format"], "Headings that repeat a question")),
)
def test_headings_answer_questions_as_the_guide_says(question: str, heading: str, verdict: str):
    interview, _ = read(
        f"---\nquestions:\n  - {plain(question)}\n---\n\n{plain(heading)}\n\nAn answer.\n"
    )
    assert interview
    assert verdict.startswith(("yes", "no"))
    assert bool(interview.questions[0].answer) is verdict.startswith("yes")
    assert comparable(interview.questions[0].ask)


def published(interview: str) -> str:
    """All public pages of a portfolio of one interview."""
    record, findings = read(interview)
    file = ReadFile(
        path=Path("rosalind-okafor.md"),
        address="rosalind-okafor",
        source=None,
        interview=record,
        findings=tuple(findings),
    )
    corpus = Corpus(files=(file,))
    report = grade(corpus, built_in(DEFAULT_COURSE), TODAY)
    public = public_report(report, public_people(corpus, TODAY))
    return "".join(page.path + page.markdown for page in make_pages(Portfolio(report=public)))


def test_published_pages_act_on_consent_as_the_documents_say():
    assert "Rosalind Okafor" in published(SOUND)
    unnamed = SOUND.replace("consent: {name: true", "alias: An engineer\nconsent: {quotes: true")
    shown = published(unnamed.replace("We spoke", "Rosalind spoke"))
    assert "An engineer" in shown
    assert "osalind" not in shown
    assert "kafor" not in shown
    assert "Nobody is named on the site who did not agree to it" in README.partition("\n## ")[0]
    assert "only if the file holds a `consent`" in GUIDE["index"]
    assert "The public site shows what was agreed to and no more." in GUIDE["file-format"]
    for text in DOCUMENTS.values():
        assert "not act on" not in text


def test_what_can_be_agreed_to_and_kept_private_is_in_the_guide():
    said = section(GUIDE["consent"], "Write it down")
    assert [plain(row[0]) for row in rows(said)] == list(Agreed)
    said = section(GUIDE["consent"], "Keep it apart")
    assert {key for row in rows(said) for key in re.findall(r"`(\w+)`", row[0])} == PRIVATE_KEYS


@pytest.mark.parametrize("block", blocks("yaml", title="private/2026/a-nurse.yml"))
def test_examples_of_private_files_read_without_a_finding(block: Block):
    private, findings = parse_private(Source(block.title, block.text))
    assert findings == []
    assert private
    assert private.name


def test_the_editions_are_in_the_guide():
    said = rows(section(GUIDE["consent"], "Two editions"))
    assert [plain(row[0]) for row in said] == list(Edition)
    for document in ("README", "consent", "site", "index"):
        assert f"{VARIABLE}={Edition.INSTRUCTOR} " in code_of(DOCUMENTS[document])
    for document in ("README", "consent", "site", "instructors"):
        assert f"site{SUFFIX}.zip" in code_of(DOCUMENTS[document])


def test_research_and_drafts_are_on_no_page():
    assert "blue notebook" not in published(
        SOUND.replace("title:", "research: blue notebook\ntitle:")
    )
    assert "Rosalind" not in published(SOUND.replace("title:", "draft: true\ntitle:"))


# The rubric


def test_every_check_of_a_rubric_is_in_the_guide():
    tables = rows(section(GUIDE["rubric"], "All checks"))
    said = {plain(row[0]): row[1:] for row in tables if len(row) == 4}
    assert said.keys() == rubric_checks().keys()
    for id, made in rubric_checks().items():
        _, options, measures = said[id]
        assert measures == (made.measures or "–"), id
        shown = re.findall(r"`(\w+)`(?: \(([^)]+) if left out\))?", options)
        assert shown == [(one.name, as_written(one.default)) for one in fields(made.options)], id


def test_every_field_that_checks_can_be_used_on_is_in_the_guide():
    said = code_of(section(GUIDE["rubric"], "All checks")).replace("…", "").splitlines()
    assert {field for made in rubric_checks().values() for field in made.fields} <= set(said)


def test_every_record_is_in_the_guide():
    [said] = re.findall(r"^`record` of .* can be (.*)\. As", GUIDE["rubric"], re.MULTILINE)
    assert tuple(re.findall(r"`([a-z-]+)`", said)) == tuple(RECORDS)


def as_written(default: object) -> str:
    """The default of an option as a rubric has it; empty where it must be given."""
    if default is MISSING:
        return ""
    return str(default).lower() if default not in (None, "", ()) else "none"


@pytest.mark.parametrize(
    ("table", "kind", "others"),
    [
        ("Of the file", Rubric, ["extends", "drop"]),
        ("Of a criterion", Criterion, []),
        ("Of a level", Level, []),
        ("Of a group", Group, []),
        ("Of a stage", Stage, []),
    ],
)
def test_every_key_of_a_rubric_is_in_the_guide(table: str, kind: type, others: list[str]):
    after = section(GUIDE["rubric"], "All keys").partition(f"**{table}:**")[2]
    said = {plain(row[0]): row[1] for row in rows(after.partition("\n**")[0])}
    assert sorted(said) == sorted([*(field.name for field in fields(kind)), *others])
    for field in fields(kind):
        is_required = field.default is MISSING and kind is not Rubric
        assert said[field.name].endswith("; required") is is_required


def test_the_words_that_join_checks_are_in_the_guide():
    asked = section(GUIDE["rubric"], "The rubric")
    for word in JOINTS:
        assert f"{word}:" in code_of(asked)


def test_the_sample_of_a_broken_rubric_is_what_the_command_prints(tmp_path: Path):
    rubric = next(FENCED.finditer(section(GUIDE["rubric"], "A first criterion")))["text"]
    broken = rubric.replace("at_least", "atleast")
    done = run(tmp_path, SOUND, "check", rubric=broken)
    assert done.exit_code == EXIT_USAGE
    assert f"```text\n{done.output.strip()}\n```" in GUIDE["rubric"]


def test_the_list_of_built_in_rubrics_is_complete():
    said = rows(section(GUIDE["rubric"], "Taking over a built-in rubric"))
    assert [plain(row[0]) for row in said] == courses()


def test_the_thresholds_of_the_built_in_rubric_are_as_the_guide_says():
    asked = {
        applied.options.field: applied.options.at_least
        for criterion in built_in(DEFAULT_COURSE).criteria
        for applied in criterion.checks
        if hasattr(applied.options, "at_least") and hasattr(applied.options, "field")
    }
    assert asked == {"questions": 3, "learnings": 15, "applications": 10}
    for said in (
        "at least 3 questions",
        "at least 15 words on what was learnt",
        "at least 10 on how it will be applied",
    ):
        assert said in GUIDE["rubric"]
        assert said in GUIDE["instructors"]


@pytest.mark.parametrize("block", blocks("yaml", title="rubric.yml"))
def test_examples_of_rubrics_can_be_used(block: Block):
    if block.document == "CONTRIBUTING":
        return  # it names the check that is made there; see below
    rubric, findings = parse_rubric(Source("rubric.yml", block.text))
    assert findings == []
    assert rubric


# Grading

SCORED = """\
criteria:
  - {id: reflection, title: Reflection, levels: [{label: Target, points: 10}]}
  - {id: story, title: Story, points: 3, scope: portfolio}
"""


@pytest.mark.parametrize("block", blocks("yaml", title="scores.yml"))
def test_examples_of_scores_read_without_a_finding(block: Block):
    rubric, _ = parse_rubric(Source("rubric.yml", SCORED))
    assert rubric
    scores, findings = parse_scores(
        Source("scores.yml", block.text), rubric, ["rosalind-okafor"], TODAY
    )
    assert findings == []
    assert scores.all


def test_every_key_of_a_score_is_in_the_guide():
    said = rows(section(GUIDE["grading"], "What people said: scores.yml"))
    assert [plain(row[0]) for row in said] == [field.name for field in fields(Score)]


def test_every_state_is_in_the_guide():
    said = [plain(row[0]) for row in rows(section(GUIDE["grading"], "Grading"))]
    assert said[: len(State)] == list(State)


def test_the_sample_of_grades_is_what_the_command_prints():
    printed = (HOME / "tests" / "rubric" / "reports" / "text.txt").read_text(encoding="utf-8")
    [shown] = re.findall(r"```text\n(.*?)```", GUIDE["grading"], re.DOTALL)
    assert shown in printed


def test_every_key_of_the_grades_is_in_the_guide():
    printed = (HOME / "tests" / "rubric" / "reports" / "json.txt").read_text(encoding="utf-8")
    said = section(GUIDE["grading"], "`--format json`")
    whole = json.loads(printed)
    row = whole["interviews"][0]["rows"][0]
    for key in (*whole, *whole["interviews"][0], *whole["total"], *whole["rubric"], *row):
        assert f"`{key}`" in said, key


# Preparing


def test_the_sample_of_questions_is_what_the_command_prints(tmp_path: Path):
    printed = run(tmp_path, SOUND, "ask", "--topic", "referrals").stdout
    assert f"```text\n{printed}```" in GUIDE["preparing"]


def test_every_key_and_column_of_the_questions_is_in_the_guide(tmp_path: Path):
    printed = run(tmp_path, SOUND, "ask", "--starter", "--format", "json").stdout
    said = section(GUIDE["preparing"], "For other programs")
    for key in {key for question in json.loads(printed) for key in question} | set(COLUMNS):
        assert f"`{key}`" in said, key


def test_a_sample_of_the_reasons_is_what_the_command_prints(tmp_path: Path):
    printed = run(tmp_path, SOUND, "prepare", "Ken Abara", "--topic", "hiring", "--dry-run").stdout
    reason = "nobody has been asked about hiring yet"
    assert reason in printed
    assert f"`{reason}`" in GUIDE["preparing"]


# The site


def test_every_option_of_the_plugin_is_in_the_guide():
    from shoptalk.hosts.mkdocs_options import ShoptalkConfig

    said = {plain(row[0]): plain(row[1]) for row in rows(section(GUIDE["site"], "Options"))}
    known = {name: option.default for name, option in ShoptalkConfig()._schema}
    assert said == {
        name: default if isinstance(default, str) else str(default).lower()
        for name, default in known.items()
    }


@pytest.mark.parametrize("block", blocks("yaml", title="mkdocs.yml"))
def test_examples_of_settings_use_options_that_exist(block: Block):
    from shoptalk.hosts.mkdocs_options import ShoptalkConfig

    settings = yaml.safe_load(block.text)
    assert settings.get("theme", {}).get("name", "material") == "material"
    for plugin in settings.get("plugins", []):
        if isinstance(plugin, dict):
            assert plugin["shoptalk"].keys() <= {name for name, _ in ShoptalkConfig()._schema}


def test_every_block_is_in_the_guide():
    said = rows(section(GUIDE["site"], "Blocks for your own pages"))
    assert [plain(row[0]) for row in said] == [f"<!-- shoptalk/{name} -->" for name in BLOCKS]


def test_every_field_of_the_filter_of_conversations_is_in_the_guide():
    text = section(GUIDE["site"], "Finding a conversation")
    said = {plain(row[0]): row[1] for row in rows(text)}
    menus = [name for name in TITLES if name != "month"]
    assert list(said) == ["words", *menus, "from", "to", "sort"]
    template = (TEMPLATES / "interviews-filter.md.jinja").read_text(encoding="utf-8")
    orders = re.findall(r'<option value="(\w+)">', template)
    assert re.findall(r"`([\w-]+)`", said["sort"]) == orders
    assert re.findall(r"`([\w-]+)`", said["route"]) == list(CHOICES["route"])
    assert FEWEST == 4
    assert text.lstrip().startswith("From four conversations on")


def test_the_guide_names_the_limits_of_pages():
    shown = dict(rows(section(GUIDE["site"], "Its pages")))
    words = {60: "sixty", 20: "twenty"}
    assert f"more than {words[MOST_TOGETHER]} learnings" in shown["`insights/<topic>/`"]
    assert f"more than {words[MOST_ON_FIRST]} things" in shown["`insights/plans/`"]
    assert MOST_IN_BLOCK == MOST_OF_OTHERS == 5


def test_the_files_for_programs_are_in_the_guide():
    shown = dict(rows(section(GUIDE["site"], "For programs, previews and search engines")))
    assert {FEED, DATA, SCHEMA, "sitemap.xml"} == {name.strip("`") for name in shown}
    assert MOST_IN_FEED == 30
    assert "the thirty latest conversations" in shown[f"`{FEED}`"]


def test_html_is_kept_and_taken_out_as_the_guide_says():
    said = section(GUIDE["site"], "HTML in a write-up")
    with_content, alone = re.findall(r"^- \*\*Taken out.*$", said, re.MULTILINE)
    assert set(re.findall(r"<(\w+)>", with_content)) == CONTENT_IS_CODE
    assert TAGS.isdisjoint(re.findall(r"<(\w+)>", alone))
    assert "details" in TAGS


# All documents


@pytest.mark.parametrize("document", GUIDE)
def test_pages_of_the_guide_have_a_title_and_one_heading(document: str):
    opening, _, body = GUIDE[document].partition("---\n")[2].partition("---\n")
    assert yaml.safe_load(opening)["title"]
    assert len(re.findall(r"^# ", FENCED.sub("", body), re.MULTILINE)) == 1


@pytest.mark.parametrize("document", DOCUMENTS)
def test_relative_links_lead_somewhere(document: str):
    base = HOME / "docs" / "guide" if document in GUIDE else HOME
    text = re.sub(r"`[^`\n]+`", "", FENCED.sub("", DOCUMENTS[document]))
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        file = base / path if path else base / f"{document}.md"
        assert file.is_file(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in map(slug, headings), target


def test_the_folders_of_the_readme_are_there():
    for row in rows(section(README, "Where things are")):
        for path in row[0].split(", "):
            assert (HOME / plain(path)).exists(), path


def test_the_readme_leads_to_every_page_of_the_guide():
    pages = {f"docs/guide/{page.name}" for page in (HOME / "docs" / "guide").glob("*.md")}
    assert pages <= set(re.findall(r"\]\(([^)#]+)", section(README, "Where things are")))


def test_the_first_page_leads_to_every_other():
    linked = set(re.findall(r"\]\(([\w-]+\.md)", section(GUIDE["index"], "Where to go next")))
    assert linked == {page.name for page in (HOME / "docs" / "guide").glob("*.md")} - {"index.md"}


def test_every_picture_is_shown():
    shown = "".join(DOCUMENTS.values())
    for picture in (HOME / "docs" / "guide" / "pictures").iterdir():
        assert f"pictures/{picture.name})" in shown


def test_contributing_names_the_rooms():
    rooms = [plain(row[0]).rstrip("/") for row in rows(section(CONTRIBUTING, "The house"))]
    package = HOME / "plugins" / "shoptalk"
    assert {*rooms, "starter", "commands", "classes"} == {
        file.parent.name for file in package.glob("*/__init__.py")
    }


@pytest.mark.parametrize(
    ("number", "record"), list(enumerate(DECISIONS, 1)), ids=[record.stem for record in DECISIONS]
)
def test_decisions_are_short_and_numbered(number: int, record: Path):
    text = record.read_text(encoding="utf-8")
    assert record.name.startswith(f"{number:04}-")
    assert text.startswith(f"# {number}. ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= 25


# The check that CONTRIBUTING adds

ADDED = "short-conversation"
ADD_IT = """\
import sys
import shoptalk.rubric.checks
shoptalk.rubric.checks.__path__.append(sys.argv.pop(1))
"""
"""Lets the checks be found in one more folder."""


def titled(title: str) -> str:
    found = [match["text"] for match in FENCED.finditer(CONTRIBUTING) if match["title"] == title]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def added(tmp_path: Path):
    """Runs a program in a portfolio, in a process that has the added check."""
    (tmp_path / "checks").mkdir()
    check = titled("plugins/shoptalk/rubric/checks/short_conversation.py")
    (tmp_path / "checks" / "short_conversation.py").write_text(check, encoding="utf-8")
    (tmp_path / "interviews").mkdir()
    interview = SOUND.replace("questions:", "minutes: 10\nquestions:")
    (tmp_path / "interviews" / "rosalind-okafor.md").write_text(interview, encoding="utf-8")
    (tmp_path / "rubric.yml").write_text(titled("rubric.yml"), encoding="utf-8")

    def run_with_it(program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", ADD_IT + program, str(tmp_path / "checks"), *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
        )

    return run_with_it


COMMAND = "from shoptalk.cli import main\nmain(prog_name='shoptalk')\n"


def test_the_added_check_finds_what_contributing_shows(added):
    done = added(COMMAND, "check")
    finding, _, summary = done.stdout.rpartition("\n\n")
    assert summary == "1 interview: 1 warning\n", done.stderr
    assert f"```text\n{finding}\n```" in CONTRIBUTING


def test_the_added_check_explains_itself(added):
    done = added(COMMAND, "explain", ADDED)
    assert done.stdout.startswith(f"## {ADDED}\n\n*warning*\n"), done.stderr
    assert "Leave the number as it is" in done.stdout
    assert "`at_least`" in done.stdout


def test_the_test_of_the_added_check_passes(added, tmp_path: Path):
    test = titled("tests/rubric/test_short_conversation.py")
    (tmp_path / "test_it.py").write_text(test, encoding="utf-8")
    run_pytest = (
        f"import pytest\nsys.path.append({str(HOME / 'tests')!r})\n"
        "sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', 'test_it.py']))"
    )
    done = added(run_pytest)
    assert "4 passed" in done.stdout, done.stdout + done.stderr
