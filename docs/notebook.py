"""Run docs/notebook.ipynb and write what its cells give now: `make notebook`.

A test runs it too, and holds what is written in it to what comes out (tests/project/test_notebook.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

__all__ = ["NOTEBOOK", "run", "said"]

NOTEBOOK = Path(__file__).parent / "notebook.ipynb"


def run(seconds: int = 120) -> Any:
    """The notebook with what its cells give, each run in its order by a new kernel.

    Raises nbclient's CellExecutionError if one fails.
    """
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=seconds,
        resources={"metadata": {"path": str(NOTEBOOK.parent)}},
        coalesce_streams=True,  # else what a slow cell prints comes in pieces
    )
    client.execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # the times of the day
    notebook.metadata.language_info = {"name": "python"}
    return notebook


def said(notebook: Any) -> list[tuple[str, list[str]]]:
    """Each cell with code, and what it gives as text."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [(cell.source, [_text(output) for output in cell.outputs]) for cell in cells]


def _text(output: Any) -> str:
    text: str = output.get("text") or output.get("data", {}).get("text/plain", "")
    return text


if __name__ == "__main__":
    nbformat.write(run(), NOTEBOOK)
    print(f"wrote {NOTEBOOK.name}")
