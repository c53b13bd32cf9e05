"""The word lists as a page of the guide."""

from importlib.resources import files

LISTS = {"Concepts": "concepts.yml", "Topics": "topics.yml"}
INTRODUCTION = """\
---
title: The word list
hide: [toc]
---

# The word list

This is all that the [question bank](questions.md) knows of English, as the program reads it. What a
question asks is told by the first list, its topic and phase by the second. Where two questions come
together that should not, or stay apart that should not, the reason stands here; `same_as` and
`not_same` overrule it in your own portfolio."""


def render_word_list() -> str:
    """The page, with both lists whole."""
    parts = [INTRODUCTION]
    for title, name in LISTS.items():
        text = (files("shoptalk.questions") / name).read_text(encoding="utf-8")
        parts.append(f"## {title}\n\n```yaml\n{text}```")
    return "\n\n".join(parts) + "\n"
