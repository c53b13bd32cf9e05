"""Mail addresses and telephone numbers, whoever's they are."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

NUMBER_IN_WORDS = (
    r"\b(?:tel|tels|telephone|phone|fon|mobile|mob|cell|call|fax|whatsapp|signal|sms|handy|"
    r"telefon|telefono|teléfono|téléphone|móvil|portable|hotline)\b\.?"
)
BETWEEN = r" \u00a0\u2007\u2009\u202f.\-\u2010\u2011–/()"
"""What may stand between the digits of a number, in brackets of a pattern."""

DIGITS = rf"\d[\d{BETWEEN}]{{5,20}}\d"
PLUS = "+\uff0b"
AT = r"[@\uff20\ufe6b]"

MAIL = re.compile(
    r"(?<![\w.+-])(?P<mailbox>[\w][\w.+%'-]{0,63})"
    rf"(?:{AT}|\s?[\[({{]\s?(?:at|a|@)\s?[\])}}]\s?)"
    r"(?P<host>[\w-]{1,63}(?:(?:\.|\s?[\[({]\s?(?:dot|\.)\s?[\])}]\s?)[\w-]{1,63}){1,5})"
    r"(?![\w@])",
    re.IGNORECASE,
)
MAIL_IN_WORDS = re.compile(
    r"(?<![\w.+-])\w[\w.+-]{0,63} +at +[\w-]{1,63}(?: +dot +[\w-]{1,63}){0,2}"
    r" +dot +(?:com|org|net|edu|gov|info|dev|app|[a-z]{2})\b",
    re.IGNORECASE,
)
NO_COUNTRIES = frozenset(
    (
        *("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "js", "mjs", "ts", "css"),
        *("map", "html", "htm", "md", "json", "xml", "yml", "yaml", "py", "rb", "txt", "pdf"),
        *("gz", "zip", "local", "internal"),
    )
)
"""What stands behind the last point of a file's name."""

NOBODY = frozenset(("git", "noreply", "no-reply", "donotreply"))
"""Mailboxes that nobody reads: `git@github.com` is how code is fetched."""

TIMES = r"0\d[0-5]\d ?[-–] ?[0-2]\d[0-5]\d\b"
"""From when to when, such as 0930-1015."""

PHONE = re.compile(
    rf"(?:\b(?:tel|callto):|\bwa\.me/|{NUMBER_IN_WORDS}[\s:=#(]{{0,4}}(?:\w{{2,6}}\s)?)"
    rf"(?P<named>[{PLUS}(]{{0,2}}{DIGITS})"
    rf"|(?<![\w+/=.\-])(?P<abroad>[{PLUS}](?!0)\d[\d{BETWEEN}]{{6,22}}\d)(?!\w)"
    r"|(?<![\w+/=.,:#$€£\-])"
    r"(?P<north>(?:1[-. ])?(?:\([2-9]\d\d\) ?\d{3}[-. ]\d{4}"
    r"|[2-9]\d\d(?P<sign>[-. ])\d{3}(?P=sign)\d{4}))(?![\w%]|[-.,/:]\d)"
    r"|(?<![\w+/=.,:#$€£\-])"
    r"(?P<inland>\(0\d{1,4}\)[ /]?\d[\d -]{4,9}\d|0\d{2,4} ?[/–-] ?\d{6,8}|0\d{2,3} \d{3,4} \d{4}"
    r"|0\d{3} \d{7}|07\d{3} \d{6}|04\d\d \d{3} \d{3}|0[1-9]0-\d{4}-\d{4}"
    r"|0[1-9](?: \d\d){4}|00[1-9]\d?\d?[ /.-](?:\(0\) ?)?\(?[1-9][\d ()/.-]{6,16}\d"
    r"|06[ -]\d{8}|0[1-9]\d{1,3} \d{5,8}"
    rf"|(?<!\d )(?!{TIMES})0[1-9]\d{{1,3}} ?[ /–-] ?\d{{2,4}}(?:[ -]\d{{2,4}}){{1,4}})"
    r"(?![\w%]|[-.,/:]\d)",
    re.IGNORECASE,
)
RUN = re.compile(rf"\d[\d{BETWEEN}]{{6,}}")
LONGEST_BEFORE, LONGEST_BEHIND = 40, 2
"""Characters around the digits of a number that a look for one takes into account."""

