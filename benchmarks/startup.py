"""What a one-shot question costs, whole processes side by side: `who`, `ask`, and the same question by rdflib.

`--help` and completion (of a command, an option, a name) stand beside those of an empty program by Typer. Run it with
the environment's Python: `python benchmarks/startup.py [RUNS]`; an editable installation adds its own search for
modules to both sides. The commands take turns, so that what else the machine does falls on all alike; each is given by
the seconds of the processor of its least and its median run, a ratio by the median of the ratios of neighbouring runs.
"""

from __future__ import annotations

import compileall
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCS = [sys.executable, "-m", "blocs"]
EMPTY = [sys.executable, str(ROOT / "benchmarks" / "peers" / "empty_typer.py")]
COMMANDS = {
    "python": [sys.executable, "-c", "pass"],
    "empty": [*EMPTY, "who", "CST"],
    "empty help": [*EMPTY, "--help"],
    "empty TAB": EMPTY,
    "rdflib": [sys.executable, str(ROOT / "benchmarks" / "peers" / "rdflib_who.py"), "CST", "CIS DMC"],
    "who": [*BLOCS, "who", "CST", "and", "CIS", "DMC"],
    "ask": [*BLOCS, "ask", "who is in both CST and CIS DMC"],
    "version": [*BLOCS, "--version"],
    "help": [*BLOCS, "--help"],
    "TAB command": BLOCS,
    "TAB option": BLOCS,
    "TAB name": BLOCS,
}
TYPED = {
    "empty TAB": ("EMPTY", "empty wh"),
    "TAB command": ("BLOCS", "blocs wh"),
    "TAB option": ("BLOCS", "blocs who --for"),
    "TAB name": ("BLOCS", "blocs who C"),
}
"""The lines that a shell completes, and the program whose they are."""
RATIOS = {
    ("who", "rdflib"): 1 / 3,
    ("ask", "who"): 1.3,
    ("who", "empty"): 1.25,
    ("help", "empty help"): 1.3,
    ("TAB command", "empty TAB"): 1.3,
    ("TAB option", "empty TAB"): 1.3,
    ("TAB name", "empty TAB"): 1.3,
}


def main(runs: int) -> None:
    """Run everything, print seconds and the ratios that are promised."""
    for folder in ("graph", "terminal"):  # as an installation does
        compileall.compile_dir(ROOT / folder, quiet=2)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, command in COMMANDS.items():
            completing = asked_by_shell(*TYPED[name]) if name in TYPED else {}
            start = processor()
            subprocess.run(command, check=name not in TYPED, stdout=subprocess.DEVNULL, env=environment | completing)
            seconds[name].append(processor() - start)
    print(f"{'':12}{'fastest':>9}{'median':>9}")
    for name, taken in seconds.items():
        print(f"{name:12}{min(taken):8.3f}s{statistics.median(taken):8.3f}s")
    for (measured, reference), most in RATIOS.items():
        # Each run against its neighbour in time: what else the machine does then falls on both.
        ratio = statistics.median(a / b for a, b in zip(seconds[measured], seconds[reference], strict=True))
        print(f"{measured} / {reference} = {ratio:.2f} (at most {most:.2f}): {'yes' if ratio <= most else 'NO'}")


def processor() -> float:
    """The seconds of the processor that all commands have taken so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def asked_by_shell(program: str, line: str) -> dict[str, str]:
    """What Bash sets in the environment when somebody presses TAB behind a line."""
    place = str(len(line.split()) - 1)
    return {f"_{program}_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": place}


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 15)
