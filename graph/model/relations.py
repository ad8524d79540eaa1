"""The relations of facts in words, read from either end: those of the model from a table, others by their names."""

from __future__ import annotations

import re

from ..late import late_pattern
from ..rdf.terms import PREFIXES, id_of

__all__ = ["RELATIONS", "is_coded", "relation_words", "under_https"]

RELATIONS: dict[str, tuple[str, str]] = {
    "member": ("is a member of", "has the member"),
    "non-member": ("is not a member of", "does not have the member"),
    "attendance": ("takes part in", "has the participant"),
    "absence": ("is absent from", "misses the participant"),
    "share": ("signed of", "signed by"),
    "non-representation": ("has no officers in", "has no officers of"),
    "post": ("holds the office", "has the office holder"),
    PREFIXES["org"] + "memberOf": ("is a member of", "has the member"),
    PREFIXES["org"] + "subOrganizationOf": ("is part of", "has the part"),
    PREFIXES["org"] + "hasPost": ("has the post", "is a post of"),
    PREFIXES["org"] + "holds": ("holds the post", "is the post of"),
    PREFIXES["org"] + "classification": ("is a", "is the kind of"),
    PREFIXES["schema"] + "startDate": ("begins", "begins"),
    PREFIXES["schema"] + "endDate": ("ends", "ends"),
    PREFIXES["schema"] + "location": ("takes place in", "is the place of"),
    PREFIXES["schema"] + "organizer": ("is organized by", "organizes"),
    PREFIXES["schema"] + "about": ("is about", "is the subject of"),
    PREFIXES["schema"] + "containedInPlace": ("lies in", "contains"),
    PREFIXES["blocs"] + "aegis": ("is under the aegis of", "gives its aegis to"),
    PREFIXES["blocs"] + "speaker": ("is said by", "says"),
    PREFIXES["blocs"] + "about": ("concerns", "is spoken of in"),
    PREFIXES["blocs"] + "at": ("has the occasion", "is the occasion of"),
    PREFIXES["blocs"] + "answers": ("answers", "is answered by"),
    PREFIXES["blocs"] + "reason": ("has the reason", "is the reason for"),
    PREFIXES["blocs"] + "deployedIn": ("is deployed in", "has deployed in it"),
    PREFIXES["blocs"] + "attendeeCount": ("has the number of participants", "is the number of participants of"),
    PREFIXES["blocs"] + "memberCount": ("has the number of members", "is the number of members of"),
    PREFIXES["schema"] + "founder": ("was established by", "established"),
    PREFIXES["skos"] + "prefLabel": ("is called", "is the name of"),
    PREFIXES["skos"] + "broader": ("belongs to the topic", "includes the topic"),
}
"""The words of each relation, read from its subject and read from its object."""

_CODED = late_pattern(r"[A-Za-z]{1,2}\d+")


def is_coded(relation: str) -> bool:
    """Whether the name of a property of others is a code, which says nothing to a reader.

    >>> is_coded("http://www.wikidata.org/prop/direct/P463"), is_coded("http://example.org/borderOf")
    (True, False)
    """
    return relation.startswith("http") and _CODED.fullmatch(id_of(relation)) is not None


def under_https(relation: str) -> str:
    """A property of schema.org, which is one under http: and https: alike, as the model writes it; any other as it is.

    >>> under_https("http://schema.org/startDate"), under_https("http://example.org/startDate")
    ('https://schema.org/startDate', 'http://example.org/startDate')
    """
    return PREFIXES["schema"] + relation.removeprefix(_OLD) if relation.startswith(_OLD) else relation


_OLD = "http://schema.org/"


def relation_words(relation: str, inverse: bool = False) -> str:
    """A relation in words, from its subject or, where `inverse`, from its object.

    Parameters
    ----------
    relation : str
        A key of `RELATIONS`, or the IRI of a property of others.
    inverse : bool
        Whether it is read from its object.

    Returns
    -------
    str

    >>> relation_words("member"), relation_words("http://example.org/borderOf")
    ('is a member of', 'border of')
    >>> [relation_words(f"http://e.org/{name}", True) for name in ("borderOf", "border", "hasMentor", "employees")]
    ['has the border', 'is the border of', 'is the mentor of', 'is among the employees of']
    >>> [relation_words(f"https://schema.org/{name}", True) for name in ("worksFor", "knows", "foundedBy")]
    ['employs', 'is known by', 'founded']
    """
    if relation in RELATIONS:
        return RELATIONS[relation][inverse]
    words = _words_in(id_of(relation))
    return _from_object(words) if inverse else words


_PARTS = late_pattern(r"[_\W]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def _words_in(name: str) -> str:
    """The words of a property's name: "has HQ" of `hasHQ`, "partner of" of `partner_of`."""
    parts = filter(None, _PARTS.split(name))
    return " ".join(part if len(part) > 1 and part.isupper() else part.lower() for part in parts)


_INVERSES = {
    "works for": "employs", "employs": "works for", "knows": "is known by", "leads": "is led by", "owns": "is owned by",
    "runs": "is run by", "controls": "is controlled by", "heads": "is headed by", "chairs": "is chaired by",
    "supports": "is supported by", "funds": "is funded by", "hosts": "is hosted by", "governs": "is governed by",
    "represents": "is represented by", "includes": "is included in", "contains": "is contained in",
    "replaces": "is replaced by", "recognizes": "is recognized by", "signed": "is signed by",
    "ratified": "is ratified by", "joined": "is joined by", "participates": "has the participant",
    "participates in": "has the participant",
    "participated in": "has the participant", "takes part in": "has the participant", "lives in": "is the home of",
    "located in": "is the place of", "is located in": "is the place of", "allied with": "is allied with",
    "borders": "borders", "borders with": "borders", "linked to": "is linked to", "related to": "is related to",
    "affiliated with": "has the affiliate",
    "has part": "is part of", "has parts": "is part of",
}  # fmt: skip
"""Verbs, as they are said from the object."""
_PREPOSITIONS = (" for", " to", " in", " at", " with", " by", " from", " on")
_PLURAL = re.compile(r"(?!headquarters).*(?<![su])s|(?:.* )?(?:alumni|children|people|staff)")


def _from_object(words: str) -> str:
    """The words of a relation as they are said from its object."""
    plain = words.removeprefix("is ")
    if known := _INVERSES.get(words) or _INVERSES.get(plain):
        return known
    if plain.endswith(" of"):
        return f"has the {plain.removesuffix(' of').removeprefix('a ').removeprefix('an ').removeprefix('the ')}"
    if plain.endswith("ed by"):
        return plain.removesuffix(" by")
    if words.endswith(_PREPOSITIONS) or plain != words:
        return f"{words} it"
    what = words.removeprefix("has ")
    return f"is among the {what} of" if _PLURAL.fullmatch(what) else f"is the {what} of"
