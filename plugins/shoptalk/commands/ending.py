"""How a command ends: whole where nobody reads on, and with one line where something fails."""

import errno
import io
import sys
from typing import Any

import click

NOBODY_READS = (errno.EPIPE, errno.EINVAL)
"""What writing gives where the reader has gone: elsewhere, and on Windows."""


class Unread(io.FileIO):
    """An output of which the rest is dropped once its reader has gone, as that of `| head` does.

    So a command that writes files writes all of them, and its exit code is the usual one.
    """

    is_unread = False

    def write(self, data: Any) -> int:
        """Write, or drop what nobody reads."""
        try:
            return super().write(data)
        except OSError as error:
            if error.errno not in NOBODY_READS:
                raise
            self.is_unread = True
            return memoryview(data).nbytes


def nobody_reads() -> bool:
    """Whether whoever read what is printed has gone."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return isinstance(raw, Unread) and raw.is_unread


class EndsInOrder(click.Group):
    """A command that prints on any terminal, and never ends in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; of the options that a wrong one is like, the likeliest is proposed."""
        try:
            return super().invoke(ctx)
        except click.NoSuchOption as error:
            near = (error.possibilities or [])[:1]
            raise click.NoSuchOption(error.option_name, possibilities=near, ctx=error.ctx) from None

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run it; what nobody expected is written down."""
        sys.stdout, sys.stderr = _for_all(sys.stdout), _for_all(sys.stderr)
        try:
            return super().main(*args, **kwargs)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:  # noqa: BLE001 (whatever it is, a student cannot read a traceback)
            from shoptalk.findings.unexpected import EXIT_UNEXPECTED, write_down

            click.echo(f"Error: {write_down(error)}", err=True)
            raise SystemExit(EXIT_UNEXPECTED) from None


def _for_all(stream: Any) -> Any:
    """A stream that shows names which the terminal does not know, and that may lose its reader."""
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    stream.reconfigure(errors="backslashreplace")
    if type(getattr(stream.buffer, "raw", stream.buffer)) is not io.FileIO:
        return stream
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(Unread(stream.fileno(), "w", closefd=False)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
    )
