"""`same_as` and `not_same` that change nothing are named, with the wording that may be meant."""

from datetime import date
from pathlib import Path

import pytest
from questions.test_bank import DISLIKE, ENJOY, LIKE, listed, read

from shoptalk.checking import check_portfolio
from shoptalk.dividing import Share, Work, check_share
from shoptalk.findings.reporters.text import render_finding
from shoptalk.questions.override_faults import check_overrides
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.folder import FoundFile
from shoptalk.rubric.scores import NO_SCORES

BED = "What gets you out of bed in the morning?"


def said(*files: ReadFile) -> list[str]:
    checked = check_overrides(files)
    return [
        render_finding(found)
        for file, before in zip(checked, files, strict=True)
        for found in file.findings[len(before.findings) :]
    ]


def test_a_slip_in_same_as_is_named_with_what_was_meant() -> None:
    slip = "ask: Why do you get up?\n    same_as: What gets you out of bath in the morning?"
    assert said(read("Ada", listed("questions", BED)), read("Bo", listed("questions", slip))) == [
        "Bo.md:5:14: warning: no other question asks 'What gets you out of bath in the morning?', "
        "so this joins the question to nothing [idle-same-as]\n"
        "  5 |     same_as: What gets you out of bath in the morning?\n"
        "    |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  help: name another question as it is worded there:\n"
        f"    |     same_as: {BED}"
    ]


def test_not_same_as_something_else_anyway_is_named() -> None:
    idle = f"ask: {DISLIKE}\n    not_same: {LIKE}"
    [finding] = said(read("Ada", listed("questions", LIKE, idle)))
    assert finding.startswith(
        "Ada.md:6:15: warning: the bank does not join this question to "
        "'What do you like about your job?' anyway [idle-not-same]\n"
    )


@pytest.mark.parametrize(
    "questions",
    [
        [LIKE, f"ask: Why bread?\n    same_as: {LIKE}"],
        [f"ask: Why bread?\n    same_as: {BED}", f"ask: Why salt?\n    same_as: {BED}"],
        [LIKE, f"ask: {ENJOY}\n    not_same: {LIKE}"],
        [LIKE, DISLIKE],
    ],
)
def test_nothing_is_said_of_what_has_an_effect(questions: list[str]) -> None:
    assert said(read("Ada", listed("questions", *questions))) == []


def test_planned_questions_count_and_are_looked_at_too() -> None:
    planned = listed("planned", BED, "ask: Why bread?\n    same_as: Why salt?")
    asked = listed("questions", f"ask: Why rise?\n    same_as: {BED}")
    [finding] = said(read("Ada", asked + planned))
    assert finding.startswith("Ada.md:9:14: warning: no other question asks 'Why salt?'")


def test_the_check_says_so_however_it_is_divided(tmp_path: Path) -> None:
    folder = tmp_path / "interviews"
    folder.mkdir()
    for name, asked in (("ada", LIKE), ("bo", "ask: Why bread?\n    same_as: Why salt?")):
        text = f"---\nname: {name}\n{listed('questions', asked)}---\n\nText.\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    found = check_portfolio([tmp_path], tmp_path).findings
    divided = check_portfolio([tmp_path], tmp_path, worth_a_process=1).findings
    assert "idle-same-as" in {finding.check for finding in found}
    assert divided == found


def test_a_share_that_needs_the_others_says_so(tmp_path: Path) -> None:
    path = tmp_path / "bo.md"
    path.write_text("---\nquestions: [{ask: Why bread?, same_as: Why salt?}]\n---\n")
    work = Work(rubric_path=None, here=tmp_path, today=date(2026, 11, 22))
    share = Share(work=work, files=[FoundFile(str(path), "bo")], scores=NO_SCORES)
    assert check_share(share) is None
