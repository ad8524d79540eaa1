"""Tables that `blocs export` wrote: of memberships, and those of facts and nodes for Gephi and Cytoscape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...amounts import shortened
from ...errors import InvalidRequest
from ...escaping import of_cell_text
from ...model.roles import FULL
from ...rdf.terms import id_of
from ..files.exported_quotes import evidence_cells
from ..important import Important
from ..tables.tabular import Records, Table

__all__ = ["EXPORTED", "read_exported"]

EXPORTED = {"member", "organization", "role", "basis", "member_id", "member_label", "organization_id"}
"""Columns by which a table of memberships is known."""

_EDGES = {"source", "target", "relation", "basis", "fact"}
_ANSWER = {"id", "label", "basis"}
_NODES = {"id", "label", "kind", "iri", "abbreviation", "aliases"}
_OURS = (
    "member", "organization", "role", "start", "end", "basis", "member_id", "member_label", "member_kind",
    "organization_id",
)  # fmt: skip
_MEMBER = "member"
_MOST_QUOTES = 9


def read_exported(table: Table) -> None:
    """Read the cells of a table that blocs exported as it wrote them.

    A table of facts gets the columns of a table of memberships; facts of other kinds are left out, which is said.

    Parameters
    ----------
    table : Table
        The table; it is changed in place if blocs exported it.

    Raises
    ------
    InvalidRequest
        If it is the table of nodes or an answer, which do not say who is in what.
    """
    header = set(table.header)
    if header >= _NODES and "organization" not in header:
        raise InvalidRequest(
            f"{table.where} is a list of nodes, as blocs export --format csv-nodes writes it, and does not say who is"
            " in what; use the table that --format csv-edges or --format csv writes"
        )
    if header >= _ANSWER and not header & {"member", "organization", "body", "target"}:
        raise InvalidRequest(
            f"{table.where} is an answer of blocs ({', '.join(table.header[:4])}), which does not say what these"
            " are in; use the table that blocs export --format csv writes, or if all are in one body, say:"
            ' --organization NAME --map "label=member"'
        )
    if header >= EXPORTED or header >= _EDGES:
        table.sample = [list(map(of_cell_text, cells)) for cells in table.sample]
        table.records = ((number, list(map(of_cell_text, cells))) for number, cells in table.records)
    if header >= _EDGES:
        _keep_memberships(table)


def _keep_memberships(table: Table) -> None:
    """Give a table of facts the columns of a table of memberships."""
    places = {name: at for at, name in enumerate(table.header)}
    left_out: Counter[str] = Counter()
    further = [f"{name} {number}" for number in range(2, _MOST_QUOTES + 1) for name in ("quote", "paragraph", "source")]
    columns = [*_OURS, "quote", "paragraph", "source", *further]

    def row_of(cells: list[str]) -> list[str] | None:
        said = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
        if said["relation"] != _MEMBER:
            left_out[id_of(said["relation"])] += 1
            return None
        row = {
            "member": said["source"],
            "organization": said["target"],
            "role": said.get("role") or FULL,
            "start": said.get("startDate", ""),
            "end": said.get("endDate", ""),
            "basis": said["basis"],
            "member_id": said["source"],
            "member_label": said["source"],
            "member_kind": said.get("source_kind", ""),
            "organization_id": said["target"],
            **evidence_cells(said),
        }
        if f"quote {_MOST_QUOTES + 1}" in row:
            left_out["quotes behind the ninth of a membership"] += 1
        return [row.get(name, "") for name in columns]

    def records(before: Records) -> Iterator[tuple[int, list[str]]]:
        for number, cells in before:
            if (row := row_of(cells)) is not None:
                yield number, row
        if left_out:
            kinds = shortened(f"{kind} ({count})" for kind, count in left_out.most_common())
            table.notes.append(Important(f"left out, as they are no memberships: {kinds}"))

    table.sample = [row for cells in table.sample if (row := row_of(cells)) is not None]
    left_out.clear()
    table.records = records(table.records)
    table.header = columns
    table.notes.append("read as facts that blocs exported; they have no names of states and bodies, only ids")
