"""Tables in JSON: a list of records, one record a line, results of a SPARQL query, or names with lists of names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...amounts import shortened
from ...errors import OperationFailed
from ..cells.cell_texts import text_of_cell
from ..files.beginnings import is_popolo, names_a_member
from ..files.json_texts import parsed_json
from ..files.json_values import date_of
from ..files.oparl_types import is_oparl
from ..files.popolo_lines import are_popolo
from ..pages import pages_missing
from ..record_sides import list_of_records
from ..records import rows_of_records
from .json_grids import described_rows, grid_in
from .json_names import WAY_OUT
from .json_records import records_in
from .json_shells import without_shells
from .json_wrappers import without_wrappers

__all__ = ["json_rows", "rows_in", "toml_rows", "xml_result_rows"]

_WAYS_OUT = {
    "XML": "save what it says as a table with the columns member, organization",
    "YAML": "write a list of records: - {member: …, organization: …}",
}
_OF_RDF = {"JSON": "RDF in JSON-LD is read by: blocs import rdf", "XML": "RDF/XML begins with rdf:RDF"}


def json_rows(where: str, text: str, notes: list[str] | None = None) -> list[list[str]]:
    """A table in JSON as rows, the header first.

    Parameters
    ----------
    where : str
        The file, for messages.
    text : str
        The whole file.
    notes : list of str, optional
        Where it is said what gave no row.

    Returns
    -------
    list of rows

    Raises
    ------
    OperationFailed
        If it is no JSON, or no table is in it.

    >>> json_rows("t.json", '{"data": [{"country": {"name": "A"}, "bodies": ["B", "C"]}]}')
    [['country', 'bodies'], ['A', 'B; C']]
    """
    return rows_in(where, without_wrappers(parsed_json(where, text, notes)), notes=notes)


def toml_rows(where: str, text: str, notes: list[str] | None = None) -> list[list[str]]:
    """A table in TOML as rows, the header first: each `[[membership]]` is a record.

    Parameters
    ----------
    where : str
        The file, for messages.
    text : str
        The whole file.
    notes : list of str, optional
        Where it is said what gave no row.

    Returns
    -------
    list of rows

    Raises
    ------
    OperationFailed
        If it is no TOML, or no table is in it.

    >>> toml_rows("t.toml", '[[membership]]\\ncountry = "A"\\norg = "B"')
    [['country', 'org'], ['A', 'B']]
    """
    import tomllib

    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise OperationFailed(f"{where}: not valid TOML: {error}") from None
    return rows_in(where, found, notes=notes)


def rows_in(where: str, found: Any, form: str = "JSON", notes: list[str] | None = None) -> list[list[str]]:
    """The table in a parsed file.

    Parameters
    ----------
    where : str
        The file, for messages.
    found : object
        What is in it, as JSON has it.
    form : str
        What the file is, for messages.
    notes : list of str, optional
        Where it is said what gave no row.

    Returns
    -------
    list of rows

    Raises
    ------
    OperationFailed
        If no table is in it.
    """
    said = [] if notes is None else notes
    if (results := _query_results(where, found)) is not None:
        return results
    if _is_popolo(found):
        raise OperationFailed(f"{where} is Popolo; it is read by: blocs import rdf {where}")
    if is_oparl(found):
        raise OperationFailed(f"{where} is OParl; it is read by: blocs import rdf {where}")
    if any(isinstance(one, dict) and "@context" in one for one in (found if isinstance(found, list) else [found])):
        raise OperationFailed(f"{where} is JSON-LD; it is read by: blocs import rdf {where}")
    described = described_rows(found)
    rows = described if described and isinstance(described[0], list) else grid_in(found)
    if rows is not None:
        _say_of_pages(found, len(rows) - 1, said)
        return [[text_of_cell(date_of(cell)) for cell in row] for row in rows]
    if isinstance(found, dict) and (ties := _of_network(where, found, said)) is not None:
        return ties
    dates: list[Any] = []
    records = records_in(where, without_shells(found if described is None else described, dates), notes=said)
    if records is None:
        way_out = _WAYS_OUT.get(form, WAY_OUT)
        rdf = f"; {_OF_RDF[form]}" if form in _OF_RDF else ""
        raise OperationFailed(f"{where} is {form} without a list of records; {way_out}{rdf}")
    if dates:
        said.append(f"lists of numbers were read as dates: {shortened([str(one) for one in dates], 1)}")
    _say_of_pages(found, len(records), said)
    return rows_of_records(records, said)


def _say_of_pages(found: Any, number: int, notes: list[str]) -> None:
    if missing := pages_missing(found, number):
        notes.append(missing)


def _query_results(where: str, found: Any) -> list[list[str]] | None:
    """The results of a SPARQL query as rows; None of anything else."""
    head, results = (found.get("head"), found.get("results")) if isinstance(found, dict) else (None, None)
    if isinstance(head, dict) and isinstance(found.get("boolean"), bool):
        raise OperationFailed(f"{where}: the query results are yes or no, not a table")
    if not isinstance(head, dict) or not isinstance(head.get("vars"), list) or not isinstance(results, dict):
        return None
    names = list(head["vars"])
    return [names, *([_bound(one.get(name, {})) for name in names] for one in results.get("bindings", []))]


def _is_popolo(found: Any) -> bool:
    """Whether it is Popolo that is read as RDF: with things or ids as the ends of memberships, and no mere names."""
    if isinstance(found, list):
        return all(isinstance(one, dict) for one in found) and are_popolo(found)
    if not isinstance(found, dict) or "memberships" not in found or not found.keys() & {"persons", "organizations"}:
        return False
    members = list_of_records(found["memberships"])
    if members and "persons" not in found and not any(map(names_a_member, members)):
        return False
    import json

    return is_popolo(json.dumps(found, default=str).encode())


def _bound(term: Mapping[str, Any]) -> str:
    """What a variable is in a row; a blank node is written as such, since it is no text."""
    return ("_:" if term.get("type") == "bnode" else "") + str(term.get("value", ""))


def xml_result_rows(where: str, content: bytes) -> list[list[str]]:
    """The results of a SPARQL query in XML as rows, the names of the variables first.

    Parameters
    ----------
    where : str
        The file, for messages.
    content : bytes
        The whole file.

    Returns
    -------
    list of rows

    Raises
    ------
    OperationFailed
        If it is not what it seems to be.
    """
    from pyoxigraph import BlankNode, QueryResultsFormat, QuerySolutions, parse_query_results

    try:
        found = parse_query_results(content, format=QueryResultsFormat.XML)
        if not isinstance(found, QuerySolutions):
            raise OperationFailed(f"{where}: the query results are yes or no, not a table")
        names = [variable.value for variable in found.variables]
        return [
            names,
            *(
                [("_:" if isinstance(row[name], BlankNode) else "") + getattr(row[name], "value", "") for name in names]
                for row in found
            ),
        ]
    except (ValueError, SyntaxError, OSError) as error:
        raise OperationFailed(f"{where}: not valid query results in XML: {error}") from None


def _of_network(where: str, found: Mapping[str, Any], notes: list[str]) -> list[list[str]] | None:
    """The memberships of a network, as networkx, D3 and Cytoscape write them; None of anything else."""
    if "nodes" not in found and not any(isinstance(found.get(name), dict) for name in ("elements", "graph")):
        return None
    from ..networks.json_networks import json_network
    from ..networks.rows import rows_of_network

    network = json_network(where, found)
    if network is None:
        return None
    rows = rows_of_network(where, network)
    notes += ["the table is a network", *network.notes]
    return rows
