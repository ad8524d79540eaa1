"""A panel of dyads as text, a year at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..graph.analysis.measures import OVER_UNIVERSE
from ..graph.errors import InvalidRequest
from ..graph.model.entities import Entity
from .codes import PairCodes
from .naming import HEADINGS
from .writing.formats import PACKED
from .writing.output import Output
from .writing.table import SEPARATORS, Table, is_plain, plain_cell
from .writing.text import dump_json

if TYPE_CHECKING:
    from ..graph.analysis.panel import Panel
    from ..graph.model.graph import Graph

__all__ = ["NAMES", "write_panel"]

NAMES = {"peacesciencer": {"a": "ccode1", "b": "ccode2", "year": "year", "shared": "dyadigos"}}
"""What other tools call the columns, in their order.

peacesciencer: its `cow_igo_ndy` (https://svmiller.com/peacesciencer).
"""

_ROWS = 100
"""Rows that a terminal shows."""


def write_panel(
    graph: Graph,
    years: str,
    out: Output,
    among: Sequence[Entity] = (),
    *,
    role: str,
    measures: Sequence[str],
    codes: str,
    names: str = "",
) -> None:
    """Write the dyads of every year, a year at a time; `years` is FROM:TO.

    With `names` the columns are called and ordered as another tool's users expect: see `NAMES`.

    Raises InvalidRequest if the years are none, or there are no such names.
    """
    from ..graph.analysis.panel import panel
    from ..graph.model.coverage import outside_notes
    from ..graph.model.membership import undated_notes

    if names and names not in NAMES:
        raise InvalidRequest(f"--columns-as takes {' or '.join(NAMES)}, not {names!r}")
    if names and codes not in ("", "cow"):
        raise InvalidRequest(f"{names} knows states by COW codes; leave out --codes {codes}")
    codes = "cow" if names else codes
    first, sign, last = years.partition(":")
    if not (_is_year(first) and (_is_year(last) or not sign)):
        raise InvalidRequest(f"a panel covers years, FROM:TO such as 1990:2000, not {years!r}")
    found = panel(graph, int(first), int(last or first), role, measures, among)
    states = {state.iri: state for year in found.years for state, _ in year.states}
    pair_codes = PairCodes(codes)
    pair_codes.check(states.values())
    notes = [pair_codes.without(states.values())]
    end = found.years[-1].year
    if end < int(last or first):
        notes.append(f"The data end in {end}; there are no rows after it.")
    notes += outside_notes(graph, graph.period(f"{first}:{end:04}"))
    notes += undated_notes(graph.period(first), graph.as_of, found.undated)
    _write(found, years, pair_codes, NAMES.get(names, {}), out.noting(note for note in notes if note))


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4


def _write(found: Panel, years: str, codes: PairCodes, names: Mapping[str, str], out: Output) -> None:
    match out.form:
        case "csv" | "tsv" | "jsonl" | "xlsx" | "parquet" | "stata" as form if (
            names or out.shape or form in PACKED or codes.columns
        ):
            columns, rows = _exact(found, codes, names, as_text=form in ("csv", "tsv"))
            keys = list(columns)
            wanted = [keys[at] for at in out.shape.places(columns)]
            lines = _lines(found, codes, names, wanted, form) if out.streams and form in SEPARATORS else None
            if lines is None:
                out.many_rows(columns, rows)
            else:
                out.many_lines(wanted, lines)
        case "csv" | "tsv" as form if is_plain(_called(found, codes), form):
            out.stream(found.csv(codes.key, SEPARATORS[form][0]))
        case "csv" | "tsv":
            out.many_rows(*_exact(found, codes, names, as_text=True))
        case "jsonl":
            out.stream(dump_json(row) + "\n" for row in found.rows(codes.key))
        case "json":
            columns, rows = _exact(found, codes, names)
            pairs = [dict(zip(columns, row, strict=True)) for row in rows]
            out.json(pairs if names else {"by": "state", "panel": years, "pairs": pairs})
        case _:
            out.rows(_table(found, years, codes))


def _called(found: Panel, codes: PairCodes) -> list[str]:
    """All that the states are called in any year, and their codes."""
    states = [(state, year.year) for year in found.years for state, _ in year.states]
    called = {codes.key(state, year) for state, year in states}
    if codes.columns:
        called |= {plain_cell(code) for one in states for code in codes.of_side(*one, second=False).values()}
    return list(called - {""})


def _lines(
    found: Panel, codes: PairCodes, names: Mapping[str, str], wanted: Sequence[str], form: str
) -> Iterator[str] | None:
    """The same lines as those of the exact rows, made faster; None where numpy is missing or names must be quoted."""
    called = _called(found, codes)
    # Of other tools' columns what looks like a number is one, without zeros before it.
    numbers = not names or not any(name.isdecimal() and name.startswith("0") for name in called)
    if not (numbers and 1 < len(wanted) == len(set(wanted)) and is_plain(called, form)):
        return None

    def code(column: str, second: bool) -> Callable[[Entity, int], str]:
        return lambda state, year: plain_cell(codes.of_side(state, year, second=second)[column])

    beside = {column: (at % 2, code(column, bool(at % 2))) for at, column in enumerate(codes.columns)}
    ours = {theirs: name for name, theirs in names.items()}
    separator, end = SEPARATORS[form]
    return found.lines([ours.get(column, column) for column in wanted], codes.key, separator, end, beside)


def _exact(
    found: Panel, codes: PairCodes, names: Mapping[str, str], *, as_text: bool = False
) -> tuple[dict[str, str], Iterator[list[Any]]]:
    """The columns and the rows, numbers with all their digits and not as few as people read.

    Those of `names` come first and are called so; states by codes are whole numbers there. Codes beside the ids follow
    them.
    """

    def cell(row: Mapping[str, Any], name: str) -> Any:
        value = row[name]
        if names and name in ("a", "b") and value.isdecimal():
            return int(value)
        return str(value) if as_text and value is not None else value

    kept = [*names, *(name for name in found.columns if name not in names)]
    called = [names.get(name, name) for name in kept]
    if not codes.columns:
        return {name: name for name in called}, ([cell(row, name) for name in kept] for row in found.rows(codes.key))
    at = kept.index("b") + 1
    by_id = _states(found)

    def row_with_codes(row: Mapping[str, Any]) -> list[Any]:
        cells = [cell(row, name) for name in kept]
        cells[at:at] = codes.beside(by_id[row["a"]], by_id[row["b"]], row["year"])
        return cells

    columns = [*called[:at], *codes.columns, *called[at:]]
    return {name: name for name in columns}, map(row_with_codes, found.rows(codes.key))


def _states(found: Panel) -> dict[str, Entity]:
    """The states of all years, by id."""
    return {state.id: state for year in found.years for state, _ in year.states}


def _table(found: Panel, years: str, codes: PairCodes) -> Table:
    """The first rows for people: states by name, and shared and union as one column."""
    by_id = _states(found)

    def key(entity: Entity, year: int) -> str:
        return entity.short if codes.instead is None and not codes.columns else codes.key(entity, year)

    def states(row: Mapping[str, Any]) -> list[Any]:
        a, b = row["a"], row["b"]
        if not codes.columns:
            return [a, b]
        return [by_id[a].short, by_id[b].short, *codes.beside(by_id[a], by_id[b], row["year"])]

    rows = list(islice(found.rows(key), _ROWS + 1))
    notes = [f"Only the first {_ROWS} rows are shown; see them all with --format csv."] if len(rows) > _ROWS else []
    over = [HEADINGS[one] for one in found.measures if one in OVER_UNIVERSE]
    if over:
        universes = [year.universe for year in found.years]
        low, high = min(universes), max(universes)
        many = f"{low}" if low == high else f"{low} to {high}"
        notes.append(f"{', '.join(over)}: computed over the bodies that existed in the year ({many}).")
    columns = {"year": "Year", "a": "State", "b": "and", **{column: column for column in codes.columns}}
    columns["shared"] = "Shared"
    columns |= {one: HEADINGS[one] for one in found.measures}
    cells = [
        [row["year"], *states(row), f"{row['shared']} of {row['union']}", *(row[one] for one in found.measures)]
        for row in rows[:_ROWS]
    ]
    return Table(columns, cells, f"States by the bodies in common, {years}", notes)
