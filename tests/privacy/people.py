"""A portfolio of invented people whose names are hard to find, named in every way there is.

Nobody here exists, nor do the organizations.
"""

import gzip
import html
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

from shoptalk.starter.start import file_name

NOTHING, NAME_ONLY, ENDED, NOT_YET = "", "name", "ended", "not yet"
ALL = "all"
CONSENT = {
    NOTHING: "",
    ALL: "consent: {name: true, organization: true, quotes: true, link: true, on: 2026-01-05}\n",
    NAME_ONLY: "consent: {name: true, on: 2026-01-05}\n",
    ENDED: "consent: {name: true, organization: true, link: true, on: 2020-01-05,"
    " until: 2020-12-31}\n",
    NOT_YET: "consent: {name: true, organization: true, link: true, on: 2999-01-05}\n",
}


class Invented(NamedTuple):
    """Somebody who was talked to."""

    name: str
    telling: tuple[str, ...] = ()
    """Words, folded, that stand in no text about anything else."""
    agreed: str = NOTHING
    alias: str = ""
    folder: str = ""
    draft: bool = False

    @property
    def is_named(self) -> bool:
        """The name may be shown."""
        return self.agreed in (ALL, NAME_ONLY) and not self.draft

    @property
    def number(self) -> int:
        return zlib.crc32(self.name.encode()) % 900 + 100

    @property
    def organization(self) -> str:
        return f"Vexley {self.number} Works"

    @property
    def first_employer(self) -> str:
        return f"Marlow {self.number} Foundry"

    @property
    def file(self) -> str:
        return f"{self.folder}{slugged(self.name)}"

    @property
    def link(self) -> str:
        return f"https://example.org/people/{quote(self.file)}-{self.number}"


NOT_NAMED = (
    Invented("Rosalind Okafor", ("rosalind", "okafor")),
    Invented("Se\u00e1n O\u2019Hanlon", ("ohanlon", "hanlon"), alias="A harbor pilot"),
    Invented("Jos\u00e9 N\u00fa\u00f1ez-Ib\u00e1\u00f1ez", ("nunez", "ibanez")),
    Invented("I\u015f\u0131l Y\u0131ld\u0131z", ("yildiz",)),
    Invented("J\u00fcrgen Gro\u00dfmann-Quast", ("jurgen", "grossmann", "quast")),
    Invented(
        "Στέφανος Καλλέργης",
        ("\u03ba\u03b1\u03bb\u03bb\u03b5\u03c1\u03b3\u03b7\u03c3",),
    ),
    Invented(
        "\u0644\u064a\u0644\u0649 \u0627\u0644\u0646\u062c\u0627\u0631",
        ("\u0627\u0644\u0646\u062c\u0627\u0631",),
    ),
    Invented("\u738b\u5c0f\u660e", ("\u738b\u5c0f\u660e",)),
    Invented("\uae40\ucca0\uc218", (unicodedata.normalize("NFKD", "\uae40\ucca0\uc218"),)),
    Invented("Grace Hope"),
    Invented("R*b(e)rt [X] $mith^son", ("mith son",)),
    Invented("Ada <b>Quillfeather</b>", ("quillfeather",)),
    Invented("Mary Ann Fenwickle", ("fenwickle",)),
    Invented("Ann Fenwickle", ("fenwickle",), alias="A weaver"),
    Invented("Malcolm X", ("malcolm x",)),
    Invented("Will Mark"),
    Invented("Bj\u00f6rkhild", ("bjorkhild",)),
    Invented("X"),
    Invented("Tomas Bellweather", alias="A weaver"),
    Invented("\u0110\u1eb7ng V\u0103n Th\u1eafng"),
    Invented("\u05de\u05e9\u05d4 \u05db\u05d4\u05df-\u05e6\u05d3\u05e7"),
    Invented("\u092e\u0940\u0930\u093e \u0926\u0947\u0936\u092e\u0941\u0916"),
    Invented("\u85e4\u539f \u3055\u304f\u3089", ("\u3055\u304f\u3089",)),
    Invented(
        "\u041e\u043b\u0435\u0441\u044f \u0412\u0435\u0440\u0431\u0438\u0446\u044c\u043a\u0430"
    ),
    Invented("D'Arcy de la Cruz-Vane", ("darcy", "vane")),
    Invented("Q. Zyxelby", ("zyxelby",)),
    Invented("Summer Rain"),
    Invented("Tom & Jerry Ampersby", ("ampersby",)),
    Invented("Jean--Luc   Picardeau", ("picardeau",), folder="picardeau/"),
    Invented("Ng Wu"),
    Invented("ALLCAPS MCVEXLER", ("mcvexler",), folder="2026/"),
    Invented("Yusuf Haddadian", ("haddadian",), agreed=ENDED),
    Invented("Kezia Drummondsen", ("drummondsen",), agreed=ENDED, alias="Kezia, a weaver"),
    Invented("Temi Okonjola", ("okonjola",), agreed=NOT_YET),
    Invented("Draftina Unfinch", ("draftina", "unfinch"), agreed=ALL, draft=True),
    Invented("Sketcham Laterby", ("sketcham", "laterby"), draft=True),
)
NAMED = (
    Invented("Ines Bellweather", agreed=ALL),
    Invented("Lee Ann Fenwick", agreed=ALL),
    Invented("Mary Quillon", agreed=ALL),
    Invented("Zo\u00eb \u00c5ngstr\u00f6m", agreed=ALL),
    Invented("\u6797\u7f8e\u73b2", agreed=ALL),
    Invented("\u0633\u0627\u0645\u0631 \u0627\u0644\u062e\u0637\u064a\u0628", agreed=ALL),
    Invented("Mark Hope", agreed=ALL),
    Invented("Platonia", agreed=ALL),
    Invented("Rose Okaforson", agreed=ALL, folder="rosalind-okafor/"),
    Invented("Amara O'Dell-Reeve", agreed=ALL),
    Invented("Ola Nordmann-Lie", agreed=NAME_ONLY),
    Invented("Petra Vasquez-Holm", agreed=NAME_ONLY),
    Invented("Iain MacQuarrie", agreed=NAME_ONLY),
    Invented("Sefu Adeyemi-Hart", agreed=NAME_ONLY),
    Invented("Hana Lefort", agreed=NAME_ONLY),
    Invented("Gideon Lefort", agreed=NAME_ONLY),
    Invented("Imani Castellane", agreed=ALL),
    Invented("Dmitri Vaskovic", agreed=ALL),
)
PEOPLE = (*NOT_NAMED, *NAMED)
RECOMMENDED = ("Wanjiru Recommendsen", "Okke van Tipstra")
TITLES = ("Harbor Pilot", "Weaver", "Data Engineer", "Nurse Educator", "Tide Reader")

