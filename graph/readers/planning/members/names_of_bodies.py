"""Columns that name the bodies of a table once more, in full or in other languages, and tables that have nothing else.

"organization, name" has a name for each id or abbreviation; no row of it says who is in what. Such a column is never
that of the members, and a table of bodies alone is refused with the way on.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....late import late_pattern
from ....model.naming.forms import unaccented
from ...named_ids import OnlyBodies
from ...names.known_names import bodies_in, states_in
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..words.column_words import says_body
from ..words.id_names import says_id, written_as_id
from ..words.people_words import NAMES, THINGS
from .lengths import much_shorter

__all__ = [
    "are_ids",
    "is_general_name",
    "name_bodies_again",
    "only_bodies",
    "refuse_if_only_bodies",
    "tell_ids_of_bodies",
]

_NAME_WORDS = frozenset((
    *(word for name in (*NAMES, *THINGS) if name.isascii() for word in name.split()), "names", "label", "labels", "preflabel", "altlabel",
    "title", "titel", "titre", "bezeichnung",
))  # fmt: skip
_WHICH_NAME = late_pattern(
    r"(?:[a-z]{2}|eng|deu|ger|fra|fre|spa|rus|full|long|short|official|common|formal|local|native|original|own|other"
    r"|english|french|german|spanish|russian|arabic|chinese|italian|portuguese|dutch|polish"
    r"|englisch\w*|deutsch\w*|franzosisch\w*|spanisch\w*|russisch\w*|anglais\w*|francais\w*|allemand\w*|espagnol\w*"
    r"|ingles\w*|frances\w*|aleman\w*|espanol\w*|in|pref|alt)"
)


def is_general_name(key: str) -> bool:
    """Whether a column is only called after names, in whatever language, and not after what has them.

    Parameters
    ----------
    key : str
        The column's name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> [is_general_name(key) for key in ("name", "name en", "english name", "preflabel", "country name", "member")]
    [True, True, True, True, False, False]
    """
    words = key.split()
    named = [word for word in words if word in _NAME_WORDS]
    return key in (*NAMES, *THINGS) or (
        bool(named) and all(word in _NAME_WORDS or _WHICH_NAME.fullmatch(word) for word in words)
    )


def are_ids(column: Column) -> bool:
    """Whether a column has ids in it: by its name, or since each of its cells is one word with a figure in it.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool

    >>> are_ids(Column(0, "organization", ["IGO1", "IGO2"])), are_ids(Column(0, "organization", ["NATO", "G20"]))
    (True, False)
    """
    if not column.cells:
        return False
    return says_id(column.key) or all(map(written_as_id, column.distinct))


def name_bodies_again(table: Columns) -> None:
    """Take the columns that name the bodies once more from those that may be the members.

    Of bodies that are ids the name is read; of others the longer name is read, and the shorter as its abbreviation.

    Parameters
    ----------
    table : Columns
        The table, whose organization is decided and whose member is not.
    """
    body = table.column_of("organization")
    if body is None or table.found.person or table.organization:
        return
    for column in _names_of(table, body):
        _also(table, table.columns[table.fields["organization"]], column)


def _names_of(table: Columns, body: Column) -> list[Column]:
    """The columns with general names that name the bodies of another column: each body has one name, and each name one body."""
    fits = [c for c in table.columns if c is not body and table.free(c) and is_general_name(_own_part(c.key, body.key))]
    return [c for c in fits if table.labels(c) and _name_the_same(table, body, c)]


def _own_part(key: str, body: str) -> str:
    """The name of a column without that of the bodies before it: "organization preflabel" is "preflabel"."""
    stem = body.rsplit(" ", 1)[0] if says_id(body) or " " in body else body
    return key.removeprefix(f"{stem} ")


def _name_the_same(table: Columns, body: Column, column: Column) -> bool:
    """Whether the names of a column are those of the bodies in another, rather than of what is in them."""
    if not table.one_to_one(body, column) or states_in(column.distinct) >= 0.5:
        return False
    if are_ids(body) and (len(body.distinct) < len(body.cells) or says_id(body.key)):
        return True
    if body.distinct == column.distinct:
        return False
    return are_called_bodies(column) or (are_called_bodies(body) and _are_short_for(table, body, column))


def are_called_bodies(column: Column) -> bool:
    """Whether most names of a column are listed bodies, or have a word for one in them.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool

    >>> are_called_bodies(Column(0, "name", ["NATO", "Alpha Pact"])), are_called_bodies(Column(0, "name", ["Ann Lee"]))
    (True, False)
    """
    named = sum(says_body([unaccented(word) for word in name.split()]) for name in column.distinct)
    return bodies_in(column.distinct) >= 0.5 or 2 * named > len(column.distinct)


def _are_short_for(table: Columns, one: Column, other: Column) -> bool:
    """Whether most names of one of two columns are the initials of the other's."""
    pairs = {(row[one.at].strip(), row[other.at].strip()) for row in table.rows if max(one.at, other.at) < len(row)}
    return 2 * sum(_initials(a, b) or _initials(b, a) for a, b in pairs) > len(pairs)


