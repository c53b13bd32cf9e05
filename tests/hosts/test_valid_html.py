"""The HTML of the example's pages, checked by html-validate and by the Nu checker."""

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from installed import PACKAGES, node, package

from .conftest import Folder
from .page_kinds import PAGE_KINDS


@pytest.fixture(scope="module")
def pages(built_example: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page of each kind, as files side by side."""
    folder = tmp_path_factory.mktemp("pages")
    for kind, address in PAGE_KINDS.items():
        name = address if address.endswith(".html") else f"{address}index.html"
        (folder / f"{kind}.html").write_text(built_example.page(name), encoding="utf-8")
    return folder


def test_html_validate_finds_no_error(pages: Path) -> None:
    assert faults_in(sorted(pages.iterdir())) == []


def faults_in(files: Iterable[Path]) -> list[str]:
    """What html-validate says of some files."""
    program = package("html-validate/bin/html-validate.mjs")
    config = PACKAGES.parent / ".htmlvalidate.json"
    done = subprocess.run(
        [node(), program, "--config", config, "--formatter", "json", *files],
        capture_output=True,
        text=True,
        timeout=120,
    )
    return [
        f"{Path(file['filePath']).stem}:{message['line']}: {message['message']}"
        for file in json.loads(done.stdout)
        for message in file["messages"]
    ]


def test_the_nu_checker_finds_no_error(pages: Path) -> None:
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine")
    archive = package("vnu-jar/build/dist/vnu.jar")
    done = subprocess.run(
        ["java", "-jar", archive, "--errors-only", "--format", "json", pages],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert list(messages(done.stderr)) == []


def messages(said: str) -> Iterator[str]:
    for message in json.loads(said)["messages"]:
        page = Path(message.get("url", "")).stem
        yield f"{page}:{message.get('lastLine')}: {message['message']}"
