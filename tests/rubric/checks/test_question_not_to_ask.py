"""Questions that a course says not to ask, and those that only look like them."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from one_check import hold, messages, rendered, said_of_rubric

from shoptalk.questions.starter import starter_questions
from shoptalk.reading.source import Source
from shoptalk.rubric.not_to_ask import NotToAsk, counts_as, not_to_ask
from shoptalk.rubric.reports.outline import render_rubric
from shoptalk.rubric.rubric_file import built_in, courses, parse_rubric

HERE = Path(__file__).parent
LISTED = yaml.safe_load((HERE.parent / "labelled" / "not_to_ask.yml").read_text(encoding="utf-8"))
ITEMS = tuple(
    {item.ask: item for course in courses() for item in not_to_ask(built_in(course))}.values()
)
ALL = [question for item in LISTED for question in (*item["caught"], *item["let_pass"])]
CHECK = """\
question-not-to-ask:
          phrases: [borrow money]
          questions:
            - ask: How much do you earn?
              why: Their own pay is their own business.
              instead: What does a beginner earn in this field and in this part of the country?
              phrases: [your * wage]
            - ask: Could you give me a job?"""


def item_of(question: str) -> str:
    item = counts_as(question, ITEMS)
    return item.ask if item else ""


CAUGHT = [(question, item["ask"]) for item in LISTED for question in item["caught"]]
LET_PASS = [question for item in LISTED for question in item["let_pass"]]


def test_the_table_has_every_item_and_both_kinds():
    assert {item["ask"] for item in LISTED} == {item.ask for item in ITEMS}
    assert len(CAUGHT) >= 40
    assert len(LET_PASS) >= 40
    assert len(set(ALL)) == len(ALL)


@pytest.mark.parametrize(("question", "ask"), CAUGHT)
def test_other_wordings_are_caught(question: str, ask: str):
    assert item_of(question) == ask


@pytest.mark.parametrize("question", LET_PASS)
def test_what_asks_for_knowledge_is_not(question: str):
    assert item_of(question) == ""


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.ask)
def test_an_item_catches_its_own_wording_and_none_of_the_others_does(item: NotToAsk):
    assert item_of(item.ask) == item.ask


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.ask)
def test_an_item_says_why_and_a_question_of_the_starter_bank_to_ask_instead(item: NotToAsk):
    assert item.why.endswith(".")
    assert item.instead in {question.ask for question in starter_questions()}


@pytest.mark.parametrize("course", courses())
def test_an_item_is_the_same_in_each_course(course: str):
    assert set(not_to_ask(built_in(course))) <= set(ITEMS)


SAID = {
    "a question by its phrase": (
        "What is your hourly wage?",
        """\
ada.md:2:13: warning: 'What is your hourly wage?' counts as 'How much do you earn?', a question \
not to ask: Their own pay is their own business [question-not-to-ask]
  2 | questions: ['What is your hourly wage?']
    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: ask instead 'What does a beginner earn in this field and in this part of the country?'""",
    ),
    "a question by its meaning": (
        "How much do you get paid?",
        """\
ada.md:2:13: warning: 'How much do you get paid?' counts as 'How much do you earn?', a question \
not to ask: Their own pay is their own business [question-not-to-ask]
  2 | questions: ['How much do you get paid?']
    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: ask instead 'What does a beginner earn in this field and in this part of the country?'""",
    ),
    "the question itself, without why and instead": (
        "Could you give me a *job*?",
        """\
ada.md:2:13: warning: 'Could you give me a *job*?' is a question not to ask [question-not-to-ask]
  2 | questions: ['Could you give me a *job*?']
    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: next time leave it out""",
    ),
    "a phrase of the check itself": (
        "May I borrow money?",
        """\
ada.md:2:13: warning: 'May I borrow money?' is a question not to ask ('borrow money') \
[question-not-to-ask]
  2 | questions: ['May I borrow money?']
    |             ^^^^^^^^^^^^^^^^^^^^^
  help: ask for knowledge, not for a favour; next time leave it out""",
    ),
}


@pytest.mark.parametrize(("question", "text"), SAID.values(), ids=SAID)
def test_what_is_printed(question: str, text: str):
    assert rendered(hold(CHECK, f"questions: ['{question}']")) == text


def test_other_questions_are_met():
    assert messages(hold(CHECK, "questions: [What does a beginner earn?, Why?]")) == []


def test_a_rubric_has_the_items_of_all_its_criteria_each_once():
    rubric, _ = parse_rubric(
        Source(
            "rubric.yml",
            """\
