"""What the public may see of a portfolio, decided once, before anything is made from it.

It is decided by `public_corpus`. Pages, question bank and search index of a public site are made
from what `public_report` returns, which is that corpus with its grades, and from nothing else. The
corpus is read anew from texts in which nothing private is left: no record of it leads back to the
file as it was written.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from shoptalk.findings.finding import Finding, Place
from shoptalk.outreach.led_to import Asked
from shoptalk.outreach.request import Outreach
from shoptalk.outreach.what_works.funnel import FEWEST
from shoptalk.outreach.what_works.story import Story
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.privacy.private_values import NAMES, PrivateValue, same_name, title_of_file
from shoptalk.privacy.public_people import SOMEBODY, PublicPeople
from shoptalk.privacy.public_text import PublicText
from shoptalk.privacy.quotations import LEFT_OUT
from shoptalk.reading.body import read_body
from shoptalk.reading.career_path import PathStep
from shoptalk.reading.consent import Consent
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.interview import Interview, Learning, Question, Referral
from shoptalk.reading.nodes import Mapping as Keys
from shoptalk.reading.sections import Body, heading_key
from shoptalk.reading.source import Source, Span
from shoptalk.rubric.grading import GradedFile, Report
from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.scores import Score

THE_ORGANIZATION = "the organization"
NOT_PUBLISHED: Mapping[str, Any] = {
    "research": "",
    "relation": "",
    "consent": Consent(),
    "alias": "",
    "front_matter": Keys(0, 0, (), False),
    "listed": {},
    "private": None,
    "orphan": "",
    "elsewhere": {},
}
"""The fields that no public page has a use for, as they are without a value."""


def public_corpus(corpus: Corpus, people: PublicPeople) -> Corpus:
    """What everybody may see, in the order of the public addresses.

    Files that cannot be read are left out. Without consent the alias stands for the name, also in
    the texts of others and in addresses; organization, quotations, pictures and link go, each
    unless it was agreed to. `research` goes always.
    """
    public = (_public_file(file, file.interview, people) for file in corpus.files if file.interview)
    return Corpus(files=tuple(sorted(public, key=lambda file: file.address)))


def public_report(report: Report, people: PublicPeople, *, preview: bool = False) -> Report:
    """The report that public pages are made from.

    The grades are those of the files as they are written. What was found in them is left out, and
    so are drafts, unless it is for a preview, which nobody but the author sees.
    """
    return _PublicReport(report, people, preview=preview).made()


def public_story(story: Story | None) -> Story | None:
    """What everybody may see of asking: the totals, and of few requests not even these.

    With four requests, of which three led to a page, everybody who knows the student might guess
    who gave no answer.
    """
    if story is None or story.totals.requests < FEWEST:
        return None
    return Story(totals=story.totals)


class _PublicReport:
    """A report on its way to the public."""

    def __init__(self, report: Report, people: PublicPeople, *, preview: bool):
        self.report, self.people, self.preview = report, people, preview
        self.interviews: dict[int, tuple[str, Interview]] = {}
        """What the public sees of each, with its address."""

    def made(self) -> Report:
        """The report that pages are made from."""
        report = self.report
        shown = [one for one in report.files if one.file.interview and self._is_shown(one)]
        corpus = public_corpus(Corpus(files=tuple(one.file for one in shown)), self.people)
        files = self._graded(corpus, shown)
        unread = [one for one in report.files if one.file.interview is None and self.preview]
        return replace(
            report,
            files=(*files, *unread),
            portfolio=tuple(map(self._outcome, report.portfolio)),
            findings=report.findings if self.preview else (),
        )

    def _is_shown(self, one: GradedFile) -> bool:
        return self.preview or one.is_finished

    def _graded(self, corpus: Corpus, shown: Sequence[GradedFile]) -> list[GradedFile]:
        """What the public sees of each file, with the grades of the file itself."""
        of_address = {self.people.addresses[one.file.address]: one for one in shown}
        pairs = [(file, of_address[file.address]) for file in corpus.files]
        for file, own in pairs:
            if file.interview and own.file.interview:
                self.interviews[id(own.file.interview.source)] = file.address, file.interview
        return [
            GradedFile(
                file=replace(file, findings=self._findings(own.file.findings)),
                outcomes=tuple(map(self._outcome, own.outcomes)),
            )
            for file, own in pairs
        ]

    def _outcome(self, one: Outcome) -> Outcome:
        pairs = [(each, self.interviews[id(each.source)]) for each in one.material.interviews]
        shown = sorted((public for _, public in pairs), key=_address_of)
        outreach, led_to, asked = Outreach(is_kept=one.material.outreach.is_kept), {}, Asked()
        if self.preview:
            outreach, of_all, asked = one.material.outreach, one.material.led_to, one.material.asked
            led_to = {
                public.source.path: of_all.get(own.source.path, ()) for own, (_, public) in pairs
            }
        scores = {id(score): self._score(score) for score in one.scores}
        return one._replace(
            material=replace(
                one.material,
                interviews=tuple(interview for _, interview in shown),
                outreach=outreach,
                led_to=led_to,
                asked=asked,
            ),
            findings=self._findings(one.findings),
            scores=tuple(scores[id(score)] for score in one.scores),
            given=scores[id(one.given)] if one.given else None,
        )

    def _findings(self, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return found if self.preview else tuple(map(_without_words, found))

    def _score(self, score: Score) -> Score:
        """What somebody said, which may name people, too."""
        public = _public_text(score.interview, self.people)
        return replace(
            score,
            interview=self.people.addresses.get(score.interview, ""),
            who=public.without_names(score.who),
            comment=public.without_names(score.comment),
            write_up="",
        )


def _address_of(shown: tuple[str, Interview]) -> str:
    return shown[0]


def _without_words(finding: Finding) -> Finding:
    """That something was found, and how much it weighs; not what it was."""
    return replace(finding, message="", help="", correction=(), place=Place(path=""))


def _public_file(file: ReadFile, interview: Interview, people: PublicPeople) -> ReadFile:
    address = people.addresses[file.address]
    public = _public_interview(interview, file.address, people)
    # A link to edit the file would lead to what is private in it.
    tells = (
        address != file.address
        or _hides_something(interview, people)
        or _reads_otherwise(public, interview)
        or people.finds(_before_body(interview), file.address)
    )
    path = "" if tells else file.path
    return ReadFile(path=path, address=address, source=None, interview=public, findings=())


def _hides_something(interview: Interview, people: PublicPeople) -> bool:
    """Whether the file itself holds a name, an organization or a link not agreed to."""
    return any(
        interview.front_matter.get(what.value) and not may_show(what, interview, people.today)
        for what in (Agreed.NAME, Agreed.ORGANIZATION, Agreed.LINK)
    )


def _reads_otherwise(public: Interview, interview: Interview) -> bool:
    """Whether anything of it was left out or replaced, but for what `private/` may hold."""
    return public.body.text != interview.body.text or any(
        getattr(public, key) != getattr(interview, key)
        for key in (
            "referrals",
            "learnings",
            "applications",
            "description",
            "industry",
            "tags",
            "before",
            "after",
            "path",
        )
    )


def _before_body(interview: Interview) -> str:
    """The front matter as it is written, with its comments."""
    return interview.source.text[: interview.body.span.start]


def _public_text(
    home: str, people: PublicPeople, *, quotes: bool = True, photo: bool = True
) -> PublicText:
    def stands_for(value: PrivateValue) -> str:
        if value.kind == "organization":
            return THE_ORGANIZATION
        if value.kind == "name":
            own = people.shown_names if value.person == home else people.stand_ins
            return own.get(value.person, SOMEBODY)
        return SOMEBODY if value.kind in NAMES else LEFT_OUT

    return PublicText(
        finder=people.finder,
        memory=people.memory,
        home=home,
        addresses=people.addresses,
        pages=people.pages,
        drafts=people.drafts,
        stands_for=stands_for,
        quotes=quotes,
        photo=photo,
    )


def _public_interview(interview: Interview, home: str, people: PublicPeople) -> Interview:
    def agreed(what: Agreed, text: str) -> str:
        is_open = may_show(what, interview, people.today) and public.without_names(text) == text
        return text if is_open else ""

    public = _public_text(
        home,
        people,
        quotes=may_show(Agreed.QUOTES, interview, people.today),
        photo=may_show(Agreed.PHOTO, interview, people.today),
    )
    body = _public_body(interview.body, f"interviews/{people.addresses[home]}.md", public)
    shown: dict[str, Any] = {
        "source": body.source,
        "body": body,
        "name": people.shown_names[home],
        "mononym": interview.mononym and may_show(Agreed.NAME, interview, people.today),
        "organization": agreed(Agreed.ORGANIZATION, interview.organization),
        "link": agreed(Agreed.LINK, interview.link),
        "title": public.of(title_of_file(interview)),
        "industry": public.of(interview.industry),
        "description": public.of(interview.description),
        "tags": tuple(tag for tag in interview.tags if public.of(tag) == tag),
        "questions": _questions(interview.questions, public, body),
        "planned": _questions(interview.planned, public, body),
        "learnings": tuple(_learning(one, public, home, people) for one in interview.learnings),
        "applications": tuple(one._replace(do=public.of(one.do)) for one in interview.applications),
        "referrals": tuple(_referral(one, public, people) for one in interview.referrals),
        "before": public.of(interview.before),
        "after": public.of(interview.after),
        "path": _path(interview, public, agreed, people),
    }
    return replace(interview, **shown, **NOT_PUBLISHED)


def _public_body(body: Body, path: str, public: PublicText) -> Body:
    """The body as a source of its own; read anew only if it is not the same."""
    text = public.of(body.text)
    source = Source(path, text)
    if text != body.text:
        return read_body(source, Span(0, len(text)))[0]
    begin = body.span.start
    sections = (
        one._replace(
            heading_span=Span(one.heading_span.start - begin, one.heading_span.end - begin),
            content=Span(one.content.start - begin, one.content.end - begin),
        )
        for one in body.sections
    )
    return replace(body, source=source, span=Span(0, len(text)), sections=tuple(sections))


def _questions(
    questions: Sequence[Question], public: PublicText, body: Body
) -> tuple[Question, ...]:
    return tuple(_question(one, public, body) for one in questions)


def _question(one: Question, public: PublicText, body: Body) -> Question:
    ask = public.without_names(one.ask)
    return one._replace(
        ask=ask,
        topic=public.without_names(one.topic),
        same_as=public.without_names(one.same_as),
        not_same=public.without_names(one.not_same),
        answer=body.by_heading.get(heading_key(ask)) if one.answer else None,
    )


def _learning(one: Learning, public: PublicText, home: str, people: PublicPeople) -> Learning:
    return one._replace(
        text=public.of(one.text),
        topic=public.without_names(one.topic),
        question=public.without_names(one.question),
        agrees_with=_addresses(one.agrees_with, home, people),
        differs_from=_addresses(one.differs_from, home, people),
    )


def _addresses(named: Sequence[str], home: str, people: PublicPeople) -> tuple[str, ...]:
    """The public addresses of others who are clearly meant, and of whom there is a page."""
    meant = (people.directory.meant(text) for text in named)
    clear = (one[0] for one in meant if len(one) == 1)
    return tuple(people.addresses[one] for one in clear if one not in people.drafts | {home})


def _path(
    interview: Interview,
    public: PublicText,
    agreed: Callable[[Agreed, str], str],
    people: PublicPeople,
) -> tuple[PathStep, ...]:
    """The steps of somebody who may be named: years and roles tell who anybody else is."""
    if not may_show(Agreed.NAME, interview, people.today):
        return ()
    return tuple(
        step._replace(
            role=public.of(step.role),
            organization=agreed(Agreed.ORGANIZATION, step.organization),
        )
        for step in interview.path
    )


def _referral(one: Referral, public: PublicText, people: PublicPeople) -> Referral:
    """Somebody recommended: by name only if the same name was agreed to.

    The alias of somebody interviewed stands here, too.
    """
    if same_name(one.name) in people.agreed_names:
        return one._replace(title=public.of(one.title), organization=public.of(one.organization))
    stand_in = people.stand_ins_by_name.get(same_name(one.name), SOMEBODY)
    return Referral(name=stand_in, title=public.of(one.title))
