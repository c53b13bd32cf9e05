"""The files of a folder of interviews: which are read, and what is wrong with the others."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown

OTHER_ENDINGS = (".markdown", ".mdown", ".mkd", ".md.txt", ".txt", ".docx", ".doc", ".odt", ".rtf")
DEEPEST_FOLDER = 50
"""Folders inside one another; a path cannot hold many more, nor Python's stack."""

MOST_ENTRIES = 100_000
"""Files and folders that are looked at below one folder; a whole disk has more."""

PRIVATE = "private"
OUTREACH = "outreach.yml"
"""What holds the requests; in `private/` it belongs to no interview."""
"""The name of folders whose files are never read for a site, wherever they are.

In capitals, too: there is one on systems where these do not count.
"""

EDITORS_OWN = (".#", "._", ".~", "~$")
"""How the files begin that editors and file managers leave beside the ones they save."""


class FoundFile(NamedTuple):
    """A file to be read as an interview."""

    path: str
    """Where it is on disk."""
    address: str
    """Its place below `interviews/`, without `.md`: `2026/ada` for `2026/ada.md`."""


@check(Severity.ERROR)
def unreadable_file(why: str) -> Wording:
    """The file or folder cannot be opened.

    ### Why it matters

    The computer refuses to open it, so nothing in it was checked. Most often it belongs to another
    user, or another program holds it.

    ### Example

    `rosalind-okafor.md` was copied from another account, and you may not read it.

    ### Write instead

    Give yourself the right to read it, close other programs that use it, and try again.
    """
    return Wording(f"it cannot be read: {why}", "make it readable for yourself, and try again")


@check(Severity.ERROR)
def no_such_file(target: str = "") -> Wording:
    """The path leads nowhere.

    ### Why it matters

    Nothing was read, so nothing was checked either. Most often the name is misspelt, or the command
    was run in another folder.

    ### Example

    You typed `shoptalk check interviews/rosalind.md`, but the file is called `rosalind-okafor.md`.

    ### Write instead

    Check the spelling, and run the command in the folder that holds `interviews/`. A link that
    leads nowhere you can delete.
    """
    if target:
        return Wording(
            f"the link leads to {shown(target, 60)}, which is not there",
            "delete it, or put the file there",
        )
    return Wording("there is no such file or folder", "check the spelling of the path")


@check(Severity.ERROR)
def not_a_file(kind: str) -> Wording:
    """Something that is neither a file nor a folder has an interview's name.

    ### Why it matters

    A named pipe, a socket or a device holds no text, and a program that tried to read it could wait
    for ever. So it is left alone.

    ### Example

    `rosalind-okafor.md` is a named pipe that another program has made.

    ### Write instead

    Delete it, and put an ordinary text file in its place.
    """
    return Wording(f"this is {kind}, not a file", "put an ordinary file in its place")


@check(Severity.WARNING)
def folder_named_md() -> Wording:
    """A folder has a name that ends in .md.

    ### Why it matters

    The ending belongs to files, and people and programs that see it will try to open the folder as
    one. The interviews in the folder are read all the same.

    ### Example

    In `interviews/` there is a folder called `october.md` with two files in it.

    ### Write instead

    Rename the folder, for instance to `october`.
    """
    return Wording(
        "this is a folder, though its name ends in .md",
        "rename it; the files in it are read all the same",
    )


@check(Severity.ERROR)
def link_outside(target: str) -> Wording:
    """A symbolic link leads out of the folder of interviews.

    ### Why it matters

    Whatever it leads to would be published: a note in your private folder, too. On another computer
    it leads nowhere.

    ### Example

    `interviews/rosalind-okafor.md` is a link to a file in your Documents folder.

    ### Write instead

    Delete the link, and put a copy of the file in its place.
    """
    return Wording(
        f"the link leads out of the folder, to {shown(target, 60)}, so it is not followed",
        "put a copy of the file here instead",
    )


