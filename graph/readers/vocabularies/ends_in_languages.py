"""Members and bodies that are texts in several languages: "Nordic Council"@en and "Conseil nordique"@fr are one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...rdf.terms import named
from ..cells.known_runs import ids_of
from .texts_in_languages import Translations, leave_one_text

__all__ = ["name_ends_in_languages", "one_end_of_languages"]

_DEFAULT = DefaultGraph()
_LABEL, _ALIAS = named("skos:prefLabel"), named("skos:altLabel")
_SCHEMA = ("https://schema.org/", "http://schema.org/")
_TO_MEMBERS = (named("org:member"), *(NamedNode(space + name) for space in _SCHEMA for name in ("member", "members")))
_TO_BODIES = (
    *(named(f"org:{name}") for name in ("organization", "memberOf")),
    *(NamedNode(f"{space}memberOf") for space in _SCHEMA),
)
_LEADING = dict.fromkeys(_TO_MEMBERS, "member") | dict.fromkeys(_TO_BODIES, "organization")
"""The properties that lead to members and to bodies, and the column of a table that has such names."""
_SHOWN = 3


def one_end_of_languages(store: Store) -> tuple[list[str], Translations]:
    """Leave one text of a member or body that is said in several languages: the English one, else by their order.

    Texts without a language, two in one language, and names of two states or bodies of the lists are several.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    tuple of (list of str, dict of (str, set of Literal))
        What to say of it, and what was taken out, by what was left.
    """
    found = Translations()
    for predicate, column in _LEADING.items():
        leave_one_text(store, predicate, partial(_are_one, column=column), found)
    if not found:
        return [], found
    names = (
        " and ".join(map(repr, (kept, *sorted(text.value for text in others))))
        for kept, others in sorted(found.items())
    )
    told = shortened(names, _SHOWN)
    return [f"read as one in several languages: {told}; if they are several, take the languages off the texts"], found


def _are_one(texts: Sequence[Literal], column: str) -> bool:
    """Whether texts may be one name in several languages."""
    if not all(text.language for text in texts) or len({text.language for text in texts}) < len(texts):
        return False
    known = [ids for text in texts if (ids := set(ids_of(text.value, column)))]
    return not known or bool(set.intersection(*known))


def name_ends_in_languages(store: Store, translations: Translations) -> None:
    """Let what was named by one of several texts be found by the others.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    translations : dict of (str, set of Literal)
        What members and bodies are called in other languages, by the text that was read.
    """
    for text, others in translations.items():
        for quad in list(store.quads_for_pattern(None, _LABEL, Literal(text), _DEFAULT)):
            store.extend([Quad(quad.subject, _ALIAS, other, _DEFAULT) for other in others])
