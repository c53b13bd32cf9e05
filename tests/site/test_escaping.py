"""Text comes out of a page as it went in, whatever Markdown dialect the page is made with."""

import html
import re

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from shoptalk.site.cleaning import clean_html
from shoptalk.site.escaping import Markdown, escape_markdown, escape_meta
from shoptalk.site.generated_page import with_meta
from shoptalk.site.rendering import render_markdown

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details",
    "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys",
    "pymdownx.magiclink", "pymdownx.mark", "pymdownx.progressbar", "pymdownx.smartsymbols",
    "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
    "pymdownx.tilde",
]  # fmt: skip
STEERING = st.text(alphabet=st.sampled_from(list("ab1 .,:;!?#*_~^=+-|/\\'\"`<>()[]{}&$@%é王🙂")))
TEXTS = st.one_of(st.text(), STEERING).filter(
    # What XML knows no character for is a finding long before it comes to a page.
    lambda text: (
        not re.search(
            "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]", text
        )
        and text.strip()
    )
)


def words(text: str) -> str:
    return " ".join(text.split())


def text_of(rendered: str) -> str:
    return words(html.unescape(re.sub(r"<[^>]*>", "", rendered)))


@given(TEXTS)
def test_text_survives_python_markdown_and_its_extensions(text: str) -> None:
    rendered = markdown.markdown(f"- {escape_markdown(text)}\n", extensions=EXTENSIONS)
    assert text_of(rendered) == words(text)
    assert set(re.findall(r"<(\w+)", rendered)) == {"ul", "li"}


@given(TEXTS)
def test_text_survives_our_own_rendering(text: str) -> None:
    rendered = render_markdown(f"## {escape_markdown(text)} {{: #here }}\n", str)
    assert text_of(rendered) == words(text)
    assert re.findall(r"<(\w+)[^>]*>", rendered) == ["h2"]
    assert rendered.startswith('<h2 id="here">')


@pytest.mark.parametrize(
    "text", ["ada@example.org", "www.example.org", "https://example.org", "~~gone~~", "[x] done"]
)
def test_text_that_github_would_format_stays_text(text: str) -> None:
    rendered = render_markdown(f"- {escape_markdown(text)}\n", str)
    assert text_of(rendered) == text
    assert re.findall(r"<(\w+)[^>]*>", rendered) == ["ul", "li"]


@given(TEXTS, TEXTS)
def test_text_never_becomes_an_attribute(name: str, other: str) -> None:
    link = f'[{escape_markdown(name)}](x.md){{: rel="prev" .one }}'
    made = f"{link}\n{{: .two }}\n\n- {escape_markdown(other)}\n  {{: .three }}\n"
    rendered = render_markdown(made, lambda link: f"/{link}")
    opened = re.findall(r"<\w+[^>]*>", rendered)
    assert opened == [
        '<p class="two">',
        '<a href="/x.md" rel="prev" class="one">',
        "<ul>",
        '<li class="three">',
    ]


@given(TEXTS)
def test_front_matter_is_escaped_and_whole(text: str) -> None:
    made = with_meta({"title": text, "tags": [text], "search": {"exclude": True}}, "body")
    meta = yaml.safe_load(made.split("---\n")[1])
    assert html.unescape(meta["title"]) == words(text) or not words(text)
    assert meta["tags"] == [meta["title"]]
    assert meta["search"] == {"exclude": True}
    assert not set("<>\"'") & set(meta["title"])


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("O'Brien-Smith", "O'Brien-Smith"),
        ("Well, yes. What else?", "Well, yes. What else?"),
        ("*bold*", "&#42;bold&#42;"),
        ("1. first", "1&#46; first"),
        ("two\nlines", "two lines"),
        (":smile:", "&#58;smile:"),
        (Markdown("*kept*"), "*kept*"),
        (3, "3"),
    ],
)
def test_only_what_could_steer_is_escaped(text: object, escaped: str) -> None:
    assert escape_markdown(text) == escaped


def test_other_values_are_left_alone() -> None:
    assert escape_meta({"hide": ["toc"], "order": 3}) == {"hide": ["toc"], "order": 3}


@given(st.text())
def test_cleaning_leaves_nothing_that_runs(text: str) -> None:
    payload = f"<img src=x onerror={text}><script>{text}</script><a href='javascript:{text}'>x</a>"
    cleaned = clean_html(payload).lower()
    assert "<script" not in cleaned
    assert not re.search(r"<[^>]*\son\w+\s*=", cleaned)
    assert not re.search(r"""href\s*=\s*["']?\s*javascript:""", cleaned)
