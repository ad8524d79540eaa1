"""Write docs/commands.md, the reference of the command line, from the commands themselves: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer
from blocs.cli import app

PAGE = Path(__file__).parent / "commands.md"


def page() -> str:
    """The reference as Markdown."""
    group: Any = typer.main.get_command(app)
    parts = ["# Commands", "", "Made from the program by `make docs`; `blocs COMMAND --help` says the same.", ""]
    for name, command in _all(group, ""):
        context = typer.Context(command, info_name=f"blocs {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        parts += [f"## {name}", "", command.help or "", "", f"    blocs {name} {usage}", ""]
        for parameter in command.params:
            parts.append(_line(parameter, context))
        if command.epilog:
            heading, *examples = command.epilog.splitlines()
            parts += ["", heading, "", *(f"    {example}" for example in examples)]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _all(group: Any, before: str) -> Any:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _all(command, f"{before}{name} ")
        elif not command.hidden:
            yield before + name, command


def _line(parameter: Any, context: Any) -> str:
    help_text = " ".join((getattr(parameter, "help", None) or "").split())
    if parameter.param_type_name == "argument":
        return f"- `{parameter.human_readable_name.upper()}` – {help_text}"
    names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    metavar = "" if parameter.is_flag else f" `{parameter.metavar or parameter.make_metavar(context)}`"
    return f"- {names}{metavar} – {help_text}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"wrote {PAGE.name}\n")
