"""From a name or code of a state, with the year in mind, to the one state that it means, or to all that it may mean.

Names are found exactly, whatever their case, accents, punctuation and order of words, and never by likeness. A name or
code of several states is not decided in silence: the match has every candidate, and a note where a rule decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property, lru_cache

from ...errors import UnknownName
from ...frozen import frozen
from ...late import late_pattern
from ..naming.forms import normal
from ..naming.keys import name_key, name_parts, run_together, words_of
from .formal_names import formal_parts
from .states import SCHEMES, State, StateName, read_states
from .translations import Translations, read_keys

__all__ = ["Authority", "Match", "authority"]

_Entry = tuple[State, StateName]


@frozen
class Match:
    """What a name or code means.

    Parameters
    ----------
    asked : str
        The name or code.
    year : int or None
        The year in mind.
    state : State or None
        The state; None if no state, or more than one, has the name or code.
    candidates : tuple of State
        All states that it may mean: the one, several, or none.
    note : str
        What a user should be told: why there is no state, or by which rule it is this one.
    earlier : State or None
        Which other state it meant in the first of several years, if the last of them decided.
    of_other_list : bool
        Whether a code is not of the list that was said, but of the other one.
    """

    asked: str
    year: int | None = None
    state: State | None = None
    candidates: tuple[State, ...] = field(default=())
    note: str = ""
    earlier: State | None = None
    of_other_list: bool = False

    @property
    def ambiguous(self) -> bool:
        """Whether several states have the name or code and none is meant by rule."""
        return self.state is None and len(self.candidates) > 1


_BEHIND = late_pattern(r"\s*[(\[][^()\[\]]*[)\]]")
"""Words in brackets, which are no part of a name that is looked for by likeness."""


class Authority:
    """The list of states, to be looked up by name and code.

    >>> states = authority()
    >>> states.find("Burma").state.label
    'Myanmar'
    >>> states.find("Germany", 1970).state.id, states.find("Germany", 2000).state.id
    ('german-federal-republic', 'germany')
    >>> [state.id for state in states.find("Korea", 1990).candidates]
    ['north-korea', 'south-korea']
    >>> states.find_code("365", "cow").state.label
    'Russia'
    """

    def __init__(self, states: Iterable[State]) -> None:
        self.states = list(states)
        self._by_id = {state.id: state for state in self.states}
        self._names: dict[str, list[_Entry]] = {}
        self._meanings: dict[str, tuple[State, ...]] = {}
        self._codes: dict[str, dict[str, list[State]]] = {scheme: {} for scheme in SCHEMES}
        for state in self.states:
            for name in state.names:
                self._names.setdefault(name_key(name.text), []).append((state, name))
            for scheme, codes in state.codes.items():
                for code in codes:
                    self._codes[scheme].setdefault(code, []).append(state)

    def __getitem__(self, state_id: str) -> State:
        """The state of an id.

        Raises
        ------
        UnknownName
            If no state has it.
        """
        if (state := self._by_id.get(state_id)) is None:
            raise UnknownName(state_id, "state", self.near(state_id))
        return state

    def __contains__(self, state_id: object) -> bool:
        return state_id in self._by_id

    def find(self, name: str, year: int | None = None, *, demonyms: bool = False, capitals: bool = False) -> Match:
        """The state that a name means.

        Without a year, a name that is still used counts before one that is not; with one, a name counts in the years
        in which it was used, and a state in the years in which a list has it.

        Parameters
        ----------
        name : str
            The name, also a double one ("Myanmar (Burma)"), one with its code ("Italy – ITA") or run together
            ("newzealand").
        year : int, optional
            The year in mind.
        demonyms : bool
            Whether the name may be a demonym ("Emirati").
        capitals : bool
            Whether the name may be a capital that stands for its government ("Moscow").

        Returns
        -------
        Match
            The state, or the candidates and a note.

        >>> authority().find("Kuwaiti", demonyms=True).state.id
        'kuwait'
        >>> authority().find("Vietnam", 1965).note
        'In 1965, several states were called "Vietnam": Vietnam, South Vietnam.'
        """
        if entries := self._entries(name, demonyms=demonyms, capitals=capitals) or self._formal_entries(name):
            return _decided(name, year, entries)
        if parts := name_parts(name):
            return self._double(name, year, parts)
        return Match(name, year, note=f'No state is called "{name}".')

    def find_code(self, code: str | int, scheme: str | Sequence[str] | None = None, year: int | None = None) -> Match:
        """The state that a code means.

        Parameters
        ----------
        code : str or int
            The code ("365", 2, "RUS"); leading zeros and ".0" of a spreadsheet do not matter.
        scheme : str or sequence of str, optional
            One of `SCHEMES`, or several; without it, all of them. If there are several, they must agree.
        year : int, optional
            The year in mind.

        Returns
        -------
        Match
            The state, or the candidates and a note.

        Raises
        ------
        UnknownName
            If there is no such scheme.

        >>> authority().find_code("970", "cow").state.label, authority().find_code("970", "gw").state.label
        ('Nauru', 'Kiribati')
        >>> authority().find_code("970").note
        'Code 970 is Nauru (cow) or Kiribati (gw); say which scheme.'
        """
        schemes = [scheme] if isinstance(scheme, str) else list(scheme or SCHEMES)
        for each in schemes:
            if each not in SCHEMES:
                raise UnknownName(each, "scheme of codes", way_out="schemes are: " + " ".join(SCHEMES))
        text = str(code).strip()
        matches = [(each, self._by_code(text, each, year)) for each in schemes]
        if len(matches) == 1:
            return matches[0][1]
        found = [(each, match) for each, match in matches if match.candidates]
        meanings: dict[str, str] = {}
        for each, match in found:
            for state in match.candidates:
                meanings.setdefault(state.id, f"{state.label} ({each})")
        if not found:
            return Match(text, year, note=f'No state has the code "{text}".')
        if len(meanings) == 1:
            # They agree; one of them may have the state in the year when another has not.
            return min((match for _, match in found), key=lambda match: bool(match.note))
        candidates = tuple(self._by_id[state_id] for state_id in meanings)
        note = f"Code {text} is {' or '.join(meanings.values())}; say which scheme."
        return Match(text, year, None, candidates, note)

    def meanings(self, name: str) -> tuple[State, ...]:
        """Every state that a name has ever meant, in whichever year.

        Parameters
        ----------
        name : str
            The name.

        Returns
        -------
        tuple of State
            The states, each once.

        >>> [state.label for state in authority().meanings("Germany")]
        ['Germany', 'West Germany', 'East Germany']
        """
        found = self._meanings.get(name)  # each name of a table is asked about several times
        if found is None:
            found = self._meanings[name] = self._all_meanings(name)
        return found

    def _all_meanings(self, name: str) -> tuple[State, ...]:
        entries = self._entries(name, demonyms=False, capitals=False) or self._formal_entries(name)
        if not entries and (parts := name_parts(name)):
            return self._double(name, None, parts).candidates
        return tuple(dict.fromkeys(state for state, _ in entries))

    def meanings_of_code(self, code: str, schemes: Sequence[str]) -> tuple[State, ...]:
        """Every state that has ever had a code in one of some schemes.

        Parameters
        ----------
        code : str
            The code.
        schemes : sequence of str
            Some of `SCHEMES`.

        Returns
        -------
        tuple of State
            The states, each once.

        >>> [state.label for state in authority().meanings_of_code("260", ["cow", "gw"])]
        ['West Germany', 'Germany']
        """
        return tuple(dict.fromkeys(state for scheme in schemes for state in self._having(code.strip(), scheme)))

    def schemes_of(self, codes: Iterable[str | int]) -> list[str]:
        """The schemes in which every one of some codes is a state's: what a column of codes can be.

        Parameters
        ----------
        codes : iterable of str or int
            The codes.

        Returns
        -------
        list of str
            The schemes.

        >>> authority().schemes_of(["USA", "UKG", "FRN"])
        ['cowAbbreviation', 'gwAbbreviation']
        """
        given = {str(code).strip() for code in codes}
        return [each for each in SCHEMES if given and all(self._having(code, each) for code in given)]

    def near(self, name: str, limit: int = 3) -> list[str]:
        """Names close to one that no state has, best first, one for each state: to be offered, never taken.

        Parameters
        ----------
        name : str
            The name.
        limit : int
            How many at most.

        Returns
        -------
        list of str
            The names, as they are written.

        >>> authority().near("Kazahkstan"), authority().near("Eswantini")
        (['Kazakhstan'], ['Eswatini'])
        >>> authority().near("Jordan (Kingdom)")
        ['Jordan']
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        plain = _BEHIND.sub("", name).strip()
        if plain and plain != name and (meant := self.meanings(plain) or self.near(plain, limit)):
            return list(dict.fromkeys(each if isinstance(each, str) else each.label for each in meant))[:limit]
        asked = name_key(name)
        similar = process.extract(
            asked, self._names.keys(), scorer=OSA.normalized_similarity, score_cutoff=0.7, limit=limit * 3
        )
        best = similar[0][1] if similar else 0.0
        found: dict[str, str] = {}
        for key, score, _ in similar:
            # Slips are hardly ever made in the first letter: "Virginia" is no slip for "Kirgizia".
            if score >= best - 0.15 and (key[:1] == asked[:1] or score >= _NEARER):
                state, written = self._names[key][0]
                found.setdefault(state.id, state.label if written.hidden else written.text)
        return list(found.values())[:limit]

    def _formal_entries(self, name: str) -> list[_Entry]:
        """What is called by the English of a formal name in another language: "República de Chile"."""
        names = [
            formal
            for form, rest in formal_parts(name)
            for state in self.meanings(rest)
            for formal in (
                *(f"{form} {the}{state.label}" for the in ("", "the ")),
                *(f"{demonym} {form.removesuffix(' of')}" for demonym in state.demonyms),  # "French Republic"
            )
        ]
        return next(filter(None, (self._entries(each, demonyms=False, capitals=False) for each in names)), [])

    def _entries(self, name: str, *, demonyms: bool, capitals: bool) -> list[_Entry]:
        words = normal(name)
        # Many names of a long table are no state's: they have a word that is in no name of one. What that takes to know
        # is read at the first such name, and not for it.
        if "_others" in self.__dict__ and not (demonyms or capitals) and not self._words.issuperset(words.split()):
            return self._run_together.get(words.replace(" ", "").replace("_", ""), []) if words else []
        key = name_key(name)
        if not key:
            return []
        found = self._names.get(key, [])
        if not found:
            found = self._run_together.get(run_together(name), [])
        if not found:
            state = self._others.states.get(key)  # stands for the English label
            found = self._names[name_key(self._by_id[state].label)] if state is not None else []
        if not found and demonyms:
            found = self._by(lambda state: state.demonyms, key)
        if not found and capitals:
            found = self._by(lambda state: state.capitals, key)
        return found

    def _by(self, names_of: Callable[[State], Sequence[str]], key: str) -> list[_Entry]:
        return [(state, StateName(text)) for state in self.states for text in names_of(state) if name_key(text) == key]

    @cached_property
    def _words(self) -> frozenset[str]:
        """All words of the names of states, in whichever language."""
        return words_of(name.text for state in self.states for name in state.names) | self._others.words

    @cached_property
    def _run_together(self) -> dict[str, list[_Entry]]:
        found: dict[str, list[_Entry]] = {}
        for state in self.states:
            for name in state.names:
                found.setdefault(run_together(name.text), []).append((state, name))
        return found

    @cached_property
    def _others(self) -> Translations:
        """The names in other languages; read at the first need."""
        return read_keys()

    def _double(self, name: str, year: int | None, parts: list[str]) -> Match:
        """A double name is of the states that have both names, or the name and the code: "France (FRA)"."""
        entries = [self._entries(part, demonyms=False, capitals=False) for part in parts]
        common = set.intersection(*({state.id for state, _ in each} for each in entries))
        named = [entry for entry in entries[0] if entry[0].id in common]
        if named:
            # Both names need not have been used in the year: one of them is there to explain the other.
            return _decided(name, year, [(state, StateName(name)) for state, _ in named])
        for of_name, code in ((entries[0], parts[-1]), (entries[-1], parts[0])):
            if len(parts) == 2 and of_name and _LIKE_A_CODE.fullmatch(code):
                return self._beside_code(name, year, of_name, code)
        return Match(name, year, note=f'No state is called "{name}".')

    def _beside_code(self, name: str, year: int | None, entries: list[_Entry], code: str) -> Match:
        """What a name means that has a code beside it, in whichever scheme: the two must not contradict."""
        coded = self.meanings_of_code(code, list(SCHEMES))
        both = [entry for entry in entries if entry[0] in coded]
        there = [entry for entry in both if year is None or entry[0].exists_in(year)]
        if both:
            return _decided(name, year, [(state, StateName(name)) for state, _ in there] or entries)
        if not coded or code.isdigit():  # the figure may be that of a footnote
            return Match(name, year, note=f'No state is called "{name}".')
        named = tuple(dict.fromkeys(state for state, _ in entries))
        meant, other = (" or ".join(state.label for state in each) for each in (named, coded))
        note = f'In "{name}", the name means {meant}, and the code {other}.'
        return Match(name, year, None, tuple(dict.fromkeys((*named, *coded))), note)

    def _by_code(self, text: str, scheme: str, year: int | None) -> Match:
        having = self._having(text, scheme)
        if not having and (other := self._in_other_list(text, scheme, year)):
            note = f"No state has the code {text} ({scheme}); in the other list ({_OTHER_LIST[scheme]}) it is"
            return Match(text, year, other, (other,), f"{note} {other.label}.", of_other_list=True)
        if not having:
            return Match(text, year, note=f'No state has the code "{text}" ({scheme}).')
        if year is None:
            current = [state for state in having if _plain(text, scheme) in state.codes.get(scheme, ())]
            return _one_of(text, year, current or having, f"Code {text} ({scheme}) is of several states: {{}}.")
        inside = [state for state in having if _covers(state, _plain(text, scheme), scheme, year)]
        several = f"In {year}, code {text} ({scheme}) was of several states: {{}}."
        if len(inside) > 1 and scheme in ("cow", "gw"):
            # A list never gives a code to two states at a time: in a year of change it is the later one's.
            later = max(inside, key=lambda state: max(s.start for s in state.spells if s.scheme == scheme))
            return Match(text, year, later, (later,), f"In {year}, code {text} ({scheme}) passed to {later.label}.")
        if inside:
            return _one_of(text, year, inside, several)
        return self._outside(text, scheme, year, having)

    def _having(self, text: str, scheme: str) -> list[State]:
        """The states that have a code in a scheme, or had one of ISO's that is withdrawn."""
        code = _plain(text, scheme)
        found = list(self._codes[scheme].get(code, ()))
        if scheme == "iso2" and not found:
            found = list(self._codes[scheme].get(_OF_THE_EU.get(code, ""), ()))
        if scheme.startswith("iso"):
            found += [state for state in self._withdrawn.get(code, ()) if state not in found]
        return found

    @cached_property
    def _withdrawn(self) -> dict[str, list[State]]:
        found: dict[str, list[State]] = {}
        for state in self.states:
            for code in state.withdrawn:
                found.setdefault(code, []).append(state)
        return found

    def _in_other_list(self, text: str, scheme: str, year: int | None) -> State | None:
        """The one state of a code that its own list never had: Serbia by 340, which is Gleditsch and Ward's."""
        other = _OTHER_LIST.get(scheme, "")
        code = _plain(text, scheme)
        found = self._codes.get(other, {}).get(code, [])
        there = [state for state in found if year is not None and _covers(state, code, other, year)] or found
        return there[0] if len(there) == 1 else None

    def _outside(self, text: str, scheme: str, year: int, having: list[State]) -> Match:
        """A code in a year in which its list does not have it: the other list's state, or the one usually meant."""
        other = _OTHER_LIST.get(scheme, "")
        elsewhere = [s for s in self._codes.get(other, {}).get(text, ()) if _covers(s, text, other, year)]
        if len(elsewhere) == 1:
            state = elsewhere[0]
            if state in having:
                return Match(text, year, state, (state,))
            note = (
                f"Code {text} is not in the list ({scheme}) in {year}; in the other list ({other}) it is {state.label}."
            )
            return Match(text, year, state, (state,), note, of_other_list=True)
        for state in having:
            meant = [s for s, name in self._names.get(name_key(state.label), ()) if name.usually_meant]
            meant = [s for s in meant if s.exists_in(year)]
            if len(meant) == 1 and not state.exists_in(year):
                note = f"{state.label} (code {text}) is in neither list in {year}; {meant[0].label} is usually meant."
                return Match(text, year, meant[0], (meant[0],), note)
        if len(having) == 1:
            return Match(text, year, having[0], tuple(having), _absent(having[0], year))
        return _one_of(text, year, having, f"Code {text} ({scheme}) is of several states: {{}}.")


