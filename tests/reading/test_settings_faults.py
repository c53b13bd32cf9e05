"""Settings of the site that nobody could build it with."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.cli import main
from shoptalk.reading.own_pages import settings_faults

NO_FAULT = """\
site_url: !ENV [SITE_URL, ""]
emoji: &emoji
  generator: !!python/name:no_such_module.made_to_fail
again: *emoji
"""


def said(folder: Path, text: str | bytes) -> list[str]:
    (folder / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    found = settings_faults(folder, folder)
    return [f"{one.place.path}:{one.place.line}:{one.place.column} {one.check}" for one in found]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("site_name: [\n", ["mkdocs.yml:1:12 unclosed-bracket"]),
        ("site_name: Talks\ntheme: a: b\n", ["mkdocs.yml:2:9 colon-in-value"]),
        (f"{NO_FAULT}plugins: [search\n", ["mkdocs.yml:5:10 unclosed-bracket"]),
        (b"site_name: Caf\xe9\n", ["mkdocs.yml:1:15 not-utf-8"]),
        (NO_FAULT, []),
        ("", []),
        ("just a text\n", []),
    ],
)
def test_what_keeps_them_from_being_read_is_named(tmp_path: Path, text: str, faults: list[str]):
    assert said(tmp_path, text) == faults


def test_the_check_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("interviews").mkdir()
    Path("mkdocs.yml").write_text("site_name: [\n")
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 1
    assert "mkdocs.yml:1:12: error: the '[' opened here is never closed" in done.output
