"""`check`: a sound graph passes; each way of being unsound is found, with its place and the way out."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.checking import Finding, check, check_files
from blocs.graph.checking.shapes import read_constraints, violations
from blocs.graph.sources.files import load_files
from broken_graphs import BROKEN, PREFIXES, SH, SOUND
from needs import no_server
from places import ROOT
from rdflib import RDF, Graph
from servers import NotInstalled, oxigraph_server, virtuoso_server
from shacl import report

Run = Callable[..., Any]


def findings(folder: Path, turtle: str, texts: tuple[str, ...] = ()) -> list[Finding]:
    file = folder / "mine.ttl"
    file.write_text(PREFIXES + turtle, encoding="utf-8")
    return check_files([file], texts=texts)


# What is sound


def test_the_graph_that_comes_with_blocs_is_sound(blocs: Run) -> None:
    assert check(library.load()) == []
    result = blocs("check", "--advice")
    assert (result.code, result.out) == (0, "severity\twhere\twhat\tway_out\n")


def test_its_quotes_are_the_articles(shared: Path) -> None:
    assert check(library.load(), [str(shared / "article.txt")]) == []


def test_a_users_sound_graph(tmp_path: Path) -> None:
    assert findings(tmp_path, SOUND) == []


TABLE = "state,igo,role,start,end,quote\nA,Pact,full,1990,1999,A joined.\nA,Pact,full,2001,,\nB,Pact,observer,1991,,\n"


def test_a_sound_table(tmp_path: Path, blocs: Run) -> None:
    (tmp_path / "members.csv").write_text(TABLE, encoding="utf-8")
    assert blocs("check", tmp_path / "members.csv").code == 0
    assert blocs("import", "csv", tmp_path / "members.csv", "--store", tmp_path / "s").code == 0
    assert blocs("check", "--store", tmp_path / "s").code == 0


# Shapes


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=(Path(library.__file__).parent / "data" / "shapes.ttl").read_text("utf-8"))


@pytest.mark.parametrize(("old", "new", "severity", "message"), BROKEN)
def test_the_shapes_are_broken_where_a_shacl_processor_says_so(
    shapes: Graph, tmp_path: Path, old: str, new: str, severity: str, message: str
) -> None:
    """pyshacl is the reference: the same nodes, severities and messages, among them the one that is expected."""
    assert old in SOUND
    file = tmp_path / "mine.ttl"
    file.write_text(PREFIXES + SOUND.replace(old, new, 1), encoding="utf-8")
    by_processor = report(Graph().parse(file), shapes)
    messages = {one.message for one in read_constraints()}
    expected, told = set(), False
    for result in by_processor.subjects(RDF.type, SH.ValidationResult):
        said = str(by_processor.value(result, SH.resultMessage))
        level = str(by_processor.value(result, SH.resultSeverity)).removeprefix(SH)
        focus = _name(by_processor.value(result, SH.focusNode))
        told |= level == severity and message in said
        if not said.startswith("Less than"):  # pyshacl also reports what a shape inside another one found
            expected.add((focus, level, said if said in messages else said.split("(")[0]))
    levels = {"error": "Violation", "warning": "Warning", "advice": "Info"}
    found = set()
    for node, finding in violations(load_files([file], lenses=["none"])):
        what = next((m for m in messages if finding.what.startswith(m)), finding.what.split("(")[0])
        found.add((_name(node), levels[finding.severity], what))
        assert finding.way_out
    assert found == expected and found and told


def _name(node: Any) -> str:
    """A node's name, the same for every reader of a file; a blank node has none."""
    blank = type(node).__name__ in ("BNode", "BlankNode")
    return "" if blank else str(getattr(node, "value", node))


def test_a_constraint_that_is_not_translated_is_an_error() -> None:
    with pytest.raises(NotImplementedError, match="sh:closed"):
        read_constraints(
            "@prefix sh: <http://www.w3.org/ns/shacl#> . <x:s> sh:targetClass <x:c> ; sh:closed true ; sh:message 'm' ."
        )


# Everything else: what is replaced in the sound graph, by what, and the finding

