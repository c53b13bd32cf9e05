"""A row for each request, with what was written, for student and instructor."""

from collections.abc import Callable
from pathlib import Path

from one_portfolio import page_of, portfolio_of
from outreach.asking import TODAY
from requests_given import noon

from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.what_works.story import story_of
from shoptalk.privacy.crossed_out import crossed_out
from shoptalk.privacy.editions import public_story
from shoptalk.reading.source import Source
from shoptalk.site.portfolio import Portfolio, page_path
from shoptalk.site.request_rows import STEPS

GOLDEN = Path(__file__).parent / "requests"
ADA = """\
---
name: Ada *Invented*
title: Tide Reader
date: 2026-10-14
minutes: 25
format: video
referrals: [Cy Invented, Di Invented]
---

We met.
"""
REQUESTS = """\
requests:
  - name: Ada *Invented*
    organization: "{{ Harbour }} & <b>Sons</b>"
    route: warm
    introduced_by: Bo Invented
    channel: in-person
    subject: 'Twenty *minutes* | about tides?'
    message: |
      Dear Ada,
      could we <i>talk</i>?

      Write to noor@kiln.example.com.
    feedback: [{who: Mina, on: 2026-09-01, comment: 'Ask *earlier*.'}]
    sent: 2026-09-02T18:30
    reminders: [{on: 2026-09-16, text: 'Did it {arrive}?'}, 2026-09-30]
    answer: accepted
    answered: 2026-10-01
    appointment:
      {on: 2026-10-14T12:00, minutes: 20, format: phone, place: Dock 7, confirmed: 2026-10-13,
       invitation: 2026-10-02}
    thanked: 2026-10-15
    connected: 2026-10-16
    referrals: [Ed Invented, Cy Invented]
    check_ins: [2026-11-09]
  - {name: Cy Invented, sent: 2026-10-20}
  - {name: Di Invented, message: 'Dear Di,'}
  - name: Ed Invented
"""


def shown(requests: str = REQUESTS) -> Portfolio:
    portfolio = portfolio_of(ADA)
    files = [one.file for one in portfolio.report.files]
    outreach, findings = parse_outreach(Source("outreach.yml", requests), ["no-1"], TODAY)
    assert findings == []
    story = story_of(crossed_out(outreach), files, noon(TODAY), page_path)
    return Portfolio(report=portfolio.report, outreach=story)


def page(portfolio: Portfolio) -> str:
    return page_of(portfolio, "outreach/index.md").partition("## Request by request")[2]


def test_the_rows(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / "rows.md", page(shown()))


def test_what_was_not_done_is_empty_and_said_to_be() -> None:
    rows = page(shown("requests: [Cy Invented]\n"))
    assert rows.count('class="shoptalk-missing"><span>none</span>') == len(STEPS)
    assert "What was written" not in rows


def test_the_conversation_leads_to_its_row() -> None:
    link = "[How it came about](../outreach/index.md#request-1)"
    assert link in page_of(shown(), "interviews/no-1.md")
    nobody = "requests:\n  - {name: Cy Invented, sent: 2026-10-20}\n"
    assert "How it came about" not in page_of(shown(nobody), "interviews/no-1.md")


def test_a_site_without_the_page_has_no_link_to_it() -> None:
    whole = shown()
    without = Portfolio(
        report=whole.report, outreach=whole.outreach, leaves_out="outreach/index.md".__eq__
    )
    assert "How it came about" not in page_of(without, "interviews/no-1.md")


def test_nothing_of_it_is_public() -> None:
    many = "".join(f"  - {{name: Q{n} Invented, sent: 2026-10-20}}\n" for n in range(6))
    whole = shown(REQUESTS + many)
    public = Portfolio(report=whole.report, outreach=public_story(whole.outreach))
    assert page(whole)
    assert "**8** requests" in page_of(public, "outreach/index.md")
    assert page(public) == ""
    assert "request-" not in page_of(public, "outreach/index.md")
    assert "How it came about" not in page_of(public, "interviews/no-1.md")
