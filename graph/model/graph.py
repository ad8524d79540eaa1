"""`Graph`: a source and what it names; the one handle that everything that reads a graph takes."""

from __future__ import annotations

from functools import cached_property

from pyoxigraph import Literal

from ..rdf.source import Source
from ..rdf.terms import prologue
from .dates import Period, parse_period, today
from .names import Names, read_names

__all__ = ["Graph"]


class Graph:
    """A source with its names and dates.

    Parameters
    ----------
    source : Source
        Where the graph is read from.
    """

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def names(self) -> Names:
        """Every entity, by all its names."""
        if self.source.remote:
            from .remote_names import names_at

            return names_at(self.source)
        return read_names(self.source)

    @cached_property
    def as_of(self) -> str:
        """The dataset's own date (the latest if there are several); today if it gives none."""
        body = "SELECT ?date WHERE { ?dataset blocs:asOf ?date }"
        dates = [d.value for (d,) in self.source.select(prologue(body) + body) if isinstance(d, Literal)]
        return max(dates, default=today())

    def period(self, text: str | None) -> Period:
        """The period that `--as-of` or `--during` names.

        Parameters
        ----------
        text : str or None
            A date, a period or "any"; None for the dataset's own date.

        Returns
        -------
        Period

        Raises
        ------
        InvalidRequest
            If the text is no date or period.
        """
        return parse_period(self.as_of if text is None else text)
