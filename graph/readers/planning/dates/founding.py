"""Columns about the founding of bodies: when it was, which is no start of memberships, and who was a founder.

Only for the founders themselves is the founding the start, where a table has both columns and no starts.
"""

from __future__ import annotations

import re

from ...table_options import map_option
from ..column import Column
from ..columns import Columns

__all__ = ["find_founders", "is_called_after_founding", "of_founding"]

_FOUNDED = re.compile(
    r"\b(?:found(?:ed|ing|ation)|founded|establish(?:ed|ment)|created|creation|formed|inception|gegrundet|grundung\w*|fondee?|fondation"
    r"|creee?|fundad[oa]|fundacion|fundacao|creacion|fondat[oa]|fondazione|opgericht|oprichting)\b"
)
_FOUNDER = re.compile(
    r"\b(?:found(?:er|ers|ing (?:member|state|party))|original (?:member|signatory|party)|charter member|grundungsmitglied|membre fondateur"
    r"|fondateur|miembro fundador|fundador|membro fondatore|fondatore)\b"
)


def find_founders(table: Columns) -> None:
    """The founding and the founders, in a table without starts: founders are members from the founding on.

    Parameters
    ----------
    table : Columns
        The table; what is found is decided in it.
    """
    if table.found.layout != "rows" or {"start", "start_year", "period", "year", "event"} & table.fields.keys():
        return
    founded = [c for c in table.columns if table.free(c) and _is_date_of_founding(table, c) and table.by_body(c)]
    founders = [c for c in table.columns if table.free(c) and c.flags and _FOUNDER.search(c.key)]
    if len(founded) == len(founders) == 1:
        table.fields["founded"], table.fields["founder"] = founded[0].at, founders[0].at
        table.found.notes.append(
            f"founders ({founders[0].name!r}) were read as members from the founding on ({founded[0].name!r}), others without a"
            " start"
        )


def _is_date_of_founding(table: Columns, column: Column) -> bool:
    return is_called_after_founding(column.key) and bool(column.cells) and not column.flags and table.dated(column)


def is_called_after_founding(key: str) -> bool:
    """Whether a column's name is of a founding, and not of founders.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> is_called_after_founding("year founded"), is_called_after_founding("founding member")
    (True, False)
    """
    return _FOUNDED.search(key) is not None and not _FOUNDER.search(key)


def of_founding(table: Columns, column: Column) -> str:
    """What to say of a column about foundings that is left unread; "" if it is about something else.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Returns
    -------
    str
    """
    if column.flags and _FOUNDER.search(column.key):
        return "it says who was a founder; all rows were read as members, and founders are members as others are"
    if not _is_date_of_founding(table, column):
        return ""
    what = "its body was" if table.by_body(column) else "a body or a state was"
    return f"it has the date when {what} founded, which is no start; if memberships begin with it, say {map_option(column.name, 'start')}"
