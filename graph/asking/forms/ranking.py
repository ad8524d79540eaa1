"""Questions of numbers: which bodies have the most members, who is in more than two."""

from __future__ import annotations

from collections.abc import Iterator

from ..language.form import Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logical_form import Bound, Entities, Extreme, Numbered, Question
from ..slots.subjects import asked_period

__all__ = ["FORMS"]


_MOST = {"the most": True, "most": True, "the largest number of": True, "the fewest": False, "the smallest number of": False, "fewest": False, "the least": False, "the greatest number of": True, "the highest number of": True, "the lowest number of": False}  # fmt: skip


_NUMBERED = {"more than": ">", "over": ">", "fewer than": "<", "less than": "<", "at least": ">=", "at most": "<=", "exactly": "=", "no more than": "<=", "no fewer than": ">=", "": "=", "only": "=", "just": "=", "under": "<"}  # fmt: skip


@slot("quantity")
def _quantity(reading: Reading, start: int) -> Iterator[tuple[Bound | Extreme, int]]:
    """How many of something there are: "the most", "more than five"."""
    for phrase, most in _MOST.items():
        yield from ((Extreme(most), end) for end in reading.any_of(start, phrase))
    for phrase, sign in _NUMBERED.items():
        for after in reading.any_of(start, phrase) if phrase else (start,):
            yield from ((Bound(((sign, number),)), end) for number, end in reading.slot("number", after))


def _by_members(context: Context, found: Found) -> Question | None:
    """Bodies by how many members they have."""
    if found.get("kind", "") not in ("", "body"):
        return None
    return Entities((Numbered("members", found["quantity"], asked_period(context, found)),))


def _by_bodies(context: Context, found: Found) -> Question | None:
    """Members by how many bodies they are in."""
    if found.get("kind", "") not in ("", "state"):
        return None
    return Entities((Numbered("bodies", found["quantity"], asked_period(context, found)),))


def _largest(context: Context, found: Found) -> Question | None:
    return _by_members(context, {**found, "quantity": Extreme(most=True)})


def _smallest(context: Context, found: Found) -> Question | None:
    return _by_members(context, {**found, "quantity": Extreme(most=False)})


FORMS = [
    Form("{ASK} [ {THE} ] [ <kind> ] [ {THAT} ] ( {HAVE} / with / {HAVE} got / count / counts / unite / unites ) <quantity> {NOUN} [ <time> ]", _by_members),
    Form("{ASK} [ {THE} ] <kind> [ {THAT} ] [ {BE} / {DO} / {HAVE} ] {MEMBER} <quantity> {BODY_NOUN} [ <time> ]", _by_bodies),
    Form("who {BE} {MEMBER} <quantity> {BODY_NOUN} [ <time> ]", _by_bodies),
    Form("{ASK} [ {THE} ] [ <kind> ] {HAVE} <quantity> {TIE} [ <time> ]", _by_bodies),
    Form("{ASK} {BE} the ( largest / biggest ) {BODY_NOUN} [ by members / by membership / by number of members ]", _largest),
    Form("{ASK} {BE} the smallest {BODY_NOUN} [ by members / by membership / by number of members ]", _smallest),
]  # fmt: skip
