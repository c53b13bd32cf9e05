"""What is wrong with a line that the parser refuses, and the lines that should stand there instead.

Each recognizer knows one fault. What it proposes is only tried: `repair` keeps what helps.
"""

import re
from collections.abc import Callable
from typing import Any

from shoptalk.findings.check import Check
from shoptalk.reading.braces import colon_in_braces, left_open, without_comma
from shoptalk.reading.dashes import (
    criteria_without_key,
    missing_dash_here,
    no_space_after_dash_here,
)
from shoptalk.reading.keys import ITEM_KEYS, KEYS, LISTS, REQUEST_KEYS
from shoptalk.reading.line import CLOSED_QUOTE, Line, closed, quoted, quoted_lines, take_apart
from shoptalk.reading.line_repair import Repair
from shoptalk.reading.yaml_faults import (
    colon_in_value,
    comment_cuts_value,
    invalid_escape,
    missing_colon,
    no_break_space,
    no_space_after_colon,
    no_space_after_dash,
    not_a_mapping,
    reserved_start,
    text_after_block_sign,
    text_after_bracket,
    text_after_quote,
    trailing_comma,
    two_keys_on_one_line,
    unclosed_bracket,
    unclosed_quote,
    unindented_text,
    wrong_indentation,
    wrong_list_sign,
)

KNOWN = "|".join(sorted(KEYS | ITEM_KEYS, key=len, reverse=True))
NO_BREAK = "\u00a0\u2007\u202f\u3000"
SECOND_KEY = re.compile(
    # "My path: college or work?" is a text; what `path` says is a list.
    r"(?P<first>.*?(?:[.?!,;\"')\]]|\S))[ \t]+"
    rf"(?P<second>(?!path:[ \t]+[^\[])(?:{KNOWN}):[ \t]+\S.*)"
    r"|(?P<first_>.*?[.?!,;])[ \t]+(?P<second_>[a-z_]+:[ \t]+\S.*)"
)
NEW_ENTRY = re.compile(rf"[ \t]*(?:- |(?:{KNOWN})[ \t]*:(?:\s|$))")
COLON = re.compile(r":(?:\s|$)")
GOES_ON = re.compile(rf"[ \t]+(?!- |#|(?:{KNOWN})[ \t]*:(?:\s|$))\S")
FARTHEST_ABOVE = 50
"""Lines to look back for the ones that a line belongs with."""

CUT_ITEM = re.compile(r"[\[{,:][ \t]*([^\[\]{},:\"'#]*[^\[\]{},:\"'#\s][ \t]+(#[^\[\]{},]*))")
BAD_ESCAPE = re.compile(
    r"\\u[dD][89a-fA-F][\da-fA-F]{2}|\\[^0abtnvfre \"/\\N_LPxuU\t]"
    r"|\\(?:x(?![\da-fA-F]{2})|u(?![\da-fA-F]{4})|U(?![\da-fA-F]{8}))"
)
EMPHASIS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1")
ELISION = re.compile(r"'(?:\d|(?:twas|tis|em|til|cause|bout|n)\b)", re.IGNORECASE)


def _whole_value(line: Line, fault: Check[Any], *measured: str, width: int = 1) -> Repair:
    corrected = (line.with_value(quoted(line.value)),)
    return Repair(fault, line.number, line.column, width, corrected, measured)


def _no_break_space(line: Line, lines: list[str]) -> Repair | None:
    match = re.match(
        rf"([ \t]*(?:-[ \t]+)*(?:[\w-]+:)?)([ \t]*[{NO_BREAK}][ \t{NO_BREAK}]*)(.*)", line.text
    )
    if not match:
        return None
    before, gap, rest = match.groups()
    space = " " if before.strip() else " " * len(gap)
    column = match.start(2) + len(gap) - len(gap.lstrip(" \t"))
    return Repair(no_break_space, line.number, column, 1, (before + space + rest,))


def _invalid_escape(line: Line, lines: list[str]) -> Repair | None:
    bad = BAD_ESCAPE.search(line.value)
    if not (line.value.startswith('"') and bad):
        return None
    pair = re.compile(r"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}")
    mended = pair.sub(
        lambda two: bytes.fromhex(two.group().replace("\\u", "")).decode("utf-16-be"), line.value
    )
    if mended == line.value:
        inner = line.value.strip('"').replace('\\"', '"')
        mended = f"'{inner}'" if "'" not in inner else quoted(inner)
    column = line.column + bad.start()
    escape = bad.group()
    corrected = (line.with_value(mended),)
    return Repair(invalid_escape, line.number, column, len(escape), corrected, (escape,))


