"""Lighthouse on the pages that people see first; how fast they are is measured by a benchmark."""

import json
import subprocess

import pytest
from installed import PACKAGES, chromium, node, package

from .page_kinds import PAGE_KINDS

SHOWN_FIRST = ("home", "interview", "bank", "rubric")
CATEGORIES = {"accessibility": 100, "best-practices": 100, "seo": 100}


@pytest.mark.browser
@pytest.mark.slow
def test_nothing_is_lost_but_time(example: str) -> None:
    package("lighthouse/package.json")
    script = PACKAGES.parent / "lighthouse.mjs"
    addresses = [example + PAGE_KINDS[kind] for kind in SHOWN_FIRST]
    done = subprocess.run(
        [node(), script, chromium(), ",".join(CATEGORIES), *addresses],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    for page in json.loads(done.stdout):
        assert (page["address"], page["scores"], page["lost"]) == (page["address"], CATEGORIES, [])
