"""Answers about joining, leaving and being in, held against a plain loop over the table that they come from.

Of the table's five hundred bodies every fourth is kept, and those that questions name: all states and two centuries.
"""

from __future__ import annotations

import csv
import gzip
import random
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.asking.answering import Answer
from blocs.graph.knowledge import KnowledgeGraph
from places import SHARED

TABLE = SHARED / "cow-igo" / "state_year_format3.csv.gz"
LAST = 2014
NAMED = {"efta", "eu", "nato", "oecd", "opec", "un"}


class Oracle:
    """The state-year table, read cell by cell: 1 is a full member, 2 and 3 are not, -9 is missing, -1 is no body."""

    def __init__(self, table: Path) -> None:
        with gzip.open(table, "rt") as stream:
            rows = csv.reader(stream)
            header = next(rows)
            self.bodies = header[3:]
            whole = {f"{code}{point}": code for code in (0, 1, 2, 3, -1, -9) for point in ("", ".0")}
            self.cells = {(int(float(row[0])), int(float(row[1]))): [whole[cell] for cell in row[3:]] for row in rows}
        self.place = {body: at for at, body in enumerate(self.bodies)}
        self.states = sorted({state for state, _ in self.cells})
        self.years = range(min(year for _, year in self.cells), LAST + 1)

    def cell(self, state: int, body: str, year: int) -> int | None:
        row = self.cells.get((state, year))
        return None if row is None else row[self.place[body]]

    def is_in(self, state: int, body: str, year: int) -> bool:
        return self.cell(state, body, year) == 1

    def joined(self, state: int, body: str, year: int) -> bool:
        return self.is_in(state, body, year) and not self.is_in(state, body, year - 1)

    def left(self, state: int, body: str, year: int) -> bool:
        """Whether it was in for the last time, though both went on; what is missing is passed over."""
        if not self.is_in(state, body, year):
            return False
        after = year + 1
        while self.cell(state, body, after) == -9:
            after += 1
        return self.cell(state, body, after) in (0, 2, 3)

    @cached_property
    def there(self) -> dict[int, set[str]]:
        """The bodies that the table has in each year: any state's cell says more than that there is none."""
        found: dict[int, set[str]] = {year: set() for year in self.years}
        for (_, year), row in self.cells.items():
            found[year] |= {body for body, cell in zip(self.bodies, row, strict=True) if cell != -1}
        return found

    def of(self, test: Callable[[int, str, int], bool], body: str, year: int) -> set[int]:
        return {state for state in self.states if test(state, body, year)}

    def by(self, test: Callable[[int, str, int], bool], state: int, year: int) -> set[str]:
        return {body for body in self.bodies if test(state, body, year)}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not TABLE.is_file():
        pytest.skip("needs ../shared/cow-igo, which is not here")
    path = tmp_path_factory.mktemp("oracle") / "part.csv.gz"
    with gzip.open(TABLE, "rt") as whole, gzip.open(path, "wt", compresslevel=1) as part:
        rows = csv.reader(whole)
        header = next(rows)
        kept = [at for at, body in enumerate(header) if at < 3 or at % 4 == 1 or body in NAMED]
        csv.writer(part).writerows([cells[at] for at in kept] for cells in (header, *rows))
    return path


@pytest.fixture(scope="module")
def oracle(table: Path) -> Oracle:
    return Oracle(table)


@pytest.fixture(scope="module")
def graph(table: Path) -> KnowledgeGraph:
    from blocs.graph.sources.importing.cow import import_cow

    store = table.parent / "store"
    import_cow(store, table, states=TABLE.parent / "states2016.csv")
    return library.load(store=store)


class Names:
    """What the graph calls the table's states and bodies, where a name means one thing alone."""

    def __init__(self, graph: KnowledgeGraph, oracle: Oracle) -> None:
        entities = graph.names.entities
        self.state_of = {
            one.iri: int(one.codes["cow"]) for one in entities if one.kind == "state" and "cow" in one.codes
        }
        self.body_of = {one.iri: one.abbreviation.lower() for one in entities if one.kind == "body"}
        plain = {one.iri: one.label for one in entities if len(graph.names.matches(one.label)) == 1}
        self.states = {code: plain[iri] for iri, code in self.state_of.items() if iri in plain}
        # Acronyms that are words of questions as well are asked in quotes elsewhere.
        self.bodies = {
            body: plain[iri]
            for iri, body in self.body_of.items()
            if iri in plain and body in oracle.place and len(body) > 3
        }