def _trailing_comma(line: Line, lines: list[str]) -> Repair | None:
    if not (line.key and re.search(r"[\"'\]}\w],$", line.value)):
        return None
    corrected = (line.with_value(line.value[:-1]),)
    column = line.column + len(line.value) - 1
    return Repair(trailing_comma, line.number, column, 1, corrected)


def _quotes(line: Line, lines: list[str]) -> Repair | None:
    quote = line.value[:1]
    if quote not in ("'", '"') or not quote:
        return None
    ended = CLOSED_QUOTE.match(line.value)
    if ended:
        rest = line.value[ended.end() :]
        if not rest.strip() or re.match(r"\s+#|\s*[,\]}:]", rest):
            return None
        at = line.column + ended.end() - 1
        corrected = (line.with_value(quoted(_unnested(line.value, ended.group(), rest))),)
        return Repair(text_after_quote, line.number, at, 1, corrected, (quote,))
    if ELISION.match(line.value):
        return _whole_value(line, unclosed_quote, quote)
    corrected = (line.with_value(closed(line.value, quote)),)
    following = lines[line.number + 1] if line.number + 1 < len(lines) else ""
    certain = bool(NEW_ENTRY.match(following))
    return Repair(unclosed_quote, line.number, line.column, 1, corrected, (quote,), certain=certain)


def _unnested(value: str, closed: str, rest: str) -> str:
    """The text of a quoted value that holds such quotes itself, or an apostrophe."""
    quote, inside = value[0], closed[1:-1]
    if rest[0].isalnum() or not inside.strip() or inside[-1].isspace():
        value = value[1:-1] if rest.endswith(quote) else value[1:]
        return value.replace('\\"', '"') if quote == '"' else value.replace("''", "'")
    return value


def _brackets(line: Line, lines: list[str]) -> Repair | None:
    bracket = line.value[:1]
    if bracket not in ("[", "{") or not bracket:
        return None
    closing = "]" if bracket == "[" else "}"
    at = line.value.find(closing)
    if at < 0:
        corrected = (line.with_value(line.value.rstrip(",") + closing),)
        return Repair(unclosed_bracket, line.number, line.column, 1, corrected, (bracket,))
    cut = CUT_ITEM.search(line.value)
    if cut and cut.end() <= at + 1:
        mended = line.value[: cut.start(1)] + quoted(cut[1]) + line.value[cut.end(1) :]
        column = line.column + cut.start(2)
        corrected = (line.with_value(mended),)
        return Repair(comment_cuts_value, line.number, column, len(cut[2]), corrected, (cut[2],))
    if re.fullmatch(r"\s*(?:#.*)?", line.value[at + 1 :]):
        return None
    return _whole_value(line, text_after_bracket, line.value[: at + 1], width=at + 1)


def _block_sign(line: Line, lines: list[str]) -> Repair | None:
    if not re.match(r"[|>](?![-+0-9]*(?:\s*$|\s+#))", line.value):
        return None
    sign, text = line.value[0], line.value[1:].lstrip("-+0123456789").strip()
    if sign == ">" and re.match(r">\s*\d", line.value):
        return _whole_value(line, text_after_block_sign, sign)
    end = line.number + 1
    while end < len(lines) and _goes_on(lines[end]):
        end += 1
    rest = [below.rstrip() for below in lines[line.number + 1 : end]]
    indent = len(line.lead) + (2 if line.key or not line.lead else 0)
    if rest:
        indent = min(len(below) - len(below.lstrip()) for below in rest)
    first = line.text[: line.column] + sign
    corrected = (first, " " * indent + text + line.comment.rstrip(), *rest)
    return Repair(
        text_after_block_sign, line.number, line.column, 1, corrected, (sign,), 1 + len(rest)
    )


def _list_behind_key(line: Line, lines: list[str]) -> Repair | None:
    if line.key not in LISTS or not re.match(r"-[ \t]+\S", line.value):
        return None
    following = take_apart(0, lines[line.number + 1]) if line.number + 1 < len(lines) else None
    indent = following.lead.partition("-")[0] if following and "-" in following.lead else "  "
    corrected = (line.text[: line.column].rstrip(), indent + _as_item(line.value))
    return Repair(reserved_start, line.number, line.column, 1, corrected, ("-",), certain=True)


def _as_item(item: str) -> str:
    """A list item with its dash, in quotes where a colon in it would make it a key."""
    line = take_apart(0, item)
    is_text = not line.key and line.value[:1] not in ("", "'", '"', "[", "{", "|", ">")
    return line.with_value(quoted(line.value)) if is_text and COLON.search(line.value) else item


