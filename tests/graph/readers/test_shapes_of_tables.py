"""One table in many shapes: lying on its side, with sums, with headings, with lists as columns; all say the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile, TableOptions
from hypothesis import assume, given, settings
from hypothesis import strategies as st

STATES = ["France", "Italy", "Spain", "Norway", "Kenya", "Japan", "Peru", "Mali", "Malta", "Fiji"]
BODIES = ["NATO", "EU", "Council of Europe", "OECD", "African Union", "Alpha Pact"]
ROLES = ["Members", "Observers", "Associate members"]
AS_ROLE = {"Members": "full", "Observers": "observer", "Associate members": "associate"}

Long = list[tuple[str, str, int]]
"""Bodies, members and starts; by body."""


def read(text: str, name: str = "t.csv", **options: Any) -> list[tuple[str, str, str, str, str]]:
    """The memberships of a table, sorted."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text(text, "utf-8")
        rows = [row for row in TableFile(path, TableOptions(**options)).rows() if row.holds == "yes"]
    return sorted((row.member, row.organization, row.role, row.start, row.end) for row in rows)


@st.composite
def long_tables(draw: st.DrawFn) -> Long:
    """Memberships of at least two states in at least two bodies."""
    pairs = draw(st.sets(st.tuples(st.sampled_from(BODIES), st.sampled_from(STATES)), min_size=4, max_size=20))
    found = [(body, state, draw(st.integers(1900, 2020))) for body, state in sorted(pairs)]
    assume(len({body for body, _, _ in found}) > 1 and len({state for _, state, _ in found}) > 1)
    return found


def by_body(table: Long) -> Iterator[tuple[str, list[tuple[str, str, int]]]]:
    for body, rows in groupby(table, key=lambda row: row[0]):
        yield body, list(rows)


def expected(table: Long) -> list[tuple[str, str, str, str, str]]:
    return sorted((state, body, "full", str(year), "") for body, state, year in table)


@given(long_tables())
@settings(max_examples=60, deadline=None)
def test_a_table_on_its_side_says_the_same(table: Long) -> None:
    states = sorted({state for _, state, _ in table})
    years = {(body, state): str(year) for body, state, year in table}
    lines = [",".join(["", *states])]
    for body in dict.fromkeys(body for body, _, _ in table):
        lines.append(",".join([f"{body} since", *(years.get((body, state), "") for state in states)]))
    assert read("\n".join(lines) + "\n") == expected(table)


@given(long_tables(), st.sampled_from(["{} Total", "Total {}", "{} Ergebnis"]))
@settings(max_examples=60, deadline=None)
def test_sums_and_merged_cells_of_a_pivot_table_add_no_member(table: Long, name: str) -> None:
    lines = ["organization,country,joined,dues"]
    for body, rows in by_body(table):
        for at, (_, state, year) in enumerate(rows):
            lines.append(f"{'' if at else body},{state},{year},{at + 1}")
        lines.append(f"{name.format(body)},,,{len(rows)}")
    lines.append("Grand Total,,,99")
    assert read("\n".join(lines) + "\n", fill_down=True) == expected(table)


@given(long_tables())
@settings(max_examples=60, deadline=None)
def test_columns_of_names_say_the_same(table: Long) -> None:
    columns = {body: [state for _, state, _ in rows] for body, rows in by_body(table)}
    longest = max(map(len, columns.values()))
    lines = [",".join(columns)]
    for at in range(longest):
        lines.append(",".join(states[at] if at < len(states) else "" for states in columns.values()))
    found = read("\n".join(lines) + "\n")
    assert found == sorted((state, body, "full", "", "") for body, state, _ in table)


@given(st.lists(st.sampled_from(STATES), min_size=3, max_size=8, unique=True), st.data())
@settings(max_examples=60, deadline=None)
def test_headings_of_roles_are_a_column_of_roles(states: list[str], data: st.DataObject) -> None:
    roles = {state: data.draw(st.sampled_from(ROLES)) for state in states}
    groups = [(role, [state for state in states if roles[state] == role]) for role in ROLES]
    lines = ["Country,Joined"]
    for role, members in groups:
        lines += [f"{role},", *(f"{state},1990" for state in members)] if members else []
    found = read("\n".join(lines) + "\n", organization="Alpha Pact")
    assert found == sorted((state, "Alpha Pact", AS_ROLE[roles[state]], "1990", "") for state in states)


