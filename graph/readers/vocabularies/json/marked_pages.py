"""What a web page says in its marks: microdata (`itemprop`) and RDFa (`property`), as JSON-LD.

Of RDFa it is what its Lite subset has, with `about`, `rel`, `rev` and `content`; of microdata all but `itemref`.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

__all__ = ["has_marks", "marked_items"]

_MEMBERLIKE = re.compile(rb"(?:itemprop|property|rel|rev)\s*=\s*[\"'][^\"']*member|Role[\"'\s]", re.IGNORECASE)
_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        "wbr",
    )
)
_CLOSED_BY = {
    **{tag: frozenset({tag}) for tag in ("li", "p", "tr", "option")},
    **{tag: frozenset({"dt", "dd"}) for tag in ("dt", "dd")},
    **{tag: frozenset({"td", "th"}) for tag in ("td", "th")},
}
"""Elements whose end is not written: another one of these begins."""
_ADDRESSES = ("href", "src", "data")
_PREFIXES = {
    "schema": "http://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/terms/",
    "dcterms": "http://purl.org/dc/terms/",
    "dc11": "http://purl.org/dc/elements/1.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "sioc": "http://rdfs.org/sioc/ns#",
    "time": "http://www.w3.org/2006/time#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "og": "http://ogp.me/ns#",
}
"""The prefixes of RDFa's initial context that matter here."""


def has_marks(start: bytes) -> bool:
    """Whether the marks of a page may say who is a member of what.

    Parameters
    ----------
    start : bytes
        The page, or its first bytes.

    Returns
    -------
    bool

    >>> has_marks(b'<div itemscope><b itemprop="member">'), has_marks(b'<div itemscope><b itemprop="name">')
    (True, False)
    """
    return _MEMBERLIKE.search(start) is not None and re.search(rb"\b(?:itemscope|typeof)\b", start) is not None


def marked_items(text: str) -> list[dict[str, Any]]:
    """The things that a page describes in its marks, as nodes of expanded JSON-LD.

    Parameters
    ----------
    text : str
        The page.

    Returns
    -------
    list of nodes

    >>> marked_items('<p itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ann</b></p>')
    [{'@id': '_:m1', '@type': ['https://schema.org/Person'], 'https://schema.org/name': [{'@value': 'Ann'}]}]
    """
    page = _Page()
    page.feed(text)
    page.close()
    return [node for node in page.nodes.values() if len(node) > 1]


