"""Tables that stand one below the other in one file, each with names of columns of its own, perhaps below a title.

They are read as one table with the columns of all of them. The title of a table names the body that its members are in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...amounts import shortened
from ...errors import InvalidRequest
from ...model.known.authority import authority
from ..cells.asides import is_sum
from ..names.known_names import states_in
from ..planning.field_names import fields_given
from ..planning.keys import NAMES_OF_ENDS, count_known, key_of
from ..planning.titles import body_of_title
from ..planning.words.column_names import FIELDS
from .aligned import fields_by_place
from .notes_below import is_marked_note
from .tabular import Records, Table

__all__ = ["are_names_of_columns", "part_one_below_other"]


@dataclass
class _Part:
    """One of the tables: the row with its names of columns, and the title above it."""

    header: list[str]
    title: str = ""
    body: str = ""

    @property
    def keys(self) -> list[str]:
        return [key_of(name) for name in self.header if name]


def are_names_of_columns(cells: Sequence[str], header: Sequence[str] = ()) -> bool:
    """Whether a row has names of columns: most are usual ones, a member's or a body's among them, and none a state's.

    Parameters
    ----------
    cells : sequence of str
        The row.
    header : sequence of str, optional
        The names of the columns above it; the same name of the members' column tells as well.

    Returns
    -------
    bool

    >>> are_names_of_columns(["member", "body", "since"]), are_names_of_columns(["Chad", "Union", "2000"])
    (True, False)
    >>> are_names_of_columns(["fra", "pact"]), are_names_of_columns(["FRA", "Pact"])
    (True, False)
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    # Asked of many rows, hardly one of which is of this kind: what their cells are called is not looked up for all.
    plainly = any(cell.casefold().replace("_", " ") in NAMES_OF_ENDS for cell in filled)
    again = any(map(str.__eq__, header, cells)) and any(
        key_of(name) in NAMES_OF_ENDS and name == cell for name, cell in zip(header, cells, strict=False)
    )
    if not (plainly or again) or len(filled) < 2 or any(map(str.isdigit, "".join(filled))):
        return False
    if again:
        return not states_in(filled)
    if any(map(_is_code, filled)) and not all(map(str.isupper, filled)):
        return False  # "FRA" is France, though "fra" is "from" to some
    return 3 * count_known(filled) >= 2 * len(filled) and count_known(filled) > 1 and not states_in(filled)


def _is_code(text: str) -> bool:
    """Whether a cell may be the code of a state."""
    return len(text) == 3 and text.isupper() and bool(authority().meanings_of_code(text, ["iso3"]))


def part_one_below_other(table: Table, mapping: Mapping[str, str], organization: str = "") -> Mapping[str, str]:
    """Read tables that stand one below the other as one.

    Parameters
    ----------
    table : Table
        The table; it is changed in place. One of whose first rows none has other names of columns is left as it is.
    mapping : mapping of str to str
        The columns that the user names, of any of the tables.
    organization : str
        The one body of all rows, if the user names it.

    Returns
    -------
    mapping of str to str
        The same with the columns as they are called then.

    Raises
    ------
    InvalidRequest
        If the user names one body for all rows, while the titles of the tables name others.
    """
    parts = _parts_of(table)
    others = any(part.keys != parts[0].keys for part in parts[1:])
    with_body = [bool(set(part.keys) & set(FIELDS["organization"])) for part in parts]
    if len(set(with_body)) > 1:
        return mapping  # of one of the tables nothing says in what its members are
    titled = not any(with_body)
    bodies = [part.body for part in parts] if titled else []
    if len(parts) < 2 or not (others or (all(bodies) and bodies)):
        return mapping
    if any(part.title and not (titled and part.body) for part in parts[1:]):
        return mapping  # what the title says of the rows is not known, and asked when they are read
    if organization and len(set(filter(None, bodies))) > 1:
        raise InvalidRequest(
            f"{table.where} has {len(parts)} tables one below the other, of {shortened(map(repr, bodies))}; leave"
            " --organization out, or put each into a file of its own"
        )
    return _as_one(
        table, parts, mapping, fields_given(mapping), with_bodies=titled and any(bodies) and not organization
    )


