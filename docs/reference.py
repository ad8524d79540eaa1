"""Write docs/commands.md, the reference of the command line, from the commands themselves: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer
from blocs.cli import app
from blocs.terminal.settings import SETTINGS

PAGE = Path(__file__).parent / "commands.md"


ELSEWHERE = {
    "BLOCS_CONFIG": "file of settings, instead of `~/.config/blocs/config.toml`; empty: none",
    "BLOCS_ENDPOINT_TOKEN": "token for the endpoint",
    "BLOCS_ENDPOINT_USER": "user at the endpoint",
    "BLOCS_ENDPOINT_PASSWORD": "password of that user; a netrc file does too",
    "BLOCS_MAX_ANSWER": "bytes that an endpoint's answer may have at most; default: 1 GiB",
    "BLOCS_MAX_MEMORY": "GiB of memory that a command may use at most",
}
"""Variables of the environment that are no settings of the file."""


def page() -> str:
    """The reference as Markdown; `scripts/man_pages.py` makes the manual pages of it."""
    group: Any = typer.main.get_command(app)
    parts = ["# Commands", "", "Made from the program by `make docs`; `blocs COMMAND --help` says the same.", ""]
    parts += [*_of_all(group), ""]
    for name, command in _all(group, ""):
        context = typer.Context(command, info_name=f"blocs {name}")
        # Some versions of Typer put what is required into braces.
        usage = " ".join(command.collect_usage_pieces(context)).translate({ord("{"): None, ord("}"): None})
        parts += [f"## {name}", "", command.help or "", "", f"    blocs {name} {usage}", ""]
        for parameter in command.params:
            parts.append(_line(parameter, context))
        if command.epilog:
            heading, *examples = command.epilog.splitlines()
            parts += ["", heading, "", *(f"    {example}" for example in examples)]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _of_all(group: Any) -> list[str]:
    """What holds for every command."""
    context = typer.Context(group, info_name="blocs")
    parts = ["## blocs", "", group.help or "", "", "    blocs [OPTIONS] COMMAND [ARGS]...", ""]
    parts += [_line(parameter, context) for parameter in group.params]
    parts += ["", "### Settings", "", 'A line of the file `~/.config/blocs/config.toml`, such as `store = "cow"`, or']
    parts += ["a variable of the environment, such as `BLOCS_STORE=cow`, which outweighs it:", ""]
    parts += [
        f"- `BLOCS_{name.upper()}` – {known.what}" + (f"; default: {known.default}" if known.default else "")
        for name, known in SETTINGS.items()
    ]
    parts += ["", "Of the environment only:", "", *(f"- `{name}` – {what}" for name, what in ELSEWHERE.items())]
    parts += ["", "### Exit status", "", "- `0` – there is an answer, also if it is empty"]
    parts += ["- `1` – it could not be done: a file, a store, an endpoint or a limit; `check` found problems"]
    parts += ["- `2` – it was asked wrongly: ask otherwise"]
    return parts


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
