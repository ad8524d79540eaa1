"""What a graph says between a state and a body that is no membership: `dct:isPartOf`, `skos:broader`, `ex:partOf`.

Each may be how this graph says who is in what, and none is surely that: it is said, with what makes it one. Where a
body has its seat, and what else is of places, says nothing of the kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from pyoxigraph import NamedNode, Store, Triple

from ...amounts import shortened
from ...model.entities import TYPES
from ...rdf.source import LocalSource
from ...rdf.terms import named, text_of
from ..planning.going_on import is_of_the_past
from ..planning.keys import key_of
from ..planning.words.column_words import END_WORD
from .kinds import kinds_of
from .near_words import is_near_membership
from .own_memberships import SAYS_OF_MEMBERS
from .same_nodes import SAME
from .spaces import prefixed

__all__ = ["between_note"]

_OF_PLACES = re.compile(
    r"\b(?:locat\w*|place|seat|head\w*|hq|base[ds]?|country|host\w*|address|capital|spatial|coverage|territor\w*"
    r"|jurisdiction|languages?|region|area|sitz|siege|sede|pays|pais|paese|land)\b"
)
"""Names of where something is."""
_ASIDE = re.compile(
    r"wiki page.*|subject|topic|see also|same as|\w+ match|different from|related|related to|page|homepage|source"
    r"|publisher|creator|contributor|is defined by|primary topic|depict\w*|image|about|mentions|category|type"
    r"|relation"
)
"""Names of what leads from anything to anything."""
_MODEL = (named("blocs:").value, named("rdf:").value)
_TO_PARTS = re.compile(r"(?:has )?(?:sub ?organi[sz]ation|unit|department|part|narrower\w*|post)s?")
_TO_WHOLES = re.compile(
    r"(?:is )?(?:sub ?organi[sz]ation|unit|department|part) (?:of|in)|parent(?: organi[sz]ation)?|broader\w*"
)
"""Names of what leads from a whole to its parts, and from a part to the whole."""
_KIND_OF = named("rdfs:subPropertyOf").value
_SEVERAL = 3
_QUERY = """SELECT ?p (COUNT(*) AS ?n) {{ SELECT DISTINCT ?s ?p ?o {{
  ?{state} a ?country . ?{body} a ?organization . ?s ?p ?o .
  FILTER(?country IN ({countries}) && ?organization IN ({organizations}))
  FILTER NOT EXISTS {{ ?fact org:member ?{state} ; org:organization ?{body} }}
  FILTER NOT EXISTS {{ ?{state} org:memberOf ?{body} }} }} }} GROUP BY ?p"""


def between_note(store: Store, told: Collection[str], made: Iterable[Triple] = ()) -> tuple[list[str], set[str]]:
    """What to say of properties between states and bodies that nothing reads.

    Parameters
    ----------
    store : Store
        The graph, in the model.
    told : collection of str
        The properties of which it is said already.
    made : iterable of Triple
        What lenses made, which is none of the graph's own words.

    Returns
    -------
    tuple of (list of str, set of str)
        Notes on them, and the properties.
    """
    found = {way: _between(store, way) for way in SAYS_OF_MEMBERS}
    counts = Counter[str]()
    for way, by_property in found.items():
        counts.update({iri: number for iri, number in by_property.items() if iri not in told and _may_say(iri, way)})
    counts -= Counter(t.predicate.value for t in made if t.predicate.value in counts and _is_between(store, t))
    if not counts:
        return [], set()
    over = {iri: number for iri, number in counts.items() if _says_leaving(iri)}
    notes = (
        [f"not read, as it says who is a member no more: {_shown(over)}; write a membership with its end instead"]
        if over
        else []
    )
    told = set(counts)
    for iri in over:
        del counts[iri]
    if not counts:
        return notes, told
    first = min(counts, key=lambda iri: (-counts[iri], iri))
    way = max(found, key=lambda way: found[way][first])
    notes.append(
        f"not read as membership, though it is between a state and a body: {_shown(counts)}; if it is one, add this"
        f" line to the file or to a Turtle file beside it: <{first}> <{_KIND_OF}> <{SAYS_OF_MEMBERS[way].value}> ."
    )
    return notes, told


def _shown(counts: Mapping[str, int]) -> str:
    return shortened((f"{prefixed(iri)} ({number:,})" for iri, number in sorted(counts.items())), _SEVERAL)


def _says_leaving(iri: str) -> bool:
    key = key_of(re.split(r"[/#]", iri)[-1])
    return is_of_the_past(key) or END_WORD.search(key) is not None or key.startswith("former ")


def _between(store: Store, way: str) -> Counter[str]:
    """How often each property leads from a state to a body, or from a body to a state, that is not in it."""
    kinds = {kind: ", ".join(f"<{iri}>" for iri, is_a in TYPES.items() if is_a == kind) for kind in ("state", "body")}
    state, body = ("s", "o") if way == "of" else ("o", "s")
    query = _QUERY.format(state=state, body=body, countries=kinds["state"], organizations=kinds["body"])
    rows = LocalSource(store, "the graph").select(query)
    return Counter({text_of(property_): int(text_of(number)) for property_, number in rows})


def _is_between(store: Store, triple: Triple) -> bool:
    """Whether a triple is of a state and a body."""
    ends = [kinds_of(store, end) for end in (triple.subject, triple.object) if isinstance(end, NamedNode)]
    return len(ends) == 2 and any("state" in ends[at] and "body" in ends[1 - at] for at in (0, 1))


def _may_say(iri: str, way: str) -> bool:
    """Whether a property may say who is in what: of Wikidata's, which are numbers, those that are known to be near.

    What says that the body is a part of the state does not.
    """
    if NamedNode(iri) in SAME or iri.startswith(_MODEL):
        return False
    if iri.startswith("http://www.wikidata.org/"):
        return is_near_membership(iri)
    key = key_of(re.split(r"[/#]", iri)[-1])
    if (_TO_PARTS if way == "of" else _TO_WHOLES).fullmatch(key):
        return False
    return not _OF_PLACES.search(key) and not _ASIDE.fullmatch(key)
