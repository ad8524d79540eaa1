"""Limits on a command: its time, its memory, and signals to end, all of which hold inside a query of the engine too.

The engine works in native code, where Python runs no signal handler and a query cannot be cancelled
(https://github.com/oxigraph/oxigraph/issues/1926), but it lets other threads run. So one thread watches, and ends
the process when a limit is passed, after it has removed the files that are being written. That suits a command, not
a library: nothing happens until `guard` is called, as the `blocs` command does when it starts.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from pathlib import Path
from typing import NoReturn

from ...graph.files import drop_unfinished

__all__ = [
    "TIMEOUT",
    "bound_memory",
    "bound_query",
    "bound_threads",
    "guard",
    "seconds_allowed",
    "start_clock",
    "stop_clock",
]

TIMEOUT = 60.0
"""Seconds that a command may take until its answer is complete."""

_MEMORY = 8 * 2**30  # bytes; less on a small machine, see _memory_limit
_QUERY_MEMORY = 4 * 2**30  # bytes beyond those of the graph itself
_GRACE = 0.4  # seconds that the main thread has to end by itself after a signal
_TICK = 0.05
_ENDING = {getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP")}


class _Watch:
    """What the watching thread looks at."""

    def __init__(self) -> None:
        self.deadline: float | None = None
        self.seconds = TIMEOUT
        self.memory = 0  # bytes; 0 for no limit
        self.woken: int | None = None  # where the interpreter writes signals to


_watch = _Watch()


def guard() -> None:
    """Start to watch this process; once, from its main thread."""
    import threading

    if _watch.woken is not None:
        return
    wake, _watch.woken = os.pipe()
    os.set_blocking(_watch.woken, False)
    _listen()
    for name in ("SIGTERM", "SIGHUP"):  # Windows has but the first
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), _unwind)
    threading.Thread(target=_look, args=(wake,), name="limits", daemon=True).start()


def _unwind(number: int, frame: object) -> NoReturn:
    """End the main thread as Ctrl-C does: what it had begun is cleared away."""
    raise SystemExit(128 + number)


def _listen() -> None:
    """Let the interpreter's own handler write to our pipe the moment a signal comes, whatever the main thread does."""
    if _watch.woken is not None:
        signal.set_wakeup_fd(_watch.woken, warn_on_full_buffer=False)


def start_clock(seconds: float) -> None:
    """From now on the command may take this many seconds."""
    _listen()  # a prompt may have listened itself since
    _watch.seconds = seconds
    _watch.deadline = time.monotonic() + seconds


def seconds_allowed() -> float:
    """Seconds that the command may take, as its clock was started with."""
    return _watch.seconds


def bound_threads() -> None:
    """Let numpy multiply in one thread, unless the environment says otherwise.

    The matrices of a year are small: several threads wait for one another, on a busy machine for most of the time.
    """
    for library in ("OPENBLAS", "MKL", "OMP"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")


def bound_memory() -> None:
    """From now on the process may use as much memory as its limit says, and no more.

    Raises InvalidRequest if BLOCS_MAX_MEMORY is not a number.
    """
    _watch.memory = _memory_limit()


def bound_query() -> None:
    """The graph is open: what is done with it may use only part of the memory."""
    if _watch.memory and not os.environ.get("BLOCS_MAX_MEMORY"):
        _watch.memory = min(_watch.memory, _memory_used() + _QUERY_MEMORY)


def stop_clock() -> None:
    """The answer is complete and is being written: no limit may cut it in two.

    One that came too late, but before the watch looked again, is none either.
    """
    _end_if_late(time.monotonic())
    _watch.deadline, _watch.memory = None, 0


def _look(wake: int) -> None:
    import select

    ended: tuple[float, int] | None = None  # when a signal came, and the exit status for it
    while True:
        if sys.platform == "win32":  # select takes no pipes there; its Ctrl-C waits for the engine
            time.sleep(_TICK)
            ready = []
        else:
            ready, _, _ = select.select([wake], [], [], _TICK)
        now = time.monotonic()
        for number in os.read(wake, 64) if ready else b"":
            if number in _ENDING:
                ended = ended or (now, 128 + number)
        if ended is not None and now - ended[0] > _GRACE:
            drop_unfinished()
            os._exit(ended[1])
        _end_if_late(now)
        memory = _watch.memory
        if memory and _memory_used() > memory:
            size = f"{memory / 2**30:.1f}"
            _end(f"this needs more than {size} GiB of memory; narrow the query, or set BLOCS_MAX_MEMORY (in GiB)")


def _end_if_late(now: float) -> None:
    deadline = _watch.deadline
    if deadline is not None and now > deadline:
        _end(f"no answer within {_watch.seconds:g} s; narrow the query, or allow more time with --timeout SECONDS")


def _end(message: str) -> None:
    drop_unfinished()
    # Not by print: the main thread may hold the stream's lock.
    with contextlib.suppress(OSError):
        clear = "\r\x1b[K" if os.isatty(2) else ""  # there may be a line of progress
        os.write(2, f"{clear}blocs: {message}\n".encode())
    os._exit(1)


def _memory_limit() -> int:
    """The memory that the process may use, in bytes: 8 GiB, or three quarters of what there is if that is less."""
    asked = os.environ.get("BLOCS_MAX_MEMORY", "")
    if asked:
        with contextlib.suppress(ValueError):
            size = float(asked)
            if 0 < size < 1e6:
                return int(size * 2**30)
        from ...graph.errors import InvalidRequest

        raise InvalidRequest(f"BLOCS_MAX_MEMORY takes a number of GiB, not {asked!r}")
    limit = _MEMORY
    with contextlib.suppress(OSError, ValueError, AttributeError):
        limit = min(limit, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * 3 // 4)
    for place in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        with contextlib.suppress(OSError, ValueError):  # a container's
            limit = min(limit, int(Path(place).read_text()) * 3 // 4)
    return limit


def _memory_used() -> int:
    """The memory that the process uses, in bytes; 0 if that is not known."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        pass
    try:
        import resource
    except ImportError:  # Windows
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
