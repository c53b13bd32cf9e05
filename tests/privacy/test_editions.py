"""What the public edition makes of interviews, field by field."""

from datetime import date

import pytest
from privacy.people import NAMED, PEOPLE, secrets, words, write_portfolio

from shoptalk.findings.finding import Place
from shoptalk.privacy.editions import public_corpus, public_report
from shoptalk.privacy.private_values import PrivateValue, private_values
from shoptalk.privacy.public_people import public_people
from shoptalk.privacy.quotations import without_quotations
from shoptalk.reading.career_path import PathStep
from shoptalk.reading.corpus import Corpus, ReadFile, read_corpus
from shoptalk.reading.interview import Referral, parse_interview
from shoptalk.reading.people_meant import people_named
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric_file import built_in

TODAY = date(2026, 11, 22)
AGREED = "consent: {name: true, on: 2026-01-01}"


def read(address: str, front_matter: str, body: str = "We met.") -> ReadFile:
    source = Source(f"interviews/{address}.md", f"---\n{front_matter}\n---\n\n{body}\n")
    interview, _ = parse_interview(source, TODAY)
    assert interview
    path = f"/somewhere/interviews/{address}.md"
    return ReadFile(path=path, address=address, source=source, interview=interview, findings=())


def public(*files: ReadFile) -> dict[str, ReadFile]:
    corpus = Corpus(files=files)
    shown = public_corpus(corpus, public_people(corpus, TODAY))
    return {file.address: file for file in shown.files}


def interview_of(front_matter: str, body: str = "We met.", address: str = "ann"):
    (file,) = public(read(address, front_matter, body)).values()
    return file.interview


ANN = "name: Ann Quillon\ntitle: Data Engineer\norganization: Vexley Works\n"


def test_nothing_of_the_file_is_left():
    (file,) = public(read("ann-quillon", f"{ANN}alias: A sailor\nresearch: Old.")).values()
    assert "Quillon" not in repr(file)
    assert (file.path, file.address, file.source) == ("", "a-sailor", None)
    assert file.interview
    assert file.interview.private is None
    assert file.interview.front_matter.entries == ()
    assert "Quillon" not in file.interview.source.text + file.interview.body.source.text


@pytest.mark.parametrize(
    ("more", "name"),
    [
        (AGREED, "Ann Quillon"),
        ("alias: A sailor", "A sailor"),
        ("alias: Ann the sailor", "A data engineer"),
        ("alias: A sailor of Vexley Works", "A data engineer"),
        ("alias: TODO", "A data engineer"),
        ("", "A data engineer"),
    ],
)
def test_what_stands_for_a_name(more: str, name: str):
    assert interview_of(f"{ANN}{more}").name == name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See [McAllister-Boyd](sean/x.html).", "See [a nurse](#)."),
        ("See [McAllister-Boyd][sean].", "See [a nurse][a nurse]."),
    ],
)
def test_a_name_that_goes_on_in_a_target_is_in_neither(text: str, shown: str):
    one = interview_of("name: Seán McAllister-Boyd\ntitle: Nurse\nalias: A nurse\n", text)
    assert one.body.text.strip() == shown


def test_without_alias_and_title_it_is_somebody():
    assert interview_of("name: Ann Quillon\ntitle: TODO").name == "Somebody"


@pytest.mark.parametrize(
    ("address", "front_matter", "shown"),
    [
        ("2026/ann-quillon", f"{ANN}{AGREED}", "2026/ann-quillon"),
        ("2026/ann-quillon", ANN, "2026/a-data-engineer"),
        ("quillon/notes", ANN, "a-data-engineer"),
        ("AnnQuillon/notes", ANN, "a-data-engineer"),
        ("ann-of-vexley-works", f"{ANN}{AGREED}", "ann-quillon"),
        ("ann", f"{ANN}alias: Index", "somebody"),
        ("ann", f"{ANN}alias: {'long ' * 40}", ("long-" * 16)[:-1]),
    ],
)
def test_addresses_tell_no_more_than_names(address: str, front_matter: str, shown: str):
    assert list(public(read(address, front_matter))) == [shown]