def _initials(short: str, name: str) -> bool:
    return short.casefold() in "".join(word[:1] for word in name.split()).casefold() and len(short) > 1


def _also(table: Columns, body: Column, column: Column) -> None:
    """Take another name of the bodies: in the place of ids, as the longer or the shorter name, or as one more."""
    if table.given("organization"):
        table.found.unread[column.at] = f"another name of {body.name!r}"
    elif are_ids(body):
        table.fields["organization"] = column.at
        table.found.unread[body.at] = f"the id of {column.name!r}"
    elif "abbreviation" in table.fields or not much_shorter(body, column):
        table.found.unread[column.at] = f"another name of {body.name!r}"
    else:
        table.fields["organization"], table.fields["abbreviation"] = column.at, body.at


def refuse_if_only_bodies(table: Columns) -> None:
    """Refuse a table that has a row for each body and says no more of it than what it is called.

    Parameters
    ----------
    table : Columns
        The table, all of whose members and bodies by name and content are decided.

    Raises
    ------
    OnlyBodies
        With the ways on.
    """
    body = table.column_of("organization")
    if body is None or "member" in table.fields or table.given("organization") or table.found.person:
        return
    again = [c for c in table.columns if table.found.unread.get(c.at, "").startswith(("another name of", "the id of"))]
    short = table.column_of("abbreviation")
    again += [short] if short is not None else []
    if again and len(body.distinct) == len(body.cells):
        raise only_bodies(table, body, again)


def only_bodies(table: Columns, body: Column, again: Sequence[Column] = ()) -> OnlyBodies:
    """What to say of a table of bodies alone.

    Parameters
    ----------
    table : Columns
        The table.
    body : Column
        The column of the bodies.
    again : sequence of Column, optional
        The other columns that name them.

    Returns
    -------
    OnlyBodies
    """
    way = ""
    if again:
        named = [*(c for c in (body, *again) if is_general_name(c.key)), *again]
        rest = next(c for c in (body, *again) if c is not named[0])
        way = f"; if {named[0].name!r} has members of these, say: {map_option(named[0].name, 'member')} {map_option(rest.name, 'organization')}"
    return OnlyBodies(
        f"{table.where} is a table of organizations ({body.cells[0][:70]!r}), and no column of it says who is in them; give the"
        f" table of memberships beside it, as another sheet or another --data{way}"
    )


def tell_ids_of_bodies(table: Columns) -> None:
    """Say that bodies are called by ids, where a column of ids is read and no other names them.

    Parameters
    ----------
    table : Columns
        The table, all of whose members and bodies are decided.
    """
    body = table.column_of("organization")
    if body is None or table.given("organization") or body.urls or not body.cells:
        return
    if says_id(body.key) and all(map(written_as_id, body.distinct)) and not bodies_in(body.distinct):
        table.found.remarks.append(
            f"the bodies are called by the ids of {body.name!r} ({body.cells[0]}); if another table has their names, give both"
            " together, as two --data, as sheets of one workbook or in one zip file"
        )
