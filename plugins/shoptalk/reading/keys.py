"""The keys of an interview file."""

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
