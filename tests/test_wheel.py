"""The built wheel, alone in a fresh environment, starts a portfolio and builds the example."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", out, HOME, cwd=out)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    package = HOME / "plugins" / "shoptalk"
    wanted = {
        file.relative_to(package.parent).as_posix()
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        assert wanted <= set(archive.namelist())


def test_the_wheel_alone_makes_a_portfolio_and_builds_the_example(
    wheel: Path, tmp_path: Path
) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pins = re.sub(r" *\\\n +--hash=\S+", "", (HOME / "requirements.txt").read_text("utf-8"))
    (tmp_path / "pins.txt").write_text(pins, encoding="utf-8")
    run(scripts / "python", "-m", "pip", "install", "-q", "-c", "pins.txt", wheel, cwd=tmp_path)
    run(scripts / "shoptalk", "init", "mine", "--yes", cwd=tmp_path)
    assert str(tmp_path) not in (tmp_path / "mine/requirements.txt").read_text("utf-8")
    run(scripts / "mkdocs", "build", cwd=tmp_path / "mine")
    assert (tmp_path / "mine/site/interviews/index.html").is_file()
    for name in ("docs", "interviews"):
        shutil.copytree(HOME / name, tmp_path / name)
    for name in ("mkdocs.yml", "rubric.yml"):
        shutil.copy(HOME / name, tmp_path)
    run(scripts / "mkdocs", "build", "--strict", cwd=tmp_path)
    assert (tmp_path / "site/interviews/rosalind-okafor/index.html").is_file()
    assert "6 interviews: 1 note" in run(scripts / "shoptalk", "check", cwd=tmp_path)
    where = "import shoptalk; print(shoptalk.__file__)"
    assert str(tmp_path) in run(scripts / "python", "-c", where, cwd=tmp_path)
