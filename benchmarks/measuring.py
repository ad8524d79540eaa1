"""Whole processes measured: seconds on the clock, and the most memory that each took."""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "benchmarks" / "peers"
BLOCS = [sys.executable, "-m", "blocs"]


@dataclass
class Measured:
    """The runs of one command: seconds of each on the clock and of the processor, and the most memory of one, in MB."""

    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @property
    def fastest(self) -> float:
        """Seconds of the fastest run."""
        return min(self.seconds)

    @property
    def median(self) -> float:
        """Seconds of the run in the middle."""
        return statistics.median(self.seconds)


def compiled() -> None:
    """Compile the package, as an installation does."""
    for folder in ("graph", "terminal"):
        compileall.compile_dir(ROOT / folder, quiet=2)


def run(command: Sequence[str], into: Measured) -> None:
    """Run a command once.

    Raises CalledProcessError where it fails.
    """
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    into.seconds.append(time.perf_counter() - start)
    into.processor.append(usage.ru_utime + usage.ru_stime)
    into.megabytes = max(into.megabytes, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))
    if process.returncode:
        sys.stderr.write(said.decode("utf-8", "replace"))
        raise subprocess.CalledProcessError(process.returncode, command)


def side_by_side(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Measured]:
    """Run commands by turns, so that what else the machine does falls on all alike."""
    measured = {name: Measured() for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            run(command, measured[name])
    return measured


def verdict(name: str, value: float, bound: float, *, at_least: bool = False) -> None:
    """Print a value with what was promised, and whether it is kept."""
    kept = value >= bound if at_least else value <= bound
    print(f"{name} = {value:.2f} ({'at least' if at_least else 'at most'} {bound:g}): {'yes' if kept else 'NO'}")
