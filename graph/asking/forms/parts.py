"""Questions of parts: which bodies are part of which."""

from __future__ import annotations

from ...model.entities import Entity
from ...rdf.terms import text_of
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import Entities, Question, Related, Whether
from ..sparql.questions import query

__all__ = ["FORMS", "wholes_of"]

_PART = "org:subOrganizationOf"


def _parts(context: Context, found: Found) -> Question | None:
    return _related(found, inverse=True)


def _wholes(context: Context, found: Found) -> Question | None:
    return _related(found, inverse=False)


def wholes_of(context: Context, part: Entity) -> list[Entity]:
    """The bodies that a body is part of."""
    source = context.vocabulary.graph.source
    rows = source.select(query(Entities((Related(_PART, (part,), inverse=False),))))
    return context.vocabulary.graph.names.known(text_of(row[0]) for row in rows)


def _related(found: Found, inverse: bool) -> Question | None:
    if found.get("kind", "body") != "body":
        return None
    return Entities((Related(_PART, (found["body"],), inverse),))


def _is_part(context: Context, found: Found) -> Question | None:
    return Whether((found["part"],), (Related(_PART, (found["whole"],), inverse=True),))


FORMS = [
    Form("{ASK} [ {THE} ] <kind> [ that / which ] [ {BE} / {DO} ] [ {ALSO} ] {PART_OF} <body>", _parts, "which bodies are part of BODY"),
    Form("( {OPEN} / {ASK} {BE} ) [ {THE} ] {PARTS} ( of / in / within / under / inside / belonging to / that belong to ) <body>", _parts),
    Form("( {OPEN} / {ASK} {BE} / ) <body> [ 's / ' ] {PARTS}", _parts),
    Form("{ASK} [ {THE} ] <kind> {DO} <body> ( have / include / contain / comprise / consist of ) [ as parts ]", _parts),
    Form("<body> ( has / have / includes / contains / consists of ) ( which / what ) {PARTS}", _parts),
    Form("{ASK} [ {BE} ] [ {THE} ] ( {PARTS} ) ( does / do ) <body> ( have / include / contain / comprise / consist of )", _parts),
    Form("{ASK} ( does / do ) <body> ( have / include / contain ) [ as ] {PARTS}", _parts),
    Form("{ASK} {BE} [ {ALSO} ] ( part of / parts of / subordinate to / organs of ) <body>", _parts),
    Form("( {ASK} / of what / of what organization / of what organisation / of what body / of which body / of which organization / of which organisation / to what / to which body ) {BE} <body> [ a / an ] ( part / part of / organ of / body of / organ / subordinate / subordinate to / a component of / component )", _wholes, "what is BODY part of"),
    Form("to ( which / what ) [ <kind> ] {DO} <body> belong", _wholes),
    Form("{ASK} [ <kind> ] ( {BE} / {DO} ) <body> [ a / an ] ( part of / belong to / under / organ of / subordinate to / sit under / a body of )", _wholes),
    Form("( {BE} / {DO} ) <part:body> [ a / an ] {PART_OF} <whole:body>", _is_part),
    Form("( does / do ) <whole:body> ( include / contain / have / comprise ) <part:body> [ as a part ]", _is_part),
]  # fmt: skip
