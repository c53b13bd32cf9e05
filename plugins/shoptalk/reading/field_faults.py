"""What can be wrong with a key and its value."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown


@check(Severity.WARNING)
def unknown_key(key: str, meant: str, corrected: tuple[str, ...]) -> Wording:
    """A key that is not part of the file format.

    ### Why it matters

    Nothing reads a key that is not known: what you wrote there is on no page and in no grade. Most
    often it is a slip, or another word for a key that there is. Keys that begin with `x-` are your
    own, and are left alone.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    company: Harbor Health
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    organization: Harbor Health
    ---
    ```
    """
    if meant:
        help = f"did you mean {shown(meant)}?"
        return Wording(f"the key {shown(key)} is not known", help, corrected)
    if key == "answer":
        help = "write the answer below the front matter, under a heading that repeats its question"
        return Wording(f"the key {shown(key)} is not known", help)
    return Wording(
        f"the key {shown(key)} is not known",
        "delete it, or begin it with x- to keep it for yourself",
        corrected,
    )


@check(Severity.WARNING)
def contact_details(key: str) -> Wording:
    """An address or a telephone number stands in a file that is about to be published.

    ### Why it matters

    Whoever finds your repository can read this file, even if no page shows the address. The person
    gave it to you, not to the world: keep it in `private/`, which is never published.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    email: rosalind@example.org
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---
    ```
    """
    return Wording(
        f"{shown(key)} holds contact details, and this file is about to be published",
        "delete the line; keep contact details in private/, which is never published",
    )


@check(Severity.ERROR)
def duplicate_key(key: str, first: int) -> Wording:
    """The same key is given twice, and all but one of its values would be lost.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, keeps the last of the two values and
    drops the other without a word. Here the first question would be gone.

    ### Example

    ```markdown
    ---
    questions:
      - What does a normal Tuesday look like for you?
    questions:
      - Which skills matter most in your job?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - What does a normal Tuesday look like for you?
      - Which skills matter most in your job?
    ---
    ```
    """
    return Wording(
        f"the key {shown(key)} is given twice; the first is on line {first}",
        "join the two values, or delete one",
    )


@check(Severity.WARNING)
def quotes_in_text(key: str, corrected: str) -> Wording:
    """Curly quotes enclose a text, and are shown with it.

    ### Why it matters

    Only straight quotes mark a text in YAML, the notation of the lines between the two `---`. Curly
    ones, as word processors make them, are letters like any other: they stand on the page and in
    every list.

    ### Example

    ```markdown
    ---
    title: “Clinical Data Engineer”
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: Clinical Data Engineer
    ---
    ```
    """
    return Wording(
        f"the curly quotes around {shown(key)} are a part of the text, and would be shown",
        "delete them",
        (corrected,),
    )


@check(Severity.ERROR)
def wrong_type(key: str, wanted: str, found: str, corrected: tuple[str, ...]) -> Wording:
    """A value is of another kind than its key needs.

    ### Why it matters

    Some keys need a number, a date, a list, or `true` or `false`. A value of another kind cannot be
    counted, sorted or shown in its place.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    minutes: half an hour
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    minutes: 30
    ---
    ```
    """
    return Wording(
        f"{shown(key)} must be {wanted}, not {found}", f"write it as {wanted}", corrected
    )


@check(Severity.ERROR)
def empty_value(key: str) -> Wording:
    """A key or a list item has nothing in it.

    ### Why it matters

    An empty value looks like work that you meant to finish. Pages and grades treat it as if it were
    not there.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    organization:
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    organization: Harbor Health
    ---
    ```
    """
    return Wording(f"{shown(key)} is empty", "fill it in, or delete the line")


@check(Severity.WARNING)
def placeholder(key: str, text: str) -> Wording:
    """The starter file's text, or a word such as TODO, was left in.

    ### Why it matters

    The word was meant for you, to be replaced. If it stays, it stands on the published page, and
    your grader reads it as an answer that is missing.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    title: TODO
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    ---
    ```
    """
    return Wording(f"{shown(key)} still says {shown(text)}", "fill it in")


@check(Severity.ERROR)
def not_a_date(text: str, corrected: tuple[str, ...]) -> Wording:
    """A date is not written as year, month and day.

    ### Why it matters

    `03/04/2026` is a day in March to some readers and in April to others. Only with the year first,
    then the month, then the day, can people and programs read and sort every date alike.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    date: 14 October 2026
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2026-10-14
    ---
    ```
    """
    return Wording(
        f"{shown(text)} is not a date of the form YYYY-MM-DD",
        "write year, month and day" if not corrected else "write it as",
        corrected,
    )


@check(Severity.ERROR)
def not_a_time(text: str, corrected: tuple[str, ...]) -> Wording:
    """A time of day is not written as hours and minutes.

    ### Why it matters

    `5:30` is in the morning to some and in the afternoon to others. Only with all 24 hours of the
    day, and two figures each for hour and minute, a reminder comes at the right time.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        appointment: {on: 2026-10-14 5pm}
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        appointment: {on: 2026-10-14T17:00}
    ```
    """
    help = "write it as" if corrected else "write it after the day and a T, as in T17:00 or T09:30"
    return Wording(f"{shown(text)} is not a time of the form HH:MM", help, corrected)


@check(Severity.ERROR)
def impossible_date(text: str, why: str) -> Wording:
    """A date that no calendar has.

    ### Why it matters

    Nobody can tell which day you meant. The reader of YAML, the notation of the lines between the
    two `---`, stops at such a date, and MkDocs by itself then shows all the keys as text on the
    page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2026-02-30
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2026-02-28
    ---
    ```
    """
    return Wording(f"{text} is not a real date: {why}", "write a day that the calendar has")


@check(Severity.WARNING)
def future_date(text: str, today: str) -> Wording:
    """A conversation is dated after today.

    ### Why it matters

    A write-up tells what has been said, so a day that is still to come is most likely a slip in the
    year or the month. Your list of conversations would be in the wrong order.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2062-10-14
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2026-10-14
    ---
    ```
    """
    return Wording(
        f"{text} is in the future (today is {today})", "check the year, the month and the day"
    )


@check(Severity.ERROR)
def not_among_choices(key: str, text: str, choices: str, corrected: tuple[str, ...]) -> Wording:
    """A value is none of those its key allows.

    ### Why it matters

    Conversations are counted and filtered by these keys, which works only if all write-ups use the
    same few words. Any other word counts as no answer.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    format: Zoom
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    format: video
    ---
    ```
    """
    return Wording(f"{shown(key)} cannot be {shown(text)}", f"choose one of {choices}", corrected)
