"""What can be wrong with the requests in `outreach.yml`: each fault with its page."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown


@check(Severity.ERROR)
def unknown_interview_of_request(id: str, meant: str, corrected: tuple[str, ...]) -> Wording:
    """A request says that it led to an interview that is not there.

    ### Why it matters

    An interview is named by its file below `interviews/`, without `.md`. After a slip, or after the
    file was renamed, nobody can see that the request led to a conversation, and thanks that were
    sent long ago would still be due.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        interview: ken
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        interview: ken-abara
    ```
    """
    help = f"did you mean {shown(meant)}?" if meant else "name a file of interviews/, without .md"
    return Wording(f"there is no interview {shown(id)}", help, corrected)


@check(Severity.WARNING)
def request_out_of_order(key: str, day: str, earlier: str, earlier_day: str) -> Wording:
    """A step of a request is dated before one that comes first.

    ### Why it matters

    Nobody answers a message before it is sent. One of the two days is a slip, and what is counted
    from it is wrong as well: when a reminder is due, how long an answer took.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-21
        answer: accepted
        answered: 2026-10-14
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
        answer: accepted
        answered: 2026-10-14
    ```
    """
    return Wording(
        f"{key!r} is {day}, which is before {earlier!r} ({earlier_day})",
        "correct the one that is a slip",
    )


@check(Severity.WARNING)
def step_in_future(key: str, day: str, today: str) -> Wording:
    """Something that has been done is dated after today.

    ### Why it matters

    A day that is still to come is most likely a slip in the year or the month. Nothing more would
    be due to this person until then.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2062-10-12
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
    ```
    """
    return Wording(
        f"{key!r} is {day}, which is in the future (today is {today})",
        "check the year, the month and the day",
    )


@check(Severity.WARNING)
def repeated_request(name: str, line: int) -> Wording:
    """The same person stands in the list twice.

    ### Why it matters

    Each entry is about one person and holds all that came after the request. With two of them a
    reminder may be due for the one although the other says that the person has answered.
    Two people of one name are told apart by their `organization`, so each of them needs one.

    ### Example

    ```yaml
    requests:
      - {name: Ken Abara, sent: 2026-10-01}
      - {name: Ken Abara, answer: accepted}
    ```

    ### Write instead

    ```yaml
    requests:
      - {name: Ken Abara, sent: 2026-10-01, answer: accepted}
    ```
    """
    return Wording(
        f"{shown(name)} stands in the list twice, also on line {line}",
        "make one entry of the two; two people of one name need an 'organization' each",
    )


@check(Severity.ERROR)
def unknown_time_zone(name: str, meant: str, corrected: tuple[str, ...]) -> Wording:
    """A time zone that there is not.

    ### Why it matters

    Times of appointments are counted in it. In a zone that nobody knows, a reminder would come at
    the wrong hour. Zones are called as in the list of the IANA, by a region and a city.

    ### Example

    ```yaml
    zone: Amerika/New York
    ```

    ### Write instead

    ```yaml
    zone: America/New_York
    ```
    """
    help = f"did you mean {shown(meant)}?" if meant else "name one such as America/New_York"
    return Wording(f"there is no time zone {shown(name)}", help, corrected)


@check(Severity.ERROR)
def two_outreach_files(other: str) -> Wording:
    """There are two lists of requests.

    ### Why it matters

    One of them would be read and the other not, and what it says would be lost.

    ### Example

    Both `outreach.yml` and `private/outreach.yml` are there.

    ### Write instead

    Move the requests of one into the other, and delete it. In `private/`, Git leaves them out.
    """
    return Wording(
        f"{shown(other, 80)} holds requests, too, and is not read",
        f"move what it holds into this file, and delete {shown(other, 80)}",
    )
