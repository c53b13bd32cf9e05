import pytest

from shoptalk.site.assets import FILTERS, SCRIPT, STYLESHEET, read_assets, shortened


def test_what_pages_load_has_neither_comments_nor_indentation():
    text = """\
/* What it is for,
   in two lines. */

(() => {
  // Why it is so.
  const address = "https://example.org"; /* stays */
})();
"""
    assert (
        shortened(text) == '(() => {\nconst address = "https://example.org"; /* stays */\n})();\n'
    )


@pytest.mark.parametrize(("address", "quote"), [(STYLESHEET, '"'), (SCRIPT, "`"), (FILTERS, "`")])
def test_no_text_goes_over_several_lines(address: str, quote: str):
    assert all(line.count(quote) % 2 == 0 for line in read_assets()[address].splitlines())


def test_the_findings_of_a_preview_have_no_second_frame_within_the_first():
    styles = read_assets()[STYLESHEET]
    summary = styles.partition(".md-typeset .shoptalk-box > summary {")[2].partition("}")[0]
    assert "background: none" in summary
    icon = styles.partition(".md-typeset .shoptalk-box > summary::before {")[2].partition("}")[0]
    assert "display: none" in icon
