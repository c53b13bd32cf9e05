"""What can be wrong with the lines that part the front matter from the text."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown

LARGEST_FRONT_MATTER = 64_000
"""Characters; the longest sensible one has some thousand."""


@check(Severity.ERROR)
def no_front_matter(eaten: str = "") -> Wording:
    """The file does not begin with front matter.

    ### Why it matters

    Front matter is the block of keys between two lines of `---` at the top of the file. Without it
    nobody can tell who was interviewed and what was asked, and nothing can be graded.

    ### Example

    ```markdown
    I talked to Rosalind on Tuesday.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    I talked to Rosalind on Tuesday.
    ```
    """
    doubt = f", and some programs would read {shown(eaten)} as a key with its value"
    return Wording(
        f"there is no front matter{doubt if eaten else ''}",
        "begin the file with the keys between two lines of three hyphens",
        ("---", "name: First Last", "title: Job title", "---"),
    )


@check(Severity.ERROR)
def html_page() -> Wording:
    """The file is a web page, not Markdown.

    ### Why it matters

    It was probably saved from a browser. Its tags are not the keys and headings of a write-up, so
    no question and no answer can be found in it.

    ### Example

    ```markdown
    <!DOCTYPE html>
    <html>
    <body><p>She starts at eight.</p></body>
    </html>
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording("this is an HTML page", "paste its text into a Markdown file instead")


@check(Severity.ERROR)
def toml_front_matter() -> Wording:
    """The front matter is TOML, as another generator uses it.

    ### Why it matters

    The generator Hugo begins files with keys between two lines of `+++`. MkDocs by itself does not
    know them, and shows them as text on the page.

    ### Example

    ```markdown
    +++
    name = "Rosalind Okafor"
    +++

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording("this is TOML front matter", "write it as YAML between lines of ---", ("---",))


@check(Severity.ERROR)
def json_front_matter() -> Wording:
    """The front matter is JSON.

    ### Why it matters

    Some other site generators begin their files with JSON. MkDocs by itself does not know it there,
    and shows it as text on the page.

    ### Example

    ```markdown
    {
      "name": "Rosalind Okafor"
    }

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording("this is JSON front matter", "write it as YAML between lines of ---", ("---",))


@check(Severity.ERROR)
def unfenced_front_matter(line: str) -> Wording:
    """Keys stand at the top of the file without the lines of hyphens around them.

    ### Why it matters

    Without `---` above and below, most programs take the keys for ordinary text. MkDocs by itself
    knows such keys from older times, but no lists in them: from the first dash on it shows your
    list on the page.

    ### Example

    ```markdown
    name: Rosalind Okafor
    title: Clinical Data Engineer

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    ---

    She starts at eight.
    ```
    """
    return Wording(
        "the keys stand here without a line of --- before and after them",
        "put a line of three hyphens above the first key, and one below the last",
        ("---", line),
    )


@check(Severity.ERROR)
def front_matter_not_first(before: str, act: str, corrected: tuple[str, ...] = ()) -> Wording:
    """Something stands before the opening line of hyphens.

    ### Why it matters

    Programs look for front matter only at the very beginning of a file. MkDocs by itself would take
    the first `---` here for a ruled line and show the keys below it as text.

    ### Example

    ```markdown
    # Rosalind

    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    # Rosalind

    She starts at eight.
    ```
    """
    return Wording(
        f"{before} before the opening ---, so other programs see no front matter",
        f"{act}, so that --- is the very first line",
        corrected,
    )


@check(Severity.ERROR)
def wrong_fence(found: str, which: str, beside: str = "") -> Wording:
    """The line that should be three hyphens is something like it.

    ### Why it matters

    Some editors turn three hyphens into one long dash by themselves. To programs that is no `---`:
    they find no front matter and show the keys as text on the page.

    ### Example

    ```markdown
    —
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    if found.strip(" \t") == "---":
        what = f"blank space stands before the {which} --- of the front matter"
        return Wording(what, "delete it", ("---",))
    names = {
        "\u2014": "a long dash",
        "\u2013": "a dash",
        "--": "two hyphens",
        "---": "three hyphens and an invisible character",
    }
    name = names.get(found.strip()) or (
        f"{len(found.strip())} hyphens" if set(found.strip()) == {"-"} else shown(found)
    )
    wanted = "three" if name.endswith("hyphens") else "three hyphens"
    return Wording(
        f"the {which} line of the front matter is {name} instead of {wanted}",
        "type three hyphens" + (", and the rest on a line of its own" if beside else ""),
        ("---", beside) if beside else ("---",),
    )


@check(Severity.ERROR)
def unclosed_front_matter(opened: int, last: str) -> Wording:
    """The front matter never ends: the second line of hyphens is missing.

    ### Why it matters

    Without a second `---` nobody can tell where the keys end and the text begins. MkDocs by itself
    takes the first `---` for a ruled line and shows the keys as text on the page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording(
        f"the front matter that opens on line {opened} is not closed before the text begins",
        "put a line of three hyphens after the last key",
        (last, "---"),
    )


@check(Severity.ERROR)
def front_matter_in_code_block(has_hyphens: bool) -> Wording:
    """The front matter stands inside a Markdown code block.

    ### Why it matters

    It was probably copied together with the marks around an example. MkDocs by itself does not look
    for keys in a code block: it shows them on the page, as code.

    ### Example

    ````markdown
    ```yaml
    ---
    name: Rosalind Okafor
    ---
    ```

    She starts at eight.
    ````

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    what = "the front matter is inside a code block"
    if has_hyphens:
        return Wording(what, "delete this line and the line of ``` that closes the block")
    return Wording(what, "put --- in place of both lines of ```", ("---",))


