"""Joining the states of a source to the list of states: one state, one node, and nothing joined or left in silence.

An importer says how its source names a state and in which years, and gets for each the state of the list, or the reason
why there is none. What it prints is `Reconciled.report()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...model.known.authority import authority
from ...model.known.bodies import Body, bodies
from ...model.known.states import State
from ...model.known.territories import STANDS_FOR_ITS_STATE, is_territory
from ...model.naming.abbreviations import sides, stands_for
from ...model.naming.forms import as_written, normal, slug, with_signs
from ...model.naming.keys import name_parts
from .code_schemes import first_code, lists_of
from .lifetimes import Lifetimes
from .matching import Matcher
from .own_map import OwnMap
from .reconciled import Joined, Named, Reconciled

__all__ = ["Reconciler", "reconcile"]


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
    states, matcher, mapped = authority(), Matcher(), OwnMap(own)
    given = list(dict.fromkeys(names))
    schemes = states.schemes_of(named.code for named in given if named.code and not named.scheme)
    done: dict[Named, Joined] = {}
    for named in given:
        targets = (mapped.find(named.name), mapped.find(named.code))
        target = next((each for each in targets if each is not None), None)
        done[named] = matcher.find(named, schemes, year) if target is None else matcher.by_map(named, target)
    unknown = [each.named for each in done.values() if _may_be_a_code(each)]
    schemes = states.schemes_of(named.name for named in unknown)
    for named in unknown:
        done[named] = _read_as_code(matcher, done[named], schemes, year)
    return Reconciled(done, mapped.unused())


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
        self.year, self.schemes = year, list(schemes)
        self._own = OwnMap(own)
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
        self.two_things: dict[str, tuple[str, str]] = {}
        """What is written alike among members and among bodies, and what it is among the ones and the others."""
        self.states_as_bodies: dict[str, str] = {}
        """The states that bodies are called as, by these names."""
        self.lifetimes = Lifetimes()
        self._states = authority()
        self._matcher = Matcher()

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
        key = (name, *first_code(codes))
        if key not in self._settled:
            self._settled[key] = self._settles(*key)
        return self._settled[key]

    def means_now(self, name: str, state: State | None) -> bool:
        """Whether a name that has meant several states means this one today, so that nobody takes it for another's.

        Parameters
        ----------
        name : str
            The name.
        state : State or None
            The state.

        Returns
        -------
        bool

        >>> joining = Reconciler()
        >>> [joining.means_now("Deutschland", authority()[each]) for each in ("germany", "german-federal-republic")]
        [True, False]
        """
        return state is not None and self._states.find(name).state is state

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
        if (target := self._own.look_up(name, code)) is not None:
            return target not in self._states or not (self._states[target].ended or self._states[target].since)
        meanings = self._states.meanings(name)
        if code:
            meanings = tuple({*meanings, *self._states.meanings_of_code(code, lists_of(scheme))})
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
        code, scheme = first_code(codes)
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
        key = (name, *first_code(codes), date)
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
        code, scheme = first_code(codes)
        return bool(code) and self._is_name_of(name, code, scheme)

    def _is_name_of(self, name: str, code: str, scheme: str) -> bool:
        if (code, scheme) not in self._labels:
            meant = self._states.meanings_of_code(code, lists_of(scheme))
            self._labels[code, scheme] = frozenset(state.label for state in meant)
        return name in self._labels[code, scheme]

    def _find(self, named: Named, *, dated: bool) -> Joined:
        if (target := self._own.find(named.name, named.code)) is not None:
            return self._matcher.by_map(named, target)
        year = self.year if dated else None
        found = self._matcher.find(named, self.schemes, year)
        if not (found.id or found.candidates) and self.schemes and not named.code:
            return _read_as_code(self._matcher, found, self.schemes, year)
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
        if as_member and is_territory(name) and self._own.find(name) is None:
            return ""  # "Guam" among members is the territory, and none of the names of GUAM
        if not as_member:
            self._as_bodies[name] = None
        if name not in self._bodies:
            if (target := self._own.find(name)) is None:
                target = body.id if (body := _listed_body(name)) is not None else ""
            self._bodies[name] = target
        return self._bodies[name]

    def state_called(self, name: str) -> State | None:
        """The state that a body is called as, which is in no list of bodies: what a member of this name would be.

        Parameters
        ----------
        name : str
            The body's name.

        Returns
        -------
        State or None
            None for a part of a state, for what may be several states, and for what the user's own map has.

        >>> joining = Reconciler()
        >>> [state and state.id for state in map(joining.state_called, ("USA", "Alpha Pact", "Korea", "England"))]
        ['united-states-of-america', None, None, None]
        """
        if self._own.find(name) is not None or name in STANDS_FOR_ITS_STATE or is_territory(name):
            return None
        state = self._states.find(name, self.year).state
        if state is not None:
            self.states_as_bodies[name] = state.label
        return state

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
        return self._own.kept_apart(name)

    def done(self) -> Reconciled:
        """What became of all that came.

        Returns
        -------
        Reconciled
        """
        listed = {name: body_id for name, body_id in self._bodies.items() if body_id}
        joined = {each.named: each for each in self._joined.values()}
        together = tuple(names for ways in self._own_ids.values() if len(ways) > 1 and (names := _told_apart(ways)))
        known = {named.written for named in joined}  # a code that stands for a name was looked up as a name too
        unlisted = tuple(name for name in self._unlisted if name not in known)
        other_bodies = tuple(name for name in self._as_bodies if not self._bodies[name])
        of_list = (name for name in self._as_bodies if name not in self._own)
        several = {name: found for name in of_list if (found := bodies().several(name))}
        return Reconciled(
            joined,
            self._own.unused(),
            listed,
            unlisted,
            other_bodies,
            several,
            tuple(self._to_nobody()),
            self.lifetimes,
            together,
            tuple(name for name in other_bodies if self._own.kept_apart(name)),
            self.two_things,
            self.states_as_bodies,
        )

    def _to_nobody(self) -> Iterator[tuple[str, str]]:
        """The names of the user's own map that came, with ids that neither the lists nor other names have."""
        strange = {
            name: target
            for name, target in self._own.used().items()
            if target and target not in self._states and bodies().get(target) is None
        }
        if strange:
            came = (*(name for name, _, _ in self._settled), *self._bodies)
            given = {slug(name) for name in came if name not in self._own}
            yield from ((name, target) for name, target in strange.items() if target not in given)


def _listed_body(name: str) -> Body | None:
    """The body of the list that a name means, also one with its abbreviation beside it: "European Union (EU)".

    A sign that tells names apart makes another body of it: "NATO?" and "EU-" are not NATO and the EU.
    """
    listed = bodies()
    if normal(with_signs(name)) != normal(name):
        return None
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


_Key = tuple[str, str, str, int | None, int | None]


def _read_as_code(matcher: Matcher, found: Joined, schemes: Sequence[str], year: int | None) -> Joined:
    """What a name that no state has is as a code, or else what it was as a name."""
    named = found.named
    by_code = matcher.find(replace(named, name="", code=named.name), schemes, year)
    return replace(by_code, named=named) if by_code.id or by_code.candidates else found


def _may_be_a_code(joined: Joined) -> bool:
    """Whether nothing was found by a name that can be a code: "FRN", "365"."""
    name = joined.named.name
    return not (joined.how or joined.candidates or joined.named.code) and name.isalnum() and name == name.upper()