EVIDENCE = "blocs:basis blocs:stated ; dcterms:source :table .\n"
MEMBER = "fact:member a org:Membership ;"
AGAIN = f"fact:again a org:Membership ; org:member :ruritania ; org:organization :pact ; {EVIDENCE}"
DENIED = f"fact:no a blocs:NonMembership ; org:member :ruritania ; org:organization :pact ; {EVIDENCE}"
PRESENT = f"fact:there a blocs:Attendance ; blocs:participant :fenwick ; blocs:event :meeting ; {EVIDENCE}"
SIGNED = "fact:signed a blocs:SigningShare ; blocs:signatory {} ; blocs:documents :papers ; blocs:percent 1.0 ;"
SIGNED += f" blocs:event :meeting ; {EVIDENCE}"

FOUND = [
    # memberships
    (MEMBER, DENIED + MEMBER, "error", "fact:member", "Ruritania is a member of Pact, and fact:no denies it"),
    ("org:member :fenwick ; org:organization :office", "org:member :fenwick ; org:organization :pact ;"
     ' schema:startDate "1995"^^xsd:gYear', "error", "fact:former", "and fact:denied denies it at the same time"),
    ("org:memberOf :pact .", "org:memberOf :pact, :office .", "warning", ":ruritania", "but no membership"),
    (":fenwick a schema:Country ;", ":fenwick a schema:Country ; org:memberOf :office ;", "error", "fact:denied",
     "Grand Fenwick is not a member of Office, but has the shortcut"),
    (MEMBER, AGAIN + MEMBER, "error", "fact:again", "Ruritania is twice a member of Pact at the same time"),
    (" ; org:memberOf :pact", "", "error", "fact:member", "without the shortcut org:memberOf"),
    (" ; org:memberOf :pact", "", "error", "fact:member", "Add: :ruritania org:memberOf :pact ."),
    (":fenwick a schema:Country ;", ":fenwick a schema:Country ; org:memberOf :pact ;", "error", ":fenwick",
     "but no full membership holds at 2001"),
    ("org:role blocs:fullMember", "org:role blocs:observer", "error", ":ruritania", "but no full membership holds"),
    # presence
    (MEMBER, PRESENT + MEMBER, "error", "fact:there", "Grand Fenwick takes part in Meeting, and is absent"),
    (MEMBER, SIGNED.format(":fenwick") + MEMBER, "error", "fact:signed", "Grand Fenwick signs at Meeting, and is abs"),
    # shares and numbers
    (MEMBER, SIGNED.format(":ruritania") + MEMBER, "error", "fact:share", "signed 12.5 % of Papers here, 1 % in fact:"),
    ("blocs:memberCount 1", "blocs:memberCount 0", "error", ":pact", "has 1 members, and is said to have only 0"),
    ("blocs:attendeeCount 2", "blocs:attendeeCount 0", "error", ":meeting", "has 1 states that take part"),
    # names
    ('skos:prefLabel "Duke"', 'skos:prefLabel "Duke" ; skos:altLabel "the office"', None, "", ""),
    ('skos:prefLabel "Duke"', 'skos:prefLabel "OFFICE"', "warning", ":office", "of 2 entities: :office, :duke"),
    ('skos:altLabel "Kingdom"', 'skos:altLabel "pact"', None, "", ""),
    # unknown terms
    ("blocs:speaker :duke", "blocs:speakr :duke", "error", ":idea", "no property blocs:speakr. Did you mean blocs:s"),
    (":book a schema:Article", ":book a schema:Artikle", "error", ":book", "class schema:Artikle. Did you mean sche"),
    (":book a schema:Article", ":book a schema:Article ; org:memberOff :pact", "error", ":book", "mean org:memberOf?"),
    (":book a schema:Article", ":book a schema:Article ; blocs:zzzzzz 1", "warning", ":book", "See docs/model.md"),
    (":book a schema:Article", ":book a schema:Article ; org:siteOf :duke ; org:hasMember :duke", None, "", ""),
    (":book a schema:Article", ":book a schema:Article ; <http://schema.org/location> :pact", "error", ":book",
     "Did you mean schema:location, that is <https://schema.org/location>?"),
    (":book a schema:Article", ":book a schema:Article ; schema:author :duke ; <http://example.org/x> 1", None, "", ""),
    # references
    ("org:postIn :ruritania", "org:postIn :ruritanya", "error", "fact:post", "what :ruritanya is, which fact:post re"),
    ("org:postIn :ruritania", "org:postIn :ruritanya", "error", "fact:post", "Did you mean :ruritania?"),
    ("org:postIn :ruritania", "org:postIn :elsewhere", "error", "fact:post", "Describe it: its class and skos:prefL"),
    ("org:postIn :ruritania", 'org:postIn "Ruritania"', "error", "fact:post", "Write :ruritania, without quotation"),
    ("blocs:evidence quote:one", "blocs:evidence quote:two", "error", ":idea", "Nothing says what quote:two is"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "severity", "where", "said"), FOUND)
