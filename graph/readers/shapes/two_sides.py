"""Tables of pairs of states of which the user says that one side, or both, are members."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..planning.column import Column
from ..planning.field_names import NUMBERED, given_as
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.sides import Pair, pairs_of
from ..tables.tabular import Table
from .unfolding import NO_NUMBER, names_in, unfolded

__all__ = ["unfold_pairs"]


def unfold_pairs(table: Table, mapping: Mapping[str, str]) -> Mapping[str, str]:
    """Give a table of pairs a row for each side that is said to be of members, with all that stands of that side.

    Numbers of states in it are read as codes, and a name beside them as the state's, so that it is the same which of
    the columns of a side the user names.

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
    given = given_as(mapping, "member")
    said = {key_of(name) for name in mapping}
    places = {key_of(name): at for at, name in reversed(list(enumerate(table.header)))}
    pairs = pairs_of(places)
    own = next((pair for pair in pairs if given & {pair.first, pair.second}), None)
    if own is None or any(key not in (own.first, own.second) for key in given):
        return mapping
    beside = [pair for pair in pairs if pair.sides == own.sides and not {pair.first, pair.second} & said]
    named = {pair: _called(table, pair, places, pair is own) for pair in [own, *beside]}
    if {own.first, own.second} <= given:
        if not beside and named[own] not in map(_first_name, NUMBERED):
            return mapping  # two columns of names, and nothing beside them
        _both(table, named, places)
    else:
        _one(table, named, places, second=own.second in given)
    rest = {name: field for name, field in mapping.items() if key_of(name) not in given}
    name = next((name for name in named.values() if key_of(name) in FIELDS["member"]), "")
    return {**rest, name: next(mapping[each] for each in mapping if key_of(each) in given)} if name else rest


def _first_name(scheme: str) -> str:
    return FIELDS[scheme][0]


def _called(table: Table, pair: Pair, places: Mapping[str, int], own: bool) -> str:
    """What the column of a pair is called when it has a row for each side; numbers of states by their scheme."""
    cells = [cell for key in (pair.first, pair.second) for cell in names_in(table, places[key])]
    column = Column(0, pair.of, [cell for cell in cells if cell not in NO_NUMBER])
    if column.numbers:
        scheme = next((one for one in NUMBERED if pair.of in FIELDS[one]), "")
        return _first_name(scheme or _scheme_of(column.distinct)) if scheme or own else pair.of
    return "member" if own and pair.of not in FIELDS["member"] and not _is_code(pair.of) else pair.of


def _is_code(key: str) -> bool:
    return any(key in FIELDS[scheme] for scheme in (*NUMBERED, "iso2", "iso3", "cow_abbreviation"))


def _scheme_of(codes: Collection[str]) -> str:
    """The scheme of numbers of which nothing but themselves tells one."""
    from ...model.known.authority import authority

    return max(
        NUMBERED, key=lambda one: sum(bool(authority().meanings_of_code(code, [_SCHEMES[one]])) for code in codes)
    )


_SCHEMES = {"cow": "cow", "gw": "gw", "iso_numeric": "isoNumeric"}


def _both(table: Table, named: Mapping[Pair, str], places: Mapping[str, int]) -> None:
    """A row for each of the two sides."""
    shown = "; ".join(f"{_title(table, places[p.first])!r}, {_title(table, places[p.second])!r}" for p in named)
    table.notes.append(f"{shown} were read as members, as if each were in a row of its own")
    columns = [[places[pair.first] for pair in named], [places[pair.second] for pair in named]]
    what = f"without a name in {shown}: no membership"
    unfolded(
        table, list(named.values()), columns,
        lambda count: table.notes.append(f"{count} row{'s' if count > 1 else ''} {what}"),
    )  # fmt: skip


def _one(table: Table, named: Mapping[Pair, str], places: Mapping[str, int], *, second: bool) -> None:
    """The columns of one side called as if there were no other, which stays and is not read."""
    header: list[str] = list(table.header)
    renamed: list[str] = []
    for pair, name in named.items():
        at = places[pair.second if second else pair.first]
        renamed.append(f"{header[at]!r} as {name!r}")
        header[at] = name
    others: Sequence[str] = [_title(table, places[p.first if second else p.second]) for p in named]
    table.header = header
    table.notes.append(f"of each pair one state was read: {', '.join(renamed)}, and not {', '.join(map(repr, others))}")


def _title(table: Table, at: int) -> str:
    return " ".join(table.header[at].split())
