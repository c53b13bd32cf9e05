"""The page of a conversation."""

from collections.abc import Mapping

from shoptalk.questions.bank import BankEntry, was_asked
from shoptalk.reading.interview import Interview, Question
from shoptalk.site.answers import answers
from shoptalk.site.bank_phrases import in_bank
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.others import learnt_from_others
from shoptalk.site.phrases import anchor, sentence
from shoptalk.site.portfolio import Conversation, Portfolio
from shoptalk.site.templating import entry_link, render

EntryOf = Mapping[str, BankEntry]
"""By its wording, the bank's entry for a question of one conversation."""


def interview_page(
    portfolio: Portfolio,
    conversation: Conversation,
    earlier: Conversation | None,
    later: Conversation | None,
) -> GeneratedPage:
    """The page of a conversation, with links to the ones before and after it."""
    interview, path = conversation.interview, conversation.path
    entry_of = _entries(portfolio, conversation)
    topics = _topics(interview, entry_of)
    foot = render(
        "interview-foot",
        path,
        portfolio,
        conversation=conversation,
        interview=interview,
        entry_of=entry_of,
        unanswered=[
            one for one in interview.questions if not one.answer and was_asked(interview, one)
        ],
        planned=_planned(interview, entry_of),
        others=learnt_from_others(portfolio, conversation.file.address, topics),
        earlier=earlier,
        later=later,
    )
    meta = {
        "title": conversation.shown_name,
        "description": sentence(interview),
        "tags": list(interview.tags),
    }
    return GeneratedPage(
        path=path,
        meta={key: value for key, value in meta.items() if value},
        head=render("interview-head", path, portfolio, conversation=conversation, topics=topics),
        body=answers(interview),
        foot=foot,
        source=conversation.file.path,
        conversation=conversation,
        links={
            anchor(one): _link(path, portfolio, entry_of[one.ask])
            for one in interview.questions
            if one.answer and one.ask in entry_of and entry_of[one.ask].anchor in portfolio.places
        },
    )


def _link(path: str, portfolio: Portfolio, entry: BankEntry) -> str:
    link = entry_link(path, portfolio, in_bank(entry), entry)
    return f'{link}\n{{: .shoptalk-in-bank data-search-exclude="true" }}'


def _entries(portfolio: Portfolio, conversation: Conversation) -> EntryOf:
    interview, entry_of = conversation.interview, portfolio.bank.entry_of
    questions = (*interview.questions, *interview.planned)
    found = {one.ask: entry_of.get((conversation.file.address, one.ask)) for one in questions}
    return {ask: entry for ask, entry in found.items() if entry}


def _topics(interview: Interview, entry_of: EntryOf) -> tuple[str, ...]:
    """What was asked about, in the order of the questions."""
    asked = (one.ask for one in interview.questions if was_asked(interview, one))
    topics = (entry_of[ask].topic for ask in asked if ask in entry_of)
    return tuple(dict.fromkeys(filter(None, topics)))


def _planned(interview: Interview, entry_of: EntryOf) -> list[Question]:
    """What was not asked: of a draft's own list, and of what was planned each question once."""
    found = [one for one in interview.questions if not was_asked(interview, one)]
    listed = {entry_of[one.ask].anchor for one in interview.questions if one.ask in entry_of}
    for question in interview.planned:
        entry = entry_of.get(question.ask)
        if entry and entry.anchor not in listed:
            listed.add(entry.anchor)
            found.append(question)
    return found
