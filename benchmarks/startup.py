"""What a one-shot question costs, whole processes side by side: `who`, `ask`, and the same question by rdflib.

Run it with the environment's Python: `python benchmarks/startup.py [RUNS]`. The commands take turns, so that what
else the machine does falls on all alike; each is given by its fastest and its median run, a ratio by the median of the
ratios of neighbouring runs.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCS = [sys.executable, "-m", "blocs"]
COMMANDS = {
    "python": [sys.executable, "-c", "pass"],
    "rdflib": [sys.executable, str(ROOT / "benchmarks" / "peers" / "rdflib_who.py"), "CST", "CIS DMC"],
    "who": [*BLOCS, "who", "CST", "and", "CIS", "DMC"],
    "ask": [*BLOCS, "ask", "who is in both CST and CIS DMC"],
    "version": [*BLOCS, "--version"],
}
RATIOS = {("who", "rdflib"): 1 / 3, ("ask", "who"): 1.3}


def main(runs: int) -> None:
    """Run everything, print seconds and the ratios that are promised."""
    for folder in ("graph", "terminal"):  # as an installation does
        compileall.compile_dir(ROOT / folder, quiet=2)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment, cwd=ROOT.parent)
            seconds[name].append(time.perf_counter() - start)
    print(f"{'':10}{'fastest':>9}{'median':>9}")
    for name, taken in seconds.items():
        print(f"{name:10}{min(taken):8.3f}s{statistics.median(taken):8.3f}s")
    for (measured, reference), most in RATIOS.items():
        # Each run against its neighbour in time: what else the machine does then falls on both.
        ratio = statistics.median(a / b for a, b in zip(seconds[measured], seconds[reference], strict=True))
        print(f"{measured} / {reference} = {ratio:.2f} (at most {most:.2f}): {'yes' if ratio <= most else 'NO'}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 15)
