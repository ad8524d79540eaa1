"""What a source says of memberships whose data are missing, as a table has them by -9."""

from __future__ import annotations

from collections.abc import Sequence

from ..amounts import shortened
from ..rdf.source import Source, values
from ..rdf.terms import prologue, text_of
from .dates import ALWAYS, Period
from .entities import Entity

__all__ = ["missing_notes"]

_SHOWN = 5


def missing_notes(
    source: Source, bodies: Sequence[Entity], period: Period, members: Sequence[Entity] = ()
) -> tuple[str, ...]:
    """What to say of members whose data a source calls missing: they may be in a body or not.

    Parameters
    ----------
    source : Source
        The graph.
    bodies : sequence of Entity
        The bodies asked about; all if it is empty and members are given.
    period : Period
        The time asked about; of no time in particular nothing is said.
    members : sequence of Entity
        Whom it is asked of; everybody if it is empty.

    Returns
    -------
    tuple of str
        A sentence, or none.

    >>> import blocs
    >>> graph = blocs.load()
    >>> missing_notes(graph.source, [graph.names.find("CST")], graph.period("1995"))
    ()
    """
    if period == ALWAYS or not (bodies or members):
        return ()
    among = values("body", [body.term for body in bodies]) if bodies else ""
    among += values("member", [member.term for member in members]) if members else ""
    body = (
        f"SELECT DISTINCT ?label ?called ?body WHERE {{ {among} ?gap org:organization ?body ; org:member ?member"
        " ; a blocs:MissingMembership . ?member skos:prefLabel ?label . ?body skos:prefLabel ?called ."
        " OPTIONAL { ?gap schema:startDate ?start } OPTIONAL { ?gap schema:endDate ?end }"
        f" {period.sparql('start', 'end')} }} ORDER BY ?label ?body"
    )
    short = {one.iri: one.short for one in bodies}
    rows = source.select(prologue(body) + body)
    found = [f"{text_of(label)} in {short.get(text_of(of), text_of(called))}" for label, called, of in rows]
    if not found:
        return ()
    return (f"Data are missing for {period}: {shortened(found, _SHOWN)}.",)
