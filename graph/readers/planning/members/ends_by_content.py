"""Which column is the member and which the organization by what is in it: listed states, listed bodies, names that come again."""

from __future__ import annotations

import re

from ....errors import InvalidRequest
from ....late import late_pattern
from ...cells.asides import TOTAL
from ...cells.no_names import names_nothing
from ...names.known_names import bodies_in, states_in
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..keys import NOT_BODIES, is_plural
from ..words.people_words import NAMES, THINGS
from .lengths import longest_first, much_shorter
from .names_of_bodies import are_called_bodies
from .people import ask_of_people, may_be_people
from .people_unnamed import people_left

__all__ = ["body_by_content", "body_by_name", "member_by_content"]

_MOST = 0.8


def body_by_name(table: Columns) -> None:
    """Read a column with a general name ("name", "nom", 名称) beside one of members as that of the bodies, if it is plainly so.

    Its names come again, or have lists of members beside them, or most are listed or are called as bodies are.

    Parameters
    ----------
    table : Columns
        The table, whose member is known if its name says it.
    """
    if "member" not in table.fields or "organization" in table.fields or table.organization:
        return
    listed = is_plural("member", table.columns[table.fields["member"]].key)
    for column in (c for key in (*_PREFERRED, *NAMES, *THINGS) for c in table.by_key.get(key, [])):
        if not table.free(column) or not table.labels(column) or states_in(column.distinct) >= 0.5:
            continue
        if listed or len(column.distinct) < len(column.cells) or are_called_bodies(column):
            table.fields["organization"] = column.at
            table.found.notes.append(f"column {column.name!r} was read as the organization")
            if column.key in _PREFERRED:
                _tell_other_labels(table, column)
            return


_PREFERRED, _OTHER_LABELS = ("pref label", "preflabel"), ("alt label", "altlabel", "hidden label", "label")
"""What SKOS calls the name of a thing, and its others."""


def _tell_other_labels(table: Columns, body: Column) -> None:
    """The other labels of the bodies of a column: a much shorter one is their abbreviation."""
    for column in (c for key in _OTHER_LABELS for c in table.by_key.get(key, [])):
        if not table.free(column) or not table.labels(column) or not table.names_the_same(column, body):
            continue
        if much_shorter(column, body) and column.key != "label" and "abbreviation" not in table.fields:
            table.fields["abbreviation"] = column.at
        else:
            table.found.unread[column.at] = f"another name of {body.name!r}"


_NOT_IN = late_pattern(
    r"\b(?:sources?|providers?|publishers?|published|authors?|reported|reporting|compiled|data|dataset|funded|funding|funders?|quelle\w*"
    r"|fuente|fonte|herausgeber\w*|editeur|observ\w+|seeks?|seeking|aspir\w*|appl\w+|left|leaving|withdr\w+|exit\w*|not|non)\b"
)
"""What a body may be to a state besides that of which it is a member."""


def body_by_content(table: Columns) -> None:
    """Read a column of names or abbreviations of listed bodies as the organization, whatever it is called.

    No other column may have other bodies in it.

    Parameters
    ----------
    table : Columns
        The table, whose organization no column's name says.

    Raises
    ------
    InvalidRequest
        If the column's name says that the bodies may be something else to the members.
    """
    if "organization" in table.fields or table.organization or table.given_wide:
        return
    fits = [c for c in table.columns if table.free(c) and _has_bodies(table, c)]
    if not fits or _states(table, fits) is None or not all(_same_bodies(table, fits[0], other) for other in fits[1:]):
        return
    column = longest_first(fits)[0]
    if _NOT_IN.search(column.key) or _OF_SOMETHING_ELSE.search(column.key):
        raise InvalidRequest(
            f"{table.where} has no column for the organization; {column.name!r} has bodies in it ({column.cells[0]}), which may be"
            f" something else; if the members are in them, say: {map_option(column.name, 'organization')}, or if all are members"
            " of one body: --organization NAME"
        )
    if (people := people_left(table)) is not None and (states := _states(table, [*fits, people])) is not None:
        raise ask_of_people(table, people, states, map_option(column.name, "organization"))
    _take_body(table, column, [c for c in fits if c is not column])


_BETWEEN = late_pattern(r"\s*[,;/|&\n]\s*|\s+and\s+")
"""What may part names in a cell, wherever else it may stand."""


