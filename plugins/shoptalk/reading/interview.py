"""The records: one interview, its questions, what was learnt and what will be done with it."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import partial
from typing import NamedTuple, TypeVar

from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.reading.body import read_body
from shoptalk.reading.career_path import PathStep, read_path
from shoptalk.reading.consent import NOTHING_AGREED, Consent, check_ends, read_consent
from shoptalk.reading.fence import Fenced, find_fences
from shoptalk.reading.fence_faults import empty_front_matter
from shoptalk.reading.field_faults import empty_value, future_date, placeholder, wrong_type
from shoptalk.reading.fields import PLACEHOLDER, SYNONYMS, Fields
from shoptalk.reading.interview_faults import (
    LONGEST_LEARNING,
    MOST_TAGS,
    empty_answer,
    item_is_mapping,
    learning_from_no_question,
    long_learning,
    misspelt_topic,
    question_is_mapping,
    repeated_heading,
    repeated_question,
    repeated_tag,
    reworded_question,
    too_many_tags,
    unlisted_question,
)
from shoptalk.reading.keys import (
    APPLICATION_KEYS,
    CHOICES,
    KEYS,
    LEARNING_KEYS,
    QUESTION_KEYS,
    REFERRAL_KEYS,
    TOPICS,
)
from shoptalk.reading.line import quoted
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.private_file import Private
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.sections import Body, Section, heading_key, without_number
from shoptalk.reading.slug import slug
from shoptalk.reading.source import Source, Span
from shoptalk.reading.traps import plain_or_quoted
from shoptalk.reading.web_address import web_address
from shoptalk.reading.yaml_faults import no_space_after_colon

Record = TypeVar("Record")

QUESTION_MARKS = ("?", "\uff1f", "\u061f", "\u037e")
"""Latin, full-width, Arabic and Greek."""

FIELD_PATH = re.compile(
    r"(?P<key>[\w-]+)(?:\[(?P<number>\d+)\])?(?:\.(?P<detail>[\w-]+)(?:\[(?P<part>\d+)\])?)?"
)
PARTS_OF_BODY = frozenset(("body", "headings", "paragraphs", "links"))
LONGEST_CONVERSATION = 24 * 60
"""Minutes."""


class Question(NamedTuple):
    """Something the student asked."""

    ask: str
    """Its wording."""
    topic: str = ""
    """The student's own word for what it is about."""
    personal: bool = False
    """Written for this person, not taken from a list."""
    same_as: str = ""
    """A wording of another question that means the same, although the bank does not see it."""
    not_same: str = ""
    """A wording of another question that means something else, although the bank joins the two."""
    answer: Section | None = None
    """The section of the body whose heading repeats it."""


class Learning(NamedTuple):
    """Something the student learnt."""

    text: str
    """What the conversation taught."""
    topic: str = ""
    """What it is about."""
    question: str = ""
    """The question of this conversation that brought it up, as it is listed."""
    agrees_with: tuple[str, ...] = ()
    """Others who said the same, each by name or by the address of their file."""
    differs_from: tuple[str, ...] = ()
    """Others who said something else, each by name or by the address of their file."""


class Application(NamedTuple):
    """Something the student will do with what was learnt."""

    do: str
    """The act."""
    by: datetime.date | None = None
    """The day by which it will be done."""
    done: bool = False
    """It has been done."""


class Referral(NamedTuple):
    """Somebody the person recommended."""

    name: str
    """Who it is."""
    title: str = ""
    """Their job title."""
    organization: str = ""
    """Where they work."""


