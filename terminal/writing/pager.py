"""Text that is longer than the terminal, through the pager that the user has set."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess

from ...graph.errors import OperationFailed
from ..settings import settings

__all__ = ["paged"]


def paged(text: bytes) -> bool:
    """Show text by the pager, if one is set and the terminal is too low for the text; whether that was done.

    Raises OperationFailed if the pager cannot be started.
    """
    set_here = settings().get("pager")
    command = set_here.value if set_here else os.environ.get("PAGER", "")
    words = shlex.split(command)
    if not words or words == ["cat"] or text.count(b"\n") < shutil.get_terminal_size().lines:
        return False
    # As git has it: `less` shows colours, folds nothing away and leaves the text on the screen.
    environment = {"LESS": "FRX", **os.environ}
    try:
        subprocess.run(words, input=text, env=environment, check=False)
    except OSError as error:
        origin = set_here.origin if set_here else "PAGER"
        raise OperationFailed(
            f"the pager {words[0]!r} ({origin}) cannot be started: {error.strerror}; --no-pager does without"
        ) from None
    return True
