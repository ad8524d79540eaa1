"""The data that blocs ships: the article's graph, the vocabulary and the shapes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import blocs as library
import pyoxigraph
import pytest
from blocs.graph.model.naming.names import Names, read_names
from blocs.graph.rdf.source import LocalSource
from blocs.graph.sources import built_in as built_in_graph
from blocs.graph.sources.built_in import PREPARED, prepared
from broken_graphs import BLOCS, BROKEN, FACT, ID, OA, PREFIXES, SCHEMA, SH, SOUND
from places import ROOT
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.compare import to_isomorphic
from rdflib.namespace import DCTERMS, ORG, SKOS, XSD
from shacl import report

DATA = files("blocs") / "data"

CST = {"armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"}
GUUAM = {"azerbaijan", "georgia", "moldova", "ukraine", "uzbekistan"}
CIS = CST | GUUAM | {"turkmenistan"}

FACT_CLASSES = (
    *(ORG.Membership, ORG.Post, RDF.Statement, BLOCS.NonMembership, BLOCS.Attendance, BLOCS.Absence),
    *(BLOCS.SigningShare, BLOCS.NonRepresentation, BLOCS.Tension),
)
NAMES = (
    *(SKOS.prefLabel, SKOS.altLabel, BLOCS.abbreviation, BLOCS.demonym),
    *(BLOCS.iso3, BLOCS.cowCode, BLOCS.cowAbbreviation),
)


def read(name: str) -> Graph:
    return Graph().parse(data=(DATA / name).read_text("utf-8"), format="turtle")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return read("triples.ttl")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return read("shapes.ttl")


@pytest.fixture
def paragraphs(shared: Path) -> list[str]:
    return (shared / "article.txt").read_text("utf-8").strip().split("\n\n")


def ids(terms: Iterable[object]) -> set[str]:
    """The local names of terms under the base."""
    return {str(term).rsplit("/", 1)[1] for term in terms}


def of(graph: Graph, kind: URIRef, given: dict[URIRef, URIRef], wanted: URIRef) -> set[str]:
    """The ids that `wanted` has in the facts of one class that have the given values."""
    nodes = [n for n in graph.subjects(RDF.type, kind) if all((n, p, o) in graph for p, o in given.items())]
    return ids(graph.value(node, wanted) for node in nodes)


# Syntax and names


def test_rdflib_and_oxigraph_read_the_same_triples(graph: Graph) -> None:
    content = (DATA / "triples.ttl").read_bytes()
    store = pyoxigraph.Store()
    store.load(content, format=pyoxigraph.RdfFormat.TURTLE)
    written = store.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph())
    other = Graph().parse(data=written.decode(), format="nt")
    assert to_isomorphic(other) == to_isomorphic(graph)
    assert len(other) == len(graph)


@pytest.mark.parametrize(
    "name", ["triples.ttl", "vocabulary.ttl", "shapes.ttl", "states.ttl", "bodies.ttl", "states-in-languages.ttl"]
)
def test_files_are_utf8_without_tabs_or_trailing_blanks(name: str) -> None:
    content = (DATA / name).read_bytes().decode("utf-8")
    assert "\t" not in content and "\r" not in content
    assert not re.findall(r"[ \t]+$", content, re.M)


def test_no_blank_nodes_and_no_language_tags(graph: Graph) -> None:
    for triple in graph:
        for term in triple:
            assert isinstance(term, URIRef | Literal), triple
            assert not (isinstance(term, Literal) and term.language), triple


def test_every_id_that_is_used_is_described(graph: Graph) -> None:
    ours = "https://w3id.org/blocs/"
    used = {o for o in graph.objects() if isinstance(o, URIRef) and o.startswith(ours) and o not in BLOCS}
    assert not {o for o in used if (o, RDF.type, None) not in graph}


def test_ids_are_made_as_the_design_says(graph: Graph) -> None:
    for node in set(graph.subjects()):
        assert re.fullmatch(r"https://w3id\.org/blocs/(id|fact|quote)/[a-z0-9]+(-[a-z0-9]+)*", str(node)), node


def test_names_are_unambiguous(graph: Graph) -> None:
    bearers = defaultdict(set)
    for predicate in NAMES:
        for entity, name in graph.subject_objects(predicate):
            bearers[re.sub(r"[\W_]+", "", str(name).casefold())].add(entity)
    for entity in set(graph.subjects()):
        if entity in ID:
            bearers[re.sub(r"[\W_]+", "", entity.removeprefix(ID))].add(entity)
    assert not {name: ids(who) for name, who in bearers.items() if len(who) > 1}


def test_names_have_ascii_apostrophes(graph: Graph) -> None:
    for predicate in NAMES:
        assert not [name for name in graph.objects(None, predicate) if re.search("[‘’“”]", name)]


# Vocabulary


def blocs_terms(*graphs: Graph) -> set[URIRef]:
    return {t for g in graphs for triple in g for t in triple if isinstance(t, URIRef) and t in BLOCS}


def test_terms_in_use_and_in_the_vocabulary_are_the_same(graph: Graph, shapes: Graph) -> None:
    vocabulary = read("vocabulary.ttl")
    defined = {s for s in vocabulary.subjects() if s in BLOCS}
    # Terms of imported tables, which the article has no use for.
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "graph").rglob("*.py"))
    imported = {term for term in defined if f"blocs:{term.removeprefix(BLOCS)}" in code}
    used = blocs_terms(graph, shapes, read("states.ttl"), read("bodies.ttl"))
    assert used <= defined <= used | imported
    assert blocs_terms(vocabulary) == defined


def test_every_vocabulary_term_has_one_label_and_one_comment() -> None:
    vocabulary = read("vocabulary.ttl")
    for term in {s for s in vocabulary.subjects() if s in BLOCS}:
        assert len(list(vocabulary.objects(term, RDF.type))) == 1, term
        assert len(list(vocabulary.objects(term, RDFS.label))) == 1, term
        assert len(list(vocabulary.objects(term, RDFS.comment))) == 1, term


# Quotes and grounds


def test_quotes_are_verbatim(graph: Graph, paragraphs: list[str]) -> None:
    quotes = list(graph.subjects(RDF.type, OA.TextQuoteSelector))
    assert quotes
    for quote in quotes:
        words, number = str(graph.value(quote, OA.exact)), graph.value(quote, BLOCS.paragraph).toPython()
        assert words in paragraphs[number - 1], quote
        assert graph.value(quote, DCTERMS.source) == ID.article
        assert f"/p{number}-" in quote


def test_every_paragraph_is_quoted(graph: Graph) -> None:
    assert {n.toPython() for n in graph.objects(None, BLOCS.paragraph)} == set(range(1, 16))


def test_quotes_are_short(graph: Graph) -> None:
    assert not [q for q, words in graph.subject_objects(OA.exact) if not 1 <= len(words.split()) <= 30]


def test_every_quote_supports_something(graph: Graph) -> None:
    quotes = set(graph.subjects(RDF.type, OA.TextQuoteSelector))
    assert quotes == set(graph.objects(None, BLOCS.evidence))


@pytest.mark.parametrize("kind", FACT_CLASSES)
def test_every_fact_has_a_basis_and_a_quote(graph: Graph, kind: URIRef) -> None:
    facts = set(graph.subjects(RDF.type, kind))
    assert facts
    for fact in facts:
        assert fact in FACT, fact
        assert len(list(graph.objects(fact, BLOCS.basis))) == 1, fact
        assert (fact, BLOCS.evidence, None) in graph, fact


def test_every_entity_of_the_text_has_a_basis_and_a_quote(graph: Graph) -> None:
    # Our own annotations and sources are not of the text: kinds of bodies and events, rules, the sources.
    ours = {ID.article, ID.dataset, *graph.objects(None, ORG.classification)}
    ours |= set(graph.subjects(RDF.type, BLOCS.Rule))
    for entity in {s for s in graph.subjects() if s in ID} - ours:
        assert len(list(graph.objects(entity, BLOCS.basis))) == 1, entity
        assert (entity, BLOCS.evidence, None) in graph, entity


def test_every_binary_triple_has_its_fact(graph: Graph) -> None:
    """What is said of events, bodies, places and conflicts has evidence of its own, not only the entity's."""
    own = {RDF.type, SKOS.definition, ORG.classification, BLOCS.basis, BLOCS.evidence, *NAMES}
    facts = {
        tuple(graph.value(f, p) for p in (RDF.subject, RDF.predicate, RDF.object))
        for f in graph.subjects(RDF.type, RDF.Statement)
    }
    members = {
        (graph.value(m, ORG.member), ORG.memberOf, graph.value(m, ORG.organization))
        for m in graph.subjects(RDF.type, ORG.Membership)
    }
    for kind in (SCHEMA.Country, ORG.Organization, SCHEMA.Event, SCHEMA.Person, SCHEMA.Place, BLOCS.Conflict):
        for entity in graph.subjects(RDF.type, kind):
            said = {t for t in graph.triples((entity, None, None)) if t[1] not in own}
            assert said <= facts | members, entity


