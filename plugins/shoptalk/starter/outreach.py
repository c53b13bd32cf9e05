"""The list of requests that a portfolio begins with."""

from shoptalk.starter.start import STARTER


def outreach_text() -> str:
    """A list without a request, with what can stand in it as comments."""
    return (STARTER / "outreach.yml").read_text(encoding="utf-8")
