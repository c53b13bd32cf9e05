"""Every kind of leak, planted into a small built site, is found and said to be where it is."""

import gzip
import json
import zlib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from privacy.made_files import GPS, chunk, jpeg, png, segment, tiff, zipped
from privacy.planted import PLACES, POSITIONS, VALUES, WAYS

from shoptalk.cli import main
from shoptalk.findings.finding import Place
from shoptalk.privacy.leaks.image_metadata import metadata_of
from shoptalk.privacy.leaks.site_files import parts_of
from shoptalk.privacy.leaks.site_search import find_leaks, search_site
from shoptalk.privacy.names.finder import Finder
from shoptalk.privacy.private_values import PrivateValue, agreed_texts, private_values
from shoptalk.reading.corpus import read_corpus

TODAY = date(2026, 11, 22)
NAME = "Rosalind Okafor"
VALUE = PrivateValue(NAME, "name", "rosalind", Place(path="interviews/rosalind.md", line=2))


INDEX = json.dumps({"docs": [{"title": "Home"}, {"title": "By R. Okafor", "text": ""}]})
ARTIST = b"Rosalind Okafor\0"
PDF = b"%PDF-1.7\n1 0 obj << /Author (Rosalind Okafor) >> endobj"
PDF_16 = b"%PDF-1.7\n<< /Author <" + ("\ufeff" + NAME).encode("utf-16-be").hex().encode() + b"> >>"
PACKED = b"%PDF-1.7\nstream\n" + zlib.compress(b"<< /Title (Rosalind Okafor) >>") + b"\nendstream"

PLANTED = {
    "text": ("a.html", b"<p>\nby <b>Rosalind</b> Okafor", "", 2),
    "attribute": ("a.html", b'<img alt="Rosalind Okafor">', "", 1),
    "comment": ("a.html", b"<!-- Rosalind Okafor -->", "", 1),
    "script": ("a.html", rb'<script>x = "Rosalind \u004fkafor"</script>', "", 1),
    "style": ("a.css", b"a::after { content: 'Rosalind Okafor' }", "", 1),
    "javascript": ("a.js", b"// Rosalind Okafor", "", 1),
    "source map": ("a.js.map", b'{"sources": ["rosalind-okafor.js"]}', "", 1),
    "svg": ("a.svg", b"<svg><title>Rosalind Okafor</title></svg>", "", 1),
    "sitemap": ("sitemap.xml", b"<loc>https://x.org/rosalind-okafor/</loc>", "", 1),
    "feed": ("feed.xml", b"<author>Okafor, Rosalind</author>", "", 1),
    "Latin-1": ("a.html", "é Rosalind Okafor".encode("latin-1"), "", 1),
    "UTF-16": ("a.txt", "Rosalind Okafor".encode("utf-16"), "", 1),
    "search index": (
        "search/search_index.json",
        INDEX.encode(),
        "the search index, entry 1, title",
        1,
    ),
    "json": ("a.json", b'{"a": [1, {"b": "Rosalind Okafor"}]}', "a[1].b", 1),
    "gz": ("sitemap.xml.gz", gzip.compress(b"rosalind-okafor"), "unpacked", 1),
    "zip": ("a.zip", zipped("b/c.txt", b"Rosalind Okafor"), "b/c.txt", 1),
    "zip name": ("a.zip", zipped("rosalind-okafor.txt", b""), "name in the archive", 1),
    "file name": ("rosalind-okafor.png", png(), "its name", 1),
    "camel case": ("photoRosalindOkafor2.png", png(), "its name", 1),
    "folder name": (
        "rosalind-okafor/index.html",
        b"",
        "the name of the folder 'rosalind-okafor'",
        1,
    ),
    "EXIF": (
        "a.jpg",
        jpeg(segment(0xE1, b"Exif\0\0" + tiff((0x13B, 2, ARTIST)))),
        "EXIF Artist",
        1,
    ),
    "EXIF comment": ("a.tif", tiff((0x9286, 7, b"ASCII\0\0\0" + ARTIST)), "EXIF UserComment", 1),
    "JPEG comment": ("a.jpg", jpeg(segment(0xFE, ARTIST)), "JPEG comment", 1),
    "XMP": ("a.jpg", jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<a>" + ARTIST)), "XMP", 1),
    "IPTC": (
        "a.jpg",
        jpeg(segment(0xED, b"Photoshop 3.0\0\x1c\2\x50\0\x0f" + ARTIST)),
        "IPTC By-line",
        1,
    ),
    "behind a JPEG": ("a.jpg", jpeg(behind=ARTIST), "behind the end of the JPEG", 1),
    "PNG text": ("a.png", png(chunk(b"tEXt", b"Author\0" + ARTIST)), "PNG Author", 1),
    "PNG packed": (
        "a.png",
        png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(ARTIST))),
        "PNG Author",
        1,
    ),
    "PNG iTXt": ("a.png", png(chunk(b"iTXt", b"By\0\0\0\0\0" + ARTIST)), "PNG By", 1),
    "PNG EXIF": ("a.png", png(chunk(b"eXIf", tiff((0x13B, 2, ARTIST)))), "EXIF Artist", 1),
    "PDF": ("a.pdf", PDF, "PDF Author", 1),
    "PDF in UTF-16": ("a.pdf", PDF_16, "PDF Author", 1),
    "PDF stream": ("a.pdf", PACKED, "PDF Title", 1),
    "bytes": ("a.bin", b"\0\1\2Rosalind Okafor\0", "bytes", 1),
    "bytes in UTF-16": (
        "a.bin",
        b"\0\0" + "Rosalind Okafor".encode("utf-16-le"),
        "bytes in UTF-16",
        1,
    ),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_every_planted_leak_is_found(tmp_path: Path, kind: str):
    name, content, part, line = PLANTED[kind]
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    (tmp_path / "clean.html").write_text("<p>An alias says: the rosy lindens.")
    leaks = find_leaks(tmp_path, [VALUE])
    assert leaks
    assert {(one.kind, one.value) for one in leaks} == {("name", VALUE)}
    assert part in {one.part for one in leaks}
    place = leaks[0].finding.place
    assert (place.path.split("/")[0], place.line) == (name.split("/")[0], line)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_writing_is_seen_through(tmp_path: Path, way: str):
    kind, text = WAYS[way]
    (tmp_path / ("a.json" if text.startswith("{") else "a.html")).write_text(text, "utf-8")
    assert {one.kind for one in find_leaks(tmp_path, VALUES)} == {kind}


