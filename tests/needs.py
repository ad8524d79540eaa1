"""What a test needs of the machine: missing, it is a skip on a developer's machine and a failure in CI."""

from __future__ import annotations

import importlib
import os
from typing import Any, NoReturn

import pytest
from servers import NotInstalled

__all__ = ["library", "missing", "no_server"]


def missing(what: str) -> NoReturn:
    """End a test whose tool is missing; `.ci/run` has to provide every one of them, so that there it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}: CI has to provide it")
    pytest.skip(what)


def library(name: str) -> Any:
    """A library that a test needs, and that a development environment has."""
    try:
        return importlib.import_module(name)
    except ImportError:
        missing(f"needs {name}")


def no_server(reason: NotInstalled) -> NoReturn:
    """End a test whose server is not there; one that is tried on request only may be missing anywhere."""
    if reason.on_request:
        pytest.skip(str(reason))
    missing(str(reason))
