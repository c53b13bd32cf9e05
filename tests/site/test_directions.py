"""Text from right to left keeps its direction, and other pages do not grow."""

import pytest

from shoptalk.site.directions import with_directions


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>A day.</p>", "<p>A day.</p>"),
        ("<p>יום.</p>\n<p>A day.</p>", '<p dir="rtl">יום.</p>\n<p>A day.</p>'),
        ("<p>A day: יום.</p>", "<p>A day: יום.</p>"),
        ("<p>&amp; יום.</p>", '<p dir="rtl">&amp; יום.</p>'),
        ("<ul><li>One.</li><li>יום.</li></ul>", '<ul><li>One.</li><li dir="rtl">יום.</li></ul>'),
        (
            '<h2 id="x">يوم؟<a class="y" href="#x">#</a></h2>',
            '<h2 dir="rtl" id="x">يوم؟<a class="y" href="#x">#</a></h2>',
        ),
        ("<p><em>יום</em>.</p>", '<p dir="rtl"><em>יום</em>.</p>'),
        (
            "<p>With <a>יום</a>, <a>לילה</a></p>",
            '<p>With <a dir="rtl">יום</a>, <a dir="rtl">לילה</a></p>',
        ),
        (
            "<blockquote><p>יום.</p><p>One day.</p></blockquote>",
            '<blockquote><p dir="rtl">יום.</p><p>One day.</p></blockquote>',
        ),
        ("<p><a>יום</a>: one.</p>", '<p><a dir="rtl">יום</a>: one.</p>'),
        ("<table><tr><td>יום</td></tr></table>", '<table><tr><td dir="rtl">יום</td></tr></table>'),
        ('<p title="a > יום">One.</p>', '<p title="a > יום">One.</p>'),
        ('<p dir="auto">יום.</p>', '<p dir="auto">יום.</p>'),
        ("<p>One <span>two</p><p>יום</p>", '<p>One <span>two</p><p dir="rtl">יום</p>'),
    ],
)
def test_elements_with_such_letters(html: str, expected: str) -> None:
    assert with_directions(html) == expected


def test_years_beside_them_do_not_change_places() -> None:
    step = "<li>مهندس <small>2015–2019</small></li><li>Nurse <small>2010</small></li>"
    assert with_directions(step) == (
        '<li dir="rtl">مهندس <small dir="ltr">2015–2019</small></li>'
        "<li>Nurse <small>2010</small></li>"
    )
