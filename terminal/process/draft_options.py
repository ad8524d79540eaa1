"""What drafts can be given: arguments and options with their help, declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "DecisionsFile",
    "DraftAll",
    "DraftDate",
    "DraftGraph",
    "DraftOutput",
    "DraftText",
    "Extractions",
    "Review",
]

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