def test_premises_have_no_circles_and_end_in_what_is_stated(graph: Graph) -> None:
    grounds = {BLOCS.stated, BLOCS.claimed}  # a tension may rest on a claim

    def descend(fact: URIRef, above: tuple[URIRef, ...]) -> None:
        assert fact not in above, f"{fact} rests on itself"
        premises = list(graph.objects(fact, BLOCS.premise))
        if not premises:
            assert graph.value(fact, BLOCS.basis) in grounds, fact
        for premise in premises:
            descend(premise, (*above, fact))

    derived = set(graph.subjects(BLOCS.basis, BLOCS.derived)) | set(graph.subjects(BLOCS.premise))
    assert derived
    for fact in derived:
        descend(fact, ())
        rule = graph.value(fact, BLOCS.rule)
        assert graph.value(rule, SKOS.definition), fact


def test_every_rule_is_used(graph: Graph) -> None:
    assert set(graph.subjects(RDF.type, BLOCS.Rule)) == set(graph.objects(None, BLOCS.rule))


# What the article says


@pytest.mark.parametrize(
    ("body", "members", "basis"),
    [("cst", CST, "stated"), ("guuam", GUUAM, "stated"), ("cis", CIS, "derived"), ("cis-dmc", CIS, "derived")],
)
def test_memberships(graph: Graph, body: str, members: set[str], basis: str) -> None:
    assert ids(graph.subjects(ORG.memberOf, ID[body])) == members
    assert of(graph, ORG.Membership, {ORG.organization: ID[body]}, ORG.member) == members
    for state in members:
        assert graph.value(FACT[f"{state}-in-{body}"], BLOCS.basis) == BLOCS[basis]


