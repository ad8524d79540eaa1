"""JSON as it is dumped: one value in a file, or one on each line."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["json_in"]


def json_in(content: bytes, behind: bytes = b"") -> Any:
    """The value in a file, or the list of those on its lines; None if it is not JSON.

    Parameters
    ----------
    content : bytes
        What is in the file.
    behind : bytes
        The signs that may stand behind the value of a line.

    Returns
    -------
    object

    >>> json_in(b'{"a": 1}'), json_in(b'1,\\n2\\n', behind=b","), json_in(b"a,b")
    ({'a': 1}, [1, 2], None)
    """
    try:
        return json.loads(content)
    except ValueError:
        pass
    except RecursionError:
        return None
    try:
        return [json.loads(line.rstrip(behind) if behind else line) for line in content.splitlines() if line.strip()]
    except ValueError:
        return None
