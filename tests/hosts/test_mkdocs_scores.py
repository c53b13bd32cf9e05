"""Scores beside the rubric, in builds and while serving."""

from pathlib import Path

from shoptalk.hosts.mkdocs import ShoptalkPlugin
from shoptalk.hosts.mkdocs_reading import read_for_site
from shoptalk.privacy.edition import Edition
from shoptalk.site.portfolio import nothing

from .conftest import Folder, configured

RUBRIC = (
    "criteria: [{id: own, title: What is mine, levels: [{label: Target}, {label: Starting}]}]\n"
)
SCORES = """\
scores:
  - {criterion: own, interview: ada, level: Targt, who: JM, when: 2026-11-20}
  - {criterion: own, interview: ada, level: Starting, who: JM, when: 2026-11-19}
"""


def test_broken_scores_are_named_and_stop_no_build(portfolio: Folder) -> None:
    portfolio.write("rubric.yml", RUBRIC)
    portfolio.write("scores.yml", SCORES)
    done = portfolio.build()
    assert done.returncode == 0, done.stderr
    assert "scores.yml:2:" in done.stderr
    assert "error: 'own' has no level 'Targt' [unknown-level]" in done.stderr
    assert (portfolio.path / "site" / "interviews" / "ada" / "index.html").is_file()


def test_without_a_rubric_that_can_be_read_nothing_is_said_of_scores(portfolio: Folder) -> None:
    portfolio.write("rubric.yml", "extends: nothing\n")
    portfolio.write("scores.yml", SCORES)
    done = portfolio.build()
    assert done.returncode == 0, done.stderr
    assert "scores.yml" not in done.stderr


JUDGED = """\
scores:
  - {criterion: own, interview: ada, level: Starting, who: Dr Marsh, when: 2026-11-19,
     comment: weak}
"""


def test_what_people_said_is_not_published(portfolio: Folder) -> None:
    portfolio.write("rubric.yml", RUBRIC)
    portfolio.write("scores.yml", JUDGED)
    portfolio.built()
    for name in portfolio.files():
        if name.endswith((".html", ".json")):
            assert "Dr Marsh" not in portfolio.page(name), name
            assert "weak" not in portfolio.page(name), name


def test_it_is_where_somebody_asks_for_it(portfolio: Folder) -> None:
    portfolio.write("rubric.yml", RUBRIC)
    portfolio.write("scores.yml", JUDGED)
    config = (portfolio.path / "mkdocs.yml").read_text()
    portfolio.write("mkdocs.yml", config.replace("shoptalk]", "shoptalk: {publish_scores: true}]"))
    assert "Dr Marsh" in portfolio.built().page("rubric/index.html")


def test_scores_are_watched_and_count(tmp_path: Path) -> None:
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "ada.md").write_text("---\nname: Ada Invented\n---\n\nWe met.\n")
    (tmp_path / "rubric.yml").write_text(RUBRIC)
    (tmp_path / "scores.yml").write_text(SCORES)
    plugin = ShoptalkPlugin()
    plugin.on_startup(command="serve", dirty=False)
    config = configured(tmp_path, plugin)
    assert str(tmp_path / "scores.yml") in config.watch
    read = read_for_site(
        plugin.places,
        plugin.config,
        edition=Edition.PUBLIC,
        preview=True,
        read=plugin.unchanged.read,
        leaves_out=nothing,
        site_name=config.site_name,
    )
    [outcome] = read.portfolio.report.files[0].outcomes
    assert outcome.given
    assert outcome.given.level == "Starting"
