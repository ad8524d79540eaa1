"""Joining the states of a source to the list of states: one state, one node, and nothing joined or left in silence.

An importer says how its source names a state and in which years, and gets for each the state of the list, or the reason
why there is none. What it prints is `Reconciled.report()`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..model.abbreviations import sides, stands_for
from ..model.authority import Authority, Match, authority
from ..model.bodies import Body, bodies
from ..model.name_forms import as_written, normal, slug, with_signs
from ..model.name_keys import name_parts
from ..model.states import SCHEMES
from .lifetimes import Lifetimes
from .reconciled import Joined, Named, Reconciled

__all__ = ["Joined", "Named", "Reconciled", "Reconciler", "known_scheme", "reconcile"]


def reconcile(names: Iterable[Named], *, year: int | None = None, own: Mapping[str, str] | None = None) -> Reconciled:
    """Join the states of a source to the list of states.

    A name and a code settle together what each leaves open; if they contradict, nothing is joined. What has years is
    looked up in its last one, or, if it goes on, in the year of the data: a membership of "Germany" since 1955 that
    goes on is Germany's, one from 1955 to 1980 is West Germany's. Codes without a scheme, and names that no state has
    and that look like codes, are read in the schemes that have all of them.

    Parameters
    ----------
    names : iterable of Named
        How the source names them; the same one may come any number of times.
    year : int, optional
        The year of the data, for what has no last year; without it, today.
    own : mapping of str to str, optional
        The user's own map from names (or codes) to ids; it comes first. An id of "" keeps a name apart.

    Returns
    -------
    Reconciled
        What became of each.

    >>> done = reconcile([Named("Germany", first=1955, last=1980), Named("Germany", first=1955)])
    >>> [each.id for each in done.joined.values()]
    ['german-federal-republic', 'germany']
    >>> [each.id for each in reconcile([Named("FRN"), Named("UKG")]).joined.values()]
    ['france', 'united-kingdom']
    """
    states = authority()
    given = list(dict.fromkeys(names))
    mapped = {_key(name): state_id.strip() for name, state_id in (own or {}).items()}
    schemes = states.schemes_of(named.code for named in given if named.code and not named.scheme)
    done: dict[Named, Joined] = {}
    for named in given:
        key = next((key for key in (_key(named.name), _key(named.code)) if key in mapped), None)
        done[named] = (
            _found(states, named, schemes, year) if key is None else _by_map(_Remembered(states), named, mapped[key])
        )
    unknown = [each.named for each in done.values() if _may_be_a_code(each)]
    schemes = states.schemes_of(named.name for named in unknown)
    for named in unknown:
        by_code = _found(states, replace(named, name="", code=named.name), schemes, year)
        if by_code.candidates or by_code.id:
            done[named] = replace(by_code, named=named)
    seen = {_key(text) for named in given for text in (named.name, named.code)}
    return Reconciled(done, tuple(name for name in own or {} if _key(name) not in seen))


class Reconciler:
    """Joins the members and bodies of one source to the lists as they come, and remembers what became of each.

    Parameters
    ----------
    own : mapping of str to str, optional
        The user's own map, from `own_names`.
    year : int, optional
        The year of the data, for what has no last year; without it, today.
    schemes : sequence of str
        The schemes of codes that names may be, if the source has codes where it should have names.

    >>> joining = Reconciler(year=2014)
    >>> joining.state(Named("Germany", first=1955, last=1980)).id, joining.state(Named("Germany", first=1955)).id
    ('german-federal-republic', 'germany')
    >>> joining.settled("Burma"), joining.settled("Germany"), joining.body("Warsaw Pact")
    (True, False, 'wpact')
    """

    def __init__(
        self, own: Mapping[str, str] | None = None, year: int | None = None, schemes: Sequence[str] = ()
    ) -> None:
        self.year, self.own, self.schemes = year, dict(own or {}), list(schemes)
        self._mapped = {_key(name): target for name, target in self.own.items()}
        self._apart = {as_written(name) for name, target in self.own.items() if not target.strip()}
        self._used: set[str] = set()
        self._joined: dict[_Key, Joined] = {}
        self._bodies: dict[str, str] = {}
        self._as_bodies: dict[str, None] = {}
        self._settled: dict[tuple[str, str, str], bool] = {}
        self._years: dict[tuple[str, str, str, str], int] = {}
        self._labels: dict[tuple[str, str], frozenset[str]] = {}
        self._unlisted: dict[str, None] = {}
        self._own_ids: dict[str, dict[str, None]] = {}
        self.identities: Mapping[str, str] = {}
        """What tells people apart whose names are written almost alike, by their names, as far as rows have come."""
        self.told_apart: dict[str, str] = {}
        """Names of people who are told apart by that, and the almost alike name of the other."""
        self.lifetimes = Lifetimes()
        self._states = authority()
        self._remembered = _Remembered(self._states)

    def settled(self, name: str, codes: Sequence[tuple[str, str]] = ()) -> bool:
        """Whether a name, with its codes, means the same whatever the year.

        Parameters
        ----------
        name : str
            The name.
        codes : sequence of pairs of str
            Schemes and codes that the source has for it.

        Returns
        -------
        bool
        """
        key = (name, *_first_code(codes))
        if key not in self._settled:
            self._settled[key] = self._settles(*key)
        return self._settled[key]

    def unlisted(self, name: str) -> bool:
        """Whether no state and no code is called so, and the user's own map does not have it.

        Parameters
        ----------
        name : str
            The name.

        Returns
        -------
        bool
        """
        return self.settled(name) and name in self._unlisted

    def _settles(self, name: str, code: str, scheme: str) -> bool:
        if key := next((key for key in (_key(name), _key(code)) if key in self._mapped), None):
            target = self._mapped[key]
            return target not in self._states or not (self._states[target].ended or self._states[target].since)
        meanings = self._states.meanings(name)
        if code:
            meanings = tuple({*meanings, *self._states.meanings_of_code(code, _lists_of(scheme))})
        elif not meanings and self.schemes:
            meanings = self._states.meanings_of_code(name, self.schemes)
        elif not meanings:
            self._unlisted[name] = None
        return len(meanings) <= 1

    def state(self, named: Named, codes: Sequence[tuple[str, str]] = ()) -> Joined:
        """What becomes of a name of a state.

        Parameters
        ----------
        named : Named
            How the source names it, and when.
        codes : sequence of pairs of str
            Schemes and codes that the source has for it; the first known one counts.

        Returns
        -------
        Joined
        """
        code, scheme = _first_code(codes)
        if code and self._is_name_of(named.name, code, scheme):
            named = replace(named, name="")  # it may be made of the code, which means another state in other years
        # A name of one state only needs no years, and gets no remark that it was not used in them.
        dated = not self.settled(named.name, codes)
        if not code and named.name in self._unlisted:
            return Joined(Named(named.name), note=f'No state is called "{named.name}".')
        key = (named.name, code, scheme, *((named.first, named.last) if dated else (None, None)))
        if key not in self._joined:
            name, first, last = key[0], key[3], key[4]
            self._joined[key] = self._find(Named(name, code, scheme or None, first, last), dated=dated)
        return self._joined[key]

    def year_of(self, name: str, codes: Sequence[tuple[str, str]], date: str) -> int:
        """The year in which a name means the state that it means on a date.

        In the year in which a name or code passes from one state to another it is, for the months before, the year
        before: 260 is Germany's in 1990, and West Germany's until October.

        Parameters
        ----------
        name : str
            The name.
        codes : sequence of pairs of str
            Schemes and codes that the source has for it.
        date : str
            A year, a month or a day, in ISO form.

        Returns
        -------
        int

        >>> joining = Reconciler()
        >>> [joining.year_of("Germany", [("gw", "260")], date) for date in ("1990-03", "1990-10", "1990", "1985-03")]
        [1989, 1990, 1990, 1985]
        """
        year = int(date[:4])
        if len(date) == 4 or self.settled(name, codes):
            return year
        key = (name, *_first_code(codes), date)
        if key not in self._years:
            self._years[key] = self._year_of(*key)
        return self._years[key]

    def _year_of(self, name: str, code: str, scheme: str, date: str) -> int:
        year = int(date[:4])
        name = "" if code and self._is_name_of(name, code, scheme) else name
        meant = self._find(Named(name, code, scheme or None, year, year), dated=True)
        there = [state for state in meant.candidates if state.exists_on(date)]
        if len(there) > 1 or (meant.state is not None and meant.state.exists_on(date)):
            return year
        for near in (year + 1, year - 1):
            state = self._find(Named(name, code, scheme or None, near, near), dated=True).state
            if state is not None and state.exists_on(date) and there in ([], [state]):
                return near
        return year

    def made_of_code(self, name: str, codes: Sequence[tuple[str, str]]) -> bool:
        """Whether a name is what the list calls a state of its code, in whatever year, and may be made of that.

        Parameters
        ----------
        name : str
            The name.
        codes : sequence of pairs of str
            Schemes and codes that the source has for it.

        Returns
        -------
        bool
        """
        code, scheme = _first_code(codes)
        return bool(code) and self._is_name_of(name, code, scheme)

    def _is_name_of(self, name: str, code: str, scheme: str) -> bool:
        if (code, scheme) not in self._labels:
            meant = self._states.meanings_of_code(code, _lists_of(scheme))
            self._labels[code, scheme] = frozenset(state.label for state in meant)
        return name in self._labels[code, scheme]

    def _find(self, named: Named, *, dated: bool) -> Joined:
        for key in (_key(named.name), _key(named.code)):
            if key in self._mapped:
                self._used.add(key)
                return _by_map(self._remembered, named, self._mapped[key])
        year = self.year if dated else None
        found = _found(self._remembered, named, self.schemes, year)
        if not (found.id or found.candidates) and self.schemes and not named.code:
            by_code = _found(self._remembered, replace(named, name="", code=named.name), self.schemes, year)
            found = replace(by_code, named=named) if by_code.id or by_code.candidates else found
        return found

    def body(self, name: str, *, as_member: bool = False) -> str:
        """The id of the well-known body that a name means; "" if it means none.

        Parameters
        ----------
        name : str
            The name.
        as_member : bool
            Whether it is a member's name, which may be one of a body.

        Returns
        -------
        str
        """
        if not as_member:
            self._as_bodies[name] = None
        if name not in self._bodies:
            key = _key(name)
            if key in self._mapped:
                self._used.add(key)
                self._bodies[name] = self._mapped[key]
            else:
                body = _listed_body(name)
                self._bodies[name] = body.id if body is not None else ""
        return self._bodies[name]

    def is_another(self, name: str, own_id: str) -> bool:
        """Whether a name is not the person's of whose name this id was made, though it is written almost alike.

        Parameters
        ----------
        name, own_id : str
            The name, and the id that is made of it.

        Returns
        -------
        bool

        >>> joining = Reconciler()
        >>> joining.identities = {"Zoë Marsh": "e@x.org", "Zoe Marsh": "f@x.org"}
        >>> joining.of_own("Zoë Marsh", "zoe-marsh")
        >>> joining.is_another("Zoe Marsh", "zoe-marsh"), joining.is_another("ZOË MARSH", "zoe-marsh")
        (True, False)
        """
        if not (said := self.identities.get(name)):
            return False
        others = (other for other in self._own_ids.get(own_id, ()) if as_written(other) != as_written(name))
        if (other := next(others, None)) is None:
            return False
        first = self.identities.get(other)
        if first and first != said:
            self.told_apart[name] = other
        return bool(first) and first != said

    def of_own(self, name: str, own_id: str) -> None:
        """Remember a name that is in no list, and the id that was made of it: several names may have one.

        Parameters
        ----------
        name, own_id : str
            The name and the id.
        """
        self._own_ids.setdefault(own_id, {})[name] = None

    def kept_apart(self, name: str) -> bool:
        """Whether the user's own map says of a name, as it is written, that it is nobody else's.

        Parameters
        ----------
        name : str
            The name.

        Returns
        -------
        bool

        >>> joining = Reconciler({"Alpha Pact": "", "Burma": "Myanmar"})
        >>> [joining.kept_apart(name) for name in ("alpha  pact", "Alpha-Pact", "Burma")]
        [True, False, False]
        """
        return as_written(name) in self._apart

    def done(self) -> Reconciled:
        """What became of all that came.

        Returns
        -------
        Reconciled
        """
        unused = tuple(name for name in self.own if _key(name) not in self._used)
        listed = {name: body_id for name, body_id in self._bodies.items() if body_id}
        joined = {each.named: each for each in self._joined.values()}
        together = tuple(names for ways in self._own_ids.values() if len(ways) > 1 and (names := _told_apart(ways)))
        known = {named.written for named in joined}  # a code that stands for a name was looked up as a name too
        unlisted = tuple(name for name in self._unlisted if name not in known)
        other_bodies = tuple(name for name in self._as_bodies if not self._bodies[name])
        of_list = (name for name in self._as_bodies if _key(name) not in self._mapped)
        several = {name: found for name in of_list if (found := bodies().several(name))}
        return Reconciled(
            joined, unused, listed, unlisted, other_bodies, several, tuple(self._to_nobody()), self.lifetimes, together
        )

    def _to_nobody(self) -> Iterator[tuple[str, str]]:
        """The names of the user's own map that came, with ids that neither the lists nor other names have."""
        strange = {
            name: target
            for name, target in self.own.items()
            if target and _key(name) in self._used and target not in self._states and bodies().get(target) is None
        }
        if strange:
            given = {slug(name) for name in (*self._settled_names(), *self._bodies) if _key(name) not in self._mapped}
            yield from ((name, target) for name, target in strange.items() if target not in given)

    def _settled_names(self) -> Iterator[str]:
        return (name for name, _, _ in self._settled)


