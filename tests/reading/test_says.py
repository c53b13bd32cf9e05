"""What is said of a broken or doubtful file, word for word.

Each section of `says/*.md` is a case: what stands in the file, and what is said of it. A `yaml`
block is put below the name, between two lines of hyphens; a `markdown` block is the whole file; one
that is `escaped`, or `bytes`, has Python's escapes. `pytest --update-golden` writes the answers
anew.
"""

import re
from codecs import escape_decode
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "says"
CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n\n"
    r"(?P<fence>`{3,})(?P<kind>[a-z ]+)\n(?P<written>.*?)\n?(?P=fence)\n\n"
    r"(?P<answer_fence>`{3,})text\n(?P<answer>(?:.*?\n)??)(?P=answer_fence)$",
    re.MULTILINE | re.DOTALL,
)


def cases():
    for path in sorted(FOLDER.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found = list(CASE.finditer(text))
        assert len(found) == text.count("```text\n"), f"a case in {path.name} is not well-formed"
        for case in found:
            yield pytest.param(path, case["title"], id=f"{path.stem}: {case['title']}")


def case_of(path: Path, title: str) -> re.Match[str]:
    text = path.read_text(encoding="utf-8")
    return next(case for case in CASE.finditer(text) if case["title"] == title)


def written_file(case: re.Match[str]) -> bytes:
    """The bytes of the file that a case describes."""
    kind, written = case["kind"], case["written"]
    if "escaped" in kind:
        written = re.sub(r"\\(?:[tr\\]|x..|u.{4})", lambda escape: unescaped(escape[0]), written)
    if kind == "bytes":
        return bytes(escape_decode(written.replace("\n", ""))[0])
    if kind.startswith("yaml"):
        written = f"---\nname: Ada Okafor\n{written}\n---\n\nShe met me at the quay."
    return f"{written}\n".encode()


def unescaped(escape: str) -> str:
    return escape.encode().decode("unicode_escape")


each_case = pytest.mark.parametrize(("path", "title"), list(cases()))


@each_case
def test_says(read, update_golden, path, title):
    case = case_of(path, title)
    answer = "".join(f"{line}\n" for line in read(written_file(case)).rendered.splitlines())
    if update_golden:
        text = path.read_text(encoding="utf-8")
        start, end = case.span("answer")
        path.write_text(text[:start] + answer + text[end:], encoding="utf-8", newline="\n")
        case = case_of(path, title)
    assert case["answer"] == answer


@each_case
def test_a_corrected_line_mends_what_it_corrects(read, path, title):
    data = written_file(case_of(path, title))
    found = read(data)
    for finding in found.findings:
        if not finding.correction or finding.check in NOT_A_REPLACEMENT:
            continue
        assert finding.correction != (finding.place.source_line,)
        lines = found.source.text.split("\n")
        lines[finding.place.line - 1 : finding.place.line] = finding.correction
        left = read("\n".join(lines)).findings
        assert count_like(left, finding) < count_like(found.findings, finding), (
            f"{finding.correction} does not mend {finding.message!r}"
        )


def count_like(findings, wanted):
    """How many findings of the same check there are on the same line."""
    return sum(
        finding.check == wanted.check and finding.place.line == wanted.place.line
        for finding in findings
    )


NOT_A_REPLACEMENT = {
    "not-utf-8": "the line as it reads once the file is saved as UTF-8",
    "unlisted-question": "a line to add to the list of questions",
    "no-front-matter": "lines to add at the top, as an example",
    "empty-front-matter": "lines to fill in, as an example",
    "toml-front-matter": "the first line to write instead of all the TOML",
    "json-front-matter": "the first line to write instead of all the JSON",
    "unclosed-code-block": "a line to add at the end",
}
