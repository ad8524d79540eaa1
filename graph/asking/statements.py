"""Questions of statements: who proposed, said, decided, planned or ruled out what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..entities import Entity
from ..names import normal
from ..source import values
from ..terms import PREFIXES, prologue, sparql_term
from .grammar import Form
from .patterns import Found, compiled
from .phrases import ACTS, PHRASES
from .questions import Question, Select, YesNo
from .reading import Reading, slot

__all__ = ["FORMS"]

_SMALL = frozenset(word.strip() for word in PHRASES["SMALL"].split("/"))
_SAID = {
    "Proposal": "proposed", "RulingOut": "ruled out", "Decision": "decided", "Plan": "planned", "Assertion": "said",
}  # fmt: skip
# Which statements a verb can mean: what somebody proposed he also said, but what he ruled out he did not say.
_MEANT = {"Assertion": ("Assertion", "Assessment", "Proposal")}
_SYNONYMS = {
    "expel": "exclude", "remove": "exclude", "oust": "exclude", "eject": "exclude", "throw": "exclude", "kick": "exclude",
    "drop": "exclude", "fight": "combat", "war": "combat", "create": "organize", "form": "organize", "establish": "organize",
    "setup": "organize", "assist": "assistance", "aid": "assistance", "help": "assistance", "work": "collaborate",
    "cooperate": "collaborate", "cooperation": "collaborate", "troop": "force", "join": "participation",
    "participate": "participation", "part": "participation", "organise": "organize", "defence": "defense",
}  # fmt: skip


@dataclass(frozen=True)
class _Said:
    """A statement of the graph: its classes and the stems of each of its names."""

    entity: Entity
    acts: frozenset[str]
    stems: frozenset[str]


def _statements(reading: Reading) -> list[_Said]:
    """All statements of the graph, read once for a question that needs them."""
    graph = reading.graph
    known = getattr(graph, "_statements_read", None)
    if known is None:
        body = "SELECT ?s ?act WHERE { ?s a blocs:Statement , ?act }"
        acts: dict[str, set[str]] = {}
        for statement, act in graph.source.select(prologue(body) + body):
            if isinstance(statement, NamedNode) and isinstance(act, NamedNode):
                acts.setdefault(statement.value, set()).add(act.value.removeprefix(PREFIXES["blocs"]))
        entities = ((graph.names.by_iri[iri], names) for iri, names in acts.items() if iri in graph.names.by_iri)
        known = [_Said(entity, frozenset(names), frozenset(_stems(entity))) for entity, names in entities]
        graph._statements_read = known  # type: ignore[attr-defined]
    return list(known)


@slot("speaker")
def _speakers(reading: Reading, at: int) -> Iterator[tuple[Entity, int]]:
    """Who says a thing: by name, or by an office: "the Russian defense minister"."""
    yield from reading.slot("person|group|state|body|source", at)
    for pattern in _BY_OFFICE:
        for end, found in pattern.match(reading, at, {}):
            body = (
                f"SELECT ?who WHERE {{ ?post a org:Post ; org:role {sparql_term(found['office'].term)} ;"
                f" org:postIn {sparql_term(found['of'].term)} ; org:heldBy ?who }}"
            )
            for (who,) in reading.graph.source.select(prologue(body) + body):
                if isinstance(who, NamedNode) and who.value in reading.graph.names.by_iri:
                    yield reading.graph.names.by_iri[who.value], end


def _stems(entity: Entity) -> Iterator[str]:
    for name in (entity.label, *entity.aliases):
        for word in (*normal(name).split(), *name.casefold().split()):
            yield _stem(word)


def _stem(word: str) -> str:
    """What words of one family begin with: "exclusion", "excluding" and "excluded" are "exclu"."""
    word = word.strip("'’")
    for ending in ("ations", "ation", "ision", "sion", "ions", "ion", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word.rstrip("d") if len(word) > 5 else word


_BY_OFFICE = [compiled("[ the ] <of:state|body> [ 's / ' ] <office>"), compiled("[ the ] <office> of <of:state|body>")]
_SYNONYM_STEMS = {_stem(word): _stem(other) for word, other in _SYNONYMS.items()}


@slot("topic_of")
def _topic(reading: Reading, at: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """All the rest of the question: the words of what was said."""
    stems = _stems_of(reading, at, len(reading.words))
    if stems:
        yield stems, len(reading.words)


def _stems_of(reading: Reading, at: int, end: int) -> tuple[str, ...]:
    """The stems of the words from `at` to `end`; a name of several words is that of its entity's shortest name."""
    stems: dict[str, None] = {}
    while at < end:
        named = [(e, stop) for e, stop in reading.entities(at, ("state", "body")) if at + 1 < stop <= end]
        if named and reading.words[at] not in _SMALL:
            entity, at = named[0]
            stems |= dict.fromkeys(_stem(word) for word in normal(entity.short).split())
            continue
        if reading.words[at] not in _SMALL:
            stems[_stem(reading.words[at])] = None
        at += 1
    return tuple(stems)


