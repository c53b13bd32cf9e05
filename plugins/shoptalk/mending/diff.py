"""What changed between two versions of a file: a unified diff, and how many lines."""

import re
from difflib import SequenceMatcher, diff_bytes, unified_diff

LINE_END = re.compile(rb"\r\n|\r|\n")
NO_BREAK_AT_END = b"\n\\ No newline at end of file\n"


def render_diff(name: str, before: bytes, after: bytes) -> bytes:
    """A unified diff that `patch` and `git apply` understand, in the encoding of the file."""
    old_name, new_name = f"a/{name}".encode(), f"b/{name}".encode()
    if b"\0" in before:
        return b"Binary files %s and %s differ\n" % (old_name, new_name)
    lines = diff_bytes(unified_diff, _lines(before), _lines(after), old_name, new_name)
    return b"".join(line if line.endswith(b"\n") else line + NO_BREAK_AT_END for line in lines)


def count_changed_lines(before: bytes, after: bytes) -> int:
    """How many lines are other ones, gone or added; all of a file that had another encoding."""
    if b"\0" in before and b"\0" not in after:
        return len(_lines(after))
    old, new = LINE_END.split(before), LINE_END.split(after)
    changes = SequenceMatcher(None, old, new).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in changes if tag != "equal")


def _lines(data: bytes) -> list[bytes]:
    """The lines with their ends; other signs than a line feed end none here, as in `patch`."""
    lines = [line + b"\n" for line in data.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines
