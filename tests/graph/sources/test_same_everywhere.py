"""Every command that reads gives the same answer from files, a store, Oxigraph's server and Virtuoso.

Virtuoso stands for the engines that are not ours: a query that only Oxigraph understands fails here. Where it is not
installed its part is skipped, and says so.
"""

from __future__ import annotations

import dataclasses
import json
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from answered_here import answered_here
from blocs.graph.model.naming.on_demand import TOO_MANY
from blocs.graph.rdf.source import StoredSource
from blocs.graph.sources.stores.building import Brought
from blocs.graph.sources.stores.store_changes import add_source
from needs import no_server
from places import BUILT_IN, ROOT
from servers import NotInstalled, oxigraph_server, virtuoso_server

Run = Callable[..., Any]
Here = dict[str, Any]

# No fact nodes, no class, no date, IRIs of somebody else.
FOREIGN = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix c: <http://example.org/country/> . @prefix b: <http://example.org/body#> .
c:fr rdfs:label "France"@en, "Frankreich"@de ; org:memberOf b:nato, b:eu .
c:tr rdfs:label "Türkiye" ; org:memberOf b:nato .
c:ie rdfs:label "Ireland" ; org:memberOf b:eu .
b:nato rdfs:label "North Atlantic Treaty Organization" . b:eu rdfs:label "European Union" .
"""

QUESTIONS = [
    "who is in both CST and CIS DMC",
    "which states are in CIS but in neither CST nor GUUAM",
    "which states are in exactly three bodies",
    "which states are only in CIS",
    "who is not in CST",
    "what do Armenia and Azerbaijan have in common",
    "which bodies contain Ukraine but not Armenia",
    "how many CIS members are not in the CST",
    "is there any state in both CST and GUUAM",
    "is Ukraine in GUUAM but not in CST",
    "who was in CST in 1999",
    "who attended the Baku meeting",
    "which CST members attended the Baku meeting",
    "did Turkmenistan attend the Baku meeting",
    "which events did Georgia attend",
    "who signed less than half of the documents",
    "which CST member signed the smallest share of the documents",
    "which CST member signed the largest share",
    "who signed more documents than Georgia",
    "for which states is no figure given",
    "when did the CIS DMC meet",
    "where was the exercise held",
    "what happened in May 2001",
    "what happened in Azerbaijan",
    "which events are planned",
    "who is the Russian defence minister",
    "what office does Ivanov hold",
    "who proposed excluding Armenia from the CST",
    "what did Ivanov rule out",
    "which bodies are part of the CIS",
    "is the CIS DMC part of the CIS",
    "which GUUAM states have no officers in the CIS staff",
    "who is deployed in Abkhazia",
    "what was discussed at the Baku meeting",
    "what is GUUAM",
    "are all CST members in the CIS",
    "did all CIS countries attend the Baku meeting",
    "did any GUUAM state sign all the documents",
    "which of Armenia, Georgia and Russia are in the CST",
    "who is in the CST besides Russia",
    "which bodies is Armenia in apart from the CST",
    "how many states other than Russia are in the CST",
    "which CIS states outside the CST signed at least half of the documents",
    "which states did not sign all the documents",
    "who signed the same share as Kazakhstan",
    "which body has the most members",
    "which bodies have more than five members",
    "which states belong to the fewest bodies",
    "which treaties is Armenia in",
    "is Georgia represented in the CST",
    "which states are represented in the CST",
    "who met in Baku",
    "which meetings took place in Azerbaijan",
    "who signed less than half of the documents in Baku",
    "which exercises did the CIS staff organize",
    "which exercises took place",
    "what did the DMC discuss",
    "which proposals were made in Baku",
    "is the Yerevan summit planned",
    "is Baku in Azerbaijan",
    "what kind of body is GUUAM",
    "was the Soviet Union in the CIS",
    "is the Russian Federation in the CST",
    "when did the Kyrgyz join the CST",
]

REFUSED = [
    "ask which Ukranian alliances are there",
    "ask is the comonwealth of independent states older than GUUAM",
    "ask is Côte d’Ivoire or Armenia in the CST",
    "ask is Blorp in the CST",
    "who GUAM and Atlantis",
    "show Kazahkstan",
    "overlap Armenia Blorp",
]
"""What is asked with names that the graph does not have."""

COMMANDS = [
    "who CST",
    "who CST and CIS DMC --format json",
    "who (CST | GUUAM) - CIS",
    "who CIS but not CST -v --format tsv",
    "who CIS - (CIS - CST) --format csv",
    "who CIS - GUUAM - CST --as-of any",
    "who CIS --as-of 1995 --format jsonl",
    "who CIS --role any --format markdown",
    "who CIS --role observer",
    "show Armenia --format json",
    "show cis-dmc -v --format tsv",
    "show southern-shield-2001 --format json",
    "check",
    "list --format json",
    "list bodies --format csv",
    "search moscow --format json",
    "search common defense",
    "search cis",
    "search s-3",
    "list states",
    "list members",
    "overlap --format json",
    "overlap --by body --format csv",
    "overlap Armenia Azerbaijan -v",
    "path Armenia Georgia -v",
    "path Baku GUUAM --format json",
    "query -e 'SELECT ?s ?o { ?s org:memberOf ?o } ORDER BY ?s ?o' --format json",
    "query -e 'SELECT ?s { ?s org:memberOf :nothing }' --format xml",
    "query -e 'ASK { :armenia org:memberOf :cst }' --format json",
    "query -e 'CONSTRUCT { ?b org:hasMember ?s } WHERE { ?s org:memberOf ?b }' --format ntriples",
    "query in-both -p a=CST -p b='CIS DMC' --format json",
    *(f"query {file.stem} --format tsv" for file in sorted((ROOT / "queries").glob("*.rq"))),
    "overlap --measure all --min-shared 2 --format csv",
    "overlap Armenia --codes iso3 --format json",
    "overlap CST GUUAM CIS -v --format json",
    "overlap Armenia Georgia --role any --as-of any --measure kappa --format json",
    "path Armenia Ukraine --via memberships --limit 3 --format json",
    "list people --format jsonl",
    "show Ivanov -v --format json",
    "network --format json",
    "network --by body --format csv",
    "network Armenia Georgia Ukraine --format json",
    "query -e 'SELECT ?n { :cst skos:prefLabel ?n FILTER(LANG(?n) = \"en\" || true) }'",
    "timeline --format json",
    "timeline CST",
    "timeline Armenia --during 1990:2001 --format csv",
    "who CIS --during 1990:1995",
    "panel 2000:2001 --format csv",
    "panel 1991:2001 --measure all --role any --format jsonl",
    *(f"ask {question} --format json" for question in QUESTIONS),
    "ask is Georgia in the CST --format json",
    "ask what share of the documents did Armenia sign --format json",
    "export --format turtle",
    "export --format ntriples",
    "export --format jsonld",
    "export --format csv",
    "export --format graphml",
    "export --format cytoscape",
    "export --format gexf",
    "export --format mermaid",
    "export --format svg",
    "export --view overlap --by body --format svg",
    "export --view events --format dot",
    "export --view statements --format dot",
    "export --only states,bodies --as-of any --format csv",
    "export --format dot",
    "export --view overlap --format dot",
    "export --focus Armenia --format dot",
]
FOREIGN_COMMANDS = [
    "who North Atlantic Treaty Organization and European Union --format json",
    "who nato - eu",
    "who eu - (eu - nato)",
    "show turkiye --format json",
    "show France --format json",
    "list --format json",
    "search atlantic --format json",
    "search turk",
    "list bodies",
    "list members --format csv",
    "overlap --format json",
    "path Türkiye Ireland --format json",
    "export --format turtle",
    "export --format dot",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("everywhere")


@pytest.fixture(scope="module", params=["built-in", "foreign"])
def graph(request: pytest.FixtureRequest, folder: Path) -> Path:
    """The files of the two graphs."""
    if request.param == "built-in":
        return BUILT_IN
    file = folder / "foreign.ttl"
    file.write_text(FOREIGN)
    return file


@pytest.fixture(scope="module", params=["store", "oxigraph", "many", "very many", "virtuoso"])
def source(
    request: pytest.FixtureRequest, graph: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[str]]:
    """The options that name the same graph in another place."""
    folder = tmp_path_factory.mktemp("server")
    if request.param == "store":
        stored = StoredSource("test", "rdf", "Test", [graph.name], "", "2026-01-01")

        def bring(_: StoredSource, scratch: Path) -> Brought:
            return Brought(f"{triple} .\n".encode() for triple in pyoxigraph.parse(path=graph))

        add_source(folder / "store", stored, bring)
        yield ["--store", str(folder / "store")]
        return
    serve = {"oxigraph": oxigraph_server, "virtuoso": virtuoso_server}.get(request.param, answered_here)
    try:
        with serve([graph], folder) as url, pytest.MonkeyPatch.context() as patch:
            if "many" in request.param:  # as if it had too many names to read them all
                patch.setattr("blocs.graph.model.naming.remote.MANY", 3)
            if request.param == "very many":  # and to go through them
                patch.setattr("blocs.graph.model.naming.remote.VERY_MANY", 3)
            yield ["--endpoint", url]
    except NotInstalled as reason:
        no_server(reason)


def _as_it_is(graph: Path) -> list[str]:
    """The options that read a file as a server has it: without the memberships that lenses make of its plain facts."""
    return ["--data", str(graph), *([] if graph == BUILT_IN else ["--lens", "none"])]


@pytest.fixture(scope="module")
def here(graph: Path) -> Here:
    """What each command says of the files: asked once, to be held against every other place."""
    return {}


def _asked_of(place: str) -> list[str]:
    """The commands for the built-in graph; two places where names are read in part share the questions."""
    questions = [f"ask {question} --format json" for question in QUESTIONS]
    if "many" not in place:
        return COMMANDS
    left_out = set(questions[place == "many" :: 2])
    return [command for command in COMMANDS if command not in left_out]


def test_the_same_answer_everywhere(
    graph: Path,
    source: list[str],
    here: Here,
    blocs: Run,
    monkeypatch: pytest.MonkeyPatch,
    subtests: Any,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("NETRC", "/nonexistent")
    monkeypatch.delenv("BLOCS_ENDPOINT", raising=False)
    for command in _asked_of(request.node.callspec.params["source"]) if graph == BUILT_IN else FOREIGN_COMMANDS:
        with subtests.test(command):
            if command not in here:
                here[command] = blocs(*shlex.split(command), *_as_it_is(graph))
            there, expected = blocs(*shlex.split(command), *source), here[command]
            assert expected.code == 0, expected.err
            if "CONSTRUCT" in command:  # a graph, in no order
                assert sorted(there.out.splitlines()) == sorted(expected.out.splitlines())
            else:
                named_alike = dataclasses.replace(there, err=there.err.replace(source[1].partition("?")[0], str(graph)))
                assert named_alike == expected


def test_the_same_pairs_of_a_set_everywhere(graph: Path, source: list[str], blocs: Run) -> None:
    """Virtuoso loses rows where two sets stand beside the memberships of both."""
    if graph != BUILT_IN:
        pytest.skip("of the built-in graph")
    command = ["ask", "which two CST members share the most bodies", "--format", "csv", "--columns", "id"]
    there, expected = blocs(*command, *source), blocs(*command, "--data", graph)
    assert there.out == expected.out and expected.out.split()[1:] == [
        *("armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan")
    ]


def test_the_same_is_said_of_unknown_names(
    graph: Path, source: list[str], request: pytest.FixtureRequest, blocs: Callable[..., Any], subtests: Any
) -> None:
    """Beside the questions that are offered, which a graph elsewhere is not asked."""
    if graph != BUILT_IN or request.node.callspec.params["source"] == "very many":
        pytest.skip("of very many names only those are compared that begin alike")
    for command in REFUSED:
        with subtests.test(command):
            here, there = (blocs(*shlex.split(command), *place) for place in (["--data", graph], source))
            said = [result.err.partition("; the nearest question")[0] for result in (here, there)]
            said[1] = said[1].replace(TOO_MANY, "see: blocs list")
            assert here.code == there.code == 2 and said[0] == said[1]


def test_comparisons_with_what_is_elsewhere(
    graph: Path, source: list[str], blocs: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`compare` and `info` name their sources; all else that they say is the same."""
    monkeypatch.setenv("NETRC", "/nonexistent")
    other = tmp_path / "other.ttl"
    other.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix : <https://w3id.org/blocs/id/> ."
        " :armenia org:memberOf :guuam . :georgia org:memberOf :cst ."
    )
    for words in (["compare", other, "@"], ["compare", "@", other, "--as-of", "any"], ["compare", "@", "@"]):
        results = []
        for place in (str(graph), source[1]):
            result = blocs(*(place if word == "@" else word for word in words), "--format", "json")
            assert result.code == 0, result.err
            results.append(result.out.replace(json.dumps(place)[1:-1], "@"))
        assert results[0] == results[1]
    here, there = (json.loads(blocs("info", *place, "--format", "json").out) for place in (_as_it_is(graph), source))
    assert {k: v for k, v in here.items() if k not in ("name", "sources", "source")} == {
        k: v for k, v in there.items() if k not in ("name", "sources", "source")
    }
