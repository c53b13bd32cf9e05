"""Links to calls and names by which people are called there, whoever's they are."""

import re
from collections.abc import Iterator

HOSTS = "|".join(
    re.escape(host)
    for host in (
        *("zoom.us", "zoom.com", "zoomgov.com", "meet.google.com", "hangouts.google.com"),
        *("teams.microsoft.com", "teams.live.com", "meet.jit.si", "8x8.vc", "whereby.com"),
        *("webex.com", "skype.com", "facetime.apple.com", "signal.me", "signal.group"),
        *("wa.me", "whatsapp.com", "t.me", "telegram.me", "discord.gg", "discord.com"),
        *("goto.com", "gotomeeting.com", "gotomeet.me", "bluejeans.com", "daily.co"),
        *("chime.aws", "meet.starface.de", "senfcall.de", "bbb.de", "talky.io"),
    )
)
SERVICE = r"(?:skype|telegram|threema|wechat|discord|viber|signal|facetime|whatsapp)"
CALL = re.compile(
    rf"(?:https?://|(?<![\w@./-]))(?:[\w-]+\.)*(?:{HOSTS})/[^\s<>\"']*[^\s<>\"'.,;:!?)\]]"
    r"|(?<!\w)(?:zoommtg|zoomus|msteams|skype|facetime|facetime-audio|sgnl|tg|whatsapp|callto|sip)"
    r":(?=\S)[^\s<>\"')\]]*[^\s<>\"'.,;:!?)\]]"
    rf"|\b{SERVICE}(?: ?(?:id|name|handle|user|username))?\s?[:=]\s{{0,2}}"
    r"(?P<handle>live:[\w.:-]*\w|@\w[\w.-]*\w|[\w-]*[\d._][\w.-]*\w|\w{3,}(?=\s*(?:[.,;)]|\Z|\n)))"
    r"|\b(?:meeting|webinar|conference)[ -]?id:?\s(?P<number>\d[\d -]{7,12}\d)"
    r"|\b(?:pass ?code|access code|meeting password)(?: is|:)?\s(?P<code>\w*\d\w*)",
    re.IGNORECASE,
)
"""A host alone, such as zoom.us, leads to no call; behind a service stands what looks no word."""


def calls_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the links to calls stand in a text, and the names and numbers to dial there."""
    for match in CALL.finditer(text):
        yield match.span(match.lastgroup or 0)
