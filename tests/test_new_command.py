"""Starting the write-up of somebody who agreed to be named, or did not, or was not asked yet."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.cli import main
from shoptalk.editors.files import editor_files
from shoptalk.reading.consent import Consent
from shoptalk.reading.corpus import read_corpus
from shoptalk.starter.person import SCHEMA


@pytest.fixture(autouse=True)
def portfolio(tmp_path, monkeypatch):
    """A portfolio without interviews, as the working directory."""
    (tmp_path / "interviews").mkdir()
    monkeypatch.chdir(tmp_path)


def run(*arguments):
    return CliRunner().invoke(main, arguments)


def terminal(monkeypatch):
    monkeypatch.setattr("shoptalk.commands.consent.is_terminal", lambda: True)


def started():
    return list(Path("interviews").iterdir())


def test_without_a_word_nothing_is_agreed_and_the_name_is_in_private_only():
    done = run("new", "Ada Okafor")
    assert done.exit_code == 0
    stem = f"conversation-{date.today().isoformat()}"
    assert f"The name stands in private/{stem}.yml, and nowhere else.\n" in done.output
    [path] = started()
    assert path.stem == stem
    text = path.read_text()
    assert "Ada" not in text
    assert "\n# consent: {name: true, organization: true" in text
    assert "Nothing written means nothing agreed" in text
    private = Path(f"private/{stem}.yml").read_text()
    assert "\nname: Ada Okafor\norganization: TODO\n\n# link: " in private
    assert "organization: TODO" not in text
    assert private.startswith(f"# yaml-language-server: $schema=../{SCHEMA}\n")
    assert SCHEMA in editor_files()
    assert Path("private/.gitignore").read_text() == "*\n"


@pytest.mark.parametrize("option", ["--consent", "--no-consent"])
def test_an_answer_is_written_down_with_the_day(option):
    run("new", option, "--alias", "A baker", "Ada Okafor")
    corpus = read_corpus([Path("interviews")], date.today())
    [file] = corpus.files
    assert file.interview.consent == Consent(name=option == "--consent", on=date.today())
    assert file.interview.name == "Ada Okafor"
    assert file.interview.alias == "A baker"
    assert file.address == ("ada-okafor" if option == "--consent" else "a-baker")
    assert (file.interview.private is None) == (option == "--consent")


def test_who_agreed_has_the_organization_in_the_interview_once_that_was_agreed_to_as_well():
    run("new", "--consent", "Ada Okafor")
    text = Path("interviews/ada-okafor.md").read_text()
    assert "\n# organization: Harbor Health # if that was agreed to, too:" in text
    assert "\norganization:" not in text
    assert not Path("private").exists()


def test_it_says_that_the_folder_of_own_pages_is_missing():
    missing = "For that make the folder docs/ first"
    assert missing not in run("new", "--consent", "Ada Okafor").output
    Path("mkdocs.yml").write_text("site_name: Talks\n")
    assert missing in run("new", "--consent", "Bo Okafor").output
    Path("docs").mkdir()
    assert missing not in run("new", "--consent", "Cy Okafor").output


def test_two_with_one_alias_get_two_files():
    run("new", "--alias", "A baker", "Ada Okafor")
    assert run("new", "--alias", "A baker", "Bo Okafor").exit_code == 0
    assert sorted(path.stem for path in started()) == ["a-baker", "a-baker-2"]
    assert "name: Bo Okafor" in Path("private/a-baker-2.yml").read_text()


@pytest.mark.parametrize("again", [["--alias", "A cook"], ["--consent"], []])
def test_nobody_gets_a_second_file(again):
    run("new", "--alias", "A baker", "Ada Okafor")
    done = run("new", *again, "ada OKAFOR")
    assert done.exit_code == 1
    assert "interviews/a-baker.md is there already" in done.output
    assert len(started()) == 1


def test_for_another_of_the_name_it_says_what_to_do():
    run("new", "--consent", "Ada Okafor")
    proposed = run("new", "--consent", "Ada Okafor").output.split("`")[-2]
    assert proposed == 'shoptalk new "Ada Okafor" --in interviews/2'
    assert run("new", "--consent", "Ada Okafor", "--in", "interviews/2").exit_code == 0
    assert "--in interviews/3`" in run("new", "--consent", "Ada Okafor").output


@pytest.mark.parametrize(
    ("typed", "agreed", "stem"),
    [
        ("yes\n", True, "ada-okafor"),
        ("no\nA baker\n", False, "a-baker"),
        ("\nA baker\n", None, "a-baker"),
        ("y\n", True, "ada-okafor"),
        ("N\nA baker\n", False, "a-baker"),
        ("not asked yet\n\n", None, "conversation-<today>"),
    ],
)
def test_on_a_terminal_it_asks(monkeypatch, typed, agreed, stem):
    terminal(monkeypatch)
    done = CliRunner().invoke(main, ["new", "Ada Okafor"], input=typed)
    assert done.exit_code == 0, done.output
    assert "Did Ada Okafor agree to have the name published?" in done.output
    [path] = started()
    assert path.stem == stem.replace("<today>", date.today().isoformat())
    assert ("\nconsent: " in path.read_text()) == (agreed is not None)
    assert ("Ada" in path.read_text()) == (agreed is True)


def test_it_asks_nothing_that_an_option_says_or_that_is_settled(monkeypatch):
    terminal(monkeypatch)
    for arguments in (["--no-consent"], ["--alias", "A cook"], []):
        assert "agree" not in run("new", *arguments, "Ada Okafor").output


@pytest.mark.parametrize("alias", ["...", "A\x1bB", "👩‍🍳"])
def test_refuses_what_is_no_alias(alias):
    assert run("new", "--alias", alias, "Ada Okafor").exit_code == 2
    assert started() == []


@pytest.mark.parametrize("option", ["--no-consent", None])
def test_refuses_an_alias_that_names_the_person(option):
    done = run("new", *filter(None, [option]), "--alias", "Hope, a nurse", "Grace Hope")
    assert done.exit_code == 2
    assert "the alias 'Hope, a nurse' names the person" in done.output
    assert started() == []
    assert not Path("private").exists()


def test_who_agreed_may_have_an_alias_with_the_name():
    assert run("new", "--consent", "--alias", "Hope, a nurse", "Grace Hope").exit_code == 0


def test_where_the_interview_cannot_be_written_no_name_is_left_behind(monkeypatch):
    def refuse(path, text):
        if path.suffix == ".md":
            raise PermissionError(13, "Permission denied", str(path))
        path.write_text(text)

    monkeypatch.setattr("shoptalk.starter.person.write_new", refuse)
    done = run("new", "--alias", "A baker", "Ada Okafor")
    assert done.exit_code == 1
    assert "cannot write interviews/a-baker.md: Permission denied" in done.output
    assert list(Path().rglob("*.yml")) == []


def test_a_private_folder_that_git_takes_along_is_named():
    Path("private").mkdir()
    done = run("new", "Ada Okafor")
    assert "Git may take private/ along" in done.stderr


REQUESTS = """\
requests:
  - {name: Ines Rocha, title: Hydrologist, organization: Dam Works, sent: 2026-10-01}
  - name: Inês Rocha
    title: Surveyor
    organization: Canal Office
    sent: 2026-10-01
    answer: accepted
    thanked: 2026-10-16
    connected: 2026-10-16
    appointment: {on: 2026-10-15T16:00, format: phone}
  - {name: Bo Invented, title: Miller, organization: TODO}
