"""What a file refers to within itself, and does not have: an id of a person or body that is nowhere described."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode, Store

from ...amounts import shortened
from ...rdf.terms import id_of, named, words_of

__all__ = ["dangling_note"]

_DEFAULT = DefaultGraph()
_OPENGOV, _POPOLO = "http://www.w3.org/ns/opengov#", "http://www.popoloproject.com/ns#"
_REFERENCES = (
    *(
        named(f"org:{name}")
        for name in ("member", "organization", "memberOf", "hasMember", "hasMembership", "heldBy", "holds", "hasPost")
    ),
    *(named(f"org:{name}") for name in ("postIn", "subOrganizationOf")),
    *(NamedNode(f"{_OPENGOV}{name}") for name in ("onBehalfOf", "post", "heldThrough")),
    NamedNode(f"{_POPOLO}legislativePeriod"),
)
_SHOWN = 5  # that are named


def dangling_note(store: Store) -> str:
    """What to say of a file's references to ids of its own that it does not have; "" if it has them all.

    Parameters
    ----------
    store : Store
        The graph, as it was read and before any lens.

    Returns
    -------
    str

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> store.load(b"<#m> <http://www.w3.org/ns/org#member> <#ann-lee> .", RdfFormat.TURTLE, base_iri="file:///a.ttl")
    >>> dangling_note(store)
    'referred to, and not in the file: ann lee; add what it is and its name, or mend the id'
    """
    missing: dict[str, None] = {}
    for property_ in _REFERENCES:
        for quad in store.quads_for_pattern(None, property_, None, _DEFAULT):
            node = quad.object
            if not isinstance(node, NamedNode) or not node.value.startswith("file:") or "#" not in node.value:
                continue
            if not any(store.quads_for_pattern(node, None, None, _DEFAULT)):
                missing[words_of(id_of(node.value))] = None
    if not missing:
        return ""
    one = len(missing) == 1
    add = "what it is and its name, or mend the id" if one else "what they are and their names, or mend the ids"
    return f"referred to, and not in the file: {shortened(sorted(missing), _SHOWN)}; add {add}"
