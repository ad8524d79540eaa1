"""Questions from the member's side against `who BODY` on the same store, and all pairs against pandas and scipy.

    python benchmarks/members.py [LARGEST] [RUNS]

The memberships are those of `growth.py`: 20 and 200 thousand of 2,000 members in 400 bodies, a million of 10,000 in
2,000. Commands take turns; a ratio is that of the least seconds of the processor. Where pandas and scipy are not
installed, the comparison with them is skipped, and the run says so.

All pairs are compared in two forms, in each of which both sides write the same columns: both names, how many bodies the
two share and the Jaccard index; and every column that `blocs overlap` writes, with the other measures and the names of
all that the two share, which are nine tenths of the file.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path

from growth import write_table
from measuring import BLOCS, PEERS, compiled, side_by_side, verdict

SIZES = {20_000: (2_000, 400, "0.08"), 200_000: (2_000, 400, "0.08"), 1_000_000: (10_000, 2_000, "0.05")}
"""Memberships, their members and bodies, and the least Jaccard index of the pairs that are written.

Those are 53,831 pairs, two million, and 1.3 million of fifty million; of a million memberships, 0.08 leaves 2,869.
"""

QUESTIONS = {
    "is M in B": ["ask", "is State 3 in Body 7 in 1995"],
    "which bodies is M in": ["ask", "which bodies is State 3 in in 1995"],
    "show M": ["show", "State 3", "--as-of", "1995"],
    "overlap M1 M2": ["overlap", "State 3", "State 4", "--as-of", "1995"],
}
MOST_OF_WHO = 2.0
MOST_OF_PEER = 2.0
FORMS = {"four columns": (["--columns", "a,b,shared,jaccard"], []), "all columns": ([], ["full"])}
"""What both sides write of all pairs: the options of blocs, and those of the peer."""


def main(largest: int, runs: int) -> None:
    """Print ratios for each size."""
    compiled()
    with tempfile.TemporaryDirectory() as place:
        for count in (size for size in SIZES if size <= largest):
            members, bodies, threshold = SIZES[count]
            table, store = Path(place) / f"{count}.csv", Path(place) / f"store-{count}"
            write_table(table, count, members, bodies)
            importing = [*BLOCS, "import", "csv", str(table), "--store", str(store), "--date", "2014"]
            side_by_side({"import": importing}, 1)
            print(f"{count:,} memberships")
            questions(store, runs)
            pairs(table, store, threshold, runs if count < 1_000_000 else 1)


def questions(store: Path, runs: int) -> None:
    """Each question against `who BODY`."""
    at = ["--store", str(store), "--timeout", "600"]
    who = [*BLOCS, "who", "Body 7", "--as-of", "1995", *at]
    commands = {"who BODY": who} | {name: [*BLOCS, *words, *at] for name, words in QUESTIONS.items()}
    seconds = {name: min(measured.processor) for name, measured in side_by_side(commands, runs).items()}
    print(f"who BODY: {seconds['who BODY']:.2f} s")
    for name in QUESTIONS:
        verdict(f"{name} / who BODY", seconds[name] / seconds["who BODY"], MOST_OF_WHO)


def pairs(table: Path, store: Path, threshold: str, runs: int) -> None:
    """All pairs of members with a Jaccard index above a threshold, each side from its own file to a table."""
    if missing := [name for name in ("pandas", "scipy") if importlib.util.find_spec(name) is None]:
        print(f"skipped: all pairs, for {' and '.join(missing)} is not installed")
        return
    ours = [*BLOCS, "overlap", "--store", str(store), "--as-of", "any", "--role", "any", "-m", "jaccard"]
    ours += ["--threshold", threshold, "--timeout", "3600", "--format", "csv", "-o", str(table.with_suffix(".ours"))]
    peer = [sys.executable, str(PEERS / "pairs_scipy.py"), str(table), threshold, str(table.with_suffix(".theirs"))]
    for form, (options, words) in FORMS.items():
        found = side_by_side({"blocs": [*ours, *options], "pandas and scipy": [*peer, *words]}, runs)
        seconds = {name: min(measured.processor) for name, measured in found.items()}
        print(", ".join(f"{name} {seconds[name]:.2f} s, {one.megabytes:.0f} MB" for name, one in found.items()))
        verdict(f"all pairs, {form} / pandas and scipy", seconds["blocs"] / seconds["pandas and scipy"], MOST_OF_PEER)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else max(SIZES), int(sys.argv[2]) if sys.argv[2:] else 3)
