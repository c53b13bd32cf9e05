"""What the pages of the question bank print of a question, in words."""

import re

from shoptalk.questions.bank import Asked, BankEntry, Learnt
from shoptalk.questions.listing.phrases import times
from shoptalk.questions.meaning import signature, why_same
from shoptalk.questions.starter import StarterQuestion
from shoptalk.site.escaping import Markdown, escape_markdown
from shoptalk.site.grade_phrases import counted
from shoptalk.site.phrases import day, who

PHASES = {
    "open": "opens a conversation",
    "middle": "for the middle of a conversation",
    "close": "closes a conversation",
}

NO_ATTRIBUTE = re.compile(r"[\s\"&<>{}/-]+")
"""What may not stand between the quotes of an attribute, in HTML or in a list of attributes."""

LONGEST_ALSO = 300


def phase(name: str) -> str:
    """Where in a conversation a question belongs."""
    return PHASES[name]


def how_often(entry: BankEntry) -> str:
    """How often a question was asked, such as `asked twice`."""
    return f"asked {times(len(entry.asked))}" if entry.asked else "planned"


def came_of(entry: BankEntry) -> str:
    """How often a question was asked and answered, and what was learnt from it."""
    answers, learnings = len(entry.answered), len(entry.learnings)
    told = (
        how_often(entry),
        counted(answers, "answer") if answers else "no answer written up" if entry.asked else "",
        counted(learnings, "learning") if learnings else "",
        "written for one person" if entry.personal else "",
    )
    return " \u00b7 ".join(filter(None, told))


def in_bank(entry: BankEntry) -> str:
    """What a link to a question says on the page of a conversation."""
    people = len({one.address for one in entry.asked})
    return f"Asked of {people} people" if people > 1 else "In the question bank"


def all_answers(entry: BankEntry) -> str:
    """What a link to the page of a question says."""
    answers = len(entry.answered)
    if answers < 2:
        return f"More about it: {how_often(entry)}"
    return "Both answers" if answers == 2 else f"All {answers} answers"


def why(entry: BankEntry, wording: str) -> str:
    """Why a wording is this question."""
    if signature(wording) != signature(entry.question):
        return "A same_as of yours says so."
    return why_same(entry.question, wording)


def name(asked: Asked | Learnt) -> str:
    """Who was asked, or told it."""
    return asked.interview.name or asked.address


def about(asked: Asked) -> str:
    """What the person who was asked does, and when it was."""
    told = (who(asked.interview), _day(asked))
    return " \u00b7 ".join(filter(None, told))


def told_of(asked: Asked) -> str:
    """What stands behind the name of a person who was asked, or was to be."""
    return "".join(f", {text}" for text in (asked.interview.title, _day(asked)) if text)


def asked_of(asked: Asked) -> Markdown:
    """Likewise, and whether there is an answer."""
    lacks = "" if asked.answer else " (no answer written up)"
    return Markdown(escape_markdown(told_of(asked)) + lacks)


def skipped_by(skipped: Asked) -> Markdown:
    """Likewise, and that the question is only planned."""
    still = "planned" if skipped.interview.draft else "planned, but not asked"
    return Markdown(f"{escape_markdown(told_of(skipped))} ({still})")


def data(entry: BankEntry) -> Markdown:
    """What a filter has to know of a question, as attributes."""
    return _data(entry.topic, entry.phase, len(entry.asked), entry.personal)


def also(entry: BankEntry) -> Markdown:
    """The words that only its other wordings have, for the filter to find it by, as attribute."""
    known = set(_words(entry.question))
    others = (word for wording in entry.wordings[1:] for word in _words(wording))
    words = dict.fromkeys(word for word in others if word not in known)
    return Markdown(f' data-also="{"/".join(words)[:LONGEST_ALSO]}"' if words else "")


def _words(text: str) -> list[str]:
    return NO_ATTRIBUTE.sub(" ", text).casefold().split()


def data_of_starter(starter: StarterQuestion) -> Markdown:
    """Likewise for one that nobody was asked."""
    return _data(starter.topic, starter.phase, 0, personal=False)


def _data(topic: str, phase: str, asked: int, personal: bool) -> Markdown:
    written_for_one = "yes" if personal else "no"
    return Markdown(
        f'data-topic="{topic}" data-phase="{phase}" data-asked="{asked}"'
        f' data-personal="{written_for_one}"'
    )


def _day(asked: Asked) -> str:
    return day(asked.interview.date) if asked.interview.date else ""