def _has_bodies(table: Columns, column: Column) -> bool:
    """Whether the names of a column are listed bodies and no states."""
    if not column.named or not table.labels(column) or NOT_BODIES.search(column.key):
        return False
    named = {cell for cell in column.distinct if not names_nothing(cell)}
    if states_in(named) >= 0.5:
        return False
    if bodies_in(named) >= _MOST:
        return True
    parts = {part for cell in named for part in _BETWEEN.split(cell) if part and not names_nothing(part)}
    return len(parts) > 1 and bodies_in(parts) >= _MOST and states_in(parts) == 0


def _states(table: Columns, but: list[Column]) -> Column | None:
    """The column of the members, or else one that has states in it."""
    if (member := table.column_of("member")) is not None:
        return member if member not in but else None
    fits = (c for c in table.columns if table.free(c) and c not in but and table.labels(c) and _has_states(c))
    return next(fits, None)


def _same_bodies(table: Columns, one: Column, other: Column) -> bool:
    """Whether two columns name the same bodies, row by row, as far as they are listed."""
    from ....model.known.bodies import bodies

    if not table.one_to_one(one, other):
        return False
    for row in table.rows:
        if max(one.at, other.at) < len(row):
            meant = [set(bodies().find(row[c.at].strip())) for c in (one, other)]
            if all(meant) and not meant[0] & meant[1]:
                return False
    return True


def _take_body(table: Columns, column: Column, others: list[Column]) -> None:
    """Read a column as the organization; of another name of it the label is the longer, the short name the shorter."""
    short = others[0] if others else None
    longer = next((c for c in table.columns if _names_it_in_full(table, c, column)), None) if short is None else None
    if longer is not None:  # "Nom;Sigle": what is called by a listed abbreviation
        column, short = longer, column
    table.fields["organization"] = column.at
    if short is not None and "abbreviation" not in table.fields:
        table.fields["abbreviation"] = short.at
    table.found.notes.append(f"column {column.name!r} was read as the organization, since bodies are in it")


def _names_it_in_full(table: Columns, column: Column, body: Column) -> bool:
    """Whether a column with a general name names the bodies of another one too, and at more length."""
    if column is body or column.key not in (*NAMES, *THINGS) or not table.free(column) or not table.labels(column):
        return False
    longer = longest_first((body, column))[0] is column and not may_be_people(table, column)
    return longer and len(body.distinct) > 1 and table.one_to_one(column, body)


_OF_SOMETHING_ELSE = late_pattern(
    r"\b(?:hosts?|hosted|hosting|chair\w*|presiden\w+|venue|location|seat|headquarters?|capital|neighbou?rs?|borders?|partners?|target"
    r"|opponents?|rivals?|enem\w+|allies|ally|colon\w+|born|birth|nationality|citizenship|destination|origin|depositar\w+|observers?"
    r"|candidates?|applicants?|sponsors?|donors?|recipients?|proposed|successor|predecessor|former|gastgeber\w*|sitz|vorsitz\w*"
    r"|hote|siege|sede|anfitrion)\b"
)
"""What states may be besides members of something."""


def member_by_content(table: Columns) -> None:
    """A column of names of states is that of the members, whatever it is called, if no other column has states in it.

    Parameters
    ----------
    table : Columns
        The table, whose member no column's name says.

    Raises
    ------
    InvalidRequest
        If the column's name says that the states may be something else.
    """
    fits = [c for c in table.columns if table.free(c) and len(c.distinct) > 1 and table.labels(c) and _has_states(c)]
    if not fits or (len(fits) > 1 and not table.any_organization()):
        return
    column = fits[0]
    if _OF_SOMETHING_ELSE.search(column.key):
        raise InvalidRequest(
            f"{table.where} has no column for the member; {column.name!r} has states in it, which may be something else; if they"
            f" are the members, say: {map_option(column.name, 'member')}"
        )
    table.fields["member"] = column.at
    table.found.notes.append(f"column {column.name!r} was read as the member, since states are in it")


_DATED = late_pattern(r"\s*\([^()]*\d{4}[^()]*\)")  # "Chile (1969-1976)"


def _has_states(column: Column) -> bool:
    """Whether the cells of a column are names of states, one or several in each."""
    cells = {_DATED.sub("", cell) for cell in column.distinct if not TOTAL.fullmatch(cell)}
    if states_in(cells) >= 0.8:
        return True
    parts = {part.strip() for cell in cells for part in re.split(r"[,;\n]|\band\b", cell) if part.strip()}
    return len(parts) > len(cells) and states_in(parts) >= 0.8
