"""Tables in JSON: a list of records, one record a line, results of a SPARQL query, or names with lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ...errors import OperationFailed
from ..cells.cell_texts import text_of_cell
from ..files.beginnings import is_popolo
from ..files.joined_lists import joined_lists
from ..files.json_texts import parsed_json
from ..files.oparl_types import is_oparl
from ..files.popolo_lines import are_popolo
from ..important import Important
from ..names.known_names import states_in
from ..planning.keys import count_known, key_of
from ..planning.titles import body_named_in
from ..planning.words.people_words import body_of_people, called_after
from ..record_sides import NAMED, OTHER_SIDE, Sides, called_in, list_of_records, renamed, side_called, side_of_list
from ..records import rows_of_records
from .json_pages import pages_missing
from .json_shells import without_shells
from .json_wrappers import without_wrappers

__all__ = ["json_rows", "json_side", "rows_in", "toml_rows", "xml_result_rows"]

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DEEPEST = 4
_PATTERN = re.compile(r"/\*+(?:/|$)|^\*+/")
"""What stands for several folders, and for nobody's name."""
_WAY_OUT = 'write a list of records: [{"member": "…", "organization": "…"}, …]'


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
    if isinstance(found, dict) and isinstance(found.get("results"), dict):
        names = list(found.get("head", {}).get("vars", []))
        bindings = found["results"].get("bindings", [])
        return [names, *([_bound(one.get(name, {})) for name in names] for one in bindings)]
    if _is_popolo(found):
        raise OperationFailed(f"{where} is Popolo; it is read by: blocs import rdf {where}")
    if is_oparl(found):
        raise OperationFailed(f"{where} is OParl; it is read by: blocs import rdf {where}")
    if any(isinstance(one, dict) and "@context" in one for one in (found if isinstance(found, list) else [found])):
        raise OperationFailed(f"{where} is JSON-LD; it is read by: blocs import rdf {where}")
    if (rows := _grid(found)) is not None:
        return [[text_of_cell(cell) for cell in row] for row in rows]
    if isinstance(found, dict) and (ties := _of_network(where, found, [] if notes is None else notes)) is not None:
        return ties
    records = _records_in(where, without_shells(found), notes=notes)
    if records is None:
        way_out = _WAYS_OUT.get(form, _WAY_OUT)
        rdf = f"; {_OF_RDF[form]}" if form in _OF_RDF else ""
        raise OperationFailed(f"{where} is {form} without a list of records; {way_out}{rdf}")
    if notes is not None and (missing := pages_missing(found, len(records))):
        notes.append(Important(missing))
    return rows_of_records(records, notes)


def _is_popolo(found: Any) -> bool:
    """Whether it is Popolo that is read as RDF: with things or ids as the ends of memberships, and no mere names."""
    if isinstance(found, list):
        return all(isinstance(one, dict) for one in found) and are_popolo(found)
    if not isinstance(found, dict) or "memberships" not in found or not found.keys() & {"persons", "organizations"}:
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


def _grid(found: Any) -> list[list[Any]] | None:
    """A table that is written as rows of cells or as columns, as programs do; None if it is not."""
    if isinstance(found, list) and len(found) > 1 and all(isinstance(row, list) for row in found):
        return found if all(isinstance(name, str) for name in found[0]) else None
    if not isinstance(found, dict):
        return None
    columns, data = found.get("columns"), found.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(row, list) for row in data):
        return [columns, *data]
    if count_known(list(found)) < 2:
        return None
    if all(isinstance(column, list) for column in found.values()):
        cells = list(found.values())
    elif all(isinstance(column, dict) for column in found.values()):
        keys = list(dict.fromkeys(key for column in found.values() for key in column))
        if any(map(side_called, keys)):
            return None  # records by their names, not cells by those of their rows
        cells = [[column.get(key) for key in keys] for column in found.values()]
    else:
        return None
    if any(isinstance(cell, dict) for column in cells for cell in column):
        return None  # lists of records, not columns
    return [list(found), *map(list, zip(*cells, strict=False))] if len({len(each) for each in cells}) == 1 else None


