"""A failure that nobody expected: one line for whoever it happens to, and the details in a file."""

from pathlib import Path

EXIT_UNEXPECTED = 70
"""What systems call an error in the program itself."""


def write_down(error: BaseException) -> str:
    """Write what happened into a file of its own, and say so in one line.

    Of what the error says the line holds only the system's own words: all else may name people, and
    logs of servers are public.
    """
    kind = type(error).__name__
    if isinstance(error, OSError) and error.strerror:
        kind = f"{kind}: {error.strerror}"
    what = f"something went wrong in Shoptalk that should not have ({kind})"
    try:
        log = _write(_details(error))
    except OSError as why:
        return f"{what}; the details could not be written down: {why.strerror or why}"
    return (
        f"{what}; the details are in {log}. They may name people: read them before you show them "
        "to anybody"
    )


def is_ours(error: BaseException) -> bool:
    """Whether something in this package was at work when it happened."""
    package = Path(__file__).parents[1]
    step = error.__traceback__
    while step:
        if Path(step.tb_frame.f_code.co_filename).is_relative_to(package):
            return True
        step = step.tb_next
    return False


def _details(error: BaseException) -> str:
    import datetime
    import platform
    import sys
    import traceback

    from shoptalk import __version__

    return "\n".join(
        (
            f"Shoptalk {__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"on {datetime.datetime.now().astimezone().isoformat(timespec='seconds')}",
            f"command: {sys.argv}",
            "",
            *traceback.format_exception(error),
        )
    )


def _write(text: str) -> Path:
    """Write into a new file that nobody else may read, in the folder for what may be deleted."""
    import os
    import tempfile

    # Without such a folder Python takes the one it is in, which may be the portfolio.
    if Path(tempfile.gettempdir()).resolve() == Path.cwd():
        raise OSError("there is no folder for temporary files")
    number, path = tempfile.mkstemp(prefix="shoptalk-", suffix=".log", text=False)
    with os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace") as log:
        log.write(text)
    return Path(path)
