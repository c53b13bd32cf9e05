"""The public edition shows nothing of people who did not agree; the instructor's shows all."""

import html
import json
import re
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from privacy.people import ALL, NAMED, PEOPLE, leaked, secrets, words, write_portfolio

from shoptalk.classes.handed_in import handed_in
from shoptalk.classes.together import ClassWork, grade_one
from shoptalk.reading.page_blocks import BLOCKS

from .conftest import CONFIG, ENVIRONMENT, MKDOCS, Folder, Preview, free_port, text_of

SETTINGS = (
    CONFIG.replace(
        'site_url: ""', "site_url: https://example.org/\nrepo_url: https://example.org/repo"
    )
    .replace("false}", "false, features: [content.action.edit]}\nedit_uri: edit/main/docs/")
    .replace("shoptalk]", "tags, shoptalk]")
)
HOME = "# Home\n\n" + "".join(f"<!-- shoptalk/{name} -->\n\n" for name in BLOCKS)
BEN = """\
---
name: {name}
title: Tide Reader
organization: Harbour Office
date: 2026-03-14
{more}questions: [What is new?]
learnings: [Much of it is agreed on by {number} people.]
applications: [Ask {number} of them.]
---

It was quiet.
"""
AGREED = "consent: {name: true, organization: true, on: 2026-03-14}\n"
PASSING = "criteria: [{id: names, title: Names, checks: [missing-name]}]\n"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The portfolio of people with hostile names, in both editions."""
    folder = Folder(tmp_path_factory.mktemp("editions"))
    folder.write("mkdocs.yml", SETTINGS)
    folder.write("docs/index.md", HOME)
    folder.write(
        "docs/interviews/a-harbor-pilot.md", "# A harbor pilot\n\nSee the [list](index.md)."
    )
    folder.write("rubric.yml", PASSING)
    write_portfolio(folder.path)
    for edition in ("public", "instructor"):
        done = folder.build(SHOPTALK_EDITION=edition)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def ben(tmp_path: Path) -> Folder:
    """Somebody who agreed to nothing."""
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", SETTINGS)
    folder.write("docs/index.md", HOME)
    folder.write("interviews/ben.md", BEN.format(name="Ben Unnamed-Holt", more="", number=7))
    return folder


def test_there_are_enough_people() -> None:
    assert len(PEOPLE) >= 40
    assert len(NAMED) * 3 >= len(PEOPLE)


def test_the_public_edition_leaks_nothing(both: Folder) -> None:
    assert '<form name="interviews"' in both.page("interviews/index.html")
    assert list(leaked(both.path / "site")) == []


def test_programs_are_told_of_those_who_agreed_and_of_no_others(both: Folder) -> None:
    site = both.path / "site"
    for name in ("feed.xml", "portfolio.json", "interviews/a-weaver/index.html"):
        text = (site / name).read_text("utf-8")
        assert "A weaver" in text
        assert not [secret for secret in secrets() if secret in words(html.unescape(text))]
    for name in ("portfolio.json", "interviews/ines-bellweather/index.html"):
        told = words(both.page(name).partition("</head>")[0])
        assert " ines bellweather " in told
        assert " vexley " in told
    data = json.loads(both.page("portfolio.json"))["conversations"]
    assert len(data) == len([one for one in PEOPLE if not one.draft])
    titles = ElementTree.fromstring(both.page("feed.xml")).iterfind("channel/item/title")  # noqa: S314
    named = {one["name"] for one in data}
    assert all(any((one.text or "").startswith(name) for name in named) for one in titles)


def test_programs_are_told_everything_by_the_instructors_edition(both: Folder) -> None:
    site = both.path / "site-instructor"
    data = json.loads((site / "portfolio.json").read_text("utf-8"))["conversations"]
    shown = {one.file: one for one in PEOPLE if not one.draft}
    told = {one["name"]: one.get("organization") for one in data}
    for one in shown.values():
        assert told[one.name] == one.organization
        page = (site / "interviews" / f"{one.file}.html").read_text("utf-8")
        [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
        about = json.loads(block)["about"]
        assert (about["name"], about["worksFor"]["name"]) == (one.name, one.organization)
    assert len(data) == len(shown)


def test_the_instructors_edition_claims_no_address_and_is_listed_nowhere(both: Folder) -> None:
    site = both.path / "site-instructor"
    assert not (site / "feed.xml").exists()
    assert "<loc>" not in (site / "sitemap.xml").read_text("utf-8")
    page = (site / "interviews" / "index.html").read_text("utf-8")
    assert not re.search('rel="canonical"|og:url|rss', page)


def test_who_agreed_is_there_by_name(both: Folder) -> None:
    cards = words(text_of(both.page("interviews/index.html")))
    missing = [one.name for one in NAMED if words(one.name) not in cards]
    assert missing == []
    pages = words(" ".join(map(text_of, map(both.page, filter(is_page, both.files())))))
    agreed = [one for one in NAMED if one.agreed == ALL]
    assert [one.name for one in agreed if words(one.organization) not in pages] == []
    assert [one.name for one in agreed if f" quoted {one.number} " not in pages] == []


def test_everybody_else_has_a_page_under_an_alias(both: Folder) -> None:
    shown = [one for one in PEOPLE if not one.draft]
    pages = {name for name in both.files() if name.startswith("interviews/") and is_page(name)}
    assert len(pages) == len(shown) + 1
    assert "interviews/a-weaver/index.html" in pages


def is_page(name: str) -> bool:
    return name.endswith(".html")


def test_the_instructors_edition_shows_everything(both: Folder) -> None:
    site = both.path / "site-instructor"
    pages = [page.read_text("utf-8") for page in sorted(site.rglob("*.html"))]
    everything = words(" ".join(map(text_of, pages)))
    for one in PEOPLE:
        texts = (one.name, one.organization, f"quoted {one.number} straight")
        own = site / "interviews" / f"{one.file}.html"
        assert own.is_file() is not one.draft, one.name
        for text in texts if not one.draft else ():
            assert words(text) in everything, text
    lists = [site / "interviews.html", site / "interviews" / "index.html"]
    [listed] = [words(text_of(page.read_text())) for page in lists if page.is_file()]
    assert all(words(one.name) in listed for one in PEOPLE if not one.draft)
    assert " draftina " not in listed
    assert "llamas" not in everything


def test_every_page_of_the_instructors_edition_is_marked(both: Folder) -> None:
    site = both.path / "site-instructor"
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert text.count('<meta name="robots" content="noindex') == 1, page
        assert text.count("not for publication") == 1, page
    for page in (both.path / "site").rglob("*.html"):
        assert "not for publication" not in page.read_text("utf-8"), page


def test_the_archive_holds_the_whole_site(both: Folder) -> None:
    site = both.path / "site-instructor"
    with zipfile.ZipFile(both.path / "site-instructor.zip") as archive:
        packed = {name for name in archive.namelist() if not name.endswith("/")}
    files = {path.relative_to(both.path).as_posix() for path in site.rglob("*") if path.is_file()}
    assert packed == files


def test_what_is_graded_is_handed_in_with_the_instructors_edition_only(both: Folder) -> None:
    handed_in = both.path / "site-instructor" / "handed-in"
    texts = {path: path.read_text("utf-8") for path in handed_in.rglob("*.*")}
    shown = {f"{one.file}.md" for one in PEOPLE if not one.draft}
    interviews = handed_in / "interviews"
    assert {path.relative_to(interviews).as_posix() for path in interviews.rglob("*.md")} == shown
    assert {path.name for path in handed_in.glob("*.yml")} == {"rubric.yml"}
    everything = words(" ".join(texts.values()))
    assert [one.name for one in PEOPLE if not one.draft and words(one.name) not in everything] == []
    assert not list(both.path.glob("site/**/handed-in*"))
    assert not [name for name in both.files() if name.endswith(".md")]


def test_the_archive_is_graded_as_the_portfolio_is(kept_apart: Folder) -> None:
    kept_apart.write(
        "private/ben.yml",
        "name: Ben Unnamed-Holt\norganization: 'Harbour: \"Office\"'\nresearch: |\n  His talk.\n\n"
        "  # no comment\ncontact: ben@example.org\nnotes: He was late. # very\n",
    )
    kept_apart.write("interviews/dan.md", BEN.format(name="Dan", more="draft: true\n", number=9))
    assert kept_apart.build(SHOPTALK_EDITION="instructor").returncode == 0
    told = (kept_apart.path / "site-instructor/handed-in/private/ben.yml").read_text("utf-8")
    assert told == (
        'name: "Ben Unnamed-Holt"\norganization: "Harbour: \\"Office\\""\n'
        'research: "His talk.\\n\\n# no comment"\n'
    )
    work = ClassWork(rubric="", with_scores=False, here=kept_apart.path, today=date(2026, 11, 22))
    folder, packed = (
        grade_one(handed_in(kept_apart.path / path, kept_apart.path), work)
        for path in (".", "site-instructor.zip")
    )
    assert [cell[:-1] for cell in packed.cells] == [cell[:-1] for cell in folder.cells]
    assert [cell.met for cell in packed.cells] == [1, 1, 1, 1, 0]


def test_no_edition_keeps_what_an_earlier_one_held(kept_apart: Folder) -> None:
    assert kept_apart.build(SHOPTALK_EDITION="instructor").returncode == 0
    kept_apart.write("interviews/ben.md", BEN.format(name="Ben", more="draft: true\n", number=9))
    assert kept_apart.build("--dirty", SHOPTALK_EDITION="instructor").returncode == 0
    assert not list(kept_apart.path.glob("site-instructor/handed-in/interviews/*"))


def test_the_rubric_is_shown_to_be_met_without_names(both: Folder) -> None:
    page = text_of(both.page("rubric/index.html"))
    shown = len([one for one in PEOPLE if not one.draft])
    assert page.count("\u2713 met") >= shown
    assert "A harbor pilot" in page
    assert page.count("\u2717 not met") == 1  # what the signs mean


RESTING_ON_PRIVATE = """\
criteria:
  - {id: names, title: Names, checks: [missing-name]}
  - {id: firm, title: Firm, checks: [missing-field: {field: organization}]}
  - {id: prepared, title: Prepared, checks: [missing-field: {field: research}]}
  - {id: asked, title: Asked, checks: [too-few-items: {field: questions}]}
  - {id: industry, title: Industry, checks: [missing-field: {field: industry}]}
