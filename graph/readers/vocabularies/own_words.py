"""What memberships say in a vocabulary of their own, in the words of tables: `ex:since`, `dbo:startDate`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...model.naming.names import NAME_PROPERTIES
from ...model.roles import FULL
from ...rdf.terms import named
from ..cells.cell_words import MISSING, flag_of, word
from ..cells.status_words import SUSPENDED, is_office
from ..dates.written_dates import only_year, read_date
from .blank_nodes import label_of
from .flags import read_flags, says_yes_or_no
from .graph_roles import is_same_role, meant_role, plain_words, role_words, says_no_member, times
from .kinds import subjects_of
from .lenses import Node, read_by_lenses
from .own_periods import read_periods
from .parts_of_dates import read_parts, says_part_of_date
from .property_names import edge_said, is_usual_edge, says_period, says_role
from .rdf_dates import END, START
from .spaces import prefixed

__all__ = ["HOLDS", "Origins", "ReadByName", "is_like_role", "made_of", "read_own_words"]

Origins = Mapping[Node, set[Node]]
"""The nodes of another vocabulary that memberships were made of, by the membership."""

_DEFAULT = DefaultGraph()
_TYPE = named("rdf:type")
_MEMBERSHIP, _ROLE, _MEMBER, _BODY, _MEMBER_OF = (
    named(f"org:{name}") for name in ("Membership", "role", "member", "organization", "memberOf")
)
_POST, _OFFICE, _HELD_BY = named("org:Post"), named("org:Role"), named("org:heldBy")
_DOCS = "docs/lenses.md"
HOLDS = frozenset(("active", "current", "in force", "member", "full member", "valid", "ongoing", "present", "joined"))
"""The words of a status that say that a membership holds."""
_OTHERS = ("http://www.w3.org/", "http://purl.org/")
"""Vocabularies that are not a file's own."""
_PROPERTIES = {"start": START, "end": END}
_NO_ORIGINS: Origins = {}


def made_of(store: Store, origins: Origins) -> dict[Node, list[Node]]:
    """The memberships that were made of each node of another vocabulary.

    Parameters
    ----------
    store : Store
        The graph, in which what is left out is no membership any more.
    origins : mapping of node to set of node
        The nodes that each was made of.

    Returns
    -------
    dict of node to list of node
    """
    found: dict[Node, list[Node]] = {}
    for membership, nodes in origins.items():
        for origin in nodes if Quad(membership, _TYPE, _MEMBERSHIP, _DEFAULT) in store else ():
            found.setdefault(origin, []).append(membership)
    return found


def _said(store: Store, property_: NamedNode, of_others: Mapping[Node, Sequence[Node]]) -> list[Quad]:
    """What memberships and the posts of holders say by a property.

    What the nodes say that memberships were made of is taken as if it were of the membership.
    """
    found = []
    for quad in store.quads_for_pattern(None, property_, None, _DEFAULT):
        if Quad(quad.subject, _TYPE, _MEMBERSHIP, _DEFAULT) in store or _is_held(store, quad.subject):
            found.append(quad)
        for membership in of_others.get(quad.subject, ()) if isinstance(quad.subject, Node) else ():
            if membership != quad.subject:
                found.append(Quad(membership, property_, quad.object, _DEFAULT))
    return found


def _is_held(store: Store, node: object) -> bool:
    """Whether something is a post that says who holds it: its words are those of the holding."""
    if not isinstance(node, Node) or Quad(node, _TYPE, _POST, _DEFAULT) not in store:
        return False
    return any(store.quads_for_pattern(node, _HELD_BY, None, _DEFAULT))


@dataclass(frozen=True)
class ReadByName:
    """What was read of memberships and posts in properties that no lens knows, by what these are called."""

    said: list[str]
    """What to say of it."""
    read: set[Quad]
    """What was read, as said of the membership or the post."""

    @property
    def properties(self) -> set[str]:
        """The properties of which something was read."""
        return {quad.predicate.value for quad in self.read}


