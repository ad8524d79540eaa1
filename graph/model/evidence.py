"""What an answer rests on: facts, their basis, and the quotes or sources that support them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..rdf.source import Source
from ..rdf.terms import PREFIXES, Term, id_of, prologue, text_of

__all__ = ["BASES", "Evidence", "Grounds", "read_grounds", "weakest"]

BASES = ("stated", "derived", "claimed", "planned", "drafted")
"""Every basis a fact can have, the strongest first; "drafted" is what nobody has reviewed, if it is asked for."""


@dataclass(frozen=True)
class Evidence:
    """A sentence that supports a fact, and where it stands.

    `quote` is empty where a source gives no text (a table); `paragraph` counts from 1.
    """

    quote: str
    paragraph: int | None
    source: str


@dataclass(frozen=True)
class Grounds:
    """One fact with its basis, the rule where it is derived, and its evidence."""

    fact: str
    basis: str
    evidence: tuple[Evidence, ...]
    rule: str = ""


def weakest(bases: Iterable[str]) -> str:
    """The basis of what rests on several facts: the weakest of theirs.

    >>> weakest(["stated", "derived"])
    'derived'
    """
    return max(bases, key=lambda basis: BASES.index(basis) if basis in BASES else 0, default="stated")


_GROUNDS = """
  OPTIONAL { ?fact blocs:basis ?basis }
  OPTIONAL { ?fact blocs:rule/skos:definition ?rule }
  OPTIONAL {
    ?fact blocs:evidence ?quoted . ?quoted oa:exact ?quote .
    OPTIONAL { ?quoted blocs:paragraph ?paragraph }
    OPTIONAL { ?quoted dcterms:source ?origin . OPTIONAL { ?origin skos:prefLabel ?originLabel } }
  }
  OPTIONAL { ?fact dcterms:source ?table . OPTIONAL { ?table skos:prefLabel ?tableLabel } }
"""


def read_grounds(
    source: Source, keys: Sequence[str], pattern: str
) -> Iterator[tuple[tuple[Term | None, ...], Grounds]]:
    """The grounds of every fact that a graph pattern finds.

    `pattern` is SPARQL that binds `?fact` and the variables named in `keys`. Yields, for each fact and each
    value of the keys, these values and the fact's grounds, evidence in the order of the text.
    """
    head = " ".join(f"?{key}" for key in keys)
    body = (
        f"SELECT {head} ?fact ?basis ?rule ?quote ?paragraph ?origin ?originLabel ?table ?tableLabel\n"
        f"WHERE {{\n{pattern}{_GROUNDS}}}"
    )
    found: dict[tuple[Term | None, ...], dict[str, object]] = {}
    quotes: dict[tuple[Term | None, ...], set[Evidence]] = {}
    for row in source.select(prologue(body) + body):
        key = row[: len(keys) + 1]
        _, basis, rule, quote, paragraph, origin, origin_label, table, table_label = row[len(keys) :]
        found.setdefault(key, {"basis": _local(basis) or "stated", "rule": text_of(rule)})
        evidence = quotes.setdefault(key, set())
        if quote is not None:
            number = text_of(paragraph)
            where = text_of(origin_label) or text_of(origin) or source.name
            evidence.add(Evidence(text_of(quote), int(number) if number.isdecimal() else None, where))
        if table is not None:
            evidence.add(Evidence("", None, text_of(table_label) or text_of(table)))
    # Engines give rows in any order; answers come in one.
    for key in sorted(found, key=lambda key: tuple(map(str, key))):
        facts = found[key]
        ordered = sorted(quotes[key], key=lambda e: (not e.quote, e.paragraph or 0, e.quote, e.source))
        grounds = Grounds(text_of(key[-1]), str(facts["basis"]), tuple(ordered), str(facts["rule"]))
        yield key[:-1], grounds


def _local(term: Term | None) -> str:
    text = text_of(term)
    return text.removeprefix(PREFIXES["blocs"]) if text.startswith(PREFIXES["blocs"]) else id_of(text)