"""


def states(folder: Folder, site: str = "site", page: str = "rubric/index.html") -> dict[str, str]:
    """What the rubric's page says of the only conversation, by criterion."""
    text = (folder.path / site / page).read_text("utf-8")
    rows = re.findall(r'<th scope="row">(.*?)</th>\s*<td>(.*?)</td>', text, re.DOTALL)
    return {text_of(head).strip(): text_of(cell).strip() for head, cell in rows}


@pytest.fixture
def kept_apart(ben: Folder) -> Folder:
    """Ben, of whom the repository holds nothing but the conversation."""
    ben.write("rubric.yml", RESTING_ON_PRIVATE)
    text = BEN.format(name="", more="alias: A tide reader\n", number=7)
    text = text.replace("name: \n", "").replace("organization: Harbour Office\n", "")
    ben.write("interviews/ben.md", text)
    ben.write(
        "private/ben.yml",
        "name: Ben Unnamed-Holt\norganization: Harbour Office\nresearch: His talk on tides.\n",
    )
    return ben


MET = {"Names": "\u2713 met", "Firm": "\u2713 met", "Prepared": "\u2713 met", "Asked": "\u2713 met"}
INDUSTRY = {"Industry": "\u2717 not met"}


def test_an_instructor_sees_in_public_that_what_is_private_is_there(kept_apart: Folder) -> None:
    assert kept_apart.build().returncode == 0
    assert states(kept_apart) == MET | INDUSTRY
    pages = words(" ".join(map(text_of, map(kept_apart.page, filter(is_page, kept_apart.files())))))
    assert " unnamed " not in pages
    assert " harbour " not in pages
    assert kept_apart.build(SHOPTALK_EDITION="instructor").returncode == 0
    assert states(kept_apart, "site-instructor", "rubric/index.html") == MET | INDUSTRY


