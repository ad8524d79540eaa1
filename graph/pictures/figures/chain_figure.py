"""Paths as chains: from one thing over facts to the other, a line for each step."""

from __future__ import annotations

from collections.abc import Sequence

from .figure import Caption, Figure, Look
from .letters import folded, text_width
from .scene import Dot, Line, Scene, Words

__all__ = ["Link", "chain_figure"]

Link = tuple[str, str, str]
"""A step of a chain: its words, what it leads to, and how well it is known with the numbers of its sentences."""


def chain_figure(
    chains: Sequence[tuple[str, Sequence[Link]]], sentences: Sequence[str], caption: Caption, look: Look | None = None
) -> Scene:
    """Chains from where they begin to where they lead.

    Parameters
    ----------
    chains : sequence of pairs
        For each what it begins with, and its links.
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
    >>> chain_figure([("A", [("is in", "B", "stated")])], [], Caption("From A to B")).description
    'A is in B.'
    """
    look = look or Look()
    figure = Figure(look, caption)
    for start, links in chains:
        _chain(figure, start, links)
        figure.y += look.row * 0.6
    for sentence in sentences:
        figure.paragraph(sentence, look.small)
        figure.y += 0.2 * look.small
    said = ("; ".join(f"{words} {end}" for words, end, _ in links) for _, links in chains)
    starts = (start for start, _ in chains)
    return figure.finished(" ".join(f"{start} {way}." for start, way in zip(starts, said, strict=True)))


def _chain(figure: Figure, start: str, links: Sequence[Link]) -> None:
    """What it begins with, and below it each step beside a line that ties them."""
    look = figure.look
    x, radius = figure.left + 5, look.text * 0.32
    places = [figure.y + look.row - 0.6 * look.text]
    figure.paragraph(start, look.text, look.ink, bold=True, indent=18)
    for words, end, known in links:
        figure.y += look.row * 0.2
        figure.paragraph(words, look.small, look.muted, indent=18)
        places.append(figure.y + look.row - 0.6 * look.text)
        room = figure.right - figure.left - 18 - text_width(known, look.small) - 8
        for line in folded(end, room, look.text, bold=True):
            figure.paragraph(line, look.text, look.ink, bold=True, indent=18)
        beside = figure.left + 18 + text_width(line, look.text, bold=True) + 8
        figure.add(Words(beside, figure.y - 0.25 * look.text, known, look.small, look.muted))
    figure.add(Line([(x, places[0]), (x, places[-1])], look.main, 1.6))
    figure.add(*(Dot(x, place, radius, look.main) for place in places))
