"""The ways in which people's text is no YAML: each has its name, its line and its mended line."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shoptalk.findings.check import Check, Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.keys import ITEM_KEYS, KEYS
from shoptalk.reading.line import Line, quoted, take_apart

Lines = tuple[str, ...]

KNOWN = "|".join(sorted(KEYS | ITEM_KEYS, key=len, reverse=True))
NO_BREAK = "\u00a0\u2007\u202f\u3000"
SECOND_KEY = re.compile(
    rf"(?P<first>.*?(?:[.?!,;\"')\]]|\S))[ \t]+(?P<second>(?:{KNOWN}):[ \t]+\S.*)"
    r"|(?P<first_>.*?[.?!,;])[ \t]+(?P<second_>[a-z_]+:[ \t]+\S.*)"
)
FARTHEST_ABOVE = 50
"""Lines to look back for the ones that a line belongs with."""

CUT_ITEM = re.compile(r"[\[{,:][ \t]*([^\[\]{},:\"'#]*[^\[\]{},:\"'#\s][ \t]+(#[^\[\]{},]*))")
BAD_ESCAPE = re.compile(
    r"\\u[dD][89a-fA-F][\da-fA-F]{2}|\\[^0abtnvfre \"/\\N_LPxuU\t]"
    r"|\\(?:x(?![\da-fA-F]{2})|u(?![\da-fA-F]{4})|U(?![\da-fA-F]{8}))"
)
ELISION = re.compile(r"'(?:\d|(?:twas|tis|em|til|cause|bout|n)\b)", re.IGNORECASE)
CLOSED_QUOTE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")


@dataclass(frozen=True, slots=True)
class Repair:
    """A fault recognized in one line, with the lines that should stand there instead."""

    fault: Check[Any]
    number: int
    column: int
    """Where the fault begins in the line, counted from 0."""
    width: int
    corrected: Lines
    measured: tuple[str, ...] = ()
    """What the fault's wording is told besides the corrected lines."""


@check(Severity.ERROR)
def invalid_yaml(problem: str) -> Wording:
    """The front matter is not YAML, and no better name for the fault is known.

    ### Why it matters

    YAML is the notation of the lines between the two `---`, and at this line its rules are broken.
    The fault may also be in the line above. MkDocs by itself gives no warning: it shows all the
    keys as text on the page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    - What does a normal Tuesday look like for you?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    questions:
      - What does a normal Tuesday look like for you?
    ---
    ```
    """
    return Wording(
        f"the front matter cannot be read from here on: {problem}",
        "compare this line and the one above it with the starter file; put the text in quotes",
    )


@check(Severity.ERROR)
def not_a_mapping(text: str, corrected: Lines = ()) -> Wording:
    """The front matter holds text or a list instead of keys with values.

    ### Why it matters

    The lines between the two `---` are read as keys with values, such as `name: Rosalind Okafor`. A
    value without its key is found by nobody, and MkDocs by itself shows it as text on the page.

    ### Example

    ```markdown
    ---
    Clinical Data Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: Clinical Data Engineer
    ---
    ```
    """
    return Wording(
        f"{shown(text)} is not of the form 'key: value'",
        "delete the dash" if corrected else "write a key before it",
        corrected or (f"title: {text[:60]}",),
    )


@check(Severity.ERROR)
def colon_in_value(key: str, corrected: Lines) -> Wording:
    """A text holds a colon followed by a space, which YAML takes for another key.

    ### Why it matters

    YAML is the notation of the lines between the two `---`. In it, a colon and a space part a key
    from its value, so a second colon makes the line unreadable. MkDocs by itself gives no warning
    then: it shows all the keys as text on the page.

    ### Example

    ```markdown
    ---
    title: Data Engineer: Patient Records
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: "Data Engineer: Patient Records"
    ---
    ```
    """
    whose = f"the value of {shown(key)}" if key else "this text"
    return Wording(
        f"{whose} contains ': ', which YAML reads as another key",
        "put the whole text in quotes",
        corrected,
    )