@given(
    st.sampled_from(["probability_join", "member", "is_member", "p", "score", "likelihood", "Pr(member)", "predicted"]),
    st.lists(st.floats(0.001, 0.999).map(lambda x: f"{x:.3f}"), min_size=2, max_size=6),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_what_is_between_no_and_yes_makes_no_member(name: str, values: list[str], comma: bool) -> None:
    rows = "".join(
        f"{state};NATO;{value.replace('.', ',') if comma else value}\n"
        for state, value in zip(STATES, values, strict=False)
    )
    with pytest.raises(BlocsError, match=r"ignore|neither yes nor no"):
        read(f"country;body;{name}\n{rows}")


@pytest.mark.parametrize("name", ["gdp_share", "weight", "contribution_pct"])
def test_figures_of_something_else_are_only_left_unread(name: str) -> None:
    assert len(read(f"country,body,{name}\nFrance,NATO,0.16\nMalta,NATO,0.02\n")) == 2


@given(st.integers(1900, 1950), st.integers(1951, 1980), st.integers(1981, 2020))
@settings(max_examples=30, deadline=None)
def test_an_end_behind_a_name_is_that_names_own(start: int, own: int, end: int) -> None:
    text = f'pact,members,start,end\nAlpha,"France, Italy (until {own}), Spain (since {own})",{start},{end}\n'
    text += f'Beta,"France, Italy, Spain",{start},{end}\n'
    found = [row for row in read(text) if row[1] == "Alpha"]
    assert found == [
        ("France", "Alpha", "full", str(start), str(end)),
        ("Italy", "Alpha", "full", str(start), str(own)),
        ("Spain", "Alpha", "full", str(own), str(end)),
    ]


def test_a_state_with_the_number_of_a_footnote_is_that_state_and_no_other_name_loses_one() -> None:
    text = "country,body\nIndonesia(1),UN\nYugoslavia2,UN\nFrance,G7\nItaly,Convention (2)\n"
    assert [row[:2] for row in read(text)] == [
        ("France", "G7"), ("Indonesia", "UN"), ("Italy", "Convention (2)"), ("Yugoslavia", "UN"),
    ]  # fmt: skip


@pytest.mark.parametrize("group", ["Political group", "Party name", "Committee", "Faction"])
def test_people_with_a_state_and_a_group_are_in_the_group_themselves(group: str) -> None:
    text = f"Name,Country,{group},Since\nDelegate One,Hungary,EPP,2018\nDelegate Two,Sweden,SOC,2020\n"
    assert [row[:2] for row in read(text)] == [("Delegate One", "EPP"), ("Delegate Two", "SOC")]
    assert [row[:2] for row in read(text, mapping={group: "organization"})] == [
        ("Delegate One", "EPP"), ("Delegate Two", "SOC"),
    ]  # fmt: skip


@given(st.lists(st.integers(1930, 2020), min_size=3, max_size=6, unique=True))
@settings(max_examples=40, deadline=None)
def test_joining_and_leaving_in_turn_are_memberships_in_turn(years: list[int]) -> None:
    years.sort()
    words = [f"left {year}" if at % 2 else f"rejoined {year}" for at, year in enumerate(years)]
    cell = "; ".join([str(years[0]), *words[1:]])
    found = read(f'country,NATO,EU\nGreece,"{cell}",1\nFrance,1949,0\n')
    ends = [*map(str, years[1::2]), ""]
    assert [row[3:] for row in found if row[:2] == ("Greece", "NATO")] == [
        (str(start), end) for start, end in zip(years[::2], ends, strict=False)
    ]


@pytest.mark.parametrize("mark", ["*", "†", "**", "(1)", "[a]"])
@pytest.mark.parametrize(("meaning", "role"), [("observer state", "observer"), ("Associate member.", "associate")])
def test_a_mark_behind_a_name_says_what_the_note_below_says(mark: str, meaning: str, role: str) -> None:
    found = read(f"Country,Organisation,Joined\nIran,SCO,2023\nMongolia{mark},SCO,2004\n{mark} {meaning},,\n")
    assert [(row[0], row[2]) for row in found] == [("Iran", "full"), ("Mongolia", role)]


def test_a_mark_whose_note_is_no_role_is_asked_about_or_only_said() -> None:
    with pytest.raises(BlocsError, match=r'--role "withdrew=skip"'):
        read("Country,Organisation\nIran*,SCO\nChina,SCO\n* withdrew,\n")
    dated = read("Country,Organisation\nIran*,SCO\nChina,SCO\n* withdrew in 2020,\n")
    assert {(row[0], row[4]) for row in dated} == {("Iran", "2020"), ("China", "")}
    assert len(read("Country,Organisation\nIran*,SCO\nChina,SCO\n* figures of 2020,\n")) == 2


@pytest.mark.parametrize("flag", ["1", "yes"])
def test_flags_and_dates_of_one_body_are_one_membership_or_asked_about(flag: str) -> None:
    assert read(f"country,EU accession date,eu,nato\nMalta,2004,{flag},0\nNorway,,0,1\n") == [
        ("Malta", "EU", "full", "2004", ""), ("Norway", "nato", "full", "", ""),
    ]  # fmt: skip
    with pytest.raises(BlocsError, match=r'--map "eu=ignore"'):
        read(f"country,EU accession date,eu,nato\nMalta,,{flag},0\nNorway,,0,1\n")


def test_years_of_two_digits_are_never_to_come() -> None:
    found = read("country,body,joined\nA,UN,19-Nov-46\nB,UN,14-Dec-99\n", date_format="DD/MM/YY")
    assert [row[3] for row in found] == ["1946-11-19", "1999-12-14"]


@given(st.dictionaries(st.integers(1990, 2000), st.sets(st.sampled_from(STATES), min_size=2, max_size=5), min_size=2))
@settings(max_examples=40, deadline=None)
def test_lists_below_years_say_the_same_as_rows_of_years(years: dict[int, set[str]]) -> None:
    lists = ",".join(f'"{", ".join(sorted(years[year]))}"' for year in sorted(years))
    found = read(f"alliance,{','.join(map(str, sorted(years)))}\nAlpha,{lists}\n")
    rows = "".join(f"Alpha,{year},{state}\n" for year in sorted(years) for state in sorted(years[year]))
    assert found == read(f"alliance,year,country\n{rows}", mapping={"year": "year"})


def test_what_happened_without_a_sure_date_is_asked_about() -> None:
    text = (
        "Participant,Action,Date of action,Date of effect\n"
        "Germany,Signature,1987-09-16,\nGermany,Ratification,1988-12-16,1989-03-16\nGhana,Accession,1989-07-24,1989-10-22\n"
    )
    with pytest.raises(BlocsError, match=r'--map "Date of effect=start"'):
        read(text, organization="Alpha Pact")
    found = read(text, organization="Alpha Pact", mapping={"Date of effect": "start"}, roles=("Signature=skip",))
    assert [(row[0], row[3]) for row in found] == [("Germany", "1989-03-16"), ("Ghana", "1989-10-22")]


def test_the_state_of_a_body_is_no_role_of_its_members() -> None:
    text = "Organization,Country,From,To,Status of organization\n"
    text += "SEATO,Pakistan,1954,1973,defunct\nASEAN,Thailand,1967,,active\n"
    assert [row[:3] for row in read(text)] == [("Pakistan", "SEATO", "full"), ("Thailand", "ASEAN", "full")]


def test_a_second_column_of_states_in_another_role_is_asked_about() -> None:
    with pytest.raises(BlocsError, match=r'--map "Associates Country=ignore"'):
        read("Organisation,Member Country,Since,Associates Country\nACS,Cuba,1994,France\nACS,Haiti,1994,France\n")


def test_a_column_of_dots_is_no_role() -> None:
    assert [row[2] for row in read("cname,org,t1\nJapan,OECD,.\nMexico,OECD,.\n")] == ["full", "full"]


def test_several_columns_of_bodies_are_all_read_or_asked_about() -> None:
    text = "Country,Military alliance,Economic union\nArmenia,CSTO,EAEU\nBelgium,NATO,EU\nTurkey,NATO,\n"
    right = [("Armenia", "CSTO"), ("Armenia", "EAEU"), ("Belgium", "EU"), ("Belgium", "NATO"), ("Turkey", "NATO")]
    assert [row[:2] for row in read(text)] == right
    named = {"Military alliance": "organization", "Economic union": "organization"}
    assert [row[:2] for row in read(text, mapping=named)] == right
    with pytest.raises(BlocsError, match="organization"):
        read("Country,Military alliance,Economic union,Joined\nArmenia,CSTO,EAEU,1994\nBelgium,NATO,EU,1949\n")


@pytest.mark.parametrize("part", ["City", "Territory", "Member university", "Company"])
def test_parts_of_states_beside_states_are_asked_about(part: str) -> None:
    text = f"{part},Country,Network,Since\nOne,Norway,C40,2006\nTwo,Peru,C40,2007\n"
    with pytest.raises(BlocsError, match=f'--map "{part}=member"'):
        read(text, mapping={"Network": "organization"})
    found = read(text, mapping={"Network": "organization", part: "member"})
    assert [row[:2] for row in found] == [("One", "C40"), ("Two", "C40")]


@pytest.mark.parametrize("end", ["Jusqu'au", "Bis zum", "Hasta el", "Fino al"])
def test_words_of_an_end_in_other_languages(end: str) -> None:
    assert read(f"country,body,joined,{end}\nMali,ECOWAS,1975,2000\n")[0][3:] == ("1975", "2000")


def test_roles_in_each_body_stand_beside_its_dates() -> None:
    text = (
        "Country,GCC joined,GCC status,NATO joined,NATO status\nQatar,1981,Member,,\nJordan,,Candidate,1995,Observer\n"
    )
    with pytest.raises(BlocsError, match=r'--role "Candidate=skip"'):
        read(text)
    assert read(text, roles=("Candidate=skip",)) == [
        ("Jordan", "NATO", "observer", "1995", ""), ("Qatar", "GCC", "full", "1981", ""),
    ]  # fmt: skip


def test_people_of_one_body_are_not_taken_for_their_states() -> None:
    text = "Commissioner,Member state,From\nOne,Germany,2019\nTwo,Malta,2019\n"
    with pytest.raises(BlocsError, match=r'--map "Commissioner=member"'):
        read(text, organization="Alpha Commission")
    found = read(text, organization="Alpha Commission", mapping={"Commissioner": "member"})
    assert [row[0] for row in found] == ["One", "Two"]


@pytest.mark.parametrize("word", ["founder", "founding member", "fondateur", "fundador", "Gründungsmitglied"])
def test_founders_in_brackets_are_no_part_of_a_name(word: str) -> None:
    assert [row[:3] for row in read(f"country,body\nBelgium ({word}),Benelux\nFrance,EU\n")] == [
        ("Belgium", "Benelux", "full"), ("France", "EU", "full"),
    ]  # fmt: skip


PLAIN = "Country,Bloc,Since\nFiji,Pacific Islands Forum,1971\nNauru,Pacific Islands Forum,1971\n"
MARKED = {
    "html": 'Country,<b>Bloc</b><br>,Since<sup>[1]</sup>\n"<a href=""/wiki/Fiji"">Fiji</a>",'
    "<i>Pacific Islands Forum</i>,1971<sup>a</sup>\n"
    "<span class=n>Nauru</span>,Pacific Islands&nbsp;Forum<br/>,<b>1971</b>\n",
    "wiki": "[[Country]],Bloc,Since\n[[Fiji]],[[PIF|Pacific Islands Forum]],1971\n"
    "[[Nauru]],Pacific Islands Forum,[[1971]]\n",
    "markdown": "Country,Bloc,Since\n[Fiji](https://example.org/Fiji),[Pacific Islands Forum](/pif),1971\n"
    "[Nauru](https://example.org/Nauru_(island)),[Pacific Islands Forum](#pif),1971\n",
}


@pytest.mark.parametrize("kind", MARKED)
def test_markup_in_cells_is_no_part_of_names(kind: str) -> None:
    assert read(MARKED[kind]) == read(PLAIN)


def test_signs_that_are_no_markup_stay() -> None:
    found = read("country,bloc\nFrance,A<B>C\nItaly,A [north] (south)\n")
    assert [row[1] for row in found] == ["A<B>C", "A [north] (south)"]


def test_a_column_can_be_called_with_its_markup_or_without() -> None:
    text = MARKED["html"].replace("Since", "Day of something")
    for name in ("Day of something<sup>[1]</sup>", "Day of something"):
        assert [row[3] for row in read(text, mapping={name: "start"})] == ["1971", "1971"]


@given(long_tables(), st.booleans(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_tables_side_by_side_say_the_same(table: Long, gap: bool, titled: bool) -> None:
    blocks = [(body, [(state, str(year)) for _, state, year in rows]) for body, rows in by_body(table)]
    names = ["Country", "Joined"] if titled else ["Country", "{} since"]
    empty = [""] * gap
    lines = []
    if titled:
        lines.append([cell for body, _ in blocks for cell in (body, "", *empty)])
    lines.append([cell for body, _ in blocks for cell in (*(name.format(body) for name in names), *empty)])
    for at in range(max(len(rows) for _, rows in blocks)):
        lines.append([cell for _, rows in blocks for cell in (*(rows[at] if at < len(rows) else ("", "")), *empty)])
    assert read("\n".join(map(",".join, lines)) + "\n") == expected(table)


@given(long_tables(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_tables_one_below_the_other_say_the_same(table: Long, titled: bool) -> None:
    headers = [("country,organization,joined", "{1},{0},{2}"), ("since,member,body", "{2},{1},{0}")]
    lines = []
    for at, (body, rows) in enumerate(by_body(table)):
        header, row = ("Country,Joined", "{1},{2}") if titled else headers[at % 2]
        lines += [*([f"Members of the {body}"] if titled else []), header, *(row.format(*each) for each in rows), ""]
    assert read("\n".join(lines)) == expected(table)
