"""What somebody might type, at the end of a command's help."""


def examples(*lines: str) -> str:
    """The epilog of a command, line by line, in an order in which they can be typed."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))
