"""What a student sees of all asking: the numbers, and who led to whom."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from shoptalk.outreach.due.acquaintance import Clock
from shoptalk.outreach.led_to import led_to
from shoptalk.outreach.request import Entry, Outreach
from shoptalk.outreach.what_works.chain import Link, Talk, chain_of
from shoptalk.outreach.what_works.funnel import Funnel, Totals, make_funnel, talked_to
from shoptalk.outreach.what_works.history import History, histories
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import Interview


@dataclass(frozen=True, kw_only=True)
class Story:
    """What came of asking people for conversations."""

    totals: Totals
    funnel: Funnel | None = None
    """None where only the totals may be shown."""
    chain: tuple[Link, ...] = ()
    """With true names: for the student and the instructor only."""
    requests: tuple[History, ...] = ()
    """Each of them, for the same two."""

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """By the page of a conversation, the number of the first request that led to it."""
        return {one.page: one.number for one in reversed(self.requests) if one.page}


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
    told = [
        file for file in files if file.interview and (tells_of_drafts or not file.interview.draft)
    ]
    led = led_to(outreach, files)
    talks = [_talk(file.address, file.interview, led) for file in told if file.interview]
    talks.sort(key=lambda one: str(one.interview.date or "~"))
    who = [each for one in people for each in one.who]
    links = chain_of(talks, outreach.requests, talked_to=who)
    shown = (one._replace(page=page_of(one.page)) if one.page else one for one in links)
    requests = tuple(histories(outreach, told, led, page_of))
    return Story(totals=funnel.totals, funnel=funnel, chain=tuple(shown), requests=requests)


def _talk(address: str, interview: Interview, led: Mapping[str, Sequence[Entry]]) -> Talk:
    entries = led.get(interview.source.path, ())
    return Talk(address, interview, entries[0].request if entries else None)
