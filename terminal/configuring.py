"""What is set for every command, and where it comes from."""

from __future__ import annotations

from .settings import SETTINGS, settings, settings_file
from .writing.output import Output
from .writing.table import Table

__all__ = ["write_settings"]


def write_settings(out: Output) -> None:
    """Write each setting with its value and its origin."""
    in_force = settings()
    rows = []
    for name, known in SETTINGS.items():
        value, origin = in_force.get(name, (known.default, "default"))
        rows.append([name, value, origin, known.what])
    path = settings_file()
    there = "No settings file is read (BLOCS_CONFIG is empty)."
    if path is not None:
        there = f"Settings file: {path}" + ("" if path.exists() else " (not there; make it to set any of these)")
    example = 'It is TOML, such as: store = "cow" or role = "any". Variables outweigh it: BLOCS_STORE, BLOCS_ROLE, …'
    columns = {"setting": "Setting", "value": "Value", "from": "From", "what": "What it is"}
    out.rows(Table(columns, rows, notes=[there, example], counted="settings"))