@pytest.mark.parametrize("place", PLACES)
def test_every_place_in_a_file_is_looked_at(tmp_path: Path, place: str):
    name, content = PLACES[place]
    (tmp_path / name).write_bytes(content)
    assert {one.kind for one in find_leaks(tmp_path, [VALUE])} == {"name"}


@pytest.mark.parametrize("place", POSITIONS)
def test_positions_are_found_wherever_they_stand(tmp_path: Path, place: str):
    name, content = POSITIONS[place]
    (tmp_path / name).write_bytes(content)
    assert {one.kind for one in find_leaks(tmp_path, [])} == {"position"}


@pytest.mark.parametrize(
    "noise",
    [
        b"wOF2\0\0 Rosalind Okafor",
        b"\0\1O\xff[(R\0Okafor",
        b"\0\1R\xff\xfe~Okafor\x02",
        b"\0\1\xc4\xc0b@u.z\xfexjv\0",
        b"\0\1k@Q4.Xzb\0",
    ],
)
def test_noise_is_no_leak(tmp_path: Path, noise: bytes):
    (tmp_path / "a.bin").write_bytes(noise)
    assert find_leaks(tmp_path, [VALUE]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "stop at first dot after it",
        "f(a).b and g(at)",
        "at 10.0.0.1, version 1.2.3.4",
        "2026-11-22 13:09:24",
        "0.123456789 and 1234567890",
        "ISBN 978-3-16-148410-0",
        "a@b.T, x @ y",
    ],
)
def test_what_only_looks_like_a_contact(tmp_path: Path, text: str):
    (tmp_path / "a.html").write_text(f"<p>{text}")
    assert find_leaks(tmp_path, []) == ()


def test_a_finding_says_what_where_and_whence(tmp_path: Path):
    (tmp_path / "a.html").write_text("<p>by Rosalind Okafor, Rosalind Okafor")
    (leak,) = find_leaks(tmp_path, [VALUE])
    assert leak.finding.check == "leak"
    assert leak.finding.severity == "error"
    assert (leak.finding.place.column, leak.finding.place.width) == (7, 15)
    assert leak.finding.message == (
        "'Rosalind Okafor' names somebody who did not agree to be named, and 1 more times there"
        "; it comes from interviews/rosalind.md:2"
    )


def test_the_position_of_a_picture_is_a_leak_of_its_own(tmp_path: Path):
    (tmp_path / "a.jpg").write_bytes(jpeg(segment(0xE1, b"Exif\0\0" + GPS)))
    (leak,) = find_leaks(tmp_path, [])
    assert (leak.kind, leak.part, leak.quotation) == ("position", "EXIF GPS", "52.50°, 52.50°")


