"""Questions of numbers: which bodies have the most members, who is in more than two."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.membership import membership_pattern
from ..language.form import Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..meaning import Question, Select, at
from ..slots.subjects import asked_period

__all__ = ["FORMS"]


_ORDER = {"the most": "MAX", "most": "MAX", "the largest number of": "MAX", "the fewest": "MIN", "the smallest number of": "MIN", "fewest": "MIN", "the least": "MIN", "the greatest number of": "MAX", "the highest number of": "MAX", "the lowest number of": "MIN"}  # fmt: skip


_NUMBERED = {"more than": ">", "over": ">", "fewer than": "<", "less than": "<", "at least": ">=", "at most": "<=", "exactly": "=", "no more than": "<=", "no fewer than": ">=", "": "=", "only": "=", "just": "=", "under": "<"}  # fmt: skip


@slot("quantity")
def _quantity(reading: Reading, start: int) -> Iterator[tuple[tuple[str, str], int]]:
    """How many of something there are: "the most", "more than five"; in words, and as a test of `?number`."""
    for phrase, best in _ORDER.items():
        yield from (((phrase, best), end) for end in reading.any_of(start, phrase))
    for phrase, sign in _NUMBERED.items():
        for after in reading.any_of(start, phrase) if phrase else (start,):
            for number, end in reading.slot("number", after):
                yield (f"{phrase} {number:g}".strip(), f"FILTER(?number {sign} {number:g})"), end


def _ranked(reading: Reading, found: Found, of_bodies: bool) -> Question | None:
    """Bodies by how many members they have, or members by how many bodies they are in."""
    if found.get("kind", "") not in (("", "body") if of_bodies else ("", "state")):
        return None
    period = asked_period(reading, found)
    words, test = found["quantity"]

    def counted(one: str, number: str, nth: str) -> str:
        pair = (f"?each{nth}", one) if of_bodies else (one, f"?each{nth}")
        inner = membership_pattern(*pair, period, number=nth)
        return f"{{ SELECT {one} (COUNT(DISTINCT ?each{nth}) AS {number}) WHERE {{\n{inner}\n}} GROUP BY {one} }}"

    pattern = counted("?answer", "?number", "1")
    if not test.startswith("FILTER"):
        pattern += f"\n{{ SELECT ({test}(?of) AS ?best) WHERE {{ {counted('?other', '?of', '2')} }} }}"
        test = "FILTER(?number = ?best)"
    ends = ("?member", "?answer") if of_bodies else ("?answer", "?body")
    grounds = f"{{ SELECT DISTINCT ?answer WHERE {{\n{pattern}\n{test}\n}} }}\n{membership_pattern(*ends, period, node='fact')}"
    understood = f"bodies that have {words} members" if of_bodies else f"states that are in {words} bodies"
    kinds = ("body",) if of_bodies else ("state",)
    return Select(f"{understood}{at(period)}", f"{pattern}\n{test}", grounds=grounds, period=period, kinds=kinds)


FORMS = [
    Form("{ASK} [ {THE} ] [ <kind> ] [ {THAT} ] ( {HAVE} / with / {HAVE} got / count / counts / unite / unites ) <quantity> {NOUN} [ <time> ]", lambda r, f: _ranked(r, f, True)),
    Form("{ASK} [ {THE} ] <kind> [ {THAT} ] [ {BE} / {DO} / {HAVE} ] {MEMBER} <quantity> {BODY_NOUN} [ <time> ]", lambda r, f: _ranked(r, f, False)),
    Form("who {BE} {MEMBER} <quantity> {BODY_NOUN} [ <time> ]", lambda r, f: _ranked(r, f, False)),
    Form("{ASK} [ {THE} ] [ <kind> ] {HAVE} <quantity> {TIE} [ <time> ]", lambda r, f: _ranked(r, f, False)),
    Form("{ASK} {BE} the ( largest / biggest ) {BODY_NOUN} [ by members / by membership / by number of members ]", lambda r, f: _ranked(r, {**f, "quantity": ("the most", "MAX")}, True)),
    Form("{ASK} {BE} the smallest {BODY_NOUN} [ by members / by membership / by number of members ]", lambda r, f: _ranked(r, {**f, "quantity": ("the fewest", "MIN")}, True)),
]  # fmt: skip
