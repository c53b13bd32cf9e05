"""Faults of the theme's pages, mended in its templates as they are loaded.

A template in which a fault is not found, as in a later version without it, stays as it is.
"""

import html
import re
from collections.abc import Callable

from jinja2 import BaseLoader, Environment

CHECKBOX = '<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}"'
FOR_TEXT_FIELDS = ' autocomplete="off">'
CONTENT = '<div class="md-content" data-md-component="content"'
WITH_ID = (CONTENT, f'{CONTENT} id="shoptalk-content"')
END_OF_SKIPPING = """
      {% endif %}
    </div>
    <div data-md-component="announce">"""
SKIP_TO_CONTENT = """
      {% else %}
        <a href="#shoptalk-content" class="md-skip">{{ lang.t("action.skip") }}</a>"""

MENDS = {
    "base.html": (
        *(
            (CHECKBOX.format(name=name) + FOR_TEXT_FIELDS, CHECKBOX.format(name=name) + ">")
            for name in ("drawer", "search")
        ),
        # Also a page without headings to list has a content to skip to.
        (END_OF_SKIPPING, SKIP_TO_CONTENT + END_OF_SKIPPING),
        WITH_ID,
    ),
    "blog.html": (WITH_ID,),
    "partials/search.html": (
        # A dialog needs a name.
        (' role="dialog">', ' role="dialog" aria-label="{{ lang.t(\'search\') }}">'),
    ),
    "partials/nav-item.html": (
        # An empty number is none.
        (' tabindex="{{ tabindex }}"', '{% if tabindex %} tabindex="0"{% endif %}'),
        # The way back, and to the headings of the page, also from the keyboard.
        (
            '<label class="md-nav__title" for="{{ path }}">',
            '<label class="md-nav__title" for="{{ path }}" tabindex="0">',
        ),
        (
            '<label class="md-nav__link md-nav__link--active" for="__toc">',
            '<label class="md-nav__link md-nav__link--active" for="__toc" tabindex="0">',
        ),
    ),
    "partials/toc.html": (
        # Only a page of the navigation has the control that this is the label of.
        (
            '<label class="md-nav__title" for="__toc">',
            '<label class="md-nav__title"{% if page in nav.pages %} for="__toc"{% endif %}>',
        ),
    ),
    "partials/actions.html": (
        # No relation that links can have.
        (' class="md-content__button md-icon" rel="edit">', ' class="md-content__button md-icon">'),
    ),
    "partials/path.html": (
        # The navigation beside it has that name already.
        (
            '<nav class="md-path" aria-label="{{ lang.t(\'nav\') }}"',
            '<nav class="md-path"'
            " aria-label=\"{{ lang.t('nav') }}: {{ page.title | striptags | e }}\"",
        ),
    ),
    "partials/tags.html": (
        # One of several navigations needs a name, and this is none.
        ('<nav class="md-tags" {{ hidden }}>', '<nav class="md-tags" role="none" {{ hidden }}>'),
    ),
    "partials/source.html": (
        # What carries this makes each page ask the code host for numbers about the repository.
        (' data-md-component="source"', ""),
    ),
}
"""By template: what stands there, and what takes its place."""

TASK = re.compile(
    r'(?P<before><li class="task-list-item">(?:<p>)?(?:<label class="task-list-control">)?'
    r'<input type="checkbox")(?P<state>[^>]*)>(?P<text>.*)'
)
LINE_OF_CODE = re.compile(r'<a id="(__codelineno-[\d-]+)" name="\1"></a>')
TAG = re.compile(r"<[^>]+>")


class MendedTemplates(BaseLoader):
    """The templates of another loader, without their faults."""

    def __init__(self, templates: BaseLoader) -> None:
        self.templates = templates

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The mended text of a template."""
        source, path, is_current = self.templates.get_source(environment, template)
        return mended_template(template, source), path, is_current

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self.templates.list_templates()


def mended_template(name: str, source: str) -> str:
    """The text of a template, without those of its faults that are known."""
    for fault, mend in MENDS.get(name, ()):
        source = source.replace(fault, mend)
    return source


def with_named_tasks(content: str) -> str:
    """A page's content in which the box of a task bears the name of the task."""
    return TASK.sub(_named, content) if "task-list-item" in content else content


def with_valid_lines(content: str) -> str:
    """A page's content in which the lines of code that can be linked to are valid HTML."""
    if "__codelineno" not in content:
        return content
    return LINE_OF_CODE.sub(r'<span id="\1"></span>', content)


def _named(task: re.Match[str]) -> str:
    if "aria-label" in task["state"]:
        return task[0]
    name = html.escape(html.unescape(TAG.sub("", task["text"])).strip())
    return f'{task["before"]} aria-label="{name}"{task["state"]}>{task["text"]}'
