"""Where a reader finds what an outcome rests on."""

from urllib.parse import quote

from shoptalk.reading.interview import Interview
from shoptalk.reading.slug import slug
from shoptalk.rubric.conditions import Evidence, all_evidence
from shoptalk.rubric.outcome import Outcome

ANCHORS = {
    "learnings": "what-i-learnt",
    "applications": "what-i-will-do",
    "referrals": "whom-to-talk-to-next",
}
"""Where a list stands on the page of its interview."""


def anchor_of(outcome: Outcome) -> str:
    """Where on the page of its interview the evidence stands; empty for what is at the top."""
    evidence = _telling(outcome)
    if evidence is None or not isinstance(evidence.record, Interview):
        return ""
    interview = evidence.record
    key, _, rest = evidence.path.partition("[")
    if key == "questions" and rest:
        question = interview.questions[int(rest.split("]")[0])]
        return f"#{quote(slug(question.ask) or 'question')}"
    value = getattr(interview, key, None) if key in ANCHORS else None
    return f"#{ANCHORS[key]}" if value else ""


def _telling(outcome: Outcome) -> Evidence | None:
    """The field that tells most about an outcome: the first at fault, else the first of all."""
    evidence = all_evidence(outcome.criterion.checks, outcome.material)
    first = next(evidence, None)
    if first is None or not outcome.findings:
        return first
    lines = {finding.place.line for finding in outcome.findings}
    return next((one for one in (first, *evidence) if one.record.line(one.path) in lines), first)
