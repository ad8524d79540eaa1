"""The fields that `--map` names for columns, as a user writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...errors import InvalidRequest
from .keys import key_of
from .words.column_names import FIELDS
from .words.date_parts import DATE_PARTS

__all__ = ["IGNORE", "NUMBERED", "columns_given", "field_named", "given_as"]

IGNORE = "ignore"
"""The field of a column that is to be left unread."""
NUMBERED = ("cow", "gw", "iso_numeric")
"""The schemes of codes that are numbers; a column called after one names members by it, and not by what it reads."""
_ALSO = {
    "skip": IGNORE, "organisation": "organization", "country": "member", "state": "member", "body": "organization",
    "person": "member",
}  # fmt: skip
"""What fields are called besides."""


def field_named(name: str, column: str) -> str:
    """A field as `--map` names it, checked.

    Parameters
    ----------
    name : str
        The field.
    column : str
        The column, for the message.

    Returns
    -------
    str

    Raises
    ------
    InvalidRequest
        If there is no such field.
    """
    name = _ALSO.get(name, name)
    if name.replace(" ", "_") in DATE_PARTS:
        return name.replace(" ", "_")
    if name not in (*FIELDS, IGNORE):
        raise InvalidRequest(
            f"unknown field {name!r}; --map takes COLUMN=FIELD with {', '.join(FIELDS)}, person for a member who is one,"
            " for a date in parts"
            f" {', '.join(DATE_PARTS)}, or {IGNORE} to leave {column!r} out"
        )
    return name


def fields_given(mapping: Mapping[str, str]) -> dict[str, str]:
    """The fields of the columns that the user names.

    Parameters
    ----------
    mapping : mapping of str to str
        The fields by the columns, as `--map` names them.

    Returns
    -------
    dict of str to str
        The fields by the columns, as `key_of` writes them.

    Raises
    ------
    InvalidRequest
        If a column is named as a field that there is not.

    >>> fields_given({"Bund": "body", "Land": "country"})
    {'bund': 'organization', 'land': 'member'}
    """
    return {key_of(name): field_named(said, name) for name, said in mapping.items()}


def given_as(mapping: Mapping[str, str], field: str) -> set[str]:
    """The columns that the user names as a field.

    Parameters
    ----------
    mapping : mapping of str to str
        The fields by the columns, as `--map` names them.
    field : str
        The field.

    Returns
    -------
    set of str
        The columns, as `key_of` writes them.

    Raises
    ------
    InvalidRequest
        If a column is named as a field that there is not.

    >>> given_as({"Bund": "body", "Land": "country"}, "organization")
    {'bund'}
    """
    return {key_of(name) for name, said in mapping.items() if field_named(said, name) == field}


def columns_given(header: Sequence[str], mapping: Mapping[str, str], field: str) -> set[int]:
    """The places of the columns that the user names as a field: by their exact names, or else by the same words.

    Parameters
    ----------
    header : sequence of str
        The names of the columns.
    mapping : mapping of str to str
        The fields by the columns, as `--map` names them.
    field : str
        The field.

    Returns
    -------
    set of int

    >>> columns_given(["Body (en)", "Body (fr)"], {"Body (fr)": "organization"}, "organization")
    {1}
    """
    found: set[int] = set()
    for name, said in mapping.items():
        if field_named(said, name) == field:
            exact = {at for at, each in enumerate(header) if each.split() == name.split()}
            found |= exact or {at for at, each in enumerate(header) if key_of(each) == key_of(name)}
    return found
