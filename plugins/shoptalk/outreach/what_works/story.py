"""What a student sees of all asking: the numbers, and who led to whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shoptalk.outreach.due.acquaintance import Clock
from shoptalk.outreach.request import Outreach
from shoptalk.outreach.what_works.chain import Link, Talk, chain_of
from shoptalk.outreach.what_works.funnel import Funnel, Totals, make_funnel, talked_to
from shoptalk.reading.corpus import ReadFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What came of asking people for conversations."""

    totals: Totals
    funnel: Funnel | None = None
    """None where only the totals may be shown."""
    chain: tuple[Link, ...] = ()
    """With true names: for the student and the instructor only."""


def story_of(
    outreach: Outreach,
    files: Sequence[ReadFile],
    clock: Clock,
    page_of: Callable[[str], str] = str,
    *,
    tells_of_drafts: bool = True,
) -> Story | None:
    """The whole story; None without a file of requests.

    `page_of` gives the page of a conversation by its address, empty where there is none. Where
    drafts are shown nowhere they are only counted, and not in the chain.
    """
    if not outreach.is_kept:
        return None
    people = talked_to(outreach, files, clock)
    funnel = make_funnel(outreach, people, clock.today)
    talks = [
        Talk(file.address, file.interview)
        for file in files
        if file.interview and (tells_of_drafts or not file.interview.draft)
    ]
    talks.sort(key=lambda one: str(one.interview.date or "~"))
    names = [name for one in people for name in one.names]
    links = chain_of(talks, outreach.requests, talked_to=names)
    shown = (one._replace(page=page_of(one.page)) if one.page else one for one in links)
    return Story(totals=funnel.totals, funnel=funnel, chain=tuple(shown))
