"""What commands can be given: arguments and options with their help, declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    *("AsOf", "AsOfAny", "AsOfFirst", "During", "asked_period"),
    *(
        "By",
        "kinds_by",
        "Codes",
        "CodesBeside",
        "Measures",
        "MinShared",
        "OneMeasure",
        "Pairs",
        "Role",
        "Threshold",
        "WithEvidence",
    ),
    *("Communities", "MinTies", "NetworkBy", "NetworkThreshold", "Resolution", "Seed", "NodeSize"),
    *(
        "Cluster",
        "Depth",
        "DrawnMeasure",
        "DrawnThreshold",
        "Focus",
        "Layout",
        "Legend",
        "Only",
        "OverlapOf",
        "PaperSize",
        "Style",
        "QuotedText",
        "Title",
    ),
    *("DecisionsFile", "DraftAll", "DraftDate", "DraftGraph", "DraftOutput", "DraftText", "Extractions", "Review"),
    *("View", "Advice", "CheckedText", "ColumnMap", "DryRun", "IntoStore", "Limit", "Parameters", "Replace", "Via"),
    *("FetchedFrom", "MostFetched", "OnlyWhere", "ThroughLens"),
    *(
        "DateFormat",
        "Delimiter",
        "Encoding",
        "FillDown",
        "MissingWords",
        "NoRole",
        "OneBody",
        "RoleWords",
        "SheetName",
        "SkipLines",
        "SplitSign",
    ),
    *("NoReconcile", "Same", "SameTable"),
    "examples",
]


def examples(*commands: str) -> str:
    """The end of a command's help: command lines that work, one a line."""
    return "\n".join(["Examples:", *commands])


# Dates

_DATE = "Date at which memberships are read: YYYY, YYYY-MM, YYYY-MM-DD or 'any'. A year means some moment in it."
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=f"{_DATE} Default: the dataset's own date.")]
AsOfAny = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=_DATE)]
AsOfFirst = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Date of the memberships. Default: the first source's own date."),
]
During = Annotated[
    str | None,
    typer.Option("--during", metavar="FROM:TO", help="Memberships at any moment in this period, such as 1990:1995."),
]


def asked_period(as_of: str | None, during: str | None) -> str | None:
    """The period that `--as-of` or `--during` names.

    Raises InvalidRequest if both are given, or `--during` names no period.
    """
    from ...graph.errors import InvalidRequest

    if during is None:
        return as_of
    if as_of not in (None, "any"):
        raise InvalidRequest("--as-of and --during cannot be combined; choose one")
    if ":" not in during:
        raise InvalidRequest(
            f"--during takes FROM:TO, such as 1990:1995, not {during!r}; for one date, use --as-of {during}"
        )
    return during


# What is compared, and what is shown of it

By = Annotated[
    str | None,
    typer.Option("--by", help="state: by the bodies they are in; body: by their members.", metavar="state|body"),
]


def kinds_by(by: str | None) -> tuple[str, ...]:
    """The kinds of entities that `--by` names; none if it names none."""
    return (by,) if by in ("state", "body") else ()


_CODES = "cow, cowc, gw, gwc, iso2, iso3, ison"
Codes = Annotated[
    str,
    typer.Option(
        "--codes",
        metavar="CODE,...",
        help=f"Print states by a code instead of ids: {_CODES}. Several: in columns beside them (cown1, cown2, ...).",
    ),
]
CodesBeside = Annotated[
    str,
    typer.Option(
        "--codes",
        metavar="CODE,...",
        show_default=False,
        help=f"Add the codes of states: {_CODES}; the columns are called as in countrycode (cown, gwn, iso3c, ...).",
    ),
]
CodesInTables = Annotated[
    str,
    typer.Option(
        "--codes",
        metavar="CODE,...",
        show_default=False,
        help=f"csv, csv-nodes: add the codes of states: {_CODES}, in columns called as in countrycode.",
    ),
]


def listed_codes(codes: str) -> tuple[str, ...]:
    """The codes asked for, by name. Raises InvalidRequest if there is no such code."""
    if not codes:
        return ()
    from ...graph.model.state_codes import codes_named

    return tuple(code.name for code in codes_named(codes))


Measures = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        "-m",
        metavar="MEASURE",
        help="A measure to show: shared, union, jaccard, overlap, kappa, pi, s or all (repeatable).",
    ),
]
MinShared = Annotated[int, typer.Option("--min-shared", min=0, metavar="N", help="Leave out pairs that share less.")]
OneMeasure = Annotated[
    str,
    typer.Option(
        "--measure",
        "-m",
        metavar="MEASURE",
        help="Measure for --threshold: shared, union, jaccard, overlap, kappa, pi or s.",
    ),
]
Pairs = Annotated[
    bool, typer.Option("--pairs", help="List the pairs and what they have in common instead of showing a matrix.")
]