def test_nobody_is_in_any_other_body(graph: Graph) -> None:
    assert ids(graph.objects(None, ORG.memberOf)) == {"cst", "guuam", "cis", "cis-dmc"}
    assert ids(graph.objects(ID.ukraine, ORG.memberOf)) == {"cis", "cis-dmc", "guuam"}
    assert not [m for m in graph.subjects(RDF.type, ORG.Membership) if (m, SCHEMA.startDate, None) in graph]


def test_denied_memberships(graph: Graph) -> None:
    denied = {"azerbaijan", "georgia", "uzbekistan"}
    assert of(graph, BLOCS.NonMembership, {ORG.organization: ID.cst}, ORG.member) == denied
    assert of(graph, BLOCS.NonMembership, {}, ORG.organization) == {"cst"}


def test_parts_of_the_cis(graph: Graph) -> None:
    parts = {"cis-chiefs", "cis-dmc", "cis-peacekeepers", "cis-security-council", "cis-staff"}
    assert ids(graph.subjects(ORG.subOrganizationOf, ID.cis)) == parts


def test_attendance_in_baku(graph: Graph) -> None:
    baku = {BLOCS.event: ID["dmc-baku-2001"]}
    assert of(graph, BLOCS.Attendance, baku, BLOCS.participant) == CIS - {"turkmenistan"}
    assert of(graph, BLOCS.Absence, baku, BLOCS.participant) == {"turkmenistan"}
    assert graph.value(ID["dmc-baku-2001"], BLOCS.attendeeCount) == Literal(11)


def test_attendance_planned_for_yerevan(graph: Graph) -> None:
    yerevan = {BLOCS.event: ID["yerevan-summit-2001"]}
    others = {"cst-presidents", "foreign-ministers", "defense-ministers", "security-council-secretaries"}
    others |= {"cis-security-council-general-secretary", "cis-interstate-officials"}
    assert of(graph, BLOCS.Attendance, yerevan, BLOCS.participant) == CST | others
    assert of(graph, BLOCS.Attendance, yerevan | {BLOCS.basis: BLOCS.planned}, BLOCS.participant) == CST | others