@check(Severity.ERROR)
def two_keys_on_one_line(first: str, second: str, corrected: Lines) -> Wording:
    """Two keys stand on one line.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, each key has a line of its own. With
    two on one line nothing can be read, and MkDocs by itself shows all the keys as text on the
    page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor title: Clinical Data Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    ---
    ```
    """
    return Wording(
        f"two keys stand on one line: {shown(first)} and {shown(second)}",
        "give each its own line",
        corrected,
    )


@check(Severity.ERROR)
def text_after_quote(quote: str, corrected: Lines) -> Wording:
    """Text follows the closing quote of a quoted value.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a value that begins with a quote ends
    at the next one. The rest has no place, and MkDocs by itself shows the whole front matter as
    text on the page.

    ### Example

    ```markdown
    ---
    title: "Data" Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: '"Data" Engineer'
    ---
    ```
    """
    return Wording(
        f"text follows the closing {quote}, which ends the value",
        "put the whole text in quotes",
        corrected,
    )


@check(Severity.ERROR)
def unclosed_quote(quote: str, corrected: Lines) -> Wording:
    """A quote is opened and never closed.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, looks for the end of the quote in the
    lines that follow and takes them for a part of the text. Then it gives up, and MkDocs by itself
    shows all the keys on the page.

    ### Example

    ```markdown
    ---
    title: "Clinical Data Engineer
    name: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: "Clinical Data Engineer"
    name: Rosalind Okafor
    ---
    ```
    """
    return Wording(f"the {quote} opened here is never closed", "close it", corrected)


@check(Severity.ERROR)
def unclosed_bracket(bracket: str, corrected: Lines) -> Wording:
    """A bracket or brace is opened and never closed.

    ### Why it matters

    Without the closing bracket, YAML (the notation of the lines between the two `---`) takes the
    next lines for a part of the list. Then it gives up, and MkDocs by itself shows all the keys as
    text on the page.

    ### Example

    ```markdown
    ---
    tags: [data, health
    name: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    tags: [data, health]
    name: Rosalind Okafor
    ---
    ```
    """
    return Wording(f"the {shown(bracket)} opened here is never closed", "close it", corrected)


@check(Severity.ERROR)
def reserved_start(sign: str, corrected: Lines) -> Wording:
    """A text begins with a sign that means something else in YAML.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, keeps signs such as `@`, `%` and the
    backtick for itself. A text that begins with one breaks the front matter, and MkDocs by itself
    shows all the keys as text on the page.

    ### Example

    ```markdown
    ---
    organization: @Harbor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    organization: "@Harbor"
    ---
    ```
    """
    return Wording(
        f"a text cannot begin with {shown(sign)}, which means something else in YAML",
        "put the whole text in quotes",
        corrected,
    )


@check(Severity.ERROR)
def text_after_bracket(bracket: str, corrected: Lines) -> Wording:
    """Text follows a word in brackets, which YAML takes for a list.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a value that begins with a bracket is
    a list and ends with the closing bracket. The rest has no place, and MkDocs by itself shows the
    whole front matter as text on the page.

    ### Example

    ```markdown
    ---
    title: [Senior] Data Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: "[Senior] Data Engineer"
    ---
    ```
    """
    return Wording(
        f"{shown(bracket)} is read as a list, and text follows it",
        "put the whole text in quotes",
        corrected,
    )


@check(Severity.ERROR)
def comment_cuts_value(lost: str, corrected: Lines) -> Wording:
    """A `#` in the middle of a text begins a comment, and the rest of the text is lost.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, everything from a space and `#` to the
    end of the line is a remark that no program keeps. Here the title would be "Owner of bakery".

    ### Example

    ```markdown
    ---
    title: Owner of bakery #2 in town
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: "Owner of bakery #2 in town"
    ---
    ```
    """
    return Wording(
        f"everything from {shown(lost)} on is a comment to YAML and would be lost",
        "put the whole text in quotes; if a comment is meant, put two spaces before and one after #",
        corrected,
    )


