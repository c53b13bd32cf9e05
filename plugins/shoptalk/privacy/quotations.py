"""Where a text quotes somebody: in quotation marks of any kind, and in block quotations."""

import html
import re

LEFT_OUT = "[\u2026]"
SPEAKER_BETWEEN = re.compile(
    r"(?<=\[\u2026\]),? (?:he|she|they) (?:said|says|told me|added|replied|answered)[.,] \[\u2026\]"
)
"""Between two that are left out, what makes a sentence with them only."""

TAG = r"<[A-Za-z/][^<>]*>"
QUOTATION_SIGNS = (
    ("\u201c", "\u201d"),
    ("\u201e", "\u201c\u201d"),
    ("\u00ab", "\u00bb"),
    ("\u00bb", "\u00ab"),
    ("\u300c", "\u300d"),
    ("\u300e", "\u300f"),
    ('"', '"'),
)
MARKS = frozenset("'\u2018\u2019\u201a\u2039\u203a").union(*map("".join, QUOTATION_SIGNS))
SAME_PARAGRAPH = r"\n(?![ \t]*\n)"
IN_A_PARAGRAPH = "|".join(
    rf"{begin}(?:(?:{TAG}|[^{end}\n]|{SAME_PARAGRAPH})*+|(?:[^{end}\n]|{SAME_PARAGRAPH})*)[{end}]"
    for begin, end in QUOTATION_SIGNS
)
BEFORE_A_QUOTATION = r"(?<![^\s(\[{<>*_\"\u201c\u201e\u00ab\u2026\u2013\u2014-])"
NO_QUOTATION = r"(?![\s'\u2018\u2019]|\d\ds?\b|n['\u2019]|(?-i:em|til|cause|tis|twas|bout)\b)"
"""Behind a mark that stands for missing letters, as in `'90s` and `rock 'n' roll`."""

END_OF_QUOTATION = r"(?<!\s)['\u2018\u2019](?![^\W_])"
PLURAL = rf"(?<=s)['\u2019](?=[ ][a-z](?:[^\n'\u2018\u2019]|\w['\u2019](?=\w))*{END_OF_QUOTATION})"
"""An apostrophe behind the s of several, as long as another mark ends the quotation."""

WITHIN_SINGLE_MARKS = (
    rf"{TAG}|`[^`\n]+`|(?<=\s)['\u2018\u2019]n['\u2019]|['\u2018\u2019](?=[^\W_])|{PLURAL}"
    rf"|[^'\u2018\u2019\n]|{SAME_PARAGRAPH}"
)
WITHIN_ANGLES = rf"{TAG}|[^\u2039\u203a\n]|{SAME_PARAGRAPH}"
IN_SINGLE_MARKS = rf"{BEFORE_A_QUOTATION}(?:" + "|".join(
    (
        rf"['\u2018\u201a]{NO_QUOTATION}(?:{WITHIN_SINGLE_MARKS})*+{END_OF_QUOTATION}",
        rf"\u2039(?:{WITHIN_ANGLES})*+\u203a",
        rf"\u203a(?!\s)(?:{WITHIN_ANGLES})*+(?<!\s)\u2039)",
    )
)
SAYS_SOMETHING = re.compile(r"[\s.!?\u2026\u3002]")
"""A single word in single marks is a term, not what somebody said."""

MAY_BEGIN = (
    "(?:^|(?=[`<'\u2018\u201a\u2039\u203a" + "".join(one for one, _ in QUOTATION_SIGNS) + "]))"
)
KEPT = (
    # Code, tags, and headings that ask: a question is in the words of whoever asks it.
    r"(?P<kept>^(?P<fence> {0,3}(?:`{3,}|~{3,}))[^\n]*\n[\s\S]*?(?:^(?P=fence)|\Z)|`[^`\n]+`"
    r"|^ {0,3}\#{1,6}[ \t][^\n]*[?\uff1f\u061f\u037e][ \t#]*$"
    r"|<(?!(?:blockquote|q)\b)[A-Za-z/][^<>]*>)"
)
KEPT_OR_ENTITY = re.compile(rf"{KEPT}|&\#?\w+;", re.M | re.I)
QUOTATION = re.compile(
    rf"{MAY_BEGIN}(?:{KEPT}"
    r"|(?P<block>(?:^[ \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?>[^\n]*(?:\n|\Z)"
    # A block quotation goes on without its sign.
    r"(?:^(?![ \t]*(?:\#|>|[-*+][ \t]|\d+[.)][ \t]|```|~~~))[^\n]*\S[^\n]*(?:\n|\Z))*)+)"
    rf"|<(?P<tag>blockquote|q)\b[\s\S]*?(?:</(?P=tag)\s*>|\Z)|{IN_A_PARAGRAPH}"
    rf"|(?P<single>{IN_SINGLE_MARKS}))",
    re.M | re.I,
)
QUOTATION_MARK = re.compile(
    "[\u201c\u201e\u00ab\u00bb\u300c\u300e\u2018\u201a\u2039\u203a\"]|(?<![^\\W_])'|^[^\\n\\w]*[\\d]*[^\\n\\w]*>|<(?:b|q)",
    re.M | re.I,
)
TITLE_OF_LINK = re.compile(r"(\]\([^\s)]+)\s+(?:\"[^\"\n]*\"|'[^'\n]*')\)")


def may_hold_quotation(text: str) -> bool:
    """A quick look whether there may be a quotation in a text."""
    return bool(QUOTATION_MARK.search(html.unescape(text) if "&" in text else text))


def without_quotations(text: str) -> str:
    """A text in which a sign stands for each quotation; code is left as it is."""
    text = TITLE_OF_LINK.sub(r"\1)", text)
    if "&" in text:
        text = KEPT_OR_ENTITY.sub(_with_mark, text)
    return SPEAKER_BETWEEN.sub("", QUOTATION.sub(_instead, text))


def _with_mark(found: re.Match[str]) -> str:
    """A quotation mark for the entity that stands for one."""
    sign = found[0] if found["kept"] else html.unescape(found[0])
    return sign if sign in MARKS else found[0]


def _instead(found: re.Match[str]) -> str:
    if found["kept"]:
        return found["kept"]
    if found["single"] and not SAYS_SOMETHING.search(found["single"]):
        return found["single"]
    if found["block"]:
        return f"> {LEFT_OUT}\n"
    # A comma in front of the mark belongs to the sentence that goes on behind it.
    return f"{LEFT_OUT}," if found[0][-2:-1] == "," else LEFT_OUT