def test_addresses_that_are_taken_get_a_number():
    files = (
        read("a-sailor", f"{ANN}{AGREED}"),
        read("bea", "name: Bea Fenwickle\nalias: A sailor"),
        read("cay", "name: Cay Holtsen\nalias: A Sailor"),
    )
    assert list(public(*files)) == ["a-sailor", "a-sailor-2", "a-sailor-3"]


def test_the_order_of_aliases_is_not_that_of_names():
    letters = "abcdefghijklmnop"
    files = [read(one * 4, f"name: Holt{one * 4} Quill{one}\nalias: A sailor") for one in letters]
    people = public_people(Corpus(files=tuple(files)), TODAY)
    numbers = [int(people.addresses[one * 4].partition("r-")[2] or 1) for one in letters]
    assert sorted(numbers) == list(range(1, 17))
    assert numbers != sorted(numbers)
    assert numbers != sorted(numbers, reverse=True)
    shown = public_corpus(Corpus(files=tuple(files)), people)
    addresses = [file.address for file in shown.files]
    assert addresses == sorted(addresses)


@pytest.mark.parametrize(
    ("field", "written", "shown"),
    [
        ("title", "Aide to Ann Quillon", "Aide to a sailor"),
        ("industry", "Vexley Works", "The organization"),
        ("description", "With Ann of Vexley Works", "With a sailor of the organization"),
        ("description", "She says: \u201cno\u201d", "She says: [\u2026]"),
        ("tags", "[sea, quillon]", ("sea",)),
        ("tags", "[sea, Ann]", ("sea",)),
        ("relation", "Ann's aunt", ""),
        ("link", "https://vexley.dev/ann", ""),
    ],
)
def test_fields(field: str, written: str, shown: object):
    front_matter = (
        f"name: Ann Quillon\norganization: Vexley Works\nalias: A sailor\n{field}: {written}"
    )
    if field != "title":
        front_matter += "\ntitle: Cook"
    assert getattr(interview_of(front_matter), field) == shown


def test_lists():
    one = interview_of(
        f"{ANN}alias: A sailor\nquestions:\n  - ask: Is “Ann” right?\n    topic: Quillon\n"
        "planned: [Why did Ann go?]\n"
        "learnings:\n  - learned: Ann left\n    from: Is “Ann” right?\n"
        "applications: [Write to Ann Quillon]",
        "## Is “Ann” right?\n\nYes.",
    )
    assert one.questions[0].ask == "Is “a sailor” right?"
    assert one.questions[0].topic == "A sailor"
    assert one.questions[0].answer == one.body.sections[0]
    assert one.planned[0].ask == "Why did a sailor go?"
    assert one.learnings[0][:3:2] == ("A sailor left", one.questions[0].ask)
    assert one.applications[0].do == "Write to a sailor"


def test_what_was_agreed_to_is_shown_unless_it_tells_something_else():
    agreed = "consent: {organization: true, link: true}\nlink: https://vexley.dev/%s"
    assert interview_of(f"{ANN}{agreed % 'us'}").link == "https://vexley.dev/us"
    assert interview_of(f"{ANN}{agreed % 'ann-quillon'}").link == ""
    assert interview_of(f"{ANN}{agreed % 'us'}").organization == "Vexley Works"


def test_who_works_where_somebody_agreed_still_does_not_tell():
    one = "name: Bea Fenwickle\norganization: Vexley Works\nconsent: {name: true}"
    other = f"{ANN}consent: {{name: true, organization: true}}"
    third = "name: Cay Holtsen\norganization: Vexley Works\nconsent: {name: true}"
    body = "At Vexley Works."
    shown = public(read("ann", other, body), read("bea", one, body), read("cay", third, body))
    assert [file.interview and file.interview.body.text.strip() for file in shown.values()] == [
        body,
        "At the organization.",
        "At the organization.",
    ]


PATH = (
    "path:\n  - {years: 2009-2015, role: Aide to Ann Quillon, organization: Marlow Foundry}\n"
    "  - {years: 2016-now, role: Weaver}\n"
)


