"""Who holds posts in bodies without being a member: by ORG, to hold a post in a body is not to be a member of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from shlex import quote

from ..rdf.source import Source, values
from ..rdf.terms import prologue, text_of
from .dates import ALWAYS, Period
from .entities import Entity
from .graph import Graph
from .membership_scan import read_pairs
from .roles import ANY_ROLE

__all__ = ["HELD_THROUGH", "holders_beside", "post_notes", "without_terms"]

_OPENGOV = "http://www.w3.org/ns/opengov#"
HELD_THROUGH = f"(<{_OPENGOV}post>|^<{_OPENGOV}heldThrough>)"
"""From a membership to the post that is held by it."""


def without_terms(post: str, who: str, role: str, where: str) -> str:
    """That no membership says of a post, or of a role of its name in the same body, when somebody held it.

    If one does it decides: a post of Popolo has its holders one after another, and its own dates are none of theirs.

    Parameters
    ----------
    post, who, role, where : str
        Variables or terms of SPARQL.

    Returns
    -------
    str
        A filter.
    """
    return (
        f"FILTER NOT EXISTS {{ ?term org:member {who} . {{ ?term {HELD_THROUGH} {post} }}"
        f" UNION {{ ?term org:organization {where} ; org:role {role} }} }}"
    )


_ANY = "ASK { ?post org:postIn ?where ; org:heldBy ?who }"
_UNQUOTED = " FILTER NOT EXISTS { ?post blocs:evidence ?quote }"


def holders_beside(
    source: Source,
    period: Period = ALWAYS,
    bodies: Sequence[Entity] = (),
    who: Sequence[Entity] = (),
    *,
    quoted: bool = True,
) -> dict[str, set[str]]:
    """Who holds a post in some bodies in a period and is no member of them then, in no role.

    Who is a member by the post was one for the time of that membership.

    Parameters
    ----------
    source : Source
        The graph.
    period : Period
        The time asked about; a post without dates is of any time.
    bodies : sequence of Entity
        The bodies; all if it is empty.
    who : sequence of Entity
        Whom it is asked of; everybody if it is empty.
    quoted : bool
        Whether posts count too for which the words of a text are quoted: these were told from memberships with care.

    Returns
    -------
    dict of str to set of str
        The IRIs of the holders by that of the body; a body without any is left out.

    >>> import blocs
    >>> graph = blocs.load()
    >>> holders_beside(graph.source, bodies=[graph.names.find("CST")])
    {}
    """
    if not source.ask(prologue(_ANY) + _ANY):  # few graphs have posts
        return {}
    among = values("where", [body.term for body in bodies]) if bodies else ""
    among += values("who", [one.term for one in who]) if who else ""
    query = (
        f"SELECT DISTINCT ?where ?who WHERE {{ {among} ?post org:postIn ?where ; org:heldBy ?who ."
        " ?where a org:Organization . OPTIONAL { ?post org:role ?role }"
        f" {without_terms('?post', '?who', '?role', '?where')}"
        " OPTIONAL { ?post schema:startDate ?start } OPTIONAL { ?post schema:endDate ?end }"
        f" {period.sparql('start', 'end')}{'' if quoted else _UNQUOTED} }}"
    )
    found = {(text_of(one), text_of(where)) for where, one in source.select(prologue(query) + query)}
    members = set(read_pairs(source, period, who or None, bodies or None, ANY_ROLE)) if found else set()
    beside: dict[str, set[str]] = {}
    for one, where in found - members:
        beside.setdefault(where, set()).add(one)
    return beside


def post_notes(
    graph: Graph,
    bodies: Sequence[Entity],
    period: Period = ALWAYS,
    who: Sequence[Entity] = (),
    kinds: Collection[str] = (),
) -> tuple[str, ...]:
    """What to say of bodies in which some hold posts who are not counted as members.

    Parameters
    ----------
    graph : Graph
        The graph.
    bodies : sequence of Entity
        The bodies asked about; all if it is empty and holders are given.
    period : Period
        The time asked about.
    who : sequence of Entity
        Whom it is asked of; everybody if it is empty.
    kinds : collection of str
        The kinds of members that are asked for; any if it is empty.

    Returns
    -------
    tuple of str
        A sentence for each body, with the command that lists the holders.

    >>> import blocs
    >>> graph = blocs.load()
    >>> post_notes(graph, [graph.names.find("CST")])
    ()
    """
    beside = holders_beside(graph.source, period, bodies, who) if bodies or who else {}
    said = []
    for body in bodies or graph.names.known(sorted(beside)):
        holders = [
            one
            for one in graph.names.known(sorted(beside.get(body.iri, ())))
            if not kinds or any(one.is_a(kind) for kind in kinds)
        ]
        if not holders:
            continue
        several = len(holders) > 1
        if who:
            named, held = " and ".join(one.label for one in holders), "hold offices" if several else "holds an office"
            not_counted = "are not counted as members" if several else "is not counted as a member"
            shown = body if several else holders[0]
            said.append(f"{named} {held} in {body.short}, and {not_counted}: blocs show {quote(shown.label)}.")
        else:
            some = (
                f"{len(holders):,} holders of offices, who are not counted as members"
                if several
                else "1 holder of an office, who is not counted as a member"
            )
            said.append(f"{body.short} has {some}: blocs show {quote(body.label)}.")
    return tuple(said)
