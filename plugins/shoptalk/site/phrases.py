"""What templates print that is more than a field: each takes records and gives text or Markdown.

Text is escaped when it is printed; what is returned as `Markdown` is not, and escapes its own
parts.
"""

import datetime
import re
from collections.abc import Iterable
from urllib.parse import quote

from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.text import render_finding
from shoptalk.privacy.public_people import SOMEBODY
from shoptalk.reading.career_path import PathStep
from shoptalk.reading.interview import Application, Interview, Question, Referral
from shoptalk.reading.slug import slug
from shoptalk.site.escaping import Markdown

ARTICLE = re.compile(r"\A(?:An?|The)(?= [a-z])")
"""That of an alias; somebody may be called An, too."""

FORMATS = {"in-person": "in person", "phone": "by phone", "video": "by video"}


def address(url: str) -> Markdown:
    """A web address as the target of a Markdown link."""
    return Markdown(quote(url, safe=":/?#@!$&*+,;=%~"))


def anchor(question: Question) -> Markdown:
    """The id of a question on its interview's page."""
    return place(question.ask)


def place(wording: str) -> Markdown:
    """The id of a question with this wording on its interview's page."""
    return Markdown(slug(wording) or "question")


def day(date: datetime.date) -> str:
    """A date in words, such as `14 October 2026`."""
    return f"{date.day} {date:%B} {date.year}"


def brief_day(date: datetime.date) -> str:
    """A date for a narrow column, such as `14 Oct 2026`."""
    return f"{date.day} {date:%b} {date.year}"


def who(interview: Interview) -> str:
    """What the person does, and where."""
    return " \u00b7 ".join(filter(None, (interview.title, interview.organization)))


def described(interview: Interview) -> str:
    """An interview in one sentence."""
    name = ARTICLE.sub(lambda found: found[0].lower(), interview.name)
    told = (f"A conversation with {name}", interview.title, interview.organization)
    return ", ".join(filter(None, told))


def sentence(interview: Interview) -> str:
    """An interview in one sentence: the student's own, if there is one."""
    return interview.description or described(interview)


def facts(interview: Interview) -> str:
    """When, how long, how and in which industry the conversation was."""
    told = (
        day(interview.date) if interview.date else "",
        f"{interview.minutes} minutes" if interview.minutes else "",
        FORMATS.get(interview.format, ""),
        interview.industry,
    )
    return " \u00b7 ".join(filter(None, told))


def years(step: PathStep) -> str:
    """From when to when a step of a career was."""
    if step.end is None:
        return f"since {step.start}"
    return str(step.start) if step.end == step.start else f"{step.start}\u2013{step.end}"


def what(step: PathStep) -> str:
    """The role of a step of a career, and where it was."""
    return " \u00b7 ".join(filter(None, (step.role, step.organization)))


def idea(before: str, after: str) -> str:
    """The heading over what the student thought of the career, before, after or both."""
    if before and after:
        return "How my idea changed"
    return "What I thought before" if before else "What I think now"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [one for one in re.split(r"\n\s*\n", text) if one.strip()]


def recommended(interview: Interview) -> list[Referral]:
    """Those of whom a page has anything to say: a name that may be shown, or a job title."""
    return [one for one in interview.referrals if one.name != SOMEBODY or one.title]


def state(application: Application, today: datetime.date | None = None) -> str:
    """Whether a plan was carried out, and by when it is to be; from `today` on it is overdue."""
    if not application.by:
        return "Done" if application.done else "Open"
    by = day(application.by)
    if application.done:
        return f"Done, planned by {by}"
    if today and application.by < today:
        return f"Overdue since {by}"
    return f"Open, by {by}"


def box(findings: Iterable[Finding], whose: str = "this file") -> Markdown:
    """The findings of a page for its author: HTML, in which nothing of the file is markup."""
    listed = list(findings)
    if not listed:
        return Markdown("")
    worst = min((finding.severity for finding in listed), key=list(Severity).index)
    count = f"{len(listed)} finding" + ("" if len(listed) == 1 else "s")
    items = "".join(
        f'<li class="shoptalk-{finding.severity}"><pre>{_as_html(finding)}</pre></li>'
        for finding in listed
    )
    return Markdown(
        f'<details class="shoptalk-box shoptalk-{worst}" open="open">'
        f"<summary>{count} in {whose}, shown in the preview only</summary>"
        f"<ul>{items}</ul></details>"
    )


def _as_html(finding: Finding) -> str:
    # References for all signs, so that no Markdown extension finds anything to work on.
    return re.sub(r"[^\w\s]", lambda sign: f"&#{ord(sign[0])};", render_finding(finding))
