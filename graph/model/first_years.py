"""Who was in what in the first year of a table of years: since when, such a table does not say.

A table with a row for each year shows nobody joining in its first year, only who is in then. Its data set says which
year that is, `blocs:observedFrom`. Who is in a body that began in this year or later did join.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..rdf.source import Source, values
from ..rdf.terms import prologue, text_of
from .entities import Entity

__all__ = ["FirstYear", "first_year_pattern", "read_first_years"]

FirstYear = tuple[str, str, str]
"""A member and a body, by IRI, and the first year of the table that has the one in the other then."""


def first_year_pattern(body: str, node: str, date: str, number: str = "") -> str:
    """The pattern of "this membership is there from the first year of its table on".

    Parameters
    ----------
    body, node : str
        The variables or terms of the body and of the membership.
    date : str
        The variable, as "?date", that is the first year.
    number : str
        What keeps the pattern's variables apart from others of the same query.

    Returns
    -------
    str
        What of it does not hold of a body that began then or later: its first members joined.

    >>> "blocs:observedFrom ?day" in first_year_pattern("?body", "?m", "?day")
    True
    """
    data, founded = f"?data{number}f", f"?founded{number}f"
    return (
        f"{data} blocs:observedFrom {date} . {node} schema:startDate {date} ; dcterms:source {data} ."
        f" OPTIONAL {{ {body} schema:foundingDate {founded} }}"
        f' FILTER(COALESCE(STR({founded}), "") < STR({date}))'
    )


def read_first_years(
    source: Source, members: Iterable[Entity] | None = None, bodies: Iterable[Entity] | None = None
) -> frozenset[FirstYear]:
    """Who was in what in the first year of a table of years.

    Parameters
    ----------
    source : Source
        Where the data are.
    members, bodies : iterable of Entity, optional
        Only of these members, or bodies; by default of all.

    Returns
    -------
    frozenset of FirstYear

    >>> import blocs
    >>> read_first_years(blocs.load().source)
    frozenset()
    """
    named = [values(name, (one.term for one in some)) for name, some in (("who", members), ("of", bodies)) if some]
    body = (
        f"SELECT DISTINCT ?who ?of ?day WHERE {{ {' '.join(named)} {first_year_pattern('?of', '?m', '?day')}"
        " ?m a org:Membership ; org:member ?who ; org:organization ?of }"
    )
    return frozenset((text_of(who), text_of(of), text_of(day)) for who, of, day in source.select(prologue(body) + body))
