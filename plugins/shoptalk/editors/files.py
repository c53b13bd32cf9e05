"""The files that editors read in the folder of a portfolio."""

import json
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from shoptalk.editors.frontmatter import front_matter_settings
from shoptalk.editors.interview import interview_schema
from shoptalk.editors.obsidian import property_types
from shoptalk.editors.outreach import outreach_schema
from shoptalk.editors.private import private_schema
from shoptalk.editors.rubric import rubric_schema
from shoptalk.editors.scores import scores_schema
from shoptalk.editors.vscode import extensions, settings, snippets, tasks

SCHEMAS_OF_YAML = {
    "rubric.yml": "schemas/rubric.schema.json",
    "scores.yml": "schemas/scores.schema.json",
    "outreach.yml": "schemas/outreach.schema.json",
    "private/outreach.yml": "schemas/outreach.schema.json",
    "private/**/*.yml": "schemas/private.schema.json",
    "!private/outreach.yml": "schemas/private.schema.json",
}
TEMPORARY = ".shoptalk-new"

NEXT_STEPS = """\
Next, in VS Code: open the folder, install the recommended extensions, and allow automatic tasks.
Findings then appear under Problems after each save. In Obsidian: open the folder as a vault."""


class Outcome(StrEnum):
    """What came of writing a file."""

    WROTE = "wrote"
    UNCHANGED = "is there already"
    LEFT = "left as it was"


def editor_files() -> dict[str, str]:
    """The text of each file, by its path in the portfolio."""
    interview = interview_schema()
    made: Mapping[str, Any] = {
        "schemas/interview.schema.json": interview,
        "schemas/rubric.schema.json": rubric_schema(),
        "schemas/scores.schema.json": scores_schema(),
        "schemas/private.schema.json": private_schema(),
        "schemas/outreach.schema.json": outreach_schema(),
        ".vscode/tasks.json": tasks(),
        ".vscode/shoptalk.code-snippets": snippets(),
        ".vscode/extensions.json": extensions(),
        ".vscode/settings.json": settings(SCHEMAS_OF_YAML),
        "frontmatter.json": front_matter_settings(interview),
        ".obsidian/types.json": property_types(),
    }
    return {
        name: json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        for name, content in made.items()
    }


def write_file(path: Path, text: str, *, force: bool) -> Outcome:
    """Write a file; one that is there and says something else only with `force`."""
    data = text.encode()
    if os.path.lexists(path):
        if path.read_bytes().replace(b"\r\n", b"\n") == data:
            return Outcome.UNCHANGED
        if not force:
            return Outcome.LEFT
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + TEMPORARY)
    try:
        new.write_bytes(data)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return Outcome.WROTE
