"""Folders that nobody else may see, and that Git has or would take along."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.privacy.edition import PRINTED
from shoptalk.privacy.sources.version_control import is_ignored, published, tracked
from shoptalk.reading.folder import PRIVATE, shown_path


@check(Severity.WARNING)
def private_not_ignored(is_tracked: bool) -> Wording:
    """The folder private/ is about to go into a repository.

    ### Why it matters

    It holds what nobody else may see: true names, addresses, notes. What was once in a public
    repository cannot be called back.

    ### Example

    You made the folder yourself, and Git shows `private/` among the files to add.

    ### Write instead

    Put a line `private/` into the file `.gitignore`. If Git has the folder already, also run
    `git rm -r --cached private`.
    """
    return Wording(
        "Git does not ignore this folder, so all of it goes into the repository",
        "put a line `private/` into .gitignore"
        + (", run `git rm -r --cached private` and commit" if is_tracked else ""),
    )


@check(Severity.WARNING)
def private_in_repository(count: int) -> Wording:
    """Git has files of the folder private/, although it is told to ignore them.

    ### Why it matters

    What Git has once, it goes on to keep: a line in `.gitignore` is only for what is new. The next
    push takes along what the folder holds, true names, addresses and notes, with all that it held
    before.

    ### Example

    `.gitignore` has the line `private/`, but it came after a commit that took the folder along.

    ### Write instead

    Run `git rm -r --cached private` and commit: the files stay on your disk. Older commits still
    hold them. If they were never pushed, copy the files without `.git` into a new folder, and run
    `git init` there. If they were, put that into a new repository, delete the old one, ask the host
    to drop what it keeps of it, and tell the people.
    """
    files = "1 file" if count == 1 else f"{count:,} files"
    return Wording(
        f"Git has {files} of this folder, although it is told to ignore them",
        "run `git rm -r --cached private` and commit; `shoptalk explain private-in-repository` "
        "says what to do about older commits",
    )


@check(Severity.WARNING)
def edition_not_ignored(line: str) -> Wording:
    """The instructor's edition is about to go into a repository.

    ### Why it matters

    It shows everybody by name, also those who did not agree to it. It is made for one reader, and
    what was once in a public repository cannot be called back.

    ### Example

    After `SHOPTALK_EDITION=instructor mkdocs build`, Git shows `site-instructor.zip` among the
    files to add; after `shoptalk pdf --edition instructor`, `portfolio-instructor.pdf`.

    ### Write instead

    Put the lines `site-instructor*` and `portfolio-instructor.pdf` into the file `.gitignore`. If
    Git has the files already, also run `git rm -r --cached` with their names.
    """
    return Wording(
        "Git does not ignore the instructor's edition, which names everybody",
        f"put a line `{line}` into .gitignore; if it was committed before, also run "
        "`git rm -r --cached` on it",
    )


@check(Severity.WARNING)
def outreach_not_ignored(count: int) -> Wording:
    """The list of requests is about to go into a repository.

    ### Why it matters

    It names people who may have said no, with what you wrote to them. They agreed to nothing, and
    what was once in a public repository cannot be called back.

    ### Example

    `outreach.yml` lies beside `mkdocs.yml`, names Ken Abara, and Git shows it among the files to
    add.

    ### Write instead

    Move it into `private/`, or put a line `outreach.yml` into the file `.gitignore`. If Git has it
    already, also run `git rm --cached outreach.yml`. Names of people who agree, or who are
    invented, can stand in `allow` of the plugin, in `mkdocs.yml`.
    """
    people = "somebody" if count == 1 else f"{count:,} people"
    return Wording(
        f"Git does not ignore this file, which names {people} who did not agree to it",
        "move it to private/; if it was committed before, also run `git rm --cached outreach.yml`",
    )


def check_outreach_file(path: Path, names: Sequence[str], start: Path) -> Iterator[Finding]:
    """A list of requests outside `private/` that Git has or would take.

    `names` are those in it of people who did not agree.
    """
    is_outside = path.parent.name != PRIVATE
    if names and is_outside and published(path.parent, path.name):
        yield outreach_not_ignored.at(Place(path=shown_path(str(path), start)), len(names))


def check_private_folder(folder: Path, start: Path) -> Iterator[Finding]:
    """A folder `private/` that Git has or would take; its path in findings is from `start`."""
    inside = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118 (ends in a separator)
    if not any(path.startswith(inside) for path in published(folder.parent, folder.name)):
        return
    place = Place(path=shown_path(str(folder), start))
    known = tracked(folder.parent, folder.name)
    if known and is_ignored(folder.parent, known[0]):
        yield private_in_repository.at(place, len(known))
    else:
        yield private_not_ignored.at(place, bool(known))


def check_instructors_edition(site: Path, portfolio: Path, start: Path) -> Iterator[Finding]:
    """The site of the instructor, its archive, or its PDF, where Git does not ignore it."""
    lines = {
        site: f"{site.name}*",
        site.with_name(f"{site.name}.zip"): f"{site.name}*",
        portfolio / PRINTED: PRINTED,
    }
    for path, line in lines.items():
        if published(path.parent, path.name):
            yield edition_not_ignored.at(Place(path=shown_path(str(path), start)), line)