def test_contacts_of_anybody_are_leaks_unless_allowed(tmp_path: Path):
    (tmp_path / "a.html").write_text("ann@quill.dev")
    assert [one.kind for one in find_leaks(tmp_path, [])] == ["contact"]
    assert find_leaks(tmp_path, [], ["@quill.dev"]) == ()


def test_files_of_the_theme_are_passed_over_only_as_they_are(tmp_path: Path):
    for folder in ("site", "theme"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.js").write_text("/* ann@quill.dev */")
    themed = search_site(tmp_path / "site", Finder([]), same_as=[tmp_path / "theme"])
    assert themed.leaks == ()
    (tmp_path / "site" / "a.js").write_text("/* bob@quill.dev */")
    assert search_site(tmp_path / "site", Finder([]), same_as=[tmp_path / "theme"]).leaks


def test_a_first_name_counts_on_the_persons_own_page(tmp_path: Path):
    page = tmp_path / "interviews" / "a-nurse" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("Rosalind checks it")
    homes = {"interviews/a-nurse/index.html": "rosalind"}
    assert search_site(tmp_path, Finder([VALUE])).leaks == ()
    assert search_site(tmp_path, Finder([VALUE]), homes=homes).leaks


CONTENTS = [
    *(content for _, content, _, _ in PLANTED.values()),
    *(content for _, content in (*PLACES.values(), *POSITIONS.values())),
]


@given(st.sampled_from(CONTENTS), st.data())
def test_damaged_files_never_raise(content: bytes, data: st.DataObject):
    at = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(at, len(content)))
    damaged = content[:at] + data.draw(st.binary(max_size=8)) + content[end:]
    metadata_of(damaged)
    list(parts_of(damaged))


FILE = """\
---
name: Rosalind Okafor
title: Clinical Data Engineer
organization: Harbor Health
link: https://quill.dev/ann
questions: [What did six new sheds cost the harbor clinic?]
{more}
---

Text.
"""


@pytest.fixture
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "interviews").mkdir()
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path)

    def write(more: str) -> Path:
        (tmp_path / "interviews" / "ann.md").write_text(FILE.format(more=more))
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("more", "kinds"),
    [
        ("", ["name", "organization", "link"]),
        ("consent: {name: true, link: true}", ["organization"]),
        ("consent: {name: true, on: 2027-01-01}", ["name", "organization", "link"]),
        ("consent: {name: true, until: 2026-01-01}", ["name", "organization", "link"]),
        (
            "consent: {name: true, organization: true, link: true}\ndraft: true",
            ["name", "organization", "link", "note", "note"],
        ),
    ],
)
def test_nothing_written_means_nothing_agreed(portfolio, more: str, kinds: list[str]):
    corpus = read_corpus([portfolio(more) / "interviews"], TODAY)
    assert [one.kind for one in private_values(corpus, TODAY)] == kinds
    assert ("Rosalind Okafor" in agreed_texts(corpus, TODAY)) is ("name" not in kinds)


def test_the_command_finds_leaks(portfolio):
    folder = portfolio("")
    page = folder / "site" / "index.html"
    page.write_text("<p>by Rosalind Okafor")
    done = CliRunner().invoke(main, ["leaks", "site"])
    assert done.exit_code == 1
    assert done.output.startswith("site/index.html:1:7: error: 'Rosalind Okafor' names somebody")
    assert done.output.endswith("1 files of the site: 1 error\n")
    printed = json.loads(CliRunner().invoke(main, ["leaks", "site", "--format", "json"]).output)
    assert printed["findings"][0]["check"] == "leak"
    assert CliRunner().invoke(main, ["leaks", "site", "--allow", NAME]).exit_code == 0
    page.write_text("<p>by a nurse")
    done = CliRunner().invoke(main, ["leaks", "site", "--portfolio", "."])
    assert (done.exit_code, done.output) == (0, "1 files of the site: nothing private found\n")


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["site", "--format", "xml"]])
def test_wrong_usage(portfolio, arguments: list[str]):
    portfolio("")
    assert CliRunner().invoke(main, ["leaks", *arguments]).exit_code == 2


def test_in_a_link_to_the_page_a_part_of_the_name_is_enough(tmp_path: Path):
    (tmp_path / "index.html").write_text(
        '<a href="interviews/a-sailor/">\n<span>with Marisol</span></a> Marisol'
        '<a href="interviews/bea.html">Marisol</a>'
    )
    value = PrivateValue("Marisol Quillon", "name", "marisol", Place(path="x"))
    homes = {"interviews/a-sailor/index.html": "marisol", "interviews/bea.html": "bea"}
    [found] = search_site(tmp_path, Finder([value]), homes=homes).leaks
    assert (found.quotation, found.place.line) == ("Marisol", 2)
