"""The answers on the rendered page of an interview, and how they come to another page."""

import datetime

import pytest

from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.site.answers import answers, find_answers, with_html_below, with_links_below
from shoptalk.site.moving import ShownAnswer, move_answers, moved_link


def read(questions: str, body: str) -> Interview:
    text = f"---\nname: Ada Invented\nquestions: [{questions}]\n---\n\n{body}\n"
    source, _ = decode("ada.md", text.encode())
    assert source
    interview, _ = parse_interview(source, datetime.date(2026, 11, 22))
    assert interview
    return interview


INTERVIEW = read("How?, Why?, When?", "## How?\n\nSo.\n\n### Why?\n\nThus.\n\n# When?\n\nNow.")
RENDERED = (
    '<h2 id="how">How?</h2>\n<p>So.</p>\n<h3 class="x" id="why">Why?</h3>\n<p>Thus.</p>\n'
    '<h1 id="when">When?</h1>\n<p>Now.</p>\n<div class="footnote">1</div>'
)


def test_an_answer_ends_where_the_next_heading_is_not_deeper() -> None:
    found = {one.question.ask: one.html for one in find_answers(RENDERED, INTERVIEW)}
    assert found["How?"] == ('\n<p>So.</p>\n<h3 class="x" id="why">Why?</h3>\n<p>Thus.</p>\n')
    assert found["Why?"] == "\n<p>Thus.</p>\n"


def test_footnotes_belong_to_no_answer() -> None:
    assert [one.html for one in find_answers(RENDERED, INTERVIEW)][-1] == "\n<p>Now.</p>\n"


def test_a_heading_that_was_not_rendered_hides_no_other() -> None:
    rendered = RENDERED.replace('<h2 id="how">How?</h2>', "<p>How?</p>")
    assert [one.question.ask for one in find_answers(rendered, INTERVIEW)] == ["Why?", "When?"]


def test_of_two_questions_with_one_id_each_finds_its_own_answer() -> None:
    long = "What of this " + "and that " * 10
    interview = read(f"{long} one?, {long} two?", f"## {long} one?\n\nA.\n\n## {long} two?\n\nB.")
    id = "what-of-this-" + "and-that-" * 7 + "and"
    rendered = f'<h2 id="{id}">1</h2><p>A.</p><h2 id="{id}">2</h2><p>B.</p>'
    assert [one.html for one in find_answers(rendered, interview)] == ["<p>A.</p>", "<p>B.</p>"]


def test_a_link_stands_below_the_heading_of_each_answer() -> None:
    found = list(find_answers(RENDERED, INTERVIEW))
    shown = with_html_below(RENDERED, found, {"why": "<a>All</a>"})
    assert shown == RENDERED.replace("Why?</h3>", "Why?</h3><a>All</a>")


def test_a_link_stands_below_the_line_that_underlines_a_heading() -> None:
    body = answers(read("How?, Why?", "How?\n----\n\nSo.\n\n## Why?\n\nThus."))
    assert with_links_below(body, {"how": "[All](x.md)"}) == (
        "How? {#how}\n----\n\n[All](x.md)\n\n\nSo.\n\n## Why? {#why}\n\nThus."
    )


@pytest.mark.parametrize(
    ("link", "moved"),
    [
        ("#more", "../../../interviews/ada/#more"),
        ("../quay.png", "../../../interviews/quay.png"),
        ("../../about/?x=1#y", "../../../about/?x=1#y"),
        ("../../..", "../../../"),
        ("https://example.org/a", "https://example.org/a"),
        ("//example.org/a", "//example.org/a"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
        ("/from-the-root/", "/from-the-root/"),
        ("http://[", "http://["),
    ],
)
def test_links_lead_where_they_led(link: str, moved: str) -> None:
    assert moved_link(link, "interviews/ada/", "questions/asked/how/") == moved


def test_links_lead_where_they_led_among_files() -> None:
    moved = moved_link("bo.html#x", "interviews/ada.html", "questions/asked/how.html")
    assert moved == "../../interviews/bo.html#x"


def moved(html: str, level: int = 2) -> str:
    [made] = move_answers([ShownAnswer(html, level, "interviews/ada/")], "questions/asked/how/")
    return made


def test_a_moved_answer_has_no_ids_and_is_whole() -> None:
    assert moved('<p id="a">So</p></blockquote><ul><li>x') == "<p>So</p><ul><li>x</li></ul>"
    assert moved('<p onclick="run()">So<script>run()</script></p>') == "<p>So</p>"


def test_a_moved_answer_shows_its_pictures() -> None:
    assert moved('<img alt="" src="../quay.png">') == (
        '<img alt="" src="../../../interviews/quay.png">'
    )


@pytest.mark.parametrize(("level", "heading"), [(1, "h5"), (2, "h4"), (3, "h3")])
def test_the_first_headings_of_an_answer_are_one_below_its_own(level: int, heading: str) -> None:
    link = '<a class="headerlink" href="#x">\u00b6</a>'
    assert moved(f'<h4 id="x">More{link}</h4>', level) == f"<{heading}>More</{heading}>"


def test_the_content_tabs_of_two_answers_stay_apart() -> None:
    tabs = '<input id="t1" name="t" type="radio"><label for="t1">A</label>'
    both = [ShownAnswer(tabs, 2, "interviews/ada/"), ShownAnswer(tabs, 2, "interviews/bo/")]
    assert list(move_answers(both, "questions/asked/how/")) == [
        f'<input id="answer-{n}-t1" name="answer-{n}-t" type="radio">'
        f'<label for="answer-{n}-t1">A</label>'
        for n in range(2)
    ]
