"""YAML as a tree of nodes that know where they stand, made in one pass over libyaml's events.

Every scalar stays the text its author wrote; `fields` gives it a type later. What could make the
parser expand, recurse or build objects (aliases, anchors, tags, deep nesting) is refused here,
before anything is built from it.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import yaml
from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.reading.line import quoted
from shoptalk.reading.source import Source, Span

DEEPEST = 20
"""Levels of nesting; the file format needs four."""

UNREADABLE_TO_YAML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
)


class Scalar(NamedTuple):
    """A piece of text."""

    start: int
    end: int
    text: str
    """What YAML makes of it: unquoted, unfolded, but always text."""
    style: str
    """Empty for plain text, else the quote, `|` or `>` that begins it."""


class Listing(NamedTuple):
    """A YAML sequence."""

    start: int
    end: int
    items: "tuple[Node, ...]"
    flow: bool
    """Written in brackets."""


class Entry(NamedTuple):
    """One `key: value` of a mapping."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """A YAML mapping; a key that is given twice is there twice."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    flow: bool
    """Written in braces."""

    def get(self, key: str) -> "Node | None":
        """The value of the first entry with this key."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.value
        return None


Node = Scalar | Listing | Mapping

AnyEvent = Any
"""An event of libyaml. Which attributes it has depends on its class, and asking for that with
`isinstance`, as type checkers want it, would take longer than the rest of the loop."""


class SyntaxFault(Exception):  # noqa: N818 ("error" is only a severity here)
    """What stopped the parser, with offsets into the text it read."""

    def __init__(self, problem: str, offset: int, context: int):
        super().__init__(problem)
        self.problem = problem
        self.offset = offset
        """Where the parser gave up."""
        self.context = context
        """Where the thing began in which it gave up."""


@check(Severity.ERROR)
def yaml_alias(sign: str, corrected: tuple[str, ...]) -> Wording:
    """A YAML anchor or alias: text that is repeated by reference.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a word that begins with `&` or `*` is
    a name for another text, and no part of the text itself: here only "Bakery" would be left. A few
    such lines can also make a program run out of memory.

    ### Example

    ```markdown
    ---
    organization: &Sons Bakery
    ---
    ```

    ### Write instead

    ```markdown
    ---
    organization: "&Sons Bakery"
    ---
    ```
    """
    return Wording(
        f"{shown(sign)} is read as a YAML anchor or alias, which is not allowed here",
        "put the text in quotes" if corrected else "write the value out",
        corrected,
    )


@check(Severity.ERROR)
def yaml_tag(tag: str, corrected: str) -> Wording:
    """A YAML tag, which asks the reader to build something other than text.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a word that begins with `!` is an
    order to the program that reads it. Most programs refuse it, and some would run code; so it is
    not obeyed here.

    ### Example

    ```markdown
    ---
    organization: !Harbor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    organization: "!Harbor"
    ---
    ```
    """
    return Wording(
        f"{shown(tag)} is read as a YAML tag, which is not allowed here",
        "delete it, or put the value in quotes if it is meant as text",
        (corrected,),
    )


@check(Severity.ERROR)
def nested_too_deep() -> Wording:
    """Lists or mappings inside one another, far deeper than anything here needs.

    ### Why it matters

    Each bracket opens another list inside the last one. Thousands of them can crash a program that
    builds the site, so reading stops at twenty; a write-up needs four.

    ### Example

    ```markdown
    ---
    tags: [[[[[[[[[[[[[[[[[[[[[data]]]]]]]]]]]]]]]]]]]]]
    ---
    ```

    ### Write instead

    ```markdown
    ---
    tags: [data]
    ---
    ```
    """
    return Wording(
        f"the nesting is deeper than {DEEPEST} levels; nothing after this was read",
        "remove the surplus brackets or dashes",
    )


@check(Severity.ERROR)
def key_not_text(kind: str) -> Wording:
    """A list or a mapping stands where a key should be.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, reads words in brackets as a list. No
    program looks for a value under a list, so the value is lost.

    ### Example

    ```markdown
    ---
    [title]: Clinical Data Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: Clinical Data Engineer
    ---
    ```
    """
    return Wording(f"{kind} cannot be a key", "write a word before the colon")


def compose(source: Source, text: str, shift: int) -> tuple[Node | None, list[Finding]]:
    """The tree of a YAML text that begins at offset `shift` of the source.

    Raises SyntaxFault, with offsets into `text`, where the text is no YAML.
    """
    readable = text
    if UNREADABLE_TO_YAML.search(text):
        readable = UNREADABLE_TO_YAML.sub(" ", text)
    parser = yaml.CSafeLoader(readable)
    try:
        return _Composer(source, text, shift).compose(parser)
    except yaml.MarkedYAMLError as error:
        offset = error.problem_mark.index if error.problem_mark else 0
        context = error.context_mark.index if error.context_mark else offset
        raise SyntaxFault(str(error.problem), offset, context) from None
    finally:
        parser.dispose()


class _Composer:
    def __init__(self, source: Source, text: str, shift: int):
        self.source = source
        self.text = text
        self.shift = shift
        self.findings: list[Finding] = []

    def compose(self, parser: yaml.CSafeLoader) -> tuple[Node | None, list[Finding]]:
        # One flat loop with a stack of its own: hostile nesting cannot exhaust Python's, and the
        # events need not be composed by libyaml first, which costs more than all of this.
        shift = self.shift
        level: list[Node] = []
        stack: list[tuple[list[Node], AnyEvent]] = []
        append, new = level.append, tuple.__new__
        may_refuse = "&" in self.text or "!" in self.text
        next_event: Callable[[], AnyEvent] = parser.get_event
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                if may_refuse and (event.anchor is not None or event.tag is not None):
                    in_flow = any(opened.flow_style for _, opened in stack)
                    append(self._refused(event, in_flow))
                    continue
                start, end = event.start_mark.index + shift, event.end_mark.index + shift
                append(new(Scalar, (start, end, event.value, event.style or "")))
            elif kind is SequenceStartEvent or kind is MappingStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refused(event)
                if len(stack) >= DEEPEST:
                    self.findings.append(nested_too_deep.at(self._place(event)))
                    return None, self.findings
                stack.append((level, event))
                level = []
                append = level.append
            elif kind is SequenceEndEvent or kind is MappingEndEvent:
                children = level
                level, opened = stack.pop()
                append = level.append
                append(self._closed(opened, event, children))
            elif kind is yaml.AliasEvent:
                append(self._refused(event))
            elif kind is yaml.DocumentStartEvent and level:
                raise SyntaxFault("a second document begins", event.start_mark.index, 0)
            elif kind is yaml.StreamEndEvent:
                return (level[0] if level else None), self.findings

    def _closed(self, opened: AnyEvent, event: AnyEvent, children: list[Node]) -> Node:
        start = opened.start_mark.index + self.shift
        flow = bool(opened.flow_style)
        # The end of a block is only noticed at the next token: it ends where its last child does.
        end = event.end_mark.index + self.shift if flow or not children else children[-1].end
        if opened.__class__ is SequenceStartEvent:
            return Listing(start, end, tuple(children), flow)
        entries = self._entries(children[::2], children[1::2])
        return Mapping(start, end, tuple(entries), flow)

    def _entries(self, keys: list[Node], values: list[Node]) -> list[Entry]:
        """The entries of a mapping that have a text as key."""
        new = tuple.__new__
        entries = [
            new(Entry, (key, value))
            for key, value in zip(keys, values, strict=True)
            if key.__class__ is Scalar
        ]
        if len(entries) < len(keys):
            self.findings += [self._no_text(key) for key in keys if not isinstance(key, Scalar)]
        return entries

    def _no_text(self, key: Listing | Mapping) -> Finding:
        kind = "a list" if isinstance(key, Listing) else "a mapping"
        return key_not_text.at(self.source.place(Span(key.start, key.end)), kind)

    def _refused(self, event: AnyEvent, in_flow: bool = False) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        raw = self.text[start:end].rstrip()
        place = self._place(event)
        tag = "" if event.__class__ is yaml.AliasEvent else event.tag
        written = raw.split(None, 1)[0] if raw else str(tag)
        place = replace(place, width=len(written))
        before, after = place.source_line[: place.column - 1], ""
        value = place.source_line[len(before) :].rstrip()
        if in_flow and value.startswith(raw):
            value, after = raw, value[len(raw) :]
        is_text = event.__class__ is yaml.ScalarEvent and event.style not in ("|", ">")
        if tag:
            is_code = written.startswith(("!!", "!ENV", "!<")) or not is_text
            mended = value[len(written) :].lstrip() if is_code else quoted(value)
            self.findings.append(yaml_tag.at(place, written, before + mended + after))
        elif not self.findings or self.findings[-1].place.line != place.line:
            corrected = (before + quoted(value) + after,) if is_text else ()
            self.findings.append(yaml_alias.at(place, written, corrected))
        return Scalar(start + self.shift, end + self.shift, raw, '"')

    def _place(self, event: AnyEvent) -> Place:
        mark = event.start_mark.index + self.shift
        return self.source.place(Span(mark, max(event.end_mark.index + self.shift, mark + 1)))
