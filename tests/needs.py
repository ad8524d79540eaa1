"""What a test needs of the machine: missing, it is a skip on a developer's machine and a failure in CI."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

__all__ = ["missing"]


def missing(what: str) -> NoReturn:
    """End a test whose tool is missing; `.ci/run` has to provide every one of them, so that there it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}: CI has to provide it")
    pytest.skip(what)
