"""Which graphs speak of each other: where one says what a node is that another has without a word on it.

>>> from pyoxigraph import RdfFormat
>>> def spoken(text):
...     store = Store()
...     store.load(text.encode(), RdfFormat.TURTLE)
...     return Spoken.of(store)
>>> label = "<http://www.w3.org/2000/01/rdf-schema#label>"
>>> member = spoken("<x:ann> <http://www.w3.org/ns/org#memberOf> <x:club> .")
>>> named_ = spoken(f'<x:ann> {label} "Ann" . <x:club> {label} "Club" .')
>>> other = spoken(f'<x:pact> {label} "Pact" .')
>>> connected([member, other, named_])
[[0, 2], [1]]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from pyoxigraph import NamedNode, Store

from ..frozen import frozen
from ..model.entities import TYPES
from ..model.naming.one_node import LABELS
from ..rdf.terms import iri_text, named

__all__ = ["Spoken", "connected", "together"]

_TYPE = named("rdf:type")
_LABELS = frozenset(LABELS)


@frozen
class Spoken:
    """Of what a graph speaks.

    Parameters
    ----------
    subjects : set of str
        The IRIs of which it says something.
    unsaid : set of str
        Those that it has and does not say what they are.
    facts : set of str
        Those of which it says something, but neither a name nor a class of the model.
    of_the_model : bool
        Whether it was written for the model.
    has_graphs : bool
        Whether it has named graphs.
    only_names : bool
        Whether it says nothing but in texts what things are called and the like, and what they are.
    """

    subjects: AbstractSet[str]
    unsaid: AbstractSet[str]
    facts: AbstractSet[str]
    of_the_model: bool
    has_graphs: bool
    only_names: bool

    @staticmethod
    def of(store: Store) -> Spoken:
        """Of what a graph speaks."""
        from ..readers.vocabularies.finishing import is_of_the_model

        subjects, mentioned, described, said = set[str](), set[str](), set[str](), set[NamedNode]()
        only_texts = True
        for quad in store:
            if isinstance(quad.subject, NamedNode):
                subjects.add(quad.subject.value)
                if quad.predicate in _LABELS or (quad.predicate == _TYPE and iri_text(quad.object) in TYPES):
                    described.add(quad.subject.value)
            said.add(quad.predicate)
            if isinstance(quad.object, NamedNode):
                mentioned.add(quad.object.value)
                only_texts = only_texts and quad.predicate == _TYPE
        mentioned.update(predicate.value for predicate in said)
        unsaid = (mentioned | subjects) - described
        has_graphs = any(True for _ in store.named_graphs())
        only_names = only_texts and not has_graphs and not any(map(_says_member, said))
        return Spoken(subjects, unsaid, subjects - described, is_of_the_model(store), has_graphs, only_names)


def connected(spoken: Sequence[Spoken]) -> list[list[int]]:
    """The places of the graphs that speak of each other, together.

    A graph of named graphs stands alone, but for names: whether these are read depends on what else is in it. What
    was written for the model is read with a graph of others only if both say something of one fact.

    Parameters
    ----------
    spoken : sequence of Spoken
        Of what each graph speaks.

    Returns
    -------
    list of list of int
    """
    pairs = list(_pairs(spoken))
    return together([{pair for pair in pairs if place in pair} for place in range(len(spoken))])


def together(shared: Sequence[AbstractSet[object]]) -> list[list[int]]:
    """The places of what has something in common with each other, also by way of a third.

    Parameters
    ----------
    shared : sequence of set
        What each has.

    Returns
    -------
    list of list of int
        In the order of the first of each group.

    >>> together([{"NATO"}, {"EU"}, {"NATO", "OECD"}, {"OECD"}])
    [[0, 2, 3], [1]]
    """
    groups: list[tuple[list[int], set[object]]] = []
    for place, has in enumerate(shared):
        joined = ([place], set(has))
        for group in [group for group in groups if not group[1].isdisjoint(has)]:
            groups.remove(group)
            joined[0].extend(group[0])
            joined[1].update(group[1])
        groups.append(joined)
    return sorted(sorted(places) for places, _ in groups)


def _pairs(spoken: Sequence[Spoken]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(spoken):
        for place, other in enumerate(spoken[:at]):
            if (one.has_graphs and not other.only_names) or (other.has_graphs and not one.only_names):
                continue
            if one.of_the_model != other.of_the_model:
                speak = not one.facts.isdisjoint(other.facts)
            else:
                speak = _names(one, other) or _names(other, one)
                speak = speak or not (one.unsaid.isdisjoint(other.subjects) and other.unsaid.isdisjoint(one.subjects))
            if speak:
                yield at, place


def _says_member(property_: NamedNode) -> bool:
    return "member" in property_.value.lower()


def _names(one: Spoken, other: Spoken) -> bool:
    """Whether one graph has nothing but names, of what another has: it may name them, too, by another name."""
    return one.only_names and not one.subjects.isdisjoint(other.subjects)
