"""The peer of `blocs who CST and CIS DMC`: the same question by Typer, rdflib's parser and rdflib's SPARQL engine."""

from pathlib import Path

import typer

DATA = Path(__file__).resolve().parent.parent.parent / "data" / "triples.ttl"
PREFIXES = "PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"


def who(one: str, other: str) -> None:
    """Print the states that are in both bodies, which are named by their abbreviations."""
    from rdflib import Graph, Literal

    graph = Graph().parse(DATA)
    query = f"""{PREFIXES} PREFIX blocs: <https://w3id.org/blocs/ns#>
        SELECT ?state ?label {{ ?state org:memberOf ?a, ?b ; skos:prefLabel ?label .
          ?a blocs:abbreviation ?one . ?b blocs:abbreviation ?other }} ORDER BY ?state"""
    for state, label in graph.query(query, initBindings={"one": Literal(one), "other": Literal(other)}):
        print(state.rpartition("/")[2], label, sep="\t")


if __name__ == "__main__":
    typer.run(who)
