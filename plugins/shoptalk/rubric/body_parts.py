"""Headings and paragraphs of a write-up's text, as rubrics name them."""

from shoptalk.reading.interview import Interview
from shoptalk.rubric.phrases import numbers_with


def headings_with(interview: Interview, phrase: str) -> list[int]:
    """The numbers of the headings that hold a phrase."""
    return numbers_with(phrase, (section.heading for section in interview.body.sections))


def paragraphs_below(interview: Interview, phrase: str) -> list[int]:
    """The numbers of the paragraphs below headings that hold a phrase; of all if it is empty."""
    body = interview.body
    if not phrase:
        return list(range(len(body.paragraphs)))
    contents = [body.sections[number].content for number in headings_with(interview, phrase)]
    if not contents:
        return []
    return [
        number
        for number, paragraph in enumerate(body.paragraphs)
        if any(content.start <= paragraph.start < content.end for content in contents)
    ]


def heading_line(phrase: str) -> tuple[str, ...]:
    """A line with a heading that holds a phrase, where its wording is known."""
    return () if "*" in phrase else (f"## {phrase[:1].upper()}{phrase[1:]}",)
