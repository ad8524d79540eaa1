"""JSON that is a graph: JSON-LD, also with a context from the net, Popolo, OParl, FollowTheMoney and Wikidata's own.

Nothing is fetched. For the contexts that are in wide use, blocs has contexts of its own with the terms that it reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from typing import Any

from ....amounts import shortened
from ....errors import OperationFailed
from ...files.json_texts import parsed_json
from ...files.web_tables import text_of_page
from . import follow_the_money, oparl, popolo, wikidata_json
from .contexts import contexts_of, with_contexts
from .language_maps import with_texts_by_language
from .marked_pages import has_marks, marked_items
from .missing_contexts import terms_of, with_context
from .plain_pages import page_of_json

__all__ = ["NO_MEMBERSHIPS", "offline_json_ld"]

NO_MEMBERSHIPS = "there is no membership in it; name the file that has them, too"
"""What is said of a file that may be a part of several, where it is read alone."""

_MAY_NEED_NET = re.compile(rb'"@context"\s*:\s*(?:"|\[[^{]*?")|"@context"\s*:\s*\[|"@import"')
_AHEAD = 1 << 16  # bytes by which a file is known
_KEYWORD = re.compile(rb'"@(?:context|id|type|graph|value|included)"')
_CONTEXT = b'"@context"'
_MAY_BE_LANGUAGE = re.compile(rb'"(?:[a-z]{2}(?:[-_]\w{2,8})*|lang\w*|locale|xml:lang)"\s*:', re.IGNORECASE)
_FIRST_DAY = b'-01-01T00:00:00.000Z"'  # as only wikibase-cli writes it
_MAY_BE_POPOLO = re.compile(rb'"(?:memberships|(?:person|organi[sz]ation|member|group)_?id)"\s*:', re.IGNORECASE)


def offline_json_ld(name: str, content: bytes, notes: list[str] | None = None) -> bytes:
    """JSON-LD that can be parsed without the net.

    Parameters
    ----------
    name : str
        The file, for messages.
    content : bytes
        What is in it.
    notes : list of str, optional
        Where it is said what is read otherwise than it is written, and what is not read.

    Returns
    -------
    bytes
        The same content, if it is JSON-LD with its context inside; else with packaged contexts in the place of those
        from the net, or made from the JSON of Popolo, OParl, FollowTheMoney or Wikidata.

    Raises
    ------
    OperationFailed
        If it is JSON without RDF in it, or needs a context that is not packaged.
    """
    if content.lstrip()[:1] == b"<":
        content = _of_page(name, content)
    elif notes is not None:
        notes += filter(None, [page_of_json(content)])
    if follow_the_money.begins_so(content[:_AHEAD]) and (entities := follow_the_money.read(content)) is not None:
        return follow_the_money.json_ld(entities).encode()
    if wikidata_json.begins_so(content[:_AHEAD]) and (found := wikidata_json.read(content)) is not None:
        if notes is not None and _FIRST_DAY in content:
            notes.append("dates on 1 January may be years, which simplified JSON of Wikidata writes in the same way")
        return wikidata_json.json_ld(found).encode()
    if oparl.begins_so(content[:_AHEAD]):
        if (objects := oparl.read(content)) is None:
            raise OperationFailed(
                f"{name} is OParl without people, organizations or memberships in it; save what the addresses under"
                ' "person", "organization" and "membership" in it give, and read that'
            )
        return _told(oparl.json_ld(objects), [] if any(one.get("membership") for one in objects) else notes)
    if _KEYWORD.search(content) is None:
        return _without_context(name, content, notes)
    said = [] if notes is None else notes
    constants: dict[str, None] = {}
    try:
        document = json.loads(content, parse_constant=lambda name: constants.setdefault(name))
        changed = bool(constants)
    except RecursionError:
        return content  # the parser of JSON-LD says that it is nested too deeply
    except ValueError as error:
        if (several := _several(name, content, error, said)) is None:
            return content  # the parser of JSON-LD says where it is wrong
        document, changed = several, True
    if constants:
        said.append(f"{shortened(constants)} was read as nothing, as JSON has no such value")
    plain = _CONTEXT not in content
    may_be_popolo = (plain or b"popoloproject.com" in content) and _MAY_BE_POPOLO.search(content)
    if may_be_popolo and popolo.can_read(document) and (plain or contexts_of(document) <= {"popolo"}):
        return _told(popolo.json_ld(document, notes=notes), notes)
    written = document
    if _MAY_NEED_NET.search(content) is not None:
        document, changed = with_contexts(name, document), True
    if _MAY_BE_LANGUAGE.search(content) is not None:
        document = with_texts_by_language(document, terms_of(document), said)
    whole = with_context(document, said)
    if not changed and whole is written:
        return content
    return json.dumps(whole, ensure_ascii=False).encode()


def _several(name: str, content: bytes, error: ValueError, notes: list[str]) -> Any:
    """The documents of a file that has one on each line, or one behind the other; None if it has not."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    try:
        found = parsed_json(name, text, notes)
    except OperationFailed:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            raise  # it says which of them is broken
        return None
    documents = found if isinstance(found, list) else [found]
    if b'"_:' in content:
        documents = [_apart(one, number) for number, one in enumerate(documents)]
    return documents


