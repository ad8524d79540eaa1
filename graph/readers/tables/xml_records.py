"""Tables in XML of no known vocabulary: registers and exports in which the same element comes again and again.

An element becomes a record: its attributes and what it holds are the fields, an element that comes several times is a
list. The table in these records is then found as in JSON.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from ...errors import OperationFailed
from ..files.web_tables import is_web_page
from ..files.wide_texts import start_in_utf_8
from ..files.xml_tree import Element, xml_tree
from .json_tables import rows_in

__all__ = ["is_xml_of_records", "xml_rows"]

_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:\?xml\b|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s/>])")
_OTHERS = re.compile(rb"22-rdf-syntax-ns#|sparql-results#|<(?:!doctype\s+)?html\b|<graphml\b|<gexf\b", re.IGNORECASE)
_TEXT = "text"  # the text of an element that has attributes or others in it


def is_xml_of_records(head: bytes) -> bool:
    """Whether a file is XML, and neither RDF, the results of a query, a web page nor a network, by its first bytes.

    Parameters
    ----------
    head : bytes
        Its first bytes.

    Returns
    -------
    bool

    >>> is_xml_of_records(b"<?xml version='1.0'?><register/>"), is_xml_of_records(b"<?xml version='1.0'?><html/>")
    (True, False)
    >>> is_xml_of_records(b"<m:register>"), is_xml_of_records(b"<http://example.org/a> <http://example.org/b> 'c' .")
    (True, False)
    """
    start = start_in_utf_8(head)
    return _XML.match(start) is not None and not is_web_page(start) and _OTHERS.search(start[:4096]) is None


def xml_rows(where: str, content: bytes, notes: list[str] | None = None) -> list[list[str]]:
    """A table in XML as rows, the header first.

    Parameters
    ----------
    where : str
        The file, for messages.
    content : bytes
        The whole file.
    notes : list of str, optional
        Where it is said what gave no row.

    Returns
    -------
    list of rows

    Raises
    ------
    OperationFailed
        If it is no XML, or nothing comes more than once in it.

    >>> xml_rows("t.xml", b"<all><m><state>A</state><in since='1949'>B</in></m><m><state>C</state></m></all>")
    [['state', 'in', 'in since'], ['A', 'B', '1949'], ['C', '', '']]
    """
    root = xml_tree(where, content)
    if root.tag == "Workbook":
        return _sheet_rows(where, root)
    several = _several(root)
    if len(root.inside) == 1 and root.inside[0].inside and not any(one.inside for one in root.inside[0].inside):
        several.add((root.tag, root.inside[0].tag))  # one record alone
    return rows_in(where, _value(root, several), "XML", notes)


def _sheet_rows(where: str, root: Element) -> list[list[str]]:
    """The rows of a workbook that Excel 2003 saved as XML."""
    sheets = [one for one in root.inside if one.tag == "Worksheet"]
    rows = [[row for table in sheet.inside for row in table.inside if row.tag == "Row"] for sheet in sheets]
    filled = [one for one in rows if one]
    if len(filled) != 1:
        raise OperationFailed(f"{where}: the workbook in XML has {len(filled)} sheets with rows; save the one as CSV")
    found = []
    for row in filled[0]:
        cells: list[str] = []
        for cell in row.inside:
            # Empty cells are left out, and the next one says its place.
            cells += [""] * (int(cell.attributes.get("Index", len(cells) + 1)) - 1 - len(cells))
            cells.append(" ".join(" ".join("".join(one.text) for one in cell.inside if one.tag == "Data").split()))
        found.append(cells)
    width = max(map(len, found))
    return [cells + [""] * (width - len(cells)) for cells in found]


def _several(root: Element) -> set[tuple[str, str]]:
    """Which elements come more than once in another: those in it are a list, also where there is one."""
    found: set[tuple[str, str]] = set()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        tags = Counter(one.tag for one in element.inside)
        found |= {(element.tag, tag) for tag, number in tags.items() if number > 1}
        waiting += element.inside
    return found


def _value(element: Element, several: set[tuple[str, str]]) -> Any:
    """An element as a value of JSON."""
    text = " ".join("".join(element.text).split())
    if not element.attributes and not element.inside:
        return text
    tags = dict.fromkeys(one.tag for one in element.inside)
    lists = {tag for tag in tags if (element.tag, tag) in several or _is_plural(element.tag, tag)}
    if len(tags) == 1 and lists and not element.attributes and not text:
        return [_value(one, several) for one in element.inside]
    found: dict[str, Any] = dict(element.attributes)
    inside: dict[str, list[Any]] = {}
    for one in element.inside:
        inside.setdefault(one.tag, []).append(_value(one, several))
    for tag, values in inside.items():
        found[tag if tag not in found else f"{tag} (2)"] = values if tag in lists else values[0]
    if text:
        found[_TEXT] = text
    return found


def _is_plural(name: str, tag: str) -> bool:
    """Whether an element is called after those in it: "members", "countryList"."""
    whole, part = name.casefold(), tag.casefold()
    return whole != part and (whole in (f"{part}s", f"{part}es", f"{part[:-1]}ies") or whole.startswith(f"{part}list"))
