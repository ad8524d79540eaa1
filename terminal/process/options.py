"""What commands can be given: arguments and options with their help, declared once."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = [
    "Advice",
    "AsOf",
    "AsOfAny",
    "AsOfFirst",
    "By",
    "CheckedText",
    "Codes",
    "CodesBeside",
    "CodesInTables",
    "During",
    "Measures",
    "MinShared",
    "OneMeasure",
    "Pairs",
    "Parameters",
    "Role",
    "Threshold",
    "WithEvidence",
    "asked_period",
    "examples",
    "kinds_by",
    "listed_codes",
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
    from ...graph.model.known.codes import codes_named

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

# Checks and queries

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
