"""The ways in which people's text is no YAML, or is other YAML than it looks: each has its name."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown

Lines = tuple[str, ...]


@check(Severity.ERROR)
def invalid_yaml(problem: str) -> Wording:
    """The front matter is not YAML, and no better name for the fault is known.

    ### Why it matters

    YAML is the notation of the lines between the two `---`, and at this line its rules are broken.
    The fault may also be in the line above. MkDocs by itself gives no warning: it shows all the
    keys as text on the page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    - What does a normal Tuesday look like for you?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    questions:
      - What does a normal Tuesday look like for you?
    ---
    ```
    """
    return Wording(
        f"the lines from here on cannot be read: {problem}",
        "compare this line and the one above it with an example of the guide; put text in quotes",
    )


@check(Severity.ERROR)
def not_a_mapping(text: str, corrected: Lines = (), act: str = "delete the dash") -> Wording:
    """The front matter holds text or a list instead of keys with values.

    ### Why it matters

    The lines between the two `---` are read as keys with values, such as `name: Rosalind Okafor`. A
    value without its key is found by nobody, and MkDocs by itself shows it as text on the page.

    ### Example

    ```markdown
    ---
    Clinical Data Engineer
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
        f"{shown(text)} is not of the form 'key: value'",
        act,
        corrected,
    )


@check(Severity.ERROR)
def colon_in_value(key: str, corrected: Lines) -> Wording:
    """A text holds a colon followed by a space, which YAML takes for another key.

    ### Why it matters

    YAML is the notation of the lines between the two `---`. In it, a colon and a space part a key
    from its value, so a second colon makes the line unreadable. MkDocs by itself gives no warning
    then: it shows all the keys as text on the page.

    ### Example

    ```markdown
    ---
    title: Data Engineer: Patient Records
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: "Data Engineer: Patient Records"
    ---
    ```
    """
    whose = f"the value of {shown(key)}" if key else "this text"
    return Wording(
        f"{whose} contains ': ', which YAML reads as another key",
        "put the whole text in quotes",
        corrected,
    )


