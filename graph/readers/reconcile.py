"""Joining the states of a source to the list of states: one state, one node, and nothing joined or left in silence.

An importer says how its source names a state and in which years, and gets for each the state of the list, or the reason
why there is none. What it prints is `Reconciled.report()`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import OperationFailed
from ..files import reading
from ..model.authority import Authority, Match, authority
from ..model.names import normal
from ..model.states import SCHEMES, State
from ..rdf import ntriples as nt

__all__ = ["Joined", "Named", "Reconciled", "read_own_names", "reconcile", "state_pairs"]


@dataclass(frozen=True)
class Named:
    """How a source names a state.

    Parameters
    ----------
    name : str
        Its name; "" if the source has only a code.
    code : str
        Its code; "" if the source has only a name.
    scheme : str or None
        The scheme of the code, one of `SCHEMES`; None if that is not known.
    first, last : int or None
        The years of what the source says of it: of a row of one year, that year twice; of a membership, its start and
        end; no `last` if it goes on.
    """

    name: str = ""
    code: str = ""
    scheme: str | None = None
    first: int | None = None
    last: int | None = None

    @property
    def written(self) -> str:
        """The name, or the code where there is no name."""
        return self.name or self.code


@dataclass(frozen=True)
class Joined:
    """What became of one `Named`.

    Parameters
    ----------
    named : Named
        What was to be joined.
    id : str
        The id that it has from now on; "" if it was not joined.
    state : State or None
        The state of the list; None if it was not joined, or if the user's own map gives an id that the list lacks.
    how : str
        "name", "code" or "map"; "" if nothing was found.
    note : str
        What the user should know: why it was not joined, or by which rule it was.
    candidates : tuple of State
        The states that it may be, if it was not joined.
    """

    named: Named
    id: str = ""
    state: State | None = None
    how: str = ""
    note: str = ""
    candidates: tuple[State, ...] = ()


@dataclass(frozen=True)
class Reconciled:
    """What became of all of them, in the order in which they came.

    `unused` are the names of the user's own map that the source does not have.
    """

    joined: dict[Named, Joined] = field(default_factory=dict)
    unused: tuple[str, ...] = ()

    def __getitem__(self, named: Named) -> Joined:
        return self.joined[named]

    @property
    def missing(self) -> list[Joined]:
        """Those that were not joined."""
        return [each for each in self.joined.values() if not each.id]

    def summary(self) -> str:
        """One sentence: how many names were joined to how many states.

        >>> reconcile([Named("Burma"), Named("Myanmar"), Named("Atlantis")]).summary()
        '2 of 3 names were joined to 1 state of the list; 1 was not.'
        """
        names = {each.named.written for each in self.joined.values()}
        missing = len({each.named.written for each in self.missing})
        states = len({each.id for each in self.joined.values() if each.id})
        joined = f"{len(names) - missing:,} of {_count(len(names), 'name')} {_was(len(names) - missing)} joined"
        said = f"{joined} to {_count(states, 'state')} of the list"
        return said + (f"; {missing:,} {_was(missing)} not." if missing else ".")

    def report(self) -> list[str]:
        """What a user should see, a line each: names that changed, rules that were applied, and what was not joined.

        A name that is the state's label anyway has no line, and one that is joined alike in many years has one.

        >>> print(*reconcile([Named("Burma"), Named("Congo"), Named("Chile")]).report(), sep="\\n")
        Burma: Myanmar (myanmar)
        Congo: not joined. Several states are called "Congo": Republic of the Congo, Democratic Republic of the Congo.
        """
        groups: dict[tuple[str, str, bool], list[Joined]] = {}
        for each in self.joined.values():
            groups.setdefault((each.named.written, each.id, bool(each.note)), []).append(each)
        lines = [line + _also(group) for group in groups.values() if (line := _line(group[0]))]
        return lines + [f"{name}: in the map, and not in the source." for name in self.unused]


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
    mapped = {normal(name): state_id.strip() for name, state_id in (own or {}).items()}
    schemes = states.schemes_of(named.code for named in given if named.code and not named.scheme)
    done: dict[Named, Joined] = {}
    for named in given:
        key = next((key for key in (normal(named.name), normal(named.code)) if key in mapped), None)
        done[named] = _found(states, named, schemes, year) if key is None else _by_map(states, named, mapped[key])
    unknown = [each.named for each in done.values() if _may_be_a_code(each)]
    schemes = states.schemes_of(named.name for named in unknown)
    for named in unknown:
        by_code = _found(states, replace(named, name="", code=named.name), schemes, year)
        if by_code.candidates or by_code.id:
            done[named] = replace(by_code, named=named)
    seen = {normal(text) for named in given for text in (named.name, named.code)}
    return Reconciled(done, tuple(name for name in own or {} if normal(name) not in seen))


def state_pairs(state: State) -> list[tuple[str, str]]:
    """What the list says of a state, as properties and terms of N-Triples: its names and codes.

    Parameters
    ----------
    state : State
        The state.

    Returns
    -------
    list of tuple of str
        Each property, by its prefixed name, and each value, as N-Triples writes it.

    >>> state_pairs(authority()["chile"])[:2]
    [('skos:prefLabel', '"Chile"'), ('skos:altLabel', '"Republic of Chile"')]
    """
    pairs = [("skos:prefLabel", state.label), ("blocs:abbreviation", state.abbreviation)]
    pairs += [("skos:altLabel", name) for name in state.aliases]
    pairs += [("blocs:demonym", name) for name in state.demonyms]
    pairs += [(SCHEMES[scheme], code) for scheme, codes in state.codes.items() for code in codes]
    return [(term, nt.text(value)) for term, value in pairs if value]


def read_own_names(path: Path) -> dict[str, str]:
    """Read a map of names to ids: a CSV table with the columns `name` and `id`.

    Parameters
    ----------
    path : Path
        The table. A row without an id keeps the name apart.

    Returns
    -------
    dict of str to str
        The id of each name.

    Raises
    ------
    OperationFailed
        If it cannot be read, a column is missing, a row has no name, or a name has two ids.
    """
    found: dict[str, str] = {}
    with reading(path), path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, skipinitialspace=True)
        columns = {(column or "").strip().lower(): column for column in reader.fieldnames or []}
        if lacking := [column for column in ("name", "id") if column not in columns]:
            has = ", ".join(reader.fieldnames or []) or "none"
            raise OperationFailed(f"{path}: no column {lacking[0]!r}; the columns are name and id, these are: {has}")
        for row in reader:
            name, state_id = ((row[columns[column]] or "").strip() for column in ("name", "id"))
            if not name:
                raise OperationFailed(f"{path}: line {reader.line_num}: no name", file=path, line=reader.line_num)
            if found.setdefault(name, state_id) != state_id:
                problem = f"{name!r} is mapped to {found[name]!r} and to {state_id!r}"
                raise OperationFailed(f"{path}: line {reader.line_num}: {problem}", file=path, line=reader.line_num)
    return found


def _by_map(states: Authority, named: Named, state_id: str) -> Joined:
    if not state_id:
        return Joined(named, how="map", note="Kept apart by your map.")
    if state_id in states:
        return Joined(named, state_id, states[state_id], "map")
    return Joined(named, state_id, how="map", note="The list of states has no such id; your map gives it.")


def _may_be_a_code(joined: Joined) -> bool:
    """Whether nothing was found by a name that can be a code: "FRN", "365"."""
    name = joined.named.name
    return not (joined.how or joined.candidates or joined.named.code) and name.isalnum() and name == name.upper()


def _found(states: Authority, named: Named, schemes: Sequence[str], year: int | None) -> Joined:
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
            return _of_both(named, by_name, by_code)
    raise AssertionError


def _of_both(named: Named, by_name: Match, by_code: Match) -> Joined:
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
    meant, coded = (" or ".join(state.label for state in each.candidates) for each in (by_name, by_code))
    note = f'The name "{named.name}" means {meant}, its code {named.code} means {coded}.'
    return Joined(named, note=note, candidates=tuple(dict.fromkeys((*by_name.candidates, *by_code.candidates))))


def _joined(named: Named, match: Match, how: str) -> Joined:
    if match.state is None:
        return Joined(named, note=match.note, candidates=match.candidates)
    return Joined(named, match.state.id, match.state, how, match.note)


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
    return earlier if ends_with_it and not match.state.exists_in(named.first) else match


def _line(joined: Joined) -> str:
    """The line of a report; "" if there is nothing to tell."""
    named, written = joined.named, joined.named.written
    years = "" if named.first is None and named.last is None else f" ({_years(named)})"
    if not joined.id:
        near = "" if joined.candidates or joined.how or not named.name else _near(named.name)
        return f"{written}{years if joined.candidates else ''}: not joined. {joined.note}{near}"
    label = f"{joined.state.label} ({joined.id})" if joined.state else joined.id
    if joined.note:
        return f"{written}{years}: {label}. {joined.note}"
    return "" if joined.state and written == joined.state.label else f"{written}: {label}"


def _also(group: list[Joined]) -> str:
    """The end of a line with a note that stands for several."""
    more = len(group) - 1
    return f" Likewise in {_count(more, 'more case')}." if more and group[0].note else ""


def _near(name: str) -> str:
    near = authority().near(name)
    return f" Did you mean {' or '.join(near)}?" if near else ""


def _years(named: Named) -> str:
    if named.first == named.last:
        return str(named.first)
    return f"{'' if named.first is None else named.first}–{'' if named.last is None else named.last}"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number:,} {what}s"