_NEARER = 0.85
_LIKE_A_CODE = late_pattern("[A-Z]{2,3}|[0-9]{1,3}")

_OTHER_LIST = {"cow": "gw", "gw": "cow"}
_OF_THE_EU = {"EL": "GR", "UK": "GB"}
"""Codes of two letters that the European Union has of its own, and ISO's for them (from its style guide)."""


def _plain(text: str, scheme: str) -> str:
    """A code as the list writes it."""
    if scheme in ("cow", "gw", "isoNumeric"):
        number = text.removesuffix(".0")
        if not (number.isascii() and number.isdigit()):
            return ""
        return f"{int(number):03}" if scheme == "isoNumeric" else str(int(number))
    return text.upper()


def _covers(state: State, code: str, scheme: str, year: int) -> bool:
    """Whether a code is a state's in a year."""
    if scheme in ("cow", "gw"):
        return any(s.scheme == scheme and s.code == code and s.covers(year) for s in state.spells)
    return state.exists_in(year)


def _absent(state: State, year: int) -> str:
    return "" if state.exists_in(year) else f"{state.label} is in neither list of states in {year}."


def _one_of(asked: str, year: int | None, states: Iterable[State], several: str) -> Match:
    found = tuple(dict.fromkeys(states))
    if len(found) == 1:
        return Match(asked, year, found[0], found)
    return Match(asked, year, None, found, several.format(", ".join(state.label for state in found)))


