"""What is mended, line for line; what is left to its author; and that nothing is ever lost.

Each section of `mends/*.md` is a case: what stands in the file, and which of its lines change. The
blocks are as in `says/`; where nothing changes, the file is left as it is. `pytest --update-golden`
writes the changes anew. `EXAMPLES=20000 pytest tests/reading/test_mending.py` tries many more.
"""

import json
import os
import random
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shoptalk.mending.certain import CERTAIN, edits_for
from shoptalk.mending.diff import count_changed_lines, render_diff
from shoptalk.mending.edit import Edit, apart, mend
from shoptalk.mending.legible import words
from shoptalk.mending.mended_text import MENDABLE, mended
from shoptalk.reading.sections import comparable

TODAY = date(2026, 11, 22)
FOLDER = Path(__file__).parent / "mends"
CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n\n"
    r"(?P<fence>`{3,})(?P<kind>yaml|markdown)(?P<escaped> escaped)?\n"
    r"(?P<written>.*?)\n(?P=fence)\n\n"
    r"(?P<diff_fence>`{3,})diff\n(?P<diff>(?:.*?\n)??)(?P=diff_fence)$",
    re.MULTILINE | re.DOTALL,
)
EXAMPLES = int(os.environ.get("EXAMPLES", "0"))
examples = settings(max_examples=EXAMPLES or 300, derandomize=not EXAMPLES)


def cases(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    found = list(CASE.finditer(text))
    assert len(found) == len(re.findall("^`{3,}diff$", text, re.MULTILINE)), (
        f"a case in {name} is not well-formed"
    )
    return {case["title"]: case for case in found}


def each_case(name):
    return pytest.mark.parametrize("title", cases(name))


def written_file(case):
    written = case["written"]
    if case["escaped"]:
        written = re.sub(r"\\(?:[t\\]|x..|u....)", lambda found: unescaped(found[0]), written)
    if case["kind"] == "yaml":
        written = f"---\nname: Ada Okafor\n{written}\n---\n\nShe met me at the quay."
    return f"{written}\n".encode()


def unescaped(escape):
    return escape.encode().decode("unicode_escape")


def escaped(char):
    if char in ("\n", "\\") or (char.isprintable() and char != "\u00a0"):
        return char.replace("\\", "\\\\")
    return {"\t": "\\t"}.get(char) or (
        f"\\x{ord(char):02x}" if char < "\u0100" else ascii(char)[1:-1]
    )


def changed_lines(before, after):
    lines = render_diff("ada.md", before, after).decode().split("\n")[2:]
    return "".join(f"{line}\n" for line in lines if line[:1] in ("-", "+"))


def check_golden(name, title, update_golden):
    case = cases(name)[title]
    before = written_file(case)
    changed = changed_lines(before, mended(before, TODAY))
    if case["escaped"]:
        changed = "".join(map(escaped, changed))
    if update_golden:
        text = (FOLDER / name).read_text(encoding="utf-8")
        start, end = case.span("diff")
        (FOLDER / name).write_text(text[:start] + changed + text[end:], encoding="utf-8")
    else:
        assert case["diff"] == changed
    return before


@each_case("certain.md")
def test_mends(read, update_golden, title):
    before = check_golden("certain.md", title, update_golden)
    check = title.partition(":")[0]
    after = mended(before, TODAY)
    assert after != before
    assert mended(after, TODAY) == after
    assert check not in read(after).checks


@each_case("doubtful.md")
def test_leaves_alone(update_golden, title):
    before = check_golden("doubtful.md", title, update_golden)
    assert mended(before, TODAY) == before


def test_there_is_a_case_for_each_check_that_is_mended():
    assert {title.partition(":")[0] for title in cases("certain.md")} == set(CERTAIN)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_file_that_names_its_encoding_is_saved_as_utf_8(sound, encoding):
    assert "utf-16-file" in MENDABLE
    assert mended(sound.encode(encoding), TODAY) == sound.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"---\nname: Caf\xe9\n---\n\nBody.\n",
        "---\nname: Ada\n".encode("utf-16-le"),
        b"\xff\xfe-\x00-\x00-",
        "---\nname: A\0\n".encode("utf-16"),
        b"\x89PNG\r\n",
        b"---\nname: Caf\xc3",
    ],
)
def test_bytes_that_are_no_text_for_certain_are_left_alone(data):
    assert mended(data, TODAY) == data


def test_several_faults_of_one_file_are_mended_together(read):
    before = "\n\ntitel: Lead: data\nname:Ada Okafor\ndate: 14 October 2026\n\nBody, at the quay.\n"
    after = mended(before.encode(), TODAY).decode()
    assert after == before  # a key that is not known keeps the fences from being certain
    after = mended(before.replace("titel", "title").encode(), TODAY).decode()
    assert read(after).interview.title == "Lead: data"
    assert read(after).findings == []