def read_own_words(
    store: Store,
    used: Iterable[str],
    origins: Origins = _NO_ORIGINS,
    by_lenses: Collection[str] = frozenset(),
    given: Collection[str] = frozenset(),
) -> ReadByName:
    """Read the starts, ends, spans and roles of memberships and posts in properties that no lens knows, by their names.

    A start, an end or a span is read if its values are texts and some of them dates, and only of memberships that have
    no such date otherwise; a role or a status where some of its words are understood, and only of memberships that have
    no role, unless it says that somebody is no member ("withdrawn"); so is what is called otherwise and has such words
    alone (`ex:estado "retirado"`). Of a post the same is read of its holder. Yes and no of memberships are read too
    (`flags`).

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    used : iterable of str
        The properties in it.
    origins : mapping of node to set of node
        The nodes that memberships were made of, whose words are the membership's.
    by_lenses : collection of str
        The properties that the user's own lenses read.
    given : collection of str
        The words whose role the user says.

    Returns
    -------
    ReadByName
    """
    own = [iri for iri in used if iri not in by_lenses]
    of_others = made_of(store, origins)
    in_parts = {iri: _said(store, NamedNode(iri), of_others) for iri in own if says_part_of_date(iri)}
    said, read = read_parts(store, in_parts)
    left = Counter[str]()
    for iri in sorted(filter(edge_said, own), key=lambda each: (not is_usual_edge(each), each)):
        new = _read_edges(store, _said(store, NamedNode(iri), of_others), _PROPERTIES[edge_said(iri)])
        read.update(new)
        if new:
            said.append(f"{prefixed(iri)} as the {edge_said(iri)} ({len(new):,})")
    for iri in sorted(iri for iri in own if says_period(iri) and not edge_said(iri)):
        quads = _said(store, NamedNode(iri), of_others)
        new = read_periods(store, quads)
        read.update(new)
        if new:
            said.append(f"{prefixed(iri)} as the start and the end ({len(set(quads).intersection(new)):,})")
    became = list[str]()
    for iri in sorted(filter(says_yes_or_no, own)):
        flags, as_what, of_them = read_flags(store, iri, _said(store, NamedNode(iri), of_others))
        read.update(flags)
        said += as_what
        became += of_them
    for iri in sorted(iri for iri in own if _may_say_role(iri)):
        # Most properties fall out with their first value.
        if not says_role(iri) and (by_lenses or not _are_all_roles(store, NamedNode(iri))):
            continue
        quads = _said(store, NamedNode(iri), of_others)
        new, holding = _read_roles(store, quads, given)
        read.update(new, holding)
        if new:
            said.append(f"{prefixed(iri)} as the role ({len(holding.union(new)):,})")
        over = _leave_out_former(store, quads)
        read.update(over)
        left.update(role_words(store, quad.object)[0] for quad in over if not _is_held(store, quad.subject))
    told = [f"read by its name: {one}; if it is not, see {_DOCS}" for one in said]
    told += became
    told += [times(f"the holder of a post that is “{words}”", number) for words, number in sorted(left.items())]
    return ReadByName(told, read)


def _leave_out_former(store: Store, quads: Iterable[Quad]) -> list[Quad]:
    """Take out the holders of posts who hold them no more, and nobody knows since when; what said so."""
    found = []
    for quad in quads:
        post = quad.subject
        if not (isinstance(post, Node) and _is_held(store, post)):
            continue
        if not says_no_member(role_words(store, quad.object)[1]):
            continue
        found.append(quad)
        if not any(store.quads_for_pattern(post, END, None, _DEFAULT)):
            for holder in list(store.quads_for_pattern(post, _HELD_BY, None, _DEFAULT)):
                store.remove(holder)
    return found


def _read_edges(store: Store, quads: Sequence[Quad], into: NamedNode) -> list[Quad]:
    """Read starts or ends where they are texts and some of them dates; those that were read."""
    if not all(isinstance(quad.object, Literal) for quad in quads) or not any(map(_has_date, quads)):
        return []
    with_edge = subjects_of(store, into)
    new = [quad for quad in quads if quad.subject not in with_edge]
    store.extend([Quad(quad.subject, into, quad.object, _DEFAULT) for quad in new])
    return new


