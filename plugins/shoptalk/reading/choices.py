"""Which of a few words somebody means who wrote another one."""

from difflib import get_close_matches

SYNONYMS = {
    "agreed": "accepted",
    "false": "declined",
    "no": "declined",
    "no-thanks": "declined",
    "not-accepted": "declined",
    "off": "declined",
    "ok": "accepted",
    "on": "accepted",
    "refused": "declined",
    "rejected": "declined",
    "said-no": "declined",
    "said-yes": "accepted",
    "true": "accepted",
    "turned-down": "declined",
    "yes": "accepted",
}
"""Other words for choices; also those that YAML reads as true or false."""

DENIES = ("no-", "non-", "not-", "un")
"""How words begin that mean the opposite of what they look like."""


def choice_meant(text: str, choices: tuple[str, ...]) -> str:
    """The choice that a word stands for or is a slip of; empty where it may be the opposite."""
    written = "-".join(text.lower().replace("_", " ").rstrip(".!").split())
    synonym = SYNONYMS.get(written, "")
    if synonym in choices:
        return synonym
    near = next(iter(get_close_matches(written, choices, 1, 0.6)), "")
    return "" if written.startswith(DENIES) and not near.startswith(DENIES) else near
