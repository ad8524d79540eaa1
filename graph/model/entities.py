"""Entities and their kinds: what a graph is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from pyoxigraph import NamedNode

from ..errors import UnknownName
from ..frozen import frozen
from ..rdf.terms import PREFIXES

__all__ = ["KINDS", "TYPES", "Entity", "kind_named", "leading"]

KINDS: dict[str, str] = {
    "state": "states",
    "body": "bodies",
    "member": "members",
    "event": "events",
    "person": "people",
    "group": "groups",
    "place": "places",
    "conflict": "conflicts",
    "document": "documents",
    "statement": "statements",
    "topic": "topics",
    "role": "roles",
    "source": "sources",
}
"""Kind and its plural, in the order in which they are listed. A member is what is in a body and has no known class."""


def _types() -> dict[str, str]:
    schema, legacy = PREFIXES["schema"], "http://schema.org/"
    foaf = "http://xmlns.com/foaf/0.1/"
    named = {
        "state": [schema + "Country", legacy + "Country"],
        "body": [
            *(PREFIXES["org"] + n for n in ("Organization", "FormalOrganization", "OrganizationalUnit")),
            PREFIXES["org"] + "OrganizationalCollaboration",
            *(ns + "Organization" for ns in (schema, legacy, foaf)),
        ],
        "member": [foaf + "Agent"],
        "event": [schema + "Event", legacy + "Event"],
        "person": [schema + "Person", legacy + "Person", foaf + "Person"],
        "group": [PREFIXES["blocs"] + "Group", foaf + "Group"],
        "place": [ns + n for ns in (schema, legacy) for n in ("Place", "City", "AdministrativeArea")],
        "conflict": [PREFIXES["blocs"] + "Conflict"],
        "document": [schema + "CreativeWork", legacy + "CreativeWork"],
        "statement": [PREFIXES["blocs"] + "Statement", schema + "Claim"],
        "topic": [PREFIXES["skos"] + "Concept"],
        "role": [PREFIXES["org"] + "Role"],
        "source": [schema + "Article", schema + "Dataset"],
    }
    return {iri: kind for kind, iris in named.items() for iri in iris}


TYPES: dict[str, str] = _types()
"""The kind that each RDF class stands for."""


def kind_named(word: str) -> str:
    """The kind that a word names, singular or plural, or by a usual synonym.

    Raises UnknownName with the kinds there are.

    >>> kind_named("States"), kind_named("organisations"), kind_named("claims")
    ('state', 'body', 'statement')
    """
    key = word.strip().lower()
    synonyms = {
        "state": ("country", "countries", "nation", "nations"),
        "body": ("organization", "organizations", "organisation", "organisations", "alliance", "alliances"),
        "person": ("persons",),
        "statement": ("claim", "claims", "proposal", "proposals", "plan", "plans"),
    }
    for kind, plural in KINDS.items():
        if key in (kind, plural, *synonyms.get(kind, ())):
            return kind
    raise UnknownName(word, "kind", way_out="kinds are: " + " ".join(KINDS.values()))


def leading(kinds: Iterable[str]) -> list[str]:
    """The kinds of one thing, the one that it is listed under first.

    What has members is a body, whatever else it is; a member of no known class is what another source knows it to be,
    unless that is a topic only, which anything may be.

    Parameters
    ----------
    kinds : iterable of str
        Its kinds, each of `KINDS`.

    Returns
    -------
    list of str

    >>> leading({"state", "body"}), leading({"member", "state"}), leading({"member", "topic"})
    (['body', 'state'], ['state', 'member'], ['member', 'topic'])
    """
    return sorted(kinds, key=lambda kind: (kind != "body", kind in ("member", "topic"), _PLACES[kind]))


_PLACES = {kind: place for place, kind in enumerate(KINDS)}


@frozen
class Entity:
    """A state, body, event, person, … as a graph names it.

    Parameters
    ----------
    iri : str
        Its IRI.
    id : str
        The short name used on the command line.
    label : str
        Its full name.
    kind : str
        Its kind, the first of `kinds`.
    abbreviation : str
    aliases : tuple of str
        Its other names.
    codes : dict
        Its codes by `iso3`, `cow` and `cowAbbreviation`.
    kinds : tuple of str
        All its kinds, in the order of `leading`: a union of states is a body, and a member of others as a state is.
    """

    iri: str
    id: str
    label: str
    kind: str = ""
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    codes: dict[str, str] = field(default_factory=dict, hash=False, compare=False)
    kinds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.kinds and self.kind:
            object.__setattr__(self, "kinds", (self.kind,))

    def is_a(self, *kinds: str) -> bool:
        """Whether the entity is of one of some kinds; a member of unknown kind may be a state.

        >>> eu = Entity("x:eu", "eu", "European Union", "body", kinds=("body", "state"))
        >>> eu.is_a("body"), eu.is_a("event", "person")
        (True, False)
        """
        return any(kind in self.kinds for kind in kinds) or ("member" in self.kinds and "state" in kinds)

    @property
    def term(self) -> NamedNode:
        """The entity as an RDF term."""
        return NamedNode(self.iri)

    @property
    def short(self) -> str:
        """The abbreviation where there is one, else the label.

        >>> Entity("x:cst", "cst", "Collective Security Treaty", abbreviation="CST").short
        'CST'
        """
        return self.abbreviation or self.label
