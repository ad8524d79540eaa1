"""What was read of a table and what was not: said after an import, in a check, and kept with the source in a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from ..amounts import counted, shortened
from .dates.edge_words import LEFT_OUT, UNKNOWN_END

__all__ = ["Report"]

_PLAIN = ("", "row numbers", "empty", "as asked", "in words", "of something else")
"""The reasons for which a column is not read that nobody has to be told of with each answer."""


@dataclass
class Report:
    """What became of a table.

    Parameters
    ----------
    table : str
        The table's file.
    read_as : dict of str to str
        The columns that were read, and as what.
    unread : dict of str to str
        The columns that were not read, and why ("" if nothing is known of them).
    rows, memberships : int
        How many rows were read, and how many memberships they made.
    repeated : int
        How many of these say the same as others.
    no, missing : int
        How many cells say that there is no membership, and of how many nothing is known.
    skipped : Counter
        Words whose rows were left out as asked.
    unknown : Counter
        Words that were not understood.
    notes, warnings : list of str
        What was decided about the table; what may be wrong with it.
    as_of : str
        The table's own date, if it has one: the last year of a panel.
    observed_from : str
        The first year of a panel; "" of other tables.
    cite : str
        What to cite for the data, if it is a published data set.
    joined : list of str
        What was joined to the lists of states and bodies and what was not, in short.
    joined_wholly : list of str
        The same, name by name.
    refused : bool
        Whether it has errors for which a question or an import reads nothing of it.
    known_version, given_version : str
        Of a published data set whose table says that it is of another version than the known one, both.

    >>> report = Report("t.csv", {"country": "member", "igo": "organization"}, {"gdp": ""}, rows=3, memberships=2, no=1)
    >>> print(*report.lines(), sep="\\n")
    columns read: country as member, igo as organization
    columns not read: gdp
    3 rows made 2 memberships; 1 says that there is none
    """

    table: str
    read_as: dict[str, str] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    rows: int = 0
    memberships: int = 0
    repeated: int = 0
    no: int = 0
    missing: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    important: list[str] = field(default_factory=list)
    as_of: str = ""
    observed_from: str = ""
    cite: str = ""
    joined: list[str] = field(default_factory=list)
    joined_wholly: list[str] = field(default_factory=list)
    refused: bool = False
    known_version: str = ""
    given_version: str = ""

    def lines(self, *, whole: bool = False) -> list[str]:
        """The report as sentences, the columns first; `whole`: with each name that was joined.

        Returns
        -------
        list of str
        """
        found = [f"columns read: {_columns(self.read_as)}"] if self.read_as else []
        if self.unread:
            found.append(f"columns not read: {self._unread()}")
        found.append(self._counted())
        return [*found, *self.notes, *self.joined, *(self.joined_wholly if whole else ()), *self.warnings]

    @property
    def worth_saying(self) -> str:
        """What a user should know even if he only asks a question of the table; "" if nothing."""
        unread: dict[str, list[str]] = {}
        for name, reason in self.unread.items():
            if reason not in _PLAIN and not reason.startswith(("another name of", "the id of")):
                unread.setdefault(reason, []).append(repr(name))
        found = [_not_read(shortened(names), len(names)) + reason for reason, names in unread.items()]
        return "; ".join([*found, *self._over(), *self.important, *self.warnings])

    @property
    def asked(self) -> dict[str, str]:
        """The columns that were not read and may be what memberships are in, each with what to say if they are."""
        return {name: reason for name, reason in self.unread.items() if "--map" in reason}

    def _over(self) -> list[str]:
        """What is said of rows whose membership is over nobody knows since when."""
        rows = self.skipped.get(LEFT_OUT[UNKNOWN_END], 0)
        what = "a membership that is over" if rows == 1 else "memberships that are over"
        return [f"{counted(rows, 'row')} left out: {what}, and nobody knows since when"] if rows else []

    def _unread(self) -> str:
        reasons: dict[str, list[str]] = {}
        for name, reason in self.unread.items():
            reasons.setdefault(reason, []).append(name or "(without a name)")
        return "; ".join(shortened(names, 30) + (f" ({reason})" if reason else "") for reason, names in reasons.items())

    def _counted(self) -> str:
        memberships = counted(self.memberships - self.repeated, "membership")
        text = f"{counted(self.rows, 'row')} made {memberships}"
        if self.refused:
            text = f"with these errors nothing of it is read; {counted(self.rows, 'row')} would make {memberships}"
        if self.repeated:
            text += f"; {self.repeated:,} more {'say' if self.repeated > 1 else 'says'} the same as others"
        if self.no:
            text += f"; {self.no:,} {'say' if self.no > 1 else 'says'} that there is none"
        if self.missing:
            text += f"; {self.missing:,} {'are' if self.missing > 1 else 'is'} missing"
        if self.skipped:
            text += f"; skipped: {shortened(f'{word!r} ({count:,})' for word, count in self.skipped.most_common())}"
        if self.unknown:
            text += f"; not understood: {shortened(map(repr, self.unknown))}"
        return text

    def as_dict(self) -> dict[str, Any]:
        """The report as plain data, for a store's manifest and for JSON.

        Returns
        -------
        dict
        """
        content = {one.name: getattr(self, one.name) for one in fields(self)}
        # `asdict` would count the pairs of a Counter.
        return {key: dict(value) if isinstance(value, Counter) else value for key, value in content.items() if value}

    @classmethod
    def from_dict(cls, content: Mapping[str, Any]) -> Report:
        """A report from what `as_dict` gives.

        Parameters
        ----------
        content : mapping
            The plain data; what another version wrote into it is left out.

        Returns
        -------
        Report
        """
        known = {key: value for key, value in content.items() if key in cls.__dataclass_fields__}
        for key in ("skipped", "unknown"):
            known[key] = Counter(known.get(key, {}))
        return cls(**{"table": "", **known})


def _not_read(names: str, count: int) -> str:
    return f"column {names} was not read: " if count == 1 else f"columns {names} were not read: "


def _columns(read_as: Mapping[str, str]) -> str:
    kinds: dict[str, list[str]] = {}
    single = []
    for name, what in read_as.items():
        if what.startswith("a "):
            kinds.setdefault(what, []).append(name)
        else:
            single.append(name if name.casefold() == what else f"{name or '(without a name)'} as {what}")
    plural = {"a body": "bodies", "a member": "members", "a year": "years", "a further quote": "further quotes"}
    wide = [f"{shortened(names)} as {plural[kind] if len(names) > 1 else kind}" for kind, names in kinds.items()]
    return ", ".join([*single, *wide])
