"""Several columns that name bodies of a row's member, "Military alliance" and "Economic union", or members of its body.

Such a table is read as if it had a row for each of them: if the user names several columns as organizations, or if
their names say so, what is in them is in the list of bodies, and no dates stand beside them, which may be of one only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from ..cells.cell_reader import CellReader
from ..dates.written_dates import WrittenDates
from ..important import Important
from ..planning.column import Column
from ..planning.field_names import columns_given
from ..planning.keys import counted, edge_named, key_of
from ..planning.own_bodies import is_one_itself
from ..planning.table_plan import Plan
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import has_body_word
from ..table_options import map_option
from ..tables.tabular import Table
from .two_sides import unfold_pairs
from .unfolding import NO_NUMBER, ask_of_namibia, names_in, plain_names_in, unfolded, unsaid_in

__all__ = ["unfold_bodies", "unfold_bodies_of_people"]


def unfold_bodies(table: Table, mapping: Mapping[str, str]) -> Mapping[str, str]:
    """Give a table with several columns of bodies a row for each of them.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names.

    Returns
    -------
    mapping of str to str
        The same without the columns that are no more.
    """
    mapping = unfold_pairs(table, mapping)
    mapping = _unfold_members(table, mapping)
    given = columns_given(table.header, mapping, "organization")
    columns = _with_names(table)
    if given:
        found = _given(table, given)
    elif any(c.key in FIELDS["organization"] for c in columns) or any(map(_of_time, table.header)):
        return mapping
    else:
        found = [c for c in columns if c.key not in map(key_of, mapping) and has_body_word(c.key) and _has_bodies(c)]
        if _count_with_others(found, table.header):
            return mapping
    if len(found) < 2:
        return mapping
    mapping = _in_rows_of_their_own(table, mapping, found, "organizations", "organization")
    return {**mapping, "organization": "organization"} if given else mapping


def unfold_bodies_of_people(table: Table, mapping: Mapping[str, str], plan: Plan) -> Mapping[str, str]:
    """Give a table of people a row for each body that one is in: a chamber, a committee, a party.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names.
    plan : Plan
        What its columns are.

    Returns
    -------
    mapping of str to str
        The same with the columns of the people and of their bodies.
    """
    names = plan.header
    member = names[plan.fields["member"]]
    dated = ", with the dates of the row" if {"start", "end", "period", "year"} & plan.fields.keys() else ""
    shown = " and ".join(repr(names[at]) for at in plan.several)
    note = (
        f"{shown} each say what the people of {member!r} are in, and were read as a membership each{dated}; to read one"
        f" only, say: {map_option(names[plan.several[0]], 'organization')}"
    )
    table.notes.append(Important(note) if dated else note)
    unfolded(
        table,
        [_BODY],
        [[at] for at in plan.several],
        lambda count: table.notes.append(Important(_without(count, shown))),
    )
    return {**mapping, member: "person", _BODY: "organization"}


_BODY = "organization"
"""What the one column is called that several become."""


def _given(table: Table, given: Collection[int]) -> list[Column]:
    """The columns that the user names as organizations, unless they are bodies themselves, with yes and no in them.

    Numbers are of bodies then, and what stands for no number is none.
    """
    columns = [Column(at, name, names_in(table, at)) for at, name in enumerate(table.header)]
    found = [c for c in columns if c.at in given]
    cells = CellReader(WrittenDates())
    own = [c for c in found if c.urls or is_one_itself(c, "organization", cells)]
    if own or not any(c.cells for c in found):
        return [c for c in found if c in _with_names(table) and c not in own]
    numbers = frozenset(c.at for c in found if all(_NUMBER.fullmatch(cell) for cell in c.distinct))
    if len(found) > 1 and numbers:
        table.rewrite(
            lambda cells: ["" if at in numbers and cell.strip() in NO_NUMBER else cell for at, cell in enumerate(cells)]
        )
    return found


_NUMBER = re.compile(r"-?\d+(?:\.0*)?|\.|")


def _unfold_members(table: Table, mapping: Mapping[str, str]) -> Mapping[str, str]:
    """Give a table of which the user names several columns as the member a row for each of them."""
    given = columns_given(table.header, mapping, "member")
    cells = CellReader(WrittenDates())
    found = [c for c in _with_names(table) if c.at in given and not is_one_itself(c, "member", cells)]
    if len(found) < 2:
        return mapping
    # With the plural, lists in cells are parted.
    mapping = _in_rows_of_their_own(table, mapping, found, "members", "members")
    if dated := [repr(c.name) for c in found if re.search(r"(?<!\d)[12]\d{3}(?!\d)", c.name)]:
        table.notes.append(f"the year in the name of {', '.join(dated)} was not read as a start")
    return mapping


def _in_rows_of_their_own(
    table: Table, mapping: Mapping[str, str], found: Sequence[Column], read_as: str, name: str
) -> Mapping[str, str]:
    """Give each row one for each of some columns, all in one column; the mapping without those that are no more."""
    shown = ", ".join(repr(c.name) for c in found)
    if read_as == "members":
        ask_of_namibia(table, [c.at for c in found])
    none = unsaid_in(table, [c.at for c in found], read_as.removesuffix("s"))
    table.notes.append(f"{shown} were read as {read_as}, as if each were in a row of its own{none}")

    def without(count: int) -> None:
        table.notes.append(_without(count, shown))

    unfolded(table, [name], [[c.at] for c in found], without, unsaid=bool(none))
    gone = {c.key for c in found}
    return {column: field for column, field in mapping.items() if key_of(column) not in gone}


def _with_names(table: Table) -> list[Column]:
    """The columns that may have names in them."""
    columns = [Column(at, name, plain_names_in(table, at)) for at, name in enumerate(table.header)]
    return [c for c in columns if c.cells and not (c.flags or c.numbers or c.urls or c.years)]


def _count_with_others(found: Sequence[Column], header: Sequence[str]) -> bool:
    """Whether columns of bodies count, and so do others beside them, which say something of each: "igo_1,role_1"."""
    numbers = {named[1] for column in found if (named := counted(column.key))}
    others = {key_of(name) for name in header} - {column.key for column in found}
    return any(named[1] in numbers for key in others if (named := counted(key)))


def _without(count: int, shown: str) -> str:
    return f"{count} row{'s' if count > 1 else ''} without a name in {shown}: no membership"


def _of_time(name: str) -> bool:
    key = key_of(name)
    return any(key in FIELDS[field] for field in ("start", "end", "period")) or edge_named(key)


def _has_bodies(column: Column) -> bool:
    """Whether most names in a column are in the list of bodies."""
    from ...model.known.bodies import bodies

    names = {part.strip() for cell in column.distinct for part in re.split(r"[,;/\n]", cell) if part.strip()}
    return 2 * sum(bool(bodies().find(name)) for name in names) > len(names)