@check(Severity.ERROR)
def text_after_block_sign(sign: str, corrected: Lines) -> Wording:
    """Text stands on the same line as the `|` or `>` that begins a block.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, these signs announce a text that
    begins on the next line. With text after them the front matter cannot be read, and MkDocs by
    itself shows it on the page.

    ### Example

    ```markdown
    ---
    research: > 200 beds in three clinics
    ---
    ```

    ### Write instead

    ```markdown
    ---
    research: "> 200 beds in three clinics"
    ---
    ```
    """
    return Wording(
        f"{shown(sign)} begins a block of text on the next line, yet text follows it here",
        "put the whole text in quotes",
        corrected,
    )


@check(Severity.ERROR)
def no_space_after_colon(key: str, corrected: Lines) -> Wording:
    """The space after a key's colon is missing.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, wants a space after the colon; without
    it, key and value are one long word. MkDocs by itself then shows the whole front matter as text
    on the page.

    ### Example

    ```markdown
    ---
    name:Rosalind Okafor
    title: Clinical Data Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    ---
    ```
    """
    return Wording(
        f"no space follows the colon of {shown(key)}", "put a space after the colon", corrected
    )


@check(Severity.ERROR)
def no_space_after_dash(corrected: Lines) -> Wording:
    """The space after a list item's dash is missing.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, takes a dash without a space for a part
    of the word. So these two questions are one long text to it, and no list.

    ### Example

    ```markdown
    ---
    questions:
      -What does a normal Tuesday look like for you?
      -Which skills matter most in your job?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - What does a normal Tuesday look like for you?
      - Which skills matter most in your job?
    ---
    ```
    """
    return Wording(
        "no space follows the dash, so this is no list item",
        "put a space after the dash",
        corrected,
    )


@check(Severity.ERROR)
def wrong_list_sign(sign: str, corrected: Lines) -> Wording:
    """A list item begins with another sign than a dash.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, knows a list by its dashes. It takes
    bullets and numbers for text, and reads all the lines as one item, or none of them.

    ### Example

    ```markdown
    ---
    questions:
      • How do you plan a week?
      • Which skills matter most?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - How do you plan a week?
      - Which skills matter most?
    ---
    ```
    """
    return Wording(
        f"{shown(sign)} does not begin a list item here",
        "begin it with a hyphen and a space",
        corrected,
    )


@check(Severity.ERROR)
def missing_colon(key: str, corrected: Lines) -> Wording:
    """The colon after a key is missing.

    ### Why it matters

    YAML is the notation of the lines between the two `---`, and in it a colon ends a key. Without
    one the line is no key at all, and MkDocs by itself shows the whole front matter as text on the
    page.

    ### Example

    ```markdown
    ---
    title Clinical Data Engineer
    name: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: Clinical Data Engineer
    name: Rosalind Okafor
    ---
    ```
    """
    return Wording(f"no colon follows the key {shown(key)}", "put a colon after the key", corrected)


@check(Severity.ERROR)
def no_break_space(corrected: Lines) -> Wording:
    """A no-break space stands where YAML wants an ordinary one.

    ### Why it matters

    It looks like a space, but YAML, the notation of the lines between the two `---`, takes it for a
    letter. So it sees no key here, and MkDocs by itself shows the whole front matter as text on the
    page. Copying from web pages brings such spaces along, and so does Option + Space on a Mac.

    ### Example

    The line reads `title: Clinical Data Engineer`, but what follows its colon is a no-break space
    (U+00A0).

    ### Write instead

    Copy the corrected line from the message, or delete the gap and press the space bar alone.
    """
    return Wording(
        "a no-break space stands here, which YAML does not take for a space",
        "type an ordinary space",
        corrected,
    )


@check(Severity.ERROR)
def tab_indentation(corrected: Lines) -> Wording:
    """A line is indented with a tab.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, allows only spaces at the beginning of a
    line, because a tab is of another width in every editor. MkDocs by itself shows the whole front
    matter as text on the page.

    ### Example

    The first item below `questions:` begins with a tab instead of spaces.

    ### Write instead

    Begin the line with two spaces. Most editors can put spaces when you press the Tab key.
    """
    return Wording("the line is indented with a tab", "indent with spaces", corrected)


