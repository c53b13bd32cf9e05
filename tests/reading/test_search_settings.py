from pathlib import Path

import pytest

from shoptalk.checking import check_portfolio

INTERVIEW = "---\nname: {}\n---\n\nWe met.\n"


def said_of(folder: Path, plugins: str, name: str, page: str = "") -> list[tuple[int, int, str]]:
    for part in ("docs", "interviews"):
        (folder / part).mkdir()
    (folder / "mkdocs.yml").write_text(f"site_name: Talks\nplugins: {plugins}\n", "utf-8")
    (folder / "interviews" / "one.md").write_text(INTERVIEW.format(name), "utf-8")
    (folder / "docs" / "index.md").write_text(f"# Home\n\n{page}\n", "utf-8")
    return [
        (one.place.line, one.place.column, one.message)
        for one in check_portfolio([folder], folder).findings
        if one.check == "script-not-searched"
    ]


@pytest.mark.parametrize(
    ("plugins", "column"),
    [
        ("[search: {lang: [en, de]}, shoptalk]", 26),
        ("{material/search: {lang: [en, ar]}}", 35),
        ("[search: {pipeline: [trimmer]}]", 30),
    ],
)
def test_a_script_that_the_search_drops_is_named(tmp_path: Path, plugins: str, column: int) -> None:
    message = "the search finds no Chinese or Japanese words"
    assert said_of(tmp_path, plugins, "王小明") == [(2, column, message)]


def test_own_pages_count_too(tmp_path: Path) -> None:
    said = said_of(tmp_path, "[search: {lang: [en, de]}]", "Ada Invented", "Привет")
    assert [message for _, _, message in said] == ["the search finds no Cyrillic words"]


@pytest.mark.parametrize(
    ("plugins", "name"),
    [
        ("[search, shoptalk]", "王小明"),
        ("[search: {lang: de}]", "王小明"),
        ("[search: {lang: [en, zh]}]", "王小明"),
        ("[search: {lang: [en, de], pipeline: [stemmer]}]", "Bríd Invented"),
        ("{", "王小明"),
    ],
)
def test_what_is_found_is_not(tmp_path: Path, plugins: str, name: str) -> None:
    assert said_of(tmp_path, plugins, name) == []
