"""Lenses: SPARQL CONSTRUCT queries that turn other vocabularies into the graph model.

Those of `queries/lenses/` apply by themselves to a graph that they fit; a user brings others. What a lens makes stands
beside the triples it was made from. A lens's header says what it is for and when it fits:

    # fits: org:hasMember org:headOf       if one of these properties or classes is in the graph
    # fits without org:Membership: …       if one of these is, and that class is not
    # fits in named graphs: …              if one of these is in a named graph
    # stage: 4                             lenses of a lower stage apply before (5 if it does not say)
    # page: ?member { … }                  how an endpoint is read by pages: the variable, and what lists its values
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QueryTriples, Store, Triple

from ...errors import InvalidRequest, OperationFailed, UnknownName
from ...files import reading
from ...rdf.sparql import refuse_unsafe, syntax_error
from ...rdf.terms import PREFIXES
from ...resources import resource

__all__ = [
    "NO_LENSES",
    "Lens",
    "Made",
    "Node",
    "apply_lens",
    "asked_by",
    "find_lens",
    "fitting",
    "packaged_lenses",
    "read_by_lenses",
    "read_lens",
    "sift",
]

NO_LENSES = "none"
"""What stands for no lenses at all, not even those that apply by themselves."""

_UNREAD = NamedNode(PREFIXES["blocs"] + "unread")
_MADE_FROM = NamedNode(PREFIXES["blocs"] + "madeFrom")
_EVERYTHING = "everything"
_PREFIX = re.compile(r"^\s*PREFIX\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)
_DEFAULT = DefaultGraph()
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_MEMBER = NamedNode(PREFIXES["org"] + "member")


@dataclass(frozen=True)
class Lens:
    """A CONSTRUCT query that turns a vocabulary into the model, with what its header says of it.

    Parameters
    ----------
    name : str
        What it is called: the name of its file.
    title, about : str
        What it reads, in a line and at length.
    query : str
        The CONSTRUCT query, header and all.
    fits : tuple of (str, str)
        The IRIs of which one must be in the graph, each with the class that must not be ("" for none).
    fits_named : tuple of str
        The IRIs of which one must be in a named graph.
    stage : int
        Lenses of a lower stage apply before.
    page : tuple of (str, str)
        The variable by which an endpoint is read by pages, and the pattern that lists its values; both may be "".
    example : str
        A command that uses it.
    """

    name: str
    title: str
    about: str
    query: str = field(repr=False)
    fits: tuple[tuple[str, str], ...] = ()
    fits_named: tuple[str, ...] = ()
    stage: int = 5
    page: tuple[str, str] = ("", "")
    example: str = ""


def read_lens(name: str, text: str) -> Lens:
    """Read a lens: its header and its query.

    Parameters
    ----------
    name : str
        What it is called.
    text : str
        The query, with comments at its head.

    Returns
    -------
    Lens

    Raises
    ------
    InvalidRequest
        If the query is no CONSTRUCT query, or asks another server.

    >>> read_lens("mine", "# Clubs.\\n# fits: ex:in\\nPREFIX ex: <http://e.org/>\\nCONSTRUCT { } WHERE { }").fits
    (('http://e.org/in', ''),)
    """
    prefixes = {**PREFIXES, **dict(_PREFIX.findall(text))}
    prose: list[str] = []
    fits: list[tuple[str, str]] = []
    named: list[str] = []
    given = {"stage": "5", "page": "", "example": "", "see": ""}
    for line in _header(text):
        key, colon, value = line.partition(": ")
        if not colon or not (key in given or key.startswith("fits")):
            prose.append(line)
        elif key == "fits in named graphs":
            named += [word if word == _EVERYTHING else _iri(name, word, prefixes) for word in value.split()]
        elif key.startswith("fits"):
            without = key.removeprefix("fits").removeprefix(" without ").strip()
            absent = _iri(name, without, prefixes) if without else ""
            fits += [(_iri(name, word, prefixes), absent) for word in value.split()]
        else:
            given[key] = value
    variable, _, pattern = given["page"].partition(" ")
    return Lens(
        name,
        prose[0] if prose else "",
        " ".join(prose[1:]),
        text,
        tuple(fits),
        tuple(named),
        int(given["stage"]),
        (variable.removeprefix("?"), pattern.strip()),
        given["example"],
    )


def _header(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        if line[1:].strip():
            yield line[1:].strip()


def _iri(lens: str, prefixed: str, prefixes: dict[str, str]) -> str:
    if prefixed.startswith("<"):
        return prefixed.strip("<>")
    prefix, _, local = prefixed.partition(":")
    if prefix not in prefixes:
        raise InvalidRequest(f"the lens {lens}: its header uses the prefix {prefix}:, which the query does not declare")
    return prefixes[prefix] + local


@cache
def packaged_lenses() -> tuple[Lens, ...]:
    """The lenses that come with blocs, in the order in which they apply.

    >>> [lens.name for lens in packaged_lenses()][:3]
    ['named-graphs', 'nanopublications', 'graph-dates']
    """
    folder = resource("queries", "lenses")
    paths = [path for path in folder.iterdir() if path.name.endswith(".rq")]
    lenses = [read_lens(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8")) for path in paths]
    return tuple(sorted(lenses, key=lambda lens: (lens.stage, lens.name)))


def find_lens(name: str) -> Lens:
    """The lens of a name, or in a file.

    Parameters
    ----------
    name : str
        The name of a packaged lens, or the path of a file with a CONSTRUCT query.

    Returns
    -------
    Lens

    Raises
    ------
    UnknownName
        If no lens has that name and there is no such file.
    InvalidRequest
        If the file has no CONSTRUCT query.
    OperationFailed
        If the file cannot be read.

    >>> find_lens("wikidata").page[0]
    'member'
    >>> find_lens("dbpedi")
    Traceback (most recent call last):
    ...
    blocs.UnknownName: unknown lens 'dbpedi'; did you mean dbpedia?
    """
    known = {lens.name: lens for lens in packaged_lenses()}
    if name in known:
        return known[name]
    path = Path(name)
    if path.suffix == ".rq" or path.exists():
        with reading(path, directory="name a file with a CONSTRUCT query"):
            text = path.read_text(encoding="utf-8-sig")
        lens = read_lens(path.stem, text)
        _check(lens)
        return lens
    from rapidfuzz import process

    near = [found for found, _, _ in process.extract(name, sorted(known), score_cutoff=70, limit=3)]
    raise UnknownName(name, "lens", near, f"name one of {', '.join(sorted(known))}, or a file that ends in .rq")


def _check(lens: Lens) -> None:
    """Let a user's lens pass that is one CONSTRUCT query and asks nobody else."""
    refuse_unsafe(lens.query)
    try:
        results = Store().query(lens.query, prefixes=PREFIXES)
    except SyntaxError as error:
        raise InvalidRequest(f"the lens {lens.name}: {syntax_error(lens.query, error).message}") from None
    if not isinstance(results, QueryTriples):
        raise InvalidRequest(f"the lens {lens.name} is no CONSTRUCT query; see docs/lenses.md")


