"""What is done with data: shown, checked, exported, drafted, merged."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..process import draft_options, options, picture_options
from ..process.commands import exports, names_source, reads_graph, writes
from ..process.options import examples

if TYPE_CHECKING:
    from ...graph.knowledge import KnowledgeGraph
    from ..process.sources import SourceOptions
    from ..writing.output import Output

__all__ = ["app"]

_PANEL = "Data and pictures"

app = typer.Typer()


@app.command(rich_help_panel=_PANEL, epilog=examples("blocs info", "blocs info --format json"))
@writes
@reads_graph
def info(graph: "KnowledgeGraph", out: "Output") -> None:
    """Show what is in the graph, from which sources and of what date."""
    from ...graph.analysis.inventory import inventory
    from ..inventory import write_inventory

    write_inventory(inventory(graph), out)


@app.command(rich_help_panel=_PANEL, epilog=examples("blocs cite", "blocs cite --format json"))
@writes
@reads_graph
def cite(graph: "KnowledgeGraph", out: "Output") -> None:
    """Show what to cite for the data in use, and what is wrong with them by their own documentation."""
    from ...graph.analysis.citing import citations
    from ..inventory import write_citations

    write_citations(citations(graph), out)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs export -o blocs.svg",
        "blocs export --view overlap --by body -o overlap.png",
        "blocs export --focus Armenia --depth 2 -o armenia.pdf",
        "blocs export --focus Russia --depth 2 --during 1991:2014 -o page.html",
        "blocs export --format turtle",
    ),
)
@exports
@reads_graph
def export(
    graph: "KnowledgeGraph",
    out: "Output",
    view: picture_options.View = "",
    focus: picture_options.Focus = "",
    depth: picture_options.Depth = 1,
    only: picture_options.Only = "",
    as_of: options.AsOf = None,
    during: options.During = None,
    layout: picture_options.Layout = "",
    cluster: picture_options.Cluster = None,
    legend: picture_options.Legend = True,
    title: picture_options.Title = None,
    by: picture_options.OverlapOf = "state",
    measure: picture_options.DrawnMeasure = "jaccard",
    threshold: picture_options.DrawnThreshold = None,
    style: picture_options.Style = "screen",
    size: picture_options.PaperSize = "auto",
    text: picture_options.QuotedText = None,
    codes: options.CodesInTables = "",
) -> None:
    """Export the graph as a picture (svg, png, pdf, dot) or as data for other tools.

    The picture shows what the graph has: who is in what and what happened, or,
    of a big graph (190 states in 200 bodies), who belongs together. For one
    entity use --focus. Words can be read on A4; --size sets a page.
    """
    from ...graph.model.entities import kind_named
    from ...graph.pictures.options import ViewOptions
    from ..exporting import write_export

    kinds = tuple(kind_named(word) for word in only.replace(",", " ").split())
    around = graph.names.find(focus) if focus else None
    asked = ViewOptions(
        view=view,
        focus=around,
        depth=depth,
        only=kinds,
        as_of=options.asked_period(as_of, during),
        layout=layout,
        cluster=cluster,
        legend=legend,
        title=title,
        measure=measure,
        threshold=threshold,
        by=by,
        style=style,
        size=size,
        text=tuple(text or ()),
        codes=options.listed_codes(codes),
    )
    write_export(graph, asked, out)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs check",
        "blocs check mine.ttl members.csv",
        "blocs check mine.ttl --text article.txt",
        "blocs check --store mine --format json",
    ),
)
@writes
@names_source
def check(
    source: "SourceOptions",
    out: "Output",
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE...]", help="Your RDF files and tables. Default: what the source options name."),
    ] = None,
    text: options.CheckedText = None,
    advice: options.Advice = False,
) -> None:
    """Check a graph for problems: syntax, shapes, evidence, contradictions, names.

    Exit status 0 if no problems were found, 1 if there are any.
    """
    from ..checking import findings_of, write_findings

    if write_findings(findings_of(source, files or [], text or []), advice, out):
        raise typer.Exit(1)


@app.command(rich_help_panel=_PANEL, epilog=examples("blocs config", "blocs config --format json"))
@writes
def config(out: "Output") -> None:
    """Show what is set for every command, and where it comes from."""
    from ..configuring import write_settings

    write_settings(out)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs draft article.txt -o mine.ttl",
        "blocs draft article.txt -o review.html",
        "blocs draft article.txt --decisions review.json -o mine.ttl",
        "blocs draft article.txt --graph known.ttl --extractions found.jsonl -o mine.ttl",
    ),
)
def draft(
    text: draft_options.DraftText,
    output: draft_options.DraftOutput = None,
    graph: draft_options.DraftGraph = None,
    date: draft_options.DraftDate = None,
    extractions: draft_options.Extractions = None,
    review: draft_options.Review = False,
    decisions: draft_options.DecisionsFile = None,
    all_: draft_options.DraftAll = False,
) -> None:
    """Draft a graph from a text: every fact with the sentence that says it.

    Nothing is asked of a model or a network. What is wished, planned or
    reported is not taken for a fact, and facts that nobody has reviewed stay
    out of answers unless they are asked for with --drafted.
    """
    from ..drafting import DraftOptions, write_draft

    write_draft(DraftOptions(text, output, graph, date, extractions, decisions, review, all_))


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs merge EEC 'The Six' --store allies --dry-run",
        "blocs merge EEC 'The Six' --store allies",
        "blocs merge --undo --store allies",
        "blocs merge EEC 'The Six' --data allies.csv -o merged.ttl",
    ),
)
def merge(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NODE NODE]", help="The node that stays and the one that goes into it, by name or id."),
    ] = None,
    store: Annotated[Path | None, typer.Option("--store", metavar="DIR", help="The store that has them.")] = None,
    data: Annotated[
        list[Path] | None,
        typer.Option("--data", metavar="FILE", help="A file that has them instead (repeatable); it is not changed."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="With --data: where to write the graph: .ttl, .nt, .jsonld."
        ),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the merge of these two, or the last one, in a store.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Also join two states, or two bodies, that the lists have as different.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, write nothing.")] = False,
) -> None:
    """Make two nodes one: all that is said of the second is then said of the first.

    The evidence of both stays, and the second's names become other names of
    the first. In a store it holds for later imports too, and can be undone.
    """
    from ..merging import merge_nodes

    merge_nodes(names or [], store, data or [], output, undo=undo, force=force, dry_run=dry_run)
