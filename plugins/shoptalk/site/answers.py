"""The body of an interview on its page, with an id for each answer; and the answers in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from shoptalk.reading.interview import Interview, Question
from shoptalk.reading.sections import Section
from shoptalk.site.phrases import anchor
from shoptalk.site.rendering import permalink_to

HEADING = re.compile(r"<h(?P<level>[1-6])(?P<attributes> [^>]*)?>.*?</h(?P=level)>", re.DOTALL)
ID = re.compile(r' id="([^"]*)"')
ID_IN_BRACES = re.compile(r"\{#([^}\s]+)\}(?:\n(?:=+|-+)[ \t]*)?$", re.MULTILINE)
"""That of a heading, with the line that underlines it, if one does."""

FOOTNOTES = '<div class="footnote">'
MARK = re.compile(r"<!-- shoptalk/answer (\d+) -->")
"""Stands in a page of the bank for an answer, counted from 0."""


def answers(interview: Interview) -> str:
    """The body; the heading of an answer gets its question's id."""
    body = interview.body
    if body.too_costly:
        return "*The text of this conversation is too intricate to be shown as a page.*"
    text, at = body.source.text, body.span.start
    parts = []
    for answer, question in _answered(interview):
        start = answer.heading_span.start
        line_end = text.find("\n", start)
        line_end = body.span.end if line_end < 0 else line_end
        heading = text[start:line_end].rstrip()
        if start >= at and not heading.endswith("}"):
            parts.append(f"{text[at:start]}{heading} {{#{anchor(question)}}}")
            at = line_end
    parts.append(text[at : body.span.end])
    closing = f"\n{body.left_open}\n" if body.left_open else ""
    return "".join(parts).strip("\n") + closing


def with_links_below(body: str, links: Mapping[str, str]) -> str:
    """The Markdown of a body with a link below the heading of each id that has one."""
    left = dict(links)

    def with_link(id: re.Match[str]) -> str:
        link = left.pop(id[1], "")
        return f"{id[0]}\n\n{link}\n" if link else id[0]

    return ID_IN_BRACES.sub(with_link, body) if left else body


def fill_marks(page: str, texts: Sequence[str]) -> str:
    """A page with each text in the place of its mark."""
    return MARK.sub(lambda mark: texts[int(mark[1])], page) if texts else page


class Answer(NamedTuple):
    """An answer on its interview's page, as HTML."""

    question: Question
    level: int
    """That of its heading."""
    begin: int
    """Where in the page its heading has ended."""
    html: str
    """All up to the next heading that is not deeper, or to the footnotes."""


def find_answers(rendered: str, interview: Interview) -> Iterator[Answer]:
    """The answers in the HTML of an interview's body, in their order."""
    wanted: defaultdict[str, list[Question]] = defaultdict(list)
    for _, question in _answered(interview):
        wanted[anchor(question)].append(question)
    headings = list(HEADING.finditer(rendered)) if wanted else []
    footnotes = rendered.rfind(FOOTNOTES)
    ends = _ends(headings, footnotes if footnotes >= 0 else len(rendered))
    for heading, end in zip(headings, ends, strict=True):
        id = ID.search(heading["attributes"] or "")
        questions = wanted.get(id[1]) if id else None
        if questions:
            begin = heading.end()
            yield Answer(questions.pop(0), int(heading["level"]), begin, rendered[begin:end])


def with_html_below(
    rendered: str, found: Iterable[Answer], links: Mapping[str, str], permalink: str = ""
) -> str:
    """The HTML of a body with a link below the heading of each answer that has one.

    `permalink` is a sign to end each of these headings, which links to the heading itself.
    """
    parts: list[str] = []
    at = 0
    for answer in found:
        id = anchor(answer.question)
        end_of_text = answer.begin - len("</h2>")
        parts += rendered[at:end_of_text], permalink and permalink_to(id, permalink)
        parts += rendered[end_of_text : answer.begin], links.get(id, "")
        at = answer.begin
    return "".join((*parts, rendered[at:]))


def _answered(interview: Interview) -> list[tuple[Section, Question]]:
    """Each section that answers a question, in the order of the body."""
    found = {question.answer: question for question in reversed(interview.questions)}
    answered = [(section, question) for section, question in found.items() if section]
    return sorted(answered, key=lambda one: one[0].heading_span.start)


def _ends(headings: Sequence[re.Match[str]], end_of_text: int) -> list[int]:
    """For each heading, where the next begins that is not deeper."""
    ends = []
    begin_of = [end_of_text] * 7
    for heading in reversed(headings):
        level = int(heading["level"])
        ends.append(max(min(begin_of[: level + 1]), heading.end()))
        begin_of[level] = heading.start()
    return ends[::-1]
