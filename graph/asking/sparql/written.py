"""A condition written as SPARQL, and small pieces of patterns that several kinds of conditions need."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...frozen import frozen
from ...model.entities import Entity
from ...rdf.source import values
from ..logic.logical_form import Bound, Extreme

__all__ = ["Written", "apart", "best_of", "either", "exactly", "filter_of", "joined", "values_of"]


@frozen
class Written:
    """A condition as patterns over its variable.

    `pattern` is what meets it; `evidence` finds `?fact`, what that rests on, if the pattern does not; `denial` finds
    `?fact`, what denies it; `no_figure` finds what cannot be compared because no figure is given. The variables need
    be no others than those of other conditions: see `apart`.
    """

    pattern: str
    evidence: str = ""
    denial: str = ""
    no_figure: str = ""


def values_of(variable: str, entities: Iterable[Entity]) -> str:
    """That a variable, by its name, is one of some entities."""
    return values(variable, (entity.term for entity in entities))


def either(patterns: Iterable[str]) -> str:
    """Patterns of which any may match.

    >>> either(["?a ?b ?c ."]), either(["?a ?b ?c .", "?c ?b ?a ."])
    ('?a ?b ?c .', '{ ?a ?b ?c . } UNION { ?c ?b ?a . }')
    """
    alternatives = list(patterns)
    return alternatives[0] if len(alternatives) == 1 else " UNION ".join(f"{{ {one} }}" for one in alternatives)


def filter_of(bound: Bound, number: str) -> str:
    """That a number, by its variable, is within some bounds."""
    tests = " && ".join(f"{number} {sign} {limit:g}" for sign, limit in bound.tests)
    return f"FILTER({tests})" if bound.so else f"FILTER(!({tests}))"


def best_of(number: Bound | Extreme, variable: str, others: str, other: str) -> str:
    """That a number is within bounds; or the most or fewest of all that another pattern finds as `other`."""
    if isinstance(number, Bound):
        return filter_of(number, variable)
    best = f"{'MAX' if number.most else 'MIN'}({other})"
    return f"{{ SELECT ({best} AS ?best) WHERE {{ {others} }} }}\nFILTER({variable} = ?best)"


def joined(patterns: Iterable[str]) -> str:
    return "\n".join(filter(None, patterns))


_VARIABLE = re.compile(r'(<[^<>\s]*>|"[^"]*")|\?(\w+)')


def apart(pattern: str, one: str, suffix: str) -> str:
    """A pattern with all its variables but one renamed, so that it shares none of them with its neighbors.

    >>> apart('?fact :by ?answer ; :in <http://example.org/?a> .', "?answer", "_1")
    '?fact_1 :by ?answer ; :in <http://example.org/?a> .'
    """

    def renamed(match: re.Match[str]) -> str:
        return match[0] if match[1] or match[0] == one else f"{match[0]}{suffix}"

    return _VARIABLE.sub(renamed, pattern) if suffix else pattern


def exactly(date: str, other: str) -> str:
    """As much of a date as another tells: neither of 1949 and May 1949 is earlier."""
    return f"IF(STRLEN(STR({date})) > STRLEN(STR({other})), SUBSTR(STR({date}), 1, STRLEN(STR({other}))), STR({date}))"
