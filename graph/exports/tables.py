"""The graph as CSV (RFC 4180): memberships that blocs reads back, and nodes and edges for Gephi and Cytoscape."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..escaping import as_cell_text
from .memberships import COLUMNS, Membership, table_rows

if TYPE_CHECKING:
    import networkx

    from ..model.known.codes import StateCodes

__all__ = ["edges_csv", "memberships_csv", "nodes_csv"]


def memberships_csv(found: list[Membership], codes: StateCodes, year: int | None = None) -> bytes:
    """Memberships as CSV, one a row, with the columns that `--data` and `import csv` read.

    Parameters
    ----------
    found : list of tuple
        Memberships, as `exports.memberships.memberships` gives them.
    codes : StateCodes
        The codes of members that have columns: those in the year in which the membership ended.
    year : int, optional
        The year of the codes where it did not end.

    Returns
    -------
    bytes
    """
    rows = (
        row | dict(zip(codes.columns, _blank(codes.of(member, int(span.end[:4]) if span.end else year)), strict=True))
        for row, (span, member, _) in zip(table_rows(found), found, strict=True)
    )
    return _csv((*COLUMNS, *codes.columns), rows)


def nodes_csv(
    facts: networkx.MultiDiGraph[str], codes: Mapping[str, Mapping[str, int | str | None]] | None = None
) -> bytes:
    """Entities as CSV, one a row, with the columns that Gephi and Cytoscape look for (`id`, `label`).

    Parameters
    ----------
    facts : networkx.MultiDiGraph
        Entities and facts, as `entity_graph` gives them.
    codes : dict, optional
        The codes of each node, by the names of their columns.

    Returns
    -------
    bytes
    """
    held = codes or {}
    columns = next((tuple(one) for one in held.values()), ())
    rows = (
        {"id": node, **data, **dict(zip(columns, _blank(held.get(node, {}).values()), strict=False))}
        for node, data in facts.nodes(data=True)
    )
    return _csv(("id", "label", "kind", "iri", *columns), rows)


def _blank(codes: Iterable[int | str | None]) -> list[int | str]:
    """Codes as cells: empty where there is none."""
    return ["" if code is None else code for code in codes]


def edges_csv(facts: networkx.MultiDiGraph[str]) -> bytes:
    """Facts as CSV, one a row, with the columns that Gephi and Cytoscape look for (`source`, `target`).

    Parameters
    ----------
    facts : networkx.MultiDiGraph
        Entities and facts, as `entity_graph` gives them.

    Returns
    -------
    bytes
    """
    edges = facts.edges(keys=True, data=True)
    rows = (
        {"source": tail, "target": head, "id": key, **data, "source_kind": _kinds(facts.nodes[tail])}
        for tail, head, key, data in edges
    )
    first = ("source", "target", "label", "relation", "basis", "role", "percent", "startDate", "endDate")
    return _csv((*first, "quote", "paragraph", "cited", "rule", "id", "fact", "source_kind"), rows)


def _kinds(node: Mapping[str, Any]) -> str:
    """What a node is."""
    return str(node.get("kinds") or node.get("kind", ""))


def _csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as CSV; columns that only some rows have follow those that all have."""
    found = list(rows)
    header = list(dict.fromkeys([*columns, *sorted({name for row in found for name in row})]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    texts = _Texts()
    writer.writerows(
        [texts[cell] if isinstance(cell := row.get(name, ""), str) else cell for name in header] for row in found
    )
    return out.getvalue().encode("utf-8", "backslashreplace")


class _Texts(dict[str, str]):
    """Texts as cells hold them, each worked out once."""

    def __missing__(self, text: str) -> str:
        self[text] = cell = as_cell_text(text)
        return cell
