"""The state that a row of a panel is about: the one that its name or code meant in the row's year."""

from __future__ import annotations

from .reconcile import Named, Reconciler
from .row import Row

__all__ = ["StatesOfYears"]


class StatesOfYears:
    """Tells the years of one state from those of another that a panel calls by the same name or code.

    Parameters
    ----------
    reconciler : Reconciler
        What knows the states; what it is asked here it does not report.

    >>> row = Row(2, "Germany", "NATO", codes=(("gw", "260"),))
    >>> states = StatesOfYears(Reconciler())
    >>> [states.of(row, year) for year in (1988, 1991)]
    ['german-federal-republic', 'germany']
    """

    def __init__(self, reconciler: Reconciler) -> None:
        self._reconciler = reconciler
        self._in_all_years: dict[tuple[str, object], str | None] = {}
        self._in_year: dict[tuple[str, object, int], str] = {}

    def of(self, row: Row, year: int) -> str:
        """The state of a row in a year.

        Parameters
        ----------
        row : Row
            The row.
        year : int
            The year.

        Returns
        -------
        str
            The state's id; "" if the name means the same in every year, and no code is beside it.
        """
        always = (row.member, row.codes)
        try:
            found = self._in_all_years[always]
        except KeyError:
            found = self._in_all_years[always] = self._settled(row)
        if found is not None:
            return found
        key = (row.member, row.codes, year)
        if key not in self._in_year:
            named = Named(row.member, first=year, last=year)
            self._in_year[key] = self._reconciler.state(named, row.codes).id
        return self._in_year[key]

    def _settled(self, row: Row) -> str | None:
        """The state that a name and its codes mean in every year; None if that depends on the year."""
        if not self._reconciler.settled(row.member, row.codes):
            return None
        return self._reconciler.state(Named(row.member), row.codes).id if row.codes else ""
