"""Something private in a built site, and how it is said."""

from dataclasses import dataclass
from typing import Literal

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.privacy.private_values import Kind, PrivateValue

LeakKind = Kind | Literal["position"]

WHAT = {
    "name": "names somebody who did not agree to be named",
    "asked": "names somebody who was asked for a conversation, and agreed to nothing",
    "referral": "names somebody recommended, who agreed to nothing",
    "organization": "is the organization of somebody who did not agree to have it named",
    "link": "is the link of somebody who did not agree to have it shown",
    "contact": "is a mail address or a telephone number",
    "note": "is from a private note or a draft",
    "position": "is where a picture was taken",
}
HELP = {
    "name": "write 'she', 'he' or the alias there; if the person agrees, write `consent: {name: "
    "true}`",
    "asked": "write what the person does, or 'somebody'",
    "referral": "write what the person does, or 'somebody'",
    "organization": "write what kind of place it is; if the person agrees, write `consent: "
    "{organization: true}`",
    "link": "take the link out; if the person agrees, write `consent: {link: true}`",
    "contact": "take it out; if everybody may read it, allow it",
    "note": "take it out, or set `draft: false` once the write-up may be read by everybody",
    "position": "save the picture without its metadata, or take a screenshot of it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Something private in a file of a built site."""

    place: Place
    part: str
    """What of the file holds it, such as `EXIF Artist`; empty for its text."""
    kind: LeakKind
    quotation: str
    """As it stands in the file."""
    value: PrivateValue | None
    """What leaked; None for the position of a picture."""
    times: int = 1
    """How often the same stands in that part of the file."""
    made_from: str = ""
    """The author's own file that this one is made from, if it is known."""
    other_files: int = 0
    """How many more files show the same."""
    set_at: str = ""
    """Where the same words stand in the settings and the own pages of the site, if they do."""

    @property
    def finding(self) -> Finding:
        """The leak in words, at its place in the site."""
        source = ""
        if self.value and self.value.place.path:
            source = f"{self.value.place.path}:{self.value.place.line}"
        where = (self.part, source, self.made_from, self.other_files, self.set_at)
        return leak.at(self.place, self.kind, self.quotation, self.times, *where)


@check(Severity.ERROR)
def leak(
    kind: LeakKind,
    quotation: str,
    times: int,
    part: str,
    source: str,
    made_from: str,
    other_files: int,
    set_at: str,
) -> Wording:
    """A built site shows something of a person who did not agree to it.

    ### Why it matters

    Whatever is in a file of the site is public, also where no page shows it: in the search index,
    in a comment, in the name of a file, in what a camera wrote into a photo.

    ### Example

    Rosalind Okafor did not agree to be named, and a caption says `R. Okafor at her desk`.

    ### Write instead

    Put the alias or a pronoun in its place, build the site again, and publish only then. A photo
    you can save without its metadata.
    """
    inside = f", in {part}" if part else ""
    origin = f"; it comes from {source}" if source else ""
    page = f"; the page is made from {made_from}" if made_from else ""
    again = f", and {times - 1:,} more times there" if times > 1 else ""
    others = f", and in {other_files:,} other files" if other_files else ""
    settings = f"; the same words stand in {set_at}" if set_at else ""
    where = f"{inside}{again}{others}{origin}{page}{settings}"
    return Wording(f"{shown(quotation)} {WHAT[kind]}{where}", HELP[kind])
