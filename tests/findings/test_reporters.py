"""Findings as text, JSON and workflow commands."""

import json

import click
import pytest

from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.findings.reporters import github, summary, text
from shoptalk.findings.reporters import json as json_reporter


def finding(line="title: Ann: x", column=11, width=1, **more):
    place = Place(path="interviews/ann.md", line=3, column=column, width=width, source_line=line)
    said = {
        "check": "colon-in-value",
        "severity": Severity.ERROR,
        "message": "there is a colon",
        "help": "put it in quotes",
        "correction": ('title: "Ann: x"',),
    }
    return Finding(place=place, **{**said, **more})


def test_text():
    assert text.render_findings([finding()]) == (
        "interviews/ann.md:3:11: error: there is a colon [colon-in-value]\n"
        "  3 | title: Ann: x\n"
        "    |           ^\n"
        "  help: put it in quotes:\n"
        '    | title: "Ann: x"\n'
        "\n"
    )


def test_text_of_no_findings_is_empty():
    assert text.render_findings([]) == ""


def test_text_without_help_or_line():
    bare = finding(line="", help="", correction=(), severity=Severity.NOTE)
    assert text.render_finding(bare) == (
        "interviews/ann.md:3:11: note: there is a colon [colon-in-value]"
    )


def test_a_question_needs_no_colon_before_the_corrected_line():
    asked = finding(help="did you mean 'title'?")
    assert "  help: did you mean 'title'?\n" in text.render_finding(asked)
    assert asked.advice == "did you mean 'title'?\ntitle: \"Ann: x\""


def test_line_numbers_and_carets_stand_in_line():
    place = Place(path="a.md", line=1234, column=3, width=2, source_line="abcdef")
    rendered = text.render_finding(Finding(**as_dict(finding(), place)))
    assert rendered.splitlines()[1:3] == ["  1234 | abcdef", "       |   ^^"]


def as_dict(found, place):
    return {
        "check": found.check,
        "severity": found.severity,
        "place": place,
        "message": found.message,
        "help": "",
    }


@pytest.mark.parametrize(
    ("line", "column", "width", "excerpt", "caret"),
    [
        ("name: 王小明: x", 10, 1, "name: 王小明: x", "            ^"),
        ("name: 王小明", 7, 3, "name: 王小明", "      ^^^^^^"),
        ("a\u0301b: x", 4, 1, "a\u0301b: x", "  ^"),
        ("नमस्ते: x", 7, 1, "नमस्ते: x", "    ^"),
        ("\ta: b: c", 5, 1, "→ a: b: c", "     ^"),
        ("a:\u00a0b", 3, 1, "a:␣b", "  ^"),
        ("a:\u00a0b: c", 5, 1, "a:\u00a0b: c", "    ^"),
        ("ab", 9, 1, "ab", "  ^"),
    ],
)
def test_caret_stands_below_its_character(line, column, width, excerpt, caret):
    rendered = text.render_finding(finding(line=line, column=column, width=width))
    assert rendered.splitlines()[1:3] == [f"  3 | {excerpt}", f"    | {caret}"]


def test_long_lines_are_cut_around_the_fault():
    line = "a" * 300 + "!" + "b" * 300
    rendered = text.render_finding(finding(line=line, column=301, correction=(line + "!",)))
    shown_line, caret, _, mended = rendered.splitlines()[1:]
    assert shown_line == "  3 | …" + "a" * 50 + "!" + "b" * 49 + "…"
    assert caret == "    | " + " " * 51 + "^"
    assert mended == "    | …" + "a" * 50 + "!" + "b" * 49 + "…"


def test_the_end_of_a_long_line_is_shown_whole():
    line = "a" * 300 + "!"
    shown_line, caret = text.render_finding(finding(line=line, column=301)).splitlines()[1:3]
    assert shown_line == "  3 | …" + "a" * 99 + "!"
    assert caret == "    | " + " " * 100 + "^"


def test_a_wide_fault_gets_no_caret_beyond_what_is_shown():
    line = "a" * 300
    rendered = text.render_finding(finding(line=line, column=1, width=300))
    shown_line, caret = rendered.splitlines()[1:3]
    assert caret.count("^") == 100
    assert shown_line.endswith("…")


STEERING = "\x1b[31m\x07\x9b\u202e\u2066\u200b\u2028\x85\ufeff\x00\udcff\ue000"


