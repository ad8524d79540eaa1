"""A membership of which an end is known is found by that end, and the rows are those of the plain pattern.

The plain pattern binds every known end by VALUES; on random graphs both must find the same, row for row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import blocs
import pytest
from blocs.graph.asking.logic.logical_form import Bound, Entities, Extreme, MemberOf, Numbered
from blocs.graph.asking.lookup.columns import counted
from blocs.graph.asking.sparql.questions import query
from blocs.graph.asking.vocabulary import Vocabulary
from blocs.graph.model.dates import ALWAYS, Period
from blocs.graph.model.entities import Entity
from blocs.graph.model.expression import And, AtLeast, Body, Everyone, Expression, Minus, Or
from blocs.graph.model.graph import Graph
from blocs.graph.model.membership_query import (
    expression_pattern_of,
    known_ends,
    membership_pattern,
    shortcut_pattern,
    shortcuts_query,
    within,
)
from blocs.graph.rdf.source import LocalSource, Source, values
from blocs.graph.rdf.terms import prologue, sparql_term
from hypothesis import given, settings
from hypothesis import strategies as st
from needs import no_server
from servers import NotInstalled, oxigraph_server

STATES, BODIES = "abcd", "xyz"
PREFIX = "https://w3id.org/blocs/id/"
YEARS = ("1990", "1995", "2000")
PERIODS = (ALWAYS, Period("1990", "1990"), Period("1995", "2000"), Period("1989", "1989"))
ROLES = ("full", "associate", "observer", "any")


def entity(name: str, kind: str = "body") -> Entity:
    return Entity(PREFIX + name, name, name, kind)


@st.composite
def turtle(draw: st.DrawFn) -> str:
    """Nodes with and without dates, roles and bases, shortcuts with and without a node, bodies with dates."""
    lines = [
        "@prefix : <https://w3id.org/blocs/id/> . @prefix blocs: <https://w3id.org/blocs/ns#> .",
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> .",
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
    ]
    lines += [f":{one} a schema:Country ." for one in draw(st.sets(st.sampled_from(STATES), min_size=1))]
    lines += [f":{one} a org:Organization ." for one in (*BODIES, *draw(st.sets(st.sampled_from(STATES), max_size=1)))]
    for body in draw(st.sets(st.sampled_from(BODIES))):
        said = draw(st.sampled_from(("schema:foundingDate", "schema:dissolutionDate")))
        lines.append(f':{body} {said} "{draw(st.sampled_from(YEARS))}"^^xsd:gYear .')
    pair = st.tuples(st.sampled_from(STATES), st.sampled_from(BODIES))
    lines += [f":{member} org:memberOf :{body} ." for member, body in draw(st.sets(pair))]
    for number, (member, body) in enumerate(draw(st.lists(pair, max_size=6))):
        node = f":n{number} a org:Membership ; org:member :{member} ; org:organization :{body}"
        if role := draw(st.sampled_from(("", "fullMember", "associate", "observer"))):
            node += f" ; org:role blocs:{role}"
        if basis := draw(st.sampled_from(("", "", "stated", "planned"))):
            node += f" ; blocs:basis blocs:{basis}"
        for date in ("start", "end"):
            if year := draw(st.sampled_from(("", *YEARS))):
                node += f' ; schema:{date}Date "{year}"^^xsd:gYear'
        lines.append(node + " .")
    return "\n".join(lines)


def graph_of(text: str) -> Graph:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.load(text.encode(), format=RdfFormat.TURTLE)
    return Graph(LocalSource(store, "test"))


def rows(source: Source, pattern: str, *names: str, distinct: bool = False) -> Counter[tuple[str, ...]]:
    head = " ".join(f"?{name}" for name in names)
    body = f"SELECT {'DISTINCT ' if distinct else ''}{head} WHERE {{ {pattern} }}"
    return Counter(tuple(map(str, row)) for row in source.select(prologue(body) + body))


expressions = st.recursive(
    st.one_of(
        st.sampled_from(BODIES).map(lambda name: Body(entity(name))),
        st.just(Everyone()),
        st.builds(
            lambda least, more, bodies: AtLeast(
                least, None if more is None else least + more, tuple(Body(entity(name)) for name in bodies)
            ),
            st.integers(1, 2),
            st.sampled_from((None, 0, 1)),
            st.sets(st.sampled_from(BODIES)),
        ),
    ),
    lambda inner: st.one_of(*(st.builds(kind, inner, inner) for kind in (And, Or, Minus))),
    max_leaves=4,
)

members_ = st.one_of(st.none(), st.lists(st.sampled_from(STATES), min_size=1, unique=True))
bodies_ = st.one_of(st.none(), st.lists(st.sampled_from(BODIES), min_size=1, unique=True))


def entities(names: Sequence[str] | None) -> list[Entity] | None:
    return None if names is None else [entity(name) for name in names]


@settings(max_examples=150, deadline=None)
@given(turtle(), members_, bodies_, st.sampled_from(PERIODS), st.sampled_from(ROLES))
def test_known_ends_find_what_values_find(
    text: str, members: Sequence[str] | None, bodies: Sequence[str] | None, period: Period, role: str
) -> None:
    source = graph_of(text).source
    ends = entities(members), entities(bodies)

    def pattern(member: str, body: str) -> str:
        return membership_pattern(member, body, period, role, node="fact")

    plain = within(*ends) + pattern("?member", "?body")
    names = ("member", "body", "fact")
    assert rows(source, known_ends(*ends, pattern), *names) == rows(source, plain, *names)
    plain = within(*ends) + shortcut_pattern("?member", "?body")
    found = Counter(tuple(map(str, row)) for row in source.select(shortcuts_query(*ends)))
    assert found == rows(source, plain, "member", "body", distinct=True)


@settings(max_examples=150, deadline=None)
@given(turtle(), expressions, st.sampled_from(STATES), st.sampled_from(PERIODS), st.sampled_from(ROLES))
def test_a_known_member_is_in_a_set_where_a_variable_finds_it(
    text: str, expression: Expression, member: str, period: Period, role: str
) -> None:
    source, term = graph_of(text).source, entity(member).term
    known = f"ASK {{ {expression_pattern_of(expression, sparql_term(term), period, role)} }}"
    plain = f"ASK {{ {values('one', [term])} {expression_pattern_of(expression, '?one', period, role)} }}"
    assert source.ask(prologue(known) + known) == source.ask(prologue(plain) + plain)


@settings(max_examples=100, deadline=None)
@given(
    turtle(),
    st.one_of(
        st.builds(
            Numbered,
            st.sampled_from(("members", "bodies")),
            st.one_of(
                st.builds(Extreme, st.booleans()),
                st.builds(
                    lambda sign, limit, so: Bound(((sign, float(limit)),), so),
                    st.sampled_from(("<", ">", "<=", ">=", "=")), st.integers(0, 3), st.booleans(),
                ),
            ),
            st.sampled_from(PERIODS),
        ),
        st.builds(
            MemberOf, expressions, st.sampled_from(PERIODS), st.sampled_from(("", "state")), st.sampled_from(ROLES)
        ),
    ),
)  # fmt: skip
def test_what_is_counted_is_what_the_query_counts(text: str, condition: Numbered | MemberOf) -> None:
    graph, question = graph_of(text), Entities((condition,))
    found = counted(Vocabulary(graph), question)
    if found is not None:
        asked = [str(term)[1:-1] for (term,) in graph.source.select(query(question))]
        assert found == asked


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Source, Source]]:
    """The same memberships in this process and behind Oxigraph's server."""
    folder = tmp_path_factory.mktemp("server")
    path = folder / "graph.ttl"
    path.write_text(
        "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> ."
        "@prefix blocs: <https://w3id.org/blocs/ns#> . @prefix schema: <https://schema.org/> ."
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . :x a org:Organization . :a a schema:Country ."
        ":y a org:Organization . :z a org:Organization . :b a schema:Country . :c a schema:Country ."
        ':a org:memberOf :x, :y . :b org:memberOf :x . :c org:memberOf :z . :y schema:foundingDate "1995"^^xsd:gYear .'
        ":n1 a org:Membership ; org:member :a ; org:organization :x ; org:role blocs:observer ."
        ':n2 a org:Membership ; org:member :b ; org:organization :y ; schema:startDate "1990"^^xsd:gYear .'
    )
    try:
        with oxigraph_server([path], folder) as url:
            yield blocs.load(path, lenses=["none"]).source, blocs.load(endpoint=url).source
    except NotInstalled as reason:
        no_server(reason)


def test_a_server_finds_the_same_by_known_ends(server: tuple[Source, Source]) -> None:
    here, there = server
    for members in (None, ["a"], ["a", "b"], ["a", "b", "c"]):
        for bodies in (None, ["x"], ["x", "y", "z"]):
            ends = entities(members), entities(bodies)

            def pattern(member: str, body: str) -> str:
                return membership_pattern(member, body, Period("1996", "1996"), "any", node="fact")

            names = ("member", "body", "fact")
            plain = rows(here, within(*ends) + pattern("?member", "?body"), *names)
            assert rows(there, known_ends(*ends, pattern), *names) == plain
