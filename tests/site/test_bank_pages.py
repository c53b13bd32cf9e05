"""The pages of the question bank: the list, the topics, the questions, and what to ask next."""

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from shoptalk.questions.starter import StarterQuestion, starter_questions
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.keys import TOPICS
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import parse_rubric
from shoptalk.site.bank_pages import MOST_IN_LIST, MOST_NAMED, MOST_OTHERS, answers_by_page
from shoptalk.site.bank_places import MOST_ON_TOPIC, file_name
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.pages import make_pages
from shoptalk.site.portfolio import Portfolio

TODAY = datetime.date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "bank"

ADA = """\
---
name: Ada *Invented*
title: Tide Reader
organization: Harbour Office
date: 2026-03-14
questions:
  - {ask: Which gauge fails first?, topic: Index, personal: true}
  - {ask: "What is `{{ x }}` <b>to</b> you?", topic: skills}
  - {ask: 你好吗？, topic: skills}
  - {ask: Who taught you?, topic: career-path}
planned:
  - {ask: Who taught you?, topic: career-path}
  - {ask: Where does the harbour end?, topic: market}
learnings:
  - {learned: Salt ends every gauge., from: Which gauge fails first?}
  - Tides wait.
---

She met me at the quay.

## Which gauge fails first?

The one that *nobody* reads.

### And then

All others.

## What is `{{ x }}` <b>to</b> you?

## Who taught you?

Her aunt.
"""
BO = """\
---
name: Bo Unbuilt
date: 2026-04-01
questions:
  - {ask: Which meter breaks?, same_as: Which gauge fails first?, topic: Index}
  - {ask: Who taught you?, topic: career-path}
planned:
  - {ask: Which gauge fails first?, topic: Index}
  - {ask: 你好吗？, topic: skills}
learnings: [Nothing.]
---

## Which meter breaks?

None.
"""
DRAFT = """\
---
name: Cy Imagined
draft: true
questions:
  - {ask: Who taught you?, topic: career-path}
  - {ask: Which gauge fails first?, topic: Index}
planned:
  - {ask: Where does the harbour end?, topic: market}
---

## Which gauge fails first?

All of them.
"""


