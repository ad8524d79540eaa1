"""Importing data into a store: `blocs import`."""

from pathlib import Path
from typing import Annotated

import typer

from ..process import import_options
from ..process.import_kinds import ImportGroup
from ..process.options import examples
from ..process.sources import Timeout

__all__ = ["app"]

_PANEL = "Data and pictures"

app = typer.Typer()

importing = typer.Typer(cls=ImportGroup, help="Import your own data into a store on disk.", no_args_is_help=True)
app.add_typer(importing, name="import", rich_help_panel=_PANEL)


@importing.command(
    "cow-igo",
    epilog=examples(
        "blocs import cow-igo state_year_formatv3.csv --store cow",
        "blocs import cow-igo state_year.csv.gz --organizations igo_year.csv.gz --states states2016.csv --store cow",
    ),
)
def import_cow_igo(
    state_year: Annotated[
        Path,
        typer.Argument(metavar="TABLE", help="The state-year or organization-year table: CSV, .gz, Stata or zip."),
    ],
    store: import_options.IntoStore = None,
    organizations: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The organization-year table, for the organizations' full names."),
    ] = None,
    states: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The list of states, for their full names.")
    ] = None,
    map: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN=ignore", help="A column that is no organization, to be left out (repeatable)."),
    ] = None,
    delimiter: import_options.Delimiter = "",
    encoding: import_options.Encoding = "",
    skip: import_options.SkipLines = None,
    sheet: import_options.SheetName = "",
    no_reconcile: import_options.NoReconcile = False,
    same: import_options.Same = None,
    names: import_options.SameTable = None,
    replace: import_options.Replace = False,
    dry_run: import_options.DryRun = False,
) -> None:
    """Import the Correlates of War IGO tables: memberships with their roles and years."""
    from ...graph.readers.names.own_names import own_names
    from ...graph.readers.table_options import TableOptions
    from ..importing import import_cow_tables, mapping_of

    said = TableOptions(
        mapping_of(map or []),
        delimiter=delimiter,
        encoding=encoding,
        skip=skip,
        sheet=sheet,
        reconcile=not no_reconcile,
        same=own_names(same or (), names),
    )
    import_cow_tables((state_year, organizations, states), store, said, replace=replace, dry_run=dry_run)


@importing.command(
    "csv",
    epilog=examples(
        "blocs import csv members.csv --store mine",
        "blocs import csv leagues.csv --map Land=member --map Bund=organization --dry-run",
    ),
)
def import_csv_(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A table of memberships: CSV of any kind, xlsx, ods, Stata, SPSS, Parquet, JSON, zip; - for stdin.",
        ),
    ],
    store: import_options.IntoStore = None,
    map: import_options.ColumnMap = None,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="The date of the table's data. Default: today.")
    ] = None,
    label: Annotated[str, typer.Option(metavar="TEXT", help="What to call the source. Default: the file's name.")] = "",
    role: import_options.RoleWords = None,
    no_role: import_options.NoRole = False,
    organization: import_options.OneBody = "",
    date_format: import_options.DateFormat = None,
    delimiter: import_options.Delimiter = "",
    encoding: import_options.Encoding = "",
    skip: import_options.SkipLines = None,
    sheet: import_options.SheetName = "",
    split: import_options.SplitSign = None,
    fill_down: import_options.FillDown = None,
    missing: import_options.MissingWords = None,
    literal: import_options.LiteralNames = False,
    no_reconcile: import_options.NoReconcile = False,
    same: import_options.Same = None,
    names: import_options.SameTable = None,
    replace: import_options.Replace = False,
    dry_run: import_options.DryRun = False,
) -> None:
    """Import a table of memberships: member, organization, role, start, end, year, source, quote.

    What is read as what is found out by the names and contents of the columns, and reported.
    """
    from ...graph.readers.dates.date_formats import joined_formats
    from ...graph.readers.names.own_names import own_names
    from ...graph.readers.table_options import TableOptions
    from ..importing import import_table, mapping_of

    said = TableOptions(
        mapping_of(map or []),
        tuple(role or ()),
        no_role,
        joined_formats(date_format or ()),
        delimiter,
        encoding,
        skip,
        sheet,
        tuple(split or ()),
        organization,
        fill_down,
        not no_reconcile,
        own_names(same or (), names),
        tuple(missing or ()),
        literal,
    )
    import_table("csv", table, store, said, date=date, label=label, replace=replace, dry_run=dry_run)


