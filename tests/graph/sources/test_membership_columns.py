"""The columns beside a store say what its database says, row for row; where they cannot, the database is asked."""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from blocs.graph.analysis.overlap import overlap
from blocs.graph.analysis.panel import panel
from blocs.graph.model.dates import ALWAYS, Period
from blocs.graph.model.entities import Entity
from blocs.graph.model.graph import Graph
from blocs.graph.model.membership import has_undated
from blocs.graph.model.membership_scan import COLUMNS, read_pairs, read_participants, read_stretches
from blocs.graph.rdf.source import LocalSource, Merge
from blocs.graph.sources.importing.graphs import import_rdf
from blocs.graph.sources.importing.tables import import_csv
from blocs.graph.sources.stores.store import open_store
from blocs.graph.sources.stores.store_changes import change_merges
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

HEADER = ("member", "organization", "role", "start", "end", "source")
NAMES = ("Aland", "Borland", "Celand", "League", "Pact")
"""The last two are bodies, which may be members too."""

DATES = st.sampled_from(("", "1990", "1990-05", "1990-05-18", "1995", "1995-12-31", "2000"))
PERIODS = (ALWAYS, Period("1990", "1990"), Period("1990-06", "1995"), Period("1989", "1989"), Period("2001-05", None))


@st.composite
def rows(draw: st.DrawFn) -> list[tuple[str, ...]]:
    """Memberships with dates of each precision or none, in each role, some of them twice."""
    found = []
    for _ in range(draw(st.integers(1, 8))):
        member, body = draw(st.sampled_from(NAMES)), draw(st.sampled_from(NAMES[3:]))
        dates = [draw(DATES), draw(DATES)]
        start, end = sorted(dates) if all(dates) else dates
        if member != body and not end.startswith(start or "-") and not start.startswith(end or "-"):
            found.append((member, body, draw(st.sampled_from(("", "associate", "observer"))), start, end, ""))
    found.append(("Aland", "League", "", "", "", ""))
    again = draw(st.sampled_from(found))
    return [*found, (*again[:5], draw(st.sampled_from(("", "A book"))))]


