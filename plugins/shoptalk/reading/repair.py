"""Front matter that is no YAML: name the line at fault, mend a copy of it, and read on.

So one run finds every fault of a file, and a broken line costs the preview nothing else. A repair
counts only if the parser then gets further than before; what no repair helps is `invalid-yaml`.
"""

from collections.abc import Iterator

from shoptalk.findings.finding import Finding
from shoptalk.reading.fence import empty_front_matter
from shoptalk.reading.line import take_apart
from shoptalk.reading.nodes import Entry, Listing, Mapping, Node, Scalar, SyntaxFault, compose
from shoptalk.reading.source import Source, Span
from shoptalk.reading.yaml_faults import RECOGNIZERS, Repair, invalid_yaml, not_a_mapping

MOST_ATTEMPTS = 150
"""Parses of one front matter, so that a hostile one costs no more than a long one."""


def read_nodes(source: Source, yaml: Span) -> tuple[Mapping | None, list[Finding]]:
    """The front matter as a tree, and every fault that had to be mended to get it."""
    text = source.text[yaml.start : yaml.end]
    try:
        root, findings = compose(source, text, yaml.start)
    except SyntaxFault as fault:
        return _Mending(source, yaml, text).mend(fault)
    if isinstance(root, Mapping) or (root is None and findings):
        return (root if isinstance(root, Mapping) else None), findings
    if root is None:
        return None, [*findings, empty_front_matter.at(source.place(Span(0, 3)))]
    fault = SyntaxFault("not a mapping", 0, 0)
    mapping, mended = _Mending(source, yaml, text).mend(fault)
    return mapping, findings + mended


class _Mending:
    """The front matter of one file while it is mended line by line."""

    def __init__(self, source: Source, yaml: Span, text: str):
        self.source = source
        self.yaml = yaml
        self.lines = text.split("\n")
        self.origins = list(range(len(self.lines)))
        self.attempts = 0
        self.findings: list[Finding] = []

    def mend(self, fault: SyntaxFault) -> tuple[Mapping | None, list[Finding]]:
        current: SyntaxFault | None = fault
        while current:
            outcome = self._mend_one(current)
            if outcome is None:
                self.findings.append(self._hopeless(current))
                return None, self.findings
            repair, mended, current, root, found = outcome
            self.findings.append(self._say(repair))
            self._replace(repair, mended)
        self.findings += found
        return self._to_original(root), self.findings

    def _mend_one(self, fault: SyntaxFault):  # type: ignore[no-untyped-def]
        for repair in self._candidates(fault):
            self.attempts += 1
            if self.attempts > MOST_ATTEMPTS:
                return None
            mended = [
                *self.lines[: repair.number],
                *repair.corrected,
                *self.lines[repair.number + 1 :],
            ]
            root, found, after = self._try("\n".join(mended))
            if after is None or self._further(after, fault, repair, mended):
                return repair, mended, after, root, found
        return None

    def _try(self, text: str) -> tuple[Node | None, list[Finding], SyntaxFault | None]:
        # Findings of the tree are placed in the mended text; their lines are what is kept.
        scratch = Source(self.source.path, text)
        try:
            root, found = compose(scratch, text, 0)
        except SyntaxFault as after:
            return None, [], after
        if root is None and found:
            return None, found, None
        if not isinstance(root, Mapping):
            return None, [], SyntaxFault("not a mapping", 0, 0)
        return root, found, None

    def _further(
        self, after: SyntaxFault, before: SyntaxFault, repair: Repair, mended: list[str]
    ) -> bool:
        if before.problem == "not a mapping":
            return after.problem != "not a mapping"
        if after.problem == "not a mapping":
            return False
        line, column = _position("\n".join(mended), after.offset)
        old_line, old_column = _position("\n".join(self.lines), before.offset)
        grown = len(repair.corrected) - 1
        if line - grown != old_line:
            return line - grown > old_line
        moved = len(repair.corrected[-1]) - len(self.lines[repair.number])
        return repair.number == old_line and column - max(moved, 0) > old_column

    def _candidates(self, fault: SyntaxFault) -> Iterator[Repair]:
        """Repairs worth a try: at the parser's own places first, then from the top down to them."""
        at, _ = _position("\n".join(self.lines), fault.offset)
        began, _ = _position("\n".join(self.lines), fault.context)
        at = min(at, len(self.lines) - 1)
        seen: set[int] = set()
        for number in (at, began, at - 1, *range(min(at + 1, len(self.lines)))):
            if number in seen or number < 0 or not self.lines[number].strip():
                continue
            seen.add(number)
            line = take_apart(number, self.lines[number])
            for recognize in RECOGNIZERS:
                repair = recognize(line, self.lines)
                if repair and repair.corrected != (self.lines[number],):
                    yield repair

    def _say(self, repair: Repair) -> Finding:
        span = self._original_span(repair.number, repair.column, repair.width)
        return repair.fault.at(self.source.place(span), *repair.measured, repair.corrected)

    def _hopeless(self, fault: SyntaxFault) -> Finding:
        number, column = _position("\n".join(self.lines), fault.offset)
        number = min(number, len(self.lines) - 1)
        place = self.source.place(self._original_span(number, column, 1))
        if fault.problem == "not a mapping":
            return not_a_mapping.at(place, self.lines[number].strip())
        return invalid_yaml.at(place, fault.problem)

    def _replace(self, repair: Repair, mended: list[str]) -> None:
        origin = self.origins[repair.number]
        self.origins[repair.number : repair.number + 1] = [origin] * len(repair.corrected)
        self.lines = mended

    def _original_span(self, number: int, column: int, width: int) -> Span:
        first = self.source.line_number(self.yaml.start)
        line = first + self.origins[min(number, len(self.origins) - 1)]
        length = len(self.source.line(line))
        start = self.source.line_starts[line] + min(column, max(length - 1, 0))
        return Span(start, start + max(width, 1))

    def _to_original(self, root: Node | None) -> Mapping | None:
        if not isinstance(root, Mapping):
            return None
        text = Source("", "\n".join(self.lines))

        def back(offset: int) -> int:
            number = text.line_number(offset)
            return self._original_span(number, offset - text.line_starts[number], 1).start

        def moved(node: Node) -> Node:
            start = back(node.start)
            end = max(back(max(node.end - 1, node.start)) + 1, start)
            if isinstance(node, Scalar):
                return Scalar(start, end, node.text, node.style)
            if isinstance(node, Listing):
                return Listing(start, end, tuple(map(moved, node.items)), node.flow)
            entries = tuple(
                Entry(
                    Scalar(back(key.start), back(max(key.end - 1, 0)) + 1, *key[2:]), moved(value)
                )
                for key, value in node.entries
            )
            return Mapping(start, end, entries, node.flow)

        mapping = moved(root)
        assert isinstance(mapping, Mapping)
        return mapping


def _position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 0."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset), offset - start
