"""Tables that stand side by side in one sheet: "Country, NATO since" beside "State, EU since", each with its own rows.

What stands in one row there has nothing to do with each other, so such a sheet is read as if the second table stood
below the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...amounts import shortened
from ...errors import InvalidRequest
from ..cells.asides import is_sum
from ..names.known_names import states_in
from ..planning.column import Column
from ..planning.field_names import IGNORE, fields_given
from ..planning.keys import key_of
from ..planning.missing_ends import NoBody
from ..planning.named_bodies import capitals_tell
from ..planning.titles import body_named_in
from ..planning.words.sides import pairs_of
from ..table_options import map_option
from ..tables.aligned import TELLING
from ..tables.tabular import Records, Table
from .sheet_blocks import Block, find_blocks
from .unfolding import names_in

__all__ = ["part_side_by_side"]

_LESS = {"role", "end"}
"""What one of several tables alike may have and another lack."""

Fields = Mapping[int, str]
"""What the columns of a block are, by their places."""


def part_side_by_side(table: Table, mapping: Mapping[str, str], organization: str = "") -> Mapping[str, str]:
    """Put tables that stand side by side one below the other.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names. Of a table whose members are to be ignored nothing is read.
    organization : str
        The one body of all rows, if the user names it.

    Returns
    -------
    mapping of str to str
        The same with the columns as they are called then.

    Raises
    ------
    InvalidRequest
        If there are several tables, and they are not alike, or nothing says in which body the members are.
    """
    columns = [Column(at, " ".join(name.split()), names_in(table, at)) for at, name in enumerate(table.header)]
    if pairs_of(column.key for column in columns):
        return mapping
    capitals = capitals_tell(table.header)
    blocks, apart = find_blocks(table, columns, capitals=capitals)
    given = fields_given(mapping)
    read = [block for block in blocks if given.get(block.members.key) != IGNORE]
    if len(blocks) < 2 or not read:
        return mapping
    if not (apart and all(block.sure for block in blocks)) and not _alike(blocks, given, capitals=capitals):
        return mapping  # which of the columns has the members is asked when they are planned
    if not _alike(read, given, capitals=capitals):
        raise InvalidRequest(_unlike(table, read))
    of_bodies = all(block.has_body(capitals=capitals) for block in read)
    if len(read) > 1 and not (organization or of_bodies or body_named_in(table.titles)[0]):
        _refuse_without_body(table, read, capitals=capitals)
    _say(table, read, [block for block in blocks if block not in read])
    return _put_below(table, read, [block.fields(given) for block in read], mapping)


def _alike(blocks: Sequence[Block], given: Mapping[str, str], *, capitals: bool) -> bool:
    """Whether each table says in which body its members are, or all say the same of them."""
    if all(block.has_body(capitals=capitals) for block in blocks):
        return True
    return len({frozenset(block.fields(given).values()) & TELLING - _LESS for block in blocks}) == 1


def _unlike(table: Table, blocks: Sequence[Block]) -> str:
    """What to say of tables that say different things of their members."""
    ways = _ways_to_leave_out(blocks)
    leave = f"leave one out with: {ways}, or " if ways else ""
    return (
        f"{table.where} has {len(blocks)} tables side by side ({_shown(blocks)}), which say different things of their"
        f" members; {leave}put each into a file of its own"
    )


def _refuse_without_body(table: Table, blocks: Sequence[Block], *, capitals: bool) -> None:
    """Tables of which some do not say in which body their members are."""
    without = [block for block in blocks if not block.has_body(capitals=capitals)]
    titles = [block.title for block in without if block.title and not block.role]
    above = f", unless {shortened(map(repr, titles))} {'are bodies' if len(titles) > 1 else 'is one'}" if titles else ""
    raise NoBody(
        f"{table.where} has {len(blocks)} tables side by side ({_shown(blocks)}), and no column says in which body the"
        f" members are{above}; if all are in one: --organization NAME; if each table is of another body, put each"
        " into a file of its own and name it there with --organization"
    )


def _ways_to_leave_out(blocks: Sequence[Block]) -> str:
    names = [block.members.name for block in blocks]
    told = len(set(map(key_of, names))) == len(names)
    return " or ".join(map_option(name, IGNORE) for name in reversed(names)) if told else ""


def _shown(blocks: Sequence[Block]) -> str:
    return " | ".join(block.shown for block in blocks)


def _say(table: Table, read: Sequence[Block], left: Sequence[Block]) -> None:
    """Say which tables were found, of what they are, and which were left out."""
    if len(read) > 1:
        of = [block.body or (block.title if block.role else "") for block in read]
        named = f", of {shortened(map(repr, of))}" if all(of) else ""
        ways = _ways_to_leave_out(read)
        table.notes.append(
            f"{len(read)} tables side by side were read one below the other{named}: {_shown(read)}"
            f"{'; to leave one out: ' + ways if ways else ''}"
        )
    table.notes += [f"of two tables side by side one was left out, as asked: {block.shown}" for block in left]


def _put_below(
    table: Table, blocks: Sequence[Block], fields: Sequence[Fields], mapping: Mapping[str, str]
) -> Mapping[str, str]:
    """Give the sheet the columns of all its tables, and the rows of each below those of the one before."""
    header: dict[str, str] = {}
    for block, each in zip(blocks, fields, strict=True):
        for at, said in each.items():
            header.setdefault(said, block.called[at])
    said_of = [{"organization": block.body, "role": block.role} for block in blocks]
    for what in ("organization", "role"):
        if any(said[what] for said in said_of):
            header.setdefault(what, what)
    places = {said: at for at, said in enumerate(header)}
    width = len(table.header)

    def row_of(block: Block, each: Fields, said: Mapping[str, str], cells: list[str]) -> list[str]:
        filled = [at for at in each if at < len(cells) and cells[at].strip()]
        made = [""] * len(places)
        for at in filled:
            made[places[each[at]]] = cells[at]
        alone = filled == [block.members.at] and len(each) > 1
        no_row = alone and not states_in([cells[block.members.at].strip()])  # it may be a note
        if filled and not no_row and not is_sum([cells[at] for at in filled]):
            for what, text in said.items():
                if text and not made[places[what]]:
                    made[places[what]] = text
        return made if filled else []

    def rows(before: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        end = len(before) - _notes_below([cells for _, cells in before])
        for block, each, said in zip(blocks, fields, said_of, strict=True):
            for number, cells in before[:end]:
                if made := row_of(block, each, said, cells):
                    yield number, [*made, *(cells[width:] if block is blocks[0] else ())]
        for number, cells in before[end:]:
            words = [cell for cell in cells if cell.strip()]
            yield number, [*words, *[""] * (len(places) - len(words))]

    def records(before: Records) -> Records:
        yield from rows(list(before))

    now = {
        key_of(table.header[at]): header[said] for each in fields for at, said in each.items()
    }  # how the columns are called that were called otherwise
    gone = {key_of(name) for name in table.header} - now.keys()
    table.sample = [cells for _, cells in rows(list(enumerate(table.sample)))]
    table.records = records(table.records)
    table.header = list(header.values())
    return {now.get(key_of(name), name): said for name, said in mapping.items() if key_of(name) not in gone}


def _notes_below(rows: Sequence[Sequence[str]]) -> int:
    """How many of the last rows are notes, or empty: with one cell, which is no state."""
    count = 0
    for cells in reversed(rows):
        words = [cell.strip() for cell in cells if cell.strip()]
        if len(words) > 1 or states_in(words):
            break
        count += 1
    return count
