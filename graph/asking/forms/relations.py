"""Questions of binary facts: under whose aegis, who organized, who founded, what is where, what was discussed."""

from __future__ import annotations

from ...model.entities import Entity
from ..language.form import Build, Context, Form
from ..language.patterns import Found
from ..logic.logical_form import DealtWith, Entities, OfKind, Question, Related, Whether

__all__ = ["FORMS"]


def _related(path: str, inverse: bool = False) -> Build:
    """What a property leads to from the entity that is named, or what it leads from if `inverse`."""

    def build(context: Context, found: Found) -> Question | None:
        entity: Entity | tuple[Entity, ...] = found["entity"]
        return Entities((Related(path, entity if isinstance(entity, tuple) else (entity,), inverse),))

    return build


def _conflicts(context: Context, found: Found) -> Question | None:
    """The conflicts in a place."""
    return Entities((OfKind("conflict"), Related("schema:location", (found["entity"],), inverse=True)))


def _is_in(context: Context, found: Found) -> Question | None:
    """Whether a place is in a state."""
    return Whether((found["place"],), (Related("schema:containedInPlace", (found["state"],), inverse=True),))


def _discussed(context: Context, found: Found) -> Question | None:
    """What was dealt with at an event."""
    return Entities((Related("schema:about", found["event"]),))


def _discussed_by(context: Context, found: Found) -> Question | None:
    """What was dealt with at the meetings that a body or group held."""
    return Entities((DealtWith(found["participant"], found.get("event", ())),))


FORMS = [
    Form("under ( whose / what / which [ body / organization / organisation ] ) [ ( body / organization / organisation ) ( 's / ' ) ] {AEGIS} ( {BE} / {DO} / will ) ( <entity:event> / <entity:body|topic> ) [ {HELD} ] [ developing / develop ]", _related("blocs:aegis")),
    Form("{ASK} [ <kind> ] {BE} ( held / conducted / organized / organised ) under the {AEGIS} of <entity:body>", _related("blocs:aegis", inverse=True)),
    Form("( who / which body / what body / which organization / which organisation / what organization ) ( organized / organised / organizes / organises / ran / conducted / convened / hosted / held / is organizing / staged ) <entity:event>", _related("schema:organizer"), "who organized EVENT"),
    Form("by whom {BE} <entity:event> ( organized / organised / held / conducted / convened )", _related("schema:organizer")),
    Form("( what / which ) ( kind / sort / type ) of ( <kind> / thing / entity ) {BE} <entity:body|event>", _related("org:classification")),
    Form("{ASK} [ {THE} ] ( conflict / conflicts / threat / threats / hot spot / hot spots ) [ {BE} / exist / are there / there ] [ located ] in <entity:place>", _conflicts),
    Form("( where is / in which country is / in what country is / where are / in which state is ) <entity:place> [ located / situated ]", _related("schema:containedInPlace")),
    Form("{BE} <place> [ located / situated ] in <state>", _is_in),
    Form("( which / what ) ( country / state ) is <entity:place> ( in / part of / located in / situated in )", _related("schema:containedInPlace")),
    Form("( where is / where are ) <entity:conflict|body> [ located / based / situated ]", _related("schema:location")),
    Form("( what / which topics / what topics / which issues / what issues / which subjects / what subjects / which topic / what topic ) ( was / were / is / are / will be / did they / ) ( discussed / dealt with / talked about / considered / debated / addressed / on the agenda / covered / raised / the topics / the topic ) <event:at_event>", _discussed, "what was discussed at EVENT"),
    Form("what ( was / is / were / will ) <event> [ be ] about", _discussed),
    Form("( what is / what was / what are / what were / ) [ the ] ( topics / topic / agenda / subject / subjects / themes ) ( of / at / for ) <event>", _discussed),
    Form("what {DO} ( <participant:body|group> / <participant:body> {NOUN} / {NOUN} of <participant:body> ) ( {DISCUSS} ) [ <event:at_event> ]", _discussed_by),
    Form("( what / ( what / which ) ( topics / topic / issues / questions / subjects / problems ) ) ( did / will / does ) <event> ( discuss / deal with / cover / address / consider )", _discussed),
]  # fmt: skip