def _parts_of(table: Table) -> list[_Part]:
    """The tables that begin among the first rows."""
    title = table.titles[-1] if table.titles else ""
    parts = [_Part(table.header, title, body_of_title(title))]
    before: list[str] = []
    for cells in table.sample:
        filled = [cell.strip() for cell in cells if cell.strip()]
        if not filled:
            continue
        if are_names_of_columns(cells, table.header):
            title = before[0] if len(before) == 1 and not (states_in(before) or is_marked_note(before)) else ""
            parts.append(_Part([cell.strip() for cell in cells], title, body_of_title(title)))
        before = filled
    return parts


def _as_one(
    table: Table, parts: Sequence[_Part], mapping: Mapping[str, str], given: Mapping[str, str], *, with_bodies: bool
) -> Mapping[str, str]:
    """Give the table the columns of all its parts."""
    header: dict[str, str] = {}
    now: dict[str, str] = {}
    fields: list[dict[int, str]] = []
    for part in parts:
        called = {at: name for at, name in enumerate(part.header) if name}
        said = {at: given[key] for at, name in called.items() if (key := key_of(name)) in given}
        fields.append(fields_by_place(called, said))
        for at, field in fields[-1].items():
            now[key_of(called[at])] = header.setdefault(field, called[at])
    if with_bodies:
        header["organization"] = "organization"
    places = {field: at for at, field in enumerate(header)}

    def row_of(part: _Part, each: Mapping[int, str], cells: list[str]) -> list[str]:
        filled = [at for at, cell in enumerate(cells) if cell.strip()]
        made = [""] * len(places)
        if len(filled) == 1 < len(part.header) and not states_in([cells[filled[0]].strip()]):
            made[0] = cells[filled[0]]  # which may be a note
            return made
        for at, field in each.items():
            made[places[field]] = cells[at] if at < len(cells) else ""
        if with_bodies and filled and not is_sum(cells):
            made[places["organization"]] = part.body
        return [*made, *(cell for cell in cells[len(part.header) :] if cell.strip())]

    def records(before: Records) -> Records:
        at, waiting = 0, None  # type: int, tuple[int, list[str]] | None
        for number, cells in before:
            alone = sum(map(bool, map(str.strip, cells))) == 1
            begins = at + 1 < len(parts) and are_names_of_columns(cells, parts[0].header)
            if waiting is not None and any(map(str.strip, cells)):
                if not (begins and "".join(waiting[1]).strip() == parts[at + 1].title):
                    yield waiting[0], row_of(parts[at], fields[at], waiting[1])
                waiting = None
            if begins:
                at += 1
                continue
            if alone and at + 1 < len(parts) and is_marked_note(cells):
                table.notes.append(f"row {number} was read as a note: {''.join(cells).strip()[:80]}")
            elif alone:
                waiting = number, cells
            else:
                yield number, row_of(parts[at], fields[at], cells)
        if waiting is not None:
            yield waiting[0], row_of(parts[at], fields[at], waiting[1])

    table.notes.append(_said(parts, with_bodies=with_bodies))
    noted = len(table.notes)
    table.sample = [cells for _, cells in records(enumerate(table.sample))]
    del table.notes[noted:]  # they come again with all rows
    table.records = records(table.records)
    table.header = list(header.values())
    return {now.get(key_of(name), name): said for name, said in mapping.items()}


def _said(parts: Sequence[_Part], *, with_bodies: bool) -> str:
    """What to say of the tables."""
    of = f", of {shortened(repr(part.body) for part in parts)}" if with_bodies else ""
    names = " | ".join(", ".join(filter(None, part.header)) for part in parts)
    return f"{len(parts)} tables one below the other were read as one{of}: {names}"
