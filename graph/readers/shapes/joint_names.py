"""Tables in which the names of people are in two columns, "first name" and "last name": read as if in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..planning.keys import key_of
from ..planning.words.people_words import NAMES
from ..tables.tabular import Table

__all__ = ["join_names"]

_FIRST = frozenset((
    "first name", "firstname", "given name", "given names", "givenname", "forename", "forenames", "vorname", "prenom",
    "nombre de pila", "nombres", "fornavn", "fornamn", "imie", "voornaam", "имя",
    "keresztnev", "krestni jmeno", "prenume", "名",
))  # fmt: skip
_LAST = frozenset((
    "last name", "lastname", "family name", "familyname", "surname", "nachname", "familienname", "nom de famille",
    "apellido", "apellidos", "cognome", "sobrenome", "apelido", "etternavn", "efternavn", "efternamn", "nazwisko",
    "achternaam",
    "prijmeni", "soyad", "soyadi", "фамилия", "姓",
))  # fmt: skip


def join_names(table: Table, mapping: Mapping[str, str]) -> None:
    """Put first and last names together in a column "full name", unless the user says what one of the two is.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        What the user says of its columns.
    """
    keys = [_as_usual(key_of(name)) for name in table.header]
    first = [at for at, key in enumerate(keys) if key in _FIRST]
    last = [at for at, key in enumerate(keys) if key in _LAST]
    names = [at for at, key in enumerate(keys) if key in NAMES and at not in first]
    if len(first) == 1 and not last and not _is_within(table, first[0], names):
        last = names  # "Prénom" and "Nom"
    elif len(last) == 1 and not first and not _is_within(table, last[0], names):
        first = names  # "Apellidos" and "Nombre"
    given = {key_of(name) for name in mapping}
    if len(first) != 1 or len(last) != 1 or {key_of(table.header[at]) for at in (*first, *last)} & given:
        return
    one, other = first[0], last[0]
    wholes = [at for at, key in enumerate(keys) if key in _WHOLE and key not in given][:1]

    def row(cells: list[str]) -> list[str]:
        if len(cells) <= max(one, other):
            return cells
        said = next((cells[at].strip() for at in wholes if at < len(cells)), "")
        whole = said or f"{cells[one].strip()} {cells[other].strip()}".strip()
        return [whole if at == other else cell for at, cell in enumerate(cells) if at not in (one, *wholes)]

    table.notes.append(f"columns {table.header[one]!r} and {table.header[other]!r} were read as one name")
    if wholes:
        table.notes.append(f"where {table.header[wholes[0]]!r} has the whole of a name, it was read instead")
    table.rewrite(row)
    called = f"full name ({table.header[one]}, {table.header[other]})"
    left = [(at, name) for at, name in enumerate(table.header) if at not in (one, *wholes)]
    table.header = [called if at == other else name for at, name in left]


_PARTS = {"first": "first name", "given": "given name", "last": "last name", "family": "family name"}
_WHOLE = ("name official full", "name full", "name display", "name formatted", "name display name", "name full name")
"""Where records with names in parts have the whole of a name."""


def _as_usual(key: str) -> str:
    """The usual name of a column that a record in a record gave its name: "name first" is the first name."""
    before, _, part = key.partition(" ")
    return _PARTS.get(part, part if part in _FIRST | _LAST else key) if before == "name" else key


def _is_within(table: Table, at: int, names: Sequence[int]) -> bool:
    """Whether a column of names has whole ones in it already: with those of another in it ("Ann" in "Ann Lee")."""
    rows = [row for row in table.sample if at < len(row) and row[at].strip()]
    for name in names:
        told = [row[name].strip() for row in rows if name < len(row) and row[name].strip()]
        if key_of(table.header[name]) == "name" and 2 * sum(" " in cell for cell in told) > len(told):
            return True  # "name" may well be all of it
        if any(name < len(row) and row[at].strip() in row[name] for row in rows):
            return True
    return False
