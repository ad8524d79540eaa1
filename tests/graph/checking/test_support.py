"""Quotes that name neither of the things that their fact is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.checking import check_files
from broken_graphs import PREFIXES

GRAPH = """
:text a schema:Article ; skos:prefLabel "Text" .
:set a schema:Dataset ; skos:prefLabel "Set" ; blocs:asOf "2024"^^xsd:gYear ; dcterms:source :text .
:kenya a schema:Country ; skos:prefLabel "Kenya" ; org:memberOf :eac .
:eac a org:Organization ; skos:prefLabel "East African Community" ; blocs:abbreviation "EAC" .
quote:q a oa:TextQuoteSelector ; oa:exact "QUOTE" ; blocs:paragraph 1 ; dcterms:source :text .
fact:m a org:Membership ; org:member :kenya ; org:organization :eac ;
    blocs:basis blocs:stated ; blocs:evidence quote:q .
"""
TEXT = "Tourists like Mombasa. Rain fell.\n\nKenya is in the EAC."


def found(tmp_path: Path, quote: str, texts: tuple[str, ...] = ()) -> list[str]:
    (tmp_path / "mine.ttl").write_text(PREFIXES + GRAPH.replace("QUOTE", quote), encoding="utf-8")
    return [
        f"{one.what} {one.way_out}"
        for one in check_files([tmp_path / "mine.ttl"], texts=texts)
        if one.where == "fact:m"
    ]


@pytest.mark.parametrize(
    "quote",
    [
        "Kenya joined.",
        "Kenyan diplomats came.",
        "The EAC grew.",
        "The Community grew.",
        "Nairobi was admitted.",
        "It joined in 2000.",
        "Both countries joined.",
        "The alliance took in three more.",
    ],
)
def test_a_name_an_adjective_a_capital_or_a_pronoun_is_enough(tmp_path: Path, quote: str) -> None:
    assert found(tmp_path, quote) == []


def test_a_quote_about_something_else_is_reported_with_a_better_one(tmp_path: Path) -> None:
    said = "The quote names neither Kenya nor East African Community."
    assert found(tmp_path, "Tourists like Mombasa.") == [f"{said} Quote the words that say it, or correct the fact."]
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    better = found(tmp_path, "Tourists like Mombasa.", (str(tmp_path / "text.txt"),))
    assert better == [f"{said} Paragraph 2 names both: “Kenya is in the EAC.”."]
