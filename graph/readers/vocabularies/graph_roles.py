"""The roles of a graph's memberships, in words or of other vocabularies, as the model has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ...amounts import shortened
from ...late import late_pattern
from ...model.naming.forms import unaccented
from ...model.role_words import nearest_in, of_lesser_right
from ...model.roles import LESSER_ROLES, ROLE_IRIS, role_named
from ...rdf.terms import Term, id_of, named
from ..cells.status_words import SUSPENDED, is_former
from ..planning.words.column_words import TURNS
from .blank_nodes import label_of
from .kinds import subjects_of
from .lenses import Node
from .offices import office_called
from .parting import whose
from .rdf_dates import END
from .roles_said import counting_way, near_roles, own_roles
from .spaces import prefixed

__all__ = [
    "is_same_role",
    "meant_role",
    "plain_words",
    "read_roles",
    "role_words",
    "roles_of_classes",
    "says_no_member",
    "times",
]

_DEFAULT = DefaultGraph()
_TYPE, _LABEL, _ROLE = named("rdf:type"), named("skos:prefLabel"), named("org:role")
_MEMBERSHIP, _OFFICE = named("org:Membership"), named("org:Role")
_MEMBER, _BODY = named("org:member"), named("org:organization")


def times(reason: str, number: int) -> str:
    """What was left out, and how often."""
    return f"left out: {reason}" + (f" ({number:,} times)" if number > 1 else "")


_NO_MEMBER = late_pattern(
    r"(former|ex|past|withdrawn|expelled)( .*)?(member|observer|associate|partner|affiliate)( state| country)?"
    r"|former|withdrawn|expelled"
    r"|(candidate|applicant|acceding|prospective)( .*)?(member|country|state)?|non ?member|not a member"
)
_FORMER = late_pattern(r"(former|ex|past|withdrawn|expelled)\b")
_NO_LONGER = frozenset(("inactive", "not active", "ended", "terminated", "expired", "lapsed"))
_OVER = TURNS | _NO_LONGER
_OBSERVER = late_pattern(r"\w+ observers?( state| status| member)?")


@lru_cache(4096)
def meant_role(words: str) -> str:
    """The role of the model that words mean or are read as; "" if they mean an office or something else."""
    if says_no_member(words):
        return ""
    if of_lesser_right(words):
        return "associate"  # one word is no reason to refuse a whole graph
    return role_named(words) or ("observer" if _OBSERVER.fullmatch(words) else "")


def is_same_role(words: str) -> bool:
    """Whether words that are read as a role of the model are that role, so that nothing has to be said of it.

    >>> is_same_role("full member"), is_same_role("founding member")
    (True, False)
    """
    return role_named(words) is not None and not nearest_in(words)


_SUBCLASS = named("rdfs:subClassOf")


def role_words(store: Store, role: Term) -> tuple[str, str]:
    """What a role is called, and the same as plain words."""
    name = role.value if isinstance(role, Literal) else label_of(store, role) if isinstance(role, Node) else ""
    if not name and isinstance(role, NamedNode):
        name = id_of(role.value)
    return name, plain_words(name)


@lru_cache(4096)
def plain_words(name: str) -> str:
    """What a role is called, as plain words.

    >>> plain_words("ObserverMember"), plain_words("Full-member")
    ('observer member', 'full member')
    """
    return " ".join(re.findall(r"\w+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))).lower()


def _is_past(words: str) -> bool:
    """Whether words say that a membership is over, of which its end says when."""
    return _FORMER.match(words) is not None or (says_no_member(words) and (words in _NO_LONGER or is_former(words)))


def says_no_member(words: str) -> bool:
    """Whether words say that somebody is no member, or none any more.

    >>> says_no_member("former member"), says_no_member("founding member"), says_no_member("retiré")
    (True, False, True)
    """
    # Who is suspended is a member all the same.
    turned = unaccented(words) in _OVER and not SUSPENDED.search(words)
    return turned or _NO_MEMBER.fullmatch(words) is not None


def roles_of_classes(store: Store, memberships: Iterable[Node]) -> None:
    """Give a membership without a role the one that its class says: `ex:ObserverMembership`."""
    settled = subjects_of(store, _ROLE)
    classed = {
        quad.subject for quad in store.quads_for_pattern(None, _TYPE, None, _DEFAULT) if quad.object != _MEMBERSHIP
    }
    for membership in memberships:
        if membership in settled or membership not in classed:
            continue
        for quad in list(store.quads_for_pattern(membership, _TYPE, None, _DEFAULT)):
            if quad.object == _MEMBERSHIP or not isinstance(quad.object, NamedNode):
                continue
            _, words = role_words(store, quad.object)
            role = re.sub(r"\bmembership$", "member", words)
            declared = Quad(quad.object, _SUBCLASS, _MEMBERSHIP, _DEFAULT) in store
            if role.endswith(" member") and (declared or meant_role(role) or says_no_member(role)):
                store.add(Quad(membership, _ROLE, Literal(role), _DEFAULT))


def read_roles(store: Store, memberships: Iterable[Node], settled: Container[Quad] = ()) -> list[str]:
    """Roles in words, or of other vocabularies, as the model has them; who is no member (any more) is left out.

    Those that are settled stay as they are.
    """
    none = dict[str, list[Node]]()
    nameless = dict[str, None]()
    near: Counter[tuple[str, str]] = Counter()
    with_role = subjects_of(store, _ROLE)
    whole = subjects_of(store, _MEMBER) & subjects_of(store, _BODY)  # halves are said to be left out
    kept: Counter[str] = Counter()
    at_odds = dict[str, None]()
    for membership in memberships:
        if membership not in with_role or membership not in whole:
            continue
        if said := _roles_at_odds(store, membership):
            at_odds[f"{whose(store, membership)} ({said})"] = None
        for quad in list(store.quads_for_pattern(membership, _ROLE, None, _DEFAULT)):
            role = quad.object
            if isinstance(role, Triple) or quad in settled or role.value in ROLE_IRIS.values():
                continue
            name, words = role_words(store, role)
            meant = meant_role(words)
            if _is_past(words) and any(store.quads_for_pattern(membership, END, None, _DEFAULT)):
                store.remove(quad)  # who was a member until a day that is said
            elif says_no_member(words):
                none.setdefault(name, []).append(membership)
                store.remove(Quad(membership, _TYPE, _MEMBERSHIP, _DEFAULT))
                store.remove(quad)
            elif meant:
                near[name, meant] += not is_same_role(words)
                store.remove(quad)
                if meant in LESSER_ROLES:
                    store.add(Quad(membership, _ROLE, NamedNode(ROLE_IRIS[meant]), _DEFAULT))
            elif isinstance(role, NamedNode):
                if not label_of(store, role):
                    coded = any(letter.isdigit() for letter in words)
                    if coded:
                        nameless[prefixed(role.value)] = None
                    else:
                        kept[words] += 1
                    store.add(Quad(role, _TYPE, _OFFICE, _DEFAULT))
                    store.add(Quad(role, _LABEL, Literal(name if coded else words), _DEFAULT))
                else:
                    kept[name] += 1
            else:
                kept[name] += 1
                store.remove(quad)
                store.add(Quad(membership, _ROLE, office_called(store, name), _DEFAULT))
    notes = [_left_out(store, name, nodes) for name, nodes in sorted(none.items())]
    notes += [*near_roles(+near), *own_roles(kept)]
    if at_odds:
        told = shortened(sorted(at_odds), 3)
        notes.append(
            f"a membership in several roles counts in the lesser ones: {told}; write a membership for each role"
        )
    if nameless:
        notes.append(
            f"a role without a name in it, taken for an office of full members: {shortened(list(nameless), 3)}; read it"
            " together with the file that names it, in one command, or add its skos:prefLabel"
        )
    return notes


def _left_out(store: Store, name: str, nodes: list[Node]) -> str:
    """What to say of memberships whose role says that somebody is no member, and how they come to count."""
    shown = shortened((whose(store, node) for node in sorted(nodes, key=str)[:4]), 3, of=len(nodes))
    way = "give them an end in the file" if _is_past(plain_words(name)) else counting_way([name])
    return f"{times(f'a membership in the role “{name}”', len(nodes))}: {shown}; to count them, {way}"


def _roles_at_odds(store: Store, membership: Node) -> str:
    """The roles of a membership of which one is of lesser right and another is not; "" if they go together."""
    roles = [quad.object for quad in store.quads_for_pattern(membership, _ROLE, None, _DEFAULT)]
    if len(roles) < 2:
        return ""
    found = {name: _meaning(role, words) for role in roles for name, words in [role_words(store, role)]}
    found = {name: meant for name, meant in found.items() if meant}  # an office goes with each
    lesser = {meant for meant in found.values() if meant in LESSER_ROLES}
    return " and ".join(sorted(found)) if lesser and len(set(found.values())) > 1 else ""


def _meaning(role: Term, words: str) -> str:
    """The role of the model that a role is, or is called; "" for an office."""
    known = {iri: name for name, iri in ROLE_IRIS.items()}
    return known.get(role.value, "") if isinstance(role, NamedNode) and role.value in known else meant_role(words)