def _role(context: typer.Context, role: str) -> str:
    """The role asked for; else the one that is set for every command."""
    source = context.get_parameter_source("role")
    if source is None or source.name != "DEFAULT" or context.resilient_parsing:
        return role
    from ..settings import settings

    chosen = settings().get("role")
    return chosen.value if chosen else role


Role = Annotated[
    str,
    typer.Option(
        "--role",
        metavar="ROLE",
        callback=_role,
        help="Count members in this role: full, associate, observer or any.",
    ),
]
Threshold = Annotated[
    float | None, typer.Option("--threshold", metavar="NUMBER", help="Leave out pairs whose (first) measure is lower.")
]
WithEvidence = Annotated[bool, typer.Option("--evidence", "-v", help="Show the sentences behind each answer.")]

# Networks and paths

Communities = Annotated[
    str, typer.Option("--communities", metavar="METHOD", help="How communities are found: louvain or greedy.")
]
MinTies = Annotated[int, typer.Option("--min-shared", min=1, metavar="N", help="Leave out ties that share less.")]
NetworkBy = Annotated[
    str | None,
    typer.Option(
        "--by", help="state: tied by the bodies they share; body: by the members they share.", metavar="state|body"
    ),
]
NetworkThreshold = Annotated[
    float | None, typer.Option("--threshold", metavar="NUMBER", help="Leave out ties whose --measure is lower.")
]
Resolution = Annotated[
    float,
    typer.Option(
        "--resolution", metavar="NUMBER", help="Above 1: more and smaller communities; below 1: fewer and larger ones."
    ),
]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="Random seed of louvain, which breaks ties by chance.")]
NodeSize = Annotated[
    str,
    typer.Option(
        "--node-size", metavar="MEASURE", help="Size nodes by betweenness, degree, strength or brokerage (pictures)."
    ),
]
Via = Annotated[
    str, typer.Option("--via", metavar="all|memberships", help="Follow facts of every kind, or memberships only.")
]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Show at most this many paths.")]

# Pictures and exports

View = Annotated[
    str,
    typer.Option(
        metavar="VIEW",
        help="overview, memberships, overlap, network, events, statements or all. Default: by what the graph has: the"
        " overview with events or people in it, the network with too many memberships for lines, else the memberships.",
        show_default=False,
    ),
]
Focus = Annotated[str, typer.Option(metavar="ENTITY", help="Show only this entity and what it is connected to.")]
Depth = Annotated[int, typer.Option(min=1, max=6, metavar="N", help="How many steps around --focus.")]
Only = Annotated[str, typer.Option(metavar="KINDS", help="Only these kinds: states,bodies,people,...")]
Layout = Annotated[
    str,
    typer.Option(
        metavar="ENGINE",
        help="dot, neato, fdp, sfdp, circo or twopi. Default: by size; from 300 edges on, sfdp with thin lines.",
    ),
]
Cluster = Annotated[
    bool | None,
    typer.Option(help="Frame states that have the same memberships (layout dot only, where it is the default)."),
]
Legend = Annotated[bool, typer.Option(help="Explain shapes and lines.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The title; '' for none.", show_default=False)]
Style = Annotated[
    str,
    typer.Option(metavar="screen|print", help="Colours for a screen, or greys and patterns for a paper (pictures)."),
]
PaperSize = Annotated[
    str,
    typer.Option(
        "--size",
        metavar="auto|a4|slide|column",
        help="The page that a picture is set out on: svg, png or pdf. A column is 85 mm wide.",
    ),
]
OverlapOf = Annotated[str, typer.Option(metavar="state|body", help="With --view overlap or network: of what.")]
DrawnMeasure = Annotated[
    str,
    typer.Option(
        metavar="MEASURE",
        help="With --view overlap or network: line width by jaccard, overlap, shared, kappa, pi or s.",
    ),
]
DrawnThreshold = Annotated[
    float | None,
    typer.Option(
        metavar="NUMBER",
        help="With --view overlap or network: the lowest --measure to draw; default: about three pairs per node, and"
        " the strongest of each. With memberships: leave out bodies that more than this share of all are in; default:"
        " 0.6 from 300 lines on (1 draws all).",
    ),
]

QuotedText = Annotated[
    list[str] | None,
    typer.Option(
        "--text",
        metavar="[SOURCE=]FILE",
        help="With html: show quotes in their paragraphs of the text of their source (repeatable).",
    ),
]

# Checks, queries and imports