@pytest.mark.parametrize(
    ("consent", "path"),
    [
        ("", ()),
        ("consent: {organization: true}", ()),
        ("consent: {name: true, until: 2026-11-21}", ()),
        (
            AGREED,
            (PathStep("Aide to Ann Quillon", 2009, 2015), PathStep("Weaver", 2016, None)),
        ),
        (
            "consent: {name: true, organization: true}",
            (
                PathStep("Aide to Ann Quillon", 2009, 2015, "Marlow Foundry"),
                PathStep("Weaver", 2016, None),
            ),
        ),
    ],
)
def test_a_career_path_is_that_of_somebody_named(consent: str, path: tuple[PathStep, ...]):
    (file,) = public(read("ann-quillon", f"{ANN}{PATH}{consent}", "At Marlow Foundry.")).values()
    assert file.interview
    assert file.interview.path == path
    is_open = "organization: true" in consent
    assert file.interview.body.text.strip() == (
        "At Marlow Foundry." if is_open else "At the organization."
    )
    assert bool(file.path) == (is_open and "name: true" in consent)


def test_other_peoples_names_go_from_a_career_path():
    bea = read("bea", "name: Bea Fenwickle\nalias: A weaver")
    path = "path: [{years: 2015, role: Aide to Bea Fenwickle}]"
    ann = read("ann-quillon", f"{ANN}consent: {{name: true, organization: true}}\n{path}")
    interview = public(ann, bea)["ann-quillon"].interview
    assert interview
    assert interview.path == (PathStep("Aide to a weaver", 2015, 2015),)


@pytest.mark.parametrize(
    ("organization", "is_looked_for"),
    [
        ("Marlow Foundry", True),
        ("County Hospital", True),
        ("University of Marlow", True),
        ("adidas", True),
        ("Shell", True),
        ("university", False),
        ("University", False),
        ("a local bakery", False),
        ("bakery in Marlow", False),
        ("Various hospitals", False),
        ("Self-employed", False),
        ("TODO", False),
    ],
)
def test_kinds_of_places_are_no_organizations(organization: str, is_looked_for: bool):
    path = f"path: [{{years: 2015, role: Aide, organization: {organization}}}]"
    file = read("ann", f"name: Ann Quillon\n{path}")
    found = [one for one in private_values(Corpus(files=(file,)), TODAY) if one.kind != "name"]
    assert [(one.kind, one.text, one.person) for one in found] == (
        [("organization", organization, "ann")] if is_looked_for else []
    )
    assert [(one.place.line, one.place.width) for one in found] == (
        [(3, len(organization))] if is_looked_for else []
    )


def test_what_changed_is_shown_without_names_and_quotations():
    one = interview_of(
        f"{ANN}alias: A sailor\nbefore: Ann seemed busy.\n"
        "after: |\n  At Vexley Works?\n\n  She said “no”."
    )
    assert (one.before, one.after) == (
        "A sailor seemed busy.",
        "At the organization?\n\nShe said [\u2026].",
    )


def test_an_alias_behind_a_quotation_goes_on_with_the_sentence():
    one = interview_of(f"{ANN}alias: A sailor\nbefore: |\n  “So,” Ann said. “No.” Ann left.")
    assert one.before == "[…], a sailor said. […] A sailor left."


def test_who_agrees_is_named_by_the_public_address():
    ann = read(
        "ann-quillon",
        f"{ANN}{AGREED}\nlearnings:\n  - learned: It is work.\n"
        "    agrees_with: [Bea Fenwickle, cay, Dee Holtsen, Ann Quillon, Nobody Known]\n"
        "    differs_from: A baker",
    )
    others = (
        read("bea", "name: Bea Fenwickle\nalias: A weaver"),
        read("cay", f"name: Cay Marlow\n{AGREED}"),
        read("dee", f"name: Dee Holtsen\ndraft: true\n{AGREED}"),
        read("eve", "name: Eve Arden\nalias: A baker"),
        read("fay", "name: Fay Arden\nalias: A baker"),
    )
    shown = public(ann, *others)
    one = shown["ann-quillon"].interview
    assert one
    assert one.learnings[0].agrees_with == ("a-weaver", "cay")
    assert one.learnings[0].differs_from == ()
    named = people_named(tuple(shown.values()))
    assert [each.who for each in named] == ["a-weaver", "cay"]


