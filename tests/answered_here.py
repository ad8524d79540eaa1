"""A SPARQL endpoint without a server: each request is answered from a store in this process.

For what takes thousands of requests and says nothing of HTTP. What is asked again is answered as before.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from unittest import mock
from urllib.parse import parse_qs, urlsplit

from blocs.graph.sources.remote.http import Answer, Client
from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store
from urllib3 import HTTPResponse

__all__ = ["answered_here"]


@contextlib.contextmanager
def answered_here(files: Sequence[Path], folder: Path) -> Iterator[str]:
    """The URL of an endpoint with these files; used as those of `servers` are."""
    store, kept = Store(), dict[str, tuple[str, bytes]]()
    for file in files:
        store.load(path=file)

    def answer(query: str) -> tuple[str, bytes]:
        found = store.query(query)
        form = RdfFormat.N_TRIPLES if isinstance(found, QueryTriples) else QueryResultsFormat.JSON
        return form.media_type, found.serialize(format=form)

    def send(client: Client, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        (query,) = parse_qs(urlsplit(url).query if body is None else body.decode())["query"]
        if query not in kept:
            kept[query] = answer(query)
        media_type, content = kept[query]
        response = HTTPResponse(BytesIO(content), {"content-type": media_type}, 200, preload_content=False)
        return Answer(response, client.shown, client.max_answer, time.monotonic() + client.timeout)

    with mock.patch.object(Client, "send", send):
        yield "http://127.0.0.1/query"