def _reserved_start(line: Line, lines: list[str]) -> Repair | None:
    if not re.match(r"[@`%&*!,\]}]|[-?:] ", line.value):
        return None
    plain = EMPHASIS.sub(r"\2", line.value) if line.value[0] == "*" else line.value
    if plain != line.value:
        text = quoted(plain) if COLON.search(plain) or plain[0] in "*&!%@`" else plain
        corrected = (line.with_value(text),)
        return Repair(reserved_start, line.number, line.column, 1, corrected, ("*",))
    return _whole_value(line, reserved_start, line.value[0])


def _two_keys(line: Line, lines: list[str]) -> Repair | None:
    key = re.match(r"(\s*(?:-[ \t]+)*)([a-z_]+):[ \t]+(.*)", line.text.rstrip())
    match = key and SECOND_KEY.fullmatch(key[3])
    if not (key and match):
        return None
    first = match["first"] or match["first_"]
    second = match["second"] or match["second_"]
    if (not first or first[0] in "\"'[{") and not CLOSED_QUOTE.fullmatch(first):
        return None
    lead = key[1]
    corrected = (f"{lead}{key[2]}: {first}", " " * len(lead) + second)
    name = second.split(":", 1)[0]
    column = len(line.text.rstrip()) - len(second)
    return Repair(
        two_keys_on_one_line, line.number, column, len(name) + 1, corrected, (key[2], name)
    )


def _colon_in_value(line: Line, lines: list[str]) -> Repair | None:
    at = re.search(r":(?:\s|$)", line.value)
    if not at or line.value[0] in "\"'[{|>":
        return None
    corrected = (line.with_value(quoted(line.value)),)
    key = line.key.strip("\"'")
    return Repair(colon_in_value, line.number, line.column + at.start(), 1, corrected, (key,))


def no_space_after_colon_here(line: Line, lines: list[str]) -> Repair | None:
    """A known key whose colon a value follows at once."""
    match = re.match(r"(\s*(?:-[ \t]+)*)([A-Za-z_][\w-]*):(?!//)(\S.*)", line.text)
    if not match or match[2].lower() not in KEYS | ITEM_KEYS | REQUEST_KEYS:
        return None
    mended = take_apart(0, f"{match[1]}{match[2]}: {match[3]}")
    is_text = mended.value[:1] not in ("'", '"', "[", "{", "|", ">") and COLON.search(mended.value)
    corrected = (mended.with_value(quoted(mended.value)) if is_text else mended.text,)
    column = match.end(2)
    return Repair(no_space_after_colon, line.number, column, 1, corrected, (match[2],))


def _no_space_after_dash(line: Line, lines: list[str]) -> Repair | None:
    match = re.match(r"(\s*)-([^\s-].*)", line.text)
    if not match:
        return None
    indent, is_in_list = match[1], False
    for above in reversed(lines[max(line.number - FARTHEST_ABOVE, 0) : line.number]):
        item = re.match(r"(\s*)- ", above)
        if item or re.match(r"\S+:\s*$", above):
            indent = item[1] if item else indent
            is_in_list = bool(item) or above.split(":")[0] in LISTS
            break
        if above[:1].strip():
            break
    corrected = (indent + _as_item(f"- {match[2].rstrip()}"),)
    return Repair(no_space_after_dash, line.number, len(match[1]), 1, corrected, certain=is_in_list)


def _list_sign(line: Line, lines: list[str]) -> Repair | None:
    match = re.match(r"(\s*)([*+•◦▪‣])[ \t]+(\S.*)", line.text)
    above = lines[line.number - 1].strip() if line.number else ""
    if not match or not (above.endswith(":") or above.startswith(("-", match[2]))):
        return None
    corrected = (match[1] + _as_item(f"- {match[3].rstrip()}"),)
    return Repair(wrong_list_sign, line.number, len(match[1]), 1, corrected, (match[2],))


def _missing_colon(line: Line, lines: list[str]) -> Repair | None:
    match = re.match(r"([a-z]+)[ \t]*(?:[=;：]|-(?=[ \t]))?[ \t]*(.*)", line.text)
    if not match or match[1] not in KEYS:
        return None
    corrected = (f"{match[1]}: {match[2]}".rstrip(),)
    return Repair(missing_colon, line.number, match.end(1), 1, corrected, (match[1],))


