"""What the tables of the Correlates of War IGO data say, as one value: a letter for each state, year and organization."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cow_columns import Unread

__all__ = ["CowTables", "Organization", "State"]


@dataclass(frozen=True)
class State:
    """A state: its COW code, abbreviation and names.

    `stands_in` says that the label is no name that a person wrote, but made of a column's or of small letters: "Usa".
    """

    code: int
    label: str
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    stands_in: bool = False


@dataclass(frozen=True)
class Organization:
    """An organization: its acronym, names, and the years of its beginning and end where the table gives them."""

    acronym: str
    label: str
    aliases: tuple[str, ...] = ()
    founded: int | None = None
    dissolved: int | None = None


@dataclass
class CowTables:
    """What the tables say.

    `cells` has for each state (by code) and year one letter for each of the `columns`; `states` and
    `organizations` describe codes and columns; `exists` has for each year the columns that exist in it, as bits
    (the last column is the lowest bit), `over` those that do not, and `coded` those that some state's cell says to be
    missing, all by what the table itself says.
    """

    columns: list[str]
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    states: dict[int, State] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    exists: dict[int, int] = field(default_factory=dict)
    over: dict[int, int] = field(default_factory=dict)
    coded: dict[int, int] = field(default_factory=dict)
    silent_bodies: dict[str, list[int]] = field(default_factory=dict)
    silent_states: dict[int, list[int]] = field(default_factory=dict)
    """Years of which the table says nothing of an organization or a state, though it does of others."""
    since: dict[int, int] = field(default_factory=dict)
    """The first year of each state of which the table has a row."""
    unseen: set[tuple[int, int]] = field(default_factory=set)
    """States (by code) and columns of which nothing is known before some year."""
    repaired: dict[str, str] = field(default_factory=dict)
    """Names whose letters were broken, and as what they were read."""
    rows: int = 0
    read_as: dict[str, str] = field(default_factory=dict)
    """How many rows the table of memberships has; its columns that are read, and as what."""
    unread: Unread = field(default_factory=Unread)
    """The columns that were not read of the table of memberships, and how it is written."""

    @property
    def first(self) -> int:
        """The first year of the table."""
        return min(self.exists)

    @property
    def last(self) -> int:
        """The last year of the table."""
        return max(self.exists)
