"""What can be wrong with the levels and the points of a rubric: each fault with its page."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown


@check(Severity.ERROR)
def level_without_points(label: str, corrected: tuple[str, ...]) -> Wording:
    """A level of a criterion that counts does not say how much it gives.

    ### Why it matters

    The criterion has points or a weight, and other levels say what they give. What this one gives
    would be a guess, and a guess is no grade.

    ### Example

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        points: 10
        levels:
          - {label: Target, points: 10}
          - {label: Acceptable}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        points: 10
        levels:
          - {label: Target, points: 10}
          - {label: Acceptable, points: 6}
    ```
    """
    return Wording(
        f"level {shown(label)} has no points", "give it points, or a share such as 60%", corrected
    )


@check(Severity.ERROR)
def level_without_measure(label: str) -> Wording:
    """A level has a limit for a number, and no check of its criterion measures one.

    ### Why it matters

    `at_least` and `at_most` of a level are held against the number that the criterion's first
    measuring check finds, such as a count of items or of words. Without such a check the level
    could never be chosen.

    ### Example

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        levels:
          - {label: Many, points: 4, at_least: 7}
          - {label: Some, points: 1}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks: [too-few-items: {field: questions}]
        levels:
          - {label: Many, points: 4, at_least: 7}
          - {label: Some, points: 1}
    ```
    """
    return Wording(
        f"level {shown(label)} has a limit, but no check here measures a number",
        "add a check that counts (`shoptalk explain` says of each what it measures), "
        "or use 'passed'",
    )


@check(Severity.ERROR)
def points_above_most(what: str, points: str, most: str) -> Wording:
    """A level gives more than its criterion can.

    ### Why it matters

    The criterion says how many points it gives at most. With a level above that, the total would be
    more than everything together.

    ### Example

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        points: 5
        levels:
          - {label: Target, points: 10}
          - {label: Acceptable, points: 3}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        points: 10
        levels:
          - {label: Target, points: 10}
          - {label: Acceptable, points: 3}
    ```
    """
    return Wording(
        f"{what} gives {points} points, and the criterion {most} at most",
        "raise the criterion's points, or lower the level's",
    )


@check(Severity.ERROR)
def mixed_worth(id: str, this: str, others: str) -> Wording:
    """Some criteria of the rubric have points, and others a weight.

    ### Why it matters

    Points are added up; weights are compared with one another. Ten points and a weight of ten say
    nothing about each other, so no total could be right.

    ### Example

    ```yaml
    criteria:
      - {id: questions, title: Questions asked, points: 10}
      - {id: reflection, title: Reflection, weight: 60}
    ```

    ### Write instead

    ```yaml
    criteria:
      - {id: questions, title: Questions asked, points: 10}
      - {id: reflection, title: Reflection, points: 15}
    ```
    """
    return Wording(
        f"criterion {shown(id)} has {this}, and others have {others}",
        "use points or weights for all of them",
    )


@check(Severity.ERROR)
def beyond_what_there_is(key: str, number: int, count: int, what: tuple[str, str]) -> Wording:
    """A number in the rubric is higher than what it counts.

    ### Why it matters

    If three checks are there, four of them can never be passed, and nobody could meet the
    criterion.

    ### Example

    ```yaml
    criteria:
      - id: person
        title: The person
        passed: 3
        checks: [missing-name, missing-field: {field: title}]
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: person
        title: The person
        passed: 2
        checks: [missing-name, missing-field: {field: title}]
    ```
    """
    one, several = what
    there = f"there is only 1 {one}" if count == 1 else f"there are only {count} {several}"
    if count == 0:
        there = f"there is no {one}"
    return Wording(f"{key!r} asks for {number}, but {there}", f"write {count} or less")


@check(Severity.ERROR)
def crossed_limits(least: str, most: str) -> Wording:
    """The least that is asked for is more than the most that is allowed.

    ### Why it matters

    Nothing is at once at least 45 and at most 30, so nobody could meet this.

    ### Example

    ```yaml
    criteria:
      - id: length
        title: Length of the conversation
        checks: [minutes-outside-range: {at_least: 45, at_most: 30}]
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: length
        title: Length of the conversation
        checks: [minutes-outside-range: {at_least: 30, at_most: 45}]
    ```
    """
    return Wording(f"{least} is more than {most}", "exchange the two, or correct one of them")


@check(Severity.ERROR)
def nothing_to_judge_by(id: str) -> Wording:
    """The checks are to judge a criterion that has none.

    ### Why it matters

    `judge: auto` leaves the level to the checks. Without a check everybody would get the best
    level, an empty write-up too.

    ### Example

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        judge: auto
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: reflection
        title: Reflection
        judge: human
    ```
    """
    return Wording(
        f"criterion {shown(id)} is judged by checks, and has none",
        "list checks, or let a person judge",
        ("judge: human",),
    )
