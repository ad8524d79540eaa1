"""When memberships held, where a graph says it more than once of one of them, or the wrong way round.

A node with two starts and two ends is two spans, which the graph has not paired: left so, each start would go with each
end. Starts and ends that follow each other in turn are spans in their order; others are read as one span, and said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ...amounts import shortened
from ...rdf.source import LocalSource
from ...rdf.terms import text_of
from ..dates.written_dates import read_date
from .lenses import Node, read_by_lenses
from .parting import part, whose, with_several
from .rdf_dates import END, START, date_literal, is_model_date

__all__ = ["ENDS_BEFORE", "backward_spans", "edges_of", "paired", "part_spans"]

_DEFAULT = DefaultGraph()
_SHOWN = 3  # memberships that are named
_BACKWARD = """SELECT DISTINCT ?m ?start ?end { ?m a org:Membership ; schema:startDate ?start ; schema:endDate ?end .
  FILTER(CONCAT(STR(?end), "~") < STR(?start)) }"""
ENDS_BEFORE = "a membership that ends before it begins"
"""How the note begins on memberships whose dates are the wrong way round."""

Span = tuple[str, str]


def paired(starts: Iterable[str], ends: Iterable[str]) -> tuple[list[Span], bool]:
    """The spans of which only the starts and the ends are known.

    Parameters
    ----------
    starts, ends : iterable of str
        Dates.

    Returns
    -------
    tuple of (list of (str, str), bool)
        The spans, and whether the dates follow each other in turn; else it is one from the first to the last.

    >>> paired(["2017", "1963"], ["2020", "1984"]), paired(["1984", "2017"], ["1990"])
    (([('1963', '1984'), ('2017', '2020')], True), ([('1984', '1990'), ('2017', '')], True))
    >>> paired(["1984", "1990"], []), paired(["1984", "1984-05"], ["1990"])
    (([('1984', '')], False), ([('1984-05', '1990')], True))
    """
    found = [(date, False) for date in _finest(starts)] + [(date, True) for date in _finest(ends)]
    # An end in 1984 may be before a start in May of that year, or behind it.
    for later in ("~", ""):
        ordered = sorted(found, key=lambda each: (each[0] + later * each[1], not each[1]))
        if all(one[1] != other[1] for one, other in pairwise(ordered)):
            return _in_turn(ordered), True
    first = min((date for date, is_end in found if not is_end), default="")
    last = max((date for date, is_end in found if is_end), default="")
    open_ended = bool(last) and any(date > last + "~" for date, is_end in found if not is_end)
    return [(first, "" if open_ended else last)], False


def _finest(dates: Iterable[str]) -> list[str]:
    """Dates without those of which others are a more precise form."""
    known = set(dates)
    return sorted(one for one in known if not any(other != one and other.startswith(one) for other in known))


def _in_turn(ordered: Sequence[tuple[str, bool]]) -> list[Span]:
    spans: list[Span] = []
    for date, is_end in ordered:
        if not is_end:
            spans.append((date, ""))
        elif spans:
            spans[-1] = (spans[-1][0], date)
        else:
            spans.append(("", date))
    return spans


def part_spans(store: Store) -> tuple[list[str], list[Node]]:
    """Make a membership for each span of those that have several starts or ends.

    Parameters
    ----------
    store : Store
        The graph, whose dates are those of the model, and which is changed.

    Returns
    -------
    tuple of (list of str, list of node)
        What to say of them, and the memberships that were made.
    """
    pairs, others, made = dict[str, None](), dict[str, None](), list[Node]()
    for node in with_several(store, (START, END)):
        dates = [list(store.quads_for_pattern(node, edge, None, _DEFAULT)) for edge in (START, END)]
        if not all(is_model_date(quad.object) for quads in dates for quad in quads):
            continue
        spans, sure = paired(*([text_of(quad.object) for quad in quads] for quads in dates))
        made += part(store, node, [edges_of(span) for span in spans])
        if sure and len(spans) > 1:
            pairs[f"{whose(store, node)} ({_shown(spans)})"] = None
        elif not sure:
            _drop_written(store, node, {text_of(quad.object) for quads in dates for quad in quads})
            given = " and ".join(
                f"{word}s {', '.join(sorted(text_of(quad.object) for quad in quads))}"
                for word, quads in zip(("start", "end"), dates, strict=True)
                if len(quads) > 1
            )
            others[f"{whose(store, node)} ({given}, read as {_shown(spans)})"] = None
    notes = []
    if pairs:
        told = shortened(sorted(pairs), _SHOWN)
        said = f"several starts or ends of one membership were paired in their order: {told}"
        notes.append(f"{said}; if they go together otherwise, write a membership for each time")
    if others:
        told = shortened(sorted(others), _SHOWN)
        notes.append(
            f"several starts or ends of one membership cannot be paired: {told}; write a membership for each time"
        )
    return notes, made


def backward_spans(store: Store) -> list[str]:
    """What to say of memberships that end before they begin: they hold at no date.

    Parameters
    ----------
    store : Store
        The graph, whose dates are those of the model.

    Returns
    -------
    list of str
        A line, or none.
    """
    found = dict[str, None]()
    for node, start, end in LocalSource(store, "the graph").select(_BACKWARD):
        if isinstance(node, Node):
            found[f"{whose(store, node)} ({text_of(start)}–{text_of(end)})"] = None
    if not found:
        return []
    return [f"{ENDS_BEFORE} counts at no date: {shortened(sorted(found), _SHOWN)}; fix its start or its end"]


def _drop_written(store: Store, node: Node, dates: Collection[str]) -> None:
    """Take out the dates of a membership as another vocabulary wrote them: what became of them is said."""
    for quad in list(store.quads_for_pattern(node, None, None, _DEFAULT)):
        other = quad.predicate not in (START, END) and quad.predicate.value in read_by_lenses()
        if other and isinstance(quad.object, Literal) and read_date(quad.object.value) in dates:
            store.remove(quad)


def edges_of(span: Span) -> dict[NamedNode, list[Literal]]:
    """A span as what a membership says of its start and its end.

    >>> [len(dates) for dates in edges_of(("1990", "")).values()]
    [1, 0]
    """
    return {edge: [date_literal(date)] if date else [] for edge, date in zip((START, END), span, strict=True)}


def _shown(spans: Iterable[Span]) -> str:
    return ", ".join(f"{start}–{end}" for start, end in spans)