def test_no_record_of_people_with_hostile_names_tells_more_than_they_agreed_to(tmp_path):
    write_portfolio(tmp_path)
    corpus = read_corpus([tmp_path / "interviews"], TODAY, start=tmp_path)
    shown = public_corpus(corpus, public_people(corpus, TODAY))
    interviews = {file.interview.name: file.interview for file in shown.files if file.interview}
    for one in (one for one in interviews.values() if not one.draft):
        fields = (one.learnings, one.before, one.after, one.path)
        folded = words(repr(fields))
        assert [secret for secret in secrets() if secret in folded] == []
    assert {name for name, one in interviews.items() if one.path} == {
        one.name for one in PEOPLE if one.is_named or (one.draft and one.agreed)
    }
    assert all(interviews[one.name].before.startswith("I took") for one in NAMED)
    assert any(one.learnings[0].agrees_with for one in interviews.values())


def test_the_short_name_of_an_employer_goes_on_the_pages_of_all_who_work_there():
    at_kestrel = "organization: Kestrel Freight\nconsent: {name: true}"
    files = (
        read(one, f"name: {one} Quillon\n{at_kestrel}", "At Kestrel nobody does.")
        for one in ("ann", "bea")
    )
    bodies = [
        file.interview and file.interview.body.text.strip() for file in public(*files).values()
    ]
    assert bodies == ["At the organization nobody does."] * 2


REFERRING = (
    f"{ANN}{AGREED}\nreferrals: [{{name: Bea Fenwickle, title: Weaver, organization: Loom House}}]"
)


def test_who_was_recommended_is_somebody():
    (one,) = interview_of(REFERRING, "Bea Fenwickle knows. Bea does.").referrals
    assert one == Referral(name="Somebody", title="Weaver")
    body = interview_of(REFERRING, "Bea Fenwickle knows. Bea does.").body.text
    assert body.strip() == "Somebody knows. Bea does."


def test_unless_the_same_name_was_agreed_to():
    bea = read("bea", f"name: Fenwickle Bea\n{AGREED}")
    shown = public(read("ann", REFERRING), bea)["ann"].interview
    assert shown
    assert shown.referrals[0] == Referral("Bea Fenwickle", "Weaver", "Loom House")


