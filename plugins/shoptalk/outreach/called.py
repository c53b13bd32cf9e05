"""How somebody is called, also where another has the same name."""

from dataclasses import dataclass

from shoptalk.outreach.due.quoting import in_quotes

NOWHERE = "-"
"""What `--organization` says of the one of two people of one name who has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Somebody's name, and what tells them apart from others of it."""

    name: str
    organization: str = ""
    is_shared: bool = False
    """Whether somebody else has the name, too."""

    @property
    def told(self) -> str:
        """For people to read."""
        if not self.is_shared:
            return self.name
        return f"{self.name} ({self.organization or 'no organization'})"

    @property
    def words(self) -> str:
        """For a command line."""
        who = in_quotes(self.name)
        if not self.is_shared:
            return who
        place = in_quotes(self.organization) if self.organization else NOWHERE
        return f"{who} --organization {place}"
