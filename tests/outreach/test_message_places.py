"""Words of a message are found at their line and column in the file."""

from datetime import date

import pytest

from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import Entry
from shoptalk.reading.source import Source

WAYS = {
    "a block": "requests:\n  - name: Ada\n    message: |\n      Dear Ada,\n\n        as XX said\n",
    "a block that ends in no line break": "requests:\n- name: Ada\n  message: |-\n    Hi\n    XX\n",
    "a block with a comment": "requests:\n- name: Ada\n  message: | # it\n\n    Hi\n    - XX\n",
    "one line": "requests:\n  - {name: Ada, message: Dear XX}\n",
    "quotes": 'requests:\n  - name: Ada\n    message: "Dear XX"\n',
    "a subject": "requests:\n  - name: Ada\n    subject: From XX\n",
    "a reminder": "requests:\n- name: Ada\n  reminders:\n  - on: 2026-10-1\n    text: |\n     XX\n",
}
AT_THE_KEY = {
    "folded": "requests:\n  - name: Ada\n    message: >\n      Dear\n      XX\n",
    "quotes with escapes": 'requests:\n  - name: Ada\n    message: "Dear\\nXX"\n',
    "quotes over two lines": 'requests:\n  - name: Ada\n    message: "Dear\n      XX"\n',
    "a block that says how far it is indented": (
        "requests:\n  - name: Ada\n    message: |2\n      Dear\n      XX\n"
    ),
}


def entry_of(text: str) -> Entry:
    outreach, _ = parse_outreach(Source("outreach.yml", text), (), date(2026, 11, 22))
    [entry] = outreach.entries
    return entry


def path_of_words(entry: Entry) -> str:
    request = entry.request
    texts = {"message": request.message, "subject": request.subject}
    texts |= {"reminders[0].text": request.reminders[0].text} if request.reminders else {}
    path, text = next((path, text) for path, text in texts.items() if "XX" in text)
    return f"{path}[{text.index('XX')}:{text.index('XX') + 2}]"


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_words_have_their_line_and_column(text: str):
    entry = entry_of(text)
    place = entry.place(path_of_words(entry))
    before = text[: text.index("XX")]
    assert place.line == before.count("\n") + 1
    assert place.column == len(before) - before.rfind("\n")
    assert place.source_line[place.column - 1 :][: place.width] == "XX"


@pytest.mark.parametrize("text", AT_THE_KEY.values(), ids=AT_THE_KEY)
def test_words_that_the_file_has_in_another_form_stand_at_their_key(text: str):
    entry = entry_of(text)
    assert entry.place(path_of_words(entry)) == entry.place("message")
