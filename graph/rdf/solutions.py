"""Solutions of the engine as rows, let go of on the thread that made them, whichever thread drops them last.

The engine's own solutions belong to one thread: dropped on another they are never freed, and Python reports an error
that nobody can catch (https://pyo3.rs/main/class/thread-safety). That happens behind a program's back: what is part
of a cycle (a traceback and its frames, say) is collected by whichever thread the collector runs on.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

from pyoxigraph import QuerySolution, QuerySolutions

from .terms import Term

__all__ = ["Row", "Solutions"]

Row = tuple[Term | None, ...]


class _Here(threading.local):
    """What other threads left for this one to drop."""

    def __init__(self) -> None:
        self.left: list[Iterator[QuerySolution]] = []


_here = _Here()


class Solutions(Iterator[Row]):
    """Solutions as tuples of terms, in the order of their variables.

    Parameters
    ----------
    solutions : QuerySolutions
        The engine's own; nobody else may keep them.

    >>> from pyoxigraph import Store
    >>> rows = Solutions(Store().query("SELECT ?a ?b { VALUES ?a { 1 2 } }"))
    >>> rows.variables, [(a.value, b) for a, b in rows]
    (['a', 'b'], [('1', None), ('2', None)])
    """

    def __init__(self, solutions: QuerySolutions) -> None:
        _here.left.clear()
        self.variables = [variable.value for variable in solutions.variables]
        self._solutions: Iterator[QuerySolution] | None = solutions
        self._thread, self._left = threading.get_ident(), _here.left

    def __next__(self) -> Row:
        if self._solutions is None:
            raise StopIteration
        try:
            return tuple(next(self._solutions))
        except StopIteration:
            self._solutions = None
            raise

    def __del__(self) -> None:
        solutions = self.__dict__.get("_solutions")
        if solutions is not None and self._thread != threading.get_ident():
            self._left.append(solutions)  # dropped by its own thread, at its next query or its end
