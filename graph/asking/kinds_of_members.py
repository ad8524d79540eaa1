"""Members of one kind alone: states, people or organizations, told from others by the classes that a graph gives them.

A member of no known class may be any of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ..amounts import shortened
from ..model.entities import KINDS, TYPES, Entity
from ..model.known.authority import authority
from ..model.known.well_known import node_of_state
from ..rdf.source import values
from ..rdf.terms import prologue

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

__all__ = [
    "MEMBER_KINDS",
    "all_may_be_people",
    "kind_meant",
    "kind_of_members",
    "no_others",
    "of_other_kinds",
    "plural_of",
    "unknown_kind_notes",
]

MEMBER_KINDS = ("state", "person", "body")
"""Kinds of members that a question can ask for by themselves."""


def no_others(kind: str, one: str) -> str:
    """The pattern that takes away what is of another kind; "" for members of any.

    Parameters
    ----------
    kind : str
        One of `MEMBER_KINDS`, or "".
    one : str
        The variable or term of the member.

    >>> no_others("", "?one"), "Person" in no_others("state", "?one"), "Person" in no_others("person", "?one")
    ('', True, False)
    """
    # A union of states is a body, though it is called a state too.
    but = "".join(f" MINUS {{ {one} a <{iri}> }}" for iri in _classes("body")) if kind == "body" else ""
    return " ".join(
        f"MINUS {{ {one} a <{iri}>{but if of == 'state' else ''} }}" for of in _others(kind) for iri in _classes(of)
    )


def plural_of(kind: str) -> str:
    """What members of a kind are called.

    >>> plural_of("person"), plural_of("")
    ('people', 'members')
    """
    return KINDS.get(kind, "members")


def unknown_kind_notes(kinds: Sequence[str], found: Sequence[Entity]) -> tuple[str, ...]:
    """That some of those who answer a question for states, people or organizations are of no known kind.

    Parameters
    ----------
    kinds : sequence of str
        The kinds of what was asked for.
    found : sequence of Entity
        Who answers it.

    Returns
    -------
    tuple of str
        At most one sentence.

    >>> unknown_kind_notes(["state"], [Entity("x:a", "a", "Ann Lee", "member"), Entity("x:m", "m", "Mali", "state")])
    ('The data do not say whether Ann Lee is a state.',)
    >>> unknown_kind_notes(["state", "body"], [Entity("x:a", "a", "Ann Lee", "member")])
    ()
    """
    if len(kinds) != 1 or kinds[0] not in MEMBER_KINDS:
        return ()
    names = [one.label for one in found if "member" in one.kinds and kinds[0] not in one.kinds]
    if not names:
        return ()
    one, many = _CALLED[kinds[0]]
    who = f"{names[0]} is {one}" if len(names) == 1 else f"these are {many}: {shortened(names)}"
    return (f"The data do not say whether {who}.",)


_CALLED = {
    "state": ("a state", "states"),
    "person": ("a person", "people"),
    "body": ("an organization", "organizations"),
}


def kind_of_members(vocabulary: Vocabulary) -> str:
    """What all members are of whom a graph speaks: "state", or "" where others are among them, or it is not known.

    >>> import blocs
    >>> kind_of_members(blocs.load().vocabulary)
    'state'
    """
    others = any(_any_members_of(vocabulary, kind) for kind in _others("state")) or vocabulary.once(_without_kind)
    return "" if others or vocabulary.once(_of_unknown_kind) else "state"


def kind_meant(vocabulary: Vocabulary, kind: str) -> str | None:
    """Which kind of members a noun asks for that is for states, people or bodies; None for what is a member of nothing.

    Where members are of no known kind, they may be what is asked for. What a table calls states may be something else
    too, where no state that is listed is among them: then "people" and "organizations" are members of any kind.

    >>> import blocs
    >>> [kind_meant(blocs.load().vocabulary, kind) for kind in ("state", "person", "event")]
    ['state', None, None]
    """
    if kind in ("", "state"):
        return kind
    if kind not in MEMBER_KINDS:
        return None
    if (kind == "person" and _any_members_of(vocabulary, kind)) or vocabulary.once(_without_kind):
        return kind
    if vocabulary.once(_of_unknown_kind):
        return ""
    return kind if _any_members_of(vocabulary, kind) else None


def all_may_be_people(vocabulary: Vocabulary) -> bool:
    """Whether all members of whom a graph speaks are people, or may be, so that "people" are its members.

    >>> import blocs
    >>> all_may_be_people(blocs.load().vocabulary)
    False
    """
    if vocabulary.once(_of_unknown_kind):
        return True
    people, *others = (_any_members_of(vocabulary, kind) for kind in ("person", *_others("person")))
    return (people or vocabulary.once(_without_kind)) and not any(others)


def _without_kind(vocabulary: Vocabulary) -> bool:
    """Whether a graph has members of no known kind."""
    return not vocabulary.graph.source.remote and bool(vocabulary.graph.names.some_of("member"))


def _of_unknown_kind(vocabulary: Vocabulary) -> bool:
    """Whether those that a graph has as states are nowhere listed as such."""
    names = vocabulary.graph.names
    if vocabulary.graph.source.remote or not _any_members_of(vocabulary, "state"):
        return False
    if any(one.codes for one in names.some_of("state")):
        return False
    return not any(node_of_state(names, state) is not None for state in authority().states)


def _any_members_of(vocabulary: Vocabulary, kind: str) -> bool:
    """Whether anything that is of a kind by its classes is a member of any body, at any time."""
    found = vocabulary.once(_asked)
    if kind not in found:
        body = (
            f"ASK {{ {{ SELECT DISTINCT ?one WHERE {{ {values('class', map(NamedNode, _classes(kind)))} ?one a ?class }} }}"
            " { ?m org:member ?one } UNION { ?one org:memberOf ?body } }"
        )
        found[kind] = vocabulary.graph.source.ask(prologue(body) + body)
    return found[kind]


def _asked(_: Vocabulary) -> dict[str, bool]:
    return {}


def of_other_kinds(vocabulary: Vocabulary, kind: str) -> frozenset[str]:
    """The IRIs of what is of another kind, and so no member of this one.

    >>> import blocs
    >>> vocabulary = blocs.load().vocabulary
    >>> cst = vocabulary.graph.names.find("CST").iri
    >>> cst in of_other_kinds(vocabulary, "state"), cst in of_other_kinds(vocabulary, "body")
    (True, False)
    """
    found = vocabulary.once(_found)
    if kind not in found:
        others = _those(vocabulary, [iri for of in _others(kind) for iri in _classes(of)])
        found[kind] = others - _those(vocabulary, _classes("body")) if kind == "body" else others
    return found[kind]


def _found(_: Vocabulary) -> dict[str, frozenset[str]]:
    return {"": frozenset()}


def _those(vocabulary: Vocabulary, classes: Sequence[str]) -> frozenset[str]:
    """What is of one of some classes."""
    rows = vocabulary.graph.source.select(
        f"SELECT DISTINCT ?one WHERE {{ {values('class', map(NamedNode, classes))} ?one a ?class }}"
    )
    return frozenset(one.value for (one,) in rows if isinstance(one, NamedNode))


def _others(kind: str) -> Sequence[str]:
    return [other for other in MEMBER_KINDS if other != kind] if kind in MEMBER_KINDS else []


def _classes(kind: str) -> Sequence[str]:
    return [iri for iri, of in TYPES.items() if of == kind]
