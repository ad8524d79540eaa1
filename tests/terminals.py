"""Terminals for tests: what a command writes where it believes that a person is looking, and what is typed there."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

__all__ = ["Terminal", "on_terminal"]


class Terminal:
    """A `blocs` with a terminal of its own, at which somebody types; Ctrl-C there is a signal, as everywhere.

    What it has written since the last text that was waited for is in `seen`.
    """

    def __init__(self, words: Sequence[object], environment: Mapping[str, str]) -> None:
        import fcntl
        import pty
        import termios

        self.lead, follow = pty.openpty()
        own = {**environment, "TERM": "xterm", "COLUMNS": "100", "LINES": "40"}

        def has_terminal() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            [sys.executable, "-m", "blocs", *map(str, words)],
            stdin=follow,
            stdout=follow,
            stderr=follow,
            env=own,
            start_new_session=True,
            preexec_fn=has_terminal,
        )
        os.close(follow)
        self.seen = ""
        self.all = ""

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self.lead, text.encode())

    def sees(self, text: str, seconds: float = 60) -> bool:
        """Wait until a text is on the screen; what comes after it is looked at next."""
        end = time.monotonic() + seconds
        while text not in self.seen and time.monotonic() < end:
            if not self._read(1):
                break
        _, found, self.seen = self.seen.partition(text)
        return bool(found)

    def ends(self, seconds: float = 60) -> int:
        """Wait until the command has ended; its exit code."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._read(1):
            pass
        return self.process.wait(timeout=max(1, end - time.monotonic()))

    def close(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.wait()
        os.close(self.lead)

    def _read(self, seconds: float) -> bool:
        """Read what there is, if anything comes in time; whether more may come."""
        if not select.select([self.lead], [], [], seconds)[0]:
            return True
        try:
            chunk = os.read(self.lead, 2**16).decode("utf-8", "replace")
        except OSError:  # the other end is closed
            return False
        if "\x1b[6n" in chunk:  # asked where the cursor is
            self.type("\x1b[1;1R")
        self.seen += chunk
        self.all += chunk
        return bool(chunk)


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
