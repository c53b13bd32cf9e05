"""What can be wrong with the scores in `scores.yml`: each fault with its page."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown


@check(Severity.ERROR)
def unknown_scored_criterion(
    id: str, meant: str, known: str, corrected: tuple[str, ...]
) -> Wording:
    """A score is for a criterion that the rubric does not have.

    ### Why it matters

    Nothing asks for that criterion, so the score would count nowhere, and the one that was meant
    would seem not to be judged yet.

    ### Example

    ```yaml
    scores:
      - {criterion: reflecton, interview: ken-abara, level: Target, who: JM, when: 2026-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Target, who: JM, when: 2026-11-20}
    ```
    """
    help = f"did you mean {shown(meant)}?" if meant else f"choose one of these ({known})"
    return Wording(f"the rubric has no criterion {shown(id)}", help, corrected)


@check(Severity.ERROR)
def unknown_scored_interview(id: str, meant: str, corrected: tuple[str, ...]) -> Wording:
    """A score is for an interview that is not there.

    ### Why it matters

    An interview is named by its file below `interviews/`, without `.md`. After a slip, or after the
    file was renamed, the score would belong to nobody.

    ### Example

    ```yaml
    scores:
      - {criterion: reflection, interview: ken, level: Target, who: JM, when: 2026-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Target, who: JM, when: 2026-11-20}
    ```
    """
    help = f"did you mean {shown(meant)}?" if meant else "name a file of interviews/, without .md"
    return Wording(f"there is no interview {shown(id)}", help, corrected)


@check(Severity.ERROR)
def score_out_of_scope(
    criterion: str, is_of_portfolio: bool, corrected: tuple[str, ...]
) -> Wording:
    """A score names an interview for a criterion about the portfolio, or none for one about each.

    ### Why it matters

    The rubric says of each criterion whether every write-up is judged by itself or all of them
    together. A score for the wrong one of the two would count nowhere.

    ### Example

    ```yaml
    scores:
      - {criterion: reflection, level: Target, who: JM, when: 2026-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Target, who: JM, when: 2026-11-20}
    ```
    """
    if is_of_portfolio:
        return Wording(
            f"{shown(criterion)} is about the portfolio, and the score names an interview",
            "leave the interview out",
            corrected,
        )
    return Wording(
        f"{shown(criterion)} is about each interview, and the score names none",
        "name the interview",
        corrected,
    )


@check(Severity.ERROR)
def unknown_level(
    label: str, criterion: str, meant: str, known: str, corrected: tuple[str, ...]
) -> Wording:
    """A score gives a level that its criterion does not have.

    ### Why it matters

    What the level gives stands in the rubric. Of a level that is not there nobody can say how many
    points it is, so the score does not count.

    ### Example

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Good, who: JM, when: 2026-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Target, who: JM, when: 2026-11-20}
    ```
    """
    help = f"did you mean {shown(meant)}?" if meant else f"choose one of these ({known})"
    return Wording(f"{shown(criterion)} has no level {shown(label)}", help, corrected)


@check(Severity.ERROR)
def score_without_level(criterion: str, known: str, corrected: tuple[str, ...]) -> Wording:
    """A score gives neither a level nor points.

    ### Why it matters

    Without either it says that somebody looked, and not what they found. The criterion would go on
    waiting for a person.

    ### Example

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, who: JM, when: 2026-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Target, who: JM, when: 2026-11-20}
    ```
    """
    return Wording(
        f"the score for {shown(criterion)} has neither a level nor points",
        f"give one of its levels ({known})",
        corrected,
    )


@check(Severity.ERROR)
def score_above_most(criterion: str, points: str, most: str, corrected: tuple[str, ...]) -> Wording:
    """A score gives more points than its criterion has.

    ### Why it matters

    The total would be more than everything together. Most often a figure was typed twice.

    ### Example

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, points: 80, who: JM, when: 2026-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, points: 8, who: JM, when: 2026-11-20}
    ```
    """
    return Wording(
        f"the score gives {points} points, and {shown(criterion)} {most} at most",
        f"give {most} or less; what is better than that belongs to a bonus criterion",
        corrected,
    )


@check(Severity.ERROR)
def points_for_unweighted(criterion: str, known: str, corrected: tuple[str, ...]) -> Wording:
    """A score gives points, and its criterion has none.

    ### Why it matters

    The rubric does not say how many points the criterion has, so nobody can say what a number of
    them means. A level says it.

    ### Example

    ```yaml
    scores:
      - {criterion: courtesy, interview: ken-abara, points: 2, who: JM, when: 2026-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: courtesy, interview: ken-abara, level: met, who: JM, when: 2026-11-20}
    ```
    """
    return Wording(
        f"{shown(criterion)} has no points, and the score gives some",
        f"give a level instead ({known})",
        corrected,
    )


@check(Severity.ERROR)
def score_in_future(day: str, corrected: tuple[str, ...]) -> Wording:
    """A score bears the date of a day that is still to come.

    ### Why it matters

    The latest score of a person counts. One with a date in the future would go on winning over
    every correction until that day has come.

    ### Example

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Target, who: JM, when: 2126-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Target, who: JM, when: 2026-11-20}
    ```
    """
    return Wording(f"{day} is still to come", "write the day on which it was judged", corrected)


@check(Severity.ERROR)
def repeated_score(who: str, day: str, line: int) -> Wording:
    """One person scored the same thing twice on one day.

    ### Why it matters

    The latest score counts, and of two on one day nobody can tell which is the later. The first one
    counts until only one is left.

    ### Example

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Target, who: JM, when: 2026-11-20}
      - {criterion: reflection, interview: ken-abara, level: Starting, who: JM, when: 2026-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: reflection, interview: ken-abara, level: Starting, who: JM, when: 2026-11-20}
    ```
    """
    return Wording(
        f"{shown(who)} scored this on {day} already, on line {line}",
        "keep one of the two scores, and delete the other",
    )


@check(Severity.ERROR)
def score_of_no_person(judge: str, corrected: tuple[str, ...]) -> Wording:
    """A score says that the checks gave it.

    ### Why it matters

    A score is what a person said: whoever grades, the student (`self`), another student (`peer`).

    ### Example

    ```yaml
    scores:
      - {criterion: courtesy, interview: ken-abara, level: met, judge: auto,
         who: JM, when: 2026-11-20}
    ```

    ### Write instead

    ```yaml
    scores:
      - {criterion: courtesy, interview: ken-abara, level: met, judge: human,
         who: JM, when: 2026-11-20}
    ```
    """
    help = "write human, self or peer, or leave it out"
    return Wording(f"{shown(judge)} is no person", help, corrected)
