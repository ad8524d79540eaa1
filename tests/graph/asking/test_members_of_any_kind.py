"""`ask` of members that are no states: people, organizations, and whoever a table does not tell; and their offices."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.knowledge import KnowledgeGraph

PEOPLE = """person,organization,start,end
Ann Lee,Blue Party,2001,2009
Ann Lee,Red Club,2012,
Ben Moor,Blue Party,1999,
Omar Said,Blue Party,2005-03-02,
Omar Said,Red Club,2010,2015
Ana Cruz,Blue Party,2003,
Ana Cruz,Blue League,2003,
Ida Roth,Red Club,2001,
Ida Roth,Blue League,2008,2011
"""

BODIES = """member,organization,role,start,end
Green Fund,Water Forum,Member,2001,
Blue Trust,Water Forum,Observer,2004,
Sea Lab,Water Forum,Associate member,2003,2010
Sea Lab,Ocean Alliance,Member,2011,
Green Fund,Ocean Alliance,Member,1999,2008
Port City Council,Ocean Alliance,Member,,
Water Forum,Ocean Alliance,Observer,2012,
"""

PREFIXES = """@prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix ex: <http://example.org/> .
"""

OFFICES = f"""{PREFIXES}
ex:map a org:Organization ; skos:prefLabel "Map Institute" .
ex:society a org:Organization ; skos:prefLabel "Chart Society" .
ex:ann a foaf:Person ; foaf:name "Ann Lee" .
ex:ben a foaf:Person ; foaf:name "Ben Moor" .
ex:cora a foaf:Person ; foaf:name "Cora Fell" .
ex:dan a foaf:Person ; foaf:name "Dan Holt" .
ex:ida a foaf:Person ; foaf:name "Ida Roth" ; org:headOf ex:society .
ex:president a org:Role ; skos:prefLabel "president" .
ex:chief a org:Role ; skos:prefLabel "president" .
ex:treasurer a org:Role ; skos:prefLabel "treasurer" .
ex:observer a org:Role ; skos:prefLabel "observer" .
ex:m1 a org:Membership ; org:member ex:ann ; org:organization ex:map ; org:role ex:president ;
  schema:startDate "2001" ; schema:endDate "2009" .