def test_signing_shares(graph: Graph) -> None:
    shares = {}
    for fact in graph.subjects(RDF.type, BLOCS.SigningShare):
        (state,) = ids([graph.value(fact, BLOCS.signatory)])
        percent = graph.value(fact, BLOCS.percent)
        assert percent.datatype == XSD.decimal
        assert graph.value(fact, BLOCS.documents) == ID["baku-documents"]
        assert graph.value(fact, BLOCS.event) == ID["dmc-baku-2001"]
        shares[state] = percent.toPython()
    expected = {"armenia": 97, "azerbaijan": 35, "belarus": 91, "georgia": 50, "kazakhstan": 97}
    expected |= {"kyrgyzstan": 100, "russia": 100, "turkmenistan": 7, "ukraine": 25}
    assert shares == {state: Decimal(percent) for state, percent in expected.items()}


def test_states_without_officers_in_the_staff(graph: Graph) -> None:
    missing = {"moldova", "turkmenistan", "ukraine"}
    assert of(graph, BLOCS.NonRepresentation, {BLOCS["in"]: ID["cis-staff"]}, BLOCS.represented) == missing


@pytest.mark.parametrize(
    ("event", "start", "end", "place", "basis"),
    [
        ("cst-signing-1992", "1992-05-15", None, None, "stated"),
        ("southern-shield-2001", "2001-04", None, "moscow", "stated"),
        ("dmc-baku-2001", "2001-05-18", None, "baku", "stated"),
        ("cst-meetings-2001", "2001-04", "2001-05", None, "stated"),
        ("yerevan-summit-2001", "2001-05-25", None, "yerevan", "planned"),
    ],
)
def test_events(graph: Graph, event: str, start: str, end: str | None, place: str | None, basis: str) -> None:
    node = ID[event]
    datatype = {7: XSD.gYearMonth, 10: XSD.date}
    assert list(graph.objects(node, SCHEMA.startDate)) == [Literal(start, datatype=datatype[len(start)])]
    ends = [Literal(end, datatype=datatype[len(end)])] if end else []
    assert list(graph.objects(node, SCHEMA.endDate)) == ends
    assert ids(graph.objects(node, SCHEMA.location)) == ({place} if place else set())
    assert graph.value(node, BLOCS.basis) == BLOCS[basis]


def test_there_are_five_events(graph: Graph) -> None:
    events = {"cst-signing-1992", "southern-shield-2001", "dmc-baku-2001", "cst-meetings-2001"}
    assert ids(graph.subjects(RDF.type, SCHEMA.Event)) == events | {"yerevan-summit-2001"}
    assert ids(graph.subjects(SCHEMA.location, ID.moscow)) == {"southern-shield-2001"}


@pytest.mark.parametrize(
    ("office", "where", "holder"),
    [
        ("defense-minister", "russia", "sergei-ivanov"),
        ("defense-minister", "azerbaijan", "azerbaijan-defense-minister"),
        ("general-secretary", "cis-security-council", "cis-security-council-general-secretary"),
    ],
)
def test_offices(graph: Graph, office: str, where: str, holder: str) -> None:
    given = {ORG.role: ID[office], ORG.postIn: ID[where]}
    assert of(graph, ORG.Post, given, ORG.heldBy) == {holder}


@pytest.mark.parametrize(
    ("kind", "speaker", "about", "label"),
    [
        ("Proposal", "azerbaijan-defense-minister", "armenia", "exclude Armenia from the CST"),
        ("Assertion", "azerbaijan-defense-minister", "armenia", "Armenia is an aggressor state"),
        ("RulingOut", "sergei-ivanov", "russia", "combat operations against Azerbaijan"),
        ("Decision", "cst-meetings-participants", "coalition-group", "organize a coalition group of forces"),
        ("Plan", "yerevan-summit-participants", "yerevan-political-statement", "sign a political statement"),
        ("Plan", "uzbekistan", "russia", "collaborate with Russia on a bilateral basis"),
        ("Plan", "cst", "tajikistan", "military-technological assistance to Tajikistan"),
        ("Assessment", "article", "southern-shield-2001", "its effect is not so great"),
        ("Assertion", "article", "cst-presidents", "first meeting of CST presidents in this capacity"),
    ],
)
def test_who_says_what(graph: Graph, kind: str, speaker: str, about: str, label: str) -> None:
    found = [
        str(graph.value(statement, SKOS.prefLabel))
        for statement in graph.subjects(BLOCS.speaker, ID[speaker])
        if (statement, RDF.type, BLOCS[kind]) in graph and (statement, BLOCS.about, ID[about]) in graph
    ]
    assert [found_label for found_label in found if label in found_label]


