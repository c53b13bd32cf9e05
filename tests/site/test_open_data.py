"""The portfolio as data: what is in it, and that its schema says so."""

import json
from typing import Any

import jsonschema
from one_portfolio import portfolio_of

from shoptalk.site.open_data import render_data, render_schema
from shoptalk.site.portfolio import Portfolio

ADA = """\
---
name: Ada "Tide" Invented
title: Tide Reader
organization: Harbour Office
industry: Øl & sea
date: 2026-03-14
minutes: 25
format: video
route: warm
tags: [sea]
research: Nothing for others.
relation: aunt
questions:
  - {ask: Who taught you?, topic: career-path}
  - What is next?
learnings:
  - {learned: Tides wait., topic: time, from: Who taught you?}
applications:
  - {do: Row, by: 2026-04-01, done: true}
  - Swim
referrals: [{name: Ken Invented, title: Pilot}]
---

## Who taught you?

Her aunt.
"""


def data_of(portfolio: Portfolio) -> Any:
    return json.loads(render_data(portfolio, lambda path: path.removesuffix(".md") + "/"))


def test_the_address_of_the_site_is_told_if_it_is_known() -> None:
    home = "https://ada.example.org/talks/"
    data = json.loads(render_data(portfolio_of(ADA), lambda path: path, home))
    jsonschema.validate(data, json.loads(render_schema()))
    assert data["home"] == home
    assert "home" not in data_of(portfolio_of(ADA))


def test_a_conversation_is_told_in_full_without_what_is_empty() -> None:
    data = data_of(portfolio_of(ADA))
    [told] = data["conversations"]
    assert told == {
        "name": 'Ada "Tide" Invented',
        "address": "interviews/no-1/",
        "title": "Tide Reader",
        "organization": "Harbour Office",
        "industry": "Øl & sea",
        "date": "2026-03-14",
        "minutes": 25,
        "format": "video",
        "route": "warm",
        "tags": ["sea"],
        "topics": ["career-path"],
        "questions": [
            {"ask": "Who taught you?", "answered": True, "topic": "career-path"},
            {"ask": "What is next?", "answered": False},
        ],
        "learnings": [{"text": "Tides wait.", "topic": "time", "question": "Who taught you?"}],
        "applications": [
            {"do": "Row", "by": "2026-04-01", "done": True},
            {"do": "Swim", "done": False},
        ],
        "referrals": [{"name": "Ken Invented", "title": "Pilot"}],
    }
    assert (data["version"], data["site"]) == (1, "Conversations")


def test_what_a_page_shows_of_ties_ideas_and_a_career_is_told_too() -> None:
    ada = ADA.replace("topic: time,", "agrees_with: Ben, differs_from: [Nobody],").replace(
        "referrals:",
        "before: Quiet.\nafter: Loud.\npath:\n  - {years: 2019-now, role: Reader}\n"
        "  - {years: 2001-2019, role: Nurse, organization: Quay}\nreferrals:",
    )
    data = data_of(portfolio_of(ada, "---\nname: Ben\n---\n\nWe met.\n"))
    jsonschema.validate(data, json.loads(render_schema()))
    told = data["conversations"][0]
    assert told["learnings"] == [
        {
            "text": "Tides wait.",
            "question": "Who taught you?",
            "agrees_with": ["interviews/no-2/"],
        }
    ]
    assert (told["before"], told["after"]) == ("Quiet.", "Loud.")
    assert told["path"] == [
        {"role": "Nurse", "start": 2001, "end": 2019, "organization": "Quay"},
        {"role": "Reader", "start": 2019},
    ]


def test_it_fits_its_schema_which_describes_every_key() -> None:
    schema = json.loads(render_schema())
    silent = "---\nname: Ben Invented\n---\n\nWe met.\n"
    for portfolio in (portfolio_of(), portfolio_of(ADA, silent)):
        jsonschema.validate(data_of(portfolio), schema)
    of_one = schema["properties"]["conversations"]["items"]
    assert of_one["required"] == ["name", "address"]
    assert [name for name, one in of_one["properties"].items() if not one["description"]] == []


def test_the_latest_come_first_and_drafts_never() -> None:
    later = ADA.replace("2026-03-14", "2026-03-15").replace('Ada "Tide"', "Ben")
    draft = ADA.replace("minutes: 25", "draft: true")
    told = data_of(portfolio_of(ADA, later, draft, preview=True))["conversations"]
    assert [one["name"] for one in told] == ["Ben Invented", 'Ada "Tide" Invented']


def test_letters_are_written_as_they_are_and_each_conversation_on_a_line() -> None:
    text = render_data(portfolio_of(ADA, ADA), str)
    assert "Øl & sea" in text
    assert len(text.splitlines()) == 4
