"""Which names a graph behind an endpoint may have of those asked for: tests that any engine can make.

Each test leaves nobody out: what it finds is all that could have a name, and maybe more. Whether it has the name is
then decided where the answer is read, by the same rules as everywhere, so that engines need not know of accents.

A name of ASCII is compared by its letters and digits alone. Of another one the letters before its first sign beyond
ASCII and those behind the last are compared, and between them may be anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from pyoxigraph import NamedNode

from ...rdf.source import values
from ...rdf.terms import BASE, sparql_text
from ..entities import TYPES
from .forms import normal
from .names import PARTS, kind_clause, name_clause

__all__ = [
    "COUNTED_KINDS_QUERY",
    "DOUBLED_QUERY",
    "KINDS_QUERY",
    "LONGEST_WORD",
    "UNCLASSED_QUERY",
    "begun_query",
    "holding_query",
    "id_holding_query",
    "id_query",
    "ids_of_words_query",
    "named_query",
    "near_names_query",
    "near_word_queries",
    "of_kinds",
    "of_words_query",
    "stripped",
    "with_word_queries",
]

_BEYOND = "[^ -~]"  # what is not of ASCII, also where an engine compares bytes
_ESCAPED = "%[0-9A-Fa-f][0-9A-Fa-f]"  # what an IRI writes instead of it, and of a space
_ENTITIES = f"{{ {name_clause()} }} UNION {{ {kind_clause()} }} UNION {' UNION '.join(PARTS.values())}"
_ALL = "LIMIT 1000000000"
"""A limit that leaves nobody out: Virtuoso works such a subquery out by itself first.

