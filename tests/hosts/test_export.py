"""The pages as files: they are those of the plugin, and other generators make the same site."""

import contextlib
import html
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from click.testing import CliRunner, Result
from installed import missing, program
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from shoptalk.cli import main
from shoptalk.commands.export import put_into_place
from shoptalk.site.exported import MARK, VARIABLE
from shoptalk.site.generated_page import GeneratedPage

from .conftest import ADA, CONFIG, ENVIRONMENT, QUIET, Folder, copy_of_the_example
from .test_mkdocs_hostile import FRONT_MATTER, PAYLOADS, Elements

PINNED = Path(__file__).with_name("other_generators.txt")
BEN = """\
---
name: Ben Hidden
alias: A lamp maker
title: Lamp Maker
date: 2026-04-02
questions:
  - How did you get into this work?
  - Which skills matter most?
learnings: [Ben Hidden reads the glass before he turns it.]
applications: [I will draw one lamp each week.]
---

## How did you get into this work?

By accident, see [Ada](ada.md#which-skills-matter-most).

- A list with [a link](ada.md)

| a | b |
|---|---|
| [c](ada.md) | `d *e* f` |

```text
# no heading

    - no list
```
"""
DRAFT = "---\nname: Zoe Unready\ndraft: true\n---\n\nNot yet.\n"
ANSWER = """

## How did you get into this work?

A footnote.[^1] A [link](ben.md), *all* [of it][it] 1. and ![the quay](quay.png "Quay")

[^1]: On the quay.
[it]: https://example.org/it
"""
RUNS = [
    *PAYLOADS,
    "<a href='x' onclick=alert(1)>x</a>",
    "<img src='x' onerror='alert(1)' alt=\"",
    "<div><p>open <b onmouseover=alert(1)",
    "[click][late]",
    "[late]: javascript:alert(1)",
    '<div markdown="1">[x](javascript:alert(1))</div>',
    "![x](https://elsewhere.example.org/x.png)",
    "<!-- open",
    "```\n<script>alert(1)</script>",
    "[x](ben.md){: onclick=alert(1) }",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
]


def run(folder: Folder, *arguments: str) -> Result:
    with contextlib.chdir(folder.path):
        return CliRunner().invoke(main, ["export", *arguments], env=QUIET)


def export(folder: Folder, *arguments: str) -> Folder:
    """What is exported into `out/`."""
    done = run(folder, "out", *arguments)
    assert done.exit_code == 0, done.stdout + done.stderr
    return Folder(folder.path / "out")


def markdown_files(folder: Folder) -> dict[str, str]:
    docs = folder.path / "docs"
    return {
        file.relative_to(docs).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(docs.rglob("*.md"))
    }