criteria:
  - id: a
    title: A
    checks:
      - any:
          - question-not-to-ask: {questions: [{ask: Why?, why: So.}, {ask: When?}]}
          - missing-name
      - not:
          question-not-to-ask: {questions: [{ask: How?}]}
  - id: b
    title: B
    scope: portfolio
    checks:
      - question-not-to-ask: {questions: [{ask: When?}, {ask: Who?, phrases: [who]}]}
      - interviews:
          at_least: 1
          that: [question-not-to-ask: {questions: [{ask: What?, instead: Why?}]}]
      - question-not-to-ask: {phrases: [where]}
""",
        )
    )
    assert rubric
    assert not_to_ask(rubric) == (
        NotToAsk(ask="Why?", why="So."),
        NotToAsk(ask="When?"),
        NotToAsk(ask="Who?", phrases=("who",)),
        NotToAsk(ask="What?", instead="Why?"),
    )


def test_the_page_of_a_rubric_lists_them():
    rubric, _ = parse_rubric(
        Source("rubric.yml", f"criteria:\n  - id: x\n    title: X\n    checks:\n      - {CHECK}\n")
    )
    assert rubric
    assert render_rubric(rubric).endswith(
        """
Questions not to ask:

- **How much do you earn?** Their own pay is their own business. Ask instead: What does a beginner \
earn in this field and in this part of the country?
- **Could you give me a job?**
"""
    )


UNSUITABLE = {
    "nothing": (
        "question-not-to-ask",
        """\
rubric.yml:5:9: error: 'questions' of the check 'question-not-to-ask' is not given, nor is \
'phrases', so there is nothing to look for [unsuitable-option]
  5 |       - question-not-to-ask
    |         ^^^^^^^^^^^^^^^^^^^
  help: correct the value""",
    ),
    "a phrase without words": (
        "question-not-to-ask: {phrases: ['*']}",
        """\
rubric.yml:5:40: error: 'phrases' of the check 'question-not-to-ask' has '*', in which there is no \
word [unsuitable-option]
  5 |       - question-not-to-ask: {phrases: ['*']}
    |                                        ^^^^^
  help: correct the value""",
    ),
    "a question without words": (
        "question-not-to-ask: {questions: [{ask: '.-.'}]}",
        """\
rubric.yml:5:42: error: 'questions' of the check 'question-not-to-ask' has '.-.', in which there \
is no word [unsuitable-option]
  5 |       - question-not-to-ask: {questions: [{ask: '.-.'}]}
    |                                          ^^^^^^^^^^^^^^
  help: correct the value""",
    ),
    "questions as keys": (
        "question-not-to-ask: {questions: {Why me: It is rude.}}",
        """\
rubric.yml:5:42: error: 'question-not-to-ask: questions' must be a list, not keys with values \
[wrong-type]
  5 |       - question-not-to-ask: {questions: {Why me: It is rude.}}
    |                                          ^^^^^^^^^^^^^^^^^^^^^
  help: write it as a list:
    | - {ask: Why me, why: It is rude.}""",
    ),
    "a key that is not known": (
        "question-not-to-ask: {questions: [{ask: Why?, wy: It is rude.}]}",
        """\
rubric.yml:5:55: error: the key 'wy' is not known [unknown-key]
  5 |       - question-not-to-ask: {questions: [{ask: Why?, wy: It is rude.}]}
    |                                                       ^^
  help: did you mean 'why'?
    |       - question-not-to-ask: {questions: [{ask: Why?, why: It is rude.}]}""",
    ),
    "a text instead of a question with its keys": (
        "question-not-to-ask: {questions: [Why?]}",
        """\
rubric.yml:5:43: error: 'question 1' must be keys with values, not text [wrong-type]
  5 |       - question-not-to-ask: {questions: [Why?]}
    |                                           ^^^^
  help: write it as keys with values:
    | - ask: Why?""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check: str, text: str):
    assert said_of_rubric(check) == text


def test_a_rubric_without_it_does_not_load_what_questions_mean():
    code = """\
import sys
from shoptalk.reading.source import Source
from shoptalk.rubric.rubric_file import parse_rubric
text = "criteria:\\n- {id: x, title: X, checks: [missing-name]}\\n"
rubric, _ = parse_rubric(Source("rubric.yml", text))
assert rubric
assert not [name for name in sys.modules if name.startswith("shoptalk.questions")]
"""
    subprocess.run([sys.executable, "-c", code], check=True)