@pytest.mark.parametrize("part", ["line", "message", "help", "correction", "path"])
def test_no_steering_character_reaches_a_terminal_or_a_log(part):
    if part == "path":
        found = Finding(**{**as_dict(finding(), Place(path=f"a{STEERING}.md"))})
    else:
        value = (f"x{STEERING}",) if part == "correction" else f"x{STEERING}"
        found = finding(**{part: value})
    for rendered in (text.render_findings([found]), github.render_findings([found])):
        assert not set(rendered) & set(STEERING.replace("[31m", ""))
    if part != "path":
        assert "<U+202E>" in text.render_findings([found])


def test_letters_of_all_scripts_and_emoji_are_printed_as_they_are():
    names = ("María José", "هدى", "שרה", "王小明", "👩\u200d💻", "می\u200cخواهم", "“x” – y…")
    for written in names:
        assert text.visible(written) == written


def test_stacked_accents_do_not_cover_other_lines():
    assert text.visible("a" + "\u0301" * 600 + "b") == "a<marks>b"
    assert text.visible("Ê\u0301\u0323") == "Ê\u0301\u0323"


def test_colours():
    rendered = text.render_finding(finding(), click.style)
    assert click.unstyle(rendered) == text.render_finding(finding())
    assert "\x1b[31m" in rendered
    assert "\x1b[33m" in text.render_finding(finding(severity=Severity.WARNING), click.style)


def test_json():
    rendered = json.loads(json_reporter.render_findings([finding()], 6))
    assert rendered == {
        "findings": [
            {
                "path": "interviews/ann.md",
                "line": 3,
                "column": 11,
                "severity": "error",
                "check": "colon-in-value",
                "message": "there is a colon",
                "help": 'put it in quotes:\ntitle: "Ann: x"',
            }
        ],
        "summary": {"files": 6, "errors": 1, "warnings": 0, "notes": 0},
    }


def test_json_of_no_findings():
    assert json.loads(json_reporter.render_findings([], 0)) == {
        "findings": [],
        "summary": {"files": 0, "errors": 0, "warnings": 0, "notes": 0},
    }


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")]
)
def test_github(severity, command):
    assert github.render_findings([finding(severity=Severity(severity))]) == (
        f"::{command} file=interviews/ann.md,line=3,col=11,title=colon-in-value::"
        'there is a colon%0Ahelp: put it in quotes:%0Atitle: "Ann: x"\n'
    )


def test_github_escapes_what_would_end_a_command_or_a_property():
    found = finding(message="100%\r\n::error::x", help="", correction=())
    place = Place(path="a,b:c%.md")
    again = Finding(**{**as_dict(found, place), "message": found.message})
    assert github.render_findings([again]) == (
        "::error file=a%2Cb%3Ac%25.md,line=1,col=1,title=colon-in-value::"
        "100%25<U+000D>%0A::error::x\n"
    )


@pytest.mark.parametrize(
    ("severities", "files", "line"),
    [
        ([], 0, "0 interviews: nothing to mend"),
        ([], 1, "1 interview: nothing to mend"),
        (["error"], 6, "6 interviews: 1 error"),
        (["warning", "error", "note", "warning"], 6, "6 interviews: 1 error, 2 warnings, 1 note"),
        (["note"] * 1200, 6000, "6,000 interviews: 1,200 notes"),
    ],
)
def test_summary(severities, files, line):
    found = [finding(severity=Severity(severity)) for severity in severities]
    assert summary.render_summary(found, files) == line


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("a", "'a'"),
        (" a\n  b\t c ", "'a b c'"),
        ("a" * 40, f"'{'a' * 40}'"),
        ("a" * 41, f"'{'a' * 39}…'"),
        ("", "''"),
    ],
)
def test_measured_texts_are_short_and_on_one_line(written, quoted):
    assert shown(written) == quoted


def test_findings_are_in_the_order_of_the_file():
    def at(path, line, column, check):
        place = Place(path=path, line=line, column=column)
        return Finding(**{**as_dict(finding(), place), "check": check})

    in_order = [at("a", 1, 2, "x"), at("a", 2, 1, "a"), at("a", 2, 1, "b"), at("b", 1, 1, "a")]
    mixed = [in_order[number] for number in (2, 0, 3, 1)]
    assert sorted(mixed, key=lambda found: found.sort_key) == in_order
