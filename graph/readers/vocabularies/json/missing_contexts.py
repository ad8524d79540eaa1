"""Words of JSON-LD that no context says the meaning of: a parser drops them, with all that they say.

Where a document has no context at all and its words are those of schema.org or ORG, it is read as if it had theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ....amounts import shortened
from .contexts import packaged_context

__all__ = ["terms_of", "with_context"]

_MEMBERSHIPS = frozenset(("member", "members", "memberOf"))
_OF_ORG = frozenset(("hasMember", "hasMembership", "organization", "headOf", "postIn", "holds", "heldBy"))
_SCHEMA = ("https://schema.org/", "http://schema.org/", "schema:")
_MAPS = frozenset(("@language", "@index", "@id", "@type", "@graph"))
"""The containers whose keys are no words."""
_SHOWN = 3


def with_context(document: Any, notes: list[str]) -> Any:
    """A document whose words all have a meaning, as far as that is known.

    Parameters
    ----------
    document : object
        JSON-LD, parsed, with its contexts in it.
    notes : list of str
        Where it is said which context was taken, or which words are dropped.

    Returns
    -------
    object
        The same, if it has a context, or if it is not known which one it lacks.

    >>> notes = []
    >>> with_context({"@type": "Country", "name": "Chad", "memberOf": "Lake Union"}, notes)["@context"][0]["@vocab"]
    'http://schema.org/'
    >>> notes
    ['it has no "@context", and was read as schema.org: memberOf, name; if its words are others, add their "@context"']
    """
    if isinstance(document, list) and any(map(_has_own, document)):
        return _each(document, notes)
    contexts = _contexts(document) if isinstance(document, dict | list) else []
    if any(context.get("@vocab") for context in contexts):
        return document
    terms = terms_of(document)
    words = sorted(_dropped(document, terms)) if isinstance(document, dict | list) else []
    if not words:
        return document
    shown = shortened(words, _SHOWN)
    if contexts:
        notes.append(f'not read, since its "@context" does not know them: {shown}; add them to it')
        return document
    if not _names_schema_org(document) and _MEMBERSHIPS.union(_OF_ORG).isdisjoint(words):
        notes.append(
            f'not read, since it has no "@context" that says what they mean: {shown}; add one, for example for'
            ' schema.org: "@context": "https://schema.org"'
        )
        return document
    names = ["schema.org", *(["org"] if not _OF_ORG.isdisjoint(words) else [])]
    called = "schema.org" if len(names) == 1 else "schema.org and the Organization Ontology"
    notes.append(
        f'it has no "@context", and was read as {called}: {shown}; if its words are others, add their "@context"'
    )
    context = [packaged_context(name) for name in names]
    if isinstance(document, list):
        return [{"@context": context, **one} if isinstance(one, dict) else one for one in document]
    return {"@context": context, **document}


def terms_of(document: Any) -> dict[str, Any]:
    """The words that the contexts of a document know, with what they mean.

    Parameters
    ----------
    document : object
        JSON-LD, parsed, with its contexts in it.

    Returns
    -------
    dict of str to object

    >>> terms_of([{"@context": {"label": "http://e.org/label"}, "label": "A"}])
    {'label': 'http://e.org/label'}
    """
    contexts = _contexts(document) if isinstance(document, dict | list) else []
    return {key: meant for context in contexts for key, meant in context.items()}


def _has_own(document: Any) -> bool:
    """Whether a document says itself what its words mean."""
    return isinstance(document, dict) and "@context" in document


def _each(documents: list[Any], notes: list[str]) -> list[Any]:
    """Several documents, each with its own context; those that have none are read as one."""
    said: list[str] = []
    without = [one for one in documents if not _has_own(one)]
    others = iter(with_context(without, said) if without else [])
    found = [with_context(one, said) if _has_own(one) else next(others) for one in documents]
    notes += dict.fromkeys(said)
    return documents if all(new is old for new, old in zip(found, documents, strict=True)) else found


def _contexts(document: Any) -> list[Mapping[str, Any]]:
    """All contexts of a document, also those of single words."""
    found: list[Mapping[str, Any]] = []
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            own = node.get("@context", [])
            found += [one for one in (own if isinstance(own, list) else [own]) if isinstance(one, dict)]
            node = node.values()
        waiting += [one for one in node if isinstance(one, dict | list)]
    return found


def _dropped(document: Any, terms: Mapping[str, Any]) -> set[str]:
    """The words that have no meaning."""
    found: set[str] = set()
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += [one for one in node if isinstance(one, dict | list)]
            continue
        for key, value in node.items():
            if key not in terms and not key.startswith("@") and ":" not in key:
                found.add(key)
            elif isinstance(value, dict | list) and key != "@context":
                waiting += _inside(value, terms.get(key))
    return found


def _inside(value: Any, meant: Any) -> list[Any]:
    """What of a value has words: all of it, the values of a map whose keys are none, or nothing of plain JSON."""
    if not isinstance(meant, dict):
        return [value]
    if meant.get("@type") == "@json":
        return []
    held = meant.get("@container", [])
    in_map = isinstance(value, dict) and not _MAPS.isdisjoint(held if isinstance(held, list) else [held])
    return [one for one in value.values() if isinstance(one, dict | list)] if in_map else [value]


def _names_schema_org(node: Any) -> bool:
    """Whether a document names words of schema.org by their addresses."""
    if isinstance(node, list):
        return any(map(_names_schema_org, node))
    if not isinstance(node, dict):
        return False
    kinds = node.get("@type", [])
    named: Iterable[Any] = [*node, *(kinds if isinstance(kinds, list) else [kinds])]
    return any(isinstance(one, str) and one.startswith(_SCHEMA) for one in named) or any(
        map(_names_schema_org, node.values())
    )
