"""Names in properties that no lens knows and that plainly are names: `as:name`, `ex:title`, `ex:fullName`.

Only what has no other name is called so. What then still has none is told, if it says something in words or has a
name that is no text, or has no address either: "p1" is a poor name, and "state-2" a poorer one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...model.naming.names import NAME_PROPERTIES
from ...model.naming.one_node import LABELS
from ...rdf.languages import language_order
from ...rdf.terms import id_of, iri_of, named
from ..planning.keys import key_of
from .kinds import nodes_of
from .spaces import prefixed

__all__ = ["is_plain_name", "read_plain_names"]

_DEFAULT = DefaultGraph()
_LABEL = named("skos:prefLabel")
_MEMBER_OF = named("org:memberOf")
_ENDS = (*(named(f"org:{name}") for name in ("member", "organization", "heldBy", "postIn")), _MEMBER_OF)
_NAMES = ("pref label", "preferred label", "preferred name", "name", "full name", "label", "display name",
          "official name", "formal name", "legal name", "common name", "long name", "title")  # fmt: skip
"""What properties of names are called, the best first; "shortName" may be an abbreviation."""
_AROUND = re.compile(r"^has (?=\w)|(?<=\w) from \w+$")
"""What may stand around them: "hasName", "hasLabelFromApi"."""
_NO_NAMES_OF_PEOPLE = frozenset(("title",))  # "Dr."
_KINDS = frozenset(("state", "body", "person"))
_TEXTS = frozenset(
    f"http://www.w3.org/{type_}" for type_ in ("2001/XMLSchema#string", "1999/02/22-rdf-syntax-ns#langString")
)
_LONGEST = 200  # of a text that is a name rather than a description


def read_plain_names(store: Store) -> list[str]:
    """Give who has no name the one of a property that is plainly a name.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of str
        Which properties were read as names, and who is without one though texts are said of them.
    """
    read: Counter[str] = Counter()
    without: dict[str, None] = {}
    others: Counter[str] = Counter()
    nothing = _WithoutText({}, {})
    has_graphs = any(True for _ in store.named_graphs())
    for node, kinds in _nameless(store):
        if of_graphs := _names_in_graphs(store, node, kinds) if has_graphs else ():
            store.extend(of_graphs)
            continue
        texts = [quad for quad in store.quads_for_pattern(node, None, None, _DEFAULT) if _is_text(quad)]
        ranked = [(rank, quad) for quad in texts if (rank := _rank(quad, kinds)) is not None]
        if not texts:
            nothing.see(store, node)
            continue
        if not ranked:
            without[id_of(node.value)] = None
            others.update({quad.predicate.value for quad in texts})
            continue
        best = min(ranked, key=lambda each: (each[0], str(each[1])))[1].predicate
        for _, quad in ranked:
            if quad.predicate == best:
                store.add(Quad(node, _LABEL, quad.object, _DEFAULT))
        read[best.value] += 1
    notes = []
    if read:
        shown = shortened((f"{prefixed(iri)} ({number:,})" for iri, number in sorted(read.items())), 3)
        notes.append(f"read as names, as nothing else names them: {shown}")
    if without:
        said = shortened(sorted(map(prefixed, others)), 3)
        notes.append(
            f"without a name that is read, and shown by their addresses: {shortened(without, 3)}; if {said} names them,"
            " say so in a lens: see docs/lenses.md"
        )
    return notes + nothing.notes()


def _names_in_graphs(store: Store, node: NamedNode, kinds: set[str]) -> list[Quad]:
    """What named graphs call a node, also those that are not read: the publication info of nanopublications."""
    texts = [quad for quad in store.quads_for_pattern(node, None, None, None) if _is_text(quad)]
    labels = [Quad(node, quad.predicate, quad.object, _DEFAULT) for quad in texts if quad.predicate in LABELS]
    ranked = {quad: rank for quad in texts if not labels and (rank := _rank(quad, kinds)) is not None}
    if not ranked:
        return labels
    best = min(ranked, key=lambda quad: (ranked[quad], str(quad))).predicate
    return [Quad(node, _LABEL, quad.object, _DEFAULT) for quad in ranked if quad.predicate == best]


@dataclass
class _WithoutText:
    """Who has neither a name nor any other text.

    Parameters
    ----------
    shown : dict of str to None
        What they are shown as, in order.
    names : dict of str to None
        The properties of names that they have, whose values are no texts.
    """

    shown: dict[str, None]
    names: dict[str, None]

    def see(self, store: Store, node: NamedNode) -> None:
        """Take in one of them, unless it is somebody by an address, of whom the file need not say a name."""
        # Only what had no address has one of blocs.
        if not node.value.startswith(iri_of("")):
            return
        names = {
            quad.predicate.value: None
            for quad in store.quads_for_pattern(node, None, None, _DEFAULT)
            if not isinstance(quad.object, Literal) and _is_name(quad.predicate.value)
        }
        self.shown[id_of(node.value)] = None
        self.names |= names

    def notes(self) -> list[str]:
        """What to say of them: a line, or none."""
        if not self.shown:
            return []
        why = shortened(map(prefixed, self.names), 3)
        way = f"write their {why} as a text" if why else "give each of them one"
        return [f"without a name, and shown as {shortened(sorted(self.shown), 3)}; {way}"]


def _is_name(iri: str) -> bool:
    return iri in NAME_PROPERTIES or _AROUND.sub("", key_of(id_of(iri))) in _NAMES


def is_plain_name(iri: str) -> bool:
    """Whether a property is called as a name.

    >>> is_plain_name("http://e.org/fullName"), is_plain_name("http://e.org/motto")
    (True, False)
    """
    return key_of(id_of(iri)) in _NAMES


def _nameless(store: Store) -> Iterator[tuple[NamedNode, set[str]]]:
    """States, bodies, people and members that nothing names, with their kinds."""
    found = nodes_of(store, _KINDS)
    for end in _ENDS:
        for quad in store.quads_for_pattern(None, end, None, _DEFAULT):
            for node in (quad.object, *((quad.subject,) if end == _MEMBER_OF else ())):
                if isinstance(node, NamedNode):
                    found.setdefault(node, set())
    # One pass over all labels is sooner than a look at each node's.
    for label in (*LABELS, named("dcterms:title")):
        for quad in store.quads_for_pattern(None, label, None, _DEFAULT):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                found.pop(quad.subject, None)
    yield from sorted(found.items(), key=str)


def _is_text(quad: Quad) -> bool:
    said = quad.object
    if not isinstance(said, Literal) or said.datatype.value not in _TEXTS or len(said.value) > _LONGEST:
        return False
    return any(map(str.isalpha, said.value))


def _rank(quad: Quad, kinds: set[str]) -> tuple[int, tuple[int, str, str]] | None:
    """How surely a text is the name of one of these kinds, the least first; None if it is none."""
    key = _AROUND.sub("", key_of(id_of(quad.predicate.value)))
    if key not in _NAMES or ("person" in kinds and key in _NO_NAMES_OF_PEOPLE) or not isinstance(quad.object, Literal):
        return None
    return _NAMES.index(key), language_order(quad.object.language)
