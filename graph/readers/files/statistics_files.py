"""Files of statistics programs (Stata, SPSS, SAS): their rows, with the labels that their values have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from tempfile import NamedTemporaryFile
from typing import Any

from ...errors import OperationFailed
from ..cells.cell_texts import text_of_cell
from .file_kinds import KINDS
from .sheet import Sheet

__all__ = ["read_statistics"]

_READERS = {
    "stata": ("read_dta", ".dta"), "spss": ("read_sav", ".sav"), "portable": ("read_por", ".por"),
    "transport": ("read_xport", ".xpt"), "sas": ("read_sas7bdat", ".sas7bdat"),
}  # fmt: skip
"""What reads each kind, by its name in pyreadstat, and how such files end."""


def read_statistics(where: str, kind: str, content: bytes, *, coded: Callable[[Sequence[str]], bool]) -> Sheet:
    """The rows of a file of a statistics program.

    Parameters and errors: as for `sheets.read_sheet`.
    """
    columns, meta = _columns_of(where, kind, content)
    names = list(meta.column_names)
    if not names:
        raise OperationFailed(f"{where}: {KINDS[kind]} without columns")
    # 1 may be labelled "Full member".
    labels = [{} if coded(names) else meta.variable_value_labels.get(name, {}) for name in names]
    for at, name in enumerate(names):
        if missing := _said_missing(meta, name, labels[at]):
            columns[name] = [None if missing(value) else value for value in columns[name]]
        if kind == "stata" and (period := _PERIODS.get(str(meta.original_variable_types.get(name))[:3])):
            columns[name] = [_of_period(value, period) for value in columns[name]]
    body = [
        [text_of_cell(labelled.get(value, value)) for value, labelled in zip(row, labels, strict=True)]
        for row in zip(*(columns[name] for name in names), strict=True)
    ]
    return Sheet([names, *body], [f"the table is {KINDS[kind]}"])


def _columns_of(where: str, kind: str, content: bytes) -> tuple[dict[str, list[Any]], Any]:
    """The values of each column, and what the file says of the columns."""
    import pyreadstat

    name, suffix = _READERS[kind]
    read = getattr(pyreadstat, name)
    # What a program counts as missing may have a label, which says more than nothing: "No answer".
    more = {"user_missing": True} if kind in ("stata", "spss") else {}
    with NamedTemporaryFile(suffix=suffix) as file:  # it reads files by name only
        file.write(content)
        file.flush()
        try:
            return read(file.name, output_format="dict", **more)  # type: ignore[no-any-return]
        except pyreadstat.ReadstatError as error:
            # Whether it is damaged or of a kind that is not known, the program that wrote it can tell.
            raise OperationFailed(
                f"{where}: {KINDS[kind]} that cannot be read ({error}); it may be cut short: get it anew,"
                " or if it opens in its own program, save the table as CSV there"
            ) from None
        except UnicodeDecodeError:
            return read(file.name, output_format="dict", encoding="LATIN1", **more)  # type: ignore[no-any-return]


def _said_missing(meta: Any, name: str, labelled: Mapping[Any, str]) -> Callable[[Any], bool] | None:
    """Which values of a column are missing by the file itself, and have no label that is read; None if none are."""
    values = set(meta.missing_user_values.get(name, ()))
    ranges = [(one["lo"], one["hi"]) for one in meta.missing_ranges.get(name, ())]
    if not values and not ranges:
        return None

    def is_missing(value: Any) -> bool:
        if value is None or value in labelled:
            return False
        return value in values or any(
            low <= value <= high for low, high in ranges if isinstance(value, str) == isinstance(low, str)
        )

    return is_missing


_PERIODS = {"%tm": 12, "%tq": 4, "%th": 2}
"""Stata's formats of dates that are no days, and how many of them a year has: they are counted from 1960."""


def _of_period(value: Any, many: int) -> Any:
    """A month, quarter or half of a year as a text: 364 is 1990-05, or 2051-Q1."""
    if not isinstance(value, int | float) or value != value or value != int(value):
        return value
    year, part = divmod(int(value), many)
    return f"{1960 + year}-{part + 1:02}" if many == 12 else f"{'Q' if many == 4 else 'H'}{part + 1} {1960 + year}"
