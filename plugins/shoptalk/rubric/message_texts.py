"""The texts of requests that checks of messages look at, and how a fault in one is named."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from shoptalk.outreach.days import written_day
from shoptalk.outreach.messages.message import is_english
from shoptalk.outreach.messages.phrases import Found
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault
from shoptalk.rubric.material import Material


class Text(NamedTuple):
    """One text of a request."""

    entry: Entry
    path: str
    """Its key, such as `message` or `reminders[0].text`."""
    text: str
    is_sent: bool

    def fault(self, found: Found, *measured: Any) -> tuple[Entry, Fault]:
        """A fault of some words in it; the wording is told last whether it has been sent."""
        path = f"{self.path}[{found.at}:{found.at + len(found.words)}]"
        return self.entry, Fault(path, (*measured, self.is_sent))

    def lacks(self, *measured: Any) -> tuple[Entry, Fault]:
        """A fault of the text as a whole."""
        return self.entry, Fault(self.path, (*measured, self.is_sent))


def messages(material: Material) -> Iterator[Text]:
    """The messages that ask for a conversation."""
    for entry in material.requests:
        if entry.request.message:
            yield Text(entry, "message", entry.request.message, _is_sent(entry, material.today))


def english_messages(material: Material) -> Iterator[Text]:
    """Those in English: what others lack cannot be told."""
    return (one for one in messages(material) if is_english(one.text))


def follow_ups(material: Material) -> Iterator[Text]:
    """Reminders and check-ins."""
    for entry in material.requests:
        for key in ("reminders", "check_ins"):
            for number, contact in enumerate(getattr(entry.request, key)):
                if contact.text:
                    path, is_sent = f"{key}[{number}].text", contact.on <= material.today
                    yield Text(entry, path, contact.text, is_sent)


def all_texts(material: Material) -> Iterator[Text]:
    """Messages with their subjects, reminders and check-ins."""
    for entry in material.requests:
        if entry.request.subject:
            yield Text(entry, "subject", entry.request.subject, _is_sent(entry, material.today))
    yield from messages(material)
    yield from follow_ups(material)


def path_of_message(entry: Entry, options: object) -> tuple[str, ...]:
    """The message, where a request has one: the evidence of most checks."""
    return ("message",) if entry.request.message else ()


def paths_of_texts(entry: Entry, options: object) -> Iterator[str]:
    """All texts of a request, as evidence."""
    for key in ("subject", "message"):
        if getattr(entry.request, key):
            yield key
    for key in ("reminders", "check_ins"):
        for number, contact in enumerate(getattr(entry.request, key)):
            if contact.text:
                yield f"{key}[{number}].text"


def advised(help: str, is_sent: bool) -> str:
    """What to do; a message that is sent stays as it was, for the log to be true."""
    return f"it is sent; in the next one, {help}" if is_sent else help


def _is_sent(entry: Entry, today: date) -> bool:
    sent = entry.request.sent
    return sent is not None and written_day(sent) <= today
