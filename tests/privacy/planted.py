"""Every way of writing what is private, and every place in a file where it may stand.

Nobody here exists, nor do the organizations.
"""

import base64
import bz2
import gzip
import html
import json
import lzma
import struct
import zlib
from urllib.parse import quote

from privacy.made_files import (
    GPS,
    chunk,
    data_address,
    exif,
    gif,
    jpeg,
    named_gzip,
    packed,
    pdf,
    png,
    raw_profile,
    segment,
    tiff,
    webp,
    zipped,
)

from shoptalk.findings.finding import Place
from shoptalk.privacy.private_values import Kind, PrivateValue

NAME = "Rosalind Okafor"
BYTES = NAME.encode()
ARTIST = BYTES + b"\0"
MAIL, PHONE = "rosalind.o@quill.dev", "+49 30 5550 1234"
NOTE = "We talked about the closing of the yard next spring."
HERE = Place(path="interviews/a.md", line=2)
PRIVATE: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        "name",
        (
            NAME, "王小明", "ليلى النجار", "משה כהן", "José Núñez-Ibáñez", "Jürgen Großmann",
            "Işıl Yıldız", "藤原 さくら", "김철수", "Grace Hope", "Мария Ивановна Петрова",
            "Nguyễn Thị Minh Khai", "Jón Þór Birgisson", "Suharto", "Seán O’Hanlon",
        ),
    ),
    ("organization", ("Harbor Health", "Smith & Sons", "Quill’s Yard — North")),
    ("link", ("https://quill.dev/ann",)),
    ("contact", (MAIL, PHONE)),
    ("note", (NOTE,)),
)  # fmt: skip
VALUES = tuple(PrivateValue(text, kind, text, HERE) for kind, texts in PRIVATE for text in texts)


def numbered(text: str, form: str = "&#{};") -> str:
    return "".join(form.format(ord(sign)) for sign in text)


def in_index(**fields: object) -> str:
    entry = {"location": "", "title": "x", "text": "", **fields}
    return json.dumps({"docs": [entry]})


