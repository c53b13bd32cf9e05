"""Front matter that is no YAML: name the line at fault, mend a copy of it, and read on.

So one run finds every fault of a file, and a broken line costs the preview nothing else. A repair
counts only if the parser then gets further than before, or if it is certain; what no repair helps
is `invalid-yaml`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from shoptalk.findings.finding import Finding
from shoptalk.reading.line import take_apart
from shoptalk.reading.line_repair import Repair
from shoptalk.reading.nodes import Entry, Listing, Mapping, Node, SyntaxFault, compose
from shoptalk.reading.recognizers import RECOGNIZERS, no_space_after_colon_here
from shoptalk.reading.source import Source, Span
from shoptalk.reading.tabs import indented_with_spaces
from shoptalk.reading.yaml_faults import invalid_yaml, not_a_mapping

MOST_ATTEMPTS = 150
"""Parses of one front matter, so that a hostile one costs no more than a long one."""

FARTHEST = 300
"""Lines to look back for the one at fault."""

NO_MAPPING = "not a mapping"
"""The fault of a text that is YAML, but holds no keys."""


def read_nodes(source: Source, yaml: Span) -> tuple[Mapping | None, list[Finding]]:
    """The mapping in a part of a source, and every fault that had to be mended to get it.

    Without a mapping the findings say why; there are none where nothing is written.
    """
    text = source.text[yaml.start : yaml.end]
    try:
        root, findings = compose(source, text, yaml.start)
    except SyntaxFault as fault:
        return _Mending(source, yaml, text).mend(fault)
    if root is None or isinstance(root, Mapping):
        return root, findings
    mapping, mended = _Mending(source, yaml, text).mend(SyntaxFault(NO_MAPPING, 0, 0))
    return mapping, findings + mended


class _Outcome(NamedTuple):
    """What the parser makes of a text: its root, or the fault that stopped it."""

    root: Node | None
    findings: list[Finding]
    fault: SyntaxFault | None


class _Mending:
    """The front matter of one file while it is mended line by line."""

    def __init__(self, source: Source, yaml: Span, text: str):
        self.source = source
        self.first = source.line_number(yaml.start)
        self.lines = text.split("\n")
        self.written = tuple(self.lines)
        self.origins = list(range(len(self.lines)))
        """For each line, the one it was at first."""
        self.attempts = 0
        self.findings: list[Finding] = []

    def mend(self, fault: SyntaxFault) -> tuple[Mapping | None, list[Finding]]:
        """The mapping after all repairs, with spans in the source as it is."""
        outcome = _Outcome(None, [], fault)
        while outcome.fault:
            after = self._mend_one(outcome.fault)
            if after is None:
                self.findings.append(self._hopeless(outcome.fault))
                return None, self.findings
            outcome = after
        original = _Original(self.source, self.first, self.lines, self.origins)
        self.findings += map(original.finding, outcome.findings)
        root = outcome.root
        return (original.mapping(root) if isinstance(root, Mapping) else None), self.findings

    def _mend_one(self, fault: SyntaxFault) -> _Outcome | None:
        """Apply the first repair that helps; None if none does."""
        for repair in self._candidates(fault):
            self.attempts += 1
            if self.attempts > MOST_ATTEMPTS:
                return None
            number = repair.number
            end = number + repair.replaced
            mended = [*self.lines[:number], *repair.corrected, *self.lines[end:]]
            outcome = self._try("\n".join(mended))
            after = outcome.fault
            if after is None or repair.certain or self._further(after, fault, repair, mended):
                self.findings.append(self._say(repair))
                last = repair.replaced - 1
                self.origins[number:end] = [
                    self.origins[number + min(line, last)] for line in range(len(repair.corrected))
                ]
                self.lines = mended
                return outcome
        return None

    def _try(self, text: str) -> _Outcome:
        try:
            root, found = compose(Source(self.source.path, text), text, 0)
        except SyntaxFault as after:
            return _Outcome(None, [], after)
        if isinstance(root, Mapping) or (root is None and found):
            return _Outcome(root, found, None)
        return _Outcome(None, [], SyntaxFault(NO_MAPPING, 0, 0))

    def _further(
        self, after: SyntaxFault, before: SyntaxFault, repair: Repair, mended: list[str]
    ) -> bool:
        """Whether the parser got further by a repair."""
        if NO_MAPPING in (before.problem, after.problem):
            return after.problem != NO_MAPPING
        line, column = _position("\n".join(mended), after.offset)
        old_line, old_column = _position("\n".join(self.lines), before.offset)
        grown = len(repair.corrected) - repair.replaced
        if line - grown != old_line:
            return line - grown > old_line
        last = repair.number + repair.replaced - 1
        moved = len(repair.corrected[-1]) - len(self.lines[last])
        if repair.number <= old_line <= last:
            return column - max(moved, 0) > old_column
        return repair.number < old_line and column > old_column

    def _candidates(self, fault: SyntaxFault) -> Iterator[Repair]:
        """Repairs worth a try: at the parser's own places first, then from the top down to them."""
        text = "\n".join(self.lines)
        at, _ = _position(text, fault.offset)
        began, _ = _position(text, fault.context)
        at = min(at, len(self.lines) - 1)
        written = [self.written[origin] for origin in self.origins]
        from_the_top = range(max(at - FARTHEST, 0), at + 1)
        at_fault = dict.fromkeys((began, max(at - 1, 0), at))
        yield from filter(None, map(self._with_space_after_colon, at_fault))
        for number in dict.fromkeys((at, began, max(at - 1, 0), *from_the_top)):
            line = take_apart(number, self.lines[number])
            if line.text.strip():
                without_tabs = indented_with_spaces(number, self.lines, written)
                if without_tabs:
                    yield without_tabs
                for recognize in RECOGNIZERS:
                    repair = recognize(line, self.lines)
                    if repair and repair.corrected != (line.text,):
                        yield repair

    def _with_space_after_colon(self, number: int) -> Repair | None:
        """The surest of all: without the space a key is a text that runs on into the next line."""
        line = take_apart(number, self.lines[number])
        return no_space_after_colon_here(line, self.lines)

    def _say(self, repair: Repair) -> Finding:
        original = _Original(self.source, self.first, self.lines, self.origins)
        span = original.span(repair.number, repair.column, repair.width)
        return repair.fault.at(self.source.place(span), *repair.measured, repair.corrected)

    def _hopeless(self, fault: SyntaxFault) -> Finding:
        number, column = _position("\n".join(self.lines), fault.offset)
        number = min(number, len(self.lines) - 1)
        original = _Original(self.source, self.first, self.lines, self.origins)
        if fault.problem == NO_MAPPING:
            text = self.lines[number].strip()
            place = self.source.place(original.span(number, 0, len(self.lines[number])))
            is_item = text.startswith("- ")
            corrected = ("questions:", f"  {text}") if is_item else (f"title: {text}",)
            return not_a_mapping.at(place, text, corrected, "write a key before it")
        return invalid_yaml.at(self.source.place(original.span(number, column, 1)), fault.problem)


