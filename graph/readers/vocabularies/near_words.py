"""Words of vocabularies that are near to membership: employees, founders, participants, parties, affiliations.

None of them is read as a membership unless a lens says so. Who has them in a graph is told that they were not.
"""

from __future__ import annotations

import re

from ..planning.keys import key_of

__all__ = ["is_near_membership"]

_PARTS = re.compile(
    r"member|belongs ?to|linked ?to|affiliat|signator|in ?group|party ?to|part(?:y|ies|ner) ?(?:of|in)|party$|parties"
    r"|employ|alumn|particip|observer|candidate|applicant|subscrib|moderator|administrator|reports to"
    r"|works? (?:for|at|with)|founder|founded by|athlete"
    r"|^(?:team|club|board|bloc|blocs|igo|igos|orgs?|ally|allies|alliances?|partners?)$"
    r"|(?:former|current|other|leader) (?:team|club|party)"
)
_COUNTED = re.compile(r"(?:number|num|nr|count|total|amount|sum)\b.*|.* (?:number|num|count|total)")
"""Names of how many there are, which says nothing of who."""
_OF_WIKIDATA = re.compile(r"P(?:39|108|112|127|241|361|488|527|710|945|1344|1416|5769|8413)")
"""Posts, employer, founder, owner, branch, part of, chair, parts, participants, allegiance, affiliation, editor, …"""


def is_near_membership(iri: str) -> bool:
    """Whether the name of a property is near to membership, whatever the vocabulary.

    Parameters
    ----------
    iri : str
        The property.

    Returns
    -------
    bool

    >>> names = "worksFor", "capitalOf", "numberOfEmployees", "memberCount"
    >>> [is_near_membership(f"https://schema.org/{name}") for name in names]
    [True, False, False, False]
    """
    name = re.split(r"[/#]", iri)[-1]
    key = key_of(name)
    is_near = _PARTS.search(key) is not None and _COUNTED.fullmatch(key) is None
    return is_near or _OF_WIKIDATA.fullmatch(name) is not None