"""


@pytest.mark.parametrize("consent", [["--consent"], ["--alias", "A tide reader"]])
def test_of_two_people_of_one_name_the_one_at_that_organization_is_written_up(consent):
    Path("outreach.yml").write_text(REQUESTS, "utf-8")
    refused = run("new", *consent, "Ines Rocha")
    assert refused.exit_code == 2
    assert "Dam Works on line 2, Canal Office on line 3; name the one with" in refused.output
    assert started() == []
    made = run("new", *consent, "Ines Rocha", "--organization", "canal office")
    assert made.exit_code == 0, made.output
    [path] = started()
    text = path.read_text("utf-8")
    assert "\ntitle: Surveyor\n" in text
    assert "\ndate: 2026-10-15 " in text
    assert "Canal Office" not in text, "it was not agreed to"
    assert "organization: Canal Office" in Path(f"private/{path.stem}.yml").read_text("utf-8")
    due = run("due", "--all").output
    assert "Thank" not in due
    assert "TODO" not in due
    assert 'did remind "Ines Rocha" --organization "Dam Works"' in due
    assert run("new", *consent, "Ines Rocha", "--organization", "Canal Office").exit_code == 1
    assert run("new", *consent, "Ines Rocha", "--organization", "Dam Works").exit_code == 0
    assert len(started()) == 2


def test_a_place_to_fill_in_is_no_organization_of_the_request():
    Path("outreach.yml").write_text(REQUESTS, "utf-8")
    assert run("new", "--consent", "Bo Invented").exit_code == 0
    assert "\ntitle: Miller\n" in Path("interviews/bo-invented.md").read_text("utf-8")
    assert not Path("private").exists()
