"""Names of files that Windows cannot have, though other systems can."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.reading.folder import FoundFile, shown_path

DEVICE_NAMES = "con|prn|aux|nul|(?:com|lpt)[0-9¹²³]"
DEVICE = re.compile(rf"(?:{DEVICE_NAMES})\Z", re.IGNORECASE)
"""What Windows takes for a device, whatever the ending."""

NOT_IN_WINDOWS = re.compile(
    rf'(?:^|/)(?P<device>{DEVICE_NAMES})(?=[./]|$)|(?P<sign>[<>:"|?*\\])|(?P<end>[. ])/',
    re.IGNORECASE,
)


@check(Severity.WARNING)
def name_not_for_windows(why: str) -> Wording:
    """The name of the file or of its folder is none that Windows can have.

    ### Why it matters

    Whoever uses Windows cannot get your repository: Git stops at this file, and all others are
    missing, too. That may be your instructor.

    ### Example

    The write-up was saved as `con.md`, the name of a device, or as `Ada: second talk.md`.

    ### Write instead

    Rename it, with small letters, digits and hyphens: `ada-second-talk.md`.
    """
    return Wording(
        f"Windows can have no file of that name: {why}",
        "rename it with letters, digits and hyphens",
    )


def check_names(files: Iterable[FoundFile], start: Path) -> Iterator[Finding]:
    """The files that could not be copied to Windows; paths are relative to `start`."""
    for file in files:
        found = NOT_IN_WINDOWS.search(file.address)
        if found:
            place = Place(path=shown_path(file.path, start))
            yield name_not_for_windows.at(place, _why(found))


def _why(found: re.Match[str]) -> str:
    if found["device"]:
        return f"{shown(found['device'])} is a device there"
    if found["sign"]:
        return f"there is a {found['sign']} in it"
    return f"a folder's name ends in {'a blank' if found['end'] == ' ' else 'a dot'}"