def _decided(name: str, year: int | None, entries: list[_Entry]) -> Match:
    """The state that a name means, of all that have it."""
    if year is None:
        for kind in (_in_use, _shown_once, lambda _: True):
            if chosen := [state for state, written in entries if kind(written)]:
                return _one_of(name, year, chosen, f'Several states are called "{name}": {{}}.')
    assert year is not None
    used = [entry for entry in entries if entry[1].used_in(year)] or entries
    there = [entry for entry in used if entry[0].exists_in(year)]
    # What only a table calls so counts if nothing else does.
    there = [entry for entry in there if not entry[1].hidden] or there
    found = tuple(dict.fromkeys(state for state, _ in there or used))
    if len(found) > 1:
        meant = tuple(dict.fromkeys(state for state, written in there if written.usually_meant))
        named = ", ".join(state.label for state in found)
        note = f'In {year}, several states were called "{name}": {named}'
        if len(meant) == 1:
            return Match(name, year, meant[0], found, f"{note}; {meant[0].label} is usually meant.")
        return Match(name, year, None, found, f"{note}.")
    (state,) = found
    return Match(name, year, state, found, "; ".join(_remarks(name, year, state, used, there)))


def _in_use(written: StateName) -> bool:
    return written.current and not written.hidden


def _shown_once(written: StateName) -> bool:
    return not written.hidden


def _remarks(name: str, year: int, state: State, used: list[_Entry], there: list[_Entry]) -> Iterator[str]:
    if not there:
        yield _absent(state, year)
    elif not any(written.used_in(year) for each, written in used if each == state):
        yield f'{state.label} was not called "{name}" in {year}.'


@lru_cache(maxsize=1)
def authority() -> Authority:
    """The list of states that comes with blocs, read once.

    Returns
    -------
    Authority
        The list.

    >>> "ivory-coast" in authority()
    True
    """
    return Authority(read_states())
