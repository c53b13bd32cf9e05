"""Edits of a line of front matter whose correction leaves no doubt.

Each function takes a finding and gives the edits that mend it, or none where only the author can
say what was meant. None of them may drop a word or a comment.
"""

import re

from shoptalk.findings.finding import Finding
from shoptalk.mending.edit import Edit
from shoptalk.reading.keys import LISTS, TYPED
from shoptalk.reading.line import Line, quoted, quoted_lines, take_apart
from shoptalk.reading.recognizers import BAD_ESCAPE, GOES_ON, KNOWN, NEW_ENTRY
from shoptalk.reading.source import Source

Edits = tuple[Edit, ...]

COMMENT = re.compile(r"\s#(?!\d)")
"""What may begin a comment; `#2` is a number."""

ANCHOR = re.compile(r"[&*][\w-]+")
NOTHING = frozenset(("~", "null", "Null", "NULL"))
BLOCKS_OF_TEXT = frozenset(("learnings", "applications"))
TYPED_ITEM_KEYS = frozenset(("personal", "by", "done", "on", "until"))
NO_TEXT = TYPED | TYPED_ITEM_KEYS | frozenset(LISTS) - BLOCKS_OF_TEXT | {"consent"}
"""The keys of which a text in quotes is never the value."""

BEGINS_MAPPING = re.compile(rf"\{{\s*(?:{KNOWN}):\s")
BEGINS_WITH_WORD = re.compile(r"\s+\(?\w+(?!\w*:(?:\s|$))")
KNOWN_KEY = re.compile(rf"(?<!\w)(?:{KNOWN}):(?:\s|$)")
OWN_KEY = re.compile(r"[a-z_-]{1,12}:(?:\s|$)")
LITERAL = re.compile(r"(?:\\[^ntuxU\"\\]|[^\\])*")


def line_of(source: Source, finding: Finding) -> Line:
    """The line of a finding, taken apart."""
    return take_apart(finding.place.line - 1, finding.place.source_line)


def corrected(source: Source, finding: Finding) -> Edits:
    """The corrected lines instead of as many faulty ones, if they keep every word and comment."""
    first, new = finding.place.line - 1, finding.correction
    old = [source.line(number) for number in range(first, first + len(new))]
    is_whole = all(map(_keeps_comment, old, new)) and _keeps_signs("".join(old), "".join(new))
    if not new or not is_whole or any("\n" in line for line in new):
        return ()
    return (Edit(first, len(new), tuple(map(_with_blanks, old, new))),)


def _keeps_signs(old: str, new: str) -> bool:
    """Whether all that is no white space is still there, in its order."""
    left = iter(new)
    return all(sign in left for sign in "".join(old.split()))


def _keeps_comment(old: str, new: str) -> bool:
    found = COMMENT.search(old)
    return found is None or new.endswith(old[found.start() :].rstrip())


def _with_blanks(old: str, new: str) -> str:
    """The new line with the white space at the end of the old one."""
    return new.rstrip(" \t") + old[len(old.rstrip(" \t")) :]


def quoted_text(source: Source, finding: Finding) -> Edits:
    """Quotes around a value that can only be a text."""
    first = finding.place.line - 1
    rest = [source.line(first + number) for number in range(1, len(finding.correction))]
    if any(not BEGINS_WITH_WORD.match(line) for line in rest):
        return ()
    line = line_of(source, finding)
    is_doubtful = line.key in NO_TEXT or KNOWN_KEY.search("\n".join((line.value, *rest)))
    return () if is_doubtful else corrected(source, finding)


def quoted_whole(source: Source, finding: Finding) -> Edits:
    """Quotes around a text from where its fault begins, if that is where the text does."""
    line = line_of(source, finding)
    is_whole = finding.place.column - 1 == line.column or line.value[:1] in ("[", "{")
    return corrected(source, finding) if is_whole else ()


def quoted_again(source: Source, finding: Finding) -> Edits:
    """Quotes around a text with quotes in it: all of them stay, or those around it all change."""
    line = line_of(source, finding)
    inside = line.value[1:-1]
    if line.value[-1:] != line.value[:1] or not inside or "\\" in inside:
        return quoted_text(source, finding)
    is_doubtful = COMMENT.search(line.value) or finding.correction != (
        line.with_value(quoted(inside)),
    )
    return () if is_doubtful else (Edit(line.number, 1, finding.correction),)


def quoted_start(source: Source, finding: Finding) -> Edits:
    """Quotes around a text that begins with a sign; `-`, `?` and `:` may begin something else."""
    is_doubtful = line_of(source, finding).value[:1] in ("-", "?", ":")
    return () if is_doubtful else quoted_text(source, finding)


def quoted_to_the_end(source: Source, finding: Finding) -> Edits:
    """Quotes around a text that ends with its line."""
    is_whole = len(finding.correction) == 1 and _ends_here(source, finding)
    return quoted_text(source, finding) if is_whole else ()


def quoted_name(source: Source, finding: Finding) -> Edits:
    """Quotes around `&x` or `*x`, unless somebody uses it as YAML means it."""
    column = finding.place.column - 1
    sign = ANCHOR.match(finding.place.source_line, column)
    other = sign and sign.group().translate(str.maketrans("&*", "*&"))
    is_used = other and re.search(rf"{re.escape(other)}(?![\w-])", source.text)
    if is_used or finding.correction:
        return () if is_used else quoted_whole(source, finding)
    line = line_of(source, finding)
    if not line.value.startswith("*") or COMMENT.search(line.value):
        return ()
    new = _with_blanks(line.text, line.with_value(quoted(line.value)))
    return (Edit(line.number, 1, (new,)),)


