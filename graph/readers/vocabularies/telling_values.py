"""What the value of a property of a membership may say, and whether the membership's dates and role show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...model.role_words import lesser_in
from ...model.roles import FULL, LESSER_ROLES, ROLE_IRIS, role_of
from ...rdf.terms import Term, id_of, named, text_of
from ..cells.status_words import SUSPENDED, is_former
from ..dates.written_dates import WrittenDates, read_date
from ..planning.keys import key_of
from ..planning.remarks import tells_of_turns
from .graph_roles import meant_role, plain_words, role_words, says_no_member
from .lenses import Node
from .own_words import HOLDS
from .rdf_dates import END, NEVER, START

__all__ = ["is_of_roles", "is_read", "value_tells"]

_DEFAULT = DefaultGraph()
_MEMBER, _BODY, _ROLE = (named(f"org:{name}") for name in ("member", "organization", "role"))
_YEAR = re.compile(r"\d{4}")
_OF_TIME = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_COUNTED = re.compile(
    r"\b(?:ids?|identifier|code|numbers?|nr|no|pages?|index|row|line|votes?|count|total|population|seats?|sum|amount|budget|fee"
    r"|contribution|order|version)\b"
)
"""Names of numbers that are no years."""
_OF_ROLES = re.compile(r"status|role|rank$|position", re.IGNORECASE)
_MOST_WORDS = 12
_OF_DEPUTIES = re.compile(
    r"(?:deputy|acting|(?:ad )?interim|alternate|substitute|designate|elect|provisional|stellvertret\w*|kommissarisch"
    r"|suppleant\w*|suppléante?|adjointe?|suplente|supplente|plaatsvervangend\w*)"
    r"(?: member| representative| mitglied| membre| miembro)?"
)
"""Words for who stands in for another, or is not yet what is said."""


def value_tells(iri: str, value: Term | None) -> bool:
    """Whether a value is a text that says when, or as what less than a member, somebody is a member.

    Parameters
    ----------
    iri : str
        The property; of what is called a number or an id, a year would be none.
    value : term
        The value.

    Returns
    -------
    bool

    >>> texts = "June 1994", "observer only", "a big one", "member"
    >>> [value_tells("http://e.org/note", Literal(text)) for text in texts]
    [True, True, False, False]
    >>> value_tells("http://e.org/votes", Literal("1994")), value_tells("http://e.org/gone", Literal("1989-1994"))
    (False, True)
    """
    if not isinstance(value, Literal):
        return False
    if value.value.strip().isdigit() and _COUNTED.search(key_of(id_of(iri))):
        return False
    return _text_tells(value.value)


@lru_cache(4096)
def _text_tells(text: str) -> bool:
    if _OF_TIME.search(text) and (_is_of_time(text) or tells_of_turns(text)):
        return True
    words = plain_words(text)
    if len(words.split()) > _MOST_WORDS:
        return False
    if (
        _OF_DEPUTIES.fullmatch(words)
        or says_no_member(words)
        or SUSPENDED.search(words)
        or meant_role(words) in LESSER_ROLES
        or lesser_in(words)
    ):
        return True
    return is_former(words) and "left" not in words.split()  # which parties are


_date_in = lru_cache(4096)(read_date)
"""Dates are few where memberships are many."""


def _is_of_time(text: str) -> bool:
    """Whether a text is a date or a span of time."""
    if len(text) > 60:
        return False
    if _date_in(text):
        return True
    try:
        return bool(WrittenDates().spans(text))
    except ValueError:
        return False


def is_of_roles(iri: str) -> bool:
    """Whether a property is one of roles by its name: `schema:roleName`.

    >>> is_of_roles("https://schema.org/roleName"), is_of_roles("https://schema.org/startDate")
    (True, False)
    """
    return _OF_ROLES.search(re.split(r"[/#]", iri)[-1]) is not None


def is_read(store: Store, quad: Quad, *, known: bool, telling: bool) -> bool:
    """Whether what a property says of a membership is in the membership's dates or its role, or says nothing of them.

    Parameters
    ----------
    store : Store
        The graph, in the model.
    quad : Quad
        What is said of the membership.
    known : bool
        Whether a lens knows the property, which then is thought to have read what is no date and no role.
    telling : bool
        Whether the property's name or the type of its dates say that it tells; else the value has to.

    Returns
    -------
    bool
    """
    if not isinstance(quad.object, Literal):
        return known
    if not telling and not value_tells(quad.predicate.value, quad.object):
        return True
    text = quad.object.value
    if any(year >= NEVER for year in _YEAR.findall(text)):
        return True
    if date := _date_in(text):
        # What is more precise than the date that is read is not read; lenses shorten what only seems precise.
        edges = _edges(store, quad.subject, beside=known)
        return any(edge.startswith(date) or (known and date.startswith(edge)) for edge in edges)
    if years := _YEAR.findall(text):
        shown = {edge[:4] for edge in _edges(store, quad.subject, beside=known)}
        return any(year in text for year in shown) if known else shown.issuperset(years)
    if known and not is_of_roles(quad.predicate.value):
        return True  # no date: what a lens took for one is reported where dates are read
    words = role_words(store, quad.object)[1]
    meant = meant_role(words)
    if meant == FULL or words in HOLDS or not words:
        return True
    roles = [one.object for one in store.quads_for_pattern(quad.subject, _ROLE, None, _DEFAULT)]
    if not telling and any(role_of(text_of(role)) in lesser_in(words) for role in roles):
        return True
    if role_words(store, quad.subject)[1] == words:
        return True  # a post is called so
    return any(
        role_words(store, role)[1] == words or (isinstance(role, NamedNode) and role.value == ROLE_IRIS.get(meant))
        for role in roles
        if isinstance(role, Node)
    )


def _edges(store: Store, membership: object, *, beside: bool) -> Iterator[str]:
    """The dates of a membership; `beside` it also of others of the member in the body, as a node may become several."""
    if not isinstance(membership, Node):
        return
    yield from _dates(store, membership)
    if not beside:
        return
    for who in store.quads_for_pattern(membership, _MEMBER, None, _DEFAULT):
        for of in store.quads_for_pattern(membership, _BODY, None, _DEFAULT):
            for fact in store.quads_for_pattern(None, _MEMBER, who.object, _DEFAULT):
                if isinstance(fact.subject, Node) and Quad(fact.subject, _BODY, of.object, _DEFAULT) in store:
                    yield from _dates(store, fact.subject)


def _dates(store: Store, membership: Node) -> Iterator[str]:
    for edge in (START, END):
        yield from (text_of(one.object) for one in store.quads_for_pattern(membership, edge, None, _DEFAULT))
