"""Files of networks, each known by how it begins: GraphML, GEXF, Pajek and GML."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ...late import late_pattern

if TYPE_CHECKING:
    from .network import Network

__all__ = ["network_form", "network_rows"]

_BEFORE = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*|<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
_FORMS = {
    "GraphML": late_pattern(_BEFORE + rb"<graphml\b", re.IGNORECASE | re.DOTALL),
    "GEXF": late_pattern(_BEFORE + rb"<gexf\b", re.IGNORECASE | re.DOTALL),
    "Pajek": late_pattern(rb"(?:\xef\xbb\xbf)?\s*(?:[%/][^\n]*\s+)*\*(?:vertices|network)\b", re.IGNORECASE),
    "GML": late_pattern(
        rb"(?:\xef\xbb\xbf)?\s*(?:#[^\n]*\s+)*(?:(?:creator|version|comment)\s+\S[^\n]*\s+)*graph\s*\[", re.IGNORECASE
    ),
}


def network_form(head: bytes) -> str:
    """What network a file is, by its first bytes; "" if it is none.

    Parameters
    ----------
    head : bytes
        Its first bytes.

    Returns
    -------
    str

    >>> network_form(b"*Vertices 3"), network_form(b"member,organization")
    ('Pajek', '')
    """
    start = head[:4096]
    return next((form for form, pattern in _FORMS.items() if pattern.match(start)), "")


def network_rows(
    where: str, form: str, content: Callable[[], bytes], text: Callable[[], str], wanted: str = ""
) -> tuple[list[list[str]], list[str]]:
    """The memberships of a network in a file as rows, the header first, and what is said of it.

    Parameters
    ----------
    where : str
        The file, for messages.
    form : str
        What `network_form` says.
    content, text : callable
        Read the whole file: as it is, or decoded.
    wanted : str
        Which network is meant if the file has several.

    Returns
    -------
    rows, notes : (list of rows, list of str)

    Raises
    ------
    OperationFailed, InvalidRequest
        If it is damaged, or does not say who is a member of what.
    """
    from .rows import rows_of_network

    network = _read(where, form, content, text, wanted)
    rows = rows_of_network(where, network)
    return rows, [f"the table is a network in {form}", *network.notes]


def _read(where: str, form: str, content: Callable[[], bytes], text: Callable[[], str], wanted: str) -> Network:
    if form in ("GraphML", "GEXF"):
        from .xml_networks import gexf_network, graphml_network

        return graphml_network(where, content(), wanted) if form == "GraphML" else gexf_network(where, content())
    from .text_networks import gml_network, pajek_network

    return (pajek_network if form == "Pajek" else gml_network)(where, text())
