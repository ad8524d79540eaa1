"""Is a graph sound: its shapes, its evidence, its contradictions and its names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .finding import ADVICE, ERROR, NOTE, SEVERITIES, WARNING, Finding, parted

if TYPE_CHECKING:
    from ..model.graph import Graph
    from ..rdf.source import Source
    from ..readers.table_options import TableOptions

__all__ = ["ADVICE", "ERROR", "NOTE", "SEVERITIES", "WARNING", "Finding", "check", "check_files"]


def check(graph: Graph, texts: Sequence[str] = ()) -> list[Finding]:
    """Everything that is not sound in a graph, the worst first.

    Parameters: the graph; `texts`, files with the text of the sources that it quotes, as `FILE` or `SOURCE=FILE`.
    The graph is asked by SPARQL only, so that it may be in memory, on disk or at an endpoint.

    Raises OperationFailed where a text cannot be read, InvalidRequest where it is not clear whose it is.

    >>> import blocs
    >>> check(blocs.load())
    []
    """
    from .beside_members import holders_of_posts
    from .contradictions import contradictions
    from .naming import ambiguous_names, dangling, look_alike_names, unknown_terms
    from .quoting import misquoted, texts_by_source
    from .shapes import violations
    from .support import unsupported

    by_source = texts_by_source(texts, graph.source, graph.names)
    # The names first: this needs them all, so that an endpoint is not asked for some of them before.
    found = [*_unread(graph.source), *ambiguous_names(graph.names), *look_alike_names(graph.names)]
    nowhere = dangling(graph.source, graph.names)
    found += [*nowhere.values(), *unknown_terms(graph.source)]
    # Of what nothing describes, one finding is enough.
    found += [finding for node, finding in violations(graph.source) if node not in nowhere]
    found += contradictions(graph.source, graph.names, nowhere)
    found += holders_of_posts(graph)
    found += misquoted(graph.source, by_source)
    found += unsupported(graph.source, by_source)
    return sorted(dict.fromkeys(found), key=lambda one: (SEVERITIES.index(one.severity), one.where, one.what))


def _unread(source: Source) -> Iterator[Finding]:
    """What of the data could not be read, as it was said when it was read."""
    from ..model.role_words import COUNTED_AS_FULL, READ_AS_NEAREST
    from ..readers.names.reconciled import WAYS_OF_WRITING
    from ..readers.vocabularies.spans import ENDS_BEFORE
    from ..readers.vocabularies.text_ends import KEPT_WHOLE, READ_AS_CELLS
    from ..sources.joining import UNKNOWN_STATES
    from ..sources.remote.endpoint import Endpoint
    from ..sources.remote.foreign import beside_note, foreign_note

    foreign = (foreign_note(source) or beside_note(source)) if isinstance(source, Endpoint) else ""
    if foreign:
        what, way_out = parted(foreign.removeprefix(f"{source.name}: "))
        yield Finding(WARNING, source.name, _sentence(what), _sentence(way_out))
    for note in source.notes:
        where, _, rest = note.partition(": ")
        what, way_out = parted(rest)
        if what.startswith(ENDS_BEFORE):
            continue  # each of them breaks a shape
        # What a lens is made to leave out is no fault of the data, nor are words that say more than a role does.
        no_faults = ("left out", READ_AS_NEAREST, COUNTED_AS_FULL, READ_AS_CELLS, KEPT_WHOLE)
        severity = NOTE if what.startswith(no_faults) else WARNING
        yield Finding(severity, where, _sentence(what), _sentence(way_out))
    for note in source.joined:
        if note.startswith((WAYS_OF_WRITING, UNKNOWN_STATES)):
            what, _, way_out = note.rpartition("; ")
            severity = WARNING if note.startswith(UNKNOWN_STATES) else NOTE
            yield Finding(severity, source.name, _sentence(what), _sentence(way_out))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def check_files(
    data: Iterable[Path],
    named: Iterable[tuple[str, Path]] = (),
    texts: Sequence[str] = (),
    lenses: Iterable[str] = (),
    told: Callable[[Mapping[str, Any]], object] = lambda report: None,
    tables: TableOptions | None = None,
) -> list[Finding]:
    """Everything that is not sound in RDF files and tables: what cannot be read of them, else as `check`.

    `told` is told what was read of each table and what was not, as `readers.report.Report.as_dict` gives it;
    `tables` is what the user says of them.

    Raises OperationFailed if there is no such file, InvalidRequest if its ending is not known, and as `check` does.
    """
    from ..model.graph import Graph
    from .files import read_files

    source, broken, warnings = read_files(data, named, lenses, tables)
    for report in source.reports:
        told(report)
    return [*broken, *warnings] if broken else [*warnings, *check(Graph(source), texts)]