def test_a_build_without_private_says_what_it_cannot_show(kept_apart: Folder) -> None:
    shutil.rmtree(kept_apart.path / "private")
    done = kept_apart.build()
    assert done.returncode == 0, done.stderr
    cannot = "? only the instructor's edition can show it"
    assert states(kept_apart) == {
        "Names": cannot,
        "Firm": cannot,
        "Prepared": cannot,
        "Asked": "\u2713 met",
        **INDUSTRY,
    }
    assert re.findall(r"WARNING.*\[([a-z-]+)\]", done.stderr) == ["missing-field"]
    assert "'industry' is missing" in done.stderr
    assert ">A tide reader<" in kept_apart.page("rubric/index.html")
    assert done.stderr.count("1 interview has no name here (private/ is missing)") == 1
    assert "private:1:1: note: " in done.stderr


def test_who_lost_the_private_file_by_a_renaming_is_named_nowhere(kept_apart: Folder) -> None:
    (kept_apart.path / "interviews" / "ben.md").rename(kept_apart.path / "interviews" / "a.md")
    cay = BEN.format(name="Cay Invented", more="alias: A cook\n", number=8)
    told = "It was quiet, said Ben Unnamed-Holt of the Harbour Office."
    kept_apart.write("interviews/cay.md", cay.replace("It was quiet.", told))
    done = kept_apart.build()
    assert done.returncode == 0, done.stderr
    assert "[private-file-of-no-interview]" in done.stderr
    pages = words(" ".join(map(text_of, map(kept_apart.page, filter(is_page, kept_apart.files())))))
    assert " unnamed " not in pages
    assert " harbour " not in pages
    kept_apart.write("docs/about.md", "# About\n\nThanks to Ben Unnamed-Holt.\n")
    assert kept_apart.build().returncode == 1


