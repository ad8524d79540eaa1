"""What became of the states that a source names: what each was joined to, and the words in which a user is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...amounts import shortened
from ...escaping import shown
from ...model.known.authority import authority
from ...model.known.bodies import Body, bodies
from ...model.known.states import State
from ...model.known.territories import STANDS_FOR_ITS_STATE, may_be_territory
from ...model.naming.forms import normal, with_signs
from ...model.naming.look_alikes import look_alikes, looks_like
from .lifetimes import Lifetimes
from .numbered import apart_by_number

__all__ = ["WAYS_OF_WRITING", "Joined", "Named", "Reconciled"]

WAYS_OF_WRITING = "ways of writing one name"
"""What a note begins with of names that were taken for one."""


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
    earlier : State or None
        Which other state it was in the first of its years, if the last of them decided.
    of_other_list : bool
        Whether its code is not of the list that the source says, but of the other one.
    """

    named: Named
    id: str = ""
    state: State | None = None
    how: str = ""
    note: str = ""
    candidates: tuple[State, ...] = ()
    earlier: State | None = None
    of_other_list: bool = False


@dataclass(frozen=True)
class Reconciled:
    """What became of all of them, in the order in which they came.

    `unused` are the names of the user's own map that the source does not have, `bodies` the ids of well-known bodies by
    what the source calls them, `unlisted` further names that no state has, `unlisted_bodies` what it calls the others,
    `several` the bodies that an abbreviation may be of; `to_nobody` are the names of the map, with their ids, that
    nothing else has; `lifetimes` compares memberships with the lifetimes of their states; `together` are ways of
    writing one name, `kept_apart` the bodies that the map says are none of the others; `two_things` are names of a
    member and of a body, with what each of them is; `states_as_bodies` are names of bodies that are those of states.
    """

    joined: dict[Named, Joined] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    bodies: dict[str, str] = field(default_factory=dict)
    unlisted: tuple[str, ...] = ()
    unlisted_bodies: tuple[str, ...] = ()
    several: Mapping[str, tuple[Body, ...]] = field(default_factory=dict)
    to_nobody: tuple[tuple[str, str], ...] = ()
    lifetimes: Lifetimes = field(default_factory=Lifetimes)
    together: tuple[tuple[str, ...], ...] = ()
    kept_apart: tuple[str, ...] = ()
    two_things: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    states_as_bodies: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, named: Named) -> Joined:
        return self.joined[named]

    @property
    def missing(self) -> list[Joined]:
        """Those that were not joined."""
        return [each for each in self.joined.values() if not each.id]

    def summary(self) -> str:
        """One sentence: how many names were joined to how many states.

        >>> from blocs.graph.readers.names.reconcile import reconcile
        >>> reconcile([Named("Burma"), Named("Myanmar"), Named("Atlantis")]).summary()
        '2 of 3 names were joined to 1 state of the list; 1 was not.'
        """
        names = {each.named.written for each in self.joined.values()}
        missing = len({each.named.written for each in self.missing})
        states = len({each.id for each in self.joined.values() if each.id})
        joined = f"{len(names) - missing:,} of {_count(len(names), 'name')} {_was(len(names) - missing)} joined"
        said = f"{joined} to {_count(states, 'state')} of the list"
        return said + (f"; {missing:,} {_was(missing)} not." if missing else ".")

    def short(self, *, names: bool = True) -> list[str]:
        """What a user should see in any case, beside `unclear`, in a few lines; `report` has it whole.

        Without `names` it is only how many were joined.

        >>> from blocs.graph.readers.names.reconcile import reconcile
        >>> print(*reconcile([Named("Burma"), Named("Congo"), Named("Atlantis")]).short(), sep="\\n")
        1 of 3 names is in the list of states: Burma is Myanmar
        in no list of states: Atlantis
        """
        written = self._written()
        listed = {name: found for name, found in written.items() if all(each.state is not None for each in found)}
        mapped = {name: found for name, found in written.items() if name not in listed and all(e.id for e in found)}
        unclear = [name for name in written if any(each.candidates for each in written[name] if not each.id)]
        apart = [*(n for n in written if n not in (*listed, *mapped, *unclear)), *self.unlisted]
        among_bodies = [name for name in apart if self.bodies.get(name)]
        apart = [name for name in apart if name not in among_bodies]
        members = _count(len(written) + len(self.unlisted), "name")
        lines = []
        if listed or unclear:
            is_ = "is" if len(listed) == 1 else "are"
            lines.append(f"{len(listed):,} of {members} {is_} in the list of states")
        elif apart:
            none = f"none of the {members} is" if len(apart) > 1 else "the only name is not"
            lines.append(f"{none} in the list of states{_colon(apart, 3) if names else ''}")
        if not names:
            return [*lines, *self.lifetimes.notes()]
        if changed := [text for name, found in listed.items() if (text := _renamed(name, found))]:
            lines[-1] += f": {shortened(changed)}"
        lines += (
            [f"by the user's map: {shortened(f'{name} is {f[0].id}' for name, f in mapped.items())}"] if mapped else []
        )
        lines += _by_last_year(written)
        if of_other := sorted({each.note for found in written.values() for each in found if each.of_other_list}):
            lines.append(shortened(of_other, 3, " "))
        lines += self._of_bodies(among_bodies)
        if apart and listed:
            lines.append(f"in no list of states: {shortened(apart)}")
        lines += [f"{name}: in the map, and not in the source" for name in self.unused]
        return lines + self.lifetimes.notes()

    def ways_of_writing(self, most: int = 5) -> str:
        """What must be said of names in no list that were taken for one, or the first of them; "" if there are none.

        >>> Reconciled(together=(("Alpha-Pact", "Alpha Pact"),)).ways_of_writing()
        'ways of writing one name: Alpha-Pact = Alpha Pact; to keep one apart: --same "Alpha Pact="'
        """
        if not self.together:
            return ""
        ways = (" = ".join(map(shown, names)) for names in self.together)
        # A sign that no terminal takes is not to be typed.
        typed = next((name for names in self.together for name in reversed(names) if name.isprintable()), "NAME")
        quote = "'" if '"' in typed else '"'
        way = f"--same {quote}{typed}={quote}"
        said = shortened(ways, most, "; ")
        return f"{WAYS_OF_WRITING}: {said}; to keep one apart: {way}"

    def by_number(self) -> str:
        """What must be said of bodies that are called as others are but for a number behind; "" if there are none."""
        apart = (name for name in self.unlisted_bodies if name not in self.kept_apart)
        return apart_by_number(apart, {*self.unlisted_bodies, *self.bodies})

    def of_territories(self) -> list[str]:
        """What must be said of members whose names may be a territory's and were read as something else.

        >>> from blocs.graph.readers.names.reconcile import reconcile
        >>> reconcile([Named("England")]).of_territories()
        ['England was read as United Kingdom, of which it is a part; to keep it apart: --same "England="']
        """
        found = {
            name: f"{each[0].state.label}, of which it is a part"
            for name, each in self._written().items()
            if name in STANDS_FOR_ITS_STATE and each[0].state is not None and each[0].how != "map"
        }
        found |= {
            name: "a body, and may be a territory"
            for name in self.unlisted
            if self.bodies.get(name) and may_be_territory(name)
        }
        return [f'{name} was read as {what}; to keep it apart: --same "{name}="' for name, what in found.items()]

    def of_signs(self) -> list[str]:
        """What must be said of members that were read as states though a sign of their names is none of theirs.

        >>> from blocs.graph.readers.names.reconcile import reconcile
        >>> reconcile([Named("Mali?"), Named("Chad-"), Named("Togo")]).of_signs()
        ['Mali? was read as Mali, Chad- as Chad; to keep one apart: --same "Mali?="']
        """
        found = {
            name: each[0].state.label
            for name, each in self._written().items()
            if each[0].state is not None and each[0].how == "name" and normal(with_signs(name)) != normal(name)
        }
        if not found:
            return []
        first, *others = (f"{shown(name)} as {state}" for name, state in found.items())
        said = shortened((first.replace(" as ", " was read as ", 1), *others), 4)
        return [f'{said}; to keep one apart: --same "{next(iter(found))}="']

    def of_look_alikes(self) -> list[str]:
        """What must be said of names in no list that only look like others, by letters of other scripts.

        >>> print(*Reconciled(unlisted_bodies=("Pact", "P\\u0430ct")).of_look_alikes())
        Pаct looks like Pact, but has other letters (U+0430); if it is the same: --same "Pаct=Pact"
        """
        members = [*(each.named.written for each in self.missing), *self.unlisted]
        apart = dict.fromkeys((*members, *self.unlisted_bodies))
        all_names = dict.fromkeys((*apart, *(each.named.written for each in self.joined.values()), *self.bodies))

        def is_known(name: str) -> bool:
            return name in all_names or bool(bodies().find(name) or authority().meanings(name))

        found = look_alikes(all_names, is_known)
        found = {name: other for name, other in found.items() if name in apart and name not in self.kept_apart}
        said = [f"{looks_like(name, other)}{_way_to_join(name, other, is_known)}" for name, other in found.items()]
        return [shortened(said, 3, "; ")] if said else []

    def of_two_things(self) -> list[str]:
        """What must be said of names that are a member's and a body's, and were read as two.

        >>> Reconciled(two_things={"CAN": ("Canada", "Andean Community")}).of_two_things()
        ['CAN is Canada as a member and Andean Community as a body; if they are one: --same "CAN=NAME"']
        """
        found = [
            f"{name} is {member} as a member and {body} as a body" for name, (member, body) in self.two_things.items()
        ]
        way = f'--same "{next(iter(self.two_things), "")}=NAME"'
        return [f"{shortened(found, 4, '; ')}; if they are one: {way}"] if found else []

    def of_states_as_bodies(self) -> list[str]:
        """What must be said of bodies that are called as states, and were read as these.

        >>> Reconciled(states_as_bodies={"USA": "United States", "Chad": "Chad"}).of_states_as_bodies()
        ['bodies that are called as states were read as these: USA (United States), Chad; to keep one apart: \
--same "USA="']
        """
        found = [name if name == label else f"{name} ({label})" for name, label in self.states_as_bodies.items()]
        way = f'--same "{next(iter(self.states_as_bodies), "")}="'
        if len(found) == 1:
            return [f"a body that is called as a state was read as it: {found[0]}; to keep it apart: {way}"]
        said = f"bodies that are called as states were read as these: {shortened(found, 4)}"
        return [f"{said}; to keep one apart: {way}"] if found else []

    def in_no_list(self) -> list[str]:
        """The members that no list knows, of states or of bodies.

        Returns
        -------
        list of str

        >>> from blocs.graph.readers.names.reconcile import reconcile
        >>> reconcile([Named("Mali"), Named("Congo"), Named("Atlantis")]).in_no_list()
        ['Atlantis']
        """
        written = self._written()
        unknown = [name for name, found in written.items() if not any(each.id or each.candidates for each in found)]
        return [name for name in (*unknown, *self.unlisted) if not self.bodies.get(name)]

    def _of_bodies(self, members: Sequence[str]) -> Iterator[str]:
        """The bodies that were joined, and then also those that were not; `members` are those in a member's place."""
        renamed = [
            f"{name} is {_body_label(key)}{self._or(name)}"
            for name, key in self.bodies.items()
            if _differs(name, key) or name in self.several
        ]
        if known := [*(name for name in members if not _differs(name, self.bodies[name])), *renamed]:
            yield f"in the list of bodies: {shortened(known)}"
        apart = [name for name in self.unlisted_bodies if name not in self.several]
        if apart and self.bodies:
            yield f"in no list of bodies: {shortened(apart)}"

    def _or(self, name: str) -> str:
        """What else an abbreviation may be that was joined."""
        others = [body.label for body in self.several.get(name, ()) if body.id != self.bodies.get(name)]
        return f" (it may also be {' or '.join(others)})" if others else ""

    def unclear(self) -> str:
        """What must be said of names that may be several states; "" if there are none.

        >>> from blocs.graph.readers.names.reconcile import reconcile
        >>> reconcile([Named("Burma"), Named("Congo")]).unclear()
        'joined to no state, since it may be several: Congo (Republic of the Congo or Democratic Republic of the Congo)'
        """
        texts = []
        for name, found in self._written().items():
            states = dict.fromkeys(state.label for each in found if not each.id for state in each.candidates)
            texts += [f"{name} ({' or '.join(states)})"] if states else []
        return f"joined to no state, since it may be several: {shortened(texts, 4)}" if texts else ""

    def doubts(self) -> list[str]:
        """What may be wrong, each with the way out: names of several states or bodies, ids of nobody, lifetimes.

        >>> from blocs.graph.readers.names.reconcile import Reconciler
        >>> joining = Reconciler({"Atlantis": "zair"})
        >>> _, _ = joining.state(Named("Atlantis")), joining.body("IDB")
        >>> print(*joining.done().doubts(), sep="\\n")  # doctest: +ELLIPSIS
        joined to no body, since it may be several: IDB (Inter-American Development Bank or Islamic Development Bank)...
        your map joins 'Atlantis' to the id 'zair', which is in no list or name here; did you mean Zaire?
        """
        found = [f"{unclear}; say which with --same NAME=STATE"] if (unclear := self.unclear()) else []
        open_ = {name: bodies_ for name, bodies_ in self.several.items() if not self.bodies.get(name)}
        if open_:
            texts = (f"{name} ({' or '.join(body.label for body in each)})" for name, each in open_.items())
            found.append(
                f"joined to no body, since it may be several: {shortened(texts, 4)}; say which with --same NAME=BODY"
            )
        for name, target in self.to_nobody:
            near = authority().near(target)
            way = f"did you mean {' or '.join(near)}?" if near else "correct the map if that is a slip"
            found.append(f"your map joins {name!r} to the id {target!r}, which is in no list or name here; {way}")
        return found + self.lifetimes.warnings()

    def _written(self) -> dict[str, list[Joined]]:
        """What became of each name, in whichever years."""
        found: dict[str, list[Joined]] = {}
        for each in self.joined.values():
            found.setdefault(each.named.written, []).append(each)
        return found

    def report(self) -> list[str]:
        """What a user should see, a line each: names that changed, rules that were applied, and what was not joined.

        A name that is the state's label anyway has no line, and one that is joined alike in many years has one.

        >>> from blocs.graph.readers.names.reconcile import reconcile
        >>> print(*reconcile([Named("Burma"), Named("Congo"), Named("Chile")]).report(), sep="\\n")
        Burma: Myanmar (myanmar)
        Congo: not joined. Several states are called "Congo": Republic of the Congo, Democratic Republic of the Congo.
        """
        bodies_ = [f"{name}: {_body_label(key)} ({key})" for name, key in self.bodies.items() if _differs(name, key)]
        groups: dict[tuple[str, str, bool], list[Joined]] = {}
        for each in self.joined.values():
            groups.setdefault((each.named.written, each.id, bool(each.note)), []).append(each)
        lines = [
            line + _also(group)
            for group in groups.values()
            if (group[0].id or not self.bodies.get(group[0].named.written)) and (line := _line(group[0]))
        ]
        unlisted = [name for name in self.unlisted if not self.bodies.get(name)]
        lines += [f"{name}: not joined.{_near(name) if at < _OFFERED else ''}" for at, name in enumerate(unlisted)]
        missing = [*(each.named.written for each in self.missing), *self.unlisted]
        as_members = [
            name for name in dict.fromkeys(missing) if self.bodies.get(name) and not _differs(name, self.bodies[name])
        ]
        lines += [f"{name}: a body of the list ({self.bodies[name]})" for name in as_members]
        return lines + bodies_ + [f"{name}: in the map, and not in the source." for name in self.unused]


