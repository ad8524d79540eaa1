"""The blocks of a sheet: tables that stand side by side in it, each with a column of members of its own.

They are known by columns of members that name other states in the same rows, each behind an empty column, or below
the same names of columns as the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...model.roles import role_named
from ..names.known_names import states_in
from ..planning.column import Column
from ..planning.keys import key_of
from ..planning.named_bodies import called_after_body, edge_and_body
from ..planning.same_states import name_other_states
from ..planning.titles import body_of_title
from ..planning.words.column_names import FIELDS
from ..row import SCHEMES
from ..tables.aligned import fields_by_place
from ..tables.tabular import Table
from .headings import says_role

__all__ = ["Block", "find_blocks"]

_MEMBER = frozenset(FIELDS["member"])
_CODES = frozenset(name for scheme in SCHEMES for name in FIELDS[scheme])
_COUNTED = re.compile(r"[ ._]?\d{1,2}$")  # "Country.1", "Country2": the second of a name, as what reads tables calls it
_SIGNS = " -–—:,;/|."
_PLAIN = {"start": "joined", "end": "left"}
"""What the dates of a body are called when it has a column of its own."""


@dataclass
class Block:
    """One of several tables in a sheet.

    Parameters
    ----------
    columns : list of Column
        Its columns.
    members : Column
        The one that names its members.
    title : str
        What stands above it, or before the names of its columns: "NATO" of "NATO Country" and "NATO Joined".
    body, role : str
        What is said of all its members; "" if nothing is.
    called : dict of int to str
        What its columns are called without that, by their places.
    sure : bool
        Whether it names other members in the same rows than those before it.
    """

    columns: list[Column]
    members: Column
    title: str = ""
    body: str = ""
    role: str = ""
    called: dict[int, str] = field(default_factory=dict)
    sure: bool = True

    @property
    def shown(self) -> str:
        """Its columns, for a message."""
        return ", ".join(repr(column.name) for column in self.columns if column.name)

    def fields(self, given: Mapping[str, str]) -> dict[int, str]:
        """What its columns are, by their places: a field, or how the column is called.

        Parameters
        ----------
        given : mapping of str to str
            The fields of columns that the user names, by their keys.

        Returns
        -------
        dict of int to str
        """
        said = {column.at: given[column.key] for column in self.columns if column.key in given}
        return fields_by_place(self.called, said, self.members.at)

    def has_body(self, *, capitals: bool) -> bool:
        """Whether something in it says in which body its members are."""
        names = [name for at, name in self.called.items() if at != self.members.at and name]
        return bool(self.body) or any(
            key_of(name) in FIELDS["organization"]
            or called_after_body(edge_and_body(name, key_of(name))[1] or name, capitals=capitals)
            for name in names
        )


def find_blocks(table: Table, columns: Sequence[Column], *, capitals: bool) -> tuple[list[Block], bool]:
    """The tables that stand side by side in a sheet.

    Parameters
    ----------
    table : Table
        The sheet.
    columns : sequence of Column
        Its columns.
    capitals : bool
        Whether capitals in the names of its columns mean something.

    Returns
    -------
    (list of Block, bool)
        The tables, fewer than two if there are not several; and whether empty columns part them.
    """
    blocks, apart = _parted_by_gaps(table, columns), True
    if len(blocks) < 2:
        blocks, apart = _parted_by_names(table, columns), False
    for block in blocks if len(blocks) > 1 else ():
        _call(block)
        _find_body(block, capitals=capitals)
    return blocks, apart


def _parted_by_gaps(table: Table, columns: Sequence[Column]) -> list[Block]:
    """The tables that empty columns part, if each has members, and others in each."""
    runs: list[list[Column]] = [[]]
    for column in columns:
        if column.name or column.cells:
            runs[-1].append(column)
        elif runs[-1]:
            runs.append([])
    if len(runs) < 2 or not runs[1]:
        return []
    blocks: list[Block] = []
    again = len({tuple(_uncounted(column) for column in run) for run in runs if run}) == 1
    for run in filter(None, runs):
        members = next(filter(_names_members, run), run[0] if again else None)
        if members is not None:
            others = all(_are_others(table, block.members, members) for block in blocks)
            blocks.append(Block(run, members, sure=others))
        elif blocks:
            blocks[-1].columns += run
        else:
            return []
    return blocks


def _parted_by_names(table: Table, columns: Sequence[Column]) -> list[Block]:
    """The tables that begin each with the same columns, whose members are states, and others in each."""
    filled = [column for column in columns if column.name or column.cells]
    starts: list[int] = []
    for at, column in enumerate(filled):
        if not _may_begin(column):
            continue
        titles = {_title_of(filled[start])[0] for start in (*starts, at)} - {""}
        called_so = len(titles) == len(starts) + 1 or _uncounted(column) in {_uncounted(filled[at]) for at in starts}
        if called_so or all(name_other_states(table.sample, filled[start].at, column.at) for start in starts):
            starts.append(at)
    before = starts[0] if starts else 0
    begin = [start - before for start in starts]
    parts = [filled[one:two] for one, two in zip(begin, [*begin[1:], len(filled)], strict=False)]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return []
    keys = [[_uncounted(column) for column in part[:before]] for part in parts]
    return [Block(part, part[before]) for part in parts] if all(each == keys[0] for each in keys) else []


def _may_begin(column: Column) -> bool:
    """Whether a table of states may begin with a column, by its name: "Country", "NATO member", "NATO"."""
    states = states_in(column.distinct)
    named = _member_words(column.name) is not None or (called_after_body(column.name) and states >= 0.8)
    return named and states >= 0.5


def _title_of(column: Column) -> tuple[str, str]:
    """What stands before the name of the members' column, which may be all of it, and the name without it."""
    if (words := _member_words(column.name)) is not None:
        return words
    return (column.name, "") if called_after_body(column.name) else ("", column.name)