Advice = Annotated[bool, typer.Option("--advice", help="Also suggest improvements; these do not count as problems.")]
CheckedText = Annotated[
    list[str] | None,
    typer.Option(
        metavar="[SOURCE=]FILE",
        help="Check quotes against the text of their source, paragraph by paragraph (repeatable).",
    ),
]
Parameters = Annotated[
    list[str] | None, typer.Option("-p", metavar="NAME=VALUE", help="Bind a variable of the query (repeatable).")
]
Replace = Annotated[
    bool, typer.Option("--replace", help="Replace the source of this name, even if it is from another file.")
]

IntoStore = Annotated[Path, typer.Option("--store", metavar="DIR", help="The store to add to; created if missing.")]
ColumnMap = Annotated[
    list[str] | None,
    typer.Option(
        metavar="COLUMN=FIELD",
        help="Which column is member, organization, role, start, end, source or quote, if its name does not say"
        " (repeatable).",
    ),
]
ThroughLens = Annotated[
    list[str] | None,
    typer.Option(
        "--lens",
        metavar="NAME|FILE.rq",
        help="Read it through this CONSTRUCT query too, by name or file (repeatable); none: through no lens.",
    ),
]
FetchedFrom = Annotated[
    str | None,
    typer.Option("--endpoint", metavar="URL", help="Fetch from this endpoint through --lens, by pages."),
]
OnlyWhere = Annotated[
    str,
    typer.Option("--where", metavar="PATTERN", help="Fetch only what this pattern of ?member finds."),
]
MostFetched = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Fetch at most this many members.")]
RoleWords = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WORD=ROLE",
        help="What a word of the table means: full, associate, observer, or skip to leave its rows out (repeatable).",
    ),
]
NoRole = Annotated[bool, typer.Option("--no-role", help="Read every row as a full membership, whatever its role.")]
OneBody = Annotated[str, typer.Option(metavar="NAME", help="The one body whose members all rows are.")]
DateFormat = Annotated[
    str,
    typer.Option(
        metavar="FORMAT",
        help="The order of dates: DD/MM/YYYY or MM/DD/YYYY; excel or unix, for numbers of days or seconds;"
        " approximate, to read parts of years and uncertain dates.",
    ),
]
Delimiter = Annotated[str, typer.Option(metavar="SIGN", help="What separates cells: a sign, or tab.")]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="The encoding of the text, such as utf-8 or cp1252.")]
SkipLines = Annotated[int | None, typer.Option(metavar="N", min=0, help="How many lines come before the header.")]
SheetName = Annotated[str, typer.Option(metavar="NAME", help="The sheet of a workbook, or the file in a zip file.")]
SplitSign = Annotated[
    str, typer.Option(metavar="SIGN", help="What separates several names in one cell; none if nothing does.")
]
FillDown = Annotated[
    bool,
    typer.Option("--fill-down", help="A cell without a member or body was merged with the one above it."),
]
MissingWords = Annotated[
    list[str] | None,
    typer.Option("--missing", metavar="WORD", help="A cell of this word says nothing (repeatable)."),
]
NoReconcile = Annotated[
    bool,
    typer.Option(
        "--no-reconcile", help="Do not join members and bodies to the lists of states and bodies: each name is its own."
    ),
]
Same = Annotated[
    list[str] | None,
    typer.Option(
        "--same",
        metavar="NAME=OTHER",
        help="Who a name is, by another name or an id; with nothing behind the sign it is joined to none (repeatable).",
    ),
]
SameTable = Annotated[
    Path | None,
    typer.Option("--names", metavar="FILE.csv", help="The same as a table with the columns name and id."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Check every row, write nothing.")]


# Drafts

DraftText = Annotated[
    Path, typer.Argument(metavar="TEXT", help="A text as a file; empty lines separate its paragraphs.")
]
DraftOutput = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the draft as .ttl, or as an .html page to review it."),
]
DraftGraph = Annotated[
    str | None,
    typer.Option(
        "--graph", metavar="SOURCE", help="A file, a store's folder or built-in: what it names keeps its ids there."
    ),
]
DraftDate = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="DATE", help="The date of the text: YYYY, YYYY-MM or YYYY-MM-DD. Default: its latest date."
    ),
]
Extractions = Annotated[
    Path | None,
    typer.Option(
        "--extractions",
        metavar="FILE",
        help="Add facts that another program found: LangExtract's .jsonl, or a table with a column of quotes."
        " What does not stand in the text word for word is refused.",
    ),
]
Review = Annotated[bool, typer.Option("--review", help="Go through the facts one by one; it can stop and go on later.")]
DecisionsFile = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="The decisions of a review, as the page or --review saved them. Default with --review: beside --output.",
    ),
]
DraftAll = Annotated[
    bool, typer.Option("--all", help="List every sentence that nothing was taken from, and every doubt.")
]
