"""A preview looks at `private/` beside the interviews."""

from pathlib import Path

from shoptalk.hosts.mkdocs import ShoptalkPlugin

from .conftest import configured


def watched(folder: Path) -> list[str]:
    plugin = ShoptalkPlugin()
    plugin.on_startup(command="serve", dirty=False)
    return configured(folder, plugin).watch


def test_the_private_folder_is_watched_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "interviews").mkdir()
    assert str(tmp_path / "private") not in watched(tmp_path)
    (tmp_path / "private").mkdir()
    assert str(tmp_path / "private") in watched(tmp_path)