def _by_last_year(written: Mapping[str, Sequence[Joined]]) -> list[str]:
    """The line on names that meant another state when their memberships began; none if there are no such."""
    texts = {
        f"{name} ({_years(each.named)}) is {each.state.label}, in {each.named.first} {each.earlier.label}"
        for name, found in written.items()
        for each in found
        if each.state is not None and each.earlier is not None
    }
    return [f"taken as the state of the last year: {shortened(sorted(texts), 3)}"] if texts else []


def _colon(names: Sequence[str], most: int) -> str:
    return f": {shortened(names, most)}" if names else ""


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


_OFFERED = 100  # names that nobody has, for which near ones are looked for


def _renamed(name: str, found: Sequence[Joined]) -> str:
    """What a name was joined to, if it is not the state's label; "" otherwise."""
    labels = dict.fromkeys(each.state.label if each.state else each.id for each in found)
    coded = not any(each.named.name for each in found)
    if len(labels) == 1 and (coded or normal(name) in {normal(label) for label in labels}):
        return ""
    return f"{name} is {' or '.join(labels)}" + (" (by year)" if len(labels) > 1 else "")


def _body_label(body_id: str) -> str:
    body = bodies().get(body_id)
    return body.label if body is not None else body_id


def _differs(name: str, body_id: str) -> bool:
    body = bodies().get(body_id)
    return body is None or normal(name) not in {normal(body.label), normal(body.cow), normal(body.abbreviation)}


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number:,} {what}s"


def _way_to_join(name: str, other: str, is_known: Callable[[str], bool]) -> str:
    """How to say that a name is that which it looks like, if anything is called so."""
    return f'; if it is the same: --same "{name}={other}"' if is_known(other) else ""