def test_an_edit_that_brings_a_new_finding_nearby_is_not_made(monkeypatch):
    before = b"---\nname: Ada Okafor\ntitle: Lead: data\n---\n\nShe met me.\n"
    worse = {"colon-in-value": lambda source, finding: (Edit(2, 1, ("titel: Lead data",)),)}
    monkeypatch.setattr("shoptalk.mending.certain.CERTAIN", worse)
    assert mended(before, TODAY) == before


# Files of every kind


def check_nothing_is_lost(read, before, after):
    """What holds of every file that was mended."""
    assert mended(after, TODAY) == after, "the second time mends something else"
    was, now = read(before), read(after)
    if was.interview:
        assert now.interview
        for key in ("name", "title", "organization", "alias", "research", "description"):
            assert holds(getattr(now.interview, key), getattr(was.interview, key))
        for key, text in (("questions", "ask"), ("learnings", "text"), ("applications", "do")):
            texts = [
                " ".join(getattr(record, text) for record in getattr(reading.interview, key))
                for reading in (now, was)
            ]
            assert holds(*texts)
        assert holds(now.interview.body.text, was.interview.body.text)
    return now


def holds(text, other):
    left = iter(words(text))
    return all(word in left for word in words(other))


BAD_INPUTS = Path(__file__).parents[2].parent / "shared" / "bad-inputs"
BAD_NAMES = (
    [case["id"] for case in json.loads((BAD_INPUTS / "index.json").read_text(encoding="utf-8"))]
    if BAD_INPUTS.is_dir()
    else []
)


@pytest.mark.skipif(not BAD_NAMES, reason="the broken files are not here")
@pytest.mark.parametrize("name", BAD_NAMES)
def test_broken_files(read, name):
    before = (BAD_INPUTS / "cases" / name / "interviews" / "ada.md").read_bytes()
    now = check_nothing_is_lost(read, before, mended(before, TODAY))
    if now.source:
        assert [f.check for f in now.findings if edits_for(now.source, f)] == []


REAL_ONES = Path(__file__).parents[2].parent / "shared" / "corpus" / "interviews"


@pytest.mark.skipif(not REAL_ONES.is_dir(), reason="the real interviews are not here")
def test_real_interviews_change_only_where_a_line_separator_stood():
    changed = {}
    for path in sorted(REAL_ONES.glob("*.md")):
        before = path.read_bytes()
        after = mended(before, TODAY)
        if after != before:
            changed[path.stem] = count_changed_lines(before, after)
            assert before.decode().replace("\u2028", " ") == after.decode()
    assert changed == REAL_CHANGES


REAL_CHANGES = {"elissa-logozio": 5, "vijay-pande": 1}
"""Each of these lines holds U+2028, pasted from a document."""


# Lines and their ends


LINES = st.lists(
    st.tuples(st.text("ab:# é", max_size=3), st.sampled_from(["\n", "\r\n", "\r"])), max_size=8
)


@given(LINES, st.text("ab", max_size=2), st.data())
@examples
def test_lines_that_no_edit_names_stay_byte_for_byte(lines, last, data):
    lines = [*lines, (last, "")]
    if any(end == "\r" and text == "" for (_, end), (text, _) in pairwise(lines)):
        return  # where an empty line follows it, "\r" may be half of "\r\n"
    first = data.draw(st.integers(0, len(lines) - 1))
    replaced = data.draw(st.integers(0, len(lines) - first))
    new = tuple(data.draw(st.lists(st.sampled_from(["x", "y"]), max_size=3)))
    after = mend("".join(map("".join, lines)), [Edit(first, replaced, new)])
    head = "".join(map("".join, lines[:first]))
    tail = "".join(map("".join, lines[first + replaced :]))
    kept_head = head if new or tail else head.rstrip("\r\n")
    assert after.startswith(kept_head)
    assert after.endswith(tail)
    assert re.split(r"\r\n|\r|\n", after.removeprefix(kept_head))[: len(new)] == list(new)


def test_a_line_that_is_added_ends_as_most_do():
    added = [Edit(1, 0, ("new",))]
    assert mend("a\r\nb\r\nc\n", added) == "a\r\nnew\r\nb\r\nc\n"
    assert mend("a", added) == "a\nnew"
    assert mend("a\r\nb", [Edit(2, 0, ("new",))]) == "a\r\nb\r\nnew"


def test_lines_added_at_one_place_keep_their_order():
    assert mend("a\n", [Edit(0, 0, ("b",)), Edit(0, 0, ("c",))]) == "b\nc\na\n"


def test_of_edits_that_touch_the_first_is_kept():
    first, touching, apart_from_it = Edit(1, 2, ("x",)), Edit(2, 1, ("y",)), Edit(3, 1, ("z",))
    assert apart([[first], [touching], [apart_from_it]]) == [first, apart_from_it]
    assert apart([[first, Edit(9, 0, ("a",))], [Edit(9, 1, ())]]) == [first, Edit(9, 0, ("a",))]


