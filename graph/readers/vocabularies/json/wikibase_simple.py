"""Entities as wikibase-cli and wikibase-sdk simplify them, in the form that Wikidata's dumps have.

There labels are plain texts and statements plain values, {"P463": ["Q7809"]}, or values with their qualifiers. What is
a time or an id is known by how it is written. See https://github.com/maxlath/wikibase-sdk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .wikibase_rest import mapping

__all__ = ["is_simple", "unfolded"]

_ID = re.compile(r"[QPL]\d+")
_TIME = re.compile(r"([+-]?\d{4,})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.]+Z?)?")
_PRECISIONS = {1: 9, 2: 10, 3: 11}
"""Wikidata's codes of years, months and days, by how many numbers a date has."""
_TIMES = frozenset(("P571", "P576", "P580", "P582", "P585", "P569", "P570", "P577", "P729", "P730", "P1319", "P1326"))
"""Properties of times, of which a year alone may be a value."""

Json = Mapping[str, Any]


def is_simple(entity: Json) -> bool:
    """Whether an entity is simplified: some of its labels or statements are plain texts.

    >>> is_simple({"labels": {"en": "Ghana"}}), is_simple({"labels": {"en": {"value": "Ghana"}}, "claims": {}})
    (True, False)
    """
    labels, claims = entity.get("labels"), entity.get("claims")
    texts = [label for label in labels.values() if isinstance(label, str)] if isinstance(labels, Mapping) else []
    statements = [one for some in claims.values() for one in _list(some)] if isinstance(claims, Mapping) else []
    return bool(texts) or any(not isinstance(one, Mapping) or "mainsnak" not in one for one in statements)


def unfolded(entity: Json) -> dict[str, Any]:
    """A simplified entity in the form of the dumps.

    Parameters
    ----------
    entity : mapping
        The entity.

    Returns
    -------
    dict

    >>> found = unfolded({"id": "Q117", "labels": {"en": "Ghana"}, "claims": {"P463": ["Q7809"]}})
    >>> found["claims"]["P463"][0]["mainsnak"]["datavalue"]["value"]
    {'id': 'Q7809'}
    """
    claims = entity.get("claims")
    labels, aliases = mapping(entity.get("labels")), mapping(entity.get("aliases"))
    own = str(entity.get("id") or "unknown")
    return {
        "id": own,
        "labels": {language: _text(text, language) for language, text in labels.items() if text},
        "aliases": {language: [_text(one, language) for one in _list(some)] for language, some in aliases.items()},
        "claims": {
            property_: [_statement(property_, one, f"{own}-{property_}-{at}") for at, one in enumerate(_list(some))]
            for property_, some in mapping(claims).items()
        },
    }


def _statement(property_: str, said: Any, own: str) -> Json:
    if isinstance(said, Mapping) and "mainsnak" in said:
        return said
    parts = said if isinstance(said, Mapping) else {}
    references = [one.get("snaks", one) if isinstance(one, Mapping) else {} for one in _list(parts.get("references"))]
    return {
        "id": parts.get("id") or own,
        "rank": parts.get("rank", "normal"),
        "mainsnak": _snak(property_, said),
        "qualifiers": _snaks(mapping(parts.get("qualifiers"))),
        "references": [{"snaks": _snaks(mapping(one))} for one in references],
    }


def _snaks(said: Json) -> dict[str, list[Json]]:
    return {property_: [_snak(property_, one) for one in _list(some)] for property_, some in said.items()}


def _snak(property_: str, said: Any) -> Json:
    """What one value says: an entity, a time, a text in a language, or a text."""
    parts = said if isinstance(said, Mapping) else {}
    if "language" in parts and "text" in parts:
        return _value({"text": parts["text"], "language": parts["language"]}, "monolingualtext")
    value = next((parts[key] for key in ("value", "time", "id") if key in parts), None) if parts else said
    if isinstance(value, Mapping):
        return _snak(property_, value)
    if value is None or value in ("somevalue", "novalue"):
        return {"snaktype": value or "somevalue"}
    text = str(value)
    if _ID.fullmatch(text):
        return _value({"id": text}, "wikibase-entityid")
    match = _TIME.fullmatch(text)
    if match and (match[2] or property_ in _TIMES):
        known = [part for part in match.groups() if part and part != "00"]
        year, month, day = match[1], match[2] or "00", match[3] or "00"
        precision = parts.get("precision") or _PRECISIONS[len(known)]
        return _value({"time": f"{_signed(year)}-{month}-{day}T00:00:00Z", "precision": precision}, "time")
    return _value(text, "string")


def _signed(year: str) -> str:
    return year if year[0] in "+-" else f"+{year}"


def _value(value: object, kind: str) -> Json:
    return {"snaktype": "value", "datavalue": {"value": value, "type": kind}}


def _text(said: Any, language: str) -> Json:
    return said if isinstance(said, Mapping) else {"value": str(said), "language": language}


def _list(value: Any) -> list[Any]:
    """Several values, or the only one, which may stand without a list."""
    return value if isinstance(value, list) else [] if value is None else [value]
