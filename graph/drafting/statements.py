"""Statements: who says, proposes, decides, plans or rules out what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .found import Found, Place
from .gazetteer import Named
from .patterns import fits, load_patterns
from .stream import Stream

__all__ = ["statements"]

_CLASSES = {
    "assertion": "Assertion",
    "ruling-out": "RulingOut",
    "proposal": "Proposal",
    "decision": "Decision",
    "plan": "Plan",
}
_LEAST, _MOST = 2, 24  # words of what is said


def statements(stream: Stream) -> Iterator[Found]:
    """What a sentence says that somebody says, proposes, decides, plans or rules out."""
    best: dict[int, tuple[int, str, dict[str, Any], int, int]] = {}
    if stream.sentence.words[-1].text == "?":
        return
    for pattern, found, start, end in fits(stream, load_patterns("statements")):
        speaker_at = found["speaker"][1]
        if speaker_at not in best or end > best[speaker_at][0]:
            best[speaker_at] = end, pattern.section, found, start, end
    for _, section, found, start, end in best.values():
        if end >= len(stream.items) or stream.quoted(start):
            continue
        speaker: Named = found["speaker"][0]
        sentence, words = stream.sentence, stream.sentence.words
        first = stream.all[stream.origin[end]].start
        last = _clause_end(stream, end)
        label = " ".join(sentence.text[words[first].start : words[last].end].split())
        count = len(label.split())
        if not _LEAST <= count <= _MOST:
            continue
        about = _about(stream, end, last)
        if section == "ruling-out":
            label += " is ruled out"
        place = Place(sentence, words[stream.all[stream.origin[start]].start].start, words[last].end)
        data = {"class": _CLASSES[section], "speaker": speaker, "label": label, "about": about}
        basis = {"assertion": "claimed", "plan": "planned"}.get(section, "stated")
        yield Found("statement", data, [place], basis, speaker if basis == "claimed" else None)


def _clause_end(stream: Stream, start: int) -> int:
    """The last word of what is said: the sentence's last before its full stop."""
    words = stream.sentence.words
    last = stream.all[stream.origin[-1]].end - 1
    while last > 0 and not words[last].text[-1].isalnum() and words[last].text not in ("%", ")"):
        last -= 1
    return last


def _about(stream: Stream, start: int, last: int) -> tuple[Named, ...]:
    kinds = ("state", "body", "demonym", "territory")
    found = (i.value for i in stream.items[start:] if i.kind in kinds and i.start <= last and i.value is not None)
    return tuple({value.id: value for value in found}.values())
