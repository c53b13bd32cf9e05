"""Comments in own pages that stand for something generated."""

from pathlib import Path

from shoptalk.checking import check_portfolio
from shoptalk.findings.finding import Finding, Severity
from shoptalk.reading.page_blocks import BLOCKS, check_blocks
from shoptalk.reading.source import Source


def said_of(text: str) -> list[Finding]:
    return list(check_blocks(Source("docs/index.md", text)))


def test_a_block_that_there_is_not_is_named_with_the_one_that_is_meant() -> None:
    [found] = said_of("# Home\n\n<!-- shoptalk/progres -->\n")
    place = found.place
    assert (place.line, place.column, place.width) == (3, 6, len("shoptalk/progres"))
    assert found.severity is Severity.WARNING
    assert found.message == "there is no block 'shoptalk/progres'"
    assert found.help == "did you mean 'shoptalk/progress'?"
    assert found.correction == ("<!-- shoptalk/progress -->",)


def test_where_none_is_like_it_all_are_listed() -> None:
    [found] = said_of("<!-- shoptalk/nonsense -->")
    assert found.help == f"choose one of {', '.join(BLOCKS)}"
    assert found.correction == ()


def test_blocks_that_there_are_and_examples_in_code_are_fine() -> None:
    blocks = "\n".join(f"<!-- shoptalk/{name} -->" for name in BLOCKS)
    assert said_of(f"{blocks}\n\n```html\n<!-- shoptalk/nonsense -->\n```\n") == []


def test_the_command_looks_for_them(tmp_path: Path) -> None:
    for part in ("docs", "interviews"):
        (tmp_path / part).mkdir()
    (tmp_path / "docs" / "index.md").write_text("<!-- shoptalk/nonsense -->\n")
    found = check_portfolio([tmp_path], tmp_path).findings
    assert [(one.check, one.place.path) for one in found] == [("unknown-block", "docs/index.md")]
