"""What to do about what tells who somebody is, by what it is and where it stands."""

import re

from shoptalk.findings.finding import shown
from shoptalk.privacy.private_values import Kind
from shoptalk.reading.source import Span

TO_ALLOW = "take it out, or put it into `allow` of the plugin in mkdocs.yml if it may be shown"
OWN_ORGANIZATION = "write 'the organization' there, or what kind of place it is"
ORGANIZATION = (
    "write 'the organization' there, or put it into `allow` of the plugin in mkdocs.yml if it may "
    "be named"
)
SOMEBODY_ELSE = (
    "write what the person does, or put the name into `allow` of the plugin in mkdocs.yml if they "
    "agree"
)
ON_THE_WEB = "take the link out"
IN_A_FOLDER = "rename the file and its links"
WAY = re.compile(
    r"\b(?:https?|ftps?)://[^\s<>\"')\]]+"
    r"|(?<=\]\()[^\s()<>#][^\s()<>]*|(?<=\]\(<)[^<>\n]+"
    r"|\b(?:src|href)=[\"'][^\"'\n#][^\"'\n]*"
    r"|[^\s()<>\[\]\"'#]+\.(?:png|jpe?g|gif|webp|avif|svg|heic|pdf|md)\b",
    re.IGNORECASE,
)
"""Where something lies: an address on the web, the target of a link, the path of a file."""


def help_for_address(text: str, seen: Span) -> str:
    """What to do about a name in an address; empty where it stands in no address."""
    start = text.rfind("\n", 0, seen.start) + 1
    end = text.find("\n", seen.end)
    ways = WAY.finditer(text, start, len(text) if end < 0 else end)
    way = next((one for one in ways if one.start() < seen.end and seen.start < one.end()), None)
    if way is None:
        return ""
    return ON_THE_WEB if "://" in way[0] else IN_A_FOLDER


def help_for_text(kind: Kind, alias: str, *, is_own: bool) -> str:
    """What to write instead; `is_own` where the text is about the person."""
    if kind == "contact":
        return TO_ALLOW
    if kind == "link":
        return ON_THE_WEB
    if kind in ("asked", "referral"):
        return SOMEBODY_ELSE
    if kind == "organization":
        return OWN_ORGANIZATION if is_own else ORGANIZATION
    return f"write {shown(alias)} or a pronoun there" if alias else "write a pronoun there"
