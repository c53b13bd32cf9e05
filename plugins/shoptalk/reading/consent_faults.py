"""What can be wrong with what is said of consent."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown


@check(Severity.ERROR)
def consent_without_content(text: str) -> Wording:
    """It does not say what the person agreed to.

    ### Why it matters

    A name, an employer and a quotation are different things to agree to. A `true` or an empty
    `consent` leaves open which of them was meant, so none is shown.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    consent: true
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    consent: {name: true, organization: true, on: 2026-10-14}
    ---
    ```
    """
    found = f"{shown(text)} does not say what was agreed" if text else "'consent' is empty"
    return Wording(
        found,
        "write what the person agreed to (name, organization, quotes, photo, link) and the day, or "
        "`consent: false`",
    )


@check(Severity.WARNING)
def end_beside_consent(key: str) -> Wording:
    """A day on which the consent seems to end stands where nothing reads it.

    ### Why it matters

    Only `until` inside of `consent` ends what was agreed. Anywhere else, or under another word, the
    day would pass and the name stay on the site.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    consent: {name: true, on: 2026-10-14}
    expires: 2027-10-14
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    consent: {name: true, on: 2026-10-14, until: 2027-10-14}
    ---
    ```
    """
    return Wording(
        f"{shown(key)} beside 'consent' does not end it",
        "did you mean 'until'? write the day inside of `consent`, as `until: YYYY-MM-DD`",
    )


@check(Severity.WARNING)
def withdrawn_consent(key: str) -> Wording:
    """The person seems to have taken the consent back, and it still stands there.

    ### Why it matters

    What stands under `consent` is what is agreed; there is no word that takes it back. Whoever
    reads the file later cannot tell which of the two holds.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    alias: A clinical data engineer
    consent: {name: true, on: 2026-10-14}
    withdrawn: 2026-11-01
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    alias: A clinical data engineer
    consent: false
    ---
    ```
    """
    return Wording(
        f"the key {shown(key)} contradicts what 'consent' says",
        "to withdraw, delete `consent`; if the person still agrees, delete this key",
    )