def fitting(store: Store, lenses: Iterable[Lens]) -> list[Lens]:
    """The lenses that fit a graph: by the properties and classes that it has, each looked up once.

    Parameters
    ----------
    store : Store
        The graph.
    lenses : iterable of Lens
        The lenses to choose from.

    Returns
    -------
    list of Lens
    """
    return [lens for lens in lenses if _fits(store, lens)]


def _fits(store: Store, lens: Lens) -> bool:
    for iri, absent in lens.fits:
        if _has(store, iri) and not (absent and _has(store, absent)):
            return True
    if not lens.fits_named or next(iter(store.named_graphs()), None) is None:
        return False
    if _EVERYTHING in lens.fits_named:
        return not _has_memberships(store)
    return any(any(store.quads_for_pattern(None, NamedNode(iri), None)) for iri in lens.fits_named)


@cache
def read_by_lenses() -> frozenset[str]:
    """The properties and classes that the packaged lenses speak of."""
    return frozenset().union(*(_terms_in(lens.query, dict(_PREFIX.findall(lens.query))) for lens in packaged_lenses()))


def asked_by(lens: Lens) -> frozenset[str]:
    """The properties and classes that the pattern of a lens speaks of: what it reads, not what it makes.

    >>> query = "PREFIX ex: <http://e.org/> CONSTRUCT { ?a ex:in ?b } WHERE { ?a ex:left ?b ; <http://e.org/to> ?c }"
    >>> sorted(asked_by(read_lens("mine", query)))
    ['http://e.org/left', 'http://e.org/to']
    """
    query = re.sub(r"(?m)^\s*#.*$", "", lens.query)
    return _terms_in(_behind_braces(re.split(r"(?i)\bCONSTRUCT\b", query, maxsplit=1)[-1]), _spaces(query))


