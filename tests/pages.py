"""What tests of pages ask a page that is open in a browser."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["PHONE", "SPANS", "drawn", "labelled", "lines", "listed", "option", "settled"]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

SPANS = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix blocs: <https://w3id.org/blocs/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:set a schema:Dataset ; skos:prefLabel "A table" ; blocs:asOf "2000"^^xsd:gYear .
:a a schema:Country ; skos:prefLabel "Aland" ; blocs:iso3 "ALA" . :b a schema:Country ; skos:prefLabel "Bland" .
:x a org:Organization ; skos:prefLabel "X" . :y a org:Organization ; skos:prefLabel "=Y()" .
:m1 a org:Membership ; org:member :a ; org:organization :x ; schema:startDate "1950"^^xsd:gYear .
:m2 a org:Membership ; org:member :b ; org:organization :x ; schema:startDate "1960-05"^^xsd:gYearMonth ;
  schema:endDate "1970"^^xsd:gYear .
:m3 a org:Membership ; org:member :b ; org:organization :y ; schema:startDate "1990"^^xsd:gYear .
"""


def drawn(tab: Any) -> set[str]:
    """The names of the nodes that the picture shows."""
    js = "blocsPage.cy.nodes(':visible').map((n) => n.data('i'))"
    entities = json.loads(tab.locator("#data").text_content())["entities"]
    return {entities[i].get("label", "") for i in tab.evaluate(js)}


def lines(tab: Any) -> int:
    return int(tab.evaluate("blocsPage.cy.edges(':visible').length"))


def listed(tab: Any) -> list[str]:
    return [one.inner_text().split("\n")[0] for one in tab.locator("#list").get_by_role("option").all()]


def option(tab: Any, name: str) -> Any:
    return tab.locator("#list").get_by_role("option").filter(has=tab.get_by_text(name, exact=True))


def settled(tab: Any) -> None:
    tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def labelled(tab: Any) -> set[str]:
    """The labels that the picture shows."""
    return set(tab.evaluate("blocsPage.cy.nodes(':visible').map((n) => n.data('label')).filter(Boolean)"))
