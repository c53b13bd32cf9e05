"""The settings of Front Matter, an extension of VS Code that shows front matter as a form."""

from typing import Any

from shoptalk.editors.schema import Schema
from shoptalk.reading.keys import CHOICES, DAYS, KEYS, REQUIRED, TEXTS, YES_OR_NO

TYPES: dict[str, dict[str, Any]] = {
    **{key: {"type": "string", "single": True} for key in TEXTS},
    **{key: {"type": "choice", "choices": list(words)} for key, words in CHOICES.items()},
    **{key: {"type": "boolean"} for key in YES_OR_NO},
    **{key: {"type": "string", "single": False} for key in ("before", "after")},
    "draft": {"type": "draft"},
    **{key: {"type": "datetime", "dateFormat": "yyyy-MM-dd"} for key in DAYS},
    "minutes": {"type": "number"},
    "thanked": {"type": "datetime", "dateFormat": "yyyy-MM-dd'T'HH:mm"},
    "tags": {"type": "tags"},
}

WITHOUT_A_FORM = frozenset(
    ("questions", "planned", "learnings", "applications", "referrals", "path", "consent")
)
"""Keys whose values have a short and a long form; no form of the extension keeps both."""


def front_matter_settings(interview: Schema) -> dict[str, Any]:
    """A type of content for interviews, described by their schema."""
    fields = [
        {
            "title": key.capitalize(),
            "name": key,
            "description": form["description"],
            **TYPES[key],
            **({"required": True} if key in REQUIRED else {}),
        }
        for key, form in interview["properties"].items()
        if key in KEYS - WITHOUT_A_FORM
    ]
    return {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.content.pageFolders": [
            {
                "title": "Interviews",
                "path": "[[workspace]]/interviews",
                "contentTypes": ["interview"],
            }
        ],
        "frontMatter.taxonomy.contentTypes": [
            {"name": "interview", "pageBundle": False, "fields": fields}
        ],
    }
