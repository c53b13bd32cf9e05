"""People in a list of requests agreed to nothing, unless an interview says otherwise."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from outreach.asking import TODAY, conversation, outreach_of
from requests_given import noon

from shoptalk.checking import check_portfolio
from shoptalk.cli import main
from shoptalk.outreach.request import Outreach
from shoptalk.outreach.what_works.story import story_of
from shoptalk.privacy.asked_people import values_of_requests, without_consent
from shoptalk.privacy.editions import public_report, public_story
from shoptalk.privacy.public_people import public_people
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric_file import parse_rubric
from shoptalk.site.open_data import render_data
from shoptalk.site.pages import make_pages
from shoptalk.site.portfolio import Portfolio

AGREED = "consent: {name: true, on: 2026-10-14}"
LETTER = "Dear Orla, I read what you wrote about tide gauges. Call me on +44 20 7946 0958."


def corpus_of(*files: ReadFile) -> Corpus:
    return Corpus(files=files)


def values(outreach: Outreach, *files: ReadFile) -> list[tuple[str, str, str]]:
    found = values_of_requests(outreach, corpus_of(*files))
    return [(one.kind, one.text, f"{one.place.path}:{one.place.line}") for one in found]


def test_names_contacts_and_sentences_are_private():
    outreach = outreach_of(
        f"name: Orla Quistgaard, message: '{LETTER}', introduced_by: Wendel Tharkus",
        "name: Rivka Someone, referrals: [Bram Oddleif], "
        "feedback: [{who: Mina Vex, on: 2026-01-01}]",
    )
    at = "private/outreach.yml"
    assert values(outreach) == [
        ("asked", "Orla Quistgaard", f"{at}:2"),
        ("referral", "Wendel Tharkus", f"{at}:2"),
        ("asked", "Rivka Someone", f"{at}:3"),
        ("referral", "Bram Oddleif", f"{at}:3"),
        ("referral", "Mina Vex", f"{at}:3"),
        ("contact", "+44 20 7946 0958", f"{at}:2"),
        ("note", "Dear Orla, I read what you wrote about tide gauges.", f"{at}:2"),
        ("note", "Call me on +44 20 7946 0958.", f"{at}:2"),
    ]


def test_first_names_descriptions_and_the_student_tell_of_nobody():
    outreach = outreach_of(
        "name: a baker, introduced_by: my aunt, feedback: [{who: Mina, on: 2026-01-01}]",
        "name: Taylor Student, referrals: [Orla], introduced_by: Bram",
        head="me: {name: Taylor Student}\n",
    )
    assert values(outreach) == []


def test_a_single_word_may_be_the_whole_name_of_somebody_asked():
    outreach = outreach_of("name: Orla", "name: Marisol", "name: K", "name: 李娜")
    talk = conversation("Orla Quistgaard")
    names = [name for _, name, _ in values(outreach, talk)]
    assert names == ["Marisol", "李娜"]


def test_a_name_that_is_also_the_students_or_the_employers_counts_as_a_whole():
    outreach = outreach_of(
        "name: Bram Oddleif, organization: Oddleif Works",
        "name: Cleo Student",
        "name: Rivka Someone, introduced_by: Orla Quistgaard, interview: rivka",
        "name: Orla Quistgaard",
        "name: Works, organization: Oddleif Works",
        head="me: {name: Taylor Student}\n",
    )
    assert [one[:2] for one in values(outreach)] == [
        ("referral", "Bram Oddleif"),
        ("referral", "Cleo Student"),
        ("referral", "Rivka Someone"),
        ("asked", "Orla Quistgaard"),
    ]


def test_of_people_talked_to_the_interview_says_what_they_agreed_to():
    outreach = outreach_of(
        "name: Orla Quistgaard", "name: quistgaard  ORLA", "name: 'Dr. Orla Quistgaard, PhD'"
    )
    assert values(outreach, conversation("Orla Quistgaard")) == []
    assert without_consent(outreach, corpus_of(conversation("Orla Quistgaard")), (), TODAY)
    agreed = corpus_of(conversation("Orla Quistgaard", AGREED))
    assert without_consent(outreach, agreed, (), TODAY) == ()
    assert without_consent(outreach, corpus_of(), ["Orla Quistgaard"], TODAY) == ()


@given(
    st.lists(st.text("adeprvmbosgn", min_size=2, max_size=8), min_size=2, max_size=3),
    st.sampled_from(
        ("introduced_by: {}", "referrals: [{}]", "feedback: [{{who: {}, on: 2026-01-01}}]")
    ),
)
def test_a_whole_name_is_never_taken_for_a_title(words: list[str], key: str):
    name = " ".join(word.title() for word in words)
    (found,) = values(outreach_of(f"name: A, {key.format(repr(name))}"))
    assert found[1] == name


@pytest.mark.parametrize("name", ["Sandra Miller", "Ana Prof", "Paul Mba", "Deidra Bloom"])
def test_a_name_may_hold_the_letters_of_a_title(name: str):
    assert values(outreach_of(f"name: A, introduced_by: {name}"))[0][1] == name


def test_nobody_is_taken_for_somebody_else_who_agreed():
    asked = outreach_of("name: Vikram Chandra", "name: Alexandra Reyes")
    talks = (conversation("Vikram Chan", AGREED), conversation("Alexandr Reyes", AGREED))
    assert [name for _, name, _ in values(asked, *talks)] == ["Vikram Chandra", "Alexandra Reyes"]


def test_what_several_were_written_is_the_students_own():
    letter = "message: 'I am a nurse who learns to count things. Mail me@example.org for more.'"
    outreach = outreach_of(
        f"name: Orla Quistgaard, {letter}",
        f"name: Bram Oddleif, {letter}",
        "name: Rivka Someone, message: I come from far away and stay for long.",
        head="me: {about: I come from far away and stay for long.}\n",
    )
    assert {kind for kind, _, _ in values(outreach)} == {"asked"}


def test_what_a_write_up_says_may_be_said():
    outreach = outreach_of("name: Orla Quistgaard, why: Most of it is agreed on by seven people.")
    told = conversation("Bo Invented", "learnings: [Most of it is agreed on by seven people.]")
    assert len(values(outreach)) == 2
    assert len(values(outreach, told)) == 1


@pytest.fixture
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a list of requests, and somebody in it whom its files name."""
    monkeypatch.chdir(tmp_path)
    write("rubric.yml", "criteria: [{id: names, title: Names, checks: [missing-name]}]\n")
    write(
        "interviews/bo.md", f"---\nname: Bo Invented\n{AGREED}\n---\n\nOrla Quistgaard sent me.\n"
    )
    write("mkdocs.yml", "site_name: Thanks to Orla Quistgaard\n")
    write("docs/index.md", "# Home\n\nOrla Quistgaard helped, and Orla laughed.\n")
    write("README.md", "By Taylor. Orla Quistgaard\n")
    write("private/outreach.yml", "requests:\n  - name: Orla Quistgaard\n")
    write(".gitignore", "private/\n")
    subprocess.run(["git", "init", "-q"], check=True)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def found(check: str) -> list[str]:
    here = Path.cwd()
    return [
        f"{one.place.path}:{one.place.line}"
        for one in check_portfolio([here], here).findings
        if one.check == check
    ]


