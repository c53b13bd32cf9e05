"""Writing down who was asked, without opening the file."""

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from shoptalk.cli import main
from shoptalk.outreach.outreach_file import read_outreach
from shoptalk.outreach.request import Channel, Outreach, Request, Route

FILE = Path("private/outreach.yml")


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio without requests, as the working directory."""
    (tmp_path / "interviews").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["asked", *arguments], input=typed)


def outreach() -> Outreach:
    found, findings = read_outreach(Path(), Path(), [], date.today())
    assert findings == []
    return found


def test_the_first_request_makes_the_file_where_git_leaves_it_out():
    done = asked("Ken Abara", "--on", "2026-10-01")
    assert done.exit_code == 0, done.output
    assert done.output == "Wrote to private/outreach.yml: Ken Abara, asked on 2026-10-01.\n"
    assert outreach().requests == (Request(name="Ken Abara", sent=date(2026, 10, 1)),)
    assert FILE.read_text("utf-8").startswith("# yaml-language-server: $schema=../schemas/")
    assert Path("private/.gitignore").read_text() == "*\n"


def test_everything_that_is_known_can_be_said():
    message = "Dear Ken,\r\n\r\nwould you have twenty minutes?\n"
    done = asked(
        *("Ken", "Abara", "--title", "Miller", "--organization", "Harbor: Bread"),
        *("--route", "warm", "--introduced-by", "Rosalind Okafor", "--channel", "email"),
        *("--why", "your talk on rye", "--shared", "We both changed careers.", "--planned"),
        *("--subject", "Twenty minutes on rye?", "--message", "-"),
        typed=message,
    )
    assert done.output == "Wrote to private/outreach.yml: Ken Abara, not sent yet.\n"
    assert outreach().requests == (
        Request(
            name="Ken Abara",
            title="Miller",
            organization="Harbor: Bread",
            route=Route.WARM,
            introduced_by="Rosalind Okafor",
            channel=Channel.EMAIL,
            why="your talk on rye",
            shared="We both changed careers.",
            subject="Twenty minutes on rye?",
            message="Dear Ken,\n\nwould you have twenty minutes?",
        ),
    )


def test_without_a_day_it_was_sent_today():
    asked("Ken Abara")
    assert outreach().requests[0].sent == date.today()


def test_a_list_beside_the_settings_is_added_to():
    Path("outreach.yml").write_text("requests: # none yet\n")
    assert "Wrote to outreach.yml:" in asked("Ken Abara", "--planned").output
    assert Path("outreach.yml").read_text() == "requests: # none yet\n  - name: Ken Abara\n"
    assert not FILE.exists()


def test_in_a_folder_of_the_portfolio_it_is_the_same_list(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir("interviews")
    assert "Wrote to ../private/outreach.yml" in asked("Ken Abara", "--planned").output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["..."], "give the person's name"),
        (["Full Name"], "still says 'Full Name'"),
        (["Ken Abara", "--on", "soon"], "'soon' is no day such as 2026-10-20"),
        (["Ken Abara", "--on", "2062-10-01"], "'sent' is 2062-10-01, which is in the future"),
        (["Ken Abara", "--on", "2026-10-01", "--planned"], "--planned says that it was not sent"),
        (["Ken Abara", "Rosalind Okafor"], "'Ken Abara' and 'Rosalind Okafor' are two names"),
        (["ken@example.org"], "'ken@example.org' is an address: give the person's name"),
        (["https://example.org/ken"], "is an address: give the person's name"),
        (["Ken Abara", "--route", "tepid"], "'tepid' is not one of"),
        (["bríd o'hanlon"], "Bríd O'Hanlon stands in the list already, on line 2: `shoptalk did"),
    ],
)
def test_what_cannot_be_meant_is_not_written(arguments: list[str], says: str):
    before = "requests:\n  - name: Bríd O'Hanlon\n    sent: 2026-10-01\n".encode()
    FILE.parent.mkdir()
    FILE.write_bytes(before)
    done = asked(*arguments)
    assert done.exit_code == 2
    assert says in done.output
    assert FILE.read_bytes() == before


@pytest.mark.parametrize(
    "before", [b"requests: none\n", b"requests: [\n", b"requests:\n  - \xff\n", b"- Ken\n"]
)
def test_a_file_that_cannot_be_added_to_is_left_alone(before: bytes):
    FILE.parent.mkdir()
    FILE.write_bytes(before)
    done = asked("Ken Abara", "--planned")
    assert done.exit_code == 1
    assert "cannot write into private/outreach.yml" in done.output or "UTF-8" in done.output
    assert FILE.read_bytes() == before


def test_in_a_folder_that_is_no_portfolio_nothing_is_begun(portfolio: Path):
    (portfolio / "interviews").rmdir()
    done = asked("Ken Abara")
    assert done.exit_code == 2
    assert "there is no portfolio here" in done.output
    assert "`shoptalk init .` begins one" in done.output
    assert list(portfolio.iterdir()) == []


def test_a_message_that_is_no_file_is_told_from_one():
    done = asked("Ken Abara", "--message", "Dear Ken")
    assert done.exit_code == 2
    assert "'Dear Ken': No such file or directory; name a file" in " ".join(done.output.split())
    assert "or give - and type or pipe it in" in " ".join(done.output.split())


def test_a_byte_order_mark_is_no_part_of_a_message(portfolio: Path):
    (portfolio / "message.txt").write_bytes("Dear Ken,\r\n\r\nsoon?\r\n".encode("utf-8-sig"))
    done = asked("Ken Abara", "--message", "message.txt")
    assert done.exit_code == 0, done.output
    asked("Bo Ek", "--message", "-", typed="\ufeffDear Bo")
    assert [one.message for one in outreach().requests] == ["Dear Ken,\n\nsoon?", "Dear Bo"]


def test_two_people_of_one_name_work_at_different_places():
    asked("Ken Abara", "--organization", "Harbor Bread", "--planned")
    assert asked("Ken Abara", "--organization", "Sun Mill", "--planned").exit_code == 0
    assert len(outreach().requests) == 2


@pytest.mark.parametrize(
    ("there", "here", "says"),
    [
        ("", "Sun Mill", 'an `organization` below line 2, then `shoptalk asked "Ken Abara" --org'),
        ("", "", 'line 2: `shoptalk did send "Ken Abara"` records what came next'),
        ("Harbor Bread", "", 'somebody else, `shoptalk asked "Ken Abara" --organization "..."`'),
        ("Harbor Bread", "-", 'somebody else, `shoptalk asked "Ken Abara" --organization "..."`'),
        ("Harbor Bread", "harbor bread", 'line 2: `shoptalk did send "Ken Abara"` records'),
    ],
)
def test_who_could_not_be_told_apart_is_not_added(there: str, here: str, says: str):
    FILE.parent.mkdir()
    place = f"\n    organization: {there}" if there else ""
    before = f"requests:\n  - name: Ken Abara{place}\n"
    FILE.write_text(before)
    done = asked("ken abara", "--organization", here, "--planned")
    assert done.exit_code == 2
    assert says.casefold() in done.output.casefold()
    assert FILE.read_text() == before


WRITERS = 8
ASK = "from shoptalk.cli import main; main()"


def test_many_writers_at_once_lose_nobody(portfolio: Path):
    names = {f"Person Invented{number}" for number in range(WRITERS)}
    running = [
        subprocess.Popen([sys.executable, "-c", ASK, "asked", name, "--planned"], cwd=portfolio)
        for name in names
    ]
    assert [one.wait(120) for one in running] == [0] * WRITERS
    assert {request.name for request in outreach().requests} == names


def test_today_is_the_day_where_the_student_is():
    FILE.parent.mkdir()
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):  # it is never the same day in both
        FILE.write_text(f"zone: {zone}\nrequests: []\n")
        today = datetime.now(ZoneInfo(zone)).date()
        assert f"asked on {today}." in asked("Ken Abara").output
    tomorrow = str(datetime.now(ZoneInfo("Pacific/Kiritimati")).date())
    assert "which is in the future" in asked("Bo Ek", "--on", tomorrow).output
    FILE.write_text("requests: []\n")
    assert f"asked on {tomorrow}." in asked("Bo Ek", "--on", tomorrow).output


def test_gaps_in_what_was_sent_are_named():
    message = "Dear Ken,\n\n[why this person]\n"
    gap = "The message in the list still has gaps: '[why this person]'"
    assert gap in asked("Ken Abara", "--message", "-", typed=message).output
    assert gap not in asked("Bo Ek", "--message", "-", "--planned", typed=message).output
