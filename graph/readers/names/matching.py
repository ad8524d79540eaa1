"""Which state of the list a source means by a name, a code, or both, in the years that it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from ...model.known.authority import Match, authority
from ...model.known.states import SCHEMES
from .code_schemes import lists_of
from .reconciled import Joined, Named

__all__ = ["Matcher"]


class Matcher:
    """Finds states in the list, and looks up each name in each year once: a table has many spans of a name.

    >>> Matcher().find(Named("Germany", first=1955, last=1980)).id
    'german-federal-republic'
    """

    def __init__(self) -> None:
        self._states = authority()
        self._find, self._find_code = cache(self._states.find), cache(self._states.find_code)

    def find(self, named: Named, schemes: Sequence[str] = (), year: int | None = None) -> Joined:
        """The state of a name, a code, or both.

        Parameters
        ----------
        named : Named
            How the source names it.
        schemes : sequence of str
            The schemes that its code may be of, if it does not say.
        year : int, optional
            The year in which what has no last year is looked up; without it, today.

        Returns
        -------
        Joined
        """
        by_name = by_code = None
        if named.name:
            by_name = _in_time(lambda when: self._find(named.name, when), named, year)
        if named.code:
            scheme = named.scheme or tuple(schemes)
            by_code = _in_time(lambda when: self._find_code(named.code, scheme, when), named, year)
        match by_name, by_code:
            case None, None:
                return Joined(named, note="It has neither a name nor a code.")
            case Match(), None:
                return _joined(named, by_name, "name")
            case None, Match():
                return _joined(named, by_code, "code")
            case Match(), Match():
                return self._of_both(named, by_name, by_code)
        raise AssertionError

    def by_map(self, named: Named, state_id: str) -> Joined:
        """What the user's own map says of a name.

        It says so of the years of the state that it names: "Yemen" is North Yemen until 1990, and Yemen since.

        Parameters
        ----------
        named : Named
            How the source names it.
        state_id : str
            The id that the map gives; "" to keep it apart.

        Returns
        -------
        Joined
        """
        if not state_id:
            return Joined(named, how="map", note="Kept apart by your map.")
        states = self._states
        if state_id not in states:
            return Joined(named, state_id, how="map", note="The list of states has no such id; your map gives it.")
        state = states[state_id]
        if (first := named.first or named.last) is None or state.exists_on(f"{first}-12-31"):
            return Joined(named, state_id, state, "map")
        found = self.find(named)
        begins_later = first < int(state.since or 0) <= (named.last or 9999)
        if found.state in (None, state) or begins_later:
            return Joined(named, state_id, state, "map")
        year = f"after {state.ended[:4]}" if state.ended else f"before {state.since}"
        return replace(found, note=f"By your map it is {state.label}, which was no state {year}.")

    def _of_both(self, named: Named, by_name: Match, by_code: Match) -> Joined:
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
        if by_code.state is not None and self._ever_agree(named):
            return _joined(named, by_code, "code")  # a list's name for its code, which is another state's this year
        meant, coded = (" or ".join(state.label for state in each.candidates) for each in (by_name, by_code))
        note = f'The name "{named.name}" means {meant}, its code {named.code} means {coded}.'
        return Joined(named, note=note, candidates=tuple(dict.fromkeys((*by_name.candidates, *by_code.candidates))))

    def _ever_agree(self, named: Named) -> bool:
        """Whether a name and a code have ever been those of one state."""
        coded = self._states.meanings_of_code(named.code, lists_of(named.scheme) if named.scheme else list(SCHEMES))
        return not {state.id for state in self._states.meanings(named.name)}.isdisjoint(state.id for state in coded)


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
