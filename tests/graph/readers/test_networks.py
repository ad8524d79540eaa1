"""Networks of states and bodies, as tools for networks write them: each edge of the two kinds is a membership."""

from __future__ import annotations

import inspect
import io
import json
from pathlib import Path
from typing import Any

import networkx
import pytest
from tables_read import Right, hold_against

PLAIN = ["France/Alpha Pact/observer/1990/1995", "Italy/Alpha Pact/full/1991/", "Ruritania/Beta League/full/1992/"]


def two_mode(**of_nodes: tuple[Any, Any]) -> networkx.Graph:
    """Three states in two bodies, whose nodes say what they are by attributes: of states, of bodies."""
    graph = networkx.Graph()
    for side, names in enumerate((("France", "Italy", "Ruritania"), ("Alpha Pact", "Beta League"))):
        graph.add_nodes_from(names, **{name: values[side] for name, values in of_nodes.items()})
    graph.add_edge("France", "Alpha Pact", start=1990, end=1995, role="observer")
    graph.add_edge("Italy", "Alpha Pact", start=1991)
    graph.add_edge("Ruritania", "Beta League", start=1992)
    return graph


def written(graph: networkx.Graph, form: str) -> bytes:
    out = io.BytesIO()
    if form == "json":
        # networkx 3.3 calls the parameter otherwise.
        named = "edges" if "edges" in inspect.signature(networkx.node_link_data).parameters else "link"
        return json.dumps(networkx.node_link_data(graph, **{named: "links"})).encode()
    if form == "cytoscape":
        return json.dumps(networkx.cytoscape_data(graph)).encode()
    getattr(networkx, f"write_{form}")(graph, out)
    return out.getvalue()


@pytest.mark.parametrize("form", ["graphml", "gexf", "gml", "json", "cytoscape"])
@pytest.mark.parametrize(
    "said",
    [
        {"bipartite": (0, 1)},
        {"bipartite": (1, 0)},
        {"kind": ("state", "body")},
        {"type": ("country", "IGO")},
        {"class": ("Member State", "military alliance"), "gdp": (1, 2)},
        {"is_state": ("true", "false")},
    ],
)
def test_nodes_that_say_what_they_are(tmp_path: Path, form: str, said: dict[str, tuple[Any, Any]]) -> None:
    path = tmp_path / f"t.{form}"
    hold_against(PLAIN, path, written(two_mode(**said), form).decode())


GEXF = (
    '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" timeformat="double">'
    '<attributes class="node"><attribute id="k" title="Kind" type="string"/></attributes>'
    '<attributes class="edge" mode="dynamic"><attribute id="s" title="Status" type="string"/></attributes><nodes>'
    '<node id="0" label="France"><attvalues><attvalue for="k" value="Country"/></attvalues></node>'
    '<node id="1" label="Alpha"><attvalues><attvalue for="k" value="Organization"/></attvalues></node>'
    '<node id="2" label="Italy"><attvalues><attvalue for="k" value="Country"/></attvalues></node></nodes><edges>'
    '<edge id="0" source="0" target="1" weight="2.0"><attvalues><attvalue for="s" value="observer" start="1980.0" '
    'end="1989.0"/><attvalue for="s" value="member" start="1990.0" end="Infinity"/></attvalues></edge>'
    '<edge id="1" source="2" target="1"><spells><spell start="1970.0" end="1975.0"/><spell start="1980.0"/></spells>'
    "</edge></edges></graph></gexf>"
)
GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="n" for="node" attr.name="name"/>'
    '<key id="t" for="node" attr.name="type" attr.type="boolean"><default>false</default></key>'
    '<graph id="G" edgedefault="undirected"><node id="n0"><data key="n">FRA</data></node>'
    '<node id="n1"><data key="n">ITA</data></node><node id="n2"><data key="n">Pact X</data>'
    '<data key="t">true</data></node>'
    '<node id="n3"><data key="n">Pact Y</data><data key="t">true</data></node><edge source="n0" target="n2"/>'
    '<edge source="n3" target="n1"/></graph></graphml>'
)
YED = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
    '<key id="d0" for="node" yfiles.type="nodegraphics"/><graph edgedefault="directed"><node id="n0"><data key="d0">'
    "<y:ShapeNode><y:NodeLabel>France</y:NodeLabel></y:ShapeNode></data></node><node id='n1'><data key='d0'>"
    "<y:ShapeNode><y:NodeLabel>Alpha Pact</y:NodeLabel></y:ShapeNode></data></node><edge source='n0' target='n1'/>"
    "</graph></graphml>"
)
PAJEK = '*Network IGOs\n*Vertices 5 3\n1 "France" 0.1 0.2\n2 "Italy"\n3 "Spain" ic Red\n4 "Alpha Pact"\n5 "Beta"\n'
NODES = '{"nodes":[{"id":"France","kind":"state"},{"id":"Italy","kind":"state"},{"id":"A","kind":"body"}],"links":'