def _matching(reading: Reading, stems: tuple[str, ...], act: str) -> list[Entity]:
    """The statements of an act whose names have all these words, or usual synonyms of them."""
    meant = _MEANT.get(act, (act,))
    names = reading.graph.names

    def has(one: _Said, stem: str) -> bool:
        if stem in one.stems or _SYNONYM_STEMS.get(stem, "") in one.stems:
            return True
        # Another name of something: "Azeri" of Azerbaijan, "Moscow's" of Moscow.
        return any(
            set(map(_stem, normal(e.label).split())) <= one.stems for e in names.matches(stem, ("state", "body"))
        )

    return [
        one.entity for one in _statements(reading) if one.acts & set(meant) and all(has(one, stem) for stem in stems)
    ]


def _speaker(reading: Reading, found: Found, act: str) -> Question | None:
    matched = _matching(reading, found["topic_of"], act)
    if not matched:
        return None
    pattern = f"{values('fact', (e.term for e in matched))} ?fact blocs:speaker ?answer ."
    return Select(f"who {_SAID[act]}: {' / '.join(e.label for e in matched)}", pattern)


def _what(reading: Reading, found: Found, act: str) -> Question | None:
    """What somebody said, at an event and about a thing where the question names them."""
    parts, words = [f"?answer a {_acts(act)} ."], f"what was {_SAID[act]}"
    if act == "Assertion" and "any" not in found:
        parts, words = ["?answer a blocs:Statement ."], "what was said"
    speaker: Entity | None = found.get("speaker")
    if speaker is not None:
        parts.append(f"?answer blocs:speaker {sparql_term(speaker.term)} .")
        words = f"what {speaker.label} {_SAID[act]}"
    if "event" in found:
        parts.append(f"{values('event', (e.term for e in found['event']))} ?answer blocs:at ?event .")
        words += f" at: {found['event'][0].label}"
    if "subject" in found:
        parts.append(f"?answer blocs:about {sparql_term(found['subject'].term)} .")
        words += f" about {found['subject'].short}"
    pattern = "\n".join(parts)
    return Select(words, pattern, grounds=f"{pattern}\nBIND(?answer AS ?fact)")


def _acts(act: str) -> str:
    return f"blocs:{act}"


def _whether(reading: Reading, found: Found, act: str) -> Question | None:
    matched = _matching(reading, found["topic_of"], act)
    speaker: Entity = found["speaker"]
    if not matched:
        return None
    pattern = f"{values('fact', (e.term for e in matched))} ?fact blocs:speaker {sparql_term(speaker.term)} ."
    labels = " / ".join(e.label for e in matched)
    return YesNo(f"whether {speaker.label} {_SAID[act]}: {labels}", pattern, pattern)