class _Original:
    """Where in the source the parts of a mended text stand."""

    def __init__(self, source: Source, first: int, lines: list[str], origins: list[int]):
        self.source = source
        self.first = first
        self.lines = lines
        self.origins = origins
        self.text = Source(source.path, "\n".join(lines))
        self.shared: dict[int, tuple[int, int]] = {}
        """For each mended line, how many characters at its start and end are as they were."""

    def span(self, number: int, column: int, width: int) -> Span:
        """The span of a part of a line."""
        start = self._offset(number, column)
        return Span(start, start + max(width, 1))

    def finding(self, finding: Finding) -> Finding:
        """A finding in the mended text, placed where it stands in the source."""
        place = finding.place
        span = self.span(place.line - 1, place.column - 1, place.width)
        return replace(finding, place=self.source.place(span))

    def mapping(self, node: Mapping) -> Mapping:
        """A mapping with the spans of the source."""
        entries = (
            Entry(key._replace(start=self._back(key.start), end=self._end(key)), self._node(value))
            for key, value in node.entries
        )
        return Mapping(self._back(node.start), self._end(node), tuple(entries), node.flow)

    def _node(self, node: Node) -> Node:
        if isinstance(node, Mapping):
            return self.mapping(node)
        if isinstance(node, Listing):
            items = tuple(map(self._node, node.items))
            return Listing(self._back(node.start), self._end(node), items, node.flow)
        return node._replace(start=self._back(node.start), end=self._end(node))

    def _end(self, node: Node) -> int:
        if node.end == node.start:
            return self._back(node.start)
        number = self.text.line_number(node.end - 1)
        return self._offset(number, node.end - self.text.line_starts[number], is_end=True)

    def _back(self, offset: int) -> int:
        number = self.text.line_number(offset)
        return self._offset(number, offset - self.text.line_starts[number])

    def _offset(self, number: int, column: int, is_end: bool = False) -> int:
        line = self.first + self.origins[number]
        written, mended = self.source.line(line), self.lines[number]
        if mended != written:
            before, behind = self._shared_with(number, written)
            is_before = column <= before if is_end else column < before
            if not is_before and column >= len(mended) - behind:
                column += len(written) - len(mended)
            elif not is_before:
                column = min(column, len(written) - behind)
        return self.source.line_starts[line] + min(column, len(written))

    def _shared_with(self, number: int, written: str) -> tuple[int, int]:
        if number not in self.shared:
            mended = self.lines[number]
            before = _shared_start(written, mended)
            behind = _shared_start(written[before:][::-1], mended[before:][::-1])
            self.shared[number] = (before, behind)
        return self.shared[number]


def _shared_start(one: str, other: str) -> int:
    """How many characters at their start two texts share."""
    differing = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 0."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset), offset - start
