"""Names of which every part stands together, and parts that stand by themselves."""

import re

from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.names.ordinary_names import SMALL_WORDS, TITLES, known_ordinary_names
from shoptalk.privacy.names.unescaping import views_of

SHORTEST_BARE = 3
CAPITAL = r"(?![ \u00a0](?-i:[A-Z\u00c0-\u00de]))"
"""No other name follows."""

END_OF_SENTENCE = re.compile(r"\w{4}[.!?]\s")


def is_whole(name: str, quotation: str) -> bool:
    """Whether a place that may name somebody has every word of the name, with capitals.

    Addresses and names of files have no capitals, and no spaces.
    """
    words = [word for word in folded_words(name) if word not in TITLES] or folded_words(name)
    for views in views_of(quotation):
        parts = views[0].text.split()
        letters = "".join(folded_words(views[0].text))
        if all(word in letters for word in words):
            small = [part for part in parts if part[0].islower() and part not in SMALL_WORDS]
            return len(parts) == 1 or not (small or END_OF_SENTENCE.search(views[0].text))
    return False


def bare_parts(name: str) -> re.Pattern[str] | None:
    """Finds the parts of a name that are no ordinary words, as words of a text or an address."""
    ordinary = known_ordinary_names().words | SMALL_WORDS | TITLES
    parts = {
        form
        for part in re.split(r"[\s.]+", name)
        for form in (part, "".join(folded_words(part)))
        if len(form) >= SHORTEST_BARE and "".join(folded_words(form)) not in ordinary
    }
    if not parts:
        return None
    either = "|".join(map(re.escape, sorted(parts, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_]){CAPITAL}", re.IGNORECASE)