def _records_in(where: str, found: Any, depth: int = 0, notes: list[str] | None = None) -> list[dict[str, Any]] | None:
    """The records of a JSON value, whatever is around them; None if it has none."""
    if isinstance(found, list):
        if found and all(isinstance(one, dict) for one in found):
            return found
        lists = [records for each in found if (records := list_of_records(each)) is not None]
        # The World Bank's way: what the answer is of, then its records.
        return lists[0] if len(lists) == 1 and all(isinstance(each, dict | list) for each in found) else None
    if not isinstance(found, dict) or not found or depth > _DEEPEST:
        return None
    if (shapes := _shapes(found)) is not None:
        return [one["properties"] for one in shapes if isinstance(one.get("properties"), dict)] or None
    if _is_json_api(found):
        return [_resolved(one, found.get("included", [])) for one in found["data"]]
    inside = {key: records for key, value in found.items() if (records := list_of_records(value)) is not None}
    if len(inside) == 1 and all(_says_nothing(value) for key, value in found.items() if key not in inside):
        return _of_one(found, *next(iter(inside.items())), [] if notes is None else notes)
    if len(inside) > 2 and (joined := joined_lists(inside)) is not None:
        return joined
    if len(inside) == len(found) > 1:
        # Names, each with a list of records: the name is a field of them.
        side = json_side(where, list(found), [])
        return [{side: key, **one} for key, records in inside.items() for one in records]
    if len(inside) > 1:
        raise OperationFailed(f"{where}: several lists of records are in it: {', '.join(inside)}; keep one")
    if all(_texts(value) is not None for value in found.values()):
        # Names, each with a list of names.
        others = [each for value in found.values() for each in _texts(value) or ()]
        side = json_side(where, list(found), others)
        other = "organization" if side == "member" else "member"
        return [{side: key, other: each} for key, value in found.items() for each in _texts(value) or ()]
    inner = next(iter(found.values()))
    if len(found) == 1 and isinstance(inner, dict) and len(inner) > 1 and _names_that_list(inner, None) is not None:
        return _records_in(where, inner, depth + 1, notes)  # what is around them is a shell
    if (inside_it := _wrapped(found)) is not None:
        return _records_in(where, inside_it, depth + 1, notes)
    if (keyed := _by_names(where, found)) is not None:
        return keyed
    if (of_names := _names_that_list(found, notes)) is not None:
        return of_names
    if all(isinstance(value, dict) and _name_of(value) for value in found.values()):
        return [{"code": key, **value} for key, value in found.items()]  # what they are called is in them
    if len(found) > 1 and all(isinstance(value, dict) and _has_fields(value) for value in found.values()):
        inner = [name for value in found.values() for name in value]
        inner = [] if count_known(inner) else inner
        side = Sides(found.values()).around(found.values()) if states_in(found) < 0.5 else ""
        side = side or json_side(where, list(found), inner)
        return [{side: key, **value} for key, value in found.items()]
    if len(found) == 1:
        return _records_in(where, next(iter(found.values())), depth + 1, notes)
    named = [name for name, value in found.items() if isinstance(value, str | int | float)]
    if any(any(map(_PATTERN.search, texts)) for value in found.values() if (texts := _texts(value))):
        return None  # the settings of a program, whose "members" are folders
    if depth == 0 and count_known(named):
        return [found]  # one record alone
    listing = {key: texts for key, value in found.items() if (texts := _texts(value)) and side_called(key)}
    if len(listing) == 1:
        ((listed, names),) = listing.items()
        return _records_in(where, {**found, listed: [{"name": name} for name in names]}, depth + 1, notes)
    return None


def _names_that_list(found: Mapping[str, Any], notes: list[str] | None) -> list[dict[str, Any]] | None:
    """Names, each with a record that lists its members or bodies: {"NATO": {"members": […]}}; None of anything else.

    One name alone may be that of a shell, which none of them is that is written as a name.
    """
    if not all(isinstance(value, dict) and not _name_of(value) for value in found.values()):
        return None
    if count_known(list(found)) and (len(found) == 1 or all(name == name.lower() for name in found)):
        return None  # names of fields
    told = Sides(found.values())
    sides = [
        {side for key, each in value.items() if isinstance(each, list) and (side := told.called(key))}
        for value in found.values()
    ]
    if any(len(one) != 1 for one in sides) or len(set.union(*sides)) != 1:
        return None
    other = OTHER_SIDE[sides[0].pop()]
    if len(found) == 1:
        ((name, value),) = found.items()
        if name == name.lower() or any(side_called(key) == other for key in value):
            return None
        if notes is not None:
            notes.append(Important(f"{name!r} was taken for the {other} of all that is listed in it"))
    return [{other: name, **value} for name, value in found.items()]


_WRAPPERS = ("data", "result", "results", "items", "records", "rows", "entries", "response", "content", "list")


def _wrapped(found: Mapping[str, Any]) -> dict[str, Any] | None:
    """Records by names or codes behind the word for what they are: {"countries": {"GH": {…}}}; None if none are."""
    keyed = {
        key: value
        for key, value in found.items()
        if isinstance(value, dict) and value and all(isinstance(one, dict) and one for one in value.values())
    }
    if len(keyed) != 1 or not all(_says_nothing(value) for key, value in found.items() if key not in keyed):
        return None
    ((name, records),) = keyed.items()
    key = key_of(name)
    return records if side_called(name) or called_after(key) or key in _WRAPPERS else None


