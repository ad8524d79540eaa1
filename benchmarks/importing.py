"""The import of a table beside Oxigraph's own loader of the same quads: seconds of the processor, memory, and disk.

    python benchmarks/importing.py [LARGEST] [RUNS]

The memberships are those of `growth.py`. The loader gets the quads as a file; ours reads the table, makes the quads,
keeps a compressed copy and the memberships as columns, and loads. Where the `oxigraph` command is not installed
(`pip install oxigraph`), the comparison is skipped, and the run says so.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
from pathlib import Path

from growth import write_table
from measuring import BLOCS, Measured, compiled, run, verdict

SIZES = (20_000, 200_000, 1_000_000)
MOST_OF_LOADER = 1.3
MOST_ON_DISK = 1.2


def main(largest: int, runs: int) -> None:
    """Print ratios for each size."""
    loader = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if loader is None:
        print("skipped: the oxigraph command is not installed")
        return
    compiled()
    for count in (size for size in SIZES if size <= largest):
        with tempfile.TemporaryDirectory() as folder:
            side_by_side(Path(folder), count, loader, runs)


def side_by_side(place: Path, count: int, loader: str, runs: int) -> None:
    """Import and load by turns, each into an empty folder."""
    table, quads, store, database = (place / name for name in ("table.csv", "quads.nq", "store", "database"))
    write_table(table, count)
    imported, loaded = Measured(), Measured()
    for _ in range(runs):
        for folder in (store, database):
            shutil.rmtree(folder, ignore_errors=True)
        run([*BLOCS, "import", "csv", str(table), "--store", str(store), "--date", "2014"], imported)
        kept = next(store.glob("*/*.nq.gz"))
        if not quads.exists():
            with gzip.open(kept) as packed, quads.open("wb") as out:
                shutil.copyfileobj(packed, out)
        run([loader, "load", "--location", str(database), "--file", str(quads), "--lenient"], loaded)
    print(f"{count:,} memberships")
    for name, one in (("import", imported), ("loader", loaded)):
        print(f"{name}: {min(one.processor):.1f} s of the processor, {one.megabytes:.0f} MB")
    verdict("import / loader", min(imported.processor) / min(loaded.processor), MOST_OF_LOADER)
    verdict("database / the loader's", size_of(kept.parent / "db") / size_of(database), MOST_ON_DISK)
    verdict("store / the loader's database", size_of(store) / size_of(database), MOST_ON_DISK)


def size_of(folder: Path) -> int:
    """The bytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else max(SIZES), int(sys.argv[2]) if sys.argv[2:] else 3)
