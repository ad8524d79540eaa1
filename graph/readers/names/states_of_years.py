"""The state that a row of a panel is about: the one that its name or code meant at the row's time."""

from __future__ import annotations

from ..row import Row
from .reconcile import Reconciler
from .reconciled import Named

__all__ = ["StatesOfYears"]


class StatesOfYears:
    """Tells the times of one state from those of another that a panel calls by the same name or code.

    Parameters
    ----------
    reconciler : Reconciler
        What knows the states; what it is asked here it does not report.

    >>> row = Row(2, "Germany", "NATO", codes=(("gw", "260"),))
    >>> states = StatesOfYears(Reconciler())
    >>> [states.of(row, time) for time in ("1988", "1991", "1990-03", "1990-11")]
    ['german-federal-republic', 'germany', 'german-federal-republic', 'germany']
    """

    def __init__(self, reconciler: Reconciler) -> None:
        self._reconciler = reconciler
        self._in_all_years: dict[tuple[str, object], str | None] = {}
        self._at_time: dict[tuple[str, object, str], str] = {}

    def of(self, row: Row, time: str) -> str:
        """The state of a row in a year or a month.

        Parameters
        ----------
        row : Row
            The row.
        time : str
            The year or the month, in ISO form.

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
        key = (row.member, row.codes, time)
        if key not in self._at_time:
            year = self._reconciler.year_of(row.member, row.codes, time)
            named = Named(row.member, first=year, last=year)
            self._at_time[key] = self._reconciler.state(named, row.codes).id
        return self._at_time[key]

    def named_by_code(self, row: Row) -> bool:
        """Whether a row's name may be made of its code, and be another for each of its states.

        Parameters
        ----------
        row : Row
            The row.

        Returns
        -------
        bool
        """
        return bool(row.codes) and self._reconciler.made_of_code(row.member, row.codes)

    def _settled(self, row: Row) -> str | None:
        """The state that a name and its codes mean in every year; None if that depends on the year."""
        if not self._reconciler.settled(row.member, row.codes):
            return None
        return self._reconciler.state(Named(row.member), row.codes).id if row.codes else ""
