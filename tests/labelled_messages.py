"""Messages that somebody labelled with what is wrong with them, and what the checks say of them."""

from collections import Counter, defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import Outreach
from shoptalk.reading.nodes import Listing
from shoptalk.reading.source import Source
from shoptalk.rubric.checks import rubric_check
from shoptalk.rubric.material import Material

FOLDER = Path(__file__).parent / "outreach" / "messages"
LISTS = ("requests", "follow-ups", "kept_back", "second", "third", "fourth", "fifth", "sixth")
UNSEEN = "unseen"
"""The list by which nothing was mended, where there is one."""
TODAY = date(2026, 11, 22)
CHECKS = (
    "late-request",
    "sender-not-introduced",
    "no-reason-for-person",
    "unsaid-common-ground",
    "unbounded-time",
    "no-choice-of-time",
    "in-person-only",
    "vague-subject",
    "message-without-thanks",
    "long-message",
    "worn-phrase",
    "attached-resume",
    "asks-for-job",
    "gap-in-message",
    "wrong-name-in-message",
    "pushy-reminder",
)
"""Those that need no dictionary."""


class Judged:
    """How often one check is right."""

    def __init__(self) -> None:
        self.right = 0
        self.wrong: list[str] = []
        self.missed: list[str] = []

    @property
    def precision(self) -> float:
        """The share of its reports that are right."""
        return self.right / max(self.right + len(self.wrong), 1) if self.reports else 1.0

    @property
    def recall(self) -> float:
        """The share of the faults that it reports."""
        faults = self.right + len(self.missed)
        return self.right / faults if faults else 1.0

    @property
    def reports(self) -> int:
        """How many times it says anything."""
        return self.right + len(self.wrong)


@cache
def labelled(name: str) -> tuple[Outreach, dict[str, frozenset[str]]]:
    """The messages of a list, and the labels by the person."""
    text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    outreach, _ = parse_outreach(Source(f"{name}.yml", text), (), TODAY)
    labels = {}
    for entry in outreach.entries:
        node = entry.node.get("x-faults")
        assert isinstance(node, Listing), entry.request.name
        labels[entry.request.name] = frozenset(item.text for item in node.items)
    return outreach, labels


def reported(outreach: Outreach, id: str) -> Counter[str]:
    """The people of whose messages a check says something."""
    made = rubric_check(id)
    material = Material((), outreach, is_portfolio=True, today=TODAY)
    assert made.find_in_requests
    found = made.find_in_requests(material, made.options())
    return Counter(entry.request.name for entry, _ in found if entry)


def judged(*names: str) -> dict[str, Judged]:
    """How each check does on some lists together."""
    results: dict[str, Judged] = defaultdict(Judged)
    for name in names:
        outreach, labels = labelled(name)
        for id in CHECKS:
            found = reported(outreach, id)
            for person, faults in labels.items():
                if id in faults and person in found:
                    results[id].right += 1
                elif id in faults:
                    results[id].missed.append(person)
                elif person in found:
                    results[id].wrong.append(person)
    return results


class Together(NamedTuple):
    """How all checks together do on some lists."""

    of: int
    """The messages."""
    precision: float
    recall: float


def together(*names: str) -> Together:
    """All reports of all checks, taken as one."""
    results = judged(*names).values()
    right = sum(one.right for one in results)
    wrong, missed = sum(len(one.wrong) for one in results), sum(len(one.missed) for one in results)
    of = sum(len(labelled(name)[1]) for name in names)
    return Together(of, right / (right + wrong), right / (right + missed))


def table(results: dict[str, Judged]) -> str:
    """Precision and recall of each check, and of all together."""
    rows = [
        f"{id:24} {one.precision:5.0%} {one.recall:5.0%}  of {one.right + len(one.missed)}"
        + (f"  wrong: {', '.join(one.wrong)}" if one.wrong else "")
        + (f"  missed: {', '.join(one.missed)}" if one.missed else "")
        for id, one in results.items()
    ]
    return "\n".join((f"{'check':24} {'right':>5} {'found':>5}", *rows))
