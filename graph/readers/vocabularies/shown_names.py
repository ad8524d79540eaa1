"""By which names the states and bodies of a foreign graph go: a name before a code, and the lists' own beside its own.

"AGO" is a label that says less than "Angola"@pt, which languages alone would put behind it, and so is an rdfs:label in
no language beside a skos:prefLabel in some, unless the lists have it. And what is called "Norge" only is looked for by
the name that the list has, as in a table.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ...model.naming.forms import normal
from ...model.naming.names import NAME_PROPERTIES, name_order
from ...model.naming.one_node import LABELS
from ...rdf.languages import is_english
from ...rdf.terms import named
from .kinds import nodes_of, subjects_of

__all__ = ["name_as_listed", "names_before_codes"]

_DEFAULT = DefaultGraph()
_LABEL, _ALIAS = named("skos:prefLabel"), named("skos:altLabel")
_RDFS = named("rdfs:label")
_NAMES = tuple(map(NamedNode, NAME_PROPERTIES))
_MARKED = re.compile(r"(?=\S*[\d_])[A-Z0-9][\w.-]*", re.ASCII)
_SHORT = re.compile(r"[A-Z]{1,4}|[A-Z][a-z]{0,2}\.", re.ASCII)


def names_before_codes(store: Store) -> list[str]:
    """Show what has a code for a label by the name that it has besides; the code is another name then.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of str
        Which are shown by another name than their first label, and why.
    """
    coded_labels, less = dict[str, str](), dict[str, str]()
    coded = {
        quad.subject
        for label in LABELS
        for quad in store.quads_for_pattern(None, label, None, _DEFAULT)
        if _MARKED.fullmatch(text := _text(quad))
        or _SHORT.fullmatch(text)
        or (quad.predicate == _RDFS and not _language(quad))
    }
    for node, kinds in _entities(store, among=coded) if coded else ():
        labels = list(_labels(store, node))
        codes = [quad for quad in labels if _is_code(_text(quad), kinds) or _is_less(quad, labels)]
        # What is a code in every language has no name.
        if not codes or len(codes) == len(labels) or (shown := _shown(labels)) not in map(_text, codes):
            continue
        for quad in codes:
            store.remove(quad)
            store.add(Quad(node, _ALIAS, quad.object, _DEFAULT))
        if "state" in kinds and (label := _listed_label(store, node, kinds)):
            store.add(Quad(node, _LABEL, Literal(label, language="en"), _DEFAULT))
        changed = coded_labels if any(_is_code(_text(quad), kinds) for quad in codes) else less
        changed[shown] = _shown(_labels(store, node))
    return [
        f"shown by a {instead}: {shortened((f'{code} is {name}' for code, name in sorted(changed.items())), 3)}"
        for changed, instead in (
            (coded_labels, "name instead of the code that is a label"),
            (less, "skos:prefLabel instead of a label in no language"),
        )
        if changed
    ] + _passed_over(store)


def _passed_over(store: Store) -> list[str]:
    """What to say of those whose skos:prefLabel gives way to a label in a language that comes before its own."""
    preferred = subjects_of(store, _LABEL)
    others = set().union(*(subjects_of(store, label) for label in LABELS if label != _LABEL))
    found = dict[str, str]()
    for node, _ in _entities(store, among=preferred & others):
        labels = list(_labels(store, node))
        own = [quad for quad in labels if quad.predicate == _LABEL]
        shown, name = _first(labels), _shown(own)
        if shown.predicate != _LABEL and normal(name) != normal(_text(shown)):
            found[_text(shown)] = name
    if not found:
        return []
    shown_as = shortened((f"{label}, not {name}" for label, name in sorted(found.items())), 3, "; ")
    return [
        f"shown by a label whose language comes before that of the skos:prefLabel: {shown_as}; both names are found"
    ]


def name_as_listed(store: Store) -> None:
    """Let states and bodies that have no English name be found by the one that the lists have.

    A name that something else in the graph has is given to nobody.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    """
    found: dict[str, list[NamedNode]] = {}
    for node, kinds in _entities(store, of=("state", "body")):
        if label := _listed_label(store, node, kinds):
            found.setdefault(label, []).append(node)
    if not found:
        return
    bearers = {normal(_text(quad)) for name in _NAMES for quad in store.quads_for_pattern(None, name, None, _DEFAULT)}
    for label, nodes in found.items():
        if len(nodes) == 1 and normal(label) not in bearers:
            store.add(Quad(nodes[0], _ALIAS, Literal(label, language="en"), _DEFAULT))


def _entities(
    store: Store, of: Collection[str] = (), among: Collection[object] | None = None
) -> list[tuple[NamedNode, set[str]]]:
    """What the graph describes, with its kinds: of some kinds alone, or among some nodes."""
    found = nodes_of(store, of).items()
    return sorted((each for each in found if among is None or each[0] in among), key=str)


def _labels(store: Store, node: NamedNode) -> Iterator[Quad]:
    for label in LABELS:
        yield from (q for q in store.quads_for_pattern(node, label, None, _DEFAULT) if isinstance(q.object, Literal))


def _shown(labels: Iterable[Quad]) -> str:
    """The label of several that a graph is shown by."""
    return _text(_first(labels))


def _first(labels: Iterable[Quad]) -> Quad:
    """The statement of several that gives a graph the label that it is shown by."""
    places = {label: str(place) for place, label in enumerate(_NAMES)}
    return min(labels, key=lambda quad: name_order((quad.subject, Literal(places[quad.predicate]), quad.object)))


def _text(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, Literal) else ""


def _is_code(label: str, kinds: Iterable[str]) -> bool:
    """Whether a label is a code rather than a name: "ORG_17", and of states "AGO"; "G7" and "USA" are names."""
    if _MARKED.fullmatch(label) is None and not ("state" in kinds and _SHORT.fullmatch(label)):
        return False
    return not _is_listed(label)


def _is_less(quad: Quad, labels: Iterable[Quad]) -> bool:
    """Whether a label in no language says less than those beside it: "o-17" beside a skos:prefLabel in French."""
    if quad.predicate != _RDFS or _language(quad) or _is_listed(_text(quad)):
        return False
    preferred = [other for other in labels if other.predicate == _LABEL]
    return bool(preferred) and not any(is_english(_language(other)) for other in labels if other != quad)


def _language(quad: Quad) -> str:
    return (quad.object.language or "") if isinstance(quad.object, Literal) else ""


def _is_listed(label: str) -> bool:
    return bool(authority().meanings(label)) or bool(bodies().find(label))


def _listed_label(store: Store, node: NamedNode, kinds: Iterable[str]) -> str:
    """What the lists call the state or body that the names of a node mean; "" if they mean none, or in English."""
    meant: set[str] = set()
    for quad in _labels(store, node):
        text = _text(quad)
        if "state" in kinds:
            if (state := authority().find(text).state) is None:
                continue
            english = {normal(name.text) for name in state.names}
            label = state.label
        else:
            if (body := bodies().named(text)) is None:
                continue
            english = {normal(name) for name in (body.label, body.abbreviation, *body.aliases) if name}
            label = body.label
        if normal(text) in english and isinstance(quad.object, Literal) and is_english(quad.object.language):
            return ""
        meant.add(label)
    return meant.pop() if len(meant) == 1 else ""