class Elsewhere(NamedTuple):
    """Where a field stands that comes from another file."""

    source: Source
    span: Span

    @property
    def line(self) -> int:
        """The line on which it begins, counted from 1."""
        return self.source.line_number(self.span.start) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One conversation, as its file tells it; texts and lists are empty where it is silent."""

    source: Source = field(repr=False)
    front_matter: Mapping = field(repr=False)
    body: Body = field(repr=False)
    name: str = ""
    """The person's name, whole: it is never split or reordered."""
    mononym: bool = False
    """The person has one name only."""
    title: str = ""
    """The person's job title."""
    organization: str = ""
    """Where the person works."""
    industry: str = ""
    """The trade."""
    date: datetime.date | None = None
    """The day of the conversation."""
    minutes: int | None = None
    """How long it took."""
    format: str = ""
    """How the two spoke."""
    route: str = ""
    """How the student reached the person."""
    relation: str = ""
    """How the student knows the person, such as `none`, `former colleague` or `aunt`."""
    questions: tuple[Question, ...] = ()
    """What the student asked."""
    planned: tuple[Question, ...] = ()
    """What the student meant to ask before the conversation."""
    learnings: tuple[Learning, ...] = ()
    """What the conversation taught the student."""
    applications: tuple[Application, ...] = ()
    """What the student will do with it."""
    referrals: tuple[Referral, ...] = ()
    """Whom the person recommended to talk to."""
    before: str = ""
    """What the student thought of the career before the conversation."""
    after: str = ""
    """What the student thought of it afterwards."""
    path: tuple[PathStep, ...] = ()
    """How the person came to where they are."""
    thanked: datetime.date | None = None
    """When the thanks were sent; with the time of day if it was written down."""
    connected: bool = False
    """The two stayed in touch."""
    consent: Consent = NOTHING_AGREED
    """What the person agreed to have published."""
    alias: str = ""
    """Shown instead of the name without consent."""
    forgotten: datetime.date | None = None
    """The day on which the name was dropped because the person asked for it."""
    link: str = ""
    """A public page of the person's own."""
    description: str = ""
    """One sentence for previews and search engines."""
    research: str = ""
    """The student's preparation; never published."""
    tags: tuple[str, ...] = ()
    """Words to group conversations by."""
    draft: bool = False
    """Still being written: in the preview only."""
    listed: dict[str, list[Node]] = field(default_factory=dict, repr=False, hash=False)
    """The items of the lists above; one that says nothing is in neither."""
    private: Private | None = field(default=None, repr=False)
    """What `private/` holds of it; its fields have taken the place of those above."""
    withheld: frozenset[str] = frozenset()
    """Fields that nobody can be asked for here.

    Those that only `private/` holds, where that is not there, as in a copy without secrets; and
    the name of somebody who asked to be forgotten.
    """
    unread: str = field(default="", repr=False)
    """Its private file, as findings name it, if that is there and cannot be read."""
    orphan: str = field(default="", repr=False)
    """The private file of no interview that may be this one's and has a name, as findings name it.

    Mostly one of the two was renamed.
    """
    elsewhere: dict[str, Elsewhere] = field(default_factory=dict, repr=False, hash=False)
    """The fields that the file leaves to another, of which it is known where they stand there."""

    def span(self, path: str) -> Span:
        """Where a field stands, by its path: `title`, `questions[3]`, `questions[3].topic`.

        What is a list itself counts its texts, as in `learnings[3].agrees_with[0]`.
        Parts of the body have paths, too: `body`, `headings[0]`, `paragraphs[2]`, `links[1]`, and
        `body[120]` for the word at its 120th character. Items count from 0. A field that is not
        there is placed at the nearest that is.
        """
        match = FIELD_PATH.fullmatch(path)
        if match and match["key"] in PARTS_OF_BODY:
            return self.body.span_of(match["key"], int(match["number"] or 0))
        node = self.front_matter.get(match["key"]) if match else None
        if match is None or node is None:
            return Span(0, len(self.source.line(0)))
        items = self.listed.get(match["key"]) or (node.items if isinstance(node, Listing) else [])
        if match["number"] and int(match["number"]) < len(items):
            node = items[int(match["number"])]
        if match["detail"] and isinstance(node, Mapping):
            node = node.get(match["detail"]) or node
            if match["part"] and isinstance(node, Listing):
                node = next(iter(_texts_in(node)[int(match["part"]) :]), node)
        return Span(node.start, max(node.end, node.start + 1))

    def place(self, path: str) -> Place:
        """The first line of a field's span, in the file that the field comes from."""
        if self.private and self.private.gives(path):
            return self.private.place(path)
        other = self.elsewhere_of(path)
        if other:
            return other.source.place(other.span)
        return self.source.place(self.span(path))

    def elsewhere_of(self, path: str) -> Elsewhere | None:
        """Where a field stands that comes from another file than its own."""
        return self.elsewhere.get(path.partition("[")[0])

    def line(self, path: str) -> int:
        """The line on which a field's span begins, counted from 1."""
        return self.source.line_number(self.span(path).start) + 1


def _texts_in(listing: Listing) -> list[Node]:
    """The items of a list that became texts."""
    return [one for one in listing.items if isinstance(one, Scalar) and one.text.strip()]


