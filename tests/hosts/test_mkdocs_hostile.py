"""Text of a file stays text, wherever a page, its head or the search index shows it."""

import json
import re
from html.parser import HTMLParser

import pytest

from shoptalk.site.assets import FILTERS

from .conftest import ADA, CONFIG, Folder

PAYLOADS = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{: onclick=alert(1) }",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ config }} {% raw %}",
    "--8<-- 'mkdocs.yml'",
    "**bold** `code` # not a heading | not a cell",
]

FRONT_MATTER = """\
---
name: {0}
title: {0}
organization: {0}
industry: {0}
description: {0}
alias: {0}
consent: {{name: true, organization: true, quotes: true, on: 2026-03-14}}
date: 2026-03-14
questions:
  - {0}
  - ask: {0}
    topic: {0}
learnings: [{0}]
applications: [{0}]
referrals: [{0}, {{name: {0}, title: {0}}}]
tags: [{0}]
---

Said {1}.

## {1}

Answered.
"""


DATA = "application/ld+json"
"""A script element of this type is data, which browsers do not run."""


class Elements(HTMLParser):
    """What a browser would act on in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts = 0
        self.events: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.scripts += tag == "script" and not self._is_known(dict(attrs))
        for name, value in attrs:
            if name.startswith("on"):
                self.events.append(f"{tag} {name}")
            if name in ("href", "src") and value:
                self.addresses.append(value)

    @staticmethod
    def _is_known(attributes: dict[str, str | None]) -> bool:
        """Whether a script is data, or that of lists, which only some pages have."""
        source = attributes.get("src") or ""
        return attributes.get("type") == DATA or source.endswith(f"../{FILTERS}")


def harmless(folder: Folder, baseline: int) -> None:
    for name in folder.files():
        if name.endswith(".html"):
            page = Elements(folder.page(name))
            assert page.scripts == baseline, name
            assert page.events == [], name
            assert not [at for at in page.addresses if at.strip().lower().startswith("javascript:")]


@pytest.fixture
def baseline(portfolio: Folder) -> int:
    """How many scripts the theme puts into each page."""
    return Elements(portfolio.built().page("interviews/ada/index.html")).scripts


@pytest.mark.parametrize("payload", PAYLOADS)
def test_front_matter_never_becomes_markup(portfolio: Folder, baseline: int, payload: str) -> None:
    value = "'" + payload.replace("'", "''") + "'"
    portfolio.write("mkdocs.yml", CONFIG.replace("[search,", "[search, tags,"))
    portfolio.write("docs/tags.md", "# Tags\n\n<!-- material/tags -->\n")
    portfolio.write("interviews/ada.md", FRONT_MATTER.format(value, "nothing"))
    portfolio.built()
    harmless(portfolio, baseline)
    page = portfolio.page("interviews/ada/index.html")
    head = page[: page.index("</head>")]
    assert Elements(head).tags.count("script") <= baseline + 1  # one for the data
    assert "<svg" not in head
    shown = re.sub(r"<[^>]+>", "", page[page.index("<h1") : page.index("</h1>")])
    import html

    assert html.unescape(shown).strip() == payload
    assert "site_name" not in page.replace("og:site_name", "")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_body_runs_nothing(portfolio: Folder, baseline: int, payload: str) -> None:
    portfolio.write("interviews/ada.md", f"{ADA}\n{payload}\n\n## {payload}\n\nx {payload} y\n")
    portfolio.built()
    harmless(portfolio, baseline)
    found = json.loads(portfolio.page("search/search_index.json"))["docs"]
    for entry in found:
        assert "<script" not in entry["title"]
        assert Elements(entry["text"]).events == []


@pytest.mark.parametrize(
    ("body", "check"),
    [
        ("<script>alert(1)</script>", "unsafe-html"),
        ("<p onclick='alert(1)'>x</p>", "unsafe-html"),
        ("<iframe srcdoc='<script>alert(1)</script>'></iframe>", "unsafe-html"),
        ("[x](javascript:alert(1))", "unsafe-link"),
        ("[x](&#106;avascript:alert(1))", "unsafe-link"),
        ("![x](https://example.org/x.png)", "picture-from-elsewhere"),
        ("<img src=//example.org/x.png>", "picture-from-elsewhere"),
        ("[x](vbscript:x) ", "unsafe-link"),
        ("![x](data:text/html,hello)", "unsafe-link"),
        ("[x](https://example.org){: onclick=alert(1) }", "unsafe-html"),
    ],
)
def test_what_would_run_is_a_finding(portfolio: Folder, body: str, check: str) -> None:
    portfolio.write("interviews/ada.md", f"{ADA}\n{body}\n")
    assert f"[{check}]" in portfolio.build().stderr


@pytest.mark.parametrize(
    "picture",
    [
        "![x](https://example.org/x.png)",
        "![x][y]\n\n[y]: //example.org/x.png",
        "<img src='HTTP://example.org/x.png' srcset='//example.org/y.png 2x' alt=x>",
    ],
)
def test_pictures_are_never_loaded_from_another_host(portfolio: Folder, picture: str) -> None:
    portfolio.write("interviews/ada.md", f"{ADA}\n{picture}\n")
    page = portfolio.built().page("interviews/ada/index.html")
    assert "<img" in page
    assert "example.org/x.png" not in page
    assert "example.org/y.png" not in page


KEPT = """\
!!! tip "A tip"
    Bring boots.

