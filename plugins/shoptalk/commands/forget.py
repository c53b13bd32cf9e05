"""The command `shoptalk forget`."""

import datetime
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from shoptalk.commands.examples import examples
from shoptalk.mending.mended_files import replace_file
from shoptalk.privacy.forgetting.forgotten import (
    changes_in,
    new_names,
    pictures_of_its_own,
    with_names,
)
from shoptalk.privacy.forgetting.namesakes import is_at, workplace_of, workplaces
from shoptalk.privacy.forgetting.namings import Naming, built_naming, doubtful_in, namings_in
from shoptalk.privacy.forgetting.portfolio_files import is_kept
from shoptalk.privacy.forgetting.requests import (
    RequestsOf,
    name_in_requests,
    requests_in,
    requests_of,
)
from shoptalk.privacy.forgetting.somebody import Somebody, names_like, names_with, somebody_called
from shoptalk.privacy.sources.version_control import commits_with, is_in_work_tree
from shoptalk.questions.listing.phrases import count
from shoptalk.reading.corpus import Corpus, read_corpus
from shoptalk.reading.folder import PRIVATE
from shoptalk.reading.portfolio import INTERVIEWS, interviews_of
from shoptalk.reading.private_file import overlay_of
from shoptalk.reading.traps import plain_or_quoted
from shoptalk.starter.private import private_folder, write_over
from shoptalk.starter.start import whole_name

EXIT_LEFT = 1
WHAT_TO_DO = """\
This command leaves them as they are. What you can do about them:
- If nobody else has a copy, start a new history: copy the files without .git into a new folder,
  and run `git init` there.
- If it is on a host such as GitHub, put the new history into a new repository and delete the old
  one; then ask the host's support to drop what they still keep of it.
- Ask those who made forks or copies to delete them. What they keep you cannot call back."""


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """How somebody is to be forgotten."""

    remove: bool
    drop_name: bool

    @property
    def kept(self) -> frozenset[str]:
        """The folders that may go on naming the person."""
        return frozenset() if self.remove or self.drop_name else frozenset((PRIVATE,))