def write(path: Path, given: list[tuple[str, ...]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([HEADER, *given])
    return path


def store_of(folder: Path, *tables: list[tuple[str, ...]]) -> LocalSource:
    for number, table in enumerate(tables):
        import_csv(folder / "store", write(folder / f"table{number}.csv", table), as_of="2001-05")
    return open_store(folder / "store")


def without_columns(source: LocalSource) -> LocalSource:
    plain = LocalSource(source.store, source.name)
    plain.sources = source.sources
    return plain


@given(rows(), rows())
@settings(max_examples=8, deadline=None)
def test_every_reading_is_that_of_the_database(one: list[tuple[str, ...]], other: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = store_of(Path(folder), one, other)
        plain = without_columns(source)
        assert source.columns is not None
        assert has_undated(source) == has_undated(plain)
        some = [Entity(f"https://w3id.org/blocs/id/{name.lower()}", name.lower(), name, "state") for name in NAMES]
        for period in PERIODS:
            for asked in ((), ("role",), ("start",), COLUMNS):
                for members, bodies in ((None, None), (some[:2], None), (None, some[3:4]), (some[1:4], some[3:])):
                    wanted = Counter(read_stretches(plain, period, members, bodies, asked))
                    assert Counter(read_stretches(source, period, members, bodies, asked)) == wanted


@given(rows())
@settings(max_examples=8, deadline=None)
def test_overlaps_and_panels_are_those_of_the_database(table: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = store_of(Path(folder), table)
        graphs = Graph(source), Graph(without_columns(source))
        for by in ("state", "body"):
            for role in ("full", "associate", "any"):
                for as_of in ("1990", "1995-12", "any", None):
                    first, second = (overlap(graph, by, as_of, role=role) for graph in graphs)
                    assert (first.pairs, first.universe) == (second.pairs, second.universe)
        first_rows, second_rows = (list(panel(graph, 1989, 2001, "any", ["all"]).rows()) for graph in graphs)
        assert first_rows == second_rows


def test_columns_count_what_the_table_says(tmp_path: Path) -> None:
    """By hand: what is said twice is one membership, and a role is kept."""
    said = [
        ("Aland", "League", "", "1990", "1995", ""),
        ("Aland", "League", "", "1990", "1995", "A book"),
        ("Borland", "League", "observer", "1990-05", "", ""),
    ]
    (columns,) = store_of(tmp_path, said).columns or ()
    assert len(columns) == 2
    read = {(columns.names[m], columns.roles[r], columns.dates[s], columns.dates[e]) for m, _, r, s, e in columns.rows}
    base = "https://w3id.org/blocs/id/"
    assert read == {(f"{base}aland", "full", "1990", "1995"), (f"{base}borland", "observer", "1990-05", "")}


PREFIXES = (
    "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> ."
    " @prefix schema: <https://schema.org/> . @prefix blocs: <https://w3id.org/blocs/ns#> ."
)


@st.composite
def triples(draw: st.DrawFn) -> str:
    """Memberships as others write them: with a node or a shortcut or both, with no date, one or several, planned."""
    found = [":league a org:Organization . :pact a org:Organization ; schema:foundingDate '1991' ."]
    found.append(":set a schema:Dataset ; blocs:asOf '2001-05' .")  # of the model, so that nothing is completed
    for _ in range(draw(st.integers(0, 6))):
        member, body = draw(st.sampled_from(NAMES)).lower(), draw(st.sampled_from(NAMES[3:])).lower()
        node = f"_:b{draw(st.integers(0, 3))}" if draw(st.booleans()) else f":node{draw(st.integers(0, 3))}"
        if draw(st.booleans()):
            found.append(f":{member} org:memberOf :{body} .")
        if draw(st.integers(0, 2)):
            given = [f"{node} a org:Membership ; org:member :{member} ; org:organization :{body}"]
            given += [f"schema:startDate '{date}'" for date in draw(st.lists(DATES.filter(bool), max_size=2))]
            given += [f"schema:endDate '{date}'" for date in draw(st.lists(DATES.filter(bool), max_size=1))]
            given += [
                f"org:role blocs:{role}" for role in draw(st.lists(st.sampled_from(("associate", "x")), max_size=1))
            ]
            given += ["blocs:basis blocs:planned"] if not draw(st.integers(0, 5)) else []
            found.append(" ; ".join(given) + " .")
    return f"{PREFIXES} {' '.join(found)}"


@given(rows(), triples(), triples(), st.booleans(), st.booleans())
@settings(max_examples=10, deadline=None)
def test_columns_of_rdf_and_of_merged_nodes_say_what_the_database_says(
    table: list[tuple[str, ...]], one: str, other: str, beside: bool, merged: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, text in enumerate((one, other)):
            (folder / f"{number}.ttl").write_text(text)
            import_rdf(folder / "store", [folder / f"{number}.ttl"])
        if beside:
            store_of(folder, table)
        if merged:
            base = "https://w3id.org/blocs/id/"
            change_merges(folder / "store", [Merge(f"{base}aland", "Aland", f"{base}celand", "Celand", "2001-05-01")])
        source = open_store(folder / "store")
        plain = without_columns(source)
        assert source.columns is not None and len(source.columns) == 1
        assert has_undated(source) == has_undated(plain)
        assert Counter(read_stretches(source)) == Counter(read_stretches(plain))
        some = [Entity(f"https://w3id.org/blocs/id/{name.lower()}", name.lower(), name, "state") for name in NAMES]
        for period in PERIODS:
            for asked in ((), ("role",), ("start",), COLUMNS):
                for members, bodies in ((None, None), (some[:2], None), (some[1:4], some[3:])):
                    wanted = set(read_stretches(plain, period, members, bodies, asked))
                    assert set(read_stretches(source, period, members, bodies, asked)) == wanted
            for role in ("full", "associate", "any"):
                assert set(read_pairs(source, period, role=role)) == set(read_pairs(plain, period, role=role))
                for side in ("member", "body"):
                    wanted_here = read_participants(plain, side, period, role)
                    assert read_participants(source, side, period, role) == wanted_here


def test_rdf_beside_a_table_has_columns_of_both(tmp_path: Path) -> None:
    store_of(tmp_path, [("Aland", "League", "", "1990", "1995", "")])
    more = tmp_path / "more.ttl"
    more.write_text(f"{PREFIXES} :celand org:memberOf :league . :league a org:Organization .")
    import_rdf(tmp_path / "store", [more])
    source = open_store(tmp_path / "store")
    assert source.columns is not None
    assert {stretch.member.rpartition("/")[2] for stretch in read_stretches(source)} == {"aland", "celand"}


def test_columns_that_would_take_long_to_make_are_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blocs.graph.sources.stores.stored_columns._MANY", 0)
    (tmp_path / "one.ttl").write_text(f"{PREFIXES} [] a org:Membership ; org:member :celand ; org:organization :pact .")
    import_rdf(tmp_path / "store", [tmp_path / "one.ttl"])
    source = open_store(tmp_path / "store")
    assert source.columns is None
    assert [stretch.member for stretch in read_stretches(source)] == ["https://w3id.org/blocs/id/celand"]


def test_a_database_that_was_written_to_is_asked_itself(tmp_path: Path) -> None:
    store_of(tmp_path, [("Aland", "League", "", "1990", "1995", "")])
    (generation,) = (tmp_path / "store").glob("generation-*")
    written = Store(str(generation / "db"))
    base = "https://w3id.org/blocs/id/"
    written.add(
        Quad(NamedNode(f"{base}celand"), NamedNode("http://www.w3.org/ns/org#memberOf"), NamedNode(f"{base}league"))
    )
    written.flush()
    del written
    source = open_store(tmp_path / "store")
    assert source.columns is None
    assert {stretch.member.rpartition("/")[2] for stretch in read_stretches(source)} == {"aland", "celand"}


@pytest.mark.parametrize("damage", ["missing", "cut", "empty", "another format"])
def test_columns_that_cannot_be_read_are_done_without(tmp_path: Path, damage: str) -> None:
    store_of(tmp_path, [("Aland", "League", "", "1990", "1995", "")])
    (path,) = (tmp_path / "store").glob("generation-*/*.columns")
    if damage == "missing":
        path.unlink()
    else:
        content = path.read_bytes()
        broken = {
            "cut": content[:-1],
            "empty": b"",
            "another format": content.replace(b"memberships 1", b"memberships 9"),
        }
        path.unlink()
        path.write_bytes(broken[damage])
    source = open_store(tmp_path / "store")
    assert source.columns is None
    assert [stretch.start for stretch in read_stretches(source)] == ["1990"]


def test_a_table_that_is_replaced_brings_its_own_columns(tmp_path: Path) -> None:
    store_of(tmp_path, [("Aland", "League", "", "1990", "1995", "")], [("Celand", "Pact", "", "1990", "", "")])
    source = store_of(tmp_path, [("Borland", "League", "", "1990", "1995", "")])
    assert source.columns is not None
    assert {stretch.member.rpartition("/")[2] for stretch in read_stretches(source)} == {"borland", "celand"}
