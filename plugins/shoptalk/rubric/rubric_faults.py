"""What can be wrong with a rubric file: each fault with its page."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown

DEFAULT_COURSE = "thinkful"


@check(Severity.ERROR)
def unknown_course(name: str, known: str, corrected: tuple[str, ...]) -> Wording:
    """The rubric extends a course that is not built in.

    ### Why it matters

    `extends` takes over the criteria of a rubric that comes with Shoptalk. With a name that it does
    not know, all those criteria would be missing.

    ### Example

    ```yaml
    extends: thinkfull
    ```

    ### Write instead

    ```yaml
    extends: thinkful
    ```
    """
    return Wording(
        f"there is no built-in rubric {shown(name)}", f"choose one of these ({known})", corrected
    )


@check(Severity.ERROR)
def unknown_check(name: str, meant: str, corrected: tuple[str, ...], related: str = "") -> Wording:
    """A criterion names a check that does not exist.

    ### Why it matters

    A misspelt check checks nothing, and every write-up would pass that criterion. So the rubric is
    not used until the name is right.

    ### Example

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks:
          - to-few-items: {field: questions, at_least: 3}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks:
          - too-few-items: {field: questions, at_least: 3}
    ```
    """
    help = f"did you mean {shown(meant)}?" if meant else "see `shoptalk explain --list`"
    if related and not meant:
        help = f"perhaps one of these: {related}; for all of them see `shoptalk explain --list`"
    return Wording(f"there is no check {shown(name)}", help, corrected)


@check(Severity.ERROR)
def unsuitable_field(check: str, name: str, known: str, corrected: tuple[str, ...]) -> Wording:
    """The option `field` names a field that the check cannot be used on.

    ### Why it matters

    Each check can measure some fields only: items can be counted in lists, words in texts. Rather
    than ask for something else than you meant, the rubric is not used at all.

    ### Example

    ```yaml
    criteria:
      - id: questions
        title: Questions
        checks:
          - too-few-items: {field: question, at_least: 5}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: questions
        title: Questions
        checks:
          - too-few-items: {field: questions, at_least: 5}
    ```
    """
    return Wording(
        f"the check {shown(check)} cannot be used on {shown(name)}",
        f"choose one of {known}",
        corrected,
    )


@check(Severity.ERROR)
def missing_option(check: str, option: str, corrected: tuple[str, ...]) -> Wording:
    """A check in a rubric lacks an option that it cannot do without.

    ### Why it matters

    Without the option nobody knows what is to be measured, so the rubric is not used at all.

    ### Example

    ```yaml
    criteria:
      - id: industry
        title: Industry
        checks:
          - missing-field: {}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: industry
        title: Industry
        checks:
          - missing-field: {field: industry}
    ```
    """
    return Wording(
        f"the check {shown(check)} needs the option {shown(option)}", "add it", corrected
    )


@check(Severity.ERROR)
def unsuitable_option(check: str, option: str, why: str) -> Wording:
    """An option of a check has a value that the check cannot work with.

    ### Why it matters

    A pattern that is no regular expression matches nothing, and a list without items asks for
    nothing. Rather than check something else than you meant, the rubric is not used at all.

    ### Example

    ```yaml
    criteria:
      - id: link
        title: A public page
        checks:
          - mismatched-text: {field: link, pattern: "https://(example.org"}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: link
        title: A public page
        checks:
          - mismatched-text: {field: link, pattern: "https://(www.)?example.org"}
    ```
    """
    return Wording(f"{option!r} of the check {shown(check)} {why}", "correct the value")


@check(Severity.ERROR)
def repeated_criterion(what: str, id: str, line: int) -> Wording:
    """Two criteria of one rubric have the same id; or two groups, stages or levels.

    ### Why it matters

    The id tells criteria apart, so only the later of the two would be graded. Points would be
    missing, and nobody would notice.

    ### Example

    ```yaml
    criteria:
      - {id: name, title: A name is given, checks: [missing-name]}
      - {id: name, title: It is a full name, checks: [single-word-name]}
    ```

    ### Write instead

    ```yaml
    criteria:
      - {id: name, title: A name is given, checks: [missing-name]}
      - {id: full-name, title: It is a full name, checks: [single-word-name]}
    ```
    """
    return Wording(f"{what} {shown(id)} is there already, on line {line}", "give each its own name")


@check(Severity.ERROR)
def rubric_without_criteria() -> Wording:
    """A rubric that neither extends another nor has criteria of its own.

    ### Why it matters

    A rubric without criteria asks for nothing, so every write-up would pass, an empty one too.

    ### Example

    ```yaml
    title: Our course
    ```

    ### Write instead

    ```yaml
    title: Our course
    extends: thinkful
    ```
    """
    return Wording(
        "the rubric asks for nothing",
        "extend a built-in rubric, or list criteria",
        (f"extends: {DEFAULT_COURSE}",),
    )


@check(Severity.ERROR)
def unknown_reference(what: str, id: str, known: str, corrected: tuple[str, ...]) -> Wording:
    """A group, a stage or a criterion is named that the rubric does not have.

    ### Why it matters

    A criterion in a group that does not exist would be in none, and its weight would be wrong; a
    misspelt criterion under `drop` would stay.

    ### Example

    ```yaml
    groups:
      - {id: content, title: Content, weight: 60}
    criteria:
      - {id: name, title: A name is given, group: contents, checks: [missing-name]}
    ```

    ### Write instead

    ```yaml
    groups:
      - {id: content, title: Content, weight: 60}
    criteria:
      - {id: name, title: A name is given, group: content, checks: [missing-name]}
    ```
    """
    help = f"choose one of these ({known})" if known else f"list it under '{what}s' first"
    if not known and what == "criterion":
        help = "only what 'extends' takes over can be dropped; delete this"
    return Wording(f"there is no {what} {shown(id)}", help, corrected)


@check(Severity.ERROR)
def unsuitable_id(id: str, corrected: tuple[str, ...]) -> Wording:
    """An id is not made of lower-case letters, digits and hyphens.

    ### Why it matters

    The id stands in scores, in exported tables and in the addresses of pages, where spaces and
    capitals get lost or changed.

    ### Example

    ```yaml
    criteria:
      - {id: Whole Name, title: First and last name, checks: [single-word-name]}
    ```

    ### Write instead

    ```yaml
    criteria:
      - {id: whole-name, title: First and last name, checks: [single-word-name]}
    ```
    """
    return Wording(
        f"the id {shown(id)} is not made of small letters, digits and hyphens",
        "write it like this",
        corrected,
    )


@check(Severity.ERROR)
def portfolio_only(name: str) -> Wording:
    """A criterion about one write-up asks for something that only a whole portfolio can show.

    ### Why it matters

    How many conversations there are cannot be seen in any one of them. With the scope `portfolio`
    the criterion is held against all of them at once.

    ### Example

    ```yaml
    criteria:
      - id: three
        title: Three conversations
        checks:
          - interviews: {at_least: 3}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: three
        title: Three conversations
        scope: portfolio
        checks:
          - interviews: {at_least: 3}
    ```
    """
    return Wording(
        f"{shown(name)} looks at a whole portfolio, and the criterion at each write-up",
        "hold the criterion against the portfolio",
        ("scope: portfolio",),
    )