@check(Severity.ERROR)
def two_keys_on_one_line(first: str, second: str, corrected: Lines) -> Wording:
    """Two keys stand on one line.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, each key has a line of its own. With
    two on one line nothing can be read, and MkDocs by itself shows all the keys as text on the
    page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor title: Clinical Data Engineer
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
    return Wording(
        f"two keys stand on one line: {shown(first)} and {shown(second)}",
        "give each its own line",
        corrected,
    )


@check(Severity.ERROR)
def text_after_quote(quote: str, corrected: Lines) -> Wording:
    """Text follows the closing quote of a quoted value.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a value that begins with a quote ends
    at the next one. The rest has no place, and MkDocs by itself shows the whole front matter as
    text on the page.

    ### Example

    ```markdown
    ---
    title: "Data" Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: '"Data" Engineer'
    ---
    ```
    """
    return Wording(
        f"text follows the closing {quote}, which ends the value",
        "put the whole text in quotes",
        corrected,
    )


@check(Severity.ERROR)
def unclosed_quote(quote: str, corrected: Lines) -> Wording:
    """A quote is opened and never closed.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, looks for the end of the quote in the
    lines that follow and takes them for a part of the text. Then it gives up, and MkDocs by itself
    shows all the keys on the page.

    ### Example

    ```markdown
    ---
    title: "Clinical Data Engineer
    name: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: "Clinical Data Engineer"
    name: Rosalind Okafor
    ---
    ```
    """
    return Wording(f"the {quote} opened here is never closed", "close it", corrected)


@check(Severity.ERROR)
def unclosed_bracket(bracket: str, corrected: Lines) -> Wording:
    """A bracket or brace is opened and never closed.

    ### Why it matters

    Without the closing bracket, YAML (the notation of the lines between the two `---`) takes the
    next lines for a part of the list. Then it gives up, and MkDocs by itself shows all the keys as
    text on the page.

    ### Example

    ```markdown
    ---
    tags: [data, health
    name: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    tags: [data, health]
    name: Rosalind Okafor
    ---
    ```
    """
    return Wording(f"the {shown(bracket)} opened here is never closed", "close it", corrected)


@check(Severity.ERROR)
def reserved_start(sign: str, corrected: Lines) -> Wording:
    """A text begins with a sign that means something else in YAML.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, keeps signs such as `@`, `%` and the
    backtick for itself. A text that begins with one breaks the front matter, and MkDocs by itself
    shows all the keys as text on the page.

    ### Example

    ```markdown
    ---
    organization: @Harbor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    organization: "@Harbor"
    ---
    ```
    """
    if len(corrected) > 1:
        act = "begin the list on a line of its own"
    elif sign == "*" and not corrected[0].rstrip().endswith('"'):
        act = "leave out the marks, which would be shown as they are"
    else:
        act = "put the whole text in quotes"
    return Wording(
        f"a text cannot begin with {shown(sign)}, which means something else in YAML",
        act,
        corrected,
    )


@check(Severity.ERROR)
def text_after_bracket(bracket: str, corrected: Lines) -> Wording:
    """Text follows a word in brackets, which YAML takes for a list.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a value that begins with a bracket is
    a list and ends with the closing bracket. The rest has no place, and MkDocs by itself shows the
    whole front matter as text on the page.

    ### Example

    ```markdown
    ---
    title: [Senior] Data Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: "[Senior] Data Engineer"
    ---
    ```
    """
    return Wording(
        f"{shown(bracket)} is read as a list, and text follows it",
        "put the whole text in quotes",
        corrected,
    )


@check(Severity.ERROR)
def comment_cuts_value(lost: str, corrected: Lines) -> Wording:
    """A `#` in the middle of a text begins a comment, and the rest of the text is lost.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, everything from a space and `#` to the
    end of the line is a remark that no program keeps. Here the title would be "Owner of bakery".

    ### Example

    ```markdown
    ---
    title: Owner of bakery #2 in town
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: "Owner of bakery #2 in town"
    ---
    ```
    """
    return Wording(
        f"everything from {shown(lost)} on is a comment to YAML and would be lost",
        "put the whole text in quotes; "
        "if a comment is meant, put two spaces before and one after #",
        corrected,
    )


@check(Severity.ERROR)
def text_after_block_sign(sign: str, corrected: Lines) -> Wording:
    """Text stands on the same line as the `|` or `>` that begins a block.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, these signs announce a text that
    begins on the next line. With text after them the front matter cannot be read, and MkDocs by
    itself shows it on the page.

    ### Example

    ```markdown
    ---
    research: > 200 beds in three clinics
    ---
    ```

    ### Write instead

    ```markdown
    ---
    research: "> 200 beds in three clinics"
    ---
    ```
    """
    return Wording(
        f"{shown(sign)} begins a block of text on the next line, yet text follows it here",
        "begin the text on the next line" if len(corrected) > 1 else "put the whole text in quotes",
        corrected,
    )


@check(Severity.ERROR)
def no_space_after_colon(key: str, corrected: Lines) -> Wording:
    """The space after a key's colon is missing.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, wants a space after the colon; without
    it, key and value are one long word. MkDocs by itself then shows the whole front matter as text
    on the page.

    ### Example

    ```markdown
    ---
    name:Rosalind Okafor
    title: Clinical Data Engineer
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
    return Wording(
        f"no space follows the colon of {shown(key)}", "put a space after the colon", corrected
    )


@check(Severity.ERROR)
def no_space_after_dash(corrected: Lines) -> Wording:
    """The space after a list item's dash is missing.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, takes a dash without a space for a part
    of the word. So these two questions are one long text to it, and no list.

    ### Example

    ```markdown
    ---
    questions:
      -What does a normal Tuesday look like for you?
      -Which skills matter most in your job?
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
        "no space follows the dash, so this is no list item",
        "put a space after the dash",
        corrected,
    )


@check(Severity.ERROR)
def missing_dash(text: str, corrected: Lines) -> Wording:
    """A list item has no dash before it.

    ### Why it matters

    YAML, the notation of rubrics and of the lines between the two `---`, knows the items of a list
    by their dashes. Without one, what follows is read as part of the item above, or not at all.

    ### Example

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        id: learnings
        title: What you learnt
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
      - id: learnings
        title: What you learnt
    ```
    """
    return Wording(
        f"no dash stands before {shown(text)}, which begins an item of the list",
        "put a dash and a space before it",
        corrected,
    )


@check(Severity.ERROR)
def list_without_key(key: str, corrected: Lines) -> Wording:
    """A list stands in a rubric without the key that says what it lists.

    ### Why it matters

    A rubric is a set of keys with values, and the criteria are the value of the key `criteria`.
    Without it they are taken for a part of the line above.

    ### Example

    ```yaml
    title: Conversations about work
      - id: questions
        title: Questions asked
    ```

    ### Write instead

    ```yaml
    title: Conversations about work
    criteria:
      - id: questions
        title: Questions asked
    ```
    """
    return Wording(
        f"a list of {key} begins here, and no '{key}:' stands above it",
        "write the key into a line of its own",
        corrected,
    )


@check(Severity.ERROR)
def missing_comma(key: str, corrected: Lines) -> Wording:
    """Two keys stand within braces without a comma between them.

    ### Why it matters

    Within braces a comma ends a value. Without it, YAML takes the next key for a part of the text
    before it, and finds one colon too many.

    ### Example

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        levels:
          - {label: Target points: 10}
          - {label: Acceptable, points: 6}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        levels:
          - {label: Target, points: 10}
          - {label: Acceptable, points: 6}
    ```
    """
    return Wording(f"no comma stands before {shown(key)}", "put a comma between the two", corrected)


