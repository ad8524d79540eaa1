"""The model's facts as lines of N-Triples: an import writes text, which the store reads faster than objects."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from .terms import BASE, PREFIXES

__all__ = ["date", "entity", "fact", "iri", "line", "literal", "names", "text"]

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')

_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def text(value: str) -> str:
    """A string as a literal.

    >>> text('say "no"')
    '"say \\\\"no\\\\""'
    """
    escaped = _SPECIAL.sub(lambda m: _ESCAPES.get(m[0], f"\\u{ord(m[0]):04X}"), value)
    return f'"{escaped}"'


def literal(value: object, datatype: str) -> str:
    """A literal of one of the XML Schema datatypes.

    >>> literal(3, "integer")
    '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return f'"{value}"^^<{PREFIXES["xsd"]}{datatype}>'


def date(value: str) -> str:
    """A date as a literal of the precision that it has: a year, a month of a year, or a day.

    >>> date("2001-05")
    '"2001-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    return literal(value, _DATE_TYPES[len(value)])


def entity(entity_id: str) -> str:
    """The term of an entity's id."""
    return f"<{BASE}{entity_id}>"


def fact(name: str) -> str:
    """The term of a fact."""
    return f"<{PREFIXES['fact']}{name}>"


_NOT_IN_IRI = re.compile(
    r'[\x00-\x20<>"{}|^`\\\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]'
    r"|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff]|[\U00040000-\U000dffff]"
    r"|[\[\]]|%(?![0-9A-Fa-f]{2})"
)
"""What RFC 3987 has in no address, or only where it means something else."""


def iri(value: str) -> str:
    """An address as a term; signs that no IRI has are escaped.

    >>> iri("http://example.org/a b")
    '<http://example.org/a%20b>'
    """
    return f"<{_NOT_IN_IRI.sub(lambda m: ''.join(f'%{byte:02X}' for byte in m[0].encode()), value)}>"


@cache
def names(prefixed: str) -> str:
    """A prefixed name as a term.

    >>> names("rdf:type")
    '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'
    """
    prefix, _, local = prefixed.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def line(subject: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The triples of one subject: prefixed predicates and terms as written above."""
    return "".join(f"{subject} {names(predicate)} {value} .\n" for predicate, value in pairs)
