"""Pages of a site as one document."""

from datetime import date

import pytest

from shoptalk.site.document import Document, render_document
from shoptalk.site.joining import Part, join_parts

ADA = Part("Ada", ("Tide Reader", "14 March 2026"), "interviews/ada/", "")
BO = Part("Bo", (), "interviews/bo/", '<h1 id="top">Bo</h1>')


def joined(html: str) -> str:
    """What becomes of the HTML of the first part."""
    return join_parts([ADA._replace(html=html), BO])[0][1]


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ('<h2 id="x">a &amp; b &#38;</h2>', '<h2 id="part-1-x">a &amp; b &#38;</h2>'),
        ('<a href="#x">1</a>', '<a href="#part-1-x">1</a>'),
        ('<a href="../bo/">1</a>', '<a href="#part-2">1</a>'),
        ('<a href="../bo/#top">1</a>', '<a href="#part-2-top">1</a>'),
        ('<a href="../../about/">1</a>', "<a>1</a>"),
        ('<a href="../bo/?tag=sea">1</a>', "<a>1</a>"),
        ('<a href="https://example.org/?a=1&amp;b">1</a>',) * 2,
        ('<a href="mailto:ada@example.org">1</a>',) * 2,
        ('<a href="https://[example">1</a>', "<a>1</a>"),
        ('<img src="../quay.png" alt="">', '<img src="interviews/quay.png" alt="">'),
        ('<img src="data:image/png;base64,AA">',) * 2,
        ('<img src="https://example.org/a.png" alt="The quay">', '<img alt="The quay">'),
        ("a<script>run()</script>b", "ab"),
        ("<noscript><p>a</p></noscript>b", "b"),
        ('<p onclick="run()">a<br>b</p>', "<p>a<br>b</p>"),
        ("<details><summary>a</summary></details>",) * 2,
        ('<svg><path fill="url(#x)"/></svg>', '<svg><path fill="url(#part-1-x)"></path></svg>'),
        ('<label for="x">a</label>', '<label for="part-1-x">a</label>'),
        ("<!-- a -->b", "b"),
    ],
)
def test_a_part_keeps_to_itself_and_to_the_document(written: str, becomes: str):
    assert joined(written) == becomes.replace("<details>", "<details open>")


def test_pages_that_are_plain_files_are_parts_as_well():
    files = [
        Part("A", (), "interviews/a.html", '<a href="b%C3%A9.html#x">1</a>'),
        Part("B", (), "interviews/b%C3%A9.html", ""),
    ]
    assert join_parts(files)[0] == ("part-1", '<a href="#part-2-x">1</a>')


def test_the_cover_and_the_contents_come_first():
    html = render_document(
        Document(
            site_name="Work & I",
            author="Mo Invented",
            mark="Not for all",
            stylesheets=["assets/a.css"],
            conversations=[ADA, BO],
            latest=date(2026, 10, 14),
            others=[Part("Insights", (), "insights/", "<h1>Insights</h1>")],
        )
    )
    in_order = (
        "<title>Work &amp; I</title>",
        "assets/a.css",
        "Mo Invented</p>",
        "2 conversations, the latest on 14 October 2026",
        "<strong>Not for all",
        '<a href="#part-1"><bdi>Ada</bdi></a> <small><bdi>Tide Reader</bdi>&nbsp;&middot; <bdi>',
        '<a href="#part-3"><bdi>Insights</bdi></a>',
        '<h1 id="part-2-top">Bo</h1>',
        "<h1>Insights</h1>",
    )
    places = [html.find(part) for part in in_order]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("parts", "latest", "said"),
    [
        ([], None, "<p>0 conversations</p>"),
        ([ADA], date(2026, 3, 14), "<p>1 conversation, on 14 March 2026</p>"),
    ],
)
def test_a_small_portfolio_has_a_cover(parts: list[Part], latest: date | None, said: str):
    assert said in render_document(Document(site_name="Work", conversations=parts, latest=latest))