def quoted_word(source: Source, finding: Finding) -> Edits:
    """Quotes around a word or number; one that means nothing was hardly meant as text."""
    place = finding.place
    end = place.column - 1 + place.width
    is_nothing = place.source_line[place.column - 1 : end].strip() in NOTHING
    is_cut = re.match(r"\s+#\S", place.source_line[end:])
    return () if is_nothing or is_cut else corrected(source, finding)


def quoted_number_sign(source: Source, finding: Finding) -> Edits:
    """Quotes around a text with a number such as `#2`; any other `#` may begin a comment."""
    place, new = finding.place, "".join(finding.correction)
    cut = place.source_line[place.column - 1 : place.column - 1 + place.width]
    is_quoted = f'{cut}"' in new or f"{cut}'" in new
    is_text = line_of(source, finding).value[:1] not in ("'", '"')
    return corrected(source, finding) if re.match(r"#\d", cut) and is_quoted and is_text else ()


def quoted_item(source: Source, finding: Finding) -> Edits:
    """Quotes around a list item with a colon in it, with the lines it goes on in."""
    line = line_of(source, finding)
    if line.key or OWN_KEY.match(line.value) or line.value[:1] == "{":
        return ()
    end = line.number + 1
    while GOES_ON.match(source.line(end)):
        end += 1
    rest = [source.line(number) for number in range(line.number + 1, end)]
    if not rest:
        return corrected(source, finding)
    if any(COMMENT.search(text) for text in (line.text, *rest)):
        return ()
    return (Edit(line.number, end - line.number, quoted_lines(line, rest)),)


def spaced_key(source: Source, finding: Finding) -> Edits:
    """A space behind the colon of a key; no quotes where a text is never the value."""
    new = take_apart(0, "".join(finding.correction))
    is_text = new.value[:1] == '"' and '"' not in finding.place.source_line
    return () if is_text and new.key in NO_TEXT else corrected(source, finding)


def dash_for_sign(source: Source, finding: Finding) -> Edits:
    """A dash in place of a bullet; a number before an item may be part of it."""
    old, new = finding.place.source_line.lstrip(), "".join(finding.correction).lstrip()
    is_bullet = not old[:1].isalnum() and _keeps_signs(old[1:], new[1:])
    return (Edit(finding.place.line - 1, 1, finding.correction),) if is_bullet else ()


def dashed_item(source: Source, finding: Finding) -> Edits:
    """A dash and a space before an item; `-5` may be a number."""
    written = finding.place.source_line.lstrip()
    return () if re.match(r"-[\d.,-]", written) else corrected(source, finding)


def closed_quote(source: Source, finding: Finding) -> Edits:
    """The quote that a text lacks, if the text ends with its line and no later line closes it."""
    line = line_of(source, finding)
    quote = line.value[:1]
    if not line.value[1:].strip() or "\\" in line.value:
        return ()
    for number in range(line.number + 1, len(source.line_starts)):
        text = source.line(number)
        if text.startswith("---"):
            break
        if text.rstrip().endswith(quote) and not take_apart(number, text).value.startswith(quote):
            return ()
    return corrected(source, finding) if _ends_here(source, finding) else ()


def closed_bracket(source: Source, finding: Finding) -> Edits:
    """The bracket that a list of short items lacks."""
    line = line_of(source, finding)
    is_list = line.value[:1] == "[" and line.key in LISTS
    is_mapping = BEGINS_MAPPING.match(line.value) and (line.key == "consent" or "-" in line.lead)
    is_whole = _ends_here(source, finding) and (is_list or is_mapping)
    return corrected(source, finding) if is_whole else ()


def without_comma(source: Source, finding: Finding) -> Edits:
    """No comma behind a closing quote or bracket; behind a bare word it may be meant."""
    line = line_of(source, finding)
    is_surplus = line.value[-2:-1] in ("'", '"', "]", "}")
    is_all = finding.correction == (line.with_value(line.value[:-1]),)
    return (Edit(line.number, 1, finding.correction),) if is_surplus and is_all else ()


def literal_text(source: Source, finding: Finding) -> Edits:
    """Backslashes that can only be meant as such, and two escapes that make one character."""
    value = line_of(source, finding).value
    mended = "".join(finding.correction)
    is_literal = LITERAL.fullmatch(value) and value.strip('"') in mended
    is_pair = "\\" not in mended and all(
        re.match(r"\\u[dD]", escape) for escape in BAD_ESCAPE.findall(value)
    )
    return (Edit(finding.place.line - 1, 1, finding.correction),) if is_literal or is_pair else ()


def sure_colon(source: Source, finding: Finding) -> Edits:
    """A colon in place of the sign that stands for it; without one the line may be prose."""
    parts = re.match(r"([a-z]+)[ \t]*[=;：][ \t]*(.*\S)", finding.place.source_line)
    is_all = parts and finding.correction == (f"{parts[1]}: {parts[2]}",)
    return (Edit(finding.place.line - 1, 1, finding.correction),) if is_all else ()


def _ends_here(source: Source, finding: Finding) -> bool:
    """Whether the next line begins something else."""
    number = finding.place.line
    while number < len(source.line_starts) and not source.line(number).strip():
        number += 1
    following = source.line(number)
    return bool(not following or following[:3] in ("---", "...") or NEW_ENTRY.match(following))
