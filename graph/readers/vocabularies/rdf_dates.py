"""The dates of a graph, brought into the form of the model, or reported: as text they would be compared wrongly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ...amounts import shortened
from ...rdf.source import LocalSource
from ...rdf.terms import PREFIXES, Term, id_of, named, text_of
from ..dates.bounds import LATEST, bound_in
from ..dates.calendar_dates import plain_text
from ..dates.written_dates import goes_on, is_approximate, only_year, read_date
from .blank_nodes import label_of

__all__ = ["AS_OF", "DATES", "END", "NEVER", "START", "date_literal", "is_model_date", "read_dates"]

START, END, AS_OF = named("schema:startDate"), named("schema:endDate"), named("blocs:asOf")
_LIVES = {named("schema:foundingDate"): "foundation", named("schema:dissolutionDate"): "dissolution"}
_BEGINNINGS = (START, named("schema:foundingDate"))
DATES = (START, END, AS_OF, *_LIVES)
"""The properties whose values are dates."""

_DEFAULT = DefaultGraph()
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_TYPES = {PREFIXES["xsd"] + name: length for name, length in (("gYear", 4), ("gYearMonth", 7), ("date", 10))}
_SHOWN = 3  # approximate dates that are named
NEVER = "9000"
"""No date is as late: 9999-12-31 says that it has not ended."""


def date_literal(text: str) -> Literal:
    """A date of the model as a literal of its precision."""
    datatype = next(iri for iri, length in _TYPES.items() if length == len(text))
    return Literal(text, datatype=NamedNode(datatype))


def is_model_date(term: object) -> bool:
    """Whether a term is a date as the model writes it.

    >>> is_model_date(date_literal("2001-05")), is_model_date(Literal("2001-05"))
    (True, False)
    >>> is_model_date(date_literal("2004-02-29")), is_model_date(date_literal("2003-02-29"))
    (True, False)
    """
    return (
        isinstance(term, Literal)
        and _TYPES.get(term.datatype.value) == len(term.value)
        and _DATE.fullmatch(term.value) is not None
        and term.value < NEVER
        and (term.value[8:] <= "28" or read_date(term.value) is not None)
    )


def read_dates(store: Store) -> list[str]:
    """Bring the dates of a graph into the form of the model.

    The dates that are different from each other are few, also where memberships are many.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of str
        Notes on those that were not understood.
    """
    bad: list[tuple[NamedNode, Term]] = []
    for predicate in DATES:
        if not any(store.quads_for_pattern(None, predicate, None, _DEFAULT)):
            continue
        rows = LocalSource(store, "the graph").select(f"SELECT DISTINCT ?date {{ ?it {predicate} ?date }}")
        bad += [(predicate, term) for (term,) in rows if term is not None and not is_model_date(term)]
    notes = []
    about: dict[str, None] = {}
    for predicate, term in bad:
        quads = list(store.quads_for_pattern(None, predicate, term, _DEFAULT))
        written = text_of(term) or str(term)
        kind = {START: "start", END: "end", **_LIVES}.get(predicate, "date")
        if predicate in _BEGINNINGS and bound_in(plain_text(written))[0] == LATEST:
            for quad in quads:
                store.remove(quad)
            notes.append(
                f"the {kind} {written!r} of {_whose(store, quads)} gives only the latest date and is left open;"
                " write YYYY-MM-DD"
            )
            continue
        became = _replace(store, quads)
        if became is not None:
            how = f"is read as {became}{_undecided(written)}" if became else "was not understood and is not read"
            notes.append(f"the {kind} {written!r} of {_whose(store, quads)} {how}; write YYYY-MM-DD")
        elif is_approximate(written):
            about[f"{written!r} of {_whose(store, quads)}"] = None
    if about:
        known = shortened(sorted(about), _SHOWN)
        notes.append(
            f"dates that are approximate are read as they stand: {known}; write YYYY-MM-DD where the day is known"
        )
    return sorted(notes)


_DAY_OR_MONTH = re.compile(r"\s*(0?[1-9]|1[0-2])([/. -])(0?[1-9]|1[0-2])\2\d{4}\b.*")


def _undecided(written: str) -> str:
    """Why of a date like 07/01/2013 the year alone is read; "" of any other."""
    return ", as it does not say which number is the month" if _DAY_OR_MONTH.fullmatch(written) else ""


def _whose(store: Store, quads: Sequence[Quad]) -> str:
    """What a date is of: a membership by its ends; a role that it was made of does not count beside it."""
    named_ = [said for quad in quads if (said := _ends(store, quad.subject))]
    first, number = (named_[0], len(named_)) if named_ else (_called(store, quads[0].subject), len(quads))
    return first + (f" and {number - 1:,} more" if number > 1 else "")


def _called(store: Store, node: NamedNode | BlankNode | Triple) -> str:
    label = label_of(store, node) if isinstance(node, NamedNode | BlankNode) else ""
    return label or id_of(text_of(node))


def _ends(store: Store, fact: NamedNode | BlankNode | Triple) -> str:
    """Who is in what, if something is a membership of what has names."""
    ends = []
    for end in (named("org:member"), named("org:organization")):
        found = next(iter(store.quads_for_pattern(fact, end, None, _DEFAULT)), None)
        ends.append(label_of(store, found.object) if found and isinstance(found.object, NamedNode | BlankNode) else "")
    return " in ".join(ends) if all(ends) else ""


def _replace(store: Store, quads: Sequence[Quad]) -> str | None:
    """Write the date that some quads share as the model does.

    None if that is what they say; else what is left of it: a year, or nothing.
    """
    term = quads[0].object
    text = term.value if isinstance(term, Literal) else ""
    whole = read_date(text)
    date = whole or only_year(text)
    literal = date_literal(date) if date and date < NEVER else None
    for quad in quads:
        store.remove(quad)
        if literal is not None:
            store.add(Quad(quad.subject, quad.predicate, literal, _DEFAULT))
    if whole or (isinstance(term, Literal) and goes_on(text)):
        return None
    return date
