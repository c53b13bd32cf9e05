"""What to do about a name that stands where no other words can stand."""

import re

from shoptalk.reading.source import Span

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
