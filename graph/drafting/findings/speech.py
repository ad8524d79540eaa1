"""What somebody is quoted to say: "“…,” said the minister", "he said: “…”", and what goes on in the next sentence."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from ..found import Found, Place
from ..gazetteer import Named
from ..patterns import fits, load_patterns
from ..slots.stream import Stream
from ..verbs import is_verb
from .hedges import REPORTS

__all__ = ["about", "quoted_statements"]

_LEAST, _MOST = 4, 30  # words of what is quoted


def quoted_statements(stream: Stream) -> Iterator[Found]:
    """The quotations of a sentence whose speaker it names, or that go on from the one before."""
    spans = list(_quotations(stream))
    if not spans:
        return
    memory = stream.memory
    goes_on, memory.quoting = memory.quoting, None
    speaker = _speaker(stream)
    for first, last in spans:
        who = goes_on if first == 0 and goes_on is not None else speaker
        if who is None:
            continue
        if last == len(stream.all) - 1 or not _closed_after(stream, last):
            memory.quoting = who
        fact = _said(stream, first, last, who)
        if fact is not None:
            yield fact


def _quotations(stream: Stream) -> Iterator[tuple[int, int]]:
    """The first and the last item of each quotation."""
    inside = sorted(stream.quotations)
    for n, at in enumerate(inside):
        if n == 0 or inside[n - 1] != at - 1:
            first = at
        if n + 1 == len(inside) or inside[n + 1] != at + 1:
            yield first, at


def _closed_after(stream: Stream, last: int) -> bool:
    return stream.all[last + 1].low in ("”", '"', "»")


def _speaker(stream: Stream) -> Named | None:
    """Who speaks in a sentence with a quotation: whom it says to say something, if it is only one."""
    found: dict[int, tuple[int, Named]] = {}
    for pattern, slots, start, end in fits(stream, load_patterns("statements")):
        if pattern.section == "plan" or "speaker" not in slots or stream.quoted(start):
            continue
        if (_beside_a_quotation if pattern.section == "said" else _leads_to_a_quotation)(stream, start, end):
            found[start] = max(
                found.get(start, (0, slots["speaker"][0])), (end, slots["speaker"][0]), key=itemgetter(0)
            )
    speakers = {who for _, who in found.values()}
    return speakers.pop() if len(speakers) == 1 else None


def _leads_to_a_quotation(stream: Stream, start: int, end: int) -> bool:
    """Whether a quotation follows what somebody rules out or proposes, after a comma and nobody else's act between."""
    quoted = next((n for n in range(end, len(stream.items)) if stream.quoted(n)), 0)
    between = stream.words[end:quoted]
    return between[-1:] == [","] and not (REPORTS | _OTHERWISE) & set(between)


_OTHERWISE = frozenset("and but while when as whereas which who after before".split())


def _beside_a_quotation(stream: Stream, start: int, end: int) -> bool:
    """Whether only a comma or colon stands between what says who speaks and a quotation."""
    parted = stream.words[end : end + 1] in ([","], [":"])
    after = end + 1 if parted else end
    if not parted and after < len(stream.items) and stream.quoted(after) and not _has_verb(stream, after):
        return False  # said “a great day for Africa” had come
    before = start - 1 if start and stream.words[start - 1] == "," else start
    return (after < len(stream.items) and stream.quoted(after)) or (before > 0 and stream.quoted(before - 1))


def _has_verb(stream: Stream, first: int) -> bool:
    """Whether the quotation that begins at an item has a verb."""
    last = next((n for n in range(first, len(stream.items)) if not stream.quoted(n)), len(stream.items))
    return any(is_verb(item) for item in stream.items[first:last])


def _said(stream: Stream, first: int, last: int, who: Named) -> Found | None:
    words = stream.sentence.words
    start, end = stream.all[first].start, stream.all[last].end - 1
    while end > start and not words[end].text[-1].isalnum() and words[end].text not in ("%", ")"):
        end -= 1
    label = " ".join(stream.sentence.said(words[start].start, words[end].end).split())
    if not _LEAST <= len(label.split()) <= _MOST or (words[end + 1 : end + 2] and words[end + 1].text == "?"):
        return None
    place = Place(stream.sentence, words[start].start, words[end].end)
    data = {"class": "Assertion", "speaker": who, "label": label, "about": about(stream, first, last)}
    return Found("statement", data, [place], "claimed", who)


def about(stream: Stream, first: int, last: int) -> tuple[Named, ...]:
    """The states and bodies that are named from an item of the sentence to another."""
    kinds = ("state", "body", "demonym", "territory")
    found = (i.value for i in stream.all[first : last + 1] if i.kind in kinds and isinstance(i.value, Named))
    return tuple({value.id: value for value in found}.values())