def _may_say_role(iri: str) -> bool:
    """Whether a property may be one of roles: by its name, or by its values where no lens and no name reads it."""
    if edge_said(iri):
        return False
    return says_role(iri) or not (iri in read_by_lenses() or iri in NAME_PROPERTIES or iri.startswith(_OTHERS))


def _are_all_roles(store: Store, property_: NamedNode) -> bool:
    """Whether all values of a property are texts that say as what somebody is a member, or that he is none."""
    return all(
        isinstance(quad.object, Literal) and _is_role(quad.object.value)
        for quad in store.quads_for_pattern(None, property_, None, _DEFAULT)
    )


def _is_role(text: str) -> bool:
    words = plain_words(text)
    return is_like_role(text) and words not in HOLDS and (bool(meant_role(words)) or says_no_member(words))


def _read_roles(store: Store, quads: Sequence[Quad], given: Collection[str]) -> tuple[list[Quad], set[Quad]]:
    """Read roles some of whose words are understood; those that were read, and those that say only that it holds.

    What is not understood beside them is a role of its own, of which the user is told how to say what it means.
    """
    words_of = {quad: role_words(store, quad.object) for quad in quads}
    understood = {
        quad: words
        for quad, (name, words) in words_of.items()
        if _is_understood(words) or {word(name), words} & {*given}
    }
    if understood:
        understood |= {quad: words for quad, (_, words) in words_of.items() if is_like_role(words)}
    with_role = subjects_of(store, _ROLE)
    holding = {quad for quad, words in understood.items() if words in HOLDS or _is_full(words)}
    new = [
        quad
        for quad, words in understood.items()
        if quad not in holding and _may_have_role(store, quad.subject, with_role, words)
    ]
    for quad in new:
        # A post that the lens took for an office of its own, as it named none.
        for said, value in ((_ROLE, quad.subject), (_TYPE, _OFFICE)):
            store.remove(Quad(quad.subject, said, value, _DEFAULT))
    store.extend([Quad(quad.subject, _ROLE, quad.object, _DEFAULT) for quad in new])
    return new, holding


def is_like_role(text: str) -> bool:
    """Whether a text may be a role by its form: a few words, and no code or number alone.

    >>> is_like_role("Deputy member"), is_like_role("B2"), is_like_role("7"), is_like_role("unknown")
    (True, False, False, False)
    """
    if flag_of(text) == MISSING:
        return False
    return 0 < len(text.split()) <= _MOST_WORDS and len(re.findall(r"[^\W\d_]", text)) > 3


_MOST_WORDS = 5  # of a role; more are a remark


def _may_have_role(store: Store, fact: object, with_role: Collection[object], words: str) -> bool:
    """Whether a membership or a post can take the words for its role: a post only if nothing else says which it is."""
    if not isinstance(fact, Node):
        return False
    if Quad(fact, _TYPE, _MEMBERSHIP, _DEFAULT) in store:
        return fact not in with_role or says_no_member(words)
    roles = {quad.object for quad in store.quads_for_pattern(fact, _ROLE, None, _DEFAULT)}
    return is_office(words) and roles <= {fact} and not label_of(store, fact)


def _is_full(words: str) -> bool:
    """Whether words mean a full member and no more, so that they say no role: of "founding member" it is said."""
    return meant_role(words) == FULL and is_same_role(words)


def _is_understood(words: str) -> bool:
    """Whether words say as what somebody is a member, or whether he is one."""
    return (
        words in HOLDS
        or bool(meant_role(words))
        or says_no_member(words)
        or SUSPENDED.search(words) is not None
        or is_office(words)
    )


def _has_date(quad: Quad) -> bool:
    text = quad.object.value if isinstance(quad.object, Literal) else ""
    return bool(read_date(text) or only_year(text))
