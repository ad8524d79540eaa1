"""The command line: each command parses its words, asks `graph`, and hands the answer to `terminal`."""

from typing import TYPE_CHECKING, Annotated

import typer

from .terminal.options import AsOf, Role, WithEvidence, reads_graph, writes
from .terminal.running import run

if TYPE_CHECKING:
    from .graph.knowledge import KnowledgeGraph
    from .terminal.output import Output

app = typer.Typer(
    name="blocs",
    help="Questions about states, alliances, events and people, answered with the evidence.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command(
    epilog="Examples: blocs who CST and CIS DMC · blocs who '(CST | GUUAM) - CIS' · blocs who CIS but not CST -v"
)
@reads_graph
@writes
def who(
    expression: Annotated[
        list[str], typer.Argument(help="Bodies joined by and (&), or (|), but not (-), with parentheses.")
    ],
    graph: "KnowledgeGraph",
    out: "Output",
    as_of: AsOf = None,
    role: Role = "full",
    evidence: WithEvidence = False,
) -> None:
    """Who is in a set of bodies."""
    from .graph.expression import parse_expression
    from .graph.membership import members_query
    from .terminal.answers import members_json, members_table

    question = " ".join(expression)
    parsed = parse_expression(question, graph.names)
    members = graph.members(parsed, as_of, role)
    period = graph.period(as_of)
    if out.format == "json":
        sparql = members_query(parsed, period, role)
        understood = f"members of {parsed}"
        out.json(members_json(members, question=question, understood=understood, sparql=sparql, as_of=str(period)))
    else:
        out.rows(members_table(members, f"In {parsed}, as of {period}", evidence))


def main() -> None:
    """The entry point of the `blocs` command."""
    run(app)


if __name__ == "__main__":
    main()
