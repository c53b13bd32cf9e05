"""Whatever a file holds, it is read faithfully or refused, in bounded time, and nothing raises.

`EXAMPLES=20000 pytest tests/reading/test_properties.py` looks at other and many more examples.
"""

import os
import random
import time

import frontmatter
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.utils import meta
from one_interview import grade_interview

from shoptalk.findings.finding import Severity
from shoptalk.findings.reporters.text import render_findings
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.rubric.rubric_file import built_in

EXAMPLES = int(os.environ.get("EXAMPLES", "0"))
examples = settings(
    max_examples=EXAMPLES or 300,
    derandomize=not EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
RUBRIC = built_in(DEFAULT_COURSE)

HOSTILE = [
    *":#-'\"[]{}&*!|>%@`\t\n\u2028\ufeff\\,? éあ😀\x85\xa0\ufffe",
    *(": ", " #", "\n\n", "\n  ", "\n- ", "---\n", "- ", " -", "<div>", "|\n", ">\n"),
    *("yes", "~", "null", "```\n", "\n...\n", "\n----\n", "title:", "!!x ", "<<: ", "Ã©", "\u202e"),
]


def edited(text, dice):
    """A text after a few of the things that happen to files."""
    for _ in range(dice.choice([1, 1, 1, 2, 2, 3, 5])):
        act = dice.choice(["insert", "insert", "cut", "replace", "double", "drop", "move"])
        front_matter = max(text.find("\n---\n"), 1)
        at = dice.randrange(front_matter if dice.random() < 0.85 else len(text) + 1)
        if act == "insert":
            text = text[:at] + dice.choice(HOSTILE) + text[at:]
        elif act == "cut":
            text = text[:at] + text[at + dice.choice([1, 1, 1, 2, 5]) :]
        elif act == "replace":
            text = text[:at] + dice.choice(HOSTILE) + text[at + 1 :]
        else:
            lines = text.split("\n")
            number = dice.randrange(len(lines))
            if act == "double":
                lines.insert(number, lines[number])
            elif act == "drop":
                del lines[number]
            elif dice.random() < 0.6:
                lines[number] = dice.choice([" ", "  ", "\t", "-", "- "]) + lines[number]
            else:
                lines[number] = lines[number].lstrip()
            text = "\n".join(lines)
    return text


def check_reading(reading):
    """What holds of every reading; returns whether it is without errors and warnings."""
    severities = {finding.severity for finding in reading.findings}
    if reading.interview is None:
        assert Severity.ERROR in severities
    else:
        for outcome in grade_interview(reading.interview, RUBRIC):
            assert all(one.record.place(one.path).line for one in outcome.evidence)
    if reading.source:
        lines = reading.source.text.split("\n")
        for finding in reading.findings:
            place = finding.place
            assert 1 <= place.line <= len(lines)
            assert place.source_line == lines[place.line - 1]
            assert 1 <= place.column <= len(place.source_line) + 1
            assert place.width >= 1
            assert place.column + place.width - 1 <= max(len(place.source_line), place.column)
    assert all(finding.message for finding in reading.findings)
    render_findings(reading.findings)
    return not severities & {Severity.ERROR, Severity.WARNING}


def stripped(value):
    return value.strip() if isinstance(value, str) else value


def texts(items, key):
    """What a YAML reader takes for the texts of a list in its short or long form."""
    if items is None:
        return []
    if isinstance(items, str):
        return [items.strip()] if items.strip() else []
    return [stripped(item[key] if isinstance(item, dict) else item) for item in items]


def check_faithful(reading):
    """A reading that raises no doubts says what two other readers of front matter find."""
    text, interview = reading.source.text, reading.interview
    keys = {entry.key.text for entry in interview.front_matter.entries}
    _, found = meta.get_data(text)
    assert set(map(str, found)) == keys
    if "dots-close-front-matter" not in reading.checks:
        again, _ = frontmatter.parse(text)
        assert set(map(str, again)) == keys
    for key in ("name", "title", "organization", "industry", "format", "route", "alias", "link"):
        assert getattr(interview, key) == (stripped(found.get(key)) or "")
    assert interview.research == (stripped(found.get("research")) or "")
    assert list(interview.tags) == texts(found.get("tags"), "")
    lists = {
        "questions": ("ask", "ask"),
        "learnings": ("learned", "text"),
        "applications": ("do", "do"),
        "referrals": ("name", "name"),
    }
    for key, (yaml_key, attribute) in lists.items():
        ours = [getattr(record, attribute) for record in getattr(interview, key)]
        assert ours == texts(found.get(key), yaml_key)


@given(st.binary(max_size=2000))
@examples
def test_any_bytes(read, data):
    check_reading(read(data))


@given(st.sampled_from(["", "---\n", "---\nname: "]), st.text(max_size=1000))
@examples
def test_any_text(read, before, text):
    reading = read(before + text)
    if check_reading(reading):
        check_faithful(reading)


@given(st.text(alphabet="".join(c for c in HOSTILE if len(c) == 1) + "ab", max_size=60))
@examples
def test_any_text_of_hostile_signs_as_a_value(read, text):
    reading = read(f"---\nname: Ada Okafor\ntitle: {text}\nalias: x\n---\n\nBody.\n")
    if check_reading(reading):
        check_faithful(reading)


@given(st.integers(0, 2**32))
@settings(examples, max_examples=EXAMPLES or 1500)
def test_an_edited_file(read, sound, seed):
    reading = read(edited(sound, random.Random(seed)))  # noqa: S311 (no secret hangs on it)
    if check_reading(reading):
        check_faithful(reading)


def test_the_file_before_any_edit_is_sound(read, sound):
    reading = read(sound)
    assert reading.findings == []
    check_faithful(reading)


PRINTED = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff"),
    min_size=1,
    max_size=80,
).filter(str.strip)


