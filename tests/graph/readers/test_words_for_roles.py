"""Words for roles: what is a role of ours by another name is read without a word, what is near to one is said, and what
is none is asked about; in columns, brackets, wide tables, records and graphs alike.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile, TableOptions

Blocs = Callable[..., Any]

COLUMN = "country,body,status\nIndia,SAARC,{0}\nNepal,SAARC,Member\n"
BRACKETS = "country,body\nIndia ({0}),SAARC\nNepal,SAARC\n"
LISTED = 'body,members\nSAARC,"India ({0}); Nepal"\n'
WIDE = "country,SAARC,SCO\nIndia,{0},yes\nNepal,member,no\n"
RECORDS = '[{{"country": "India", "body": "SAARC", "role": "{0}"}}, {{"country": "Nepal", "body": "SAARC", "role": "member"}}]'
FORMS = {"t.csv": COLUMN, "b.csv": BRACKETS, "l.csv": LISTED, "w.csv": WIDE, "t.json": RECORDS}


def roles_in(path: Path, **options: Any) -> tuple[dict[str, str], TableFile]:
    """The role of each member of the SAARC in a table, and the table, which was read."""
    table = TableFile(path, TableOptions(**options))
    return {row.member: row.role for row in table.rows() if row.organization == "SAARC" and row.holds == "yes"}, table


def written(folder: Path, name: str, *said: str) -> Path:
    path = folder / name
    path.write_text(FORMS[name].format(*said), "utf-8")
    return path


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Full member", "full"), ("membre", "full"), ("State Party", "full"), ("正会員", "full"), ("associate member", "associate"),
        ("Associated State", "associate"), ("obs.", "observer"), ("観察員", "observer"), ("наблюдатель", "observer"),
        ("مراقب", "observer"), ("παρατηρητής", "observer"), ("Beobachterin", "observer"), ("observatrice", "observer"),
        ("obserwatorka", "observer"), ("наблюдательница", "observer"), ("Assoziierte", "associate"),
    ],
)  # fmt: skip
def test_a_role_of_ours_by_another_name_is_read_without_a_word(tmp_path: Path, name: str, word: str, role: str) -> None:
    found, table = roles_in(written(tmp_path, name, word))
    assert found == {"India": role, "Nepal": "full"}
    assert not table.report.important


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    ("word", "role", "called"),
    [
        ("Founding member", "full", "member"), ("Gründungsmitglied", "full", "member"), ("membre fondateur", "full", "member"),
        ("founder", "full", "member"), ("Permanent member", "full", "member"), ("Affiliate member", "associate", "associate"),
    ],
)  # fmt: skip
def test_a_word_near_to_a_role_is_read_as_it_and_said(
    blocs: Blocs, tmp_path: Path, name: str, word: str, role: str, called: str
) -> None:
    path = written(tmp_path, name, word)
    found, _ = roles_in(path)
    assert found == {"India": role, "Nepal": "full"}
    said = f"{word!r} was read as {called} (1 {'cell' if name == 'w.csv' else 'row'}); to change it: --role"
    for command in (
        ("list", "states", "--data", path), ("check", path), ("import", "csv", path, "--dry-run"),
        ("import", "csv", path, "--store", tmp_path / "s"),
    ):  # fmt: skip
        done = blocs(*command)
        assert said in " ".join((done.out + done.err).split())
    given, table = roles_in(path, roles=(f"{word}=observer",))
    assert given == {"India": "observer", "Nepal": "full"}
    assert not table.report.important


@pytest.mark.parametrize(("cell", "shown"), [("", "empty"), ("NA", "'NA'"), ("n/a", "'n/a'")])
def test_a_row_without_a_role_beside_others_is_read_as_a_member_and_said(
    blocs: Blocs, tmp_path: Path, cell: str, shown: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f"country,body,role\nIndia,SAARC,{cell}\nIran,SAARC,observer\nNepal,SAARC,{cell}\nOman,SAARC,member\n", "utf-8"
    )
    said = f"column 'role' gives no role in some rows, which were read as of full members: {shown} (2 rows)"
    assert said in blocs("who", "SAARC", "--data", path).err
    assert f'--role "{cell}=observer"' in blocs("import", "csv", path, "--dry-run").out
    found, table = roles_in(path, roles=[f"{cell}=observer"])
    assert found == {"India": "observer", "Iran": "observer", "Nepal": "observer", "Oman": "full"}
    assert not table.report.important
    assert roles_in(path, roles=[f"{cell}=skip"])[0] == {"Iran": "observer", "Oman": "full"}


def test_empty_cells_beside_lesser_roles_alone_are_members_and_told_in_the_report(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,body,role\nIndia,SAARC,\nIran,SAARC,observer\n", "utf-8")
    assert "gives no role" not in blocs("who", "SAARC", "--data", path).err
    assert "gives no role in some rows" in blocs("import", "csv", path, "--dry-run").out


def test_a_column_of_roles_that_says_none_tells_nobody_apart(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,body,role\nIndia,SAARC,NA\nNepal,SAARC,\n", "utf-8")
    found, table = roles_in(path)
    assert found == {"India": "full", "Nepal": "full"} and not table.report.important


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("word", ["partner", "Partner country", "dialogue partner", "Correspondent member", "guest"])
def test_a_word_for_less_than_a_member_is_asked_about(tmp_path: Path, name: str, word: str) -> None:
    path = written(tmp_path, name, word)
    with pytest.raises(BlocsError, match=r"understood|unknown role") as refused:
        roles_in(path)
    assert '="associate"' in str(refused.value)
    assert roles_in(path, roles=(f"{word}=associate",))[0] == {"India": "associate", "Nepal": "full"}
    assert "India" not in roles_in(path, roles=(f"{word}=skip",))[0]


@pytest.mark.parametrize(
    ("cells", "asked"),
    [(("Signatory", "Signatory"), False), (("Signatory", "Party"), True), (("Signatory", "Member"), True)],
)
def test_signatories_beside_members_may_be_none(tmp_path: Path, cells: tuple[str, str], asked: bool) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,treaty,status\nIndia,SAARC,{}\nNepal,SAARC,{}\n".format(*cells), "utf-8")
    if asked:
        with pytest.raises(BlocsError, match=r"unknown role: 'Signatory' \(row 2\)"):
            roles_in(path)
        return
    found, table = roles_in(path)
    assert found == {"India": "full", "Nepal": "full"}
    assert any("'Signatory' was read as member (2 rows)" in said for said in table.report.important)


@pytest.mark.parametrize(
    ("text", "role", "start", "end"),
    [
        ("India (obs. since 1999)", "observer", "1999", ""),
        ("India (member (since 1990))", "full", "1990", ""),
        ("India (founding member (1985))", "full", "1985", ""),
        ("India（観察員）", "observer", "", ""),
        ("India (Congo)", "", "", ""),
        ("India (15 member states)", "", "", ""),
    ],
)
def test_brackets_in_brackets_and_short_words_are_read(
    tmp_path: Path, text: str, role: str, start: str, end: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,body\n{text},SAARC\nNepal,SAARC\n", "utf-8")
    found = next((row.member, row.role, row.start, row.end) for row in TableFile(path).rows())
    assert found == (("India", role, start, end) if role else (text, "full", "", ""))


def test_two_roles_in_brackets_are_two_memberships(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('country,body\n"India (Observer, since 1999; member 2005)",SCO\nNepal,SCO\n', "utf-8")
    assert [(row.member, row.role, row.start, row.end) for row in TableFile(path).rows()] == [
        ("India", "observer", "1999", "2005"), ("India", "full", "2005", ""), ("Nepal", "full", "", ""),
    ]  # fmt: skip


def test_brackets_with_a_role_that_are_not_understood_are_asked_about(tmp_path: Path) -> None:
    path = written(tmp_path, "b.csv", "observer; no vote")
    with pytest.raises(BlocsError, match="'observer; no vote' \\(row 2\\)"):
        roles_in(path)
    assert roles_in(path, roles=("observer; no vote=observer",))[0]["India"] == "observer"


def test_what_is_skipped_by_a_word_in_brackets_is_named_by_the_word(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,igo\nFrance,A (Candidate)\nMalta,A (former)\nSpain,A\nItaly,A (former)\n", "utf-8")
    found = blocs("import", "csv", path, "--role", "candidate=skip", "--role", "former=skip", "--dry-run")
    assert "skipped: 'former' (2), 'Candidate' (1)" in found.out + found.err


def test_a_column_of_partners_is_asked_about(blocs: Blocs, tmp_path: Path) -> None:
    flags = tmp_path / "flags.csv"
    flags.write_text("country,body,joined,Partner\nIndia,SAARC,1985,no\nChina,SAARC,2005,yes\n", "utf-8")
    refused = blocs("import", "csv", flags, "--dry-run").err
    assert "column 'Partner' says that some rows are no members" in refused
    way_out = shlex.split(refused.partition("leave these rows out with: ")[2].partition(";")[0])
    assert blocs("import", "csv", flags, "--dry-run", *way_out).code == 0
    names = tmp_path / "names.csv"
    names.write_text("Organisation,Members,Dialogue partners\nSAARC,India; Nepal,China\n", "utf-8")
    assert "unknown role: 'Dialogue partners'" in blocs("import", "csv", names, "--dry-run").err
    assert roles_in(names, roles=("Dialogue partners=skip",))[0] == {"India": "full", "Nepal": "full"}


def test_a_legend_may_explain_a_letter_as_a_word_near_to_a_role(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('Country,SAARC,SCO\nIndia,F,M\nNepal,M,O\n\n"F = founding member, M = member, O = observer"\n')
    found, table = roles_in(path)
    assert found == {"India": "full", "Nepal": "full"}
    assert any("'founding member' was read as member" in said for said in table.report.important)


def test_names_of_columns_and_roles_in_a_relation_are_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Organisation,Founding members,Observers\nSAARC,India; Nepal,Japan\n", "utf-8")
    found, table = roles_in(path)
    assert found == {"India": "full", "Nepal": "full", "Japan": "observer"}
    assert any("'Founding members' was read as member (1 row)" in said for said in table.report.important)


POPOLO = {
    "organizations": [{"id": "o", "name": "Alpha Pact"}],
    "persons": [{"id": each, "name": name} for each, name in (("a", "Ann Lee"), ("b", "Bob Ray"), ("c", "Cy Orr"))],
    "memberships": [
        {"person_id": each, "organization_id": "o", "role": role}
        for each, role in (("a", "Founding member"), ("b", "dialogue partner"), ("c", "former observer"))
    ],
}
ORG = """@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <http://x.org/> .
:o a org:Organization ; skos:prefLabel "Alpha Pact" .
:m1 a org:Membership ; org:member :a ; org:organization :o ; org:role [ skos:prefLabel "Founding member" ] .
:m2 a org:Membership ; org:member :b ; org:organization :o ; org:role "dialogue partner" .
:m3 a org:Membership ; org:member :c ; org:organization :o ; org:role "former observer" .
:a skos:prefLabel "Ann Lee" . :b skos:prefLabel "Bob Ray" . :c skos:prefLabel "Cy Orr" .
"""


@pytest.mark.parametrize(("name", "content"), [("t.json", json.dumps(POPOLO)), ("t.ttl", ORG)])
def test_roles_of_a_graph_are_read_by_the_same_rule(blocs: Blocs, tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    answer = blocs("who", "Alpha Pact", "--role", "any", "--data", path, "--format", "csv")
    assert [line.split(",")[1:4:2] for line in answer.out.splitlines()[1:]] == [
        ["Ann Lee", "full"],
        ["Bob Ray", "associate"],
    ]
    said = (
        "read as the nearest role: “Founding member” as member (1), “dialogue partner” as associate (1); to change it"
    )
    for done in (answer, blocs("import", "rdf", path, "--dry-run")):
        assert said in " ".join((done.out + done.err).split())
        assert "left out: a membership in the role “former observer”" in done.out + done.err
    assert blocs("check", path).code == 0


@pytest.mark.parametrize("sign", ["\u0085", "\u2028", "\u000b", "\ufeff", "\u00ad", "\u001f"])
def test_characters_that_are_not_seen_are_taken_out_of_names_and_told_once(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,SAARC{sign}\nIndia{sign},1\n{sign}Nepal,1\nChina,0\n", "utf-8")
    table = TableFile(path)
    assert {row.member for row in table.rows()} == {"India", "Nepal", "China"}
    (said,) = (each for each in table.report.warnings if "characters that are not seen" in each)
    assert "taken out of 2 names in column country" in said


def test_a_graphs_role_that_is_unknown_is_said_to_count_as_full_unless_it_is_an_office(
    blocs: Blocs, tmp_path: Path
) -> None:
    roles = ["Beobachterin", "beratendes Mitglied", "Gastmitglied", "stellvertretendes Mitglied", "Vorsitz", "Mitglied"]
    path = tmp_path / "council.json"
    memberships = [
        {"person": {"id": f"p{n}", "name": f"P{n}"}, "organization": {"id": "k", "name": "Rat"}, "role": role}
        for n, role in enumerate(roles)
    ]
    path.write_text(json.dumps({"memberships": memberships}), "utf-8")
    found = blocs("who", "Rat", "--data", path)
    assert [line.split("\t")[1] for line in found.out.splitlines()[1:]] == ["P3", "P4", "P5"]
    assert (
        "full members, in a role of their own: “stellvertretendes Mitglied” (1); if some are less, write" in found.err
    )
    assert "“Gastmitglied” as associate (1)" in found.err and "Vorsitz" not in found.err


SPACES = (
    "@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
    " @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> ."
    " @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix e: <http://e.example/> .\n"
    'e:b a org:Organization ; skos:prefLabel "Board" . e:a a foaf:Person ; foaf:name "Ann" .\n'
)
OF_ORG = SPACES + "e:m a org:Membership ; org:member e:a ; org:organization e:b ; org:role {0} ."
OF_SCHEMA = SPACES + "e:b schema:member [ a schema:OrganizationRole ; schema:member e:a ; schema:roleName {0} ] ."
OF_NAMED_GRAPH = SPACES + "e:g {{ e:m a org:Membership ; org:member e:a ; org:organization e:b ; org:role {0} }}"


def said_roles(who: str) -> dict[str, list[str]]:
    """The roles of each member that `who` gives in JSON, each as often as it is said."""
    members = json.loads(who)["answer"]["entities"]
    return {one["label"]: sorted(span["role"] for span in one["spans"]) for one in members}


@pytest.mark.parametrize(
    ("name", "form"),
    [("o.ttl", OF_ORG), ("s.ttl", OF_SCHEMA), ("g.trig", OF_NAMED_GRAPH)],
    ids=["org", "schema", "graph"],
)
@pytest.mark.parametrize(
    ("texts", "role", "other"),
    [
        ('"Kapitän"@de, "Captain"@en', "captain", "Kapitän"),
        ('"Captain", "Kapitän"@de', "captain", "Kapitän"),
        ('"Capitaine"@fr, "Kapitän"@de', "kapitan", "Capitaine"),
        ('"Observer"@en, "Observateur"@fr', "observer", ""),
        ('"Captain"@en, "Captain"', "captain", ""),
    ],
)
def test_a_role_in_several_languages_is_one_role(
    blocs: Blocs, tmp_path: Path, name: str, form: str, texts: str, role: str, other: str
) -> None:
    path = tmp_path / name
    path.write_text(form.format(texts), "utf-8")
    shown = blocs("who", "Board", "--role", "any", "--data", path, "--format", "json")
    assert said_roles(shown.out) == {"Ann": [role]}
    assert "not read" not in shown.err
    checked = blocs("import", "rdf", path, "--dry-run")
    assert "1 membership of 1 member in 1 body; no errors" in checked.out + checked.err
    if other:
        assert f"also called: {other}" in blocs("show", other, "--data", path).err


@pytest.mark.parametrize("form", [OF_ORG, OF_SCHEMA], ids=["org", "schema"])
@pytest.mark.parametrize("texts", ['"Captain"@en, "Treasurer"@en', '"Captain", "Treasurer"'])
def test_two_roles_in_one_language_are_two_and_both_are_read(
    blocs: Blocs, tmp_path: Path, form: str, texts: str
) -> None:
    path = tmp_path / "two.ttl"
    path.write_text(form.format(texts), "utf-8")
    shown = blocs("who", "Board", "--data", path, "--format", "json")
    assert said_roles(shown.out) == {"Ann": ["captain", "treasurer"]}
    assert "not read" not in shown.err


OF_POST = SPACES + "e:r a org:Post ; org:postIn e:b ; org:heldBy e:a ."


@pytest.mark.parametrize("form", [OF_ORG.format("e:r"), OF_POST], ids=["role", "post"])
@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ('skos:prefLabel "Mayor"@en, "Bürgermeister"@de', "Mayor"),
        ('rdfs:label "Bürgermeister"@de, "Mayor"@en', "Mayor"),
        ('skos:prefLabel "Bürgermeister"@de ; rdfs:label "Mayor"@en', "Mayor"),
        ('rdfs:label "Mayor"', "Mayor"),
        ('skos:prefLabel "Alcalde"@es, "Bürgermeister"@de', "Bürgermeister"),
    ],
)
def test_a_role_and_a_post_are_shown_by_the_name_that_anything_else_would_be(
    blocs: Blocs, tmp_path: Path, form: str, names: str, shown: str
) -> None:
    path = tmp_path / "named.ttl"
    path.write_text(f"{form}\ne:r {names} .", "utf-8")
    rows = json.loads(blocs("show", "Ann", "--data", path, "--format", "json").out)["facts"]
    assert [row["relation"].replace("is the ", "is ") for row in rows] == [f"is {shown} of"]
    said = said_roles(blocs("who", "Board", "--data", path, "--format", "json").out)
    assert said == ({"Ann": [shown]} if "Membership" in form else {})


def test_a_role_whose_address_is_its_english_name_is_shown_by_it(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "chair.ttl"
    path.write_text(OF_ORG.format("e:chair") + ' e:chair a org:Role ; skos:prefLabel "Chair"@en, "Leder"@nb .', "utf-8")
    assert said_roles(blocs("who", "Board", "--data", path, "--format", "json").out) == {"Ann": ["chair"]}


def test_several_roles_of_one_membership_are_shown_and_those_at_odds_are_said(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "several.ttl"
    path.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix ex: <http://e.org/> ."
        " @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
        " ex:p rdfs:label 'Pact' . ex:it rdfs:label 'Italy' . ex:es rdfs:label 'Spain' . ex:fr rdfs:label 'France' ."
        " [] a org:Membership ; org:member ex:it ; org:organization ex:p ; org:role 'Chair' , 'Treasurer' ."
        " [] a org:Membership ; org:member ex:fr ; org:organization ex:p ; org:role 'Chair' , 'Member' ."
        " [] a org:Membership ; org:member ex:es ; org:organization ex:p ; org:role 'Observer' , 'Member' .",
        "utf-8",
    )
    shown = blocs("show", "Pact", "--data", path, "--format", "json")
    assert [(row["relation"], row["label"]) for row in json.loads(shown.out)["facts"]] == [
        ("has the Chair", "France"), ("has the Chair and Treasurer", "Italy"), ("has the observer", "Spain"),
    ]  # fmt: skip
    assert (
        "a membership in several roles counts in the lesser ones: Spain in Pact (Member and Observer); write a"
        " membership for each role"
    ) in shown.err


OF_ROLES = (
    "@prefix org: <http://www.w3.org/ns/org#> . @prefix ex: <http://e.org/> ."
    " @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
    " ex:p rdfs:label 'Pact' . ex:fr rdfs:label 'France' . ex:it rdfs:label 'Italy' . ex:es rdfs:label 'Spain' ."
    " ex:dm a org:Role ; rdfs:label 'Deputy member' ."
    " [] a org:Membership ; org:member ex:fr ; org:organization ex:p ; org:role 'Founder' ."
    " [] a org:Membership ; org:member ex:it ; org:organization ex:p ; org:role ex:dm ."
    " [] a org:Membership ; org:member ex:es ; org:organization ex:p ; org:role 'Dialogue partner' ."
)


@pytest.mark.parametrize(
    ("options", "roles", "said"),
    [
        (["--role", "Deputy member=observer"], {"Italy": "observer", "Spain": "associate", "France": "full"}, ""),
        (["--role", "founder=associate"], {"Italy": "deputy-member", "Spain": "associate", "France": "associate"}, ""),
        (
            ["--role", "Deputy member=skip", "--role", "Dialogue partner=keep"],
            {"Spain": "dialogue-partner", "France": "full"},
            "left out: a membership in the role “Deputy member”",
        ),
        (["--no-role"], {"Italy": "full", "Spain": "full", "France": "full"}, ""),
        (
            ["--role", "Boss=full"],
            {"Italy": "deputy-member", "Spain": "associate", "France": "full"},
            "--role 'boss' was not used: no role is called so",
        ),
    ],
)
def test_what_roles_of_a_graph_mean_can_be_said_when_it_is_imported(
    blocs: Blocs, tmp_path: Path, options: list[str], roles: dict[str, str], said: str
) -> None:
    path, store = tmp_path / "roles.ttl", tmp_path / "store"
    path.write_text(OF_ROLES, "utf-8")
    told = blocs("import", "rdf", path, *options, "--store", store)
    assert said in told.out + told.err
    found = said_roles(blocs("who", "Pact", "--role", "any", "--store", store, "--format", "json").out)
    assert {label: role.lower().replace(" ", "-") for label, (role,) in found.items()} == roles
    checked = blocs("import", "rdf", path, *options, "--dry-run")
    assert f"{len(roles)} memberships of {len(roles)} members in 1 body" in checked.out and said in checked.out


def test_the_way_on_that_a_note_on_roles_names_works(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "roles.ttl"
    path.write_text(OF_ROLES, "utf-8")
    note = blocs("who", "Pact", "--data", path).err
    for command in re.findall(r"blocs (import rdf FILE --role \".*?\")", note):
        words = [str(path) if word == "FILE" else word for word in shlex.split(command)]
        assert blocs(*words, "--store", tmp_path / "store").code == 0
    assert note.count("import rdf FILE --role") == 2
