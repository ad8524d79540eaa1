"""`blocs mcp`, asked over stdio by the client of the protocol's own SDK."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from mcp import ClientSession

CALLS: list[tuple[str, dict[str, Any]]] = [
    ("about", {}),
    ("ask", {"question": "who is in both CST and CIS DMC?"}),
    ("ask", {"question": "who went fishing"}),
    ("who", {"expression": "CIS - CST - GUUAM"}),
    ("who", {"expression": "CIS", "limit": 2}),
    ("who", {"expression": "--store=/"}),
    ("show", {"entity": "Armenia"}),
    ("search", {"text": "security"}),
    ("overlap", {"entities": ["Armenia", "Georgia"]}),
    ("query", {"sparql": "SELECT ?s { ?s org:memberOf :cst }"}),
    ("query", {"sparql": "DELETE WHERE { ?s ?p ?o }"}),
    ("check_quote", {"quote": "which is not represented in the CST"}),
    ("who", {"expression": "CST", "limit": 0}),
]


def session(use: Callable[[ClientSession], Any], *options: str) -> Any:
    """What `use` makes of a session with the server."""
    import anyio  # here, as whoever runs other tests need not wait for it
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def run() -> Any:
        command = ["-m", "blocs", "mcp", *options]
        server = StdioServerParameters(command=sys.executable, args=command, env=dict(os.environ))
        async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as client:
            await client.initialize()
            return await use(client)

    return anyio.run(run)


@pytest.fixture(scope="module")
def answers() -> list[Any]:
    async def ask_all(client: ClientSession) -> list[Any]:
        return [await client.call_tool(name, arguments) for name, arguments in CALLS]

    return list(session(ask_all))


def given(answers: list[Any], number: int) -> Any:
    assert not answers[number].is_error, answers[number].content
    return answers[number].structured_content


def refused(answers: list[Any], number: int) -> str:
    assert answers[number].is_error
    return str(answers[number].content[0].text)


def test_every_tool_says_what_it_is_for_and_that_it_only_reads() -> None:
    async def tools(client: ClientSession) -> Any:
        return (await client.list_tools()).tools

    found = session(tools)
    assert [tool.name for tool in found] == [
        *("about", "ask", "who", "show", "search", "overlap", "query", "check_quote")
    ]
    for tool in found:
        assert tool.description and tool.annotations.read_only_hint
        for parameter in tool.input_schema.get("properties", {}).values():
            assert parameter.get("description"), tool.name


def test_an_answer_has_its_evidence_and_what_was_understood(answers: list[Any]) -> None:
    answer = given(answers, 1)
    assert answer["understood"] == "members of CST and CIS DMC, as of 2001-05"
    ids = [entity["id"] for entity in answer["answer"]["entities"]]
    assert ids == ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"]
    assert all(entity["evidence"][0]["quote"] for entity in answer["answer"]["entities"])
    assert given(answers, 0)["as_of"] == "2001-05"
    assert [entity["id"] for entity in given(answers, 3)["answer"]["entities"]] == ["turkmenistan"]
    assert given(answers, 6)["id"] == "armenia"
    assert given(answers, 7)["results"]
    assert given(answers, 8)["pairs"][0]["shared_ids"] == ["cis", "cis-dmc"]
    assert len(given(answers, 9)["results"]["bindings"]) == 6
    assert given(answers, 11)["verbatim"] is True


def test_a_wrong_question_is_answered_with_the_way_on(answers: list[Any]) -> None:
    assert "the nearest question:" in refused(answers, 2)
    assert "queries only read" in refused(answers, 10)
    assert "limit" in refused(answers, 12)


def test_what_an_assistant_says_is_never_read_as_an_option(answers: list[Any]) -> None:
    assert "unknown body" in refused(answers, 5)


def test_a_cut_answer_says_so(answers: list[Any]) -> None:
    answer = given(answers, 4)
    assert len(answer["answer"]["entities"]) == 2
    assert any("2 of 12 entities are shown" in note for note in answer["notes"])


def test_time_is_limited() -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

    async def ask(client: ClientSession) -> Any:
        return await client.call_tool("query", {"sparql": slow}), await client.call_tool("who", {"expression": "CST"})

    late, after = session(ask, "--timeout", "1")
    assert late.is_error and "no answer within 1 s" in late.content[0].text
    assert not after.is_error


def test_a_source_of_ones_own(tmp_path: Path) -> None:
    table = tmp_path / "clubs.csv"
    table.write_text("member,organization,start\nAnna,Chess Club,1990\n")

    async def ask(client: ClientSession) -> Any:
        return await client.call_tool("ask", {"question": "who is in the Chess Club"})

    answer = session(ask, "--data", str(table))
    assert "anna" in json.dumps(answer.structured_content)


def test_without_the_library_the_way_on_is_named(blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    monkeypatch.delitem(sys.modules, "blocs.terminal.serving.assistants", raising=False)
    result = blocs("mcp")
    assert (result.code, result.out) == (1, "")
    assert result.err == "blocs: blocs mcp needs mcp: pip install 'blocs[mcp]'\n"
