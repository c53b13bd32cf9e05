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
stages:
  - {id: proposal, title: Proposal, due: 2026-10-01}
criteria:
  - id: name
    title: Full name
    group: person
    points: 2
    checks: [missing-name, single-word-name]
  - id: questions
    title: Questions
    stage: proposal
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
  - id: manners
    title: Manners
    judge: self
    when: [missing-field: {field: x-before}]
  - {id: asked, title: Requests sent, points: 1, checks: [missing-record: {record: request}]}
  - id: when
    title: Request, and when
    points: 1
    checks: [missing-record: {record: request}, missing-field: {field: date}]
  - id: research
    title: Research
    judge: self
    levels: [{label: Noted, passed: all}, {label: Not noted}]
    checks: [missing-field: {field: date}]
  - id: two
    title: Two conversations
    scope: portfolio
    points: 2
    checks: [interviews: {at_least: 2}]
  - {id: whole, title: Overall impression, scope: portfolio, judge: human, points: 3}
  - {id: log, title: Log, scope: portfolio, checks: [missing-record: {record: request}]}
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
    cells = re.findall(r"<td>(.*?)</td>", row, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in cells]


def test_each_state_has_its_words(page: str) -> None:
    assert row_of(page, "Full name")[0] == "✓ met (2)"
    assert row_of(page, "Questions")[0] == "◐ Some (2)"
    assert row_of(page, "Learnings")[0] == "✗ not met (0)"
    assert row_of(page, "Research")[0] == "… waits for a person; proposed: Noted"
    assert row_of(page, "Request, and when") == ["? cannot be shown yet"] * 2
    assert row_of(page, "Changed opinion")[0] == "– does not apply"
    assert row_of(page, "Two conversations") == ["✓ met (2)"]


def test_the_summary_stands_at_the_top(page: str) -> None:
    text = text_of(page)
    assert text.startswith("Rubric Careers seminar")
    assert text.index("0 of 2 conversations leave nothing to mend") < text.index("Full name")
    waits = (
        "5 levels wait for a person: 2 criteria in 2 conversations, 1 criterion of the portfolio"
    )
    assert waits in text


def lists_of(page: str) -> list[str]:
    """The criteria without a row, as they are listed."""
    return [re.sub(r"<[^>]+>", "", listed) for listed in re.findall(r"<p>(<strong>.*?)</p>", page)]


def test_criteria_with_nothing_to_show_stand_in_lists(page: str) -> None:
    assert lists_of(page)[:4] == [
        "Waits for a person, for each conversation: Depth, Manners (applies to 0 of 2)",
        "Cannot be shown yet, because nothing records it: Requests sent",
        "Waits for a person, for all conversations together: Overall impression",
        "Cannot be shown yet, because nothing records it: Log",
    ]
    folded = page[page.index("Waits for a person, for each") :]
    assert folded.index('<a href="./#depth">Depth</a>, ') < folded.index('<h3 id="depth">')
    rows = re.findall(r'<th scope="row">(.*?)</th>', page[: page.index('id="portfolio"')])
    assert not any("Depth" in row or "Requests sent" in row for row in rows)


def test_a_level_table_has_no_column_that_says_nothing(page: str) -> None:
    depth = page[page.index('<h3 id="depth">') : page.index('<h3 id="opinion">')]
    assert re.findall("<th>(.*?)</th>", depth) == ["Level", "Gives"]
    research = page[page.index('<h3 id="research">') : page.index('<h3 id="two">')]
    assert re.findall("<th>(.*?)</th>", research) == ["Level", "When"]


def test_a_row_begins_with_its_header(page: str) -> None:
    matrix = page[page.index('id="every-conversation"') : page.index('id="portfolio"')]
    rows = re.findall(r"<tr>\n(.*?)</tr>", matrix, re.DOTALL)[1:]
    assert len(rows) > 7
    assert all(row.startswith('<th scope="row') for row in rows)


