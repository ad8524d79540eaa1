"""SPARQL results in JSON as the standard has them, whatever else a server writes between.

The standard (https://www.w3.org/TR/sparql11-results-json/) lets an object have members that it does not know; the
engine's parser stops at them. Here they are left out, as the answer comes in.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, Protocol

__all__ = ["StandardJson"]

_CHUNK = 1 << 16
_SPACE = " \t\r\n"
_TERM = frozenset(("type", "value", "xml:lang", "datatype"))
_CUT = ("partial", "truncated", "incomplete")
_DECODE = json.JSONDecoder().raw_decode


class _Stream(Protocol):
    def read(self, size: int = -1) -> bytes: ...


class StandardJson:
    """A stream of bytes with the standard's members only.

    Parameters
    ----------
    stream : binary stream
        The answer of a server.

    >>> import io
    >>> answer = b'{"head":{"vars":["s"],"x":1},"results":{"bindings":[{"s":{"type":"uri","value":"x:a","n":2}}]},"meta":{}}'
    >>> StandardJson(io.BytesIO(answer)).read().decode()
    '{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"x:a"}}]}}'
    """  # noqa: E501

    def __init__(self, stream: _Stream) -> None:
        self.cut = False
        """Whether the server says that this is not its whole answer."""
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text, self._at, self._ended = "", 0, False
        self._parts = self._standard()
        self._ready = bytearray()

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`; none at the end.

        Raises ValueError if it is no JSON or stops in the middle.
        """
        while size < 0 or len(self._ready) < size:
            part = next(self._parts, None)
            if part is None:
                break
            self._ready += part.encode()
        end = len(self._ready) if size < 0 else size
        piece = bytes(self._ready[:end])
        del self._ready[:end]
        return piece

    def _standard(self) -> Iterator[str]:
        separator = ""
        yield "{"
        for key in self._members():
            if key == "head":
                head = self._value()
                names = head.get("vars") if isinstance(head, dict) else None
                yield f'{separator}"head":' + _written({} if names is None else {"vars": names})
            elif key == "boolean":
                yield f'{separator}"boolean":' + _written(self._value())
            elif key == "results":
                yield f'{separator}"results":{{"bindings":['
                for member in self._members():
                    if member == "bindings":
                        yield from self._bindings()
                    else:
                        self._leave_out(member)
                yield "]}"
            else:
                self._leave_out(key)
                continue
            separator = ","
        yield "}"
        if self._sign(at_end=True):
            raise ValueError("something follows its end")

    def _leave_out(self, key: str) -> None:
        self.cut = bool(self._value() and key.lower() in _CUT) or self.cut

    def _members(self) -> Iterator[str]:
        """The keys of an object; who asks for the next has read the value of the last."""
        self._take("{")
        if self._sign() == "}":
            self._at += 1
            return
        while True:
            key = self._value()
            if not isinstance(key, str):
                raise ValueError("a key is no text")
            self._take(":")
            yield key
            if self._take(",}") == "}":
                return

    def _bindings(self) -> Iterator[str]:
        self._take("[")
        if self._sign() == "]":
            self._at += 1
            return
        separator, some = "", list[str]()
        while True:
            binding = self._value()
            if not isinstance(binding, dict):
                raise ValueError("a row is no object")
            some += [separator, _written({name: _term(term) for name, term in binding.items()})]
            separator = ","
            if len(some) > 500:
                yield "".join(some)
                some.clear()
            if self._take(",]") == "]":
                yield "".join(some)
                return

    def _value(self) -> Any:
        """The next value, of whatever kind."""
        self._sign()
        while True:
            try:
                value, end = _DECODE(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._more():
                    continue
                raise ValueError("it stops in the middle" if error.pos >= len(self._text) else error.msg) from None
            except RecursionError:
                raise ValueError("it is nested too deeply") from None
            # A number that ends with what has come may go on in what comes.
            if end < len(self._text) or not self._more():
                self._at = end
                return value

    def _take(self, signs: str) -> str:
        """Read one of some signs."""
        sign = self._sign()
        if sign not in signs:
            raise ValueError(f"{sign!r} stands where {' or '.join(map(repr, signs))} is expected")
        self._at += 1
        return sign

    def _sign(self, *, at_end: bool = False) -> str:
        """The next sign that is no space, which stays to be read."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                if at_end:
                    return ""
                raise ValueError("it stops in the middle")

    def _more(self) -> bool:
        """Read on, more at a time where one value is long; whether there was more."""
        if self._ended:
            return False
        size = max(_CHUNK, 2 * (len(self._text) - self._at))
        chunk = self._stream.read(size)
        self._ended = not chunk
        text = self._decoder.decode(chunk, final=self._ended)
        self._text, self._at = self._text[self._at :] + text, 0
        return True


def _term(term: Any) -> Any:
    if isinstance(term, dict) and not _TERM.issuperset(term):
        return {key: value for key, value in term.items() if key in _TERM}
    return term


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
