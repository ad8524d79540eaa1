"""Bytes on their way out: to standard output, or notes beside them to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from ...graph.errors import OperationFailed
from .text import clean

__all__ = ["say_beside", "write_out"]


def say_beside(notes: Iterable[str]) -> None:
    """Write notes to standard error, where they do not get into the rows."""
    for note in notes:
        print(clean(note), file=sys.stderr)


def write_out(data: bytes) -> None:
    """Write to standard output; if its reader has gone (`| head`), end in silence.

    Raises OperationFailed if it cannot be written.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is left in the buffer cannot be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise SystemExit(0) from None
        raise OperationFailed(f"standard output cannot be written: {error.strerror or error}") from None
