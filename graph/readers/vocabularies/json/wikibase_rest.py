"""Entities and statements as the REST API of Wikidata gives them, in the form that Wikidata's dumps have.

There an entity has "statements" in the place of "claims", labels are plain texts, and a value stands in "content". See
https://www.wikidata.org/wiki/Wikidata:REST_API.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["as_dumped", "mapping"]

_PROPERTY = re.compile(r"P\d+")
_ENTITIES = {"wikibase-item": "item", "wikibase-property": "property", "wikibase-lexeme": "lexeme"}

Json = Mapping[str, Any]


def as_dumped(document: Json) -> Json | None:
    """An entity, its statements alone, or one statement, in the form of the dumps; None of anything else.

    Parameters
    ----------
    document : mapping
        What a request gave, parsed.

    Returns
    -------
    mapping or None

    >>> said = {"id": "Q1$a", "rank": "normal", "property": {"id": "P463"}, "value": {"type": "novalue"}}
    >>> as_dumped({"P463": [said]})["id"], as_dumped({"P463": "x"})
    ('Q1', None)
    """
    if _is_statement(document):
        statements: object = {document["property"]["id"]: [document]}
    elif document and all(_PROPERTY.fullmatch(str(key)) for key in document):
        statements = document
    else:
        statements = document.get("statements")
    if not isinstance(statements, Mapping) or not all(map(_are_statements, statements.values())):
        return None
    of = next((str(one.get("id")).partition("$")[0] for some in statements.values() for one in some), "")
    labels, aliases = mapping(document.get("labels")), mapping(document.get("aliases"))
    return {
        "id": document.get("id") if "statements" in document and document.get("id") else of,
        "labels": {language: {"value": text, "language": language} for language, text in labels.items()},
        "aliases": {
            language: [{"value": text, "language": language} for text in texts] for language, texts in aliases.items()
        },
        "claims": {property_: [_statement(one) for one in some] for property_, some in statements.items()},
    }


def _is_statement(item: object) -> bool:
    return (
        isinstance(item, Mapping)
        and isinstance(item.get("property"), Mapping)
        and "id" in item["property"]
        and isinstance(item.get("value"), Mapping)
    )


def _are_statements(items: object) -> bool:
    return isinstance(items, list) and all(map(_is_statement, items))


def _statement(item: Json) -> dict[str, Any]:
    return {
        "id": item.get("id"),
        "rank": item.get("rank", "normal"),
        "mainsnak": _snak(item),
        "qualifiers": _by_property(item.get("qualifiers") or ()),
        "references": [{"snaks": _by_property(one.get("parts") or ())} for one in item.get("references") or ()],
    }


def _by_property(items: Iterable[object]) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    for item in items:
        if isinstance(item, Mapping) and _is_statement(item):
            found.setdefault(str(item["property"]["id"]), []).append(_snak(item))
    return found


def _snak(item: Json) -> dict[str, Any]:
    """What a statement, a qualifier or a part of a reference says."""
    type_ = str(item["property"].get("data_type") or item["property"].get("data-type") or "")
    content = item["value"].get("content")
    if content is None:
        return {"snaktype": "novalue" if item["value"].get("type") == "novalue" else "somevalue"}
    kind = "time" if type_ == "time" else "monolingualtext" if type_ == "monolingualtext" else "string"
    if type_ in _ENTITIES:
        content, kind = {"id": content, "entity-type": _ENTITIES[type_]}, "wikibase-entityid"
    return {"snaktype": "value", "datatype": type_, "datavalue": {"value": content, "type": kind}}


def mapping(value: object) -> Json:
    """An object; Wikibase writes an empty one as a list.

    >>> mapping({"en": "Ghana"}), mapping([])
    ({'en': 'Ghana'}, {})
    """
    return value if isinstance(value, Mapping) else {}