NETWORKS: dict[str, tuple[str, Right]] = {
    "gephi.gexf": (
        GEXF,
        [
            "France/Alpha/full/1990/", "France/Alpha/observer/1980/1989", "Italy/Alpha/full/1970/1975",
            "Italy/Alpha/full/1980/",
        ],
    ),
    "igraph.graphml": (GRAPHML, ["FRA/Pact X/full//", "ITA/Pact Y/full//"]),
    "yed.graphml": (YED, ["France/Alpha Pact/full//"]),
    "times.net": (
        f"{PAJEK}*Edges\n1 4 1 [1990-1995,2001-*]\n2 4 1\n3 5 1 l \"x\"\n",
        [
            "France/Alpha Pact/full/1990/1995", "France/Alpha Pact/full/2001/", "Italy/Alpha Pact/full//",
            "Spain/Beta/full//",
        ],
    ),
    "lists.paj": (
        f"{PAJEK}*Edgeslist\n4 1 2\n5 3\n",
        ["France/Alpha Pact/full//", "Italy/Alpha Pact/full//", "Spain/Beta/full//"],
    ),
    "matrix.net": (
        f"{PAJEK}*Matrix\n1 0\n1 1\n0 0\n",
        ["France/Alpha Pact/full//", "Italy/Alpha Pact/full//", "Italy/Beta/full//"],
    ),
    "places.json": (
        '{"nodes":[{"name":"France","group":"state"},{"name":"NATO","group":"org"},{"name":"Italy","group":"state"}],'
        '"links":[{"source":0,"target":1,"value":1,"since":1949},{"source":1,"target":2,"value":3}]}',
        ["France/NATO/full/1949/", "Italy/NATO/full//"],
    ),
    "labels.json": (
        f'{NODES}[{{"source":"France","target":"A","label":"observer in"}},'
        '{"source":"Italy","target":"A","label":"not a member of"}]}',
        ["France/A/observer//"],
    ),
    "of_no_weight.json": (
        f'{NODES}[{{"source":"France","target":"A","weight":1}},{{"source":"Italy","target":"A","weight":0}}]}}',
        ["France/A/full//"],
    ),
    "also_states.json": (
        f'{NODES}[{{"source":"France","target":"A"}},{{"source":"Italy","target":"France"}}]}}',
        ["France/A/full//"],
    ),
    "of_a_year.json": (
        f'{NODES}[{{"source":"France","target":"A"}}],"graph":{{"year":1990}}}}',
        ["France/A/full/1990/1990"],
    ),
    # What changes the meaning is asked about, as in a table.
    "status.json": (
        f'{NODES}[{{"source":"France","target":"A","status":"member"}},'
        '{"source":"Italy","target":"A","status":"former member"}]}',
        '--role "former member=skip"',
    ),
    # What is no membership, or does not say which is which.
    "one_mode.gml": (
        'graph [ node [ id 1 label "France" ] node [ id 2 label "Italy" ] edge [ source 1 target 2 ] ]',
        "ties states to states",
    ),
    "people.json": (
        '{"nodes":[{"id":"Ann","bipartite":0},{"id":"Bo","bipartite":0},{"id":"F","bipartite":1},{"id":"G","bipartite":1}],'
        '"links":[{"source":"Ann","target":"F"},{"source":"Bo","target":"G"}]}',
        "give each node an attribute 'kind'",
    ),
    "strangers.json": (
        '{"nodes":[{"id":"A"},{"id":"B"}],"links":[{"source":"A","target":"B"}]}',
        "it is not clear whether",
    ),
    "wars.json": (
        '{"nodes":[{"id":"France","kind":"state"},{"id":"Crimea","kind":"war"}],'
        '"links":[{"source":"France","target":"Crimea"}]}',
        "'war'",
    ),
    "torn.gml": ('graph [ node [ id 1 label "France" ]', "not valid GML"),
    "torn.graphml": (GRAPHML[:300], "not valid XML"),
    "bomb.graphml": (
        '<!DOCTYPE graphml [<!ENTITY a "b">]><graphml><graph><node id="&a;"/></graph></graphml>',
        "declares entities",
    ),
    "hyper.graphml": ("<graphml><graph><hyperedge/></graph></graphml>", "hyperedges"),
    "two.graphml": ('<graphml><graph id="a"/><graph id="b"/></graphml>', "name one with --sheet"),
}  # fmt: skip


@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_is_read_right_or_refused_with_a_way_on(tmp_path: Path, name: str) -> None:
    content, right = NETWORKS[name]
    hold_against(right, tmp_path / name, content)


@pytest.mark.parametrize("form", ["graphml", "gexf", "cytoscape"])
def test_what_blocs_exports_as_a_network_is_read_again(tmp_path: Path, blocs: Any, form: str) -> None:
    path = tmp_path / ("t.json" if form == "cytoscape" else f"t.{form}")
    path.write_text(blocs("export", "--as-of", "any", "--format", form).out, encoding="utf-8")
    columns = slice(0, 5)
    of_graph, of_network = (
        [
            line.split(",")[columns]
            for line in blocs("export", *source, "--as-of", "any", "--format", "csv").out.splitlines()
        ]
        for source in ((), ("--data", path))
    )
    assert of_network == of_graph and len(of_graph) == 1 + 35
