"""Is a graph sound: its shapes, its evidence, its contradictions and its names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .finding import ADVICE, ERROR, SEVERITIES, WARNING, Finding

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["ADVICE", "ERROR", "SEVERITIES", "WARNING", "Finding", "check", "check_files"]


def check(graph: Graph, texts: Sequence[str] = ()) -> list[Finding]:
    """Everything that is not sound in a graph, the worst first.

    Parameters: the graph; `texts`, files with the text of the sources that it quotes, as `FILE` or `SOURCE=FILE`.
    The graph is asked by SPARQL only, so that it may be in memory, on disk or at an endpoint.

    Raises OperationFailed where a text cannot be read, InvalidRequest where it is not clear whose it is.

    >>> import blocs
    >>> check(blocs.load())
    []
    """
    from .contradictions import contradictions
    from .naming import ambiguous_names, dangling, unknown_terms
    from .quoting import misquoted, texts_by_source
    from .shapes import violations
    from .support import unsupported

    by_source = texts_by_source(texts, graph.source, graph.names)
    nowhere = dangling(graph.source, graph.names)
    found = [*nowhere.values(), *unknown_terms(graph.source)]
    # Of what nothing describes, one finding is enough.
    found += [finding for node, finding in violations(graph.source) if node not in nowhere]
    found += contradictions(graph.source, graph.names, nowhere)
    found += ambiguous_names(graph.names)
    found += misquoted(graph.source, by_source)
    found += unsupported(graph.source, by_source)
    return sorted(dict.fromkeys(found), key=lambda one: (SEVERITIES.index(one.severity), one.where, one.what))


def check_files(
    data: Iterable[Path], named: Iterable[tuple[str, Path]] = (), texts: Sequence[str] = ()
) -> list[Finding]:
    """Everything that is not sound in RDF files and tables: what cannot be read of them, else as `check`.

    Raises OperationFailed if there is no such file, InvalidRequest if its ending is not known, and as `check` does.
    """
    from ..model.graph import Graph
    from .files import read_files

    source, broken = read_files(data, named)
    return broken or check(Graph(source), texts)
