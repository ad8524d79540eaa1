"""A terminal for tests: what a command writes where it believes that a person is looking."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

__all__ = ["on_terminal"]


def on_terminal(words: Sequence[str], environment: Mapping[str, str], typed: str = "") -> tuple[int, str]:
    """Run `blocs` with these words at a pseudo-terminal, where this is typed; its exit code and all that it wrote."""
    import pty

    lead, follow = pty.openpty()
    command = [sys.executable, "-m", "blocs", *words]
    process = subprocess.Popen(
        command, stdin=follow if typed else None, stdout=follow, stderr=follow, env=dict(environment)
    )
    os.close(follow)
    os.write(lead, typed.encode())
    seen = b""
    while True:
        try:
            chunk = os.read(lead, 2**16)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        seen += chunk
    os.close(lead)
    return process.wait(), seen.decode()
