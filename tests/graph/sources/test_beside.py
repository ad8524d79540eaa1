"""What an endpoint has beside the model, which only a lens reads, is said: time intervals, lists of members."""

from __future__ import annotations

from pathlib import Path

import pytest
from answered_here import answered_here
from blocs.graph.checking import check
from blocs.graph.model.graph import Graph
from blocs.graph.model.naming.names import read_names
from blocs.graph.model.naming.on_demand import NamesOnDemand
from blocs.graph.model.naming.remote import RemoteNames
from blocs.graph.sources.remote.endpoint import Endpoint
from blocs.graph.sources.remote.foreign import beside_note
from servers import oxigraph_server

PREFIXES = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> . @prefix old: <http://schema.org/> .
@prefix time: <http://www.w3.org/2006/time#> . @prefix : <http://ex.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:fr a schema:Country ; rdfs:label "France" . :pact a org:Organization ; rdfs:label "Alpha Pact" .
:m a org:Membership ; org:member :fr ; org:organization :pact .
"""
WHOLE = ':m schema:startDate "1990" ; schema:endDate "1999" .'
CASES = {
    "nothing else": (WHOLE, ""),
    "an interval": (":m org:memberDuring [ time:hasBeginning [ time:inXSDgYear '1990' ] ] .", "org:memberDuring"),
    "an interval that says the same": (
        WHOLE + ":m org:memberDuring [ time:hasBeginning [ time:inXSDgYear '1990' ] ] .",
        "",
    ),
    "the end in an interval": (
        ':m schema:startDate "1990" ; org:memberDuring [ time:hasEnd [ time:inXSDgYear "1999" ] ] .',
        "org:memberDuring",
    ),
    "a period": (':m <http://purl.org/dc/terms/temporal> "1990/1999" .', "periods of dcterms:temporal"),
    "a period beside dates": (WHOLE + ':m <http://purl.org/dc/terms/temporal> "1990/1999" .', ""),
    "dates in http": (':m old:startDate "1990" .', "dates in http://schema.org/"),
    "a role in words": (WHOLE + ':m org:role "Observer" .', "roles in words"),
    "a role with a name": (WHOLE + ':m org:role :r . :r rdfs:label "Associate member" .', "roles in words"),
    "a role of full right in words": (WHOLE + ':m org:role "Secretary" .', ""),
    "a role of the model": (WHOLE + ":m org:role <https://w3id.org/blocs/ns#observer> .", ""),
    "a list of members": (WHOLE + ":pact org:hasMember :it .", "org:hasMember"),
    "a list of the same members": (WHOLE + ":pact org:hasMember :fr .", ""),
}


@pytest.mark.parametrize(("more", "said"), CASES.values(), ids=CASES.keys())
def test_what_only_a_lens_reads_is_said_of_an_endpoint(tmp_path: Path, more: str, said: str) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(PREFIXES + more, "utf-8")
    with oxigraph_server([path], tmp_path) as url:
        endpoint = Endpoint(url)
        note = beside_note(endpoint)
        assert (said in note) if said else note == ""
        found = [finding for finding in check(Graph(endpoint)) if "Not read over an endpoint" in finding.what]
    assert bool(found) == bool(said)
    assert not said or "blocs export --endpoint" in note


def test_who_asks_says_whether_an_answer_tells_of_memberships(tmp_path: Path) -> None:
    """However its variables are called: what something is called or is tells nothing, what is in what tells all."""
    path = tmp_path / "graph.ttl"
    path.write_text(PREFIXES, "utf-8")
    query = "SELECT ?e ?kind WHERE { ?m <http://www.w3.org/ns/org#member> ?e ; a ?kind } # org:member"
    renamed = query.replace("?e", "?who").replace("?kind", "?what")
    with answered_here([path], tmp_path) as url:
        for asked in (query, renamed):
            endpoint = Endpoint(url)
            assert len(list(endpoint.select_names(asked))) == 1
            assert endpoint.gave_nothing and not endpoint.gave_something
            assert len(list(endpoint.select(asked))) == 1
            assert endpoint.gave_something and not endpoint.gave_nothing


def test_names_that_are_looked_up_tell_nothing_of_memberships(tmp_path: Path) -> None:
    """Also where the kind of what has no class is told by its part in a membership."""
    path = tmp_path / "graph.ttl"
    path.write_text(PREFIXES.replace("a schema:Country ; ", ""), "utf-8")
    with answered_here([path], tmp_path) as url:
        for names in (read_names, lambda source: RemoteNames(source).entities, lambda source: NamesOnDemand(source)):
            endpoint = Endpoint(url)
            found = names(endpoint)
            if isinstance(found, NamesOnDemand):
                found.find("France")
            assert not endpoint.gave_something
