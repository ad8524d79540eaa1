"""The roles of members: one table of their names and terms."""

from __future__ import annotations

from ..errors import InvalidRequest
from ..rdf.terms import PREFIXES

__all__ = ["ANY_ROLE", "ROLES", "ROLE_IRIS", "check_role", "role_of"]

ROLE_IRIS: dict[str, str] = {
    "full": PREFIXES["blocs"] + "fullMember",
    "associate": PREFIXES["blocs"] + "associate",
    "observer": PREFIXES["blocs"] + "observer",
}
"""The term of each role."""

ROLES: tuple[str, ...] = tuple(ROLE_IRIS)
"""Roles that members can be asked for by."""

ANY_ROLE = "any"
"""What asks for members in whatever role."""

_NAMES = {iri: name for name, iri in ROLE_IRIS.items()}


def check_role(role: str) -> None:
    """Let a role pass that members can be asked for by.

    Parameters
    ----------
    role : str
        One of `ROLES`, or "any".

    Raises
    ------
    InvalidRequest
        If there is no such role.

    >>> check_role("boss")
    Traceback (most recent call last):
    ...
    blocs.InvalidRequest: unknown role 'boss'; use one of: full associate observer any
    """
    if role not in (*ROLES, ANY_ROLE):
        raise InvalidRequest(f"unknown role {role!r}; use one of: {' '.join(ROLES)} {ANY_ROLE}")


def role_of(iri: str) -> str:
    """The role that a term stands for: "full" for no term; the term's local name if it is none of ours.

    >>> role_of(""), role_of(ROLE_IRIS["observer"])
    ('full', 'observer')
    """
    return _NAMES.get(iri, iri.removeprefix(PREFIXES["blocs"]) if iri else "full")
