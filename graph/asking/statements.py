"""Questions of statements: who proposed, said, decided, planned or ruled out what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..entities import Entity
from ..names import normal
from ..source import values
from ..terms import PREFIXES, prologue, sparql_term
from .grammar import Form
from .patterns import Found, compiled
from .phrases import ACTS, PHRASES, WISHES
from .questions import Question, Select, YesNo
from .reading import Reading, slot
from .words import split

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
    """A statement of the graph: its classes, and each of its names as it is compared with what was asked."""

    entity: Entity
    acts: frozenset[str]
    names: tuple[_Content, ...]
    stems: frozenset[str]


@dataclass(frozen=True)
class _Content:
    """What is said, without its small words: stems, whether it is denied, and whom it speaks of in which part.

    `mentions` are entities in their order, each with the word that gives it its part ("against", "from", or "").
    """

    stems: tuple[str, ...]
    denied: bool
    mentions: tuple[tuple[str, str], ...]
    bare: bool

    def agrees(self, other: _Content) -> bool:
        """Whether these can be said in the words of the other: not its contrary, and nobody in another's part."""
        if self.denied != other.denied:
            return False
        if any(part and (part, who) not in other.mentions for part, who in self.mentions):
            return False
        rest = iter(who for _, who in other.mentions)
        plain = [who for part, who in self.mentions if not part]
        return all(who in rest for who in plain)


_PARTS = {"against": "against", "from": "from", "side": "side", "with": "with", "out": "from"}
_DENIALS = frozenset(
    ("not", "no", "never", "cannot", "nobody", "none", "nothing", "neither", "nor", "without", "hardly")
)


def _content(words: Sequence[str], entities: Callable[[int], tuple[Entity, int] | None]) -> _Content:
    """Words as content; `entities` finds the entity that is named at a place, and where its name ends."""
    stems: dict[str, None] = {}
    mentions: list[tuple[str, str]] = []
    part, at, bare = "", 0, True
    while at < len(words):
        word = words[at]
        part = _PARTS.get(word, part)
        if (named := entities(at)) is not None:
            entity, end = named
            mentions.append((part, entity.iri))
            said = normal(entity.short).split() if end > at + 1 else [word]
            stems |= dict.fromkeys(_stem(one) for one in said)
            part, at = "", end
            continue
        if word not in _SMALL:
            bare = bare and word in _DENIALS
            stems[_stem(word)] = None
        at += 1
    return _Content(tuple(stems), bool(_DENIALS & set(words)), tuple(mentions), bare)


def _statements(reading: Reading) -> list[_Said]:
    """All statements of the graph, read once for a question that needs them."""
    graph = reading.graph
    known: list[_Said] | None = getattr(graph, "_statements_read", None)
    if known is None:
        body = "SELECT ?s ?act WHERE { ?s a blocs:Statement , ?act }"
        acts: dict[str, set[str]] = {}
        for statement, act in graph.source.select(prologue(body) + body):
            if isinstance(statement, NamedNode) and isinstance(act, NamedNode):
                acts.setdefault(statement.value, set()).add(act.value.removeprefix(PREFIXES["blocs"]))
        known = [
            _said(reading, graph.names.by_iri[iri], frozenset(classes))
            for iri, classes in acts.items()
            if iri in graph.names.by_iri
        ]
        graph._statements_read = known  # type: ignore[attr-defined]
    return known


def _said(reading: Reading, entity: Entity, acts: frozenset[str]) -> _Said:
    contents = []
    for name in (entity.label, *entity.aliases):
        words, written = split(name)
        part = Reading(reading.graph, words, written, reading.period)
        contents.append(_content(words, lambda at, part=part: _named(part, at)))  # type: ignore[misc]
    return _Said(entity, acts, tuple(contents), frozenset(_stems(entity)))


