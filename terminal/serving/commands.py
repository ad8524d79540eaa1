"""Commands run for another program, each in a process of its own, so that its limits of time and memory hold."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..process.sources import SourceOptions, seconds_given

__all__ = ["MOST_BYTES", "SECONDS", "Commands", "Outcome", "commands_over"]

SECONDS = 30.0
"""How long one answer may take, if nothing else is said."""

MOST_BYTES = 16 * 2**20
"""How large one answer may be; what is larger is refused, not cut."""

_AT_ONCE = 2
_GRACE = 5.0  # seconds for a command to end itself when its time is over


@dataclass(frozen=True)
class Outcome:
    """What a command left behind.

    Attributes
    ----------
    code : int
        0: answered; 1: it could not be done; 2: it was asked wrongly.
    out : bytes
        What it wrote.
    said : tuple of str
        What it said beside that, a line each: notes, or why there is no answer.
    """

    code: int
    out: bytes
    said: tuple[str, ...]


@dataclass
class Commands:
    """Commands of `blocs` over one source.

    Attributes
    ----------
    source : sequence of str
        The source options, as words of a command line.
    seconds : float
        How long one may take.
    most_bytes : int
        How large an answer may be.
    """

    source: Sequence[str] = ()
    seconds: float = SECONDS
    most_bytes: int = MOST_BYTES
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def run(
        self, command: str, options: Sequence[str] = (), words: Sequence[str] = (), *, text: str | None = None
    ) -> Outcome:
        """Run a command and wait for its end.

        Parameters
        ----------
        command : str
            Its name.
        options : sequence of str
            Options of ours.
        words : sequence of str
            What the other program asks; never read as options.
        text : str, optional
            What the command reads from its standard input.
        """
        asked = [command, *self.source, "--timeout", f"{self.seconds:g}", *options, *(["--", *words] if words else [])]
        async with self._turns:
            process = await asyncio.create_subprocess_exec(
                # -P: no file of the folder that we happen to be in is taken for a module.
                *(sys.executable, "-P", "-m", "blocs", *asked),
                stdin=asyncio.subprocess.DEVNULL if text is None else asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            try:
                return await asyncio.wait_for(self._outcome(process, text), self.seconds + _GRACE)
            except TimeoutError:
                return Outcome(1, b"", (f"no answer within {self.seconds:g} s; narrow the query",))
            finally:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()

    async def _outcome(self, process: asyncio.subprocess.Process, text: str | None) -> Outcome:
        assert process.stdout is not None and process.stderr is not None
        if process.stdin is not None:
            process.stdin.write((text or "").encode("utf-8", "surrogatepass"))
            with contextlib.suppress(ConnectionError):  # it may have refused before it read all
                await process.stdin.drain()
            process.stdin.close()
        out, said = await asyncio.gather(self._read(process.stdout), process.stderr.read())
        if out is None:
            size = f"{self.most_bytes / 2**20:g} MiB"
            return Outcome(1, b"", (f"the answer is larger than {size}; narrow the query, or add LIMIT to it",))
        code = await process.wait()
        return Outcome(code, out, tuple(_sentence(line) for line in said.decode("utf-8", "replace").splitlines()))

    async def _read(self, stream: asyncio.StreamReader) -> bytes | None:
        """All that comes; `None` if it is too much."""
        parts, size = [], 0
        while part := await stream.read(2**16):
            parts.append(part)
            size += len(part)
            if size > self.most_bytes:
                return None
        return b"".join(parts)


def commands_over(source: SourceOptions) -> Commands:
    """Commands over the source that options name, each with the time that they allow.

    Raises InvalidRequest if they name two sources, or the time is none.
    """
    source.chosen()
    return Commands(source.words(), seconds_given(source.timeout, SECONDS))


def _sentence(line: str) -> str:
    return line.removeprefix("blocs: ")
