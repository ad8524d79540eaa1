"""How files of RDF and of JSON begin: by it a format is known, whatever a file's name ends in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ...late import late_pattern

__all__ = [
    "begins",
    "is_json_ld",
    "is_n_quads",
    "is_n_triples",
    "is_popolo",
    "is_rdf_xml",
    "is_trig",
    "is_turtle",
    "names_a_member",
]


def begins(pattern: str) -> Callable[[bytes], bool]:
    """A test for whether a text begins in a certain way, behind empty lines and a byte order mark.

    Parameters
    ----------
    pattern : str
        A regular expression.

    Returns
    -------
    callable

    >>> begins("[a-c]+;")(b"\\n abc; d"), begins("[a-c]+;")(b"d")
    (True, False)
    """
    compiled = late_pattern(rb"(\xef\xbb\xbf)?\s*(" + pattern.encode() + rb")", re.IGNORECASE | re.DOTALL)
    return lambda start: compiled.match(start) is not None


_NODE = r"(<[^<>\s]+>|_:\S+)"
_TRIPLE = _NODE + r"\s+<[^<>\s]+>\s+(<[^<>\s]+>|_:\S+|\x22[^\n]*?\x22\S*)\s*"
_has_prefixes = begins(r"(#[^\n]*\s+)*(@prefix|@base|PREFIX\s|BASE\s)")
_has_triple = begins(r"(#[^\n]*\s+)*" + _NODE + r"\s+(a\s+<|<[^<>\s]+>\s+(<[^<>\s]+>|_:\S+|\x22[^\n]*)\s*[;,])")
_GRAPH = late_pattern(rb"(?mi)^\s*(?:GRAPH\s+)?(?:<[^<>\s]*>|[\w.-]*:[\w.-]*|_:\S+)?\s*\{")
"""Where a graph begins in TriG, which is Turtle otherwise."""
_LONG_TEXT = late_pattern(rb'"""(?:[^"\\]|\\.|"(?!""))*"""' + rb"|'''(?:[^'\\]|\\.|'(?!''))*'''", re.DOTALL)

is_n_triples = begins(_TRIPLE + r"\.")
is_n_quads = begins(_TRIPLE + _NODE + r"\s*\.")


def is_turtle(start: bytes) -> bool:
    """Whether a file is Turtle, by its first bytes.

    >>> [is_turtle(b"@prefix a: <http://e.org/> .\\n" + rest) for rest in (b"a:b a:c 1 .", b"a:g { a:b a:c 1 }")]
    [True, False]
    """
    return _begins_as_turtle(start) and not _has_graph(start)


def is_trig(start: bytes) -> bool:
    """Whether a file is TriG, by its first bytes: Turtle with graphs in it."""
    return _begins_as_turtle(start) and _has_graph(start)


def _begins_as_turtle(start: bytes) -> bool:
    return _has_prefixes(start) or _has_triple(start)


def _has_graph(start: bytes) -> bool:
    """Whether a graph begins in it, outside of texts of several lines."""
    return _GRAPH.search(start) is not None and _GRAPH.search(_LONG_TEXT.sub(b'""', start)) is not None


is_rdf_xml = begins(r"(<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>\s*)*<(\w+:)?RDF\b")
_is_json = begins(r"\x1e?\s*(\[\s*)?\{\s*[\x22}]")
_WORD = late_pattern(rb'"@(?:context|id|type|graph|value|included|list|set|reverse)"\s*:')

_CONTEXT = b'"@context"'
_OF_XML = late_pattern(
    rb'"#text"\s*:|"@(?!(?:context|id|type|graph|value|included|list|set|reverse|language|index|base|vocab|nest|json'
    rb'|direction|container|version|none|import|prefix|propagate|protected|annotation)")[\w:.-]+"\s*:'
)
"""What programs that turn XML into JSON write: attributes with the sign before them, and texts of elements."""


def is_json_ld(start: bytes) -> bool:
    """Whether a file is JSON-LD, by the words in its first bytes.

    >>> is_json_ld(b'{"@type": "Person"}'), is_json_ld(b'[{"user": "@id"}]'), is_json_ld(b'[ a <x:a>; <x:b> "c"@en ] .')
    (True, False, False)
    >>> is_json_ld(b'{"member": {"@id": "1", "#text": "France"}}')
    False
    """
    if not _is_json(start) or _WORD.search(start) is None:
        return False
    return _CONTEXT in start or _OF_XML.search(start) is None


_IDS = late_pattern(rb'"(?:person_?id|organi[sz]ation_?id|persons)"\s*:', re.IGNORECASE)
_LISTED = late_pattern(rb'"memberships"\s*:\s*\[\s*\{')
_OF_POPOLO = late_pattern(
    rb'"(?:member_?id|(?:on_?behalf_?of|post)(?:_?id)?)"\s*:|"(?:person|organi[sz]ation)"\s*:\s*\{|"people"\s*:\s*\[\s*\{',
    re.IGNORECASE,
)


def is_popolo(start: bytes) -> bool:
    """Whether JSON is Popolo, by its first bytes: its memberships have ids or things as their ends, and no mere names.

    >>> [is_popolo(b'{"memberships": [{%s: "a"}]}' % end) for end in (b'"personId"', b'"person"')]
    [True, False]
    """
    return _IDS.search(start) is not None or (
        _LISTED.search(start) is not None and _OF_POPOLO.search(start) is not None
    )


_MEMBERS = frozenset(("person", "personid", "personname", "member", "memberid", "membername", "post", "postid"))


def names_a_member(membership: Mapping[str, object]) -> bool:
    """Whether a membership says in the words of Popolo whose it is, or through which post.

    Parameters
    ----------
    membership : mapping
        The membership.

    Returns
    -------
    bool

    >>> names_a_member({"personId": "7", "organization_id": "1"}), names_a_member({"state_id": 7, "organization_id": 1})
    (True, False)
    """
    return any(key.replace("_", "").lower() in _MEMBERS for key in membership)