def _named(reading: Reading, at: int) -> tuple[Entity, int] | None:
    """The state or body that is named here, also by its demonym."""
    if reading.words[at] in _SMALL:
        return None
    return next(iter(reading.slot("owner", at)), None)


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
    for ending in ("ally", "ly", "ations", "ation", "ision", "sion", "ions", "ion", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word.rstrip("d") if len(word) > 5 else word


_BY_OFFICE = [compiled("[ the ] <of:owner> [ 's / ' ] <office>"), compiled("[ the ] <office> of <of:owner>")]
_SYNONYM_STEMS = {_stem(word): _stem(other) for word, other in _SYNONYMS.items()}


@slot("topic_of")
def _topic(reading: Reading, at: int) -> Iterator[tuple[_Content, int]]:
    """All the rest of the question: what was said."""
    asked = _asked(reading, at, len(reading.words))
    if asked is not None:
        yield asked, len(reading.words)


def _asked(reading: Reading, start: int, end: int) -> _Content | None:
    """The words of a question from a place to another as content; None where they only name somebody."""

    def named(at: int) -> tuple[Entity, int] | None:
        found = _named(reading, start + at)
        return (found[0], found[1] - start) if found is not None and found[1] <= end else None

    content = _content(reading.words[start:end], named)
    return None if content.bare or not content.stems else content


def _matching(reading: Reading, asked: _Content, act: str) -> list[Entity]:
    """The statements of an act that say it: in these words or usual synonyms, and not the contrary."""
    return [
        one.entity
        for one in _statements(reading)
        if one.acts & set(_MEANT.get(act, (act,))) and _says(reading, one, asked)
    ]


def _says(reading: Reading, one: _Said, asked: _Content) -> bool:
    if not all(_has(reading, one.stems, stem) for stem in asked.stems):
        return False
    # The names that have most of the words are those that it is said in; one of them must agree.
    shared = [sum(_has(reading, frozenset(name.stems), stem) for stem in asked.stems) for name in one.names]
    best = max(shared)
    closest = [name for name, count in zip(one.names, shared, strict=True) if count == best]
    whole = [name for name, count in zip(one.names, shared, strict=True) if count == len(asked.stems)]
    return any(asked.agrees(name) for name in whole or closest) and any(asked.denied == name.denied for name in closest)


def _has(reading: Reading, stems: frozenset[str], stem: str) -> bool:
    """Whether a word, a usual synonym, or the label of what it names is among some stems."""
    if stem in stems or _SYNONYM_STEMS.get(stem, "") in stems:
        return True
    named = reading.graph.names.matches(stem, ("state", "body"))
    return any(set(map(_stem, normal(entity.label).split())) <= stems for entity in named)


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


_NOUNS = {
    "Proposal": "proposal / suggestion / idea / demand / call / initiative",
    "RulingOut": "refusal / rejection / ruling-out",
    "Decision": "decision / resolution",
    "Plan": "plan / intention",
    "Assertion": "statement / claim / allegation / assertion / view / opinion / words / accusation / remark",
}


def _several(noun: str) -> str:
    """The plural of a noun of acts.

    >>> _several("proposal"), _several("ruling-out"), _several("words")
    ('proposals', 'rulings-out', 'words')
    """
    first, dash, rest = noun.partition("-")
    return noun if noun.endswith("s") else f"{first}s{dash}{rest}"


def _forms(act: str) -> list[Form]:
    """The forms of one act, with its verbs."""
    verbs, name = ACTS[act], act
    by = "<speaker>"
    noun = _NOUNS[act]
    nouns = " / ".join(_several(one.strip()) for one in noun.split("/"))
    who = "( who / whom / which ( state / country / minister / official / person / politician / body / states / side / party ) / what ( state / country / body ) / whose ( defense / defence / foreign ) minister )"

    def speaker(reading: Reading, found: Found) -> Question | None:
        return _speaker(reading, found, name)

    def speaker_about(reading: Reading, found: Found) -> Question | None:
        subject: Entity = found["subject"]
        pattern = f"?fact a {_acts(name)} ; blocs:about {sparql_term(subject.term)} ; blocs:speaker ?answer ."
        return Select(f"who {_SAID[name]} something about {subject.label}", pattern)

    def what(reading: Reading, found: Found) -> Question | None:
        return _what(reading, found, name)

    def whether(reading: Reading, found: Found) -> Question | None:
        return _whether(reading, found, name)

    shown = {"Proposal": "who proposed …", "RulingOut": "what did PERSON rule out", "Assertion": "who said that …"}
    return [
        Form(f"{{PLEASE}} {who} [ {{HAVE}} / {{BE}} / {{DO}} / first ] ( {verbs} ) <topic_of>", speaker),
        Form(f"{who} [ {{HAVE}} / {{BE}} / {{DO}} / first / wanted to ] ( {verbs} ) <topic_of>", speaker, shown.get(act, "")),
        *([Form(f"{who} [ {{HAVE}} / {{DO}} ] ( {WISHES} ) <topic_of>", speaker)] if act == "Proposal" else []),
        Form(f"<passive:whom_{act}>", lambda r, f: _speaker(r, {"topic_of": f["passive"]}, name)),
        Form(f"( whose ( {noun} ) ( was / is ) ( it / ) / who made ( a / the / this ) ( {noun} ) / who took ( a / the ) ( {noun} ) / who put forward ( a / the ) ( {noun} ) / who came up with the ( {noun} ) / who came with the ( {noun} ) / who is behind the ( {noun} ) / who was behind the ( {noun} ) / who announced a ( {noun} ) ) <topic_of>", speaker),
        Form(f"who ( made / took / put forward / came up with / is behind / was behind / announced / adopted ) [ a / the / this / any ] ( {noun} / {nouns} ) {{ABOUT}} <subject:any>", speaker_about),
        Form(f"by whom ( was / were / is / has / have ) <passive:topic_then_{act}>", lambda r, f: _speaker(r, {"topic_of": f["passive"]}, name)),
        Form(f"who ( was / were / is ) <passive:topic_then_{act}>", lambda r, f: _speaker(r, {"topic_of": f["passive"]}, name)),
        Form(f"( what / what all / what else ) ( {{DO}} / {{HAVE}} / {{BE}} ) {by} ( {verbs} ) [ to do / doing / about <subject:any> / of <subject:any> / on <subject:any> ] [ <event:occasion> ]", what),
        Form(f"what ( was / were / is / are / has been / have been ) ( {verbs} ) [ <event:occasion> / by the {{ATTENDEE}} ( of / in / at ) <event> ] [ by {by} ] [ <event:occasion> ]", what),
        Form(f"what ( {{DO}} / {{HAVE}} ) [ the ] {{ATTENDEE}} ( of / in / at ) <event> ( {verbs} ) [ to do / on / about ]", what),
        Form(f"( what was / what is / what were / what are / list / show / ) {by} ( 's / ' / ) ( {noun} / {nouns} )", what),
        Form(f"{{OPEN}} [ {{THE}} ] ( {noun} / {nouns} ) ( {{DO}} / {{BE}} / {{HAVE}} / of / by / [ {{BE}} ] made by / from / [ {{BE}} ] put forward by ) [ the ] {by} [ make / made / put forward / have ] [ {{ABOUT}} <subject:any> ] [ <event:occasion> ]", what),
        Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] ( {nouns} ) [ [ {{THAT}} ] [ {{BE}} / {{HAVE}} been ] ( made / taken / put forward / given / there / adopted / issued / reached / mentioned / announced / tabled ) ] [ [ {{THAT}} ] [ {{BE}} ] {{ABOUT}} <subject:any> ] [ [ {{BE}} ] [ made / taken / put forward ] <event:occasion> ]", what),
        Form(f"what {{BE}} ( {verbs} ) {{ABOUT}} <subject:any> [ <event:occasion> ]", what),
        Form(f"( {{DO}} / {{HAVE}} / {{BE}} ) {by} ( {verbs} ) <topic_of>", whether),
    ]  # fmt: skip