NAMED = {
    "text": f"<p>{NAME}",
    "decimal": numbered(NAME),
    "hexadecimal": numbered(NAME, "&#x{:X};"),
    "hexadecimal with zeros": numbered(NAME, "&#x0000{:x};"),
    "without semicolons": numbered(NAME, "&#{}"),
    "named": "Jos&eacute; N&uacute;&ntilde;ez-Ib&aacute;&ntilde;ez",
    "blank that holds": "Rosalind&nbsp;Okafor",
    "in an address": '<a href="?q=%52osalind%20Okafor">',
    "twice in an address": '<a href="?q=%2552osalind%2520%254Fkafor">',
    "plus": '<a href="?q=Rosalind+Okafor">',
    "slug": '<a href="/rosalind-okafor/">',
    "snake": "rosalind_okafor",
    "camel": "var rosalindOkafor=1",
    "capitals": NAME.upper(),
    "one word": "rosalindokafor",
    "handle": "@rokafor",
    "turned": "Okafor, Rosalind",
    "initial": "R. Okafor",
    "middle initial": "Rosalind M. Okafor",
    "possessive": "Okafor’s",
    "married": "Rosalind Okafor-Meyer",
    "JSON": json.dumps({"a": NAME}).replace("R", "\\u0052"),
    "JSON beyond ASCII": json.dumps({"a": "王小明"}),
    "JSON in two keys": json.dumps({"given": "Rosalind", "family": "Okafor"}),
    "JSON with a line break": json.dumps({"a": "Grace\nHope"}),
    "JavaScript": "x='\\x52osalind \\x4fkafor'",
    "JavaScript in braces": "x='\\u{52}osalind \\u{4f}kafor'",
    "CSS": "<style>a{content:'\\52 osalind \\4f kafor'}",
    "index, title": in_index(title=NAME),
    "index, location": in_index(location="a/#rosalind-okafor"),
    "index, tags": in_index(tags=["okafor"]),
    "index, text": in_index(text="<p>Rosalind</p>\n<p>Okafor</p>"),
    "index, parted word": in_index(text="<b>Ro</b>salind Oka<wbr>for"),
    "parted by tags": "<b>Ro</b>salind <i>Oka</i>for",
    "letter by letter": "".join(f'<tspan x="1">{sign}</tspan>' for sign in "Okafor"),
    "parted by comments": "Rosa<!-- x -->lind Oka<!-- -->for",
    "parted by stars": "**Rosa**lind Oka*for*",
    "soft hyphens": "Rosa&shy;lind Oka&shy;for",
    "soft hyphens as they are": "Rosa\u00adlind Oka\u00adfor",
    "places to break": "Rosa<wbr>lind Oka<wbr>for",
    "signs without width": "Rosa&#8203;lind Oka\u2060for",
    "lines": "Rosalind\nOkafor",
    "broken line": "Rosalind<br>\nOkafor",
    "cells": "<td>Rosalind</td>\n<td>Okafor</td>",
    "wide letters": "Ｒｏｓａｌｉｎｄ Ｏｋａｆｏｒ",
    "mathematical letters": "𝐑𝐨𝐬𝐚𝐥𝐢𝐧𝐝 𝐎𝐤𝐚𝐟𝐨𝐫",
    "abbreviation": f'<abbr title="{NAME}">RO</abbr>',
    "title of an SVG": f"<svg><metadata><dc:creator>{NAME}</metadata></svg>",
    "address with an SVG": f'url("data:image/svg+xml,{quote("<title>" + NAME)}")',
    "Chinese": "王小明先生说",
    "Chinese with tags": "王<b>小</b>明",
    "Chinese in an address": f'<a href="{quote("王小明")}">',
    "Korean": "김 철수 씨",
    "Japanese": "藤原さくらさん",
    "Arabic with a letter": "وليلى النجار",
    "Arabic article": "للنجار",
    "Arabic vowels": "لَيْلَى النَّجّار",
    "Hebrew with marks": "\u200fומשה\u200e כהן",
    "Turkish": "ISIL YILDIZ",
    "German": "JUERGEN GROSSMANN",
    "German capital": "GROẞMANN",
    "Irish": "Seán Ó Hanlon",
    "second last name": "José Ibañez",
    "Russian": "М. И. Петрова",
    "Vietnamese, turned": "Minh Khai Nguyen Thi",
    "Icelandic": "Jon Thor Birgisson",
    "one name": "said Suharto",
    "words": "with Grace Hope there",
}
NOT_NAMES: dict[str, tuple[Kind, str]] = {
    **{
        f"organization {text}": ("organization", text)
        for text in (
            "Harbor&nbsp;Health", "harbor-health", "HarborHealth", "Harbor<br>Health",
            "Smith &amp; Sons", "Quill&rsquo;s Yard &mdash; North",
            "Quill&#39;s Yard &#8212; North",
            in_index(text="<p>At Harbor\nHealth</p>"),
        )
    },
    **{
        f"link {text}": ("link", text)
        for text in (
            "quill.dev/ann", "http://www.quill.dev/ann/", "https%3A%2F%2Fquill.dev%2Fann",
            "https:\\/\\/quill.dev\\/ann", "quill.dev&#x2F;ann", "QUILL.DEV/ANN",
            "quill.dev/<wbr>ann",
        )
    },
    **{
        f"number {text}": ("contact", text)
        for text in (
            PHONE, "030/55501234", "tel:+493055501234", "0049-30-5550-1234", "30.5550.1234",
            "+49 (0)30 55 50 12 34", "+49&nbsp;30&nbsp;5550&nbsp;1234",
            "+49 30<wbr>5550<b>1234</b>", "٠٣٠٥٥٥٠١٢٣٤", "https://wa.me/493055501234",
            "+49\u201130\u20115550\u20111234", "+49\u202f30\u202f5550\u202f1234",
            json.dumps({"tel": 493055501234}),
            # Those of anybody.
            "tel:4155550132", "(415) 555-0132", "415-555-0132", "+44 20 7946 0958",
            "020 7946 0958", "sms:+14155550132", "https://wa.me/14155550132",
            "+1&#8209;415&#8209;555&#8209;0132", "＋１ ４１５ ５５５ ０１３２", "0171 1234567",
            "090-1234-5678", "+55 (11) 91234-5678", "07700 900123", "0412 345 678",
        )
    },
    **{
        f"mail {text}": ("contact", text)
        for text in (
            MAIL, "rosalind.o (at) quill (dot) dev", '<a href="mailto:%72osalind.o%40quill.dev">',
            "rosalind.o at quill dot dev", "rosalind.o&#64;quill&period;dev",
            "rosalind.o<span>@</span>quill.dev", "rosalind.o＠quill.dev",
            # Those of anybody.
            "bob@other.dev", "bob%40other.dev", "bob%2540other.dev", "bob[at]other[dot]dev",
            numbered("bob@other.dev"), "bob<b>@</b>other.dev", "bob<!-- x -->@other.dev",
            "bob@other&#8203;.dev", "bob&commat;other.dev", "bob AT other DOT dev",
            "bob(a)other.dev", '"bob\\u0040other.dev"', "bøb@øther.dev",
        )
    },
    "note": ("note", html.escape(NOTE).replace("the yard", "<b>the</b>\nyard")),
    "note in the index": ("note", in_index(text=NOTE.replace(" the ", "\nthe "))),
}  # fmt: skip
NAMES: dict[str, tuple[Kind, str]] = {way: ("name", text) for way, text in NAMED.items()}
WAYS = {**NAMES, **NOT_NAMES}

