"""Questions as lists in Markdown."""

from collections.abc import Iterable, Iterator

from shoptalk.findings.reporters.escaping import as_markdown
from shoptalk.questions.listed import Listed, by_topic
from shoptalk.questions.listing.phrases import counts, details


def render_questions(questions: Iterable[Listed]) -> str:
    """A heading and a list for each topic."""
    return "\n".join((*_blocks(questions), ""))


def _blocks(questions: Iterable[Listed]) -> Iterator[str]:
    yield "# Questions"
    for title, listed in by_topic(questions):
        yield f"\n## {as_markdown(title)}\n"
        yield f"{counts(listed)}\n"
        for one in listed:
            # Bold, so that no sign at its beginning is taken for that of a list.
            yield f"- **{as_markdown(one.question)}**"
            yield from (f"    - {as_markdown(detail)}" for detail in details(one))