@pytest.fixture(scope="module")
def names(graph: KnowledgeGraph, oracle: Oracle) -> Names:
    return Names(graph, oracle)


def states_in(answer: Answer, names: Names) -> set[int]:
    return {names.state_of[one.entity.iri] for one in answer.entities}


def bodies_in(answer: Answer, names: Names) -> set[str]:
    return {names.body_of[one.entity.iri] for one in answer.entities}


def turns(
    oracle: Oracle, names: Names, test: Callable[[int, str, int], bool], dice: random.Random
) -> list[tuple[int, str, int]]:
    """Some states, bodies and years in which something is so."""
    found: list[tuple[int, str, int]] = []
    rows = sorted(row for row in oracle.cells if row[0] in names.states)
    for state, year in dice.sample(rows, len(rows)):
        bodies = [body for body in names.bodies if test(state, body, year)]
        if bodies and (not found or dice.random() < 0.5):
            found.append((state, dice.choice(sorted(bodies)), year))
        if len(found) == 5:
            break
    return found


@pytest.mark.parametrize("verb", ["join", "leave"])
def test_joining_and_leaving_in_a_year(oracle: Oracle, graph: KnowledgeGraph, names: Names, verb: str) -> None:
    """Yes and no, which, how many and when say the same as the table."""
    test = oracle.joined if verb == "join" else oracle.left
    past = {"join": "joined", "leave": "left"}[verb]
    cases = turns(oracle, names, test, random.Random(verb))
    assert len(cases) > 3
    for state, body, year in cases:
        who, what = names.states[state], names.bodies[body]
        for when in (year, year + 1):
            if when <= LAST:
                assert graph.ask(f"did {who} {verb} {what} in {when}").value is test(state, body, when)
        members = oracle.of(test, body, year)
        assert states_in(graph.ask(f"who {past} {what} in {year}"), names) == members
        assert graph.ask(f"how many states {past} {what} in {year}").value == len(members)
        dates = [str(one) for one in oracle.years if test(state, body, one)]
        assert list(graph.ask(f"when did {who} {verb} {what}").values) == dates
        assert bodies_in(graph.ask(f"which organizations did {who} {verb} in {year}"), names) == oracle.by(
            test, state, year
        )
        passive = f"was {what} {past} by {who} in {year}" if verb == "join" else f"{who} {past} {what} in {year}?"
        assert graph.ask(passive).value is True
        span = f"between {year - 5} and {year + 3}"
        several = {s for one in range(year - 5, min(year + 3, LAST) + 1) for s in oracle.of(test, body, one)}
        assert states_in(graph.ask(f"who {past} {what} {span}"), names) == several


@pytest.mark.parametrize("verb", ["joined", "left"])
def test_most_and_fewest_in_a_year(oracle: Oracle, graph: KnowledgeGraph, names: Names, verb: str) -> None:
    test = oracle.joined if verb == "joined" else oracle.left
    for year in random.Random(verb).sample(range(1920, LAST), 3):
        by_state = Counter({state: len(oracle.by(test, state, year)) for state in oracle.states})
        most = max(by_state.values())
        best = {state for state, number in by_state.items() if number == most}
        assert states_in(graph.ask(f"which state {verb} the most organizations in {year}"), names) == (
            best if most else set()
        )
        several = {state for state, number in by_state.items() if number >= 3}
        assert states_in(graph.ask(f"who {verb} at least 3 organizations in {year}"), names) == several