FILE = """\
---
name: {name}
mononym: {mononym}
title: {title}
organization: {organization}
date: 2026-0{month}-14
{consent}{alias}draft: {draft}
link: {link}
description: {description}
research: {research}
tags: [weaving, {tag}, tides]
questions:
  - What does a normal Tuesday look like for you?
  - {named}
learnings:
  - learned: {learnt}
    agrees_with: [{other}, {other_address}]
    differs_from: {referral}
  - I hope the will is there in summer, and that it will mark the rain with grace.
applications:
  - {will_do}
referrals:
  - {{name: {referral}, title: Weaver, organization: Tipstra Vexley Yard}}
  - {other}
before: {before}
after: {after}
path:
  - {{years: 1990-1995, role: {role}, organization: {first_employer}}}
  - {{years: 1996-now, role: Weaver, organization: University}}
---

We spoke about {name_in_text} and {other_in_text}; {first_in_text}'s desk is at {organization}.

## What does a normal Tuesday look like for you?

{first_in_text} said: “Nobody {number} has ever
asked me that.” Then "quoted {number} straight".
Ask [{name_in_text}]({link} "{name_in_text}") or see [the page]({file}.md) and <{link}>.

> Quoted block {number} from {name_in_text}
goes on lazily {number}.

![{name_in_text} at work]({picture}.png)
<!-- a comment about {name_in_text} -->
<img src="{picture}.png" alt="{name_in_text}">
Write to {mail}, or call +49 30 5550 {number}{number}.

## {named_in_text}

They did. Look at [{other_in_text}]({other_file}.md) too, `{name_in_text}`, and {referral_in_text}.
"""


def write_portfolio(folder: Path) -> None:
    """Write the interviews, each with a picture beside it."""
    for at, person in enumerate(PEOPLE):
        path = folder / "interviews" / f"{person.file}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_file(person, PEOPLE[(at * 7 + 3) % len(PEOPLE)], at), encoding="utf-8")
        (path.parent / f"{path.stem}.png").write_bytes(b"\x89PNG\r\n\x1a\n" + path.stem.encode())