@check(Severity.ERROR)
def empty_front_matter() -> Wording:
    """There is nothing between the two lines of hyphens.

    ### Why it matters

    The lines between the two `---` say who was interviewed and what was asked. Without them the
    conversation is in no list, and nothing in it can be graded.

    ### Example

    ```markdown
    ---
    ---

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording(
        "the front matter is empty", "fill in the keys", ("---", "name: First Last", "---")
    )


@check(Severity.ERROR)
def front_matter_too_large(size: int) -> Wording:
    """The front matter is far longer than a list of questions can be.

    ### Why it matters

    The lines between the two `---` are an index of the conversation and take some thousand
    characters. With more than 64,000 something got in by mistake, and none of it is read.

    ### Example

    The whole transcript was pasted under `research:`, above the second `---`.

    ### Write instead

    Move the long texts below the second `---`, under headings that repeat your questions.
    """
    return Wording(
        f"the front matter has {size:,} characters; it may have {LARGEST_FRONT_MATTER:,}",
        "move the long texts into the body, below the second ---",
    )


@check(Severity.NOTE)
def dots_close_front_matter() -> Wording:
    """The front matter ends with three dots instead of three hyphens.

    ### Why it matters

    MkDocs takes the dots for an end, but other programs go on looking for `---`. They find no front
    matter, and show your keys as text.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ...

    She starts at eight.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts at eight.
    ```
    """
    return Wording(
        "the front matter ends with ..., which some programs do not know",
        "close it with three hyphens",
        ("---",),
    )


@check(Severity.WARNING)
def no_text_after_front_matter(is_cut: bool) -> Wording:
    """Nothing follows the front matter.

    ### Why it matters

    The front matter lists the questions; the answers belong below it. Without them the page has
    nothing to read, and your grader sees no conversation.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    questions:
      - What does a normal Tuesday look like for you?
    ---

    ## What does a normal Tuesday look like for you?

    She starts at eight.
    ```
    """
    return Wording(
        "no text follows the front matter"
        + (", not even a line break, so some programs do not see where it ends" if is_cut else ""),
        "write the answers below it, each under a heading that repeats its question",
        ("---", "", "## The question as listed above?", "", "What they answered …"),
    )