def fill(portfolio: Folder) -> Folder:
    """A portfolio in which texts link, quote, count on extensions, and try to run something."""
    extensions = "markdown_extensions: [footnotes, tables, attr_list, pymdownx.superfences]\n"
    portfolio.write("mkdocs.yml", CONFIG + extensions)
    portfolio.write("docs/progress.md", "# How far\n\n<!-- shoptalk/chart-months -->\n")
    portfolio.write("interviews/ada.md", ADA.strip() + ANSWER)
    portfolio.write("interviews/ben.md", BEN)
    portfolio.write("interviews/zoe.md", DRAFT)
    (portfolio.path / "interviews/quay.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return portfolio


def fill_hostile(portfolio: Folder) -> Folder:
    fill(portfolio)
    for number, payload in enumerate(RUNS):
        body = f"## How did you get into this work?\n\nx {payload}\n\n{payload}\n\n<p>an end\n"
        text = ADA.replace("Ada Invented", f"Ada Nr{number}").partition("She met me")[0]
        portfolio.write(f"interviews/nr-{number:02}.md", text + body)
    for number, payload in enumerate(PAYLOADS):
        value = "'" + payload.replace("'", "''") + "'"
        portfolio.write(f"interviews/of-{number:02}.md", FRONT_MATTER.format(value, "nothing"))
    return portfolio


class Made(NamedTuple):
    """A portfolio, and what was exported of it."""

    portfolio: Folder
    exported: Folder


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Made:
    portfolio = copy_of_the_example(tmp_path_factory.mktemp("exported")).built()
    return Made(portfolio, export(portfolio))


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Made:
    portfolio = Folder(tmp_path_factory.mktemp("linked"))
    portfolio.write("docs/index.md", "# Home\n\n<!-- shoptalk/recent -->\n")
    fill(portfolio).built()
    return Made(portfolio, export(portfolio))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Made:
    portfolio = Folder(tmp_path_factory.mktemp("hostile"))
    portfolio.write("docs/index.md", "# Home\n\n<!-- shoptalk/recent -->\n")
    fill_hostile(portfolio).built()
    return Made(portfolio, export(portfolio))


@pytest.fixture(scope="session")
def generators(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of other generators, in an environment that knows nothing of Shoptalk."""
    home = tmp_path_factory.mktemp("generators") / "venv"
    uv = program("uv")
    for command in (
        [uv, "venv", "--quiet", "--python", sys.executable, str(home)],
        [uv, "pip", "install", "--quiet", "--python", str(home), "--require-hashes", "-r", PINNED],
    ):
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        if done.returncode:
            missing(f"the other generators cannot be installed: {done.stderr}")
    return home / ("Scripts" if sys.platform == "win32" else "bin")


COMMANDS = {
    "mkdocs": ("mkdocs", "build", "-d", "site"),
    "properdocs": ("properdocs", "build", "-f", "mkdocs.yml", "-d", "site"),
    "zensical": ("zensical", "build"),
}


def build(exported: Folder, generators: Path, name: str, target: Path, *options: str) -> Folder:
    """The site that a generator makes of exported files."""
    copied = target / name
    shutil.copytree(exported.path, copied)
    command, *arguments = COMMANDS[name]
    done = subprocess.run(
        [str(generators / command), *arguments, *options],
        cwd=copied,
        env={key: value for key, value in ENVIRONMENT.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Folder(copied)


ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.DOTALL)
BESIDE_THE_TEXT = re.compile(
    r'<a[^>]*class="(?:headerlink|md-content__button[^"]*)".*?</a>'
    r'|<(script|nav class="md-tags)\b.*?</(?:script|nav)>|<!--.*?-->',
    re.DOTALL,
)
"""Signs to click on, what the theme adds for scripts, and tags, which Zensical always shows."""


def article(page: str) -> str:
    found = ARTICLE.search(page)
    return found[1] if found else ""


def text_of(page: str) -> str:
    """What the main part of a page says."""
    text = re.sub(r"<[^>]+>", " ", BESIDE_THE_TEXT.sub("", article(page)))
    return re.sub(r"\s+", "", html.unescape(text))


def pages_of(folder: Folder) -> dict[str, str]:
    return {name: folder.page(name) for name in folder.files() if name.endswith(".html")}


def dead_links(pages: dict[str, str], files: set[str]) -> Iterator[str]:
    """Links in the main parts of pages that lead to nothing in their site."""
    for name, page in pages.items():
        for link in re.findall(r'<a\b[^>]*\shref="([^"]*)"', article(page)):
            here = f"http://here/{name.removesuffix('index.html')}"
            parts = urlsplit(urljoin(here, html.unescape(link)))
            path = unquote(parts.path).lstrip("/")
            target = f"{path}index.html" if path.endswith("/") or not path else path
            if parts.netloc == "here" and target not in files:
                yield f"{name}: {link}"
            elif parts.netloc == "here" and parts.fragment and target in pages:
                id = unquote(parts.fragment)
                if f'id="{id}"' not in html.unescape(pages[target]):
                    yield f"{name}: {link}"


def generated_by_the_plugin(portfolio: Folder) -> dict[str, GeneratedPage]:
    config = load_config(str(portfolio.path / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_files(get_files(config), config=config)
    return dict(config.plugins["shoptalk"].generated)


LINK = re.compile(r'<a href="[^"]*"([^>]*)>(.*?)</a>|(?<!!)\[([^\]]*)\]\([^)]*\)')


def without_links(markdown: str) -> str:
    """A page without what is written otherwise for other generators: links within HTML."""
    return LINK.sub(lambda link: link[2] or link[3] or "", markdown).replace(' markdown="1"', "")


@pytest.mark.parametrize("made", ["example", "linked"])
def test_the_files_are_the_pages_of_the_plugin(made: str, request: pytest.FixtureRequest) -> None:
    portfolio, exported = request.getfixturevalue(made)
    generated = generated_by_the_plugin(portfolio)
    files = markdown_files(exported)
    own = {
        path
        for path in markdown_files(portfolio)
        if not path.startswith("decisions/")  # left out of the example
    }
    assert files.keys() == generated.keys() | own
    for path, page in generated.items():
        found = without_links(files[path].replace("\n\n///Footnotes Go Here///", ""))
        wanted = without_links(page.markdown)
        if page.answers:  # they are HTML, in which links lead to where they led
            wanted = without_links(page.content_with([""] * len(page.answers)))
            lines = iter(found.splitlines())
            assert all(line in lines for line in wanted.splitlines() if line), path
        else:
            assert found == wanted, path
    kept = [path for path, page in generated.items() if files[path] == page.markdown]
    assert len(kept) > len(generated) / 2


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("made", ["example", "linked"])
def test_other_generators_make_the_same_site(
    made: str, name: str, generators: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    portfolio, exported = request.getfixturevalue(made)
    site = build(exported, generators, name, tmp_path, "--strict")
    wanted, found = pages_of(portfolio), pages_of(site)
    assert found.keys() == wanted.keys()
    for page in wanted:
        assert text_of(found[page]) == text_of(wanted[page]), page
    assert list(dead_links(found, site.files())) == []


def scripts_of(page: str) -> int:
    """How many scripts a page has."""
    return len(re.findall("<script", page))


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_exported_runs_nothing(
    hostile: Made, name: str, generators: Path, tmp_path: Path
) -> None:
    site = build(hostile.exported, generators, name, tmp_path)
    pages = pages_of(site)
    assert len(pages) > len(RUNS) + len(PAYLOADS)
    of_theme = scripts_of(pages["progress/index.html"])
    for path, page in pages.items():
        assert scripts_of(page) == of_theme, path
        shown = Elements(article(page))
        assert shown.scripts == 0, path
        # A sign in the place of `=` has made a part of a value a name, which means nothing.
        assert [event for event in shown.events if "&#" not in event] == [], path
        assert not {"iframe", "object", "embed", "style"}.intersection(shown.tags), path
        assert not [at for at in shown.addresses if "script:" in at.lower()], path
        assert "elsewhere.example.org" not in article(page), path
    assert "an end" in text_of(pages["interviews/nr-00/index.html"]).replace("anend", "an end")


def test_drafts_and_what_nobody_agreed_to_are_in_no_file(portfolio: Folder) -> None:
    fill(portfolio)
    portfolio.write("private/ben.yml", "name: Ben Hidden\norganization: Secret Lamps\n")
    portfolio.write("interviews/ben.md", BEN.replace("date:", "research: blue notebook\ndate:"))
    exported = export(portfolio)
    assert "A lamp maker" in markdown_files(exported)["interviews/a-lamp-maker.md"]
    everything = b"".join(file.read_bytes() for file in exported.path.rglob("*") if file.is_file())
    for private in (b"Hidden", b"Secret Lamps", b"blue notebook", b"Unready"):
        assert private not in everything
    assert not [text for text in markdown_files(exported).values() if "shoptalk-box" in text]


class AnyTag(yaml.SafeLoader):
    """Reads what has a tag of its own as if it had none."""


AnyTag.add_multi_constructor("!", lambda loader, suffix, node: node.tag)
AnyTag.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: node.tag)


def settings_of(exported: Folder) -> dict[str, Any]:
    text = (exported.path / "mkdocs.yml").read_text("utf-8")
    return dict(yaml.load(text, AnyTag))  # noqa: S506 (it makes nothing of tags)


def test_the_edition_of_the_instructor_is_marked_on_every_page(portfolio: Folder) -> None:
    fill(portfolio)
    subprocess.run(["git", "init", "--quiet"], cwd=portfolio.path, check=True)
    done = run(portfolio, "out", "--edition", "instructor")
    assert done.exit_code == 0, done.stderr
    assert "put a line `out/` into .gitignore" in done.stderr
    exported = Folder(portfolio.path / "out")
    files = markdown_files(exported)
    assert "# Ben Hidden" in files["interviews/ben.md"]
    assert all("not for publication" in text for text in files.values())
    settings = settings_of(exported)
    assert settings["site_url"] == ""
    assert settings["use_directory_urls"] is False
    assert not (portfolio.path / "site-instructor").exists()


def test_an_earlier_export_is_made_anew_and_other_files_stay(portfolio: Folder) -> None:
    exported = export(portfolio)
    exported.write("docs/interviews/old.md", "# Old\n")
    exported.write("requirements.txt", "zensical\n")
    portfolio.write("interviews/ada.md", ADA.replace("Ada Invented", "Eve Invented"))
    assert export(portfolio).path == exported.path
    assert "interviews/old.md" not in markdown_files(exported)
    assert "# Eve Invented" in markdown_files(exported)["interviews/ada.md"]
    assert {path.name for path in exported.path.iterdir()} == {
        *(MARK, "docs", "mkdocs.yml", "requirements.txt"),
    }


def test_nothing_changes_where_the_site_cannot_be_built(portfolio: Folder) -> None:
    exported = export(portfolio)
    before = markdown_files(exported)
    portfolio.write("docs/index.md", "# Home of Ben Hidden\n")
    portfolio.write("interviews/ben.md", BEN)
    done = run(portfolio, "out")
    assert done.exit_code == 1
    assert "Ben Hidden" in done.stderr
    assert "nothing was written" in done.stderr
    assert markdown_files(exported) == before
    assert run(portfolio, "new").exit_code == 1
    assert not (portfolio.path / "new").exists()


def test_what_only_the_exported_files_show_is_found(portfolio: Folder) -> None:
    portfolio.write("interviews/ben.md", BEN)
    portfolio.write("docs/index.md", "# Home\n\n[x]: ada.md 'of Ben Hidden'\n")
    done = run(portfolio, "out")
    assert done.exit_code == 1
    assert "docs/index.md:3" in done.stderr
    assert not (portfolio.path / "out").exists()


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ("docs/out", "is in docs/"),
        ("interviews", "is in interviews/"),
        ("private/out", "is in private/"),
        (".", "holds files that no export wrote"),
        ("site", "holds files that no export wrote"),
        ("docs/../docs/out", "is in docs/"),
    ],
)
def test_no_other_folder_is_written_into(portfolio: Folder, folder: str, why: str) -> None:
    portfolio.write("site/index.html", "made by hand")
    before = sorted(portfolio.path.rglob("*"))
    done = run(portfolio, folder)
    assert done.exit_code == 1
    assert why in done.stderr
    assert sorted(portfolio.path.rglob("*")) == before


def test_a_folder_without_a_portfolio_says_so(portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", CONFIG.replace(", shoptalk", ""))
    done = run(portfolio, "out")
    assert done.exit_code == 1
    assert "`plugins` in mkdocs.yml has no shoptalk" in done.stderr
    (portfolio.path / "mkdocs.yml").unlink()
    assert run(portfolio, "out").exit_code == 2
    assert not (portfolio.path / "out").exists()


SETTINGS = """\
INHERIT: base.yml
theme:
  custom_dir: mine
docs_dir: docs
hooks: [hook.py]
extra_css: [own.css]
markdown_extensions:
  toc: {permalink: true}
  pymdownx.emoji:
    emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  search: {lang: en}
  shoptalk: {allow: [Zoe Allowed]}
"""
BASE = """\
site_name: Conversations
site_url: !ENV [NOWHERE, "https://example.org/"]
theme: {name: material, logo: logo.svg}
"""


def test_the_settings_are_those_of_the_portfolio_without_the_plugin(portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", SETTINGS)
    portfolio.write("base.yml", BASE)
    portfolio.write("hook.py", "")
    portfolio.write("docs/own.css", "")
    portfolio.write("docs/logo.svg", "<svg/>")
    portfolio.write("mine/main.html", '{% extends "base.html" %}')
    exported = export(portfolio)
    text = (exported.path / "mkdocs.yml").read_text("utf-8")
    assert "!ENV [NOWHERE" in text
    assert "!!python/name:material.extensions.emoji.twemoji" in text
    assert "Zoe Allowed" not in text
    read = settings_of(exported)
    assert read["theme"] == {
        "name": "material",
        "logo": "logo.svg",
        "custom_dir": "overrides",
        "font": False,
        "variant": "classic",
    }
    assert [list(plugin) for plugin in read["plugins"]] == [["search"]]
    assert read["plugins"][0]["search"]["lang"] == "en"
    assert read["extra_css"] == ["assets/shoptalk.css", "own.css"]
    assert not {"INHERIT", "hooks", "docs_dir"} & read.keys()
    assert read["nav"][0] == "index.md"
    assert {"Interviews": "interviews/index.md"} in read["nav"]
    assert (exported.path / "overrides/main.html").is_file()
    assert {"own.css", "assets/shoptalk.css", "portfolio.json"} <= {
        file.relative_to(exported.path / "docs").as_posix()
        for file in (exported.path / "docs").rglob("*")
    }


def test_a_build_exports_into_an_empty_folder_only(portfolio: Folder) -> None:
    done = portfolio.build(**{VARIABLE: str(portfolio.path / "docs")})
    assert done.returncode == 1
    assert "names no empty folder" in done.stderr
    assert [file.name for file in (portfolio.path / "docs").iterdir()] == ["index.md"]


def test_a_folder_is_as_before_where_not_all_can_be_put_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("old", "before"), ("new", "after")):
        Folder(tmp_path / name).write("docs/index.md", text)
        Folder(tmp_path / name).write("mkdocs.yml", text)
    rename = Path.rename

    def fails_once(path: Path, target: Path) -> Path:
        if path == tmp_path / "new/mkdocs.yml":
            raise PermissionError(13, "in use", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails_once)
    with pytest.raises(PermissionError):
        put_into_place(tmp_path / "new", tmp_path / "old", tmp_path / "before")
    assert (tmp_path / "old/docs/index.md").read_text() == "before"
    assert (tmp_path / "old/mkdocs.yml").read_text() == "before"