??? note "More"
    Folded.

=== "One"
    First tab.

=== "Two"
    Second tab.

- [x] done
- [ ] open

A claim.[^1] :material-check: ++ctrl+c++ <kbd>Esc</kbd> <mark>marked</mark>

| a | b |
|--:|:--|
| 1 | 2 |

```python
print("<script>")
```

<details><summary>More</summary>Inside</details>

[^1]: A note.
"""


def test_what_material_makes_of_markdown_survives(portfolio: Folder) -> None:
    extensions = """\
markdown_extensions:
  - admonition
  - footnotes
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.highlight: {anchor_linenums: true}
  - pymdownx.keys
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
"""
    portfolio.write("mkdocs.yml", CONFIG + extensions)
    portfolio.write("interviews/ada.md", f"{ADA}\n{KEPT}")
    page = portfolio.built("--strict").page("interviews/ada/index.html")
    for wanted in (
        '<div class="admonition tip">',
        '<details class="note">',
        '<div class="tabbed-set tabbed-alternate" data-tabs="1:2">',
        'name="__tabbed_1" type="radio"',
        '<li class="task-list-item">',
        'type="checkbox"',
        'class="footnote-ref"',
        "<svg",
        'viewBox="0 0 24 24"',
        'class="key-control"',
        "<kbd>Esc</kbd>",
        "<mark>marked</mark>",
        'style="text-align:right"',
        '<div class="highlight">',
        "<details><summary>More</summary>Inside</details>",
    ):
        assert wanted in page.replace('open=""', ""), wanted


def test_the_cleaning_can_be_switched_off_by_its_risk(portfolio: Folder) -> None:
    risk = "shoptalk: {let_interviews_run_scripts: true}"
    portfolio.write("mkdocs.yml", CONFIG.replace("shoptalk]", "{" + risk + "}]"))
    portfolio.write("interviews/ada.md", f"{ADA}\n<script>here()</script>\n")
    portfolio.built("--strict")
    assert "<script>here()</script>" in portfolio.page("interviews/ada/index.html")


def test_the_foot_of_the_page_survives_an_unclosed_body(portfolio: Folder) -> None:
    portfolio.write("interviews/bo.md", ADA.replace("Ada", "Bo"))
    for opened in ("<div><span><b>left open", "<table><tr>", "```\ncode", "<!-- left open", "~~~"):
        portfolio.write("interviews/ada.md", f"{ADA}\n{opened}\n")
        page = portfolio.built().page("interviews/ada/index.html")
        assert '<a href="../" >' in page or 'href="../">All conversations</a>' in page, opened
        assert "<footer" in page


@pytest.mark.parametrize(
    "body",
    [
        "[" * 5_000,
        "![" * 5_000,
        "<a " * 20_000,
        "<a \n\n" * 20_000,
        "\n".join("    " * depth + "- x" for depth in range(300)),
        "> " * 3_000 + "x",
        "- " * 3_000 + "x",
        "==\n" * 50_000,
        "# x\n" * 50_000,
        "*a **b " * 30_000,
        "`" * 200_000,
    ],
    ids=lambda body: repr(body[:8]),
)
def test_no_body_keeps_a_build_busy(portfolio: Folder, body: str) -> None:
    portfolio.write("interviews/ada.md", f"{ADA}\n{body}\n")
    done = portfolio.build()  # which has two minutes
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Ada Invented" in portfolio.page("interviews/ada/index.html")
