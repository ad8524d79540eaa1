"""`blocs mcp`: the graph for assistants, by the Model Context Protocol (https://modelcontextprotocol.io), over stdio.

Each tool is a command of ours, run with `--format json`: what an assistant gets is what a person gets, with the
evidence and with what was understood. Nothing can be written. A question that is not understood comes back as an
error that says the way on, for the assistant to take.
"""

import json
from typing import Annotated, Any, Literal

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from ...graph.version import __version__
from .commands import Commands
from .trimming import trimmed

__all__ = ["assistants_server", "serve_assistants"]

_INSTRUCTIONS = """\
A knowledge graph of states, alliances (bodies), events and people. Every answer says how the question was understood
and gives its evidence: cite the quotes and sources that come with it, and repeat the notes. The basis of an answer
matters: "stated" by a source, "derived" from what it states, "claimed" or "planned" by somebody, "denied" by the
source; "unknown" means that nothing says so, which is not a no. Dates are the dataset's own unless as_of is given.
Begin with `about` to see what the graph is of. Use `ask` for questions in plain English, and the other tools where it
does not understand; an error names the way on. Use `check_quote` before you quote a source.
"""


_READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

AsOf = Annotated[str | None, Field(description="A date (1995, 1995-06, 1995-06-30), or 'any' for all times.")]
Limit = Annotated[int, Field(ge=1, le=10_000, description="At most this many entities, pairs or rows.")]
Role = Annotated[
    Literal["full", "associate", "observer", "any"] | None, Field(description="Members in this role; full if none.")
]


def serve_assistants(commands: Commands) -> None:
    """Answer an assistant over stdin and stdout until it closes them."""
    assistants_server(commands).run("stdio")


def assistants_server(commands: Commands) -> MCPServer[Any]:
    """The server with its tools, each of them a command over `commands.source`."""
    server: MCPServer[Any] = MCPServer("blocs", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING")
    tools = _Tools(commands)
    for tool in (
        *(tools.about, tools.ask, tools.who, tools.show),
        *(tools.search, tools.overlap, tools.query, tools.check_quote),
    ):
        server.add_tool(tool, annotations=_READ_ONLY)
    return server


class _Tools:
    """What an assistant can call; their docstrings are what it reads."""

    def __init__(self, commands: Commands) -> None:
        self.commands = commands

    async def about(self) -> dict[str, Any]:
        """What the graph is of: its sources, its date, how many entities of each kind."""
        return await self._answer("info")

    async def ask(
        self,
        question: Annotated[str, Field(description="One question, such as: who is in both CST and CIS DMC?")],
        as_of: AsOf = None,
        limit: Limit = 200,
    ) -> dict[str, Any]:
        """Answer a question in plain English, with evidence and with how it was understood.

        Also "why …" (the reason that a source gives, or the chain of facts that an answer follows from) and "which
        sentence says that …".
        """
        return await self._answer("ask", {"as-of": as_of}, [question], limit)

    async def who(
        self,
        expression: Annotated[
            str, Field(description="Bodies joined by and, or, but not: 'CST and CIS but not GUUAM'.")
        ],
        as_of: AsOf = None,
        role: Role = None,
        limit: Limit = 200,
    ) -> dict[str, Any]:
        """The members of a set of bodies, with roles, years and evidence."""
        return await self._answer("who", {"as-of": as_of, "role": role}, [expression], limit)

    async def show(
        self,
        entity: Annotated[str, Field(description="A name, alias, code or id.")],
        as_of: AsOf = None,
        limit: Limit = 200,
    ) -> dict[str, Any]:
        """All that is known about one state, body, event, person or other entity."""
        return await self._answer("show", {"as-of": as_of}, [entity], limit)

    async def search(
        self,
        text: Annotated[str, Field(description="Words to look for in names, definitions and quotes.")],
        limit: Limit = 50,
    ) -> dict[str, Any]:
        """Entities whose names, definitions or quotes have these words."""
        return await self._answer("search", None, [text], limit)

    async def overlap(
        self,
        entities: Annotated[list[str], Field(description="States or bodies; one is compared with all others.")],
        by: Annotated[Literal["state", "body"] | None, Field(description="What is compared, if none is named.")] = None,
        as_of: AsOf = None,
        limit: Limit = 100,
    ) -> dict[str, Any]:
        """How much states overlap by their bodies, or bodies by their members: shared, Jaccard, kappa and more."""
        return await self._answer("overlap", {"by": by, "as-of": as_of}, entities, limit)

    async def query(
        self,
        sparql: Annotated[str, Field(description="A SPARQL 1.1 SELECT or ASK query; it cannot change anything.")],
        limit: Limit = 200,
    ) -> dict[str, Any]:
        """Run a SPARQL query. The prefixes org:, schema:, skos:, blocs: and : (entities) are known."""
        return await self._answer("query", words=["-"], limit=limit, sparql=sparql)

    async def check_quote(
        self,
        quote: Annotated[str, Field(description="The words to check; … and [...] stand for what was left out.")],
    ) -> dict[str, Any]:
        """Whether a sentence of the sources says this, word for word, and what the facts that rest on it are about."""
        return await self._answer("quote", None, [quote])

    async def _answer(
        self,
        command: str,
        options: dict[str, str | None] | None = None,
        words: list[str] | None = None,
        limit: int = 0,
        sparql: str = "",
    ) -> dict[str, Any]:
        """The JSON of a command's answer. Raises ToolError, with the command's own words, if it has none."""
        given = [f"--{name}={value}" for name, value in (options or {}).items() if value]
        text = sparql or None
        outcome = await self.commands.run(command, ["--format", "json", *given], words or [], text=text)
        if outcome.code:
            raise ToolError(" ".join(outcome.said) or "no answer")
        value = json.loads(outcome.out)
        return trimmed(value if isinstance(value, dict) else {"results": value}, limit, outcome.said)
