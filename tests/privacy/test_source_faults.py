"""What is said of consent, and of people who are named in a repository without it."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from shoptalk.checking import Checked, check_portfolio, look_at
from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.text import render_findings
from shoptalk.privacy.alias import alias_from
from shoptalk.privacy.editions import public_corpus
from shoptalk.privacy.public_people import public_people
from shoptalk.privacy.sources.faults import check_consent
from shoptalk.privacy.sources.folder_faults import check_private_folder
from shoptalk.reading.corpus import read_corpus

HOME = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
ADA = "name: Ada Okafor\ntitle: Clinical Data Engineer\n"
AGREED = "consent: {name: true, on: 2026-10-14}\n"


@dataclass(frozen=True)
class Folder:
    """A portfolio on disk."""

    path: Path

    def write(self, name: str, front_matter: str, text: str = "We met.") -> None:
        self.put(f"interviews/{name}.md", f"---\n{front_matter}---\n\n{text}\n")

    def put(self, name: str, text: str) -> None:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.path, check=True, capture_output=True)

    def findings(self) -> list[Finding]:
        corpus = read_corpus([self.path / "interviews"], TODAY, start=self.path)
        before = {file.path: len(file.findings) for file in corpus.files}
        found = [
            finding
            for file in check_consent(corpus.files, TODAY)[0]
            for finding in file.findings[before[file.path] :]
        ]
        found += check_private_folder(self.path / "private", self.path)
        return sorted(found, key=lambda finding: finding.sort_key)

    @property
    def checks(self) -> list[str]:
        return [finding.check for finding in self.findings()]

    @property
    def places(self) -> list[str]:
        """Where somebody is named."""
        return [
            f"{found.place.path}:{found.place.line}:{found.place.column}"
            for found in self.findings()
            if found.check == "named-without-consent"
        ]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def repository(folder: Folder) -> Folder:
    folder.git("init", "-q")
    return folder


# Consent


def test_without_consent_an_alias_is_asked_for_and_made_from_the_title(folder: Folder):
    folder.write("ada", ADA)
    [found] = folder.findings()
    assert (found.check, found.severity, found.place.line) == ("missing-alias", "warning", 2)
    assert found.correction == ("name: Ada Okafor", "alias: A clinical data engineer")


@pytest.mark.parametrize(
    "more",
    [
        AGREED,
        "alias: An engineer\n",
        "consent: {name: true, on: 2026-11-22, until: 2026-11-22}\n",
    ],
)
def test_an_alias_or_consent_in_force_is_enough(folder: Folder, more: str):
    folder.write("ada", ADA + more)
    assert folder.checks == []


def test_of_two_with_one_name_only_one_agreed(repository: Folder):
    repository.write("ada", ADA + AGREED)
    repository.write("a-baker", "name: Okafor, Ada\ntitle: Baker\nalias: A baker\n")
    [found] = [one for one in repository.findings() if one.check == "shared-name"]
    assert (found.place.path, found.place.line) == ("interviews/a-baker.md", 2)
    assert (
        found.message
        == "'Okafor, Ada' is also the name in interviews/ada.md, where it may be shown"
    )
    assert "write 'A baker'" in found.help
    repository.write("a-baker", "name: Okafor, Ada\ntitle: Baker\n" + AGREED)
    assert "shared-name" not in repository.checks


@pytest.mark.parametrize(
    "consent",
    [
        "{name: true, on: soon}",
        "{name: true, until: 2026-02-31}",
        "{name: true, until: [2027-01-01]}",
        "{name: false, on: 2026-10-14}",
        "{organization: true, on: 2026-10-14}",
        "no",
    ],
)
def test_what_is_no_consent_for_the_name(folder: Folder, consent: str):
    folder.write("ada", f"{ADA}consent: {consent}\n")
    assert folder.checks == ["missing-alias"]


def test_consent_of_a_day_to_come(folder: Folder):
    folder.write("ada", ADA + "alias: A baker\nconsent: {name: true, on: 2027-10-14}\n")
    [found] = folder.findings()
    assert (found.check, found.severity, found.place.line) == ("consent-not-begun", "warning", 5)
    assert found.place.source_line[found.place.column - 1 :].startswith("2027-10-14")
    folder.write("ada", ADA + "consent: {name: true, on: 2026-11-23}\n")
    assert folder.checks == ["missing-alias", "consent-not-begun"]


def test_in_a_draft_it_is_a_note(folder: Folder):
    folder.write("ada", ADA + "draft: true\n")
    assert [found.severity for found in folder.findings()] == [Severity.NOTE]


@pytest.mark.parametrize("title", ["title: TODO\n", ""])
def test_without_a_title_no_line_is_shown(folder: Folder, title: str):
    folder.write("ada", f"name: Ada Okafor\n{title}")
    assert [found.correction for found in folder.findings()] == [()]


@pytest.mark.parametrize("name", ["", "name: TODO\n"])
def test_nothing_is_said_as_long_as_there_is_no_name(folder: Folder, name: str):
    folder.write("ada", f"{name}title: Baker\n")
    assert folder.checks == []


def test_where_the_name_is_private_the_alias_is_asked_for_in_the_interview(folder: Folder):
    folder.write("ada", "title: Baker\n")
    folder.put("private/ada.yml", "name: Ada Okafor\n")
    [found] = folder.findings()
    assert found.place.path == "interviews/ada.md"
    assert found.correction == ("---", "alias: A baker")


def test_consent_without_a_day(folder: Folder):
    folder.write("ada", ADA + "consent: {name: true}\n")
    [found] = folder.findings()
    assert (found.check, found.severity, found.place.line) == ("consent-without-date", "note", 4)


@pytest.mark.parametrize("consent", ["{name: false}", "{until: 2020-01-01}", "{how: by mail}"])
def test_where_nothing_is_agreed_no_day_is_missing_and_none_is_over(folder: Folder, consent: str):
    folder.write("ada", f"{ADA}alias: A baker\nconsent: {consent}\n")
    assert folder.checks == []


def test_consent_that_is_over(folder: Folder):
    until = "consent: {name: true, on: 2025-10-14, until: 2026-11-21}\n"
    folder.write("ada", f"{ADA}alias: A baker\n{until}")
    [found] = folder.findings()
    assert (found.check, found.severity, found.place.line) == ("consent-over", "warning", 5)
    assert found.place.source_line[found.place.column - 1 :].startswith("2026-11-21")


NILS = "name: Nils Vandergroen\nalias: Nils the glassblower\n"


def test_an_alias_that_names_the_person(repository: Folder):
    repository.write("nils", f"{NILS}title: Glassblower\n", "Then Vandergroen laughed.")
    found = {one.place.line: one for one in repository.findings()}
    assert (found[3].check, found[3].severity) == ("telling-alias", "warning")
    assert found[3].correction == ("alias: A glassblower",)
    assert [one.check for one in repository.findings()].count("telling-alias") == 1
    assert found[7].help == "write a pronoun there"
    assert "Nils" not in "".join(one.help for one in found.values())


@pytest.mark.parametrize("title", ["", "title: TODO\n", "title: Vandergroen Glassblower\n"])
def test_no_other_alias_is_made_of_what_tells_nothing_or_too_much(folder: Folder, title: str):
    folder.write("nils", NILS + title)
    [found] = folder.findings()
    assert (found.check, found.correction) == ("telling-alias", ())


def test_an_alias_is_for_those_who_did_not_agree(folder: Folder):
    folder.write("nils", NILS + AGREED)
    folder.write("a-baker", "name: Rosalind Baker\nalias: A baker\n")
    assert folder.checks == []


def test_an_alias_that_names_somebody_of_whom_only_the_private_file_tells(folder: Folder):
    folder.write("nils", "title: Glassblower\nalias: Nils the glassblower\n")
    folder.put("private/nils.yml", "name: Nils Vandergroen\n")
    [found] = folder.findings()
    assert (found.check, found.place.path) == ("telling-alias", "interviews/nils.md")


def test_two_with_one_alias(repository: Folder):
    repository.write("a", "name: Ada Okafor\nalias: A nurse\n")
    repository.write("b", "name: Bo Lind\nalias: A Nurse\n")
    repository.write("c", f"name: Cay Holtsen\nalias: A nurse\n{AGREED}")
    repository.write("d", "name: Okafor, Ada\nalias: A nurse\n")
    [found] = [one for one in repository.findings() if one.check == "shared-alias"]
    assert (found.place.path, found.place.line, found.severity) == ("interviews/b.md", 3, "note")
    assert found.message == "'A Nurse' is also the alias in interviews/a.md"


def test_an_alias_that_is_the_name_of_somebody_who_agreed(repository: Folder):
    repository.write("a", "name: Ada Okafor\nalias: Bo Lind\n")
    repository.write("b", f"name: Bo Lind\n{AGREED}")
    [found] = [one for one in repository.findings() if one.check == "shared-alias"]
    assert found.message == "'Bo Lind' is also the name in interviews/b.md"


@pytest.mark.parametrize(
    ("title", "alias"),
    [
        ("Clinical Data Engineer", "A clinical data engineer"),
        ("HR Manager", "An HR manager"),
        ("UX Designer", "A UX designer"),
        ("iOS Developer", "An iOS developer"),
        ("DevOps Engineer", "A DevOps engineer"),
        ("Engineer", "An engineer"),
        ("University Lecturer", "A university lecturer"),
        ("Unit Nurse", "A unit nurse"),
        ("Union Organizer", "A union organizer"),
        ("Underwriter", "An underwriter"),
        ("User Researcher", "A user researcher"),
        ("European Lawyer", "A european lawyer"),
        ("Head of IT", "A head of IT"),
        ("Élève infirmière", "Élève infirmière"),
        ("护士", "护士"),
        ("3D Artist", "3D Artist"),
        ("", ""),
    ],
)
def test_an_alias_made_from_a_title(title: str, alias: str):
    assert alias_from(title) == alias


# Repositories


def test_without_a_repository_it_is_nobodys_business(folder: Folder):
    folder.write("ada", ADA + "alias: A baker\n", "Call Ada Okafor: +44 20 7946 0958.")
    folder.put("private/ada.yml", "notes: x\n")
    assert folder.checks == ["name-in-prose"]


def test_before_there_is_a_repository_it_is_said_where_one_is_prepared(folder: Folder):
    folder.put(".gitignore", "private/\n/drafts/\n")
    folder.put("private/a-nurse.yml", "name: Ada Okafor\n")
    folder.write("a-nurse", "alias: A nurse\ntitle: Nurse\n", "Ada Okafor smiled.")
    folder.put("drafts/a.md", "Ada Okafor\n")
    assert folder.places == ["interviews/a-nurse.md:6:1"]
    assert "private-not-ignored" not in folder.checks
    folder.put(".gitignore", "")
    assert "private-not-ignored" in folder.checks


def test_everything_that_is_said(repository: Folder, golden: Callable[[Path, str], None]):
    repository.write(
        "ada-okafor",
        "# Ada Okafor asked not to be named.\n" + ADA + "alias: An engineer\n",
        "Ada started early. Write to ada.okafor@example.org.\n\n## Mrs Okafor\n",
    )
    repository.write(
        "2026/bo",
        "name: Bo Lindqvist\ntitle: Baker\n"
        "consent: {name: true, until: 2027-01-01}\n"
        "referrals: [Ada Okafor]\n",
        "He knows [Ada](https://example.org/ada-okafor), and has the number 020 7946 0958.",
    )
    repository.put("private/ada-okafor.yml", "contact: [020 7946 0958]\n")
    golden(
        Path(__file__).parent / "golden" / "source-faults.txt",
        render_findings(repository.findings()),
    )


def test_every_place_has_its_line_and_column(repository: Folder):
    repository.write("a-nurse", ADA + "alias: A nurse\n", "We met.\n\nAda Okafor laughed.")
    repository.write("bo", f"name: Bo Lind\n{AGREED}", "He knows Ada Okafor.")
    assert repository.places == [
        "interviews/a-nurse.md:2:7",
        "interviews/a-nurse.md:9:1",
        "interviews/bo.md:6:10",
    ]


def test_moved_to_private_and_out_of_the_texts_all_is_well(repository: Folder):
    repository.put(".gitignore", "private/\n")
    repository.put("private/a-nurse.yml", "name: Ada Okafor\ncontact: ada@example.org\n")
    repository.write("a-nurse", "title: Nurse\nalias: A nurse\n", "She laughed.")
    assert repository.checks == []
    repository.write("bo", f"name: Bo Lind\n{AGREED}", "He knows Ada Okafor, at ada@example.org.")
    assert repository.places == ["interviews/bo.md:6:10", "interviews/bo.md:6:25"]


@pytest.mark.parametrize("more", [AGREED, AGREED + "draft: true\n"])
def test_who_agreed_may_be_named(repository: Folder, more: str):
    repository.write("ada-okafor", ADA + more, "Ada Okafor laughed.")
    assert repository.checks == []


def test_a_draft_is_in_the_repository_too(repository: Folder):
    repository.write("a-nurse", ADA + "alias: A nurse\ndraft: true\n")
    assert repository.places == ["interviews/a-nurse.md:2:7"]


def test_a_placeholder_is_no_alias_to_write(repository: Folder):
    repository.write("a-nurse", "alias: TODO\n", "Ada Okafor laughed.")
    repository.put("private/a-nurse.yml", "name: Ada Okafor\n")
    helps = [found.help for found in repository.findings() if found.place.line == 5]
    assert helps == ["write a pronoun there"]


def test_who_agreed_and_is_called_alike_is_not_taken_for_another(repository: Folder):
    repository.write("a-nurse", "name: Ada Okafor\nalias: A nurse\n")
    repository.write("bo", f"name: Bo Okafor\n{AGREED}", "Bo Okafor laughed.")
    assert repository.places == ["interviews/a-nurse.md:2:7"]


def test_a_file_that_cannot_be_read_as_an_interview_is_searched_too(repository: Folder):
    repository.write("a-nurse", ADA + "alias: A nurse\n")
    repository.put("interviews/notes.md", "Ada Okafor laughed.\n")
    assert "interviews/notes.md:1:1" in repository.places


def test_a_file_that_git_ignores_is_left_alone(repository: Folder):
    repository.write("2026/a-nurse", ADA + "alias: A nurse\n")
    repository.put(".gitignore", "interviews/2026/\n")
    assert repository.checks == []
    repository.git("add", "-f", "interviews")
    assert repository.places == ["interviews/2026/a-nurse.md:2:7"]


def test_a_portfolio_in_a_folder_of_a_repository(repository: Folder):
    inner = Folder(repository.path / "course" / "portfolio")
    inner.write("a-nurse", ADA + "alias: A nurse\n")
    assert inner.places == ["interviews/a-nurse.md:2:7"]
    repository.put(".gitignore", "portfolio/\n")
    assert inner.places == []


def test_without_git_nothing_is_said(repository: Folder, monkeypatch: pytest.MonkeyPatch):
    repository.write("a-nurse", ADA + "alias: A nurse\n")
    repository.put("private/a-nurse.yml", "notes: x\n")
    monkeypatch.setenv("PATH", "")
    assert repository.checks == []


@pytest.mark.parametrize(
    "fault", [subprocess.TimeoutExpired("git", 1), PermissionError("git"), None]
)
def test_git_that_fails_is_as_good_as_none(
    repository: Folder, monkeypatch: pytest.MonkeyPatch, fault: Exception | None
):
    def run(*arguments: object, **more: object) -> "subprocess.CompletedProcess[bytes]":
        if fault:
            raise fault
        return subprocess.CompletedProcess([], 128, b"interviews/a-nurse.md\0", b"fatal")

    repository.write("a-nurse", ADA + "alias: A nurse\n")
    monkeypatch.setattr(subprocess, "run", run)
    assert repository.checks == []


def test_git_runs_no_program_of_the_repository(repository: Folder):
    repository.put("evil", "#!/bin/sh\ntouch done\n")
    (repository.path / "evil").chmod(0o755)
    repository.git("config", "core.fsmonitor", "./evil")
    repository.write("a-nurse", ADA + "alias: A nurse\n")
    assert repository.places
    assert not (repository.path / "done").exists()


def test_settings_of_a_hook_do_not_lead_elsewhere(
    repository: Folder, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    repository.write("2026/a-nurse", ADA + "alias: A nurse\n")
    assert repository.places


def test_odd_names_of_files(repository: Folder):
    repository.write("王 小明/it's", ADA + "alias: A nurse\n")
    assert repository.places == ["interviews/王 小明/it's.md:2:7"]


def test_who_is_in_a_private_file_of_no_interview_is_looked_for(repository: Folder):
    repository.put(".gitignore", "private/\n")
    repository.put("private/conversation.yml", "name: Ada Okafor\ncontact: ada@example.org\n")
    repository.write("a-lawyer", "title: Lawyer\nalias: A lawyer\n", "Ada laughed, said Bo Lind.")
    repository.write("bo", f"name: Bo Lind\n{AGREED}", "Call Ada Okafor, at ada@example.org.")
    named = [
        (found.place.path, found.place.line, found.help)
        for found in whole_check(repository).findings
        if found.check == "named-without-consent"
    ]
    assert named == [
        ("interviews/a-lawyer.md", 6, "write 'A lawyer' or a pronoun there"),
        ("interviews/bo.md", 6, "write 'A lawyer' or a pronoun there"),
        ("interviews/bo.md", 6, "keep it in private/bo.yml, as `contact`"),
    ]
    assert whole_check(repository, worth_a_process=1) == whole_check(repository)


def other_files(folder: Folder) -> list[str]:
    """What is said of all files but interviews, with the place and the help."""
    return [
        f"{one.place.path}:{one.place.line}:{one.place.column} "
        f"{one.message.partition(',')[0]}; {one.help}"
        for one in whole_check(folder).findings
        if one.check == "named-without-consent"
    ]


def test_any_text_of_the_repository_is_searched(repository: Folder):
    repository.put(".gitignore", "private/\nsite/\ndrafts/\n")
    repository.put("private/a-nurse.yml", "name: Ada Okafor\ncontact: ada@quill.dev\n")
    repository.write("a-nurse", "title: Nurse\nalias: A nurse\n")
    for name in ("README.md", "notes/more.txt", "docs/notes.txt", "scores.yml", "site/x.html"):
        repository.put(name, "Hello.\n# Ada Okafor\n")
    repository.put("drafts/plan.txt", "Ada Okafor\n")
    repository.put("mkdocs.yml", "copyright: ada@quill.dev, me@quill.dev\n")
    repository.put("out/index.html", "Ada Okafor\n")
    repository.git("add", "-f", "site")
    named = (
        "'Ada Okafor' names somebody who did not agree to it; write 'A nurse' or a pronoun there"
    )
    expected = [
        f"README.md:2:3 {named}",
        f"docs/notes.txt:2:3 {named}",
        "mkdocs.yml:1:12 'ada@quill.dev' is a mail address or a telephone number; take it out, or "
        "put it into `allow` of the plugin in mkdocs.yml if it may be shown",
        f"notes/more.txt:2:3 {named}",
        f"out/index.html:1:1 {named}",
        f"scores.yml:2:3 {named}",
    ]
    assert other_files(repository) == expected
    repository.put("mkdocs.yml", "site_dir: out\nplugins: [shoptalk: {allow: [Ada Okafor]}]\n")
    assert other_files(repository) == []


def test_a_page_is_searched_once_and_only_what_can_be_read(repository: Folder):
    repository.put(".gitignore", "private/\n")
    repository.put("private/a-nurse.yml", "name: Ada Okafor\n")
    repository.write("a-nurse", "title: Nurse\nalias: A nurse\n")
    repository.put("docs/index.md", "Ada Okafor\n")
    repository.put("large.txt", "Ada Okafor\n" * 30_000)
    (repository.path / "link.txt").symlink_to(repository.path / "private" / "a-nurse.yml")
    (repository.path / "bytes.bin").write_bytes(b"\x89PNG\xffAda Okafor\0")
    assert [found.partition(" ")[0] for found in other_files(repository)] == ["docs/index.md:1:1"]


def test_names_of_files_and_folders_are_searched_each_once(repository: Folder):
    repository.put(".gitignore", "private/\n")
    repository.put("private/a-nurse.yml", "name: Ada Okafor\n")
    repository.write("a-nurse", "title: Nurse\nalias: A nurse\n", "![](../ada-okafor.png)")
    repository.put("interviews/ada-okafor.png", "")
    repository.put("docs/okafor-ada.md", "# Hello\n")
    repository.put("docs/ada-okafor/1.png", "")
    repository.put("docs/ada-okafor/2.png", "")
    repository.put("docs/portraitOkafor.png", "")
    repository.put("docs/index.md", "See <https://example.org/ada-okafor>, or [here](ada-okafor/).")
    who = "names somebody who did not agree to it;"
    assert other_files(repository) == [
        f"docs/ada-okafor/1.png:1:1 'ada-okafor' {who} rename the folder",
        f"docs/index.md:1:26 'ada-okafor' {who} take the link out",
        f"docs/index.md:1:49 'ada-okafor' {who} rename the file and its links",
        f"docs/okafor-ada.md:1:1 'okafor-ada.md' {who} rename the file",
        f"docs/portraitOkafor.png:1:1 'portraitOkafor.png' {who} rename the file",
        f"interviews/a-nurse.md:6:8 'ada-okafor' {who} rename the file and its links",
        f"interviews/ada-okafor.png:1:1 'ada-okafor.png' {who} rename the file",
    ]


def test_what_is_deleted_but_known_to_git_is_no_file_to_rename(repository: Folder):
    repository.put(".gitignore", "private/\n")
    repository.put("private/a-nurse.yml", "name: Ada Okafor\n")
    repository.write("a-nurse", "title: Nurse\nalias: A nurse\n")
    repository.put("interviews/ada-okafor.txt", "")
    repository.git("add", "-A")
    assert len(other_files(repository)) == 1
    (repository.path / "interviews/ada-okafor.txt").unlink()
    assert other_files(repository) == []


@pytest.mark.parametrize(
    ("text", "quotation", "help"),
    [
        ("![McAllister-Boyd](sean.jpg)", "McAllister-Boyd", "write 'A nurse' or a pronoun there"),
        ("![Seán](img/mcallister-boyd.jpg)", "mcallister-boyd", "rename the file and its links"),
        ('<img alt="McAllister-Boyd" src="sean.jpg">', "McAllister-Boyd", "write 'A nurse' or a"),
        ("**Seán** *McAllister-Boyd*", "Seán** *McAllister-Boyd", "write 'A nurse' or a pronoun"),
    ],
)
def test_no_name_goes_on_in_a_target(repository: Folder, text: str, quotation: str, help: str):
    repository.put(".gitignore", "private/\n")
    repository.put("private/a-nurse.yml", "name: Seán McAllister-Boyd\n")
    repository.write("a-nurse", "title: Nurse\nalias: A nurse\n", text)
    found = [one for one in repository.findings() if one.check == "named-without-consent"]
    assert f"{quotation!r} names somebody" in [one.message for one in found][-1]
    assert help in found[-1].help


def test_a_portfolio_may_be_a_folder_of_a_repository(repository: Folder):
    inner = Folder(repository.path / "course")
    inner.write("a-nurse", ADA + "alias: A nurse\n")
    inner.put("README.md", "Ada Okafor\n")
    repository.put("README.md", "Ada Okafor\n")
    assert [found.partition(" ")[0] for found in other_files(inner)] == [
        "README.md:1:1",
        "interviews/a-nurse.md:2:7",
    ]


def notes_on_names(folder: Folder, *, worth_a_process: int = 1_000) -> list[str]:
    found = whole_check(folder, worth_a_process=worth_a_process).findings
    return [f"{one.place.path}: {one.message}" for one in found if one.check == "names-not-here"]


def test_names_that_are_not_here_are_counted_once(folder: Folder):
    folder.write("a-nurse", "title: Nurse\nalias: A nurse\n", "Mrs Quintanilla laughed.")
    folder.write("bo", f"name: Bo Lind\n{AGREED}")
    expected = "private: {} here (private/ is missing): no text could be searched for "
    assert notes_on_names(folder) == [expected.format("1 interview has no name") + "it"]
    folder.write("2026/a-cook", "title: Cook\nalias: A cook\n")
    two = [expected.format("2 interviews have no name") + "them"]
    assert notes_on_names(folder) == two
    assert notes_on_names(folder, worth_a_process=1) == two
    folder.put("private/a-nurse.yml", "name: Ada Okafor\n")
    assert notes_on_names(folder) == []


# Prose for which the alias stands


def test_a_note_says_where_the_alias_stands_for_the_name(folder: Folder):
    learnt = "learnings: [Ada likes tides.]\n"
    folder.write("a-nurse", f"{ADA}alias: A nurse\n{learnt}", "Then Ada laughed. Ada Okafor left.")
    [found] = folder.findings()
    assert (found.check, found.severity) == ("name-in-prose", Severity.NOTE)
    assert (found.place.line, found.place.column) == (5, 13)
    assert found.message == (
        "'Ada' is the person's name, so public pages show 'A nurse' there, and in 2 more places"
    )


@pytest.mark.parametrize("text", ["She laughed.", "The canada goose laughed.", "An adaptation."])
def test_prose_without_the_name_has_no_note(folder: Folder, text: str):
    folder.write("a-nurse", f"{ADA}alias: A nurse\n", text)
    assert folder.checks == []


def test_who_agreed_has_no_note(folder: Folder):
    folder.write("ada", ADA + AGREED, "Ada laughed.")
    assert folder.checks == []


def test_a_name_from_private_is_noted_too(repository: Folder):
    repository.put(".gitignore", "private/\ninterviews/\n")
    repository.put("private/a-nurse.yml", "name: Ada Okafor\n")
    repository.write("a-nurse", "title: Nurse\n", "Ada laughed.")
    assert [found.message for found in repository.findings() if found.check == "name-in-prose"] == [
        "'Ada' is the person's name, so public pages show an alias there"
    ]


def test_what_is_warned_of_is_not_noted_as_well(repository: Folder):
    repository.write("a-nurse", f"{ADA}alias: A nurse\n", "Ada laughed.")
    assert "name-in-prose" not in repository.checks


# The student's own pages


PLACES = ("TODO", "TODO Someone", "Full Name", "TBD")


@pytest.mark.parametrize("name", PLACES)
def test_what_keeps_the_place_of_a_name_is_nobodys(folder: Folder, name: str):
    alias = "alias: Full stack engineer\ntitle: Engineer\nreferrals: [Full Name]\n"
    folder.write("one", f"name: {name}\n{alias}", "TODO said so, and Full Name, and TBD Someone.")
    folder.write("two", f"name: {name}\ntitle: Baker\n{AGREED}")
    corpus = read_corpus([folder.path / "interviews"], TODAY, start=folder.path)
    people = public_people(corpus, TODAY)
    assert folder.checks == []
    assert [value for value in people.values if value.kind in ("name", "referral")] == []
    assert next(iter(people.shown_names.values())) == "Full stack engineer"


def checked_pages(folder: Folder) -> list[str]:
    """What is said of own pages, with the place."""
    found = whole_check(folder).findings
    return [
        f"{one.place.path}:{one.place.line}:{one.place.column}: {one.message}; {one.help}"
        for one in found
        if one.check == "named-without-consent"
    ]


def test_a_name_on_an_own_page_is_found_at_its_line(folder: Folder):
    folder.write("a-nurse", ADA + "alias: A nurse\n")
    folder.put("docs/index.md", "# Home\n\nThanks to Ada Okafor!\n")
    folder.put("docs/more/list.md", "# Ada\n")
    assert checked_pages(folder) == [
        "docs/index.md:3:11: 'Ada Okafor' names somebody who did not agree to it, on a page of the "
        "site; write 'A nurse' or a pronoun there"
    ]


def test_in_links_to_the_page_a_part_of_the_name_is_found(repository: Folder):
    repository.write("a-baker", "name: Ada Okafor\nalias: A baker\n")
    repository.write("bo", f"name: Bo Lind\n{AGREED}", "See [Ada](a-baker.md), Ada.")
    repository.put("docs/index.md", "Read [with Ada](interviews/a-baker.md), Ada.")
    assert [one[:19] for one in checked_pages(repository) if "docs" in one] == [
        "docs/index.md:1:12:"
    ]
    assert "interviews/bo.md:6:6" in repository.places


# Organizations and links


DESIGNER = "title: Game Sound Designer\nalias: A sound designer\n"
OF_NILS = "organization: Furnace Lane Studio\nlink: https://furnacelane.example/nils\n"
TO_HIM = "They work at Furnace Lane Studio. See https://furnacelane.example/nils.\n\nFurnace!"
IS_HIS = "is the organization of somebody who did not agree to have it named"
IS_LINK = "is the link of somebody who did not agree to have it shown"
TO_ALLOW = (
    "write 'the organization' there, or put it into `allow` of the plugin in mkdocs.yml if it may "
    "be named"
)


def test_organizations_and_links_are_looked_for_everywhere(repository: Folder):
    repository.put(".gitignore", "private/\n")
    repository.put("private/x.yml", f"name: Nils Aldersund\n{OF_NILS}")
    repository.write("x", DESIGNER, TO_HIM)
    repository.write("bo", f"name: Bo Lind\n{AGREED}", "He left the Furnace Lane Studio.")
    repository.put("docs/about.md", "Thanks to <https://furnacelane.example/nils>!\n")
    repository.put("README.md", "Furnace! Furnace Lane Studio.\n")
    repository.put("img/furnace-lane-studio.png", "")
    assert other_files(repository) == [
        f"README.md:1:10 'Furnace Lane Studio' {IS_HIS}; {TO_ALLOW}",
        f"docs/about.md:1:20 'furnacelane.example/nils' {IS_LINK}; take the link out",
        f"img/furnace-lane-studio.png:1:1 'furnace-lane-studio.png' {IS_HIS}; rename the file",
        f"interviews/bo.md:6:13 'Furnace Lane Studio' {IS_HIS}; {TO_ALLOW}",
        f"interviews/x.md:6:14 'Furnace Lane Studio' {IS_HIS}; write 'the organization' there, or "
        "what kind of place it is",
        f"interviews/x.md:6:47 'furnacelane.example/nils' {IS_LINK}; take the link out",
    ]
    found = whole_check(repository).findings
    [own] = [one for one in found if (one.place.line, one.place.column) == (6, 14)]
    assert own.message.endswith(", in a file for the repository, and 1 more time there")


def test_left_in_the_front_matter_each_is_named_once(repository: Folder):
    text = "Shell it is. " + TO_HIM
    repository.write("x", f"description: Furnace Lane Studio\n{DESIGNER}{OF_NILS}", text)
    repository.write("y", f"{DESIGNER}organization: 'Shell'\n", "Shell, of course.")
    repository.put("docs/about.md", "I went to Furnace Lane Studio.\n")
    assert other_files(repository) == [
        f"docs/about.md:1:11 'Furnace Lane Studio' {IS_HIS}; {TO_ALLOW}",
        f"interviews/x.md:5:15 'Furnace Lane Studio' {IS_HIS}; move the line to private/x.yml",
        f"interviews/x.md:6:7 'https://furnacelane.example/nils' {IS_LINK}; move the line to "
        "private/x.yml",
        f"interviews/y.md:4:16 'Shell' {IS_HIS}; move the line to private/y.yml",
    ]


def test_where_it_was_agreed_to_it_may_stand(repository: Folder):
    agreed = "consent: {organization: true, link: true, on: 2026-10-14}\n"
    repository.write("x", f"{DESIGNER}{OF_NILS}{agreed}", TO_HIM)
    repository.put("docs/about.md", TO_HIM)
    assert other_files(repository) == []


def test_who_agreed_lets_others_name_an_organization_but_not_a_colleague(repository: Folder):
    repository.write("x", f"{DESIGNER}{OF_NILS}consent: {{organization: true, on: 2026-10-14}}\n")
    repository.write("y", f"{DESIGNER}organization: Furnace Lane Studio\n")
    repository.write("bo", f"name: Bo Lind\n{AGREED}", "He left the Furnace Lane Studio.")
    repository.put("docs/about.md", "I went to Furnace Lane Studio.\n")
    assert [one.partition(" ")[0] for one in other_files(repository)] == [
        "interviews/x.md:5:7",
        "interviews/y.md:4:15",
    ]


@pytest.mark.parametrize("text", ["organization: TODO\n", "organization:\nlink: TODO\n"])
def test_what_is_not_filled_in_yet_tells_nothing(repository: Folder, text: str):
    repository.write("x", DESIGNER + text, "TODO: ask.")
    assert other_files(repository) == []


def test_the_organization_in_a_private_file_of_no_interview_is_looked_for(repository: Folder):
    repository.put(".gitignore", "private/\n")
    repository.put("private/nobody.yml", "organization: Furnace Lane Studio\n")
    repository.write("x", DESIGNER + "name: Bo Lind\n" + AGREED, "He left the Furnace Lane Studio.")
    assert [one.partition(" ")[0] for one in other_files(repository)] == ["interviews/x.md:8:13"]


def test_organizations_are_looked_for_however_it_is_divided(repository: Folder):
    repository.write("0", f"name: Bo Lind\n{AGREED}organization: Furnace Lane Studio\n")
    for number in range(1, 6):
        repository.write(str(number), f"name: Bo Lind\n{AGREED}", "The Furnace Lane Studio.")
    whole = whole_check(repository)
    assert [found.check for found in whole.findings].count("named-without-consent") == 6
    assert whole_check(repository, worth_a_process=2) == whole


# First names


def notes(folder: Folder) -> list[str]:
    return [
        f"{one.place.path}:{one.place.line}:{one.place.column}: {one.message}; {one.help}"
        for one in whole_check(folder).findings
        if one.check == "first-name-without-consent"
    ]


def test_a_rare_first_name_is_noted_once_in_a_file(repository: Folder):
    repository.write("a-cook", "alias: A cook\n", "How did Marisol do? Marisol!")
    repository.put("private/a-cook.yml", "name: Marisol Quillon\n")
    repository.write("bo", f"name: Bo Lind\n{AGREED}", "Marisol Ortega, Marisol's, Marisol.")
    repository.put("docs/index.md", "Marisol Quillon did.\n\nThanks to Marisol!\n")
    said = (
        "'Marisol' is the first name of somebody who did not agree to be named; write 'A cook' or "
        "a pronoun there, unless you mean somebody else"
    )
    assert notes(repository) == [f"docs/index.md:3:11: {said}", f"interviews/bo.md:6:17: {said}"]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Maria Quillon", "Bo Lind"),
        ("Grace Quillon", "Bo Lind"),
        ("Marisol Quillon", "Marisol Lind"),
        ("Ady Quillon", "Bo Lind"),
        ("Marisol", "Bo Lind"),
    ],
)
def test_no_other_first_name_is_noted(repository: Folder, name: str, other: str):
    repository.write("a-cook", "alias: A cook\n")
    repository.put("private/a-cook.yml", f"name: {name}\n")
    repository.write("bo", f"name: {other}\n{AGREED}")
    repository.put("docs/index.md", "Thanks to Maria, to Grace, to Marisol, to Ady, marisol!")
    assert notes(repository) == []


def test_contacts_on_own_pages_are_found_unless_they_are_allowed(folder: Folder):
    folder.write("ada", ADA + AGREED)
    folder.put("docs/index.md", "Write to me@quill.dev, or call Ken Abara.\n")
    [found] = checked_pages(folder)
    assert "'me@quill.dev' is a mail address" in found
    assert "put it into `allow`" in found
    folder.put("mkdocs.yml", "plugins: [search, shoptalk: {allow: ['@quill.dev']}]\n")
    assert checked_pages(folder) == []


def test_what_is_allowed_may_stand_in_files_of_a_repository(repository: Folder):
    repository.write("ada", ADA + AGREED, "Write to ada@quill.dev.")
    repository.put("mkdocs.yml", "plugins:\n  shoptalk:\n    allow: ['@quill.dev']\n")
    assert checked_pages(repository) == []
    assert whole_check(repository, worth_a_process=1) == whole_check(repository)


def test_own_pages_lie_where_the_settings_say(folder: Folder):
    folder.write("a-nurse", ADA + "alias: A nurse\n")
    folder.put("docs/index.md", "Ada Okafor\n")
    folder.put("pages/index.md", "Thanks, Ada Okafor.\n")
    icons = "emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
    folder.put("mkdocs.yml", f"docs_dir: pages\nextra:\n  {icons}")
    [found] = checked_pages(folder)
    assert found.startswith("pages/index.md:1:9: ")


@pytest.mark.parametrize("settings", ["docs_dir: [", "- a\n", "\0", ""])
def test_settings_that_cannot_be_read_are_as_good_as_none(folder: Folder, settings: str):
    folder.write("a-nurse", ADA + "alias: A nurse\n")
    folder.put("docs/index.md", "Ada Okafor\n")
    folder.put("mkdocs.yml", settings)
    assert len(checked_pages(folder)) == 1


def test_hidden_files_and_those_that_hold_no_text_are_passed_over(folder: Folder):
    folder.write("a-nurse", ADA + "alias: A nurse\n")
    for name in (".hidden/index.md", ".index.md", "notes.txt"):
        folder.put(f"docs/{name}", "Ada Okafor\n")
    (folder.path / "docs" / "bytes.md").write_bytes(b"\xff\xfe\x00")
    assert checked_pages(folder) == []


def test_one_file_by_itself_is_checked_without_the_own_pages(folder: Folder):
    folder.write("a-nurse", ADA + "alias: A nurse\n")
    folder.put("docs/index.md", "Ada Okafor\n")
    one = folder.path / "interviews" / "a-nurse.md"
    assert check_portfolio([one], folder.path).findings
    assert "docs/index.md" not in {
        found.place.path for found in check_portfolio([one], folder.path).findings
    }


def test_own_pages_are_checked_however_it_is_divided(folder: Folder):
    for number in range(6):
        folder.write(str(number), f"name: Bo Lind\n{AGREED}")
    folder.put("docs/index.md", "Write to me@quill.dev.\n")
    whole = whole_check(folder)
    assert len([one for one in whole.findings if one.place.path == "docs/index.md"]) == 1
    assert whole_check(folder, worth_a_process=2) == whole


def test_saving_an_own_page_the_settings_or_the_requests_is_noticed(folder: Folder):
    folder.write("ada", ADA + AGREED)
    seen = [look_at([folder.path], folder.path)]
    for name in ("docs/index.md", "mkdocs.yml", "outreach.yml"):
        folder.put(name, "# A text\n")
        seen.append(look_at([folder.path], folder.path))
    assert all(one != other for one, other in pairwise(seen))


# The folder private/


@pytest.mark.parametrize(
    ("ignored", "expected"),
    [
        ("", ["private-not-ignored"]),
        (".gitignore: private/", []),
        (".gitignore: /private", []),
        ("private/.gitignore: *", []),
        (".gitignore: privat", ["private-not-ignored"]),
    ],
)
def test_private_is_to_be_ignored(repository: Folder, ignored: str, expected: list[str]):
    repository.put("private/ada.yml", "notes: x\n")
    name, _, line = ignored.partition(": ")
    if name:
        repository.put(name, f"{line}\n")
    repository.write("ada", ADA + AGREED)
    assert repository.checks == expected


def test_what_was_added_against_the_rule_is_named(repository: Folder):
    repository.put(".gitignore", "private/\n")
    repository.put("private/ada.yml", "notes: x\n")
    repository.git("add", "-f", "private/ada.yml")
    repository.write("ada", ADA + AGREED)
    [found] = repository.findings()
    assert found.check == "private-in-repository"
    assert found.message == "Git has 1 file of this folder, although it is told to ignore them"
    assert found.help.startswith("run `git rm -r --cached private` and commit;")


def test_what_git_has_and_does_not_ignore_is_to_be_taken_out_and_ignored(repository: Folder):
    repository.put("private/ada.yml", "notes: x\n")
    repository.write("ada", ADA + AGREED)
    [found] = repository.findings()
    assert found.help == "put a line `private/` into .gitignore"
    repository.git("add", "-A")
    [found] = repository.findings()
    assert found.check == "private-not-ignored"
    assert found.help == (
        "put a line `private/` into .gitignore, run `git rm -r --cached private` and commit"
    )


# Private files of no interview


def test_where_the_name_is_missing_the_private_file_that_may_have_it_is_named(folder: Folder):
    folder.write("tea-merchant", "title: Tea Merchant\nalias: A tea merchant\n")
    folder.put("private/old.yml", "name: Ada Okafor\n")

    def help() -> str:
        found = whole_check(folder).findings
        [missing] = [one for one in found if one.check == "missing-name"]
        return missing.help

    assert help() == (
        "add it; or did you rename the write-up? private/old.yml has a name: rename it to "
        "private/tea-merchant.yml"
    )
    folder.put("private/old.yml", "notes: x\n")
    assert help() == "add it here, or to private/tea-merchant.yml, which nobody else sees"


def test_nothing_public_leads_to_such_a_file(folder: Folder):
    folder.write("tea-merchant", "title: Tea Merchant\nalias: A tea merchant\n")
    folder.put("private/okafor.yml", "name: Ada Okafor\n")
    corpus = read_corpus([folder.path / "interviews"], TODAY, start=folder.path)
    [public] = public_corpus(corpus, public_people(corpus, TODAY)).files
    assert corpus.files[0].interview
    assert corpus.files[0].interview.orphan == "private/okafor.yml"
    assert public.interview
    assert public.interview.orphan == ""


# The instructor's edition


@pytest.mark.parametrize(
    ("settings", "ignored", "expected"),
    [
        ("", "", ["site-instructor", "site-instructor.zip"]),
        ("", "site-instructor*", []),
        ("", "site/", ["site-instructor", "site-instructor.zip"]),
        ("site_dir: out", "", []),
    ],
)
def test_the_instructors_edition_is_to_be_ignored(
    repository: Folder, settings: str, ignored: str, expected: list[str]
):
    repository.write("ada", ADA + AGREED)
    repository.put("mkdocs.yml", f"{settings}\n")
    repository.put(".gitignore", f"{ignored}\n")
    repository.put("site-instructor/index.html", "Ada Okafor")
    repository.put("site-instructor.zip", "")
    found = whole_check(repository).findings
    assert [one.place.path for one in found if one.check == "edition-not-ignored"] == expected


def test_so_is_what_is_printed_of_it(repository: Folder):
    repository.write("ada", ADA + AGREED)
    repository.put("portfolio-instructor.pdf", "Ada Okafor")
    [found] = [one for one in whole_check(repository).findings if one.check.startswith("edition")]
    assert found.place.path == "portfolio-instructor.pdf"
    assert found.help.startswith("put a line `portfolio-instructor.pdf` into .gitignore;")
    repository.put(".gitignore", "portfolio-instructor.pdf\n")
    found_now = {one.check for one in whole_check(repository).findings}
    assert "edition-not-ignored" not in found_now


# The command


def whole_check(folder: Folder, *, worth_a_process: int = 1_000) -> Checked:
    return check_portfolio([folder.path], folder.path, worth_a_process=worth_a_process)


def test_the_check_says_so_however_it_is_divided(repository: Folder):
    repository.write("0", ADA + "alias: A nurse\n")
    repository.put("private/0.yml", "notes: x\n")
    for number in range(1, 6):
        repository.write(str(number), f"name: Bo Lind\n{AGREED}", "Ada Okafor laughed.")
    whole = whole_check(repository)
    assert [found.check for found in whole.findings].count("named-without-consent") == 6
    assert [found.check for found in whole.findings].count("private-not-ignored") == 1
    assert whole_check(repository, worth_a_process=2) == whole


def test_where_all_agreed_the_check_is_divided_as_before(
    repository: Folder, monkeypatch: pytest.MonkeyPatch
):
    for number in range(6):
        repository.write(str(number), f"name: Bo Lind\n{AGREED}", "Write to bo@example.org.")
    whole = whole_check(repository)
    monkeypatch.setattr("shoptalk.checking.read_files", None)
    assert whole_check(repository, worth_a_process=2) == whole
    assert [found.check for found in whole.findings].count("named-without-consent") == 6


def test_the_example_of_this_repository_is_clean():
    corpus = read_corpus([HOME / "interviews"], TODAY, start=HOME)
    interviews = [file.interview for file in corpus.files if file.interview]
    [unnamed] = [one for one in interviews if not one.consent.name]
    assert (unnamed.name, unnamed.alias) == ("", "A court interpreter")
    checked = check_consent(corpus.files, TODAY)[0]
    assert [found for file in checked for found in file.findings] == []


def test_what_a_private_file_says_otherwise_is_told_of_in_both_wordings(repository: Folder):
    repository.put(".gitignore", "private/\n")
    repository.put("private/a.yml", "name: Bo Okafor-Lindqvist\norganization: TODO\n")
    repository.write(
        "a",
        "name: Bo Wrzesniewski\nalias: A nurse\norganization: Furnace Lane Studio\n",
        "At Furnace Lane Studio Wrzesniewski laughed.",
    )
    told = [one.place.line for one in repository.findings() if one.check == "named-without-consent"]
    assert told == [2, 4, 7]
