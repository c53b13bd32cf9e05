"""Finds people in texts: by name in every spelling, and by whatever else is theirs alone.

A whole name counts anywhere, and so do two of its parts beside each other in a sentence or row, or
an initial with the last name. Where the line is drawn for one part alone:

- A last name, or half of one, counts anywhere if it has four letters or more, is no word, is not
  borne by many, and is no part of a name that may be shown.
- Any other part counts in what is about the person (`home`), with a capital, unless another name
  follows it: `Mark Zuckerberg` is not Mark Jardine.
- A part that is also a word counts there behind a small word, with `'s`, or before what people do:
  `when Will spoke`, `Will said`.
- Any part but the first with a title before it counts anywhere, unless it is part of a name that
  may be shown: `Dr Young`. So does one in the middle behind the first's initial.
- A name of one part that is ordinary counts anywhere behind a small word, or alone in a cell.
- In the text of a link to the person's page any part counts as it does there.
- A rare first name elsewhere is only noted, by `first_names`.

Measured on 300 real interviews, each person in turn taken for one who did not agree and all others
for those who did: 290 are found in their own texts, at 1,283 places. In the texts about others
there are 29 sightings in all; read by hand, 18 are the person (or the same name) and 11 are not:
firms and products, relatives, others with the same rare last name. That is one false alarm for
every 27 people.

Of the same people 75 have a rare first name. It would be noted in six texts about others: four
times it is the person, twice a thing that is called so. That is one false note for every 150
interviews.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from shoptalk.privacy.names.bearers import Names, literals
from shoptalk.privacy.names.contact_finder import ContactFinder
from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.names.hints import Hints, Met
from shoptalk.privacy.names.judging import Run, names_whole, naming_words
from shoptalk.privacy.names.linked_names import Links, labels_around
from shoptalk.privacy.names.open_names import OpenNames
from shoptalk.privacy.names.ordinary_names import known_ordinary_names
from shoptalk.privacy.names.phrases import anchors, phrases_of
from shoptalk.privacy.names.reading_words import Reading, readings_of
from shoptalk.privacy.names.sieve import CONTACT, NOTHING, Sieve, pieces_of, starts_of
from shoptalk.privacy.names.sighting import Sighting, origin
from shoptalk.privacy.names.stretches import FARTHEST, PIECES_BETWEEN, is_between, windows
from shoptalk.privacy.names.unescaping import views_of
from shoptalk.privacy.private_values import NAMES, PrivateValue

MOST_WORDS_OF_A_NAME = 8


@dataclass(slots=True)
class Memory:
    """Pieces of text that were looked at: most pages of a site share most of their lines."""

    seen: set[str] = field(default_factory=set)
    met: dict[str, Met] = field(default_factory=dict)
    """What was met in those of them that are not clean."""
    left: dict[str, frozenset[str]] = field(default_factory=dict)
    """The words that are left of them without names that may be shown."""

    def is_clean(self, piece: str) -> bool:
        """Whether nothing was met in a piece that was looked at."""
        return piece in self.seen and piece not in self.met


class Finder:
    """Looks for many private values at once."""

    def __init__(
        self,
        values: Iterable[PrivateValue],
        allowed: Iterable[str] = (),
        *,
        names: Names | None = None,
    ):
        """`allowed` are texts that may be shown: names, organizations, links, contacts.

        `names` are those of the values, if they are known from another finder.
        """
        ordinary = known_ordinary_names()
        self.values, self.allowed = tuple(values), tuple(allowed)
        self.names = names or Names(self.values, self.allowed, ordinary)
        self.contacts = ContactFinder(self.values, self.allowed)
        self.allowed_texts = frozenset(" ".join(folded_words(text)) for text in self.allowed)
        self.phrases = anchors(
            phrase for value in self.values for phrase in phrases_of(value, ordinary)
        )
        self.telling = self.names.words | self.phrases.keys()
        """The words with which anything that is looked for may begin."""
        self.hints = Hints(self.names.bearers, self.phrases, self.allowed_texts)
        kept = {value.text for value in self.values if value.kind not in NAMES}
        self.open_names = OpenNames(
            (one for one in self.allowed if one not in kept), self.names.bearers
        )
        self.sieve = Sieve(self.hints.words, literals(self.names.bearers))

    def and_for(self, values: Iterable[PrivateValue]) -> "Finder":
        """One that also looks for some values that are no names."""
        more = tuple(values)
        return Finder((*self.values, *more), self.allowed, names=self.names) if more else self

    def find(
        self,
        text: str,
        home: str = "",
        memory: Memory | None = None,
        links: Links | None = None,
    ) -> Iterator[Sighting]:
        """Where a text shows what is private; `home` is the address of the person it is about.

        In the text of one of the `links` to somebody's page a part of the name is enough.
        """
        memory = memory or Memory()
        if memory.is_clean(text):
            return
        pieces = pieces_of(text)
        numbers = self._met(pieces, memory)
        if not numbers:
            return
        contacts = [number for number in numbers if CONTACT in memory.met[pieces[number]].words]
        worth = list(self._worth_a_look(pieces, numbers, home, memory))
        starts = starts_of(pieces, text) if worth or contacts else []
        for number in contacts:
            yield from self.contacts.find(pieces[number], starts[number])
        done: set[tuple[int, int]] = set()
        for first, last in windows(worth, starts):
            begin = max(starts[max(first - 1, 0)], starts[first] - FARTHEST)
            end = min(starts[min(last + 1, len(pieces))], starts[last] + FARTHEST)
            for found in self._look(text[begin:end], home):
                span = (found.start + begin, found.end + begin)
                if span not in done:
                    done.add(span)
                    yield Sighting(found.value, *span)
        if links:
            for one in self._in_links(text, pieces, numbers, memory, links):
                if all(one.end <= start or end <= one.start for start, end in done):
                    yield one

    def find_in_links(self, text: str, memory: Memory, links: Links) -> Iterator[Sighting]:
        """Who is named, if only by a part of the name, in the texts of links to their pages."""
        pieces = pieces_of(text)
        numbers = self._met(pieces, memory)
        yield from self._in_links(text, pieces, numbers, memory, links)

    def _in_links(
        self,
        text: str,
        pieces: Sequence[str],
        numbers: Sequence[int],
        memory: Memory,
        links: Links,
    ) -> Iterator[Sighting]:
        if not numbers:
            return
        linked = links.pages.linked_in(text)
        numbers = [
            one
            for one in numbers
            if not linked.isdisjoint(self.hints.who_bears(memory.met[pieces[one]].words))
        ]
        starts = starts_of(pieces, text) if numbers else []
        found: dict[tuple[int, int], Sighting] = {}
        for number in numbers:
            end = starts[number] + len(pieces[number])
            words = memory.met[pieces[number]].words
            for label in labels_around(text, starts[number], end, links):
                if self.hints.at_home(label.person).isdisjoint(words):
                    continue
                for one in self.find(label.text, label.person, memory):
                    if one.value.kind == "name" and one.value.person == label.person:
                        span = (one.start + label.start, one.end + label.start)
                        found[span] = Sighting(one.value, *span)
        yield from found.values()

    def _met(self, pieces: Sequence[str], memory: Memory) -> list[int]:
        """The numbers of those pieces that are not clean."""
        new = set(pieces) - memory.seen
        for piece in new:
            words = self.sieve.words_in(piece)
            if CONTACT in words and not any(self.contacts.find(piece)):
                words -= {CONTACT}
            if words:
                memory.met[piece] = self.hints.met(words, piece)
        memory.seen |= new
        met = memory.met
        return [number for number, piece in enumerate(pieces) if piece in met]

    def _worth_a_look(
        self, pieces: Sequence[str], numbers: Iterable[int], home: str, memory: Memory
    ) -> Iterator[int]:
        """Which of some pieces may show something private, by themselves or with those before."""
        near: list[int] = []
        worth = -1
        for number in numbers:
            met = memory.met[pieces[number]]
            near = [one for one in near if number - one <= PIECES_BETWEEN]
            is_akin = any(self.hints.are_akin(met, memory.met[pieces[one]]) for one in near)
            before = pieces[number - 1] if number else ""
            if is_akin or self.hints.may_be_enough(met, before, home):
                akin = [one for one in near if met.parts_of & memory.met[pieces[one]].parts_of]
                akin = [*(one for one in akin if _is_close(pieces, one, number)), number]
                shown = pieces[max(akin[0] - 1, 0) : number + 1]
                if self._may_show([pieces[one] for one in akin], shown, home, memory):
                    yield from (one for one in akin if one > worth)
                    worth = number
            near.append(number)

    def _may_show(
        self, met: Sequence[str], pieces: Sequence[str], home: str, memory: Memory
    ) -> bool:
        """Whether a few pieces may show something private, also without the open names in them.

        `met` are those of them in which words were met.
        """
        words = NOTHING.union(*(memory.met[piece].words for piece in met))
        if not self.hints.are_enough(words, home, pieces):
            return False
        left = NOTHING.union(*(self._without_open_names(piece, home, memory) for piece in met))
        return left == words or self.hints.are_enough(left, home, pieces)

    def _without_open_names(self, piece: str, home: str, memory: Memory) -> frozenset[str]:
        """The words that were met in a piece, but in names that may be shown."""
        words = memory.met[piece].words
        if not self.hints.at_home(home).isdisjoint(words):
            return words
        left = memory.left.get(piece)
        if left is None:
            without = self.open_names.without(piece)
            left = words if without == piece else self.sieve.words_left(words, without)
            memory.left[piece] = left
        return left

    def _look(self, text: str, home: str) -> list[Sighting]:
        """What a stretch of text shows, however it is written."""
        found: dict[tuple[int, int], Sighting] = {}
        may_be_shown: set[tuple[int, int]] = set()
        for views in views_of(text):
            for reading in readings_of(views[0].text):
                for value, first, last in self._named_in(reading, home):
                    span = origin(views, reading.words[first].start, reading.words[last].end)
                    if value is None:
                        may_be_shown.add(span)
                    elif span not in found or _is_about(value, home):
                        found[span] = Sighting(value, *span)
        for span in may_be_shown & found.keys():
            if not _is_about(found[span].value, home):
                del found[span]
        kept = {
            span: one
            for span, one in found.items()
            if not is_between(span, may_be_shown, at_home=_is_about(one.value, home))
        }
        return list(_outermost({**dict.fromkeys(may_be_shown), **kept}))

    def _named_in(
        self, reading: Reading, home: str
    ) -> Iterator[tuple[PrivateValue | None, int, int]]:
        """Each value with its first and last word; None for what may be shown."""
        for at, word in enumerate(reading.words):
            if word.folded not in self.telling:
                continue
            for group in self.phrases.get(word.folded, ()):
                if not (stands := group[0].stands_at(reading, at)):
                    continue
                of_home = next((one for one in group if _is_about(one.value, home)), None)
                if of_home or not group[0].at_home:
                    value = (of_home or group[0]).value
                    yield self._unless_allowed(value, home), *stands
            run, bearers = self._run_from(reading, at)
            if run.end - run.start == 1 and not reading.follows_title(at):
                bearers = self.names.alone(word.folded) | (bearers & self.names.of_home(home))
            if bearers and any(self._is_of_name(reading, n) for n in range(run.start, run.end)):
                yield from self._judged(run, bearers, home)

    def _is_of_name(self, reading: Reading, at: int) -> bool:
        """Whether a word is more than an initial."""
        return reading.words[at].folded in self.names.by_word

    def _unless_allowed(self, value: PrivateValue, home: str) -> PrivateValue | None:
        if not _is_about(value, home) and " ".join(folded_words(value.text)) in self.allowed_texts:
            return None
        return value

    def _run_from(self, reading: Reading, at: int) -> tuple[Run, Set[int]]:
        """The longest row of words, from one on, that all belong to the same names."""
        bearers = self.names.bearers_of(reading.words[at].folded)
        end, met = at + 1, {reading.words[at].folded}
        while bearers and end < len(reading.words) and end - at < MOST_WORDS_OF_A_NAME:
            word = reading.words[end].folded
            if word in met or not reading.is_joined(end - 1):
                break
            both = bearers & self.names.bearers_of(word)
            if not both:
                break
            bearers, end = both, end + 1
            met.add(word)
        return Run(reading, at, end), bearers

    def _judged(
        self, run: Run, bearers: Set[int], home: str
    ) -> Iterator[tuple[PrivateValue | None, int, int]]:
        """The first of those whom the words name, rather the one whom the text is about."""
        found: tuple[PrivateValue, int, int] | None = None
        for number in sorted(bearers):
            bearer = self.names.bearers[number]
            at_home = _is_about(bearer.value, home)
            if bearer.is_allowed:
                if names_whole(bearer.name, run):
                    yield None, run.start, run.end - 1
            elif found is None or at_home:
                words = naming_words(bearer.name, run, at_home=at_home)
                if words:
                    found = (bearer.value, words.start, words.end - 1)
        if found:
            yield found


def _is_close(pieces: Sequence[str], one: int, other: int) -> bool:
    """Whether the parts of a name may stand in two pieces, for all that is between."""
    return sum(map(len, pieces[one + 1 : other])) <= FARTHEST


def _is_about(value: PrivateValue, home: str) -> bool:
    """Whether it is of the person whom a text is about."""
    return bool(home) and value.person == home


def _outermost(found: Mapping[tuple[int, int], Sighting | None]) -> Iterator[Sighting]:
    """Those that lie in no other stretch; None stands for one that may be shown."""
    furthest = -1
    last: Sighting | None = None
    for (start, end), one in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
        repeats = one and last and last.value == one.value and start < last.end
        if end <= furthest or repeats:
            continue
        furthest, last = end, one or last
        if one:
            yield one