def test_each_line_that_names_somebody_is_named(portfolio: Path):
    named = ["README.md:1", "docs/index.md:3", "interviews/bo.md:6", "mkdocs.yml:1"]
    assert sorted(found("named-without-consent")) == named
    Path("private/outreach.yml").unlink()
    assert found("named-without-consent") == []


@pytest.mark.parametrize("text", ["Dr Quistgaard helped.", "It was Quistgaard.", "I thank Orla."])
def test_a_last_name_tells_who_is_meant_and_a_first_name_may(portfolio: Path, text: str):
    write("docs/index.md", f"# Home\n\n{text}\n")
    is_first = "Orla" in text
    assert ("docs/index.md:3" in found("named-without-consent")) != is_first
    assert found("first-name-without-consent") == (["docs/index.md:3"] if is_first else [])


def test_a_public_text_does_not_show_the_last_name():
    everybody = public_people(
        corpus_of(conversation("Bo Invented", AGREED)), TODAY, (), outreach_of("name: Ida Oddleif")
    )
    assert everybody.finds("I wrote to Mr Oddleif.", "bo-invented")
    assert not everybody.finds("I wrote to Ida.", "bo-invented")


def test_those_who_are_allowed_are_not(portfolio: Path):
    allowing = "plugins:\n  - shoptalk: {allow: [Orla Quistgaard]}\n"
    write("mkdocs.yml", f"site_name: Talks\n{allowing}")
    assert found("named-without-consent") == []