def test_only_who_hides_nothing_has_a_link_to_the_file(ben: Folder) -> None:
    ben.write("interviews/cay.md", BEN.format(name="Cay Invented", more=AGREED, number=8))
    assert ben.build().returncode == 0
    assert "repo/edit/main/interviews/cay.md" in ben.page("interviews/cay/index.html")
    assert "repo/edit" not in ben.page("interviews/a-tide-reader/index.html")


def test_the_alias_is_made_from_the_title_where_there_is_none(ben: Folder) -> None:
    assert ben.build().returncode == 0
    assert "<h1" in ben.page("interviews/a-tide-reader/index.html")
    index = json.loads(ben.page("search/search_index.json"))
    assert "A tide reader" in {entry["title"] for entry in index["docs"]}
    assert "interviews/ben/" not in {entry["location"] for entry in index["docs"]}
    assert "interviews/a-tide-reader/" in ben.page("sitemap.xml")


@pytest.mark.parametrize("place", ["about.md", "interviews/a-tide-reader.md"])
def test_a_name_on_the_students_own_page_stops_the_build(ben: Folder, place: str) -> None:
    ben.write(f"docs/{place}", "# About\n\nThanks to Ben Unnamed-Holt.\n")
    done = ben.build()
    assert done.returncode == 1
    assert "'Ben Unnamed-Holt' names somebody who did not agree to be named" in done.stderr
    assert f"the page is made from docs/{place}" in done.stderr
    assert "do not publish site/" in done.stderr
    assert (ben.path / "site" / "index.html").is_file()
    assert ben.build(SHOPTALK_EDITION="instructor").returncode == 0


def test_a_name_in_the_settings_of_the_site_is_one_finding(ben: Folder) -> None:
    ben.write("mkdocs.yml", f"{SETTINGS}copyright: thanks to Ben Unnamed-Holt\n")
    done = ben.build()
    assert done.returncode == 1
    assert done.stderr.count("[leak]") == 1
    assert (
        "other files; it comes from interviews/ben.md:2; the same words stand in mkdocs.yml:"
        in (done.stderr)
    )


