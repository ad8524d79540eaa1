"""What a text says of each pair of a member and a body, put together: one membership for each span, or a doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from .found import Doubt, Found

__all__ = ["settled"]

_MOST = 3  # places that are kept as evidence of one fact


def settled(found: Iterable[Found], doubts: list[Doubt]) -> list[Found]:
    """The facts of a text, each once; what a text contradicts itself about is left out and doubted."""
    pairs: dict[tuple[str, str], list[Found]] = {}
    others: dict[tuple[object, ...], Found] = {}
    order: list[tuple[str, str] | tuple[object, ...]] = []
    found = list(found)
    somewhere: dict[str, Found] = {}
    whole: dict[str, Found] = {}
    for fact in found:
        if fact.kind == "whole list":
            whole[fact.data["body"].id] = fact
            continue
        if fact.kind == "leaving" and not fact.data["body"].id:
            somewhere.setdefault(fact.data["member"].id, fact)
            continue
        if fact.kind in ("membership", "non-membership", "leaving", "suspension", "reinstatement"):
            pair = (fact.data["member"].id, fact.data["body"].id)
            if pair not in pairs:
                order.append(pair)
            pairs.setdefault(pair, []).append(fact)
        else:
            key = _key(fact)
            if key in others:
                _join(others[key], fact)
            else:
                others[key] = fact
                order.append(key)
    result: list[Found] = []
    for key in order:
        if key in others:
            result.append(others[key])
        else:
            result += _pair(pairs[key], doubts)  # type: ignore[index]
    return _consistent(list(_listed(_still_there(result, somewhere, doubts), whole, doubts)), doubts)


def _listed(facts: Iterable[Found], whole: Mapping[str, Found], doubts: list[Doubt]) -> Iterator[Found]:
    """The facts without memberships that the text says began, of whoever is not in its later list of all members."""
    for fact in facts:
        full = fact.kind == "membership" and fact.basis == "stated" and not fact.data.get("role")
        every = whole.get(fact.data["body"].id) if full and "end" not in fact.data else None
        if every is None or fact.data["member"].id in every.data["members"] or _at(every) < _at(fact):
            yield fact
        else:
            doubts.append(Doubt(_name(fact), "the text lists the members of its time without it", every.place.sentence))


def _still_there(facts: Sequence[Found], left: Mapping[str, Found], doubts: list[Doubt]) -> Iterator[Found]:
    """The facts without memberships said before the text says that the state left, and not what."""
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
            doubts.append(Doubt(_name(fact), "it left a body later on, and it is not clear which", gone.place.sentence))


def _consistent(facts: Sequence[Found], doubts: list[Doubt]) -> list[Found]:
    """The facts without those of which a text says both this and the contrary: present and absent, two shares."""
    presence: dict[tuple[str, str], set[str]] = {}
    shares: dict[tuple[object, ...], set[float]] = {}
    for fact in facts:
        if fact.kind in ("attendance", "absence"):
            presence.setdefault((fact.data["who"].id, fact.data["event"].id), set()).add(fact.kind)
        elif fact.kind == "share":
            shares.setdefault(_share(fact), set()).add(fact.data["percent"])
    kept = []
    for fact in facts:
        why = ""
        if fact.kind in ("attendance", "absence") and len(presence[fact.data["who"].id, fact.data["event"].id]) > 1:
            why = "the text says both that it was present and that it was absent"
        elif fact.kind == "share" and len(shares[_share(fact)]) > 1:
            why = "the text gives two shares"
        if why:
            doubts.append(Doubt(fact.data["who"].label, why, fact.places[0].sentence))
        else:
            kept.append(fact)
    return kept


def _share(fact: Found) -> tuple[object, ...]:
    event = fact.data.get("event")
    return fact.data["who"].id, fact.data["documents"].id, event.id if event else ""


def _key(fact: Found) -> tuple[object, ...]:
    if fact.kind == "event":
        return fact.kind, fact.data["event"].id
    parts = tuple(
        sorted((name, getattr(value, "id", str(value))) for name, value in fact.data.items() if name != "section")
    )
    return fact.kind, fact.basis, *parts


def _join(first: Found, second: Found) -> None:
    first.places = [*first.places, *(p for p in second.places if p not in first.places)][:_MOST]


def _pair(facts: Sequence[Found], doubts: list[Doubt]) -> Iterator[Found]:
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
    open_ = [f for f in full if "end" not in f.data]
    if (
        suspended
        and all(f.data.get("itself") for f in suspended)
        and any(f.data.get("section") == "member" for f in open_)
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


def _spans(facts: Sequence[Found], doubts: list[Doubt]) -> list[Found]:
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
