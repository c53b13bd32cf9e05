"""All that pages are made from."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from shoptalk.findings.finding import Finding
from shoptalk.outreach.what_works.story import Story
from shoptalk.privacy.sources.wording import named_without_consent
from shoptalk.questions.bank import Learnt, QuestionBank, make_bank
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import Interview, Learning
from shoptalk.reading.people_meant import people_named
from shoptalk.rubric.grading import GradedFile, Report
from shoptalk.site.bank_places import Place, place_entries
from shoptalk.site.conversation_filters import (
    Choice,
    Filter,
    choices_of,
    make_filters,
    topics_of,
)


def page_path(address: str) -> str:
    """The page of an interview, from the root of the pages, by the interview's address."""
    return f"interviews/{address}.md"


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """An interview that gets a page."""

    graded: GradedFile
    interview: Interview

    @property
    def file(self) -> ReadFile:
        """The file it was read from."""
        return self.graded.file

    @property
    def path(self) -> str:
        """Its page's path, from the root of the pages."""
        return page_path(self.file.address)

    @property
    def shown_name(self) -> str:
        """The person's name, or the file's where it is missing."""
        return self.interview.name or self.file.address


class Tied(NamedTuple):
    """Of which other people a student wrote that a learning agrees with them, or differs."""

    agrees_with: tuple[Conversation, ...] = ()
    differs_from: tuple[Conversation, ...] = ()


NOBODY = Tied()


def nothing(path: str) -> bool:
    """Leaves out no page."""
    return False


@dataclass(frozen=True, kw_only=True)
class Portfolio:
    """The graded corpus as a site shows it."""

    report: Report
    rubric_findings: tuple[Finding, ...] = ()
    """What is wrong with the rubric's own file."""
    page_findings: tuple[Finding, ...] = ()
    """What is wrong with the student's own pages."""
    preview: bool = False
    """For the author's eyes: drafts and findings are shown."""
    today: datetime.date | None = None
    """The day of a preview; what is published says the same on every day."""
    site_name: str = "Conversations"
    outreach: Story | None = None
    """What came of asking, as far as it may be shown; None where nothing of it may."""
    shared_names: frozenset[str] = frozenset()
    """Stand-ins that several people have in common, so that none of them is meant by it."""
    leaves_out: Callable[[str], bool] = field(default=nothing, repr=False, compare=False)
    """Whether the site goes without the page with that path."""

    @cached_property
    def conversations(self) -> tuple[Conversation, ...]:
        """The latest first, those without a date last; drafts only in a preview."""
        shown = [
            Conversation(graded=graded, interview=graded.file.interview)
            for graded in self.report.files
            if graded.file.interview and (self.preview or not graded.file.interview.draft)
        ]
        shown.sort(key=lambda one: one.shown_name)
        shown.sort(key=lambda one: str(one.interview.date or ""), reverse=True)
        return tuple(shown)

    @property
    def finished(self) -> tuple[Conversation, ...]:
        """The conversations that are no drafts."""
        return tuple(one for one in self.conversations if not one.interview.draft)

    @cached_property
    def unreadable(self) -> tuple[GradedFile, ...]:
        """The files that are no interview as they stand."""
        return tuple(graded for graded in self.report.files if not graded.file.interview)

    @cached_property
    def bank(self) -> QuestionBank:
        """The questions of the conversations shown."""
        return make_bank(one.file for one in self.conversations)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where each question of the bank stands, by its anchor."""
        return place_entries(self.bank, self.leaves_out)

    @cached_property
    def choices(self) -> Mapping[str, Mapping[str, Sequence[Choice]]]:
        """What each conversation is found by, by its address and the names of the menus."""
        topics = topics_of(self.bank)
        read = ((one.file.address, one.interview) for one in self.conversations)
        return {address: choices_of(one, topics.get(address, ())) for address, one in read}

    @cached_property
    def filters(self) -> Mapping[str, Filter]:
        """What the list of conversations can be narrowed to."""
        return make_filters(self.choices)

    @cached_property
    def topic_titles(self) -> Mapping[str, str]:
        """The name of each topic of the bank, for readers."""
        return {one.topic: one.title for one in self.bank.topics}

    @cached_property
    def learnt_on(self) -> Mapping[str, Sequence[Learnt]]:
        """What was learnt on each topic of the bank, the first conversation first."""
        return {one.topic: one.learnings for one in self.bank.topics}

    def tied(self, address: str, learning: Learning) -> Tied:
        """Whom a learning of the interview with that address names, if it is clear who is meant."""
        return self._ties.get((address, learning), NOBODY)

    @cached_property
    def _ties(self) -> Mapping[tuple[str, Learning], Tied]:
        of_address = {one.file.address: one for one in self.conversations}
        found: dict[tuple[str, Learning], Tied] = {}
        for named in people_named(one.file for one in self.conversations):
            if named.who:
                learnings = of_address[named.address].interview.learnings
                key = named.address, learnings[named.learning]
                tied, other = found.get(key, NOBODY), of_address[named.who]
                others = (*(one for one in getattr(tied, named.stance) if one != other), other)
                found[key] = tied._replace(**{named.stance: others})
        return found

    @cached_property
    def place_in_time(self) -> Mapping[str, int]:
        """The number of each conversation by its address, the first one first."""
        return {address: number for number, (address, _) in enumerate(self.bank.interviews)}

    @property
    def findings(self) -> list[Finding]:
        """Every finding of what is shown.

        A draft that is not shown needs no mending yet; but who is named in it, is in a repository.
        """
        hidden = {
            graded.file.address
            for graded in self.report.files
            if graded.file.interview and graded.file.interview.draft and not self.preview
        }
        found = [*self.rubric_findings, *self.report.findings, *self.page_findings]
        for graded in self.report.files:
            is_hidden = graded.file.address in hidden
            found += (
                one
                for one in graded.findings
                if not is_hidden or one.check == named_without_consent.id
            )
        return sorted(found, key=lambda finding: finding.sort_key)
