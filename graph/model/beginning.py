"""When the data of a source begin."""

from __future__ import annotations

from functools import cached_property

from ..rdf.source import Source
from ..rdf.terms import prologue, text_of

__all__ = ["Beginning"]

_DATED = "?fact schema:startDate|schema:endDate ?date"
_OF_FACTS = (
    f"{_DATED} FILTER NOT EXISTS"
    " { VALUES ?class { schema:Country org:Organization schema:Person blocs:Group } ?fact a ?class }"
)
"""Not of states, bodies and people: what is read of them is when their memberships and their existence begin.

It takes several times as long, hence is asked only where what it finds is to be told.
"""


class Beginning:
    """When the data of a source begin: asked for once, and not while it is known to be before what is asked about.

    Parameters
    ----------
    source : Source
        Where the data are.

    >>> import blocs
    >>> beginning = Beginning(blocs.load().source)
    >>> beginning.is_by("2001"), beginning.is_by("1700"), beginning.first
    (True, False, '1992-05-15')
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._known_by = "~"

    @cached_property
    def first(self) -> str:
        """The earliest date of a membership, an event or the existence of a state or body, "" if none has a date."""
        body = f"SELECT (MIN(STR(?date)) AS ?first) WHERE {{ {_OF_FACTS} }}"
        return next((text_of(row[0]) for row in self._source.select(prologue(body) + body)), "")

    def is_by(self, date: str) -> bool:
        """Whether anything is dated by the end of a date.

        The first that is found decides; only of a date before all of them every date is read.
        """
        last = f"{date}~"
        if "first" in self.__dict__:
            return "" < self.first <= last
        if last < self._known_by:
            body = f'ASK {{ {_DATED} FILTER(STR(?date) <= "{last}") }}'
            if not self._source.ask(prologue(body) + body):
                return "" < self.first <= last
            self._known_by = last
        return True