def test_what_is_found(tmp_path: Path, old: str, new: str, severity: str | None, where: str, said: str) -> None:
    assert old in SOUND
    found = findings(tmp_path, SOUND.replace(old, new, 1))
    if severity is None:
        assert [one for one in found if one.severity != "advice"] == []
        return
    here = [one for one in found if (one.severity, one.where) == (severity, where)]
    assert [one for one in here if said in f"{one.what} {one.way_out}"], found


def test_of_what_nothing_describes_one_finding_is_enough(tmp_path: Path) -> None:
    for wrong in (":ruritanya", '"Ruritania"'):
        found = findings(tmp_path, SOUND.replace("org:member :ruritania", f"org:member {wrong}", 1))
        assert [one.where for one in found if "ruritan" in f"{one.what}".lower()] == ["fact:member", ":ruritania"]


@pytest.mark.parametrize(("fact", "one", "other"), [(DENIED, "no", "member"), (PRESENT, "there", "absent"),
                                                    (SIGNED.format(":ruritania"), "signed", "share")])  # fmt: skip
def test_a_contradiction_that_is_recorded_is_data(tmp_path: Path, fact: str, one: str, other: str) -> None:
    broken = SOUND.replace(MEMBER, fact + MEMBER, 1)
    assert findings(tmp_path, broken)
    tension = f'fact:t a blocs:Tension ; skos:definition "Both." ; blocs:between fact:{one}, fact:{other} ; {EVIDENCE}'
    assert findings(tmp_path, broken + tension) == []


@pytest.mark.parametrize("basis", ["blocs:planned", "blocs:claimed ; blocs:claimedBy :duke"])
def test_what_is_planned_or_claimed_contradicts_nothing(tmp_path: Path, basis: str) -> None:
    unsure = [fact.replace("blocs:stated", basis) for fact in (DENIED, PRESENT)]
    assert findings(tmp_path, SOUND + " ".join(unsure)) == []


@pytest.mark.parametrize(
    ("spans", "twice"),
    [
        (("1990:1995", "1995:1999"), False),  # it may have ended before it began again
        (("1990:1995", "1996:"), False),
        (("1990:1995", "1994:"), True),
        ((":", "1994:1995"), True),
        (("1990-01-01:1990-06", "1990-06-30:"), False),
        (("1990-01-01:1990-07", "1990-06-30:"), True),
    ],
)
def test_memberships_one_after_the_other_are_not_double(tmp_path: Path, spans: tuple[str, str], twice: bool) -> None:
    types = {4: "gYear", 7: "gYearMonth", 10: "date"}
    facts = ""
    for number, span in enumerate(spans):
        dates = dict(zip(("startDate", "endDate"), span.split(":"), strict=True))
        written = " ".join(f'schema:{p} "{d}"^^xsd:{types[len(d)]} ;' for p, d in dates.items() if d)
        facts += (
            f"fact:f{number} a org:Membership ; org:member :fenwick ; org:organization :office ; {written} {EVIDENCE}"
        )
    found = findings(
        tmp_path, SOUND.replace("fact:denied a blocs:NonMembership", "fact:denied a blocs:Absence") + facts
    )
    assert any("is twice a member" in one.what for one in found) == twice


def test_two_sources_may_say_the_same(tmp_path: Path) -> None:
    again = AGAIN.replace("dcterms:source :table", "blocs:evidence quote:one")
    assert findings(tmp_path, SOUND + again) == []


# Quotes


TEXT = "A preface.\n\nRuritania and Grand  Fenwick\nmet. Nobody else did.\n\nRuritania left.\n"


