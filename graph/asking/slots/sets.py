"""Sets of bodies in words: "both A and B", "A but not B", "in neither A nor B", "at least two of A, B and C"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ...model.entities import Entity
from ...model.expression import And, AtLeast, Body, Everyone, Expression, Minus, Or
from ...rdf.terms import prologue, sparql_term
from ..kinds_of_members import kind_meant
from ..language.nouns import ANY_BODY
from ..language.reading import Reading, slot
from ..logic.logical_form import OfNoun

if TYPE_CHECKING:
    from ...model.graph import Graph

__all__ = ["alone", "two_nouns"]

_HOW_MANY: dict[str, tuple[int, int | None]] = {
    # phrase before the number: what is added to it for the least, and for the most (None: no bound; 99: none wanted)
    "at least": (0, None), "no fewer than": (0, None), "no less than": (0, None), "a minimum of": (0, None),
    "not less than": (0, None), "more than": (1, None), "over": (1, None), "exactly": (0, 0), "precisely": (0, 0),
    "just": (0, 0), "only": (0, 0),
}  # fmt: skip
_AT_MOST = {"at most": 0, "no more than": 0, "up to": 0, "not more than": 0, "fewer than": -1, "less than": -1}
_AND = (
    "and",
    "as well as",
    "and also",
    "along with",
    "together with",
    "and at the same time",
    "&",
    "in addition to",
)
_OR = ("or", "or else", "and or")


@slot("body")
def _body(reading: Reading, at: int) -> Iterator[tuple[Entity, int]]:
    """One body, also with its kind behind it ("the CST alliance"), or the only one of its kind ("the treaty")."""
    for the in reading.any_of(at, "the"):
        kind = reading.words[the] if the < len(reading.words) else ""
        only = reading.vocabulary.bodies_by_kind.get(kind, [])
        if len(only) == 1 and not kind.endswith("s"):
            yield only[0], the + 1
    for entity, end in reading.entities(at, ("body",)):
        yield entity, end
        yield from (
            (entity, stop) for stop in reading.any_of(end, "alliance", "bloc", "group", "grouping", "treaty", "pact")
        )


@slot("bodies")
def _bodies(reading: Reading, at: int) -> Iterator[tuple[OfNoun, int]]:
    """A noun for bodies: for any ("organizations"), or for those of a kind that the graph knows ("treaties")."""
    for end in dict.fromkeys(_noun_ends(reading, at)):
        noun = " ".join(reading.words[at:end])
        these = None if noun in ANY_BODY else reading.vocabulary.bodies_by_kind.get(noun)
        for stop in (end, *reading.any_of(end, "memberships")):
            yield OfNoun("bodies" if these is None else noun, None if these is None else tuple(these)), stop


def _noun_ends(reading: Reading, at: int) -> Iterator[int]:
    for length in (3, 2, 1):
        if " ".join(reading.words[at : at + length]) in reading.vocabulary.bodies_by_kind:
            yield min(at + length, len(reading.words))
    yield from (end for kind, end in reading.slot("kind", at) if kind == "body")
    yield from reading.after("BODY_NOUN", at)
    # States are parties to treaties; people are in parties.
    for end in reading.any_of(at, "party", "parties"):
        if kind_meant(reading.vocabulary, "person") is not None:
            yield end


@slot("ref")
def _ref(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """A body, or its members: "the CST", "a CST member", "members of the CST"."""
    starts = [at, *reading.any_of(at, "a", "an", "the")]
    before = [word for word in reading.words[max(0, at - 2) : at] if word != "the"][-1:]
    for start in starts if before not in (["of"], ["in"]) else ():  # no members of members
        for end in reading.after("NOUN", start):
            for of in reading.any_of(end, "of", "of the", "in", "in the"):
                yield from ((Body(entity), stop) for entity, stop in reading.slot("body", of))
    for entity, end in reading.slot("body", at):
        yield from ((Body(entity), stop) for stop in reading.after("NOUN", end))
        yield Body(entity), end


def _lists(
    reading: Reading, at: int, words: tuple[str, ...], least: int = 2, bare: bool = False
) -> Iterator[tuple[list[Expression], int]]:
    """Bodies joined by some words, the longest list first; the last must be joined by one of them, if not `bare`."""

    def more(found: list[Expression], end: int, joined: bool) -> Iterator[tuple[list[Expression], int]]:
        links = [(stop, True) for stop in reading.any_of(end, *words)]
        for link, word in [*links, (end, False)]:
            for rest in dict.fromkeys([*reading.after("REST", link), link]):
                for item, stop in reading.slot("ref", rest):
                    yield from more([*found, item], stop, word)
        if len(found) >= least and (joined or bare or len(found) == 1):
            yield found, end

    for first, end in reading.slot("ref", at):
        yield from more([first], end, False)


@slot("some")
def _some(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """At least, exactly or more than so many of some bodies, or of all."""
    for how, start in (*reading.said(at, tuple(_HOW_MANY)), ("exactly", at)):
        low, high = _HOW_MANY[how]
        for number, end in reading.slot("number", start):
            if number == int(number) and number >= 1:
                n = int(number)
                bounds = (n + low, None if high is None else n + high)
                for stop in reading.any_of(end, "or more", "or more of"):
                    yield from _of(reading, stop, n, None)
                yield from _of(reading, end, *bounds)
    for how, start in reading.said(at, tuple(_AT_MOST)):
        for number, end in reading.slot("number", start):
            if number == int(number) and number + _AT_MOST[how] >= 1:
                yield from _of(reading, end, 1, int(number) + _AT_MOST[how])
    for start in reading.any_of(at, "several", "multiple", "more than one"):
        yield from _of(reading, start, 2, None)
    for start in reading.any_of(at, "any", "any single", "any one", "even one", "even a single"):
        yield from _of(reading, start, 1, None)
    for start in reading.any_of(at, "a single", "only one", "just one", "only a single"):
        yield from _of(reading, start, 1, 1)


def _of(reading: Reading, at: int, least: int, most: int | None) -> Iterator[tuple[Expression, int]]:
    for start in dict.fromkeys([*reading.any_of(at, "of the following", "of these", "of", "out of", "among"), at]):
        for end in reading.after("BODY_NOUN", start):
            noun = " ".join(reading.words[start:end])
            if noun not in ANY_BODY and noun in reading.vocabulary.bodies_by_kind:
                continue  # "two treaties" are not two of whatever bodies
            yield AtLeast(least, most, ()), end
            for listed in dict.fromkeys([*reading.any_of(end, "among", "of", "out of"), end]):
                yield from _counted(reading, listed, least, most)
        if start != at:
            yield from _counted(reading, start, least, most)


def _counted(reading: Reading, at: int, least: int, most: int | None) -> Iterator[tuple[Expression, int]]:
    for found, end in _lists(reading, at, (*_AND, *_OR), bare=True):
        bodies = tuple(item for item in found if isinstance(item, Body))
        yield AtLeast(least, most, bodies), end


@slot("group")
def _group(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """What stands without "but not": one body, all of some, any of some, so many of some."""
    yield from reading.slot("some", at)
    for start in dict.fromkeys(
        [
            *reading.any_of(
                at,
                "the union of",
                "either to",
                "either in",
                "either of",
                "either",
                "any of",
                "either of",
                "one of",
                "at least one of",
                "one or more of",
            ),
            at,
        ]
    ):
        for found, end in _lists(reading, start, _OR):
            either = reduce(Or, found)
            both = reading.any_of(end, "or both", "or in both", "or all", "or all of them", "or to both")
            yield from ((either, stop) for stop in both)
            for stop in reading.any_of(
                end, "but not both", "but not in both", "and not both", "but not in all", "but not to both"
            ):
                if len(found) == 2:
                    yield Minus(either, reduce(And, found)), stop
            yield either, end
        for found, end in _lists(reading, start, _OR, bare=True):
            yield from ((reduce(Or, found), stop) for stop in reading.any_of(end, "or both", "or all", "or in both"))
        if start != at:
            for found, end in _lists(reading, start, _AND):
                yield reduce(Or, found), end
    for start in dict.fromkeys([*reading.any_of(
        at, "both to", "both in", "both", "both of", "each of", "all of", "in both", "all", "the intersection of", "the overlap of", "both the", "all two of", "all three of", "all three", "all four of", "each one of", "every one of"), at]):  # fmt: skip
        for joined, end in _conjunctions(reading, start):
            for stop in [
                *reading.any_of(
                    end, "at once", "at the same time", "simultaneously", "together", "too", "as well", "also"
                ),
                end,
            ]:
                yield joined, stop
    for start in reading.any_of(
        at, "only", "solely", "exclusively", "just", "nothing but", "no body but", "no other body than"
    ):
        yield from ((alone(reading.graph, body), end) for body, end in reading.slot("ref", start))
    for body, end in reading.slot("ref", at):
        for stop in reading.any_of(
            end, "only", "alone", "and nothing else", "and no other", "and in nothing else", "exclusively", "but nothing else",
            "and no other body", "but in nothing else", "and in no other body", "but in no other body", "but no other body",
            "and in no other", "but in no other", "and no other alliance", "but no other alliance",
        ):  # fmt: skip
            yield alone(reading.graph, body), stop
        yield body, end


def _conjunctions(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """A and B, also "A and B or C", in which "and" binds closer."""
    for found, end in _lists(reading, at, _AND):
        both = reduce(And, found)
        for link in reading.any_of(end, *_OR):
            for start in dict.fromkeys([*reading.after("REST", link), link]):
                for other, stop in reading.slot("group", start):
                    yield Or(both, other), stop
        yield both, end


def alone(graph: Graph, body: Expression) -> Expression:
    """The members of a body that are in no other; who is in a body is in its organs, and these are not counted."""
    others = _others_with_members(graph, body.entity) if isinstance(body, Body) else None
    if others is None:
        return And(body, AtLeast(1, 1, ()))
    return Minus(body, reduce(Or, others)) if others else body


def _others_with_members(graph: Graph, body: Entity) -> list[Expression] | None:
    """The bodies with members beside a body that has organs with members, and these organs; None if it has none."""
    term = sparql_term(body.term)
    organs = f"SELECT DISTINCT ?one WHERE {{ ?one org:subOrganizationOf+ {term} . ?m org:organization ?one }}"
    its = {one.value for (one,) in graph.source.select(prologue(organs) + organs) if isinstance(one, NamedNode)}
    if not its:
        return None
    held = "SELECT DISTINCT ?one WHERE { ?m a org:Membership ; org:organization ?one } ORDER BY ?one"
    rows = (one.value for (one,) in graph.source.select(prologue(held) + held) if isinstance(one, NamedNode))
    return [Body(one) for one in graph.names.known(iri for iri in rows if iri not in {*its, body.iri})]


@slot("neither")
def _neither(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """What is in neither A nor B is taken from; yields what must not be."""
    for start in dict.fromkeys(reading.after("NEITHER", at)):
        for found, end in _lists(reading, start, ("nor", "nor in", "nor of", "nor to", *_OR, *_AND)):
            yield reduce(Or, found), end


@slot("taken")
def _taken(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """What follows "but not": one body, any of several, or both of several where "both" is said."""
    for start in dict.fromkeys([*reading.after("IN_REST", at), at]):
        for found, end in _lists(
            reading, start, (*_OR, "nor", "nor in", "and not", "and not in", "or in", "nor of", "or of")
        ):
            yield reduce(Or, found), end
        before = reading.words[max(0, start - 2) : start]
        outside = "outside" in before or before == ("out", "of")
        if outside:
            yield from ((reduce(Or, found), end) for found, end in _lists(reading, start, _AND))
        for both in reading.any_of(start, "both", "in both", "all of", "both of"):
            for found, end in _lists(reading, both, _AND):
                # "Not in both" may be in one of them; "outside both" is in neither.
                yield reduce(Or if outside else And, found), end
        for either in reading.any_of(start, "either", "any of", "either of"):
            for found, end in _lists(reading, either, (*_OR, *_AND)):
                yield reduce(Or, found), end
        yield from reading.slot("ref", start)


@slot("excepted")
def _excepted(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """What follows "except": all that is named is left out, also where "and" joins it."""
    for start in dict.fromkeys([*reading.any_of(at, "both", "either", "any of", "all of"), at]):
        for found, end in _lists(reading, start, (*_AND, *_OR, "nor")):
            yield reduce(Or, found), end
    yield from reading.slot("ref", at)


@slot("set")
def _set(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """A set of bodies in words, the longest reading first."""

    def less(left: Expression, end: int) -> Iterator[tuple[Expression, int]]:
        for taken, stop in reading.slot("neither", end):
            yield from less(Minus(left, taken), stop)
        for start in dict.fromkeys(reading.after("BUT_NOT", end)):
            for taken, stop in reading.slot("taken", start):
                yield from less(Minus(left, taken), stop)
        for start in dict.fromkeys(reading.after("EXCEPT", end)):
            for taken, stop in reading.slot("excepted", start):
                yield from less(Minus(left, taken), stop)
        yield left, end

    seen = set()
    for left, end in reading.slot("group", at):
        for found in less(left, end):
            if found not in seen:
                seen.add(found)
                yield found


@slot("one_set")
def _one_set(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """A set of bodies that can mean but one thing: not two nouns, "CIS members and CST members"."""
    yield from ((found, end) for found, end in reading.slot("set", at) if not two_nouns(reading, at, end))


def two_nouns(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase lists two sets of members, of which nobody can tell whether it means all or those of both."""
    return any(
        reading.words[at] == "and" and any(stop < end for stop in reading.after("NOUN", after))
        for at in range(start, end)
        for after in (at + 1, *reading.any_of(at + 1, "all", "the", "all the"))
    )


@slot("none")
def _none(reading: Reading, at: int) -> Iterator[tuple[Expression, int]]:
    """Everyone outside some bodies: "not in A", "in neither A nor B"."""
    for taken, end in reading.slot("neither", at):
        yield Minus(Everyone(), taken), end
    for start in dict.fromkeys(reading.after("NOT_IN", at)):
        for taken, end in reading.slot("taken", start):
            yield Minus(Everyone(), taken), end