def _passive(act: str) -> None:
    verbs = [verb.strip() for verb in ACTS[act].split("/")]

    @slot(f"topic_then_{act}")
    def read(reading: Reading, at: int) -> Iterator[tuple[_Content, int]]:
        """What was said, with the verb behind it: "by whom was the exclusion of Armenia proposed"."""
        words = reading.words[at:]
        if words and words[-1] == "by":
            words = words[:-1]
        for verb in verbs:
            parts = verb.split()
            if len(words) > len(parts) and list(words[-len(parts) :]) == parts:
                asked = _asked(reading, at, at + len(words) - len(parts))
                if asked is not None:
                    yield asked, len(reading.words)

    @slot(f"whom_{act}")
    def whom(reading: Reading, at: int) -> Iterator[tuple[_Content, int]]:
        """What was said, by whom behind it: "the exclusion of Armenia was proposed by whom"."""
        if reading.words[-2:] in (("by", "whom"), ("by", "who")):
            for verb in verbs:
                end = len(reading.words) - 2 - len(verb.split())
                if at < end and reading.words[end:-2] == tuple(verb.split()):
                    asked = _asked(reading, at, end)
                    if asked is not None:
                        yield asked, len(reading.words)


for _act in ACTS:
    _passive(_act)

FORMS = [form for act in ACTS for form in _forms(act)]
