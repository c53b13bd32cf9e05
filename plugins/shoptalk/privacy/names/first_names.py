"""Rare first names of people who did not agree to be named, alone in texts about anything."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.names.ordinary_names import known_ordinary_names
from shoptalk.privacy.names.written_names import WrittenName, written_name
from shoptalk.reading.source import Source, Span

WORD = re.compile(
    r"[^\Wa-z\d_](?<![\w./@#-].)[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]{2,})*(?![\w@/-]|\.\w)",
    re.DOTALL,
)
BEFORE_ANOTHER = re.compile(r"[ \u00a0]+(?=([^\W\d_]))")


@check(Severity.NOTE)
def first_name_without_consent(quotation: str, instead: str) -> Wording:
    """A text has the rare first name of somebody who did not agree to be named.

    ### Why it matters

    Many people may be called Maria, but few Marisol: beside what is told of the conversation, a
    rare first name is as good as a whole name. The public pages leave it as it is, because it may
    be somebody else's.

    ### Example

    `docs/index.md` says "Thanks to Marisol", who is "A logistics coordinator" everywhere else.

    ### Write instead

    Write "Thanks to a logistics coordinator". If you mean somebody else, leave it.
    """
    return Wording(
        f"{shown(quotation)} is the first name of somebody who did not agree to be named",
        f"write {shown(instead)} or a pronoun there, unless you mean somebody else"
        if instead
        else "write a pronoun there, unless you mean somebody else",
    )


def rare_first_names(names: Mapping[str, str], allowed: Iterable[str]) -> dict[str, str]:
    """Whose first name each is, folded: no word, not borne by many, nobody else's here.

    `names` are by the addresses of those who did not agree; `allowed` are those of the others.
    """
    ordinary = known_ordinary_names()
    read = {address: written_name(text, ordinary) for address, text in names.items()}
    others = [written_name(text, ordinary) for text in allowed]
    borne = Counter(
        part for name in (*read.values(), *others) if name for part in {*_parts(name), *name.atoms}
    )
    firsts = {address: _first(name) for address, name in read.items() if name}
    return {
        first: address
        for address, first in firsts.items()
        if ordinary.tells(first) and borne[first] == 1
    }


def first_names_in(
    source: Source, home: str, rare: Mapping[str, str], named: Sequence[Span]
) -> Iterator[tuple[str, Span]]:
    """Each person whose first name stands alone in a text about another, at its first place.

    `named` are the places where whole names stand.
    """
    met = {home}
    for word in WORD.finditer(source.text):
        person = rare.get("".join(folded_words(word[0]))) if word[0][0].isupper() else None
        if person and person not in met and not _is_part(source.text, word.span(), named):
            met.add(person)
            yield person, Span(*word.span())


def notes_on(
    source: Source, found: Iterable[tuple[str, Span]], aliases: Mapping[str, str]
) -> Iterator[Finding]:
    """What is said of each first name."""
    for person, span in found:
        place = source.place(span)
        yield first_name_without_consent.at(
            place, source.text[slice(*span)], aliases.get(person, "")
        )


def _parts(name: WrittenName) -> Iterator[str]:
    return (part.folded for part in name.parts)


def _first(name: WrittenName) -> str:
    """The part taken for the first name; empty where there is no other than the last."""
    counting = [part for part in name.parts if not part.is_small]
    return counting[0].folded if counting and counting[0] not in name.lasts else ""


def _is_part(text: str, word: tuple[int, int], named: Sequence[Span]) -> bool:
    """Whether it is inside a name that is reported, or before another name."""
    start, end = word
    if any(one.start < end and start < one.end for one in named):
        return True
    following = BEFORE_ANOTHER.match(text, end)
    return bool(following and following[1].isupper())
