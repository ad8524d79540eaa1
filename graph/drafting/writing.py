"""A reading as a graph in the model's terms: every fact with its basis and its quotes, and marked as drafted."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import Protocol

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from ..model.dates import Period
from ..model.naming.forms import slug
from ..rdf.terms import BASE, PREFIXES, iri_of, named
from .found import Found, Place
from .gazetteer import Named
from .naming import Ids, id_of
from .quotes import quotes_of
from .reader import Reading

__all__ = ["Part", "Writable", "write_turtle"]

_CLASSES = {
    "state": "schema:Country",
    "body": "org:Organization",
    "person": "schema:Person",
    "place": "schema:Place",
    "territory": "schema:Place",
    "role": "org:Role",
    "event": "schema:Event",
    "document": "schema:CreativeWork",
    "group": "blocs:Group",
    "topic": "skos:Concept",
}
_KIND_LABELS = {
    "meeting": "meeting",
    "summit": "summit",
    "signing": "signing",
    "exercise": "exercise",
    "founding": "founding",
}
_YEAR_RULE = (
    "The sentence gives a day or month without a year. It is that of the last date with a year in the same paragraph, or"
    " that of the text."
)
_CONTRARY_RULE = "The text says both, and both cannot well be so, or it does not explain how."
_DRAFTED = "blocs:drafted"


class Writable(Protocol):
    """What a draft is written to: a file that is open for bytes, or what is like it."""

    def write(self, data: bytes, /) -> object:
        """Take some bytes."""


def write_turtle(reading: Reading, title: str, as_of: str, out: Writable) -> None:
    """Write the graph of a reading as Turtle; `title` names the text, `as_of` is its date.

    What is not reviewed is marked as drafted. The facts are written as they come: of each is kept only what others
    may refer to, its quotes and the entities that it names.
    """
    _Writer(reading, title, as_of).write(out)


class Part:
    """Triples that stand together in the file, serialized some thousand at a time."""

    AT_ONCE = 4000
    IN_MEMORY = 1 << 18

    def __init__(self) -> None:
        self._triples: list[Triple] = []
        self._file = SpooledTemporaryFile(max_size=self.IN_MEMORY)  # noqa: SIM115 (it goes with the part)

    def add(self, subject: NamedNode, predicate: str, obj: NamedNode | Literal) -> None:
        name = named("rdf:type" if predicate == "a" else predicate)
        self._triples.append(Triple(subject, name, obj))

    def between_subjects(self) -> None:
        """Say that the next triple has another subject: only there a file can be written in pieces."""
        if len(self._triples) > self.AT_ONCE:
            self._settle()

    def _settle(self) -> None:
        self._file.write(_turtle(self._triples)[1])
        self._triples = []

    def copy_to(self, out: Writable) -> None:
        """Add the part to a file, at its end."""
        self._settle()
        with self._file as file:
            file.seek(0)
            while some := file.read(1 << 16):
                out.write(some)


def _turtle(triples: Sequence[Triple]) -> tuple[bytes, bytes]:
    """Triples as Turtle: the lines of prefixes, and the rest."""
    if not triples:
        return b"", b""
    written = io.BytesIO()
    prefixes = {name: iri for name, iri in PREFIXES.items() if name not in ("prov", "rdfs")}
    serialize(triples, written, format=RdfFormat.TURTLE, prefixes=prefixes)
    lines = written.getvalue().split(b"\n", len(prefixes))
    return b"\n".join(lines[:-1]) + b"\n", lines[-1]


class _Writer:
    def __init__(self, reading: Reading, title: str, as_of: str) -> None:
        self.reading, self.title, self.as_of = reading, title, as_of
        self.quotes: dict[int, int] = {}
        """The number of a quote in its paragraph, by where it stands."""
        self.per_paragraph: dict[int, int] = {}
        self.entities: dict[str, Named] = {}
        self.rules: dict[NamedNode, tuple[str, str]] = {}
        self.source = NamedNode(iri_of(slug(title) or "text"))
        self.quoted, self.named, self.facts = Part(), Part(), Part()
        self.part = self.facts

    def write(self, out: Writable) -> None:
        contrary: list[tuple[NamedNode, Found]] = []
        for fact in self.reading.facts:
            node = self._fact(fact)
            if fact.kind in ("absence", "share"):
                contrary.append((node, fact))
            self.part.between_subjects()
        self._tensions(contrary)
        self.part = self.named
        for entity in self.entities.values():
            self._entity(entity)
            self.part.between_subjects()
        for rule, (label, definition) in sorted(self.rules.items(), key=str):
            self._add(rule, "a", named("blocs:Rule"))
            self._label(rule, label)
            self._add(rule, "skos:definition", Literal(definition))
        for written in _turtle(self._head()):
            out.write(written)
        for part in (self.named, self.quoted, self.facts):
            part.copy_to(out)

    def _head(self) -> list[Triple]:
        dataset = NamedNode(self.source.value + "-draft")
        return [
            Triple(self.source, named("rdf:type"), named("schema:Article")),
            Triple(self.source, named("skos:prefLabel"), Literal(self.title)),
            Triple(dataset, named("rdf:type"), named("schema:Dataset")),
            Triple(dataset, named("skos:prefLabel"), Literal(f"Draft from {self.title}")),
            Triple(dataset, named("dcterms:source"), self.source),
            Triple(dataset, named("blocs:asOf"), _date(self.as_of)),
        ]

    # Facts

    def _fact(self, fact: Found) -> NamedNode:
        node = named(fact.id)
        write = getattr(self, "_" + fact.kind.replace("-", "_"))
        write(node, fact)
        self._grounds(node, fact)
        return node

    def _membership(self, node: NamedNode, fact: Found) -> None:
        member, body = self._ref(fact.data["member"]), self._ref(fact.data["body"])
        self._add(node, "a", named("org:Membership"))
        self._add(node, "org:member", member)
        self._add(node, "org:organization", body)
        if role := fact.data.get("role"):
            self._add(node, "org:role", named(f"blocs:{role}"))
        self._dates(node, fact)
        start, end = fact.data.get("start"), fact.data.get("end")
        if fact.basis == "stated" and not role and Period(self.as_of, self.as_of).covers(start, end):
            self._add(member, "org:memberOf", body)

    def _non_membership(self, node: NamedNode, fact: Found) -> None:
        self._add(node, "a", named("blocs:NonMembership"))
        self._add(node, "org:member", self._ref(fact.data["member"]))
        self._add(node, "org:organization", self._ref(fact.data["body"]))

    def _event(self, node: NamedNode, fact: Found) -> None:
        event = fact.data["event"]
        kind = _KIND_LABELS.get(fact.data["type"], "meeting")
        self._add(node, "a", named("schema:Event"))
        self._label(node, event.label)
        self._add(node, "org:classification", self._ref(Named(kind, kind, "topic")))
        start, end = (_date(fact.data[name]) if name in fact.data else None for name in ("start", "end"))
        organizer = self._ref(fact.data["body"]) if "body" in fact.data else None
        for predicate, value in (
            ("schema:startDate", start),
            ("schema:endDate", end),
            ("schema:location", self._ref(fact.data["place"])),
            ("schema:organizer", organizer),
        ):
            if value is not None:
                self._binary(node, predicate, value, fact)

    def _binary(self, node: NamedNode, predicate: str, value: NamedNode | Literal, fact: Found) -> None:
        """A triple of an event, and the fact that supports it; a year from elsewhere in the text makes it derived."""
        self._add(node, predicate, value)
        words = {"startDate": "start", "endDate": "end", "location": "place", "organizer": "organizer"}
        fact_node = named(f"fact:{slug(node.value.removeprefix(BASE))}-{words[predicate.partition(':')[2]]}")
        self._add(fact_node, "a", named("rdf:Statement"))
        self._add(fact_node, "rdf:subject", node)
        self._add(fact_node, "rdf:predicate", named(predicate))
        self._add(fact_node, "rdf:object", value)
        derived = fact.data.get("inferred") and predicate.endswith("Date") and fact.basis == "stated"
        self._grounds(fact_node, replace(fact, basis="derived") if derived else fact)
        if derived:
            rule = NamedNode(iri_of("rule-year-of-the-context"))
            self._add(fact_node, "blocs:rule", rule)
            self._add(fact_node, "blocs:premise", node)
            self.rules[rule] = ("the year is that of the context", _YEAR_RULE)

    def _post(self, node: NamedNode, fact: Found) -> None:
        person, role, of = fact.data["person"], fact.data["role"], fact.data["of"]
        self._add(node, "a", named("org:Post"))
        self._add(node, "org:heldBy", self._ref(person))
        self._add(node, "org:role", self._ref(role))
        self._add(node, "org:postIn", self._ref(of))

    def _share(self, node: NamedNode, fact: Found) -> None:
        who, documents = fact.data["who"], fact.data["documents"]
        self._add(node, "a", named("blocs:SigningShare"))
        self._add(node, "blocs:signatory", self._ref(who))
        self._add(node, "blocs:documents", self._ref(documents))
        percent = f"{fact.data['percent']:g}"
        self._add(node, "blocs:percent", Literal(percent, datatype=named("xsd:decimal")))
        if event := fact.data.get("event"):
            self._add(node, "blocs:event", NamedNode(iri_of(event.id)))

    def _attendance(self, node: NamedNode, fact: Found) -> None:
        self._presence(node, fact, "blocs:Attendance")

    def _absence(self, node: NamedNode, fact: Found) -> None:
        self._presence(node, fact, "blocs:Absence")

    def _presence(self, node: NamedNode, fact: Found, kind: str) -> None:
        who, event = fact.data["who"], fact.data["event"]
        self._add(node, "a", named(kind))
        self._add(node, "blocs:participant", self._ref(who))
        self._add(node, "blocs:event", NamedNode(iri_of(event.id)))

    def _non_representation(self, node: NamedNode, fact: Found) -> None:
        self._add(node, "a", named("blocs:NonRepresentation"))
        self._add(node, "blocs:represented", self._ref(fact.data["member"]))
        self._add(node, "blocs:in", self._ref(fact.data["body"]))

    def _statement(self, node: NamedNode, fact: Found) -> None:
        self._add(node, "a", named("blocs:Statement"))
        self._add(node, "a", named("blocs:" + fact.data["class"]))
        self._label(node, fact.data["label"])
        if speaker := fact.data.get("speaker"):
            self._add(node, "blocs:speaker", self._ref(speaker))
        for about in fact.data.get("about", ()):
            self._add(node, "blocs:about", self._ref(about))

    def _tensions(self, nodes: Sequence[tuple[NamedNode, Found]]) -> None:
        """Who is said to be absent from an event and to have signed there: the text says both, and both are kept."""
        absent = {(f.data["who"].id, f.data["event"].id): (n, f) for n, f in nodes if f.kind == "absence"}
        names = Ids()
        for node, fact in nodes:
            event = fact.data.get("event") if fact.kind == "share" else None
            if event is None or (fact.data["who"].id, event.id) not in absent:
                continue
            other, absence = absent[fact.data["who"].id, event.id]
            tension = named("fact:" + names.unique(f"tension-{id_of(fact.data['who'])}-absent-and-signing"))
            self._add(tension, "a", named("blocs:Tension"))
            self._add(tension, "blocs:between", node)
            self._add(tension, "blocs:between", other)
            words = f"{fact.data['who'].label} was absent from the {event.label}, and signed documents there."
            self._add(tension, "skos:definition", Literal(words))
            both = Found("tension", {}, [*fact.places, *absence.places], "derived")
            self._grounds(tension, both)
            rule = NamedNode(iri_of("rule-said-and-contrary"))
            self._add(tension, "blocs:rule", rule)
            self._add(tension, "blocs:premise", node)
            self._add(tension, "blocs:premise", other)
            self.rules[rule] = ("two statements that do not fit together", _CONTRARY_RULE)

    # Grounds

    def _grounds(self, node: NamedNode, fact: Found) -> None:
        self._add(node, "blocs:basis", named("blocs:" + fact.basis))
        if fact.basis == "claimed":
            self._add(node, "blocs:claimedBy", self._ref(fact.claimed_by))
        if not fact.reviewed:
            self._add(node, "blocs:status", named(_DRAFTED))
        for quote in dict.fromkeys(q for place in fact.places for q in self._quoted(place)):
            self._add(node, "blocs:evidence", quote)

    def _quoted(self, place: Place) -> Iterator[NamedNode]:
        sentence = place.sentence
        for start, end in quotes_of(place):
            key = (sentence.paragraph << 64) | (start << 32) | end  # takes less memory than a tuple
            new = key not in self.quotes
            if new:
                self.quotes[key] = self.per_paragraph.get(sentence.paragraph, 0) + 1
                self.per_paragraph[sentence.paragraph] = self.quotes[key]
            node = named(f"quote:p{sentence.paragraph}-{self.quotes[key]}")
            if new:
                paragraph = Literal(str(sentence.paragraph), datatype=named("xsd:integer"))
                self.quoted.add(node, "a", named("oa:TextQuoteSelector"))
                self.quoted.add(node, "oa:exact", Literal(sentence.said(start, end)))
                self.quoted.add(node, "blocs:paragraph", paragraph)
                self.quoted.add(node, "dcterms:source", self.source)
                self.quoted.between_subjects()
            yield node

    def _dates(self, node: NamedNode, fact: Found) -> None:
        for name in ("start", "end"):
            if value := fact.data.get(name):
                self._add(node, f"schema:{name}Date", _date(value))

    # Entities

    def _ref(self, entity: Named) -> NamedNode:
        self.entities.setdefault(entity.id, entity)
        return _node(entity)

    def _entity(self, entity: Named) -> None:
        node = _node(entity)
        if entity.kind == "event":
            return
        self._add(node, "a", named(_CLASSES[entity.kind]))
        self._label(node, entity.label)
        if entity.abbreviation:
            self._add(node, "blocs:abbreviation", Literal(entity.abbreviation))
        known = {entity.label.lower(), entity.abbreviation.lower()}
        for name in sorted(self.reading.written.get(entity.id, ())):
            if name.lower() not in known:
                known.add(name.lower())
                self._add(node, "skos:altLabel", Literal(name))
        for name in entity.aliases:
            if name.lower() not in known:
                known.add(name.lower())
                self._add(node, "skos:altLabel", Literal(name))
        if entity.kind == "state" and entity.code:
            self._add(node, "blocs:iso3", Literal(entity.code))
        if entity.kind == "state" and entity.demonym:
            self._add(node, "blocs:demonym", Literal(entity.demonym))
        place = self.reading.first_named.get(entity.id)
        if place is not None and entity.kind != "topic":
            self._add(node, "blocs:basis", named("blocs:stated"))
            for quote in list(self._quoted(place))[:1]:
                self._add(node, "blocs:evidence", quote)

    # Small things

    def _add(self, subject: NamedNode, predicate: str, obj: NamedNode | Literal) -> None:
        self.part.add(subject, predicate, obj)

    def _label(self, node: NamedNode, text: str) -> None:
        self._add(node, "skos:prefLabel", Literal(text))


def _node(entity: Named) -> NamedNode:
    return NamedNode(entity.id if ":" in entity.id else iri_of(entity.id))


def _date(text: str) -> Literal:
    kind = {4: "xsd:gYear", 7: "xsd:gYearMonth"}.get(len(text), "xsd:date")
    return Literal(text, datatype=named(kind))
