"""The person's own interview, once it says no more who it is."""

import datetime
import re

from shoptalk.privacy.forgetting.pseudonyms import Pseudonym
from shoptalk.reading.consent import NOTHING_AGREED
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import Interview
from shoptalk.reading.nodes import Entry
from shoptalk.reading.source import Source
from shoptalk.reading.traps import nested_nodes, plain_or_quoted

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def without_person(
    text: str, file: ReadFile, pseudonym: Pseudonym, forgotten: datetime.date | None = None
) -> str:
    """A write-up without `name`, a link that has the name, and a consent to show it.

    A consent that is not clear goes, too, or it would count once it is mended.
    With an alias, if it had none, and the day on which the person was forgotten, if there is one.
    Where the front matter stands in braces it is left as it is.
    """
    interview, source = file.interview, file.source
    if interview is None or source is None or interview.front_matter.flow:
        return text
    lines = LINE.findall(text)
    instead: dict[int, str] = {}
    for entry in interview.front_matter.entries:
        if _tells(entry.key.text, interview, pseudonym, file.address):
            for number in _lines_of(entry, source):
                instead[number] = ""
    first = min(instead, default=1)
    said = [] if interview.alias else [f"alias: {plain_or_quoted(pseudonym.alias)}"]
    said += [f"forgotten: {forgotten}"] if forgotten else []
    if said and first < len(lines):
        end = re.sub(r"[^\r\n]", "", lines[first]) or "\n"
        kept = "" if first in instead else lines[first]
        instead[first] = "".join(f"{one}{end}" for one in said) + kept
    return "".join(instead.get(number, line) for number, line in enumerate(lines))


def _tells(key: str, interview: Interview, pseudonym: Pseudonym, home: str) -> bool:
    if key == "link":
        return pseudonym.is_in_address(interview.link, home)
    consent = interview.consent
    may_tell = key == "consent" and (consent.name or consent == NOTHING_AGREED)
    return key in ("name", "forgotten") or may_tell


def _lines_of(entry: Entry, source: Source) -> range:
    first = source.line_number(entry.key.start)
    ends = [node.end for node in nested_nodes(entry.value) if hasattr(node, "text")]
    last = max((source.line_number(max(end - 1, entry.key.start)) for end in ends), default=first)
    return range(first, max(first, last) + 1)
