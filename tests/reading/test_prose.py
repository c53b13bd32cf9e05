"""Paragraphs, links and pictures of a body, and where they stand."""

from datetime import date

import pytest

from shoptalk.reading.interview import parse_interview
from shoptalk.reading.source import Source

TODAY = date(2026, 11, 22)


def interview_with(body, front_matter="name: Ada Okafor"):
    source = Source("ada.md", f"---\n{front_matter}\n---\n\n{body}\n")
    interview, _ = parse_interview(source, TODAY)
    return interview


def text_at(interview, path):
    """The text of a path's span."""
    span = interview.span(path)
    return interview.source.text[span.start : span.end]


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ("", []),
        ("One.", ["One.\n"]),
        ("One\ntwo.\n\n\nThree.", ["One\ntwo.\n", "Three.\n"]),
        ("# One\nTwo.\n# Three", ["Two.\n"]),
        ("One\n===\n\nTwo\n---", []),
        ("- a\n\n  b\n\n- c\n\nTwo.\n\n1. d\n\n   e", ["Two.\n"]),
        ("- a\nlazy\n\nTwo.", ["Two.\n"]),
        ("- a\n\n    - b\n\n      c\n\nTwo.", ["Two.\n"]),
        ("3. a\n\n   b\n\nTwo.", ["Two.\n"]),
        ("> One.\n>\n> Two.", ["> One.\n", "> Two.\n"]),
        ("```\ncode\n\nmore\n```\n\n    code\n\nText.", ["Text.\n"]),
        ("![a](b.jpg)", []),
        ("![a](b.jpg)\n![c](d.jpg)", []),
        ("[![a](b.jpg)](c)", []),
        ("![a](b.jpg) and text", ["![a](b.jpg) and text\n"]),
        ("| a | b |\n|---|---|\n| c | d |\n\nText.", ["Text.\n"]),
        ("<!-- A note. -->\n\nText.", ["Text.\n"]),
        ("<p>HTML</p>\n\nText.", ["Text.\n"]),
        ("***\n\nText.\n\n---", ["Text.\n"]),
        ("一。\n\nنص.", ["一。\n", "نص.\n"]),
    ],
)
def test_paragraphs(body, paragraphs):
    interview = interview_with(body)
    found = [text_at(interview, f"paragraphs[{n}]") for n in range(len(interview.body.paragraphs))]
    assert found == paragraphs


def test_a_position_that_the_author_wrote_makes_no_paragraph():
    body = '<p data-sourcepos="99:1-99:2">x</p>\n\nText.'
    assert len(interview_with(body).body.paragraphs) == 1


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("Text.", []),
        ("[a *b*](c.pdf)", [("c.pdf", "a b")]),
        ("[a](<c d.pdf>)", [("c%20d.pdf", "a")]),
        ("[a](c?d&e)", [("c?d&e", "a")]),
        ("[a][1]\n\n[1]: c.pdf", [("c.pdf", "a")]),
        ("![a](b.jpg)", [("b.jpg", "a")]),
        ("[![a](b.jpg)](c)", [("b.jpg", "a"), ("c", "")]),
        ("<https://example.org>", [("https://example.org", "https://example.org")]),
        ("See https://example.org/a, and", [("https://example.org/a", "")]),
        ("(http://example.org/a?b=c&d)", [("http://example.org/a?b=c&d", "")]),
        ("**https://example.org/a**", [("https://example.org/a", "")]),
        ('<a href="c">d</a> <a>e</a> <img alt="f">', [("c", "d")]),
        ("`https://example.org` `[a](b)`", []),
        ("```\nhttps://example.org\n```", []),
        ("<!-- https://example.org [a](b) -->", []),
        ("<pre>https://example.org", []),
        ("[https://example.org/a](b)", [("b", "https://example.org/a")]),
    ],
)
def test_links(body, links):
    assert [tuple(link) for link in interview_with(body).body.links] == links


@pytest.mark.parametrize(
    ("body", "path", "text"),
    [
        ("One.\n\n## Two\n\nThree.", "headings[0]", "## Two\n"),
        ("One.\n\nTwo.", "paragraphs[1]", "Two.\n"),
        ("One [a](b.pdf) [c](d.pdf).", "links[1]", "d.pdf"),
        ("[a](r%C3%A9sum%C3%A9.pdf)", "links[0]", "r%C3%A9sum%C3%A9.pdf"),
        ("[a](résumé.pdf)", "links[0]", "résumé.pdf"),
        ("[words](a&#46;pdf)", "links[0]", "words"),
        ("[*w*ords](a&#46;pdf)", "links[0]", "[*w*ords](a&#46;pdf)\n"),
        ("\n\nOne.\nTwo.", "body", "One.\nTwo.\n"),
        ("One TODO two.", "body[5]", "TODO"),
        ("One two.", "body[4]", " "),
        ("One.", "body[99]", "One.\n"),
        ("One.", "headings[7]", "One.\n"),
        ("One.", "paragraphs[7]", "One.\n"),
        ("One.", "links[7]", "One.\n"),
        ("", "body", "---\n"),
        ("", "links[0]", "---\n"),
    ],
)
def test_where_parts_of_the_body_stand(body, path, text):
    assert text_at(interview_with(body), path) == text


def test_the_body_of_a_file_that_ends_with_its_front_matter():
    interview, _ = parse_interview(Source("ada.md", "---\nname: Ada Okafor\n---"), TODAY)
    assert interview.place("body").source_line == "---"
    assert interview.line("body") == 3


def test_items_of_own_lists_have_places():
    interview = interview_with("Text.", "x-sources:\n  - one\n  - two")
    assert text_at(interview, "x-sources[1]") == "two"
    assert text_at(interview, "x-sources[9]").startswith("- one")


def test_a_link_of_the_person_is_no_link_of_the_body():
    interview = interview_with("[a](b.pdf)", "link: https://example.org/ada")
    assert text_at(interview, "link") == "https://example.org/ada"
