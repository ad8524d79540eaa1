"""`blocs serve`: a read-only SPARQL endpoint and the page, on this machine only.

Another site that a browser has open may send requests here, also under a name that it lets point to this machine (DNS
rebinding). So a request must name this machine as its host, and one that comes from a page must come from a page of
ours, or from an address that was allowed by name.
"""

import contextlib
import json
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ...graph.errors import InvalidRequest, OperationFailed
from .commands import Commands, Outcome
from .protocol import MEDIA_TYPES, NotAcceptable, answer_format, read_request
from .years import Extent, extent_of, frame

__all__ = ["MOST_IN_ONE", "ServerOptions", "application", "serve"]

MOST_IN_ONE = 30_000
"""Memberships that the page shows as one file, if nothing else is said."""

_HERE = re.compile(r"(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_MOST_ASKED = 2**20  # bytes of a request

_DESCRIPTION = """\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix format: <http://www.w3.org/ns/formats/> .
[] a sd:Service ; sd:endpoint <{endpoint}> ; sd:supportedLanguage sd:SPARQL11Query ;
   sd:resultFormat format:SPARQL_Results_JSON, format:SPARQL_Results_XML, format:SPARQL_Results_CSV,
      format:SPARQL_Results_TSV, format:Turtle, format:N-Triples, format:JSON-LD, format:RDF_XML .
"""


@dataclass(frozen=True)
class ServerOptions:
    """How a server is reached.

    Attributes
    ----------
    port : int
        Its port on the loopback address; 0 for any that is free.
    origins : sequence of str
        The sites whose pages may ask, beside our own: "https://example.org".
    most_in_one : int
        How many memberships the page shows as one file; of a larger graph it shows a year at a time.
    """

    port: int = 0
    origins: Sequence[str] = ()
    most_in_one: int = MOST_IN_ONE


def serve(commands: Commands, options: ServerOptions, ready: Callable[[str], None]) -> None:
    """Answer requests until the process is interrupted; `ready` is told the address.

    Raises OperationFailed if the port cannot be had.
    """
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(("127.0.0.1", options.port))
            listening.listen(64)  # whoever is told the address may come at once
        except OSError as error:
            raise OperationFailed(
                f"port {options.port} cannot be had: {error.strerror}; choose another with --port, or 0 for any"
            ) from None
        ready(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        config = uvicorn.Config(
            application(commands, options),
            log_level="warning",
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        uvicorn.Server(config).run([listening])


def application(commands: Commands, options: ServerOptions) -> Starlette:
    """The server as an ASGI application, over the source of `commands`."""
    answers = _Answers(commands, options.most_in_one)
    middleware = [Middleware(BaseHTTPMiddleware, dispatch=_guarded(options.origins))]
    if options.origins:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(options.origins),
                allow_methods=["GET", "POST"],
                allow_headers=["Accept", "Content-Type"],
            )
        )
    routes = [
        Route("/", answers.page),
        Route("/graph", answers.graph),
        Route("/sparql", answers.sparql, methods=["GET", "POST"]),
    ]
    return Starlette(routes=routes, middleware=middleware)


_Next = Callable[[Request], Awaitable[Response]]


def _guarded(origins: Sequence[str]) -> Callable[[Request, _Next], Awaitable[Response]]:
    """What lets a request pass only if it is meant for this machine, and comes from no page of another site."""

    async def check(request: Request, call_next: _Next) -> Response:
        host = request.headers.get("host", "")
        if not _HERE.fullmatch(host):
            return PlainTextResponse(f"blocs: this server answers on this machine only, not as {host[:80]!r}\n", 421)
        origin = request.headers.get("origin")
        if origin is not None and origin != f"http://{host}" and origin not in origins:
            return PlainTextResponse(
                f"blocs: pages of {origin[:80]!r} may not ask here; allow them with --allow-origin\n", 403
            )
        response = await call_next(request)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin" if not origins else "cross-origin")
        return response

    return check


class _Answers:
    """What each address answers with."""

    def __init__(self, commands: Commands, most: int) -> None:
        self.commands = commands
        self.most = most
        self._known: Extent | None = None

    async def sparql(self, request: Request) -> Response:
        """A query of the SPARQL 1.1 Protocol; without one, what this endpoint is."""
        if request.method in ("GET", "HEAD") and not request.url.query:
            return Response(_DESCRIPTION.format(endpoint=request.url), media_type="text/turtle")
        try:
            body = await _body(request)
            asked = read_request(request.method, request.headers.get("content-type", ""), request.url.query, body)
            form = answer_format(asked.query, request.headers.get("accept", ""))
        except NotAcceptable as error:
            return _refusal(error.message, 406)
        except InvalidRequest as error:
            return _refusal(error.message, 413 if "too long" in error.message else 400)
        outcome = await self.commands.run("query", ["--format", form], ["-"], text=asked.query)
        return _response(outcome, MEDIA_TYPES[form])

    async def page(self, request: Request) -> Response:
        """The page: of the whole graph, or in a frame of one year where the graph is too large for one file."""
        year = request.query_params.get("as_of", "")
        extent = await self._extent()
        if isinstance(extent, Response):
            return extent
        if extent.memberships <= self.most or (year and not _YEAR.fullmatch(year)):
            return await self.graph(request)
        return Response(frame(extent, year), media_type="text/html; charset=utf-8")

    async def graph(self, request: Request) -> Response:
        """The graph as one file, of the date that the address names, or of all."""
        date = request.query_params.get("as_of", "")
        outcome = await self.commands.run("export", ["--format", "html", *([f"--as-of={date}"] if date else [])])
        return _response(outcome, "text/html; charset=utf-8")

    async def _extent(self) -> Extent | Response:
        """How much there is; the refusal where that cannot be known."""
        if self._known is None:
            outcome = await self.commands.run("info", ["--format", "json"])
            if outcome.code:
                return _response(outcome, "text/plain")
            self._known = extent_of(json.loads(outcome.out))
        return self._known


async def _body(request: Request) -> bytes:
    """A request's body. Raises InvalidRequest if it is too long."""
    parts, size = [], 0
    with contextlib.suppress(ClientDisconnect):
        async for part in request.stream():
            parts.append(part)
            size += len(part)
            if size > _MOST_ASKED:
                raise InvalidRequest(f"the request is too long: more than {_MOST_ASKED // 2**20} MiB")
    return b"".join(parts)


def _response(outcome: Outcome, media_type: str) -> Response:
    """What a command left behind, as a response; its notes stand in a header of their own."""
    said = " ".join(outcome.said)
    if outcome.code:
        return _refusal(said or "no answer", 400 if outcome.code == 2 else 503)
    notes = {"Blocs-Note": said.encode("ascii", "replace").decode()[:2000]} if said else {}
    return Response(outcome.out, media_type=media_type, headers={"Vary": "Accept", **notes})


def _refusal(message: str, status: int) -> Response:
    return PlainTextResponse(f"blocs: {message}\n", status)