BY = chunk(b"tEXt", b"Author\0" + ARTIST)
EXIF_ARTIST = exif(tiff((0x13B, 2, ARTIST)))
IPTC = b"\x1c\2\x50\0\x0f" + BYTES
XMP = f"<x:xmpmeta><dc:creator>{NAME}</x:xmpmeta>"
XMP_BEGINS = b"http://ns.adobe.com/xap/1.0/\0"
XMP_GPS = b'<rdf exif:GPSLatitude="52,30.5N" exif:GPSLongitude="13,24.1E"/>'
SVG = f"<svg><title>{NAME}</title></svg>".encode()
PLACES = {
    "packed sitemap": ("sitemap.xml.gz", gzip.compress(b"<loc>https://x.org/rosalind-okafor/")),
    "packed twice": ("a.gz", gzip.compress(gzip.compress(BYTES))),
    "packed in parts": ("a.gz", gzip.compress(b"abc") + gzip.compress(BYTES)),
    "name of what is packed": ("a.gz", named_gzip(f"{NAME}.txt")),
    "bzip": ("a.bz2", bz2.compress(BYTES)),
    "xz": ("a.xz", lzma.compress(BYTES)),
    "archive behind a program": ("a.bin", b"#!/bin/sh\n" + zipped("b.txt", BYTES)),
    "document": ("a.docx", zipped("docProps/core.xml", f"<dc:creator>{NAME}".encode())),
    "text in base 64": ("a.html", data_address("text/plain", BYTES).encode()),
    "base 64 before words": ("a.html", f"{data_address('text/plain', BYTES)} words".encode()),
    "picture in base 64": ("a.html", data_address("image/png", png(BY)).encode()),
    "SVG in base 64": ("a.css", data_address("image/svg+xml;charset=utf-8", SVG).encode()),
    "base 64 in an address": (
        "a.html",
        f"data:text/plain;base64,{quote(base64.b64encode(BYTES + b'???').decode())}".encode(),
    ),
    "base 64 in JSON": (
        "a.json",
        json.dumps([data_address("text/plain", b"??>>" + BYTES)]).replace("/", "\\/").encode(),
    ),
    "name of a picture": ("IMG_rokafor_2.png", png()),
    "name with percent": ("Rosalind%20Okafor.html", b""),
    "PNG, packed iTXt": ("a.png", png(chunk(b"iTXt", b"By\0\1\0\0\0" + zlib.compress(BYTES)))),
    "PNG, EXIF in digits": ("a.png", raw_profile("exif", EXIF_ARTIST)),
    "PNG, IPTC in digits": ("a.png", raw_profile("iptc", IPTC)),
    "PNG, XMP in digits": ("a.png", raw_profile("xmp", XMP.encode())),
    "PNG, colours": ("a.png", png(chunk(b"iCCP", b"x\0\0" + zlib.compress(ARTIST)))),
    "JPEG, second": ("a.jpg", jpeg() + jpeg(segment(0xE1, EXIF_ARTIST))),
    "JPEG, comment in UTF-16": ("a.jpg", jpeg(segment(0xFE, NAME.encode("utf-16")))),
    "EXIF, author of Windows": (
        "a.jpg",
        jpeg(segment(0xE1, exif(tiff((0x9C9D, 7, NAME.encode("utf-16-le")))))),
    ),
    "EXIF, maker's note": ("a.tif", tiff((0x927C, 7, b"Camera\0\0" + ARTIST))),
    "WebP, EXIF": ("a.webp", webp(b"EXIF", EXIF_ARTIST)),
    "WebP, XMP": ("a.webp", webp(b"XMP ", XMP.encode())),
    "WebP, other": ("a.webp", webp(b"NAME", ARTIST)),
    "GIF, comment": ("a.gif", gif(BYTES)),
    "GIF, divided comment": ("a.gif", gif(BYTES[:11], BYTES[11:])),
    "PDF, octal": ("a.pdf", pdf(rb"<</Author(\122osalind \117kafor)>>")),
    "PDF, key of its own": ("a.pdf", pdf(b"<</Interviewee(Rosalind Okafor)>>")),
    "PDF, nested": ("a.pdf", pdf(b"<</Title(A (b (c)) Rosalind Okafor)>>")),
    "PDF, name": ("a.pdf", pdf(b"/Rosalind#20Okafor")),
    "PDF, comment": ("a.pdf", pdf(b"% Rosalind Okafor")),
    "PDF, packed objects": ("a.pdf", pdf(packed(b"5 0 <</Author(Rosalind Okafor)>>"))),
    "PDF, packed XMP": ("a.pdf", pdf(packed(XMP.encode()))),
    "PDF, XMP in UTF-16": ("a.pdf", pdf(XMP.encode("utf-16-be"))),
    "PDF, page": ("a.pdf", pdf(packed(b"BT [(Rosa)-20(lind)-250(Oka)10(for)] TJ ET"))),
    "PDF, lines": ("a.pdf", pdf(packed(b"(with)Tj (Rosalind)Tj (Okafor)Tj (then)Tj"))),
    "PDF, digits": ("a.pdf", pdf(packed(b"BT <" + BYTES.hex().encode() + b"> Tj ET"))),
    "PDF, not packed": ("a.pdf", pdf(b"stream\nBT (Rosalind Okafor) Tj ET\nendstream")),
    "PDF, attached": ("a.pdf", pdf(packed(BYTES))),
    "PDF, base 85": (
        "a.pdf",
        pdf(
            b"stream\n"
            + base64.a85encode(zlib.compress(b"(Rosalind Okafor) Tj"))
            + b"~>\nendstream"
        ),
    ),
    "PDF, picture": (
        "a.pdf",
        pdf(b"stream\n" + jpeg(segment(0xE1, EXIF_ARTIST)) + b"\nendstream"),
    ),
    "font": (
        "a.woff",
        b"wOFF" + bytes(20) + struct.pack(">II", 32, 99) + zlib.compress(b"<credit name='" + BYTES),
    ),
    "database": ("a.db", b"SQLite format 3\0\0\1" + ARTIST),
    "UTF-16 without a mark": ("a.html", f"<p>{NAME}".encode("utf-16-le")),
    "UTF-32": ("a.txt", NAME.encode("utf-32")),
    "HEIC": ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0" + EXIF_ARTIST),
    "film": ("a.mp4", b"\0\0\0\x18ftypmp42\xa9nam\0\0\0\x1fdata\0\0\0\1" + ARTIST),
}
POSITIONS = {
    "PNG, in digits": ("a.png", raw_profile("APP1", exif(GPS))),
    "JPEG, second": ("a.jpg", jpeg() + jpeg(segment(0xE1, exif(GPS)))),
    "XMP": ("a.jpg", jpeg(segment(0xE1, XMP_BEGINS + XMP_GPS))),
    "in base 64": ("a.html", data_address("image/jpeg", jpeg(segment(0xE1, exif(GPS)))).encode()),
    "AVIF": ("a.avif", b"\0\0\0\x18ftypavif" + struct.pack(">I", 0) + GPS),
    "film": ("a.mov", b"\0\0\0\x14ftypqt  \0\xa9xyz\0\x12\x15\xc7+52.5200+013.4050/"),
}
