"""From nodes to typed values: each getter returns a value or None, and says what it found wrong."""

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime
from difflib import get_close_matches
from functools import cached_property
from typing import TypeVar

from shoptalk.findings.check import Check
from shoptalk.findings.finding import Finding, Place, shown
from shoptalk.reading.choices import choice_meant
from shoptalk.reading.field_faults import (
    contact_details,
    duplicate_key,
    empty_value,
    impossible_date,
    not_a_date,
    not_a_time,
    not_among_choices,
    placeholder,
    quotes_in_text,
    unknown_key,
    wrong_type,
)
from shoptalk.reading.keys import ITEM_KEYS, REQUIRED, TYPED, is_own, means_end, positive
from shoptalk.reading.line import quoted, take_apart
from shoptalk.reading.nodes import Entry, Listing, Mapping, Node, Scalar
from shoptalk.reading.source import Source, Span
from shoptalk.reading.times_of_day import time_meant
from shoptalk.reading.traps import (
    IMPLICIT,
    LONGEST_WORD,
    SWALLOWED_ITEM,
    add_found,
    check_comment,
    check_scalar,
    nested_nodes,
    plain_or_quoted,
)
from shoptalk.reading.yaml_faults import (
    no_break_space,
    no_space_after_colon,
    no_space_after_dash,
    wrong_list_sign,
)

T = TypeVar("T")

YES = frozenset(("true", "yes", "on"))
NO = frozenset(("false", "no", "off"))
NOTHING = frozenset(("", "~", "null", "none"))
ISO_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
WEEKDAYS |= {name.lower(): number for number, name in enumerate(calendar.day_abbr)}
WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3}
PLACEHOLDER = re.compile(
    r"(?:TODO|TBD|TBA|FIXME|XXX+)\b.{0,80}|[Tt]odo|[Tt]b[da]|\?{2,}|\.{3}|…|<[^<>]*>"
    r"|[Ll]orem ipsum.*|First Last|Full Name|Your Name",
    re.DOTALL,
)
CURLY_QUOTES = "\u201c\u201d\u201e"
QUOTE = re.compile(f'[{CURLY_QUOTES}"]')
OFTEN_QUOTATIONS = ("learning", "description", "research", "before", "after")
"""How the labels of texts begin that may well be what somebody said."""

BEGINS_PLACEHOLDER = frozenset("TtFXLlY?.…<")
SYNONYMS = {
    "answer": "",
    "application": "applications",
    "apply": "applications",
    "company": "organization",
    "employer": "organization",
    "interviewee": "name",
    "job": "title",
    "lessons": "learnings",
    "length": "minutes",
    "duration": "minutes",
    "learning": "learnings",
    "next-steps": "applications",
    "person": "name",
    "position": "title",
    "q": "ask",
    "question": "ask",
    "role": "title",
    "takeaways": "learnings",
    "text": "ask",
    "url": "link",
    "website": "link",
    "what": "do",
    "when": "by",
}
SYNONYMS_IN_STEPS = {
    **SYNONYMS,
    "at": "organization",
    "dates": "years",
    "job": "role",
    "period": "years",
    "position": "role",
    "time": "years",
    "title": "role",
    "when": "years",
    "where": "organization",
}
"""Other words for the keys of a step of a career."""

FIGURES = re.compile(r"\d+(?:[.,]\d+)?(?= ?(?:[A-Za-z]+\.?|%)?$)")
OF_SEVERAL = re.compile(r"(\w+) (?:out )?of (?:the )?\w+")
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER_WORDS = {word: str(number) for number, word in enumerate(WORDS, 1)}
LIST_SIGN = re.compile(r"([-*+•◦▪‣·–—]|\d{1,3}[.)])(?:\s+|(?<=[-•◦▪‣])(?=\S))")
CONTACT = re.compile(r"(?:e-?mail|phone|mobile|tel|telephone|address|whatsapp)(?:[-_ ]\w+)?", re.I)


def is_placeholder(text: str) -> bool:
    """Whether a text only keeps the place for another, such as `TODO`."""
    return text[:1] in BEGINS_PLACEHOLDER and bool(PLACEHOLDER.fullmatch(text))


