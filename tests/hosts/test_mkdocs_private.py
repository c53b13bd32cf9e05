"""A preview looks at `private/` beside the interviews."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from shoptalk.hosts.mkdocs import ShoptalkPlugin


def watched(folder: Path) -> list[str]:
    (folder / "mkdocs.yml").touch()
    config = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
    config.load_dict({"site_name": "Conversations", "docs_dir": str(folder)})
    config.validate()
    plugin = ShoptalkPlugin()
    plugin.load_config({})
    plugin.on_startup(command="serve", dirty=False)
    return plugin.on_config(config).watch


def test_the_private_folder_is_watched_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "interviews").mkdir()
    assert str(tmp_path / "private") not in watched(tmp_path)
    (tmp_path / "private").mkdir()
    assert str(tmp_path / "private") in watched(tmp_path)