@pytest.fixture(autouse=True)
def phase_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which words open a conversation is tested elsewhere."""
    monkeypatch.setattr("shoptalk.questions.bank.phase_of", lambda question, topic: "middle")


def portfolio_of(*interviews: str, preview: bool = False, rubric: str = "") -> Portfolio:
    files = []
    for number, text in enumerate(interviews, 1):
        source, _ = decode(f"{number}.md", text.encode())
        assert source
        interview, _ = parse_interview(source, TODAY)
        assert interview
        address = f"no-{number}"
        files.append(
            ReadFile(path="", address=address, source=source, interview=interview, findings=())
        )
    source, _ = decode("rubric.yml", rubric.encode())
    made = parse_rubric(source)[0] if source and rubric else None
    report = grade(Corpus(files=tuple(files)), made or Rubric(title="Rubric"), TODAY)
    return Portfolio(report=report, preview=preview)


def pages_of(portfolio: Portfolio) -> dict[str, GeneratedPage]:
    return {page.path: page for page in make_pages(portfolio)}


def many(count: int, **others: str) -> str:
    """An interview with many different questions, without answers."""
    listed = "".join(f"  - {{ask: Who owns mooring{n}x?, topic: skills}}\n" for n in range(count))
    more = "".join(f"{key}: {value}\n" for key, value in others.items())
    return f"---\nname: Di Madeup\n{more}questions:\n{listed}---\n\nWe met.\n"


def without_filter(markdown: str) -> str:
    """A page without the form above its list, and without what is counted elsewhere."""
    shown = re.sub(r"<form.*?</form>\n\n", "", markdown, flags=re.DOTALL)
    shown = re.sub(r"\[\d+ questions nobody", "[… questions nobody", shown)
    return re.sub(r"<section.*?</section>\n\n", "", shown, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("list", "questions/index.md"),
        ("topic", "questions/skills.md"),
        ("own-topic", "questions/index--topic.md"),
        ("empty-topic", "questions/hiring.md"),
        ("question", "questions/asked/which-gauge-fails-first.md"),
        ("unanswered", "questions/asked/who-taught-you.md"),
        ("conversation", "interviews/no-1.md"),
        ("draft", "interviews/no-3.md"),
    ],
)
def test_page(name: str, path: str, golden: Callable[[Path, str], None]) -> None:
    page = pages_of(portfolio_of(ADA, BO, DRAFT, preview=True))[path]
    golden(GOLDEN / f"{name}.md", without_filter(page.markdown))


def test_every_topic_that_the_rules_know_has_a_page() -> None:
    pages = pages_of(portfolio_of())
    assert {f"questions/{topic}.md" for topic in TOPICS} <= set(pages)
    assert "There are no questions yet." in pages["questions/index.md"].head


def test_questions_without_a_topic_stand_on_a_page_of_their_own() -> None:
    pages = pages_of(portfolio_of("---\nname: Ada\nquestions: [Zyx?]\n---\n\nShe met me.\n"))
    page = pages["questions/no-topic.md"]
    assert "## Zyx? {: #zyx }" in page.head
    assert "Which topic these questions belong to is not sure." in page.head
    assert 'data-topic=""' in pages["questions/index.md"].head


@pytest.mark.parametrize("topic", ["Index", "Coverage", "starter", "Asked", "Page 2", "no topic"])
def test_a_students_own_topic_takes_no_page_of_the_bank(topic: str) -> None:
    text = f"---\nname: Ada\nquestions:\n  - {{ask: Zyx?, topic: {topic}}}\n---\n\nShe met me.\n"
    pages = pages_of(portfolio_of(text))
    name = topic.lower().replace(" ", "-")
    assert "## Zyx?" in pages[f"questions/{name}--topic.md"].head


def test_long_lists_go_on_over_several_pages() -> None:
    pages = pages_of(portfolio_of(many(MOST_IN_LIST + 1)))
    assert pages["questions/index.md"].head.count(".shoptalk-question ") == MOST_IN_LIST
    second = pages["questions/page-2.md"]
    assert second.head.count(".shoptalk-question ") == 1
    assert '[More often asked](../questions/index.md){: rel="prev"' in second.head
    assert second.meta["title"] == "Question bank, page 2"
    assert not second.indexed
    last = pages[f"questions/skills/page-{MOST_IN_LIST // MOST_ON_TOPIC + 1}.md"]
    assert last.head.count("\n## ") == 1
    assert "../../questions/skills/page-3.md" in last.head


def test_no_page_names_everybody_who_was_asked_often() -> None:
    count = MOST_OTHERS + 1
    pages = pages_of(portfolio_of(*[many(1)] * count))
    topic = pages["questions/skills.md"].head
    assert topic.count("[Di Madeup]") == MOST_NAMED
    assert f"- and {count - MOST_NAMED} more" in topic
    first = pages["questions/asked/who-owns-mooring0x.md"].foot
    second = pages["questions/asked/who-owns-mooring0x/page-2.md"].foot
    assert (first.count("[Di Madeup]"), second.count("[Di Madeup]")) == (MOST_OTHERS, 1)


def test_a_link_to_the_answers_says_how_many_there_are() -> None:
    talks = [f"---\nname: N{n}\nquestions: [Why?]\n---\n\n## Why?\n\nSo." for n in range(3)]

    def links(count: int) -> str:
        pages = make_pages(portfolio_of(*talks[:count]))
        return "\n".join(page.markdown for page in pages)

    assert "[Both answers](" in links(2)
    assert "[All 3 answers](" in links(3)


def test_answers_go_on_over_several_pages() -> None:
    portfolio = portfolio_of(*[ADA] * 41)
    pages = pages_of(portfolio)
    first = pages["questions/asked/which-gauge-fails-first.md"]
    second = pages["questions/asked/which-gauge-fails-first/page-2.md"]
    assert (len(first.answers), len(second.answers)) == (40, 1)
    assert "{: #answer-41 " in second.foot
    assert first.meta["search"] == {"boost": 1000}
    assert second.meta["search"] == {"exclude": True}


def test_long_answers_share_a_page_with_fewer_others() -> None:
    text = ADA.replace("Her aunt.", "Her aunt. " * 9_000)
    entry = next(e for e in portfolio_of(*[text] * 5).bank.entries if e.anchor == "who-taught-you")
    assert [len(part) for part in answers_by_page(entry.answered)] == [2, 2, 1]


def test_a_long_list_of_starter_questions_stands_apart() -> None:
    starters = pages_of(portfolio_of(ADA))["questions/starter.md"]
    assert starters.head.count(".shoptalk-starter ") == len(starter_questions())
    assert starters.meta["search"] == {"boost": 0.5}
    asked = starter_questions()[0].ask
    text = f"---\nname: Ada\nquestions:\n  - {asked}\n---\n\nShe met me.\n"
    left = pages_of(portfolio_of(text))["questions/starter.md"]
    assert left.head.count(".shoptalk-starter ") == len(starter_questions()) - 1


def test_a_starter_question_says_when_to_ask_it(monkeypatch: pytest.MonkeyPatch) -> None:
    starter = StarterQuestion(
        ask="Where *now* then?",
        topic="career-path",
        phase="open",
        open=True,
        courses=("thinkful", "epicodus"),
        when="Early on.",
        follow_up="And then?",
    )
    monkeypatch.setattr("shoptalk.site.bank_pages.without", lambda keys: (starter,))
    page = pages_of(portfolio_of())["questions/starter.md"].head
    assert page.endswith("""\
