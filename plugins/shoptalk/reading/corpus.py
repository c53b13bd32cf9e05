"""The folder of interviews: the only place of this room that touches the disk."""

import datetime
import errno
import os
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.reading.decoding import LARGEST_FILE, decode, file_too_large
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.reading.source import Source

OTHER_ENDINGS = (".markdown", ".mdown", ".mkd", ".md.txt", ".txt", ".docx", ".doc", ".odt", ".rtf")
EDITORS_OWN = (".#", "._", ".~", "~$")
"""How the files begin that editors and file managers leave beside the ones they save."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """What came of one file."""

    path: Path
    """Where it is on disk."""
    address: str
    """Its place below `interviews/`, without `.md`: `2026/ada` for `2026/ada.md`."""
    source: Source | None
    """None where its bytes are no text."""
    interview: Interview | None
    """None where it cannot be read as one."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All interviews of a portfolio, in the order of their addresses."""

    files: tuple[ReadFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What is wrong with the folder rather than within a file."""

    @property
    def interviews(self) -> tuple[Interview, ...]:
        """Those that could be read, drafts included."""
        return tuple(file.interview for file in self.files if file.interview)


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
def no_such_file() -> Wording:
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


@check(Severity.ERROR)
def same_address(other: str, address: str) -> Wording:
    """Two files would become the same page, and one of them would be lost.

    ### Why it matters

    A page gets its address from the name of its file, and two names can give one address. MkDocs
    writes one page over the other, and one conversation is gone.

    ### Example

    `interviews/rosalind.md` and `interviews/rosalind/index.md` both become `interviews/rosalind/`.

    ### Write instead

    Rename one of the two, for instance to `rosalind-2027.md`. Names that differ only in capital
    letters do not count as different.
    """
    return Wording(
        f"this file and {shown(other, 80)} would both become the page {shown(address, 80)}",
        "rename one of them",
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


def read_corpus(
    paths: Iterable[Path],
    today: datetime.date,
    *,
    start: Path | None = None,
    read: "Callable[[Path, str, str, datetime.date], ReadFile] | None" = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Corpus:
    """Read files and folders of interviews.

    Paths in findings are relative to `start` (else the working directory). `read` may stand in
    for `read_file`, for a caller that keeps what did not change.
    """
    start = (start or Path.cwd()).resolve()
    findings: list[Finding] = []
    found: list[tuple[Path, str]] = []
    for path in paths:
        found += _find(path, start, findings)
    found.sort(key=lambda file: file[1])
    read = read or read_file
    files = []
    for number, (path, address) in enumerate(found):
        progress(number, len(found))
        files.append(read(path, address, shown_path(path, start), today))
    findings += _check_addresses(files)
    return Corpus(files=tuple(files), findings=tuple(findings))


def read_file(path: Path, address: str, name: str, today: datetime.date) -> ReadFile:
    """Read one interview; `name` is its path in findings."""
    source, findings = _read_source(path, name)
    interview = None
    if source:
        interview, more = parse_interview(source, today)
        findings = findings + more
    return ReadFile(
        path=path,
        address=address,
        source=source,
        interview=interview,
        findings=tuple(findings),
    )


def _read_source(path: Path, name: str) -> tuple[Source | None, list[Finding]]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (half the time of Path.open)
            data = file.read(LARGEST_FILE + 1)
            if len(data) > LARGEST_FILE:
                size = max(os.fstat(file.fileno()).st_size, len(data))
                return None, [file_too_large.at(Place(path=name), size)]
    except OSError as error:
        return None, [unreadable_file.at(Place(path=name), error.strerror or str(error))]
    return decode(name, data)


def shown_path(path: Path, start: Path) -> str:
    """A path as findings name it: relative to `start`, with `/`."""
    text = os.fspath(path)
    base = os.fspath(start)
    if text.startswith(base + os.sep):
        text = text[len(base) + 1 :]
    else:
        try:
            text = os.path.relpath(text, base)
        except ValueError:
            pass
    text = text.replace(os.sep, "/")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _find(path: Path, start: Path, findings: list[Finding]) -> list[tuple[Path, str]]:
    """The interview files at or below a path, each with its address."""
    path = Path(os.path.abspath(path))
    place = Place(path=shown_path(path, start))
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        findings.append(no_such_file.at(place))
        return []
    except OSError as error:
        findings.append(unreadable_file.at(place, error.strerror or str(error)))
        return []
    if stat.S_ISDIR(mode):
        root = path.resolve()
        return list(_walk(path, PurePosixPath(), root, frozenset((root,)), start, findings))
    if not stat.S_ISREG(mode):
        findings.append(not_a_file.at(place, _kind(mode)))
        return []
    return [(path, _address(PurePosixPath(path.name)))]


def _walk(
    folder: Path,
    below: PurePosixPath,
    root: Path,
    ancestors: frozenset[Path],
    start: Path,
    findings: list[Finding],
) -> Iterator[tuple[Path, str]]:
    place = Place(path=shown_path(folder, start))
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        findings.append(unreadable_file.at(place, error.strerror or str(error)))
        return
    for entry in entries:
        name, path = entry.name, folder / entry.name
        if entry.is_file(follow_symlinks=False) and name.endswith(".md") and name[0] != ".":
            if name.isascii() or _is_text(name):
                yield path, _address(below / name)
                continue
        here = Place(path=shown_path(path, start))
        refusal = _refuse(entry, path, here, root, ancestors)
        if refusal:
            findings.append(refusal)
        elif _is_own(name):
            continue
        elif entry.is_dir():
            if name.endswith(".md"):
                findings.append(folder_named_md.at(here))
            inside = ancestors | {path.resolve()}
            yield from _walk(path, below / name, root, inside, start, findings)
        elif name.endswith(".md"):
            yield path, _address(below / name)
        elif name.lower().endswith((*OTHER_ENDINGS, ".md")):
            findings.append(not_an_interview_file.at(here, name[name.rindex(".") :]))


def _refuse(
    entry: "os.DirEntry[str]",
    path: Path,
    here: Place,
    root: Path,
    ancestors: frozenset[Path],
) -> Finding | None:
    """Why an entry of a folder is neither read nor walked into."""
    if _is_own(entry.name):
        return None
    is_page = entry.name.endswith(".md")
    if entry.name.startswith("."):
        return hidden_file.at(here) if is_page else None
    if not _is_text(entry.name):
        return unreadable_name.at(here) if is_page else None
    if entry.is_symlink():
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError) as error:
            circle = isinstance(error, RuntimeError) or getattr(error, "errno", 0) == errno.ELOOP
            return link_in_circles.at(here) if circle else no_such_file.at(here)
        if target in ancestors:
            return link_in_circles.at(here)
        if not target.is_relative_to(root):
            wanted = is_page or target.is_dir()
            return link_outside.at(here, os.readlink(path)) if wanted else None
    if is_page and not entry.is_dir() and not entry.is_file():
        return not_a_file.at(here, _kind(entry.stat().st_mode))
    return None


def _is_own(name: str) -> bool:
    """Whether a file belongs to an editor or to version control, not to the author."""
    return name.startswith(EDITORS_OWN) or name == ".git"


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _kind(mode: int) -> str:
    kinds = {stat.S_ISFIFO: "a named pipe", stat.S_ISSOCK: "a socket"}
    return next((name for test, name in kinds.items() if test(mode)), "a device")


def _address(path: PurePosixPath) -> str:
    return path.as_posix().removesuffix(".md")


def _page_of(address: str) -> str:
    """What tells the pages of two addresses apart, also where letters' case does not count."""
    folder, _, name = address.rpartition("/")
    page = folder if name.lower() in ("index", "readme") else address
    return unicodedata.normalize("NFC", page).casefold()


def _check_addresses(files: list[ReadFile]) -> Iterator[Finding]:
    """Files that would become one page; `interviews/` itself is the page of all of them."""
    taken: dict[str, ReadFile] = {}
    for file in files:
        page = _page_of(file.address)
        first = taken.setdefault(page, file)
        name = file.source.path if file.source else file.path.name
        if not page:
            yield same_address.at(Place(path=name), "the list of all interviews", "interviews/")
        elif first is not file:
            other = first.source.path if first.source else first.path.name
            yield same_address.at(Place(path=name), other, f"interviews/{page}/")
