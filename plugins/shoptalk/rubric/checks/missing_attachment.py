"""Something that the rubric wants handed in with the write-up is not attached to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.reading.prose import Link
from shoptalk.rubric.body_parts import headings_with
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.phrases import phrase_in, why_unsuitable

NO_FILES = ("#", "mailto:", "tel:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What it is called; `*` stands for up to four words."""

    name: str


@check(Severity.ERROR)
def missing_attachment(name: str) -> Wording:
    """Something that the rubric wants handed in with the write-up is not attached to it.

    ### Why it matters

    The rubric looks for it by its name: in the links and pictures of your text, with their
    addresses, and in its headings, if something stands below them.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    I wrote down what we said.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    I wrote down what we said: [my transcript](okafor-transcript.pdf).
    ```
    """
    return Wording(
        f"nothing called {shown(name)} is attached; the rubric asks for it",
        "link to the file, or add a heading with that name and the text below it",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if neither a link, a picture nor a heading with text holds the name."""
    if not _attached(interview, options.name):
        yield Fault("body", (options.name,))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """The headings, links and pictures that hold the name."""
    return _attached(interview, options.name) or ["body"]


def _attached(interview: Interview, name: str) -> list[str]:
    body = interview.body
    headings = [
        f"headings[{number}]"
        for number in headings_with(interview, name)
        if body.text_of(body.sections[number])
    ]
    links = [f"links[{number}]" for number, link in enumerate(body.links) if _is_called(link, name)]
    return headings + links


def _is_called(link: Link, name: str) -> bool:
    if link.address.startswith(NO_FILES):
        return False
    return bool(phrase_in((name,), link.text) or phrase_in((name,), unquote(link.address)))


def unsuitable(options: Options) -> str:
    """A name without words."""
    return why_unsuitable((options.name,), "name")


RUBRIC_CHECK = RubricCheck(missing_attachment, Options, find, rests_on, unsuitable=unsuitable)
