"""The words and signs of set expressions: tokens, and names that would be misread as such."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace

from ..frozen import frozen
from ..late import late_pattern
from .naming.names import normal

__all__ = [
    "AND",
    "AT_LEAST",
    "EXCEPT",
    "MINUS",
    "OR",
    "RESERVED",
    "SKIPPED",
    "Token",
    "quoted",
    "quoted_if_misread",
    "sign_to_quote",
    "spelling",
    "tokens_of",
]

_TOKEN = late_pattern(
    r"""(?P<space>[\s,]+)
      | (?P<quoted>(?<![^\s,(&|-])(?:"[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)(?![^\s,)&|-]))
      | (?P<sign>[()&|])
      | (?P<word>[^\s,()&|]+)""",
    re.VERBOSE,
)
AND, OR, MINUS, EXCEPT = {"and", "&"}, {"or", "|"}, {"-", "−", "–", "minus"}, {"without", "except"}
_OPERATORS = {word: sign for sign, words in (("&", AND), ("|", OR), ("-", MINUS)) for word in words}
RESERVED = {*_OPERATORS, *EXCEPT, "not", "but", "(", ")"}
SKIPPED = ("both", "either", "the")
AT_LEAST = late_pattern(r"(at least|at most|exactly) ([0-9]+) (of|body|bodies)")


@frozen
class Token:
    """A word, a sign or a name in quotation marks, and where it stands in the text."""

    text: str
    start: int
    end: int
    comma: bool
    """Whether a comma follows."""

    @property
    def quoted(self) -> bool:
        return len(self.text) > 1 and self.text[0] + self.text[-1] in ('""', "''", "“”", "‘’")

    @property
    def word(self) -> str:
        """The word or sign as an operator is compared; "" for a quoted name."""
        return "" if self.quoted else self.text.lower()


def tokens_of(text: str) -> list[Token]:
    """The words, signs and quoted names of a text, from left to right.

    >>> [token.text for token in tokens_of("(CST | 'CIS DMC') but not GUUAM")]
    ['(', 'CST', '|', "'CIS DMC'", ')', 'but', 'not', 'GUUAM']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "space":
            found.append(Token(match[0], match.start(), match.end(), False))
        elif found and "," in match[0]:
            found[-1] = replace(found[-1], comma=True)
    return found


def spelling(tokens: list[Token]) -> tuple[str, ...]:
    """A name with the signs and words that mean something here kept, for comparing."""

    def part(token: Token) -> str:
        if token.quoted:
            return f'"{normal(token.text)}"'
        return (
            "except"
            if token.word in EXCEPT
            else _OPERATORS.get(token.word, token.word if token.text in "()" else normal(token.text))
        )

    return tuple(map(part, tokens))


def quoted_if_misread(name: str) -> str:
    """A name in quotation marks, if some word or sign of it would be read as something else than a name.

    >>> quoted_if_misread("CIS DMC"), quoted_if_misread("Trinidad and Tobago")
    ('CIS DMC', '"Trinidad and Tobago"')
    """
    tokens = tokens_of(name)
    plain = not any(token.word in RESERVED or token.quoted or token.comma for token in tokens)
    if plain and tokens and name.lower() != "all states" and not AT_LEAST.match(name.lower()):
        return name
    return quoted(name)


def quoted(name: str) -> str:
    """A name in quotation marks that are not in it."""
    marks = next((pair for pair in ('""', "''", "“”") if not set(pair) & set(name)), "")
    return f"{marks[0]}{name}{marks[1]}" if marks else name


def sign_to_quote(text: str) -> str:
    """What to say of an expression whose last part is a sign, which may be of the name before it; "" if it is none.

    >>> print(sign_to_quote("CST and Sahel -"))
    if '-' is part of the name, put the name in quotes: blocs who '"Sahel -"'
    >>> sign_to_quote("CST and"), sign_to_quote("-")
    ('', '')
    """
    tokens = tokens_of(text)
    first = last = len(tokens) - 1
    while first > 0 and tokens[first - 1].word not in RESERVED:
        first -= 1
    if first == last or any(c.isalnum() or c in "()" for c in tokens[last].text):
        return ""
    name = text[tokens[first].start : tokens[last].end]
    return (
        f"if {tokens[last].text!r} is part of the name, put the name in quotes: blocs who {shlex.quote(quoted(name))}"
    )
