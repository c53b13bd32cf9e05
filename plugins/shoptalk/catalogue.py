"""Every check there is, and its page."""

import re
from dataclasses import MISSING, Field, fields
from datetime import date
from typing import get_args, get_type_hints

import shoptalk.outreach.request_faults
import shoptalk.privacy.leaks.site_search
import shoptalk.privacy.names.first_names
import shoptalk.privacy.sources.faults
import shoptalk.privacy.sources.folder_faults
import shoptalk.privacy.sources.shared_names
import shoptalk.privacy.sources.wording
import shoptalk.questions.override_faults
import shoptalk.reading.corpus
import shoptalk.reading.page_blocks
import shoptalk.reading.people_meant_faults
import shoptalk.reading.search_settings
import shoptalk.rubric.canvas_faults
import shoptalk.rubric.rubric_file
import shoptalk.rubric.score_file
import shoptalk.rubric.unread_messages  # noqa: F401 (importing them registers their checks)
from shoptalk.findings.check import CHECKS, Check
from shoptalk.mending.mended_text import MENDABLE
from shoptalk.rubric.amounts import Share
from shoptalk.rubric.checks import rubric_checks

FRONT_MATTER = "---\ntitle: All checks\nhide: [toc]\n---\n"
MENDED = "; `shoptalk check --fix` mends it where only one thing can be meant"
KINDS: dict[object, str] = {
    int: "a number",
    float: "a number",
    str: "a text",
    bool: "true or false",
    date: "a day, such as 2026-10-14",
    Share: Share.WANTED,
}
INTRODUCTION = """\
Each finding names its check in square brackets. `shoptalk explain` prints the same texts: this page
is made from them."""


def all_checks() -> dict[str, Check[...]]:
    """All checks by id, in alphabetical order."""
    import shoptalk.reading.body_html  # noqa: F401 (loaded only where a body needs it)

    rubric_checks()
    return dict(sorted(CHECKS.items()))


def options_of(check_id: str) -> list[str]:
    """The options a rubric can give the check, such as `at_least: a number, 1 unless given`."""
    made = rubric_checks().get(check_id)
    if made is None:
        return []
    types = get_type_hints(made.options)
    return [_describe(option, types[option.name], made.fields) for option in fields(made.options)]


def _describe(option: "Field[object]", type_: object, keys: tuple[str, ...]) -> str:
    kind = KINDS.get(type_) or _kind_of_list(get_args(type_)[0])
    if option.name == "field":
        kind = "one of " + ", ".join("x-…" if key == "x-" else key for key in keys)
    return f"`{option.name}`: {kind}{_default(option.default)}"


def _kind_of_list(item: type) -> str:
    if item is str:
        return "a list of texts"
    named = [f"`{field.name}`" for field in fields(item)]
    return f"a list of items with {', '.join(named[:-1])} and {named[-1]}"


def _default(value: object) -> str:
    if value is MISSING:
        return ""
    if isinstance(value, bool):
        return f", {str(value).lower()} unless given"
    return f", {value} unless given" if value or value == 0 else ", none unless given"


def measured_by(check_id: str) -> str:
    """What the check measures for levels, such as `the number of items`; empty if nothing."""
    made = rubric_checks().get(check_id)
    return made.measures if made else ""


def render_page(check: Check[...]) -> str:
    """A check's page, as Markdown under a heading of its own."""
    options = "".join(f"- {option}\n" for option in options_of(check.id))
    listed = f"\n### Options in a rubric\n\n{options}" if options else ""
    measures = measured_by(check.id)
    if measures:
        listed += f"\nLevels can set limits for {measures}.\n"
    mended = MENDED if check.id in MENDABLE else ""
    return f"## {check.id}\n\n*{check.severity.value}*{mended}\n\n{check.page}\n{listed}"


def render_all_pages() -> str:
    """The page of all checks; its sections are bold, as hundreds of headings would help nobody."""
    checks = all_checks()
    listed = "\n".join(f"- [{id}](#{id}): {found.summary}" for id, found in checks.items())
    pages = "\n".join(map(render_page, checks.values()))
    pages = re.sub(r"^### (.+)$", r"**\1**", pages, flags=re.MULTILINE)
    return f"{FRONT_MATTER}\n# All checks\n\n{INTRODUCTION}\n\n{listed}\n\n{pages}"
