"""Set expressions: the set that a text means, held against plain Python sets, and names of every look."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.knowledge import KnowledgeGraph, load
from blocs.graph.model.entities import Entity
from blocs.graph.model.expression import bodies_of
from blocs.graph.model.expression_reading import parse_expression
from blocs.graph.model.naming.names import Names
from hypothesis import given, settings
from hypothesis import strategies as st
from places import SHARED

FIELD = SHARED / "field"
STATES = {f"S{number}" for number in range(8)}
MEMBERS = {
    "Alpha": {"S0", "S1", "S2", "S3"},
    "Beta": {"S2", "S3", "S4"},
    "Gamma": {"S1", "S3", "S5"},
    "Delta": {"S0", "S5", "S6"},
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    table = tmp_path_factory.mktemp("sets") / "sets.csv"
    rows = [f"{member},{body}" for body, members in MEMBERS.items() for member in sorted(members)]
    table.write_text("\n".join(["member,organization", "S7,Other", *rows]))
    return load(table)


def asked(graph: KnowledgeGraph, text: str) -> set[str]:
    return {member.label for member in graph.members(text)}


def nested() -> st.SearchStrategy[tuple[str, set[str]]]:
    """Texts with brackets around each part, and the sets that they mean."""
    leaves = st.sampled_from([*MEMBERS.items(), *((f'"{name}"', held) for name, held in MEMBERS.items())])

    def joined(parts: st.SearchStrategy[tuple[str, set[str]]]) -> st.SearchStrategy[tuple[str, set[str]]]:
        def text(left: tuple[str, set[str]], word: str, right: tuple[str, set[str]]) -> tuple[str, set[str]]:
            if word in ("and", "&"):
                held = left[1] & right[1]
            elif word in ("or", "|"):
                held = left[1] | right[1]
            else:
                held = left[1] - right[1]
            return f"({left[0]}) {word} ({right[0]})", held

        words = st.sampled_from(["and", "&", "or", "|", "-", "but not", "and not", "& not", "minus", "not"])
        return st.builds(text, parts, words, parts)

    return st.recursive(leaves, joined, max_leaves=6)


@settings(max_examples=60, deadline=None)
@given(nested())
def test_a_set_is_what_it_says(graph: KnowledgeGraph, case: tuple[str, set[str]]) -> None:
    text, expected = case
    assert asked(graph, text) == expected
    printed = str(parse_expression(text, graph.names))
    assert asked(graph, printed) == expected, printed
    assert str(parse_expression(printed, graph.names)) == printed


def flat(words: list[str], bodies: list[str]) -> tuple[str, set[str]]:
    """A text without brackets, and its set by the rules that the documentation states."""
    text = bodies[0]
    for word, body in zip(words, bodies[1:], strict=True):
        text += f" {word} {body}"
    # "and" and "and not" bind closest.
    terms = [set(MEMBERS[bodies[0]])]
    joins: list[str] = []
    taking = False
    for word, body in zip(words, bodies[1:], strict=True):
        if word == "and":
            terms[-1] &= MEMBERS[body]
        elif word == "and not" and not taking:
            terms[-1] -= MEMBERS[body]
        else:
            joins.append("but not" if word == "and not" else word)
            terms.append(set(MEMBERS[body]))
            taking = word in ("but not", "and not") or (taking and word == "or")
    result, at = terms[0], 0
    while at < len(joins):
        if joins[at] == "or":
            result = result | terms[at + 1]
        elif joins[at] == "-":
            result = result - terms[at + 1]
        else:
            taken = set(terms[at + 1])
            while at + 1 < len(joins) and joins[at + 1] == "or":
                at += 1
                taken |= terms[at + 1]
            result = result - taken
        at += 1
    return text, result


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_without_brackets(graph: KnowledgeGraph, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(["and", "or", "-", "but not", "and not"]), max_size=4))
    bodies = data.draw(st.lists(st.sampled_from(sorted(MEMBERS)), min_size=len(words) + 1, max_size=len(words) + 1))
    text, expected = flat(words, bodies)
    assert asked(graph, text) == expected, text
    assert asked(graph, str(parse_expression(text, graph.names))) == expected


def test_all_that_is_left_out(blocs: Callable[..., Any]) -> None:
    """Of the CIS only Turkmenistan is in neither the CST nor GUUAM, as the article says."""
    for text in (
        "CIS and not CST and not GUUAM",
        "CIS & not CST & not GUUAM",
        "CIS but not CST but not GUUAM",
        "CIS but not CST and not GUUAM",
        "CIS and not CST - GUUAM",
        "CIS - CST - GUUAM",
        "CIS but not CST - GUUAM",
        "all states and CIS but not CST or GUUAM",
        "CIS without CST or GUUAM",
        "CIS except CST and GUUAM",
        "CIS except CST, or GUUAM",
    ):
        assert blocs("who", text).out.split("\n")[1].startswith("turkmenistan"), text
        assert blocs("who", text).out.count("\n") == 2, text


def test_counting_bodies(graph: KnowledgeGraph) -> None:
    within = {state: sum(state in members for members in MEMBERS.values()) for state in STATES}
    for text, fits in (
        ("at least 2 of Alpha, Beta, Gamma, Delta", lambda count: count >= 2),
        ("exactly 1 of Alpha, Beta, Gamma and Delta", lambda count: count == 1),
        ("at most 2 of Alpha, Beta, Gamma, Delta", lambda count: 1 <= count <= 2),
    ):
        expected = {state for state, count in within.items() if fits(count)}
        assert asked(graph, text) == expected
        assert asked(graph, str(parse_expression(text, graph.names))) == expected
    assert asked(graph, "(at least 2 of Alpha, Beta) and Gamma") == {"S3"}
    assert asked(graph, "all states but not Alpha") == {"S4", "S5", "S6", "S7"}


NAMES = st.lists(
    st.sampled_from(
        ["Pact", "and", "of", "A", "B", "-", "&", "(", ")", "or", "not", "but", "the", "|", "X,", '"Q"', "d'Or"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(NAMES)
def test_any_name_finds_its_body(name: str) -> None:
    """However odd a name is: alone, within an expression, and in what is printed."""
    if not re.search(r"\w", name):
        return
    odd, other = Entity("http://x/odd", "o1", name, "body"), Entity("http://x/other", "o2", "Zeta", "body")
    names = Names([odd, other])
    for text in (name, f"Zeta or {name}", f"{name} or Zeta", f"(Zeta | {name}) - Zeta"):
        found = parse_expression(text, names)
        assert odd in bodies_of(found), text
        assert parse_expression(str(found), names) == found, str(found)


def test_what_can_be_read_in_two_ways() -> None:
    names = Names(
        [Entity(f"http://x/{n}", f"x{n}", name, "body") for n, name in enumerate(["CST", "CIS", "CST and CIS"])]
    )
    with pytest.raises(ValueError, match=r'can be read as "CST and CIS" or as "CST" and "CIS"'):
        parse_expression("CST and CIS", names)
    assert str(parse_expression('"CST and CIS"', names)) == '"CST and CIS"'
    both = parse_expression('"CST" and CIS', names)
    assert [body.label for body in bodies_of(both)] == ["CST", "CIS"]
    assert parse_expression(str(both), names) == both


@pytest.mark.skipif(not FIELD.is_dir(), reason="the field's files are not beside the checkout")
@pytest.mark.parametrize(
    ("expression", "member"),
    [
        ("Alpha (Pact)", "trinidad-and-tobago"),
        ("A - B Union", "guinea-bissau"),
        ("AT&T|x", "italy"),
        ("Beta and Gamma League", "bosnia-and-herzegovina"),
        ("not X", "malta"),
        ("*", "cyprus"),
        ('Foo "Bar" <b>x</b>', "france"),
        ("A - B Union - Alpha (Pact)", "guinea-bissau"),
    ],
)
def test_names_with_signs(blocs: Callable[..., Any], expression: str, member: str) -> None:
    result = blocs("who", expression, "--data", FIELD / "F21_names_in_who.csv", "--as-of", "2000", "--format", "csv")
    assert [line.split(",")[0] for line in result.out.split()[1:]][:1] == [member], result


def test_every_name_of_the_cow_bodies(cow_store: Path) -> None:
    graph = load(store=cow_store)
    bodies = [entity for entity in graph.names.entities if entity.kind == "body"]
    bearers: dict[str, set[str]] = {}
    for body in bodies:
        for name in (body.label, body.abbreviation, body.id, *body.aliases, *body.codes.values()):
            bearers.setdefault(name.casefold(), set()).add(body.iri)
    assert len(bodies) == 534
    joined = cycle(("UN and {}", "{} - UN", "(UN | {}) but not EU"))
    for body in bodies:
        for name in dict.fromkeys((body.label, body.abbreviation, body.id, *body.aliases, *body.codes.values())):
            if len(bearers[name.casefold()]) > 1:
                continue  # nobody can know which is meant
            for text in (name, next(joined).format(name), f'"{name}"'):
                found = parse_expression(text, graph.names)
                assert body in bodies_of(found), text
                assert parse_expression(str(found), graph.names) == found, text