def _apart(document: Any, number: int) -> Any:
    """A document whose blank nodes are none of another's."""
    return _changed(document, lambda text: f"_:of{number}.{text[2:]}" if text.startswith("_:") else text)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """The same JSON with its texts changed, and its keys as they are."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(one, change) for one in value]
    return {key: _changed(one, change) for key, one in value.items()} if isinstance(value, dict) else value


_MARK = r"(?:<!--|-->|<!\[CDATA\[|\]\]>)"
_WRAPPED = re.compile(rf"\A(?:\s*(?://|/\*)?\s*{_MARK}\s*(?:\*/)?)+|(?:\s*(?://|/\*)?\s*{_MARK}\s*(?:\*/)?)+\s*\Z")
"""What pages put around a script, so that it is no part of their own text."""


class _Scripts(HTMLParser):
    """The JSON-LD of a web page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        kind = (dict(attributes).get("type") or "").partition(";")[0].strip().lower()
        if tag == "script" and kind == "application/ld+json":
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def _of_page(name: str, content: bytes) -> bytes:
    """What stands in a web page as JSON-LD: its scripts in one list, or what its marks say."""
    text = text_of_page(content)
    scripts = _Scripts()
    scripts.feed(text)
    found = [script for each in scripts.found if (script := _WRAPPED.sub("", each).strip())]
    for at, script in enumerate(found):
        try:
            said = json.loads(script)
        except ValueError as error:
            raise OperationFailed(f"{name}: the JSON-LD in the page is broken: {error}") from None
        if _ENTITY.search(script):
            # A program wrote it as into the text of a page: "AT&amp;T".
            found[at] = json.dumps(_changed(said, unescape), ensure_ascii=False)
    if has_marks(content) and not any("member" in script.lower() for script in found):
        found += [json.dumps(item, ensure_ascii=False) for item in marked_items(text)]
    if not found:
        raise OperationFailed(
            f"{name} is a web page without JSON-LD, microdata, RDFa or a table in it, and nothing else of a page is"
            " read; copy what it says into a spreadsheet and save it as CSV"
        )
    return f"[{','.join(found)}]".encode()


_ENTITY = re.compile(r"&(?:\w+|#\d+|#x[0-9a-fA-F]+);")


def _told(document: str, notes: list[str] | None) -> bytes:
    """JSON-LD made of Popolo or OParl; where it has no membership, as a part of something may, that is said."""
    if notes is not None and '"type": "Membership"' not in document:
        notes.append(NO_MEMBERSHIPS)
    return document.encode()


def _without_context(name: str, content: bytes, notes: list[str] | None) -> bytes:
    """What JSON is that is no JSON-LD."""
    try:
        document = json.loads(content)
    except RecursionError:
        return content  # the parser of JSON-LD says that it is nested too deeply
    except ValueError:
        try:
            document = parsed_json(name, content.decode("utf-8-sig"), notes)
        except (UnicodeDecodeError, OperationFailed):
            return content  # the parser of JSON-LD says where it is wrong
    if popolo.can_read(document):
        return _told(popolo.json_ld(document, notes=notes), notes)
    raise OperationFailed(f"{name}: {_what(name, document)}")


def _what(name: str, document: Any) -> str:
    keys = set(document) if isinstance(document, dict) else set()
    if {"head", "results"} <= keys:
        return f"no RDF in it: these are rows that a SPARQL query gave, which are read by: blocs import csv {name}"
    if not document:
        return "there is nothing in it"
    rows = document if isinstance(document, list) else []
    if not isinstance(document, dict) and not all(isinstance(row, dict) for row in rows[:20] or [0]):
        way_out = '[{"member": "…", "organization": "…"}, …]'
        return f"there are no records in it that say who is a member of what; write them as {way_out}"
    if rows and all(isinstance(row, dict) for row in rows[:20]):
        return f"no RDF in it: these are rows of a table, which are read by: blocs import csv {name}"
    return 'no RDF in it: JSON-LD says what it means in "@context", which is missing; see docs/lenses.md'
