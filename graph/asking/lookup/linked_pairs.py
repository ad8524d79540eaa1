"""Who joined what, and who left what, from columns that are read once: the same as `model.change_query` finds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model.change_query import just_after, just_before
from ...model.dates import ALWAYS, Period
from ...model.first_years import FirstYear, read_first_years
from ...model.membership_query import ending
from ...model.membership_scan import Lifetimes, Stretch, read_lifetimes, read_stretches
from ...model.roles import counted_role, roles_in
from ...rdf.terms import prologue, text_of
from ..logic.logical_form import Joined, LastIn, Left
from ..vocabulary import Vocabulary
from .held import held

__all__ = [
    "Pair",
    "first_years",
    "lifetimes_of_bodies",
    "lifetimes_of_states",
    "linked_days",
    "linked_pairs",
    "stretches",
]

Pair = tuple[str, str]
"""Member and body of memberships, by IRI."""

Gaps = dict[str, list[tuple[str, str]]]
"""From when to when data are missing, by member."""


def stretches(vocabulary: Vocabulary) -> tuple[Stretch, ...]:
    """Every membership of the graph, whenever and in whatever role; of an endpoint none are read."""
    return () if vocabulary.graph.source.remote else vocabulary.once(_read)


def _read(vocabulary: Vocabulary) -> tuple[Stretch, ...]:
    kept = held(vocabulary, now=True)
    if kept is None:
        return tuple(read_stretches(vocabulary.graph.source))
    return tuple(
        Stretch(
            n.member, n.body, counted_role(n.role), n.start, n.end, "" if n.start else n.begun, "" if n.end else n.over
        )
        for n in kept.nodes
    )


def linked_pairs(vocabulary: Vocabulary, link: Joined | Left | LastIn) -> frozenset[Pair]:
    """Which members joined, left or were last in which bodies in a period."""
    return frozenset(linked_days(vocabulary, link))


def linked_days(
    vocabulary: Vocabulary,
    link: Joined | Left | LastIn,
    members: Collection[str] | None = None,
    bodies: Collection[str] | None = None,
) -> dict[Pair, frozenset[str]]:
    """When those of some members (None: all) joined, left or were last in some bodies that did so in a period."""
    found = {}
    kept = _by_pair(vocabulary, link.role)
    left = Left(ALWAYS, link.role) if isinstance(link, Joined) and link.again else None
    for pair in kept.among(members, bodies):
        days = frozenset(_days(vocabulary, link, pair, kept.spans[pair]))
        if days and left is not None:
            gone = min(_days(vocabulary, left, pair, kept.spans[pair]), default="~")
            days = frozenset(day for day in days if gone < day)
        if days:
            found[pair] = days
    return found


def _days(vocabulary: Vocabulary, link: Joined | Left | LastIn, pair: Pair, theirs: Sequence[Stretch]) -> Iterator[str]:
    for one in theirs:
        day = one.start if isinstance(link, Joined) else one.end
        if not day or not link.period.covers(day, day):
            continue
        if isinstance(link, Joined):
            seen = link.period.start is None or (*pair, day) not in vocabulary.once(first_years)
            found = seen and not any(_reaches(other, day) for other in theirs)
        else:
            last = isinstance(link, LastIn)
            for_good = link.period == ALWAYS if isinstance(link, LastIn) else link.for_good
            found = any(
                not any(_lasts(other, day, moment, for_good) for other in theirs)
                for moment in ([just_after(day)] if last else _moments(vocabulary, pair, day))
            )
        if found:
            yield day


@dataclass
class _Pairs:
    """The dated memberships of a role, by member and body."""

    spans: dict[Pair, list[Stretch]]

    @cached_property
    def by_member(self) -> dict[str, list[Pair]]:
        return self._by(0)

    @cached_property
    def by_body(self) -> dict[str, list[Pair]]:
        return self._by(1)

    def _by(self, end: int) -> dict[str, list[Pair]]:
        found: dict[str, list[Pair]] = {}
        for pair in self.spans:
            found.setdefault(pair[end], []).append(pair)
        return found

    def among(self, members: Collection[str] | None, bodies: Collection[str] | None) -> Iterable[Pair]:
        """The pairs of these members and bodies (None: of all)."""
        if bodies is not None:
            of = (pair for body in bodies for pair in self.by_body.get(body, ()))
            return of if members is None else (pair for pair in of if pair[0] in members)
        if members is not None:
            return (pair for member in members for pair in self.by_member.get(member, ()))
        return self.spans


def _by_pair(vocabulary: Vocabulary, role: str) -> _Pairs:
    kept = vocabulary.once(_kept)
    if role not in kept:
        pairs: dict[Pair, list[Stretch]] = {}
        roles = roles_in(role)
        for one in stretches(vocabulary):
            if (one.start or one.end) and one.role in roles:
                pairs.setdefault((one.member, one.body), []).append(one)
        kept[role] = _Pairs(pairs)
    return kept[role]


def _kept(_: Vocabulary) -> dict[str, _Pairs]:
    return {}


def _reaches(other: Stretch, day: str) -> bool:
    """Whether a membership that began before a day reaches up to it."""
    return other.start < day and f"{other.end}~" >= just_before(day)


def _lasts(other: Stretch, day: str, moment: str, for_good: bool) -> bool:
    """Whether a membership goes on at a moment behind a day; or comes back at any time, if leaving is `for_good`."""
    return (other.end or "~") > f"{day}~" and (for_good or other.start <= f"{moment}~")


def _moments(vocabulary: Vocabulary, pair: Pair, day: str) -> list[str]:
    """The moments after a day, or after the data that are missing behind it, at which member and body exist."""
    gaps = [
        (start, end)
        for start, end in _missing(vocabulary, pair[1]).get(pair[0], ())
        if start <= f"{just_after(day)}~" and f"{end}~" >= just_after(day)
    ]
    moments = [just_after(end) for _, end in gaps if end] if gaps else [just_after(day)]
    # With which the data end says nothing of leaving: a table of years has spans that end with it.
    known = f"{vocabulary.graph.as_of}~"
    return [moment for moment in moments if moment <= known and _exist(vocabulary, pair, moment)]


def first_years(vocabulary: Vocabulary) -> frozenset[FirstYear]:
    """Who was in what when a table of years begins, so that nobody knows when they joined."""
    return read_first_years(vocabulary.graph.source)


def _exist(vocabulary: Vocabulary, pair: Pair, moment: str) -> bool:
    member, body = pair
    then = Period(moment, moment)
    spells, lives = vocabulary.once(lifetimes_of_states).get(member), vocabulary.once(lifetimes_of_bodies).get(body)
    if spells is not None and not any(then.covers(*span) for span in spells):
        return False
    if lives is not None:
        return any(then.covers(*span) for span in lives)
    return all(f"{over}~" >= moment for over in vocabulary.once(_over).get(body, ()))


def lifetimes_of_bodies(vocabulary: Vocabulary) -> Lifetimes:
    """From when to when bodies existed, where the graph says so."""
    return read_lifetimes(vocabulary.graph.source, "body")


def lifetimes_of_states(vocabulary: Vocabulary) -> Lifetimes:
    """From when to when states existed, where the graph says so."""
    return read_lifetimes(vocabulary.graph.source, "state")


def _missing(vocabulary: Vocabulary, of: str) -> Gaps:
    """The spans whose data are missing of a body, by member.

    They are read of the bodies that are asked about: where a year of a body is missing, so it is of all its members.
    """
    kept = vocabulary.once(_gaps)
    if of not in kept:
        body = (
            f"SELECT ?member ?start ?end WHERE {{ ?gap org:organization <{of}> ; a blocs:MissingMembership"
            " ; org:member ?member ; schema:startDate ?start OPTIONAL { ?gap schema:endDate ?end } }"
        )
        kept[of] = {}
        for member, start, end in vocabulary.graph.source.select(prologue(body) + body):
            kept[of].setdefault(text_of(member), []).append((text_of(start), text_of(end)))
    return kept[of]


def _gaps(_: Vocabulary) -> dict[str, Gaps]:
    return {}


def _over(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """When bodies were dissolved."""
    body = f"SELECT ?body ?over WHERE {{ {ending('?body', '?over')} }}"
    found: dict[str, list[str]] = {}
    for of, over in vocabulary.graph.source.select(prologue(body) + body):
        found.setdefault(text_of(of), []).append(text_of(over))
    return found
