"""What a shell completes: names, queries, formats, measures and dates of the graph in use.

A shell runs `blocs` at every TAB, so each completion reads only what it needs, and says nothing rather than an error.
"""

from __future__ import annotations

import contextlib
import inspect
import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ...graph.knowledge import KnowledgeGraph

__all__ = ["complete_names", "completes", "only_names", "words_before"]

_Completions = Iterable[tuple[str, str]]
_Completer = Callable[[typer.Context, list[str], str], _Completions]


def completes() -> bool:
    """Whether a shell asks for completions, and not a person for an answer."""
    return os.environ.get("_BLOCS_COMPLETE", "").startswith("complete_")


def words_before() -> list[str]:
    """The words between `blocs` and the one that a shell completes, which may have no letter yet."""
    import shlex

    line = os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS", "")
    try:
        words = shlex.split(line)
    except ValueError:  # a quote is not closed yet
        words = line.split()
    return words[1 : None if line.endswith(" ") else -1]


def complete_names(app: typer.Typer) -> None:
    """Give the arguments and options of an app's commands what completes them."""
    for command in app.registered_commands:
        for name, parameter in inspect.signature(command.callback or complete_names, eval_str=True).parameters.items():
            known = _COMPLETERS.get(name)
            for info in getattr(parameter.annotation, "__metadata__", ()):
                if known is not None:
                    info.autocompletion = _quiet(known)


def only_names(app: typer.Typer) -> None:
    """Leave an app's commands their names and what they say of themselves: to complete a name takes no more."""
    for command in app.registered_commands:
        command.callback = _without_parameters(command.callback)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            only_names(group.typer_instance)


def _without_parameters(command: Callable[..., object] | None) -> Callable[[], None]:
    def named() -> None:
        """Nothing is run where a name is completed."""

    named.__name__, named.__doc__ = getattr(command, "__name__", ""), getattr(command, "__doc__", "")
    return named


def _quiet(complete: _Completer) -> Callable[..., list[tuple[str, str]]]:
    """A completer that gives what begins with the word typed, and nothing where it fails."""

    def completed(ctx: typer.Context, args: list[str], incomplete: str) -> list[tuple[str, str]]:
        begun = incomplete.casefold()
        with contextlib.suppress(Exception):
            return [found for found in complete(ctx, args, incomplete) if found[0].casefold().startswith(begun)]
        return []

    return completed


def _words(*words: str) -> _Completer:
    return lambda ctx, args, incomplete: ((word, "") for word in words)


# Of the graph in use


def _graph(ctx: typer.Context) -> KnowledgeGraph | None:
    """The graph that the line names so far; none where it is an endpoint, which a TAB does not ask."""
    from ...graph.knowledge import load
    from .sources import SourceOptions

    line = ctx.params
    chosen = SourceOptions(line.get("data"), store=line.get("store"), endpoint=line.get("endpoint")).chosen()
    return None if chosen.endpoint else load(*(chosen.data or []), store=chosen.store)


def _entities(*kinds: str) -> _Completer:
    """The ids of entities, and the short names that are one word, with the whole name beside them."""

    def complete(ctx: typer.Context, args: list[str], incomplete: str) -> Iterator[tuple[str, str]]:
        graph = _graph(ctx)
        for entity in graph.names.entities if graph is not None else ():
            if not kinds or any(entity.is_a(kind) for kind in kinds):
                yield entity.id, entity.label
                if entity.short != entity.id and not set(entity.short) & set(" \t'\"()&|"):
                    yield entity.short, entity.label

    return complete


def _dates(ctx: typer.Context, args: list[str], incomplete: str) -> Iterator[tuple[str, str]]:
    """The date of the graph, and the years in which a membership begins or ends."""
    from pyoxigraph import Literal

    yield "any", "at any time"
    graph = _graph(ctx)
    if graph is None:
        return
    yield str(graph.as_of), "the graph's own date"
    rows = graph.source.select("SELECT DISTINCT ?date { ?membership schema:startDate|schema:endDate ?date }")
    yield from ((year, "") for year in sorted({date.value[:4] for (date,) in rows if isinstance(date, Literal)}))


# Of blocs itself


def _kinds(ctx: typer.Context, args: list[str], incomplete: str) -> _Completions:
    from ...graph.model.entities import KINDS

    return [(plural, "") for plural in KINDS.values()]


def _queries(ctx: typer.Context, args: list[str], incomplete: str) -> _Completions:
    from ...graph.named_queries.catalog import named_queries

    return [(query.name, query.title) for query in named_queries()]


def _query_parameters(ctx: typer.Context, args: list[str], incomplete: str) -> _Completions:
    from ...graph.named_queries.catalog import named_queries

    # The line itself is looked at: an option that waits for its value keeps the name from being read as an argument.
    on_the_line = set(words_before())
    asked = [query for query in named_queries() if query.name in on_the_line]
    return [(f"{one.name}=", f"default: {one.default}") for query in asked for one in query.parameters]


def _measures(ctx: typer.Context, args: list[str], incomplete: str) -> _Completions:
    from ...graph.analysis.measures import MEASURES

    return [(name, "") for name in (*MEASURES, "all")]


def _layouts(ctx: typer.Context, args: list[str], incomplete: str) -> _Completions:
    from ...graph.pictures.dot import LAYOUTS

    return [(name, "") for name in LAYOUTS]


def _views(ctx: typer.Context, args: list[str], incomplete: str) -> _Completions:
    from ...graph.pictures.options import VIEWS

    return [(name, "") for name in VIEWS]


def _sizes(ctx: typer.Context, args: list[str], incomplete: str) -> _Completions:
    """Sheets that figures are made for; where it is nodes that have a size, what they have it by."""
    from ...graph.pictures.paper import SIZES

    of_nodes = ctx.info_name == "network" and all(parameter.name != "style" for parameter in ctx.command.params)
    return [(word, "") for word in (_NODE_SIZES if of_nodes else SIZES)]


_NODE_SIZES = ("betweenness", "degree", "strength", "brokerage")

_COMPLETERS: dict[str, _Completer] = {
    "as_of": _dates,
    "by": _words("state", "body"),
    "codes": _words("cow", "iso3"),
    "communities": _words("louvain", "greedy"),
    "entities": _entities("state", "body"),
    "entity": _entities(),
    "expression": _entities("body"),
    "focus": _entities(),
    "kind": _kinds,
    "layout": _layouts,
    "measure": _measures,
    "name": _queries,
    "of": _words("state", "body"),
    "parameter": _query_parameters,
    "role": _words("full", "associate", "observer", "any"),
    "node_size": _words(*_NODE_SIZES),
    "size": _sizes,
    "style": _words("screen", "print"),
    "via": _words("all", "memberships"),
    "view": _views,
}
"""What completes an argument or option, by the name of its parameter."""