WITH_FAULTS = """\
---
name: Ada: Okafor
titel: Baker  # of bread
questions:
  - Why?: because
  -How?
date: 14 October 2026
---

##Then

Text\u200b of hers.

## And now?

```sql
SELECT 1;
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("closing", ["", "\n"])
def test_line_ends_mark_and_last_line_stay_as_they_are(end, mark, closing):
    after = mended(WITH_FAULTS.encode(), TODAY).decode()
    assert after.count("\n") > WITH_FAULTS.count("\n")
    written = (mark + WITH_FAULTS.rstrip("\n") + closing).replace("\n", end)
    expected = (mark + after.rstrip("\n") + closing).replace("\n", end)
    assert mended(written.encode(), TODAY) == expected.encode()


# Whatever somebody writes


@given(st.integers(0, 2**32))
@settings(examples, max_examples=EXAMPLES or 800)
def test_an_edited_file_loses_nothing(read, sound, seed):
    dice = random.Random(seed)  # noqa: S311 (no secret hangs on it)
    before = damaged(sound, dice).encode()
    after = mended(before, TODAY)
    check_nothing_is_lost(read, before, after)
    if not read(before).findings:
        assert after == before


DAMAGE = [
    *":#-'\"[]{}&*!|>%@`\t\n\\,? éあ😀\u2028\u200b\ufeff",
    *(": ", " #", "\n\n", "\n  ", "\n- ", "---\n", "- ", "|\n", "yes", "~", "title:", "Ã©", "\r\n"),
]


def damaged(text, dice):
    for _ in range(dice.choice([1, 1, 2, 3])):
        at = dice.randrange(len(text))
        act = dice.choice(["insert", "insert", "cut", "replace", "double", "drop"])
        if act == "cut":
            text = text[:at] + text[at + dice.choice([1, 1, 2, 5]) :]
        elif act in ("insert", "replace"):
            text = text[:at] + dice.choice(DAMAGE) + text[at + (act == "replace") :]
        else:
            lines = text.split("\n")
            number = dice.randrange(len(lines))
            lines[number : number + 1] = [lines[number]] * (2 if act == "double" else 0)
            text = "\n".join(lines)
    return text


@given(st.binary(max_size=400))
@examples
def test_any_bytes_can_be_mended_once(data):
    after = mended(data, TODAY)
    assert mended(after, TODAY) == after


WORDS = ["because", "the", "week", "Lead", "é", "😀", "don't", "C#", "a/b", "Ann's", "(so)"]
NASTY = [
    *("Why?: because", "Update #2", "*star", "&x", "yes", "No", "12:30", "0123", "1e3"),
    *("@work", "%age", "`code`", "[Optional] what", "! so", "> 200", "{so} it is", "= x"),
    *("What: a day", "what a day:", "'so' she said", '"so" she said', "50% #1", "a \\d b", "]"),
]


@st.composite
def texts(draw):
    """A text that YAML reads as something else, or that it refuses."""
    nasty = draw(st.sampled_from(NASTY))
    after = draw(st.lists(st.sampled_from(WORDS), max_size=3))
    before = draw(st.lists(st.sampled_from(WORDS), max_size=1))
    return " ".join([*before, nasty, *after])


TEXT_KEYS = ("name", "title", "organization", "alias")


@given(
    st.lists(texts(), min_size=4, max_size=4),
    st.lists(texts(), min_size=1, max_size=4, unique_by=comparable),
    st.lists(texts(), min_size=1, max_size=3),
    st.sampled_from(["\n", "\r\n"]),
)
@examples
def test_a_mended_file_says_what_its_author_wrote(read, values, questions, learnings, end):
    lines = [
        "---",
        *(f"{key}: {value}" for key, value in zip(TEXT_KEYS, values, strict=True)),
        *("questions:", *(f"  - {question}" for question in questions)),
        *("learnings:", *(f"- {learning}" for learning in learnings)),
        *("tags: [data]  # mine", "---", "", "Body."),
    ]
    before = end.join(lines).encode()
    after = mended(before, TODAY)
    reading = read(after)
    interview = reading.interview
    assert interview, reading.rendered
    assert [getattr(interview, key) for key in TEXT_KEYS] == values
    assert [question.ask for question in interview.questions] == questions
    assert [learning.text for learning in interview.learnings] == learnings
    assert interview.tags == ("data",)
    assert reading.findings == []
    new_lines = after.decode().split(end)
    assert len(new_lines) == len(lines)
    for old, new in zip(lines, new_lines, strict=True):
        assert old == new or old.rsplit(": ", 1)[-1].strip("'\" ")[:1] in new
