"""What pictures and exports can be given: arguments and options with their help, declared once."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = [
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
    "QuotedText",
    "Style",
    "Title",
    "View",
]

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
