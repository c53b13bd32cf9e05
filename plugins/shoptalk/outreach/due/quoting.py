"""Texts as one word of a command line that bash and PowerShell read alike."""

import shlex

SPECIAL_IN_DOUBLE = frozenset('"$`\\!\u201c\u201d\u201e')
"""PowerShell takes curly quotation marks for straight ones."""

SPECIAL_IN_SINGLE = frozenset("'\u2018\u2019\u201a\u201b")


def in_quotes(text: str) -> str:
    """A text in the quotation marks that leave all of it as it is; as in bash where none do."""
    line = " ".join(text.split())
    if not SPECIAL_IN_DOUBLE & set(line):
        return f'"{line}"'
    return shlex.quote(line) if SPECIAL_IN_SINGLE & set(line) else f"'{line}'"