def parse_interview(source: Source, today: datetime.date) -> tuple[Interview | None, list[Finding]]:
    """The interview that a source holds, or None where it cannot be read as one."""
    fenced, findings = find_fences(source)
    if fenced is None:
        return None, findings
    mapping, faults = read_nodes(source, fenced.yaml)
    findings += faults
    if mapping is None:
        if not faults:
            findings.append(empty_front_matter.at(source.place(Span(0, 3))))
        return None, findings
    body, faults = read_body(source, fenced.body)
    findings += faults
    interview = _record(source, fenced, mapping, body, findings, today)
    if interview.draft:
        findings = [of_draft(finding) for finding in findings]
    return interview, findings


def of_draft(finding: Finding) -> Finding:
    """A finding in a draft, where placeholders are to be expected."""
    if finding.check != placeholder.id:
        return finding
    return replace(finding, severity=Severity.NOTE)


def _record(
    source: Source,
    fenced: Fenced,
    mapping: Mapping,
    body: Body,
    findings: list[Finding],
    today: datetime.date,
) -> Interview:
    fields = Fields(source, mapping, findings)
    fields.check_keys(KEYS, check_ends(fields))
    if source.text.find("#", fenced.yaml.start, fenced.yaml.end) >= 0:
        fields.check_comments()
    day = fields.day("date")
    if day and day > today:
        fields.report(future_date, fields.values["date"].value, day.isoformat(), today.isoformat())
    questions = _items(fields, "questions", "ask", QUESTION_KEYS, partial(_question, body))
    draft = fields.yes_or_no("draft")
    _check_headings(fields, body, questions, draft=draft)
    return Interview(
        source=source,
        front_matter=mapping,
        body=body,
        name=fields.text("name"),
        mononym=fields.yes_or_no("mononym"),
        title=fields.text("title"),
        organization=fields.text("organization"),
        industry=fields.text("industry"),
        date=day,
        minutes=fields.whole_number("minutes", LONGEST_CONVERSATION),
        format=fields.choice("format", CHOICES["format"]),
        route=fields.choice("route", CHOICES["route"]),
        relation=fields.text("relation"),
        questions=questions,
        planned=_items(fields, "planned", "ask", QUESTION_KEYS, partial(_question, body)),
        learnings=_learnings(fields, questions),
        applications=_items(fields, "applications", "do", APPLICATION_KEYS, _application, True),
        referrals=_items(fields, "referrals", "name", REFERRAL_KEYS, _referral),
        before=fields.text("before"),
        after=fields.text("after"),
        path=read_path(fields, today.year),
        thanked=fields.moment("thanked"),
        connected=fields.yes_or_no("connected"),
        consent=read_consent(fields, fenced.yaml.end),
        alias=fields.text("alias"),
        forgotten=fields.day("forgotten"),
        link=web_address(fields, "link"),
        description=fields.text("description"),
        research=fields.text("research"),
        tags=_tags(fields),
        draft=draft,
        listed=fields.listed,
    )


def _question(body: Body, text: str, more: Fields | None) -> Question:
    answer = body.by_heading.get(heading_key(text))
    if more is None:
        return Question(ask=text, answer=answer)
    return Question(
        ask=text,
        topic=_topic(more),
        personal=more.yes_or_no("personal"),
        same_as=more.text("same_as"),
        not_same=more.text("not_same"),
        answer=answer,
    )


def _topic(more: Fields) -> str:
    """A topic, with the known one that a slip of the pen may mean."""
    topic = more.text("topic")
    known = slug(topic) in TOPICS
    near = [] if known or not topic else get_close_matches(slug(topic), TOPICS, 1, 0.85)
    if near:
        more.report(misspelt_topic, more.values["topic"].value, topic, near[0])
    return topic


def _learnings(fields: Fields, questions: tuple[Question, ...]) -> tuple[Learning, ...]:
    make = partial(_learning, questions)
    learnings = _items(fields, "learnings", "learned", LEARNING_KEYS, make, True)
    for learning, node in zip(learnings, fields.listed.get("learnings", ()), strict=True):
        if len(learning.text) > LONGEST_LEARNING:
            fields.report(long_learning, node, len(learning.text))
    return learnings