Else it holds the tests against each row of what the subquery goes through, again for each variable that they use, and
takes fifty times as long.
"""
_EACH = f"{{ SELECT DISTINCT ?e WHERE {{ {_ENTITIES} }} {_ALL} }}"
_LAST = 'REPLACE(REPLACE(STR(?e), "[/#]+$", ""), "^.*[/#:]", "")'
_LOCAL = (
    f'REPLACE(REPLACE(REPLACE(REPLACE(STR(?e), "^{BASE}", ""), "[/#]+$", ""), "^http[^#]*#", ""),'
    ' "^(http|urn).*[/:]", "")'
)
"""The expression for the id of an entity; of an odd IRI, for more of it."""
_FROM_BEYOND, _TO_BEYOND = r"[^ -~][\\s\\S]*$", r"^[\\s\\S]*[^ -~]"
_TO_LAST = rf"^[\\s\\S]*([/#:]|[^ -~]|{_ESCAPED})"
_APART = "[^a-z0-9]*"
_LATIN = (
    "\u00aa-\u02e3\u1d2c-\u1ef9\u2071-\u217f\u249c-\u24e9\u2c7c-\u2c7d\u3250-\u33ff\ua7f2-\ua7f4\ufb00-\ufb06"
    "\uff21-\uff5a\U000107a5\U0001d400-\U0001d7ff\U0001f100-\U0001f190"
)
"""Signs of which `normal` makes letters of ASCII, and others; where an engine compares bytes, more of them."""
_SEVERAL = (
    "\u00bc-\u00be\u00df\u0132-\u0133\u01c4-\u01cc\u01f1-\u01f3\u1e9e\u20a8\u2100-\u218a\u2469-\u249b\u3250-\u33ff"
    "\ufb00-\ufb06\U0001f100-\U0001f190"
)
"""Signs of which `normal` makes several letters or digits of ASCII, and others."""
_IN_SEVERAL = f'REGEX(STR(?name), "[{_SEVERAL}]")'

KINDS_QUERY = f"SELECT DISTINCT ?kind WHERE {{ {kind_clause()} }}"
"""Which kinds the classes of a graph stand for."""

DOUBLED_QUERY = (
    "SELECT DISTINCT ?e WHERE {"
    f" {{ SELECT ?last WHERE {{ {_EACH} BIND({_LAST} AS ?last) }} GROUP BY ?last HAVING(COUNT(?e) > 1) }}"
    f" {_EACH} FILTER({_LAST} = ?last) }}"
)
"""The entities whose IRIs end like those of others."""

_PLAYED = " UNION ".join(f'{{ {pattern} BIND("{part}" AS ?part) }}' for part, pattern in PARTS.items())
_NAMED_PLAYER = f"{{ {_PLAYED} }} {name_clause()} FILTER(ISIRI(?e))"
UNCLASSED_QUERY = f"SELECT DISTINCT ?e ?part WHERE {{ {_NAMED_PLAYER} MINUS {{ {kind_clause()} }} }}"
"""What has a name and a part in memberships, but no class that stands for a kind; and which part."""

COUNTED_KINDS_QUERY = (
    'SELECT ?kinds (COUNT(*) AS ?n) WHERE { SELECT ?e (GROUP_CONCAT(DISTINCT ?kind; separator=" ") AS ?kinds)'
    f" WHERE {{ {kind_clause()} FILTER(ISIRI(?e)) }} GROUP BY ?e }} GROUP BY ?kinds"
)
"""How many entities have which kinds, by their classes."""


def of_kinds(kinds: Collection[str], most: int | None = None) -> str:
    """The pattern of `?e` of a class that stands for one of some kinds; of at most so many."""
    classes = values("class", (NamedNode(iri) for iri, kind in TYPES.items() if kind in kinds))
    limit = f" LIMIT {most}" if most is not None else ""
    return f"{{ SELECT DISTINCT ?e WHERE {{ {classes} ?e a ?class }}{limit} }}"


_LAST_LETTERS = f'REPLACE(LCASE(REPLACE(REPLACE(STR(?e), "[/#]+$", ""), "{_TO_LAST}", "")), "[^a-z0-9]+", "")'
"""The expression for the letters behind the last mark, sign beyond ASCII or escaped one, of an IRI."""
_ODD = f'REGEX(STR(?e), "{_BEYOND}|{_ESCAPED}")'


# Whole names


def named_query(keys: Sequence[str]) -> str:
    """The query for what may have a name of one of these keys."""
    tests, around = [], dict[str, list[str]]()
    for key in keys:
        letters = sparql_text(stripped(key))
        if not normal(key):  # signs alone
            tests.append(_has_sign(key))
            continue
        tests.append(f"?key = {letters}")
        condition = _readable([key])
        around.setdefault(condition, []).append(f"(STRSTARTS({letters}, ?head) && STRENDS({letters}, ?tail))")
    beyond = " || ".join(f"({condition} && ({' || '.join(some)}))" for condition, some in around.items()) or "false"
    return _by_name(tests, beyond)


def id_query(keys: Sequence[str]) -> str:
    """The query for what may have an id of one of these keys: the end of its IRI."""
    ways = dict.fromkeys(stripped(key) for key in keys)
    odd = " || ".join(f"STRENDS({sparql_text(way)}, {_LAST_LETTERS})" for way in ways)
    return _by_id("|".join(_APART.join(way) for way in ways), odd)


# Names of some words


def of_words_query(words: Collection[str], signs: Iterable[str] = ()) -> str:
    """The query for what may have a name that is made of some words, in any order and number, or of signs alone."""
    pieces, runs = _pieces(words), _runs(_pieces(words))
    tests = [f'(?key != "" && REGEX(?key, "^{runs}$"))'] if pieces else []
    tests += map(_has_sign, [*signs, *(word for word in words if not stripped(word) and word.isascii())])
    head = f"^{runs}({'|'.join(_cut_short(pieces))})$"
    tail = f"^({'|'.join(_cut_short([piece[::-1] for piece in pieces], back=True))}){runs}$"
    return _by_name(tests or ["false"], f'{_readable(words)} && REGEX(?head, "{head}") && REGEX(?tail, "{tail}")')


def ids_of_words_query(words: Collection[str]) -> str:
    """The query for what may have an id that is made of some words: the end of its IRI is, or what of it is ASCII."""
    pieces = _pieces(words)
    tail = "|".join(_cut_short([piece[::-1] for piece in pieces], back=True))
    made = f"(({'|'.join(pieces)}){_APART})*" if pieces else ""
    return _by_id(made, f'REGEX({_LAST_LETTERS}, "^({tail}){_runs(pieces)}$")')


def _pieces(words: Iterable[str]) -> list[str]:
    """What words have of letters and digits of ASCII, each piece once."""
    return sorted({piece for word in words for piece in re.findall("[a-z0-9]+", word)})


def _runs(pieces: Sequence[str]) -> str:
    """The expression for pieces in a row, without those that are others in a row: they would be tried in vain."""
    found: list[str] = []
    for piece in sorted(pieces, key=len):
        if not (found and re.fullmatch(f"({'|'.join(found)})+", piece)):
            found.append(piece)
    return f"({'|'.join(found)})*" if found else ""


def _cut_short(pieces: Iterable[str], back: bool = False) -> list[str]:
    """The beginnings of pieces; of pieces that are written backwards, as they are written."""
    begun = dict.fromkeys(piece[:end] for piece in pieces for end in range(len(piece) + 1))
    return [text[::-1] if back else text for text in begun] or [""]


# Parts of names

LONGEST_WORD = 40
"""Of a longer word engines are not asked for others that are nearly so: the test grows with its square."""

_PLAIN = 'REPLACE(REPLACE(LCASE({text}), "[^ -~]", "~"), "[.]", "")'
"""The expression for a text with a tilde for each sign beyond ASCII, and without full stops."""


def holding_query(parts: Sequence[str]) -> str:
    """The query for what may have a name in which all of these stand, each within a word."""
    tests = " && ".join(f'REGEX(?plain, "{"".join(_letters(part))}")' for part in parts)
    return f"SELECT DISTINCT ?e WHERE {{ {_named(_plain('STR(?name)'), '?plain')} FILTER(({tests}) || {_IN_SEVERAL}) }}"


def id_holding_query(parts: Sequence[str]) -> str:
    """The query for what may have an id in which all of these stand."""
    tests = " && ".join(f"CONTAINS({_strip('?local')}, {sparql_text(stripped(part))})" for part in parts)
    return f"SELECT DISTINCT ?e WHERE {{ {_EACH} BIND({_LOCAL} AS ?local) FILTER(({tests}) || {_ODD}) }}"


def with_word_queries(word: str, most: int) -> tuple[str, str]:
    """The queries for some of what may have a name, or an id, with this word in it."""
    return _matching("".join(_letters(word)), most)


def near_word_queries(word: str, most: int) -> tuple[str, str]:
    """The queries for what may have a name, or an id, with a word that begins like this one and differs in one letter.

    A letter may be another, too many, missing, or swapped with its neighbour. The word is of ASCII.
    """
    letters, any_letter = _letters(word), "[a-z0-9~]~*"
    ways = []
    for at in range(1, len(word) + 1):
        begun = "".join(letters[:at])
        ways += [f"{begun}({any_letter})?{''.join(letters[at + 1 :])}", f"{begun}{any_letter}{''.join(letters[at:])}"]
        if at + 1 < len(word):
            ways.append("".join((begun, letters[at + 1], letters[at], *letters[at + 2 :])))
    return _matching(f"({'|'.join(ways)})", most)


def _matching(word: str, most: int) -> tuple[str, str]:
    test = f'REGEX(?plain, "(^|[^a-z0-9]){word}($|[^a-z0-9])")'
    named = f"{_EACH} {_named(_plain('STR(?name)'), '?plain')} FILTER({test} || {_IN_SEVERAL})"
    identified = f"{_EACH} {_plain(_LOCAL)} FILTER({test})"
    return (
        f"SELECT DISTINCT ?e WHERE {{ {named} }} LIMIT {most}",
        f"SELECT DISTINCT ?e WHERE {{ {identified} }} LIMIT {most}",
    )


def _plain(text: str) -> str:
    return f"BIND({_PLAIN.format(text=text)} AS ?plain)"


def _letters(word: str) -> list[str]:
    """The expression for each letter of a word in a plain text, also with an accent.

    Letters beyond ASCII in a row are one expression: one sign may stand for several.
    """
    found = []
    for before, sign in zip(" " + word, word, strict=False):
        if sign.isascii():
            found.append(f"[{sign}~]~*" if sign.isalnum() else "[^a-z0-9]~*")
        else:
            found.append("~+" if before.isascii() else "")
    return found


# Names that are near


def near_names_query(name: str, most: int) -> str:
    """The query for some of what has a name that begins or ends like this one and is about as long."""
    key = name.lower()
    part = max(2, len(key) // 3)
    least, longest = len(key) * 3 // 5, len(key) * 5 // 3 + 1
    return (
        f"SELECT DISTINCT ?e WHERE {{ {_EACH} {name_clause()} BIND(LCASE(STR(?name)) AS ?lower)"
        f" FILTER(STRLEN(?lower) >= {least} && STRLEN(?lower) <= {longest}"
        f" && (STRSTARTS(?lower, {sparql_text(key[:part])}) || STRENDS(?lower, {sparql_text(key[-part:])})))"
        f" }} LIMIT {most}"
    )


def begun_query(text: str, most: int) -> str:
    """The query for some of what has a name that begins with a text."""
    return (
        f"SELECT DISTINCT ?e WHERE {{ {_EACH} {name_clause()}"
        f" FILTER(STRSTARTS(LCASE(STR(?name)), {sparql_text(text.lower())})) }} LIMIT {most}"
    )


# What the tests are made of


def stripped(key: str) -> str:
    """The letters and digits of ASCII in a key."""
    return re.sub("[^a-z0-9]+", "", key)


def _by_name(tests: Sequence[str], beyond: str) -> str:
    """The query for what has a name of which one of the tests holds, or of which one beyond ASCII does."""
    parts = (("head", _FROM_BEYOND), ("tail", _TO_BEYOND))  # not of each name: engines take long for expressions
    binds = " ".join(f'BIND(IF(?beyond, {_strip(_cut(pattern))}, "") AS ?{part})' for part, pattern in parts)
    keys = f'BIND({_strip("STR(?name)")} AS ?key) BIND(REGEX(STR(?name), "{_BEYOND}") AS ?beyond)'
    return (
        f"SELECT DISTINCT ?e WHERE {{ {_named(keys, '?key', '?beyond')} {binds}"
        f" FILTER({' || '.join(tests)} || (?beyond && ({beyond}))) }}"
    )


def _named(binds: str, *variables: str) -> str:
    """The names of all things, and what is made of them."""
    return f"{{ SELECT ?e ?name {' '.join(variables)} WHERE {{ {name_clause()} {binds} }} {_ALL} }}"


def _by_id(pattern: str, odd: str) -> str:
    """The query for entities whose IRI ends so; of those with escaped signs or such beyond ASCII, if a test holds."""
    ends = f'REGEX(LCASE(STR(?e)), "((^|[/#:]){_APART}({pattern}){_APART}|:)[/#]*$")'
    return f"SELECT ?e WHERE {{ {_EACH} FILTER({ends} || ({_ODD} && ({odd}))) }}"


def _has_sign(key: str) -> str:
    return f'(?key = "" && CONTAINS(STR(?name), {sparql_text(key)}))'


def _readable(words: Iterable[str]) -> str:
    """The test that a name with no letter or digit of ASCII can be one of words of ASCII, as full-width letters can."""
    known = [word for word in words if normal(word)]
    if not all(word.isascii() for word in known):
        return "true"
    digits = _digits() if any(re.search("[0-9]", word) for word in known) else ""
    return f'(?key != "" || REGEX(STR(?name), "[{_LATIN}{digits}]"))'


@cache
def _digits() -> str:
    """Signs beyond ASCII of which `normal` makes digits of ASCII, as ranges of a class of signs."""
    found = [code for code in range(0x80, 0x20000) if _is_number(chr(code))]
    begun = [code for code in found if code - 1 not in set(found)]
    ended = [code for code in found if code + 1 not in set(found)]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(begun, ended, strict=True))


def _is_number(sign: str) -> bool:
    return sign.isnumeric() and (sign.isdecimal() or bool(re.search("[0-9]", unicodedata.normalize("NFKD", sign))))


def _strip(text: str) -> str:
    """The expression for the letters and digits of ASCII in a text."""
    return f'REPLACE(LCASE({text}), "[^a-z0-9]+", "")'


def _cut(pattern: str) -> str:
    return f'REPLACE(STR(?name), "{pattern}", "")'