@check(Severity.ERROR)
def wrong_indentation(spaces: str, corrected: Lines) -> Wording:
    """A line does not begin in the same column as those it belongs with.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, tells by the column in which a line
    begins what it belongs to. If one is out of line, the front matter cannot be read, and MkDocs by
    itself shows it as text on the page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
     title: Clinical Data Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    ---
    ```
    """
    return Wording(
        f"the line is indented by {spaces}, unlike the lines it belongs with",
        "begin it in their column",
        corrected,
    )


@check(Severity.ERROR)
def trailing_comma(corrected: Lines) -> Wording:
    """A comma follows the value, as in JSON.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a line needs no comma at its end.
    After a quoted value it breaks the front matter, and MkDocs by itself shows all the keys as text
    on the page.

    ### Example

    ```markdown
    ---
    name: "Rosalind Okafor",
    title: "Clinical Data Engineer",
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: "Rosalind Okafor"
    title: "Clinical Data Engineer"
    ---
    ```
    """
    return Wording("a comma follows the value", "delete it", corrected)


@check(Severity.ERROR)
def unindented_text(corrected: Lines) -> Wording:
    """A text goes on in the next line, which is not indented.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a line that begins at the margin has
    to be a key. A text that goes on there breaks the front matter, and MkDocs by itself shows all
    the keys as text on the page.

    ### Example

    ```markdown
    ---
    research: Read her talk on data contracts
    and the news of her clinic
    ---
    ```

    ### Write instead

    ```markdown
    ---
    research: Read her talk on data contracts
      and the news of her clinic
    ---
    ```
    """
    return Wording(
        "the text of the line above goes on here without indentation",
        "indent it by two spaces",
        corrected,
    )


@check(Severity.ERROR)
def invalid_escape(escape: str, corrected: Lines) -> Wording:
    r"""A backslash in double quotes begins something that YAML does not know.

    ### Why it matters

    In double quotes, YAML (the notation of the lines between the two `---`) takes a backslash and
    the sign after it for one special character. There is none for `\d`, so the front matter cannot
    be read, and MkDocs by itself shows it as text on the page.

    ### Example

    ```markdown
    ---
    research: "Her notes on \data and \reports"
    ---
    ```

    ### Write instead

    ```markdown
    ---
    research: 'Her notes on \data and \reports'
    ---
    ```
    """
    return Wording(
        f"{shown(escape)} in double quotes is no character",
        "type the character itself, or use single quotes",
        corrected,
    )


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


def _tab_indentation(line: Line, lines: list[str]) -> Repair | None:
    rest = line.text.lstrip(" \t")
    indent = line.text[: len(line.text) - len(rest)]
    if "\t" not in indent:
        return None
    column = _column(line, lines, len(indent.expandtabs(4)))
    if column is None:
        column = _column_of_text(line, lines) if line.number else 0
    return Repair(tab_indentation, line.number, indent.index("\t"), 1, (" " * column + rest,))


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
    closed = CLOSED_QUOTE.match(line.value)
    if closed:
        rest = line.value[closed.end() :]
        if not rest.strip() or re.match(r"\s+#|\s*[,\]}:]", rest):
            return None
        at = line.column + closed.end() - 1
        corrected = (line.with_value(quoted(_unnested(line.value, closed.group(), rest))),)
        return Repair(text_after_quote, line.number, at, 1, corrected, (quote,))
    if ELISION.match(line.value):
        return _whole_value(line, unclosed_quote, quote)
    corrected = (line.with_value(line.value + quote),)
    return Repair(unclosed_quote, line.number, line.column, 1, corrected, (quote,))


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
        return Repair(
            comment_cuts_value, line.number, column, len(cut[2]), corrected, (cut[2],)
        )
    if re.fullmatch(r"\s*(?:#.*)?", line.value[at + 1 :]):
        return None
    return _whole_value(line, text_after_bracket, line.value[: at + 1], width=at + 1)


