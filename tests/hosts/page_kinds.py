"""One page of each kind in the example's site: what the checks of whole pages go through."""

PAGE_KINDS = {
    "home": "",
    "own page": "about/",
    "guide": "guide/site/",
    "interviews": "interviews/",
    "interview": "interviews/rosalind-okafor/",
    "interview without a name": "interviews/a-court-interpreter/",
    "bank": "questions/",
    "topic": "questions/day-to-day/",
    "asked question": "questions/asked/what-advice-do-you-have-for-a-beginner/",
    "insights": "insights/",
    "coverage": "questions/coverage/",
    "starter questions": "questions/starter/",
    "rubric": "rubric/",
    "nowhere": "404.html",
}
"""By the kind: its address from the root of the site."""
