"""The page of the guide with the word lists is the word lists."""

import re
from pathlib import Path

import pytest
from questions.labelled_lists import head_of

from shoptalk.questions.word_list import render_word_list

FOLDER = Path(__file__).parents[2] / "docs" / "guide"
PAGE = FOLDER / "word-list.md"
GUIDE = FOLDER / "questions.md"


def test_the_page_has_not_drifted() -> None:
    said = "run `make generated-pages`, and commit what it writes"
    assert PAGE.read_text(encoding="utf-8") == render_word_list(), said


@pytest.mark.parametrize("name", ["concepts.yml", "topics.yml"])
def test_the_guide_has_the_figures_of_the_lists(name: str) -> None:
    figures = re.findall(r"[\d.]+(?=%| of )", head_of(name).partition("set aside")[2])
    assert len(figures) >= 3
    guide = GUIDE.read_text(encoding="utf-8")
    assert all(figure in guide for figure in figures)
