"""What a check finds, and how it names the things that it speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ..rdf.terms import PREFIXES, Term

__all__ = ["ADVICE", "ERROR", "NOTE", "SEVERITIES", "WARNING", "Finding", "parted", "sentence", "shown"]

ERROR, WARNING, NOTE, ADVICE = SEVERITIES = ("error", "warning", "note", "advice")
"""An error makes an answer wrong or impossible to support; some answers miss what a warning is about.

A note is what was left out on purpose, which is no fault of the data.
"""


@dataclass(frozen=True)
class Finding:
    """One thing that is not sound: how bad, where, what, and what to do about it.

    `where` is a name in the graph as Turtle writes it (`fact:a-in-b`), or a file with line and column.
    """

    severity: str
    where: str
    what: str
    way_out: str


_TYPED = re.compile(r"(?:: blocs |(?<![\w-])--|: @prefix )[^;]*$")


def sentence(text: str) -> str:
    """A message as a sentence; without a full stop behind what is to be typed.

    Parameters
    ----------
    text : str
        The message.

    Returns
    -------
    str

    >>> sentence("row 3 has no name"), sentence("say: --missing tbc"), sentence("")
    ('Row 3 has no name.', 'Say: --missing tbc', '')
    """
    return text[:1].upper() + text[1:] + ("" if not text or _TYPED.search(text) else ".")


_WHAT = re.compile(r"""(?:(?<!\w)'(?:[^'\\]|\\.)*'(?!\w)|(?<!\w)"[^"]*"(?!\w)|“[^”]*”|;(?! )|[^;])*""", re.DOTALL)


def parted(note: str) -> tuple[str, str]:
    """What a note says and its way out, which a semicolon parts; one in quotation marks is of the data.

    Parameters
    ----------
    note : str
        The note.

    Returns
    -------
    tuple of (str, str)

    >>> parted("read as two: 'NATO; EU'; if it is one, say so"), parted("the file's name is a word")
    (("read as two: 'NATO; EU'", 'if it is one, say so'), ("the file's name is a word", ''))
    """
    match = _WHAT.match(note)
    end = match.end() if match else 0
    return note[:end], note[end + 2 :]


_LOCAL = re.compile(r"[\w][\w-]*")


def shown(term: Term | None) -> str:
    """A term as Turtle writes it, with the prefixes of the model.

    >>> shown(NamedNode("https://w3id.org/blocs/id/cst")), shown(Literal("2001"))
    (':cst', '"2001"')
    >>> shown(NamedNode("http://example.org/a"))
    '<http://example.org/a>'
    """
    if isinstance(term, NamedNode):
        for prefix, namespace in PREFIXES.items():
            local = term.value.removeprefix(namespace)
            if local != term.value and _LOCAL.fullmatch(local):
                return f"{prefix}:{local}"
        return str(term)
    if isinstance(term, Literal):
        text = term.value if len(term.value) <= 60 else term.value[:59] + "…"
        plain = term.datatype.value == PREFIXES["xsd"] + "string"
        return f'"{text}"' if plain or term.language else f'"{text}"^^{shown(term.datatype)}'
    return str(term)