def _file(person: Invented, other: Invented, at: int) -> str:
    first = person.name.split()[0]
    texts = {
        "name": person.name,
        "title": TITLES[at % len(TITLES)],
        "organization": person.organization,
        "link": person.link,
        "description": f"With {person.name} of {person.organization}",
        "research": f"Secretly {person.name} once kept {person.number} llamas.",
        "tag": slugged(person.name),
        "named": f"How did {person.name} come to {person.organization}?",
        "learnt": f"{first} and {other.name} say \u201cnothing {person.number} is done\u201d.",
        "other_address": other.file,
        "before": f"I took {person.name} for a llama.\n\nAt {person.first_employer}?",
        "after": f"\u201cNever {person.number} again\u201d, said {first}.",
        "role": f"Aide to {person.name}",
        "first_employer": person.first_employer,
        "will_do": f"Write to {other.name} at {other.organization}.",
        "referral": RECOMMENDED[at % 2],
        "other": other.name,
    }
    alias = f"alias: {json.dumps(person.alias)}\n" if person.alias else ""
    return FILE.format(
        **{key: json.dumps(text, ensure_ascii=False) for key, text in texts.items()}
        | {"organization": person.organization, "link": person.link},
        mononym=str(" " not in person.name).lower(),
        month=at % 9 + 1,
        consent=CONSENT[person.agreed],
        alias=alias,
        draft=str(person.draft).lower(),
        name_in_text=person.name,
        first_in_text=first,
        other_in_text=other.name,
        referral_in_text=texts["referral"],
        named_in_text=texts["named"],
        number=person.number,
        file=quote(person.file.rpartition("/")[2]),
        picture=quote(person.file.rpartition("/")[2]),
        other_file=quote(other.file),
        mail=f"{quote(slugged(person.name))}{person.number}@vexley.dev",
    )


def slugged(name: str) -> str:
    """A name as a file is called after it."""
    return file_name(name)


def words(text: str) -> str:
    """The words of a text, folded, with a blank around each."""
    apart = unicodedata.normalize(
        "NFKD", text.casefold().replace("\u0131", "i").replace("\u0111", "d")
    )
    letters = (sign for sign in apart if not unicodedata.combining(sign))
    parted = re.sub(r"[^\w]+|_", " ", "".join(letters))
    return f" {parted.strip()} "


def texts_in(site: Path) -> Iterator[tuple[str, str]]:
    """What each file of a site says, in several readings, with its path; and the paths."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        yield name, name
        if path.is_file() and not name.startswith("assets/"):
            data = path.read_bytes()
            data = gzip.decompress(data) if name.endswith(".gz") else data
            text = data.decode("utf-8", "replace")
            if name.endswith(".json"):
                text += json.dumps(json.loads(text), ensure_ascii=False)
            plain = re.sub(r"<[^<>]*>", " ", text)
            for one in (text, plain, re.sub(r"<[^<>]*>", "", text)):
                yield name, unquote(html.unescape(html.unescape(one)))


def secrets() -> set[str]:
    """Words that nothing may show which everybody sees."""
    secrets = {words(name) for name in RECOMMENDED} | {" tipstra vexley yard ", " llamas "}
    for person in PEOPLE:
        number = person.number
        if not person.is_named:
            secrets |= {f" {word} " for word in person.telling}
            if len(words(person.name).split()) > 1:
                secrets.add(words(person.name))
        if person.agreed != ALL or person.draft:
            secrets |= {words(person.organization), words(person.first_employer)}
            secrets |= {f" never {number} again ", f" nobody {number} ", f" quoted {number} "}
            secrets |= {f" block {number} ", f" lazily {number} ", f" nothing {number} "}
            secrets |= {words(person.link)}
    return secrets


def leaked(site: Path) -> Iterator[str]:
    """What a public site shows of people who did not agree to it; none of Shoptalk is used."""
    not_to_be_seen = secrets()
    for name, text in texts_in(site):
        folded = words(text)
        yield from (f"{name}: {secret.strip()}" for secret in not_to_be_seen if secret in folded)
        if "@vexley.dev" in text:
            yield f"{name}: mail"
        if name.endswith(".png") and not name.startswith("assets/"):
            yield f"{name}: picture"
