"""Libraries that only some users need: named, with the way to install them, where they are missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from .errors import OperationFailed

__all__ = ["extra", "installed"]


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Import what an extra of the package brings.

    Parameters
    ----------
    name : str
        The extra, as in `pip install 'blocs[name]'`.
    what : str
        What needs it, as the beginning of a sentence.

    Raises
    ------
    OperationFailed
        If a library is not installed.

    Examples
    --------
    >>> with extra("maps", "a map"):
    ...     import no_such_library
    Traceback (most recent call last):
    blocs.OperationFailed: a map needs no-such-library: pip install 'blocs[maps]'
    """
    try:
        yield
    except ImportError as error:
        library = (error.name or name).split(".")[0].replace("_", "-")  # as it is installed
        raise OperationFailed(f"{what} needs {library}: pip install 'blocs[{name}]'") from None


def installed(library: str) -> bool:
    """Whether a library is there, which is not imported: for what is faster with it and needs it not.

    >>> installed("no_such_library")
    False
    """
    return find_spec(library) is not None
