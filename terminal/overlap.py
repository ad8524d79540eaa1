"""Overlap on the terminal: pairs as a table, two entities as a card, all of it as data for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from operator import methodcaller
from typing import Any

from ..graph.amounts import shortened
from ..graph.analysis.measures import MEASURES, measures_named
from ..graph.analysis.overlap import Overlap, Pair, Support
from ..graph.errors import InvalidRequest
from ..graph.model.evidence import Evidence, evidence_line
from ..graph.model.graph import Graph
from ..graph.pictures.figures.words import (
    MEASURE_WORDS,
    overlap_notes,
    overlap_title,
    universe_note,
    universe_notes,
    when,
)
from .grounds import evidence_json
from .naming import HEADINGS, Naming
from .pair_cells import pair_cells
from .pair_text import SHARED_IDS, pair_text
from .writing.formats import PICTURES
from .writing.output import Output
from .writing.table import Table

__all__ = ["measures_shown", "write_overlap"]

_FOR_PEOPLE = (*PICTURES, "markdown")
_NONE = "No pairs match."

# Rows that a terminal shows before it says how many more there are.
_ROWS = 100

# Measures that leave room for the names of what is shared.
_MEASURES = 5

# Names of what is shared, before "and 12 more".
_NAMES = 6


def measures_shown(asked: Sequence[str], threshold: float | None) -> tuple[tuple[str, ...], str]:
    """The measures that a table of pairs has, and the one that a matrix has: none if a list says more."""
    shown = tuple(measures_named(asked or ["overlap", "shared", "union", "jaccard"]))
    if (asked and len(shown) > 1) or shown[0] == "union":
        return shown, ""
    return shown, shown[0] if asked or threshold is not None else "jaccard"


def write_overlap(
    found: Overlap,
    graph: Graph,
    out: Output,
    *,
    shown: Sequence[str],
    codes: str = "",
    evidence: bool = False,
    matrix: str = "",
) -> None:
    """Write an overlap; `shown` are the measures that a table has, the first of which sorts it.

    With `matrix`, the name of a measure, people get a matrix of it rather than the list of pairs.
    """
    naming = Naming(found, codes)
    if naming.codes.columns and found.by == "body":
        raise InvalidRequest(f"several codes stand beside states; of bodies use one: --codes {codes.partition(',')[0]}")
    form = out.form
    supports = found.evidence(graph, found.pairs) if evidence and form in (*_FOR_PEOPLE, "json") else {}
    if form == "json":
        out.json(_json(found, naming, supports if evidence else None))
    elif form not in _FOR_PEOPLE:
        _write_rows(found, naming, out)
    elif out.for_people and len(found.pairs) == 1:
        out.rows(_card(found, naming, found.pairs[0], supports))
    elif out.for_people and matrix and len(found.sets) > 2 and found.pairs:
        from .matrix import show_matrix

        title = f"{overlap_title(found)}: {MEASURE_WORDS[matrix]}{when(found)}"
        notes = universe_notes(found, [matrix])
        notes += _notes(found, naming, found.pairs)
        if out.is_figure:
            from ..graph.pictures.figures.plans import matrix_plan

            out.plan(matrix_plan(found, matrix, notes, codes=naming.name if naming.coded else None))
        else:
            show_matrix(found, naming, matrix, title, [*notes, "--pairs lists what each pair has in common."], out)
    else:
        # A figure says itself how many it holds.
        out.rows(_table(found, naming, shown, supports, _ROWS if out.for_people and not out.is_figure else None))


def _write_rows(found: Overlap, naming: Naming, out: Output) -> None:
    """Pairs for programs, with the columns of the JSON; what no column that is asked for needs is not made."""
    columns = {name: name for name in ("a", "b", *naming.codes.columns, *MEASURES, SHARED_IDS)}
    form, used = out.form, out.shape.used(columns)
    wanted = [list(columns)[at] for at in out.shape.places(columns)]
    lines = pair_text(found, naming, wanted, form) if out.streams else None
    if lines is not None:
        first = next(lines, None)
        told = out if first is not None else out.noting([_NONE])
        told.many_lines(wanted, chain(() if first is None else (first,), lines))
        return
    cells = pair_cells(found, naming, wanted) if out.takes_columns else None
    if cells is not None:
        (out if cells[wanted[0]] else out.noting([_NONE])).columns(cells)
        return
    if form in ("csv", "tsv"):
        # Numbers that lose nothing go as text, since tables round them.
        rows = _exact_rows(found, naming, SHARED_IDS in used)
    else:
        rows = (list(row.values()) for _, row in _rows(found, naming, SHARED_IDS in used))
    row = next(rows, None)
    told = out if row is not None else out.noting([_NONE])
    told.many_rows(columns, chain(() if row is None else (row,), rows))


def _row(pair: Pair, naming: Naming) -> dict[str, Any]:
    a, b = naming.ordered(pair)
    shared = naming.ranked(pair.shared_ids)
    return {
        "a": naming.key(a),
        "b": naming.key(b),
        **naming.beside(pair),
        **{name: pair.measure(name) for name in MEASURES},
        SHARED_IDS: shared,
    }


def _rows(found: Overlap, naming: Naming, listed: bool = True) -> Iterator[tuple[Pair, dict[str, Any]]]:
    """Pairs and their rows one at a time: with codes in their order, as data sets of dyads have it."""
    return ((pair, _row(pair, naming)) for pair in found.each_pair(naming.order, listed=listed))


def _json(
    found: Overlap, naming: Naming, supports: Mapping[tuple[str, str], Sequence[Support]] | None
) -> dict[str, Any]:
    pairs = []
    for pair, row in _rows(found, naming):
        if supports is not None:
            unique = dict.fromkeys(e for one in supports[pair.a, pair.b] for e in one.grounds.evidence)
            row = {**row, "evidence": evidence_json(unique)}
        pairs.append(row)
    return {"by": found.by, "as_of": str(found.period), "universe": found.universe, "pairs": pairs}


def _exact_rows(found: Overlap, naming: Naming, listed: bool) -> Iterator[list[Any]]:
    """The rows for tables, which would round numbers; many pairs have the same ones."""
    texts: dict[tuple[float | None, ...], list[Any]] = {}
    for pair in found.each_pair(naming.order, listed=listed):
        measured = pair[2:-1]
        if measured not in texts:
            texts[measured] = [repr(value) if isinstance(value, float) else value for value in measured]
        beside = naming.beside(pair).values() if naming.codes.columns else ()
        yield [naming.known[pair.a], naming.known[pair.b], *beside, *texts[measured], naming.ranked(pair.shared_ids)]


def _table(
    found: Overlap,
    naming: Naming,
    shown: Sequence[str],
    supports: Mapping[tuple[str, str], Sequence[Support]],
    most: int | None,
) -> Table:
    """Pairs for people, those that overlap most first."""

    def strength(pair: Pair) -> tuple[bool, float, int, str, str]:
        value = pair.measure(shown[0])
        return value is None, -(value or 0), -pair.shared, pair.a, pair.b

    pairs = sorted(found.pairs, key=strength)
    some = pairs[:most]
    columns, cells = _columns(shown)
    codes = {column: column for column in naming.codes.columns}
    columns = {"a": "Body" if found.by == "body" else "State", "b": "and", **codes, **columns}
    rows = []
    for pair in some:
        a, b = naming.ordered(pair)
        rows.append([naming.name(a), naming.name(b), *naming.beside(pair).values(), *(cell(pair) for cell in cells)])
    if len(shown) <= _MEASURES:
        columns[SHARED_IDS] = "In common"
        rows = [[*row, _listed(pair.shared_ids, naming)] for row, pair in zip(rows, some, strict=True)]
    notes = universe_notes(found, shown)
    if len(some) < len(pairs):
        notes.append(
            f"{len(pairs) - len(some):,} more pairs are not shown; narrow the list with --min-shared, --threshold or"
            " names, or see them all with --format csv."
        )
    notes += _notes(found, naming, pairs) + _sentences(some, supports, naming)
    return Table(columns, rows, f"{overlap_title(found)}{when(found)}", notes, counted="pairs")


def _columns(shown: Sequence[str]) -> tuple[dict[str, str], list[Callable[[Pair], Any]]]:
    """The columns of measures; shared and union are one ("2 of 4"), so that 80 columns hold all that is shown."""
    columns: dict[str, str] = {}
    cells: list[Callable[[Pair], Any]] = []
    if {"shared", "union"} <= set(shown):
        columns["shared"] = HEADINGS["shared"]
        cells.append(lambda pair: f"{pair.shared} of {pair.union}")
        shown = [name for name in shown if name not in ("shared", "union")]
    columns |= {name: HEADINGS[name] for name in shown}
    return columns, cells + [methodcaller("measure", name) for name in shown]


def _card(found: Overlap, naming: Naming, pair: Pair, supports: Mapping[tuple[str, str], Sequence[Support]]) -> Table:
    """Two entities: what both have, what only one has, and every measure."""
    a, b = naming.ordered(pair)
    name_a, name_b = naming.name(a), naming.name(b)
    parts = {
        "in common": found.set_of(a) & found.set_of(b),
        f"only {name_a}": found.set_of(a) - found.set_of(b),
        f"only {name_b}": found.set_of(b) - found.set_of(a),
    }
    what = ("body", "bodies") if found.by == "state" else ("member", "members")
    rows: list[list[Any]] = [
        [part, len(ids), ", ".join(sorted(map(naming.name, ids), key=str.casefold))] for part, ids in parts.items()
    ]
    count = f"{pair.shared} of {pair.union} {what[1]}" if pair.shared else f"no {what[0]}"
    values = (f"{HEADINGS[name]} {_short(pair.measure(name))}" for name in MEASURES if name not in ("shared", "union"))
    notes = [" · ".join(values), universe_note(found)]
    notes += _notes(found, naming, [pair]) + _sentences([pair], supports, naming)
    columns = {"part": "", "count": "Number", "ids": what[1].capitalize()}
    return Table(columns, rows, f"{name_a} and {name_b} share {count}{when(found)}", notes, counted="")


def _short(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.2f}"


def _listed(ids: Sequence[str], naming: Naming) -> str:
    return shortened(sorted(map(naming.name, ids), key=str.casefold), _NAMES)


def _notes(found: Overlap, naming: Naming, pairs: Sequence[Pair]) -> list[str]:
    notes = []
    if not pairs:
        notes.append(_NONE)
    notes += overlap_notes(found)
    missing = naming.codes.without((naming.by_id[one] for one in found.sets), naming.year)
    notes += [missing] if missing else []
    return notes


def _sentences(
    pairs: Sequence[Pair], supports: Mapping[tuple[str, str], Sequence[Support]], naming: Naming
) -> list[str]:
    """Each sentence once, with the memberships (and denials) that it speaks for."""
    said: dict[tuple[str, bool, str, tuple[Evidence, ...]], dict[str, None]] = {}
    for pair in pairs:
        for one in supports.get((pair.a, pair.b), ()):
            key = (one.body, one.denied, one.grounds.basis, one.grounds.evidence)
            said.setdefault(key, {})[naming.name(one.member)] = None
    lines = []
    for (body, denied, basis, evidence), members in sorted(said.items(), key=lambda item: (item[0][1], item[0][0])):
        how = f"not in {naming.name(body)}" if denied else f"in {naming.name(body)}"
        sentences = " ".join(map(evidence_line, evidence)) or "no evidence in this graph"
        lines.append(f"{', '.join(sorted(members))} {how}, {basis}: {sentences}")
    return lines
