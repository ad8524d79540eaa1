"""What networks and paths can be given: arguments and options with their help, declared once."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = [
    "Communities",
    "Limit",
    "MinTies",
    "NetworkBy",
    "NetworkThreshold",
    "NodeSize",
    "Resolution",
    "Seed",
    "Via",
]

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
