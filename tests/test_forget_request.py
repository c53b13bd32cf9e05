"""Forgetting somebody who was asked: their request goes as a whole, everything else stays."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from shoptalk.cli import main
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.privacy.forgetting.requests import requests_of
from shoptalk.reading.source import Source

BEFORE = """\
# Everybody here is invented.
zone: Europe/Berlin
requests:
  - name: Bo Lind
    message: |
      Dear Bo,

      a word?
  # What comes now is hers.
"""
HERS = """\
  - name: Ada Okafor  # a remark
    sent: 2026-09-01
    reminders: [2026-09-15,
      2026-09-29]
    message: |
      Dear Ada,

      ada@example.org
"""
AFTER = """\

  - {name: Cy Vane, sent: 2026-09-02}
"""


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio in which somebody was asked and not talked to, as the working directory."""
    monkeypatch.chdir(tmp_path)
    Path("interviews").mkdir()
    Path("private").mkdir()
    Path("interviews/bo.md").write_text("---\nname: Bo Lind\n---\n\nWe met.\n")
    return tmp_path


def forget(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["forget", *arguments, "--yes"])


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        ("Ada Okafor", "Dr. Ada Okafor"),
        ("Ada Okafor", "ada okafor, PhD"),
        ("Dr. Ada Okafor", "Ada Okafor"),
        ("Áda Økåfor", "Ada Oekafor"),
    ],
)
def test_the_name_may_be_typed_otherwise(listed: str, name: str):
    Path("private/outreach.yml").write_text(
        BEFORE + HERS.replace("Ada Okafor", listed) + AFTER, "utf-8"
    )
    forget(name)
    left = Path("private/outreach.yml").read_text("utf-8")
    assert listed not in left
    assert "Cy Vane" in left


