"""The preview: what a save does to it, and that nothing ends it."""

import pytest

from .conftest import ADA, Preview, text_of

pytestmark = pytest.mark.slow


def test_a_saved_change_shows_up(preview: Preview) -> None:
    preview.folder.write("interviews/ada.md", ADA.replace("Tide Reader", "Star Counter"))
    preview.wait_for("interviews/ada/", lambda page: "Star Counter" in page)


def test_a_broken_file_shows_its_findings_and_the_mended_file_does_not(preview: Preview) -> None:
    preview.folder.write("interviews/ada.md", ADA.replace("title: Tide", "title: Tide: <b>"))
    page = preview.wait_for("interviews/ada/", lambda page: "shoptalk-box" in page)
    said = text_of(page)
    assert "1 finding in this file, shown in the preview only" in said
    assert "interviews/ada.md:3:12: error" in said
    assert "<b>" not in page.split("shoptalk-box")[1].split("</details>")[0]
    preview.folder.write("interviews/ada.md", ADA)
    preview.wait_for("interviews/ada/", lambda page: page and "shoptalk-box" not in page)


def test_an_unreadable_file_has_a_page_that_says_so(preview: Preview) -> None:
    preview.folder.write("interviews/ada.md", "nothing of the sort\n")
    page = preview.wait_for("interviews/ada/", lambda page: "cannot be read yet" in page)
    assert "there is no front matter" in text_of(page)
    preview.folder.write("interviews/ada.md", ADA)
    preview.wait_for("interviews/ada/", lambda page: "Ada Invented" in page)


def test_files_come_and_go(preview: Preview) -> None:
    folder = preview.folder
    folder.write("interviews/bo.md", ADA.replace("Ada", "Bo"))
    preview.wait_for("interviews/bo/", lambda page: "Bo Invented" in page)
    (folder.path / "interviews/bo.md").rename(folder.path / "interviews/bob.md")
    preview.wait_for("interviews/bob/", lambda page: "Bo Invented" in page)
    preview.wait_for("interviews/bo/", lambda page: "Bo Invented" not in page)
    (folder.path / "interviews/bob.md").unlink()
    preview.wait_for("interviews/", lambda page: page and "Bo Invented" not in page)


def test_drafts_are_marked(preview: Preview) -> None:
    draft = ADA.replace("Ada", "Zoltan").replace("tags:", "draft: true\ntags:")
    preview.folder.write("interviews/zoltan.md", draft)
    page = preview.wait_for("interviews/zoltan/", lambda page: "Zoltan" in page)
    assert "Draft: shown in the preview only." in text_of(page)
    assert "Draft" in text_of(preview.get("interviews/"))


def test_what_is_overdue_is_said_in_the_preview_only(preview: Preview) -> None:
    late = ADA.replace("  - By the end", "  - {do: Row, by: 2020-01-02}\n  - By the end")
    preview.folder.write("interviews/ada.md", late)
    preview.wait_for("insights/", lambda page: "Overdue since 2 January 2020" in page)
    preview.folder.built()
    assert "Open, by 2 January 2020" in preview.folder.page("insights/index.html")
    assert "Overdue" not in preview.folder.page("interviews/ada/index.html")


def test_a_home_page_that_is_made_asks_for_one_of_ones_own(preview: Preview) -> None:
    (preview.folder.path / "docs/index.md").unlink()
    preview.wait_for("", lambda page: "no page of your own at docs/index.md" in page)
    preview.folder.write("docs/index.md", "# Mine\n")
    preview.wait_for("", lambda page: "Mine" in page)


def test_a_rubric_that_comes_and_changes_shows_up(preview: Preview) -> None:
    preview.folder.write("rubric.yml", "extends: thinkful\ntitle: The first rubric\n")
    preview.wait_for("rubric/", lambda page: "The first rubric" in page)
    preview.folder.write("rubric.yml", "extends: thinkful\ntitle: The second rubric\n")
    preview.wait_for("rubric/", lambda page: "The second rubric" in page)


def test_a_rubric_that_cannot_be_read_is_named_on_its_page(preview: Preview) -> None:
    preview.folder.write("rubric.yml", "criteria: [a: b: c\n")
    page = preview.wait_for("rubric/", lambda page: "shoptalk-box" in page)
    assert "rubric.yml:1:" in text_of(page)


def test_two_files_with_one_address_are_named_on_the_list(preview: Preview) -> None:
    preview.folder.write("interviews/ada/index.md", ADA)
    page = preview.wait_for("interviews/", lambda page: "shoptalk-box" in page)
    assert "would both become the page" in text_of(page)
