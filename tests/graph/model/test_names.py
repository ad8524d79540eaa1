"""Names that differ by a sign, digits of other scripts, and one thing that is a state and a body."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.knowledge import load
from blocs.graph.model.naming.forms import normal, slug
from blocs.graph.readers.names.ids import Ids, id_for
from hypothesis import given
from hypothesis import strategies as st


def ids(result: Any) -> list[str]:
    assert result.code == 0, result
    head, *lines = [line.split("\t") for line in result.out.splitlines()]
    return [line[head.index("id")] for line in lines]


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, *rows: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(["member,organization,start,end", *rows]) + "\n", encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("one", "other"), [("OPEC", "OPEC+"), ("G7", "G7+"), ("C club", "C++ club"), ("C club", "C# club"), ("C", "C++")]
)
def test_signs_that_carry_meaning(blocs: Callable[..., Any], table: Callable[..., Path], one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        data = table("m.csv", f"France,{first},,", f"Russia,{second},,")
        assert ids(blocs("who", first, "--data", data)) == ["france"]
        assert ids(blocs("who", second, "--data", data)) == ["russia"]
        assert ids(blocs("who", f"{first} or {second}", "--data", data)) == ["france", "russia"]
        assert set(ids(blocs("list", "bodies", "--data", data))) == {slug(one), slug(other)}
        assert "no" in blocs("ask", f"is Russia in {first}", "--data", data, "--format", "table").out


def test_punctuation_carries_none(blocs: Callable[..., Any], table: Callable[..., Path]) -> None:
    data = table("m.csv", "Korea (North),UN,,", "Korea North,U.N.,,", "KOREA-NORTH,un,,")
    assert ids(blocs("list", "states", "--data", data)) == ["north-korea"]
    assert ids(blocs("who", "UN", "--data", data)) == ["north-korea"]


DIGITS = {
    "Arabic": "٠١٢٣٤٥٦٧٨٩",
    "Persian": "۰۱۲۳۴۵۶۷۸۹",
    "Devanagari": "०१२३४५६७८९",
    "full width": "０１２３４５６７８９",
}


@pytest.mark.parametrize("script", DIGITS)
def test_digits_of_other_scripts(blocs: Callable[..., Any], table: Callable[..., Path], script: str) -> None:
    def written(text: str) -> str:
        return text.translate(str.maketrans("0123456789", DIGITS[script]))

    assert ids(blocs("who", "CST", "--as-of", written("2001"))) == ids(blocs("who", "CST", "--as-of", "2001"))
    data = table("m.csv", f"Egypt,G7,{written('1990')},{written('1995')}", f"Japan,{written('G7')},{written('2000')},")
    assert ids(blocs("who", "G7", "--as-of", "1992", "--data", data)) == ["egypt"]
    assert ids(blocs("who", "G7", "--as-of", "2010", "--data", data)) == ["japan"]
    assert normal(written("G20")) == "g20" and slug(written("G20")) == "g20"


@pytest.mark.parametrize("text", ["②⓪⓪①", "二〇〇一", "²⁰⁰¹"])
def test_what_are_no_digits_of_a_date(blocs: Callable[..., Any], text: str) -> None:
    result = blocs("who", "CST", "--as-of", text)
    assert result.code == 2 and "is not a date" in result.err


def test_a_state_and_a_body_at_once(blocs: Callable[..., Any], table: Callable[..., Path], tmp_path: Path) -> None:
    both = ["France,European Union,1958,", "Italy,European Union,1958,", "European Union,WTO,1995,", "France,WTO,1995,"]
    one, two = table("one.csv", *both[:2]), table("two.csv", *both[2:])
    graph = tmp_path / "eu.ttl"
    graph.write_text(
        "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> ."
        "@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        ':eu a schema:Country, org:Organization ; skos:prefLabel "European Union" ; org:memberOf :wto .'
        ':wto a org:Organization ; skos:prefLabel "WTO" . :france a schema:Country ; skos:prefLabel "France" ;'
        ' org:memberOf :eu, :wto . :italy a schema:Country ; skos:prefLabel "Italy" ; org:memberOf :eu .'
    )
    assert blocs("import", "csv", one, "--store", tmp_path / "store").code == 0
    assert blocs("import", "csv", two, "--store", tmp_path / "store").code == 0
    for source in (
        ["--data", table("all.csv", *both)],
        ["--data", one, "--data", two],
        ["--data", two, "--data", one],
        ["--store", tmp_path / "store"],
        ["--data", graph],
    ):
        assert ids(blocs("who", "European Union", *source)) == ["france", "italy"]
        assert len(ids(blocs("who", "WTO", *source))) == 2
        assert ids(blocs("who", "European Union and WTO", *source)) == ["france"]
        names = load(*source[1::2]).names if source[0] == "--data" else load(store=source[1]).names
        (union,) = [entity for entity in names.entities if entity.label == "European Union"]
        # A table with a column of members does not say of what kind they are.
        assert union.kinds == ("body", "state" if source[-1] == graph else "member")
        assert ids(blocs("list", "states", *source)) == ["france", "italy"]  # as "which states" has it
        assert union.id in ids(blocs("list", "bodies", *source))


@given(st.lists(st.sampled_from(["Пакт A", "Союз A", "пакт a", "A", "НАТО", "нато", "OPEC", "OPEC+", "U.S.A.", "USA"])))
def test_one_id_for_one_thing_over_several_tables(names: list[str]) -> None:
    """Whatever else a table names, and in whatever order."""
    given_ids = Ids()
    for name in names:
        assert given_ids.give(name, "body") == id_for(name)
    keys = {normal(name): id_for(name) for name in names}
    assert len(set(keys.values())) == len(keys)
