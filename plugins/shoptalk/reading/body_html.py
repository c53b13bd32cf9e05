"""HTML and links in a body: what would run, what would be dropped, what leads nowhere."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from string import ascii_lowercase, ascii_uppercase

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.reading.safe_html import (
    CONTENT_IS_CODE,
    EVENT_IN_BRACES,
    LINK_SCHEMES,
    OPTIONAL_END_TAGS,
    TAGS,
    VOID_TAGS,
    is_allowed,
    is_elsewhere,
    link_scheme,
)
from shoptalk.reading.sections import Body
from shoptalk.reading.source import Span

WORTH_PARSING = re.compile(r"<[A-Za-z/]")
PICTURE = re.compile(r"!\[")
DOUBTFUL_LINK = re.compile(r"=\"\s*(?:(?!https?:|mailto:)[a-zA-Z][\w+.%;&#-]*:|/?(?:Users|home)/)")
ON_A_COMPUTER = re.compile(r"(?:file:|[A-Za-z]:[\\/]|[A-Za-z]:%5C|/Users/|/home/)", re.IGNORECASE)
SMALL_LETTERS = str.maketrans(ascii_uppercase, ascii_lowercase)
FARTHEST = 20_000
"""Characters to look ahead for a tag, so that a body full of tags is still read in linear time."""

BACKQUOTES = re.compile("`+")
INDENTED_CODE = re.compile(r"^(?: {4}|\t)[^\n]*$", re.MULTILINE)
FROM_MARKDOWN = frozenset(
    "a blockquote br code em h1 h2 h3 h4 h5 h6 hr img li ol p pre strong ul".split()  # noqa: SIM905 (words are read more easily than literals)
)


@check(Severity.ERROR)
def unsafe_html(what: str) -> Wording:
    """HTML that would run code or load another page; it is taken out of the site.

    ### Why it matters

    Code in your page, or another site inside it, would run in the browser of everyone who opens it.
    So it is left out, and what it should have shown is missing.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    <iframe src="https://example.org/talk"></iframe>
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    [Her talk on data contracts](https://example.org/talk)
    ```
    """
    return Wording(
        f"{what} could run code, so it is left out of the page", "delete it, or put it in `code`"
    )


@check(Severity.WARNING)
def html_left_out(what: str) -> Wording:
    """HTML that pages do not keep.

    ### Why it matters

    Pages keep the tags and attributes that are known to do no harm, and leave out the rest. The
    words inside stay, but what the tag was for does not happen.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts <font color="red">before</font> eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts **before** eight.
    ```
    """
    return Wording(
        f"{what} is not among the HTML that pages keep, so it is left out",
        "say it in Markdown, or put it in `code`",
    )


@check(Severity.WARNING)
def unclosed_html(tag: str) -> Wording:
    """An HTML tag is opened and never closed.

    ### Why it matters

    A browser lets the tag go on until something else ends it: here, all the rest of your text would
    be bold.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts <b>before eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts <b>before</b> eight.
    ```
    """
    return Wording(f"<{tag}> is never closed", f"close it with </{tag}>, or put it in `code`")


@check(Severity.ERROR)
def unsafe_link(scheme: str) -> Wording:
    """A link whose address is code, or of a kind that browsers do not follow.

    ### Why it matters

    Pages keep links to web pages, mail addresses and telephone numbers. Other kinds run code, or
    open only in a program that your reader may not have, so the link is left out.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    [Her talk](ftp://example.org/talk.txt)
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    [Her talk](https://example.org/talk.txt)
    ```
    """
    return Wording(
        f"a link with '{scheme}:' is left out of the page",
        "link to an address that begins with https://",
    )


@check(Severity.ERROR)
def file_on_your_computer(address: str) -> Wording:
    """A picture or link leads to a file on the author's computer.

    ### Why it matters

    You see the picture, because it is on your disk. Everybody else gets a broken picture or a dead
    link, and learns the name of your user account. Below, the picture was copied to `docs/images/`.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ![Her desk](/Users/noor/Pictures/desk.jpg)
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ![Her desk](../images/desk.jpg)
    ```
    """
    return Wording(
        f"{shown(address, 60)} is on your computer, not in the site",
        "put the file into docs/ and link to it from there",
    )


@check(Severity.WARNING)
def picture_from_elsewhere(address: str) -> Wording:
    """A picture is kept on another site, which would learn of every visitor.

    ### Why it matters

    The visitor's browser fetches such a picture from the other site, which so learns who read your
    page, and which may change or lose the picture at any time. The page is shown without it.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ![Her desk](https://example.org/desk.jpg)
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ![Her desk](desk.jpg)
    ```
    """
    return Wording(
        f"the picture {shown(address, 60)} lies on another site, so it is left out of the page",
        "save it beside this file, if you may, and link to it by its name",
    )


def check_html(body: Body, text: str, rendered: str) -> tuple[list[Finding], list[str]]:
    """The faults in the HTML and the links of a body, given what CommonMark makes of it.

    The second part of the answer are the tags that close what it leaves open.
    """
    findings = list(_check_braces(body, text)) if EVENT_IN_BRACES.search(text) else []
    doubtful = WORTH_PARSING.search(text) or PICTURE.search(text) or DOUBTFUL_LINK.search(rendered)
    if not doubtful:
        return findings, []
    reader = _HtmlReader(body, text)
    reader.feed(rendered.replace("<![", "&lt;!["))  # on which the parser stumbles, and no browser
    reader.close()
    closing = [f"</{tag}>" for tag, _ in reversed(reader.opened) if tag in TAGS]
    reader.end_all()
    return findings + reader.findings, closing


def _check_braces(body: Body, text: str) -> Iterator[Finding]:
    for match in EVENT_IN_BRACES.finditer(_without_code(text)):
        name = re.search(r"on[a-z]+(?=\s*=)", match.group())
        if name:
            start = body.span.start + match.start() + name.start()
            place = body.source.place(Span(start, start + len(name[0])))
            yield unsafe_html.at(place, f"the attribute {shown(name[0])} in braces")


def _without_code(text: str) -> str:
    """A body of the same length, with blanks in place of its code."""
    text = INDENTED_CODE.sub(lambda code: " " * len(code.group()), text)
    ends: dict[int, list[int]] = {}
    for run in reversed(list(BACKQUOTES.finditer(text))):
        ends.setdefault(len(run.group()), []).append(run.end())
    parts, done = [], 0
    for run in BACKQUOTES.finditer(text):
        same = ends[len(run.group())]
        while same and same[-1] <= max(run.end(), done):
            same.pop()
        if same and run.start() >= done:  # code goes on to the next run of as many backquotes
            parts += [text[done : run.start()], " " * (same[-1] - run.start())]
            done = same[-1]
    return "".join((*parts, text[done:]))


class _HtmlReader(HTMLParser):
    def __init__(self, body: Body, text: str):
        super().__init__()
        self.places = _Places(body, text)
        self.opened: list[tuple[str, Place | int]] = []
        """With its place, or where the paragraph begins if Markdown may have made the tag."""
        self.count = Counter[str]()
        self.findings: list[Finding] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        position = attributes.pop("data-sourcepos", "")
        place: Place | int = self.places.begin
        if position and tag in FROM_MARKDOWN:
            place = self.places.enter(position)
        elif tag not in FROM_MARKDOWN:
            place = self.places.of(f"<{tag}")
            if tag not in TAGS:
                fault = unsafe_html if tag in CONTENT_IS_CODE or tag == "embed" else html_left_out
                self.findings.append(fault.at(place, f"<{tag}>"))
        for name, value in attributes.items():
            self._check_attribute(tag, name, value)
        if tag not in VOID_TAGS:
            self.opened.append((tag, place))
            self.count[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID_TAGS:
            self.count[self.opened.pop()[0]] -= 1

    def handle_endtag(self, tag: str) -> None:
        if self.count[tag]:
            while self.opened:
                opened, place = self.opened.pop()
                self.count[opened] -= 1
                if opened == tag:
                    return
                self._unclosed(opened, place)

    def end_all(self) -> None:
        while self.opened:
            self._unclosed(*self.opened.pop())

    def _unclosed(self, tag: str, place: Place | int) -> None:
        if tag not in OPTIONAL_END_TAGS and tag not in CONTENT_IS_CODE:
            if isinstance(place, int):
                place = self.places.of(f"<{tag}", place)
            self.findings.append(unclosed_html.at(place, tag))

    def _check_attribute(self, tag: str, name: str, value: str) -> None:
        if name in ("href", "src", "action", "formaction", "poster", "cite", "background"):
            if ON_A_COMPUTER.match(value):
                address = value.replace("%5C", "\\")
                place = self.places.of_address(address)
                self.findings.append(file_on_your_computer.at(place, address))
                return
            scheme = link_scheme(value)
            if scheme and scheme not in LINK_SCHEMES:
                place = self.places.of_address(f"{scheme}:")
                self.findings.append(unsafe_link.at(place, scheme))
                return
            if tag == "img" and is_elsewhere(value):
                place = self.places.of_address(value)
                self.findings.append(picture_from_elsewhere.at(place, value))
                return
        if tag not in TAGS or is_allowed(tag, name):
            return
        fault = unsafe_html if name.startswith("on") or name == "srcdoc" else html_left_out
        what = f"the attribute {shown(name)} of <{tag}>"
        self.findings.append(fault.at(self.places.of(name), what))


class _Places:
    """Where in a body the tags and addresses of its HTML stand.

    The parser says where a paragraph begins and ends. Within it a text is looked for after where it
    was found last; what cannot be found (an address written with entities) is placed at its begin.
    """

    def __init__(self, body: Body, text: str):
        self.source = body.source
        self.shift = body.span.start
        self.first = body.first_line
        self.text = text.translate(SMALL_LETTERS)
        self.begin = 0
        self.end = len(text)
        self.searched: dict[str, int] = {}
        """How far a text was looked for already."""

    def enter(self, position: str) -> int:
        """Go to a paragraph, such as `5:1-7:42`, and return where it begins."""
        top, bottom = (int(place.split(":")[0]) for place in position.split("-"))
        starts = self.source.line_starts
        self.begin = starts[self.first + top - 1] - self.shift
        after = self.first + bottom
        self.end = (starts[after] if after < len(starts) else len(self.source.text)) - self.shift
        return self.begin

    def of(self, text: str, begin: int | None = None) -> Place:
        """The place of a text in this paragraph, or in HTML that follows it."""
        begin = self.begin if begin is None else begin
        at = self._find(text, begin, begin + FARTHEST)
        return self._place(at, len(text)) if at >= 0 else self._place(begin, 1)

    def of_address(self, address: str) -> Place:
        """The place of an address: in this paragraph, or where its reference is defined."""
        at = self._find(address, self.begin, self.end)
        if at >= 0:
            return self._place(at, len(address))
        at = self._find(f"]: {address}", 0, len(self.text))
        return self._place(at + 3, len(address)) if at >= 0 else self.of(address)

    def _find(self, text: str, begin: int, end: int) -> int:
        small = text.translate(SMALL_LETTERS)
        searched = self.searched.get(small, 0)
        at = self.text.find(small, max(begin, searched), end)
        self.searched[small] = at + 1 if at >= 0 else max(searched, end - len(small))
        return at

    def _place(self, begin: int, width: int) -> Place:
        start = self.shift + begin
        return self.source.place(Span(start, start + width))
