"""The page of the guide with the word lists is the word lists."""

from pathlib import Path

from shoptalk.questions.word_list import render_word_list

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "word-list.md"


def test_the_page_has_not_drifted() -> None:
    said = "run `make generated-pages`, and commit what it writes"
    assert PAGE.read_text(encoding="utf-8") == render_word_list(), said
