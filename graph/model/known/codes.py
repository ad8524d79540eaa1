"""The codes of a graph's states, for merging with other tables: the graph's own, and those of the list of states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...errors import InvalidRequest
from ...frozen import frozen
from ...rdf.terms import BASE
from ..entities import Entity

if TYPE_CHECKING:
    from .states import State

__all__ = ["CODES", "Code", "StateCodes", "code_named", "codes_named"]


@frozen
class Code:
    """A scheme of codes, by its name on the command line, its column as R's countrycode calls it, and its scheme here.

    https://vincentarelbundock.github.io/countrycode/
    """

    name: str
    column: str
    scheme: str

    @property
    def is_number(self) -> bool:
        """Whether its codes are numbers."""
        return self.column.endswith("n")


CODES = (
    Code("cow", "cown", "cow"),
    Code("cowc", "cowc", "cowAbbreviation"),
    Code("gw", "gwn", "gw"),
    Code("gwc", "gwc", "gwAbbreviation"),
    Code("iso2", "iso2c", "iso2"),
    Code("iso3", "iso3c", "iso3"),
    Code("ison", "iso3n", "isoNumeric"),
)
"""The codes that states can be printed with."""


def code_named(name: str) -> Code:
    """The code with a name, or with the name of its column.

    Raises
    ------
    InvalidRequest
        If there is none.

    >>> code_named("gw").column, code_named("iso3c").name
    ('gwn', 'iso3')
    """
    for code in CODES:
        if name.strip().casefold() in (code.name, code.column):
            return code
    raise InvalidRequest(f"--codes takes {', '.join(code.name for code in CODES)}, not {name!r}")


def codes_named(names: str | Iterable[str]) -> tuple[Code, ...]:
    """The codes in a list with commas, each once.

    >>> [code.column for code in codes_named("cow, gw,cow")]
    ['cown', 'gwn']
    """
    words = names.split(",") if isinstance(names, str) else names
    return tuple(dict.fromkeys(code_named(word) for word in words if word.strip()))


class StateCodes:
    """Codes of states, each looked up once.

    A state's code is the graph's own. Where the graph gives none, or the list of states has several for that state, it
    is the list's: the code in the year, if one is asked for, else the last one that it had.

    >>> import blocs
    >>> armenia = blocs.load().names.find("Armenia")
    >>> StateCodes(codes_named("cow,gw,iso3,iso2")).of(armenia)
    (371, 371, 'ARM', 'AM')
    """

    def __init__(self, codes: Sequence[Code]) -> None:
        self.codes = tuple(codes)
        self._known: dict[tuple[str, int | None], tuple[int | str | None, ...]] = {}
        self._states: dict[str, State | None] = {}

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(code.column for code in self.codes)

    @property
    def headings(self) -> dict[str, str]:
        """What the columns are called for people: the same."""
        return {column: column for column in self.columns}

    def of(self, entity: Entity, year: int | None = None) -> tuple[int | str | None, ...]:
        """The codes of an entity, one for each scheme.

        Parameters
        ----------
        entity : Entity
            A state; what is none has no codes.
        year : int, optional
            The year in which they are asked for.

        Returns
        -------
        tuple
            Numbers and letters; None where there is no code.
        """
        key = (entity.iri, year)
        if key not in self._known:
            found = (self.text(entity, code, year) for code in self.codes)
            self._known[key] = tuple(
                int(text) if code.is_number and text.isdecimal() else text or None
                for code, text in zip(self.codes, found, strict=True)
            )
        return self._known[key]

    def text(self, entity: Entity, code: Code, year: int | None = None) -> str:
        """One code of an entity as text; empty if it has none."""
        if not entity.is_a("state"):
            return ""
        own = entity.codes.get(code.scheme, "")
        if own and code.name not in ("gw", "gwc"):  # of these alone states of the list have had several
            return own
        state = self._state(entity)
        known = state.codes.get(code.scheme, ()) if state is not None else ()
        if state is None or not known or (own and own not in known):
            return own
        return known[0] if len(known) == 1 else _in_year(state, code, year)

    def _state(self, entity: Entity) -> State | None:
        """The state of the list that an entity is: by the graph's codes, its id, or a name that no other state has."""
        if entity.iri not in self._states:
            self._states[entity.iri] = _state_of(entity)
        return self._states[entity.iri]


def _state_of(entity: Entity) -> State | None:
    from .authority import authority

    states = authority()
    schemes = [code.scheme for code in CODES if code.scheme in entity.codes]
    by_code = [states.find_code(entity.codes[scheme], scheme).state for scheme in schemes]
    if found := {state.id: state for state in by_code if state is not None}:
        return next(iter(found.values())) if len(found) == 1 else None  # codes of two states are of neither
    if entity.iri == f"{BASE}{entity.id}" and entity.id in states:
        return states[entity.id]
    named = states.meanings(entity.label)
    return named[0] if len(named) == 1 else None


def _in_year(state: State, code: Code, year: int | None) -> str:
    """The code that a state had in a year, by the spells of its list; without a year the last one."""
    list_of = "gw" if code.scheme.startswith("gw") else "cow"
    spells = [spell for spell in state.spells if spell.scheme == list_of]
    held = [spell for spell in spells if year is None or spell.covers(year)]
    if not held:
        return ""
    number = max(held, key=lambda spell: spell.start).code
    numbers = state.codes.get(list_of, ())
    # Letters stand in the list in the order of the numbers.
    return state.codes[code.scheme][numbers.index(number)] if number in numbers else ""