@pytest.mark.parametrize(
    "name", ["her manager", "Bea", "someone at the Harbor Office", "Data Engineer"]
)
def test_what_is_no_whole_name_is_not_looked_for(name: str):
    files = (read("ann", f"{ANN}{AGREED}\nreferrals: [{name}]"),)
    kinds = {one.kind for one in private_values(Corpus(files=files), TODAY)}
    assert "referral" not in kinds
    (shown,) = public(*files).values()
    assert shown.interview
    assert shown.interview.referrals[0].name == "Somebody"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("See [Ann](https://vexley.dev/ann-quillon).", "See [a sailor](#)."),
        ('See [it](<ann quillon.html> "Ann").', 'See [it](<#> "A sailor").'),
        ("See https://vexley.dev/ann-quillon and", "See [\u2026] and"),
        ("See <https://vexley.dev/ann-quillon>.", "See [\u2026]."),
        ("[1]: https://vexley.dev/ann-quillon", "[1]:#"),
        ('<a href="/ann-quillon/">x</a>', '<a href="#">x</a>'),
        ("<!-- Ann Quillon -->", "<!-- A sailor -->"),
        ("`Ann Quillon`", "`A sailor`"),
        ("## Ann Quillon", "## A sailor"),
        ("[page](ann.md#top)", "[page](a-sailor.md#top)"),
        ("Ann Quillon Ann", "A sailor a sailor"),
    ],
)
def test_bodies(body: str, shown: str):
    all_but_name = "consent: {quotes: true, photo: true}"
    front_matter = f"{ANN}alias: A sailor\n{all_but_name}"
    assert interview_of(front_matter, body).body.text.strip() == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a \u201cb\nc\u201d d", "a […] d"),
        ('a "b" c "d"', "a […] c […]"),
        ('a "b\n\nc" d', 'a "b\n\nc" d'),
        ('"I <em class="x">never</em> did"', "[…]"),
        ("\u00abb\u00bb \u201eb\u201c \u300cb\u300d", "[…] […] […]"),
        ("> a\nb\n\nc", "> […]\n\nc"),
        ("- > a\n- b", "> […]\n- b"),
        ("<blockquote>a</blockquote> b", "[…] b"),
        ("<q>a</q> b", "[…] b"),
        ('<a href="x">b</a>', '<a href="x">b</a>'),
        ('[b](x "said")', "[b](x)"),
        ('`"b"`', '`"b"`'),
        ('```\n"b"\n```\n', '```\n"b"\n```\n'),
        ('## What is "done"?\n', '## What is "done"?\n'),
        ('## He is "done"\n', "## He is […]\n"),
        ("He: 'I like the smell.' So", "He: […] So"),
        ("\u2018The budget\u2019, \u201aso ist es\u2018 (\u2039a b\u203a)", "[…], […] ([…])"),
        ("\u203aSo ist es\u2039, 'Never.'", "[…], […]"),
        ("'I don't like the students' work at all.' she", "[…] she"),
        ("\u2018I don\u2019t,\u2019 of others\u2019 work", "[…], of others\u2019 work"),
        ('"So," she said. "I like it." Then', "[…] Then"),
        ('"So," she said, "I like it." Then', "[…] Then"),
        ('"So," she said and left. "I like it."', "[…], she said and left. […]"),
        ("So &quot;b c&quot; d", "So […] d"),
        ("&#34;b c&#x22; &ldquo;b&rdquo; &laquo;b&raquo; &#8220;b&#8221;", "[…] […] […] […]"),
        ("So &#39;b c.&#39; d", "So […] d"),
        ('`&quot;b&quot;` <a title="&quot;b&quot;">', '`&quot;b&quot;` <a title="&quot;b&quot;">'),
        ("&gt; &lt;b&gt; &amp;quot;b", "&gt; &lt;b&gt; &amp;quot;b"),
        ("'I like 'em, and rock 'n' roll.' So", "[…] So"),
    ],
)
def test_quotations(text: str, shown: str):
    assert without_quotations(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "don't, '90s, the students' work, rock 'n' roll, give 'em room",
        "the boys' room and the girls' room",
        "a 'deploy' is",
        "'a\n\nb' c",
        "`print('hello you')`",
        "<a title='x y'>b</a>",
        "home \u203a about us \u203a team",
        "6' 2 and 5' tall",
        "'" + "<a>" * 60,
        '"' + "<a>" * 60,
    ],
)
def test_what_is_no_quotation_in_single_marks(text: str):
    assert without_quotations(text) == text


@pytest.mark.parametrize("text", ["'I like the smell.'", "&quot;I like the smell.&quot;"])
def test_all_marks_go_where_quotations_were_not_agreed_to(text: str):
    assert "smell" not in interview_of(ANN, f"She said: {text}").body.text