def test_a_name_in_the_title_of_an_own_page_is_one_finding_with_its_line(ben: Folder) -> None:
    ben.write("docs/about.md", "\n# Ben Unnamed-Holt & me\n\nHello.\n")
    done = ben.build()
    assert done.returncode == 1
    assert "; the same words stand in docs/about.md:2 " in done.stderr


def test_links_from_own_pages_reach_an_interview_under_its_public_address(ben: Folder) -> None:
    draft = BEN.format(name="Flo Unready", more="draft: true\n", number=8)
    ben.write("interviews/flo.md", draft)
    ben.write("interviews/cay.md", BEN.format(name="Cay Invented", more=AGREED, number=9))
    own = "[him](../interviews/ben.md#what-is-new) [her](../interviews/cay.md)"
    others = "[draft](../interviews/flo.md) [list](../interviews/index.md) [up](../index.md)"
    ben.write("docs/more/about.md", f"# About\n\n{own} {others}\n")
    done = ben.build()
    assert done.returncode == 0, done.stderr
    page = ben.page("more/about/index.html")
    assert re.findall(r'<a href="([^"]*)">(?:him|her|draft|list|up)<', page) == [
        "../../interviews/a-tide-reader/#what-is-new",
        "../../interviews/cay/",
        "#",
        "../../interviews/",
        "../../",
    ]
    assert ben.build(SHOPTALK_EDITION="instructor").returncode == 0
    page = (ben.path / "site-instructor/more/about.html").read_text()
    assert 'href="../interviews/ben.html#what-is-new"' in page


def test_on_the_page_of_an_alias_the_first_name_is_enough(ben: Folder) -> None:
    ben.write("docs/interviews/a-tide-reader.md", "# A tide reader\n\nThen Ben laughed.\n")
    assert ben.build().returncode == 1
    ben.write("docs/interviews/a-tide-reader.md", "# A tide reader\n\nThen he laughed.\n")
    assert ben.build().returncode == 0


def test_contacts_of_anybody_stop_the_build_unless_they_are_allowed(ben: Folder) -> None:
    ben.write("docs/about.md", "# About\n\nWrite to me at me@quill.dev.\n")
    done = ben.build()
    assert done.returncode == 1
    assert "'me@quill.dev' is a mail address or a telephone number" in done.stderr
    ben.write("mkdocs.yml", SETTINGS.replace("shoptalk]", "shoptalk: {allow: [me@quill.dev]}]"))
    assert ben.build().returncode == 0


PICTURED = BEN.replace("It was quiet.", "![The desk](desk.png)")


