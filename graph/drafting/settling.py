"""What a text says of each pair of a member and a body, put together: one membership for each span, or a doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain, pairwise

from .found import Doubt, Found
from .shelf import Shelf

__all__ = ["Settling"]

_MOST = 3  # places that are kept as evidence of one fact


class Settling:
    """What a text says, fact by fact, and at its end all of it put together.

    The facts themselves lie on a shelf; in memory is which of them speak of the same, and what must be known of the
    whole text before its first fact is settled.
    """

    def __init__(self) -> None:
        self._found: Shelf[Found] = Shelf()
        self._first: dict[bytes, int] = {}
        self._more: dict[int, list[int]] = {}
        self._left: dict[str, Found] = {}
        self._whole: dict[str, Found] = {}
        self._present: set[bytes] = set()
        self._absent: set[bytes] = set()
        self._shares: dict[bytes, float] = {}
        self._two_shares: set[bytes] = set()

    def add(self, fact: Found) -> None:
        """Add what a sentence says."""
        if fact.kind == "whole list":
            self._whole[fact.data["body"].id] = fact
            return
        if fact.kind == "leaving" and not fact.data["body"].id:
            self._left.setdefault(fact.data["member"].id, fact)
            return
        if fact.kind in ("attendance", "absence") and "of_group" not in fact.data:
            (self._present if fact.kind == "attendance" else self._absent).add(_occasion(fact))
        elif fact.kind == "share":
            share = _share(fact)
            if self._shares.setdefault(share, fact.data["percent"]) != fact.data["percent"]:
                self._two_shares.add(share)
        number = len(self._found)
        first = self._first.setdefault(_key(fact), number)
        if first != number:
            self._more.setdefault(first, []).append(number)
        self._found.append(fact)

    def settled(self, doubts: Shelf[Doubt]) -> Iterator[Found]:
        """The facts of the text, each once; what it contradicts itself about is left out and doubted."""
        of_pairs, of_lists, of_presence = Shelf[Doubt](), Shelf[Doubt](), Shelf[Doubt]()
        there = _still_there(self._each(of_pairs), self._left, of_lists)
        yield from self._consistent(_listed(there, self._whole, of_lists), of_presence)
        for doubt in chain(of_pairs, of_lists, of_presence):
            doubts.append(doubt)

    def _each(self, doubts: Shelf[Doubt]) -> Iterator[Found]:
        for first in self._first.values():
            facts = [self._found[number] for number in (first, *self._more.get(first, ()))]
            if facts[0].kind in _OF_PAIRS:
                yield from _pair(facts, doubts)
            else:
                yield from _ones(facts)

    def _consistent(self, facts: Iterable[Found], doubts: Shelf[Doubt]) -> Iterator[Found]:
        """The facts without those of which the text says both this and the contrary: present and absent, two shares."""
        for fact in facts:
            why = ""
            if fact.data.pop("of_group", False):
                # Who takes part as one of many gives way to what is said of it alone.
                if _occasion(fact) in self._present or _occasion(fact) in self._absent:
                    continue
            elif fact.kind in ("attendance", "absence"):
                if (occasion := _occasion(fact)) in self._present and occasion in self._absent:
                    why = "the text says both that it was present and that it was absent"
            elif fact.kind == "share" and _share(fact) in self._two_shares:
                why = "the text gives two shares"
            if why:
                doubts.append(Doubt(fact.data["who"].label, why, fact.places[0].sentence))
            else:
                yield fact


_OF_PAIRS = frozenset(("membership", "non-membership", "leaving", "suspension", "reinstatement"))
"""What is said of a member and a body, and is settled together."""


def _listed(facts: Iterable[Found], whole: Mapping[str, Found], doubts: Shelf[Doubt]) -> Iterator[Found]:
    """The facts without memberships that the text says began, of whoever is not in its later list of all members."""
    for fact in facts:
        full = fact.kind == "membership" and fact.basis == "stated" and not fact.data.get("role")
        every = whole.get(fact.data["body"].id) if full and "end" not in fact.data else None
        if every is None or fact.data["member"].id in every.data["members"] or _at(every) < _at(fact):
            yield fact
        else:
            doubts.append(Doubt(_name(fact), "the text lists the members of its time without it", every.place.sentence))


def _still_there(facts: Iterable[Found], left: Mapping[str, Found], doubts: Shelf[Doubt]) -> Iterator[Found]:
    """The facts without memberships said before the text says that the state left or is in none, and not what."""
    for fact in facts:
        gone = left.get(fact.data["member"].id) if fact.kind == "membership" and fact.basis == "stated" else None
        last = fact.places[-1].sentence
        if (
            gone is None
            or "end" in fact.data
            or (gone.place.sentence.paragraph, gone.place.start) < (last.paragraph, last.start)
        ):
            yield fact
        else:
            doubts.append(
                Doubt(
                    _name(fact),
                    "it left a body later on, or is in none, and it is not clear which",
                    gone.place.sentence,
                )
            )


def _mark(*parts: object) -> bytes:
    """A few bytes that stand for some words: of a long text very many are kept."""
    return blake2b(repr(parts).encode(), digest_size=12).digest()


def _occasion(fact: Found) -> bytes:
    return _mark(fact.data["who"].id, fact.data["event"].id)


def _share(fact: Found) -> bytes:
    event = fact.data.get("event")
    return _mark(fact.data["who"].id, fact.data["documents"].id, event.id if event else "")


def _key(fact: Found) -> bytes:
    """What a fact has in common with others that say the same, or speak of the same pair."""
    if fact.kind in _OF_PAIRS:
        return _mark("pair", fact.data["member"].id, fact.data["body"].id)
    if fact.kind == "event":
        return _mark(fact.kind, fact.data["event"].id)
    parts = tuple(
        sorted((name, getattr(value, "id", str(value))) for name, value in fact.data.items() if name != "section")
    )
    return _mark(fact.kind, fact.basis, *parts)


def _join(first: Found, second: Found) -> None:
    first.places = [*first.places, *(p for p in second.places if p not in first.places)][:_MOST]


def _pair(facts: Sequence[Found], doubts: Shelf[Doubt]) -> Iterator[Found]:
    plain = [f for f in facts if f.basis == "stated"]
    unsure = [f for f in facts if f.basis != "stated"]
    suspended = _in_force(plain)
    denied = [f for f in plain if f.kind == "non-membership"]
    leaving = [f for f in plain if f.kind == "leaving"]
    by_role: dict[str, list[Found]] = {}
    for fact in plain:
        if fact.kind == "membership":
            by_role.setdefault(fact.data.get("role", ""), []).append(fact)
    full = _spans(by_role.pop("", []), doubts)
    full, gone = _ended(full, leaving)
    gone = [g for g in gone if not any(f.data.get("again") and _at(f) > _at(g) for f in full)]
    open_ = [f for f in full if "end" not in f.data]
    if (
        suspended
        and all(f.data.get("itself") for f in suspended)
        and any(f.kind == "membership" and f.data.get("section") == "member" and not f.data.get("role") for f in plain)
    ):
        suspended = []  # it takes no part for now, and the text says that it is a member
    if suspended and open_:
        full = [f for f in full if f not in open_]
        doubts.append(Doubt(_name(suspended[0]), "the membership is suspended", suspended[0].places[0].sentence))
    elif suspended:
        doubts.append(Doubt(_name(suspended[0]), "the membership is suspended", suspended[0].places[0].sentence))
    elif gone and open_:
        # It left, and the text does not say when: what it says of the membership before is not for today.
        full = [f for f in full if f not in open_]
    back = [f for f in plain if f.kind == "reinstatement"]
    if denied and back and _at(denied[-1]) >= _at(back[-1]):
        full = [f for f in full if "end" in f.data]  # its suspension was lifted, and it has not come back
    if denied and [f for f in full if "end" not in f.data]:
        doubts.append(
            Doubt(
                _name(denied[0]),
                "the text says both that it is a member and that it is not",
                denied[0].places[0].sentence,
            )
        )
        full = [f for f in full if "end" in f.data]
        denied = []
    denied = _ones(denied or [Found("non-membership", dict(f.data), f.places) for f in gone])
    for fact in denied:
        fact.data = {"member": fact.data["member"], "body": fact.data["body"]}
    yield from full
    for role in sorted(by_role):
        spans = _spans(by_role[role], doubts)
        if not any("end" not in f.data for f in full) or role not in ("observer", "associate"):
            yield from spans
        else:
            yield from (f for f in spans if "end" in f.data)
    yield from denied
    if not full and not denied:
        kept: dict[tuple[object, ...], Found] = {}
        for fact in unsure:
            if fact.kind in ("leaving", "suspension", "reinstatement"):
                continue
            key = (fact.kind, fact.basis, getattr(fact.claimed_by, "id", str(fact.claimed_by)), fact.data.get("role"))
            if key in kept:
                _join(kept[key], fact)
            else:
                kept[key] = fact
        yield from list(kept.values())[:1]


def _in_force(facts: Sequence[Found]) -> list[Found]:
    """The suspensions that the text does not say were lifted later on."""
    lifted = [_at(f) for f in facts if f.kind == "reinstatement" or f.data.get("again")]
    return [f for f in facts if f.kind == "suspension" and not any(_at(f) <= at for at in lifted)]


def _at(fact: Found) -> tuple[int, int]:
    """Where a fact is said first."""
    return fact.place.sentence.paragraph, fact.place.start


def _ones(facts: Sequence[Found]) -> list[Found]:
    """One fact of several that say the same."""
    if not facts:
        return []
    for fact in facts[1:]:
        _join(facts[0], fact)
    return [facts[0]]


def _spans(facts: Sequence[Found], doubts: Shelf[Doubt]) -> list[Found]:
    """One membership for each start that the text gives; those without dates go with the last one."""
    dated = sorted((f for f in facts if "start" in f.data or "end" in f.data), key=lambda f: f.data.get("start", ""))
    undated = [f for f in facts if f not in dated]
    spans: list[Found] = []
    for fact in dated:
        last = spans[-1] if spans else None
        if last is not None and _same(last.data.get("start", ""), fact.data.get("start", "")):
            last.data["start"] = max(last.data.get("start", ""), fact.data.get("start", ""), key=len)
            _join(last, fact)
        else:
            spans.append(fact)
    if undated and spans:
        for fact in undated:
            _join(spans[-1], fact)
    elif undated:
        spans = _ones(undated)
    return spans


def _same(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _ended(spans: list[Found], leaving: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """The spans, each with the end that the text gives it, and leavings whose date it does not give."""
    gone = []
    for fact in leaving:
        end = fact.data.get("end")
        if end is None:
            gone.append(fact)
            continue
        fits = [s for s in spans if "end" not in s.data and s.data.get("start", "") <= end + "~"]
        if fits and (fits[-1].data.get("start") or len(spans) == 1):
            fits[-1].data["end"] = end
            _join(fits[-1], fact)
        elif earlier := [s for s in spans if "start" not in s.data and "end" in s.data and s.data["end"] < end]:
            # It left twice, and the text does not say that it came back in between: the later one is the end.
            earlier[-1].data["end"] = end
            _join(earlier[-1], fact)
        elif not any(s.data.get("end") and _same(s.data["end"], end) for s in spans):
            data = {k: v for k, v in fact.data.items() if k != "section"}
            spans.append(Found("membership", data, fact.places))
    spans.sort(key=lambda s: (s.data.get("start", ""), s.data.get("end", "~")))
    # Of two spans that follow each other, the earlier one ended before the later one began.
    for span, later in pairwise(spans):
        if "end" not in span.data and "start" in later.data and later.data["start"] > span.data.get("start", ""):
            ended = later
            if "start" not in span.data or ended.data.get("start", "") != span.data["start"]:
                span.data["twice"] = True
    kept: list[Found] = []
    for span in spans:
        if span.data.pop("twice", False) and kept is not None:
            later = spans[spans.index(span) + 1]
            _join(later, span)
            continue
        kept.append(span)
    return kept, gone


def _name(fact: Found) -> str:
    return f"{fact.data['member'].label} in {fact.data['body'].abbreviation or fact.data['body'].label}"
