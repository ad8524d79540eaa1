"""What kinds of triples a large graph has, by which it is told whether it has to be read by lenses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from mmap import ACCESS_READ, mmap
from operator import attrgetter
from pathlib import Path
from typing import IO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, serialize

from ...model.entities import TYPES
from ...rdf.terms import iri_of, named
from .abbreviated import MAY_BE_ABBREVIATED
from .classes import IS_A, class_elsewhere
from .finishing import in_org_alone
from .graph_pages import PAGE_WORDS
from .lenses import fitting, packaged_lenses
from .own_memberships import may_be_membership
from .rdf_dates import AS_OF, DATES
from .reading import unread_note
from .same_nodes import SAME

__all__ = ["Sample"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBER_OF, _BODY, _BASIS = (
    named(name) for name in ("rdf:type", "org:memberOf", "org:organization", "blocs:basis")
)
_PART = 500  # quads that are written together; more at once are slower
_kind = attrgetter("predicate")
_kind_and_graph = attrgetter("predicate", "graph_name")
_BAD_DATE = re.compile(
    b" (?:"
    + b"|".join(re.escape(str(term).encode()) for term in DATES)
    + rb") (?!\"(?:[0-8]\d{3}(?:-(?:(?:0[13578]|1[02])(?:-(?:0[1-9]|[12]\d|3[01]))?|(?:0[469]|11)"
    + rb"(?:-(?:0[1-9]|[12]\d|30))?|02(?:-(?:0[1-9]|1\d|2[0-8]))?))?|[0-8]\d(?:[02468][048]|[13579][26])-02-29)"
    + rb"\"\^\^<http://www\.w3\.org/2001/XMLSchema#(?:gYear|gYearMonth|date)>)"
)
_COUNTRIES = [iri for iri, kind in TYPES.items() if kind == "state"]
_CLASS = re.compile(b" " + re.escape(str(_TYPE).encode()) + rb" <([^>]+)> ")
_CLASSED = f" {_TYPE} {named('org:Membership')} ".encode()


def _has_classes_elsewhere(content: mmap) -> bool:
    """Whether something is a state, a person or a body by a class of another vocabulary."""
    return any(class_elsewhere(match[1].decode()) is not None for match in _CLASS.finditer(content))


class Sample:
    """What kinds of triples there are among many, which are looked at while they are written as N-Quads.

    It costs a fraction of the writing, and is enough to tell whether they need to be read by lenses.

    >>> from io import BytesIO
    >>> sample = Sample()
    >>> quad = Quad(NamedNode("x:a"), NamedNode("http://xmlns.com/foaf/0.1/member"), NamedNode("x:b"))
    >>> sample.write([quad], BytesIO())
    >>> sample.total, sample.needs_reading()
    (1, True)
    """

    def __init__(self) -> None:
        self._seen: set[tuple[NamedNode, object]] = set()
        self._has_bad_date = False
        self._has_membership = False
        self._is_abbreviated = False
        self._has_states = False
        self._classes: list[str] = []
        self.total = 0

    def write(self, quads: Iterable[Quad], out: IO[bytes], *, graphs: bool = True) -> None:
        """Write quads as N-Quads, and remember their properties; `graphs` says whether some may be in named graphs."""
        predicates: set[NamedNode] = set()
        iterator = iter(quads)
        while part := list(islice(iterator, _PART)):
            serialize(part, out, RdfFormat.N_QUADS)
            self.total += len(part)
            if graphs:
                self._seen.update(map(_kind_and_graph, part))
            else:
                predicates.update(map(_kind, part))
        self._seen.update((predicate, _DEFAULT) for predicate in predicates)

    def look_into(self, path: Path) -> None:
        """Look for dates that are not in the form of the model, and for its classes, in what was written."""
        if not self.total:
            return
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
            if not {predicate for predicate, _ in self._seen}.isdisjoint(DATES):
                self._has_bad_date = _BAD_DATE.search(content) is not None
            self._has_states = any(content.find(f" {_TYPE} <{iri}> ".encode()) >= 0 for iri in _COUNTRIES)
            if not (self._has_states or any(predicate == _BASIS for predicate, _ in self._seen)):
                self._has_states = _has_classes_elsewhere(content)
            self._is_abbreviated = MAY_BE_ABBREVIATED.search(content) is not None
            self._has_membership = content.find(_CLASSED) >= 0
            if not self._has_membership:
                self._classes = [iri for iri in TYPES if content.find(f" {_TYPE} <{iri}> ".encode()) >= 0]

    def _store(self, *, together: bool = False) -> Store:
        """A graph with one triple of each kind; `together`, all graphs are one."""
        store, someone, graph = Store(), NamedNode(iri_of("someone")), NamedNode(iri_of("graph"))
        for predicate, of in self._seen:
            store.add(Quad(someone, predicate, someone, _DEFAULT if together or of == _DEFAULT else graph))
        for iri in (*self._classes, *([named("org:Membership").value] if self._has_membership else [])):
            store.add(Quad(someone, _TYPE, NamedNode(iri), _DEFAULT))
        return store

    def needs_reading(self) -> bool:
        """Whether a lens fits, some date or label is not in the form of the model, or a named graph has memberships."""
        aside = any(of != _DEFAULT for _, of in self._seen) and self._fits(together=True)
        same = any(predicate in SAME or predicate in PAGE_WORDS for predicate, _ in self._seen)
        if self._has_bad_date or self._is_abbreviated or aside or same:
            return True
        if self._has_states and not any(predicate == _BASIS for predicate, _ in self._seen):
            return True  # some may be one state by two names
        if any(may_be_membership(predicate.value) or predicate == IS_A for predicate, _ in self._seen):
            return True
        return self._fits()

    def _fits(self, *, together: bool = False) -> bool:
        """Whether lenses find something in the default graph, or in all graphs `together`."""
        store = self._store(together=together)
        return in_org_alone(store) or bool(fitting(store, packaged_lenses()))

    def lacks_end(self) -> bool:
        """Whether there are memberships and nothing says of what date they are."""
        used = {predicate for predicate, _ in self._seen}
        return AS_OF not in used and not used.isdisjoint((_MEMBER_OF, _BODY))

    def note(self) -> str:
        """What to say if none of it is in the model."""
        return unread_note(self._store(), self.total)
