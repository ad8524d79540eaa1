"""blocs: a knowledge graph of states, alliances, events and people.

>>> import blocs
>>> [state.label for state in blocs.load().members("CST and CIS DMC")]
['Armenia', 'Belarus', 'Kazakhstan', 'Kyrgyzstan', 'Russia', 'Tajikistan']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .graph.version import __version__

if TYPE_CHECKING:
    from .graph.errors import BlocsError, InvalidRequest, NotUnderstood, OperationFailed, UnknownName
    from .graph.knowledge import KnowledgeGraph, load

__all__ = [
    "BlocsError",
    "InvalidRequest",
    "KnowledgeGraph",
    "NotUnderstood",
    "OperationFailed",
    "UnknownName",
    "__version__",
    "load",
]


def __getattr__(name: str) -> Any:
    """Import the public names on first use, so that a command pays only for what it needs."""
    if name in ("load", "KnowledgeGraph"):
        from .graph import knowledge as module
    elif name in __all__:
        from .graph import errors as module  # type: ignore[no-redef]
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(module, name)
