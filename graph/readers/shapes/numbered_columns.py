"""Columns that count: `org1`, `org2`, `org3` are one column of several rows.

Beside each may stand its own start, end or role (`joined1`, `role1`). A table of this kind is read as if it had a row
for each of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...model.roles import role_named
from ..names.known_names import states_in
from ..planning.column import Column
from ..planning.dates.observed import year_word
from ..planning.keys import counted, key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import END_WORD, START_WORD, has_body_word, says
from ..tables.tabular import Table
from .unfolding import NO_NUMBER, NOWHERE, ask_of_namibia, names_in, plain_names_in, unfolded, unsaid_in

__all__ = ["unfold"]

_BESIDE = frozenset(name for field in ("role", "start", "end", "period", "flag") for name in FIELDS[field])
_ALSO = {"organization": ("membership", "member in", "affiliation"), "member": ()}  # if names are in them
_SAID = {"cow": "member, by the codes of the Correlates of War"}
_ATOP = "atopid"
_FEWEST = {"organization": 2, "member": 3}  # two members may be a pair of states, which says another thing


def unfold(table: Table, mapping: Mapping[str, str]) -> None:
    """Give a table with counted columns a row for each of them.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names, which are left as they are.
    """
    found = _counted(table.header, mapping)
    plain = {key_of(name) for name in table.header}
    for side, fewest in _FEWEST.items():
        for stem, columns in found.items():
            called = stem in (*FIELDS[side], *_ALSO[side]) or (side == "organization" and says(stem, side))
            called = called or (side == "member" and _has_states(table, columns))
            told = {
                other: places
                for other, places in found.items()
                if other != stem and places.keys() <= columns.keys() and _is_beside(other)
            }
            called = called or (side == "organization" and bool(told) and has_body_word(stem))
            coded = side == "member" and len(columns) >= fewest and _has_codes(table, stem, columns)
            if side == "organization" and stem == _ATOP and len(columns) > 1:
                _name_alliances(table, columns)
                _unfold(table, side, {side: columns})
                return
            if not (called or coded) or stem in plain or len(columns) < fewest:
                continue
            if coded or all(_has_names(table, at) for at in columns.values()):
                if coded:
                    _blank(table, frozenset(columns.values()))
                _unfold(table, side if not coded else "cow", {stem: columns, **told})
                return


def _has_states(table: Table, columns: Mapping[int, int]) -> bool:
    """Whether counted columns, whatever they are called ("c1", "c2", "c3"), name states."""
    names = {cell for at in columns.values() for cell in plain_names_in(table, at)}
    return len(names) > 2 and not any(map(str.isdigit, names)) and states_in(names) >= 0.8


_OF_CODES = frozenset(("mem", "member", "state", "country", "party", "signatory", *FIELDS["cow"]))


def _has_codes(table: Table, stem: str, columns: Mapping[int, int]) -> bool:
    """Whether counted columns have codes of states in them, as the Correlates of War have them: 2, 220, 710."""
    codes = {cell.removesuffix(".0") for at in columns.values() for cell in names_in(table, at)} - NO_NUMBER
    if stem not in _OF_CODES or len(codes) < 2 or not all(map(str.isdigit, codes)):
        return False
    from ...model.known.authority import authority

    return sum(bool(authority().meanings_of_code(code, ["cow"])) for code in codes) >= 0.9 * len(codes)


def _name_alliances(table: Table, columns: Mapping[int, int]) -> None:
    """Call alliances by their numbers in ATOP, as its table of members does."""
    _blank(table, frozenset(columns.values()))

    def called(cell: str) -> str:
        number = cell.strip().removesuffix(".0")
        return f"ATOP {number}" if number.isdigit() else cell

    table.rewrite(lambda cells: [called(cell) if at in columns.values() else cell for at, cell in enumerate(cells)])


def _blank(table: Table, places: frozenset[int]) -> None:
    """Empty the cells of some columns that stand for no code."""

    def row(cells: list[str]) -> list[str]:
        return ["" if at in places and cell.strip() in NO_NUMBER else cell for at, cell in enumerate(cells)]

    table.rewrite(row)


def _counted(header: Sequence[str], mapping: Mapping[str, str]) -> dict[str, dict[int, int]]:
    """The names of counted columns without their numbers, and the place of each number's column."""
    given = {key_of(name) for name in mapping}
    found: dict[str, dict[int, int]] = {}
    for at, name in enumerate(header):
        key = key_of(name)
        if key in given or (named := counted(key)) is None:
            continue
        before, number, behind = named
        if stem := f"{before} {behind}".strip():
            found.setdefault(stem, {}).setdefault(number, at)
    return found


def _is_beside(stem: str) -> bool:
    """Whether a counted column says something of the membership beside it."""
    return (
        stem in _BESIDE
        or year_word(stem)
        or bool(START_WORD.search(stem) or END_WORD.search(stem))
        or stem.split()[-1] in _BESIDE
    )


def _has_names(table: Table, at: int) -> bool:
    column = Column(at, table.header[at], plain_names_in(table, at))
    roles = sum(role_named(cell) is not None for cell in column.distinct)
    return not (column.flags or column.numbers or column.urls) and roles * 2 <= len(column.distinct)


def _unfold(table: Table, side: str, groups: dict[str, dict[int, int]]) -> None:
    first, *others = groups
    numbers = sorted(groups[first])
    names = [table.header[groups[first][number]] for number in numbers]
    shown = ", ".join(names)

    def without(count: int) -> None:
        table.notes.append(f"{count} row{'s' if count > 1 else ''} without a name in {shown}: no membership")

    if side == "member":
        ask_of_namibia(table, [*groups[first].values()])
    none = unsaid_in(table, groups[first].values(), side)
    table.notes.append(
        f"{names[0]} to {names[-1]} were read as the {_SAID.get(side, side)}, as if each were in a row of its own{none}"
    )
    variants = [[columns.get(number, NOWHERE) for columns in groups.values()] for number in numbers]
    named = {"cow": "ccode"}.get(side, side)
    unfolded(table, [first if first in FIELDS[side] else named, *others], variants, without, unsaid=bool(none))