def _learning(questions: tuple[Question, ...], text: str, more: Fields | None) -> Learning:
    if more is None:
        return Learning(text=text)
    return Learning(
        text=text,
        topic=_topic(more),
        question=_source_of(questions, more),
        agrees_with=more.text_or_texts("agrees_with"),
        differs_from=more.text_or_texts("differs_from"),
    )


def _source_of(questions: tuple[Question, ...], learning: Fields) -> str:
    """The question that a learning names by its wording or by the first words of it."""
    named = learning.text("from")
    if not named:
        return ""
    key = heading_key(named)
    asked = {heading_key(question.ask): question.ask for question in questions}
    if key in asked:
        return asked[key]
    meant = [ask for wording, ask in asked.items() if wording.startswith(f"{key} ")]
    if not meant and not key.isascii():  # scripts without spaces have no ends of words
        meant = [ask for wording, ask in asked.items() if wording.startswith(key)]
    if len(meant) == 1:
        return meant[0]
    near = meant or [asked[one] for one in get_close_matches(key, asked, 1)]
    learning.report(
        learning_from_no_question, learning.values["from"].value, named, len(meant), tuple(near[:1])
    )
    return ""


def _application(text: str, more: Fields | None) -> Application:
    if more is None:
        return Application(do=text)
    return Application(do=text, by=more.day("by"), done=more.yes_or_no("done"))


def _referral(text: str, more: Fields | None) -> Referral:
    if more is None:
        return Referral(name=text)
    return Referral(name=text, title=more.text("title"), organization=more.text("organization"))


def _items(
    fields: Fields,
    key: str,
    text_key: str,
    known: frozenset[str],
    make: Callable[[str, Fields | None], Record],
    block_of_text: bool = False,
) -> tuple[Record, ...]:
    """The records of a list whose items are a text, or a mapping with the text under `text_key`."""
    entry = fields.values.get(key)
    if entry is None:
        return ()
    nodes: tuple[Node, ...]
    if block_of_text and isinstance(entry.value, Scalar):
        nodes, noun = (entry.value,), ""
    else:
        noun = "planned question" if key == "planned" else key.removesuffix("s")
        nodes = fields.items(key, "a list")
    records = []
    listed = fields.listed[key] = []
    in_flow = isinstance(entry.value, Listing) and entry.value.flow
    for number, node in enumerate(nodes, 1):
        label = f"{noun} {number}" if noun else key
        more: Fields | None = None
        if isinstance(node, Scalar):
            text = _text_after_key(fields, node, known) or fields.text_of(node, label, in_flow)
        elif isinstance(node, Listing):
            _wrong_item(fields, node, label)
            text = fields.source.text[node.start : node.end]
        elif _is_text(node, text_key, known):
            text = _text_of_mapping(fields, node, noun, number)
        else:
            more = fields.within(node, label)
            more.check_keys(known)
            text = _text_under(more, text_key)
        if text:
            records.append(make(text, more))
            listed.append(node)
    return tuple(records)


def _text_after_key(fields: Fields, node: Scalar, known: frozenset[str]) -> str:
    """The text of an item whose key has no space after its colon; empty where it has none."""
    key, _, text = node.text.partition("：" if "：" in node.text else ":")
    if key not in known or key == node.text or node.style or text.startswith("//"):
        return ""
    place = fields.source.place(Span(node.start + len(key), node.start + len(key) + 1))
    at = place.column
    corrected = f"{place.source_line[: at - 1]}: {place.source_line[at:].lstrip()}"
    fields.findings.append(no_space_after_colon.at(place, key, (corrected,)))
    return text.strip()


def _text_under(item: Fields, text_key: str) -> str:
    """The text of an item, also under a key that is not quite the right one."""
    if text_key in item.values:
        return item.text(text_key)
    for key in item.values:
        if SYNONYMS.get(key) == text_key:
            return item.text(key)
    item.report(empty_value, item.mapping, item.label(text_key))
    return ""


def _is_text(node: Mapping, text_key: str, known: frozenset[str]) -> bool:
    """Whether a list item is a sentence that YAML took for a mapping, because of a colon in it."""
    keys = [entry.key.text for entry in node.entries]
    if node.flow:
        return _is_in_braces(node) and known.isdisjoint(keys)
    if not known.isdisjoint(keys) or not known.isdisjoint(map(SYNONYMS.get, keys)):
        return False
    return not all(re.fullmatch(r"[a-z_-]{1,12}", key) for key in keys) or len(keys) == 1


