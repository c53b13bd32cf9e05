"""Who a site is made for."""

from collections.abc import Mapping
from enum import StrEnum

VARIABLE = "SHOPTALK_EDITION"
SUFFIX = "-instructor"
"""What the folder of the instructor's edition is called after that of the public one."""
HANDED_IN = "handed-in"
"""The folder in that edition which holds the write-ups themselves, so that they can be graded."""
PRINTED = f"portfolio{SUFFIX}.pdf"
"""What that edition is called once it is printed."""


class Edition(StrEnum):
    """Who may see a site."""

    PUBLIC = "public"
    """Everybody: nothing of anybody who did not agree to it."""
    INSTRUCTOR = "instructor"
    """Whoever grades: everything that the write-ups hold."""


def chosen_edition(set_in_mkdocs: str, environment: Mapping[str, str]) -> Edition:
    """The edition to make; the environment counts more than the setting.

    Raises ValueError where the environment names none that there is.
    """
    return Edition(environment.get(VARIABLE) or set_in_mkdocs)
