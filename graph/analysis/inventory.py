"""What is in a graph: how much of what, from where, of what date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ..model.entities import KINDS
from ..rdf.source import AppliedLens, Merge
from ..rdf.terms import id_of, prologue, text_of
from ..readers.report import Report
from .citing import citations

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Dataset", "Inventory", "inventory"]

_FACTS = {
    "memberships": "org:Membership", "denied memberships": "blocs:NonMembership",
    "missing memberships": "blocs:MissingMembership", "attendances": "blocs:Attendance", "absences": "blocs:Absence",
    "shares signed": "blocs:SigningShare", "posts": "org:Post", "other facts": "rdf:Statement",
}  # fmt: skip

_OF_SEVERAL = ("denied memberships", "missing memberships")
"""Facts that one node may say of several members."""


@dataclass(frozen=True)
class Dataset:
    """A dataset that the graph names, with its files if they are known; `as_of` is "" if it says no date."""

    id: str
    label: str
    as_of: str
    files: tuple[str, ...] = ()
    imported: str = ""


@dataclass(frozen=True)
class Inventory:
    """What a graph has: `source` is where it is; `kinds` and `facts` count; `span` are its first and last date.

    `lenses` turned it into the model; `notes` say what of the data could not be read; `tables` say what was read of the
    tables that it came from; `joined` say which states of RDF are states of the list, `merges` which nodes the user has
    joined.
    """

    source: str
    as_of: str
    datasets: tuple[Dataset, ...]
    kinds: dict[str, int]
    facts: dict[str, int]
    span: tuple[str, str]
    lenses: tuple[AppliedLens, ...] = ()
    notes: tuple[str, ...] = ()
    tables: tuple[Report, ...] = ()
    joined: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()


def inventory(graph: Graph) -> Inventory:
    """Count what is in a graph.

    Parameters
    ----------
    graph : Graph
        The graph.

    Returns
    -------
    Inventory

    >>> import blocs
    >>> found = inventory(blocs.load())
    >>> found.kinds["states"], found.facts["denied memberships"], found.as_of
    (12, 3, '2001-05')
    """
    counted = graph.names.kinds()
    kinds = {plural: counted[kind] for kind, plural in KINDS.items() if counted[kind]}
    facts = {}
    for name, kind in _FACTS.items():
        # A table's denials have one node for many members of one body.
        each = (
            "(COUNT(*) AS ?n) WHERE { ?f org:member ?member ;"
            if name in _OF_SEVERAL
            else "(COUNT(DISTINCT ?f) AS ?n) WHERE { ?f"
        )
        body = f"SELECT {each} a {kind} }}"
        count = int(text_of(next(iter(graph.source.select(prologue(body) + body)))[0]) or 0)
        if count:
            facts[name] = count
    body = (
        "SELECT (MIN(STR(?date)) AS ?first) (MAX(STR(?date)) AS ?last) WHERE {"
        " { ?m a org:Membership ; schema:startDate ?date }"
        " UNION { ?m a org:Membership ; schema:endDate ?date } }"
    )
    rows = list(graph.source.select(prologue(body) + body))
    tables = tuple(Report.from_dict(report) for report in graph.source.reports)
    first, last = (text_of(rows[0][0]), text_of(rows[0][1])) if rows else ("", "")
    source = graph.source
    return Inventory(
        source.name,
        graph.as_of,
        _datasets(graph),
        kinds,
        facts,
        (first, last),
        tuple(source.lenses),
        tuple(source.notes),
        tables,
        (*source.joined, *(f"{stored.label}: {note}" for stored in source.sources for note in stored.joined_notes)),
        tuple(source.merges),
    )


def _datasets(graph: Graph) -> tuple[Dataset, ...]:
    body = "SELECT ?d ?date ?label WHERE { ?d blocs:asOf ?date OPTIONAL { ?d skos:prefLabel ?label } } ORDER BY ?d"
    rows = graph.source.select(prologue(body) + body)
    stored = {source.label: source for source in graph.source.sources}
    found = []
    for dataset, date, label in rows:
        if isinstance(dataset, NamedNode):
            stored_source = stored.get(text_of(label))
            files, imported = (tuple(stored_source.files), stored_source.imported) if stored_source else ((), "")
            found.append(Dataset(id_of(dataset.value), text_of(label), text_of(date), files, imported))
    dated = {one.id for one in found}
    return (*found, *(Dataset(one.id, one.label, "") for one in citations(graph) if one.id not in dated))
