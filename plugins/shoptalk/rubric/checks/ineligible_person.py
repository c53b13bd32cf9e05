"""The person is one whom the rubric rules out."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.phrases import phrase_in, why_unsuitable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Phrases that rule somebody out: in how you know them, and in their job title.

    In a phrase `*` stands for up to four words.
    """

    relations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@check(Severity.ERROR)
def ineligible_person(field: str, said: str, phrase: str) -> Wording:
    """The person is one whom the rubric rules out, or nobody can tell.

    ### Why it matters

    Your course wants you to talk to somebody whom you do not know well yet, or who does the work
    rather than hire for it. Without a `relation` nobody can tell, if the rubric rules some out.

    To begin a list with: `relations: [mother, father, parent, sister, brother, sibling, aunt,
    uncle, cousin, grandmother, grandfather, relative, friend, roommate, boss, coworker]`, and
    `titles: [recruiter, talent acquisition, human resources, hiring manager]`. No list is complete,
    and "a friend of my teacher" is no friend: let a person decide, with `judge: human`.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    relation: my aunt
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Ken Abara
    relation: I wrote to him after his talk
    ---
    ```
    """
    if not said:
        return Wording(
            f"{field!r} is missing, so nobody can tell whether the person is one of those whom the "
            "rubric rules out",
            "say how you know the person, or how you found them",
            ("relation: …",),
        )
    return Wording(
        f"{field!r} is {shown(said)}, and the rubric rules out {shown(phrase)}",
        "talk to somebody else, or ask your instructor whether this conversation counts",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for a relation and one for a job title that hold one of the phrases.

    Also one for a relation that is missing where the rubric lists some.
    """
    if options.relations and not interview.relation:
        yield Fault("relation", ("relation", "", ""))
    for field, said, phrases in _looked_at(interview, options):
        phrase = phrase_in(phrases, said)
        if phrase:
            yield Fault(field, (field, said, phrase))


def _looked_at(
    interview: Interview, options: Options
) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return (
        ("relation", interview.relation, options.relations),
        ("title", interview.title, options.titles),
    )


def rests_on(interview: Interview, options: Options) -> list[str]:
    """The fields that phrases are given for."""
    return [field for field, _, phrases in _looked_at(interview, options) if phrases]


def unsuitable(options: Options) -> str:
    """Nobody ruled out, or by phrases without words."""
    if not options.relations and not options.titles:
        return "relations: is empty, and so is 'titles': nobody is ruled out"
    for option, phrases in (("relations", options.relations), ("titles", options.titles)):
        why = why_unsuitable(phrases, option) if phrases else ""
        if why:
            return why
    return ""


RUBRIC_CHECK = RubricCheck(ineligible_person, Options, find, rests_on, unsuitable=unsuitable)