def test_first_and_last_to_join(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    for body in random.Random(4).sample(sorted(names.bodies), 4):
        years = sorted({year for year in oracle.years for state in oracle.states if oracle.joined(state, body, year)})
        what = names.bodies[body]
        assert states_in(graph.ask(f"who was the first to join {what}"), names) == oracle.of(
            oracle.joined, body, years[0]
        )
        assert states_in(graph.ask(f"who was the latest to join {what}"), names) == oracle.of(
            oracle.joined, body, years[-1]
        )


def test_being_in_at_a_time_and_all_along(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random(5)
    for state, body, year in turns(oracle, names, oracle.is_in, dice):
        who, what = names.states[state], names.bodies[body]
        assert graph.ask(f"was {who} in {what} in {year}").value is True
        assert graph.ask(f"was {who} ever in {what}").value is True
        held = {s for s in oracle.states if all(oracle.is_in(s, body, one) for one in range(year, LAST + 1))}
        assert states_in(graph.ask(f"who has been in {what} since {year}"), names) == held
        before = {s for one in oracle.years if one < year for s in oracle.of(oracle.is_in, body, one)}
        assert states_in(graph.ask(f"who was in {what} before {year}"), names) == before
        lasted = sum(oracle.is_in(state, body, one) for one in oracle.years)
        assert graph.ask(f"how long was {who} in {what}").value == lasted


def test_a_question_and_its_negation_split_what_there_is(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    for body in random.Random(6).sample(sorted(names.bodies), 3):
        year, what = random.Random(body).choice(range(1950, LAST)), names.bodies[body]
        there = {state for state in oracle.states if (state, year) in oracle.cells}
        members = oracle.of(oracle.is_in, body, year)
        assert states_in(graph.ask(f"which states were in {what} in {year}"), names) == members
        assert states_in(graph.ask(f"which states were not in {what} in {year}"), names) == there - members
        assert graph.ask(f"how many states were there in {year}").value == len(there)
        ever = {state for one in oracle.years for state in oracle.of(oracle.is_in, body, one)}
        now = {state for state in oracle.states if (state, LAST) in oracle.cells}
        assert states_in(graph.ask(f"which states never joined {what}"), names) == now - ever
        assert states_in(graph.ask(f"who joined {what}"), names) == ever


def test_inside_a_set_and_what_existed(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random(7)
    for _, body, year in turns(oracle, names, oracle.joined, dice)[:3]:
        # Of a body without members then, those of another date are meant, which the answer says.
        other = dice.choice(sorted(one for one in names.bodies if oracle.of(oracle.is_in, one, year)))
        wanted = oracle.of(oracle.joined, body, year) & oracle.of(oracle.is_in, other, year)
        asked = f"which {names.bodies[other]} members joined {names.bodies[body]} in {year}"
        assert states_in(graph.ask(asked), names) == wanted
        assert bodies_in(graph.ask(f"which organizations existed in {year}"), names) == oracle.there[year]


def began(oracle: Oracle, body: str) -> int:
    """The first year in which the table has a body."""
    return next(one for one in oracle.years if body in oracle.there[one])


def test_each_clause_has_its_time(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random(8)
    for _, body, year in turns(oracle, names, oracle.joined, dice):
        what, later = names.bodies[body], min(year + 12, LAST)
        then, after = (oracle.of(oracle.is_in, body, one) for one in (year, later))
        assert states_in(graph.ask(f"who was in {what} in {later} but not in {year}"), names) == after - then
        assert states_in(graph.ask(f"who was in {what} in {year} and still in {later}"), names) == then & after
        assert states_in(graph.ask(f"who was in {what} in {year} and {later}"), names) == then & after
        assert states_in(graph.ask(f"{what} members {year}"), names) == then
        other = dice.choice(sorted(one for one in names.bodies if oracle.of(oracle.joined, one, year)))
        both = {
            s for s in oracle.states
            if any(oracle.joined(s, body, one) for one in oracle.years if one > year)
            and any(oracle.joined(s, other, one) for one in oracle.years if one > 1990)
        }  # fmt: skip
        asked = f"which states joined {what} after {year} and {names.bodies[other]} after 1990"
        assert states_in(graph.ask(asked), names) == both


def test_what_somebody_is_not_in(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random(9)
    for state, _, year in turns(oracle, names, oracle.is_in, dice)[:3]:
        outside = oracle.there[year] - oracle.by(oracle.is_in, state, year)
        assert bodies_in(graph.ask(f"which organizations was {names.states[state]} not in in {year}"), names) == outside


def test_coming_back(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    """Who joined after having left, though state and body went on meanwhile."""
    for body in random.Random(10).sample(sorted(names.bodies), 12):
        again = set()
        for state in oracle.states:
            gone = [year for year in oracle.years if oracle.left(state, body, year)]
            if gone and any(oracle.joined(state, body, year) for year in oracle.years if year > gone[0]):
                again.add(state)
        assert states_in(graph.ask(f"which states rejoined {names.bodies[body]}"), names) == again


def test_ages(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random(11)
    for _ in range(4):
        one, other, third = dice.sample(sorted(names.bodies), 3)
        a, b, c = (began(oracle, body) for body in (one, other, third))
        assert graph.ask(f"is {names.bodies[one]} older than {names.bodies[other]}").value is (a < b)
        oldest = {body for body, year in ((one, a), (other, b), (third, c)) if year == min(a, b, c)}
        asked = f"which of {names.bodies[one]}, {names.bodies[other]} and {names.bodies[third]} is the oldest"
        assert bodies_in(graph.ask(asked), names) == oldest
    (state, _, year), *_ = turns(oracle, names, oracle.is_in, dice)
    its = {body: began(oracle, body) for body in oracle.by(oracle.is_in, state, year)}
    newest = {body for body, first in its.items() if first == max(its.values())}
    asked = f"what was the newest organization that {names.states[state]} was in in {year}"
    assert bodies_in(graph.ask(asked), names) == newest


def test_parts_of_a_hundred(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random(12)
    for _, body, year in turns(oracle, names, oracle.is_in, dice):
        other = dice.choice(sorted(one for one in names.bodies if oracle.of(oracle.is_in, one, year)))
        of, such = (oracle.of(oracle.is_in, one, year) for one in (body, other))
        found = graph.ask(f"what percentage of {names.bodies[body]} members were in {names.bodies[other]} in {year}")
        assert found.value == pytest.approx(100 * len(of & such) / len(of))


def test_what_was_so_of_bodies_that_are_over(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    """Their members are those that they ever had, except where it is asked who "is" in them."""
    over = [one for one in sorted(names.bodies) if one not in oracle.there[LAST]]
    for body in random.Random(13).sample(over, 4):
        what = names.bodies[body]
        ever = {state for one in oracle.years for state in oracle.of(oracle.is_in, body, one)}
        assert states_in(graph.ask(f"who was in {what}"), names) == ever
        assert states_in(graph.ask(f"who is in {what}"), names) == set()
        now = oracle.of(oracle.is_in, "un", LAST)
        found = graph.ask(f"which {what} members are in UN")
        assert states_in(found, names) == ever & now
        assert any("that it ever had" in note for note in found.notes)
        for state in sorted(ever & names.states.keys())[:2]:
            assert graph.ask(f"was {names.states[state]} in {what}").value is True
            assert graph.ask(f"is {names.states[state]} in {what}").value is False


def test_first_of_some_that_are_named(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random(14)
    for _, body, year in turns(oracle, names, oracle.is_in, dice):
        some = [s for s in oracle.of(oracle.is_in, body, year) if s in names.states]
        if len(some) < 2:
            continue
        one, other = dice.sample(sorted(some), 2)
        first = {s: next(y for y in oracle.years if oracle.is_in(s, body, y)) for s in (one, other)}
        wanted = {s for s, began in first.items() if began == min(first.values())}
        asked = f"who joined {names.bodies[body]} first, {names.states[one]} or {names.states[other]}"
        assert states_in(graph.ask(asked), names) == wanted


def joinings(oracle: Oracle, body: str) -> dict[int, list[int]]:
    """The years in which each state joined a body."""
    found = {s: [year for year in oracle.years if oracle.joined(s, body, year)] for s in oracle.states}
    return {state: years for state, years in found.items() if years}


def test_one_thing_before_another(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random(15)
    for _ in range(4):
        one, other = dice.sample(sorted(names.bodies), 2)
        a, b = names.bodies[one], names.bodies[other]
        first, second = joinings(oracle, one), joinings(oracle, other)
        before = {s for s in first.keys() & second.keys() if min(first[s]) < max(second[s])}
        assert states_in(graph.ask(f"who joined {a} before {b}"), names) == before
        assert states_in(graph.ask(f"which {a} members later joined {b}"), names) == before
        assert states_in(graph.ask(f"which states joined {b} after joining {a}"), names) == before
        gone = {s: [year for year in oracle.years if oracle.left(s, one, year)] for s in first}
        after = {s for s in second if gone.get(s) and min(gone[s]) < max(second[s])}
        assert states_in(graph.ask(f"which states joined {b} after leaving {a}"), names) == after


def test_places_times_and_years_of_joining(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random(16)
    for body in dice.sample(sorted(names.bodies), 5):
        years, what = joinings(oracle, body), names.bodies[body]
        in_order = sorted(min(of) for of in years.values())
        place = dice.randint(2, len(in_order))
        nth = {s for s, of in years.items() if min(of) == in_order[place - 1]}
        assert states_in(graph.ask(f"the {place}th country to join {what}"), names) == nth
        counted = Counter(year for of in years.values() for year in of)
        most = {str(year) for year, number in counted.items() if number == max(counted.values())}
        assert set(graph.ask(f"in which year did most countries join {what}").values) == most
        state = dice.choice(sorted(years.keys() & names.states.keys()))
        assert graph.ask(f"how many times did {names.states[state]} join {what}").value == len(years[state])


def test_a_date_beside_the_members_is_theirs(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    """Of a body that had not begun nobody was a member, whatever else is asked of them."""
    dice = random.Random(17)
    for _ in range(4):
        one, other = dice.sample(sorted(names.bodies), 2)
        year = dice.randint(1930, LAST)
        both = oracle.of(oracle.is_in, one, year) & oracle.of(oracle.is_in, other, year)
        asked = f"number of {names.bodies[one]} members in {year} that were also in {names.bodies[other]}"
        assert graph.ask(asked).value == len(both)


def test_the_query_that_is_shown_finds_the_same(
    oracle: Oracle, graph: KnowledgeGraph, names: Names, tmp_path: Path
) -> None:
    """What is counted from columns is what the query of the answer finds."""
    for question in (
        "how many organizations existed in 1950",
        "which state joined the most organizations in 1990",
        "which organization lost the most members in 1991",
        "who joined NATO before OECD",
        "which states joined EU after leaving EFTA",
        "the 13th country to join NATO",
        "the second to last country to join OPEC",
        "which is the oldest organization that Norway is in",
        "which organizations are older than UN",
        "which organization lasted longest",
        "the largest organization that Norway is in",
        "the biggest organization without Norway",
        "how many times did Ecuador join OPEC",
        "difference in membership between NATO and OPEC",
    ):
        found = graph.ask(question)
        rows: list[Any] = list(graph.source.select(found.sparql))
        if found.type == "number":
            assert int(rows[0][0].value) == found.value
        else:
            assert [row[0].value for row in rows] == [one.entity.iri for one in found.entities]


def test_a_body_named_once(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    """ "Which A members joined in a year" joined A, and left A."""
    for verb, test in (("joined", oracle.joined), ("left", oracle.left)):
        for _, body, year in turns(oracle, names, test, random.Random(f"once {verb}")):
            what, wanted = names.bodies[body], oracle.of(test, body, year)
            for asked in (f"which {what} members {verb} in {year}", f"{what} countries that {verb} in {year}"):
                assert states_in(graph.ask(asked), names) == wanted
            since = {s for one in range(year, LAST + 1) for s in oracle.of(test, body, one)}
            now = oracle.of(oracle.is_in, body, LAST)
            assert states_in(graph.ask(f"which members of {what} {verb} after {year - 1}"), names) == since
            if verb == "joined":
                asked = f"which current {what} members joined after {year - 1}"
                assert states_in(graph.ask(asked), names) == since & now


def test_first_members_that_stayed_or_left(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    for body in random.Random("first members").sample(sorted(names.bodies), 8):
        what = names.bodies[body]
        first = next(oracle.of(oracle.is_in, body, y) for y in oracle.years if oracle.of(oracle.is_in, body, y))
        now = oracle.of(oracle.is_in, body, LAST)
        ever_left = {s for s in first if any(oracle.left(s, body, y) for y in oracle.years)}
        assert states_in(graph.ask(f"which founding members of {what} are still in it"), names) == first & now
        assert states_in(graph.ask(f"which original {what} members are no longer in it"), names) == first - now
        # Of a body that is over, those who stayed to its end are meant.
        there = body in oracle.there[LAST]
        asked = f"who has been in {what} since the beginning"
        assert states_in(graph.ask(asked), names) == (first & now if there else first) - ever_left


def test_the_years_of_a_number(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random("years of a number")
    for body in dice.sample(sorted(names.bodies), 5):
        what = names.bodies[body]
        sizes = {year: len(oracle.of(oracle.is_in, body, year)) for year in oracle.years}
        number = dice.choice(sorted({size for size in sizes.values() if size}))
        wanted = [str(year) for year, size in sizes.items() if size == number]
        assert list(graph.ask(f"in which years did {what} have {number} members").values) == wanted
        assert list(graph.ask(f"when did {what} last have {number} members").values) == wanted[-1:]
        reached = next(str(year) for year, size in sizes.items() if size >= number)
        assert list(graph.ask(f"when did {what} first have at least {number} members").values) == [reached]
        assert list(graph.ask(f"when did {what} reach {number} members").values) == [reached]
        most = [str(year) for year, size in sizes.items() if size == max(sizes.values())]
        assert list(graph.ask(f"when did {what} have the most members").values) == most
    for state in dice.sample(sorted(names.states), 3):
        numbers = {year: len(oracle.by(oracle.is_in, state, year)) for year in oracle.years}
        number = max(numbers.values()) // 2
        first = [str(year) for year in oracle.years if numbers[year] > number][:1]
        asked = f"when was {names.states[state]} first in more than {number} organizations"
        assert list(graph.ask(asked).values) == first


def test_members_in_the_order_of_joining(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    for body in random.Random("order").sample(sorted(names.bodies), 6):
        what, now = names.bodies[body], oracle.of(oracle.is_in, body, LAST)
        # Who came back is a member by its last joining.
        wanted = {state: str(max(years)) for state, years in joinings(oracle, body).items() if state in now}
        found = graph.ask(f"{what} members by year of accession")
        assert {names.state_of[one.entity.iri]: one.date for one in found.entities} == wanted
        assert [one.date for one in found.entities] == sorted(wanted.values())
        latest = graph.ask(f"list the members of {what} by date joined, newest first")
        assert [one.date for one in latest.entities] == sorted(wanted.values(), reverse=True)


def test_with_one_but_without_another(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random("with and without")
    for state, _, year in turns(oracle, names, oracle.is_in, dice):
        others = sorted(s for s in names.states if s != state and oracle.by(oracle.is_in, s, year))
        other, third = dice.sample(others, 2) if len(others) > 1 else (0, 0)
        if not other:
            continue
        one, two, three = (names.states[s] for s in (state, other, third))
        theirs = {s: oracle.by(oracle.is_in, s, year) for s in (state, other, third)}
        for without in ("but without", "but not", "excluding"):
            asked = f"organizations with {one} {without} {two} in {year}"
            assert bodies_in(graph.ask(asked), names) == theirs[state] - theirs[other]
        more = len(theirs[state] & theirs[other]) > len(theirs[state] & theirs[third])
        asked = f"did {one} and {two} share more organizations than {one} and {three} in {year}"
        assert graph.ask(asked).value is more
        assert graph.ask(f"was {one} in any organization in {year}").value is True
        share = graph.ask(f"what share of IGOs was {one} in in {year}")
        assert share.value == pytest.approx(100 * len(theirs[state]) / len(oracle.there[year]))
        filled = {body for s in oracle.states for body in oracle.by(oracle.is_in, s, year)}
        assert (
            bodies_in(graph.ask(f"which IGOs had no members in {year}"), names) == set(names.body_of.values()) - filled
        )


def test_bodies_by_how_many_years_they_lasted(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    lives = {}
    for body in oracle.bodies:
        years = [y for y in oracle.years if body in oracle.there[y]]
        if years:
            lives[body] = (years[0], years[-1])
    for number in (5, 12, 30):
        short = {body for body, (a, b) in lives.items() if b < LAST and b - a < number}
        assert bodies_in(graph.ask(f"which organizations lasted less than {number} years"), names) == short
        long = {body for body, (a, b) in lives.items() if b - a > 3 * number}
        assert bodies_in(graph.ask(f"organizations that existed for more than {3 * number} years"), names) == long


def test_two_numbers_side_by_side(oracle: Oracle, graph: KnowledgeGraph, names: Names) -> None:
    dice = random.Random("side by side")
    for _, body, year in turns(oracle, names, oracle.is_in, dice):
        other = dice.choice(sorted(one for one in names.bodies if one != body))
        sizes = {one: len(oracle.of(oracle.is_in, one, year)) for one in (body, other)}
        found = graph.ask(f"{names.bodies[body]} vs {names.bodies[other]} members in {year}")
        assert bodies_in(found, names) == {one for one in sizes if sizes[one] == max(sizes.values())}
        assert all(f": {size} member" in found.notes[0] for size in sizes.values())
