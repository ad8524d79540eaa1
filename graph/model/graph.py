"""`Graph`: a source and what it names; the one handle that everything that reads a graph takes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

from ..rdf.source import Source
from .beginning import Beginning
from .dates import Period, parse_period, today
from .ends import Ends
from .entities import Entity
from .naming.names import Names, read_names

__all__ = ["Graph"]


class Graph:
    """A source with its names and dates.

    Parameters
    ----------
    source : Source
        Where the graph is read from.
    read : callable
        What reads the names of a source that is here.
    """

    def __init__(self, source: Source, read: Callable[[Source], Names] = read_names) -> None:
        self.source = source
        self._read_names = read

    @cached_property
    def names(self) -> Names:
        """Every entity, by all its names; a name that it does not have is looked up in the lists of well-known ones."""
        if self.source.remote:
            from .naming.remote import names_at

            names = names_at(self.source)
        else:
            names = self._read_names(self.source)

        def elsewhere(name: str, kinds: Collection[str]) -> list[Entity]:
            from .known.well_known import well_known

            return well_known(names, name, kinds)

        names.elsewhere = elsewhere
        return names

    @cached_property
    def wider(self) -> Graph:
        """The same graph, whose entities also have the names by which they are well known.

        >>> import blocs
        >>> [entity.id for entity in blocs.load().wider.names.matches("USSR")]
        ['russia']
        """
        from .known.well_known import all_well_known, well_known_demonyms

        wider = Graph(self.source)
        if self.source.remote:
            from .known.wider_names import WiderNames

            wider.names = WiderNames(self.names)
        else:
            wider.names = self.names.with_names(all_well_known(self.names), well_known_demonyms(self.names))
        wider.as_of, wider.beginning, wider.ends = self.as_of, self.beginning, self.ends
        return wider

    @cached_property
    def as_of(self) -> str:
        """The dataset's own date (the latest if there are several); today if it gives none."""
        return max((end.date for end in self.ends.all), default=today())

    @cached_property
    def ends(self) -> Ends:
        """When each of its data sets ends."""
        return Ends(self.source)

    @cached_property
    def beginning(self) -> Beginning:
        """When the data begin."""
        return Beginning(self.source)

    def period(self, text: str | None, bodies: Sequence[Entity] = ()) -> Period:
        """The period that `--as-of` or `--during` names.

        Parameters
        ----------
        text : str or None
            A date, a period or "any"; None for the dataset's own date.
        bodies : sequence of Entity, optional
            The bodies that are asked about: where the data on all of them end before others, None is that date.

        Returns
        -------
        Period

        Raises
        ------
        InvalidRequest
            If the text is no date or period.
        """
        return parse_period((self.ends.own_date(bodies) or self.as_of) if text is None else text)
