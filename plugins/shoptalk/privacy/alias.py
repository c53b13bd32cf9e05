"""What may stand for a person who did not agree to be named."""

import re

from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview

VOWEL = re.compile(r"[aeiou](?!uro|ni(?![mn])|s[aeu]|\b)|honest|hono|hour", re.IGNORECASE)
SPELLED_VOWEL = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9]|\b)")
"""How an abbreviation begins whose first letter is spoken with a vowel: an HR manager."""

CAPITAL = re.compile(r"[^\W\d_][^A-Z]*\Z")


def alias_of(interview: Interview) -> str:
    """What the student wrote to stand for the name; empty as long as that is a placeholder."""
    return "" if is_placeholder(interview.alias) else interview.alias


def alias_from(title: str) -> str:
    """A job title as one says it of somebody, such as `A clinical data engineer`; empty for none.

    Words with capitals inside them stay as they are: `An HR manager`. Titles that do not look
    English stay so, too.
    """
    if not title.isascii() or not title[:1].isalpha():
        return title
    words = [word.lower() if CAPITAL.match(word) else word for word in title.split()]
    first = words[0]
    is_spelled = len(first) > 1 and first.isupper()
    begins = SPELLED_VOWEL if is_spelled else VOWEL
    return f"{'An' if begins.match(first) else 'A'} {' '.join(words)}"