class _Open:
    """An element that is open: what is the subject in it, and what its text is the value of."""

    def __init__(self, tag: str, above: _Open | None) -> None:
        self.tag = tag
        self.item: dict[str, Any] | None = above.item if above else None
        self.item_vocabulary: str = above.item_vocabulary if above else ""
        self.subject: str = above.subject if above else ""
        self.vocabulary: str = above.vocabulary if above else ""
        self.prefixes: dict[str, str] = above.prefixes if above else dict(_PREFIXES)
        self.values: list[tuple[dict[str, Any], str]] = []  # which wait for its text
        self.relations: list[tuple[dict[str, Any], str, bool]] = above.relations if above else []
        self.text: list[str] = []


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.nodes: dict[str, dict[str, Any]] = {}
        self._open: list[_Open] = [_Open("", None)]
        self._number = 0

    # Elements

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        while self._open[-1].tag in _CLOSED_BY.get(tag, ()):
            self._close()
        given = {name: value or "" for name, value in attributes}
        element = _Open(tag, self._open[-1])
        self._microdata(element, given)
        self._rdfa(element, given)
        self._open.append(element)
        if tag in _VOID:
            self._close()

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in _VOID:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            if element.values:
                element.text.append(data)

    def close(self) -> None:
        super().close()
        while len(self._open) > 1:
            self._close()

    def _close(self) -> str:
        element = self._open.pop()
        text = " ".join("".join(element.text).split())
        for node, name in element.values:
            _add(node, name, {"@value": text})
        return element.tag

    def _node(self, identity: str = "") -> dict[str, Any]:
        if not identity:
            self._number += 1
            identity = f"_:m{self._number}"
        return self.nodes.setdefault(identity, {"@id": identity})

    # Microdata

    def _microdata(self, element: _Open, given: dict[str, str]) -> None:
        above, vocabulary = element.item, element.item_vocabulary
        value: dict[str, Any] | None = None
        if "itemscope" in given:
            item = self._node(given.get("itemid", "").strip())
            types = given.get("itemtype", "").split()
            for one in types:
                _type(item, one)
            element.item, element.item_vocabulary = item, re.sub(r"[^/#]*$", "", types[0]) if types else vocabulary
            value = {"@id": item["@id"]}
        if "itemprop" not in given or above is None:
            return
        for word in given["itemprop"].split():
            name = word if ":" in word else vocabulary + word
            if ":" not in name:
                continue
            if value is None and (own := _own_value(given)) is None:
                element.values.append((above, name))
            else:
                _add(above, name, value or own)

    # RDFa

    def _rdfa(self, element: _Open, given: dict[str, str]) -> None:
        element.vocabulary = given.get("vocab", element.vocabulary)
        if "prefix" in given:
            said = re.findall(r"([\w-]+):\s+(\S+)", given["prefix"])
            element.prefixes = element.prefixes | dict(said)
        names = [name for word in given.get("property", "").split() if (name := _whole(element, word))]
        relations = [(name, False) for word in given.get("rel", "").split() if (name := _whole(element, word))]
        relations += [(name, True) for word in given.get("rev", "").split() if (name := _whole(element, word))]
        address = next((given[one] for one in ("resource", *_ADDRESSES) if one in given), "")
        parent = above = element.subject
        if "about" in given:
            above = element.subject = self._node(_address(element, given["about"]))["@id"]
        if "typeof" in given:
            own = given.get("about", address)
            node = self._node(_address(element, own))
            for word in given["typeof"].split():
                _type(node, _whole(element, word))
            element.subject = node["@id"]
        elif "resource" in given and not names and not relations:
            element.subject = self._node(_address(element, given["resource"]))["@id"]
        if element.subject and element.subject != parent:
            self._hang(element, element.subject)
        for name in names:
            if not above:
                break
            if "typeof" in given and "about" not in given:
                _add(self.nodes[above], name, {"@id": element.subject})
            elif "content" in given or (not address and "datetime" in given):
                _add(self.nodes[above], name, {"@value": given.get("content", given.get("datetime", ""))})
            elif address:
                _add(self.nodes[above], name, {"@id": _address(element, address)})
            else:
                element.values.append((self.nodes[above], name))
        if relations and above:
            element.relations = [(self.nodes[above], name, back) for name, back in relations]
            if "typeof" in given:
                self._hang(element, element.subject)
            elif address:
                element.subject = self._node(_address(element, address))["@id"]
                self._hang(element, element.subject)

    def _hang(self, element: _Open, subject: str) -> None:
        """Say the relations that wait for a subject."""
        for node, name, back in element.relations:
            if back:
                _add(self.nodes[subject], name, {"@id": node["@id"]})
            else:
                _add(node, name, {"@id": subject})
        element.relations = []


def _own_value(given: dict[str, str]) -> dict[str, Any] | None:
    """The value of a property that is not the text of its element."""
    if "content" in given:
        return {"@value": given["content"]}
    if "datetime" in given:
        return {"@value": given["datetime"]}
    address = next((given[one] for one in _ADDRESSES if one in given), None)
    return None if address is None else {"@id": address}


def _whole(element: _Open, word: str) -> str:
    """A name of RDFa as an IRI; "" if it is none."""
    prefix, colon, local = word.partition(":")
    if not colon:
        return element.vocabulary + word if element.vocabulary else ""
    if prefix in element.prefixes:
        return element.prefixes[prefix] + local
    return word if local.startswith("//") else ""


def _address(element: _Open, written: str) -> str:
    """An address as RDFa writes it: `[org:x]`, `_:x`, or any."""
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return _whole(element, written[1:-1]) or written[1:-1]
    return written


def _type(node: dict[str, Any], iri: str) -> None:
    if iri and iri not in node.setdefault("@type", []):
        node["@type"].append(iri)


def _add(node: dict[str, Any], name: str, value: dict[str, Any] | None) -> None:
    if value is not None and value not in node.setdefault(name, []):
        node[name].append(value)
