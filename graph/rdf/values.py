"""Literals as the values that Python and JSON have for them."""

from __future__ import annotations

import math
import re

from pyoxigraph import Literal

from .terms import PREFIXES

__all__ = ["Value", "value_of"]

Value = str | int | float | bool

_DIGITS = r"(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})"
_WHOLE = re.compile(r"[+-]?\d{1,400}", re.ASCII)
_DECIMAL = re.compile(rf"[+-]?{_DIGITS}", re.ASCII)
_FLOAT = re.compile(rf"[+-]?{_DIGITS}(?:[eE][+-]?\d{{1,9}})?", re.ASCII)
_TRUTH = {"true": True, "1": True, "false": False, "0": False}
_WHOLE_TYPES = (
    *("integer", "long", "int", "short", "byte"),
    *("nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger"),
    *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
)
_WRITTEN = {
    **dict.fromkeys((PREFIXES["xsd"] + name for name in _WHOLE_TYPES), _WHOLE),
    PREFIXES["xsd"] + "decimal": _DECIMAL,
    PREFIXES["xsd"] + "double": _FLOAT,
    PREFIXES["xsd"] + "float": _FLOAT,
}
"""How the numbers of XML Schema are written (https://www.w3.org/TR/xmlschema11-2/)."""
_BOOLEAN = PREFIXES["xsd"] + "boolean"


def value_of(literal: Literal) -> Value:
    """The value of a literal: a number or a truth value by its datatype, any other by its text.

    Decimals are the nearest floats. What is no value of its datatype ("x" as an integer), and what JSON has no number
    for (NaN, INF), stays the text that it is.

    >>> from pyoxigraph import NamedNode
    >>> number = "http://www.w3.org/2001/XMLSchema#"
    >>> [value_of(Literal(text, datatype=NamedNode(number + kind))) for text, kind in
    ...  [("07", "int"), ("1.50", "decimal"), ("1e3", "double"), ("NaN", "double"), ("x", "integer"), ("1", "boolean")]]
    [7, 1.5, 1000.0, 'NaN', 'x', True]
    >>> value_of(Literal("7"))
    '7'
    """
    text, datatype = literal.value, literal.datatype.value
    if datatype == _BOOLEAN:
        return _TRUTH.get(text, text)
    written = _WRITTEN.get(datatype)
    if written is None or not written.fullmatch(text):
        return text
    if written is _WHOLE:
        return int(text)
    number = float(text)
    return number if math.isfinite(number) else text
