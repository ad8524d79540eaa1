"""Who joined what, and who left what, from columns that are read once: the same as `model.change_query` finds."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.change_query import just_after, just_before
from ..model.dates import Period
from ..model.membership_query import ending
from ..model.membership_scan import Lifetimes, Stretch, read_lifetimes, read_stretches
from ..model.roles import ANY_ROLE, counted_role
from ..rdf.terms import prologue, text_of
from .held import held
from .logical_form import Joined, LastIn, Left
from .vocabulary import Vocabulary

__all__ = ["lifetimes_of_bodies", "linked_pairs", "stretches"]

Pair = tuple[str, str]
"""Member and body of memberships, by IRI."""


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
    return frozenset(_linked(vocabulary, link))


def _linked(vocabulary: Vocabulary, link: Joined | Left | LastIn) -> Iterator[Pair]:
    joined = isinstance(link, Joined)
    for pair, theirs in _by_pair(vocabulary, link.role).items():
        for one in theirs:
            day = one.start if joined else one.end
            if not day or not link.period.covers(day, day):
                continue
            if joined:
                found = not any(_reaches(other, day) for other in theirs)
            else:
                for_good = isinstance(link, Left) and link.for_good
                found = not any(_lasts(other, day, for_good) for other in theirs)
                found = found and (isinstance(link, LastIn) or _both_go_on(vocabulary, pair, day))
            if found:
                yield pair
                break


def _by_pair(vocabulary: Vocabulary, role: str) -> dict[Pair, list[Stretch]]:
    kept = vocabulary.once(_kept)
    if role not in kept:
        pairs: dict[Pair, list[Stretch]] = {}
        for one in stretches(vocabulary):
            if (one.start or one.end) and role in (ANY_ROLE, one.role):
                pairs.setdefault((one.member, one.body), []).append(one)
        kept[role] = pairs
    return kept[role]


def _kept(_: Vocabulary) -> dict[str, dict[Pair, list[Stretch]]]:
    return {}


def _reaches(other: Stretch, day: str) -> bool:
    """Whether a membership that began before a day reaches up to it."""
    return other.start < day and f"{other.end}~" >= just_before(day)


def _lasts(other: Stretch, day: str, for_good: bool) -> bool:
    """Whether a membership goes on behind a day; or comes back at any time, if leaving is `for_good`."""
    return (other.end or "~") > f"{day}~" and (for_good or other.start <= f"{just_after(day)}~")


def _both_go_on(vocabulary: Vocabulary, pair: Pair, day: str) -> bool:
    """Whether member and body exist after a day, or after the data that are missing behind it."""
    gaps = [
        (start, end)
        for start, end in vocabulary.once(_missing).get(pair, ())
        if start <= f"{just_after(day)}~" and f"{end}~" >= just_after(day)
    ]
    moments = [just_after(end) for _, end in gaps if end] if gaps else [just_after(day)]
    return any(_exist(vocabulary, pair, moment) for moment in moments)


def _exist(vocabulary: Vocabulary, pair: Pair, moment: str) -> bool:
    member, body = pair
    then = Period(moment, moment)
    spells, lives = vocabulary.once(_lifetimes_of_states).get(member), vocabulary.once(lifetimes_of_bodies).get(body)
    if spells is not None and not any(then.covers(*span) for span in spells):
        return False
    if lives is not None:
        return any(then.covers(*span) for span in lives)
    return all(f"{over}~" >= moment for over in vocabulary.once(_over).get(body, ()))


def lifetimes_of_bodies(vocabulary: Vocabulary) -> Lifetimes:
    """From when to when bodies existed, where the graph says so."""
    return read_lifetimes(vocabulary.graph.source, "body")


def _lifetimes_of_states(vocabulary: Vocabulary) -> Lifetimes:
    return read_lifetimes(vocabulary.graph.source, "state")


def _missing(vocabulary: Vocabulary) -> dict[Pair, list[tuple[str, str]]]:
    """The spans whose data are missing, by member and body."""
    body = (
        "SELECT ?member ?body ?start ?end WHERE { ?gap a blocs:MissingMembership ; org:organization ?body ; org:member ?member"
        " ; schema:startDate ?start OPTIONAL { ?gap schema:endDate ?end } }"
    )
    found: dict[Pair, list[tuple[str, str]]] = {}
    for member, of, start, end in vocabulary.graph.source.select(prologue(body) + body):
        found.setdefault((text_of(member), text_of(of)), []).append((text_of(start), text_of(end)))
    return found


def _over(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """When bodies were dissolved."""
    body = f"SELECT ?body ?over WHERE {{ {ending('?body', '?over')} }}"
    found: dict[str, list[str]] = {}
    for of, over in vocabulary.graph.source.select(prologue(body) + body):
        found.setdefault(text_of(of), []).append(text_of(over))
    return found
