"""The command that makes two nodes one, and says what it did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..graph.amounts import counted
from .importing import progress
from .notes import say_unread
from .writing.files import say_beside
from .writing.text import clean

if TYPE_CHECKING:
    from ..graph.rdf.source import LocalSource
    from ..graph.sources.stores.merging import Merged

__all__ = ["merge_nodes"]


def merge_nodes(
    names: Sequence[str],
    store: Path | None,
    data: Sequence[Path],
    output: Path | None,
    *,
    undo: bool,
    force: bool,
    dry_run: bool,
) -> None:
    """Join two nodes of a store or of files, or take it back.

    Raises InvalidRequest if the options do not fit together, and what the merge raises.
    """
    from ..graph.errors import InvalidRequest
    from ..graph.rdf.terms import id_of
    from ..graph.sources.stores.manifest import read_manifest
    from ..graph.sources.stores.merging import merge_in_store, undo_merge

    if (store is None) == (not data):
        raise InvalidRequest("name the graph: --store DIR, or --data FILE with -o FILE")
    if undo and len(names) not in (0, 2):
        raise InvalidRequest("--undo takes the two nodes of a merge, or none for the last merge")
    if not undo and len(names) != 2:
        raise InvalidRequest(f"merge takes two nodes, not {len(names)}; a name of several words needs quotes")
    one, other = names or ("", "")
    if store is None:
        _merge_in_files(one, other, data, output, undo=undo, force=force, dry_run=dry_run)
        return
    if output is not None:
        raise InvalidRequest("-o FILE goes with --data; a store is changed in its place")
    with progress() as tell:
        if undo:
            taken = undo_merge(store, one, other, tell, dry_run=dry_run)
            gone = f"{taken.gone_label} ({id_of(taken.gone)})"
            into = f"{taken.into_label} ({id_of(taken.into)})"
            said = f"{gone} {_would(dry_run)} a node of its own again, beside {into}"
            print(clean(f"{store}: {said}"))
            return
        say_beside(note for source in read_manifest(store).sources for note in source.notes)
        found = merge_in_store(store, one, other, tell, force=force, dry_run=dry_run)
    print(clean(f"{store}: {_said(found, dry_run=dry_run)}"))
    if not dry_run:
        say_beside([f"take it back with: blocs merge --undo --store {store}"])


def _merge_in_files(
    one: str, other: str, data: Sequence[Path], output: Path | None, *, undo: bool, force: bool, dry_run: bool
) -> None:
    from ..graph.errors import InvalidRequest
    from ..graph.files import write_whole
    from ..graph.sources.files import load_files
    from ..graph.sources.stores.merging import merge_in_graph

    if undo:
        raise InvalidRequest("--undo is for a store; a file that was merged into another is still as it was")
    if output is None and not dry_run:
        raise InvalidRequest("name the file to write with -o FILE (.ttl, .nt or .jsonld), or use --dry-run")
    write = None if output is None else _writer(output)
    source = load_files(data)
    say_beside([*source.notes, *source.joined])
    say_unread(source.reports)
    found = merge_in_graph(source, one, other, force=force, dry_run=dry_run)
    name = ", ".join(map(str, data))
    if write is not None and output is not None and not dry_run:
        write_whole(output, write(source))
        name = f"{output}"
    print(clean(f"{name}: {_said(found, dry_run=dry_run)}"))


def _writer(path: Path) -> Callable[[LocalSource], bytes]:
    from ..graph.errors import InvalidRequest
    from ..graph.exports.rdf_formats import jsonld, ntriples, turtle

    formats = {".ttl": turtle, ".nt": ntriples, ".jsonld": jsonld}
    if path.suffix.lower() not in formats:
        raise InvalidRequest(f"{path}: a merged graph is written as .ttl, .nt or .jsonld")
    return formats[path.suffix.lower()]


def _would(dry_run: bool) -> str:
    return "would be" if dry_run else "is"


def _said(found: Merged, *, dry_run: bool) -> str:
    gets = f"which gets its {counted(found.memberships, 'membership')}"
    if not found.memberships:
        gets = "and has no memberships to bring"
    return (
        f"{found.gone.label} ({found.gone.id}) {_would(dry_run)} one with {found.into.label} ({found.into.id}), {gets}"
    )
