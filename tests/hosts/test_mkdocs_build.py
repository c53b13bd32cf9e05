"""Real builds: what becomes a page, and what fails a build."""

import html
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from .conftest import ADA, CONFIG, Folder, copy_of_the_example, text_of

ERROR = ADA.replace("title: Tide Reader", "title: Tide: Reader")
WARNING = ADA.replace("tags: [sea]", "tag: [sea]")
NOTE = ADA.replace("---\n\nShe", "...\n\nShe")


def test_the_example_builds_strictly_and_only_says_that_a_name_is_not_here(tmp_path: Path) -> None:
    folder = copy_of_the_example(tmp_path)
    done = folder.build("--strict")
    assert done.returncode == 0
    assert "WARNING" not in done.stderr
    assert re.findall(r"shoptalk: .*\[([a-z-]+)\]", done.stderr) == ["names-not-here"]


@pytest.mark.parametrize(
    ("text", "options", "fails"),
    [
        (ADA, [], False),
        (ADA, ["--strict"], False),
        (NOTE, ["--strict"], False),
        (NOTE, ["--strict", "--quiet"], False),
        (WARNING, [], False),
        (WARNING, ["--strict"], True),
        (WARNING, ["--strict", "--quiet"], True),
        (ERROR, [], False),
        (ERROR, ["--strict"], True),
        (ERROR, ["--strict", "--quiet"], True),
    ],
)
def test_only_strict_builds_fail(
    portfolio: Folder, text: str, options: list[str], fails: bool
) -> None:
    portfolio.write("interviews/ada.md", text)
    done = portfolio.build(*options)
    assert bool(done.returncode) is fails, done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_logs_the_whole_finding(portfolio: Folder) -> None:
    portfolio.write("interviews/ada.md", ERROR)
    assert (
        "WARNING -  shoptalk: interviews/ada.md:3:12: error: the value of 'title' contains ': ', "
        "which YAML reads as another key [colon-in-value]\n"
        "  3 | title: Tide: Reader\n"
        "    |            ^\n"
        "  help: put the whole text in quotes:\n"
        '    | title: "Tide: Reader"\n'
    ) in portfolio.build().stderr


def test_notes_are_logged_as_information(portfolio: Folder) -> None:
    portfolio.write("interviews/ada.md", NOTE)
    log = portfolio.build().stderr
    assert "INFO    -  shoptalk: interviews/ada.md:16:1: note:" in log
    assert "WARNING" not in log


def test_a_failed_strict_build_sums_up(portfolio: Folder) -> None:
    portfolio.write("interviews/ada.md", ERROR)
    assert "the check failed: 1 interview: 1 error" in portfolio.build("--strict", "-q").stderr


def test_findings_never_reach_a_published_page(portfolio: Folder) -> None:
    portfolio.write("interviews/ada.md", ERROR)
    portfolio.write("interviews/bea.md", "no front matter at all")
    portfolio.built()
    assert "Tide: Reader" in text_of(portfolio.page("interviews/ada/index.html"))
    for name in portfolio.files():
        if name.endswith((".html", ".json")):
            assert "colon-in-value" not in portfolio.page(name)
            assert "no-front-matter" not in portfolio.page(name)
    assert "interviews/bea/index.html" not in portfolio.files()


