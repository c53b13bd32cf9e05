"""What a portfolio is built with, as it is installed now."""

import json
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from shoptalk import __version__
from shoptalk.privacy.sources.version_control import run_git

OWN = "mkdocs-shoptalk"
NAME = re.compile(r"[A-Za-z0-9._-]+")
OF_AN_EXTRA = re.compile(r";.*\bextra\b")
BY_SSH = re.compile(r"(?:ssh://)?git@([^/:]+)[:/](.+)")
CHECKOUT = Path(__file__).resolve().parents[3]
"""The folder that the program runs from, where it was not copied out of one."""
FROM_THIS_FOLDER = "-e . # the program lies here, in plugins/"
FROM_A_FOLDER = f"""\
# TODO: Shoptalk {__version__} was installed from a file or folder of this computer. Write down
# where everybody finds it, and take the # away. For a repository it looks like this:
# {OWN} @ git+https://example.org/shoptalk.git@v{__version__}"""


def pins() -> str:
    """The version of each program that Shoptalk needs, and that those need, on a line each."""
    found = {one.name.lower(): one.version for one in _needed(OWN, {OWN})}
    return "\n".join(f"{name}=={version}" for name, version in sorted(found.items()))


def pin_of_shoptalk(portfolio: Path | None = None) -> str:
    """Where Shoptalk can be installed from, or what to do so that it can."""
    if portfolio and portfolio.resolve() == CHECKOUT:
        return FROM_THIS_FOLDER
    own = _installed(OWN)
    return requirement(own.read_text("direct_url.json") if own else "{}")


def requirement(origin: str | None) -> str:
    """The line for Shoptalk, by what pip noted down about where it was installed from.

    A package of an index has no such note; of one that was made by hand nothing is known.
    """
    if origin is None:
        return f"{OWN}=={__version__}"
    noted = json.loads(origin)
    url = noted.get("url", "")
    if "dir_info" in noted:
        url = published_at(Path(url2pathname(urlsplit(url).path)))
    if not url or urlsplit(url).scheme not in ("https", "git+https"):
        return FROM_A_FOLDER
    version_control = noted.get("vcs_info")
    if version_control:
        url = f"{version_control['vcs']}+{url}@{version_control['commit_id']}"
    return f"{OWN} @ {url}"


def published_at(checkout: Path) -> str:
    """Where others find the commit that a folder holds; empty where it was published nowhere."""
    commit, origin, on_branches = (
        (run_git(checkout, *question) or b"").decode(errors="replace").strip()
        for question in (
            ("rev-parse", "HEAD"),
            ("config", "--get", "remote.origin.url"),
            ("for-each-ref", "--count=1", "--contains=HEAD", "refs/remotes/origin"),
        )
    )
    if not on_branches or not (checkout / ".git").exists():  # a repository around it is another
        return ""
    parts = urlsplit(BY_SSH.sub(r"https://\1/\2", origin))
    host = parts.netloc.rpartition("@")[2]  # what stands before it may be a password
    return f"git+https://{host}{parts.path}@{commit}" if parts.scheme == "https" else ""


def _needed(name: str, seen: set[str]) -> Iterator[Distribution]:
    """What is installed of all that a package needs, once each."""
    package = _installed(name)
    for line in (package and package.requires) or ():
        needed = NAME.match(line)
        if not needed or OF_AN_EXTRA.search(line) or needed[0].lower() in seen:
            continue
        seen.add(needed[0].lower())
        found = _installed(needed[0])
        if found:
            yield found
            yield from _needed(needed[0], seen)


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None
