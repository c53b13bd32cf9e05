"""What is said of interviews that do not pass what joins several checks: each with its page."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.rubric.counting import counted


@check(Severity.ERROR)
def forbidden_match(asked: str) -> Wording:
    """The opposite of what the rubric asks for with `not` is the case.

    ### Why it matters

    A rubric can turn any check round: for example
    `not: {missing-heading: {headings: [Transcript]}}` forbids a heading that the check would ask
    for. What is forbidden counts against the write-up.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ## Transcript

    Me: What does a normal Tuesday look like for you?
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ## What a normal Tuesday looks like

    Most of it goes into agreeing on what a word means.
    ```
    """
    return Wording(
        f"the rubric forbids what {asked} asks for, and it is here",
        "take it out, or see the criterion on the rubric's page",
    )


@check(Severity.ERROR)
def no_alternative_met(passed: int, of: int, at_least: int, instead: str) -> Wording:
    """Fewer of several alternatives are met than the rubric asks for.

    ### Why it matters

    The rubric leaves you a choice between several things, such as a public page of the person or a
    note on how you prepared. Fewer than it asks for do not meet the criterion.

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
    research: Read her talk on data contracts; the clinic merged in 2025.
    ---
    ```
    """
    verb = "is" if passed < 2 else "are"
    what = f"{passed or 'none'} of {of} alternatives {verb} met"
    return Wording(f"{what}; the rubric asks for at least {at_least}", instead)


@check(Severity.ERROR)
def too_few_interviews(
    count: int,
    of: int,
    at_least: int,
    lacks: str,
    title: str = "",
    description: str = "",
) -> Wording:
    """The portfolio has fewer conversations than the rubric asks for, or fewer of a certain kind.

    ### Why it matters

    Some courses ask for several conversations, or for at least one that is long enough or held in
    person. The rubric counts the write-ups that are no drafts.

    ### Example

    The rubric asks for two conversations, and `interviews/` holds `rosalind-okafor.md` only.

    ### Write instead

    Hold another conversation, and write it up in a file of its own such as `ken-abara.md`.
    """
    more = at_least - count
    asked = f"the rubric asks for at least {at_least}"
    if not lacks:
        what = f"there {'is' if count == 1 else 'are'} {count or 'none'} so far"
        return Wording(f"{what}; {asked}", f"hold {more} more, or finish the drafts")
    verb = "counts" if count < 2 else "count"
    of_what = f" for {shown(title)}" if title else ""
    what = f"{count or 'none'} of {counted(of, 'conversation')} {verb}{of_what}"
    says = f"; the criterion says: {description}" if description else ""
    return Wording(f"{what}; {asked}", f"mend one, such as {lacks}, or hold {more} more{says}")
