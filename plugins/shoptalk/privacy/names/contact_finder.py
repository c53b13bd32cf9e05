"""Finds mail addresses and telephone numbers, whoever's they are."""

from collections.abc import Iterable, Iterator

from shoptalk.privacy.names.bearers import ANYBODY, NOWHERE
from shoptalk.privacy.names.contacts import (
    AllowedContacts,
    Contact,
    contacts_in,
    is_same_number,
    numbers_in,
)
from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.names.sighting import Sighting, origin
from shoptalk.privacy.names.unescaping import views_of
from shoptalk.privacy.private_values import PrivateValue


class ContactFinder:
    """Looks for contacts that may not be shown."""

    def __init__(self, values: Iterable[PrivateValue], allowed: Iterable[str]):
        self.known = tuple(value for value in values if value.kind == "contact")
        self.allowed = AllowedContacts(allowed)

    def find(self, piece: str, offset: int = 0) -> Iterator[Sighting]:
        """Those in a piece of text, which begins at `offset` of the whole."""
        found: dict[tuple[int, int], Sighting] = {}
        for views in views_of(piece):
            candidates = [*contacts_in(views[0].text)]
            if any("@" not in value.text for value in self.known):
                candidates += self._known_numbers(views[0].text)
            for contact in candidates:
                if not self.allowed.allows(contact):
                    start, end = origin(views, contact.start, contact.end)
                    span = (start + offset, end + offset)
                    found.setdefault(span, Sighting(self._owner(contact), *span))
        yield from found.values()

    def _known_numbers(self, text: str) -> Iterator[Contact]:
        for contact in numbers_in(text):
            if any(is_same_number(contact.text, value.text) for value in self.known):
                yield contact

    def _owner(self, contact: Contact) -> PrivateValue:
        """The known value that a contact is, or one of nobody in particular."""
        for value in self.known:
            if contact.is_mail:
                is_same = folded_words(value.text) == folded_words(contact.text)
            else:
                is_same = "@" not in value.text and is_same_number(value.text, contact.text)
            if is_same:
                return value
        return PrivateValue(contact.text, "contact", ANYBODY, NOWHERE)
