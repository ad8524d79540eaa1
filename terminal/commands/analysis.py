"""Analyses: what is counted, measured, compared and connected."""

from typing import TYPE_CHECKING, Annotated

import typer

from ..process import network_options, options, picture_options
from ..process.commands import reads_graph, writes, writes_drawn, writes_figures
from ..process.options import asked_period, examples, kinds_by
from ..process.sources import Timeout, start_time

if TYPE_CHECKING:
    from ...graph.knowledge import KnowledgeGraph
    from ..writing.output import Output

__all__ = ["app"]

_PANEL = "Analysis"

app = typer.Typer()


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples("blocs timeline", "blocs timeline CST", "blocs timeline Armenia --during 1990:2001"),
)
@writes_figures
@reads_graph
def timeline(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ENTITY...]", help="Bodies, states or events. Default: everything that has a date."),
    ] = None,
    as_of: options.AsOfAny = "any",
    during: options.During = None,
) -> None:
    """Show who joined and left what, and when, and what happened."""
    from ...graph.analysis.timeline import entries_of, undated_note
    from ...graph.model.naming.lists import mentioned
    from ..notes import about_date, outside
    from ..timeline import first_years, write_timeline

    among = mentioned(entities or [], graph.names, ())
    period = graph.period(asked_period(as_of, during))
    found = entries_of(graph, among, period)
    undated = () if among else undated_note(found)
    shown = found if among else [entry for entry in found if entry.is_dated]
    dates = about_date if among and any(not one.is_dated for one in found) else outside
    out = out.noting((*dates(graph, str(period), among), *undated, *first_years(shown, graph)))
    write_timeline(shown, among, period, graph, out)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs trend", "blocs trend CST GUUAM", "blocs trend Armenia --during 1990:2001", "blocs trend -o trend.svg"
    ),
)
@writes_figures
@reads_graph
def trend(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ENTITY...]",
            help="Bodies, whose members are counted, or states, whose bodies are. Default: the whole graph.",
        ),
    ] = None,
    as_of: options.AsOfAny = "any",
    during: options.During = None,
    role: options.Role = "full",
) -> None:
    """Count memberships, bodies and states in each year.

    A membership counts in each year that it touches. A state counts while it
    is in the state system, a body while it exists; where the graph does not
    say when that is, while it has a membership that counts.
    """
    from ...graph.analysis.trend import trend as count
    from ...graph.model.naming.lists import mentioned
    from ..notes import outside
    from ..trend import write_trend

    among = mentioned(entities or [], graph.names, ("body", "state"))
    period = graph.period(asked_period(as_of, during))
    write_trend(count(graph, among, period, role), out.noting(outside(graph, str(period), among)))


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples("blocs compare built-in mine.ttl", "blocs compare built-in STORE_FOLDER --as-of 2001 -v"),
)
@writes
def compare(
    one: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A file, a store's folder, an endpoint's URL, or the word built-in.")
    ],
    other: Annotated[str, typer.Argument(metavar="SOURCE", help="The other source, named in the same way.")],
    out: "Output",
    as_of: options.AsOfFirst = None,
    during: options.During = None,
    evidence: options.WithEvidence = False,
    dates: Annotated[
        bool, typer.Option("--dates", help="Show too where both have a membership and date it differently.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--everything", help="Compare too the bodies of which only one source says who is in them.")
    ] = False,
    no_reconcile: Annotated[
        bool,
        typer.Option(
            "--no-reconcile", help="Compare by codes and spelling only, without the lists of states and bodies."
        ),
    ] = False,
    timeout: Timeout = None,
) -> None:
    """Show where two sources disagree about the same membership.

    Compared are the bodies of which both say, for any time, who is in them:
    whoever is in one of them at the date by one source alone is a difference.
    """
    from ...graph.analysis.compare import compare as differences
    from ...graph.knowledge import open_source
    from ..comparing import write_comparison
    from ..notes import about_date
    from ..writing.files import say_beside

    start_time(timeout)
    as_of = asked_period(as_of, during)
    joined = not no_reconcile
    graphs = open_source(one, timeout, reconcile=joined), open_source(other, timeout, reconcile=joined)
    found = differences(*graphs, as_of, reconcile=joined, everything=everything)
    for name, graph in zip((one, other), graphs, strict=True):
        say_beside(graph.source.notes)
        out = out.noting(f"{name}: {note}" for note in about_date(graph, str(found.period)))
    write_comparison(found, (one, other), out, evidence, dates)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs overlap",
        "blocs overlap --by body",
        "blocs overlap -o overlap.svg",
        "blocs overlap Armenia Azerbaijan -v",
        "blocs overlap --measure kappa --min-shared 2",
        "blocs overlap --codes cow --format csv",
    ),
)
@writes_figures
@reads_graph
def overlap(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ENTITY...]",
            help="States or bodies: one is compared with all the others, several with each other.",
        ),
    ] = None,
    by: options.By = None,
    as_of: options.AsOf = None,
    during: options.During = None,
    role: options.Role = "full",
    measure: options.Measures = None,
    threshold: options.Threshold = None,
    min_shared: options.MinShared = 0,
    codes: options.Codes = "",
    pairs: options.Pairs = False,
    evidence: options.WithEvidence = False,
) -> None:
    """Measure how much states overlap by their bodies, or bodies by their members.

    On a terminal this is a matrix; a list of pairs with --pairs, with -v,
    with several measures (the first sorts it), or if one entity is named;
    and a card of what two entities have in common if two are named. As svg,
    png or pdf it is a figure. The formats for programs have every pair with
    every measure.

    Full members count, unless --role says otherwise. Kappa, pi and s are
    computed over the bodies (or states) that existed at that date.
    """
    as_of = asked_period(as_of, during)
    from ...graph.analysis.overlap import overlap as compare
    from ...graph.model.emptied import none_then
    from ...graph.model.naming.lists import mentioned
    from ..notes import about_date, of_data
    from ..overlap import measures_shown, write_overlap

    among = mentioned(entities or [], graph.names, kinds_by(by))
    shown, matrix = measures_shown(measure or [], threshold)
    out = out.noting((*of_data(graph, as_of, out), *about_date(graph, as_of, among)))
    found = compare(graph, by, as_of, among, role=role, measure=shown[0], threshold=threshold, min_shared=min_shared)
    matrix = "" if pairs or evidence or len(among) == 1 else matrix
    out = out if any(found.sets.values()) else out.noting(none_then(graph, found.period))
    write_overlap(found, graph, out, shown=shown, codes=codes, evidence=evidence, matrix=matrix)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs panel 1990:2001 --measure kappa",
        "blocs panel 1990:2000 -m kappa -o dyads.csv",
        "blocs panel 1990:2001 Armenia Azerbaijan --role any",
        "blocs panel 1990:2000 --columns-as peacesciencer -o dyads.csv",
    ),
)
@writes
@reads_graph
def panel(
    years: Annotated[str, typer.Argument(metavar="FROM:TO", help="The years, both included, such as 1990:2000.")],
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ENTITY...]", help="States: one is paired with all the others, several with each other."
        ),
    ] = None,
    role: options.Role = "full",
    measure: options.Measures = None,
    codes: options.Codes = "",
    columns_as: Annotated[
        str,
        typer.Option(
            metavar="TOOL",
            show_default=False,
            help="Name the columns as this tool does: peacesciencer (ccode1, ccode2, year, dyadigos).",
        ),
    ] = "",
) -> None:
    """Export a dyad-year panel: every pair of states in every year.

    One row for each year and each pair of states that were both in the system
    then: the bodies they shared, the bodies that either was in, and each
    --measure. Kappa, pi and s are computed over the bodies that existed in
    that year.
    """
    from ...graph.model.naming.lists import mentioned
    from ..panel import write_panel

    among = mentioned(entities or [], graph.names, ())
    write_panel(graph, years, out, among, role=role, measures=measure or [], codes=codes, names=columns_as)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs upset", "blocs upset CST GUUAM CIS", "blocs upset Armenia Georgia", "blocs upset -o upset.svg"
    ),
)
@writes_figures
@reads_graph
def upset(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None, typer.Argument(metavar="[ENTITY...]", help="Bodies (or states) to compare. Default: all.")
    ] = None,
    by: options.By = None,
    as_of: options.AsOf = None,
    during: options.During = None,
    role: options.Role = "full",
    codes: options.Codes = "",
) -> None:
    """Show who is in exactly which bodies (an UpSet plot).

    Of states (--by state, or if states are named) it shows which bodies have
    exactly which of them as members.
    """
    as_of = asked_period(as_of, during)
    from ...graph.analysis.overlap import overlap as compare
    from ...graph.model.emptied import none_then
    from ...graph.model.naming.lists import mentioned
    from ..notes import about_date, of_data
    from ..upset import write_upset

    among = mentioned(entities or [], graph.names, kinds_by(by))
    sets = by or (among[0].kind if among and among[0].kind == "state" else "body")
    out = out.noting((*of_data(graph, as_of, out), *about_date(graph, as_of, among)))
    found = compare(graph, sets, as_of, among, role=role)
    out = out if any(found.sets.values()) else out.noting(none_then(graph, found.period))
    write_upset(found, out, codes)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs path Armenia GUUAM", "blocs path Ivanov Abkhazia -v", "blocs path Armenia Azerbaijan --via memberships"
    ),
)
@writes_figures
@reads_graph
def path(
    entities: Annotated[
        list[str], typer.Argument(metavar="ENTITY ENTITY", help="Two entities, as in: from Armenia to GUUAM.")
    ],
    graph: "KnowledgeGraph",
    out: "Output",
    via: network_options.Via = "all",
    as_of: options.AsOf = None,
    during: options.During = None,
    limit: network_options.Limit = 10,
    evidence: options.WithEvidence = False,
) -> None:
    """Show how two entities are connected: all shortest paths between them."""
    as_of = asked_period(as_of, during)
    from ...graph.analysis.paths import find_paths
    from ...graph.model.emptied import none_then
    from ...graph.model.naming.lists import two_mentioned
    from ..notes import about_date, of_data
    from ..paths import write_paths

    one, other = two_mentioned(entities, graph.names)
    out = out.noting((*of_data(graph, as_of, out), *about_date(graph, as_of)))
    found = find_paths(graph, one, other, via=via, as_of=as_of, limit=limit)
    write_paths(found, out if found.paths else out.noting(none_then(graph, graph.period(as_of))), evidence)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs network",
        "blocs network --by body",
        "blocs network --min-shared 3",
        "blocs network --as-of 1995 --format csv",
        "blocs network --size degree -o network.svg",
    ),
)
@writes_drawn
@reads_graph
def network(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None, typer.Argument(metavar="[ENTITY...]", help="Only these states or bodies. Default: all.")
    ] = None,
    by: network_options.NetworkBy = None,
    as_of: options.AsOf = None,
    during: options.During = None,
    role: options.Role = "full",
    min_shared: network_options.MinTies = 1,
    measure: options.OneMeasure = "overlap",
    threshold: network_options.NetworkThreshold = None,
    communities: network_options.Communities = "louvain",
    resolution: network_options.Resolution = 1.0,
    seed: network_options.Seed = 0,
    node_size: network_options.NodeSize = "betweenness",
    style: picture_options.Style = "screen",
    size: picture_options.PaperSize = "auto",
) -> None:
    """Show who is central, who brokers and who belongs together, by shared bodies.

    As svg, png, pdf or dot it is drawn: communities by colour and shape, with
    the strongest ties; a double outline marks the only link between two
    bodies.
    """
    as_of = asked_period(as_of, during)
    from ...graph.analysis.network import network as analyse
    from ...graph.model.emptied import none_then
    from ...graph.model.naming.lists import mentioned
    from ..network import write_network
    from ..notes import about_date, of_data

    among = mentioned(entities or [], graph.names, kinds_by(by))
    found = analyse(
        graph,
        by,
        as_of,
        among,
        role=role,
        measure=measure,
        threshold=threshold,
        min_shared=min_shared,
        method=communities,
        resolution=resolution,
        seed=seed,
    )
    out = out.noting((*of_data(graph, as_of, out), *about_date(graph, as_of, among)))
    out = out if any(found.overlap.sets.values()) else out.noting(none_then(graph, found.overlap.period))
    write_network(found, graph, out, node_size, style, size)