## Career path {: #career-path }

- **Where &#42;now&#42; then?**
  <br>Open question\u00a0· opens a conversation
  <br>Early on.
  <br>Then ask: And then?
  <br><small>Asked for by: thinkful, epicodus</small>
  {: .shoptalk-question .shoptalk-starter data-topic="career-path" data-phase="open" \
data-asked="0" data-personal="no" }

""")


RUBRIC = """\
title: Ours
criteria:
  - id: courtesy
    title: Courtesy
    checks:
      - question-not-to-ask:
          questions:
            - {ask: How *rich* are you?, why: It is private., instead: What is usual?}
            - {ask: Hire me?}
"""


def test_what_the_rubric_says_not_to_ask_stands_below() -> None:
    page = pages_of(portfolio_of(rubric=RUBRIC))["questions/starter.md"].head
    assert page.endswith("""\
- **How &#42;rich&#42; are you?**
  <br>It is private.
  <br>Ask instead: What is usual?
- **Hire me?**
""")
    assert "Better left unasked" not in pages_of(portfolio_of())["questions/starter.md"].head


def test_no_page_of_a_large_portfolio_is_too_large_for_a_phone() -> None:
    answer = "She told me about the moorings, one after the other. " * 20
    body = "".join(f"\n## Who owns mooring{n}x?\n\n{answer}\n" for n in range(6))
    interviews = (
        many(6) + body if number % 2 else many(12).replace("mooring", f"buoy{number}")
        for number in range(1_000)
    )
    pages = pages_of(portfolio_of(*interviews)).values()
    assert max(len(page.markdown.encode()) for page in pages) < 300_000
    entries = [page for page in pages if page.path.startswith("questions/asked/")]
    assert len(entries) == 6 * -(-500 // 40)


def test_names_of_files_are_not_too_long_for_a_disk() -> None:
    texts = ("\U0001d5d4" * 60 + "a", "\U0001d5d4" * 60 + "b", "\u4f60" * 80)
    names = {file_name(text) for text in texts}
    assert len(names) == len(texts)
    assert all(len(name.encode()) <= 200 for name in names)
    assert file_name("why") == "why"


def test_no_link_leads_to_a_page_that_is_left_out() -> None:
    portfolio = portfolio_of(ADA, BO)
    left_out = replace(portfolio, leaves_out=lambda path: path.startswith("questions/"))
    pages = pages_of(left_out)
    assert "/questions/" not in pages["interviews/no-1.md"].markdown
    assert "(../questions/" not in without_filter(pages["questions/index.md"].head)


def test_a_question_without_its_page_stands_on_that_of_its_topic() -> None:
    portfolio = portfolio_of(ADA, BO)
    left_out = replace(portfolio, leaves_out=lambda path: "/asked/" in path)
    assert left_out.places["who-taught-you"] == ("questions/career-path.md", "who-taught-you")
