"""Names in a graph as they are meant: without characters that nobody sees and without the marks of footnotes.

"Niger" with a bell in it and "Ghana†" would else be others than "Niger" and "Ghana". What a mark belongs to has the whole
as another name too (`skos:altLabel`), and keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...escaping import shown
from ...late import late_pattern
from ...model.naming.forms import normal
from ...model.naming.names import NAME_PROPERTIES
from ...model.naming.one_node import LABELS, join_nodes
from ...rdf.terms import named
from ..cells.cell_marks import NameMarks, as_seen, one_line
from .blank_nodes import label_of
from .kinds import kinds_of, nodes_of
from .same_nodes import are_different

__all__ = ["clean_names", "join_unmarked"]

_DEFAULT = DefaultGraph()
_VCARD, _FOAF = "http://www.w3.org/2006/vcard/ns#", "http://xmlns.com/foaf/0.1/"
_NAMES = (
    *(NamedNode(iri) for iri, (how, _) in NAME_PROPERTIES.items() if how in ("label", "alias")),
    named("dcterms:title"),
    *(NamedNode(f"{_VCARD}{name}") for name in ("fn", "given-name", "family-name", "organization-name")),
    *(NamedNode(f"{_FOAF}{name}") for name in ("givenName", "firstName", "familyName", "lastName", "nick")),
    *(NamedNode(f"{space}{name}") for space in ("https://schema.org/", "http://schema.org/")
      for name in ("givenName", "familyName", "legalName")),
)  # fmt: skip
"""The properties of names, also of their parts."""
_WITH_MARKS = frozenset((*LABELS, named("dcterms:title"), NamedNode(f"{_VCARD}fn")))
_OTHER_NAMES = (
    named("skos:altLabel"),
    *(NamedNode(f"{http}://schema.org/alternateName") for http in ("https", "http")),
)
_PLAIN = late_pattern(r"(?:[^\W\d_ªʰ-ʸᵃ-ᵪ]{2,}[ '’-])*[^\W\d_ªʰ-ʸᵃ-ᵪ]{2,}")
"""Names that can be nothing else, as most are: of letters, some of which are written small above the line."""
_MAY_BE_MARKED = re.compile(r"[\d\W]$|\W\w{1,2}$")
"""The end of what may be a state's name with a plain number or letter behind it."""
_ANOTHER_NAME = "skos:altLabel, schema:alternateName or, in Popolo, other_names"
_ALIKE_BY_NAME = ("state", "body")
_SHOWN = 5


def clean_names(store: Store) -> tuple[list[str], set[NamedNode]]:
    """Take characters that nobody sees out of names, and the marks of footnotes off them.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    tuple of (list of str, set of NamedNode)
        What to say of it, and the nodes whose names had marks.
    """
    unseen, marked = dict[str, None](), dict[str, None]()
    nodes = set[NamedNode]()
    marks = {column: NameMarks(column, "") for column in ("member", "organization")}
    for property_ in _NAMES:
        for quad in list(store.quads_for_pattern(None, property_, None, _DEFAULT)):
            text = quad.object.value if isinstance(quad.object, Literal) else ""
            if _PLAIN.fullmatch(text):
                continue
            clean = as_seen(text)
            if clean and clean != one_line(text):
                unseen[text] = None
            if clean and property_ in _WITH_MARKS:
                plain = marks["organization"].without_marks(clean)
                if _MAY_BE_MARKED.search(plain) and isinstance(quad.subject, NamedNode):
                    plain = marks["member"].without_marks(plain) if "state" in kinds_of(store, quad.subject) else plain
                if plain != clean and not _is_kept(store, quad):
                    marked[clean] = None
                    nodes |= {quad.subject} if isinstance(quad.subject, NamedNode) else set()
                    clean = plain
            if clean and clean != text and isinstance(quad.object, Literal):
                store.remove(quad)
                store.add(Quad(quad.subject, property_, _with_text(quad.object, clean), _DEFAULT))
    return _notes(unseen, marked), nodes


def _is_kept(store: Store, quad: Quad) -> bool:
    """Whether what has a name has it as another name too, so that all of it belongs to the name."""
    return any(Quad(quad.subject, name, quad.object, _DEFAULT) in store for name in _OTHER_NAMES)


def _with_text(literal: Literal, text: str) -> Literal:
    return Literal(text, language=literal.language) if literal.language else Literal(text)


def _notes(unseen: Collection[str], marked: Collection[str]) -> list[str]:
    notes = []
    if unseen:
        told = shortened((f"'{shown(text)}'" for text in sorted(unseen)), _SHOWN)
        notes.append(
            f"characters that are not seen were taken out of names, and blanks made plain: {told}; see that these are the names"
        )
    if marked:
        told = shortened(sorted(marked), _SHOWN)
        notes.append(
            f"footnote marks were taken off names: {told}; if one belongs to a name, say all of it as another name too:"
            f" {_ANOTHER_NAME}"
        )
    return notes


def join_unmarked(store: Store, marked: Collection[NamedNode]) -> list[str]:
    """Join states and bodies whose names had marks with those that have the same name without one.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    marked : collection of NamedNode
        The nodes whose names had marks.

    Returns
    -------
    list of str
        Which were joined, in a line, or none.
    """
    bearers: dict[tuple[str, str], list[NamedNode]] = {}
    for node, kinds in sorted(nodes_of(store, _ALIKE_BY_NAME).items(), key=str) if marked else ():
        for kind in kinds if (label := label_of(store, node)) else ():
            bearers.setdefault((normal(label), kind), []).append(node)
    joined = dict[str, None]()
    gone = set[NamedNode]()
    for nodes in bearers.values():
        ones = [node for node in nodes if node not in gone]
        kept = next((node for node in ones if node not in marked), ones[0] if ones else None)
        for node in ones:
            if kept is None or node == kept or node not in marked or are_different(store, (node, kept)):
                continue
            joined[label_of(store, kept)] = None
            join_nodes(store, node.value, kept.value)
            gone.add(node)
    if not joined:
        return []
    told = shortened(sorted(joined), _SHOWN)
    return [
        f"joined, as they have one name without the marks of footnotes: {told}; if not, say owl:differentFrom in the file,"
        " or the whole name as another name too"
    ]
