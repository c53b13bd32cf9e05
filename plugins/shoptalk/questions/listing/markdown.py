"""Questions as lists in Markdown."""

from collections.abc import Iterable, Iterator

from shoptalk.findings.reporters.escaping import as_markdown
from shoptalk.findings.reporters.text import visible
from shoptalk.questions.listed import Listed, by_topic
from shoptalk.questions.listing.phrases import MOST_WORDINGS, counts, details, who_and_when


def render_questions(questions: Iterable[Listed], *, answers: bool = False) -> str:
    """A heading and a list for each topic, with all answers and wordings if these are wanted."""
    return "\n".join((*_blocks(questions, answers), ""))


def _blocks(questions: Iterable[Listed], answers: bool) -> Iterator[str]:
    yield "# Questions"
    for title, listed in by_topic(questions):
        yield f"\n## {as_markdown(title)}\n"
        yield f"{counts(listed)}\n"
        for one in listed:
            # Bold, so that no sign at its beginning is taken for that of a list.
            yield f"- **{as_markdown(one.question)}**"
            told = details(one, None if answers else MOST_WORDINGS)
            yield from (f"    - {as_markdown(detail)}" for detail in told)
            if answers:
                yield from _answers(one)


def _answers(one: Listed) -> Iterator[str]:
    """Each as a quotation, out of which no heading and no open code block of it leads."""
    for asked in one.answered:
        yield f"    - {as_markdown(who_and_when(asked))}:\n"
        for line in asked.answer.splitlines():
            yield f"        > {visible(line.expandtabs(4))}".rstrip()
        yield ""
