"""What imports can be given: arguments and options with their help, declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "ColumnMap",
    "DateFormat",
    "Delimiter",
    "DryRun",
    "Encoding",
    "FetchedFrom",
    "FillDown",
    "IntoStore",
    "LiteralNames",
    "MissingWords",
    "MostFetched",
    "NoReconcile",
    "NoRole",
    "OneBody",
    "OnlyWhere",
    "Replace",
    "RoleWords",
    "Same",
    "SameTable",
    "SheetName",
    "SkipLines",
    "SplitSign",
    "ThroughLens",
]

Replace = Annotated[
    bool, typer.Option("--replace", help="Replace the source of this name, even if it is from another file.")
]

IntoStore = Annotated[
    Path | None, typer.Option("--store", metavar="DIR", help="The store to add to; created if missing.")
]
ColumnMap = Annotated[
    list[str] | None,
    typer.Option(
        metavar="COLUMN=FIELD",
        help="Which column is member, organization, role, start, end, source or quote, if its name does not say; of a"
        " date in parts start_year, start_month, start_day (repeatable).",
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
        help="What a word for a role means: full, associate, observer, keep for a role of its own, or skip to leave"
        " out who has it (repeatable).",
    ),
]
NoRole = Annotated[bool, typer.Option("--no-role", help="Read every membership as a full one, whatever its role.")]
OneBody = Annotated[str, typer.Option(metavar="NAME", help="The one body whose members all rows are.")]
DateFormat = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FORMAT",
        help="The order of dates: DD/MM/YYYY, MM/DD/YYYY, DD/MM/YY or MM/YY; excel, stata, r or unix, for numbers of"
        " days or seconds; approximate, to read parts of years and uncertain dates; buddhist, minguo, persian, islamic"
        " or gregorian, for the calendar of the years (repeatable, one of each kind).",
    ),
]
Delimiter = Annotated[str, typer.Option(metavar="SIGN", help="What separates cells: a sign, or tab.")]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="The encoding of the text, such as utf-8 or cp1252.")]
SkipLines = Annotated[int | None, typer.Option(metavar="N", min=0, help="How many lines come before the header.")]
SheetName = Annotated[str, typer.Option(metavar="NAME", help="The sheet of a workbook, or the file in a zip file.")]
SplitSign = Annotated[
    list[str] | None,
    typer.Option(
        "--split",
        metavar="SIGN",
        help="What else separates several names in one cell; none if nothing does (repeatable).",
    ),
]
FillDown = Annotated[
    bool | None,
    typer.Option(
        "--fill-down/--no-fill-down",
        help="A cell without a member or body was merged with the one above it, or its row is to be left out.",
    ),
]
MissingWords = Annotated[
    list[str] | None,
    typer.Option("--missing", metavar="WORD", help="A cell of this word says nothing (repeatable)."),
]
LiteralNames = Annotated[
    bool,
    typer.Option("--literal", help="Names are as written: marks, numbers, brackets and markup are part of them."),
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
