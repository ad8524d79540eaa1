"""Paths as chains: from one thing over facts to the other, a line for each step."""

from __future__ import annotations

from collections.abc import Sequence

from .letters import folded, text_width
from .scene import Dot, Line, Scene, Words
from .sheet import INK, MUTED, Caption, Look, Sheet

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

    >>> from blocs.graph.pictures.figures.sheet import Caption
    >>> chain_figure([("A", [("is in", "B", "stated")])], [], Caption("From A to B")).description
    'A is in B.'
    """
    look = look or Look()
    sheet = Sheet(look, caption)
    for start, links in chains:
        _chain(sheet, start, links)
        sheet.y += look.row * 0.6
    for sentence in sentences:
        sheet.paragraph(sentence, look.small)
        sheet.y += 0.2 * look.small
    said = ("; ".join(f"{words} {end}" for words, end, _ in links) for _, links in chains)
    starts = (start for start, _ in chains)
    return sheet.finished(" ".join(f"{start} {way}." for start, way in zip(starts, said, strict=True)))


def _chain(sheet: Sheet, start: str, links: Sequence[Link]) -> None:
    """What it begins with, and below it each step beside a line that ties them."""
    look = sheet.look
    x, radius = sheet.left + 5, look.text * 0.32
    places = [sheet.y + look.row - 0.6 * look.text]
    sheet.paragraph(start, look.text, INK, bold=True, indent=18)
    for words, end, known in links:
        sheet.y += look.row * 0.2
        sheet.paragraph(words, look.small, MUTED, indent=18)
        places.append(sheet.y + look.row - 0.6 * look.text)
        room = sheet.right - sheet.left - 18 - text_width(known, look.small) - 8
        for line in folded(end, room, look.text, bold=True):
            sheet.paragraph(line, look.text, INK, bold=True, indent=18)
        beside = sheet.left + 18 + text_width(line, look.text, bold=True) + 8
        sheet.add(Words(beside, sheet.y - 0.25 * look.text, known, look.small, MUTED))
    sheet.add(Line([(x, places[0]), (x, places[-1])], look.main(), 1.6))
    sheet.add(*(Dot(x, place, radius, look.main()) for place in places))
