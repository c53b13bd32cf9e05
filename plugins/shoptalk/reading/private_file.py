"""What `private/` holds of an interview, so that a public repository need not hold it.

`private/2026/ada.yml` belongs to `interviews/2026/ada.md`: the folders lie beside each other, and
the addresses in them are the same.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence, Set
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.reading.decoding import LARGEST_FILE
from shoptalk.reading.field_faults import wrong_type
from shoptalk.reading.fields import Fields
from shoptalk.reading.folder import (
    EDITORS_OWN,
    OUTREACH,
    PRIVATE,
    FoundFile,
    shown_path,
    unreadable_file,
)
from shoptalk.reading.nodes import Mapping, Scalar
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.source import Source, Span
from shoptalk.reading.source_file import read_source
from shoptalk.reading.web_address import web_address

INTERVIEWS = "interviews"
ENDING = ".yml"
OTHER_ENDING = ".yaml"
NOT_A_FILE = "it is not an ordinary file"
OVERLAID = ("name", "organization", "title", "link", "research")
"""The fields of an interview whose place these take."""

NAMED = re.compile(rb"^[\"']?name[\"']?[ \t]*:[ \t]*[^\s#]", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Private:
    """What only the author's own computer knows of an interview; empty where it says nothing."""

    source: Source = field(repr=False)
    keys: Mapping = field(repr=False)
    name: str = ""
    """The person's name, whole."""
    organization: str = ""
    """Where the person works."""
    title: str = ""
    """The person's job title."""
    link: str = ""
    """A page of the person's own."""
    research: str = ""
    """The student's preparation."""
    contact: tuple[str, ...] = ()
    """How to reach the person: mail addresses and telephone numbers."""
    notes: str = ""
    """What nobody else is to read."""

    def gives(self, path: str) -> bool:
        """Whether a field of the interview comes from here."""
        return path in OVERLAID and bool(getattr(self, path))

    def place(self, key: str) -> Place:
        """Where a value stands, or the first line."""
        node = self.keys.get(key)
        span = Span(node.start, max(node.end, node.start + 1)) if node else Span(0, 1)
        return self.source.place(span)


KEYS = frozenset((*OVERLAID, "contact", "notes"))


class Overlay(NamedTuple):
    """Where the private file of an interview is, or would be."""

    folder: str
    """The folder `private/` of the portfolio."""
    path: str


class Stray(NamedTuple):
    """What a private file says that belongs to no interview: nobody knows who agreed to it."""

    private: Private
    person: str
    """The address of the interview that it seems to belong to; empty where none does."""


@check(Severity.WARNING)
def private_file_of_no_interview(address: str, meant: str) -> Wording:
    """A file in private/ belongs to no interview.

    ### Why it matters

    What a private file holds takes its place in the interview with the same address:
    `private/2026/ada.yml` in `interviews/2026/ada.md`. Where there is none, mostly after one of the
    two was renamed, the interview goes without the name. Texts and sites are still searched for it.

    ### Example

    The interview was renamed to `interviews/a-nurse.md`, and there is still `private/nurse.yml`.

    ### Write instead

    Rename the file to `private/a-nurse.yml`. Delete it only if the person is in no text any more.
    """
    help = (
        f"rename it to {PRIVATE}/{meant}{ENDING}"
        if meant
        else "give it the name of the person's interview, or delete it if nothing names the person"
    )
    return Wording(f"there is no interview {shown(address, 80)} that this belongs to", help)


@check(Severity.ERROR)
def misplaced_private_file(right_place: str) -> Wording:
    """A private file lies in a folder that is not the one for private files.

    ### Why it matters

    Only `private/` beside `interviews/` is read, and Git is told to leave that folder out. In a
    folder `Private/`, or in one inside of `interviews/`, a file is not read, so nobody looks for
    the name in it; and Git may take it into the repository, for everybody to read.

    ### Example

    `interviews/a-nurse.md` has no name, and there is a file `Private/a-nurse.yml` with it.

    ### Write instead

    Move the file to `private/a-nurse.yml`. If Git has it already, run `git rm --cached` on the old
    path; what was once in a public repository cannot be called back.
    """
    return Wording(
        "this file lies in the wrong folder: it is not read, and Git may take it along",
        f"move it to {right_place}",
    )


def overlay_of(path: str, address: str) -> Overlay:
    """Where `private/` has something of the interview at a path, if it does."""
    whole = path.removesuffix(".md").replace(os.sep, "/")
    portfolio, _, root = whole.removesuffix(f"/{address}").rpartition("/")
    below = address
    if root != INTERVIEWS and f"/{INTERVIEWS}/" in whole:  # named by itself, or by its folder
        portfolio, _, below = whole.rpartition(f"/{INTERVIEWS}/")
    folder = f"{portfolio}/{PRIVATE}"
    return Overlay(folder, f"{folder}/{below}{ENDING}")


def private_name(name: str) -> str:
    """The private file of an interview, given how findings name the interview."""
    before, inside, below = name.removesuffix(".md").rpartition(f"{INTERVIEWS}/")
    return f"{before}{PRIVATE}/{below}{ENDING}" if inside else f"{PRIVATE}/{below}{ENDING}"


