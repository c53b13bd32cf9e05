"""What the search finds, in a real browser, with the shortest settings."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from shoptalk.hosts.mkdocs_search import SEPARATOR, words_as_typed

from .conftest import CONFIG, Folder, serve

PEOPLE = {
    "brid": ("Bríd Ní Invented", "Łódź Harbour Trust"),
    "huda": ("هدى منصور", "متحف الميناء"),
    "wang": ("王小明", "海港气象局"),
    "aoi": ("佐藤あおい", "ミナト印刷"),
    "yelena": ("Елена Придуманная", "Портовая служба"),
    "meera": ("मीरा काल्पनिक", "बंदरगाह कार्यालय"),
    "niran": ("นิรันดร์ สมมติ", "สำนักงานท่าเรือ"),
    "minji": ("김민지", "항구 사무소"),
    "eleni": ("Ελένη Επινοημένη", "Λιμεναρχείο"),
}
ANSWERS = {
    "brid": "Mostly “gauges”, she said, and the naïve forecast of O'Brien's.",
    "huda": "نقرأ الأرقام كل صباح قبل وصول السفن.",
    "wang": "我每天早上检查潮汐数据，然后写一份简短的报告。",
    "aoi": "毎朝インクの在庫を確認してから機械を動かします。",
    "yelena": "Каждое утро мы проверяем приборы.",
    "meera": "हर सुबह हम पानी का स्तर लिखते हैं।",
    "niran": "ทุกเช้าเราตรวจระดับน้ำก่อนเรือเข้าท่า",
    "minji": "매일 아침 조수를 기록합니다.",
    "eleni": "Κάθε πρωί διαβάζουμε τα όργανα.",
}
INTERVIEW = """\
---
name: {name}
title: Tide Reader
organization: {organization}
date: 2026-03-14
questions: ["What fills a normal week at {slug}'s desk?"]
learnings: [Most of a week at {slug}'s goes into definitions.]
applications: [By the end of November I will rebuild my budget project.]
consent: {{name: true, organization: true, quotes: true, on: 2026-03-14}}
---

We met at the quay.

## What fills a normal week at {slug}'s desk?

{answer}
"""


def write_people(folder: Folder) -> None:
    (folder.path / "interviews" / "ada.md").unlink()
    for slug, (name, organization) in PEOPLE.items():
        text = INTERVIEW.format(
            slug=slug, name=name, organization=organization, answer=ANSWERS[slug]
        )
        folder.write(f"interviews/{slug}.md", text)


FOUND = {
    "brid": ("Bríd", "brid", "lodz", "naive", "gauges", "brien", "Harbour Trust"),
    "huda": ("هدى", "منصور", "السفن", "الارقام", "متحف"),
    "wang": ("王小明", "小明", "数据", "气象局", "definitions wang"),
    "aoi": ("佐藤", "あおい", "インク", "在庫を確認", "印刷"),
    "yelena": ("Елена", "приборы", "Портовая"),
    "meera": ("मीरा", "पानी", "बंदरगाह"),
    "niran": ("นิรันดร์", "ระดับน้ำ"),
    "minji": ("김민지", "조수"),
    "eleni": ("Ελένη", "ελενη", "οργανα", "fills eleni desk"),
}


@pytest.fixture
def people(portfolio: Folder) -> Folder:
    write_people(portfolio)
    return portfolio


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = Folder(tmp_path_factory.mktemp("search"))
    folder.write("mkdocs.yml", CONFIG)
    folder.write("docs/index.md", "# Home\n")
    folder.write("interviews/ada.md", "")
    write_people(folder)
    yield from serve(folder.built().path / "site")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(("who", "words"), FOUND.items())
def test_words_of_every_script_are_found(
    page: Page, site: str, who: str, words: tuple[str, ...]
) -> None:
    page.goto(site)
    for typed in words:
        field = page.locator(".md-search__input")
        field.fill(typed)
        field.press("End")  # what brings the results is a key
        first = page.locator(
            f".md-search-result__item:nth-child(-n+3) a[href*='interviews/{who}/']"
        )
        expect(first.first, typed).to_be_visible()


def test_words_as_typed_are_those_that_are_written_otherwise() -> None:
    assert words_as_typed("Bríd of Łódź, naïve or not") == {"brid", "lodz", "naive"}
    assert words_as_typed("检查数据。") == {
        f"{piece}\ue000" for piece in ("检查数据", "查数据", "数据", "据")
    }
    assert words_as_typed("Most of a week") == set()
    assert words_as_typed("“Most” of a week… हर सुबह") == set()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ("lang: [en, de]", "finds no Arabic words; leave both out"),
        ("pipeline: [trimmer]", "finds no Chinese or Japanese words"),
        ("lang: [en, ar, ja, ru, hi, th, ko]", "no Greek words"),
        ("lang: [ar, ja]", "no Cyrillic words"),
        ("lang: de", ""),
    ],
)
def test_settings_that_drop_scripts_are_named(people: Folder, options: str, says: str) -> None:
    people.write("mkdocs.yml", CONFIG.replace("[search,", f"[search: {{{options}}},"))
    said = people.build().stderr
    assert says in said
    assert ("the search finds no" in said) == bool(says)


@pytest.mark.parametrize("plugins", ["[search, shoptalk]", "[shoptalk, search]"])
def test_words_are_parted_at_punctuation_unless_it_is_said_how(
    portfolio: Folder, plugins: str
) -> None:
    portfolio.write("mkdocs.yml", CONFIG.replace("[search, shoptalk]", plugins))
    assert index_of(portfolio)["separator"] == SEPARATOR
    own = plugins.replace("search", "search: {separator: ' '}")
    portfolio.write("mkdocs.yml", CONFIG.replace("[search, shoptalk]", own))
    assert index_of(portfolio)["separator"] == " "


def index_of(folder: Folder) -> dict[str, object]:
    config: dict[str, object] = json.loads(folder.built().page("search/search_index.json"))[
        "config"
    ]
    return config


def test_what_other_pages_say_is_shown_and_not_searched(people: Folder) -> None:
    text = people.built().page("interviews/brid/index.html")
    entries = json.loads(people.page("search/search_index.json"))["docs"]
    own = "\n".join(one["text"] for one in entries if one["location"].startswith("interviews/brid"))
    for others in ("Earlier: ", "All conversations"):
        assert others in text
        assert others not in own
    assert "not searched" not in text
