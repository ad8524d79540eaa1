"""What a page says of where its data are from: its title, the datasets with what to cite, and what bounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..analysis.citing import citations
from ..model.entities import KINDS
from ..rdf.terms import id_of, prologue, text_of

if TYPE_CHECKING:
    from ..model.graph import Graph
    from ..pictures.options import ViewOptions

__all__ = ["bounds_in_words", "datasets", "page_title"]


def datasets(graph: Graph) -> list[dict[str, Any]]:
    """Each dataset of a graph: its label, what to cite, what it was made from, and its faults by its own documentation.

    >>> import blocs
    >>> datasets(blocs.load())[0]["from"]
    ['Article on military integration in the CIS, May 2001']
    """
    body = "SELECT ?d ?label { ?d a schema:Dataset ; dcterms:source ?from . ?from skos:prefLabel ?label }"
    origins: dict[str, list[str]] = {}
    for dataset, label in sorted(graph.source.select(prologue(body) + body), key=str):
        origins.setdefault(id_of(text_of(dataset)), []).append(text_of(label))
    return [
        {"label": one.label, "cite": list(one.cite), "from": origins.get(one.id, []), "faults": list(one.faults)}
        for one in citations(graph)
    ]


def page_title(options: ViewOptions, sources: list[dict[str, Any]]) -> str:
    """The title of a page: the one that is given, else of what is in focus, else of the dataset."""
    if options.title is not None:
        return options.title
    if options.focus:
        return f"{options.focus.label}: what it has to do with"
    labels = [one["label"] for one in sources]
    return " and ".join(labels) if 0 < len(labels) < 3 else "States, bodies and what connects them"


def bounds_in_words(options: ViewOptions) -> str:
    """What of the graph a page holds, if not all of it.

    >>> from blocs.graph.pictures.options import ViewOptions
    >>> bounds_in_words(ViewOptions(only=("state", "body")))
    'states and bodies only'
    """
    said = []
    if options.focus:
        steps = "1 step" if options.depth == 1 else f"{options.depth} steps"
        said.append(f"only what is at most {steps} from {options.focus.label}")
    if options.only:
        kinds = [KINDS.get(kind, kind) for kind in options.only]
        said.append(f"{', '.join(kinds[:-1])}{' and ' if kinds[:-1] else ''}{kinds[-1]} only")
    return ", ".join(said)