def read_overlay(overlay: Overlay, path: str, name: str) -> tuple[Private | None, list[Finding]]:
    """What `private/` has of the interview at a path; `name` is its path in findings.

    None without findings where there is no such file.
    """
    try:
        mode = os.stat(overlay.path).st_mode  # noqa: PTH116 (made for every interview)
    except (FileNotFoundError, NotADirectoryError):
        return None, []
    except OSError as error:
        place = Place(path=_shown_beside(overlay.path, path, name))
        return None, [unreadable_file.at(place, error.strerror or str(error))]
    own_name = _shown_beside(overlay.path, path, name)
    if not stat.S_ISREG(mode):
        return None, [unreadable_file.at(Place(path=own_name), NOT_A_FILE)]
    source, findings = read_source(overlay.path, own_name)
    if source is None:
        return None, findings
    private, more = parse_private(source)
    return private, [*findings, *more]


def parse_private(source: Source) -> tuple[Private | None, list[Finding]]:
    """What a private file says, or None where it cannot be read as one."""
    mapping, findings = read_nodes(source, Span(0, len(source.text)))
    if mapping is None:
        return None, findings
    fields = Fields(source, mapping, findings)
    fields.check_keys(KEYS)
    if "#" in source.text:
        fields.check_comments()
    private = Private(
        source=source,
        keys=mapping,
        name=fields.text("name"),
        organization=fields.text("organization"),
        title=fields.text("title"),
        link=web_address(fields, "link"),
        research=fields.text("research"),
        contact=_contact(fields),
        notes=fields.text("notes"),
    )
    return private, findings


def read_strays(
    folder: Path, files: Iterable[FoundFile], start: Path
) -> tuple[list[Stray], list[Finding]]:
    """The files of `private/` that belong to none of some interviews.

    Paths in findings are relative to `start`.
    """
    known = {file.address: file.path for file in files}
    strays, taken = [], set[str]()
    for path in private_files(folder):
        address, ending = os.path.splitext(path.relative_to(folder).as_posix())  # noqa: PTH122
        if address in known and ending == ENDING:
            taken.add(address)
        else:
            strays.append((path, address, ending))
    if not strays:
        return [], []
    nameless = _nameless({one: known[one] for one in known.keys() - taken})
    read, findings = [], []
    for path, address, ending in strays:
        meant = _meant(address, nameless, known.keys() - taken)
        name = shown_path(str(path), start)
        findings.append(
            private_file_of_no_interview.at(Place(path=name), f"{address}{ending}", meant)
        )
        private = _read_private(path, name)
        if private:
            read.append(Stray(private, meant))
    return read, findings


def misplaced_files(interviews: Path, start: Path) -> Iterator[Finding]:
    """Files that lie in a folder called almost as `private/`, or in one inside of the interviews.

    Paths in findings are relative to `start`.
    """
    right = interviews.parent / PRIVATE
    for folder, below in _wrong_folders(interviews, right):
        for path in private_files(folder):
            right_place = shown_path(str(right / below / path.relative_to(folder)), start)
            yield misplaced_private_file.at(Place(path=shown_path(str(path), start)), right_place)


def _wrong_folders(interviews: Path, right: Path) -> Iterator[tuple[Path, Path]]:
    """Folders of misplaced files, each with the folder of `private/` that they belong in."""
    _, beside, _ = next(os.walk(interviews.parent), ("", [], []))
    for name in sorted(filter(_is_called_private, beside)):
        folder = right.with_name(name)
        if not (right.is_dir() and folder.samefile(right)):  # capitals may not count here
            yield folder, Path()
    for path, folders, _ in os.walk(interviews):
        wrong = sorted(filter(_is_called_private, folders))
        folders[:] = [name for name in folders if name not in wrong]
        for name in wrong:
            yield Path(path, name), Path(path).relative_to(interviews)


def _is_called_private(name: str) -> bool:
    return name.casefold() == PRIVATE


def _nameless(paths: Lookup[str, str]) -> list[str]:
    """The addresses of interviews that do not say who it was, given their paths."""
    return sorted(address for address, path in paths.items() if not _gives_name(Path(path)))


def _gives_name(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(NAMED.search(file.read(LARGEST_FILE)))
    except OSError:
        return True


def _meant(address: str, nameless: Sequence[str], free: Set[str]) -> str:
    """The interview that a private file with an address seems to belong to, if one does."""
    if address in free:
        return address
    if len(nameless) == 1:
        return nameless[0]
    return next(iter(get_close_matches(address, nameless, 1, 0.5)), "")


def _read_private(path: Path, name: str) -> Private | None:
    if not path.is_file():
        return None
    source, _ = read_source(str(path), name)
    return parse_private(source)[0] if source else None


def private_files(folder: Path) -> Iterator[Path]:
    """The files of `private/` that are written like those of interviews, in order."""
    for path, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            is_of_outreach = name == OUTREACH and Path(path) == folder
            is_hidden = name.startswith((".", *EDITORS_OWN))
            if name.endswith((ENDING, OTHER_ENDING)) and not (is_of_outreach or is_hidden):
                yield Path(path, name)


def _contact(fields: Fields) -> tuple[str, ...]:
    entry = fields.values.get("contact")
    if entry is None:
        return ()
    if isinstance(entry.value, Scalar):
        text = fields.text("contact")
        return (text,) if text else ()
    if isinstance(entry.value, Mapping):
        wanted = "a text or a list"
        fields.report(wrong_type, entry.value, "contact", wanted, "keys with values", ())
        return ()
    return fields.texts("contact")


def _shown_beside(path: str, other: str, name: str) -> str:
    """A path as findings name it, given how they name another."""
    way = os.path.relpath(path, os.path.dirname(other)).replace(os.sep, "/")  # noqa: PTH120
    folder = name.rpartition("/")[0]
    return os.path.normpath(f"{folder}/{way}" if folder else way).replace(os.sep, "/")