def read_dumped(read, name, question, learning, **how):
    """The interview whose front matter PyYAML wrote, if no error was found in it."""
    record = {"name": name, "title": "Baker", "questions": [question], "learnings": learning}
    written = yaml.safe_dump(record, allow_unicode=True, width=10**6, sort_keys=False, **how)
    reading = read(f"---\n{written}---\n\nBody.\n")
    check_reading(reading)
    assert [f for f in reading.findings if f.severity is Severity.ERROR] == []
    return reading.interview


@given(PRINTED, PRINTED, PRINTED)
@examples
def test_texts_that_yaml_wrote_are_read_back(read, name, question, learning):
    interview = read_dumped(read, name, question, learning)
    assert interview.name == name.strip()
    assert interview.questions[0].ask == question.strip()
    assert interview.learnings[0].text == learning.strip()


@given(*[st.text(st.characters(blacklist_categories=("Cs",)), max_size=80).filter(str.strip)] * 3)
@examples
def test_texts_that_yaml_wrote_in_quotes_are_read_back(read, name, question, learning):
    interview = read_dumped(read, name, question, learning, default_style='"')
    assert interview.name == name.strip()
    assert interview.questions[0].ask == question.strip()
    assert interview.learnings[0].text == learning.strip()


def keys(text):
    return f"---\nname: Ada Okafor\n{text}\n---\n\nBody.\n"


def body(text):
    return f"---\nname: Ada Okafor\ntitle: Baker\n---\n\n{text}"