def test_pictures_are_those_that_somebody_agreed_to(ben: Folder) -> None:
    agreed = "consent: {name: true, photo: true, on: 2026-03-14}\n"
    ben.write("interviews/a/cay.md", PICTURED.format(name="Cay Invented", more=agreed, number=8))
    ben.write("interviews/b/dee.md", PICTURED.format(name="Dee Unnamed", more="", number=9))
    for folder in "ab":
        (ben.path / "interviews" / folder / "desk.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert ben.build().returncode == 0
    pictures = {name for name in ben.files() if name.endswith("desk.png")}
    assert pictures == {"interviews/a/desk.png"}


def test_where_a_picture_was_taken_stops_the_build(ben: Folder) -> None:
    # A TIFF in a PNG, of nothing but the latitude and the longitude.
    rationals = struct.pack("<6I", 52, 1, 30, 1, 0, 1)
    rows = struct.pack("<HHII", 2, 5, 3, 56) + struct.pack("<HHII", 4, 5, 3, 80)
    gps = struct.pack("<H", 2) + rows + bytes(4)
    head = struct.pack("<HHHIII", 1, 0x8825, 4, 1, 26, 0)
    exif = b"II*\0" + struct.pack("<I", 8) + head + gps + rationals * 2
    chunk = struct.pack(">I", len(exif)) + b"eXIf" + exif + bytes(4)
    (ben.path / "docs" / "me.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk)
    done = ben.build()
    assert done.returncode == 1
    assert "site/me.png" in done.stderr
    assert "is where a picture was taken" in done.stderr


def test_scores_name_nobody(ben: Folder) -> None:
    ben.write("mkdocs.yml", SETTINGS.replace("shoptalk]", "shoptalk: {publish_scores: true}]"))
    ben.write("rubric.yml", "criteria: [{id: own, title: Own, levels: [{label: A}, {label: B}]}]\n")
    ben.write(
        "scores.yml",
        "scores:\n  - {criterion: own, interview: ben, level: B, who: Dr Marsh, when: 2026-11-19,\n"
        "     comment: Ben Unnamed-Holt says little}\n",
    )
    done = ben.build()
    assert done.returncode == 0, done.stderr
    page = text_of(ben.page("rubric/index.html"))
    assert "Dr Marsh" in page
    assert "A tide reader says little" in page


def test_the_environment_counts_more_than_the_setting(ben: Folder) -> None:
    ben.write("mkdocs.yml", SETTINGS.replace("shoptalk]", "shoptalk: {edition: instructor}]"))
    assert ben.build(SHOPTALK_EDITION="public").returncode == 0
    assert not (ben.path / "site-instructor").exists()
    assert ben.build().returncode == 0
    assert "Ben Unnamed-Holt" in (ben.path / "site-instructor/interviews/ben.html").read_text()


def test_an_edition_that_there_is_not_ends_the_build_in_one_line(ben: Folder) -> None:
    done = ben.build(SHOPTALK_EDITION="teacher")
    assert done.returncode == 1
    assert "there is no edition 'teacher'; SHOPTALK_EDITION can be public or instructor" in (
        done.stderr
    )
    assert "Traceback" not in done.stderr
    assert not (ben.path / "site").exists()


@pytest.fixture
def served(ben: Folder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    ben.write("docs/about.md", "# About\n\nThanks to Ben Unnamed-Holt.\n")
    ben.write("rubric.yml", "extends: thinkful\n")
    log = tmp_path_factory.mktemp("serve") / "log.txt"
    address = f"127.0.0.1:{free_port()}"
    with log.open("wb") as out:
        command = [*MKDOCS, "serve", "-a", address]
        process = subprocess.Popen(command, cwd=ben.path, env=ENVIRONMENT, stdout=out, stderr=out)
        try:
            yield Preview(ben, f"http://{address}/", process, log)
        finally:
            process.terminate()
            process.wait(20)


def test_a_preview_shows_the_public_edition_with_findings(served: Preview) -> None:
    page = served.wait_for("interviews/a-tide-reader/", lambda page: "Tide Reader" in page)
    assert "<h1" in page
    assert ">A tide reader<" in page
    assert "shoptalk-box" in page
    assert "Thanks to Ben" in served.get("about/")


@pytest.mark.parametrize(
    ("own", "private"),
    [
        ("name: Bríd O'Quarrel\n", "title: Reader\n"),
        ("name: 'Bríd O''Quarrel'  # hers\n".replace("''", "\u2019"), ""),
        ("alias: A reader\n", "name: Bríd O'Quarrel\n"),
    ],
)
def test_who_is_named_in_a_file_that_cannot_be_read_is_looked_for(
    portfolio: Folder, own: str, private: str
) -> None:
    portfolio.write("interviews/brid.md", f"---\n{own}%%%\n}}: {{\n---\n\nWe met.\n")
    if private:
        portfolio.write("private/brid.yml", private)
    portfolio.write("docs/index.md", "# Home\n\nThanks to Brid O\u2019Quarrel.\n")
    done = portfolio.build()
    assert done.returncode == 1
    assert "do not publish site/" in done.stderr
    portfolio.write("docs/index.md", "# Home\n\nThanks to all.\n")
    assert portfolio.build().returncode == 0
