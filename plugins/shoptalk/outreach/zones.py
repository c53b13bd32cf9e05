"""Time zones by their names, and those that a name may be a slip for."""

from difflib import get_close_matches
from zoneinfo import ZoneInfo, available_timezones

ALIKE = 0.6
MOST_NEAR = 3


def is_zone(name: str) -> bool:
    """Whether this computer knows a time zone by that name."""
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # ZoneInfoNotFoundError, and folders of zones
        return False
    return True


def near_zones(name: str) -> list[str]:
    """The zones that a name, or the name of a city, is most likely a slip for.

    A whole region, such as Asia, is a slip for none of its zones.
    """
    meant = name.replace(" ", "_")
    zones = sorted(available_timezones())
    if any(zone.startswith(f"{meant}/") for zone in zones):
        return []
    near = get_close_matches(meant, zones, MOST_NEAR, ALIKE)
    of_city = {zone.rpartition("/")[2]: zone for zone in zones if "/" in zone}
    cities = get_close_matches(meant.rpartition("/")[2], list(of_city), MOST_NEAR, 0.8)
    return list(dict.fromkeys([*near, *(of_city[city] for city in cities)]))[:MOST_NEAR]
