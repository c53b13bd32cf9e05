"""People whom a learning names, and of whom it is not clear who they are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from shoptalk.findings.abridging import abridged
from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import Interview
from shoptalk.reading.people_meant import (
    Directory,
    PersonNamed,
    directory_of,
    names_people,
    people_named,
)
from shoptalk.reading.sections import comparable
from shoptalk.reading.traps import plain_or_quoted

BETWEEN_PEOPLE = re.compile(r"\s*[,;&]\s*|\s+and\s+")


@check(Severity.WARNING)
def nobody_meant(key: str, text: str, meant: str, corrected: tuple[str, ...]) -> Wording:
    """A learning agrees with somebody, or differs from somebody, who was not interviewed.

    ### Why it matters

    `agrees_with` and `differs_from` put what one person said beside what another did. They name
    people as their own files do, by name or alias, or by the address of the file. Whoever cannot be
    found among them is left out.

    ### Example

    In `interviews/ada.md` stands `agrees_with: Rosalind Okafro`, and nobody is called so.

    ### Write instead

    Write `agrees_with: Rosalind Okafor`, as it stands under `name` in her own file, or the address
    of that file, such as `agrees_with: 2026-autumn/a-nurse`.
    """
    return Wording(
        f"{shown(key)} names {shown(text, 60)}, with whom there is no interview",
        f"did you mean {shown(meant, 60)}?"
        if meant
        else "name people as their own files do, or by the address of the file",
        corrected,
    )


@check(Severity.WARNING)
def several_people_meant(key: str, text: str, count: int, corrected: str) -> Wording:
    """A learning names somebody, and several of the people you talked to are called so.

    ### Why it matters

    Nobody can tell which of them agreed or differed, so none of them is shown. The address of a
    file is there only once.

    ### Example

    In `interviews/ada.md` stands `agrees_with: A nurse`, which is the alias in two files.

    ### Write instead

    Write the address of the file, such as `agrees_with: 2026-autumn/a-nurse`.
    """
    return Wording(
        f"{shown(key)} names {shown(text, 60)}, but {count} interviews are with somebody called so",
        "write the address of the file, for instance",
        (corrected,),
    )


@check(Severity.WARNING)
def own_person_meant(key: str, text: str) -> Wording:
    """A learning agrees with the person it comes from, or differs from them.

    ### Why it matters

    `agrees_with` and `differs_from` are about others who spoke of the same. What a person says
    agrees with that person anyway.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    learnings:
      - learned: Most of the week goes into agreeing on definitions.
        agrees_with: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    learnings:
      - learned: Most of the week goes into agreeing on definitions.
    ---
    ```
    """
    return Wording(
        f"{shown(key)} names {shown(text, 60)}, whose own conversation this is",
        "name somebody else, or delete it",
    )


@check(Severity.WARNING)
def agrees_and_differs(text: str) -> Wording:
    """A learning agrees with somebody and differs from the same person.

    ### Why it matters

    The pages show who says the same and who says something else. One person cannot stand on both
    sides of one sentence.

    ### Example

    In `interviews/ada.md` a learning has `agrees_with: Ken Abara` and `differs_from: Ken Abara`.

    ### Write instead

    Delete one of the two, or write two learnings: one that he agrees with, and one that he does
    not.
    """
    return Wording(
        f"the learning already agrees with {shown(text, 60)}",
        "delete one of the two, or make two learnings of it",
    )


def check_people_named(files: Sequence[ReadFile]) -> Sequence[ReadFile]:
    """All the files of a portfolio, with findings where it is not clear whom a learning means."""
    if not any(map(names_people, files)):
        return files
    directory = directory_of(files)
    known = {file.address: file.interview for file in files if file.interview}
    found: dict[str, list[Finding]] = {address: [] for address in known}
    agreeing = set[tuple[str, int, str]]()
    for one in people_named(files):
        place = known[one.address].place(f"learnings[{one.learning}].{one.stance}[{one.number}]")
        found[one.address] += _faults(one, place, directory, known)
        about = (one.address, one.learning, one.who)
        if one.who and one.stance == "agrees_with":
            agreeing.add(about)
        elif about in agreeing:
            found[one.address].append(agrees_and_differs.at(place, one.text))
    return [
        replace(file, findings=abridged((*file.findings, *found[file.address])))
        if found.get(file.address)
        else file
        for file in files
    ]


def _faults(
    one: PersonNamed, place: Place, directory: Directory, known: Mapping[str, Interview]
) -> Iterator[Finding]:
    if not one.meant:
        meant = _as_list(one.text, place, directory) or _nearest(one, known)
        corrected = (_with(place, meant),) if meant else ()
        yield nobody_meant.at(place, one.stance, one.text, meant, corrected)
    elif len(one.meant) > 1:
        other = next(address for address in one.meant if address != one.address)
        corrected_line = _with(place, other)
        yield several_people_meant.at(place, one.stance, one.text, len(one.meant), corrected_line)
    elif one.meant[0] == one.address:
        yield own_person_meant.at(place, one.stance, one.text)


def _as_list(text: str, place: Place, directory: Directory) -> str:
    """Several people in one text as a list of them; empty if it is something else."""
    people = [name for name in BETWEEN_PEOPLE.split(text) if name]
    is_whole_value = place.source_line[: place.column - 1].rstrip().endswith(":")
    if len(people) < 2 or not is_whole_value or not all(map(directory.meant, people)):
        return ""
    return f"[{', '.join(map(plain_or_quoted, people))}]"


def _with(place: Place, text: str) -> str:
    """The line with another person in the place of the one named."""
    start = place.column - 1
    return place.source_line[:start] + text + place.source_line[start + place.width :]


def _nearest(one: PersonNamed, known: Mapping[str, Interview]) -> str:
    """What another person is called whose name is most like the one written; empty if none is."""
    called = {
        text: address
        for address, interview in known.items()
        if address != one.address
        for text in _called(address, interview)
    }
    words = set(comparable(one.text).split())
    partly = [text for text in called if words and words <= set(comparable(text).split())]
    if len({called[text] for text in partly}) == 1:
        return plain_or_quoted(partly[0])
    near = get_close_matches(one.text, called, 1, 0.7)
    return plain_or_quoted(near[0]) if near else ""


def _called(address: str, interview: Interview) -> Iterable[str]:
    """What a file calls its person, without what only `private/` says."""
    is_private = interview.private and interview.private.gives("name")
    names = (interview.alias,) if is_private else (interview.name, interview.alias)
    return (*filter(None, names), address)
