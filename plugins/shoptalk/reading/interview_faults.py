"""What can be wrong with an interview as a whole: its questions, its headings, its lists."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.traps import plain_or_quoted

MOST_TAGS = 20
LONGEST_LEARNING = 600
"""Characters."""


@check(Severity.ERROR)
def question_is_mapping(number: int, sign: str, corrected: str) -> Wording:
    """A question holds a colon followed by a space, so YAML reads it as a key with a value.

    ### Why it matters

    To YAML, the notation of the lines between the two `---`, this is no question: it is a key
    called "Be honest" with a value. Other programs show it torn in two, or not at all.

    ### Example

    ```markdown
    ---
    questions:
      - Be honest: would you choose this work again?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - "Be honest: would you choose this work again?"
    ---
    ```
    """
    return Wording(
        f"question {number} became a mapping, because of the {shown(sign)} in it",
        "put the whole question in quotes",
        (corrected,),
    )


@check(Severity.ERROR)
def item_is_mapping(item: str, sign: str, corrected: str) -> Wording:
    """A list item holds a colon followed by a space, so YAML reads it as a key with a value.

    ### Why it matters

    To YAML, the notation of the lines between the two `---`, this item is no sentence: it is a key
    called "My rule" with the value "ask early". Other programs show it torn in two, or not at all.

    ### Example

    ```markdown
    ---
    learnings:
      - My rule: ask early
    ---
    ```

    ### Write instead

    ```markdown
    ---
    learnings:
      - "My rule: ask early"
    ---
    ```
    """
    return Wording(
        f"{item} became a mapping, because of the {shown(sign)} in it",
        "put the whole text in quotes",
        (corrected,),
    )


@check(Severity.ERROR)
def not_a_web_address(text: str, corrected: tuple[str, ...]) -> Wording:
    """A link is no address of a web page.

    ### Why it matters

    A browser takes an address without `https://` for a page of your own site, and whoever follows
    the link finds nothing there. So the link is left out.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    link: example.org/rosalind
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    link: https://example.org/rosalind
    ---
    ```
    """
    return Wording(
        f"{shown(text, 60)} is not a web address",
        "write the whole address of a page, with https:// before it",
        corrected,
    )


@check(Severity.WARNING)
def too_many_tags(count: int) -> Wording:
    """A file has far more tags than help anyone to find it.

    ### Why it matters

    A tag groups conversations that have something in common. With more than twenty on one file,
    nearly every filter shows it, and the tags say nothing any more.

    ### Example

    ```markdown
    ---
    tags: [data, health, nursing, code, sql, team, talk, work, week, day, tuesday,
      lunch, video, call, mentor, city, river, night, shift, test, school]
    ---
    ```

    ### Write instead

    ```markdown
    ---
    tags: [data, health, nursing]
    ---
    ```
    """
    return Wording(f"{count:,} tags; at most {MOST_TAGS} are useful", "choose a few")


@check(Severity.NOTE)
def repeated_tag(tag: str, first: str) -> Wording:
    """A file has the same tag twice.

    ### Why it matters

    Tags group conversations, and capital letters make no difference to them. A tag is shown once,
    as it was written first.

    ### Example

    ```markdown
    ---
    tags: [data, health, Data]
    ---
    ```

    ### Write instead

    ```markdown
    ---
    tags: [data, health]
    ---
    ```
    """
    return Wording(f"the tag {shown(tag)} is there already, as {shown(first)}", "delete it")


@check(Severity.WARNING)
def reworded_question(heading: str, question: str) -> Wording:
    """A heading of the body asks nearly what a listed question asks, in other words.

    ### Why it matters

    A heading belongs to a question only if it repeats it. As it is, the question counts as one
    without an answer, and the heading as one that nobody listed.

    ### Example

    ```markdown
    ---
    questions:
      - What is a normal Tuesday like?
    ---

    ## What does a normal Tuesday look like?

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - What is a normal Tuesday like?
    ---

    ## What is a normal Tuesday like?

    She starts at eight.
    ```
    """
    return Wording(
        f"the heading {shown(heading, 60)} nearly repeats the question {shown(question, 60)}",
        "repeat it word for word, or list this one as well if you asked both",
        (f"## {question}",),
    )


@check(Severity.WARNING)
def unlisted_question(heading: str, corrected: str) -> Wording:
    """A heading of the body asks a question that is not listed in the front matter.

    ### Why it matters

    The questions are counted and collected from the list between the two `---`. One that stands in
    a heading only is neither graded nor in the question bank.

    ### Example

    ```markdown
    ---
    questions:
      - Which skills matter most?
    ---

    ## What would you do differently?

    She would ask earlier.
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - Which skills matter most?
      - What would you do differently?
    ---

    ## What would you do differently?

    She would ask earlier.
    ```
    """
    return Wording(
        f"the heading {shown(heading, 60)} asks a question that is not listed under 'questions'",
        "add it there",
        (corrected,),
    )


@check(Severity.WARNING)
def repeated_question(line: int) -> Wording:
    """The same question is listed twice in one file.

    ### Why it matters

    It was asked once, so it should count once: otherwise your list looks longer than your
    conversation was. Capital letters and punctuation make no difference.

    ### Example

    ```markdown
    ---
    questions:
      - Which skills matter most?
      - which skills matter most
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - Which skills matter most?
    ---
    ```
    """
    return Wording(f"this question is already listed on line {line}", "delete one of the two")


@check(Severity.WARNING)
def empty_answer() -> Wording:
    """A heading repeats a question, and nothing stands below it.

    ### Why it matters

    A listed question counts as asked, in the question bank and for the rubric. A heading without a
    text below it is mostly left over from a plan: the question was not asked, or its answer is
    still to be written up. In a draft it is no finding.

    ### Example

    ```markdown
    ---
    questions:
      - Which skills matter most?
      - Who else should I talk to?
    ---

    ## Which skills matter most?

    ## Who else should I talk to?

    Somebody who mends ferries.
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - Who else should I talk to?
    ---

    ## Who else should I talk to?

    Somebody who mends ferries.
    ```
    """
    return Wording(
        "nothing stands below this heading, but its question counts as asked",
        "write the answer down, or delete the heading and the question if it was not asked",
    )


@check(Severity.NOTE)
def long_learning(length: int) -> Wording:
    """A learning is as long as a page.

    ### Why it matters

    Learnings stand one below the other: on top of the page of the conversation, among those of
    other people, on cards. There a learning is read if it is a sentence or two.

    ### Example

    One item under `learnings` tells the whole conversation in 3,000 characters.

    ### Write instead

    Make an item of each thing that you learnt, and leave how it came up to the text below.
    """
    return Wording(
        f"this learning has {length:,} characters; one or two sentences have fewer than"
        f" {LONGEST_LEARNING}",
        "make an item of each thing learnt, and tell the rest in the text below",
    )


@check(Severity.WARNING)
def misspelt_topic(topic: str, near: str) -> Wording:
    """A topic is almost, but not quite, one that the question bank knows.

    ### Why it matters

    Any text is a topic of your own, with a page of its own in the question bank. A slip of the pen
    makes a new topic, and the question is missing under the right one.

    ### Example

    ```markdown
    ---
    questions:
      - ask: What would you look for in a junior?
        topic: hirring
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - ask: What would you look for in a junior?
        topic: hiring
    ---
    ```
    """
    return Wording(
        f"there is no topic {shown(topic)} yet, but there is {shown(near)}",
        "write the known topic, or a word of your own that is less like it",
        (f"    topic: {near}",),
    )


@check(Severity.WARNING)
def learning_from_no_question(named: str, begun_alike: int, near: tuple[str, ...]) -> Wording:
    """A learning names a question that is not among those of its conversation.

    ### Why it matters

    `from` says which question brought a learning up, and the question bank counts what came of
    each. It is the question as it is listed, or its first words if no other question begins so. A
    learning whose question cannot be found is counted for none.

    ### Example

    ```markdown
    ---
    questions:
      - Which skills matter most?
    learnings:
      - learned: Reading code is most of the work.
        from: What skills matter?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - Which skills matter most?
    learnings:
      - learned: Reading code is most of the work.
        from: Which skills
    ---
    ```
    """
    fault = f"{begun_alike} questions begin so" if begun_alike else "no question here reads so"
    return Wording(
        f"the learning is from {shown(named, 60)}, but {fault}",
        "repeat the question as it is listed, or its first words",
        tuple(f"    from: {plain_or_quoted(ask)}" for ask in near),
    )


@check(Severity.WARNING)
def repeated_heading(first: int) -> Wording:
    """Two headings of the body repeat the same question.

    ### Why it matters

    A heading that repeats a listed question holds its answer, and only the first such heading is
    taken. What stands under the second is on the page, but not in the question bank.

    ### Example

    ```markdown
    ---
    questions:
      - Which skills matter most?
    ---

    ## Which skills matter most?

    Patience.

    ## Which skills matter most?

    And reading.
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - Which skills matter most?
    ---

    ## Which skills matter most?

    Patience. And reading.
    ```
    """
    return Wording(
        f"the heading on line {first} already answers this question",
        "put both answers under one heading",
    )
