"""Every check there is, and its page."""

import inspect

import shoptalk.reading.corpus
import shoptalk.rubric.rubric  # noqa: F401 (importing them registers their checks)
from shoptalk.findings.check import CHECKS, Check
from shoptalk.rubric.checks import rubric_checks

INTRODUCTION = """\
Each finding names its check in square brackets. `shoptalk explain` prints the same texts: this page
is made from them."""


def all_checks() -> dict[str, Check[...]]:
    """All checks by id, in alphabetical order."""
    import shoptalk.reading.body_html  # noqa: F401 (loaded only where a body needs it)

    rubric_checks()
    return dict(sorted(CHECKS.items()))


def options_of(check_id: str) -> list[str]:
    """The options a rubric can give the check: `name: type`, with the default if it has one."""
    made = rubric_checks().get(check_id)
    if made is None:
        return []
    parameters = inspect.signature(made.options).parameters.values()
    return [str(parameter) for parameter in parameters]


def render_page(check: Check[...]) -> str:
    """A check's page, as Markdown under a heading of its own."""
    options = "".join(f"- `{option}`\n" for option in options_of(check.id))
    listed = f"\nOptions in a rubric:\n\n{options}" if options else ""
    return f"## {check.id}\n\n*{check.severity.value}*\n\n{check.page}\n{listed}"


def render_all_pages() -> str:
    """The page of all checks."""
    pages = "\n".join(map(render_page, all_checks().values()))
    return f"# All checks\n\n{INTRODUCTION}\n\n{pages}"
