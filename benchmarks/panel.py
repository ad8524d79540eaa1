"""All dyad-years of the COW IGO tables, beside pandas with numpy and beside networkx.

    python benchmarks/panel.py STATE_YEAR.csv[.gz] [RUNS]

needs pandas and numpy (`pip install --group bench`). Ours imports the table once, then writes every pair and year to
a CSV file from a cold start. The peers only read and multiply, or only project some years (their time is scaled to
all pairs): they write nothing.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PEERS = Path(__file__).resolve().parent / "peers"
BLOCS = [sys.executable, "-m", "blocs"]
YEARS = "1900,1950,1980,2000,2014"
PAIRS = 917_695


def seconds(command: list[str], runs: int) -> tuple[float, str]:
    """The fastest of some runs, and what it printed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    best, said = float("inf"), ""
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        best, said = min(best, time.perf_counter() - start), done.stdout
    return best, said


def main(table: str, runs: int) -> None:
    """Run ours and the peers, print seconds and ratios."""
    for folder in ("graph", "terminal"):
        compileall.compile_dir(PEERS.parent.parent / folder, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        imported, _ = seconds([*BLOCS, "import", "cow-igo", table, "--store", store], 1)
        out = ["-o", str(Path(folder) / "panel.csv")]
        ours, _ = seconds([*BLOCS, "overlap", "--panel", "1816:2014", "--codes", "cow", "--store", store, *out], runs)
    pandas, _ = seconds([sys.executable, str(PEERS / "cow_pandas.py"), table], runs)
    _, said = seconds([sys.executable, str(PEERS / "cow_networkx.py"), table, YEARS], 1)
    taken, pairs = said.split()
    networkx = float(taken) * PAIRS / int(pairs)
    print(f"import {imported:.2f} s\npanel {ours:.2f} s\npandas and numpy {pandas:.2f} s\nnetworkx {networkx:.1f} s")
    print(f"panel / pandas = {ours / pandas:.2f} (at most 1); networkx / panel = {networkx / ours:.1f} (at least 10)")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else 5)