def _published(name: str, text: str, *commands: str) -> None:
    """A command that imports a published data set."""

    @importing.command(name, help=text, epilog=examples(*commands))
    def command(
        table: Annotated[
            Path, typer.Argument(metavar="FILE", help="The table as it is published: CSV, Stata, or the zip file.")
        ],
        store: import_options.IntoStore = None,
        map: import_options.ColumnMap = None,
        role: import_options.RoleWords = None,
        no_role: import_options.NoRole = False,
        date_format: import_options.DateFormat = None,
        delimiter: import_options.Delimiter = "",
        encoding: import_options.Encoding = "",
        skip: import_options.SkipLines = None,
        sheet: import_options.SheetName = "",
        split: import_options.SplitSign = None,
        missing: import_options.MissingWords = None,
        literal: import_options.LiteralNames = False,
        no_reconcile: import_options.NoReconcile = False,
        same: import_options.Same = None,
        names: import_options.SameTable = None,
        replace: import_options.Replace = False,
        dry_run: import_options.DryRun = False,
    ) -> None:
        from ...graph.readers.dates.date_formats import joined_formats
        from ...graph.readers.names.own_names import own_names
        from ...graph.readers.table_options import TableOptions
        from ..importing import import_table, mapping_of

        said = TableOptions(
            mapping_of(map or []),
            tuple(role or ()),
            no_role,
            joined_formats(date_format or ()),
            delimiter,
            encoding,
            skip,
            sheet,
            tuple(split or ()),
            missing=tuple(missing or ()),
            literal=literal,
            reconcile=not no_reconcile,
            same=own_names(same or (), names),
        )
        import_table(name, table, store, said, replace=replace, dry_run=dry_run)


def _coded(name: str, text: str, *commands: str) -> None:
    """A command that imports a published data set whose columns and codes are known, so that nobody says them."""

    @importing.command(name, help=text, epilog=examples(*commands))
    def command(
        table: Annotated[
            Path, typer.Argument(metavar="FILE", help="The table as it is published: CSV, Stata, or the zip file.")
        ],
        store: import_options.IntoStore = None,
        delimiter: import_options.Delimiter = "",
        encoding: import_options.Encoding = "",
        skip: import_options.SkipLines = None,
        sheet: import_options.SheetName = "",
        missing: import_options.MissingWords = None,
        no_reconcile: import_options.NoReconcile = False,
        same: import_options.Same = None,
        names: import_options.SameTable = None,
        replace: import_options.Replace = False,
        dry_run: import_options.DryRun = False,
    ) -> None:
        from ...graph.readers.names.own_names import own_names
        from ...graph.readers.table_options import TableOptions
        from ..importing import import_table

        said = TableOptions(
            delimiter=delimiter,
            encoding=encoding,
            skip=skip,
            sheet=sheet,
            missing=tuple(missing or ()),
            reconcile=not no_reconcile,
            same=own_names(same or (), names),
        )
        import_table(name, table, store, said, replace=replace, dry_run=dry_run)


_coded(
    "atop",
    "Import the members of ATOP alliances (atop5_1m), with what each promised.",
    "blocs import atop atop5_1m.csv --store atop",
)
_coded(
    "cow-alliances",
    "Import the Correlates of War alliances by member, with full dates and kinds.",
    "blocs import cow-alliances alliance_v4.1_by_member.csv --store alliances",
)
_published(
    "igor",
    "Import tables of the R package igoR (igo_members, igo_state_membership).",
    "blocs import igor igor.csv --store igos",
)
_coded(
    "many",
    "Import parties to agreements from the many packages (memberships tables).",
    "blocs import many memberships.csv --store many",
)
_published(
    "wikidata",
    "Import the results of a Wikidata query: country, countryLabel, organization, organizationLabel, start, end.",
    "blocs import wikidata query.csv --store wikidata",
)


@importing.command(
    "rdf",
    epilog=examples(
        "blocs import rdf mine.ttl more.nt.gz --store mine",
        "blocs import rdf parliament.json --store parliament",
        "blocs import rdf clubs.ttl --lens clubs.rq --store clubs",
    ),
)
def import_rdf_(
    store: import_options.IntoStore = None,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE...]", help="RDF files, which become one source.")
    ] = None,
    label: Annotated[
        str, typer.Option(metavar="TEXT", help="What to call the source. Default: the first file's name.")
    ] = "",
    lens: import_options.ThroughLens = None,
    endpoint: import_options.FetchedFrom = None,
    where: import_options.OnlyWhere = "",
    limit: import_options.MostFetched = 100_000,
    timeout: Timeout = None,
    role: import_options.RoleWords = None,
    no_role: import_options.NoRole = False,
    no_reconcile: import_options.NoReconcile = False,
    replace: import_options.Replace = False,
    dry_run: import_options.DryRun = False,
) -> None:
    """Import RDF files of any format and vocabulary, or what a lens finds at an endpoint."""
    from ..importing import check_graph, import_graph

    fetched = {"where": where, "limit": limit, "timeout": timeout}
    reconcile, roles = not no_reconcile, (role or [], no_role)
    if dry_run:
        check_graph(files or [], endpoint, lens or [], roles, reconcile=reconcile)
        return
    import_graph(
        store, files or [], endpoint, lens or [], fetched, roles, label=label, reconcile=reconcile, replace=replace
    )