@click.command(
    epilog=examples(
        'shoptalk forget "Rosalind Okafor" --dry-run',
        'shoptalk forget "Rosalind Okafor" --alias "A clinical data engineer" --yes',
    )
)
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The portfolio, the folder you are in unless given.",
)
@click.option(
    "--remove", is_flag=True, help="Delete the write-up and the private file, and keep no name."
)
@click.option("--drop-name", is_flag=True, help="Keep the name nowhere, not even in private/.")
@click.option(
    "--organization",
    metavar="TEXT",
    default="",
    help="Where the person works, if several are called so.",
)
@click.option("--alias", metavar="TEXT", default="", help="What stands for the name.")
@click.option("--dry-run", is_flag=True, help="Only list the places.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
def forget(
    name: tuple[str, ...],
    folder: Path,
    remove: bool,
    drop_name: bool,
    organization: str,
    alias: str,
    dry_run: bool,
    yes: bool,
) -> None:
    """List what names NAME in a portfolio, and put an alias in its place.

    The name itself moves to private/. Says what Git still holds, and changes nothing there. Exits
    with 1 if something is left that has to be changed by hand, or if nobody of that name is here.
    """
    full_name = whole_name(name)
    if not full_name:
        raise click.UsageError('give the person\'s name: shoptalk forget "Full Name"')
    root = Path(os.path.abspath(folder))  # noqa: PTH100 (links stay)
    root = root.parent if root.name == INTERVIEWS else root
    interviews = interviews_of(root)
    corpus = read_corpus([interviews], datetime.date.today(), start=root)
    somebody = _meant(full_name, organization.strip(), corpus, root, whole_name((alias,)))
    organization = organization if somebody.has_namesake else ""
    _refuse_telling(somebody)
    wishes = Wishes(remove=remove, drop_name=drop_name)
    old_paths = [Path(file.path).relative_to(root).as_posix() for file in somebody.own]
    requests = requests_of(
        root, somebody.name, {file.address for file in somebody.own}, organization
    )
    found = list(namings_in(root, somebody))
    built = list(built_naming(root, somebody))
    if not (found or built or requests):
        click.echo(f"Nobody of that name is here: {somebody.name}. Nothing was changed.")
        _say_whom(names_like(full_name, corpus))
        _say_git(root, somebody.name, old_paths)
        raise SystemExit(EXIT_LEFT)
    _say(found, somebody)
    _say_requests(requests)
    if not somebody.own:
        _say_part(somebody.name, corpus)
    _say_doubtful(doubtful_in(root, somebody, wishes.kept), somebody.name)
    _say_built(built)
    left: list[Naming] = []
    if (found or requests) and not dry_run:
        _confirm(somebody, wishes, yes)
        somebody = _forget_or_refuse(root, somebody, wishes, requests)
        left = _left(root, somebody, wishes, built)
        _say_to_commit(root)
    _say_git(root, somebody.name, old_paths)
    if left or (requests and requests.after is None and not dry_run):
        raise SystemExit(EXIT_LEFT)


def _meant(name: str, organization: str, corpus: Corpus, root: Path, alias: str) -> Somebody:
    """The one person who is meant; ends the command where several may be."""
    requests = requests_in(root)
    places = workplaces(name, corpus, requests)
    listed = " or ".join(f'--organization "{written[0]}"' for written in places.values())
    if organization and not any(is_at(place, organization) for place in places):
        raise click.UsageError(f"nobody called {name} works there; try {listed or 'without it'}")
    if len(places) < 2:
        return somebody_called(name_in_requests(requests, name), corpus, alias)
    if not organization:
        raise click.UsageError(
            f"{len(places)} people are called {name}: say who is meant, with {listed}"
        )
    return somebody_called(
        name_in_requests(requests, name, organization),
        corpus,
        alias,
        lambda file: is_at(workplace_of(file, requests), organization),
    )


def _refuse_telling(somebody: Somebody) -> None:
    alias = somebody.pseudonym.alias
    homes = ("", *(file.address for file in somebody.own))
    if any(somebody.pseudonym.seen(alias, home) for home in homes):
        raise click.UsageError(f"the alias '{alias}' names the person; give another with --alias")


def _say(found: Sequence[Naming], somebody: Somebody) -> None:
    name = somebody.name
    for one in found:
        click.echo(str(one))
    files = len({one.path for one in found})
    if found:
        click.echo(f"\n{count(len(found), 'place')} in {count(files, 'file')} name {name}.")
    elif not somebody.has_namesake:
        click.echo(f"Nothing here names {name} but what was built.")


def _say_requests(requests: RequestsOf | None) -> None:
    """Say what happens to the requests to the person, which no alias stands for."""
    if requests is None:
        return
    begin = ", ".join(f"{requests.path}:{line}" for line in requests.lines)
    what = "Take out by hand what" if requests.after is None else "Taken out as a whole is what"
    click.echo(f"\n{what} was asked of them: {begin}.")


def _say_whom(names: Sequence[str]) -> None:
    if names:
        click.echo(f"Did you mean {' or '.join(names)}?")


def _say_part(name: str, corpus: Corpus) -> None:
    """Say whose name it may be a part of: of that person only these places would change."""
    for whole in names_with(name, corpus):
        click.echo(
            f'{name} is part of the name of {whole}: `shoptalk forget "{whole}"` finds every place.'
        )


def _say_doubtful(doubtful: Iterable[Naming], name: str) -> bool:
    """List what may mean the person; whether there was anything."""
    doubtful = list(doubtful)
    if doubtful:
        click.echo(f"\nLook at these yourself, they may tell of {name} and are left as they are:")
    _print(doubtful)
    return bool(doubtful)


def _say_built(built: Sequence[str]) -> None:
    if built:
        click.echo("\nThis names the person and is not changed:")
    for path in built:
        click.echo(f"{path}: built, build it again")


def _confirm(somebody: Somebody, wishes: Wishes, yes: bool) -> None:
    alias = somebody.pseudonym.alias
    click.echo()
    if wishes.remove:
        listed = ", ".join(f"{INTERVIEWS}/{file.address}.md" for file in somebody.own)
        click.echo(
            f"\nDeleted are {listed or 'no write-ups'}, with private files and own pictures."
        )
    if somebody.has_namesake:
        click.echo("Where a text may mean the other person of that name, nothing changes.")
    else:
        click.echo(
            f"Everywhere else '{alias}' takes the place of the name, also in names of files."
        )
    if not wishes.kept and not somebody.has_namesake:
        click.echo("The name is kept nowhere, and private files about the person are deleted.")
    elif somebody.own:
        click.echo("The name itself moves to private/. Consent to show it is taken out.")
    if not yes:
        click.confirm("Do so?", abort=True)


def _forget_or_refuse(
    root: Path, somebody: Somebody, wishes: Wishes, requests: RequestsOf | None
) -> Somebody:
    try:
        if requests and requests.after is not None:
            replace_file(root / requests.path, requests.before, requests.after)
        return _forget(root, somebody, wishes)
    except OSError as error:
        what = error.filename or "a file"
        raise click.ClickException(f"cannot change {what}: {error.strerror}") from None


def _forget(root: Path, somebody: Somebody, wishes: Wishes) -> Somebody:
    """Do it; returns the person with the places where things about them are now."""
    if not wishes.kept:
        _delete_private(somebody)
    if wishes.drop_name:
        somebody = replace(somebody, forgotten=datetime.date.today())
    if wishes.remove:
        _delete(root, somebody)
        gone = (Path(file.path).relative_to(root).as_posix() for file in somebody.own)
        somebody = replace(somebody, gone=frozenset(gone))
    renamed = new_names(root, somebody, wishes.kept)
    somebody = with_names(somebody, renamed)
    for changed in list(changes_in(root, somebody, wishes.kept)):
        replace_file(root / changed.path, changed.before, changed.after)
    for old in sorted(renamed, key=lambda path: -path.count("/")):
        (root / old).rename(root / renamed[old])
    if wishes.kept:
        _keep_names(root, somebody, renamed)
    return somebody


def _delete_private(somebody: Somebody) -> None:
    for file in somebody.own:
        private = Path(overlay_of(file.path, file.address).path)
        private.unlink(missing_ok=True)
        private.with_name(f"{private.stem}-sheet.html").unlink(missing_ok=True)


def _delete(root: Path, somebody: Somebody) -> None:
    pictures = {path for file in somebody.own for path in pictures_of_its_own(root, file)}
    for path in pictures:
        (root / path).unlink()
    for file in somebody.own:
        Path(file.path).unlink()


def _keep_names(root: Path, somebody: Somebody, renamed: dict[str, str]) -> None:
    """Put each name into the private file of the write-up as it is called now."""
    for file in somebody.own:
        path = Path(file.path).relative_to(root).as_posix()
        now = root / renamed.get(path, path)
        before = Path(overlay_of(file.path, file.address).path)
        after = Path(overlay_of(str(now), now.stem).path)
        private_folder(after.parents[len(after.relative_to(root).parts) - 1])
        after.parent.mkdir(parents=True, exist_ok=True)
        if before != after and before.exists():
            before.rename(after)
        interview = file.interview
        if interview and not (interview.private and interview.private.name):
            text = after.read_text(encoding="utf-8") if after.exists() else ""
            write_over(after, f"name: {plain_or_quoted(somebody.name)}\n{text}")


def _left(root: Path, somebody: Somebody, wishes: Wishes, built: Sequence[str]) -> list[Naming]:
    """What still names the person for certain, said together with what may, and what was built."""
    left = [one for one in namings_in(root, somebody) if not is_kept(one.path, wishes.kept)]
    if left:
        click.echo("\nThis is left, because it is no text or no ordinary file; change it by hand:")
    _print(left)
    is_doubtful = _say_doubtful(doubtful_in(root, somebody, wishes.kept), somebody.name)
    _say_built(built)
    if not left:
        where = " outside private/" if wishes.kept else ""
        but = " but what was built" if built else ""
        if somebody.has_namesake:
            click.echo(f"\nNothing here{where}{but} is about this person any more.")
            click.echo("The name itself stays, as somebody else is called so.")
        elif is_doubtful:
            click.echo(f"\nNothing here{where}{but} has the whole name any more.")
            click.echo("What is listed above to look at may still mean the person.")
        else:
            click.echo(f"\nNothing here{where}{but} names the person any more.")
    return left


def _print(namings: Iterable[Naming]) -> None:
    for one in namings:
        click.echo(str(one))


def _say_to_commit(root: Path) -> None:
    if is_in_work_tree(root):
        click.echo("\nGit does not know of this yet: look at it, then `git add -A && git commit`.")


def _say_git(root: Path, name: str, paths: Sequence[str]) -> None:
    if not is_in_work_tree(root):
        return
    commits = commits_with(root, name, paths)
    if commits is None:
        click.echo("\nGit could not be asked what its history holds.")
    elif commits:
        oldest, day = list(commits.items())[-1]
        click.echo(
            f"\nGit still holds the name, or files called so, in {count(len(commits), 'commit')}; "
            f"the oldest is {oldest} of {day}."
        )
        click.echo(WHAT_TO_DO)
    else:
        click.echo(f"\nNo commit here holds {name} as it is written.")
