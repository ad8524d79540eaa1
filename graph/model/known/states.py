"""States as the list that comes with blocs (`data/states.ttl`) describes them: names, codes and years.

The list follows the grain of the Correlates of War and of Gleditsch and Ward: the Soviet Union and Russia are one
state, Yugoslavia and Serbia are one, each by its name of the time; West Germany, East Germany and Germany are three.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ...frozen import frozen
from ...rdf.terms import BASE, PREFIXES, id_of, iri_of, text_of
from ...resources import resource

__all__ = ["SCHEMES", "Spell", "State", "StateName", "read_states", "read_translations"]

SCHEMES: dict[str, str] = {
    "cow": "blocs:cowCode",
    "cowAbbreviation": "blocs:cowAbbreviation",
    "gw": "blocs:gwCode",
    "gwAbbreviation": "blocs:gwAbbreviation",
    "iso2": "blocs:iso2",
    "iso3": "blocs:iso3",
    "isoNumeric": "blocs:isoNumeric",
}
"""The schemes of codes, and the property that has a state's code."""

_LISTS_BEGIN = "1816"
_LISTS = {"cow": "blocs:cowCode", "gw": "blocs:gwCode"}


@dataclass(frozen=True, slots=True)
class StateName:
    """A name of a state, with the first and last year in which it was used if it was not always.

    `hidden` names are those of tables, such as "yugoslaviaserb": they are understood and never shown.
    """

    text: str
    first: int | None = None
    last: int | None = None
    hidden: bool = False
    usually_meant: bool = False

    @property
    def dated(self) -> bool:
        """Whether it was used in some years only."""
        return self.first is not None or self.last is not None

    @property
    def current(self) -> bool:
        """Whether it is used today."""
        return self.last is None

    def used_in(self, year: int) -> bool:
        """Whether it was used in a year."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which a list (`cow` or `gw`) counts a state as independent, with its code there; no end: it goes on."""

    scheme: str
    code: str
    start: str
    end: str = ""

    def covers(self, year: int) -> bool:
        """Whether some day of a year is in it."""
        return int(self.start[:4]) <= year and (not self.end or year <= int(self.end[:4]))

    def has(self, date: str) -> bool:
        """Whether some day of a year, a month or a day (`1990-03`) is in it."""
        return self.start <= date + "~" and (not self.end or date <= self.end)