def test_a_list_that_git_would_take_is_warned_of_once(portfolio: Path):
    assert found("outreach-not-ignored") == []
    Path("private/outreach.yml").rename("outreach.yml")
    assert found("outreach-not-ignored") == ["outreach.yml:1"]
    assert not [one for one in found("named-without-consent") if "outreach" in one]
    write(".gitignore", "outreach.yml\n")
    assert found("outreach-not-ignored") == []


def test_a_list_of_people_who_agree_may_be_anywhere(portfolio: Path):
    Path("private/outreach.yml").unlink()
    write("outreach.yml", "requests:\n  - name: Bo Invented\n")
    assert found("outreach-not-ignored") == []


def test_the_leak_check_looks_for_them(portfolio: Path):
    write(
        "private/outreach.yml", f"requests:\n  - name: Orla Quistgaard\n    message: '{LETTER}'\n"
    )
    write("site/index.html", "<p>I read what you wrote about tide gauges. Orla QUISTGAARD</p>")
    write("site/other.html", "<p>Dear Orla, I read what you wrote about <b>tide</b> gauges.</p>")
    done = CliRunner().invoke(main, ["leaks", "site"])
    assert done.exit_code == 1
    assert "'Orla QUISTGAARD' names somebody" in done.output
    assert "it comes from private/outreach.yml:2" in done.output
    assert "is from a private note or a draft; it comes from private/outreach.yml:3" in done.output
    Path("private/outreach.yml").unlink()
    assert CliRunner().invoke(main, ["leaks", "site"]).exit_code == 0


WORDS = st.text("bdgklmnprstvz", min_size=5, max_size=9).map(lambda word: f"Q{word}o")
PEOPLE = st.lists(st.tuples(WORDS, WORDS), min_size=6, max_size=12, unique_by=lambda one: one[1])
RUBRIC = """\
criteria:
  - {id: asked, title: Asked, scope: portfolio, checks: [{missing-record: {record: request}}]}
  - {id: names, title: Names, checks: [missing-name]}
"""


@given(PEOPLE, st.booleans())
def test_no_page_and_no_data_has_a_name_or_a_sentence_of_a_request(
    people: list[tuple[str, str]], totals: bool
):
    names = [" ".join(one) for one in people]
    letters = [f"{last} once wrote five words for {first} alone." for first, last in people]
    requests = [
        f"name: {name}, message: '{letter}', sent: 2026-09-01, introduced_by: {names[at - 1]}, "
        f"organization: {people[at][0]} Works"
        for at, (name, letter) in enumerate(zip(names, letters, strict=True))
    ]
    outreach = outreach_of(*requests)
    corpus = corpus_of(
        conversation(names[0], "alias: A baker"),
        conversation("Bo Invented", f"{AGREED}\nreferrals: ['{names[1]}', '{names[0]}']"),
    )
    rubric, _ = parse_rubric(Source("rubric.yml", RUBRIC))
    assert rubric
    everybody = public_people(corpus, TODAY, (), outreach)
    report = grade(corpus, rubric, TODAY, outreach=outreach)
    story = story_of(outreach, corpus.files, noon(TODAY))
    portfolio = Portfolio(
        report=public_report(report, everybody),
        outreach=public_story(story) if totals else None,
        shared_names=everybody.shared_stand_ins,
    )
    for outcome in portfolio.report.portfolio:
        assert not outcome.material.outreach.entries
        assert not any(outcome.material.asked.to(name) for name in names)
    made = [page.markdown for page in make_pages(portfolio)]
    shown = "\n".join((*made, render_data(portfolio, str))).casefold()
    assert "bo invented" in shown
    for first, last in people:
        assert last.casefold() not in shown
        assert f"{first} works".casefold() not in shown
    assert ("outreach" in shown) == totals
