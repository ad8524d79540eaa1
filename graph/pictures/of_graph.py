"""Figures of a graph for Python: asked for by name, drawn when they are looked at, shown by a notebook as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InvalidRequest
from ..files import write_whole
from ..model.coverage import outside_notes
from ..model.membership import has_undated, undated_notes
from .figures.drawn import drawn
from .figures.figure import Caption, look_of
from .figures.plans import Plan, card_plan, chain_plan, matrix_plan, timeline_plan, trend_plan, upset_plan
from .figures.source import source_line
from .figures.words import overlap_notes, trend_notes
from .rendering import PICTURES

if TYPE_CHECKING:
    from ..model.entities import Entity
    from ..model.graph import Graph
    from .options import ViewOptions

__all__ = ["Drawing", "Figures"]


@dataclass(frozen=True)
class Drawing:
    """A figure or picture; a notebook shows it.

    Attributes
    ----------
    title : str
        What it shows.
    draw : callable
        The bytes of it in a format: svg, png or pdf.
    """

    title: str
    draw: Callable[[str], bytes]

    @property
    def svg(self) -> str:
        """The figure as svg."""
        return self.draw("svg").decode()

    @property
    def png(self) -> bytes:
        """The figure as png, of 144 dots per inch."""
        return self.draw("png")

    @property
    def pdf(self) -> bytes:
        """The figure as pdf."""
        return self.draw("pdf")

    def save(self, file: str | PathLike[str]) -> None:
        """Write the figure to a file, in the format of its ending.

        Parameters
        ----------
        file : str or path
            The file; it is written whole or not at all.

        Raises
        ------
        InvalidRequest
            If its ending is not .svg, .png or .pdf.
        OperationFailed
            If it cannot be drawn or written.
        """
        form = Path(file).suffix.lower().removeprefix(".")
        if form not in PICTURES:
            raise InvalidRequest(f"{Path(file).name!r} is no file of a figure; use one of: .svg .png .pdf")
        write_whole(Path(file), self.draw(form))

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_html_(self) -> str:
        # Inside a page, an svg has neither declaration nor document type.
        return f"<div>{self.svg[self.svg.index('<svg') :]}</div>"


class Figures:
    """The figures of a graph, as the commands of the same names draw them.

    Each method takes `style` ("screen" in colour, "print" in greys and patterns) and `size` ("auto", "a4", "slide", or
    "column" for 85 mm), and gives a `Drawing`: `svg`, `png`, `pdf`, `save(file)`. Entities are given by any of their
    names.

    >>> import blocs
    >>> figure = blocs.load().figures.trend(["CST", "GUUAM"])
    >>> figure.title, figure.svg[:4]
    ('Members of CST, GUUAM by year', '<svg')
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def overlap(
        self,
        by: str | None = None,
        as_of: str | None = None,
        among: Sequence[str] = (),
        *,
        measure: str = "jaccard",
        style: str = "screen",
        size: str = "auto",
    ) -> Drawing:
        """What states or bodies share, as a matrix shaded by a measure.

        Parameters
        ----------
        by : str or None
            "state" or "body"; None: as the entities named are, else "state".
        as_of : str or None
            The date of the memberships.
        among : sequence of str
            The entities to compare; all if empty.
        measure : str
            One of `analysis.measures.MEASURES`.
        style, size : str
            How it looks, and on what it is set out.

        Returns
        -------
        Drawing

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If the entities cannot be compared, there are not three of them, or a measure, date, style or size is none.

        >>> import blocs
        >>> blocs.load().figures.overlap("body").title
        'Bodies by the members in common'
        """
        from ..analysis.overlap import overlap

        found = overlap(self._graph, by, as_of, self._named(among), measure=measure)
        if len(found.sets) < 3:
            raise InvalidRequest("a matrix needs three states or bodies; overlap() compares two")
        notes = (*overlap_notes(found, [measure]), *self._undated(as_of))
        return self._drawing(matrix_plan(found, measure), style, size, as_of, notes)

    def upset(
        self,
        by: str | None = None,
        as_of: str | None = None,
        among: Sequence[str] = (),
        *,
        style: str = "screen",
        size: str = "auto",
    ) -> Drawing:
        """Who is in exactly which bodies, or which bodies have exactly which states: an UpSet plot.

        Parameters
        ----------
        by : str or None
            "body" or "state"; None: as the entities named are, else "body".
        as_of : str or None
            The date of the memberships.
        among : sequence of str
            The bodies or states; all if empty.
        style, size : str
            How it looks, and on what it is set out.

        Returns
        -------
        Drawing

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If the entities cannot be compared, or a date, style or size is none.

        >>> import blocs
        >>> blocs.load().figures.upset().title
        'Who is in exactly which bodies'
        """
        from ..analysis.overlap import overlap

        named = self._named(among)
        found = overlap(self._graph, by or (None if named else "body"), as_of, named)
        return self._drawing(upset_plan(found), style, size, as_of, self._undated(as_of))

    def timeline(
        self, among: Sequence[str] = (), as_of: str = "any", *, style: str = "screen", size: str = "auto"
    ) -> Drawing:
        """Who was in what from when to when, and what happened, as bars over years.

        Parameters
        ----------
        among : sequence of str
            Bodies, states or events; everything that has a date if empty.
        as_of : str
            The period.
        style, size : str
            How it looks, and on what it is set out.

        Returns
        -------
        Drawing

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If an entity has no timeline, or the period, style or size is none.

        >>> import blocs
        >>> blocs.load().figures.timeline(["CST"]).title
        'Timeline of CST'
        """
        from ..analysis.timeline import entries_of, undated_note

        named, period = self._named(among), self._graph.period(as_of)
        entries = entries_of(self._graph, named, period)
        undated = () if named else undated_note(entries)
        shown = entries if named else [entry for entry in entries if entry.is_dated]
        return self._drawing(timeline_plan(shown, named, period, self._graph.as_of), style, size, as_of, undated)

    def trend(
        self,
        among: Sequence[str] = (),
        as_of: str = "any",
        role: str = "full",
        *,
        style: str = "screen",
        size: str = "auto",
    ) -> Drawing:
        """How many memberships, bodies and states there were in each year, as lines.

        Parameters
        ----------
        among : sequence of str
            Bodies, whose members are counted, and states, whose bodies are; all if empty.
        as_of : str
            The years, as a period.
        role : str
            The role of the memberships that count.
        style, size : str
            How it looks, and on what it is set out.

        Returns
        -------
        Drawing

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If an entity is neither a body nor a state, there are not two years, or the role, period, style or size is
            none.

        >>> import blocs
        >>> blocs.load().figures.trend(["CST"], size="column").title
        'Members of CST by year'
        """
        from ..analysis.trend import trend

        found = trend(self._graph, self._named(among), self._graph.period(as_of), role)
        if len(found.years) < 2:
            raise InvalidRequest("lines need two years or more; trend() has the numbers of one")
        return self._drawing(trend_plan(found), style, size, as_of, trend_notes(found))

    def show(
        self,
        name: str,
        as_of: str | None = "any",
        *,
        evidence: bool = True,
        style: str = "screen",
        size: str = "auto",
    ) -> Drawing:
        """All that is known of one entity, as a card.

        Parameters
        ----------
        name : str
            The entity.
        as_of : str or None
            The date of facts that have dates.
        evidence : bool
            Whether the sentences that it rests on stand below.
        style, size : str
            How it looks, and on what it is set out.

        Returns
        -------
        Drawing

        Raises
        ------
        UnknownName
            If the graph has no entity of this name.
        InvalidRequest
            If the date, style or size is none.

        >>> import blocs
        >>> "Commonwealth" in blocs.load().figures.show("CIS").svg
        True
        """
        from ..model.description import describe

        graph = self._graph
        found = describe(graph.source, graph.names, graph.names.find(name), graph.period(as_of))
        return self._drawing(card_plan(found, graph.names, evidence=evidence), style, size, as_of)

    def path(
        self,
        a: str,
        b: str,
        *,
        via: str = "all",
        as_of: str | None = None,
        limit: int = 10,
        style: str = "screen",
        size: str = "auto",
    ) -> Drawing:
        """How two entities are connected, fact by fact, as chains.

        Parameters
        ----------
        a, b : str
            The entities.
        via : str
            "all" for facts of every kind, "memberships" for these only.
        as_of : str or None
            The date of the facts.
        limit : int
            How many paths to give at most.
        style, size : str
            How it looks, and on what it is set out.

        Returns
        -------
        Drawing

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If both are the same entity, or `via`, the date, style or size is none.

        >>> import blocs
        >>> blocs.load().figures.path("Armenia", "GUUAM").title
        'From Armenia to GUUAM by facts, as of 2001-05'
        """
        from ..analysis.paths import find_paths

        find = self._graph.names.find
        found = find_paths(self._graph, find(a), find(b), via=via, as_of=as_of, limit=limit)
        return self._drawing(chain_plan(found), style, size, as_of, self._undated(as_of))

    def view(self, options: ViewOptions | None = None) -> Drawing:
        """A picture of the graph: nodes and lines, as `blocs export` draws it.

        Parameters
        ----------
        options : ViewOptions or None
            Which view, of what, and how it looks; `pictures.options.view_options` takes them in words.

        Returns
        -------
        Drawing

        Raises
        ------
        InvalidRequest
            If there is no such view, layout, measure or date.

        >>> import blocs
        >>> from blocs.graph.pictures.options import ViewOptions
        >>> blocs.load().figures.view(ViewOptions(view="memberships")).title
        'Who is in which body, as of 2001-05'
        """
        from .typesetting import typeset
        from .views import draw

        picture = draw(self._graph, options)
        return Drawing(picture.title, lambda form: typeset(picture, form).content)

    def _named(self, names: Sequence[str]) -> list[Entity]:
        return [self._graph.names.find(name) for name in names]

    def _undated(self, as_of: str | None) -> tuple[str, ...]:
        """That memberships without dates count at a date that was asked for."""
        period = self._graph.period(as_of)
        notes = () if as_of is None else undated_notes(period, self._graph.as_of)
        return notes if notes and has_undated(self._graph.source) else ()

    def _drawing(self, plan: Plan, style: str, size: str, as_of: str | None, notes: Sequence[str] = ()) -> Drawing:
        look, graph = look_of(style, size), self._graph
        outside = outside_notes(graph, graph.period(as_of)) if as_of not in (None, "any") else ()
        caption = Caption(plan.title, plan.subtitle, (*plan.notes, *notes, *outside), source_line(graph))
        return Drawing(plan.title, lambda form: drawn(plan.make(caption, look), form))
