"""What a file refers to and does not have: an id or an address of a person or body that is nowhere described.

An address elsewhere may say by its end who it is, as that of an article does; one that ends in a number does not.
"""

from __future__ import annotations

import re

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

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
    *(
        NamedNode(f"{scheme}://schema.org/{name}")
        for scheme in ("http", "https")
        for name in ("member", "members", "memberOf", "affiliation")
    ),
)
_TYPE = named("rdf:type")
_SHOWN = 5  # that are named
_NUMBER = re.compile(r"(?:[^\W\d_]?[-._]?\d+)+")
"""A number in the place of a name: 4, Q1065, 12-7."""
_END = re.compile(r"[-._\d]+|.*[/=].*")
"""What such a format calls it by: "organization/4", and no name that somebody gave, as "G7" for …/G7."""
_WIKIDATA = "http://www.wikidata.org/"
"""Of whose ids it is said apart where the file is that has their names."""


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
    >>> store = Store()
    >>> store.load(b"<x:a> <http://www.w3.org/ns/org#memberOf> <http://e.org/4>, <http://e.org/EU> .", RdfFormat.TURTLE)
    >>> dangling_note(store)
    'referred to, and not in the file: http://e.org/4; add what it is and its name, or mend the id'
    >>> label = b'<http://e.org/G7> <http://www.w3.org/2004/02/skos/core#prefLabel> "G7" . '
    >>> store = Store()
    >>> store.load(label + b"<x:a> <http://www.w3.org/ns/org#memberOf> <http://e.org/G7> .", RdfFormat.TURTLE)
    >>> dangling_note(store)
    ''
    """
    missing: dict[str, None] = {}
    for property_ in _REFERENCES:
        for quad in store.quads_for_pattern(None, property_, None, _DEFAULT):
            if isinstance(quad.object, NamedNode) and (called := _missing(store, quad.object)):
                missing[called] = None
    if not missing:
        return ""
    one = len(missing) == 1
    add = "what it is and its name, or mend the id" if one else "what they are and their names, or mend the ids"
    return f"referred to, and not in the file: {shortened(sorted(missing), _SHOWN)}; add {add}"


def _missing(store: Store, node: NamedNode) -> str:
    """What to call a node that the file says nothing of; "" where it does, or the address itself says who it is."""
    own = node.value.startswith("file:")
    if (own and "#" not in node.value) or node.value.startswith(_WIKIDATA):
        return ""
    said = [(quad.predicate, quad.object) for quad in store.quads_for_pattern(node, None, None, _DEFAULT)]
    if own:
        return "" if said else words_of(id_of(node.value))
    names = [name for property_, name in said if property_ != _TYPE]
    # Where a format has addresses for all, what is not in its file is called by the end of its address.
    if not all(
        isinstance(name, Literal) and _END.fullmatch(name.value) and node.value.rstrip("/").endswith(name.value)
        for name in names
    ):
        return ""
    return node.value if names or _NUMBER.fullmatch(id_of(node.value).rpartition("=")[2]) else ""