def _block_sign(line: Line, lines: list[str]) -> Repair | None:
    if not re.match(r"[|>](?![-+0-9]*(?:\s*$|\s+#))", line.value):
        return None
    return _whole_value(line, text_after_block_sign, line.value[0])


def _reserved_start(line: Line, lines: list[str]) -> Repair | None:
    if not re.match(r"[@`%&*!,\]}]|[-?:] ", line.value):
        return None
    return _whole_value(line, reserved_start, line.value[0])


def _two_keys(line: Line, lines: list[str]) -> Repair | None:
    key = re.match(r"(\s*(?:-[ \t]+)*)([a-z_]+):[ \t]+(.*)", line.text.rstrip())
    match = key and SECOND_KEY.fullmatch(key[3])
    if not (key and match):
        return None
    first = match["first"] or match["first_"]
    second = match["second"] or match["second_"]
    if not first or first[0] in "\"'[{":
        closed = CLOSED_QUOTE.fullmatch(first)
        if not closed:
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


def _no_space_after_colon(line: Line, lines: list[str]) -> Repair | None:
    match = re.match(r"(\s*(?:-[ \t]+)*)([A-Za-z_][\w-]*):(?!//)(\S.*)", line.text)
    if not match or match[2].lower() not in KEYS | ITEM_KEYS:
        return None
    corrected = (f"{match[1]}{match[2]}: {match[3]}",)
    column = match.end(2)
    return Repair(no_space_after_colon, line.number, column, 1, corrected, (match[2],))


def _no_space_after_dash(line: Line, lines: list[str]) -> Repair | None:
    match = re.match(r"(\s*)-([^\s-].*)", line.text)
    if not match:
        return None
    indent = match[1]
    for above in reversed(lines[max(line.number - FARTHEST_ABOVE, 0) : line.number]):
        item = re.match(r"(\s*)- ", above)
        if item or re.match(r"\S+:\s*$", above):
            indent = item[1] if item else indent
            break
    return Repair(no_space_after_dash, line.number, len(match[1]), 1, (f"{indent}- {match[2]}",))


def _list_sign(line: Line, lines: list[str]) -> Repair | None:
    match = re.match(r"(\s*)([*+•◦▪‣])[ \t]+(\S.*)", line.text)
    above = lines[line.number - 1].strip() if line.number else ""
    if not match or not (above.endswith(":") or above.startswith(("-", match[2]))):
        return None
    corrected = (f"{match[1]}- {match[3]}",)
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
    if line.key or not line.number or re.match(r"\s*[-#]|\s*[\w-]+:", line.text):
        return None
    corrected = (" " * _column_of_text(line, lines) + line.text.strip(),)
    return Repair(unindented_text, line.number, 0, len(line.text.rstrip()), corrected)


def _column_of_text(line: Line, lines: list[str]) -> int:
    """Where a text begins that belongs to the line above: below its text, or behind its key."""
    above = take_apart(0, lines[line.number - 1])
    is_text = above.lead and not above.key and "-" not in above.lead
    return len(above.lead) + (0 if is_text else 2)


def _dash_before_key(line: Line, lines: list[str]) -> Repair | None:
    match = re.match(r"-[ \t]+(([a-z]+):(?:[ \t].*|$))", line.text)
    if not match or match[2] not in KEYS:
        return None
    return Repair(not_a_mapping, line.number, 0, 1, (match[1],), (line.text.strip(),))


RECOGNIZERS: tuple[Callable[[Line, list[str]], Repair | None], ...] = (
    _no_break_space,
    _tab_indentation,
    _invalid_escape,
    _trailing_comma,
    _quotes,
    _brackets,
    _block_sign,
    _list_sign,
    _reserved_start,
    _two_keys,
    _colon_in_value,
    _no_space_after_colon,
    _no_space_after_dash,
    _missing_colon,
    _wrong_indentation,
    _dash_before_key,
    _unindented_text,
)
"""In the order in which they are tried: the surest first."""