@check(Severity.ERROR)
def link_in_circles() -> Wording:
    """A symbolic link leads back to itself or to a folder that holds it.

    ### Why it matters

    Who follows the link comes back to where it stands, again and again, and never reaches a file.
    So it is not followed.

    ### Example

    In `interviews/2026/` there is a link `all` that leads back to `interviews/`.

    ### Write instead

    Delete the link.
    """
    return Wording("the link leads in a circle, so it is not followed", "delete it")


@check(Severity.ERROR)
def unreadable_name() -> Wording:
    """The name of the file is not valid text.

    ### Why it matters

    A page's address is made from the name of its file, and from this name none can be made. Such
    names come from old archives and from computers with another encoding.

    ### Example

    A file called `josé.md` was unpacked from an old archive, and its é is now a byte that is no
    letter.

    ### Write instead

    Rename the file, with plain letters, digits and hyphens.
    """
    return Wording(
        "the name of the file is not UTF-8, so no page can be named after it",
        "rename it with plain letters, digits and hyphens",
    )


@check(Severity.WARNING)
def not_an_interview_file(ending: str) -> Wording:
    """A file looks like a write-up, but its name does not end in .md, so it is not read.

    ### Why it matters

    Only files that end in `.md` become pages. Whatever you wrote in this one, neither your readers
    nor your grader will see it.

    ### Example

    The write-up was saved as `rosalind-okafor.docx` or as `rosalind-okafor.md.txt`.

    ### Write instead

    Save it as plain text under the name `rosalind-okafor.md`, and delete the other file.
    """
    return Wording(
        f"the file is left out, because its name ends in {ending}",
        "save it as plain text with a name that ends in .md",
    )


@check(Severity.NOTE)
def hidden_file() -> Wording:
    """A file or folder whose name begins with a dot is not read.

    ### Why it matters

    By old custom such names are for the computer's own files, so they are left out. An interview
    with such a name gets no page and no points.

    ### Example

    The write-up was saved as `.rosalind-okafor.md`.

    ### Write instead

    Rename it to `rosalind-okafor.md` if it is an interview; else leave it or delete it.
    """
    return Wording(
        "it is left out, because its name begins with a dot", "rename it if it is an interview"
    )


@check(Severity.ERROR)
def folder_too_large() -> Wording:
    """The folder holds far more files than any portfolio.

    ### Why it matters

    Looking through a whole disk or a whole home folder takes minutes, and finds files that are no
    interviews. So it was given up, and nothing was read.

    ### Example

    You typed `shoptalk check /`, or ran it in a folder with all your projects.

    ### Write instead

    Name the folder of the portfolio, or go there first: the one that holds `interviews/`.
    """
    return Wording(
        f"there are more than {MOST_ENTRIES:,} files and folders in it, so none was read",
        "name the folder of a portfolio, the one that holds interviews/",
    )


class _TooManyEntriesError(Exception):
    """There is more in a folder than is looked at."""


