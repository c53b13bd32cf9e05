"""The editor files of the example are those that `shoptalk editor` writes today."""

from pathlib import Path

import pytest

from shoptalk.editors.files import editor_files

HOME = Path(__file__).parents[2]


@pytest.mark.parametrize(("name", "text"), list(editor_files().items()))
def test_they_have_not_drifted(name, text):
    assert (HOME / name).read_text(encoding="utf-8") == text, "run `shoptalk editor --force`"