def _forms(act: str) -> list[Form]:
    """The forms of one act, with its verbs."""
    verbs, name = ACTS[act], act
    by = "<speaker>"
    noun = {
        "Proposal": "proposal / suggestion / idea / demand / call / initiative",
        "RulingOut": "refusal / rejection",
        "Decision": "decision / resolution",
        "Plan": "plan / plans / intention / aim",
        "Assertion": "statement / claim / allegation / assertion / view / opinion / words / accusation",
    }[act]
    who = "( who / whom / which ( state / country / minister / official / person / politician / body / states / side / party ) / what ( state / country / body ) / whose ( defense / defence / foreign ) minister )"

    def speaker(reading: Reading, found: Found) -> Question | None:
        return _speaker(reading, found, name)

    def what(reading: Reading, found: Found) -> Question | None:
        return _what(reading, found, name)

    def whether(reading: Reading, found: Found) -> Question | None:
        return _whether(reading, found, name)

    shown = {"Proposal": "who proposed …", "RulingOut": "what did PERSON rule out", "Assertion": "who said that …"}
    return [
        Form(f"{{PLEASE}} {who} [ {{HAVE}} / {{BE}} / {{DO}} / first ] ( {verbs} ) <topic_of>", speaker),
        Form(f"{who} [ {{HAVE}} / {{BE}} / {{DO}} / first / wanted to ] ( {verbs} ) <topic_of>", speaker, shown.get(act, "")),
        Form(f"( whose ( {noun} ) ( was / is ) ( it / ) / who made the ( {noun} ) / who came up with the ( {noun} ) / who came with the ( {noun} ) / who is behind the ( {noun} ) / who was behind the ( {noun} ) / who announced a ( {noun} ) ) <topic_of>", speaker),
        Form(f"by whom ( was / were / is / has / have ) <passive:topic_then_{act}>", lambda r, f: _speaker(r, {"topic_of": f["passive"]}, name)),
        Form(f"who ( was / were / is ) <passive:topic_then_{act}>", lambda r, f: _speaker(r, {"topic_of": f["passive"]}, name)),
        Form(f"( what / what all / what else ) ( {{DO}} / {{HAVE}} / {{BE}} ) {by} ( {verbs} ) [ to do / doing / about <subject:any> / of <subject:any> / on <subject:any> ] [ ( at / in / during ) <event> ]", what),
        Form(f"what ( was / were / is / are / has been / have been ) ( {verbs} ) [ ( at / in / during / by the participants of ) <event> ] [ by {by} ] [ ( at / in / during ) <event> ]", what),
        Form(f"( what was / what is / what were / what are / list / show / ) {by} ( 's / ' / ) ( {noun} / {noun}s )", what),
        Form(f"( which / what / list / show / list all / list the / the ) ( {noun} / proposals / claims / statements / decisions / assertions ) ( {{DO}} / {{BE}} / {{HAVE}} / of / by / made by / from / put forward by ) [ the ] {by} [ make / made / put forward / have ] [ ( at / in / during ) <event> ]", what),
        Form(f"( {{DO}} / {{HAVE}} / {{BE}} ) {by} ( {verbs} ) <topic_of>", whether),
    ]  # fmt: skip


def _passive(act: str) -> None:
    verbs = [verb.strip() for verb in ACTS[act].split("/")]

    @slot(f"topic_then_{act}")
    def read(reading: Reading, at: int) -> Iterator[tuple[tuple[str, ...], int]]:
        """What was said, with the verb behind it: "by whom was the exclusion of Armenia proposed"."""
        words = reading.words[at:]
        if words and words[-1] == "by":
            words = words[:-1]
        for verb in verbs:
            parts = verb.split()
            if len(words) > len(parts) and list(words[-len(parts) :]) == parts:
                stems = tuple(dict.fromkeys(_stem(word) for word in words[: -len(parts)] if word not in _SMALL))
                if stems:
                    yield stems, len(reading.words)


for _act in ACTS:
    _passive(_act)

FORMS = [form for act in ACTS for form in _forms(act)]
