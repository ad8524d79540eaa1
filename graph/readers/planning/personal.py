"""What says that the members of a table are people, where no column is called after them."""

from __future__ import annotations

from .column import Column
from .column_words import says_body
from .columns import Columns, states_in

__all__ = ["are_people", "leave_to_people", "of_people", "why_left"]

_SURELY = frozenset((
    "gender", "sex", "birth date", "date of birth", "birthdate", "birthday", "dob", "year of birth", "birth year", "death date",
    "date of death", "sort name", "given name", "given names", "family name", "first name", "firstname", "last name",
    "lastname", "middle name", "surname", "forename", "honorific prefix", "honorific suffix", "salutation", "marital status",
    "profession", "occupation", "job title", "geschlecht", "geburtsdatum", "geburtsjahr", "vorname", "nachname", "familienname",
    "beruf", "sexe", "genre", "date de naissance", "annee de naissance", "prenom", "nom de famille", "genero", "sexo",
    "fecha de nacimiento", "ano de nacimiento", "apellido", "apellidos", "data di nascita", "cognome", "sesso",
    "data de nascimento", "sobrenome", "пол", "дата рождения", "фамилия", "отчество",
))  # fmt: skip
"""What only people have, by the names of columns."""

_PERHAPS = frozenset((
    "twitter", "twitter handle", "facebook", "instagram", "linkedin", "email", "e mail", "email address", "mail", "phone",
    "telephone", "image", "photo", "portrait", "parlparse", "everypolitician", "politician id", "person id", "mp id",
))  # fmt: skip
"""What people have and states hardly ever, though other members may: companies, societies, parties."""

_HOMES = frozenset((
    "area", "constituency", "district", "term", "legislative period", "state", "country", "province", "region",
))  # fmt: skip
"""Where people are from, and when they were elected: nothing that they are members of."""

_OTHER_BODIES = frozenset((
    "chamber", "house", "legislature", "party", "on behalf of", "committee", "parliament", "faction", "cabinet", "ministry",
))  # fmt: skip
"""What else people may be members of."""


def are_people(table: Columns, members: Column) -> bool:
    """Whether the members of a column are people: none is a state of the list, and other columns are of people only.

    Parameters
    ----------
    table : Columns
        The table.
    members : Column
        The column.

    Returns
    -------
    bool
    """
    if members.codes or not table.labels(members) or states_in(members.distinct):
        return False
    keys = {column.key for column in table.columns if column.cells and column is not members}
    if keys & _SURELY:
        return True
    return bool(keys & _PERHAPS) and not any(map(_is_called_as_body, members.distinct))


def _is_called_as_body(name: str) -> bool:
    """Whether a name can hardly be a person's: it is one word, has a figure, or a word for a body."""
    words = name.split()
    return len(words) < 2 or any(c.isdigit() for c in name) or says_body(words)


def leave_to_people(table: Columns) -> None:
    """Say of columns that are about the people of a table, and that nobody reads, why they are left out.

    Parameters
    ----------
    table : Columns
        The table, all of whose other columns are decided.
    """
    members = table.column_of("member")
    if members is None or not table.found.person:
        return
    for column in table.columns:
        reason = why_left(column, members) if table.free(column) and column.cells and not column.flags else ""
        if reason and not table.dated(column):
            table.found.unread[column.at] = reason


def why_left(column: Column, members: Column) -> str:
    """Why a column of a table of people is not read; "" if nothing is known of it.

    Parameters
    ----------
    column : Column
        The column.
    members : Column
        The column of the people.

    Returns
    -------
    str
    """
    if column.key in _OTHER_BODIES and not column.codes:
        return f'if it is what they are in, say --map "{column.name}=organization"'
    return of_people(members) if column.key in _HOMES else ""


def of_people(members: Column) -> str:
    """Why what else could be a member is none: the members are the people of a column."""
    return f"the members are the people of {members.name!r}"
