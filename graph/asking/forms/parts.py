"""Questions of parts: which bodies are part of which."""

from __future__ import annotations

from ...model.entities import Entity
from ...rdf.terms import sparql_term
from ..language.form import Form
from ..language.patterns import Found
from ..language.reading import Reading
from ..meaning import Question, YesNo, binary_fact
from .relations import tied

__all__ = ["FORMS"]


def _parts(reading: Reading, found: Found) -> Question | None:
    if found.get("kind", "body") != "body":
        return None
    whole: Entity = found["body"]
    return tied("org:subOrganizationOf", whole, f"bodies that are part of {whole.short}", inverse=True)


def _wholes(reading: Reading, found: Found) -> Question | None:
    if found.get("kind", "body") != "body":
        return None
    part: Entity = found["body"]
    return tied("org:subOrganizationOf", part, f"bodies that {part.short} is part of")


def _is_part(reading: Reading, found: Found) -> Question | None:
    part: Entity = found["part"]
    whole: Entity = found["whole"]
    pattern = f"{sparql_term(part.term)} org:subOrganizationOf {sparql_term(whole.term)} ."
    fact = binary_fact(sparql_term(part.term), "org:subOrganizationOf", sparql_term(whole.term))
    return YesNo(f"whether {part.short} is part of {whole.short}", pattern, fact)


FORMS = [
    Form("{ASK} [ {THE} ] <kind> [ that / which ] [ {BE} / {DO} ] [ {ALSO} ] {PART_OF} <body>", _parts, "which bodies are part of BODY"),
    Form("( {OPEN} / {ASK} {BE} ) [ {THE} ] {PARTS} ( of / in / within / under / inside / belonging to / that belong to ) <body>", _parts),
    Form("( {OPEN} / {ASK} {BE} / ) <body> [ 's / ' ] {PARTS}", _parts),
    Form("{ASK} [ {THE} ] <kind> {DO} <body> ( have / include / contain / comprise / consist of ) [ as parts ]", _parts),
    Form("<body> ( has / have / includes / contains / consists of ) ( which / what ) {PARTS}", _parts),
    Form("{ASK} [ {BE} ] [ {THE} ] ( {PARTS} ) ( does / do ) <body> ( have / include / contain / comprise / consist of )", _parts),
    Form("{ASK} ( does / do ) <body> ( have / include / contain ) [ as ] {PARTS}", _parts),
    Form("{ASK} {BE} [ {ALSO} ] ( part of / parts of / subordinate to / organs of ) <body>", _parts),
    Form("( {ASK} / of what / of which body / of which organization / of which organisation / to what / to which body ) {BE} <body> [ a / an ] ( part / part of / organ of / body of / organ / subordinate / subordinate to / a component of / component )", _wholes, "what is BODY part of"),
    Form("to ( which / what ) [ <kind> ] {DO} <body> belong", _wholes),
    Form("{ASK} [ <kind> ] ( {BE} / {DO} ) <body> [ a / an ] ( part of / belong to / under / organ of / subordinate to / sit under / a body of )", _wholes),
    Form("( {BE} / {DO} ) <part:body> [ a / an ] {PART_OF} <whole:body>", _is_part),
    Form("( does / do ) <whole:body> ( include / contain / have / comprise ) <part:body> [ as a part ]", _is_part),
]  # fmt: skip
