"""What an answer rests on: facts, their basis, and the quotes or sources that support them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..frozen import frozen
from ..rdf.source import Row, Source, values
from ..rdf.terms import PREFIXES, Term, id_of, prologue, text_of
from .wholes import optional

__all__ = ["BASES", "Evidence", "Grounds", "Part", "evidence_line", "optional_parts", "read_grounds", "weakest"]

BASES = ("stated", "derived", "claimed", "planned", "drafted")
"""Every basis a fact can have, the strongest first; "drafted" is what nobody has reviewed, if it is asked for."""


@frozen
class Evidence:
    """A sentence that supports a fact, and where it stands.

    `quote` is empty where a source gives no text (a table); `paragraph` counts from 1.
    """

    quote: str
    paragraph: int | None
    source: str


@frozen
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


class Part(NamedTuple):
    """What a fact may have: the property that a graph must have for it, a pattern, and what it binds beside `?fact`."""

    needs: str
    pattern: str
    variables: tuple[str, ...]


def _parts(labels: bool) -> tuple[Part, ...]:
    """What grounds consist of; with the labels of sources, or without."""
    origin, table = (
        f"?{name} . OPTIONAL {{ ?{name} skos:prefLabel ?{name}Label }}" if labels else f"?{name}"
        for name in ("origin", "table")
    )
    return (
        Part("blocs:basis", "?fact blocs:basis ?basis", ("?basis",)),
        Part("blocs:rule", "?fact blocs:rule/skos:definition ?rule", ("?rule",)),
        Part(
            "blocs:evidence",
            "?fact blocs:evidence ?quoted . ?quoted oa:exact ?quote ."
            f" OPTIONAL {{ ?quoted blocs:paragraph ?paragraph }} OPTIONAL {{ ?quoted dcterms:source {origin} }}",
            ("?quote", "?paragraph", "?origin"),
        ),
        Part("dcterms:source", f"?fact dcterms:source {table}", ("?table",)),
    )


def optional_parts(source: Source, parts: Sequence[Part], whole: bool = False) -> str:
    """What facts may have, as OPTIONAL patterns: those that a graph can match.

    An engine tries each for each of a hundred thousand facts, and finds at once that a table has no quotes. Over a
    network the question would cost more than it saves.

    Parameters
    ----------
    source : Source
        The graph.
    parts : sequence of Part
        What facts may have.
    whole : bool
        Whether each is read as a whole and then joined: for queries about most facts of a graph in this process.

    Returns
    -------
    str
    """
    if not source.remote:
        asked = {name: f"ASK {{ ?one {name} ?other }}" for name in {part.needs: None for part in parts}}
        had = {name for name, query in asked.items() if source.ask(prologue(query) + query)}
        parts = [part for part in parts if part.needs in had]
    return "\n".join(optional(part.pattern, "?fact", *part.variables, whole=whole) for part in parts)


def read_grounds(
    source: Source, keys: Sequence[str], pattern: str, bound: Collection[str] = (), whole: bool = False
) -> Iterator[tuple[tuple[Term | None, ...], Grounds]]:
    """The grounds of every fact that a graph pattern finds.

    `pattern` is SPARQL that binds `?fact` and the variables named in `keys`; `bound` are the properties of grounds that
    it asks for itself, as "blocs:basis"; `whole` is whether it finds most facts of a graph in this process, so that
    their grounds are read as wholes (see `joins_wholes`). Yields, for each fact and each value of the keys, these
    values and the fact's grounds, evidence in the order of the text.
    """
    head = " ".join(f"?{key}" for key in keys)
    # Over a network labels come in the same request; in this process they are read once each, not for each fact.
    labelled = "?originLabel ?tableLabel" if source.remote else ""
    parts = [part for part in _parts(labels=source.remote) if part.needs not in bound]
    clauses = optional_parts(source, parts, whole)
    body = (
        f"SELECT {head} ?fact ?basis ?rule ?quote ?paragraph ?origin ?table {labelled}\nWHERE {{\n{pattern}{clauses} }}"
    )
    found: dict[Row, list[Row]] = {}
    width = len(keys) + 1
    for row in source.select(prologue(body) + body):
        found.setdefault(row[:width], []).append(row[width:])
    origins = {term for rows in found.values() for row in rows for term in row[4:6] if term is not None}
    labels = {} if source.remote else _labels(source, origins)
    evidence_of: dict[frozenset[Row], tuple[Evidence, ...]] = {}
    # Engines give rows in any order; answers come in one.
    for key, rows in sorted(found.items(), key=lambda item: tuple(map(str, item[0]))):
        cited = frozenset([row[2:] for row in rows])
        if (evidence := evidence_of.get(cited)) is None:  # thousands of facts are from one table
            evidence = evidence_of[cited] = _evidence(cited, labels, source.name)
        basis, rule, *_ = rows[0]
        yield key[:-1], Grounds(text_of(key[-1]), _local(basis) or "stated", evidence, text_of(rule))


def _labels(source: Source, origins: Collection[Term]) -> dict[Term, list[str]]:
    """What sources are called."""
    found: dict[Term, list[str]] = {}
    nodes = [term for term in origins if isinstance(term, NamedNode)]
    patterns = [values("origin", sorted(nodes, key=str))] if nodes else []
    if len(nodes) < len(origins):
        patterns.append("?fact dcterms:source ?origin FILTER(isBLANK(?origin))")
    for pattern in patterns:
        body = f"SELECT DISTINCT ?origin ?label WHERE {{ {pattern} ?origin skos:prefLabel ?label }}"
        for origin, label in source.select(prologue(body) + body):
            if origin is not None:
                found.setdefault(origin, []).append(text_of(label))
    return found


def _evidence(rows: Iterable[Row], labels: Mapping[Term, Sequence[str]], name: str) -> tuple[Evidence, ...]:
    """The evidence of one fact, in the order of the text."""
    found = set[Evidence]()
    for quote, paragraph, origin, table, *given in rows:
        origin_labels, table_labels = (
            [text_of(given[at])] if given else (term and labels.get(term)) or [""]
            for at, term in enumerate((origin, table))
        )
        if quote is not None:
            number = text_of(paragraph)
            at = int(number) if number.isdecimal() else None
            found.update(Evidence(text_of(quote), at, label or text_of(origin) or name) for label in origin_labels)
        if table is not None:
            found.update(Evidence("", None, label or text_of(table)) for label in table_labels)
    return tuple(sorted(found, key=lambda e: (not e.quote, e.paragraph or 0, e.quote, e.source)))


def _local(term: Term | None) -> str:
    text = text_of(term)
    return text.removeprefix(PREFIXES["blocs"]) if text.startswith(PREFIXES["blocs"]) else id_of(text)


def evidence_line(evidence: Evidence) -> str:
    """One piece of evidence in one line."""
    where = f"paragraph {evidence.paragraph}, " if evidence.paragraph is not None else ""
    return f"“{evidence.quote}” ({where}{evidence.source})" if evidence.quote else f"({evidence.source})"
