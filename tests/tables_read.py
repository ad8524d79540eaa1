"""What a table is read as, for tests that hold it against what is right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions

__all__ = ["Right", "hold_against", "memberships_in"]

Right = list[str] | str
"""Memberships as member/body/role/start/end, or what the way on of a refusal has in it."""


def memberships_in(path: Path, **options: Any) -> list[str]:
    """The memberships that a table is read as, each as member/body/role/start/end."""
    rows = TableFile(path, TableOptions(**options)).rows()
    return sorted("/".join(row[1:6]) for row in rows if row.holds == "yes")


def hold_against(right: Right, path: Path, content: str, **options: Any) -> None:
    """Write a table, and make sure that it is read right or refused with its way on."""
    path.write_text(content, "utf-8")
    if isinstance(right, str):
        with pytest.raises(BlocsError, match=re.escape(right)):
            memberships_in(path, **options)
        return
    assert memberships_in(path, **options) == sorted(right)
