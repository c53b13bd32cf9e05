"""The list of conversations: its cards, what it can be narrowed to, and links into it."""

import datetime
import re
from dataclasses import replace

import pytest

from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import parse_interview
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.site.pages import make_pages
from shoptalk.site.portfolio import Portfolio
from shoptalk.site.rendering import render_markdown
from shoptalk.site.templating import filtered_link

TODAY = datetime.date(2026, 11, 22)
LIST = "interviews/index.md"

ADA = """\
name: Ada *Invented*
title: Tide Reader
organization: Harbour Office
industry: Shipping
date: 2026-03-14
minutes: 25
route: warm
questions:
  - {ask: Which gauge fails first?, topic: skills}
  - {ask: Who taught you?, topic: career-path}
  - {ask: Who taught you to swim?, topic: career-path}
tags: [C++, "<b>salt</b>"]"""
BO = """\
name: 王小明
title: Tide  reader
industry: Éducation
date: 2026-03-15
route: cold
questions:
  - {ask: Where to?, topic: Night shifts}
tags: [C#]"""
CY = "name: Cy Imagined\nindustry: SHIPPING\ndate: 2025-12-01\nroute: direct\ntags: [c++]"
DI = "name: Di Madeup\norganization: Depot\ndraft: true"


def portfolio_of(*front_matters: str, preview: bool = True) -> Portfolio:
    files = []
    for number, lines in enumerate(front_matters, 1):
        source, _ = decode(f"{number}.md", f"---\n{lines}\n---\n\nWe met.\n".encode())
        assert source
        interview, _ = parse_interview(source, TODAY)
        assert interview
        address = f"no-{number}"
        files.append(
            ReadFile(path="", address=address, source=source, interview=interview, findings=())
        )
    report = grade(Corpus(files=tuple(files)), Rubric(title="Rubric"), TODAY)
    return Portfolio(report=report, preview=preview)


FOUR = (ADA, BO, CY, DI)


def head(portfolio: Portfolio, path: str = LIST) -> str:
    return next(page.head for page in make_pages(portfolio) if page.path == path)


def choices(name: str, *front_matters: str) -> list[tuple[str, str]]:
    menu = portfolio_of(*(front_matters or FOUR)).filters.get(name)
    return [tuple(one) for one in menu.choices] if menu else []


def test_choices_differ_by_more_than_capital_letters_and_spaces() -> None:
    assert choices("industry") == [("éducation", "Éducation"), ("shipping", "Shipping")]
    assert choices("tag") == [("<b>salt</b>", "<b>salt</b>"), ("c#", "C#"), ("c++", "C++")]


def test_routes_topics_and_months_have_an_order_of_their_own() -> None:
    assert [title for _, title in choices("route")] == ["Direct", "Warm", "Cold"]
    assert choices("topic") == [
        ("career-path", "Career path"),
        ("skills", "Skills"),
        ("night-shifts", "Night shifts"),
    ]
    assert choices("month") == [("2025-12", "December 2025"), ("2026-03", "March 2026")]


def test_a_menu_with_one_choice_is_left_out() -> None:
    assert choices("role") == []
    assert 'name="role"' not in head(portfolio_of(*FOUR))
    assert 'name="industry"' in head(portfolio_of(*FOUR))


def test_a_few_conversations_need_no_filter() -> None:
    assert "<form" not in head(portfolio_of(ADA, BO, CY))
    assert "data-" not in head(portfolio_of(ADA, BO, CY))
    assert "There are no conversations yet." in head(portfolio_of())
    assert '<form name="interviews"' in head(portfolio_of(CY, CY, CY, CY))


def test_a_quote_does_not_end_the_value_of_a_choice() -> None:
    quoted = ADA.replace('"<b>salt</b>"', "'5\" disks'")
    [value] = re.findall(r'<option value="([^"]*disks)">', head(portfolio_of(quoted, BO, CY, DI)))
    assert value == "5&#34; disks"


