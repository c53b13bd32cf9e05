"""What can be wrong with the levels of a criterion together: each fault with its page."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown


@check(Severity.ERROR)
def levels_out_of_order(label: str, worth: str, before: str, worth_before: str) -> Wording:
    """The levels of a criterion do not stand from the best to the worst.

    ### Why it matters

    The first level is taken for the best one: it is tried first, it is the one that means "met",
    and it stands first on the page. With the worst on top, a weak write-up would pass for a strong
    one.

    ### Example

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        levels:
          - {label: Retells, points: 0}
          - {label: Says what changed, points: 6}
          - {label: Says why, points: 10}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        levels:
          - {label: Says why, points: 10}
          - {label: Says what changed, points: 6}
          - {label: Retells, points: 0}
    ```
    """
    return Wording(
        f"level {shown(label)} gives {worth}, and {shown(before)} before it only {worth_before}",
        "list the levels from the best to the worst",
    )


@check(Severity.ERROR)
def unreachable_level(label: str, before: str, has_rule: bool) -> Wording:
    """No outcome of the checks can ever choose a level.

    ### Why it matters

    The first level that fits is proposed. One that asks for less than the next takes all from it.

    ### Example

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks: [too-few-items: {field: questions}]
        levels:
          - {label: Some, at_least: 1}
          - {label: Many, at_least: 7}
          - {label: Few}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks: [too-few-items: {field: questions}]
        levels:
          - {label: Many, at_least: 7}
          - {label: Some, at_least: 1}
          - {label: Few}
    ```
    """
    why = f"level {shown(before)} before it fits first" if before else "nothing meets its rule"
    act = "list the levels from the best to the worst, and give each but the last a rule"
    if before and not has_rule:
        why = "the levels before it take every case"
        act = "leave it out, or let the others take less"
    elif not has_rule:
        why = "it has no rule, and is neither the first level nor the last"
        act = "give it a rule"
    if has_rule or not before:
        act += " (passed, at_least or at_most)"
    return Wording(
        f"level {shown(label)} can never be reached: {why}",
        f"{act}; or let a person judge with 'judge: human'",
    )


@check(Severity.ERROR)
def gap_between_levels(case: str, neighbours: str) -> Wording:
    """Something that can happen fits none of the levels.

    ### Why it matters

    Where no level fits, none is proposed, and the criterion gives nothing. With a gap in the middle
    or at the top, a good write-up would get less than a poor one.

    ### Example

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks: [too-few-items: {field: questions}]
        levels:
          - {label: Good, points: 4, at_least: 7}
          - {label: Fair, points: 2, at_most: 4}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks: [too-few-items: {field: questions}]
        levels:
          - {label: Good, points: 4, at_least: 7}
          - {label: Fair, points: 2, at_most: 6}
    ```
    """
    return Wording(
        f"{case} fits no level" + (f": {neighbours}" if neighbours else ""),
        "let a level reach that far, or add a last level without a rule, which takes what is left",
    )
