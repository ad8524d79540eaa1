"""Queries of users: what may run, and what is wrong with those that cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import QuerySolutions, Store

from ..errors import InvalidRequest
from ..late import late_pattern
from .terms import PREFIXES

__all__ = ["UPDATES", "check_syntax", "counting_query", "refuse_unsafe", "rows_query", "syntax_error", "tokens"]

_TOKEN = late_pattern(
    r"""(?P<space>\s+|\#[^\n\r]*)
      | (?P<string>(?:'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3})|(?:"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3})
                  |'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
      | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
      | (?P<variable>[?$]\w+)
      | (?P<name>[\w.-]*:(?:[\w:%.-]|\\.)*)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<sign>\\.|.)""",
    re.VERBOSE | re.DOTALL,
)
_SERVICE = late_pattern("service", re.IGNORECASE)
_ESCAPE = late_pattern(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_CLOSED_BY = {"{": "}", "(": ")", "[": "]"}
_WORDS = frozenset(
    """A ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL CLEAR COALESCE CONCAT CONSTRUCT CONTAINS COPY COUNT
    CREATE DATA DATATYPE DAY DEFAULT DELETE DESC DESCRIBE DISTINCT DROP ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM
    GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN INSERT INTO IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES
    LCASE LIMIT LOAD MAX MD5 MIN MINUS MINUTES MONTH MOVE NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX
    REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER
    STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TO TRUE TZ UCASE UNDEF UNION URI USING
    UUID VALUES WHERE WITH YEAR""".split()  # noqa: SIM905
)
UPDATES = frozenset(("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"))
"""The words that a SPARQL update begins with."""


def tokens(query: str) -> Iterator[tuple[str, str, int]]:
    """The tokens of a query: sort, text and offset; strings, IRIs and comments are one token each.

    >>> [text for sort, text, _ in tokens("ASK { ?s :p 'SERVICE' } # SERVICE") if sort == "word"]
    ['ASK']
    """
    for match in _TOKEN.finditer(query):
        yield match.lastgroup or "", match[0], match.start()


def refuse_unsafe(query: str, allow_service: bool = False) -> None:
    """Raise InvalidRequest where a query would change data, or ask another server without leave.

    >>> refuse_unsafe("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    ...
    blocs.InvalidRequest: the query asks another server (SERVICE); allow it with --allow-service
    """
    words = [text.upper() for sort, text, _ in tokens(query) if sort == "word"]
    forms = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
    first = next((word for word in words if word in forms | UPDATES), "")
    if first in UPDATES:
        raise InvalidRequest(f"{first} would change the data; queries only read: SELECT, ASK, CONSTRUCT or DESCRIBE")
    if allow_service:
        return
    if "SERVICE" in words:
        raise InvalidRequest("the query asks another server (SERVICE); allow it with --allow-service")
    for text in {query, _resolved(query)}:
        _refuse_hidden_service(text)


def _refuse_hidden_service(query: str) -> None:
    """Raise InvalidRequest where the engine might read a SERVICE clause in what our tokens show as something else.

    The engine's parser takes `SERVICE:a { }` and `1SERVICE <a> { }` for such clauses, and `<` for one thing or the
    other as it goes. So its parser decides, without any risk: with another word for each "service", harmless ones
    (in texts, comments, IRIs and names) leave a query that parses, and a clause does not.
    """
    if _SERVICE.search(query) is None:
        return
    other = next(word for word in ("zervice", "xervice", "qervice", "jervice") if word not in query.lower())
    try:
        Store().query(_SERVICE.sub(other, query), prefixes=PREFIXES)
    except SyntaxError as error:
        raise InvalidRequest(
            f"{syntax_error(query, error).message}; a query of other servers: --allow-service"
        ) from None
    except (OSError, RuntimeError, ValueError):
        return  # it parses; that is all we wanted to know


def check_syntax(query: str, base: str = "") -> list[str]:
    """Try a query on an empty graph: its variables, if it has any.

    Raises
    ------
    InvalidRequest
        If it is no SPARQL query.
    """
    if _SERVICE.search(query):
        return []  # to try it would be to call the other server
    try:
        results = Store().query(query, base_iri=base or None, prefixes=PREFIXES)
    except SyntaxError as error:
        raise syntax_error(query, error, base) from None
    except (OSError, RuntimeError, ValueError):
        return []
    return [variable.value for variable in results.variables] if isinstance(results, QuerySolutions) else []


def syntax_error(query: str, error: SyntaxError, base: str = "") -> InvalidRequest:
    """What is wrong with a query that the engine's parser does not take, and where.

    The parser says how far it got, which may be some way behind the mistake, and what it knows beyond SPARQL. So the
    usual mistakes are looked for first: prefixes, relative IRIs, misspelt words, brackets.

    >>> syntax_error("SELECT * { zz:a ?p ?o }", SyntaxError("error at 1:20: expected OPTIONAL")).message
    'SPARQL syntax: 1:12: the prefix zz: is not declared'
    """
    found = [(sort, text, at) for sort, text, at in tokens(query) if sort != "space"]
    words = [text.upper() if sort == "word" else "" for sort, text, _ in found]
    declared = {found[at + 1][1] for at, word in enumerate(words[:-1]) if word == "PREFIX"}
    known = {f"{prefix}:" for prefix in PREFIXES} | declared | {"_:"}
    before, opened = "", list[tuple[str, int]]()
    for sort, text, at in found:
        if sort == "name" and text.partition(":")[0] + ":" not in known:
            return _syntax(query, at, f"the prefix {text.partition(':')[0]}: is not declared")
        if sort == "iri" and not base and "BASE" not in words and not re.match(r"<[A-Za-z][\w+.-]*:", text):
            return _syntax(query, at, f"{text} is relative, and there is no BASE")
        part_of_term = before.isdigit() or before in ("@", "-")  # 1e3, "Georgia"@en-GB
        if sort == "word" and not part_of_term and text.upper() not in _WORDS:
            return _syntax(query, at, f"SPARQL has no word {text}{_near(text)}")
        if text in ("'", '"'):
            return _syntax(query, at, "a quotation mark without its partner")
        if text in _CLOSED_BY:
            opened.append((text, at))
        elif text in _CLOSED_BY.values() and (not opened or _CLOSED_BY[opened.pop()[0]] != text):
            return _syntax(query, at, f"{text} closes nothing")
        before = text
    if opened:
        return _syntax(query, opened[-1][1], f"{opened[-1][0]} is never closed")
    place = re.match(r"error at (\d+):(\d+)", str(error))
    if place is None:
        return InvalidRequest(f"SPARQL syntax: {error}")
    lines = query.split("\n")[: int(place[1]) - 1]
    offset = sum(len(line) + 1 for line in lines) + int(place[2]) - 1
    here = next((text for _, text, at in found if at + len(text) > offset), "")
    return _syntax(
        query, offset, f"{here[:40]} is not expected here" if here else "something is missing or wrong before this"
    )


def counting_query(query: str) -> str:
    """The query for the number of rows of a SELECT query; "" if it cannot be asked as one.

    >>> counting_query("PREFIX x: <http://x/> SELECT ?s { ?s x:a ?o }")
    'PREFIX x: <http://x/> SELECT (COUNT(*) AS ?n) WHERE { { SELECT ?s { ?s x:a ?o } } }'
    """
    words = {text.upper(): at for sort, text, at in reversed(list(tokens(query))) if sort == "word"}
    if "SELECT" not in words or "FROM" in words:  # a subquery takes no FROM
        return ""
    prologue, select = query[: words["SELECT"]], query[words["SELECT"] :]
    # What stands behind a last "#" is a comment.
    end = "\n" if "#" in select else " "
    return f"{prologue}SELECT (COUNT(*) AS ?n) WHERE {{ {{ {select.rstrip()}{end}}} }}"


def rows_query(query: str) -> str:
    """The query for the rows that a CONSTRUCT query makes its graph of; "" for others.

    >>> rows_query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    'SELECT (1 AS ?row) WHERE { ?s ?p ?o }'
    """
    found = [(text.upper() if sort == "word" else text, at) for sort, text, at in tokens(query) if sort != "space"]
    start = next((index for index, (text, _) in enumerate(found) if text == "CONSTRUCT"), None)
    if start is None:
        return ""
    behind = start + 1
    depth = 0
    while depth or found[behind][0] == "{":  # the template
        depth += {"{": 1, "}": -1}.get(found[behind][0], 0)
        behind += 1
        if not depth:
            break
    return f"{query[: found[start][1]]}SELECT (1 AS ?row) {query[found[behind][1] :]}"


def _syntax(query: str, offset: int, what: str) -> InvalidRequest:
    line, column = query.count("\n", 0, offset) + 1, offset - query.rfind("\n", 0, offset)
    return InvalidRequest(f"SPARQL syntax: {line}:{column}: {what}", line=line, column=column)


def _near(word: str) -> str:
    from rapidfuzz import process

    best = process.extractOne(word.upper(), sorted(_WORDS), score_cutoff=75)
    return f"; did you mean {best[0]}?" if best else ""


def _resolved(query: str) -> str:
    """A query with its code point escapes resolved first, as SPARQL has it and not every engine does."""

    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)

    return _ESCAPE.sub(character, query)
