"""Joining, leaving and being in: laws that hold on every graph, and what is said where the data do not tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.asking.answering import Answer
from blocs.graph.knowledge import KnowledgeGraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

STATES = ("Ashland", "Birchland", "Cedarland")
BODIES = ("Alpha Pact", "Beta Union")
YEARS = range(1990, 2000)

Spans = dict[tuple[str, str], list[tuple[int, int | None]]]


@st.composite
def memberships(draw: st.DrawFn) -> Spans:
    """For each state and body the years in which it is in, as spans; None is an end that is not known."""
    found: Spans = {}
    for state in STATES:
        for body in BODIES:
            years = [year for year in YEARS if draw(st.booleans())]
            spans: list[tuple[int, int | None]] = []
            for year in years:
                if spans and spans[-1][1] == year - 1:
                    spans[-1] = (spans[-1][0], year)
                else:
                    spans.append((year, year))
            if spans and spans[-1][1] == YEARS[-1]:
                spans[-1] = (spans[-1][0], None)
            found[state, body] = spans
    return found


def graph_of(spans: Spans) -> KnowledgeGraph:
    """A graph of these memberships, its date the last of the years; the bodies last through all of them."""
    lines = [
        "@prefix : <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> .",
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix blocs: <https://w3id.org/blocs/ns#> .",
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
        f':data a schema:Dataset ; blocs:asOf "{YEARS[-1]}"^^xsd:gYear .',
        *(f':s{i} a schema:Country ; skos:prefLabel "{name}" .' for i, name in enumerate(STATES)),
        *(f':b{i} a org:Organization ; skos:prefLabel "{name}" .' for i, name in enumerate(BODIES)),
        ':other a org:Organization ; skos:prefLabel "Other" . :x a org:Membership ; org:member :s0 ; org:organization :other ;'
        ' schema:startDate "1980"^^xsd:gYear .',
    ]
    for (state, body), held in spans.items():
        for start, end in held:
            until = f' ; schema:endDate "{end}"^^xsd:gYear' if end is not None else ""
            node = f":m{STATES.index(state)}{BODIES.index(body)}{start} a org:Membership"
            ends = f"org:member :s{STATES.index(state)} ; org:organization :b{BODIES.index(body)}"
            lines.append(f'{node} ; {ends} ; schema:startDate "{start}"^^xsd:gYear{until} .')
    return library.load(text="\n".join(lines))