@check(Severity.ERROR)
def wrong_list_sign(sign: str, corrected: Lines) -> Wording:
    """A list item begins with another sign than a dash.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, knows a list by its dashes. It takes
    bullets and numbers for text, and reads all the lines as one item, or none of them.

    ### Example

    ```markdown
    ---
    questions:
      • How do you plan a week?
      • Which skills matter most?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - How do you plan a week?
      - Which skills matter most?
    ---
    ```
    """
    return Wording(
        f"{shown(sign)} does not begin a list item here",
        "begin it with a hyphen and a space",
        corrected,
    )


@check(Severity.ERROR)
def missing_colon(key: str, corrected: Lines) -> Wording:
    """The colon after a key is missing.

    ### Why it matters

    YAML is the notation of the lines between the two `---`, and in it a colon ends a key. Without
    one the line is no key at all, and MkDocs by itself shows the whole front matter as text on the
    page.

    ### Example

    ```markdown
    ---
    title Clinical Data Engineer
    name: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    title: Clinical Data Engineer
    name: Rosalind Okafor
    ---
    ```
    """
    return Wording(f"no colon follows the key {shown(key)}", "put a colon after the key", corrected)


@check(Severity.ERROR)
def no_break_space(corrected: Lines) -> Wording:
    """A no-break space stands where YAML wants an ordinary one.

    ### Why it matters

    It looks like a space, but YAML, the notation of the lines between the two `---`, takes it for a
    letter. So it sees no key here, and MkDocs by itself shows the whole front matter as text on the
    page. Copying from web pages brings such spaces along, and so does Option + Space on a Mac.

    ### Example

    The line reads `title: Clinical Data Engineer`, but what follows its colon is a no-break space
    (U+00A0).

    ### Write instead

    Copy the corrected line from the message, or delete the gap and press the space bar alone.
    """
    return Wording(
        "a no-break space stands here, which YAML does not take for a space",
        "type an ordinary space",
        corrected,
    )


@check(Severity.ERROR)
def tab_indentation(corrected: Lines) -> Wording:
    """A line is indented with a tab.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, allows only spaces at the beginning of a
    line, because a tab is of another width in every editor. MkDocs by itself shows the whole front
    matter as text on the page.

    ### Example

    The first item below `questions:` begins with a tab instead of spaces.

    ### Write instead

    Begin the line with two spaces. Most editors can put spaces when you press the Tab key.
    """
    return Wording("the line is indented with a tab", "indent with spaces", corrected)


@check(Severity.ERROR)
def wrong_indentation(spaces: str, corrected: Lines) -> Wording:
    """A line does not begin in the same column as those it belongs with.

    ### Why it matters

    YAML, the notation of the lines between the two `---`, tells by the column in which a line
    begins what it belongs to. If one is out of line, the front matter cannot be read, and MkDocs by
    itself shows it as text on the page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
     title: Clinical Data Engineer
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
    return Wording(
        f"the line is indented by {spaces}, unlike the lines it belongs with",
        "begin it in their column",
        corrected,
    )


@check(Severity.ERROR)
def trailing_comma(corrected: Lines) -> Wording:
    """A comma follows the value, as in JSON.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a line needs no comma at its end.
    After a quoted value it breaks the front matter, and MkDocs by itself shows all the keys as text
    on the page.

    ### Example

    ```markdown
    ---
    name: "Rosalind Okafor",
    title: "Clinical Data Engineer",
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: "Rosalind Okafor"
    title: "Clinical Data Engineer"
    ---
    ```
    """
    return Wording("a comma follows the value", "delete it", corrected)


@check(Severity.ERROR)
def unindented_text(corrected: Lines) -> Wording:
    """A text goes on in the next line, which is not indented.

    ### Why it matters

    In YAML, the notation of the lines between the two `---`, a line that begins at the margin has
    to be a key. A text that goes on there breaks the front matter, and MkDocs by itself shows all
    the keys as text on the page.

    ### Example

    ```markdown
    ---
    research: Read her talk on data contracts
    and the news of her clinic
    ---
    ```

    ### Write instead

    ```markdown
    ---
    research: Read her talk on data contracts
      and the news of her clinic
    ---
    ```
    """
    return Wording(
        "the text of the line above goes on here without indentation",
        "indent it like the text that it belongs to",
        corrected,
    )


@check(Severity.ERROR)
def invalid_escape(escape: str, corrected: Lines) -> Wording:
    r"""A backslash in double quotes begins something that YAML does not know.

    ### Why it matters

    In double quotes, YAML (the notation of the lines between the two `---`) takes a backslash and
    the sign after it for one special character. There is none for `\d`, so the front matter cannot
    be read, and MkDocs by itself shows it as text on the page.

    ### Example

    ```markdown
    ---
    research: "Her notes on \data and \reports"
    ---
    ```

    ### Write instead

    ```markdown
    ---
    research: 'Her notes on \data and \reports'
    ---
    ```
    """
    return Wording(
        f"{shown(escape)} in double quotes is no character",
        "type the character itself, or use single quotes",
        corrected,
    )