def _of_one(
    found: Mapping[str, Any], listed: str, records: list[dict[str, Any]], notes: list[str]
) -> list[dict[str, Any]]:
    """The records of a list beside which the one is named that they all are of: {"group": "G8", "members": […]}."""
    side = side_of_list(listed, records)
    other = OTHER_SIDE.get(side, "")
    said = {key: called_in(value) if isinstance(value, dict) else value for key, value in found.items()}
    texts = {key: value for key, value in said.items() if isinstance(value, str) and value.strip()}
    named = {key: text for key, text in texts.items() if key not in NAMED and side_called(key) == other}
    if not named and side_called(listed) and _OF_MEMBERS.search(key_of(listed)):
        titles = {key: body_named_in([texts[key]])[0] for key in ("name", "title") if key in texts}
        named = {key: body or texts[key] for key, body in titles.items() if body or key == "name"}
    inside = {key: text for key, text in texts.items() if body_of_people(key_of(key)) and key not in named}
    # The chamber or party that all in the list are in is what a column says then.
    records = [{**inside, **one} for one in records]
    if not other or len(named) != 1 or any(side_called(field) == other for one in records for field in one):
        return [renamed(one, listed) if "text" in one else one for one in records]
    ((key, name),) = named.items()
    notes.append(Important(f"{name!r} was taken for the {other} of all in {listed!r}, as {key!r} beside them says"))
    return [{other: name, **renamed(one, listed)} for one in records]


_OF_MEMBERS = re.compile("member|mitglied|membre|miembro|membro|membri|člen|член")
"""What a list of members, or of memberships, is called after, so that the name beside it is what they are in."""


def _shapes(found: Mapping[str, Any]) -> list[Any] | None:
    """The shapes of a map, in GeoJSON or TopoJSON; None if it is none. What is told of each are its properties."""
    if found.get("type") == "FeatureCollection" and isinstance(found.get("features"), list):
        return [one for one in found["features"] if isinstance(one, dict)]
    if found.get("type") == "Topology" and isinstance(found.get("objects"), dict):
        return [one for each in found["objects"].values() for one in each.get("geometries", [each])]
    return None


def _is_json_api(found: Mapping[str, Any]) -> bool:
    """Whether a document is JSON:API: records that say with which others they are related."""
    records = list_of_records(found.get("data"))
    return records is not None and all(isinstance(one.get("relationships"), dict) for one in records)


def _resolved(record: Mapping[str, Any], included: list[Mapping[str, Any]]) -> dict[str, Any]:
    """A record of JSON:API with what it is related to in it, as far as the document has it."""
    others = {(one.get("type"), one.get("id")): one.get("attributes", {}) for one in included}
    row = dict(record.get("attributes", {}))
    for name, relation in record["relationships"].items():
        to = relation.get("data") if isinstance(relation, dict) else None
        if isinstance(to, dict):
            row[name] = others.get((to.get("type"), to.get("id"))) or to.get("id", "")
        elif isinstance(to, list):
            row[name] = [others.get((one.get("type"), one.get("id"))) or one.get("id", "") for one in to]
    return row


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


def _by_names(where: str, found: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Names, each with names that have records: {"NATO": {"France": {"from": 1949}}}; None if it is something else."""
    values = list(found.values())
    if not all(isinstance(value, dict) and value for value in values):
        return None
    inner = [(key, name, said) for key, value in found.items() for name, said in value.items()]
    if all(_YEAR.fullmatch(name) and _texts(said) for _, name, said in inner):
        # Names, each with years that have lists of names: who joined then.
        side = json_side(where, list(found), [each for _, _, said in inner for each in said])
        return [{side: key, OTHER_SIDE[side]: each, "start": year} for key, year, said in inner for each in said]
    if not all(isinstance(said, dict) for _, _, said in inner) or count_known([name for _, name, _ in inner]):
        return None
    side = json_side(where, list(found), [name for _, name, _ in inner])
    return [{side: key, OTHER_SIDE[side]: name, **said} for key, name, said in inner]


def _says_nothing(value: Any) -> bool:
    """Whether what stands beside a list of records has none itself: numbers, texts, a few of them under one name."""
    if isinstance(value, dict):
        return all(_says_nothing(part) for part in value.values())
    return not isinstance(value, list) or all(isinstance(each, int | float) for each in value)


def _has_fields(value: Mapping[str, Any]) -> bool:
    """Whether a value is a record rather than a shell around another one."""
    return bool(value) and not (len(value) == 1 and isinstance(next(iter(value.values())), dict))


def _texts(value: Any) -> list[str] | None:
    return value if isinstance(value, list) and all(isinstance(one, str) for one in value) else None


def json_side(where: str, keys: list[str], others: list[str]) -> str:
    """Whether the names before lists are members or organizations: which of them are states.

    Parameters
    ----------
    where : str
        The file, for messages.
    keys, others : list of str
        The names before the lists, and those in them.

    Returns
    -------
    str
        "member" or "organization".

    Raises
    ------
    OperationFailed
        If it is not clear.
    """
    from ...model.known.authority import authority

    def share(names: Iterable[str]) -> float:
        some = list(dict.fromkeys(names))[:60]
        return sum(bool(authority().find(name).candidates) for name in some) / max(len(some), 1)

    ours, theirs = share(keys), share(others)
    if ours > 0.6 and theirs < 0.4:
        return "member"
    if ours < 0.4 and (theirs > 0.6 or not others):
        return "organization"
    raise OperationFailed(f"{where}: it is not clear whether {keys[0]!r} is a member or an organization; {_WAY_OUT}")


def _name_of(value: Mapping[str, Any]) -> str:
    """The field in which a record has its name, or a part of a name; "" if it has none."""
    return next((each for each in NAMED if isinstance(value.get(each), str) and len(value) > 1), "")
