"""Reading what people said, adding to it, and what is said of a file that is broken."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.text import render_findings
from shoptalk.mending.yaml_edit import NoPlace
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.source import Source
from shoptalk.rubric.rubric import Judge
from shoptalk.rubric.rubric_file import parse_rubric
from shoptalk.rubric.score_entry import HEAD, with_score
from shoptalk.rubric.score_file import parse_scores, read_scores
from shoptalk.rubric.scores import NO_SCORES, Score, Scores, fingerprint

TODAY = date(2026, 11, 22)
ADDRESSES = ["ken", "2026/rosalind"]
RUBRIC, _ = parse_rubric(
    Source(
        "rubric.yml",
        """\
criteria:
  - id: insight
    title: Insight
    levels: [{label: "Target, or more", points: 10}, {label: Starting, points: 5}]
  - {id: courtesy, title: Courtesy}
  - {id: story, title: Story, scope: portfolio, points: 3}
""",
    )
)
assert RUBRIC
ONE = Score(criterion="insight", interview="ken", level="Starting", who="JM", when=TODAY)


def read(text: str) -> tuple[Scores, list[Finding]]:
    assert RUBRIC
    return parse_scores(Source("scores.yml", text), RUBRIC, ADDRESSES, TODAY)


def said(*lines: str) -> str:
    """All findings of a file with these scores, as text."""
    return render_findings(read("scores:\n" + "".join(f"  - {line}\n" for line in lines))[1])


def test_scores_are_read():
    scores, findings = read(
        "# whatever\n"
        "scores:\n"
        "  - criterion: insight\n"
        "    interview: 2026/rosalind\n"
        "    level: target, or more\n"
        "    points: 9.5\n"
        "    judge: peer\n"
        "    who: JM\n"
        "    when: 2026-11-20\n"
        "    comment: Clear.\n"
        "    write_up: 0123456789ab\n"
        "  - {criterion: courtesy, interview: ken, level: Not met, who: JM, when: 2026-11-20}\n"
        "  - {criterion: story, points: 2, who: JM, when: 2026-11-20}\n"
    )
    assert findings == []
    first, second, third = scores.all
    assert first == Score(
        criterion="insight",
        interview="2026/rosalind",
        level="target, or more",
        points=9.5,
        judge=Judge.PEER,
        who="JM",
        when=date(2026, 11, 20),
        comment="Clear.",
        write_up="0123456789ab",
    )
    assert (second.level, second.judge) == ("Not met", Judge.HUMAN)
    assert (third.interview, third.points) == ("", 2)


def test_the_latest_score_comes_last():
    scores = Scores(
        (
            ONE,
            Score(
                criterion="insight",
                interview="ken",
                level="Target, or more",
                who="JM",
                when=date(2026, 1, 1),
            ),
        )
    )
    assert [one.level for one in scores.of("insight", "ken")] == [
        "Target, or more",
        "Starting",
    ]
    assert scores.of("insight") == ()
    assert NO_SCORES.of("insight", "ken") == ()


def test_a_fingerprint_changes_with_the_text_and_not_with_its_line_ends():
    def of(*texts: str) -> str:
        return fingerprint(
            ReadFile(path="", address="", source=Source("", text), interview=None, findings=())
            for text in texts
        )

    assert of("a", "b") != of("ab")
    assert of("a") != of("b")
    assert len(of("a")) == 12
    unreadable = ReadFile(path="", address="", source=None, interview=None, findings=())
    assert fingerprint([unreadable]) == of()


@pytest.mark.parametrize(
    ("score", "message", "correction"),
    [
        (
            "{criterion: insigt, interview: ken, level: Starting, who: JM, when: 2026-11-20}",
            "2:17: error: the rubric has no criterion 'insigt' [unknown-scored-criterion]",
            "  - {criterion: insight, interview: ken, level: Starting, who: JM, when: 2026-11-20}",
        ),
        (
            "{criterion: insight, interview: interviews/ken.md, points: 1, who: J, when: 2026-1-2}",
            "2:37: error: there is no interview 'interviews/ken.md' [unknown-scored-interview]",
            "interview: ken, points",
        ),
        (
            "{criterion: insight, interview: rosalind, level: Starting, who: JM, when: 2026-11-20}",
            "there is no interview 'rosalind'",
            "interview: 2026/rosalind, level",
        ),
        (
            "{criterion: story, interview: ken, points: 1, who: JM, when: 2026-11-20}",
            "'story' is about the portfolio, and the score names an interview [score-out-of-scope]",
            "  - {criterion: story, points: 1, who: JM, when: 2026-11-20}",
        ),
        (
            "{criterion: courtesy, level: met, who: JM, when: 2026-11-20}",
            "'courtesy' is about each interview, and the score names none [score-out-of-scope]",
            "when: 2026-11-20, interview: …}",
        ),
        (
            "{criterion: insight, interview: ken, level: Targt or more, who: J, when: 2026-1-2}",
            "'insight' has no level 'Targt or more' [unknown-level]",
            'level: "Target, or more", who',
        ),
        (
            "{criterion: courtesy, interview: ken, level: Starting, who: JM, when: 2026-11-20}",
            "'courtesy' has no level 'Starting' [unknown-level]",
            "help: choose one of these (met, not met)",
        ),
        (
            "{criterion: courtesy, interview: ken, who: JM, when: 2026-11-20}",
            "the score for 'courtesy' has neither a level nor points [score-without-level]",
            "when: 2026-11-20, level: …}",
        ),
        (
            "{criterion: insight, interview: ken, points: 11, who: JM, when: 2026-11-20}",
            "the score gives 11 points, and 'insight' 10 at most [score-above-most]",
            "points: 10, who",
        ),
        (
            "{criterion: courtesy, interview: ken, points: 1, who: JM, when: 2026-11-20}",
            "'courtesy' has no points, and the score gives some [points-for-unweighted]",
            "ken, level: …, who",
        ),
        (
            "{criterion: courtesy, interview: ken, level: met, who: JM, when: 2026-11-23}",
            "2026-11-23 is still to come [score-in-future]",
            "when: 2026-11-22}",
        ),
        (
            "{criterion: courtesy, interview: ken, level: met, judge: auto, "
            "who: JM, when: 2026-11-20}",
            "'auto' is no person [score-of-no-person]",
            "judge: human",
        ),
        (
            "{criterion: courtesy, interview: ken, level: met, when: 2026-11-20}",
            "score 1 has no 'who' [missing-key]",
            "who: …",
        ),
        ("just text", "score 1 has to be a mapping", "wrong-type"),
    ],
)
def test_each_fault_is_named_with_what_would_be_right(score: str, message: str, correction: str):
    text = said(score)
    assert "scores.yml:2:" in text
    assert correction in text, text
    assert message in text or "mapping" in message, text
    assert text.count("error:") == 1
    assert read(f"scores:\n  - {score}\n")[0] == NO_SCORES


def test_one_score_of_a_person_on_a_day():
    line = "{criterion: courtesy, interview: ken, level: met, who: JM, when: 2026-11-20}"
    other_day = line.replace("11-20", "11-21")
    other_person = line.replace("JM", "AB")
    as_peer = line.replace("who", "judge: peer, who")
    assert said(line, other_day, other_person, as_peer) == ""
    again = line.replace("level: met", "level: not met")
    assert "'JM' scored this on 2026-11-20 already, on line 2 [repeated-score]" in said(line, again)
    scores, _ = read(f"scores:\n  - {line}\n  - {again}\n")
    assert [one.level for one in scores.all] == ["met"]


def test_a_broken_score_takes_no_other_with_it():
    scores, findings = read(
        "scores:\n"
        "  - {criterion: nothing, who: JM, when: 2026-11-20}\n"
        "  - {criterion: courtesy, interview: ken, level: met, who: JM, when: 2026-11-20}\n"
        "  - {criterion: courtesy, interview: ken, level: met, whom: J, who: X, when: 2026-1-9}\n"
    )
    assert [one.who for one in scores.all] == ["JM", "X"]
    assert [finding.check for finding in findings] == ["unknown-scored-criterion", "unknown-key"]
    assert [finding.severity for finding in findings] == [Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize("text", ["", "# nobody yet\n", "\ufeff\n"])
def test_a_file_without_scores_is_fine(tmp_path: Path, text: str):
    assert RUBRIC
    path = tmp_path / "scores.yml"
    path.write_text(text, encoding="utf-8")
    assert read_scores(path, "scores.yml", RUBRIC, ADDRESSES, TODAY) == (NO_SCORES, [])


def test_no_file_is_fine(tmp_path: Path):
    assert RUBRIC
    for path in (None, tmp_path / "scores.yml"):
        assert read_scores(path, "scores.yml", RUBRIC, ADDRESSES, TODAY) == (NO_SCORES, [])


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfes\x00c\x00", b"\x80", b"- a\n- b\n", b"scores: [\n", b"scores: 3\n", b"x: 1\n"],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, data: bytes):
    assert RUBRIC
    path = tmp_path / "scores.yml"
    path.write_bytes(data)
    scores, findings = read_scores(path, "scores.yml", RUBRIC, ADDRESSES, TODAY)
    assert scores == NO_SCORES
    assert {finding.place.path for finding in findings} == {"scores.yml"}


def test_what_is_no_file_is_named(tmp_path: Path):
    assert RUBRIC
    _, findings = read_scores(tmp_path, "scores.yml", RUBRIC, ADDRESSES, TODAY)
    assert [finding.check for finding in findings] == ["unreadable-file"]


# Adding to the file

LISTED = (
    "scores:\n  - {criterion: courtesy, interview: ken, level: met, who: A, when: 2026-01-02}\n"
)


def test_a_new_file_says_what_it_is_for():
    assert with_score("", ONE) == (
        HEAD
        + "  - criterion: insight\n"
        + "    interview: ken\n"
        + "    level: Starting\n"
        + "    who: JM\n"
        + "    when: 2026-11-22\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment",
        LISTED,
        LISTED.rstrip("\n"),
        LISTED.replace("\n", "\r\n"),
        "\ufeff" + LISTED,
        LISTED.replace("  - ", "- "),
        LISTED + "\n\n# the end\n",
        LISTED + "x-own: 1\n",
        "scores:\n",
        "scores:",
        "scores:   # none yet\nx-own: 1\n",
        "scores:\n"
        "    - criterion: courtesy\n"
        "      interview: ken\n"
        "      level: met  # - well\n"
        "      who: A\n"
        "      when: 2026-01-02\n"
        "      comment: |\n"
        "        - One\n"
        "\n"
        "        Two\n"
        "\n"
        "# after\n",
    ],
)
def test_what_is_there_stays_byte_for_byte(text: str):
    was = read(text.removeprefix("\ufeff").replace("\r\n", "\n"))[0]
    after = with_score(text, ONE)
    now, findings = read(after.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert now.all == (*was.all, ONE)
    assert findings == []
    added = after.splitlines(keepends=True)
    for line in text.splitlines():
        at = next(n for n, one in enumerate(added) if one.rstrip("\r\n") == line)
        added = added[at + 1 :]
    if "\r\n" in text:
        assert after.count("\n") == after.count("\r\n")


IN_BRACKETS = "{criterion: insight, interview: ken, level: Starting, who: JM, when: 2026-11-22}"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("scores: []\n", f"scores: [{IN_BRACKETS}]\n"),
        ("{scores: }\n", f"{{scores: [{IN_BRACKETS}] }}\n"),
        ("{scores}\n", f"{{scores: [{IN_BRACKETS}]}}\n"),
        ("{}\n", f"{{scores: [{IN_BRACKETS}]}}\n"),
        ("scores: [ # none\n]\n", f"scores: [{IN_BRACKETS} # none\n]\n"),
        ("scores:\n  [{criterion: a},]\n", f"scores:\n  [{{criterion: a}}, {IN_BRACKETS}]\n"),
    ],
)
def test_a_list_in_brackets_stays_one(text: str, after: str):
    assert with_score(text, ONE) == after


@pytest.mark.parametrize("text", ["scores: none\n", "scores: {a: b}\n", 'scores: ""\n', "- a\n"])
def test_a_list_that_cannot_be_added_to_is_left_alone(text: str):
    with pytest.raises(NoPlace):
        with_score(text, ONE)


PLAIN = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=60
).map(lambda text: " ".join(text.split()))


@given(PLAIN.filter(bool), st.lists(PLAIN, max_size=3).map("\n".join))
def test_whatever_is_said_is_read_back(who: str, comment: str):
    given = Score(
        criterion="insight",
        interview="ken",
        points=2.25,
        who=who,
        when=TODAY,
        comment=comment.strip(),
        write_up="000000000123",
    )
    scores, findings = read(with_score(LISTED, given))
    assert [one for one in findings if one.check != "placeholder"] == []
    assert scores.all[-1] == given or findings