LOOSE_NUMBER = re.compile(rf"\d[\d{BETWEEN}]{{5,24}}\d")
AT_IN_BRACKETS = re.compile(r"[\[({]\s?(?:at|a|@)\s?[\])}]", re.IGNORECASE)
SHAPE_OF_DATE = re.compile(r"(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)\d\d")
FEWEST_DIGITS, MOST_DIGITS = 7, 15
FEWEST_INLAND = 9
"""Of a number that begins with 0 and that no word calls one."""

SAME_DIGITS = 8
"""Numbers that end in so many equal digits are one number, with and without a country's code."""


class Contact(NamedTuple):
    """A mail address or a telephone number in a text."""

    start: int
    end: int
    text: str
    is_mail: bool


def contacts_in(text: str) -> Iterator[Contact]:
    """The mail addresses and telephone numbers of a text."""
    if may_hold_mail(text):
        for match in MAIL.finditer(text):
            if _is_mail(match):
                yield Contact(match.start(), match.end(), match[0], True)
        if " dot " in text.lower():
            for match in MAIL_IN_WORDS.finditer(text):
                yield Contact(match.start(), match.end(), match[0], True)
    for match in phones(text):
        number = match.lastgroup if match.lastgroup != "sign" else "north"
        start, end = match.span(number or 0)
        fewest = FEWEST_INLAND if text[start] == "0" and number == "inland" else FEWEST_DIGITS
        if _is_phone(text[start:end], fewest):
            yield Contact(start, end, text[start:end], False)


def phones(text: str) -> Iterator[re.Match[str]]:
    """What may be telephone numbers; looked for only around runs of digits, which are few."""
    begin, end = 0, -1
    for run in RUN.finditer(text):
        if run.start() - LONGEST_BEFORE > end:
            yield from PHONE.finditer(text, begin, max(end, 0))
            begin = max(run.start() - LONGEST_BEFORE, 0)
        end = run.end() + LONGEST_BEHIND
    yield from PHONE.finditer(text, begin, max(end, 0))


def may_hold_mail(text: str) -> bool:
    """Whether a look for mail addresses is worth while."""
    if "@" in text or " dot " in text or " DOT " in text:
        return True
    if not text.isascii() and ("\uff20" in text or "\ufe6b" in text):
        return True
    has_bracket = "(" in text or "[" in text or "{" in text
    return has_bracket and bool(AT_IN_BRACKETS.search(text))


def may_hold_number(text: str) -> bool:
    """Whether a look for telephone numbers is worth while."""
    return bool(LOOSE_NUMBER.search(text))


def numbers_in(text: str) -> Iterator[Contact]:
    """Whatever may be a number that is known, however it is grouped."""
    for match in LOOSE_NUMBER.finditer(text):
        yield Contact(match.start(), match.end(), match[0], False)


def _is_mail(match: re.Match[str]) -> bool:
    country = re.split(r"\W+", match["host"].strip(")]} "))[-1].lower()
    return (
        len(country) > 1
        and country.isalpha()
        and country not in NO_COUNTRIES
        and match["mailbox"].lower() not in NOBODY
    )


def _is_phone(number: str, fewest: int) -> bool:
    digits = digits_of(number)
    if not fewest <= len(digits) <= MOST_DIGITS or len(set(digits)) < 3:
        return False
    return not SHAPE_OF_DATE.match(number.strip("( "))


def digits_of(text: str) -> str:
    """The digits of a text, in whatever script, as those from 0 to 9."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def is_same_number(one: str, other: str) -> bool:
    """Whether two numbers are one, with or without a country's code."""
    first, second = digits_of(one).lstrip("0"), digits_of(other).lstrip("0")
    shortest = min(len(first), len(second))
    if shortest < SAME_DIGITS:
        return first == second and shortest >= FEWEST_DIGITS - 1
    return first[-SAME_DIGITS:] == second[-SAME_DIGITS:]


class AllowedContacts:
    """Mail addresses, domains written as `@example.org`, and numbers that may be shown."""

    def __init__(self, texts: Iterable[str]):
        texts = [text.strip().casefold() for text in texts]
        self.mails = frozenset(text for text in texts if "@" in text)
        self.numbers = tuple(
            text for text in texts if "@" not in text and len(digits_of(text)) >= FEWEST_DIGITS - 1
        )

    def allows(self, contact: Contact) -> bool:
        """Whether it may be shown."""
        if contact.is_mail:
            mail = contact.text.casefold()
            return mail in self.mails or f"@{mail.rpartition('@')[2]}" in self.mails
        return any(is_same_number(contact.text, number) for number in self.numbers)