ex:m2 a org:Membership ; org:member ex:ben ; org:organization ex:map ; org:role ex:president ; schema:startDate "2010" .
ex:m3 a org:Membership ; org:member ex:ann ; org:organization ex:map ; org:role ex:treasurer ; schema:startDate "2012" .
ex:m4 a org:Membership ; org:member ex:cora ; org:organization ex:society ; org:role ex:chief .
ex:m5 a org:Membership ; org:member ex:dan ; org:organization ex:society ; org:role ex:observer .
ex:m6 a org:Membership ; org:member ex:dan ; org:organization ex:map ; schema:startDate "2003" ; schema:endDate "2005" .
ex:secretary a org:Role ; skos:prefLabel "secretary" .
ex:post a org:Post ; org:role ex:secretary ; org:postIn ex:map ; org:heldBy ex:dan .
"""

PARTS = f"""{PREFIXES}
ex:bureau a org:Organization ; skos:prefLabel "Map Bureau" ; org:subOrganizationOf ex:house ; org:memberOf ex:union .
ex:house a org:Organization ; skos:prefLabel "Atlas House" .
ex:union a org:Organization ; skos:prefLabel "Paper Union" .
ex:guild a org:Organization ; skos:prefLabel "Ink Guild" ; org:memberOf ex:union .
ex:ann a foaf:Person ; foaf:name "Ann Lee" ; org:memberOf ex:union .
"""

TERMS = """{"persons": [{"id": "p1", "name": "Ann Lee"}, {"id": "p2", "name": "Ben Moor"}],
"organizations": [{"id": "o1", "name": "Harbour Council"}],
"posts": [{"id": "t1", "label": "Mayor", "organization_id": "o1"}],
"memberships": [
{"person_id": "p1", "post_id": "t1", "start_date": "2010-01-01", "end_date": "2014-12-31"},
{"person_id": "p2", "post_id": "t1", "start_date": "2015-01-01"}]}
"""

FILES = {"people.csv": PEOPLE, "bodies.csv": BODIES, "offices.ttl": OFFICES, "parts.ttl": PARTS, "terms.json": TERMS}

Open = Callable[[str], KnowledgeGraph]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Open:
    folder: Path = tmp_path_factory.mktemp("members")

    @cache
    def load(name: str) -> KnowledgeGraph:
        (folder / name).write_text(FILES[name], encoding="utf-8")
        return library.load(folder / name)

    return load


def answer(graph: KnowledgeGraph, question: str) -> Any:
    found = graph.ask(question)
    if found.type == "entities":
        return {one.entity.label for one in found.entities}
    return set(found.values) if found.type == "dates" else found.value


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("is Ana Cruz a member of Blue League", True),
        ("is Ann Lee in Blue Party", False),
        ("was Ann Lee ever in Blue Party", True),
        ("was Ann Lee in Blue Party in 2005", True),
        ("has Ann Lee left Blue Party", True),
        ("does Ida Roth belong to Red Club", True),
        ("did Omar Said join Red Club before Ida Roth", False),
        ("when did Omar Said join Blue Party", {"2005-03-02"}),
        ("until when was Ann Lee in Blue Party", {"2009"}),
        ("how long was Ann Lee in Blue Party", 9),
        ("which bodies is Ana Cruz in", {"Blue Party", "Blue League"}),
        ("which bodies did Omar Said join in 2010", {"Red Club"}),
        ("who joined Blue Party before Ann Lee", {"Ben Moor"}),
        ("which of Ann Lee and Ben Moor joined Blue Party first", {"Ben Moor"}),
        ("which of Ann Lee, Ana Cruz and Ida Roth is in Red Club", {"Ann Lee", "Ida Roth"}),
        ("what did Ann Lee and Omar Said share in 2006", {"Blue Party"}),
        ("how many people are in Blue Party", 3),
        ("which people were in Blue Party in 2002", {"Ann Lee", "Ben Moor"}),
        ("which people are not in Blue Party", {"Ann Lee", "Ida Roth"}),
        ("which person is in the most bodies", {"Ana Cruz"}),
        ("who has never been in Blue Party", {"Ida Roth"}),
        ("which members of Blue League are in Blue Party", {"Ana Cruz"}),
        ("are there more people in Blue Party than in Red Club", True),
        ("how many more people were in Blue Party in 2006 than in 2000", 3),
        ("which states are in Blue Party", set()),
    ],
)
def test_people_are_members(opened: Open, question: str, wanted: object) -> None:
    assert answer(opened("people.csv"), question) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "is Zed Zoo in Blue Party",
        "when did Zed Zoo join Blue Party",
        "which ministers are in Blue Party",  # who is a minister, the table does not say
        "how many people did Blue Party sign",
    ],
)
def test_what_is_nobody_is_refused(opened: Open, question: str) -> None:
    with pytest.raises(library.InvalidRequest):
        opened("people.csv").ask(question)


def test_people_are_said_to_be_people(opened: Open) -> None:
    graph = opened("people.csv")
    assert graph.ask("how many people are in Blue Party").understood.startswith(
        "how many: people that are members of Blue Party"
    )
    assert graph.ask("who is not in Blue Party").understood.startswith("members of any body that are not in Blue Party")


@pytest.mark.parametrize("question", ["how many people are in NATO", "which people are in the CST"])
def test_states_are_no_people(question: str) -> None:
    with pytest.raises(library.InvalidRequest):
        library.load().ask(question)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("is Blue Trust a member of Water Forum", False),
        ("is Blue Trust an observer of Water Forum", True),
        ("was Sea Lab an associate member of Water Forum in 2005", True),
        ("is Port City Council in Ocean Alliance", True),
        ("when did Green Fund leave Ocean Alliance", {"2008"}),
        ("is Water Forum an observer of Ocean Alliance", True),
        ("which organisations are in Water Forum", {"Green Fund"}),
        ("how many organisations are in Ocean Alliance", 2),
        ("was Green Fund in both Water Forum and Ocean Alliance in 2005", True),
    ],
)
def test_members_of_whom_a_table_says_no_kind(opened: Open, question: str, wanted: object) -> None:
    assert answer(opened("bodies.csv"), question) == wanted


def test_a_no_says_the_role_that_there_is(opened: Open) -> None:
    notes = opened("bodies.csv").ask("is Blue Trust a member of Water Forum").notes
    assert "At other times or in other roles: Blue Trust in Water Forum 2004– (observer)." in notes


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("who is the president of Map Institute", {"Ben Moor"}),
        ("who was the president of Map Institute", {"Ann Lee", "Ben Moor"}),
        ("who was the president of Map Institute in 2005", {"Ann Lee"}),
        ("is Ann Lee the president of Map Institute", False),
        ("was Ann Lee president of Map Institute in 2005", True),
        ("has Ann Lee ever been president of Map Institute", True),
        ("does Ann Lee serve as treasurer of Map Institute", True),
        ("is Cora Fell the president of Chart Society", True),  # by a role of its own, of the same name
        ("is Ida Roth the head of Chart Society", True),
        ("who is the head of Chart Society", {"Ida Roth"}),
        ("who is the secretary of Map Institute", {"Dan Holt"}),
        ("is Dan Holt the secretary of Map Institute", True),
        ("what role does Ann Lee have in Map Institute", {"treasurer"}),
        ("what role did Ann Lee have in Map Institute in 2003", {"president"}),
        ("in which bodies is Ben Moor president", {"Map Institute"}),
        ("is Ben Moor in Map Institute", True),
        ("is Dan Holt a member of Chart Society", False),
        ("which states are in Map Institute", set()),
    ],
)
def test_an_office_is_held_by_a_post_or_as_a_member(opened: Open, question: str, wanted: object) -> None:
    assert answer(opened("offices.ttl"), question) == wanted


def test_a_post_without_dates_says_nothing_of_other_times(opened: Open) -> None:
    with pytest.raises(library.InvalidRequest):
        opened("offices.ttl").ask("was Dan Holt the secretary of Map Institute in 1990")


def test_who_does_not_hold_an_office_is_shown_as_what_they_are(opened: Open) -> None:
    notes = opened("offices.ttl").ask("is Ann Lee the president of Map Institute").notes
    assert notes == (
        "By the graph: Ann Lee in Map Institute 2001–2009 (president); Ann Lee in Map Institute 2012– (treasurer).",
    )


@pytest.mark.parametrize(
    ("file", "question", "wanted"),
    [
        ("offices.ttl", "when did Ben Moor become president of Map Institute", {"2010"}),
        ("offices.ttl", "since when is Ben Moor the president of Map Institute", {"2010"}),
        ("offices.ttl", "when did Ann Lee stop being president of Map Institute", {"2009"}),
        ("offices.ttl", "until when was Ann Lee president of Map Institute", {"2009"}),
        ("offices.ttl", "who became president of Map Institute in 2010", {"Ben Moor"}),
        ("offices.ttl", "who became president of Map Institute before 2005", {"Ann Lee"}),
        ("offices.ttl", "which of Ann Lee and Ben Moor is the president of Map Institute", {"Ben Moor"}),
        ("offices.ttl", "which of Cora Fell and Ida Roth is the head of Chart Society", {"Ida Roth"}),
        ("offices.ttl", "what offices did Ann Lee hold", {"president", "treasurer"}),
        ("offices.ttl", "when did Dan Holt become president of Map Institute", set()),
        ("terms.json", "when did Ben Moor become mayor of Harbour Council", {"2015-01-01"}),
        ("terms.json", "who became mayor of Harbour Council in 2010", {"Ann Lee"}),
    ],
)
def test_when_an_office_was_taken(opened: Open, file: str, question: str, wanted: object) -> None:
    assert answer(opened(file), question) == wanted


def test_since_when_an_office_without_dates_is_held_is_unknown(opened: Open) -> None:
    with pytest.raises(library.InvalidRequest, match="does not say since when Dan Holt is secretary of Map Institute"):
        opened("offices.ttl").ask("when did Dan Holt become secretary of Map Institute")


@pytest.mark.parametrize(
    ("who", "office", "said"),
    [
        ("Ann Lee", "president", "Ann Lee, president of Map Institute: 2001–2009."),
        ("Dan Holt", "president", "Dan Holt never was president of Map Institute, as far as the graph says."),
    ],
)
def test_from_when_to_when_an_office_was_held_is_said(opened: Open, who: str, office: str, said: str) -> None:
    assert said in opened("offices.ttl").ask(f"when did {who} become {office} of Map Institute").notes


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("who is the mayor of Harbour Council", {"Ben Moor"}),
        ("who was the mayor of Harbour Council in 2012", {"Ann Lee"}),
        ("was Ann Lee mayor of Harbour Council in 2017", False),
    ],
)
def test_whoever_held_a_post_for_a_term_holds_it_no_more(opened: Open, question: str, wanted: object) -> None:
    assert answer(opened("terms.json"), question) == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("is Map Bureau in Paper Union", True),
        ("is Map Bureau a member of Paper Union", True),
        ("is Map Bureau in Atlas House", True),
        ("is Map Bureau part of Atlas House", True),
        ("is Map Bureau a member of Atlas House", False),
        ("is Ink Guild in Atlas House", False),
        ("which bodies is Map Bureau in", {"Paper Union"}),
        ("what is Map Bureau part of", {"Atlas House"}),
        ("which organizations are in Paper Union", {"Map Bureau", "Ink Guild"}),
        ("which bodies are in Atlas House", {"Map Bureau"}),
        ("which people are in Paper Union", {"Ann Lee"}),
        ("how many organizations are in Paper Union", 2),
    ],
)
def test_a_body_is_a_member_of_another_or_part_of_it(opened: Open, question: str, wanted: object) -> None:
    assert answer(opened("parts.ttl"), question) == wanted


def test_of_a_part_that_is_no_member_it_is_said(opened: Open) -> None:
    assert opened("parts.ttl").ask("is Map Bureau a member of Atlas House").notes == (
        "Map Bureau is part of Atlas House.",
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("which states are in P", "these are states: Ann Lee, Ruritania"),
        ("how many states are in P", "these are states: Ann Lee, Ruritania"),
        ("which states are in Q", "Ann Lee is a state"),
        ("which people are in Q", "Ann Lee is a person"),
        ("who is in P", ""),
        ("how many members does P have", ""),
    ],
)
def test_who_is_of_no_known_kind_is_told_where_a_kind_is_asked_for(tmp_path: Path, question: str, said: str) -> None:
    table = tmp_path / "mixed.csv"
    table.write_text("member,body\nMali,P\nAnn Lee,P\nRuritania,P\nAnn Lee,Q\nMali,Q\n")
    notes = [note for note in library.load(table).ask(question).notes if note.startswith("The data do not say")]
    assert notes == ([f"The data do not say whether {said}."] if said else [])
