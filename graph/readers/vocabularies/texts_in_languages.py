"""What a graph says in several languages where one thing is meant: one text is left, and the others are kept aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyoxigraph import Literal, NamedNode, Quad, Store

from ...rdf.languages import language_order

__all__ = ["Translations", "leave_one_text"]

Translations = dict[str, set[Literal]]
"""What something is called in other languages, by the text that is read."""


def leave_one_text(
    store: Store, predicate: NamedNode, are_one: Callable[[Sequence[Literal]], bool], found: Translations
) -> None:
    """Of the texts that a node has by a property, leave the English one, else the first in the order of languages.

    Parameters
    ----------
    store : Store
        The graph, which is changed; its named graphs too, out of which lenses take memberships.
    predicate : NamedNode
        The property.
    are_one : callable
        Whether texts are one thing in several languages.
    found : dict of (str, set of Literal)
        Where it is put what was taken out, by what was left.
    """
    said: dict[object, list[Quad]] = {}
    for quad in store.quads_for_pattern(None, predicate, None, None):
        said.setdefault((quad.graph_name, quad.subject), []).append(quad)
    for quads in said.values():
        texts = [quad.object for quad in quads if isinstance(quad.object, Literal)]
        if len(texts) < 2 or len(texts) < len(quads) or not are_one(texts):
            continue
        shown = min(texts, key=lambda text: (language_order(text.language), text.value))
        for quad in quads:
            if quad.object != shown and isinstance(quad.object, Literal):
                store.remove(quad)
                found.setdefault(shown.value, set()).add(quad.object)
