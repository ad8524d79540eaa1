"""A graph in memory that is asked as if it were over a network."""

from __future__ import annotations

from collections.abc import Iterator

from blocs.graph.errors import OperationFailed
from blocs.graph.rdf.source import LocalSource, Row
from pyoxigraph import Store

__all__ = ["Faraway"]


class Faraway(LocalSource):
    """Counts what it is asked, and fails where more than `most` queries come at once."""

    def __init__(self, store: Store, most: int = 1000) -> None:
        super().__init__(store, "faraway")
        self.remote, self.asked, self.most = True, 0, most

    def select(self, query: str) -> Iterator[Row]:
        """The rows of a SELECT query."""
        self.asked += 1
        if query.count("AS ?query") > self.most:
            raise OperationFailed("too much at once")
        return super().select(query)