def _wrong_indentation(line: Line, lines: list[str]) -> Repair | None:
    rest = line.text.lstrip(" ")
    indent = len(line.text) - len(rest)
    wanted = _column(line, lines, indent)
    if wanted is None or wanted == indent:
        return None
    spaces = f"{indent} space" + ("" if indent == 1 else "s")
    corrected = (" " * wanted + rest,)
    return Repair(wrong_indentation, line.number, 0, max(indent, 1), corrected, (spaces,))


def _column(line: Line, lines: list[str], indent: int) -> int | None:
    """The column nearest to `indent` in which an item or a key above begins."""
    is_item = "-" in line.lead
    name = line.key.strip("\"'").lower()
    if not (is_item or name):
        return None
    margin = len(lines[0]) - len(lines[0].lstrip(" "))
    columns = []
    for above in reversed(lines[max(line.number - FARTHEST_ABOVE, 0) : line.number]):
        other = take_apart(0, above)
        if is_item and "-" in other.lead:
            columns.append(len(other.lead) - len(other.lead.lstrip()))
        elif other.key and not is_item:
            columns.append(len(other.lead))
            if other.key == "consent" and not other.value:
                columns.append(len(other.lead) + 2)
        if other.key and len(other.lead) <= margin:
            break
    if name in KEYS | ITEM_KEYS and not is_item:
        columns = [at for at in columns if name in (KEYS if at <= margin else ITEM_KEYS)]
    return min(columns, key=lambda at: abs(at - indent), default=None)


def _unindented_text(line: Line, lines: list[str]) -> Repair | None:
    if line.key or not line.number or re.match(r"\s*(?:[-#]|[\w-]+:)", line.text):
        return None
    above = take_apart(0, lines[line.number - 1])
    first_word = re.match(r"\w*", line.text)
    if not (above.lead or above.key) or (first_word and first_word[0] in KEYS):
        return None
    corrected = (" " * _column_of_text(line, lines) + line.text.strip(),)
    return Repair(unindented_text, line.number, 0, len(line.text.rstrip()), corrected)


def _column_of_text(line: Line, lines: list[str]) -> int:
    """Where a text begins that belongs to the line above: below its text, or behind its key."""
    above = take_apart(0, lines[line.number - 1])
    return len(above.lead) + (2 if above.key or not above.lead else 0)


def _dash_before_key(line: Line, lines: list[str]) -> Repair | None:
    match = re.match(r"-[ \t]+(([a-z]+):(?:[ \t].*|$))", line.text)
    if not match or match[2] not in KEYS:
        return None
    return Repair(not_a_mapping, line.number, 0, 1, (match[1],), (line.text.strip(),))


def _colon_in_wrapped_text(line: Line, lines: list[str]) -> Repair | None:
    """A text over several lines, one of which YAML takes for a key: quotes go around all of it."""
    start = line.number
    while start and start > line.number - FARTHEST_ABOVE and _goes_on(lines[start]):
        start -= 1
    first, end = take_apart(start, lines[start]), start + 1
    next_entry = re.compile(rf"[ ]{{{len(first.lead)}}}[\w-]+:(?:\s|$)")
    while end < len(lines) and _goes_on(lines[end]) and not next_entry.match(lines[end]):
        end += 1
    rest = lines[start + 1 : end]
    if not rest or not first.value or first.value[0] in "\"'[{|>#" or not first.lead + first.key:
        return None
    if not any(COLON.search(text) for text in (first.value, *rest)):
        return None
    found = COLON.search(first.value)
    column = first.column + (found.start() if found else 0)
    key = first.key.strip("\"'")
    corrected = quoted_lines(first, rest)
    return Repair(colon_in_value, start, column, 1, corrected, (key,), len(corrected))


def _goes_on(text: str) -> bool:
    """Whether a line continues the text of the line above it."""
    return bool(GOES_ON.match(text))


RECOGNIZERS: tuple[Callable[[Line, list[str]], Repair | None], ...] = (
    _no_break_space,
    criteria_without_key,
    no_space_after_dash_here,
    missing_dash_here,
    _invalid_escape,
    _trailing_comma,
    left_open,
    without_comma,
    colon_in_braces,
    _quotes,
    _brackets,
    _block_sign,
    _list_behind_key,
    _list_sign,
    _no_space_after_dash,
    _reserved_start,
    _two_keys,
    _colon_in_wrapped_text,
    _colon_in_value,
    no_space_after_colon_here,
    _missing_colon,
    _wrong_indentation,
    _dash_before_key,
    _unindented_text,
)
"""In the order in which they are tried: the surest first."""
