"""What somebody might type, at the end of a command's help."""


def examples(*lines: str) -> str:
    """The epilog of a command; each line works in the example portfolio."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))
