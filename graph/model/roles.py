"""The roles of members: one table of their names and terms."""

from __future__ import annotations

import re

from ..errors import InvalidRequest
from ..rdf.terms import PREFIXES
from .role_words import CODES, role_of_word

__all__ = [
    "ANY_ROLE",
    "FULL",
    "LESSER_ROLES",
    "ROLES",
    "ROLE_IRIS",
    "check_role",
    "counted_role",
    "role_named",
    "role_of",
    "roles_in",
]

FULL = "full"
"""The role of a member in full right; so is a member whose role is not given."""

ROLE_IRIS: dict[str, str] = {
    FULL: PREFIXES["blocs"] + "fullMember",
    "associate": PREFIXES["blocs"] + "associate",
    "observer": PREFIXES["blocs"] + "observer",
}
"""The term of each role."""

ROLES: tuple[str, ...] = tuple(ROLE_IRIS)
"""Roles that members can be asked for by."""

LESSER_ROLES: tuple[str, ...] = tuple(role for role in ROLES if role != FULL)
"""Roles of less than full right. Any other role that a source may name is one in full right."""

ANY_ROLE = "any"
"""What asks for members in whatever role; some of them are joined by "+": "full+associate"."""

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


def roles_in(role: str) -> frozenset[str]:
    """The roles that count where one is asked for: that one, some that "+" joins, or all.

    >>> sorted(roles_in("full+observer")), len(roles_in("any"))
    (['full', 'observer'], 3)
    """
    return frozenset(ROLES if role == ANY_ROLE else role.split("+"))


def role_of(iri: str) -> str:
    """The role that a term stands for: "full" for no term; the term's local name if it is none of ours.

    >>> role_of(""), role_of(ROLE_IRIS["observer"]), role_of("http://example.org/roles#chair")
    ('full', 'observer', 'chair')
    """
    if not iri:
        return FULL
    return _NAMES.get(iri) or re.split(r"[/#]", iri.rstrip("/#"))[-1].removeprefix("role-") or iri


def counted_role(iri: str) -> str:
    """The role by which a member is counted: of a role that others have thought of, a member is a full one.

    >>> counted_role("http://example.org/chair"), counted_role(ROLE_IRIS["associate"])
    ('full', 'associate')
    """
    role = role_of(iri)
    return role if role in LESSER_ROLES else FULL


def role_named(word: str) -> str | None:
    """The role that a word or code of a table stands for, in any case; None if it stands for none.

    >>> role_named("Full member"), role_named("3"), role_named("boss"), role_named("observers")
    ('full', 'observer', None, 'observer')
    """
    return CODES.get(word) or role_of_word(word)
