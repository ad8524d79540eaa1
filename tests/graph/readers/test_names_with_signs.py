"""Names that differ in a sign, several names in a cell, and people: each table with what was worked out by hand."""

from __future__ import annotations

from pathlib import Path

import blocs
import pytest
from blocs.graph.readers.table import TableFile, TableOptions


def _members(path: Path, body: str) -> list[str]:
    """The labels of the members of a body."""
    return sorted(member.label for member in blocs.load(path).members(f'"{body}"'))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("country,body\nChile,50% Club\nPeru,50 Club\n", {"50% Club": ["Chile"], "50 Club": ["Peru"]}),
        ("country,body\nChile,A* Net\nPeru,A Net\nMali,A- Net\n", {"A* Net": ["Chile"], "A Net": ["Peru"]}),
        ("country,body\nChile,$ Zone\nPeru,€ Zone\nMali,Zone\n", {"$ Zone": ["Chile"], "€ Zone": ["Peru"]}),
        ("country,body\nChile,Route 66 & Co\nPeru,Route 66 Co\n", {"Route 66 Co": ["Chile", "Peru"]}),
        ("body,members\nLake Pact,Mali / Niger / Chad\n", {"Lake Pact": ["Chad", "Mali", "Niger"]}),
        ("body,members\nLake Pact,Mali + Niger\n", {"Lake Pact": ["Mali", "Niger"]}),
        ("country,bodies\nMali,1) Amber Pact 2) Lake Pact\n", {"Amber Pact": ["Mali"], "Lake Pact": ["Mali"]}),
        ("country,bodies\nMali,- Amber Pact - Lake Pact\n", {"Amber Pact": ["Mali"], "Lake Pact": ["Mali"]}),
        ('country,body\n"Serbia a,b",Lake Pact\n', {"Lake Pact": ["Serbia"]}),
        ('"nato","un"\n"USA",1,1\n"Canada",0,1\n', {"un": ["Canada", "USA"]}),
    ],
)
def test_names_of_cells(tmp_path: Path, content: str, expected: dict[str, list[str]]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    assert {body: _members(path, body) for body in expected} == expected


@pytest.mark.parametrize("beside", ["gender", "birth_date", "twitter", "email", "sort_name", "given_name"])
@pytest.mark.parametrize("body", ["group", "organization", "bloc"])
def test_members_with_what_only_people_have_are_people(tmp_path: Path, beside: str, body: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"name,{body},{beside}\nJoan Ferry,Green List,x\nTom Aldous,Blue List,y\n", "utf-8")
    names = blocs.load(path).names
    assert [one.label for one in names.of_kind("person")] == ["Joan Ferry", "Tom Aldous"]
    assert names.of_kind("state") == []


@pytest.mark.parametrize("name", ["Group of 77 + China", "Peace, Now", "A- Network", "100% Club", "100 Club"])
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_a_whole_name_wins_over_its_parts(tmp_path: Path, name: str, quote: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'country,body\nMalta,"{name}"\nPeru,Group of 77\nCuba,A Network\nChile,100 Clubs\n', "utf-8")
    answer = blocs.load(path).ask(f"who is in {quote}{name}{quote}?")
    assert [one.entity.label for one in answer.entities] == ["Malta"]
    assert not any("Now" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("content", "taken_off", "as_written"),
    [
        ("country,body\nMali,Group A*\nPeru,Group A\n", ["Group A"], ["Group A", "Group A*"]),
        ("country,body\nMali,2) Lake Club\nPeru,Alpha\n", ["Alpha", "Lake Club"], ["2) Lake Club", "Alpha"]),
        ("country,body\nMali,Alpha (observer)\nPeru,Alpha\n", ["Alpha"], ["Alpha", "Alpha (observer)"]),
        ("country,body\nMali,<i>Alpha</i>\nPeru,Beta\n", ["Alpha", "Beta"], ["<i>Alpha</i>", "Beta"]),
        ("country,Lake Pact*,EU\nMali,yes,no\nPeru,no,yes\n", ["EU", "Lake Pact"], ["EU", "Lake Pact*"]),
        ("country,Lake Pact,NATO[1]\nMali,yes,no\nPeru,no,yes\n", ["Lake Pact", "NATO"], ["Lake Pact", "NATO[1]"]),
    ],
)
def test_what_is_taken_off_names_is_said_and_kept_if_asked(
    tmp_path: Path, content: str, taken_off: list[str], as_written: list[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    for options, expected in ((TableOptions(), taken_off), (TableOptions(literal=True), as_written)):
        table = TableFile(path, options)
        assert sorted({row.organization for row in table.rows()}) == expected
        assert any("--literal" in line for line in table.report.lines()) is (not options.literal)


def test_names_as_written_that_have_nothing_to_take_off_are_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,body\nMali,Alpha\n", "utf-8")
    table = TableFile(path, TableOptions(literal=True))
    assert [row.organization for row in table.rows()] == ["Alpha"]
    assert "--literal was not used" in table.report.lines()[-1]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["AT&T|x", "Alpha"], {"AT&T|x", "Alpha"}),  # nothing says that it is a list
        (["AT&T|Alpha", "Alpha"], {"AT&T", "Alpha"}),  # a part stands elsewhere
        (["Foo|NATO", "Alpha"], {"Foo", "NATO", "Alpha"}),  # a part is known
        (["Amber Pact|Lake League", "Alpha"], {"Amber Pact", "Lake League", "Alpha"}),  # words for bodies
        (["Foo|x", "Bar|y"], {"Foo|x", "Bar|y"}),  # each by itself
        (["Foo|x", "Black|White Forum", "Alpha"], {"Foo|x", "Black|White Forum", "Alpha"}),  # one has a word for a body
        (["AT&T|x", "NATO|Alpha", "Alpha"], {"AT&T|x", "NATO", "Alpha"}),  # that another is a list says nothing of it
        (["Foo (observer)|x", "Alpha"], {"Foo", "x", "Alpha"}),  # a role behind a part
        (["Foo 1990-1995|x", "Alpha"], {"Foo 1990-1995", "x", "Alpha"}),  # years behind a part
        (["Foo|x|y", "Alpha"], {"Foo", "x", "y", "Alpha"}),  # no name has two
        (["Foo; Bar", "Alpha"], {"Foo; Bar", "Alpha"}),
        (
            ["Foo; Bar", "Alpha", "Baz; Bay"],
            {"Foo", "Bar", "Alpha", "Baz", "Bay"},
        ),  # two are no names
    ],
)
def test_one_cell_with_a_bar_is_a_list_only_if_something_says_so(
    tmp_path: Path, cells: list[str], expected: set[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,body\n" + "".join(f"Peru,{cell}\n" for cell in cells), "utf-8")
    table = TableFile(path)
    assert {row.organization for row in table.rows()} == expected
    certain = cells[0] in ("AT&T|Alpha", "Foo|NATO")
    assert any("--split" in line for line in table.report.lines()) is not certain


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        ("name,group\nAnn Lee,Blue List\nBob Roy,Red List\n", {"Ann Lee": "member", "Bob Roy": "member"}),
        ("member,body\nAcme Ltd,Trade Chamber\nMali,Trade Chamber\n", {"Acme Ltd": "member", "Mali": "state"}),
        ("country,body\nAtlantis,Lake Pact\nMali,Lake Pact\n", {"Atlantis": "state", "Mali": "state"}),
        ("Negara,body\nAtlantis,Lake Pact\n", {"Atlantis": "state"}),
        ("member,iso3,body\nAtlantis,ATL,Lake Pact\n", {"Atlantis": "state"}),
        ("member,body\nMali,P\nPeru,P\nChad,P\nFiji,P\nAtlantis,P\n", {"Atlantis": "state", "Fiji": "state"}),
        ("person,body\nAnn Lee,Lake Pact\n", {"Ann Lee": "person"}),
    ],
)
def test_only_what_is_listed_or_said_to_be_one_is_a_state(tmp_path: Path, content: str, kinds: dict[str, str]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    names = blocs.load(path).names
    assert {label: names.find(label).kind for label in kinds} == kinds


def test_what_members_are_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("name,group\nAnn Lee,Blue List\n", "utf-8")
    for said in ("person", "state"):
        table = TableFile(path, TableOptions({"name": said}))
        assert f'"name={said}"' in _to_say(TableFile(path))
        assert [*table.rows()] and table.dataset.members_kind == said
        assert "--map" not in _to_say(table)


def _to_say(table: TableFile) -> str:
    """What is said of the names of a table."""
    assert [*table.rows()]
    reconciler = table.reconciler()
    assert reconciler is not None
    list(table.triples_of(table.rows(), lambda: table.dataset))
    return " ".join(table.report.lines())


@pytest.mark.parametrize(("question", "found"), [("people", ["Ann Lee"]), ("states", ["Ann Lee", "Mali"])])
def test_members_of_no_known_kind_may_be_what_is_asked_for(tmp_path: Path, question: str, found: list[str]) -> None:
    path = tmp_path / "t.csv"
    path.write_text("member,body\nMali,Lake Pact\nAnn Lee,Lake Pact\n", "utf-8")
    answer = blocs.load(path).ask(f"which {question} are in Lake Pact?")
    assert [one.entity.label for one in answer.entities] == found


def test_a_sign_at_the_end_of_a_name_is_quoted_as_the_refusal_says(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("member,organization\nChad,{Sahel}\nMali,{Sahel}\n", "utf-8")
    with pytest.raises(ValueError, match=r"""put the name in quotes: blocs who '"Sahel -"'$"""):
        blocs.load(path).members("Sahel -")
    assert _members(path, "Sahel -") == ["Chad", "Mali"]


@pytest.mark.parametrize(
    "name", ["NATO?", "!NATO", "NATO-", "NATO–", "NATO…", "NATO...", "(NATO)", "[NATO]", "-NATO", "NATO@"]
)
def test_a_sign_tells_a_body_from_the_listed_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'country,body\nMali,"{name}"\nPeru,NATO\nCuba,NATO.\n', "utf-8")
    bodies = {body.id: body.label for body in blocs.load(path).names.of_kind("body")}
    assert len(bodies) == 2
    assert bodies["nato"] == "NATO"
    table = TableFile(path)
    list(table.triples())
    assert any(f"in no list of bodies: {name}" in line for line in table.report.joined)


@pytest.mark.parametrize("mark", ["*", "†", "‡", "#", "[1]", "¹", " (a)", "(1)"])
def test_a_mark_behind_a_listed_name_is_kept_if_it_is_asked(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,body\nMali,NATO{mark}\nPeru,NATO\n", "utf-8")
    table = TableFile(path, TableOptions(literal=True))
    list(table.triples())
    assert any(f"in no list of bodies: NATO{mark}" in line for line in table.report.joined)


def test_a_sign_of_a_state_s_name_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,body\nMali?,Lake Pact\nPeru,Lake Pact\n", "utf-8")
    table = TableFile(path)
    list(table.triples())
    assert 'Mali? was read as Mali; to keep one apart: --same "Mali?="' in table.report.important
    apart = TableFile(path, TableOptions(same={"Mali?": ""}))
    assert any("mali-question-mark" in line for line in apart.triples())


@pytest.mark.parametrize(
    ("name", "other"),
    [("\u0410lpha Pact", "Alpha Pact"), ("\u039d\u0391\u03a4\u039f", "NATO"), ("E\u0421OWAS", "ECOWAS")],
)
def test_a_name_that_only_looks_like_another_is_said(tmp_path: Path, name: str, other: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,body\nMali,Alpha Pact\nPeru,{name}\nCuba,Союз\n", "utf-8")
    table = TableFile(path)
    list(table.triples())
    said = next(note for note in table.report.important if "looks like" in note)
    assert f"{name} looks like {other}, but has other letters" in said
    assert f'--same "{name}={other}"' in said
    assert "Союз" not in said
    assert [finding.what for finding in blocs.load(path).check() if "looks like" in finding.what] == [
        f"{said.partition(';')[0]}."
    ]
    joined = TableFile(path, TableOptions(same={name: other}))
    list(joined.triples())
    assert not any("looks like" in note for note in joined.report.important)
