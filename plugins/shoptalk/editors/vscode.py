"""Files for Visual Studio Code, and for the editors that read the same ones."""

from collections.abc import Mapping
from typing import Any

from shoptalk.findings.reporters.summary import ROUND_BEGINS, ROUND_ENDS
from shoptalk.outreach.request import Channel, Route
from shoptalk.reading.keys import CHOICES

FINDING = r"^(.+?):(\d+):(\d+): (error|warning|note): (.+) \[([a-z0-9-]+)\]$"
"""The first line of a finding: file, line, column, severity, message, check."""

TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


def tasks() -> dict[str, Any]:
    """A task that checks after each save and fills the list of problems."""
    matcher = {
        "owner": "shoptalk",
        "source": "shoptalk",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {
            "regexp": FINDING,
            "file": 1,
            "line": 2,
            "column": 3,
            "severity": 4,
            "message": 5,
            "code": 6,
        },
        "background": {
            "activeOnStart": True,
            "beginsPattern": f"^{ROUND_BEGINS}$",
            "endsPattern": f"{ROUND_ENDS}$",
        },
    }
    task = {
        "label": "shoptalk: check while I write",
        "type": "shell",
        "command": "shoptalk",
        "args": ["check", "--watch"],
        "options": _with_venv("bin", "/", ":"),
        "windows": {"options": _with_venv("Scripts", "\\", ";")},
        "isBackground": True,
        "runOptions": {"runOn": "folderOpen"},
        "presentation": {"reveal": "never", "panel": "dedicated"},
        "problemMatcher": matcher,
    }
    return {"version": "2.0.0", "tasks": [task]}


def _with_venv(folder: str, slash: str, separator: str) -> dict[str, Any]:
    """Options of a task that find a command of the portfolio's virtual environment first."""
    own = slash.join(("${workspaceFolder}", ".venv", folder))
    return {"env": {"PATH": f"{own}{separator}${{env:PATH}}"}}


def snippets() -> dict[str, Any]:
    """What can be inserted into a write-up, by the word that is typed for it."""
    return {
        "A new interview": _snippet("interview", "A whole write-up", *_interview()),
        "A question": _snippet(
            "question",
            "An item of the list `questions`",
            "- ask: ${1:TODO}",
            "  topic: ${2:TODO}",
            f"  personal: {_choice(3, ('true', 'false'))}",
        ),
        "A learning": _snippet(
            "learning",
            "An item of the list `learnings`",
            "- learned: ${1:TODO}",
            "  topic: ${2:TODO}",
        ),
        "An application": _snippet(
            "application",
            "An item of the list `applications`",
            "- do: ${1:TODO}",
            f"  by: ${{2:{TODAY}}}",
            f"  done: {_choice(3, ('false', 'true'))}",
        ),
        "A request": _snippet(
            "request",
            "An item of the list `requests` in outreach.yml",
            "- name: ${1:Full Name}",
            "  organization: ${2:TODO}",
            f"  route: {_choice(3, tuple(Route))}",
            f"  channel: {_choice(4, tuple(Channel))}",
            "  why: ${5:TODO}",
            f"  sent: {TODAY}",
            scope="yaml",
        ),
    }


def _interview() -> list[str]:
    """A write-up whose first heading repeats the first question while that is typed."""
    return [
        "---",
        "name: ${1:Full Name}",
        "title: ${2:TODO}",
        "organization: ${3:TODO}",
        f"date: {TODAY}",
        f"format: {_choice(4, CHOICES['format'])}",
        f"route: {_choice(5, CHOICES['route'])}",
        "questions:",
        "  - ${6:TODO}",
        "  - ${7:TODO}",
        "  - ${8:TODO}",
        "learnings:",
        "  - ${9:TODO say in one or two whole sentences what it is that the talk taught you}",
        "applications:",
        "  - do: ${10:TODO say in a whole sentence what you will do with it}",
        "---",
        "",
        "## $6",
        "",
        "${0:TODO}",
    ]


def _snippet(prefix: str, description: str, *body: str, scope: str = "markdown") -> dict[str, Any]:
    return {
        "scope": scope,
        "prefix": prefix,
        "description": description,
        "body": list(body),
    }


def _choice(number: int, words: tuple[str, ...]) -> str:
    return f"${{{number}|{','.join(words)}|}}"


def extensions() -> dict[str, Any]:
    """The extensions that use the other files."""
    return {"recommendations": ["redhat.vscode-yaml", "eliostruyf.vscode-front-matter"]}


def settings(schemas: Mapping[str, str]) -> dict[str, Any]:
    """Settings of the folder; `schemas` are those of YAML files, by the files they describe."""
    files: dict[str, list[str]] = {}
    for file, schema in schemas.items():
        files.setdefault(f"./{schema}", []).append(file)
    return {
        "yaml.schemas": {
            schema: found[0] if len(found) == 1 else found for schema, found in files.items()
        },
        "yaml.customTags": ["!ENV scalar", "!ENV sequence"],  # MkDocs' own, in mkdocs.yml
    }
