"""Who is in what, for counting: memberships one at a time without their grounds, and when states and bodies existed.

What quotes memberships reads them by `membership`; what counts them reads them here, half a million if need be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..rdf.source import Source
from ..rdf.terms import PREFIXES, Term, prologue, text_of
from .dates import ALWAYS, Period
from .entities import Entity
from .membership import within

__all__ = ["COLUMNS", "Lifetimes", "Stretch", "read_lifetimes", "read_stretches"]


class Stretch(NamedTuple):
    """One membership: the IRIs of member and body, the role, and its dates as written, "" where none is given."""

    member: str
    body: str
    role: str = "full"
    start: str = ""
    end: str = ""


_PATHS = {"role": "org:role", "start": "schema:startDate", "end": "schema:endDate"}

COLUMNS = tuple(_PATHS)
"""What a membership may have beside its member and body, as a `Stretch` names it."""

Lifetimes = dict[str, list[tuple[str, str]]]
"""The dates from when to when each thing existed, by IRI; of what is not in it the source does not say."""


def read_stretches(
    source: Source,
    period: Period = ALWAYS,
    members: Sequence[Entity] | None = None,
    bodies: Sequence[Entity] | None = None,
    columns: Collection[str] = COLUMNS,
) -> Iterator[Stretch]:
    """The memberships of a period, of these members in these bodies (`None`: of all), one at a time.

    What is only planned is none. A shortcut without dates counts where no membership node says when. Of "role", "start"
    and "end" only those in `columns` are read; of a million memberships each costs some ten seconds.

    >>> import blocs
    >>> sum(stretch.body.endswith("/guuam") for stretch in read_stretches(blocs.load().source))
    5
    """
    bound = within(members, bodies)
    whole = not (bound or source.remote) and _count(source) <= _MANY
    for member, body, *more in source.select(_query(bound, period, whole, columns)):
        read = dict(zip((name for name in COLUMNS if name in columns), more, strict=True))
        yield Stretch(
            text_of(member),
            text_of(body),
            _role(read.get("role")),
            text_of(read.get("start")),
            text_of(read.get("end")),
        )
    shortcuts = (
        f"SELECT DISTINCT ?member ?body WHERE {{ {bound} ?member org:memberOf ?body"
        " MINUS { ?m org:organization ?body ; org:member ?member ; a org:Membership } }"
    )
    for member, body in source.select(prologue(shortcuts) + shortcuts):
        yield Stretch(text_of(member), text_of(body))


_MANY = 300_000
"""So many memberships are joined by columns read as a whole: in half the time, with 1.6 kB of memory for each."""


def _count(source: Source) -> int:
    body = "SELECT (COUNT(*) AS ?n) WHERE { ?m a org:Membership }"
    return int(text_of(next(iter(source.select(prologue(body) + body)))[0]) or 0)


def _query(bound: str, period: Period, whole: bool, columns: Collection[str]) -> str:
    """The membership nodes of a period: their columns read as a whole and then joined, or looked up for each node."""
    asked = " ".join(f"?{name}" for name in COLUMNS if name in columns)
    test = period.sparql("start", "end")
    more = [name for name in COLUMNS if name in columns or f"?{name})" in test]

    def column(pattern: str, variable: str = "") -> str:
        return f"{{ SELECT ?m {variable} WHERE {{ {pattern} }} }}" if whole else pattern

    body = (
        f"SELECT ?member ?body {asked} WHERE {{ {bound} {column('?m org:organization ?body .', '?body')}"
        f" {column('?m org:member ?member .', '?member')} {column('?m a org:Membership .')}"
        + "".join(f" OPTIONAL {{ {column(f'?m {_PATHS[name]} ?{name} .', f'?{name}')} }}" for name in more)
        + f" {test} MINUS {{ ?m blocs:basis blocs:planned }} }}"
    )
    return prologue(body) + body


def read_lifetimes(source: Source, kind: str) -> Lifetimes:
    """When things of a kind existed: a "state" in the state system (`blocs:Spell`), or a "body" (`blocs:Existence`)."""
    node, of = {"state": ("blocs:Spell", "blocs:state"), "body": ("blocs:Existence", "blocs:body")}[kind]
    body = (
        f"SELECT ?one ?start ?end WHERE {{ ?spell a {node} ; {of} ?one ."
        " OPTIONAL { ?spell schema:startDate ?start } OPTIONAL { ?spell schema:endDate ?end } }"
    )
    found: Lifetimes = {}
    for one, start, end in source.select(prologue(body) + body):
        found.setdefault(text_of(one), []).append((text_of(start), text_of(end)))
    return found


def _role(term: Term | None) -> str:
    """Of roles that others have thought of, a member is a full one: only an associate and an observer are less."""
    name = text_of(term).removeprefix(PREFIXES["blocs"])
    return name if name in ("associate", "observer") else "full"
