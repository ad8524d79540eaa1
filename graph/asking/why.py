"""Questions of grounds: which sentence says it, why it is so, how two are connected, what the source says of a thing.

They stand around another question ("how do we know that …"), whose evidence is the answer, or need no form of words at
all beside two names. What nothing says has no grounds: then the question within is answered with its no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ..errors import InvalidRequest
from ..frozen import frozen
from ..model.dates import Period
from ..model.entities import Entity
from ..model.evidence import BASES, Evidence, Grounds, read_grounds, weakest
from ..model.facts import facts_about
from ..model.naming.names import normal
from ..rdf.source import Source, values
from ..rdf.terms import Term, prologue, text_of
from .forms.statement_matching import asked_content, matching, stems_of, word_stem
from .grammar import forms
from .language.phrases import ACTS, WISHES
from .language.reading import Pattern, Reading
from .logic.logical_form import All, Entities, Exists, NotSo, Question, Whether, YesNo
from .lookup.held import memberships_in
from .sparql.questions import grounds, query
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from ..analysis.paths import Paths

__all__ = ["PATTERNS", "Connection", "Quoted", "Reasons", "asked_why"]

Read = Callable[[Sequence[str], Sequence[str]], Question | None]
"""What reads the words of a question within this one."""


@frozen
class Quoted:
    """Sentences that answer, with the rules by which they lead to what was asked; `sparql` is what finds the facts."""

    understood: str
    sparql: str
    quotes: tuple[Evidence, ...]
    basis: str
    rules: tuple[str, ...] = ()


@frozen
class Connection:
    """How two entities are connected; `sparql` finds the facts of the shortest paths, which a search has found."""

    understood: str
    sparql: str
    paths: Paths


@frozen
class Reasons:
    """What is given as the reason of some statements."""

    understood: str
    sparql: str
    entities: tuple[Entity, ...]
    grounds: tuple[Grounds, ...]


Why = Quoted | Connection | Reasons | YesNo

_SAYS = "say / says / said / state / states / tell / tells / show / shows / mention / mentions / prove / proves / support / supports"
_SOURCE = "( the / this / your ) ( article / text / source / data / graph / author ) / it / the author"
_SENTENCE = (
    "sentence / sentences / passage / passages / quote / quotes / paragraph / paragraphs / words / line / lines / text"
)

_THAT = [
    Pattern(f"( which / what ) ( {_SENTENCE} ) [ of {_SOURCE} / in {_SOURCE} ] ( {_SAYS} ) [ us ] [ that ]"),
    Pattern(f"( quote / show / show me / give / give me / find / cite ) [ me ] [ the ] ( {_SENTENCE} ) [ that / which ] ( {_SAYS} ) [ that ]"),
    Pattern(f"( quote / show / show me / give / give me / find / cite ) [ me ] [ the ] ( {_SENTENCE} ) ( where / in which / by which ) ( it says / it is said / it is stated / they say / {_SOURCE} says ) [ that ]"),
    Pattern("( where is it / where was it ) ( said / stated / written / mentioned ) [ that ]"),
    Pattern("( prove / show / demonstrate ) that"),
    Pattern(f"where ( does / do / did ) ( {_SOURCE} ) ( {_SAYS} ) [ that ]"),
    Pattern("where is it ( said / stated / written / mentioned ) [ that ]"),
    Pattern("how ( do / can / would ) ( we / you / i / one ) know [ that / whether ]"),
    Pattern("how is it known [ that ]"),
    Pattern("( what is / what 's / whats / what was / show / show me / give me / give ) [ the / your / any ] ( evidence / proof / source / basis / support / ground / grounds ) ( that / for the claim that / for saying that / for the fact that / for / of )"),
    Pattern("( what / which ) ( evidence / proof / source / grounds ) ( is there / do we have / do you have / is given / supports / shows / says ) [ that / for the claim that / for ]"),
    Pattern("( what / which ) ( shows / proves / supports / confirms ) [ the claim / the fact ] that"),
    Pattern("( on what grounds / on what basis / from what / by what ) ( do we / do you / does one / can one / can we ) ( know / say / claim / conclude / infer ) [ that ]"),
    Pattern("( what makes you / why do you / why do we ) ( say / think / know / believe ) [ that ]"),
    Pattern("[ is there / are there / do we have / do you have / have you / have we / got ] [ any / a / some ] ( evidence / proof / source / sources / quote / sentence / support / backing ) ( that / for / of / saying that / that says / that says that / saying )"),
    Pattern("( can you / could you ) ( prove / show ) [ me ] that"),
]  # fmt: skip

_BEHIND = [
    Pattern(f"( which / what / in which / where is the / show the / give the ) ( {_SENTENCE} ) [ is that / is it / says so / says it / says that ]"),
    Pattern("( where / in which sentence / by which sentence ) ( is that / is it / does it say that / is this ) [ said / written / stated ]"),
    Pattern("( what is / what 's ) ( the / your ) ( source / evidence / proof / basis )"),
]  # fmt: skip

_CONNECTED = "connected / related / linked / tied / associated / joined"
_PATHS = [
    Pattern(f"how ( is / are / was / were ) <a:any> ( {_CONNECTED} ) ( to / with ) <b:any>"),
    Pattern(f"how ( is / are / was / were ) <a:any> and <b:any> ( {_CONNECTED} ) [ to each other / with each other ]"),
    Pattern("how does <a:any> ( connect / relate / link ) to <b:any>"),
    Pattern("how do <a:any> and <b:any> ( connect / relate )"),
    Pattern("what ( connects / links / ties / relates ) <a:any> ( to / with ) <b:any>"),
    Pattern("[ ( what / which ) ( is / are ) / show / show me / find / is there ] [ a / the / any ] [ shortest ] ( connection / connections / link / links / path / paths / relation / relationship / tie / ties ) ( between / from ) <a:any> ( and / to ) <b:any>"),
    Pattern("[ a / the / any / show / show me / find ] [ shortest ] ( connection / connections / link / links / path / paths / relation / relationship / tie / ties ) [ between / from / of ] <a:any> [ and / to / with ] <b:any>"),
    Pattern("[ ( what / which ) is / show / show me / find ] [ the ] ( shortest / quickest / closest ) ( way / route / chain ) from <a:any> to <b:any>"),
    Pattern("<a:any> [ and / to / with ] <b:any> [ shortest ] ( connection / connections / link / links / path / paths / tie / ties )"),
    Pattern("what ( does / do ) <a:any> have to do with <b:any>"),
]  # fmt: skip

_LINKED = [
    Pattern(
        "what ( connects / links / ties / relates / joins / is the link between / is the connection between ) <a:any> and <b:any> [ to each other / together ]"
    ),
]
"""The same, unless both are states: what these have in common is asked by the same words."""

_ABOUT = [
    Pattern(f"what ( does / do / did ) ( {_SOURCE} ) ( say / tell us / tell / state / mention / write / report ) ( about / of / on ) <thing:any>"),
    Pattern(f"( which / what ) ( {_SENTENCE} ) [ of {_SOURCE} / in {_SOURCE} ] ( mention / mentions / speak of / speaks of / are about / is about / concern / concerns / name / names ) <thing:any>"),
    Pattern(f"where ( does / do / did ) ( {_SOURCE} ) ( speak / talk / write / report ) ( about / of ) <thing:any>"),
    Pattern(f"where ( does / do / did ) ( {_SOURCE} ) mention <thing:any>"),
    Pattern("( what is / where is / where are / is / are / was / were ) <thing:any> ( mentioned / spoken of / named / quoted ) [ in it / at all / anywhere / somewhere / in ( the article / the text / the source ) ]"),
    Pattern(f"( does / did ) ( {_SOURCE} ) ( mention / name / speak of / speak about / talk about / refer to / say anything about / say something about / have anything about ) <thing:any>"),
    Pattern(f"( in which / in what / where in which ) ( {_SENTENCE} ) ( is / are ) <thing:any> ( mentioned / named / spoken of )"),
    Pattern(f"where is ( the / a ) ( {_SENTENCE} ) ( about / on / with / mentioning / that mentions ) <thing:any>"),
    Pattern("where ( does it say / do they say ) ( anything / something ) about <thing:any>"),
    Pattern("what is ( said / written / stated ) about <thing:any> [ in ( the article / the text / the source ) ]"),
    Pattern(f"( quote / show me / give me ) [ the / all / all the ] ( {_SENTENCE} ) ( about / on ) <thing:any>"),
]  # fmt: skip

_REASON = [
    Pattern("( why / for what reason / for which reason / on what grounds ) [ {DO} / {HAVE} / {BE} / would / will ] <speaker>"),
    Pattern("( why / for what reason / for which reason / on what grounds ) ( was / were / is / are / has / have ) [ the ] #passive"),
    Pattern("( why / for what reason / for which reason / on what grounds ) ( should / must / ought / would / shall ) [ the ]"),
    Pattern("what ( was / is ) the reason ( for / of / given for ) [ the ]"),
    Pattern("what reason ( did / does / was given by ) <speaker> [ give / gave ] for"),
]  # fmt: skip
_ASKED_ACTS = {word.strip() for verbs in (*ACTS.values(), WISHES) for word in verbs.replace("{BE}", "").split("/")}


PATTERNS = (*_THAT, *_PATHS, *_LINKED, *_ABOUT, *_REASON)
"""Every pattern of these questions."""


def asked_why(
    vocabulary: Vocabulary, words: Sequence[str], written: Sequence[str], period: Period, read: Read
) -> Why | None:
    """What a question of grounds is answered with; None if it is none.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph as questions speak of it.
    words, written : sequence of str
        The words of the question, in lower case and as written.
    period : Period
        When memberships are read.
    read : Callable
        What reads the words of a question, and also of a statement.

    Returns
    -------
    Quoted, Connection, Reasons, YesNo or None
        A question of yes and no is one to which the answer is no: it has no grounds.

    Raises
    ------
    InvalidRequest
        If something is so, but the source gives no reason for it.
    """
    forms()  # they register what reads each kind of slot
    reading = Reading(vocabulary, words, written, period)
    for found, _ in _whole(reading, _PATHS):
        return _connection(vocabulary, found["a"], found["b"], period)
    for found, _ in _whole(reading, _LINKED):
        if not (found["a"].is_a("state") and found["b"].is_a("state")):
            return _connection(vocabulary, found["a"], found["b"], period)
    for found, _ in _whole(reading, _ABOUT):
        return _about(vocabulary, found["thing"], period)
    turned = _sentence_behind(reading)
    if turned is not None and (said := _said(vocabulary, turned, 0, read)) is not None:
        return said
    for pattern in _THAT:
        for end, _ in sorted(pattern.match(reading, 0), key=lambda match: -match[0]):
            if 0 < end < len(words) and (said := _said(vocabulary, reading, end, read)) is not None:
                return said
    if words[0] in ("why", "what") or tuple(words[:2]) in (("for", "what"), ("for", "which"), ("on", "what")):
        return _why(vocabulary, reading, read)
    return None


def _sentence_behind(reading: Reading) -> Reading | None:
    """What stands before a question for its sentence: "Turkmenistan's absence: which sentence"."""
    for pattern in _BEHIND:
        for start in range(2, len(reading.words)):
            if any(end == len(reading.words) for end, _ in pattern.match(reading, start)):
                return Reading(reading.vocabulary, reading.words[:start], reading.written[:start], reading.period)
    return None


def _whole(reading: Reading, patterns: Iterable[Pattern]) -> Iterator[tuple[dict[str, Entity], int]]:
    for pattern in patterns:
        for end, found in pattern.match(reading, 0):
            if end == len(reading.words):
                yield found, end


# How two are connected


def _connection(vocabulary: Vocabulary, a: Entity, b: Entity, period: Period) -> Connection:
    from ..analysis.paths import find_paths

    found = find_paths(vocabulary.graph, a, b, as_of=str(period), memberships=memberships_in(vocabulary, period))
    facts = dict.fromkeys(step.fact.grounds.fact for path in found.paths for step in path if step.fact.grounds.fact)
    clause = values("fact", [NamedNode(fact) for fact in facts])
    body = f"SELECT ?fact ?basis WHERE {{ {clause} OPTIONAL {{ ?fact blocs:basis ?basis }} }}"
    return Connection(f"how {a.short} and {b.short} are connected", prologue(body) + body, found)


# What is said of a thing


def _about(vocabulary: Vocabulary, thing: Entity, period: Period) -> Quoted | None:
    """The sentences that say something of an entity, in the order of the text."""
    source = vocabulary.graph.source
    facts = [fact.grounds for fact in facts_about(source, [thing.term], period)]
    facts += [own for _, own in read_grounds(source, (), values("fact", [thing.term]))]
    quotes = _in_order(quote for fact in facts for quote in fact.evidence if quote.quote)
    if not quotes:
        return None
    body = (
        f"SELECT DISTINCT ?quote WHERE {{ {{ ?fact ?as {_term(thing)} ; blocs:evidence/oa:exact ?quote }}"
        f" UNION {{ {_term(thing)} blocs:evidence/oa:exact ?quote }} }}"
    )
    basis = weakest(fact.basis for fact in facts if fact.evidence)
    return Quoted(f"what the source says about {thing.label}", prologue(body) + body, quotes, basis)


def _term(entity: Entity) -> str:
    return f"<{entity.iri}>"


# Which sentence says it


def _said(vocabulary: Vocabulary, reading: Reading, at: int, read: Read) -> Why | None:
    """The sentences that say what stands from a place on."""
    inner = read(reading.words[at:], reading.written[at:]) or _as_stated(reading, at, read)
    if isinstance(inner, Whether) and any(isinstance(one, NotSo) for one in inner.conditions):
        inner = None  # what denies a thing is found by its words
    if isinstance(inner, Whether | Exists | All):
        return _evidenced(vocabulary, inner)
    content = asked_content(reading, at, len(reading.words))
    if content is not None:
        statements = {one for act in (*ACTS, "Assessment") for one in matching(vocabulary, content, act)}
        if statements:
            return _of_statements(vocabulary, sorted(statements, key=lambda one: one.iri))
    if isinstance(inner, Entities):
        return None
    return _in_the_words(vocabulary, reading, at)


def _as_stated(reading: Reading, at: int, read: Read) -> Question | None:
    """What is named and not stated: "Ukraine being in GUUAM", "Ukraine's membership in GUUAM"."""
    words, written = list(reading.words[at:]), list(reading.written[at:])
    for place, word in enumerate(words):
        if word in _STATED:
            start = place - 1 if words[place - 1 : place] in (["'s"], ["'"]) else place
            # "Membership in" is "a member of", "the founding of" is "founded".
            rest = place + 2 if word == "membership" or words[place + 1 : place + 2] == ["of"] else place + 1
            said = [*words[:start], *_STATED[word], *words[rest:]]
            return read(said, [*written[:start], *_STATED[word], *written[rest:]])
    return None


_STATED = {
    "being": ("is",), "belonging": ("belongs",), "having": ("has",), "membership": ("is", "a", "member", "of"), "absence": ("was", "absent"),
    "participation": ("took", "part"), "attending": ("attended",), "signing": ("signed",), "representing": ("represents",), "founding": ("founded",), "foundation": ("founded",),
    "establishment": ("founded",), "establishing": ("founded",), "creation": ("founded",), "creating": ("founded",), "co-founding": ("founded",),
}  # fmt: skip


def _evidenced(vocabulary: Vocabulary, asked: YesNo, reason: bool = False) -> Why:
    """The evidence of a yes, with the rules by which it is derived; the question itself if the answer is no."""
    from .wording.restatement import restated

    source = vocabulary.graph.source
    understood = restated(asked).removeprefix("whether ")
    if not source.ask(query(asked)):
        if reason:
            raise InvalidRequest(f"nothing in this graph says that {understood}, so it gives no reason for it")
        return asked
    facts = [fact for _, fact in read_grounds(source, (), grounds(asked))]
    premises = _premises(source, [fact.fact for fact in facts])
    rules = tuple(dict.fromkeys(fact.rule for fact in (*facts, *premises) if fact.rule))
    quotes = _in_order(one for fact in (*facts, *premises) for one in fact.evidence)
    if reason and not rules:
        said = f": “{quotes[0].quote}”" if quotes and quotes[0].quote else ""
        raise InvalidRequest(f"the source says that {understood}, and gives no reason{said}")
    return Quoted(f"how it is known that {understood}", query(asked), quotes, weakest(f.basis for f in facts), rules)


def _premises(source: Source, facts: Sequence[str]) -> list[Grounds]:
    """The facts that derived ones rest on, and those that these rest on."""
    nodes = [NamedNode(fact) for fact in facts if fact]
    if not nodes:
        return []
    pattern = f"{values('derived', nodes)} ?derived blocs:premise+ ?fact ."
    return [found for _, found in read_grounds(source, (), pattern)]


def _of_statements(vocabulary: Vocabulary, statements: Sequence[Entity]) -> Quoted:
    clause = values("fact", (one.term for one in statements))
    facts = [fact for _, fact in read_grounds(vocabulary.graph.source, (), clause)]
    body = f"SELECT DISTINCT ?quote WHERE {{ {clause} ?fact blocs:evidence/oa:exact ?quote }}"
    labels = " / ".join(one.label for one in statements)
    quotes = _in_order(one for fact in facts for one in fact.evidence)
    return Quoted(f"where it is said: {labels}", prologue(body) + body, quotes, weakest(f.basis for f in facts))


_NO = frozenset(("not", "no", "never", "cannot", "none", "nobody"))


def _in_the_words(vocabulary: Vocabulary, reading: Reading, at: int) -> Quoted | None:
    """The sentences that have all the words of a statement, denied alike."""
    asked = [word for word in reading.words[at:] if word not in _LITTLE]
    stems = {word_stem(word): word for word in asked if word_stem(word)}
    if len(stems) < 2:
        return None
    quotes = [
        one for one in vocabulary.once(_quotes)
        if all(_has_word(vocabulary, one.quote, word) for word in stems.values()) and bool(_NO & set(asked)) == bool(_NO & set(normal(one.quote).split()))
    ]  # fmt: skip
    if not quotes:
        return None
    shortest = min(len(one.quote) for one in quotes)
    quotes = [one for one in quotes if len(one.quote) <= 3 * shortest]
    body = "SELECT ?quote WHERE { ?sentence a oa:TextQuoteSelector ; oa:exact ?quote }"
    return Quoted(f"which sentence has the words: {' '.join(asked)}", prologue(body) + body, tuple(quotes), BASES[0])


def _has_word(vocabulary: Vocabulary, quote: str, word: str) -> bool:
    """Whether a sentence has a word or one of its family; a state may be there by its adjective."""
    if word_stem(word) in stems_of(quote):
        return True
    names = vocabulary.graph.names
    named = names.matches(word, ("state",))
    return len(named) == 1 and any(names.matches(one, ("state",)) == named for one in normal(quote).split())


_LITTLE = frozenset(
    ["the", "a", "an", "of", "to", "that", "in", "on", "at", "by", "with", "for", "from", "is", "are", "was", "were", "be", "been", "has", "have", "had", "it", "its", "their", "this", "these", "did", "do", "does"]
) | {"'s", "'"}  # fmt: skip


def _quotes(vocabulary: Vocabulary) -> tuple[Evidence, ...]:
    """All sentences that the graph quotes, in the order of the text."""
    body = (
        "SELECT ?quote ?paragraph ?source WHERE { ?q a oa:TextQuoteSelector ; oa:exact ?quote"
        " OPTIONAL { ?q blocs:paragraph ?paragraph } OPTIONAL { ?q dcterms:source/skos:prefLabel ?source } }"
    )
    name = vocabulary.graph.source.name

    def made(row: Sequence[Term | None]) -> Evidence:
        quote, paragraph, source = map(text_of, row)
        return Evidence(quote, int(paragraph) if paragraph.isdigit() else None, source or name)

    return _in_order(made(row) for row in vocabulary.graph.source.select(prologue(body) + body))


def _in_order(quotes: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(dict.fromkeys(quotes), key=lambda one: (not one.quote, one.paragraph or 0, one.quote)))


# Why


def _why(vocabulary: Vocabulary, reading: Reading, read: Read) -> Why | None:
    """The reason of a statement; or of a fact that is derived, the facts and rules that lead to it."""
    for pattern in _REASON:
        for end, found in sorted(pattern.match(reading, 0), key=lambda match: -match[0]):
            speaker: Entity | None = found.get("speaker")
            starts = [end]
            while starts[-1] < len(reading.words) and reading.words[starts[-1]] in _ASKED_ACTS:
                starts.append(starts[-1] + 1)
            # "Why was the exclusion of Armenia proposed": the act stands last.
            passive = "passive" in found
            if passive and reading.words[-1] not in _ASKED_ACTS:
                continue
            stop = len(reading.words) - passive
            for start in reversed(starts):
                reasons = _reasons(vocabulary, reading, start, stop, speaker) if start < stop else None
                if reasons is not None:
                    return reasons
    if reading.words[0] == "why" and len(reading.words) > 2:
        inner = read(reading.words[1:], reading.written[1:])
        if isinstance(inner, Whether | Exists | All):
            return _evidenced(vocabulary, inner, reason=True)
    return None


def _reasons(vocabulary: Vocabulary, reading: Reading, at: int, end: int, speaker: Entity | None) -> Reasons | None:
    content = asked_content(reading, at, end)
    if content is None:
        return None
    said = {one for act in (*ACTS, "Assessment") for one in matching(vocabulary, content, act)}
    if not said:
        return None
    source, clause = vocabulary.graph.source, values("fact", sorted((one.term for one in said), key=str))
    # A state speaks by whoever holds an office of its own.
    by = "" if speaker is None else (
        f" {{ ?fact blocs:speaker {_term(speaker)} }} UNION {{ ?fact blocs:speaker ?speaker ."
        f" {{ ?post org:heldBy ?speaker ; org:postIn {_term(speaker)} }} }}"
    )  # fmt: skip
    body = f"SELECT DISTINCT ?answer WHERE {{ {clause} ?fact blocs:reason ?answer .{by} }} ORDER BY ?answer"
    iris = [term.value for (term,) in source.select(prologue(body) + body) if isinstance(term, NamedNode)]
    entities = tuple(vocabulary.graph.names.known(iris))
    if not entities:
        return None
    facts = tuple(fact for _, fact in read_grounds(source, (), values("fact", (one.term for one in entities))))
    labels = " / ".join(sorted(one.label for one in said))
    return Reasons(f"the reason given for: {labels}", prologue(body) + body, entities, facts)
