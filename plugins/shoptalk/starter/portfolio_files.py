"""The files of a new portfolio, besides its first write-up and those for editors."""

import sys
from pathlib import Path

from shoptalk.reading.traps import plain_or_quoted
from shoptalk.starter.pins import pin_of_shoptalk, pins
from shoptalk.starter.start import STARTER, rubric_text

WORKFLOW = ".github/workflows/pages.yml"
DEPENDABOT = ".github/dependabot.yml"
AUDIT = ".github/zizmor.yml"
CONTAINER = ".devcontainer/devcontainer.json"
PYTHON = ".".join(map(str, sys.version_info[:2]))


def portfolio_files(title: str, course: str, folder: Path | None = None) -> dict[str, str]:
    """The text of each file, by its path in the portfolio, which may be where the program lies."""
    return {
        "mkdocs.yml": _template("mkdocs.yml").format(title=plain_or_quoted(title)),
        "docs/index.md": _template("index.md").format(title=title),
        "rubric.yml": rubric_text(course),
        "requirements.txt": _template("requirements.txt").format(
            python=PYTHON, shoptalk=pin_of_shoptalk(folder), pins=pins()
        ),
        "README.md": _template("README.md").format(title=title),
        ".gitignore": _template("gitignore"),
        DEPENDABOT: _template("dependabot.yml"),
        AUDIT: _template("zizmor.yml"),
        WORKFLOW: _template("pages.yml").replace("PYTHON_VERSION", PYTHON),
        CONTAINER: _template("devcontainer.json").replace("PYTHON_VERSION", PYTHON),
    }


def _template(name: str) -> str:
    return (STARTER / "portfolio" / name).read_text(encoding="utf-8")
