"""The instructor's page: what is met, what waits, and a way to the evidence of each cell."""

import html
import re

import pytest

from .conftest import ADA, Folder

RUBRIC = """\
title: Careers seminar
version: autumn 2026
pass_mark: 60%
groups:
  - {id: person, title: The person}
criteria:
  - id: name
    title: Full name
    group: person
    points: 2
    checks: [missing-name, single-word-name]
  - id: questions
    title: Questions
    description: Asked in the conversation.
    checks: [too-few-items: {field: questions}]
    levels:
      - {label: Many, points: 4, at_least: 4}
      - {label: Some, points: 2, at_least: 2, description: Two or three.}
      - {label: Few, points: 0}
  - id: learnings
    title: Learnings
    points: 2
    checks: [too-few-words: {field: learnings, at_least: 100}]
  - id: depth
    title: Depth
    judge: human
    levels: [{label: Target, points: 5}, {label: Acceptable, points: 3}]
  - id: opinion
    title: Changed opinion
    points: 1
    when: [missing-field: {field: x-before}]
    checks: [missing-field: {field: x-after}]
  - {id: asked, title: Requests sent, points: 1, checks: [missing-record: {record: request}]}
  - id: two
    title: Two conversations
    scope: portfolio
    points: 2
    checks: [interviews: {at_least: 2}]
"""

CELL = re.compile(r'<td><a href="([^"]*)">([^<]*)</a></td>')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = Folder(tmp_path_factory.mktemp("rubric"))
    folder.write(
        "mkdocs.yml",
        "site_name: X\ntheme: {name: material, font: false}\nplugins: [search, shoptalk]\n",
    )
    folder.write("docs/index.md", "# Home\n")
    folder.write("interviews/ada.md", ADA)
    folder.write("interviews/bo.md", ADA.replace("Ada Invented", "Bo | Unbuilt *x*"))
    folder.write("interviews/draft.md", ADA.replace("tags:", "draft: true\ntags:"))
    folder.write("rubric.yml", RUBRIC)
    return folder.built()


@pytest.fixture(scope="module")
def page(built: Folder) -> str:
    return built.page("rubric/index.html")


def text_of(page: str) -> str:
    article = page[page.index("<article") : page.index("</article>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", article)).split())


def row_of(page: str, title: str) -> list[str]:
    row = next(row for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if f">{title}<" in row)
    cells = re.findall(r"<td>(.*?)</td>", row, re.DOTALL)[1:]
    return [html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in cells]


def test_each_state_has_its_words(page: str) -> None:
    assert row_of(page, "Full name")[0] == "✓ met (2)"
    assert row_of(page, "Questions")[0] == "◐ Some (2)"
    assert row_of(page, "Learnings")[0] == "✗ not met (0)"
    assert row_of(page, "Depth")[0] == "… waits for a person"
    assert row_of(page, "Requests sent")[0] == "? cannot be shown yet"
    assert row_of(page, "Two conversations") == ["✓ met (2)"]


def test_the_summary_stands_at_the_top(page: str) -> None:
    text = text_of(page)
    assert text.startswith("Careers seminar")
    assert text.index("0 of 2 conversations leave nothing to mend") < text.index("Full name")
    assert "2 levels wait for a person" in text


def test_a_draft_is_not_in_the_matrix(page: str) -> None:
    assert "../interviews/draft/" not in page
    assert len(row_of(page, "Full name")) == 2


def test_names_are_text(page: str) -> None:
    assert "Bo | Unbuilt *x*" in text_of(page)


def test_each_cell_leads_to_its_evidence(built: Folder, page: str) -> None:
    links = CELL.findall(page[page.index('id="every-conversation"') :])
    assert len(links) > 10
    for link, _ in links:
        path, _, anchor = html.unescape(link).partition("#")
        if path in ("", "./"):  # the criterion, on this page
            continue
        target = built.page(f"{path.removeprefix('../')}index.html")
        assert not anchor or f'id="{anchor}"' in target, link
    assert any(link.endswith("ada/#what-i-learnt") for link, _ in links)
    assert any(link.endswith("#what-does-a-normal-week-look-like") for link, _ in links)


def test_the_rubric_itself_stands_below(page: str) -> None:
    text = text_of(page)
    assert "Asked in the conversation. 4 points · checked by the program" in text
    assert "Some 2 from 2 Two or three." in text
    assert "judged by whoever grades" in text
    assert "too-few-words: {field: learnings, at_least: 100}" in text


def test_a_large_matrix_goes_over_several_pages(tmp_path) -> None:
    folder = Folder(tmp_path)
    folder.write(
        "mkdocs.yml", "site_name: X\ntheme: {name: material, font: false}\nplugins: [shoptalk]\n"
    )
    folder.write("docs/index.md", "# Home\n")
    for number in range(70):
        folder.write(f"interviews/{number:02}.md", ADA.replace("Ada Invented", f"Ada {number:02}"))
    folder.built()
    first, second = folder.page("rubric/index.html"), folder.page("rubric/page-2/index.html")
    shown = [set(re.findall(r"interviews/(\d\d)/", page)) for page in (first, second)]
    assert [len(numbers) for numbers in shown] == [60, 10]
    assert not shown[0] & shown[1]
    assert 'href="page-2/"' in first
    assert 'href="../#name"' in second
