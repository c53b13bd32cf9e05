"""The question bank on a site that is built for real, and in a real browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from .conftest import ADA, CONFIG, Folder, Preview, serve, text_of
from .test_mkdocs_build import CONFIGS, broken_links, search_index

FIRST = """\
---
name: Ada Invented
title: Tide Reader
date: 2026-03-14
consent: {name: true, quotes: true, photo: true, on: 2026-03-14}
questions:
  - {ask: "How did you get into tides?", topic: career-path}
  - {ask: "Which gauge would you save from a fire?", topic: projects}
planned:
  - {ask: "Where does the harbour end?", topic: market}
learnings:
  - {learned: Listen before you measure anything., from: "How did you get into tides?"}
applications: [I will read one gauge each day until the end of November.]
tags: [tides, gauge]
---

## How did you get into tides?

By way of *the quay* ([see it](bo.md#more)):[^1]

![The quay](quay.png)

### More

Read [the rest](#which-gauge-would-you-save-from-a-fire).

[^1]: A footnote.

## Which gauge would you save from a fire?

The oldest.
"""
SECOND = """\
---
name: Bo Unbuilt
title: Ferry Hand
date: 2026-04-01
consent: {name: true, quotes: true, photo: true, on: 2026-03-14}
questions:
  - ask: Whose boat was it?
    same_as: How did you get into tides?
    topic: career-path
learnings: [Tides wait for nobody.]
applications: [I will ask a third person about tides.]
tags: [tides]
---

> ## Whose boat was it?
>
> Her <b>aunt</b>.

## More

Nothing.
"""
RUBRIC = "title: Ours\ncriteria:\n  - {id: name, title: Name, checks: [missing-name]}\n"
ENTRY = "questions/asked/how-did-you-get-into-tides"


def fill(folder: Folder, config: str = CONFIG) -> Folder:
    folder.write("mkdocs.yml", config + "markdown_extensions: [footnotes]\n")
    folder.write("rubric.yml", RUBRIC)
    folder.write("docs/index.md", "# Home\n")
    folder.write("interviews/ada.md", FIRST)
    folder.write("interviews/bo.md", SECOND)
    (folder.path / "interviews/quay.png").write_bytes(b"\x89PNG not really")
    return folder


def answers_of(page: str) -> list[str]:
    return re.findall(r'<article class="shoptalk-answer">(.*?)</article>', page, re.DOTALL)


def test_all_answers_stand_side_by_side(portfolio: Folder) -> None:
    page = fill(portfolio).built("--strict").page(f"{ENTRY}/index.html")
    ada, bo = answers_of(page)
    assert text_of(ada) == (
        " Ada Invented Tide Reader · 14 March 2026 By way of the quay ( see it ): 1 More"
        " Read the rest . What I learnt from it Listen before you measure anything."
        " In the conversation with Ada Invented "
    )
    assert "Her aunt ." in text_of(bo)
    assert "Asked as: Whose boat was it?" in text_of(bo)
    assert "Whose boat was it? A same_as of yours says so." in text_of(page)


def test_an_answer_shows_its_pictures_and_leads_where_it_led(portfolio: Folder) -> None:
    fill(portfolio).built("--strict")
    ada, _ = answers_of(portfolio.page(f"{ENTRY}/index.html"))
    assert '<img alt="The quay" src="../../../interviews/quay.png">' in ada
    assert 'href="../../../interviews/bo/#more"' in ada
    assert 'href="../../../interviews/ada/#which-gauge-would-you-save-from-a-fire"' in ada
    assert 'href="../../../interviews/ada/#fn:1"' in ada
    assert re.findall(r' id="([^"]+)"', ada) == ["answer-1"]


def test_an_interview_leads_to_the_bank(portfolio: Folder) -> None:
    page = fill(portfolio).built("--strict").page("interviews/ada/index.html")
    assert (
        'How did you get into tides?<a class="headerlink" href="#how-did-you-get-into-tides" '
        'title="Permanent link">\u00b6</a></h2><p class="shoptalk-in-bank">'
        '<a href="../../questions/asked/how-did-you-get-into-tides/">Asked of 2 people</a></p>'
    ) in page
    assert (
        '<a href="../../questions/projects/#which-gauge-would-you-save-from-a-fire">'
        "In the question bank</a>"
    ) in page
    planned = text_of(page).partition("Planned, but not asked Where does the harbour end?")[2]
    assert planned.startswith(" In the question bank")
    learnt = '<a href="#how-did-you-get-into-tides" class="shoptalk-in-bank">'
    assert learnt in page.replace(' data-search-exclude="true"', "")


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
def test_every_link_of_the_bank_leads_somewhere(portfolio: Folder, config: str) -> None:
    fill(portfolio, config).built("--strict")
    assert broken_links(portfolio) == []


def test_without_folders_for_pages_answers_are_there_too(portfolio: Folder) -> None:
    fill(portfolio, CONFIG + "use_directory_urls: false\n").built("--strict")
    ada, _ = answers_of(portfolio.page(f"{ENTRY}.html"))
    assert '<img alt="The quay" src="../../interviews/quay.png">' in ada
    assert 'href="../../interviews/bo.html#more"' in ada


def test_answers_are_found_on_the_pages_of_their_interviews_only(portfolio: Folder) -> None:
    for config in (CONFIG, CONFIG.replace("[search, shoptalk]", "[shoptalk, search]")):
        index = search_index(fill(portfolio, config).built())
        quay = [doc["location"] for doc in index if "the quay" in doc["text"]]
        assert quay == ["interviews/ada/#how-did-you-get-into-tides"]
        ada = [doc["location"] for doc in index if "Ada" in doc["title"] + doc["text"]]
        assert [place for place in ada if not place.startswith("interviews/")] == []
        titles = [doc["title"] for doc in index if doc["location"].startswith("questions/asked/")]
        assert titles == ["How did you get into tides?", "Whose boat was it?"]


def test_links_to_the_bank_are_not_searched(portfolio: Folder) -> None:
    said = " ".join(doc["text"] for doc in search_index(fill(portfolio).built()))
    assert "Asked of 2 people" not in said
    assert "In the question bank" not in said


def test_a_bank_that_is_left_out_leaves_the_rest_whole(portfolio: Folder) -> None:
    fill(portfolio, CONFIG + "exclude_docs: /questions/\n").built("--strict")
    page = portfolio.page("interviews/ada/index.html")
    assert "question bank" not in page
    assert "Which gauge would you save from a fire?" in page
    assert broken_links(portfolio) == []


def test_an_excluded_interview_answers_nothing(portfolio: Folder) -> None:
    fill(portfolio, CONFIG + "exclude_docs: /interviews/bo.md\n").built()
    assert f"{ENTRY}/index.html" not in portfolio.files()
    assert "questions/career-path/index.html" in portfolio.files()


def test_an_interviews_own_page_keeps_its_answer_to_itself(portfolio: Folder) -> None:
    fill(portfolio).write("docs/interviews/bo.md", "# My own Bo\n")
    _, bo = answers_of(portfolio.built().page(f"{ENTRY}/index.html"))
    assert "aunt" not in bo
    assert "In the conversation with Bo Unbuilt" in text_of(bo)


def test_a_page_of_your_own_stands_in_the_place_of_an_entry(portfolio: Folder) -> None:
    fill(portfolio).write(f"docs/{ENTRY}.md", "# My own entry\n")
    page = portfolio.built("--strict").page(f"{ENTRY}/index.html")
    assert "My own entry" in page
    assert answers_of(page) == []


def test_scripts_that_an_interview_may_run_run_there_only(portfolio: Folder) -> None:
    config = CONFIG.replace("shoptalk]", "{shoptalk: {let_interviews_run_scripts: true}}]")
    text = FIRST.replace("By way", '<script>document.title = "ran"</script>\n\nBy way')
    fill(portfolio, config).write("interviews/ada.md", text)
    portfolio.built()
    assert "<script>document.title" in portfolio.page("interviews/ada/index.html")
    assert "<script>document.title" not in portfolio.page(f"{ENTRY}/index.html")


WORDINGS = (
    "Is `{{ page.title }}` *ever* {% raw %} true?",
    "Why <script>alert(1)</script> & “not” it's?",
    "كيف وصلت إلى هذا العمل؟",
    "你是怎么进入这个行业的？",
    "[Who](javascript:alert(1))?",
    "# {: .x #y } what?",
)


@pytest.mark.parametrize("wording", WORDINGS)
def test_any_wording_stays_as_it_is(portfolio: Folder, wording: str) -> None:
    quoted = "'" + wording.replace("'", "''") + "'"
    for name in ("ada", "bo"):
        text = ADA.replace("  - Which skills matter most?", f"  - {quoted}")
        portfolio.write(f"interviews/{name}.md", text)
    portfolio.built()
    entries = [name for name in portfolio.files() if name.startswith("questions/asked/")]
    said = [text_of(portfolio.page(name)) for name in entries]
    assert sum(f" {wording} " in f"{text} " for text in said) == 1
    assert wording in text_of(portfolio.page("questions/index.html"))
    assert broken_links(portfolio) == []


@pytest.mark.slow
def test_a_saved_answer_shows_up_in_the_bank(preview: Preview) -> None:
    fill(preview.folder)
    path = f"{ENTRY}/"
    preview.wait_for(path, lambda page: len(answers_of(page)) == 2)
    preview.folder.write("interviews/bo.md", SECOND.replace("aunt", "uncle"))
    page = preview.wait_for(path, lambda page: "uncle" in page)
    assert len(answers_of(page)) == 2
    preview.folder.write("interviews/bo.md", SECOND.replace("## Whose boat", "## What boat"))
    preview.wait_for(path, lambda page: "no answer written up" in page)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site in which tags and headings hold words of questions, too."""
    folder = fill(Folder(tmp_path_factory.mktemp("bank")))
    for number in range(8):
        text = FIRST.replace("Ada Invented", f"Person {number}").replace("fire", f"fire{number}")
        folder.write(f"interviews/p{number}.md", text)
    folder.write("docs/tides.md", "# How the tides get in\n\nHow did you get into tides?\n")
    with contextmanager(serve)(folder.built().path / "site") as address:
        yield address


def found_first(page: Page, words: str) -> list[str]:
    """The addresses of the first page that a search finds, and of the places on it."""
    query = page.locator("[data-md-component=search-query]")
    query.click()
    query.fill("")
    query.press_sequentially(words)
    first = page.locator(".md-search-result__item").first
    first.wait_for(state="attached", timeout=10_000)
    page.wait_for_timeout(500)
    links = first.locator(".md-search-result__link")
    addresses: list[str] = links.evaluate_all("all => all.map(link => link.href)")
    return [re.sub(r"\?[^#]*", "", address) for address in addresses]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("How did you get into tides?", f"{ENTRY}/"),
        ("get into tides", f"{ENTRY}/"),
        ("Whose boat was it?", f"{ENTRY}/"),
        (
            "Which gauge would you save from a fire?",
            "questions/projects/#which-gauge-would-you-save-from-a-fire",
        ),
        ("Person 3", "interviews/p3/"),
        ("aunt", "interviews/bo/#whose-boat-was-it"),
    ],
)
def test_a_search_for_a_question_finds_its_entry_first(
    browser: Browser, site: str, words: str, path: str
) -> None:
    page = browser.new_page()
    page.goto(site)
    found = found_first(page, words)
    page.close()
    assert site + path in found[:2]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "columns"), [(390, 1), (1280, 2)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_answers_fit_their_screen(
    browser: Browser, site: str, width: int, columns: int, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    for path in ("questions/", "questions/starter/", "questions/projects/", f"{ENTRY}/"):
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        levels: list[int] = page.evaluate(
            "[...document.querySelectorAll('.md-content :is(h1, h2, h3, h4)')]"
            ".filter(heading => heading.checkVisibility()).map(heading => +heading.localName[1])"
        )
        assert levels[0] == 1
        assert all(low <= high + 1 for high, low in pairwise(levels)), path
    answers = page.locator(".shoptalk-answer")
    left = {answers.nth(number).bounding_box()["x"] for number in range(2)}  # type: ignore[index]
    page.close()
    assert len(left) == columns
