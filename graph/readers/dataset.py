"""What a graph says of the table that it came from: its name, what to cite, and its faults."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model.naming.forms import slug

__all__ = ["DataSet"]


@dataclass(frozen=True)
class DataSet:
    """What a graph says of the table that it came from.

    Parameters
    ----------
    id : str
        Its id in the graph; `dataset-` and the label's slug if it has none.
    label : str
        What it is called.
    definition, citation : str
        What it is; what to cite for it.
    faults : tuple of str
        What is wrong with it by its own documentation.
    members_kind : str
        What its members are: "state", "person", or "member" where the table does not say.
    source_id : str
        The id of the store's source that it is, if it has no id of its own.
    observed_from : str
        The first year of a table with a row for each year; "" of other tables.
    """

    label: str
    id: str = ""
    definition: str = ""
    citation: str = ""
    faults: tuple[str, ...] = ()
    members_kind: str = "state"
    source_id: str = ""
    observed_from: str = ""

    @property
    def name(self) -> str:
        """Its id."""
        return self.id or f"dataset-{self.prefix}"

    @property
    def prefix(self) -> str:
        """What the ids of its facts begin with."""
        return self.id or self.source_id or slug(self.label) or "table"

    def of_version(self, known: str, given: str) -> DataSet:
        """The data set as a table is called that is of another version than the one that is known.

        Parameters
        ----------
        known : str
            The version of which all else is said.
        given : str
            The version that the table gives; "" if it gives none, or the known one.

        Returns
        -------
        DataSet

        >>> other = DataSet("Alliances 5.1, members").of_version("5.1", "5.0")
        >>> other.label
        'Alliances 5.0, members'
        >>> other.faults
        ('The table is of version 5.0; what is said of the data set is known of version 5.1.',)
        """
        if not given:
            return self
        note = f"The table is of version {given}; what is said of the data set is known of version {known}."
        label, citation = (text.replace(f" {known}", f" {given}", 1) for text in (self.label, self.citation))
        return replace(self, label=label, citation=citation, faults=(note, *self.faults))
