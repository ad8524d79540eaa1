"""JSON as it is written by hand and by logs: one value or several, with comments and commas that JSON has not.

What is in a file twice under one name is refused: of two values a parser keeps the last, and nobody is told.
"""

from __future__ import annotations

import json
from typing import Any

from ...errors import OperationFailed
from ...late import late_pattern
from .wide_texts import start_in_utf_8

__all__ = ["json_start", "parsed_json"]

_COMMENTS = late_pattern(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/|(?<![^\n])[ \t]*#[^\n]*', 16)  # 16: . is any sign
_COMMAS = late_pattern(r'("(?:\\.|[^"\\])*")|,(?=\s*[}\]])', 16)
_BETWEEN = late_pattern(r"[\s,\x1e]*")
_BEFORE = late_pattern(rb"(?:\s+|\xef\xbb\xbf|\x1e|//[^\n]*\n|#[^\n]*\n|/\*.*?\*/)+", 16)
_CALL = late_pattern(r"\s*(?:\)\]\}'?,?\s*|(?:(?:var|let|const)\s+)?[A-Za-z_$][\w.$\[\]]*\s*[=(]\s*)(?=[\[{])")
"""What some programs put before JSON so that it is a script, or none: "callback(", "members = ", ")]}'"."""
_CALLED = late_pattern(r"\s*\)?\s*;?\s*$")


def json_start(head: bytes) -> bytes:
    """The first bytes of a file that may be JSON, in UTF-8 and without marks, blanks and comments before it.

    Parameters
    ----------
    head : bytes
        Its first bytes.

    Returns
    -------
    bytes

    >>> json_start(b"\\xef\\xbb\\xbf// all members\\n[1]")
    b'[1]'
    """
    head = start_in_utf_8(head)
    before = _BEFORE.match(head)
    head = head[before.end() :] if before else head
    called = None if head[:1] in (b"{", b"[") else _CALL.match(head[:200].decode("ascii", "replace"))
    return head[called.end() :] if called else head


def parsed_json(where: str, text: str, notes: list[str] | None = None) -> Any:
    """The value of a JSON file; if it has several, one on each line or otherwise one behind the other, a list of them.

    Parameters
    ----------
    where : str
        The file, for messages.
    text : str
        The whole file.
    notes : list of str, optional
        Where it is said what was left out.

    Returns
    -------
    object

    Raises
    ------
    OperationFailed
        If it is no JSON, or has two values under one name.

    >>> parsed_json("t.json", '{"a": 1}\\n{"a": 2,} // the last')
    [{'a': 1}, {'a': 2}]
    """
    decoder = json.JSONDecoder(object_pairs_hook=lambda pairs: _record(where, pairs))
    try:
        return decoder.decode(text)
    except RecursionError:
        raise OperationFailed(f"{where}: the JSON is nested too deeply") from None
    except ValueError as error:
        first = error
    plain = _COMMAS.sub(r"\1", _COMMENTS.sub(r"\1", text))
    if call := _CALL.match(plain):
        plain = _CALLED.sub("", plain[call.end() :])
    found, at = [], 0
    try:
        while (at := _end_of_match(plain, at)) < len(plain):
            value, at = decoder.raw_decode(plain, at)
            found.append(value)
    except RecursionError:
        raise OperationFailed(f"{where}: the JSON is nested too deeply") from None
    except json.JSONDecodeError as error:
        problem = f"line {plain.count(chr(10), 0, at) + 1}: {error.msg}" if found and plain == text else first
        raise OperationFailed(f"{where}: not valid JSON: {problem}") from None
    if not found:
        raise OperationFailed(f"{where}: not valid JSON: {first}")
    if plain != text and notes is not None:
        left_out = f"{call[0].strip()!r} before it was" if call else "comments, and commas before a bracket, were"
        notes.append(f"{left_out} left out of the JSON")
    return found[0] if len(found) == 1 else found


def _end_of_match(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _record(where: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A record, unless two of its values have one name."""
    found = dict(pairs)
    if len(found) < len(pairs):
        for number, (name, value) in enumerate(pairs):
            if any(name == other and value != another for other, another in pairs[:number]):
                raise OperationFailed(
                    f"{where}: {name!r} comes twice in one record of the JSON, and says two things; keep one"
                )
    return found