def test_assertions_of_others_are_claims(graph: Graph) -> None:
    for statement in graph.subjects(RDF.type, BLOCS.Assertion):
        speaker = graph.value(statement, BLOCS.speaker)
        basis = BLOCS.stated if speaker == ID.article else BLOCS.claimed
        assert graph.value(statement, BLOCS.basis) == basis, statement
        assert graph.value(statement, BLOCS.claimedBy) == (None if speaker == ID.article else speaker)


def test_years_and_days_that_the_text_leaves_to_the_reader_are_derived(graph: Graph) -> None:
    """The text gives no year but that of the treaty and of the exercise's name."""
    for predicate in (SCHEMA.startDate, SCHEMA.endDate):
        for subject, date in graph.subject_objects(predicate):
            given = [(RDF.subject, subject), (RDF.predicate, predicate), (RDF.object, date)]
            (fact,) = [
                f for f in graph.subjects(RDF.object, date) if all(pair in graph.predicate_objects(f) for pair in given)
            ]
            expected = BLOCS.stated if subject == ID["cst-signing-1992"] else BLOCS.derived
            if subject == ID["yerevan-summit-2001"]:
                expected = BLOCS.planned
            assert graph.value(fact, BLOCS.basis) == expected, fact
            assert expected == BLOCS.stated or graph.value(fact, BLOCS.rule) is not None


def test_reasons(graph: Graph) -> None:
    reasons = {tuple(ids([statement, reason])) for statement, reason in graph.subject_objects(BLOCS.reason)}
    assert {frozenset(pair) for pair in reasons} == {
        frozenset({"proposal-to-exclude-armenia", "allegation-armenia-aggressor"}),
        frozenset({"suspension-call-not-correct", "cst-participation-is-independent"}),
        frozenset({"exercise-is-a-tradition", "not-all-take-part-in-exercise"}),
    }


def test_the_states_without_officers_are_examples(graph: Graph) -> None:
    said = ID["some-without-officers"]
    assert "such as" in graph.value(said, SKOS.prefLabel)
    assert {"cis-staff", "moldova", "turkmenistan", "ukraine"} == ids(graph.objects(said, BLOCS.about))


def test_who_is_in_abkhazia(graph: Graph) -> None:
    given = {RDF.predicate: BLOCS.deployedIn, RDF.object: ID.abkhazia}
    stated = {"russia", "cis", "un", "osce"}
    assert of(graph, RDF.Statement, given, RDF.subject) == stated | {"cis-peacekeepers"}
    assert ids(graph.subjects(BLOCS.deployedIn, ID.abkhazia)) == stated
    assert graph.value(FACT["cis-peacekeepers-in-abkhazia"], BLOCS.basis) == BLOCS.claimed


def test_tensions(graph: Graph) -> None:
    pairs = [ids(graph.objects(t, BLOCS.between)) for t in graph.subjects(RDF.type, BLOCS.Tension)]
    assert {"turkmenistan-absent-from-baku", "turkmenistan-signing-share"} in pairs
    assert {"cis-peacekeepers-in-abkhazia", "russia-in-abkhazia"} in pairs


def test_codes(graph: Graph, shared: Path) -> None:
    states = set(graph.subjects(RDF.type, SCHEMA.Country))
    assert ids(states) == CIS
    rows = (shared / "cow-igo" / "states2016.csv").read_text("utf-8").splitlines()[1:]
    codes = {row.split(",")[2]: row.split(",")[:2] for row in rows}
    for state in states:
        abbreviation, number = codes[str(graph.value(state, SKOS.prefLabel))]
        assert str(graph.value(state, BLOCS.cowAbbreviation)) == abbreviation
        assert str(graph.value(state, BLOCS.cowCode)) == number
        assert re.fullmatch("[A-Z]{3}", graph.value(state, BLOCS.iso3))
        assert graph.value(state, BLOCS.demonym)


# Shapes


