"""Questions of who is deployed where, and as what: whose peacekeepers, observers or troops are in a place."""

from __future__ import annotations

from ...model.entities import Entity
from ...rdf.source import values
from ...rdf.terms import prologue
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import Condition, Entities, OfKind, Question, Really, Related, SaidWith, Whether

__all__ = ["FORMS"]

_SORTS = {
    "peacekeepers": ("peacekeep",),
    "observers": ("observer",),
    "troops": ("troop", "soldier", "force", "peacekeep"),
}
"""What a sentence must say of those deployed, by what is asked for: observers are no troops."""


def _deployed(context: Context, found: Found) -> Question | None:
    """Who is deployed in a place; states alone, or bodies, where these are asked for."""
    kind, place = found.get("kind", "state" if "whose" in found else ""), found["place"]
    if kind not in ("", "state", "body"):
        return None
    there = (Related(_PATH, (place,), inverse=True), *_of_sort(found, place, inverse=True))
    if "really" in found:
        there += (Really(_PATH, place),)
    return Entities((OfKind(kind), *there) if kind else there)


def _where(context: Context, found: Found) -> Question | None:
    """The places where somebody is deployed, as some sort of force if one is named."""
    return Entities((Related(_PATH, (found["entity"],)), *_of_sort(found, found["entity"], inverse=False)))


def _where_a_force(context: Context, found: Found) -> Question | None:
    """The places where a force is that has a name of its own, if the graph says, or some source claims, that it is anywhere."""
    force: Entity = found["force"]
    if "stationed" not in found and not any(
        word in force.label.casefold() for words in _SORTS.values() for word in words
    ):
        return None  # "where is the CIS" does not ask where its troops are
    given = f"{values('force', (force.term,))} {{ ?force {_PATH} ?place }} UNION {{ ?claim rdf:subject ?force ; rdf:predicate {_PATH} }}"
    body = f"SELECT ?force WHERE {{ {given} }} LIMIT 1"
    known = any(True for _ in context.vocabulary.graph.source.select(prologue(body) + body))
    return Entities((Related(_PATH, (force,)),)) if known else None


def _is_there(context: Context, found: Found) -> Question | None:
    """Whether somebody is deployed in a place, as some sort of force if one is named."""
    place = found["place"]
    there: tuple[Condition, ...] = (Related(_PATH, (place,), inverse=True), *_of_sort(found, place, inverse=True))
    if "really" in found:
        there += (Really(_PATH, place),)
    return Whether((found["whose"],), there)


def _of_sort(found: Found, entity: Entity, inverse: bool) -> tuple[Condition, ...]:
    return tuple(SaidWith(_PATH, entity, inverse, sort, words) for sort, words in _SORTS.items() if sort in found)


_PATH = "blocs:deployedIn"
_REALLY = "( really / actually / in reality / in fact / in truth ) #really"
_FORCES = (
    "( peacekeepers / peacekeeping forces ) #peacekeepers / ( observers / military observers ) #observers"
    " / ( forces / troops / soldiers / personnel ) #troops"
)
_STATIONED = "deployed / operating / stationed / active / present / based / represented"

_SOME = "[ any / some / its / their / own / its own / their own / military ]"

FORMS = [
    Form(f"{{BE}} there [ {_REALLY} ] [ any / some ] <whose:owner> [ 's / ' ] [ military ] ( {_FORCES} ) [ {_REALLY} ] [ {_STATIONED} ] in <place> [ {_REALLY} ]", _is_there),
    Form(f"{{BE}} [ any / the ] <whose:owner> [ 's / ' ] ( {_FORCES} ) [ {_REALLY} ] [ {_STATIONED} ] in <place> [ {_REALLY} ]", _is_there),
    Form(f"( {{DO}} / {{HAVE}} ) <whose:owner> [ {_REALLY} ] [ have / got / keep ] {_SOME} ( {_FORCES} ) [ {_STATIONED} ] in <place> [ {_REALLY} ]", _is_there),
    Form(f"{{BE}} <whose:owner> [ {_REALLY} ] ( {_STATIONED} ) in <place> [ {_REALLY} ]", _is_there),
    Form(f"whose ( {_FORCES} ) {{BE}} #whose [ {_REALLY} ] [ {_STATIONED} ] in <place>", _deployed),
    Form(f"whose ( {_FORCES} ) ( operate / serve ) #whose [ {_REALLY} ] in <place>", _deployed),
    Form(f"{_REALLY} whose ( {_FORCES} ) {{BE}} #whose [ {_STATIONED} ] in <place>", _deployed),
    Form(f"{{ASK}} [ <kind> ] [ {_REALLY} ] {{HAVE}} ( {_FORCES} ) [ {_STATIONED} ] in <place> [ {_REALLY} ]", _deployed),
    Form(f"{{ASK}} [ <kind> / {{NOUN}} ] [ {{BE}} ] [ that {{BE}} ] ( {_STATIONED} / operate ) in <place>", _deployed, "who is deployed in PLACE"),
    Form(f"where [ {_REALLY} ] {{BE}} <force:body> [ ( {_STATIONED} ) #stationed ] [ {_REALLY} ]", _where_a_force),
    Form(f"where [ {_REALLY} ] ( {{BE}} / {{DO}} ) <entity:body|state> [ 's / ' ] ( {_STATIONED} / operate / {_FORCES} ) [ {_STATIONED} / operate ] [ {_REALLY} ]", _where),
]  # fmt: skip