def test_the_parts_of_the_rubric_are_named_in_the_matrix(page: str) -> None:
    matrix = page[page.index('id="every-conversation"') : page.index('id="portfolio"')]
    bodies = re.findall(r"<tbody>(.*?)</tbody>", matrix, re.DOTALL)
    titles = [re.findall(r'<th scope="rowgroup" colspan="3">(.*?)</th>', body) for body in bodies]
    assert titles == [["The person"], ["Proposal, due 2026-10-01"], ["Other criteria"], []]
    assert "Full name" in bodies[0]
    assert "Questions" in bodies[1]
    assert "Learnings" in bodies[2]
    assert "Points" in bodies[3]


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
    assert "4 points · checked by the program · Proposal, due 2026-10-01" in text
    assert "1 point · checked by the program" in text
    assert "Level Gives When What it is like Many 4 from 4 Some 2 from 2 Two or three." in text
    assert "judged by whoever grades" in text
    assert "too-few-words: {field: learnings, at_least: 100}" in text


SCORES = """\
scores:
  - {criterion: depth, interview: ada (2), level: Target, who: JM, when: 2026-11-20}
  - {criterion: whole, points: 2, level: met, who: JM, when: 2026-11-20}
"""


def test_a_score_makes_a_row(tmp_path) -> None:
    folder = Folder(tmp_path)
    folder.write(
        "mkdocs.yml",
        "site_name: X\ntheme: {name: mkdocs}\nplugins: [shoptalk: {publish_scores: true}]\n",
    )
    folder.write("docs/index.md", "# Home\n")
    folder.write("interviews/ada (2).md", ADA)
    folder.write("interviews/bo.md", ADA.replace("Ada Invented", "Bo Unbuilt"))
    folder.write("rubric.yml", RUBRIC)
    folder.write("scores.yml", SCORES)
    page = folder.built().page("rubric/index.html")
    assert row_of(page, "Depth") == ["✓ Target (5) by JM", "… waits for a person"]
    assert '<a href="../interviews/ada%20%282%29/">✓ Target (5) by JM</a>' in page
    assert row_of(page, "Overall impression") == ["◐ met (2) by JM"]
    assert not any("Depth" in listed or "Overall" in listed for listed in lists_of(page))


def test_an_error_in_a_file_is_something_to_mend_though_each_criterion_is_met(tmp_path) -> None:
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", "site_name: X\ntheme: {name: mkdocs}\nplugins: [shoptalk]\n")
    folder.write("docs/index.md", "# Home\n\n<!-- shoptalk/progress -->\n")
    folder.write("interviews/ada.md", ADA)
    bo = ADA.replace("Ada Invented", "Bo Unbuilt")
    folder.write("interviews/bo.md", bo.replace("tags:", "thanked: 2026-02-30\ntags:"))
    folder.write("rubric.yml", "criteria: [{id: name, title: Name, checks: [missing-name]}]\n")
    page = folder.built().page("rubric/index.html")
    assert row_of(page, "Name") == ["✓ met", "✓ met"]
    assert "<strong>1 of 2</strong> conversations leave nothing to mend" in page
    assert "<strong>1 of 2</strong> written up in full" in folder.page("index.html")


def test_without_a_row_there_is_one_page_of_lists(tmp_path) -> None:
    folder = Folder(tmp_path)
    folder.write("mkdocs.yml", "site_name: X\ntheme: {name: mkdocs}\nplugins: [shoptalk]\n")
    folder.write("docs/index.md", "# Home\n")
    folder.write("rubric.yml", "criteria: [{id: depth, title: Depth}]\n")
    for number in range(61):
        folder.write(f"interviews/{number}.md", ADA)
    page = folder.built().page("rubric/index.html")
    assert lists_of(page) == ["Waits for a person, for each conversation: Depth"]
    assert "<strong>61</strong> levels wait for a person: 1 criterion in 61 conversations" in page
    assert "Each cell leads" not in page
    assert "rubric/page-2/index.html" not in folder.files()


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
