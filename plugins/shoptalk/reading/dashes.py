"""List items whose dash was forgotten, or has no space behind it, in lines the parser refuses.

Only what begins an item of a rubric is looked for: names of checks, and the keys `id` and `label`.
In an interview none of these is a key, so a line of one is never taken for one.
"""

import re

from shoptalk.reading.keys import ITEM_KEYS, KEYS
from shoptalk.reading.line import Line
from shoptalk.reading.line_repair import Repair
from shoptalk.reading.yaml_faults import list_without_key, missing_dash, no_space_after_dash

FARTHEST_ABOVE = 50
"""Lines to look back for the list that an item belongs to."""

CHECK = r"(?!x-)[a-z]+(?:-[a-z]+)+"
"""What the name of a check looks like."""

FIRST_CRITERION = re.compile(r"( *)- +\{?id:\s.*")
KEY_OF_FILE = re.compile(r"(?:title|description|version|language|pass_mark|extends):[ \t]+\S.*")
BEGINS_ITEM = re.compile(
    rf"(?P<indent> *)(?:(?P<name>{CHECK})(?P<options>:(?=\s*(?:$|[{{\[])).*)?"
    r"|(?P<key>id|label):\s+\S.*)\s*"
)
DASH_WITHOUT_SPACE = re.compile(rf"( *)-((?:{CHECK}(?::(?:\s.*)?)?|(?:id|label):\s.*))")
ITEM = re.compile(r"( *)-(?: |$)")
ITEM_OF_CHECK = re.compile(rf" *- +{CHECK}(?::(?:\s.*)?)?\s*")


def criteria_without_key(line: Line, lines: list[str]) -> Repair | None:
    """The first criterion of a list, right below a key that has a value of its own."""
    match = FIRST_CRITERION.fullmatch(line.text)
    above = next((one for one in reversed(lines[: line.number]) if one.strip()), "")
    if not match or not KEY_OF_FILE.fullmatch(above):
        return None
    corrected = ("criteria:", line.text)
    text = line.text.strip()
    return Repair(list_without_key, line.number, len(match[1]), len(text), corrected, ("criteria",))


def no_space_after_dash_here(line: Line, lines: list[str]) -> Repair | None:
    """An item without a space behind its dash, in a line or the one above it."""
    for number in (line.number, line.number - 1):
        match = DASH_WITHOUT_SPACE.fullmatch(lines[number]) if number >= 0 else None
        if match:
            column = len(match[1])
            corrected = (f"{match[1]}- {match[2]}",)
            return Repair(no_space_after_dash, number, column, 1, corrected)
    return None


def missing_dash_here(line: Line, lines: list[str]) -> Repair | None:
    """An item without a dash, in a line or the one above it."""
    for number in (line.number, line.number - 1):
        match = BEGINS_ITEM.fullmatch(lines[number]) if number >= 0 else None
        if match and (match["name"] or match["key"]) not in KEYS | ITEM_KEYS:
            column = _column_of_dash(number, match, lines)
            if column is not None:
                return _with_dash(number, match, column, lines)
    return None


def _column_of_dash(number: int, match: re.Match[str], lines: list[str]) -> int | None:
    """Where the dash belongs: below the one of the item above, or above the one of the next."""
    indent = len(match["indent"])
    is_bare = bool(match["name"]) and not match["options"]
    following = lines[number + 1] if number + 1 < len(lines) else ""
    for above in reversed(lines[max(number - FARTHEST_ABOVE, 0) : number]):
        item = ITEM.match(above)
        if item and len(item[1]) <= indent:
            is_near = indent <= len(item[1]) + 2 or bool(match["name"])
            is_like_it = ITEM_OF_CHECK.fullmatch(above) if is_bare else True
            return len(item[1]) if is_near and is_like_it else None
        if above.strip() and len(above) - len(above.lstrip(" ")) < indent:
            break
    begins_list = number > 0 and lines[number - 1].rstrip().endswith(":")
    next_item = ITEM.match(following)
    if begins_list and next_item and len(next_item[1]) == indent:
        return indent if not is_bare or ITEM_OF_CHECK.fullmatch(following) else None
    is_first_of_keys = match["key"] and re.match(rf" {{{indent + 1},}}[a-z_]+:", following)
    return indent if begins_list and is_first_of_keys else None


def _with_dash(number: int, match: re.Match[str], column: int, lines: list[str]) -> Repair:
    """The item with its dash; the lines that belong to it keep their distance to its text."""
    indent = len(match["indent"])
    text = lines[number].strip()
    below = _lines_below(number, indent, lines, with_siblings=bool(match["key"]))
    nearest = min((len(one) - len(one.lstrip(" ")) for one in below if one.strip()), default=0)
    wanted = column + (2 if match["key"] else 4)
    shift = " " * max(wanted - nearest, 0)
    corrected = (f"{' ' * column}- {text}", *(shift + one for one in below if shift))
    name = match["name"] or text
    return Repair(
        missing_dash, number, indent, len(text), corrected, (name,), replaced=len(corrected)
    )


def _lines_below(number: int, indent: int, lines: list[str], *, with_siblings: bool) -> list[str]:
    """The lines that belong to an item: all that are indented further, or keys beside its first."""
    found = []
    for one in lines[number + 1 :]:
        own = len(one) - len(one.lstrip(" "))
        is_sibling = with_siblings and own == indent and not ITEM.match(one)
        if not one.strip() or (own <= indent and not is_sibling):
            break
        if is_sibling and re.match(r" *(?:id|label):", one):
            break
        found.append(one)
    return found
