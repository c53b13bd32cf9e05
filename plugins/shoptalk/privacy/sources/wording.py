"""How it is said that a file for a repository, or an own page, tells who somebody is."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown

WHAT = {
    "name": "names somebody who did not agree to it",
    "asked": "names somebody who agreed to nothing",
    "referral": "names somebody who agreed to nothing",
    "organization": "is the organization of somebody who did not agree to have it named",
    "link": "is the link of somebody who did not agree to have it shown",
    "contact": "is a mail address or a telephone number",
}
IN_REPOSITORY = "in a file for the repository"
ON_PAGE = "on a page of the site"


@check(Severity.WARNING)
def named_without_consent(
    quotation: str, what: str, where: str, help: str, more: int = 0
) -> Wording:
    """A file for a repository, or a page of your own, tells who somebody is that did not agree.

    ### Why it matters

    A site for nothing mostly comes from a public repository. Everybody can read the files in it,
    and search them: drafts, comments, `README.md`, the names of files, and everything that ever
    stood in them. Your own pages in `docs/` go onto the site as they are.

    ### Example

    In `interviews/a-nurse.md` stands `name: Rosalind Okafor`, and she has not answered yet.
    `docs/about.md` thanks her by name, and says that she works at Harbor Health.

    ### Write instead

    Move the line to `private/a-nurse.yml`, which Git leaves out; `organization` and `link` as well.
    In texts write the alias or a pronoun, and "the organization"; name files after the alias. What
    may be shown all the same, such as your own mail address, goes into `allow` of the plugin, in
    `mkdocs.yml`. An organization or a link is named once in each file.
    """
    again = f", and {more:,} more time{'s' if more > 1 else ''} there" if more else ""
    return Wording(f"{shown(quotation)} {what}, {where}{again}", help)
