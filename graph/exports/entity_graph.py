"""All entities and every fact about two of them as one networkx graph: what tools for networks open.

An edge is a fact about two entities; a literal is an attribute of its entity and never a node, and `rdf:type` is the
attribute `kind` and never an edge.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from ..model.entities import Entity
from ..model.facts import Fact, facts_of
from ..model.relations import relation_words
from ..rdf.terms import id_of, iri_text

if TYPE_CHECKING:
    import networkx

    from ..model.graph import Graph

__all__ = ["entity_graph"]


def entity_graph(
    graph: Graph,
    as_of: str | None = None,
    *,
    only: Sequence[str] = (),
    focus: Entity | None = None,
    depth: int = 1,
) -> networkx.MultiDiGraph[str]:
    """All entities and every fact about two of them, as a networkx graph.

    A node is an entity's id and has `label`, `kind` (`kinds` if it is of several), `iri`, its other names and codes,
    and what literals say of it (`startDate`, …). An edge is a fact, from subject to object, and has `label` (the
    relation in words, such as "member of", "not a member of"), `relation` (its key, or the predicate's IRI), `basis`,
    `role`, `percent`, `startDate`, `endDate`, `rule`, `fact` (the IRI of its node) and of its evidence `quote`,
    `paragraph` and `cited` (several joined by " | "). What is not given is absent. The edge's key is the fact's id.

    Parameters
    ----------
    graph : Graph
        The graph.
    as_of : str or None
        A date or period for facts that have dates; None for the dataset's own date, "any" for all.
    only : sequence of str
        The kinds of the entities; all if empty.
    focus : Entity or None
        An entity that all others are near to.
    depth : int
        How many facts away from the focus they may be.

    Returns
    -------
    networkx.MultiDiGraph

    >>> import blocs
    >>> facts = entity_graph(blocs.load())
    >>> [edge["label"] for edge in facts["georgia"]["cst"].values()]
    ['not a member of']
    """
    import networkx

    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    by_iri = graph.names.by_iri
    for entity in graph.names.entities:
        result.add_node(entity.id, **_node_attributes(entity))
    facts = facts_of(graph.source, [e.term for e in graph.names.entities], graph.period(as_of))
    keys: dict[str, int] = {}
    for fact in sorted(facts, key=_fact_order):
        subject, object_ = by_iri.get(iri_text(fact.subject)), by_iri.get(iri_text(fact.object))
        if subject is not None and object_ is not None:
            key = _key(fact, subject, object_)
            count = keys[key] = keys.get(key, 0) + 1
            unique = key if count == 1 else f"{key}-{count}"
            result.add_edge(subject.id, object_.id, key=unique, **_edge_attributes(fact))
        elif subject is not None and isinstance(fact.object, Literal):
            _say(result.nodes[subject.id], id_of(fact.relation), fact.object.value)
    return _bounded(result, only, focus, depth)


def _bounded(
    facts: networkx.MultiDiGraph[str], only: Sequence[str], focus: Entity | None, depth: int
) -> networkx.MultiDiGraph[str]:
    """What `only` and `focus` leave."""
    import networkx

    if only:
        kept = {focus.id} if focus is not None else set()
        facts.remove_nodes_from([n for n in facts if facts.nodes[n]["kind"] not in only and n not in kept])
    if focus is not None:
        near = networkx.ego_graph(facts, focus.id, radius=depth, undirected=True)
        facts.remove_nodes_from(set(facts) - set(near))
    return facts


def _node_attributes(entity: Entity) -> dict[str, str]:
    given = {
        "label": entity.label,
        "kind": entity.kind,
        "kinds": "; ".join(entity.kinds) if len(entity.kinds) > 1 else "",
        "iri": entity.iri,
        "abbreviation": entity.abbreviation,
        "aliases": "; ".join(entity.aliases),
        **entity.codes,
    }
    return {name: value for name, value in given.items() if value}


def _edge_attributes(fact: Fact) -> dict[str, str | float]:
    quotes = [e for e in fact.grounds.evidence if e.quote]
    given: dict[str, str | float] = {
        "label": _label(fact),
        "relation": fact.relation,
        "basis": fact.grounds.basis,
        "role": fact.role,
        "startDate": fact.start,
        "endDate": fact.end,
        "rule": fact.grounds.rule,
        "fact": fact.grounds.fact if ":" in fact.grounds.fact else "",
        "quote": " | ".join(e.quote for e in quotes),
        "paragraph": " | ".join(str(e.paragraph or "") for e in quotes).strip(" |"),
        "cited": " | ".join(dict.fromkeys(e.source for e in fact.grounds.evidence)),
    }
    if re.fullmatch(r"[+-]?\d+(\.\d*)?", fact.percent):
        given["percent"] = float(fact.percent)
    return {name: value for name, value in given.items() if value != ""}


def _label(fact: Fact) -> str:
    """The relation as an edge says it: "member of" rather than "is a member of"."""
    words = relation_words(fact.relation)
    short = words.removeprefix("is a ").removeprefix("is ") if words != "is a" else words
    return "signed" if fact.relation == "share" else short


def _say(node: dict[str, str], name: str, value: str) -> None:
    """Add what a literal says to an entity, but not in the place of its label, kind or IRI."""
    if name in ("label", "kind", "kinds", "iri", "id", "abbreviation", "aliases", "prefLabel"):
        return
    said = node.get(name, "").split("; ") if name in node else []
    node[name] = "; ".join(sorted({*said, value}))


def _key(fact: Fact, subject: Entity, object_: Entity) -> str:
    """The fact's id; if it has none, one made of what it says."""
    return id_of(fact.grounds.fact) if ":" in fact.grounds.fact else f"{subject.id}-{id_of(fact.relation)}-{object_.id}"


def _fact_order(fact: Fact) -> tuple[str, ...]:
    node = fact.grounds.fact if ":" in fact.grounds.fact else ""
    quotes = " ".join(e.quote for e in fact.grounds.evidence)
    return str(fact.subject), fact.relation, str(fact.object), node, fact.start, fact.end, fact.role, quotes
