"""Imports of the Correlates of War IGO tables."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ...model.dates import today
from ...rdf.membership_columns import Collector
from ...rdf.source import StoredSource
from ...readers.published.cow import SOURCE, cow_report, cow_triples
from ...readers.published.cow_tables import read_cow
from ...readers.table_options import check_map
from ..progress import Progress, silent
from ..stores.building import Brought, brought_lines
from ..stores.manifest import Manifest
from ..stores.store_changes import add_source
from .checked import Checked
from .origins import origin

if TYPE_CHECKING:
    from ...readers.table_options import TableOptions

__all__ = ["check_cow", "import_cow"]


def import_cow(
    store: Path,
    state_year: Path,
    organizations: Path | None = None,
    states: Path | None = None,
    progress: Progress = silent,
    *,
    reconcile: bool = True,
    same: Mapping[str, str] | None = None,
    options: TableOptions | None = None,
    replace: bool = False,
) -> Manifest:
    """Import the Correlates of War IGO tables into a store; see `cow.cow_triples` for what becomes of them.

    Parameters
    ----------
    store : Path
        The store's folder.
    state_year : Path
        The state-year table. The same table again replaces what it brought.
    organizations, states : Path, optional
        The organization-year table and the list of states, which give full names.
    progress : Progress
        Told what is going on.
    reconcile : bool
        Whether states have the ids of the list of states, or those of what the tables call them.
    same : mapping of str to str, optional
        The ids of states by their names, from `readers.own_names`.
    options : TableOptions, optional
        What the user says of the state-year table: its sheet, how it is written, which columns to leave out.
    replace : bool
        Whether the tables of another release are replaced.

    Returns
    -------
    Manifest
        What the store then has.

    Raises
    ------
    OperationFailed
        If a table or the store cannot be read or written; nothing is changed then.
    InvalidRequest
        If the store has the tables from another file, without `replace`, or a map of names would not be read.
    """
    check_map(same or {}, reconcile=reconcile)
    tables = read_cow(state_year, organizations, states, lambda done, size: progress("reading", done, size), options)
    label = f"Correlates of War: intergovernmental organizations, {tables.first}–{tables.last}"
    files = [str(path.name) for path in (state_year, organizations, states) if path is not None]
    report = cow_report(str(state_year), tables, reconcile=reconcile, same=same).as_dict()
    source = StoredSource(
        SOURCE, "cow-igo", label, files, str(tables.last), today(), origin([state_year]), report=report
    )

    def bring(_: StoredSource, scratch: Path) -> Brought:
        collector = Collector()
        triples = cow_triples(tables, reconcile=reconcile, same=same, told=collector.add)
        return brought_lines(triples, collector)

    return add_source(store, source, bring, progress, replace=replace, named=True)


def check_cow(
    state_year: Path,
    organizations: Path | None = None,
    states: Path | None = None,
    progress: Progress = silent,
    *,
    reconcile: bool = True,
    same: Mapping[str, str] | None = None,
    options: TableOptions | None = None,
) -> Checked:
    """Read the Correlates of War IGO tables, and write nothing.

    Parameters and errors: as for `import_cow`.
    """
    tables = read_cow(state_year, organizations, states, lambda done, size: progress("checking", done, size), options)
    report = cow_report(str(state_year), tables, reconcile=reconcile, same=same)
    return Checked(report.rows, report.memberships, len(tables.cells), len(tables.columns), report)
