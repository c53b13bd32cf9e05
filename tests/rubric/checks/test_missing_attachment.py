"""A file or a part that must be there."""

import pytest
from one_check import hold, messages, paths, rendered, said_of_rubric

MET = {
    "by the text of a link": (
        "missing-attachment: {name: transcript}",
        "",
        "See [my Transcript](a.pdf).",
    ),
    "by the file": (
        "missing-attachment: {name: thank-you}",
        "",
        "See [it](files/thank_you.pdf).",
    ),
    "a picture": (
        "missing-attachment: {name: poster}",
        "",
        "![The poster](p.jpg)",
    ),
    "a web address": (
        "missing-attachment: {name: notes}",
        "",
        "<https://example.org/my-notes>",
    ),
    "a bare web address": (
        "missing-attachment: {name: notes}",
        "",
        "See https://example.org/my-notes.",
    ),
    "a heading with text": (
        "missing-attachment: {name: transcript}",
        "",
        "## The transcript\n\nMe: Why?",
    ),
    "with words between": (
        "missing-attachment: {name: thank * message}",
        "",
        "[Thank you for your message](a.md)",
    ),
    "Chinese": (
        "missing-attachment: {name: 海报}",
        "",
        "![我的海报](p.jpg)",
    ),
    "a Chinese file": (
        "missing-attachment: {name: 海报}",
        "",
        "![x](我的海报.jpg)",
    ),
    "Arabic": (
        "missing-attachment: {name: الملصق}",
        "",
        "[الملصق](p.pdf)",
    ),
    "a link by reference": (
        "missing-attachment: {name: transcript}",
        "",
        "See [it][1].\n\n[1]: transcript.pdf",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "nothing": (
        "missing-attachment: {name: transcript}",
        "",
        "I wrote a transcript.",
        ["5: nothing called 'transcript' is attached; the rubric asks for it"],
    ),
    "a heading without text": (
        "missing-attachment: {name: transcript}",
        "",
        "## Transcript",
        ["5: nothing called 'transcript' is attached; the rubric asks for it"],
    ),
    "a link to a heading": (
        "missing-attachment: {name: transcript}",
        "",
        "[Transcript](#transcript)",
        ["5: nothing called 'transcript' is attached; the rubric asks for it"],
    ),
    "a mail address": (
        "missing-attachment: {name: transcript}",
        "",
        "[Transcript](mailto:ada@example.org)",
        ["5: nothing called 'transcript' is attached; the rubric asks for it"],
    ),
    "in code": (
        "missing-attachment: {name: transcript}",
        "",
        "`[transcript](a.pdf)`",
        ["5: nothing called 'transcript' is attached; the rubric asks for it"],
    ),
    "in a comment": (
        "missing-attachment: {name: transcript}",
        "",
        'Text.\n\n<!-- <a href="transcript.pdf">x</a> -->',
        ["5: nothing called 'transcript' is attached; the rubric asks for it"],
    ),
    "no text at all": (
        "missing-attachment: {name: transcript}",
        "",
        "",
        ["3: nothing called 'transcript' is attached; the rubric asks for it"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "nothing": (
        "missing-attachment: {name: transcript}",
        "title: Baker",
        "We met.",
        """\
ada.md:5:1: error: nothing called 'transcript' is attached; the rubric asks for it \
[missing-attachment]
  5 | We met.
    | ^^^^^^^
  help: link to the file, or add a heading with that name and the text below it""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "all of them": (
        "missing-attachment: {name: transcript}",
        "",
        "## Transcript\n\n[a](b.pdf) [c](transcript.pdf)",
        ["headings[0]", "links[1]"],
    ),
    "nothing": (
        "missing-attachment: {name: transcript}",
        "",
        "Text.",
        ["body"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


UNSUITABLE = {
    "a name without words": (
        "missing-attachment: {name: '?'}",
        """\
rubric.yml:5:36: error: 'name' of the check 'missing-attachment' has '?', in which there is no \
word [unsuitable-option]
  5 |       - missing-attachment: {name: '?'}
    |                                    ^^^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text


@pytest.mark.parametrize(
    ("body", "line", "text"),
    [
        ("Text.\n\n[it](transcript.pdf)", 7, "transcript.pdf"),
        ("Text.\n\n![x](résumé-transcript.jpg)", 7, "résumé-transcript.jpg"),
        ("Text.\n\n## The transcript\n\nMe.", 7, "## The transcript"),
        ("[The &amp; transcript](a&#46;pdf)", 5, "[The &amp; transcript](a&#46;pdf)"),
    ],
)
def test_the_evidence_stands_in_the_body(body, line, text):
    [one] = hold("missing-attachment: {name: transcript}", "title: Baker", body).evidence
    place = one.record.place(one.path)
    assert place.line == line
    assert place.source_line[place.column - 1 :][: place.width] == text