def _key(name: str) -> str:
    """What a name of the user's own map is looked up by: "Net club" is not ".NET club"."""
    return normal(with_signs(name))


def _listed_body(name: str) -> Body | None:
    """The body of the list that a name means, also one with its abbreviation beside it: "European Union (EU)"."""
    listed = bodies()
    if (body := listed.named(name)) is not None:
        return body
    for full, short in sides(name):
        body = listed.named(full)
        if body is not None and (stands_for(short, full) or body in listed.find(short)):
            return body
    parts = {listed.named(part) for part in name_parts(name)}
    if len(parts) == 1 and (body := parts.pop()) is not None:
        return body
    return listed.get(slug(name))  # "nato", whose node is that of the list


def _told_apart(names: Iterable[str]) -> tuple[str, ...]:
    """Names that are written in several ways, other than by case and blanks; none if there is one."""
    ways = {as_written(name): name for name in reversed([*names])}
    return tuple(reversed(ways.values())) if len(ways) > 1 else ()


class _Remembered:
    """The list's answers, each looked up once: a table has many spans of a name and few years."""

    def __init__(self, states: Authority) -> None:
        self.find, self.meanings = cache(states.find), states.meanings
        self.meanings_of_code = states.meanings_of_code
        self._find_code = cache(states.find_code)

    def find_code(self, code: str, scheme: str | Sequence[str] | None, year: int | None) -> Match:
        """What a code means."""
        return self._find_code(code, scheme if scheme is None or isinstance(scheme, str) else tuple(scheme), year)


