"""What was decided of the columns of a table: the plan by which its rows are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..table_options import map_option
from .words.date_parts import DateParts, map_all

__all__ = ["Plan"]


@dataclass
class Plan:
    """What a table's columns are.

    Parameters
    ----------
    layout : str
        What a table has: "rows", one for each membership, or a column for each of its "bodies", "members" or "years".
    header : list of str
        The names of the columns.
    fields : dict of str to int
        The place of each field's column.
    wide : dict of int to str
        The columns that are bodies, members or years, and what each is called.
    edges : dict of str to dict of str to int
        The bodies whose starts and ends have columns of their own, and the places of these.
    parts : list of DateParts
        The dates whose year, month and day have columns of their own, read or not.
    before : dict of int to str
        The columns of dates before a membership, of signature or application.
    signed : frozenset of int
        Those of them that a user wants to be left out: who has a date there and no start is no member.
    unread : dict of int to str
        The columns that are not read, and why ("" if nothing is known of them).
    further : dict of int to dict of str to int
        The columns of further quotes by their number: of the quote, its paragraph and its source.
    several : list of int
        The columns that each say what the people of the table are in, if more than one does.
    person : bool
        Whether the members are people.
    identity : int, optional
        The column that tells people apart whose names are written almost alike.
    states : bool
        Whether something says that they are states.
    coded : bool
        Whether the roles are codes, of which some say that there is no membership.
    role_of_all : str
        The words for the role of all rows that a title or the name of the file has; "" if none.
    role_source : str
        What says it.
    lists : frozenset of str
        The fields whose cells are lists with commas.
    slashes : frozenset of str
        The fields whose cells are lists with slashes.
    notes : list of str
        What was decided, in words.
    remarks : list of str
        What was decided and may be wrong, with the way to say it otherwise.
    """

    layout: str
    header: list[str]
    fields: dict[str, int]
    wide: dict[int, str] = field(default_factory=dict)
    edges: dict[str, dict[str, int]] = field(default_factory=dict)
    parts: list[DateParts] = field(default_factory=list)
    before: dict[int, str] = field(default_factory=dict)
    signed: frozenset[int] = frozenset()
    unread: dict[int, str] = field(default_factory=dict)
    further: dict[int, dict[str, int]] = field(default_factory=dict)
    several: list[int] = field(default_factory=list)
    person: bool = False
    identity: int | None = None
    states: bool = False
    coded: bool = False
    role_of_all: str = ""
    role_source: str = ""
    lists: frozenset[str] = frozenset()
    slashes: frozenset[str] = frozenset()
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def members_kind(self) -> str:
        """What the members are: "person", "state", or "member" if nothing says it of those that are in no list."""
        return "person" if self.person else "state" if self.states else "member"

    @property
    def observed(self) -> bool:
        """Whether columns say when each row was observed."""
        return bool({"year", "month"} & self.fields.keys())

    def map_as(self, at: int, field: str) -> str:
        """What to say for a column, and those that are parts of the same date, to be read as a field.

        Parameters
        ----------
        at : int
            The column's place.
        field : str
            "start", "end" or "ignore".

        Returns
        -------
        str
        """
        date = next((date for date in self.parts if at in date.at.values()), None)
        return map_all(self.header, date, field) if date else map_option(self.header[at], field)

    def read_as(self) -> dict[str, str]:
        """Each column that is read, by name, and as what.

        Returns
        -------
        dict of str to str
        """
        names = {at: name for name, at in reversed(self.fields.items())}
        what = {"bodies": "a body", "members": "a member", "years": "a year"}.get(self.layout, "")
        found = {}
        for at, name in enumerate(self.header):
            if at in names:
                found[name] = names[at].replace("_", " ")
            elif at in self.wide:
                found[name] = what
            elif any(at in each.values() for each in self.further.values()):
                found[name] = "a further quote"
        for body, edges in self.edges.items():
            found |= {self.header[at]: f"{edge} in {body}" for edge, at in edges.items()}
        return found
