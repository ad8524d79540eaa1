"""Members and bodies that are texts, read as the cells of a table are: "NATO; Benelux", "Croatia (observer)", "none".

A node of its own is one thing whatever its name has in it; a text may list several, and say as what and since when.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...escaping import shown as shown_text
from ...model.roles import FULL
from ...rdf.terms import named
from ..cells.cell_marks import one_line
from ..cells.cell_reader import CellReader
from ..cells.cell_words import MISSING, NO, flag_of
from ..cells.known_runs import is_known
from ..dates.single_dates import Undecided
from ..dates.written_dates import WrittenDates
from ..mistakes import Wrong
from ..rows.cell_names import Named, NameReader
from .blank_nodes import label_of
from .kinds import nodes_of
from .lenses import Node
from .parting import Values, part
from .rdf_dates import END, START, date_literal

__all__ = ["KEPT_WHOLE", "READ_AS_CELLS", "read_text_ends"]

READ_AS_CELLS = "texts were read as cells of a table are"
"""How the note begins on texts that name several, or say more than a name."""
KEPT_WHOLE = "names with commas were kept whole"
"""How the note begins on texts with commas that are not known to be several names."""

_DEFAULT = DefaultGraph()
_TYPE, _MEMBERSHIP, _ROLE = named("rdf:type"), named("org:Membership"), named("org:role")
_BODY, _MEMBER, _MEMBER_OF = (named(f"org:{name}") for name in ("organization", "member", "memberOf"))
_ENDS = ((_BODY, "organization", "body"), (_MEMBER_OF, "organization", "body"), (_MEMBER, "member", "state"))
"""The properties, the column of a table that their texts are read as, and of which kind nodes with such names are."""
_ADDRESSES = ("http://", "https://")
_SHOWN = 5
_OWN_NODE = "give it a node of its own with that name"


@dataclass
class _Told:
    """What was made of texts, to be said."""

    read: dict[str, str] = field(default_factory=dict)
    unsure: dict[str, None] = field(default_factory=dict)
    whole: dict[str, None] = field(default_factory=dict)
    of_nobody: dict[str, None] = field(default_factory=dict)
    undated: dict[str, None] = field(default_factory=dict)

    def notes(self) -> list[str]:
        """What to say, a line for each kind."""
        lines = []
        if self.read:
            shown = shortened(sorted(f"'{shown_text(text)}' as {names}" for text, names in self.read.items()), _SHOWN)
            lines.append(f"{READ_AS_CELLS}: {shown}; if one is a name as it stands, {_OWN_NODE}")
        if self.unsure:
            shown = shortened(map(repr, sorted(self.unsure)), _SHOWN)
            lines.append(
                f"may be several names, and was read as one: {shown}; write a value for each name, or if it is one,"
                f" {_OWN_NODE}"
            )
        if self.whole:
            shown = shortened(map(repr, sorted(self.whole)), _SHOWN)
            lines.append(f"{KEPT_WHOLE}: {shown}; if one is several, write a value for each name")
        if self.of_nobody:
            lines.append(f"left out: a text that names nobody: {shortened(map(repr, sorted(self.of_nobody)), _SHOWN)}")
        if self.undated:
            shown = shortened(map(repr, sorted(self.undated)), _SHOWN)
            lines.append(f"read as a name, as its date may be meant in several ways: {shown}; write it as YYYY-MM-DD")
        return lines


def read_text_ends(store: Store) -> tuple[list[str], list[Node]]:
    """Read the texts that stand for members and bodies: lists of names, and roles and dates behind them.

    Parameters
    ----------
    store : Store
        The graph, in which each text becomes the texts of the names in it.

    Returns
    -------
    tuple of (list of str, list of node)
        What to say of it, and the memberships that were made.
    """
    told, made = _Told(), list[Node]()
    for predicate, column, kind in _ENDS:
        quads = [quad for quad in store.quads_for_pattern(None, predicate, None, _DEFAULT) if _is_text(quad)]
        names = _names_in(store, dict.fromkeys(map(_text, quads)), column, kind, told) if quads else {}
        changed = dict.fromkeys(quad.subject for quad in quads if _text(quad) in names)
        for node in changed:
            if isinstance(node, Node):
                made += _put(store, node, predicate, names)
    return told.notes(), made


def _is_text(quad: Quad) -> bool:
    return isinstance(quad.object, Literal) and not quad.object.value.strip().startswith(_ADDRESSES)


def _text(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, Literal) else ""


def _names_in(store: Store, texts: Iterable[str], column: str, kind: str, told: _Told) -> dict[str, tuple[Named, ...]]:
    """The names in those of some texts that are not each a name as it stands."""
    reader = NameReader(column, "", CellReader(WrittenDates()))
    written = [text for text in texts if text.strip()]
    labels = [name for node in nodes_of(store, (kind,)) if (name := label_of(store, node))]
    reader.learn([*written, *labels])
    found: dict[str, tuple[Named, ...]] = {}
    for text in written:
        if flag_of(text) in (NO, MISSING) and not is_known(text, column):
            found[text] = ()
            told.of_nobody[text] = None
            continue
        try:
            names = reader.read(0, text)
        except (Wrong, Undecided):
            told.undated[text] = None
            continue
        if names and names != (Named(one_line(text)),):
            found[text] = names
            told.read[text] = " and ".join(map(_spelled, names))
    unsure, whole = reader.unparted()
    told.unsure |= dict.fromkeys(unsure)
    told.whole |= dict.fromkeys(whole)
    return found


def _spelled(one: Named) -> str:
    """A name, and what was read behind it: "Croatia (observer)", "France (from 1999)"."""
    dates = [_dates(start, end) for start, end in one.spans]
    behind = ", ".join(filter(None, (*([one.role] if one.role != FULL else []), *dates)))
    return f"{one.name} ({behind})" if behind else one.name


def _dates(start: str, end: str) -> str:
    return " ".join(filter(None, (start and f"from {start}", end and f"until {end}")))


def _put(store: Store, node: Node, predicate: NamedNode, names: dict[str, tuple[Named, ...]]) -> list[Node]:
    """Put the names in the place of the texts that a node has of one property; what is made of them is the result."""
    quads = list(store.quads_for_pattern(node, predicate, None, _DEFAULT))
    kept = [quad for quad in quads if not _is_text(quad) or _text(quad) not in names]
    read = [one for quad in quads if quad not in kept for one in names[_text(quad)]]
    for quad in quads:
        if quad not in kept:
            store.remove(quad)
    if not (read or kept):
        _take_out(store, node)
        return []
    if not any(one.role or one.spans for one in read):
        store.extend([Quad(node, predicate, Literal(one.name), _DEFAULT) for one in read])
        return []
    if predicate == _MEMBER_OF:
        return [made for one in read for made in _memberships(store, node, one)]
    others = [quad.object for quad in kept if isinstance(quad.object, NamedNode | BlankNode | Literal)]
    own = {said: _said(store, node, said) for said in (_ROLE, START, END)}
    each: list[Values] = [{predicate: [other], **own} for other in others]
    each += [{predicate: [Literal(one.name)], **own, **facts} for one in read for facts in _facts(one)]
    return part(store, node, each)


def _said(store: Store, node: Node, predicate: NamedNode) -> list[NamedNode | BlankNode | Literal]:
    found = (quad.object for quad in store.quads_for_pattern(node, predicate, None, _DEFAULT))
    return [one for one in found if isinstance(one, NamedNode | BlankNode | Literal)]


def _facts(one: Named) -> Iterator[Values]:
    """What is said behind a name: the role and the dates of each of its memberships."""
    roles = one.roles or (one.role,) * max(1, len(one.spans))
    for (start, end), role in zip(one.spans or (("", ""),), roles, strict=True):
        facts = dict[NamedNode, list[NamedNode | BlankNode | Literal]]()
        if role and role != FULL:
            facts[_ROLE] = [Literal(role)]
        if start or end:
            facts |= {edge: [date_literal(date)] if date else [] for edge, date in ((START, start), (END, end))}
        yield facts


def _memberships(store: Store, member: Node, one: Named) -> Iterator[Node]:
    """Memberships in a body that is named by a text, with what is said behind its name."""
    for facts in _facts(one):
        values = [(_TYPE, _MEMBERSHIP), (_MEMBER, member), (_BODY, Literal(one.name))]
        values += [(property_, value) for property_, found in facts.items() for value in found]
        digest = hashlib.sha1(" ".join(map(str, (member, one.name, *facts.items()))).encode(), usedforsecurity=False)
        fact = named(f"fact:{digest.hexdigest()}")
        store.extend([Quad(fact, property_, value, _DEFAULT) for property_, value in values])
        yield fact


def _take_out(store: Store, node: Node) -> None:
    """Take out a membership of nobody, or in nothing; what it belongs to stays."""
    if Quad(node, _TYPE, _MEMBERSHIP, _DEFAULT) not in store:
        return
    about = (*store.quads_for_pattern(node, None, None, _DEFAULT), *store.quads_for_pattern(None, None, node, _DEFAULT))
    for quad in list(about):
        store.remove(quad)