class Fields:
    """One mapping of the front matter, read key by key."""

    def __init__(self, source: Source, mapping: Mapping, findings: list[Finding], name: str = ""):
        self.source = source
        self.mapping = mapping
        self.findings = findings
        self.name = name
        self.values = {entry.key.text: entry for entry in mapping.entries}
        self.listed: dict[str, list[Node]] = {}
        """The items that became records, under the key of their list and in the same order."""
        self.guessed: dict[str, str] = {}
        """The keys that had to be mended or guessed, with those they were taken for."""
        self.glued: set[str] = set()
        """Keys without a space behind their colon, whose values hold another one."""
        if len(self.values) < len(mapping.entries):
            self.values = self._first_of_each_key()

    def _first_of_each_key(self) -> dict[str, Entry]:
        """The entries, once what is given twice has been reported."""
        values: dict[str, Entry] = {}
        for entry in self.mapping.entries:
            first = values.setdefault(entry.key.text, entry)
            if first is not entry:
                line = self.source.line_number(first.key.start) + 1
                self.report(duplicate_key, entry.key, entry.key.text, line)
        return values

    def report(self, fault: Check[...], node: Node, *measured: object) -> None:
        """Add a finding at a node."""
        self.findings.append(fault.at(self.place(node), *measured))

    @cached_property
    def lines_mended(self) -> frozenset[int]:
        """The lines of which something was said before any of their fields was read."""
        return frozenset(finding.place.line for finding in self.findings)

    def place(self, node: Node) -> Place:
        """Where a node stands."""
        return self.source.place(Span(node.start, max(node.end, node.start + 1)))

    def label(self, key: str) -> str:
        """A key with the name of the thing it belongs to, for messages."""
        return f"{self.name}: {key}" if self.name else key

    def check_keys(self, known: frozenset[str], passed_over: frozenset[str] = frozenset()) -> None:
        """Unknown keys but some; those that begin with `x-` are the student's own."""
        for key in [key for key in self.values if key not in known | passed_over]:
            entry = self.values[key]
            if key.partition(":")[0] in known and self._is_glued(entry):
                self._take_glued(key, entry)
                continue
            joined = self._key_without_space(entry, known)
            if joined:
                self._take_for(joined.key.text, key, joined)
                continue
            meant = self._check_unknown(key, entry, known)
            if meant:
                # One slip, one finding: its value is not missing under the right key as well.
                self._take_for(meant, key, entry)

    def _take_for(self, meant: str, key: str, entry: Entry) -> None:
        self.guessed[key] = meant
        self.values.setdefault(meant, entry)

    def _is_glued(self, entry: Entry) -> bool:
        """Whether a key holds the colon of the one that was meant, as in `title:Lead: data`."""
        key, value = entry.key, entry.value
        return (
            not self.mapping.flow
            and not key.style
            and isinstance(value, Scalar)
            and not value.style
            and not key.text.partition(":")[2].startswith("//")
            and "\n" not in self.source.text[key.start : value.end]
        )

    def _take_glued(self, key: str, entry: Entry) -> None:
        """Say that a space is missing, and take all that follows the colon for the value."""
        name = key.partition(":")[0]
        at = entry.key.start + len(name)
        place = self.source.place(Span(at, at + 1))
        column = place.column - 1
        line = take_apart(0, f"{place.source_line[:column]}: {place.source_line[column + 1 :]}")
        corrected = line.with_value(line.value if line.value[:1] == "{" else quoted(line.value))
        self.findings.append(no_space_after_colon.at(place, name, (corrected,)))
        self.glued.add(key)
        value = Scalar(at + 1, max(entry.value.end, at + 2), line.value, '"')
        self._take_for(name, key, entry._replace(value=value))

    def text(self, key: str) -> str:
        """A text, empty if there is none."""
        entry = self.values.get(key)
        if entry is None:
            return ""
        node = entry.value
        if isinstance(node, Scalar):
            return self.text_of(node, self.label(key), self.mapping.flow)
        return self._not_text(key, node)

    def text_of(self, node: Scalar, label: str, in_flow: bool = False) -> str:
        """The text of a scalar, with what is doubtful about it."""
        text = node.text.strip()
        if not text:
            if label not in REQUIRED:
                self.report(empty_value, node, label)
            return ""
        if (
            (text[0] in IMPLICIT and (len(text) <= LONGEST_WORD or text.isdigit()))
            or text[0] == "-"
            or in_flow
            or len(node.text) != node.end - node.start
        ):
            add_found(self.findings, check_scalar(self.source, node, in_flow))
        if is_placeholder(text):
            self.report(placeholder, node, label, text)
        if text[0] in CURLY_QUOTES and not label.startswith(OFTEN_QUOTATIONS):
            self._check_quotes(node, label)
        return text

    def _check_quotes(self, node: Scalar, label: str) -> None:
        """Curly quotes that enclose a whole text, and are a part of it."""
        text = node.text.strip()
        written = self.source.text[node.start : node.end]
        inside = text[1:-1].strip()
        is_whole = text[-1] in f'{CURLY_QUOTES}"' and inside and not QUOTE.search(inside)
        if is_whole and "\n" not in written and not node.style:
            self.report(quotes_in_text, node, label, self.line_with(node, plain_or_quoted(inside)))

    def yes_or_no(self, key: str) -> bool:
        """A truth value; false if there is none."""
        return self.value(key, _truth, "true or false") or False

    def whole_number(self, key: str, most: int) -> int | None:
        """A number from 1 to `most`."""
        return self.value(key, lambda text: _number(text, most), f"a number from 1 to {most}")

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """One of a few words, empty if there is none."""
        entry = self.values.get(key)
        written = getattr(entry and entry.value, "text", "").strip()
        is_truth = written.lower() in YES | NO
        text = written if is_truth and written not in choices else self.text(key)
        if not text or text in choices or entry is None:
            return text if text in choices else ""
        meant = choice_meant(text, choices)
        corrected = (self.line_with(entry.value, meant),) if meant else ()
        self.report(not_among_choices, entry.value, key, text, ", ".join(choices), corrected)
        return ""

    def day(self, key: str) -> date | None:
        """A date."""
        node = self.scalar(key, "a date")
        if node is None:
            return None
        text = node.text.strip()
        if len(text) == 10 and text[7] == "-" and text.isascii():
            try:
                return date.fromisoformat(text)
            except ValueError:
                pass
        match = ISO_DATE.fullmatch(text)
        if not match:
            day = _spelled_out(text)
            is_sure = day and _is_on_its_weekday(text, day)
            corrected = (self.line_with(node, day.isoformat()),) if day and is_sure else ()
            self.report(not_a_date, node, text, corrected)
            return day
        return self._real_day(node, *map(int, match.groups()))

    def moment(self, key: str) -> date | None:
        """A date, or a date with a time of day; `false` stands for none."""
        node = self.scalar(key, "a date, with or without a time")
        if node is None or node.text.strip().lower() in NO:
            return None
        text = node.text.strip()
        if len(text) <= 10:
            return self.day(key)
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
        match = ISO_DATE.match(text)
        if match is None:
            self.report(not_a_date, node, text, ())
        elif day := self._real_day(node, *map(int, match.groups())):
            time = time_meant(text[match.end() :])
            corrected = (self.line_with(node, f"{day}T{time}"),) if time else ()
            self.report(not_a_time, node, text[match.end() :].strip(" ,T"), corrected)
        return None

    def items(
        self, key: str, wanted: str, item_of: Callable[[str], str] = plain_or_quoted
    ) -> tuple[Node, ...]:
        """The items of a list; `item_of` makes one of a text, an empty one where it cannot tell."""
        entry = self.values.get(key)
        if entry is None:
            return ()
        node = entry.value
        if isinstance(node, Listing):
            if not node.items and key not in REQUIRED:
                self.report(empty_value, node, self.label(key))
            return node.items
        if isinstance(node, Scalar) and node.text.strip().lower() in NOTHING:
            if key not in REQUIRED:
                self.report(empty_value, entry.key, self.label(key))
            return ()
        if isinstance(node, Scalar):
            return self._items_of_text(key, wanted, node, item_of)
        return self._items_of_mapping(key, wanted, node, item_of)

    def _items_of_text(
        self, key: str, wanted: str, node: Scalar, item_of: Callable[[str], str]
    ) -> tuple[Node, ...]:
        """Text where a list belongs: an item for each line, if each begins with a sign."""
        written = self.source.text[node.start : node.end]
        lines = list(re.finditer(r"\S.*", written))
        if not node.style and all(LIST_SIGN.match(line[0]) for line in lines):
            return tuple(self._item_with_sign(node.start + line.start(), line[0]) for line in lines)
        if not any(SWALLOWED_ITEM.match(line[0]) for line in lines[1:]):
            place = self.place(node)
            before = place.source_line[: place.column - 1]
            texts = node.text.splitlines() if node.style else [line[0].rstrip() for line in lines]
            items = [item_of(text) for text in texts if text.strip()]
            inside = node.text.strip() if item_of is plain_or_quoted else ", ".join(items)
            in_brackets = (self.line_with(node, f"[{inside}]"),)
            is_in_one = key == "tags" and "," in node.text and items == [node.text.strip()]
            listed = _listed(before, items) if all(items) else ()
            corrected = in_brackets if is_in_one or self.mapping.flow else listed
            self.report(wrong_type, node, self.label(key), wanted, "text", corrected)
        return (node,)

    def _item_with_sign(self, start: int, line: str) -> Scalar:
        """A line that begins with something like a dash, as the item it is meant to be."""
        sign, text = LIST_SIGN.split(line, 1)[1:]
        end = start + len(line)
        place = self.source.place(Span(start, start + len(sign)))
        corrected = _listed(place.source_line[: place.column - 1], [plain_or_quoted(text)])
        if sign == "-" and line[1:2] == " ":
            pass  # right as it is: it is the lines around it that make no list
        elif sign == "-" and line[1:2].isspace():
            space = self.source.place(Span(start + 1, start + 2))
            self.findings.append(no_break_space.at(space, corrected))
        elif sign == "-":
            self.findings.append(no_space_after_dash.at(place, corrected))
        else:
            self.findings.append(wrong_list_sign.at(place, sign, corrected))
        return Scalar(end - len(text), end, text, "")

    def _items_of_mapping(
        self, key: str, wanted: str, node: Mapping, item_of: Callable[[str], str]
    ) -> tuple[Node, ...]:
        """A mapping where a list belongs: its only item, if its keys are those of items."""
        keys = [entry.key.text for entry in node.entries]
        if not node.flow and all(map(self._is_item_with_sign, node.entries)):
            lines = [(one.key.start, max(one.value.end, one.key.end)) for one in node.entries]
            text = self.source.text
            return tuple(self._item_with_sign(at, text[at:end].rstrip()) for at, end in lines)
        if keys[0][:1] == "-" and keys[0][1:] in ITEM_KEYS and not node.flow:
            dash = self.source.place(Span(node.start, node.start + 1))
            line, at = dash.source_line, dash.column
            self.findings.append(no_space_after_dash.at(dash, (f"{line[:at]} {line[at:]}",)))
            return ()
        is_item = bool(ITEM_KEYS.intersection(keys))
        place = self.place(node)
        line, at = place.source_line, place.column - 1
        before, written = line[:at], line[at:]
        if node.flow:
            inside = (
                [self.source.text[node.start : node.end]] if is_item else list(map(item_of, keys))
            )
            corrected = (self.line_with(node, f"[{', '.join(inside)}]"),) if all(inside) else ()
        else:
            item = written if is_item else item_of(written.rstrip())
            corrected = (f"{before}- {item}",) if item else ()
        self.report(wrong_type, node, self.label(key), wanted, "keys with values", corrected)
        return (node,) if is_item else ()

    def _is_item_with_sign(self, entry: Entry) -> bool:
        """Whether a key begins an item, with another sign than a dash and a space before it."""
        sign = LIST_SIGN.match(entry.key.text)
        is_text = isinstance(entry.value, Scalar) and not (entry.key.style or entry.value.style)
        is_on_one_line = "\n" not in self.source.text[entry.key.start : entry.value.end]
        name = entry.key.text[sign.end() :] if sign else ""
        return bool(sign) and is_text and is_on_one_line and name not in ITEM_KEYS

    def text_or_texts(self, key: str) -> tuple[str, ...]:
        """The items of a list of texts, or the only text where there is no list."""
        entry = self.values.get(key)
        if entry is None:
            return ()
        if isinstance(entry.value, Scalar):
            return tuple(filter(None, (self.text(key),)))
        return self.texts(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """The items of a list of texts."""
        found = []
        for number, node in enumerate(self.items(key, "a list"), 1):
            label = self.label(f"{key.removesuffix('s')} {number}")
            if isinstance(node, Scalar):
                found.append(self.text_of(node, label))
            else:
                kind = "a list" if isinstance(node, Listing) else "keys with values"
                self.report(wrong_type, node, label, "text", kind, ())
        return tuple(filter(None, found))

    def within(self, node: Mapping, name: str) -> "Fields":
        """The keys of a mapping inside this one."""
        return Fields(self.source, node, self.findings, name)

    def check_comments(self) -> None:
        """Comments that cut a value; call it once, on the outermost mapping."""
        for entry in self.mapping.entries:
            if entry.key.text in self.glued:
                continue
            is_text = entry.key.text not in TYPED
            for node in nested_nodes(entry.value):
                if isinstance(node, Mapping):
                    continue
                if isinstance(node, Listing) and not node.flow:
                    continue
                after = node.end
                if isinstance(node, Scalar) and not node.text and not node.style:
                    after = self._after_sign(node.start)
                self.findings.extend(check_comment(self.source, node, after, is_text))

    def _key_without_space(self, entry: Entry, known: frozenset[str]) -> Entry | None:
        """The key and the value that are one word within braces, for want of a space."""
        key = entry.key
        name, colon, text = key.text.partition(":")
        is_joined = colon and text and name in known and not getattr(entry.value, "text", "-")
        if not is_joined or self.source.text[key.start : key.end] != key.text:
            return None
        at = key.start + len(name)
        place = self.source.place(Span(at, at + 1))
        line = place.source_line
        corrected = (f"{line[: place.column]} {line[place.column :]}",)
        self.findings.append(no_space_after_colon.at(place, name, corrected))
        return Entry(key._replace(end=at, text=name), Scalar(at + 1, key.end, text, ""))

    def _after_sign(self, offset: int) -> int:
        # An empty value has no place of its own: a comment would follow the colon or the dash.
        number = self.source.line_number(offset)
        start = self.source.line_starts[number]
        before = self.source.text[start:offset].rstrip(" \t")
        return start + len(before)

    def _check_unknown(self, key: str, entry: Entry, known: frozenset[str]) -> str:
        """Say that a key is unknown, and return the one that is meant, if it can be told."""
        for node in nested_nodes(entry.value):
            if isinstance(node, Mapping):
                self.within(node, key)
        if is_own(key):
            return ""
        is_contact = CONTACT.fullmatch(key)
        if is_contact and "contact" not in known:
            self.report(contact_details, entry.key, key)
            return ""
        meant = "contact" if is_contact else _meant_by(key, known)
        place = self.place(entry.key)
        if key.strip() in known:
            mended = place.source_line.replace(key, key.strip(), 1)
            at = entry.key.start + (0 if key[0].isspace() else len(key.rstrip()))
            place = self.source.place(Span(at, at + 1))
            self.findings.append(no_break_space.at(place, (mended,)))
            return key.strip()
        rest = place.source_line[place.column - 1 + len(key) :]
        start = place.source_line[: place.column - 1]
        written = self.source.text[entry.key.start : entry.key.end]
        corrected: tuple[str, ...] = ()
        if meant and written == key:
            corrected = (f"{start}{meant}{rest}",)
        elif not self.name and written == key and re.fullmatch(r"[\w-]+", key):
            corrected = (f"{start}x-{key}{rest}",)
        self.report(unknown_key, entry.key, key, meant, corrected)
        return meant

    def _not_text(self, key: str, node: Listing | Mapping) -> str:
        """Say that this is no text, and return the text that its items make together."""
        if isinstance(node, Mapping):
            self.report(wrong_type, node, self.label(key), "text", "keys with values", ())
            return ""
        text = ", ".join(item.text for item in node.items if isinstance(item, Scalar))
        is_one_line = node.flow and "\n" not in self.source.text[node.start : node.end]
        corrected = (self.line_with(node, plain_or_quoted(text)),) if is_one_line else ()
        self.report(wrong_type, node, self.label(key), "text", "a list", corrected)
        return text

    def scalar(self, key: str, wanted: str) -> Scalar | None:
        """A value that is no list and no mapping, and says something."""
        entry = self.values.get(key)
        if entry is None:
            return None
        node = entry.value
        if not isinstance(node, Scalar):
            found = "a list" if isinstance(node, Listing) else "keys with values"
            items = node.items if isinstance(node, Listing) and node.flow else ()
            only = items[0].text if len(items) == 1 and isinstance(items[0], Scalar) else ""
            corrected = (self.line_with(node, only),) if only else ()
            self.report(wrong_type, node, self.label(key), wanted, found, corrected)
            return None
        if node.text.strip().lower() in NOTHING:
            self.report(empty_value, entry.key, self.label(key))
            return None
        text = node.text.strip()
        if is_placeholder(text):
            self.report(placeholder, node, self.label(key), text)
            return None
        return node

    def value(self, key: str, convert: Callable[[str], T | None], wanted: str) -> T | None:
        """A value in a notation of its own, which `convert` reads; None if there is none."""
        node = self.scalar(key, wanted)
        if node is None:
            return None
        value = convert(node.text.strip())
        if value is None:
            number = _number_meant(node.text.strip())
            is_meant = bool(number) and convert(number) is not None
            corrected = (self.line_with(node, number),) if is_meant else ()
            self.report(wrong_type, node, self.label(key), wanted, shown(node.text), corrected)
        return value

    def _real_day(self, node: Scalar, year: int, month: int, day: int) -> date | None:
        text = node.text.strip()
        try:
            return date(year, month, day)
        except ValueError:
            pass
        if year == 0:
            why = "there is no year 0"
        elif not 1 <= month <= 12:
            why = f"there is no month {month}"
        else:
            last = calendar.monthrange(year, month)[1]
            why = f"{calendar.month_name[month]} {year} has {last} days"
        self.report(impossible_date, node, text, why)
        return None

    def line_with(self, node: Node, value: str) -> str:
        """The line of a node with another text in its place."""
        place = self.place(node)
        begin = place.column - 1
        return place.source_line[:begin] + value + place.source_line[begin + place.width :]


def _meant_by(key: str, known: frozenset[str]) -> str:
    """The known key that an unknown one seems to mean; never one that it denies."""
    synonyms = SYNONYMS_IN_STEPS if "years" in known else SYNONYMS
    synonym = synonyms.get(key.lower(), "")
    if synonym in known:
        return synonym
    if "until" in known and means_end(key):
        return "until"
    near = _nearest(key, known)
    return "" if near and near == _nearest(positive(key), known) else near


def _nearest(key: str, known: frozenset[str]) -> str:
    written = key.lower().replace("_", "-")
    return next(iter(get_close_matches(written, sorted(known), 1, 0.7)), "")


def _number_meant(text: str) -> str:
    """The number in a text such as `30 min`, `four` or `4 of 5`; empty where there is none."""
    of_several = OF_SEVERAL.fullmatch(text)
    first = (of_several[1] if of_several else text).lower()
    figures = FIGURES.match(first)
    return figures[0].replace(",", ".") if figures else NUMBER_WORDS.get(first, "")


def _listed(before: str, items: list[str]) -> tuple[str, ...]:
    """The lines of a list that stands behind `before`: indentation, or a key and its colon."""
    if not before.strip():
        return tuple(f"{before}- {item}" for item in items)
    indent = " " * (len(before) - len(before.lstrip(" ")))
    return (before.rstrip(), *(f"{indent}  - {item}" for item in items))


def _truth(text: str) -> bool | None:
    if text.lower() in YES:
        return True
    return False if text.lower() in NO else None


def _number(text: str, most: int) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        return None
    number = int(text)
    return number if 1 <= number <= most and text == str(number) else None


def day_meant(text: str) -> date | None:
    """A date, also in words or figures that can be read in one way only."""
    if match := ISO_DATE.fullmatch(text):
        return _date_or_none(*map(int, match.groups()))
    return _spelled_out(text)


def _spelled_out(text: str) -> date | None:
    """A date in words or figures that can be read in one way only."""
    words = re.findall(r"\d+|[A-Za-z]+", text)
    figures = [int(word) for word in words if word.isdigit() and len(word) <= 4]
    month = next((MONTHS[word.lower()] for word in words if word.lower() in MONTHS), None)
    year = next((figure for figure in figures if figure > 31), None)
    rest = [figure for figure in figures if figure != year]
    if year is None or not 1000 <= year <= 9999:
        return None
    if month is not None and len(rest) == 1:
        return _date_or_none(year, month, rest[0])
    if month is None and len(rest) == 2:
        readings = {_date_or_none(year, a, b) for a, b in (rest, rest[::-1])} - {None}
        year_first = figures[0] == year
        if year_first:
            return _date_or_none(year, rest[0], rest[1])
        return readings.pop() if len(readings) == 1 else None
    return None


def _is_on_its_weekday(text: str, day: date) -> bool:
    """Whether each day of the week that a text names is that of the date."""
    words = (word.lower() for word in re.findall(r"[A-Za-z]+", text))
    return all(WEEKDAYS.get(word, day.weekday()) == day.weekday() for word in words)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
