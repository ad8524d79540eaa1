"""Several queries in one request: over a network a request costs more than its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ..errors import OperationFailed
from .solutions import Row
from .source import Source
from .terms import prologue, text_of

__all__ = ["rows_together"]

_LONGEST = 16_000  # characters of one request, unless one query alone is longer
_MOST = 20  # queries in one request: engines compile a union as a whole


Select = Callable[[str], Iterator[Row]]


def rows_together(source: Source, queries: Sequence[str], *, names: bool = False) -> Iterator[list[Row]]:
    """The rows of several SELECT queries, those of each in no order.

    A remote source is sent as few requests as may be: the union of the queries, each row with the number of its query.
    Where the engine does not manage that, it is sent one query at a time.

    Parameters
    ----------
    source : Source
        Where they are asked.
    queries : sequence of str
        SELECT queries that name their variables and have no prologue; the prefixes of the model need not be declared.
    names : bool
        Whether they ask what things are called and what they are; see `Source.select_names`.

    Yields
    ------
    list of Row
        The rows of the next query, in the order of its variables.

    >>> import blocs
    >>> queries = ["SELECT ?n { :cst blocs:abbreviation ?n }", "SELECT ?d { ?x blocs:asOf ?d }"]
    >>> [[term.value for row in rows for term in row] for rows in rows_together(blocs.load().source, queries)]
    [['CST'], ['2001-05']]
    """
    select = source.select_names if names else source.select
    for batch in _batches(queries) if source.remote else ([query] for query in queries):
        yield from _asked(select, batch)


def _batches(queries: Sequence[str]) -> Iterator[list[str]]:
    """As many queries at a time as one request takes."""
    batch: list[str] = []
    for query in queries:
        if batch and (len(batch) == _MOST or sum(map(len, batch)) + len(query) > _LONGEST):
            yield batch
            batch = []
        batch.append(query)
    if batch:
        yield batch


def _asked(select: Select, queries: Sequence[str]) -> Iterator[list[Row]]:
    if len(queries) > 1:
        try:
            yield from _union(select, queries)
            return
        except OperationFailed:
            pass  # too much at once; if it is something else, the first query alone says so
    for query in queries:
        yield list(select(prologue(query) + query))


def _union(select: Select, queries: Sequence[str]) -> list[list[Row]]:
    variables = [_variables(query) for query in queries]
    every = list(dict.fromkeys(name for names in variables for name in names))
    parts = (f"{{ {{ {query}\n}} BIND('{number}' AS ?query) }}" for number, query in enumerate(queries))
    body = f"SELECT ?query {' '.join(f'?{name}' for name in every)} WHERE {{ {' UNION '.join(parts)} }}"
    places = [[every.index(name) for name in names] for names in variables]
    found: list[list[Row]] = [[] for _ in queries]
    for number, *row in select(prologue(body) + body):
        at = int(text_of(number))
        found[at].append(tuple([row[place] for place in places[at]]))
    return found


_PLAIN_HEAD = re.compile(r"\s*SELECT\s+(?:DISTINCT\s+|REDUCED\s+)?((?:\?\w+\s+)+)(?:WHERE\s*)?\{", re.IGNORECASE)


def _variables(query: str) -> list[str]:
    """The variables of a SELECT query, in the order in which it names them."""
    if head := _PLAIN_HEAD.match(query):  # nearly always; to have the engine read all of it takes much longer
        return [name[1:] for name in head[1].split()]
    from .sparql import check_syntax

    return check_syntax(prologue(query) + query)
