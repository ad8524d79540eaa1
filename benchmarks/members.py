"""Questions from the member's side against `who BODY` on the same store; pairs, panel and network against pandas.

    python benchmarks/members.py [LARGEST] [RUNS]

The memberships are those of `growth.py`: 20 and 200 thousand of 2,000 members in 400 bodies, a million of 10,000 in
2,000. Commands take turns; a ratio is that of the least seconds of the processor. Where pandas and scipy are not
installed, the comparison with them is skipped, and the run says so.

All pairs are compared in two forms, in each of which both sides write the same columns: both names, how many bodies the
two share and the Jaccard index; and every column that `blocs overlap` writes, with the other measures and the names of
all that the two share, which are two thirds of the file. The panel is that of one year with every measure, up to 200
thousand memberships (two million rows; a million memberships have fifty million). The network is that of bodies in one
year, against networkx, which is so slow on many ties that it is left out beyond 20 thousand memberships.
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
NEEDED = ("pandas", "scipy")
MOST_OF_PANEL, MOST_OF_NETWORKX = 200_000, 20_000
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
            if missing := [name for name in NEEDED if importlib.util.find_spec(name) is None]:
                print(f"skipped: all pairs, panel and network, for {' and '.join(missing)} is not installed")
                continue
            pairs(table, store, threshold, runs if count < 1_000_000 else 1)
            if count <= MOST_OF_PANEL:
                panel(table, store, runs)
            if count <= MOST_OF_NETWORKX:
                network(table, store)


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
    ours = [*BLOCS, "overlap", "--store", str(store), "--as-of", "any", "--role", "any", "-m", "jaccard"]
    ours += ["--threshold", threshold, "--timeout", "3600", "--format", "csv", "-o", str(table.with_suffix(".ours"))]
    peer = [sys.executable, str(PEERS / "pairs_scipy.py"), str(table), threshold, str(table.with_suffix(".theirs"))]
    for form, (options, words) in FORMS.items():
        compared(f"all pairs, {form}", [*ours, *options], [*peer, *words], runs)


def panel(table: Path, store: Path, runs: int) -> None:
    """All pairs of members in a year with every measure."""
    ours = [*BLOCS, "panel", "1995", "-m", "all", "--store", str(store), "--timeout", "3600"]
    ours += ["--format", "csv", "-o", str(table.with_suffix(".ours"))]
    peer = [sys.executable, str(PEERS / "panel_pandas.py"), str(table), "1995", str(table.with_suffix(".theirs"))]
    compared("panel of a year", ours, peer, runs)


def network(table: Path, store: Path) -> None:
    """The network of bodies in a year."""
    ours = [*BLOCS, "network", "--by", "body", "--as-of", "1995", "--store", str(store), "--timeout", "3600"]
    ours += ["--format", "csv", "-o", str(table.with_suffix(".ours"))]
    peer = [sys.executable, str(PEERS / "network_networkx.py"), str(table), "1995", str(table.with_suffix(".theirs"))]
    compared("network of a year", ours, [*peer, "body"], 1)


def compared(what: str, ours: list[str], peer: list[str], runs: int) -> None:
    """One command against its peer."""
    found = side_by_side({"blocs": ours, "peer": peer}, runs)
    seconds = {name: min(measured.processor) for name, measured in found.items()}
    print(", ".join(f"{name} {seconds[name]:.2f} s, {one.megabytes:.0f} MB" for name, one in found.items()))
    verdict(f"{what} / peer", seconds["blocs"] / seconds["peer"], MOST_OF_PEER)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else max(SIZES), int(sys.argv[2]) if sys.argv[2:] else 3)