def find_files(path: Path, start: Path) -> tuple[list[FoundFile], list[Finding]]:
    """The interview files at or below a path, and what is wrong with what else is there.

    Paths in findings are relative to `start`.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links)
    place = Place(path=shown_path(str(path), start))
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return [], [no_such_file.at(place)]
    except OSError as error:
        return [], [unreadable_file.at(place, error.strerror or str(error))]
    if stat.S_ISDIR(mode):
        walk = _Walk(start, path.resolve())
        try:
            return list(walk.files(str(path), "", frozenset((walk.root,)))), walk.findings
        except _TooManyEntriesError:
            return [], [folder_too_large.at(place)]
    if not stat.S_ISREG(mode):
        return [], [not_a_file.at(place, _kind(mode))]
    if not _is_text(str(path)):
        return [], [unreadable_name.at(place)]
    return [FoundFile(str(path), path.name.removesuffix(".md"))], []


def shown_path(path: str, start: Path) -> str:
    """A path as findings name it: relative to `start`, with `/`."""
    text, base = path, str(start)
    if text.startswith(base + os.sep):
        text = text[len(base) + 1 :]
    else:
        with contextlib.suppress(ValueError):  # another drive
            text = os.path.relpath(text, base)
    text = text.replace(os.sep, "/")
    return text if text.isascii() else _printable(text)


def _printable(path: str) -> str:
    """A path with `?` for each byte that is no text."""
    return path.encode("utf-8", "replace").decode("utf-8")


@dataclass
class _Walk:
    start: Path
    root: Path
    findings: list[Finding] = field(default_factory=list)
    looked_at: int = 0

    def files(self, folder: str, below: str, ancestors: frozenset[Path]) -> Iterator[FoundFile]:
        place = Place(path=shown_path(folder, self.start))
        if below.count("/") > DEEPEST_FOLDER:
            why = f"folders are nested more than {DEEPEST_FOLDER} deep"
            self.findings.append(unreadable_file.at(place, why))
            return
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.findings.append(unreadable_file.at(place, error.strerror or str(error)))
            return
        self.looked_at += len(entries)
        if self.looked_at > MOST_ENTRIES:
            raise _TooManyEntriesError
        for entry in entries:
            name = entry.name
            is_page = name.endswith(".md")
            if is_page and entry.is_file(follow_symlinks=False) and _is_plain(name):
                yield FoundFile(entry.path, below + name[:-3])
                continue
            here = Place(path=shown_path(entry.path, self.start))
            refusal = _refuse(entry, here, self.root, ancestors)
            if refusal:
                self.findings.append(refusal)
            elif name.startswith((".", *EDITORS_OWN)) or name.casefold() == PRIVATE:
                continue
            elif entry.is_dir():
                if is_page:
                    self.findings.append(folder_named_md.at(here))
                inside = ancestors | {Path(entry.path).resolve()}
                yield from self.files(entry.path, f"{below}{name}/", inside)
            elif is_page:
                yield FoundFile(entry.path, below + name[:-3])
            elif name.lower().endswith((*OTHER_ENDINGS, ".md")):
                ending = name[name.rindex(".") :]
                self.findings.append(not_an_interview_file.at(here, ending))


def _refuse(
    entry: "os.DirEntry[str]",
    here: Place,
    root: Path,
    ancestors: frozenset[Path],
) -> Finding | None:
    """Why an entry of a folder is neither read nor walked into."""
    if entry.name.startswith(EDITORS_OWN):
        return None
    is_page = entry.name.endswith(".md")
    if entry.name.startswith("."):
        return hidden_file.at(here) if is_page else None
    if not _is_text(entry.name):
        return unreadable_name.at(here) if is_page or entry.is_dir() else None
    if entry.is_symlink():
        try:
            target = Path(entry.path).resolve(strict=True)
        except (OSError, RuntimeError) as error:
            return _broken_link(entry, here, error)
        if target in ancestors:
            return link_in_circles.at(here)
        if not target.is_relative_to(root):
            wanted = is_page or target.is_dir()
            return (
                link_outside.at(here, _printable(str(Path(entry.path).readlink())))
                if wanted
                else None
            )
    if is_page and not entry.is_dir() and not entry.is_file():
        return not_a_file.at(here, _kind(entry.stat().st_mode))
    return None


def _broken_link(entry: "os.DirEntry[str]", here: Place, error: Exception) -> Finding:
    number = error.errno if isinstance(error, OSError) else errno.ELOOP  # a RuntimeError to 3.12
    if number == errno.ELOOP:
        return link_in_circles.at(here)
    if number in (errno.ENOENT, errno.ENOTDIR):
        try:
            target = str(Path(entry.path).readlink())
        except OSError:  # it went meanwhile
            target = ""
        return no_such_file.at(here, _printable(target))
    return unreadable_file.at(here, getattr(error, "strerror", "") or str(error))


def _is_plain(name: str) -> bool:
    return not name.startswith((".", *EDITORS_OWN)) and (name.isascii() or _is_text(name))


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _kind(mode: int) -> str:
    kinds = {stat.S_ISFIFO: "a named pipe", stat.S_ISSOCK: "a socket"}
    return next((name for test, name in kinds.items() if test(mode)), "a device")
