"""Which column tells people apart whose names are written almost alike: an address, a number or a date of birth."""

from __future__ import annotations

from .column import Column
from .columns import Columns

__all__ = ["find_identity"]

_OF_ONE = (
    "email", "e mail", "mail", "email address", "e mail address", "correo", "correo electronico", "courriel", "adresse e mail",
    "person id", "personid", "people id", "politician id", "mp id", "member id", "id", "uid", "uuid", "wikidata", "wikidata id", "qid",
    "orcid", "isni", "viaf", "gnd", "everypolitician id", "parlparse id", "national id", "passport", "passport number",
    "date of birth", "birth date", "birthdate", "birthday", "dob", "geburtsdatum", "date de naissance", "fecha de nacimiento",
    "data di nascita", "data de nascimento", "дата рождения", "phone", "telephone", "twitter", "twitter handle",
)  # fmt: skip
"""What one person has and hardly another of nearly the same name, by the names of columns, the surest first."""


def find_identity(table: Columns) -> None:
    """Find the column that tells people apart, if each name has one cell in it.

    Parameters
    ----------
    table : Columns
        The table, all of whose columns are decided.
    """
    members = table.column_of("member")
    if not table.found.person or members is None or table.found.layout != "rows":
        return
    fits = (c for key in _OF_ONE for c in table.by_key.get(key, []) if c is not members and _is_own(table, c, members))
    table.found.identity = next((c.at for c in fits), None)


def _is_own(table: Columns, column: Column, members: Column) -> bool:
    return len(column.distinct) > 1 and not column.flags and table.names_the_same(column, members)
