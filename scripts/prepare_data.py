"""Write what is made beforehand of the built-in graph, beside it: `make data`."""

from __future__ import annotations

from pathlib import Path

from blocs.graph.sources.built_in import prepared

DATA = Path(__file__).resolve().parent.parent / "data"

if __name__ == "__main__":
    for name, content in prepared((DATA / "triples.ttl").read_bytes()).items():
        (DATA / name).write_bytes(content)
        print(f"wrote {name}")
