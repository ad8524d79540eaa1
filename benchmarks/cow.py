"""The Correlates of War tables: the import, a question to the store, and all dyad-years beside their peers.

    python benchmarks/cow.py FOLDER [RUNS]

FOLDER holds the tables as they were downloaded (state_year*.csv, igo_year*.csv, states*.csv; plain or .gz). pandas and
numpy are in requirements-dev.txt. Without tables or pandas the part that needs them is skipped, and says so. The peers
of the panel read the same table and write nothing: pandas with numpy multiplies the matrices year by year, networkx
projects the two-mode graph of every year. Ours opens the store and writes every pair of every year to a CSV file.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path

from measuring import BLOCS, PEERS, Measured, compiled, run, side_by_side, verdict


def main(folder: Path, runs: int) -> None:
    """Run ours and the peers, print seconds and ratios."""
    table = table_in(folder, "state_year")
    if table is None:
        print(f"skipped: no state_year*.csv in {folder}")
        return
    compiled()
    with tempfile.TemporaryDirectory() as place:
        store = str(Path(place) / "store")
        importing = import_command(folder, store)
        imported = side_by_side({"import": importing}, 3)["import"]
        print(f"import: {imported.fastest:.2f} s on the clock, {min(imported.processor):.2f} s of the processor")
        verdict("import, seconds", imported.fastest, 5)
        verdict("import, MB", imported.megabytes, 300)
        questions = {
            "built-in": [*BLOCS, "who", "CST"],
            "store": [*BLOCS, "who", "EU", "--as-of", "1995", "--store", store],
        }
        asked = side_by_side(questions, 4 * runs)
        verdict("who on the store / built-in", asked["store"].median / asked["built-in"].median, 1.5)
        panel(table, store, str(Path(place) / "panel.csv"), runs)


def table_in(folder: Path, name: str) -> Path | None:
    """The table of a name in a folder; None if missing."""
    return next(iter(sorted(folder.glob(f"{name}*.csv*"))), None)


def import_command(folder: Path, store: str) -> list[str]:
    """The command that imports the tables of a folder, which has `state_year`, into a store."""
    table = table_in(folder, "state_year")
    names = [("--organizations", table_in(folder, "igo_year")), ("--states", table_in(folder, "states"))]
    options = [word for option, path in names if path is not None for word in (option, str(path))]
    return [*BLOCS, "import", "cow-igo", str(table), *options, "--store", store]


def panel(table: Path, store: str, out: str, runs: int) -> None:
    """All dyad-years beside the peers."""
    commands = {"panel": [*BLOCS, "panel", "1816:2014", "--store", store, "--format", "csv", "-o", out]}
    if importlib.util.find_spec("pandas") is None:
        print("skipped: pandas and numpy are not installed")
    else:
        commands["pandas"] = [sys.executable, str(PEERS / "cow_pandas.py"), str(table)]
    measured = side_by_side(commands, runs)
    networkx = Measured()
    run([sys.executable, str(PEERS / "cow_networkx.py"), str(table)], networkx)
    for name, one in {**measured, "networkx": networkx}.items():
        print(f"{name:10}{one.fastest:8.2f} s fastest{one.median:8.2f} s median{one.megabytes:8.0f} MB")
    if "pandas" in measured:
        verdict("panel / pandas", measured["panel"].median / measured["pandas"].median, 1)
    verdict("networkx / panel", networkx.fastest / measured["panel"].median, 10, at_least=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 5)
