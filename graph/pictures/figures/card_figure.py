"""A card of one thing: what it is, what is said of it under the words of each relation, and the sentences behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...amounts import counted
from .figure import Caption, Figure, Look
from .letters import folded, text_width
from .scene import Line, Scene, Words

__all__ = ["Saying", "card_figure"]

_COLUMN = 200  # points that a column of facts needs
_GAP = 14.0


@dataclass(frozen=True)
class Saying:
    """One fact as a card has it: the relation in words, the other side, its basis, the numbers of its sentences."""

    relation: str
    other: str
    basis: str
    marks: str = ""


def card_figure(
    said: Sequence[Saying],
    definition: str,
    about: Sequence[str],
    sentences: Sequence[str],
    caption: Caption,
    look: Look | None = None,
) -> Scene:
    """All that is known of one thing.

    Parameters
    ----------
    said : sequence of Saying
        The facts.
    definition : str
        What it is, in a sentence; "" for none.
    about : sequence of str
        Other names, codes and the like, a line each.
    sentences : sequence of str
        The evidence, as it is printed below.
    caption : Caption
        Title, notes and source.
    look : Look or None
        Sizes and inks; None for the usual.

    Returns
    -------
    Scene

    >>> from blocs.graph.pictures.figures.figure import Caption
    >>> card_figure([Saying("has the member", "Georgia", "stated")], "", [], [], Caption("GUUAM")).description
    '1 fact.'
    """
    look = look or Look()
    groups: dict[str, list[Saying]] = {}
    for saying in said:
        groups.setdefault(saying.relation, []).append(saying)
    bases = {saying.basis for saying in said}
    common = max(bases, key=lambda basis: sum(saying.basis == basis for saying in said), default="")
    columns = max(1, min(3, int(look.room / _COLUMN), -(-len(said) // 14)))
    kept = _some(groups, columns, len(sentences), look)
    notes = list(caption.notes)
    if len(bases) > 1:
        notes.append(f"Facts without a word beside them are {common}.")
    elif common:
        notes.append(f"All of this is {common}.")
    figure = Figure(look, replace(caption, notes=tuple(notes)))
    if definition:
        figure.paragraph(definition, look.text)
    for line in about:
        figure.paragraph(line, look.small, look.muted)
    figure.y += 0.5 * look.row
    for relation, sayings in groups.items():
        _group(figure, relation, sayings[: kept[relation]], len(sayings), columns, common)
    if sentences:
        figure.add(Line([(figure.left, figure.y + 4), (figure.right, figure.y + 4)], look.grid))
        figure.y += 6
        for sentence in sentences:
            figure.paragraph(sentence, look.small)
            figure.y += 0.2 * look.small
    return figure.finished(f"{counted(len(said), 'fact')}.")


def _some(groups: dict[str, list[Saying]], columns: int, sentences: int, look: Look) -> dict[str, int]:
    """How many of each relation a page holds: few of the many, all of the few."""
    width = _width(columns, look)
    lines = {
        relation: sum(len(folded(saying.other, width, look.text)) for saying in sayings) / len(sayings)
        for relation, sayings in groups.items()
    }
    kept = {relation: len(sayings) for relation, sayings in groups.items()}
    room = look.height / look.row - 14 - 1.5 * min(sentences, 20) - 1.8 * len(groups)

    def height() -> float:
        return sum(kept[relation] * lines[relation] / columns for relation in kept)

    while height() > room and max(kept.values()) > 3:
        largest = max(kept, key=lambda relation: kept[relation])
        kept[largest] = max(3, kept[largest] - max(1, kept[largest] // 20))
    return kept


def _width(columns: int, look: Look) -> float:
    return (look.room - 10 - _GAP * (columns - 1)) / columns


def _group(figure: Figure, relation: str, sayings: Sequence[Saying], count: int, columns: int, common: str) -> None:
    """The facts of one relation, under its words: in columns, each read from the top down."""
    look = figure.look
    number = f" · {count:,}" if count > 1 else ""
    figure.paragraph(f"{relation}{number}", look.text, look.ink, bold=True)
    figure.y += 0.15 * look.row
    columns = min(columns, len(sayings))
    width = _width(columns, look)
    each = -(-len(sayings) // columns)
    top = bottom = figure.y
    for column in range(columns):
        y = top
        x = figure.left + 10 + column * (width + _GAP)
        for saying in sayings[column * each : (column + 1) * each]:
            beside = " ".join(filter(None, (saying.basis if saying.basis != common else "", saying.marks)))
            lines = folded(saying.other, width - text_width(beside, look.small) - 6, look.text)
            for line in lines:
                y += look.row
                figure.add(Words(x, y - 0.25 * look.text, line, look.text, look.ink))
            if beside:
                end = x + text_width(lines[-1], look.text) + 5
                figure.add(Words(end, y - 0.25 * look.text, beside, look.small, look.muted))
        bottom = max(bottom, y)
    figure.y = bottom
    if len(sayings) < count:
        figure.paragraph(f"and {count - len(sayings):,} more", look.small, look.muted, indent=10)
    figure.y += 0.5 * look.row