def test_the_pages(portfolio: Folder) -> None:
    portfolio.write("interviews/2026/bo.md", ADA.replace("Ada", "Bo").replace("03-14", "04-02"))
    portfolio.built("--strict")
    assert portfolio.files() >= {
        "index.html",
        "interviews/index.html",
        "interviews/ada/index.html",
        "interviews/2026/bo/index.html",
        "questions/index.html",
        "rubric/index.html",
        "assets/shoptalk.css",
    }
    page = portfolio.page("interviews/ada/index.html")
    said = text_of(page)
    for text in (
        "Ada Invented",
        "Tide Reader \u00b7 Harbour Office",
        "14 March 2026",
        "Most of the week goes into agreeing",
        "rebuild my budget project",
        "She met me at the quay.",
        "Mostly reading gauges",
        "Which skills matter most?",
    ):
        assert text in said
    assert re.search(r"<h1[^>]*>Ada Invented", page)
    assert '<h2 id="what-does-a-normal-week-look-like">' in page
    neighbour = "Later: <bdi>Bo Invented</bdi>"
    assert f'<a href="../2026/bo/" rel="next" class="shoptalk-later">{neighbour}</a>' in page
    later = portfolio.page("interviews/2026/bo/index.html")
    assert '<a href="../../ada/" rel="prev" class="shoptalk-earlier">' in later


def test_text_from_right_to_left_is_set_so_wherever_it_stands(portfolio: Folder) -> None:
    answer = "قراءة العدادات."
    question = "كيف يومك؟"
    text = ADA.replace("What does a normal week look like?", question)
    said = "Mostly reading gauges, then talking about what was read."
    portfolio.write("interviews/ada.md", text.replace(said, answer))
    portfolio.write("docs/index.md", f"# Home\n\n{answer}\n")
    portfolio.built()
    assert f'<p dir="rtl">{answer}</p>' in portfolio.page("index.html")
    page = portfolio.page("interviews/ada/index.html")
    assert re.search(rf'<h2 dir="rtl"[^>]*>{question}', page)
    assert f'<p dir="rtl">{answer}</p>' in page
    list_of_questions = portfolio.page("questions/index.html")
    assert re.search(rf'<li[^>]*><a dir="rtl"[^>]*>{question}', list_of_questions)


def test_the_home_page_takes_generated_blocks(portfolio: Folder) -> None:
    home = text_of(portfolio.built().page("index.html"))
    assert "1 conversation" in home
    assert "1 of 1 written up in full" in home
    assert "Ada Invented" in home


@pytest.mark.parametrize("order", [("progress", "recent"), ("recent", "progress")])
def test_blocks_below_one_another_stay_two_lists(portfolio: Folder, order: tuple[str, str]) -> None:
    blocks = "\n\n".join(f"<!-- shoptalk/{name} -->" for name in order)
    portfolio.write("docs/index.md", f"# Home\n\n{blocks}\n")
    lists = portfolio.built().page("index.html").split("<ul>")[1:]
    cards = ["shoptalk-card" in one for one in lists if "shoptalk-" in one.partition("</ul>")[0]]
    assert cards == [name == "recent" for name in order]


def test_a_block_in_a_code_block_is_left_alone(portfolio: Folder) -> None:
    portfolio.write("docs/index.md", "# Home\n\n```html\n<!-- shoptalk/progress -->\n```\n")
    assert "shoptalk/progress" in portfolio.built("--strict").page("index.html")


def test_an_unknown_block_is_named(portfolio: Folder) -> None:
    portfolio.write("docs/index.md", "# Home\n\n<!-- shoptalk/progres -->\n")
    log = portfolio.build().stderr
    assert "docs/index.md:3:6: warning: there is no block 'shoptalk/progres' [unknown-block]" in log
    assert "<!-- shoptalk/progres -->" in portfolio.page("index.html")


def test_the_bank_links_to_each_answer(portfolio: Folder) -> None:
    portfolio.write(
        "interviews/bo.md", ADA.replace("Ada", "Bo").replace("normal week", "Normal *week*")
    )
    anchor = "what-does-a-normal-week-look-like"
    entry = portfolio.built().page(f"questions/asked/{anchor}/index.html")
    assert f'href="../../../interviews/ada/#{anchor}"' in entry
    assert f'href="../../../interviews/bo/#{anchor}"' in entry


def test_interviews_stay_out_of_the_navigation(portfolio: Folder) -> None:
    page = portfolio.built().page("index.html")
    navigation = page[page.index("md-nav--primary") : page.index("md-content")]
    assert "interviews/" in navigation
    assert "Ada Invented" not in navigation