COSTLY = {
    "double quotes": keys("title: " + '"' * 60_000),
    "double quotes on lines": keys('a: "x\n' * 9_000),
    "single quotes": keys("a: " + "'" * 60_001),
    "brackets": keys("tags: " + "[" * 60_000),
    "brackets 300 deep": keys("tags: " + "[" * 300 + "]" * 300),
    "braces": keys("tags: " + "{" * 60_000),
    "dashes": keys("- " * 30_000),
    "question marks": keys("? " * 30_000),
    "a list 300 deep": keys("questions:\n" + "".join(" " * i + "-\n" for i in range(300))),
    "a mapping 300 deep": keys("".join(" " * i + "a:\n" for i in range(300))),
    "20,000 times a key": keys("a:\n" * 20_000),
    "thousands of unknown keys": keys("".join(f"titl{i}: a\n" for i in range(4_500))),
    "50,000 lines of a: b: c": keys("a: b: c\n" * 50_000),
    "lines of a: b: c": keys("a: b: c\n" * 7_900),
    "items with colons": keys("questions:\n" + "- b: c: d\n" * 6_300),
    "items that are mappings": keys("questions:\n" + "- Why: a\n" * 7_000),
    "items with comments": keys("questions:\n" + "- a # b\n" * 7_900),
    "aliases": keys("questions:\n" + "- *a\n" * 12_000),
    "aliases on a line": keys("tags: [" + "*a, " * 15_000 + "]"),
    "tags": keys("tags: [" + "!a b, " * 10_000 + "]"),
    "spaces": keys("title: x" + " " * 60_000 + "y: z"),
    "tabs": keys("\t- a\n" * 12_000),
    "wild indentation": keys("questions:\n" + "- a\n  - a\n - a\n" * 2_500),
    "swallowed items": keys("questions:\n  - a\n" + "   - b\n" * 9_000),
    "items without spaces": keys("questions:\n" + "  -b\n" * 12_000),
    "colons": keys("title: " + ": " * 30_000),
    "hashes": keys("title: " + "# " * 30_000),
    "an unclosed list": keys("tags: [" + "a, " * 20_000 + "\ntitle: x"),
    "percent signs": keys("%a\n" * 20_000),
    "NUL characters": keys("title: " + "\0" * 60_000),
    "line separators": keys("title: " + "\u2028" * 60_000),
    "escapes": keys('title: "' + "\\d" * 30_000 + '"'),
    "numbers": keys("tags: [" + "1, " * 20_000 + "]"),
    "digits": keys("title: " + "9" * 60_000),
    "two keys on a line": keys("title: a title: b " * 3_500),
    "the same question": keys("questions:\n" + "- a?\n" * 12_000),
    "one line": "a" * 990_000,
    "blank lines": "\n" * 990_000,
    "keys without fences": "a: b\n" * 190_000,
    "a fence of long dashes": "—" * 320_000 + "x\nname: a\n",
    "a fence of hyphens": "-" * 990_000 + "x\nname: a\n",
    "no closing fence, blank": "---\nname: a\n" + "\n" * 900_000,
    "no closing fence, comments": "---\nname: a\n" + "# a\n" * 200_000,
    "no closing fence, prose": "---\nname: a\n" + "text\n" * 150_000,
    "no closing fence, indented": "---\nname: a\n" + " a\n" * 300_000,
    "body: brackets": body("[" * 900_000),
    "body: brackets in paragraphs": body("[\n\n" * 200_000),
    "body: <div>": body("<div>" * 80_000),
    "body: <div> and </p>": body("<div>" * 50_000 + "</p>" * 50_000),
    "body: <foo>": body("<foo>" * 50_000),
    "body: <b> on lines": body("<b>x\n" * 60_000),
    "body: <a without an end": body("<div>\n" + "<a " * 300_000),
    "body: comments without an end": body("<!--" * 240_000),
    "body: declarations": body("<div>\n" + "<![" * 300_000),
    "body: entities": body("<b>" + "&a" * 200_000),
    "body: hashes": body("#a\n" * 300_000),
    "body: headings": body("## a?\n\n" * 120_000),
    "body: underlines": body("a\n=\n" * 200_000),
    "body: quotes": body(">" * 400_000),
    "body: nested lists": body("".join(" " * (2 * i) + "- a\n" for i in range(900))),
    "body: code fences": body("```\n" * 200_000),
    "body: backquotes": body("".join("`" * (i % 500) + "a" for i in range(3_900))),
    "body: half links": body("[a](b " * 160_000),
    "body: bad links": body("[a](javascript:x)\n\n" * 20_000),
    "body: braces": body("{ onx= }\n" * 40_000),
    "body: autolinks": body("<http://a>" * 50_000),
    "body: attributes": body("<p " + "a " * 400_000 + ">"),
    "body: control characters": body("\x01\n" * 100_000),
    "body: damaged letters": body("Ã©\n" * 60_000),
    "body: letters like damage": body("â" * 490_000),
    "body: accents": body("\u0301" * 490_000),
    "body: directions": body("\u2066a" * 240_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("text", COSTLY.values(), ids=COSTLY)
def test_no_text_of_a_megabyte_takes_long(read, text):
    assert len(text.encode()) <= 1_000_000
    begun = time.process_time()
    check_reading(read(text))
    assert time.process_time() - begun < 20  # a guard against hanging, far above what it takes
