"""People who are left over beside states that are members, or who may be the members: by the words and by what is in the cells.

What is in no list and looks as the names of people do, two or three words with capitals that hardly come again, is never
left unread without a word, whatever the column is called.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....late import late_pattern
from ...names.known_names import bodies_in, states_in
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..keys import NOT_BODIES, edge_named
from ..words.column_names import FIELDS
from ..words.column_words import has_body_word, says, says_body
from ..words.people_words import BODIES_OF_PEOPLE, NAMES, OFFICES, PLACES, called_after
from .people import are_called_as_bodies, are_formal, may_be_people, why_left

__all__ = ["is_of_others", "leave_to_people", "of_names", "people_left", "unnamed_people"]

_OF_OTHERS = late_pattern(
    r"\b(?:regions?|subregion|cit(?:y|ies)|towns?|headquarters?|hq|seat|venue|location|place|address|port|capital|languages?|currency|religions?"
    r"|treat(?:y|ies)|agreements?|documents?|instruments?|sources?|references?|citations?|titles?|descriptions?|notes?|status|type|kind"
    r"|category|class|level|sector|industry|income|motto|anthem|demonym|newspaper|website|depositar\w+|ethnic\w*|party|parties|(?:official|long|formal|legal|native|local|short|alternative|former|english)"
    r" names?|aliases|sitz|ort|stadt|sprache|wahrung|hauptstadt|quelle|region\w*|siege|ville|langue|monnaie|capitale|sede|ciudad"
    r"|idioma|moneda|fuente|lugar|столица|город|язык|валюта|источник)\b"
)
"""What has a name with capitals beside a state and is neither a person nor a member, by the names of columns."""


def is_of_others(column: Column) -> bool:
    """Whether a column is called after what is neither a person nor a member: headquarters, languages, documents.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool
    """
    return _OF_OTHERS.search(column.key) is not None


_SMALL = frozenset(
    ("of", "and", "the", "for", "on", "in", "und", "der", "die", "das", "et", "du", "aux", "y", "para", "por")
)
"""Words that a treaty, a place or an office may have between others, and people hardly ever."""
_MOST_WORDS = 4
_OF_BODIES = frozenset(BODIES_OF_PEOPLE)


def unnamed_people(table: Columns, states: Column, bodies: Sequence[Column]) -> Column | None:
    """The column that has names as people have them and is not called after any, which may be the members.

    Parameters
    ----------
    table : Columns
        The table.
    states : Column
        The column of states beside it.
    bodies : sequence of Column
        The columns that may say what they are in.

    Returns
    -------
    Column or None
        None if there is none, or it only says more of the states or the bodies beside it.
    """
    fits = (c for c in table.columns if c is not states and c not in bodies and _may_be_named(table, c))
    return next((c for c in fits if _looks_like_people(table, c) and not _of_others(table, c, [states, *bodies])), None)


def people_left(table: Columns, *, called: bool = False) -> Column | None:
    """The column that names people and is not read, beside members that the user has not named.

    Parameters
    ----------
    table : Columns
        The table.
    called : bool, optional
        Whether its name has to say that people or names are in it.

    Returns
    -------
    Column or None
        None if there is none, or the people only stand for the states beside them.
    """
    if table.given("member") or table.found.person:
        return None
    free = [c for c in table.columns if table.free(c)]
    named = (c for c in free if (c.key in NAMES or called_after(c.key)) and may_be_people(table, c) and table.labels(c))
    states = table.column_of("member")
    if (found := next(named, None)) is not None or called or states is None:
        return found
    fits = (c for c in free if _may_be_named(table, c) and _looks_like_people(table, c))
    return next((c for c in fits if not _of_others(table, c, [states])), None)


def leave_to_people(table: Columns) -> None:
    """Say of columns that are about the people of a table, and that nobody reads, why they are left out.

    Parameters
    ----------
    table : Columns
        The table, all of whose other columns are decided.
    """
    members = table.column_of("member")
    if members is None:
        return
    if not table.found.person:
        _tell_of_names(table, members)
        return
    for column in table.columns:
        reason = why_left(column, members) if table.free(column) and column.cells and not column.flags else ""
        if reason and not table.dated(column):
            table.found.unread[column.at] = reason


def _tell_of_names(table: Columns, states: Column) -> None:
    """Say of a column that is called after names or people, beside states that were read as members, how to read it."""
    if table.given("member") or states_in(states.distinct) < 0.5:
        return
    for column in table.columns:
        called = bool(called_after(column.key))
        if not (called or column.key in NAMES) or not table.free(column) or not table.labels(column) or column.codes:
            continue
        if not table.by_body(column) and not states_in(column.distinct) and not are_formal(column):
            field = "person" if called else "member"
            table.found.unread[column.at] = f"if it names the members, say {map_option(column.name, field)}"


def of_names(table: Columns, column: Column) -> str:
    """What to say of a column that nothing is known of, if it has names of no list in it that may be those of the members.

    Parameters
    ----------
    table : Columns
        The table, all of whose other columns are decided.
    column : Column
        The column.

    Returns
    -------
    str
        "" if it has none.
    """
    members = table.column_of("member")
    if members is None or table.given("member") or table.found.person or table.found.layout not in ("rows", "bodies"):
        return ""
    if table.by_body(column) or table.codes_of_members(column) or states_in(column.distinct) or are_formal(column):
        return ""
    named = _may_name_others(table, column, members)
    return f"if it names the members, say {map_option(column.name, 'person')}" if named else ""


def _may_name_others(table: Columns, column: Column, members: Column) -> bool:
    """Whether a column beside members has names in it of other members; single names only if they say no more of these."""
    if not _may_be_named(table, column):
        return False
    return _looks_like_people(table, column) or (_has_single_names(column) and not _of_others(table, column, [members]))


def _may_be_named(table: Columns, column: Column) -> bool:
    """Whether a column that is not decided may have members in it, by its name, which says nothing else."""
    key = column.key
    if not table.free(column) or not column.named or not column.cells or column.codes:
        return False
    if any(key in names for field, names in FIELDS.items() if field not in ("member", "organization")):
        return False
    if called_after(key) or _OF_BODIES.intersection(key.split()) or key in _OF_BODIES or has_body_word(key):
        return False
    if key in OFFICES or key in PLACES:
        return False
    if says(key, "organization") or NOT_BODIES.search(key) or _OF_OTHERS.search(key) or edge_named(key):
        return False
    return table.labels(column)


def _looks_like_people(table: Columns, column: Column) -> bool:
    """Whether (nearly) all cells are two to four words as those of people's names, and most of them differ."""
    if not may_be_people(table, column) or 2 * len(column.distinct) < len(column.cells):
        return False
    if are_called_as_bodies(column) or bodies_in(column.distinct) or states_in(column.distinct):
        return False
    fits = [cell for cell in column.distinct if _is_short(cell.split()) and not cell.isupper()]
    return len(fits) >= 0.8 * len(column.distinct)


def _has_single_names(column: Column) -> bool:
    """Whether all cells are single words with one capital, as surnames are, and none comes again."""
    plain = all(cell.isalpha() and cell.istitle() for cell in column.cells)
    return plain and 1 < len(column.distinct) == len(column.cells) and not bodies_in(column.distinct)


def _is_short(words: Sequence[str]) -> bool:
    plain = [word.casefold() for word in words]
    return len(words) <= _MOST_WORDS and not (_SMALL | _OF_BODIES).intersection(plain) and not says_body(plain)


def _of_others(table: Columns, column: Column, others: Sequence[Column]) -> bool:
    """Whether a column says more of another one, whose names come again with the same cell each time."""
    again = (c for c in others if len(c.distinct) < len(c.cells) and len(column.distinct) > 1)
    return any(table.names_the_same(column, other) for other in again)