_Key = tuple[str, str, str, int | None, int | None]


def _first_code(codes: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The first code of a known scheme, and that scheme; both empty if there is none."""
    for scheme, code in codes:
        if (known := known_scheme(scheme)) in SCHEMES:
            return code, known
    return "", ""


def known_scheme(scheme: str) -> str:
    """A scheme of codes as the list of states calls it.

    >>> known_scheme("iso_numeric"), known_scheme("gw")
    ('isoNumeric', 'gw')
    """
    return _SCHEMES.get(scheme, scheme)


_SCHEMES = {
    "cow_abbreviation": "cowAbbreviation", "gw_abbreviation": "gwAbbreviation", "iso_numeric": "isoNumeric",
}  # fmt: skip


def _by_map(states: _Remembered, named: Named, state_id: str) -> Joined:
    """What the user's own map says of a name.

    It says so of the years of the state that it names: "Yemen" is North Yemen until 1990, and Yemen since.
    """
    if not state_id:
        return Joined(named, how="map", note="Kept apart by your map.")
    listed = authority()
    if state_id not in listed:
        return Joined(named, state_id, how="map", note="The list of states has no such id; your map gives it.")
    state = listed[state_id]
    if (first := named.first or named.last) is None or state.exists_on(f"{first}-12-31"):
        return Joined(named, state_id, state, "map")
    found = _found(states, named, (), None)
    begins_later = first < int(state.since or 0) <= (named.last or 9999)
    if found.state in (None, state) or begins_later:
        return Joined(named, state_id, state, "map")
    year = f"after {state.ended[:4]}" if state.ended else f"before {state.since}"
    return replace(found, note=f"By your map it is {state.label}, which was no state {year}.")


def _may_be_a_code(joined: Joined) -> bool:
    """Whether nothing was found by a name that can be a code: "FRN", "365"."""
    name = joined.named.name
    return not (joined.how or joined.candidates or joined.named.code) and name.isalnum() and name == name.upper()


def _found(states: Authority | _Remembered, named: Named, schemes: Sequence[str], year: int | None) -> Joined:
    """The state of a name, a code, or both."""
    by_name = by_code = None
    if named.name:
        by_name = _in_time(lambda when: states.find(named.name, when), named, year)
    if named.code:
        scheme = named.scheme or schemes
        by_code = _in_time(lambda when: states.find_code(named.code, scheme, when), named, year)
    match by_name, by_code:
        case None, None:
            return Joined(named, note="It has neither a name nor a code.")
        case Match(), None:
            return _joined(named, by_name, "name")
        case None, Match():
            return _joined(named, by_code, "code")
        case Match(), Match():
            return _of_both(states, named, by_name, by_code)
    raise AssertionError


def _of_both(states: Authority | _Remembered, named: Named, by_name: Match, by_code: Match) -> Joined:
    """Name and code together: each may settle what the other leaves open, and they must not contradict."""
    if not by_code.candidates:
        return _joined(named, replace(by_name, note=f"{by_code.note} {by_name.note}".strip()), "name")
    if not by_name.candidates:
        note = f"{by_name.note} Its code says what is meant." if by_code.state else f"{by_name.note} {by_code.note}"
        return _joined(named, replace(by_code, note=note), "code")
    common = tuple(state for state in by_code.candidates if state in by_name.candidates)
    if by_code.state in common:
        return _joined(named, by_code, "code")
    if len(common) == 1:
        return Joined(named, common[0].id, common[0], "name")
    if common:
        return Joined(named, note=by_name.note, candidates=common)
    if by_code.state is not None and _ever_agree(states, named):
        return _joined(named, by_code, "code")  # a list's name for its code, which is another state's this year
    meant, coded = (" or ".join(state.label for state in each.candidates) for each in (by_name, by_code))
    note = f'The name "{named.name}" means {meant}, its code {named.code} means {coded}.'
    return Joined(named, note=note, candidates=tuple(dict.fromkeys((*by_name.candidates, *by_code.candidates))))


def _ever_agree(states: Authority | _Remembered, named: Named) -> bool:
    """Whether a name and a code have ever been those of one state."""
    coded = states.meanings_of_code(named.code, _lists_of(named.scheme) if named.scheme else list(SCHEMES))
    return not {state.id for state in states.meanings(named.name)}.isdisjoint(state.id for state in coded)


def _lists_of(scheme: str) -> list[str]:
    """The schemes that a code may be of: what one list of states has no more may be in the other."""
    return ["cow", "gw"] if scheme in ("cow", "gw") else [scheme]


def _joined(named: Named, match: Match, how: str) -> Joined:
    if match.state is None:
        return Joined(named, note=match.note, candidates=match.candidates)
    return Joined(named, match.state.id, match.state, how, match.note, (), match.earlier, match.of_other_list)


def _in_time(find: Callable[[int | None], Match], named: Named, year: int | None) -> Match:
    """The match in the last of its years, or in the first one if that fits the whole time better."""
    last = year if named.last is None else named.last
    match = find(last)
    if named.first is None or named.first == last or match.state is None:
        return match
    earlier = find(named.first)
    if earlier.state is match.state:
        return match if earlier.note else earlier
    # A state that begins in the last year ("Germany", 1955 to 1990) is not the one of the years before.
    ends_with_it = last is not None and earlier.state is not None and earlier.state.exists_in(last)
    if ends_with_it and not match.state.exists_in(named.first):
        return earlier
    if earlier.state is None:
        return match
    said = f"In {named.first} it was {earlier.state.label}; {match.state.label} is the state of its last year."
    return replace(match, earlier=earlier.state, note=" ".join(filter(None, (match.note, said))))
