"""How import, `who` and all-pairs overlap grow from ten thousand to a million memberships.

    python benchmarks/growth.py [LARGEST]

The memberships are made up by a seeded generator: 10,000 members, 2,000 bodies, years and some associates. Overlap is
that of all pairs of members (fifty million) at any time, of which it writes those with a Jaccard index of 0.08 or more.
Seconds are those of the processor, of which a busy machine takes hardly more. The growth of a column is the slope of
its logarithms: 1 is linear.
"""

from __future__ import annotations

import math
import random
import sys
import tempfile
from pathlib import Path

from measuring import BLOCS, Measured, compiled, run

SIZES = (10_000, 31_623, 100_000, 316_228, 1_000_000)
MEMBERS, BODIES = 10_000, 2_000
COLUMNS = ("import s", "import MB", "who s", "who MB", "overlap s", "overlap MB")


def write_table(path: Path, count: int, members: int = MEMBERS, bodies: int = BODIES) -> None:
    """So many different memberships, the same in every run."""
    dice = random.Random(1816)
    with path.open("w", encoding="utf-8") as out:
        out.write("member,organization,role,start,end\n")
        for pair in dice.sample(range(members * bodies), count):
            start = dice.randrange(1900, 2010)
            end = start + dice.randrange(60)
            role = "associate" if dice.random() < 0.1 else ""
            out.write(f"State {pair // bodies},Body {pair % bodies},{role},{start},{end if end < 2014 else ''}\n")


def measure(count: int, place: Path) -> list[float]:
    """Seconds and MB of the three commands for a table of so many memberships."""
    table, store, out = place / f"{count}.csv", str(place / f"store-{count}"), str(place / "pairs.csv")
    write_table(table, count)
    at = ["--store", store, "--as-of", "any", "--role", "any", "--timeout", "3600"]
    commands = (
        ([*BLOCS, "import", "csv", str(table), "--store", store, "--date", "2014"], 1),
        ([*BLOCS, "who", "Body 7", "--store", store, "--as-of", "1995"], 5),
        ([*BLOCS, "overlap", *at, "-m", "jaccard", "--threshold", "0.08", "--format", "csv", "-o", out], 1),
    )
    found: list[float] = []
    for command, runs in commands:
        measured = Measured()
        for _ in range(runs):
            run(command, measured)
        found += [min(measured.processor), measured.megabytes]
    return found


def main(largest: int) -> None:
    """Print a row for each size, and the growth of each column."""
    compiled()
    rows: dict[int, list[float]] = {}
    print("".join(f"{name:>12}" for name in ("memberships", *COLUMNS)))
    with tempfile.TemporaryDirectory() as place:
        for count in (size for size in SIZES if size <= largest):
            rows[count] = measure(count, Path(place))
            print(f"{count:12,}" + "".join(f"{value:12.2f}" for value in rows[count]), flush=True)
    if len(rows) > 1:
        slopes = [slope([(count, row[at]) for count, row in rows.items()]) for at in range(len(COLUMNS))]
        print(f"{'growth':>12}" + "".join(f"{value:12.2f}" for value in slopes))


def slope(points: list[tuple[int, float]]) -> float:
    """The slope of the line through the logarithms, by least squares."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x, mean_y = (sum(column) / len(logs) for column in zip(*logs, strict=True))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else SIZES[-1])