@frozen
class State:
    """A state with all that identifies it.

    `names` has the label first; `codes` maps a scheme to the state's codes, `withdrawn` are codes of ISO 3166 that
    were its own or a predecessor's; `replaces` and `separated_from` are ids of states.
    """

    id: str
    label: str
    abbreviation: str = ""
    names: tuple[StateName, ...] = field(default=(), repr=False)
    demonyms: tuple[str, ...] = field(default=(), repr=False)
    capitals: tuple[str, ...] = field(default=(), repr=False)
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False, repr=False)
    withdrawn: tuple[str, ...] = field(default=(), repr=False)
    spells: tuple[Spell, ...] = field(default=(), repr=False)
    replaces: tuple[str, ...] = field(default=(), repr=False)
    separated_from: tuple[str, ...] = field(default=(), repr=False)

    @property
    def iri(self) -> str:
        """The IRI of the state."""
        return iri_of(self.id)

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every other name that may be shown, former ones too."""
        shown = (name.text for name in self.names if not name.hidden)
        return tuple(dict.fromkeys(text for text in shown if text not in (self.label, self.abbreviation)))

    def exists_in(self, year: int) -> bool:
        """Whether either list has it in a year; a state that is in neither list always exists.

        >>> from blocs.graph.model.known.authority import authority
        >>> [authority()["south-sudan"].exists_in(year) for year in (1990, 2020)]
        [False, True]
        """
        return not self.spells or any(spell.covers(year) for spell in self.spells)

    def exists_on(self, date: str) -> bool:
        """Whether either list has it on a date, as far as that is known; what is in neither list always exists.

        >>> from blocs.graph.model.known.authority import authority
        >>> [authority()["german-federal-republic"].exists_on(date) for date in ("1990-09", "1990-10", "1990-10-03")]
        [True, True, False]
        """
        return not self.spells or any(spell.has(date) for spell in self.spells)

    @property
    def ended(self) -> str:
        """The last day on which either list has it; "" if it goes on.

        >>> from blocs.graph.model.known.authority import authority
        >>> authority()["czechoslovakia"].ended, authority()["russia"].ended
        ('1992-12-31', '')
        """
        ends = [spell.end for spell in self.spells]
        return max(ends) if ends and all(ends) else ""

    @property
    def since(self) -> str:
        """The year from which on the lists have it without a gap; "" if that may be before they begin.

        >>> from blocs.graph.model.known.authority import authority
        >>> authority()["montenegro"].since, authority()["russia"].since
        ('2006', '')
        """
        begun, until = "", ""
        for spell in sorted(self.spells, key=lambda spell: spell.start):
            if not begun or spell.start[:4] > until:
                begun, until = spell.start[:4], ""
            until = max(until, spell.end[:4] or "9999")
        return "" if begun == _LISTS_BEGIN else begun


def read_states() -> list[State]:
    """The states of the list, in its order.

    Returns
    -------
    list of State
        Every state, living or not.

    >>> states = read_states()
    >>> states[0].label, states[0].codes["iso3"]
    ('United States', ('USA',))
    """
    described = _described("states.ttl")
    dated: dict[str, list[StateName]] = {}
    spells: dict[str, list[Spell]] = {}
    countries = []
    for iri, has in described.items():
        match has[_iri("rdf:type")][0]:
            case kind if kind == _iri("schema:Country"):
                countries.append((iri, has))
            case kind if kind == _iri("blocs:DatedName"):
                dated.setdefault(has[_iri("blocs:state")][0], []).append(_dated_name(has))
            case kind if kind == _iri("blocs:Spell"):
                spells.setdefault(has[_iri("blocs:state")][0], []).append(_spell(has))
    return [_state(iri, has, dated.get(iri, []), spells.get(iri, [])) for iri, has in countries]


def read_translations() -> dict[str, list[str]]:
    """The names of today's states in other languages.

    Returns
    -------
    dict of str to list of str
        The names of each state, by its id.

    >>> "Deutschland" in read_translations()["austria"], "Österreich" in read_translations()["austria"]
    (False, True)
    """
    described = _described("states-in-languages.ttl")
    return {id_of(iri): has[_iri("skos:altLabel")] for iri, has in described.items()}


_Description = dict[str, list[str]]


def _described(file: str) -> dict[str, _Description]:
    from pyoxigraph import RdfFormat, parse

    found: dict[str, _Description] = {}
    content = resource("data", file).read_bytes()
    for quad in parse(content, format=RdfFormat.TURTLE):
        found.setdefault(text_of(quad.subject), {}).setdefault(quad.predicate.value, []).append(text_of(quad.object))
    return found


@cache
def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _one(has: _Description, term: str) -> str:
    return has.get(_iri(term), [""])[0]


def _year(has: _Description, term: str) -> int | None:
    value = _one(has, term)
    return int(value[:4]) if value else None


def _dated_name(has: _Description) -> StateName:
    meant = _one(has, "blocs:usuallyMeant") == "true"
    first, last = _year(has, "schema:startDate"), _year(has, "schema:endDate")
    return StateName(_one(has, "schema:name"), first, last, usually_meant=meant)


def _spell(has: _Description) -> Spell:
    scheme = next(scheme for scheme, term in _LISTS.items() if _iri(term) in has)
    return Spell(scheme, _one(has, _LISTS[scheme]), _one(has, "schema:startDate"), _one(has, "schema:endDate"))


def _state(iri: str, has: _Description, dated: list[StateName], spells: list[Spell]) -> State:
    return State(
        id_of(iri),
        _one(has, "skos:prefLabel"),
        _one(has, "blocs:abbreviation"),
        tuple(_names(has, dated)),
        tuple(has.get(_iri("blocs:demonym"), ())),
        tuple(has.get(_iri("blocs:capital"), ())),
        {scheme: tuple(has[_iri(term)]) for scheme, term in SCHEMES.items() if _iri(term) in has},
        tuple(has.get(_iri("blocs:withdrawnCode"), ())),
        tuple(spells),
        tuple(other.removeprefix(BASE) for other in has.get(_iri("dcterms:replaces"), ())),
        tuple(other.removeprefix(BASE) for other in has.get(_iri("blocs:separatedFrom"), ())),
    )


def _names(has: _Description, dated: list[StateName]) -> Iterator[StateName]:
    """The label, the other names and those of tables; what is dated is not repeated as if it were always used."""
    of_some_years = {name.text for name in dated}
    for term in ("skos:prefLabel", "blocs:abbreviation", "skos:altLabel"):
        yield from (StateName(text) for text in has.get(_iri(term), ()) if text not in of_some_years)
    yield from dated
    yield from (StateName(text, hidden=True) for text in has.get(_iri("skos:hiddenLabel"), ()))
