"""Settings of the site's search under which it drops words of scripts that the site has."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.reading.folder import FoundFile, shown_path
from shoptalk.reading.own_pages import (
    SETTINGS,
    child_of,
    compose_settings,
    plugin_of,
    text_of,
    texts_of,
)
from shoptalk.reading.source import Source, Span
from shoptalk.reading.source_file import read_source

SEARCH = ("search", "material/search")
TRIMMER = "trimmer"

SCRIPTS = {
    "Arabic": (r"\u0620-\u06ff", {"ar"}),
    "Armenian": (r"\u0531-\u058f", {"hy"}),
    "Chinese or Japanese": (r"\u3041-\u30ff\u3400-\u9fff", {"ja", "jp", "zh"}),
    "Cyrillic": (r"\u0400-\u052f", {"ru"}),
    "Devanagari": (r"\u0900-\u097f", {"hi", "sa"}),
    "Greek": (r"\u0370-\u03ff", {"el"}),
    "Hebrew": (r"\u05d0-\u05ea", {"he"}),
    "Kannada": (r"\u0c80-\u0cff", {"kn"}),
    "Korean": (r"\uac00-\ud7a3", {"ko"}),
    "Tamil": (r"\u0b80-\u0bff", {"ta"}),
    "Telugu": (r"\u0c00-\u0c7f", {"te"}),
    "Thai": (r"\u0e01-\u0e4e", {"th"}),
}
"""Their letters, and the languages of the search that know them."""


@check(Severity.WARNING)
def script_not_searched(script: str) -> Wording:
    """The search of the site drops the words of a script that is written in.

    ### Why it matters

    With several languages in `lang`, or with `trimmer` in `pipeline`, the search keeps only the
    letters of the languages named. Whoever looks for a person by a name in other letters finds
    nothing. Without these settings words of every script are found.

    ### Example

    In `mkdocs.yml` stands `search: {lang: [en, de]}`, and somebody is called 王小明.

    ### Write instead

    Write `search` and nothing behind it.
    """
    return Wording(f"the search finds no {script} words", "leave `lang` and `pipeline` out")


def scripts_dropped(languages: Iterable[str], *, trims: bool, text: str) -> Iterator[str]:
    """The scripts of a text whose words the search drops."""
    known = set(languages)
    # With several languages the search drops all letters that none of them has.
    if len(known) < 2 and not trims:
        return
    for script, (letters, those) in SCRIPTS.items():
        if known.isdisjoint(those) and re.search(f"[{letters}]", text):
            yield script


def check_search(
    portfolio: Path, files: Iterable[FoundFile], pages: Iterable[Source], here: Path
) -> list[Finding]:
    """A finding for each script of a portfolio whose words the search of its site drops."""
    root = compose_settings(portfolio)
    options = plugin_of(root, *SEARCH)
    lang, pipeline = child_of(options, "lang"), child_of(options, "pipeline")
    languages = texts_of(lang) or [text_of(lang, "en")]
    trims = TRIMMER in texts_of(pipeline)
    at_fault = lang if len(languages) > 1 else pipeline if trims else None
    if at_fault is None:
        return []
    sources = (read_source(file.path, file.path)[0] for file in files)
    text = "\n".join(one.text for one in (*sources, *pages) if one)
    place = _place(at_fault, portfolio / SETTINGS, here)
    dropped = scripts_dropped(languages, trims=trims, text=text)
    return [script_not_searched.at(place, script) for script in dropped]


def _place(node: yaml.Node, path: Path, here: Path) -> Place:
    name = shown_path(str(path), here)
    source, _ = read_source(str(path), name)
    if not source:
        return Place(path=name)
    start, end = (
        source.line_starts[at.line] + at.column for at in (node.start_mark, node.end_mark)
    )
    return source.place(Span(start, end))
