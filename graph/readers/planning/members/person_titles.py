"""Columns called "title": the rank, the office or the address of a person, or the title of a treaty."""

from __future__ import annotations

from ....late import late_pattern
from ....model.naming.forms import unaccented
from ...names.known_names import bodies_in
from ..column import Column
from ..columns import Columns
from ..words.column_words import says_body

__all__ = ["find_roles_in_titles", "is_title_of_no_body", "only_addresses"]

_TITLES = frozenset(("title", "titel", "titre", "titulo", "titolo", "tytul", "титул", "звание"))
_BODY_WORD = late_pattern(
    r"\b(?:protocols?|conventions?|treat(?:y|ies)|agreements?|accords?|covenants?|charters?|pacts?|statutes?|amendments?"
    r"|constitutions?|(?:ü|u)bereinkommen|abkommen|vertrag|protokoll|convenio|tratado|acuerdo|traite|trattato)\b"
)
_ADDRESS = late_pattern(
    r"(?:(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|hon|rt hon|the|rev|herr|frau|m|mme|mlle|sr|sra|srta|dra|don|dona"
    r"|ing|dipl ing|mag|med|jur|phil|habil|hc|h c|ph d|phd|msc|ba|ma|mba|baroness|baron|viscount|earl)\b[. ]*)+"
)


def is_title_of_no_body(column: Column) -> bool:
    """Whether a column is called after titles, and has none of treaties, organizations or other bodies in it.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool

    >>> is_title_of_no_body(Column(0, "Title", ["President", "Prime Minister"]))
    True
    >>> is_title_of_no_body(Column(0, "Title", ["Law of the Sea Convention", "Charter on Languages"]))
    False
    """
    if column.key not in _TITLES or not column.cells:
        return False
    named = sum(
        _BODY_WORD.search(unaccented(cell).casefold()) is not None
        or says_body([unaccented(word) for word in cell.split()])
        for cell in column.distinct
    )
    return 2 * named < len(column.distinct) and bodies_in(column.distinct) < 0.5


def find_roles_in_titles(table: Columns) -> None:
    """Read a column of titles as that of the roles, if all its cells are known roles in a body: "Full member", "Observer".

    Parameters
    ----------
    table : Columns
        The table, before its members and bodies are decided.
    """
    if not table.roles or "role" in table.fields:
        return
    for column in table.columns:
        if (
            column.key in _TITLES
            and table.free(column)
            and column.cells
            and all(map(table.cells.role, column.distinct))
        ):
            table.fields["role"] = column.at
            return


def only_addresses(column: Column) -> bool:
    """Whether a column only has what people are addressed by: "Dr", "Mr", "Rt Hon".

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool

    >>> only_addresses(Column(0, "Title", ["Dr", "Prof. Dr."])), only_addresses(Column(0, "Title", ["GM"]))
    (True, False)
    """
    return bool(column.cells) and all(_ADDRESS.fullmatch(cell.strip().casefold()) for cell in column.distinct)