@pytest.mark.parametrize(
    ("quote", "paragraph", "said"),
    [
        ("Ruritania left.", 3, ""),
        ("Ruritania left.", 2, "The quote stands in paragraph 3, not in 2. Write blocs:paragraph 3."),
        ("Ruritania left", 9, "The quote stands in paragraph 3, not in 9."),
        ("Ruritania leaves.", 9, "which has no paragraph 9."),
        ("Nobody else does.", 2, "Did you mean, in paragraph 2: “Nobody else did.”?"),
        ("Something of another sort entirely", 2, "Quote the words of the text"),
    ],
)
def test_quotes_are_held_against_the_text(tmp_path: Path, quote: str, paragraph: int, said: str) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    turtle = SOUND.replace("Ruritania and Grand Fenwick met.", quote).replace("paragraph 1", f"paragraph {paragraph}")
    for name in (f"{tmp_path}/text.txt", f"book={tmp_path}/text.txt"):
        # These quotes also say little of the facts that cite them; that is another finding.
        found = [
            one for one in findings(tmp_path, turtle, (name,)) if not one.what.startswith("The quote names neither")
        ]
        assert [one.where for one in found] == (["quote:one"] if said else [])
        assert all(said in f"{one.what} {one.way_out}" for one in found)


def test_whose_text_it_is_must_be_clear(blocs: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    two = SOUND + 'quote:two a oa:TextQuoteSelector ; oa:exact "x" ; blocs:paragraph 1 ; dcterms:source :table .'
    (tmp_path / "mine.ttl").write_text(PREFIXES + two, encoding="utf-8")
    result = blocs("check", tmp_path / "mine.ttl", "--text", tmp_path / "text.txt")
    assert result.code == 2 and "--text SOURCE=FILE; sources of quotes are: :book, :table" in result.err
    assert blocs("check", "--text", tmp_path / "none.txt").code == 1


# Files


def test_every_mistake_of_a_file_has_its_line_and_column(blocs: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text("@prefix : <x:> .\n:a :b :c .\n:a :b ] .\n:d :e :f .\n:g org:memberOf :i .\n", encoding="utf-8")
    result = blocs("check", file)
    assert result.code == 1 and result.err == ""
    rows = [line.split("\t") for line in result.out.splitlines()[1:]]
    assert [row[:2] for row in rows] == [["error", f"{file}:3:7"], ["error", f"{file}:5:4"]]
    assert "not a valid RDF object" in rows[0][2]
    assert rows[1][3] == "Add: @prefix org: <http://www.w3.org/ns/org#> ."
    (tmp_path / "packed.ttl.gz").write_bytes(gzip.compress(file.read_bytes()))
    assert blocs("check", tmp_path / "packed.ttl.gz", "--data", file).out.count("\nerror") == 4


def test_every_wrong_row_of_a_table_is_found(blocs: Run, tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_text("state,igo,role,start\nA,Pact,full,1990\n,Pact,full,1990\nB,Pact,king,1990\nC,Pact,full,soon\n")
    rows = [line.split("\t") for line in blocs("check", file).out.splitlines()[1:]]
    where = [f"{file}: row 3, column state", f"{file}: row 4, column role", f"{file}: row 5, column start"]
    assert [row[1] for row in rows] == where


@pytest.mark.parametrize(
    ("name", "content"),
    [("b.rdf", "<rdf:RDF><oops>"), ("b.jsonld", '{"@id": '), ("b.nt", "<x:a> <x:b> ."), ("b.csv", 'a,b\n"x')],
)
def test_every_format_has_its_mistakes(blocs: Run, tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    result = blocs("check", tmp_path / name)
    assert result.code in (1, 2) and (result.out.count("\nerror\t") >= 1 or result.err.startswith("blocs: "))


@pytest.mark.parametrize(("words", "code"), [("none.ttl", 1), ("notes.docx", 2), ("mine.ttl --store s", 2)])
def test_what_cannot_be_checked(blocs: Run, tmp_path: Path, words: str, code: int) -> None:
    (tmp_path / "mine.ttl").write_text(PREFIXES + SOUND, encoding="utf-8")
    (tmp_path / "notes.docx").write_text("notes", encoding="utf-8")
    first, *rest = words.split()
    result = blocs("check", tmp_path / first, *rest)
    assert (result.code, result.out) == (code, "") and result.err.count("\n") == 1


def test_named_graphs_are_files_too(blocs: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<x:a> ] .", encoding="utf-8")
    result = blocs("check", "--named", f"http://example.org/g={tmp_path / 'bad.ttl'}")
    assert result.code == 1 and f"{tmp_path / 'bad.ttl'}:1:7" in result.out


# Output


def test_formats(blocs: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "mine.ttl").write_text(PREFIXES + SOUND.replace("blocs:percent 12.5", "blocs:percent 112.5"), "utf-8")
    found = json.loads(blocs("check", tmp_path / "mine.ttl", "--format", "json").out)
    assert found["sound"] is False and found["source"].endswith("mine.ttl")
    (finding,) = found["findings"]
    assert finding["severity"] == "error" and finding["where"] == "fact:share" and "112.5" in finding["what"]
    for form in ("table", "jsonl", "csv", "tsv", "markdown"):
        result = blocs("check", tmp_path / "mine.ttl", "--format", form)
        assert result.code == 1 and "fact:share" in result.out, form
    for form in ("table", "svg"):
        assert "1 error" in blocs("check", tmp_path / "mine.ttl", "--format", form).out.replace("&#160;", " ")


def test_advice_is_given_when_asked_for_and_does_not_count(blocs: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(PREFIXES + SOUND.replace("org:heldBy :duke ;", ""), "utf-8")
    assert blocs("check", tmp_path / "mine.ttl").out == "severity\twhere\twhat\tway_out\n"
    result = blocs("check", tmp_path / "mine.ttl", "--advice")
    assert result.code == 0 and result.out.splitlines()[1].startswith("advice\tfact:post")


def test_a_person_is_told_how_much_more_there_is(blocs: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    many = "".join(f":x{number} a schema:Country ." for number in range(60))
    (tmp_path / "mine.ttl").write_text(PREFIXES + many, "utf-8")
    assert "… and 10 more" in blocs("check", tmp_path / "mine.ttl", "--format", "table").out
    assert len(blocs("check", tmp_path / "mine.ttl").out.splitlines()) == 61


# Everywhere


def all_broken() -> str:
    """The sound graph, broken in as many ways as one file can be."""
    broken = SOUND
    for old, new, *_ in [*BROKEN, *FOUND]:
        if old in broken and new not in ("",) and "_:" not in new and "[]" not in new:
            broken = broken.replace(old, new, 1)
    return broken


@pytest.mark.parametrize("where", ["store", "oxigraph", "virtuoso"])
def test_the_same_is_found_everywhere(blocs: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setenv("NETRC", "/nonexistent")
    monkeypatch.delenv("BLOCS_ENDPOINT", raising=False)
    file = tmp_path / "mine.ttl"
    file.write_text(PREFIXES + all_broken(), encoding="utf-8")
    here = blocs("check", "--advice", "--lens", "none", file)
    assert here.code == 1 and len(here.out.splitlines()) > 40
    if where == "store":
        assert blocs("import", "rdf", file, "--lens", "none", "--store", tmp_path / "store").code == 0
        there = blocs("check", "--advice", "--store", tmp_path / "store")
    else:
        serve = {"oxigraph": oxigraph_server, "virtuoso": virtuoso_server}[where]
        try:
            with serve([file], tmp_path) as url:
                there = blocs("check", "--advice", "--endpoint", url)
        except NotInstalled as reason:
            no_server(reason)
    assert there.err == ""
    assert there.out.splitlines() == here.out.splitlines()


# The model's own example


def test_the_example_of_the_model_is_sound_and_answers(blocs: Run, tmp_path: Path) -> None:
    model = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    turtle = model.split("```turtle\n")[1].split("```")[0]
    file = tmp_path / "europe.ttl"
    file.write_text(turtle, encoding="utf-8")
    quotes = [line.split('"')[1] for line in turtle.splitlines() if "oa:exact" in line]
    (tmp_path / "note.txt").write_text("\n\n".join(quotes), encoding="utf-8")
    assert blocs("check", file, "--advice", "--text", tmp_path / "note.txt").out.splitlines()[1:] == []
    assert blocs("who", "EU but not NATO", "--data", file).out.splitlines()[1].startswith("ireland\tIreland\tstated")
    assert blocs("who", "NATO", "--as-of", "2023", "--data", file).out.splitlines()[1:] == []
    answer = json.loads(blocs("ask", "is Ireland in NATO", "--data", file, "--format", "json").out)["answer"]
    assert (answer["value"], answer["basis"]) == (False, "denied") and "not in NATO" in answer["evidence"][0]["quote"]
    assert "digraph" in blocs("export", "--format", "dot", "--data", file).out
    assert "eu\tnato\t1" in blocs("overlap", "--by", "body", "--data", file).out.replace("\t\t", "\t")


def _moments(start: str, end: str) -> list[tuple[str, str]]:
    """All the ways in which a span of years can lie, by three days of each year; an open end lies far away."""
    first = [f"{start}-{day}" for day in ("01-01", "07-01", "12-31")] if start else ["0000"]
    last = [f"{end}-{day}" for day in ("01-01", "07-01", "12-31")] if end else ["9999"]
    return [(one, other) for one in first for other in last if one <= other]


@pytest.mark.parametrize("seed", range(12))
def test_facts_contradict_each_other_if_their_dates_must_meet(tmp_path: Path, seed: int) -> None:
    """However the days lie within the years that are given: by trying them all."""
    draw = random.Random(seed)
    spans = []
    for _ in range(2):
        first, last = sorted(draw.choices(range(1990, 1996), k=2))
        spans.append((draw.choice([str(first), ""]), draw.choice([str(last), str(last), ""])))
    (start, end), (begun, over) = spans
    if not begun and not over:
        begun = "1992"  # a denial without dates is of the data's own date
    must_meet = all(a <= d and c <= b for a, b in _moments(start, end) for c, d in _moments(begun, over))
    texts = [
        "".join(
            f' ; schema:{which}Date "{year}"^^xsd:gYear'
            for which, year in zip(("start", "end"), span, strict=True)
            if year
        )
        for span in ((start, end), (begun, over))
    ]
    facts = (
        f"fact:then a org:Membership ; org:member :fenwick ; org:organization :office{texts[0]} ; {EVIDENCE}"
        f"fact:never a blocs:NonMembership ; org:member :fenwick ; org:organization :office{texts[1]} ; {EVIDENCE}"
    )
    old = SOUND[SOUND.index("fact:denied a") : SOUND.index("fact:present a")]
    found = findings(tmp_path, SOUND.replace(old, facts))
    said = [one for one in found if "fact:never denies it" in one.what]
    assert bool(said) == must_meet, (spans, found)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('{"@context": {}, "@graph": [\n {"@id": "x:a"},\n {"@id": "x:b", "@type": 5}]}', ":3:2"),
        ('{"@context": {"@version": 3}, "@id": "x:a"}', ":1:2"),
        ('{"@id": "x:a", "@type": 5}', ":1:1"),
    ],
)  # fmt: skip
def test_a_mistake_of_json_ld_has_its_place(blocs: Run, tmp_path: Path, content: str, place: str) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text(content, encoding="utf-8")
    (found,) = json.loads(blocs("check", str(path), "--format", "json").out)["findings"]
    assert found["where"] == f"{path}{place}"


def test_json_ld_that_says_nothing_says_why(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text('{"@context": {"@vocab": "https://schema.org/"}, "@id": "x:a b", "name": "A"}', encoding="utf-8")
    (found,) = json.loads(blocs("check", str(path), "--format", "json").out)["findings"]
    assert "no triples" in found["what"] and '"@id"' in found["way_out"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_start_of_a_member_itself_is_to_be_written_on_the_membership_and_begins_nothing(
    blocs: Callable[..., Any], tmp_path: Path, scheme: str
) -> None:
    path, org = tmp_path / "a.ttl", "http://www.w3.org/ns/org#"
    path.write_text(
        f"@prefix s: <{scheme}://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        f' <http://a.test/fr> a s:Country ; skos:prefLabel "France" ; <{org}memberOf> <http://a.test/p> ;'
        f' s:startDate "1995" . <http://a.test/p> a <{org}Organization> ; skos:prefLabel "Pact" .',
        encoding="utf-8",
    )
    checked = blocs("check", path)
    assert "Write it on the org:Membership" in checked.out and "Did you mean" not in checked.out
    assert "begin in 1995" not in blocs("who", "Pact", "--as-of", "1990", "--data", path).err
