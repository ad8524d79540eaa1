"""What a user has set once for every command: in the environment, or in a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ..graph.errors import InvalidRequest, OperationFailed
from ..graph.frozen import frozen

__all__ = ["SETTINGS", "Setting", "settings", "settings_file", "source_set"]


class Setting(NamedTuple):
    """A value in force, and where it comes from."""

    value: str
    origin: str


@frozen
class _Known:
    what: str
    default: str
    fault: Callable[[str], str]
    """What a value must be, if it is not that; else empty."""


def _any(value: str) -> str:
    return ""


def _one_of(*words: str) -> Callable[[str], str]:
    return lambda value: "" if value in words else f"one of: {' '.join(words)}"


def _width(value: str) -> str:
    return "" if value.isascii() and value.isdigit() and 40 <= int(value) <= 200 else "a number from 40 to 200"


SOURCES = ("data", "store", "endpoint")
"""The settings that name where the graph comes from, of which one can be in force."""

SETTINGS: dict[str, _Known] = {
    "data": _Known("RDF file or table to read", "", _any),
    "store": _Known("store on disk to read", "", _any),
    "endpoint": _Known("SPARQL endpoint to query", "", _any),
    "format": _Known(
        "format of rows",
        "table on a terminal, tsv elsewhere",
        _one_of("table", "json", "jsonl", "csv", "tsv", "markdown"),
    ),
    "role": _Known("role in which members count", "full", _one_of("full", "associate", "observer", "any")),
    "pager": _Known("program that shows what is longer than the terminal", "PAGER, if it is set", _any),
    "width": _Known("width of what is printed, in characters", "that of the terminal", _width),
}
"""Every setting: what it is for, what holds without it, and what it must be."""


def settings_file() -> Path | None:
    """The file of settings: BLOCS_CONFIG, else `blocs/config.toml` where XDG has such files.

    None if BLOCS_CONFIG is empty, which asks for none.
    """
    named = os.environ.get("BLOCS_CONFIG")
    if named is not None:
        return Path(named) if named else None
    home = os.environ.get("XDG_CONFIG_HOME", "")
    try:
        # The XDG specification: a path that is not absolute is ignored.
        folder = Path(home) if home.startswith("/") else Path.home() / ".config"
    except RuntimeError:  # there is no home
        return None
    return folder / "blocs" / "config.toml"


def settings() -> Mapping[str, Setting]:
    """The settings in force, by their names: the environment outweighs the file.

    Raises InvalidRequest if a setting is unknown or is not what it must be, OperationFailed if the file cannot be read.
    """
    path = settings_file()
    found = {name: Setting(value, str(path)) for name, value in (_in_file(path) if path else {}).items()}
    variables = {name: f"BLOCS_{name.upper()}" for name in SETTINGS}
    set_here = {name: variable for name, variable in variables.items() if os.environ.get(variable)}
    if set(set_here) & set(SOURCES):
        found = {name: setting for name, setting in found.items() if name not in SOURCES}
    found |= {name: Setting(os.environ[variable], variable) for name, variable in set_here.items()}
    for name, (value, origin) in found.items():
        must_be = SETTINGS[name].fault(value)
        if must_be:
            raise InvalidRequest(f"{origin}: {name} is {value!r}; it takes {must_be}")
    return found


def source_set() -> tuple[str, str] | None:
    """The name and value of the setting that says where the graph comes from, if one does.

    Raises InvalidRequest if several do.
    """
    in_force = settings()
    found = [(name, in_force[name]) for name in SOURCES if name in in_force]
    if len(found) > 1:
        words = " and ".join(f"{name} ({setting.origin})" for name, setting in found)
        raise InvalidRequest(f"{words} are both set; choose one source: unset the others, or name it by an option")
    return (found[0][0], found[0][1].value) if found else None


def _in_file(path: Path) -> dict[str, str]:
    """What the file sets; nothing if there is none."""
    try:
        return _parsed(path, path.stat().st_mtime_ns)
    except (FileNotFoundError, NotADirectoryError):
        if os.environ.get("BLOCS_CONFIG"):
            raise OperationFailed(f"{path}: no such file, named by BLOCS_CONFIG") from None
        return {}


@cache
def _parsed(path: Path, changed: int) -> dict[str, str]:
    import tomllib

    try:
        read: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidRequest(f"{path}: not TOML: {error}; mend it, or set BLOCS_CONFIG= to read none") from None
    except OSError as error:
        raise OperationFailed(f"{path}: {error.strerror}") from None
    for name, value in read.items():
        if name not in SETTINGS:
            raise InvalidRequest(f"{path}: unknown setting {name!r}; the settings are: {' '.join(SETTINGS)}")
        if not isinstance(value, str | int) or isinstance(value, bool):
            raise InvalidRequest(f"{path}: {name} takes a text, not {value!r}")
    folder = path.parent
    return {
        name: _from(folder, str(value)) if name in ("data", "store") else str(value) for name, value in read.items()
    }


def _from(folder: Path, name: str) -> str:
    """A path of the file, which is relative to the folder of the file."""
    return str(folder / Path(name).expanduser())
