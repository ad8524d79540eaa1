"""What states are printed as for programs: ids, or the codes that other tables have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..graph.errors import InvalidRequest
from ..graph.model.entities import Entity

__all__ = ["CODES", "check_codes", "code_or_id", "rank", "without_code"]

CODES = ("cow", "iso3")
"""The codes that states can be printed as."""


def check_codes(codes: str, states: Iterable[Entity]) -> None:
    """Raise InvalidRequest if there are no such codes, or no state has one."""
    if not codes:
        return
    if codes not in CODES:
        raise InvalidRequest(f"--codes takes {' or '.join(CODES)}, not {codes!r}")
    those = list(states)
    if those and not any(codes in state.codes for state in those):
        known = [code for code in CODES if any(code in state.codes for state in those)]
        way_out = f"use --codes {known[0]}" if known else "leave out --codes to get ids"
        raise InvalidRequest(f"no state in this graph has {_a_code(codes)}; {way_out}")


def _a_code(codes: str) -> str:
    return f"{'an' if codes == 'iso3' else 'a'} {codes} code"


def code_or_id(entity: Entity, codes: str) -> str:
    """The code of a state if codes are asked for and it has one, else the id."""
    return entity.codes.get(codes, entity.id)


def rank(key: str) -> tuple[int, str]:
    """The order in which data sets of dyads have states: COW codes as numbers, all else as text."""
    return (int(key) if key.isascii() and key.isdigit() else 10**9, key)


def without_code(states: Iterable[Entity], codes: str) -> str:
    """A note on the states that have no such code; empty if there are none."""
    ids: Sequence[str] = sorted(e.id for e in states if e.kind != "body" and codes not in e.codes) if codes else ()
    more = f" and {len(ids) - 8} more" if len(ids) > 8 else ""
    return f"Without {_a_code(codes)}, and so printed by id: {', '.join(ids[:8])}{more}." if ids else ""
