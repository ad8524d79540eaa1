"""The user's own map from the names of a source to what they mean, which comes before the lists."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from ...errors import InvalidRequest, OperationFailed
from ...files import reading
from ...model.known.authority import authority
from ...model.known.bodies import bodies
from .ids import id_for

__all__ = ["own_names", "read_own_names"]


def own_names(pairs: Iterable[str] = (), path: Path | None = None) -> dict[str, str]:
    """The user's own map from names to what they mean: `NAME=OTHER`, and a table with the columns `name` and `id`.

    The other name may be a name or id of the lists, or any name at all; nothing behind the sign keeps a name apart. Of
    several signs the last one parts them, as in `NATO (1=yes)=NATO`.

    Parameters
    ----------
    pairs : iterable of str
        The pairs, which come before the table.
    path : Path, optional
        The table.

    Returns
    -------
    dict of str to str
        The id of each name; "" for a name that is kept apart.

    Raises
    ------
    InvalidRequest
        If a pair is none, or what it names may be several states.
    OperationFailed
        If the table cannot be read.

    >>> own_names(["Burma=Myanmar", "Rhodesia=", "Utopia=Atlantis"])
    {'Burma': 'myanmar', 'Rhodesia': '', 'Utopia': 'atlantis'}
    >>> own_names(["NATO (1=yes)=NATO"])
    {'NATO (1=yes)': 'nato'}
    """
    found = read_own_names(path) if path is not None else {}
    for pair in pairs:
        name, sign, other = pair.rpartition("=")
        if not sign or not name.strip():
            raise InvalidRequest(f"--same takes NAME=NAME, such as Burma=Myanmar, not {pair!r}")
        found[name.strip()] = other.strip()
    return {name: _meant(name, other) for name, other in found.items()}


def _meant(name: str, other: str) -> str:
    """The id of what a map says that a name is."""
    states = authority()
    if not other or other in states or bodies().get(other) is not None:
        return other
    match = states.find(other)
    if match.ambiguous:
        labels = " or ".join(f'"{name}={state.label}"' for state in match.candidates)
        raise InvalidRequest(f"{other!r} may be several states; say which: --same {labels}")
    if match.state is not None:
        return match.state.id
    body = bodies().named(other)
    return body.id if body is not None else id_for(other)


def read_own_names(path: Path) -> dict[str, str]:
    """Read a map of names to ids: a CSV table with the columns `name` and `id`.

    Parameters
    ----------
    path : Path
        The table. A row without an id keeps the name apart.

    Returns
    -------
    dict of str to str
        The id of each name.

    Raises
    ------
    OperationFailed
        If it cannot be read, a column is missing, a row has no name, or a name has two ids.
    """
    found: dict[str, str] = {}
    with reading(path), path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, skipinitialspace=True)
        columns = {(column or "").strip().lower(): column for column in reader.fieldnames or []}
        if lacking := [column for column in ("name", "id") if column not in columns]:
            has = ", ".join(reader.fieldnames or []) or "none"
            raise OperationFailed(f"{path}: no column {lacking[0]!r}; the columns are name and id, these are: {has}")
        for row in reader:
            name, state_id = ((row[columns[column]] or "").strip() for column in ("name", "id"))
            if not name:
                raise OperationFailed(f"{path}: line {reader.line_num}: no name", file=path, line=reader.line_num)
            if found.setdefault(name, state_id) != state_id:
                problem = f"{name!r} is mapped to {found[name]!r} and to {state_id!r}"
                raise OperationFailed(f"{path}: line {reader.line_num}: {problem}", file=path, line=reader.line_num)
    return found
