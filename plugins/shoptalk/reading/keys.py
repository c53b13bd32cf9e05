"""The keys of an interview file."""

import re

REQUIRED = ("name", "title", "questions", "learnings", "applications")
"""The assignment's own words; see the rubric for how much of each."""

TEXTS = (
    "name",
    "title",
    "organization",
    "industry",
    "relation",
    "alias",
    "link",
    "description",
    "research",
    "before",
    "after",
)
CHOICES = {
    "format": ("in-person", "phone", "video"),
    "route": ("direct", "warm", "cold"),
}
YES_OR_NO = ("mononym", "connected", "draft")
DAYS = ("date", "forgotten")
LISTS = ("questions", "planned", "learnings", "applications", "referrals", "path", "tags")

KEYS = frozenset((*TEXTS, *CHOICES, *YES_OR_NO, *LISTS, *DAYS, "minutes", "thanked", "consent"))
"""Every key that may stand at the margin; those that begin with `x-` are the student's own."""

QUESTION_KEYS = frozenset(("ask", "topic", "personal", "same_as", "not_same"))
LEARNING_KEYS = frozenset(("learned", "topic", "from", "agrees_with", "differs_from"))
APPLICATION_KEYS = frozenset(("do", "by", "done"))
TOPICS = (
    "career-path",
    "day-to-day",
    "projects",
    "likes-and-challenges",
    "skills",
    "culture",
    "trends",
    "hiring",
    "learning-resources",
    "fit",
    "market",
    "advice",
    "referrals",
    "staying-in-touch",
)
"""Those that the question bank knows, in the order in which conversations mostly come to them."""

TYPED = frozenset((*CHOICES, *YES_OR_NO, *DAYS, "minutes", "thanked"))
"""The keys whose values are no free text."""

REFERRAL_KEYS = frozenset(("name", "title", "organization"))
STEP_KEYS = frozenset(("years", "role", "organization"))
CONSENT_KEYS = frozenset(("name", "organization", "quotes", "photo", "link", "on", "until", "how"))
ITEM_KEYS = frozenset[str]().union(
    QUESTION_KEYS, LEARNING_KEYS, APPLICATION_KEYS, REFERRAL_KEYS, STEP_KEYS, CONSENT_KEYS
)
REQUEST_KEYS = frozenset(
    (
        *("me", "about", "booking", "zone", "requests", "name", "title", "organization", "route"),
        *("introduced_by", "channel", "why", "shared", "subject", "message", "feedback", "who"),
        *("on", "comment", "sent", "reminders", "answer", "answered", "appointment", "minutes"),
        *("format", "place", "invitation", "interview", "thanked", "connected", "referrals"),
        *(
            "promised",
            "do",
            "by",
            "done",
            "confirmed",
            "check_ins",
            "text",
            "next_check_in",
            "closed",
        ),
    )
)
"""The keys of a list of requests."""

END = re.compile(r"expir\w*|valid|validity|until|till?|end|ends|ended|ending|lapses?|lapsed")
WITHDRAWAL = re.compile(
    r"withdr[ae]w\w*|revo[ck]\w*|retract\w*|rescind\w*|cancel\w*|terminat\w*|refus\w*|declin\w*"
    r"|den(?:y|ies|ied)|object(?:s|ed|ion)"
)
NEGATIVE = re.compile(r"(?:not|non|no|never|without|un|dis|dont|do_not|cannot)_*(?=\w)")
NEGATIVE_WORD = re.compile(r"no|not|never|none|false|without")


def is_own(key: str) -> bool:
    """Whether a key is the student's own, which nothing reads."""
    return key.lower().startswith("x-")


def means_end(key: str) -> bool:
    """Whether a key seems to say when something ends, as `expires` and `valid_until` do."""
    return any(map(END.fullmatch, _words(key)))


def means_withdrawal(key: str) -> bool:
    """Whether a key seems to take back what was agreed, as `withdrawn` does."""
    return any(map(WITHDRAWAL.fullmatch, _words(key)))


def positive(key: str) -> str:
    """What a key denies, as `no_name` does `name`; empty where it denies nothing."""
    *words, last = _words(key)
    if words and (NEGATIVE_WORD.fullmatch(last) or WITHDRAWAL.fullmatch(last)):
        return "_".join(words)
    joined = "_".join((*words, last))
    denied = NEGATIVE.match(joined)
    return joined[denied.end() :] if denied else ""


def _words(key: str) -> list[str]:
    return re.split(r"[\W_]+", key.lower().strip())
