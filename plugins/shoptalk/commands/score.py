"""The command `shoptalk score`."""

import datetime
import os
from pathlib import Path

import click

from shoptalk.commands.examples import examples
from shoptalk.commands.reading import GradedPortfolio, portfolio_paths, read_graded
from shoptalk.findings.finding import Finding
from shoptalk.mending.mended_files import replace_file
from shoptalk.mending.yaml_edit import NoPlace
from shoptalk.privacy.public_people import public_people
from shoptalk.reading.corpus import Corpus
from shoptalk.reading.decoding import decode
from shoptalk.reading.folder import shown_path
from shoptalk.rubric.outcome import level_called
from shoptalk.rubric.rubric import Judge, Rubric, Scope
from shoptalk.rubric.score_entry import with_score
from shoptalk.rubric.score_file import parse_scores
from shoptalk.rubric.scores import NO_SCORES, Score, Scores, fingerprint
from shoptalk.starter.start import is_garbled, write_new

JUDGES = tuple(judge.value for judge in Judge if judge is not Judge.AUTO)


@click.command(
    epilog=examples(
        "shoptalk score route rosalind-okafor --level met --who JM",
        'shoptalk score route rosalind-okafor --level met --who JM --comment "Well asked"',
    )
)
@click.argument("criterion")
@click.argument("interview", default="")
@click.option("--level", default="", metavar="LABEL", help="The level, by its label.")
@click.option("--points", type=click.FloatRange(min=0), help="Points, if not those of the level.")
@click.option("--who", required=True, metavar="NAME", help="Who judges: a name or initials.")
@click.option(
    "--judge",
    type=click.Choice(JUDGES),
    default=Judge.HUMAN.value,
    show_default=True,
    help="As whom: who grades, the student, or another student.",
)
@click.option("--comment", default="", metavar="TEXT", help="What to tell the student.")
@click.option(
    "--on",
    "when",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day of the judgement, such as 2026-11-20; today unless given.",
)
def score(
    criterion: str,
    interview: str,
    level: str,
    points: float | None,
    who: str,
    judge: str,
    comment: str,
    when: datetime.datetime | None,
) -> None:
    """Write down what a person says of CRITERION in INTERVIEW, in scores.yml.

    INTERVIEW is a file below interviews/; leave it out for a criterion about the whole portfolio.
    """
    if any(map(is_garbled, (criterion, interview, level, who, comment))):
        raise click.UsageError("the terminal did not send this as text: set its encoding to UTF-8")
    here, today = Path.cwd(), datetime.date.today()
    graded = read_graded(portfolio_paths((), here), None, here, today)
    typed = interview.replace(os.sep, "/").removeprefix("./")
    address = typed.removeprefix("interviews/").removesuffix(".md")
    _refuse_public(graded, address, today)
    given = Score(
        criterion=criterion,
        interview=address,
        level=_as_spelled(level.strip(), criterion, graded.report.rubric),
        points=points,
        judge=Judge(judge),
        who=who.strip(),
        when=when.date() if when else today,
        comment=comment.strip(),
        write_up=_write_up(graded, criterion, address),
    )
    shown = shown_path(str(graded.scores_path), here)
    _append(graded, given, shown, today)
    of_what = f" of {address}" if address else ""
    what = given.level or f"{given.points:g} points"
    click.echo(f"Wrote to {shown}: {criterion}{of_what}: {what}, by {given.who}, {given.when}.")


def _refuse_public(graded: GradedPortfolio, address: str, today: datetime.date) -> None:
    """Ends the command where an interview is called as its public page is, and not as its file."""
    files = {one.file.address: one.file for one in graded.report.files}
    if not address or address in files:
        return
    people = public_people(Corpus(files=tuple(files.values())), today)
    own = next((one for one, shown in people.addresses.items() if shown == address), None)
    if own:
        raise click.UsageError(
            f"{address!r} is the public page of interviews/{own}.md: give the name of the file"
        )


def _as_spelled(label: str, criterion: str, rubric: Rubric) -> str:
    """The label as the rubric spells it."""
    asked = rubric.by_id.get(criterion)
    found = level_called(label, asked) if asked else None
    return found.label if found else label


def _write_up(graded: GradedPortfolio, criterion: str, address: str) -> str:
    """The fingerprint of what is judged, as it is now."""
    asked = graded.report.rubric.by_id.get(criterion)
    if asked is not None and asked.scope is Scope.PORTFOLIO:
        return fingerprint(one.file for one in graded.report.finished)
    found = [one.file for one in graded.report.files if one.file.address == address]
    return fingerprint(found) if found else ""


def _append(graded: GradedPortfolio, given: Score, shown: str, today: datetime.date) -> None:
    """Add the score to its file; ends the command, having said why, where that cannot be."""
    path, before = graded.scores_path.resolve(), b""
    try:
        before = path.read_bytes() if path.exists() else b""
        was, _ = _read(before, graded, shown, today)
        after = with_score(before.decode("utf-8"), given).encode()
        now, faults = _read(after, graded, shown, today)
        if now.all != (*was.all, given):
            raise click.UsageError(_why_not(before, graded, shown, today, faults))
        if path.exists():
            replace_file(path, before, after)
        else:
            write_new(path, after.decode("utf-8"))
    except UnicodeDecodeError:
        raise click.ClickException(f"{shown} is not UTF-8; `shoptalk check` says where") from None
    except NoPlace as error:
        raise click.ClickException(f"cannot add to {shown}: {error}") from None
    except OSError as error:
        raise click.ClickException(f"cannot write {shown}: {error.strerror}") from None


def _read(
    data: bytes, graded: GradedPortfolio, shown: str, today: datetime.date
) -> tuple[Scores, list[Finding]]:
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return NO_SCORES, []
    source, findings = decode(shown, data)
    if source is None:
        return NO_SCORES, findings
    addresses = {one.file.address for one in graded.report.files}
    scores, more = parse_scores(source, graded.report.rubric, addresses, today)
    return scores, [*findings, *more]


def _why_not(
    before: bytes,
    graded: GradedPortfolio,
    shown: str,
    today: datetime.date,
    faults: list[Finding],
) -> str:
    """What is wrong with the score that was to be added, rather than with those before it."""
    known = [(found.check, found.message) for found in _read(before, graded, shown, today)[1]]
    new = []
    for found in faults:
        said = (found.check, found.message)
        if said in known:
            known.remove(said)
        else:
            new.append("; ".join(filter(None, (found.message, found.help))))
    return "\n".join(new) or f"mend {shown} first; `shoptalk check` says what is wrong with it"
