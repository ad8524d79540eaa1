"""Whether the cells of a column are names of people, rather than answers or words for how things stand."""

from __future__ import annotations

import re

from ...errors import InvalidRequest
from ...late import late_pattern
from ..cell_words import UNKNOWN, bare, flag_of
from .column import Column, may_answer
from .columns import Columns, states_in

__all__ = ["may_be_people", "only_answers", "refuse_if_parties"]

_SMALL = re.compile(
    r"v[oa]n|der|den|de|la|le|las|los|del|della|da|das|dos?|di|du|bin|bint|ibn|al|el|te[rn]|zu|y|e|af|av|(?:al|el)-.*"
)
"""Small words between those of a name."""

_STANDING = late_pattern(
    r"\b(?:not|no|yet|under|in|since|until|pending|review|reviewed|negotiat\w+|longer|left|joined|joining|start\w*|early|late|full|partial|accept\w*"
    r"|approv\w+|reject\w*|appl\w+|candidate|observer|associate|member\w*|status|withdr\w+|suspend\w*|active|inactive|current\w*|former\w*|ratif\w+"
    r"|signed|signatory|negoci\w*|verhand\w*|pendient\w*|beobacht\w*|mitglied|membre|miembro|membro|process|progress|planned|invited|unknown|never|always|yes|true|false)\b",
)
"""Words for how things stand, in whatever case."""


def may_be_people(table: Columns, column: Column) -> bool:
    """Whether a column beside one of states has names of people in it.

    They have several words with capitals each, hardly one comes again and again, and none is a role or an answer.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Returns
    -------
    bool
    """
    cells = [" ".join(cell.split()) for cell in column.distinct]
    if not cells or may_answer(column) or states_in(column.distinct):
        return False
    if any(flag_of(cell) != UNKNOWN or table.cells.role(cell) or _STANDING.search(bare(cell)) for cell in cells):
        return False
    named = [cell for cell in cells if _is_name(cell)]
    return len(named) >= 0.8 * len(cells) and 3 * len(cells) >= len(column.cells)


def _is_name(cell: str) -> bool:
    words = cell.split()
    return len(words) > 1 and not any(map(str.isdigit, cell)) and all(map(_is_part, words))


def _is_part(word: str) -> bool:
    """Whether a word has a capital, or is of a script without them, or is one of those that stand between others."""
    return word[:1].isupper() or word.lower() == word.upper() or _SMALL.fullmatch(word) is not None


def only_answers(table: Columns, column: Column) -> bool:
    """Whether a column that is called after members has no names of any in it.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Returns
    -------
    bool
    """
    if states_in(column.distinct):
        return False
    return may_answer(column) or (column.key in ("member", "members") and not may_be_people(table, column))


def refuse_if_parties(table: Columns) -> None:
    """Refuse a table with a column of parties that are no states, beside one of states: either may be the members.

    Parameters
    ----------
    table : Columns
        The table.

    Raises
    ------
    InvalidRequest
        With the ways to say which.
    """
    member = table.column_of("member")
    parties = [c for c in table.by_key.get("party", []) if c is not member and table.labels(c) and not c.codes]
    if member is None or table.given("member") or table.found.person or not parties:
        return
    if states_in(parties[0].distinct) < 0.5 <= states_in(member.distinct):
        named = [c for c in table.by_key.get("name", []) if c is not member and table.labels(c)]
        if named and "organization" not in table.fields and not table.organization:
            raise InvalidRequest(
                f"{table.where}: the members may be those of {named[0].name!r}, in {parties[0].name!r}; if so, say:"
                f' --map "{named[0].name}=member" --map "{parties[0].name}=organization"; if the states of {member.name!r} are'
                f' members of what {named[0].name!r} says: --map "{member.name}=member" --map "{named[0].name}=organization"'
            )
        raise InvalidRequest(
            f"{table.where}: the members may be the parties of {parties[0].name!r} or the states of {member.name!r}; say which:"
            f' --map "{parties[0].name}=member" or --map "{member.name}=member"'
        )