def _behind_braces(text: str) -> str:
    """What stands behind the braces with which a text begins; all of it if it begins otherwise."""
    depth = 0
    for at, letter in enumerate(text):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if not depth and letter == "}":
            return text[at + 1 :]
        if not depth and not letter.isspace():
            break
    return text


def _spaces(query: str) -> dict[str, str]:
    """The prefixes of a query and their spaces, those that need not be declared among them."""
    return {**PREFIXES, **dict(re.findall(r"(?i)\bPREFIX\s+([\w.-]*):\s*<([^>]*)>", query))}


def _terms_in(query: str, spaces: Mapping[str, str]) -> frozenset[str]:
    """The terms in a query, with a prefix or in full."""
    found = {
        spaces[prefix] + name
        for prefix, name in re.findall(r"(?<![\w<])([\w.-]*):([A-Za-z_][\w-]*)", query)
        if prefix in spaces
    }
    return frozenset(found.union(re.findall(r"<(https?://[^>\s]+)>", query)))


def _has(store: Store, iri: str) -> bool:
    """Whether the default graph uses a property or class."""
    term = NamedNode(iri)
    by_property = store.quads_for_pattern(None, term, None, _DEFAULT)
    by_class = store.quads_for_pattern(None, _TYPE, term, _DEFAULT)
    return next(iter(by_property), None) is not None or next(iter(by_class), None) is not None


def _has_memberships(store: Store) -> bool:
    """Whether the default graph says of anybody that it is in anything: in the model, or as lenses read it."""
    if any(_has(store, PREFIXES["org"] + name) for name in ("memberOf", "Membership")):
        return True
    fit = (lens for lens in packaged_lenses() if not lens.fits_named and _fits(store, lens))
    return any(triple.predicate == _MEMBER for lens in fit for triple in _made(store, lens))


def _made(store: Store, lens: Lens) -> Iterable[Triple]:
    made = store.query(lens.query, prefixes=PREFIXES)
    return made if isinstance(made, QueryTriples) else ()


Node = NamedNode | BlankNode


@dataclass(frozen=True)
class Made:
    """What a lens made of a graph.

    Parameters
    ----------
    new : list of Triple
        The triples that were not in the graph.
    left_out : mapping of str to sequence of node
        What it left out, by the reason that it says (`blocs:unread`).
    origins : mapping of node to set of node
        The nodes that stood for a membership in the other vocabulary, as a role does between a body and its member, by
        the membership that was made of them (`blocs:madeFrom`).
    """

    new: list[Triple]
    left_out: Mapping[str, Sequence[Triple | Node]]
    origins: Mapping[Node, set[Node]]


def apply_lens(store: Store, lens: Lens) -> Made:
    """Add what a lens makes of a graph to the default graph.

    Parameters
    ----------
    store : Store
        The graph.
    lens : Lens
        The lens.

    Returns
    -------
    Made

    Raises
    ------
    OperationFailed
        If the query fails.
    """
    try:
        made = store.query(lens.query, prefixes=PREFIXES)
        if not isinstance(made, QueryTriples):
            raise InvalidRequest(f"the lens {lens.name} is no CONSTRUCT query; see docs/lenses.md")
        found = sift(made, lambda triple: _quad(triple) not in store)
    except SyntaxError as error:
        raise InvalidRequest(f"the lens {lens.name}: {syntax_error(lens.query, error).message}") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise OperationFailed(f"the lens {lens.name} failed: {error}") from None
    store.extend(map(_quad, found.new))
    return found


def _quad(triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, _DEFAULT)


def sift(made: Iterable[Triple], is_new: Callable[[Triple], bool]) -> Made:
    """What a lens made: the triples that are new, what it says it left out, and of what it made memberships."""
    new: list[Triple] = []
    left_out: dict[str, dict[Triple | Node, None]] = {}
    origins: dict[Node, set[Node]] = {}
    for triple in made:
        if triple.predicate == _UNREAD:
            reason = triple.object.value if isinstance(triple.object, Literal) else ""
            left_out.setdefault(reason, {})[triple.subject] = None
        elif triple.predicate == _MADE_FROM:
            if isinstance(triple.subject, Node) and isinstance(triple.object, Node):
                origins.setdefault(triple.subject, set()).add(triple.object)
        elif is_new(triple):
            new.append(triple)
    return Made(new, {reason: list(nodes) for reason, nodes in left_out.items()}, origins)