@pytest.mark.parametrize("where", ["private/outreach.yml", "outreach.yml"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_request_goes_and_everything_else_stays(where: str, end: str):
    Path(where).write_bytes((BEFORE + HERS + AFTER).replace("\n", end).encode())
    done = forget("ada okafor")
    assert done.exit_code == 0, done.output
    assert f"Taken out as a whole is what was asked of them: {where}:10." in done.output
    left = Path(where).read_bytes().decode().replace("\r\n", "\n")
    assert left.replace("\n\n  - {", "\n  - {") == BEFORE + AFTER.lstrip("\n")


def test_a_dry_run_takes_out_nothing():
    Path("private/outreach.yml").write_text(BEFORE + HERS)
    assert "private/outreach.yml:10" in forget("Ada Okafor", "--dry-run").output
    assert Path("private/outreach.yml").read_text() == BEFORE + HERS


def test_the_request_that_led_to_the_conversation_goes_too():
    Path("private/outreach.yml").write_text("requests:\n  - {name: B. L., interview: bo}\n")
    assert (
        "Taken out as a whole is what was asked of them: private/outreach.yml:2"
        in forget("Bo Lind").output
    )
    assert Path("private/outreach.yml").read_text() == "requests:\n"


def test_what_cannot_be_taken_out_safely_is_left_to_be_done_by_hand():
    text = "requests: [{name: Ada Okafor}, {name: Bo Lind}]\n"
    Path("private/outreach.yml").write_text(text)
    done = forget("Ada Okafor")
    assert done.exit_code == 1
    assert "Take out by hand what was asked of them: private/outreach.yml:1." in done.output
    assert Path("private/outreach.yml").read_text() == text


TEXTS = st.text("ab \n#:-'|{}[]", max_size=30)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(0, 3), st.sampled_from("|>\"'"))
def test_nobody_elses_request_ever_changes(texts: list[str], gone: int, style: str):
    lines = ["requests:"]
    for number, text in enumerate(texts):
        lines.append(f"- name: P{number} Q")
        inside = text.replace("\n", "\n    ")
        if style in "|>":
            lines.append(f"  message: {style}\n    x {inside}")
        else:
            lines.append(f"  message: {style}x {text.replace(style, '')}{style}".replace("\n", " "))
    text = "\n".join(lines) + "\n"
    Path("private/outreach.yml").write_text(text)
    before = parse_outreach(Source("outreach.yml", text), (), date.max)[0].requests
    found = requests_of(Path(), f"P{gone} Q", ())
    if found and found.after is not None:
        after = parse_outreach(Source("outreach.yml", found.after.decode()), (), date.max)[0]
        assert after.requests == tuple(one for one in before if one.name != f"P{gone} Q")


OTHERS = HERS.replace("    sent:", "    organization: Sun Mill\n    sent:").replace("Ada", "Áda")
AT_OFFICE = HERS.replace("    sent:", "    organization: Tide Office\n    sent:")


@pytest.fixture
def namesakes() -> dict[str, str]:
    """Two people of one name, one of whom was talked to; and texts that may mean either."""
    texts = {
        "private/outreach.yml": BEFORE + AT_OFFICE + OTHERS,
        "private/miller.yml": "name: Áda Okafor\norganization: Sun Mill\n",
        "interviews/miller.md": "---\nalias: A miller\n---\n\nMs. Okafor mills.\n",
        "interviews/bo.md": "---\nname: Bo Lind\n---\n\nAda Okafor is known to him.\n",
    }
    for path, text in texts.items():
        Path(path).write_text(text)
    return texts


def now(texts: dict[str, str]) -> dict[str, str]:
    return {path: Path(path).read_text() for path in texts}


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--drop-name",)])
def test_of_two_of_one_name_it_has_to_be_said_which(
    namesakes: dict[str, str], more: tuple[str, ...]
):
    done = forget("Ada Okafor", *more)
    assert done.exit_code == 2
    assert '--organization "Sun Mill" or --organization "Tide Office"' in done.stderr
    done = forget("Ada Okafor", "--organization", "Somewhere", *more)
    assert done.exit_code == 2
    assert "works there" in done.stderr
    assert now(namesakes) == namesakes


def test_forgetting_one_never_touches_the_other(namesakes: dict[str, str]):
    done = forget("Ada Okafor", "--organization", "tide office", "--drop-name")
    assert done.exit_code == 0, done.output
    assert now(namesakes) == {**namesakes, "private/outreach.yml": BEFORE + OTHERS}
    assert "interviews/bo.md:5:1: Ada Okafor" in done.stdout
    assert "The name itself stays, as somebody else is called so." in done.stdout


def test_whoever_was_talked_to_is_forgotten_alone(namesakes: dict[str, str]):
    done = forget("Ada Okafor", "--organization", "Sun Mill")
    assert done.exit_code == 0, done.output
    after = now(namesakes)
    assert after["private/outreach.yml"] == BEFORE + AT_OFFICE
    assert after["interviews/bo.md"] == namesakes["interviews/bo.md"]
    assert "Okafor" not in after["interviews/miller.md"]
    assert "A miller mills." in after["interviews/miller.md"]


def test_an_organization_that_tells_nobody_apart_changes_nothing(namesakes: dict[str, str]):
    done = forget("Bo Lind", "--organization", "Sun Mill", "--dry-run")
    assert done.exit_code == 2
    Path("private/outreach.yml").write_text(BEFORE + OTHERS)
    assert forget("Ada Okafor", "--organization", "Sun Mill", "--dry-run").exit_code == 0
    done = forget("Ada Okafor", "--organization", "Sun Mill")
    assert done.exit_code == 0, done.output
    assert "Okafor" not in Path("interviews/bo.md").read_text()


LONG = "Maximiliane-Theodora D'Arcy-Żółć"


@pytest.mark.parametrize("given", ["Maximiliane Theodora DArcy Zolc", f"Dr. {LONG}, PhD"])
@pytest.mark.parametrize("more", [(), ("--drop-name",)])
def test_a_calendar_names_nobody_over_folded_lines(given: str, more: tuple[str, ...]):
    listed = (
        f"requests:\n  - {{name: '{LONG.replace(chr(39), chr(39) * 2)}, PhD', sent: 2026-09-01}}\n"
    )
    Path("private/outreach.yml").write_text(f"{listed}  - {{name: Cy Vane, sent: 2026-09-02}}\n")
    path = Path("private/due.ics")
    assert CliRunner().invoke(main, ["due", "--format", "ics", "--out", str(path)]).exit_code == 0
    whole = path.read_bytes().replace(b"\r\n ", b"").decode()
    assert path.read_bytes().decode().count(LONG) < whole.count(LONG)
    done = forget(given, *more)
    assert done.exit_code == 0, done.output
    assert "private/due.ics: the calendar: " in done.stdout
    assert "\u2063" not in done.stdout
    text = path.read_bytes().replace(b"\r\n ", b"").decode()
    assert text == whole.replace(f"{LONG}\\, PhD", "somebody")
    assert max(map(len, path.read_bytes().splitlines())) <= 75
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert "Remind somebody, this once" in str(events[0]["summary"])
