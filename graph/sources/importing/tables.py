"""Imports of tables of memberships: a user's own, and those of published data sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace as changed
from itertools import chain
from pathlib import Path

from ...model.dates import today
from ...rdf.membership_columns import Collector
from ...rdf.source import StoredSource
from ...readers.names.things import Things
from ...readers.table import TableFile
from ...readers.table_options import TableOptions
from ..progress import Progress, silent
from ..stores.building import Brought, brought_lines
from ..stores.manifest import Manifest
from ..stores.store_changes import add_source
from .checked import Checked
from .origins import origin, source_id

__all__ = ["check_csv", "import_csv"]


def check_csv(
    table: Path,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = silent,
    *,
    options: TableOptions | None = None,
    kind: str = "csv",
) -> Checked:
    """Check every row of a table of memberships, and write nothing.

    Parameters and errors: as for `import_csv`.
    """
    read = TableFile(table, _options(options, mapping), kind=kind)
    memberships: set[tuple[str, str, str, str, str]] = set()
    members: set[str] = set()
    bodies: set[str] = set()
    things: Things | None = None
    reconciler = None
    for row in read.rows(lambda done, size: progress("checking", done, size)):
        if things is None:
            reconciler = read.reconciler()
            things = Things(
                read.dataset.members_kind, reconciler=reconciler, as_of=read.date(), by_spelling=read.by_spelling
            )
        member, body = things.member(row), things.body(row)
        members.add(member.id)
        bodies.add(body.id)
        if row.holds == "yes":
            memberships.add((member.id, body.id, row.role, row.start, things.end_of(row, member, body)))
    read.report.repeated = read.report.memberships - len(memberships)
    read.say_joined(reconciler, whole=True)
    return Checked(read.report.rows, len(memberships), len(members), len(bodies), read.report)


def import_csv(
    store: Path,
    table: Path,
    mapping: Mapping[str, str] | None = None,
    as_of: str | None = None,
    label: str = "",
    progress: Progress = silent,
    *,
    options: TableOptions | None = None,
    kind: str = "csv",
    replace: bool = False,
) -> Manifest:
    """Import a table of memberships into a store; see `readers.table` for what is read.

    Parameters
    ----------
    store : Path
        The store's folder.
    table : Path
        The table, of whatever format; "-" for standard input. The same file again replaces what it brought; another is
        another source.
    mapping : mapping of str to str, optional
        Columns and the fields of the model that they are, if they are not guessed.
    as_of : str, optional
        The table's own date. Default: the last year of a panel, the end of a published data set, or today.
    label : str
        What to call the source, by which it is also known again. Default: the file's name, or the data set's.
    progress : Progress
        Told what is going on.
    options : TableOptions, optional
        What else the user says of the table.
    kind : str
        "csv" for a table of one's own, or the name of a published data set (`readers.published.PUBLISHED`).
    replace : bool
        Whether a source of this name is replaced, whatever file it is from.

    Returns
    -------
    Manifest
        What the store then has; the source's `report` says what was read of the table.

    Raises
    ------
    OperationFailed
        If the table or the store cannot be read or written, or rows are wrong: with row and column. Nothing is changed.
    InvalidRequest
        If it is not clear how the table is to be read, or the label is that of a source from another file.
    """
    read = TableFile(table, _options(options, mapping), kind=kind, as_of=as_of or "", label=label)
    rows = read.rows(lambda done, size: progress("reading", done, size))
    first = next(rows, None)  # what the table is, and of what date, is known with its first row
    about = read.dataset
    source = StoredSource(
        about.id or source_id(table, label, "" if read.alone else read.sheet),
        about.id or "csv",
        about.label,
        [table.name],
        read.date(),
        today(),
        origin([table]),
        sheet=read.sheet,
    )

    def bring(placed: StoredSource, scratch: Path) -> Brought:
        collector = Collector()
        dataset = changed(about, label=placed.label, id=about.id and placed.id, source_id=placed.id)
        everything = chain([first] if first is not None else [], rows)
        return brought_lines(read.triples_of(everything, dataset, collector.add), collector)

    return add_source(
        store,
        source,
        bring,
        progress,
        finished=lambda placed: changed(placed, report=read.report.as_dict()),
        replace=replace,
        named=bool(label),
    )


def _options(options: TableOptions | None, mapping: Mapping[str, str] | None) -> TableOptions:

    options = options or TableOptions()
    return changed(options, mapping={**options.mapping, **mapping}) if mapping else options
