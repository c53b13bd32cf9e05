"""The faults of the theme, and their mends."""

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.theme import Theme

from shoptalk.hosts.mkdocs_theme import (
    MENDS,
    MendedTemplates,
    mended_template,
    with_named_tasks,
    with_valid_lines,
)

from .conftest import CONFIG, Folder


@pytest.mark.parametrize("name", MENDS)
def test_each_mend_finds_its_fault_in_the_installed_theme(name: str) -> None:
    env = Theme("material").get_env()
    assert env.loader
    source, _, _ = env.loader.get_source(env, name)
    for fault, mend in MENDS[name]:
        assert fault in source
        assert mended_template(name, source).count(fault) == mend.count(fault)


def test_a_template_without_a_known_fault_stays_as_it_is() -> None:
    for name in (*MENDS, "own.html"):
        assert (
            mended_template(name, '<div role="dialog" title="a">')
            == '<div role="dialog" title="a">'
        )


def test_templates_are_mended_as_they_load() -> None:
    search = {"partials/search.html": '<div role="dialog">', "main.html": "<p>Own</p>"}
    env = Environment(loader=MendedTemplates(DictLoader(search)), autoescape=True)
    shown = env.get_template("partials/search.html").render(lang={"t": str.upper})
    assert shown == '<div role="dialog" aria-label="SEARCH">'
    assert env.get_template("main.html").render() == "<p>Own</p>"
    assert env.list_templates() == sorted(search)


@pytest.mark.parametrize(
    ("task", "named"),
    [
        (
            '<li class="task-list-item"><input type="checkbox" disabled/> Ask <b>Bo</b> "x"</li>',
            '<li class="task-list-item"><input type="checkbox" aria-label="Ask Bo &quot;x&quot;"'
            ' disabled/> Ask <b>Bo</b> "x"</li>',
        ),
        (
            '<li class="task-list-item"><label class="task-list-control"><input type="checkbox">'
            "<span></span></label> Ask</li>",
            '<li class="task-list-item"><label class="task-list-control"><input type="checkbox"'
            ' aria-label="Ask"><span></span></label> Ask</li>',
        ),
        (
            '<li class="task-list-item"><input type="checkbox" aria-label="Own"> Ask</li>',
            '<li class="task-list-item"><input type="checkbox" aria-label="Own"> Ask</li>',
        ),
        ('<li><input type="checkbox"> Ask</li>', '<li><input type="checkbox"> Ask</li>'),
    ],
)
def test_the_box_of_a_task_bears_its_name(task: str, named: str) -> None:
    assert with_named_tasks(task) == named


def test_a_line_of_code_that_can_be_linked_to_is_valid_html() -> None:
    line = '<a id="__codelineno-0-1" name="__codelineno-0-1"></a>x'
    assert with_valid_lines(line) == '<span id="__codelineno-0-1"></span>x'
    assert with_valid_lines('<a id="own" name="own"></a>') == '<a id="own" name="own"></a>'


def test_that_the_page_for_nowhere_needs_the_address_of_the_site_is_said(
    portfolio: Folder,
) -> None:
    says = "404.html works only on a site at the root of its host"
    assert says not in portfolio.build().stderr
    portfolio.write("mkdocs.yml", CONFIG.replace('site_url: ""', ""))
    assert says in portfolio.built("--strict").build().stderr
    assert says not in portfolio.build("--no-directory-urls").stderr
    portfolio.write("mkdocs.yml", CONFIG.replace('""', "https://site.example/portfolio/"))
    assert says not in portfolio.build().stderr
    assert 'href="/portfolio/assets/shoptalk.css"' in portfolio.page("404.html")
