"""Wikidata's own JSON (Special:EntityData, dumps, the REST API, …) as the RDF that it gives of the same entities.

The JSON has ids in the place of names: of others than the entities in it there is no name, which is said.
See https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from .json_lines import json_in
from .wikibase_rest import as_dumped, mapping
from .wikibase_simple import is_simple, unfolded

__all__ = ["begins_so", "json_ld", "read"]

_ENTITY, _PROP = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/"
_WIKIBASE, _LABEL = "http://wikiba.se/ontology#", "http://www.w3.org/2000/01/rdf-schema#label"
_ALIAS, _XSD = "http://www.w3.org/2004/02/skos/core#altLabel", "http://www.w3.org/2001/XMLSchema#"
_RANKS = {"preferred": "PreferredRank", "normal": "NormalRank", "deprecated": "DeprecatedRank"}

_BEGINNING = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:"(?:success|api-version)"\s*:\s*\d+\s*,\s*)?"entities"\s*:\s*\{\s*"[QPL]\d+"\s*:'
    # What wikibase-cli writes: entities by their ids, without anything around them.
    rb'|\{\s*"[QPL]\d+"\s*:\s*\{(?=.*"(?:labels|claims)"\s*:)'
    rb'|\[?\s*\{(?=[^{}\[\]]*"(?:type"\s*:\s*"(?:item|property)"|id"\s*:\s*"[QPL]\d+"))(?=.*"(?:labels|claims)"\s*:)'
    # What wbgetclaims answers: the statements of one entity.
    rb'|\{\s*"claims"\s*:\s*\{\s*"P\d+"\s*:\s*\['
    # The REST API's statements alone: each has its property and its value beside it.
    rb'|\{\s*(?:"P\d+"\s*:\s*\[\s*\{|"id"\s*:\s*"[QPL]\d+\$)(?=.*"property"\s*:\s*\{)(?=.*"value"\s*:\s*\{))',
    re.DOTALL,
)

_ID = re.compile(r"[QPL]\d+")

Json = Mapping[str, Any]


def begins_so(start: bytes) -> bool:
    """Whether a file seems to be Wikidata's own JSON, by its first bytes.

    Parameters
    ----------
    start : bytes
        The first bytes.

    Returns
    -------
    bool

    >>> begins_so(b'{"entities": {"Q1": {"id": "Q1", "labels": {}}}}'), begins_so(b'{"entities": [{"name": "A"}]}')
    (True, False)
    """
    return _BEGINNING.match(start) is not None


def read(content: bytes) -> list[Json] | None:
    """The entities of a file: one, several under "entities", a list, or one a line; None if it is something else.

    Parameters
    ----------
    content : bytes
        What is in it.

    Returns
    -------
    list of mapping, or None
    """
    document = json_in(content, behind=b",")
    if isinstance(document, Mapping):
        inside = document.get("entities")
        by_id = document and all(_ID.fullmatch(key) and isinstance(one, Mapping) for key, one in document.items())
        inside = document if by_id else inside
        document = list(inside.values()) if isinstance(inside, Mapping) else [document]
    entities = [one for one in document or () if isinstance(one, Mapping)]
    dumped = [_dumped(one) for one in entities]
    return [one for one in dumped if one is not None] or None


def _dumped(entity: Json) -> Json | None:
    """An entity in the form of the dumps, whatever wrote it; None of anything else."""
    if not isinstance(entity.get("claims"), Mapping | list):
        return as_dumped(entity)
    return unfolded(entity) if is_simple(entity) else entity


def json_ld(entities: list[Json]) -> str:
    """The same as JSON-LD: statements with rank, qualifiers and references, and the short form of the best ones.

    Parameters
    ----------
    entities : list of mapping
        The entities.

    Returns
    -------
    str
        A JSON-LD document.
    """
    own = [str(one.get("id") or _id_in_statements(one) or f"unknown-{at}") for at, one in enumerate(entities, 1)]
    return json.dumps([_entity(one, id_) for one, id_ in zip(entities, own, strict=True)], ensure_ascii=False)


def _id_in_statements(entity: Json) -> str:
    """The id of an entity, of which only statements are given, by the ids of these: "Q117$6e2…"; "" if none has one."""
    statements = (one for some in mapping(entity.get("claims")).values() for one in some)
    return next((own for one in statements if (own := str(one.get("id") or "").partition("$")[0].upper())), "")


def _entity(entity: Json, own: str) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _ENTITY + own, "@type": [_WIKIBASE + "Item"]}
    labels, aliases = mapping(entity.get("labels")), mapping(entity.get("aliases"))
    node[_LABEL] = [_text(label["value"], language) for language, label in labels.items()]
    node[_ALIAS] = [_text(each["value"], language) for language, some in aliases.items() for each in some]
    for property_, statements in mapping(entity.get("claims")).items():
        known = [each for each in statements if each.get("rank") != "deprecated"]
        best = [each for each in known if each.get("rank") == "preferred"] or known
        values = [_value(each.get("mainsnak", {})) for each in best]
        short = [value for value in values if value is not None and not value.get("@id", "").startswith("_:")]
        node[f"{_PROP}direct/{property_}"] = short
        node[_PROP + property_] = [
            _statement(property_, each, f"{own}-{property_}-{at}") for at, each in enumerate(statements)
        ]
    return node


def _statement(property_: str, statement: Json, own: str) -> dict[str, Any]:
    """A statement as a node of its own, also where a program has left out its id, as many do."""
    main = statement.get("mainsnak", {})
    node: dict[str, Any] = {
        "@id": f"{_ENTITY}statement/{str(statement.get('id') or own).replace('$', '-')}",
        _WIKIBASE + "rank": [{"@id": _WIKIBASE + _RANKS.get(str(statement.get("rank")), "NormalRank")}],
    }
    value = _value(main)
    if value is None:
        node["@type"] = [f"{_PROP}novalue/{property_}"]
    else:
        node[f"{_PROP}statement/{property_}"] = [value]
    for qualifier, snaks in mapping(statement.get("qualifiers")).items():
        values = [value for snak in snaks if (value := _value(snak)) is not None]
        node[f"{_PROP}qualifier/{qualifier}"] = values
        if times := [time for snak in snaks if (time := _time(snak)) is not None]:
            node[f"{_PROP}qualifier/value/{qualifier}"] = times
    references = [mapping(reference.get("snaks")) for reference in statement.get("references", [])]
    node["http://www.w3.org/ns/prov#wasDerivedFrom"] = [
        {f"{_PROP}reference/{name}": [value for snak in snaks if (value := _value(snak)) is not None]
         for name, snaks in reference.items()}
        for reference in references
    ]  # fmt: skip
    return node


def _value(snak: Json) -> dict[str, Any] | None:
    """The value of a snak; a blank node for some value, None for no value."""
    if snak.get("snaktype") == "novalue":
        return None
    if snak.get("snaktype") == "somevalue" or "datavalue" not in snak:
        return {"@id": f"_:some{snak.get('hash') or id(snak)}"}
    value, kind = snak["datavalue"]["value"], snak["datavalue"].get("type")
    if kind == "wikibase-entityid":
        return {"@id": _ENTITY + str(value.get("id") or f"Q{value.get('numeric-id')}")}
    if kind == "time":
        return {"@value": _iso(value), "@type": _XSD + "dateTime"}
    if kind == "monolingualtext":
        return _text(value["text"], value["language"])
    if kind == "string" and snak.get("datatype") == "url":
        return {"@id": value}
    return {"@value": value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}


def _time(snak: Json) -> dict[str, Any] | None:
    """A date with its precision; None if a snak has none."""
    value = snak.get("datavalue", {}).get("value")
    if not isinstance(value, Mapping) or "time" not in value:
        return None
    return {
        _WIKIBASE + "timeValue": [{"@value": _iso(value), "@type": _XSD + "dateTime"}],
        _WIKIBASE + "timePrecision": [
            {"@value": str(value.get("precision") or _precision(str(value["time"]))), "@type": _XSD + "integer"}
        ],
    }


_UNKNOWN = re.compile(r"-00(?=-|T|$)")
"""A month or a day that is not known."""


def _precision(time: str) -> int:
    """Wikidata's code for how much of a time is known, where it is not said: 11 is a day, 10 a month, 9 a year.

    >>> _precision("+1958-00-00T00:00:00Z"), _precision("+1958-03-00T00:00:00Z"), _precision("+1958-03-08T00:00:00Z")
    (9, 10, 11)
    """
    return 11 - len(_UNKNOWN.findall(time))


def _iso(value: Json) -> str:
    """The time as RDF has it: the unknown month and day of a year are its first."""
    return _UNKNOWN.sub("-01", str(value["time"]).removeprefix("+"))


def _text(text: str, language: str) -> dict[str, str]:
    return {"@value": text, "@language": language}