def test_a_card() -> None:
    shown = render_markdown(head(portfolio_of(*FOUR)), str).partition("</form>")[2]
    assert (
        """\
<li data-date="2026-03-14" data-choices="2;1,2;2;1,3" class="shoptalk-card">\
<a href="../interviews/no-1.md">Ada *Invented*</a>
<br><span>Tide Reader</span> · <span>Harbour Office</span>
<br><small>14 March 2026\u00a0· 25 minutes\u00a0· Shipping<br>#C++ #&lt;b&gt;salt&lt;/b&gt;</small>
<ul>
<li>Career path</li>
<li>Skills</li>
</ul>
</li>
"""
        in shown
    )
    assert (
        '<li data-choices=";;;" class="shoptalk-card">'
        '<a href="../interviews/no-4.md">Di Madeup</a> <em>Draft</em>\n'
        "<br><span></span><span>Depot</span></li>"
    ) in shown


def test_a_card_shows_the_topics_asked_about_most() -> None:
    topics = ("skills", "fit", "fit", "market", "hiring", "trends", "culture")
    lines = "\n".join(f"  - {{ask: Zyx{n}?, topic: {topic}}}" for n, topic in enumerate(topics))
    [shown] = re.findall(r"(?<=    - ).*", head(portfolio_of(f"name: Ada\nquestions:\n{lines}")))[
        :1
    ]
    assert shown == "Fit"
    assert "    - 2 more\n" in head(portfolio_of(f"name: Ada\nquestions:\n{lines}"))
    fewer = lines.rpartition("\n")[0]
    assert " more\n" not in head(portfolio_of(f"name: Ada\nquestions:\n{fewer}"))


def test_what_cannot_be_read_stands_above_the_list() -> None:
    portfolio = portfolio_of(*FOUR)
    [broken, *_] = portfolio.report.files
    broken = replace(broken, file=replace(broken.file, interview=None, address="broken"))
    report = replace(portfolio.report, files=(*portfolio.report.files, broken))
    shown = head(replace(portfolio, report=report))
    assert 0 < shown.find("[broken") < shown.find("<form")
    assert "broken" not in head(replace(portfolio, report=report, preview=False))


def test_drafts_are_no_choice_of_a_published_list() -> None:
    draft = f"{ADA.replace('Shipping', 'Secrecy')}\ndraft: true"
    assert "secrecy" in head(portfolio_of(*FOUR, CY, draft))
    assert "secrecy" not in head(portfolio_of(*FOUR, CY, draft, preview=False))


@pytest.mark.parametrize(
    ("name", "number", "link"),
    [
        ("industry", 2, "[Shipping](../interviews/index.md?industry=shipping)"),
        ("tag", 3, "[C&#43;&#43;](../interviews/index.md?tag=c%2B%2B)"),
        ("industry", 1, "Éducation"),
        ("tag", 1, "&#60;b&#62;salt&#60;&#47;b&#62;"),
    ],
)
def test_a_link_leads_to_others_that_share_a_choice(name: str, number: int, link: str) -> None:
    portfolio = portfolio_of(*FOUR)
    one = portfolio.filters[name].choices[number - 1]
    assert filtered_link("interviews/no-1.md", portfolio, name, one) == link


def test_no_link_leads_to_a_list_without_that_menu() -> None:
    one = portfolio_of(*FOUR).filters["industry"].choices[1]
    assert filtered_link("index.md", portfolio_of(ADA, CY), "industry", one) == "Shipping"
    without = replace(portfolio_of(*FOUR), leaves_out=LIST.__eq__)
    assert filtered_link("index.md", without, "industry", one) == "Shipping"


def test_a_conversation_leads_to_others_like_it() -> None:
    [foot] = (
        page.foot for page in make_pages(portfolio_of(*FOUR)) if page.path.endswith("no-3.md")
    )
    shown = render_markdown(foot, lambda link: f"/{link}")
    assert (
        'More conversations: <a href="/../interviews/index.md?industry=shipping">SHIPPING</a>'
        '\u00a0· <a href="/../interviews/index.md?tag=c%2B%2B">c++</a>'
    ) in shown
    assert "More conversations" not in head(portfolio_of(*FOUR), "interviews/no-4.md")
