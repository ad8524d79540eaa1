"""What a source has beside memberships: those whose data are missing, as a table has them by -9, and offices."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote

from ..amounts import shortened
from ..rdf.source import Source, values
from ..rdf.terms import prologue, sparql_term, text_of
from .dates import ALWAYS, Period
from .entities import Entity

__all__ = ["missing_notes", "office_notes"]

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


def office_notes(source: Source, body: Entity, period: Period = ALWAYS) -> tuple[str, ...]:
    """What to say of a body in which nobody was found to be a member, though some hold offices in it.

    Parameters
    ----------
    source : Source
        The graph.
    body : Entity
        The body asked about.
    period : Period
        The time asked about.

    Returns
    -------
    tuple of str
        A sentence with the command that shows who holds them, or none.

    >>> import blocs
    >>> graph = blocs.load()
    >>> office_notes(graph.source, graph.names.find("CST"))
    ()
    """
    query = (
        f"SELECT (COUNT(DISTINCT ?who) AS ?n) WHERE {{ ?post org:postIn {sparql_term(body.term)} ; org:heldBy ?who ."
        " OPTIONAL { ?post schema:startDate ?start } OPTIONAL { ?post schema:endDate ?end }"
        f" {period.sparql('start', 'end')} }}"
    )
    [[said]] = source.select(prologue(query) + query)
    held = int(text_of(said))
    if not held:
        return ()
    who = (
        "1 holder of an office, who is not counted as a member"
        if held == 1
        else f"{held:,} holders of offices, who are not counted as members"
    )
    return (f"{body.short} has {who}: blocs show {quote(body.label)}.",)
