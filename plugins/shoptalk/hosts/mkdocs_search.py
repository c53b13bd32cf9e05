"""The search of Material's theme, so that it finds words of every script.

It looks for words that begin like the one typed. What people type otherwise than it is written,
and words of scripts that have nothing between them, stand in a field of the index that no page
shows.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from shoptalk.hosts.mkdocs_offline import INDEX
from shoptalk.privacy.names.folding import WRITTEN_WITHOUT_SPACES, folded_words
from shoptalk.reading.search_settings import TRIMMER, scripts_dropped

log = get_plugin_logger("shoptalk")

PLUGIN = "material/search"
FIELD = "as_typed"

SEPARATOR = (
    r"[\s\u200b\-,:;!?()\[\]\"'/\u2026\u2018-\u201e\u00ab\u00bb\u00b7"
    r"\u060c\u061b\u061f\u0964\u0965\u3000-\u3002\u3008-\u3011\u30fb\uff01-\uff0f\uff1a-\uff1f]+"
    r"|\.(?!\d)|&(?:[lg]t|amp);"
)

ESCAPED_LETTER = re.compile(r"\\u(?!20|00[ab])")
"""In the index as it is written: something else than English with its signs."""

ACCENTED = re.compile(
    "[a-zA-Z]*{0}(?:[a-zA-Z]|{0})*".format(
        r"[\u00c0-\u024f\u0300-\u036f\u0370-\u052f\u05b0-\u06ff\u1e00-\u1fff]"
    )
)
"""A word with letters that may have accents, points or vowel marks."""

WITHOUT_SPACES = re.compile(
    f"[{''.join(f'{first}-{last}' for first, last in WRITTEN_WITHOUT_SPACES)}]+"
)
PUNCTUATION_IN_IT = re.compile(r"[\u3000-\u3003\u3008-\u3011\u30fb]")
LONGEST = 8
"""So many signs can be typed of a sentence without spaces."""
END = "\ue000"
"""Behind each piece of one, or the search would take it for a word and split what is typed."""


def set_separator(config: MkDocsConfig) -> None:
    """Part words at the punctuation of every script, where the author has not said how."""
    search = config.plugins.get(PLUGIN)
    if search and not search.config.get("separator"):
        search.config["separator"] = SEPARATOR


def finish_index(site: Path) -> None:
    """Add words as they are typed to the index, and warn of settings that hide some."""
    path = site / INDEX
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if not ESCAPED_LETTER.search(text):
        return
    index = json.loads(text)
    if "fields" not in index["config"]:  # that of another theme
        return
    for message in misfits(index):
        log.warning(message)
    add_words_as_typed(index)
    path.write_text(json.dumps(index, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")


def misfits(index: dict[str, Any]) -> Iterator[str]:
    """What is said of settings under which the search drops scripts of the site."""
    languages, pipeline = index["config"]["lang"], index["config"]["pipeline"]
    text = "\n".join(map(_text, index["docs"]))
    for script in scripts_dropped(languages, trims=TRIMMER in pipeline, text=text):
        yield (
            f"mkdocs.yml: with its `lang` or `pipeline` the search finds no {script} words; "
            "leave both out"
        )


def add_words_as_typed(index: dict[str, Any]) -> None:
    """Give an entry the field, if it has words that need it."""
    index["config"]["fields"][FIELD] = {"boost": 1.0}
    for entry in index["docs"]:
        if typed := words_as_typed(_text(entry)):
            entry[FIELD] = " ".join(sorted(typed))


def words_as_typed(text: str) -> set[str]:
    """Words of a text without accents, and the beginnings of what may be a word."""
    if text.isascii():
        return set()
    text = " ".join(word for word in text.split() if not word.isascii())
    plain = {folded for word in set(ACCENTED.findall(text)) for folded in folded_words(word)}
    runs = WITHOUT_SPACES.findall(PUNCTUATION_IN_IT.sub(" ", text))
    pieces = {run[at : at + LONGEST] + END for run in runs for at in range(len(run))}
    return plain | pieces


def _text(entry: dict[str, Any]) -> str:
    return f"{entry['title']}\n{entry['text']}"
