"""Files of columns (Parquet, Arrow, Feather) as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...errors import OperationFailed
from ..cells.cell_texts import text_of_cell
from ..files.file_kinds import KINDS
from ..files.sheet import Sheet
from ..records import rows_of_records

__all__ = ["read_columnar"]


def read_columnar(where: str, kind: str, content: bytes) -> Sheet:
    """The rows of a Parquet, Arrow or Feather file."""
    import pyarrow
    from pyarrow import feather, parquet

    read = parquet.read_table if kind == "parquet" else feather.read_table
    try:
        table = read(pyarrow.BufferReader(content))
    except (pyarrow.ArrowException, OSError) as error:
        raise OperationFailed(f"{where}: {KINDS[kind]} that cannot be read: {error}") from None
    kept = [name for name in table.column_names if not name.startswith("__index_level_")]
    table = table.select(kept)
    if any(pyarrow.types.is_nested(one) and _has_parts(one) for one in table.schema.types):
        notes = [f"the table is {KINDS[kind]}, with records inside of cells"]
        return Sheet(rows_of_records(table.to_pylist(), notes), notes)
    return Sheet([kept, *_records(table)], [f"the table is {KINDS[kind]}"])


def _has_parts(kind: Any) -> bool:
    """Whether cells of a kind are records, or lists of records, rather than lists of texts."""
    import pyarrow

    if pyarrow.types.is_list(kind) or pyarrow.types.is_large_list(kind):
        return _has_parts(kind.value_type)
    return bool(pyarrow.types.is_struct(kind) or pyarrow.types.is_map(kind))


def _records(table: Any) -> Iterator[list[str]]:
    for batch in table.to_batches(max_chunksize=10_000):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield [text_of_cell(value) for value in values]