def results(data: Graph, shapes: Graph) -> set[tuple[str, str]]:
    """Severity and message of each result."""
    found = report(data, shapes)
    return {
        (str(found.value(r, SH.resultSeverity)).removeprefix(SH), str(message))
        for r in found.subjects(RDF.type, SH.ValidationResult)
        for message in found.objects(r, SH.resultMessage)
    }


def test_the_graph_fits_the_shapes(graph: Graph, shapes: Graph) -> None:
    assert not results(graph, shapes)


def parse(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


def test_a_sound_graph_of_a_user_fits_the_shapes(shapes: Graph) -> None:
    assert not results(parse(SOUND), shapes)


@pytest.mark.parametrize(
    "turtle",
    [
        ":a a schema:Country ; rdfs:label 'A' ; org:memberOf :b . :b a org:Organization ; rdfs:label 'B' .",
        ":a a schema:Country ; skos:prefLabel 'Germany'@en, 'Deutschland'@de .",
        # planned and claimed memberships and claimed facts have no shortcut
        ":a a schema:Country ; rdfs:label 'A' . :b a org:Organization ; rdfs:label 'B' ."
        "fact:x a org:Membership ; org:member :a ; org:organization :b ;"
        " blocs:basis blocs:planned ; dcterms:source :a .",
        ":a a schema:Country ; rdfs:label 'A' . fact:x a rdf:Statement ; rdf:subject :a ;"
        " rdf:predicate schema:about ; rdf:object :a ;"
        " blocs:basis blocs:claimed ; blocs:claimedBy :a ; dcterms:source :a .",
        # a plan may be nobody's
        ":p a blocs:Statement, blocs:Plan ; rdfs:label 'p' ; blocs:about :p ;"
        " blocs:basis blocs:planned ; dcterms:source :p .",
    ],
)
def test_the_shapes_do_not_ask_for_too_much(shapes: Graph, turtle: str) -> None:
    assert not results(parse(turtle), shapes)


def test_every_message_of_the_shapes_is_tested(shapes: Graph) -> None:
    for message in shapes.objects(None, SH.message):
        plain = str(message).replace("{?value}", "")
        assert [case for case in BROKEN if case[3] in message or case[3] in plain], message


def test_what_is_made_of_the_graph_is_of_today() -> None:
    """If this fails: `make data`."""
    content = (DATA / "triples.ttl").read_bytes()
    assert prepared(content) == {name: (DATA / name).read_bytes() for name in PREPARED}


def test_what_is_made_of_the_graph_says_the_same() -> None:
    """The statements by rdflib, the names by the queries that every other graph is read with."""
    assert set(Graph().parse(data=(DATA / "triples.nt").read_text("utf-8"), format="nt")) == set(read("triples.ttl"))
    store = pyoxigraph.Store()
    store.load((DATA / "triples.ttl").read_bytes(), pyoxigraph.RdfFormat.TURTLE)
    assert_same_names(library.load().names, read_names(LocalSource(store, "")))


def assert_same_names(names: Names, others: Names) -> None:
    assert [(*map(str, vars(one).values()),) for one in names.entities] == [
        (*map(str, vars(one).values()),) for one in others.entities
    ]
    assert list(names.by_iri) == list(others.by_iri) and names.longest == others.longest
    assert {key: sorted(map(str, entry)) for key, entry in names._index.items()} == {
        key: sorted(map(str, entry)) for key, entry in others._index.items()
    }


@pytest.mark.parametrize("name", PREPARED)
@pytest.mark.parametrize("kept", ["", "of another graph"])
def test_another_graph_is_read_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kept: str) -> None:
    """A file that is missing, or was made of another graph, is never taken for what the graph says."""
    content = (DATA / "triples.ttl").read_bytes()
    changed = content + b"\n:gilead a schema:Country ; skos:prefLabel 'Gilead' ; org:memberOf :cst .\n"
    (tmp_path / "triples.ttl").write_bytes(changed)
    for each, made in prepared(content if kept else changed).items():
        if kept or each != name:
            (tmp_path / each).write_bytes(made)
    monkeypatch.setattr(built_in_graph, "resource", lambda _, file: tmp_path / file)
    graph = library.load()
    assert graph.names.find("Gilead").kind == "state"
    assert "gilead" in [member.id for member in graph.members("CST", "any")]