def test_a_generated_page_alone_in_its_section_is_one_entry(portfolio: Folder) -> None:
    portfolio.write("docs/questions/mine.md", "# Mine\n")
    portfolio.write("docs/alone/own.md", "# Own\n")
    page = portfolio.built().page("index.html")
    navigation = page[page.index("md-nav--primary") : page.index("md-content")]
    entries = re.findall(
        r'<li class="md-nav__item[^"]*">.*?(?=<li class="md-nav__item|$)', navigation, re.S
    )
    are_nested = {text_of(entry).split()[0]: "--nested" in entry for entry in entries}
    assert {name: are_nested[name] for name in ("Interviews", "Questions", "Rubric", "Alone")} == {
        "Interviews": False,
        "Questions": True,
        "Rubric": False,
        "Alone": True,
    }
    assert "<title>Interviews - Conversations</title>" in portfolio.page("interviews/index.html")


def test_searching_for_a_question_finds_the_bank_and_the_conversation(portfolio: Folder) -> None:
    found = {
        entry["location"]
        for entry in search_index(portfolio.built())
        if "Which skills matter most" in html.unescape(entry["title"] + entry["text"])
    }
    assert "questions/skills/#which-skills-matter-most" in found
    assert any(place.startswith("interviews/ada/") for place in found)


def search_index(folder: Folder) -> list[dict[str, str]]:
    documents: list[dict[str, str]] = json.loads(folder.page("search/search_index.json"))["docs"]
    return documents


def test_a_draft_is_nowhere_in_a_build(portfolio: Folder) -> None:
    draft = ADA.replace("Ada Invented", "Zoltan Secret").replace("tags:", "draft: true\ntags:")
    portfolio.write("interviews/zs.md", draft.replace("Tide Reader", "Cloud Counter"))
    portfolio.built("--strict")
    assert not [name for name in portfolio.files() if "zs" in name]
    for name in portfolio.files():
        if name.endswith((".html", ".json", ".xml")):
            assert "Zoltan" not in portfolio.page(name)
            assert "Cloud Counter" not in portfolio.page(name)


def test_an_unfinished_draft_does_not_fail_a_strict_build(portfolio: Folder) -> None:
    portfolio.write("interviews/zs.md", "---\nname: Zoltan Secret\ndraft: true\n---\n\nSoon.\n")
    portfolio.built("--strict")


@pytest.mark.parametrize(
    "settings",
    [
        "edit_uri: https://example.org/edit/main/docs/",
        "repo_url: https://example.org/\nedit_uri: edit/main/docs/",
    ],
)
def test_edit_links_point_at_the_interview_itself(portfolio: Folder, settings: str) -> None:
    theme = "theme: {name: material, font: false"
    config = CONFIG.replace(theme, f"{settings}\n{theme}, features: [content.action.edit]")
    portfolio.write("mkdocs.yml", config)
    portfolio.built("--strict")
    link = re.search(
        r'<a href="([^"]+)" title="Edit this page"', portfolio.page("interviews/ada/index.html")
    )
    assert link
    # Browsers resolve the dots.
    assert link[1].replace("docs/../", "") == "https://example.org/edit/main/interviews/ada.md"
    assert "Edit this page" not in portfolio.page("questions/index.html")


CONFIGS = {
    "as it comes": CONFIG,
    "files as addresses": CONFIG + "use_directory_urls: false\n",
    "below a path": CONFIG.replace('""', "https://example.org/a/path/"),
    "own navigation": CONFIG + "nav:\n  - Start: index.md\n  - Talks: interviews/index.md\n",
    "tags": CONFIG.replace("[search,", "[search, tags,"),
    "offline": CONFIG.replace("[search,", "[search, offline,"),
    "shoptalk first": CONFIG.replace("[search, shoptalk]", "[shoptalk, search]"),
    "another theme": CONFIG.replace("{name: material, font: false}", "mkdocs"),
}


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
def test_every_link_leads_somewhere(portfolio: Folder, config: str) -> None:
    portfolio.write("mkdocs.yml", config)
    portfolio.write("interviews/sub/bo b (2).md", ADA.replace("Ada", "Bo"))
    portfolio.write("interviews/王.md", ADA.replace("Ada Invented", "王小明"))
    portfolio.built("--strict")
    assert broken_links(portfolio) == []