@pytest.mark.parametrize(
    "text",
    ["![a](b.png)", "![a][b]", '<img src="b.png">', "[a](b.JPG)", "![a [b]](c.webp)", "x b.png"],
)
def test_pictures(text: str):
    body = interview_of(ANN, text).body.text
    assert not any(name in body.lower() for name in ("b.png", "b.jpg", "c.webp", "![", "<img"))
    agreed = interview_of(f"{ANN}consent: {{photo: true, quotes: true}}", text).body.text
    assert agreed.strip() == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*[MH]: Grace Hope", "*[MH]: A sailor"),
        ("[^1]: Grace Hope spoke", "[^1]: A sailor spoke"),
        ("[her]: https://quill.dev/grace-hope", "[her]:#"),
        ("[her]: Grace Hope", "[her]:#"),
        ("Gr<b>ace</b> Ho<wbr>pe spoke", "A sailor spoke"),
        ("Grace Ho**pe** spoke", "A sailor** spoke"),
    ],
)
def test_nothing_is_left_of_a_name_across_an_address_or_marks(text: str, shown: str):
    files = (
        read("g", "name: Grace Hope\nalias: A sailor"),
        read("bea", "name: Bea Finn\n" + AGREED, text),
    )
    body = public(*files)["bea"].interview.body.text
    assert body.strip() == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I met Ann Quillon.", "I met a sailor."),
        ("I met\nAnn Quillon.", "I met\na sailor."),
        ("So, **Ann Quillon** spoke", "So, **a sailor** spoke"),
        ("Bea \u2013 Ann Quillon", "Bea \u2013 a sailor"),
        ("Yes. Ann Quillon did.", "Yes. A sailor did."),
        ("Yes. **Ann Quillon** did.", "Yes. **A sailor** did."),
        ('"Yes." "Ann Quillon did."', '"Yes." "A sailor did."'),
        ("Heading\n\nAnn Quillon did.", "Heading\n\nA sailor did."),
        ("## Heading\nAnn Quillon did.", "## Heading\nA sailor did."),
        ("- Ann Quillon\n1) Ann Quillon", "- A sailor\n1) A sailor"),
        ("With: Ann Quillon", "With: A sailor"),
        ("Mrs Quillon was tired, Dr. Ann Quillon", "A sailor was tired, a sailor"),
        ("when Prof. Dr.\u00a0Quillon did", "when a sailor did"),
        ("J. Quillon, with J.-L. Quillon", "A sailor, with a sailor"),
        ("with Dr. J. R.\nQuillon", "with a sailor"),
        ("Ann B. spoke, then Quillon, A. spoke", "A sailor spoke, then a sailor spoke"),
        ("Then Ann B. She, and Ann B.", "Then a sailor. She, and a sailor."),
        ("So did I. Quillon left.", "So did I. A sailor left."),
        ("the Quillon way, an **Ann Quillon**", "A sailor way, an **sailor**"),
        ("The Vexley Works yard of the Vexley Works", "The organization yard of the organization"),
        ("Vexley Works is. The [Vexley Works](a)", "The organization is. The [organization](a)"),
        ("| Ann | Quillon | x |", "| A sailor | | x |"),
        ("<td>Ann</td> <td class='x'>Quillon</td>", "<td>A sailor</td><td></td>"),
    ],
)
def test_the_alias_goes_into_the_sentence(text: str, shown: str):
    body = interview_of(f"{ANN}alias: A sailor\nconsent: {{quotes: true}}", text).body.text
    assert body.strip() == shown


def test_an_alias_without_an_article_stays_as_it_is():
    body = interview_of(f"{ANN}alias: HR manager", "I met Ann Quillon.").body.text
    assert body.strip() == "I met HR manager."


def test_who_was_recommended_and_interviewed_has_the_alias():
    bea = read("bea", "name: Fenwickle Bea\nalias: A weaver")
    shown = public(read("ann", REFERRING), bea)["ann"].interview
    assert shown
    assert shown.referrals[0] == Referral(name="A weaver", title="Weaver")


@pytest.mark.parametrize(
    "text",
    [
        "See [my talk with {}](ann.md).",
        "See [{}, my\nfirst](ann.md#top).",
        "See [my talk with {}](../ann/).",
        "See [{}](https://bea.example/mine/interviews/a-sailor/).",
        "See [{}][talk].\n\n[talk]: ann.md",
        '<a href="../a-sailor/">{}</a>',
    ],
)
def test_in_a_link_to_the_page_a_part_of_the_name_is_enough(text: str):
    files = (
        read("ann", f"{ANN}alias: A sailor"),
        read("bea", f"name: Bea Finn\n{AGREED}", text.format("Ann")),
    )
    body = public(*files)["bea"].interview.body.text
    assert "Ann" not in body
    assert "sailor" in body.partition("](")[0]


def test_in_a_link_to_another_page_it_is_not():
    text = "[Ann](cay.md) [Ann](https://example.org/ann) [Ann](#ann) [a](ann.md) Ann"
    files = (
        read("ann", f"{ANN}alias: A sailor"),
        read("bea", f"name: Bea Finn\n{AGREED}", text),
    )
    assert public(*files)["bea"].interview.body.text.count("Ann") == 4


