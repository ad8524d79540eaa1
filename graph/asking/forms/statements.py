"""Questions of statements: who proposed, said, decided, planned or ruled out what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pyoxigraph import NamedNode

from ...model.entities import Entity
from ...model.naming.names import normal
from ...rdf.source import values
from ...rdf.terms import prologue, sparql_term, text_of
from ..language.form import Context, Form
from ..language.patterns import Found
from ..language.phrases import ACTS, WISHES
from ..language.reading import Pattern, Reading, slot
from ..language.tokens import split
from ..logic.logical_form import Entities, OfKind, OneOf, Question, Related, Said, SpokeAbout, StatementOf, Whether
from ..slots.subjects import Who
from ..sparql.offices import office_of
from ..sparql.written import values_of
from ..vocabulary import Vocabulary
from .statement_matching import Content, all_statements, asked_content, expect_names_in, matching, word_stem

__all__ = ["FORMS"]


@slot("speaker")
def _speakers(reading: Reading, at: int) -> Iterator[tuple[Entity, int]]:
    """Who says a thing: by name, or by an office: "the Russian defense minister"."""
    yield from reading.slot("person|group|state|body|source", at)
    for pattern in _BY_OFFICE:
        for end, found in pattern.match(reading, at):
            body = (
                f"SELECT ?who WHERE {{ {values_of('role', found['office'])} ?post a org:Post ; org:heldBy ?who ;"
                f" org:postIn {sparql_term(found['of'].term)} . {office_of('?post', '?role')} }}"
            )
            for (who,) in reading.graph.source.select(prologue(body) + body):
                if isinstance(who, NamedNode) and who.value in reading.graph.names.by_iri:
                    yield reading.graph.names.by_iri[who.value], end
    for end, found in _IN_SHORT.match(reading, at):
        yield from ((who, end) for who in _holders_in_short(reading, found["of"], found["office_in_short"]))


@slot("office_in_short")
def _in_short(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """The last word of the names of offices: "minister"."""
    if at < len(reading.words) and reading.words[at] in reading.vocabulary.once(_last_words_of_offices):
        yield reading.words[at], at + 1


def _last_words_of_offices(vocabulary: Vocabulary) -> frozenset[str]:
    body = "SELECT DISTINCT ?name WHERE { ?post a org:Post ; org:role ?role . ?role skos:prefLabel|rdfs:label ?name }"
    rows = vocabulary.graph.source.select(prologue(body) + body)
    return frozenset(words[-1] for (name,) in rows if (words := normal(text_of(name)).split()))


def _holders_in_short(reading: Reading, of: Entity, word: str) -> list[Entity]:
    """Who holds the one office of a state that is called by a word: "the Russian minister"; nobody if there are two."""
    body = (
        f"SELECT DISTINCT ?who ?name WHERE {{ ?post a org:Post ; org:postIn {sparql_term(of.term)} ; org:heldBy ?who ;"
        f" org:role ?role . ?role skos:prefLabel|rdfs:label ?name }}"
    )
    rows = list(reading.graph.source.select(prologue(body) + body))
    called = {text_of(who) for who, name in rows if normal(text_of(name)).split()[-1:] == [word]}
    return reading.graph.names.known(called) if len(called) == 1 else []


_BY_OFFICE = [Pattern("[ the ] <of:owner> [ 's / ' ] <office>"), Pattern("[ the ] <office> of <of:owner>")]


_IN_SHORT = Pattern("[ the ] <of:owner> [ 's / ' ] <office_in_short>")


@slot("deed")
def _deed(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, tuple[Entity, ...]], int]]:
    """All the rest of the question, as what somebody does in the words of a statement: "prevented the scandal"."""
    if asked_content(reading, at, len(reading.words)) is None:
        return
    done: dict[Entity, list[Entity]] = {}
    for doer, statement in _doers(reading.vocabulary, _stems(reading.words[at:])):
        done.setdefault(doer, []).append(statement)
    for doer, statements in done.items():
        yield (doer, tuple(dict.fromkeys(statements))), len(reading.words)


@slot("done")
def _done(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, tuple[Entity, ...]], int]]:
    """The same with the verb behind it: "by whom was the scandal prevented"."""
    words, written = reading.words, reading.written
    if at < len(words) - 1:
        turned = Reading(reading.vocabulary, (words[-1], *words[at:-1]), (written[-1], *written[at:-1]), reading.period)
        yield from ((deed, len(words)) for deed, _ in turned.slot("deed", 0))


def _doers(vocabulary: Vocabulary, deed: tuple[str, ...]) -> Iterator[tuple[Entity, Entity]]:
    """Who does this in the words of the statements of a graph that begin with a name, and the statements."""
    # Names are looked up in those alone that end in the words.
    ending = [(name, one) for one, name, stems in vocabulary.once(_stems_of_names) if stems[-len(deed) :] == deed]
    expect_names_in(vocabulary, (name for name, _ in ending))
    for name, statement in ending:
        words = name.words
        for doer, end in name.slot("person|group|state|body", 0):
            if 0 < end < len(words) - 1 and words[end] not in ("'s", "'") and _stems(words[end:]) == deed:
                yield doer, statement


def _stems_of_names(vocabulary: Vocabulary) -> tuple[tuple[Entity, Reading, tuple[str, ...]], ...]:
    """The names of all statements of a graph, with the stems of their words."""
    statements = vocabulary.once(all_statements)
    return tuple((said.entity, name, _stems(name.words)) for said in statements for name in said.names)


def _stems(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word_stem(word) for word in words if word not in ("the", "a", "an"))


def _doer(context: Context, found: Found) -> Question | None:
    """Who does what a statement says that somebody does."""
    doer, statements = found.get("deed") or found["done"]
    return Entities((OneOf((doer,)), Related("blocs:about", statements)))


@slot("topic_of")
def _topic(reading: Reading, at: int) -> Iterator[tuple[Content, int]]:
    """All the rest of the question: what was said."""
    asked = asked_content(reading, at, len(reading.words))
    if asked is not None:
        yield asked, len(reading.words)


def _speaker(context: Context, found: Found, act: str) -> Question | None:
    matched = matching(context.vocabulary, found["topic_of"], act)
    return Entities((Said(act, tuple(matched)),)) if matched else None


def _what(found: Found, act: str) -> Question | None:
    """What somebody said, at an event and about a thing, if the question names them."""
    speaker, at = found.get("speaker"), found.get("event", ())
    also = (StatementOf(act, speaker, at, found["second"]),) if "second" in found else ()
    return Entities((StatementOf(act, speaker, at, found.get("subject")), *also))


def _whether(context: Context, found: Found, act: str) -> Question | None:
    matched = matching(context.vocabulary, found["topic_of"], act)
    return Whether((_voice(context, found["speaker"], matched),), (Said(act, tuple(matched)),)) if matched else None


def _voice(context: Context, speaker: Entity, statements: Sequence[Entity]) -> Entity:
    """Who speaks for a state or body: itself, or whoever holds an office of it and made one of the statements."""
    if speaker.kind not in ("state", "body"):
        return speaker
    body = (
        f"SELECT DISTINCT ?who WHERE {{ {values('said', (one.term for one in statements))} ?said blocs:speaker ?who ."
        f" {{ ?post org:postIn {sparql_term(speaker.term)} ; org:heldBy ?who }} }}"
    )
    source, by_iri = context.vocabulary.graph.source, context.vocabulary.graph.names.by_iri
    voices = [who.value for (who,) in source.select(prologue(body) + body) if isinstance(who, NamedNode)]
    return by_iri[voices[0]] if len(voices) == 1 and voices[0] in by_iri else speaker


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
    going_on = " / ".join(
        verb for one in verbs.split("/") if (verb := one.strip()).split()[0].endswith("ing") or verb.endswith("due to")
    )
    by = "<speaker>"
    noun = _NOUNS[act]
    nouns = " / ".join(_several(one.strip()) for one in noun.split("/"))
    who = "( who / whom / which ( state / country / minister / official / person / politician / body / states / side / party ) / what ( state / country / body ) / whose ( defense / defence / foreign ) minister )"

    def speaker(context: Context, found: Found) -> Question | None:
        return _speaker(context, found, name)

    def speaker_about(context: Context, found: Found) -> Question | None:
        return Entities((SpokeAbout(name, found["subject"]),))

    def what(context: Context, found: Found) -> Question | None:
        return _what(found, name)

    def whether(context: Context, found: Found) -> Question | None:
        return _whether(context, found, name)

    shown = {"Proposal": "who proposed …", "RulingOut": "what did PERSON rule out", "Assertion": "who said that …"}
    return [
        Form(f"{{PLEASE}} {who} [ {{HAVE}} / {{DO}} / first ] ( {verbs} ) <topic_of>", speaker),
        Form(f"{who} [ {{HAVE}} / {{DO}} / first / wanted to ] ( {verbs} ) <topic_of>", speaker, shown.get(act, "")),
        # "who is proposing" speaks; "who is called an aggressor" is spoken of.
        *([Form(f"[ {{PLEASE}} ] {who} {{BE}} [ first ] ( {going_on} ) <topic_of>", speaker)] if going_on else []),
        *([Form(f"{who} [ {{HAVE}} / {{DO}} ] ( {WISHES} ) <topic_of>", speaker)] if act == "Proposal" else []),
        Form(f"<topic_of:whom_{act}>", speaker),
        Form(f"( whose ( {noun} ) ( was / is ) ( it / ) / who made ( a / the / this ) ( {noun} ) / who took ( a / the ) ( {noun} ) / who put forward ( a / the ) ( {noun} ) / who came up with the ( {noun} ) / who came with the ( {noun} ) / who is behind the ( {noun} ) / who was behind the ( {noun} ) / who announced a ( {noun} ) ) <topic_of>", speaker),
        Form(f"who ( made / took / put forward / came up with / is behind / was behind / announced / adopted ) [ a / the / this / any ] ( {noun} / {nouns} ) {{ABOUT}} <subject:any>", speaker_about),
        Form(f"by whom ( was / were / is / has / have ) <topic_of:topic_then_{act}>", speaker),
        Form(f"who ( was / were / is ) <topic_of:topic_then_{act}>", speaker),
        Form(f"( what / what all / what else ) ( {{DO}} / {{HAVE}} / {{BE}} ) {by} ( {verbs} ) [ to do / doing / about <subject:any> [ and <second:any> ] / of <subject:any> / on <subject:any> ] [ <event:at_event> ]", what),
        Form(f"what ( was / were / is / are / has been / have been ) ( {verbs} ) [ <event:at_event> / by the {{ATTENDEE}} ( of / in / at ) <event> ] [ by {by} ] [ <event:at_event> ]", what),
        Form(f"what ( {{DO}} / {{HAVE}} ) [ the ] {{ATTENDEE}} ( of / in / at ) <event> ( {verbs} ) [ to do / on / about ]", what),
        Form(f"( what was / what is / what were / what are / list / show / ) {by} ( 's / ' / ) ( {noun} / {nouns} )", what),
        Form(f"{{OPEN}} [ {{THE}} ] ( {noun} / {nouns} ) ( {{DO}} / {{BE}} / {{HAVE}} / of / by / [ {{BE}} ] made by / from / [ {{BE}} ] put forward by ) [ the ] {by} [ make / made / put forward / have ] [ {{ABOUT}} <subject:any> ] [ <event:at_event> ]", what),
        Form(f"{{OPEN}} [ {{THE}} ] ( {nouns} ) [ [ {{THAT}} ] [ {{BE}} / {{HAVE}} been ] ( made / taken / put forward / given / there / adopted / issued / reached / mentioned / announced / tabled ) ] [ [ {{THAT}} ] [ {{BE}} ] {{ABOUT}} <subject:any> ] [ [ {{BE}} ] [ made / taken / put forward ] <event:at_event> ]", what),
        Form(f"what {{BE}} ( {verbs} ) {{ABOUT}} <subject:any> [ <event:at_event> ]", what),
        Form(f"( {{DO}} / {{HAVE}} ) {by} ( {verbs} ) <topic_of>", whether),
        *([Form(f"{{BE}} {by} ( {going_on} ) <topic_of>", whether)] if going_on else []),
    ]  # fmt: skip


def _passive(act: str) -> None:
    verbs = [verb.strip() for verb in ACTS[act].split("/")]

    @slot(f"topic_then_{act}")
    def read(reading: Reading, at: int) -> Iterator[tuple[Content, int]]:
        """What was said, with the verb behind it: "by whom was the exclusion of Armenia proposed"."""
        words = reading.words[at:]
        if words and words[-1] == "by":
            words = words[:-1]
        for verb in verbs:
            parts = verb.split()
            if len(words) > len(parts) and list(words[-len(parts) :]) == parts:
                asked = asked_content(reading, at, at + len(words) - len(parts))
                if asked is not None:
                    yield asked, len(reading.words)

    @slot(f"whom_{act}")
    def whom(reading: Reading, at: int) -> Iterator[tuple[Content, int]]:
        """What was said, by whom behind it: "the exclusion of Armenia was proposed by whom"."""
        if reading.words[-2:] in (("by", "whom"), ("by", "who")):
            for verb in verbs:
                end = len(reading.words) - 2 - len(verb.split())
                if at < end and reading.words[end:-2] == tuple(verb.split()):
                    asked = asked_content(reading, at, end)
                    if asked is not None:
                        yield asked, len(reading.words)


for _act in ACTS:
    _passive(_act)


@slot("aid")
def _aid(reading: Reading, at: int) -> Iterator[tuple[tuple[Content, Entity | None], int]]:
    """All the rest of the question: with what somebody is helped, and by whom; that it is help need not be said again."""
    end, giver = len(reading.words), None
    for start in range(at, end):
        for by in reading.any_of(start, "by", "from"):
            for entity, stop in [*reading.slot("speaker", by), *reading.slot("body", by)]:
                if end in {stop, *reading.after("NOUN", stop)}:
                    end, giver = start, entity
    asked = asked_content(reading, at, end) if at < end else Content((), False, (), True)
    if asked is not None:
        stems = tuple(dict.fromkeys((word_stem("help"), *asked.stems)))
        yield (replace(asked, stems=stems, mentions=()), giver), len(reading.words)


def _helped(context: Context, found: Found) -> Question | None:
    """Who is to be helped: the states that a plan of help is about."""
    who: Who = found["who"]
    content, giver = found["aid"]
    plans = _of_speaker(context, matching(context.vocabulary, content, "Plan"), giver)
    if not plans or who.kind not in ("", "state") or who.base is not None:
        return None
    return Entities((OfKind("state"), Related("blocs:about", tuple(plans))))


def _of_this_verb(context: Context, found: Found) -> Question | None:
    """What somebody plans, by the verb that it begins with: "what will they sign"."""
    verb: str = found["verb"]
    by_verb = [
        entity
        for entity, acts in context.vocabulary.statements
        if "Plan" in acts and any(word_stem(split(name)[0][0]) == verb for name in (entity.label, *entity.aliases))
    ]
    theirs = _of_speaker(context, by_verb, found.get("speaker"), found.get("event", ()))
    return Entities((StatementOf("Plan"), OneOf(tuple(theirs)))) if theirs else None


def _of_speaker(
    context: Context, statements: Sequence[Entity], speaker: Entity | None, events: Sequence[Entity] = ()
) -> list[Entity]:
    """The statements of somebody, also of a group at an event that one is at; or of an event."""
    said = values("said", (one.term for one in statements))
    pattern = ""
    if speaker is not None:
        one = sparql_term(speaker.term)
        there = f"?said blocs:at ?event ; blocs:speaker ?group . ?group a blocs:Group . ?f a blocs:Attendance ; blocs:event ?event ; blocs:participant {one}"
        pattern = f"?said blocs:speaker {one} ."
        if speaker.kind == "group":
            pattern = f"{{ {pattern} }} UNION {{ {there} }}"
    if events:
        pattern += f" ?said blocs:at ?at . {values('at', (one.term for one in events))}"
    body = f"SELECT DISTINCT ?said WHERE {{ {said} {pattern} }}"
    rows = context.vocabulary.graph.source.select(prologue(body) + body) if statements else ()
    iris = {said.value for (said,) in rows if isinstance(said, NamedNode)}
    return [one for one in statements if one.iri in iris]


@slot("verb")
def _verb(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """A word, by its stem: which are verbs of plans the graph tells."""
    if at < len(reading.words):
        yield word_stem(reading.words[at]), at + 1


def _helps(context: Context, found: Found) -> Question | None:
    """Whom somebody is to help: the giver stands before the verb."""
    kind = found.get("kind", "state")
    content, giver = found["aid"]
    if giver is not None:
        return None
    return _helped(context, {**found, "who": Who(kind), "aid": (content, found["giver"])})


@slot("giver")
def _giver(reading: Reading, at: int) -> Iterator[tuple[Entity, int]]:
    """Who helps: by name, or as the members of a body."""
    for start in dict.fromkeys([*reading.any_of(at, "the"), at]):
        for entity, end in [*reading.slot("speaker", start), *reading.slot("body", start)]:
            yield from ((entity, stop) for stop in dict.fromkeys([*reading.after("NOUN", end), end]))


@slot("aid_to")
def _aid_to(reading: Reading, at: int) -> Iterator[tuple[tuple[Content, Entity | None], int]]:
    """The same as `aid`, with "to" behind it, where it is not asked for "to whom"."""
    end = len(reading.words)
    if reading.words[-1:] == ("to",):
        before = Reading(reading.vocabulary, reading.words[:-1], reading.written[:-1], reading.period)
        yield from ((aid, end) for aid, _ in before.slot("aid", at))
    yield from reading.slot("aid", at)


_PLANS = "[ going to / supposed to / plan to / plans to / planning to / want to / to ]"
_HELP = "( help / assist / aid / support / provide / give / offer / send / deliver / grant / supply )"

FORMS = [
    Form(f"( to whom / to ( which / what ) <kind> / who / whom / ( which / what ) <kind> ) ( will / {{BE}} / {{DO}} / shall / would ) <giver> {_PLANS} {_HELP} [ with ] <aid:aid_to>", _helps),
    Form("<who> [ {THAT} ] ( will / {BE} going to / {BE} to / shall / {BE} supposed to / should / {BE} due to / {BE} / would ) [ be ] ( helped / assisted / aided / supported / get / receive / given / offered / promised / obtain / provided ) [ with ] <aid>", _helped),
    Form("<who> [ {THAT} ] ( will get / will receive / receives / gets / {BE} promised / {BE} offered / {BE} to get / {BE} to receive ) <aid>", _helped),
    Form("what ( will / {BE} going to / {BE} to / {BE} about to / {BE} expected to ) ( <speaker> / [ the ] {ATTENDEE} ( of / in / at ) <event> ) [ going to / expected to / supposed to ] <verb> [ <event:at_event> ]", _of_this_verb),
    Form("what {DO} ( <speaker> / [ the ] {ATTENDEE} ( of / in / at ) <event> ) ( plan to / want to / intend to / hope to ) <verb> [ <event:at_event> ]", _of_this_verb),
    Form("what ( will / {BE} to / {BE} going to / {BE} expected to / {BE} due to / {BE} supposed to / {BE} planned to ) be <verb> [ <event:at_event> ] [ by <speaker> ]", _of_this_verb),
    *(form for act in ACTS for form in _forms(act)),
    Form("( who / which ( state / country / body / organization / organisation / person / minister ) / what country ) [ {HAVE} / {DO} ] <deed>", _doer),
    Form("by ( whom / who / which ( state / country / body / person ) ) ( {BE} / {HAVE} been ) <done>", _doer),
]  # fmt: skip