def test_every_link_of_the_example_leads_somewhere(built_example: Folder) -> None:
    assert broken_links(built_example) == []


def broken_links(folder: Folder) -> list[str]:
    """Links within the site, from every page's content, that lead to no file or no id."""
    base = "https://site.example/"
    files = folder.files()
    pages = {name: Anchors(folder.page(name)) for name in files if name.endswith(".html")}
    broken = []
    for name, page in pages.items():
        if name == "404.html":
            continue
        for link in page.links:
            target = urlsplit(urljoin(base + name, link))
            if f"{target.scheme}://{target.netloc}/" != base:
                continue
            path = unquote(target.path).lstrip("/")
            path = f"{path}index.html" if path.endswith("/") or not path else path
            ids = pages[path].ids if path in pages else set()
            if path not in files or (target.fragment and unquote(target.fragment) not in ids):
                broken.append(f"{name}: {link}")
    return broken


class Anchors(HTMLParser):
    """The links and ids of one page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = {"__top"}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.ids.add(attributes.get("id") or "")
        address = attributes.get("href" if tag in ("a", "link") else "src")
        if address:
            self.links.append(address)


def test_tags_reach_the_tags_plugin(portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", CONFIG.replace("[search,", "[search, tags,"))
    portfolio.write("docs/tags.md", "# Tags\n\n<!-- material/tags -->\n")
    assert 'href="../interviews/ada/"' in portfolio.built("--strict").page("tags/index.html")


def test_excluded_interviews_get_no_page(portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", CONFIG + "exclude_docs: |\n  interviews/old/\n")
    portfolio.write("interviews/old/bo.md", ADA.replace("Ada", "Bo"))
    portfolio.built("--strict")
    assert not [name for name in portfolio.files() if "old" in name]
    for name in portfolio.files():
        if name.endswith((".html", ".json", ".xml")):
            assert "Bo Invented" not in portfolio.page(name)


def test_the_students_own_page_wins_over_a_generated_one(portfolio: Folder) -> None:
    portfolio.write("docs/questions/index.md", "# My own bank\n")
    assert "My own bank" in portfolio.built("--strict").page("questions/index.html")


def test_pictures_beside_an_interview_are_published(portfolio: Folder) -> None:
    (portfolio.path / "interviews/quay.png").write_bytes(b"\x89PNG not really")
    portfolio.write("interviews/ada.md", f"{ADA}\n![The quay](quay.png)\n")
    portfolio.built("--strict")
    assert "interviews/quay.png" in portfolio.files()
    assert '<img alt="The quay" src="../quay.png">' in portfolio.page("interviews/ada/index.html")


@pytest.mark.parametrize("own", ["index.md", "README.md"])
def test_a_home_page_of_ones_own_is_used(portfolio: Folder, own: str) -> None:
    (portfolio.path / "docs/index.md").unlink()
    portfolio.write(f"docs/{own}", "# Mine\n")
    done = portfolio.build("--strict")
    assert "instead of the generated page" not in done.stderr
    assert re.search(r"<h1[^>]*>Mine", portfolio.page("index.html"))


def test_without_a_home_page_of_ones_own_there_is_one_all_the_same(portfolio: Folder) -> None:
    (portfolio.path / "docs/index.md").unlink()
    home = portfolio.built("--strict").page("index.html")
    assert "<title>Conversations</title>" in home
    for said in (
        "1 of 1 written up in full",
        "Most of the week goes",
        "rebuild my budget project",
    ):
        assert said in text_of(home)
    navigation = home[home.index("md-nav--primary") : home.index("md-content")]
    listed = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', navigation)
    assert listed[0] == "Home"
    assert "preview only" not in home


def test_insights_are_one_page_in_the_navigation(portfolio: Folder) -> None:
    portfolio.write("interviews/bo.md", ADA.replace("Ada", "Bo"))
    portfolio.write("interviews/cy.md", ADA.replace("name: Ada", "draft: true\nname: Cy"))
    page = portfolio.built("--strict").page("insights/index.html")
    assert text_of(page).count("Most of the week goes into agreeing") == 2
    assert text_of(page).count("rebuild my budget project") == 2
    assert "Cy Invented" not in page
    assert 'href="insights/"' in portfolio.page("index.html")


def test_each_answer_links_to_itself_once(portfolio: Folder) -> None:
    config = CONFIG + "markdown_extensions: [{toc: {permalink: %s}}]\n"
    for permalink in ("true", "false"):
        portfolio.write("mkdocs.yml", config % permalink)
        page = portfolio.built("--strict").page("interviews/ada/index.html")
        link = '<a class="headerlink" href="#what-does-a-normal-week-look-like"'
        assert page.count(link) == 1
        titles = {entry["title"] for entry in search_index(portfolio)}
        assert "What does a normal week look like?" in titles


def test_own_pages_may_link_to_every_part_of_a_generated_one(portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", f"{CONFIG}validation: {{links: {{anchors: warn}}}}\n")
    learnt = "[Learnt](interviews/ada.md#what-i-learnt)"
    portfolio.write("docs/own.md", f"# Own\n\n{learnt}\n\n<!-- shoptalk/learnt -->\n")
    portfolio.built("--strict")
    portfolio.write("docs/own.md", f"# Own\n\n{learnt.replace('learnt)', 'forgot)')}\n")
    assert "does not contain an anchor '#what-i-forgot'" in portfolio.build("--strict").stderr


def test_without_interviews_there_is_still_a_site(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", CONFIG)
    folder.write("docs/index.md", "# Home\n\n<!-- shoptalk/progress -->\n")
    (tmp_path / "interviews").mkdir()
    folder.built("--strict")
    assert "There are no conversations yet." in folder.page("interviews/index.html")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", CONFIG)
    folder.write("docs/index.md", "# Home\n")
    done = folder.build()
    assert done.returncode == 0
    assert "interviews:1:1: error: there is no such file or folder" in done.stderr


def test_the_options(portfolio: Folder) -> None:
    config = CONFIG.replace("shoptalk]", "{shoptalk: {interviews: talks, rubric: our.yml}}]")
    portfolio.write("mkdocs.yml", config)
    shutil.move(portfolio.path / "interviews", portfolio.path / "talks")
    portfolio.write("our.yml", "extends: thinkful\ntitle: Our own rubric\n")
    portfolio.built("--strict")
    assert "Our own rubric" in portfolio.page("rubric/index.html")
    assert "interviews/ada/index.html" in portfolio.files()


def test_a_rubric_that_cannot_be_read_fails_a_strict_build(portfolio: Folder) -> None:
    portfolio.write("rubric.yml", "extends: thinkfull\n")
    done = portfolio.build("--strict", "--quiet")
    assert done.returncode == 1
    log = portfolio.build().stderr
    assert "rubric.yml:1:10: error: there is no built-in rubric 'thinkfull'" in log


def test_headings_in_any_script_get_readable_ids(portfolio: Folder) -> None:
    portfolio.write("interviews/ada.md", ADA + "\n## 王\n\n## 王\n\n## Était-ce dur\n")
    page = portfolio.built().page("interviews/ada/index.html")
    assert re.findall(r'<h2 id="([^"]+)">', page)[3:6] == ["王", "王_1", "était-ce-dur"]
