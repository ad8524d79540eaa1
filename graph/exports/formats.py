"""Every format that a graph is exported to: what it is called, what it holds, and who writes it.

This is the one list of formats. To add one, write a function that gives its bytes, and a line in `FORMATS`. What is
named here is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..amounts import counted
from ..errors import InvalidRequest
from ..frozen import frozen
from ..rdf.terms import prologue, text_of

if TYPE_CHECKING:
    from ..model.graph import Graph
    from ..pictures.options import ViewOptions
    from ..pictures.picture import Picture

__all__ = ["FORMATS", "Exported", "Format", "export", "format_named"]


class Exported(NamedTuple):
    """What an export gives: the bytes of a file, and what to say beside it."""

    content: bytes
    notes: tuple[str, ...] = ()


@frozen
class Format:
    """A format: its name, the endings of its files, its media type, what it holds, and what it can be bounded by.

    `takes` are the names of the fields of `ViewOptions` that it heeds; `write` makes the file.
    """

    name: str
    endings: tuple[str, ...]
    media_type: str
    holds: str
    takes: frozenset[str]
    write: Callable[[Graph, ViewOptions], Exported]

    @property
    def drawn(self) -> bool:
        """Whether it is a picture of a view."""
        return "view" in self.takes

    @property
    def rendered(self) -> bool:
        """Whether it is a picture that Graphviz draws, or the text that it draws from."""
        return self.drawn and self.name != "mermaid"


def format_named(name: str) -> Format:
    """The format with a name.

    Parameters
    ----------
    name : str
        Its name, such as "graphml".

    Returns
    -------
    Format

    Raises
    ------
    InvalidRequest
        If there is no such format.

    >>> format_named("turtle").media_type
    'text/turtle'
    """
    if name not in FORMATS:
        raise InvalidRequest(f"unknown export format {name!r}; use one of: {' '.join(FORMATS)}")
    return FORMATS[name]


def export(graph: Graph, name: str, options: ViewOptions | None = None) -> Exported:
    """The graph in a format.

    Parameters
    ----------
    graph : Graph
        The graph.
    name : str
        The name of the format, one of `FORMATS`.
    options : ViewOptions or None
        What part of the graph, and for pictures how it is drawn; None for the usual.

    Returns
    -------
    Exported
        The bytes of the file, and what to say beside it: that it is empty, or that the data do not cover the date.

    Raises
    ------
    InvalidRequest
        If there is no such format, or an option does not go with it.
    OperationFailed
        If it cannot be drawn, or the format cannot hold the graph.

    >>> import blocs
    >>> export(blocs.load(), "csv").content.decode().splitlines()[0][:35]
    'member,organization,role,start,end,'
    """
    from ..pictures.options import ViewOptions, changed_options

    form, options = format_named(name), options or ViewOptions()
    unfit = [option for option in changed_options(options) if option not in form.takes]
    if unfit and not form.takes:
        raise InvalidRequest(f"{name} holds the whole graph; to export a part of it, use a query that gives a graph")
    if "view" in unfit:
        pictures = " ".join(other.name for other in FORMATS.values() if other.drawn)
        raise InvalidRequest(f"{name} holds the whole graph; --view is for pictures: {pictures}")
    if unfit:
        fitting = " ".join(other.name for other in FORMATS.values() if unfit[0] in other.takes)
        raise InvalidRequest(f"--{unfit[0].replace('_', '-')} is not for {name}; it is for: {fitting}")
    return form.write(graph, options)


# Pictures


def _picture(write: Callable[[Picture], bytes]) -> Callable[[Graph, ViewOptions], Exported]:
    def drawn(graph: Graph, options: ViewOptions) -> Exported:
        from ..pictures.views import draw

        picture = draw(graph, options)
        return Exported(write(picture), (*picture.notes, *picture.beside))

    return drawn


def _typeset(form: str) -> Callable[[Graph, ViewOptions], Exported]:
    def drawn(graph: Graph, options: ViewOptions) -> Exported:
        from ..pictures.typesetting import typeset
        from ..pictures.views import draw

        picture = draw(graph, options)
        made = typeset(picture, form)
        return Exported(made.content, (*picture.notes, *made.notes))

    return drawn


def _dot(picture: Picture) -> bytes:
    from ..pictures.dot import dot_text

    return dot_text(picture).encode("utf-8", "backslashreplace")


def _mermaid(picture: Picture) -> bytes:
    from ..pictures.mermaid import mermaid_text

    return mermaid_text(picture).encode("utf-8", "backslashreplace")


# Data


def _page(graph: Graph, options: ViewOptions) -> Exported:
    from .page import html_page
    from .page_data import page_data

    data = page_data(graph, options)
    notes = _notes(graph, options, "" if data["entities"] else "entities")
    if data["misquoted"]:
        count = "1 quote does" if data["misquoted"] == 1 else f"{data['misquoted']} quotes do"
        notes += (f"{count} not stand where the graph says in the text; blocs check --text FILE says which.",)
    return Exported(html_page(data), notes)


def _rdf(name: str) -> Callable[[Graph, ViewOptions], Exported]:
    def written(graph: Graph, options: ViewOptions) -> Exported:
        from . import rdf_formats

        writers = {"turtle": rdf_formats.turtle, "ntriples": rdf_formats.ntriples, "jsonld": rdf_formats.jsonld}
        return Exported(writers[name](graph.source))

    return written


def _memberships(graph: Graph, options: ViewOptions) -> Exported:
    from ..model.known.codes import StateCodes, codes_named
    from .memberships import memberships
    from .tables import memberships_csv

    found = memberships(graph, options.as_of, only=options.only, focus=options.focus, depth=options.depth)
    content = memberships_csv(found, StateCodes(codes_named(options.codes)), graph.period(options.as_of).last_year)
    return Exported(content, (*_notes(graph, options, "memberships" if not found else ""), *_left_out(graph)))


def _left_out(graph: Graph) -> Iterator[str]:
    """What a table of memberships has no place for: those that are denied, and those whose data are missing."""
    counts = []
    for kind, what in (("NonMembership", "denied"), ("MissingMembership", "missing")):
        body = f"SELECT (COUNT(*) AS ?n) WHERE {{ ?fact a blocs:{kind} ; org:member ?member ; org:organization ?body }}"
        count = int(text_of(next(iter(graph.source.select(prologue(body) + body)))[0]) or 0)
        counts += [f"{counted(count, 'membership')} said to be {what}"] if count else []
    if counts:
        yield f"Not in this table: {' and '.join(counts)}; --format turtle has them."


def _network(name: str) -> Callable[[Graph, ViewOptions], Exported]:
    def written(graph: Graph, options: ViewOptions) -> Exported:
        from . import networks, tables
        from .entity_graph import entity_graph

        writers = {
            "graphml": networks.graphml,
            "gexf": networks.gexf,
            "cytoscape": networks.cytoscape,
            "csv-edges": tables.edges_csv,
        }
        facts = entity_graph(graph, options.as_of, only=options.only, focus=options.focus, depth=options.depth)
        empty = "entities" if not facts else "facts about two entities" if not facts.size() else ""
        return Exported(writers[name](facts), _notes(graph, options, empty))

    return written


def _nodes(graph: Graph, options: ViewOptions) -> Exported:
    from ..model.known.codes import StateCodes, codes_named
    from .entity_graph import entity_graph
    from .tables import nodes_csv

    facts = entity_graph(graph, options.as_of, only=options.only, focus=options.focus, depth=options.depth)
    coded = StateCodes(codes_named(options.codes))
    year = graph.period(options.as_of).last_year
    held = {node: coded.of(graph.names.by_iri[data["iri"]], year) for node, data in facts.nodes(data=True)}
    content = nodes_csv(facts, {node: dict(zip(coded.columns, codes, strict=True)) for node, codes in held.items()})
    return Exported(content, _notes(graph, options, "" if facts else "entities"))


def _notes(graph: Graph, options: ViewOptions, empty: str) -> tuple[str, ...]:
    """That nothing of a kind is left, and by what; that the data do not cover the date."""
    from ..model.coverage import data_date_note, date_notes, outside_notes
    from ..model.dates import today

    notes = []
    if empty:
        bounds = [f"--{name.replace('_', '-')}" for name in ("only", "focus", "as_of") if getattr(options, name)]
        why = f"none is left by {' and '.join(bounds)}" if bounds else "this graph has none at its own date"
        of_a_date = options.as_of != "any" and not options.only
        notes.append(f"The file has no {empty}: {why}{'; try --as-of any' if of_a_date else ''}.")
    if options.as_of is not None:
        notes += (outside_notes if empty else date_notes)(graph, graph.period(options.as_of))
    elif not empty and graph.as_of < today() and not any(end.from_text for end in graph.ends.all):
        notes.append(data_date_note(graph.as_of))
    return tuple(notes)


_OF_A_PART = frozenset({"only", "focus", "depth", "as_of"})
_OF_A_PICTURE = _OF_A_PART | {
    "view", "layout", "cluster", "legend", "title", "measure", "threshold", "by",
}  # fmt: skip
_OF_A_STYLED = _OF_A_PICTURE | {"style"}
_OF_A_SHEET = _OF_A_STYLED | {"size"}
_OF_A_PAGE = _OF_A_PART | {"title", "text"}
_WITH_CODES = _OF_A_PART | {"codes"}

FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("dot", (".dot", ".gv"), "text/vnd.graphviz", "a picture", _OF_A_STYLED, _picture(_dot)),
        Format("svg", (".svg",), "image/svg+xml", "a picture", _OF_A_SHEET, _typeset("svg")),
        Format("png", (".png",), "image/png", "a picture", _OF_A_SHEET, _typeset("png")),
        Format("pdf", (".pdf",), "application/pdf", "a picture", _OF_A_SHEET, _typeset("pdf")),
        Format("mermaid", (".mmd", ".mermaid"), "text/vnd.mermaid", "a picture", _OF_A_PICTURE, _picture(_mermaid)),
        Format("html", (".html", ".htm"), "text/html", "a page to search", _OF_A_PAGE, _page),
        Format("turtle", (".ttl", ".turtle"), "text/turtle", "every triple", frozenset(), _rdf("turtle")),
        Format("ntriples", (".nt",), "application/n-triples", "every triple", frozenset(), _rdf("ntriples")),
        Format("jsonld", (".jsonld",), "application/ld+json", "every triple", frozenset(), _rdf("jsonld")),
        Format("graphml", (".graphml",), "application/graphml+xml", "the facts", _OF_A_PART, _network("graphml")),
        Format("gexf", (".gexf",), "application/gexf+xml", "the facts", _OF_A_PART, _network("gexf")),
        Format("cytoscape", (".cyjs", ".json"), "application/json", "the facts", _OF_A_PART, _network("cytoscape")),
        Format("csv", (".csv",), "text/csv", "the memberships", _WITH_CODES, _memberships),
        Format("csv-edges", (), "text/csv", "the facts", _OF_A_PART, _network("csv-edges")),
        Format("csv-nodes", (), "text/csv", "the entities", _WITH_CODES, _nodes),
    )
}
"""Every format by its name, in the order in which they are listed."""
