"""When each data set of a graph ends: of what goes on in one that ended before, nobody knows whether it still held.

A graph has one date of its own, the latest of its data sets. Where several were brought together, what one of them says
holds until its own end only, unless another that goes on says it too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from ..frozen import frozen
from ..rdf.source import Source, values
from ..rdf.terms import prologue, sparql_term, text_of
from .dates import Period
from .entities import Entity

__all__ = ["DataEnd", "Ends"]


@frozen
class DataEnd:
    """The end of one data set: its IRI, what it is called, its own date, and whether it was drawn from a text.

    >>> DataEnd("x:d", "A list", "1991").is_before("2015"), DataEnd("x:d", "A list", "1991").is_before("1991-05")
    (True, False)
    """

    dataset: str
    label: str
    date: str
    from_text: bool = False

    def is_before(self, date: str | None) -> bool:
        """Whether the data set ended before a date, as far as the precision of both tells."""
        return date is not None and date > self.date and not date.startswith(self.date)


class Ends:
    """The ends of the data sets of a source.

    Parameters
    ----------
    source : Source
        Where the data are.

    >>> import blocs
    >>> ends = Ends(blocs.load().source)
    >>> [end.date for end in ends.all], ends.before("2015")
    (['2001-05'], ())
    """

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def all(self) -> tuple[DataEnd, ...]:
        """The data sets that have a date, with it; the last of several."""
        body = (
            "SELECT ?d ?date ?label ?text WHERE { ?d blocs:asOf ?date OPTIONAL { ?d skos:prefLabel ?label }"
            " OPTIONAL { ?d dcterms:source ?text } }"
        )
        found: dict[str, DataEnd] = {}
        for dataset, date, label, text in self._source.select(prologue(body) + body):
            if isinstance(date, Literal):
                end = DataEnd(text_of(dataset), text_of(label), date.value, text is not None)
                found[end.dataset] = max(end, found.get(end.dataset, end), key=lambda one: one.date)
        return tuple(sorted(found.values(), key=lambda end: (end.date, end.label)))

    def before(self, date: str | None) -> tuple[DataEnd, ...]:
        """The data sets that ended before a date, of a source of which others go on; else none."""
        ended = tuple(end for end in self.all if end.is_before(date))
        return () if len(ended) == len(self.all) else ended

    def last_on(self, among: Sequence[Entity], date: str | None) -> str:
        """When the data on some states or bodies end, if that is before a date and others go on; else ""."""
        ended = self.before(date)
        if not ended or not among:
            return ""
        these = values("one", [entity.term for entity in among])
        of = f"{these} {_OF}"
        # Who is in what by the shortcut alone is from no data set that has a date.
        alone = (
            f"{these} {{ ?who org:memberOf ?one . BIND(?one AS ?what) }} UNION"
            " { ?one org:memberOf ?what . BIND(?one AS ?who) }"
            " FILTER NOT EXISTS { ?known org:member ?who ; org:organization ?what }"
        )
        going_on = f"{{ {of} FILTER NOT EXISTS {{ {_from(ended)} }} }} UNION {{ {alone} }}"
        if self._ask(going_on):
            return ""
        # They are in the order of their dates.
        return next((end.date for end in reversed(ended) if self._ask(f"{of} {_from([end])}")), "")

    def own_date(self, among: Sequence[Entity]) -> str:
        """Until when the data on all of some bodies go, if they all end before others do; else "".

        Parameters
        ----------
        among : sequence of Entity
            The bodies.

        Returns
        -------
        str
            The date at which they are asked about where none is said.

        >>> import blocs
        >>> graph = blocs.load()
        >>> graph.ends.own_date([graph.names.find("CST")])
        ''
        """
        if not among or not self.all or not self.before(latest := self.all[-1].date):
            return ""
        dates = []
        for one in among:
            if not (date := self.last_on([one], latest)):
                return ""
            dates.append(date)
        return min(dates)

    def of_no_date(self, among: Sequence[Entity]) -> list[str]:
        """Who is in some states or bodies, or what they are in, by data that do not say of what date they are.

        Only open memberships count, and only where other data have a date.

        Parameters
        ----------
        among : sequence of Entity
            The states or bodies.

        Returns
        -------
        list of str
            IRIs.
        """
        if not among or not self._are_dated:
            return []
        of = f"{values('one', [entity.term for entity in among])} {_OF}"
        # Asked apart: a look for the dated ones at each of the open ones takes hundreds of times as long.
        pairs = self._pairs(f"{of} FILTER NOT EXISTS {{ ?m schema:endDate ?end }}")
        if pairs:
            pairs -= self._pairs(f"{of} {_out_of(self.all)}")
        return sorted({end for pair in pairs for end in pair} - {entity.iri for entity in among})

    @cached_property
    def _are_dated(self) -> bool:
        """Whether any membership is from data that say of what date they are."""
        return bool(self.all) and self._ask("?any a org:Membership ; dcterms:source ?dated . ?dated blocs:asOf ?date")

    def _pairs(self, pattern: str) -> set[tuple[str, str]]:
        """Who is in what by the memberships ?m of a pattern."""
        ends = "?m a org:Membership ; org:member ?member ; org:organization ?body ."
        body = f"SELECT DISTINCT ?member ?body WHERE {{ {ends} {pattern} }}"
        return {(text_of(member), text_of(of)) for member, of in self._source.select(prologue(body) + body)}

    def open_in(self, end: DataEnd, among: Sequence[Entity], period: Period) -> list[tuple[str, str]] | None:
        """Who is in what, of some states or bodies, by a data set that ended before a period and by no other.

        None if there is nobody; where nothing is named, an empty list says that there are some.
        """
        going = f"{_from([end])} . ?m a org:Membership FILTER NOT EXISTS {{ ?m schema:endDate ?end }}"
        if not among:
            return [] if self._ask(going) else None
        held = [
            f'FILTER NOT EXISTS {{ ?k schema:endDate ?until FILTER(STR(?until) < "{period.start}") }}'
            if period.start
            else "",
            f'FILTER NOT EXISTS {{ ?k schema:startDate ?since FILTER(STR(?since) > "{period.end}~") }}'
            if period.end
            else "",
        ]
        others = _from(self.before(period.end or period.start)).replace("?m ", "?k ")
        body = (
            f"SELECT DISTINCT ?member ?body WHERE {{ {values('one', [entity.term for entity in among])} {_OF} . {going}"
            " ?m org:member ?member ; org:organization ?body . FILTER NOT EXISTS {"
            " ?k a org:Membership ; org:member ?member ; org:organization ?body ."
            f" FILTER NOT EXISTS {{ {others} }} {' '.join(held)} }} }}"
        )
        pairs = [(text_of(member), text_of(of)) for member, of in self._source.select(prologue(body) + body)]
        return sorted(pairs) or None

    def resting_on(
        self, facts: Iterable[str], period: Period
    ) -> tuple[Collection[tuple[str, str]], Collection[tuple[str, str]]]:
        """Who is in what, of the memberships that an answer rests on: by data that go on, and by ended ones alone."""
        ended = self.before(period.start)
        nodes = [NamedNode(fact) for fact in facts if ":" in fact] if ended else []
        if not nodes:
            return set(), set()
        body = (
            f"SELECT ?member ?body ?late WHERE {{ {values('m', nodes)} ?m org:member ?member ; org:organization ?body ."
            f" BIND(EXISTS {{ {_from(ended)} FILTER NOT EXISTS {{ ?m schema:endDate ?end }} }} AS ?late) }}"
        )
        rows = [tuple(map(text_of, row)) for row in self._source.select(prologue(body) + body)]
        known = {(member, of) for member, of, late in rows if late == "false"}
        return known, {(member, of) for member, of, _ in rows} - known

    def _ask(self, pattern: str) -> bool:
        body = f"ASK {{ {pattern} }}"
        return self._source.ask(prologue(body) + body)


_OF = "{ ?m org:organization ?one } UNION { ?m org:member ?one }"


def _from(ends: Iterable[DataEnd]) -> str:
    """The pattern of facts that are from some data sets: of a table, or quoted from the text of one."""
    ends = list(ends)
    return f"VALUES ?data {{ {' '.join(_terms(ends))} }} ?m {_source_of(ends)} ?data"


def _out_of(ends: Sequence[DataEnd]) -> str:
    """The same, looked at for each of a few facts; by `_from` all facts of the data sets may be gone through."""
    return f"?m {_source_of(ends)} ?data FILTER(?data IN ({', '.join(_terms(ends))}))"


def _terms(ends: Iterable[DataEnd]) -> list[str]:
    return [sparql_term(NamedNode(end.dataset)) for end in ends]


def _source_of(ends: Iterable[DataEnd]) -> str:
    """The path from a fact to its data set."""
    if not any(end.from_text for end in ends):
        return "dcterms:source"
    return "dcterms:source|(blocs:evidence/dcterms:source/^dcterms:source)"
