"""Running a command: every error becomes one line on stderr and an exit code, never a traceback."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Callable
from itertools import takewhile
from typing import Any, NoReturn

import typer

from ...graph.errors import BlocsError, InvalidRequest
from ..writing.text import clean, make_legible, shorten
from .completing import complete_names, completes, only_names, words_before
from .ending import say_what_is_left
from .limits import bound_memory, bound_threads

__all__ = ["command_asked", "leave", "only_asked", "run"]

_MOVED = {("overlap", "--panel"): "panel", ("overlap", "--upset"): "upset"}
"""Options that have become commands of their own."""
_OF_OWN_TABLES = frozenset(("--map", "--role", "--organization"))
_CODED = frozenset(f"blocs import {kind}" for kind in ("atop", "cow-alliances", "many"))
"""Imports of data sets of which nobody says what their columns are."""


def command_asked() -> str:
    """The command that the process's arguments name, or the line that a shell completes; "" if they name none."""
    words = words_before() if completes() else sys.argv[1:]
    return words[0] if words else ""


def only_asked(app: typer.Typer) -> typer.Typer:
    """The app with the one command that the process's arguments name, if they do.

    Typer turns each command's signature into options, whether it is used or not; that takes as long as the
    answer to a question.
    """
    word = command_asked()
    asked = [
        command
        for command in app.registered_commands
        if (command.name or getattr(command.callback, "__name__", "")) == word
    ]
    greets = not word and not completes()  # the greeting needs no command
    if asked or greets:
        app.registered_commands, app.registered_groups = asked, []
    if completes() and word:
        complete_names(app)
    elif completes():
        only_names(app)
    return app


def leave(code: int) -> NoReturn:
    """End the process at once; taking a graph apart in memory would take longer than reading it."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)


def run(app: typer.Typer) -> int:
    """Run the app on the process's arguments; the exit code.

    0: answered; 1: it could not be done; 2: it was asked wrongly; 130: interrupted; 143: terminated.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell: `>&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    make_legible()
    try:
        code = _answer(app)
    except BrokenPipeError:
        # The reader has gone (`| head`); nothing more can be said to it.
        _write_no_more()
        code = 0
    return code


def _write_no_more() -> None:
    """Let what is left in the buffers go nowhere, also at exit."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # a stream in memory has no number
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _answer(app: typer.Typer) -> int:
    try:
        bound_memory()
        bound_threads()
        code = app(prog_name="blocs", standalone_mode=False)
        sys.stdout.flush()
        say_what_is_left()
    except BlocsError as error:
        if isinstance(error, InvalidRequest):
            say_what_is_left()
        code = _complain(error.message, 2 if isinstance(error, InvalidRequest) else 1)
    except KeyboardInterrupt:
        code = 130
    except SystemExit as ended:  # the reader has gone, or a signal came
        code = ended.code
    except BrokenPipeError:
        raise
    except OSError as error:
        where = error.filename or "standard output"
        code = _complain(f"{where}: {error.strerror or error}", 1)
        _write_no_more()
    except MemoryError:
        code = _complain("there is not enough memory for this; narrow the query", 1)
    except Exception as error:
        code = _usage(error)
    return code if isinstance(code, int) else 0


def _usage(error: Exception) -> int:
    """Typer's own complaints about options and arguments; anything else is a defect and shows as one."""
    if type(error).__name__ == "Abort":
        return 130
    if type(error).__name__ == "NoArgsIsHelpError":  # the help has been printed
        sys.stdout.flush()
        return 0
    format_message: Callable[[], str] | None = getattr(error, "format_message", None)
    if format_message is None:
        raise error
    context: Any = getattr(error, "ctx", None)
    option = getattr(error, "option_name", "")
    moved = _MOVED.get((getattr(context, "info_name", ""), option))
    if moved and context is not None:
        return _complain(f"{context.info_name} has no option {option}; use: blocs {moved}{_value_of(option)}", 2)
    command = context.command_path if context is not None else "blocs"
    if option in _OF_OWN_TABLES and command in _CODED:
        return _complain(
            f"{command} knows the columns of its tables, and has no option {option}; a table with others is read by:"
            f" blocs import csv FILE {option}{_value_of(option)}",
            2,
        )
    message = format_message().rstrip(".").replace("\n", " ")
    name = _name_taken_for(option) if type(error).__name__ == "NoSuchOption" else ""
    if name:
        return _complain(f"no such option: {name}; if it is a name, put -- before it: {_after_all(name)}", 2)
    if type(error).__name__ == "MissingParameter" and (example := _first_example(context)):
        message += f"; for example: {example}"
    return _complain(f"{message[:1].lower()}{message[1:]}; see: {command} --help", 2)


def _first_example(context: Any) -> str:
    """The first command line that the help of a command gives; "" if it gives none."""
    lines = (getattr(getattr(context, "command", None), "epilog", "") or "").splitlines()
    return next((line for line in lines if line.startswith("blocs ")), "")


def _name_taken_for(option: str) -> str:
    """The argument that was taken for an unknown option, if it looks like a name: "-Dash Pact", "-Dash"."""
    word = next((word for word in sys.argv[1:] if word.startswith(option)), "")
    if not word and len(option) == 2:  # one of several letters after a hyphen
        word = next((word for word in sys.argv[1:] if re.match("-[^-]", word) and option[1] in word), "")
    return word if re.match(r"-+\w*\s", word) or (word[1:2].isupper() and word[2:3].isalpha()) else ""


def _after_all(name: str) -> str:
    """The command line with "--" before a name; options that follow the name go before it."""
    import shlex

    at = sys.argv.index(name)
    named = list(takewhile(lambda word: not word.startswith("-"), sys.argv[at + 1 :]))
    rest = sys.argv[at + 1 + len(named) :]
    options = list(takewhile(lambda word: word != "--", rest))
    return shlex.join(["blocs", *sys.argv[1:at], *options, "--", name, *named, *rest[len(options) + 1 :]])


def _value_of(option: str) -> str:
    """What follows an option on the command line, as far as the next one."""
    import shlex

    words = [part for word in sys.argv for part in (word.split("=", 1) if word.startswith("--") else [word])]
    after = words[words.index(option) + 1 :] if option in words else []
    return "".join(f" {shlex.quote(word)}" for word in takewhile(lambda word: not word.startswith("-"), after))


def _complain(message: str, code: int) -> int:
    print(f"blocs: {shorten(clean(' '.join(message.split())), 600)}", file=sys.stderr)
    return code
