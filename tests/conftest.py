"""Golden files, which tests compare with and write anew on request; reading a text as a file; a
browser."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from installed import chromium
from playwright.sync_api import Browser, sync_playwright

from shoptalk.findings.finding import Finding
from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.reading.source import Source

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
"""How long an example takes says more about the machine than about the code."""

TODAY = date(2026, 11, 22)

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]

SOUND = """\
---
name: Rosalind Okafor
title: Clinical Data Engineer
organization: Harbor Health
industry: Healthcare
date: 2026-10-14            # the day of the conversation
minutes: 25
format: video
route: warm
questions:
  - What does a normal Tuesday look like for you?
  - ask: How did you move from nursing to data?
    topic: career-path
    personal: true
  - "Which word means something else here: done, ready or clean?"
learnings:
  - Most of the week goes into agreeing on definitions, not into code.
  - She reads old tickets first,
    because they say what hurt.
applications:
  - do: Rebuild my ETL project around one written data contract
    by: 2026-11-30
    done: false
referrals: [Ken Abara]
thanked: 2026-10-14T18:30
connected: true
consent: {name: true, on: 2026-10-14}
alias: A clinical data engineer
link: https://example.org/rosalind
research: >
  Read her talk on data contracts;
  the clinic merged in 2025.
tags: [data, health]
draft: false
---

## What does a normal Tuesday look like for you?

She starts with the overnight loads.

## How did you move from nursing to data?

Through the **spreadsheets** that nobody else wanted.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them; look at the diff then",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def golden(update_golden: bool) -> Callable[[Path, str], None]:
    """Compares a text with a file; run pytest with `--update-golden` to write the file."""

    def compare(path: Path, text: str) -> None:
        if update_golden:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        else:
            assert text == path.read_text(encoding="utf-8")

    return compare


class Reading(NamedTuple):
    """What came of one text."""

    source: Source | None
    interview: Interview | None
    findings: list[Finding]

    @property
    def checks(self) -> list[str]:
        return [finding.check for finding in self.findings]

    @property
    def rendered(self) -> str:
        in_order = sorted(self.findings, key=lambda finding: finding.sort_key)
        return render_findings(in_order).rstrip("\n")


def read_text(text: str | bytes) -> Reading:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    source, findings = decode("ada.md", data)
    interview = None
    if source:
        interview, more = parse_interview(source, TODAY)
        findings = [*findings, *more]
    return Reading(source, interview, findings)


def fenced_text(front_matter: str) -> str:
    return f"---\nname: Ada Okafor\n{front_matter}\n---\n\nShe met me at the quay.\n"


@pytest.fixture(scope="session")
def sound() -> str:
    """An interview without a fault."""
    return SOUND


@pytest.fixture(scope="session")
def read() -> Callable[[str | bytes], Reading]:
    """Reads a whole file."""
    return read_text


@pytest.fixture(scope="session")
def read_keys() -> Callable[[str], Reading]:
    """Reads lines of front matter, below a name on line 2."""
    return lambda front_matter: read_text(fenced_text(front_matter))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    program = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        yield running
        running.close()