def _is_in_braces(node: Mapping) -> bool:
    """Whether braces enclose words and no value at all."""
    values = [entry.value for entry in node.entries]
    is_empty = all(isinstance(one, Scalar) and not (one.text or one.style) for one in values)
    return is_empty and any(" " in entry.key.text for entry in node.entries)


def _text_of_mapping(fields: Fields, node: Mapping, noun: str, number: int) -> str:
    source = fields.source
    place = source.place(Span(node.start, node.start + 1))
    written = place.source_line[place.column - 1 :].rstrip()
    sign = "? " if written.startswith("? ") else "{" if node.flow else ": "
    if sign == ": " and ": " not in written:
        sign = ":"
    at = node.start + max(written.find(sign), 0)
    place_of_sign = source.place(Span(at, at + len(sign.strip())))
    corrected = place.source_line[: place.column - 1] + quoted(written)
    if noun == "question":
        finding = question_is_mapping.at(place_of_sign, number, sign, corrected)
    else:
        finding = item_is_mapping.at(place_of_sign, f"{noun} {number}", sign, corrected)
    if finding.place.line not in fields.lines_mended:
        fields.findings.append(finding)
    return written


def _wrong_item(fields: Fields, node: Listing, label: str) -> None:
    place = fields.place(node)
    written = place.source_line[place.column - 1 :].rstrip()
    corrected: tuple[str, ...] = ()
    if written.startswith("- "):
        corrected = (place.source_line[: place.column - 1] + written[2:],)
    elif node.flow:
        corrected = (place.source_line[: place.column - 1] + quoted(written),)
    fields.report(wrong_type, node, label, "text", "a list", corrected)


def _check_headings(
    fields: Fields, body: Body, questions: tuple[Question, ...], *, draft: bool
) -> None:
    """What the body's headings and the listed questions say of one another."""
    source = fields.source
    listed: dict[str, Node] = {}
    for question, node in zip(questions, fields.listed.get("questions", ()), strict=True):
        first = listed.setdefault(heading_key(question.ask), node)
        if first is not node and not PLACEHOLDER.fullmatch(question.ask):
            fields.report(repeated_question, node, source.line_number(first.start) + 1)
    for section in body.sections:
        key = heading_key(section.heading)
        first_section = body.by_heading[key]
        is_answer = key in listed and first_section is section
        if is_answer and (draft or body.text_of(section)):
            continue
        place = source.place(Span(section.heading_span.start, section.heading_span.end - 1))
        if is_answer:
            fields.findings.append(empty_answer.at(place))
        elif key in listed:
            line = source.line_number(first_section.heading_span.start) + 1
            fields.findings.append(repeated_heading.at(place, line))
        elif PLACEHOLDER.fullmatch(section.heading):
            fields.findings.append(placeholder.at(place, "heading", section.heading))
        elif section.heading.endswith(QUESTION_MARKS):
            unanswered = [text for text in listed if text not in body.by_heading]
            near = get_close_matches(key, unanswered, 1, 0.75)
            if near:
                meant = next(one.ask for one in questions if heading_key(one.ask) == near[0])
                fields.findings.append(reworded_question.at(place, section.heading, meant))
                continue
            corrected = f"  - {plain_or_quoted(without_number(section.heading))}"
            fields.findings.append(unlisted_question.at(place, section.heading, corrected))


def _tags(fields: Fields) -> tuple[str, ...]:
    entry = fields.values.get("tags")
    nodes = fields.items("tags", "a list")
    if entry and len(nodes) > MOST_TAGS:
        fields.report(too_many_tags, entry.value, len(nodes))
    tag_of: dict[str, str] = {}
    listed = fields.listed["tags"] = []
    in_flow = entry is not None and isinstance(entry.value, Listing) and entry.value.flow
    for number, node in enumerate(nodes, 1):
        if isinstance(node, Scalar):
            text = fields.text_of(node, f"tag {number}", in_flow)
            key = unicodedata.normalize("NFC", " ".join(text.split())).casefold().removeprefix("#")
            if key in tag_of:
                fields.report(repeated_tag, node, text, tag_of[key])
            elif text:
                tag_of[key] = text
                listed.append(node)
        else:
            found = "a list" if isinstance(node, Listing) else "keys with values"
            fields.report(wrong_type, node, f"tag {number}", "text", found, ())
    return tuple(tag_of.values())
