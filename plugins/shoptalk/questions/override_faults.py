"""What students say of two questions being the same, or not, where it changes nothing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.questions.groups import Groups, Key, group, questions_of
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import Interview, Question
from shoptalk.reading.sections import comparable
from shoptalk.reading.traps import plain_or_quoted


@check(Severity.WARNING)
def idle_same_as(wording: str, near: str) -> Wording:
    """A `same_as` joins a question to nothing, because no other question asks that.

    ### Why it matters

    `same_as` puts two wordings together in the question bank. It names the other one, as it stands
    in some interview. Where nobody was asked such a question, mostly because of a slip in the
    wording, the two stay apart.

    ### Example

    ```markdown
    ---
    questions:
      - What gets you out of bed in the morning?
      - ask: Why do you get up?
        same_as: What gets you out of bath in the morning?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - What gets you out of bed in the morning?
      - ask: Why do you get up?
        same_as: What gets you out of bed in the morning?
    ---
    ```
    """
    return Wording(
        f"no other question asks {shown(wording, 60)}, so this joins the question to nothing",
        "name another question as it is worded there",
        (f"    same_as: {plain_or_quoted(near)}",) if near else (),
    )


@check(Severity.WARNING)
def idle_not_same(wording: str) -> Wording:
    """A `not_same` keeps two questions apart that would not be joined anyway.

    ### Why it matters

    `not_same` keeps a question out of an entry of the question bank that it does not belong to. It
    names a question of that entry. Where the bank would not have joined the two, something else is
    meant, or the line is not needed.

    ### Example

    ```markdown
    ---
    questions:
      - What do you like about your job?
      - ask: What do you dislike about your job?
        not_same: What do you like about your job?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - What do you like about your job?
      - What do you dislike about your job?
    ---
    ```
    """
    return Wording(
        f"the bank does not join this question to {shown(wording, 60)} anyway",
        "delete the line, or name the question that it is joined to",
    )


def check_overrides(files: Sequence[ReadFile]) -> Sequence[ReadFile]:
    """The files, with findings where what they say of two questions changes nothing."""
    if not any(overrules(file) for file in files):
        return files
    questions = [one for file in files if file.interview for one in questions_of(file.interview)]
    groups = group(questions)
    asked: defaultdict[Key, dict[str, str]] = defaultdict(dict)
    for question in questions:
        asked[groups.key_of(question.ask)].setdefault(comparable(question.ask), question.ask)
    return [
        replace(file, findings=(*file.findings, *_faults(file.interview, groups, asked)))
        if file.interview and overrules(file)
        else file
        for file in files
    ]


def overrules(file: ReadFile) -> bool:
    """Whether it says of any question that it is the same as another, or is not."""
    if file.interview is None:
        return False
    return any(one.same_as or one.not_same for one in questions_of(file.interview))


def _faults(
    interview: Interview, groups: Groups, asked: dict[Key, dict[str, str]]
) -> Iterator[Finding]:
    for listed in ("questions", "planned"):
        for number, question in enumerate(getattr(interview, listed)):
            path = f"{listed}[{number}]"
            text = comparable(question.ask)
            if question.same_as and len(asked[groups.key_of(question.same_as)]) < 2:
                place = interview.place(f"{path}.same_as")
                yield idle_same_as.at(place, question.same_as, _nearest(question, asked))
            if question.not_same and text not in groups.apart:
                yield idle_not_same.at(interview.place(f"{path}.not_same"), question.not_same)


def _nearest(question: Question, asked: dict[Key, dict[str, str]]) -> str:
    """The wording of another question that is most like what `same_as` names."""
    others = {text: ask for wordings in asked.values() for text, ask in wordings.items()}
    others.pop(comparable(question.ask), None)
    near = get_close_matches(comparable(question.same_as), others, 1, 0.75)
    return others[near[0]] if near else ""
