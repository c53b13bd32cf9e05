"""Times of day as people write them."""

import re

TIME = re.compile(
    r"(?P<hour>\d\d?)(?:(?:[:.]|h ?)(?P<minute>\d\d))? ?"
    r"(?:(?P<half>[ap])\.?m\.?|(?P<sign>h|hrs?|uhr|o'clock))?",
    re.IGNORECASE,
)
WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def time_meant(text: str) -> str:
    """A time of day as HH:MM; empty where it may be another, such as `5:30`, or is none."""
    written = re.sub(r"^(?:at|um)\s+", "", text.strip(" ,T"), flags=re.IGNORECASE)
    match = TIME.fullmatch(written)
    if match is None:
        return WORDS.get(written.lower(), "")
    hour, minute, half = (
        int(match["hour"]),
        int(match["minute"] or 0),
        (match["half"] or "").lower(),
    )
    if half:
        is_sure = 1 <= hour <= 12
        hour = hour % 12 + (12 if half == "p" else 0)
    else:
        is_sure = bool(match["minute"] or match["sign"]) and (hour > 12 or len(match["hour"]) == 2)
    return f"{hour:02}:{minute:02}" if is_sure and hour < 24 and minute < 60 else ""