def _names_members(column: Column) -> bool:
    """Whether the members of a table are in a column: by its name, or by the states in it."""
    if not column.cells or column.flags:
        return False
    if _member_words(column.name) is not None and (not column.numbers or column.key in _CODES):
        return True
    return len(column.distinct) > 1 and not column.numbers and states_in(column.distinct) >= 0.8


def _are_others(table: Table, one: Column, other: Column) -> bool:
    """Whether two columns of members name other states; of what is in no list, below the same name, other names."""
    if name_other_states(table.sample, one.at, other.at):
        return True
    same = _uncounted(one) == _uncounted(other)
    if not same or states_in(one.distinct) >= 0.5 or states_in(other.distinct) >= 0.5:
        return False
    return 2 * len(one.distinct & other.distinct) < len(other.distinct)


def _uncounted(column: Column) -> str:
    return key_of(_COUNTED.sub("", column.name))


def _member_words(name: str) -> tuple[str, str] | None:
    """What stands before the words for a member in the name of a column, and these words; None if it has none.

    >>> _member_words("OPEC members Country"), _member_words("Member state.1"), _member_words("Population")
    (('OPEC members', 'Country'), ('', 'Member state'), None)
    """
    for text in dict.fromkeys((name, _COUNTED.sub("", name))):
        words = text.split()
        for at in range(len(words)):
            rest = " ".join(words[at:])
            if key_of(rest) in _MEMBER or key_of(rest) in _CODES:
                return " ".join(words[:at]).strip(_SIGNS), rest
    return None


def _call(block: Block) -> None:
    """Call the columns of a table without the title above them, which may be the name of its members."""
    block.title, rest = _title_of(block.members)
    for column in block.columns:
        name = _COUNTED.sub("", column.name)
        if block.title and name.casefold().startswith(block.title.casefold()):
            name = name[len(block.title) :].strip(_SIGNS) or name
        block.called[column.at] = name
    block.called[block.members.at] = rest or "member"


def _find_body(block: Block, *, capitals: bool) -> None:
    """The body, or the role, that a table is of: by its title, or by the names of its columns."""
    if title := block.title:
        block.body = body_of_title(title, capitals=capitals)
        block.role = "" if block.body else role_named(title) or (title if says_role(title) else "")
    if block.body or any(key_of(name) in FIELDS["organization"] for name in block.called.values()):
        return
    edges: dict[int, tuple[str, str]] = {}
    own: list[Column] = []
    for column in block.columns:
        name = block.called[column.at]
        edge, of = edge_and_body(name, key_of(name), capitals=capitals)
        if edge and not of:
            continue  # "bis" is till, and no bank
        if edge and called_after_body(of, capitals=capitals):
            edges[column.at] = edge, of
        elif column is not block.members and called_after_body(name, capitals=capitals):
            own.append(column)
    one_body = len({of for _, of in edges.values()}) == 1 and len({edge for edge, _ in edges.values()}) == len(edges)
    if one_body and not own:
        block.body = next(of for _, of in edges.values())
        block.called |= {at: _PLAIN[edge] for at, (edge, _) in edges.items()}
    elif len(own) == 1 and not edges and (own[0].flags or own[0].years):
        block.body = block.called[own[0].at]
        block.called[own[0].at] = "is member" if own[0].flags else "joined"
