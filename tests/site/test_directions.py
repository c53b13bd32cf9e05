"""Text from right to left keeps its direction, and other pages do not grow."""

import pytest

from shoptalk.site.directions import with_directions


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>A day.</p>", "<p>A day.</p>"),
        ("<p>יום.</p>\n<p>A day.</p>", '<p dir="auto">יום.</p>\n<p>A day.</p>'),
        ("<ul><li>One.</li><li>יום.</li></ul>", '<ul><li>One.</li><li dir="auto">יום.</li></ul>'),
        (
            '<h2 id="x">يوم؟<a class="y" href="#x">#</a></h2>',
            '<h2 dir="auto" id="x">يوم؟<a class="y" href="#x">#</a></h2>',
        ),
        (
            "<blockquote><p>One.</p><p><em>יום</em>.</p></blockquote>",
            '<blockquote dir="auto"><p>One.</p><p dir="auto"><em dir="auto">יום</em>.</p>'
            "</blockquote>",
        ),
        ("<table><tr><td>יום</td></tr></table>", '<table><tr><td dir="auto">יום</td></tr></table>'),
        ('<p title="a > יום">One.</p>', '<p title="a > יום">One.</p>'),
        ('<p dir="rtl">יום.</p>', '<p dir="rtl">יום.</p>'),
        ("<p>One <span>two</p><p>יום</p>", '<p>One <span>two</p><p dir="auto">יום</p>'),
    ],
)
def test_elements_with_such_letters(html: str, expected: str) -> None:
    assert with_directions(html) == expected


def test_years_beside_them_do_not_change_places() -> None:
    step = "<li>مهندس <small>2015–2019</small></li><li>Nurse <small>2010</small></li>"
    assert with_directions(step) == (
        '<li dir="auto">مهندس <small dir="auto">2015–2019</small></li>'
        "<li>Nurse <small>2010</small></li>"
    )