def test_a_report_without_drafts_findings_or_places():
    files = (
        read("ann", f"{ANN}alias: A sailor\nquestions: [TODO]"),
        read("bea", f"name: Bea Fenwickle\ndraft: true\n{AGREED}", "Ann is known."),
    )
    corpus = Corpus(files=files)
    report = grade(corpus, built_in("thinkful"), TODAY)
    people = public_people(corpus, TODAY)
    shown = public_report(report, people)
    assert [one.file.address for one in shown.files] == ["a-sailor"]
    assert "Quillon" not in repr(shown)
    assert "Fenwickle" not in repr(shown)
    before = report.files[0].outcomes
    assert [one.state for one in shown.files[0].outcomes] == [one.state for one in before]
    preview = public_report(report, people, preview=True)
    assert [one.file.address for one in preview.files] == ["a-sailor", "bea"]
    assert preview.files[0].findings == report.files[0].findings


def test_what_a_private_file_says_otherwise_is_looked_for_in_both_wordings(tmp_path):
    (tmp_path / "interviews").mkdir()
    (tmp_path / "private").mkdir()
    front_matter = "alias: A sailor\norganization: Vexley Works\n"
    (tmp_path / "interviews" / "a-sailor.md").write_text(f"---\n{front_matter}---\n")
    (tmp_path / "private" / "a-sailor.yml").write_text("organization: Fenwickle Yard\n")
    corpus = read_corpus([tmp_path / "interviews"], TODAY, start=tmp_path)
    assert [(one.text, one.place.path) for one in private_values(corpus, TODAY)] == [
        ("Fenwickle Yard", "private/a-sailor.yml"),
        ("Vexley Works", "interviews/a-sailor.md"),
    ]


def test_what_private_files_hold_is_looked_for(tmp_path):
    (tmp_path / "interviews").mkdir()
    (tmp_path / "private").mkdir()
    (tmp_path / "interviews" / "a-sailor.md").write_text("---\nalias: A sailor\ntitle: Cook\n---\n")
    (tmp_path / "private" / "a-sailor.yml").write_text(
        "name: Ann Quillon\ntitle: First Cook of Vexley\ncontact: [ann@vexley.dev]\n"
        "notes: She told me that the yard will close.\n"
    )
    corpus = read_corpus([tmp_path / "interviews"], TODAY, start=tmp_path)
    assert [(one.kind, one.text, one.place.path) for one in private_values(corpus, TODAY)] == [
        (kind, text, "private/a-sailor.yml")
        for kind, text in (
            ("name", "Ann Quillon"),
            ("contact", "ann@vexley.dev"),
            ("note", "She told me that the yard will close."),
            ("note", "First Cook of Vexley"),
        )
    ]
    shown = public_corpus(corpus, public_people(corpus, TODAY)).files[0]
    assert shown.interview
    assert shown.interview.title == "Cook"
    assert shown.path.endswith("interviews/a-sailor.md")


def test_a_question_of_the_starter_bank_tells_nothing_of_a_draft():
    asked = "What does a typical day look like for you?"
    from shoptalk.questions.starter import starter_questions

    asked = next(one.ask for one in starter_questions() if len(one.ask.split()) > 6)
    draft = read("bea", f"name: Bea Fenwickle\ndraft: true\nquestions: [{asked!r}]")
    found = private_values(Corpus(files=(draft,)), TODAY)
    assert [one.kind for one in found] == ["name"]


def test_a_value_is_what_it_is():
    assert PrivateValue("a", "referral", "", Place(path="x")).person == ""


@pytest.mark.parametrize(
    ("title", "organization", "body", "shown"),
    [
        ("Canal Engineer", "Canal Office", "At Canal nobody does.", "Canal Engineer"),
        ("Sluice Engineer", "Sluice Office", "A sluice is a gate.", "Sluice Engineer"),
        ("Sluice Engineer", "The Sluice Office", "A sluice is a gate.", "Sluice Engineer"),
        ("Kestrel Engineer", "Kestrel Freight", "At Kestrel.", "The organization Engineer"),
        ("Engineer at Canal Office", "Canal Office", "A canal.", "Engineer at the organization"),
    ],
)
def test_a_word_is_not_taken_for_the_organization_that_begins_with_it(
    title: str, organization: str, body: str, shown: str
):
    kept = f"name: Ann Quillon\nalias: Somebody\ntitle: {title}\norganization: {organization}\n"
    assert interview_of(kept, body).title == shown
