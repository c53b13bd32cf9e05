"""Edits of the lines that part the front matter from the body, where they leave no doubt."""

from shoptalk.findings.finding import Finding
from shoptalk.mending.edit import Edit
from shoptalk.mending.legible import words
from shoptalk.reading.end_of_keys import KEY_LINE, end_of_keys
from shoptalk.reading.fence import CLOSING, find_fences
from shoptalk.reading.keys import KEYS
from shoptalk.reading.line import take_apart
from shoptalk.reading.source import Source

Edits = tuple[Edit, ...]

FENCE = "---"


def fences_around(source: Source, finding: Finding) -> Edits:
    """Lines of hyphens around keys that are all known, and no blank lines above them."""
    fenced, _ = find_fences(source)
    if fenced is None:
        return ()
    first, end = (source.line_number(offset) for offset in fenced.yaml)
    if end == first or fenced.yaml.end != source.line_starts[end]:
        end += 1
    at_margin = [take_apart(number, source.line(number)) for number in range(first, end)]
    keys = [line.key for line in at_margin if line.key and not line.lead]
    if len(keys) < 2 or not KEYS.issuperset(keys):
        return ()
    opening = Edit(0, first, (FENCE,))
    is_closed = CLOSING.match(source.line(end))
    found = end_of_keys(source, fenced.yaml.start)
    if not is_closed and not (found and found.sure):
        return ()
    return (opening,) if is_closed else (opening, Edit(end, 0, (FENCE,)))


def nothing_before(source: Source, finding: Finding) -> Edits:
    """No blank lines or spaces before the opening line."""
    number = finding.place.line - 1
    if any(source.line(above).strip("\ufeff\u200b\u2060 \t") for above in range(number)):
        return ()
    return (Edit(0, number + 1, (FENCE,)),)


def hyphens(source: Source, finding: Finding) -> Edits:
    """Three hyphens instead of the line that stands for them."""
    number, new = finding.place.line - 1, finding.correction
    if not new or words(finding.place.source_line) != words(" ".join(new)):
        return ()
    is_opening = not any(source.line(above).strip() for above in range(number))
    if not is_opening and _keys_follow(source, number + 1):
        return ()
    return (Edit(number, 1, new),)


def closing_hyphens(source: Source, finding: Finding) -> Edits:
    """Three hyphens after the last key, if nothing below it can be front matter, too."""
    fenced, _ = find_fences(source)
    keys = end_of_keys(source, fenced.yaml.start) if fenced else None
    if keys is None or not keys.sure or keys.line != finding.place.line:
        return ()
    return (Edit(keys.line, 0, (FENCE,)),)


def hyphens_for_code(source: Source, finding: Finding) -> Edits:
    """Three hyphens instead of the two lines of a code block; no such lines around hyphens."""
    fenced, _ = find_fences(source)
    if fenced is None:
        return ()
    opening = finding.place.line - 1
    has_hyphens = source.line_number(fenced.yaml.start) > opening + 1
    closing = source.line_number(fenced.body.start) - 1
    if source.line(closing).rstrip() not in ("```", "~~~"):
        return ()
    new = () if has_hyphens else (FENCE,)
    return (Edit(opening, 1, new), Edit(closing, 1, new))


def _keys_follow(source: Source, number: int) -> bool:
    """Whether a known key stands below this line, and below it the end of front matter.

    Then it is not sure where the front matter was meant to end.
    """
    start = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    closing = CLOSING.search(source.text, start)
    if closing is None:
        return False
    below = source.text[start : closing.start()].split("\n")
    return any(KEY_LINE.match(line) and line.split(":")[0].strip() in KEYS for line in below)
