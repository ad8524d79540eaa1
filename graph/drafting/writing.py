"""A reading as a graph in the model's terms: every fact with its basis and its quotes, and marked as drafted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from ..model.dates import Period
from ..model.name_forms import slug
from ..rdf.terms import BASE, PREFIXES, iri_of
from .found import Found, Place
from .gazetteer import Named
from .quotes import quotes_of
from .reader import Reading

__all__ = ["Graphed", "as_graph", "turtle"]

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


def _iri(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


@dataclass
class Graphed:
    """The triples of a draft, and which node stands for which fact."""

    triples: list[Triple] = field(default_factory=list)
    nodes: list[tuple[NamedNode, Found]] = field(default_factory=list)


def as_graph(reading: Reading, title: str, as_of: str) -> Graphed:
    """The graph of a reading; `title` names the text, `as_of` is its date.

    Each fact gets its id, if it has none yet; what is not reviewed is marked as drafted.
    """
    return _Writer(reading, title, as_of).graph()


def turtle(graphed: Graphed) -> bytes:
    """A draft as Turtle."""
    out = io.BytesIO()
    prefixes = {name: iri for name, iri in PREFIXES.items() if name not in ("prov", "rdfs")}
    serialize(graphed.triples, out, format=RdfFormat.TURTLE, prefixes=prefixes)
    return out.getvalue()


class _Writer:
    def __init__(self, reading: Reading, title: str, as_of: str) -> None:
        self.reading, self.title, self.as_of = reading, title, as_of
        self.out = Graphed()
        self.quotes: dict[tuple[int, int, int], NamedNode] = {}
        self.per_paragraph: dict[int, int] = {}
        self.entities: dict[str, Named] = {}
        self.ids = {fact.id for fact in reading.facts if fact.id}
        self._quote_triples: list[Triple] = []
        self.rules: dict[NamedNode, tuple[str, str]] = {}
        self.source = NamedNode(iri_of(slug(title) or "text"))

    def graph(self) -> Graphed:
        dataset = NamedNode(self.source.value + "-draft")
        self._add(self.source, "a", _iri("schema:Article"))
        self._label(self.source, self.title)
        self._add(dataset, "a", _iri("schema:Dataset"))
        self._label(dataset, f"Draft from {self.title}")
        self._add(dataset, "dcterms:source", self.source)
        self._add(dataset, "blocs:asOf", _date(self.as_of))
        facts: list[Triple] = []
        head, self.out.triples = self.out.triples, facts
        for fact in self.reading.facts:
            self._fact(fact)
        self._tensions()
        self.out.triples = head
        quotes = self._quote_triples
        for entity in self.entities.values():
            self._entity(entity)
        for rule, (label, definition) in sorted(self.rules.items(), key=str):
            self._add(rule, "a", _iri("blocs:Rule"))
            self._label(rule, label)
            self._add(rule, "skos:definition", Literal(definition))
        self.out.triples = [*head, *quotes, *self.out.triples[len(head) :], *facts]
        return self.out

    # Facts

    def _fact(self, fact: Found) -> None:
        write = getattr(self, "_" + fact.kind.replace("-", "_"))
        node = write(fact)
        self._grounds(node, fact)
        self.out.nodes.append((node, fact))

    def _membership(self, fact: Found) -> NamedNode:
        member, body = self._ref(fact.data["member"]), self._ref(fact.data["body"])
        node = self._node_of(fact, f"{_id(fact.data['member'])}-in-{_id(fact.data['body'])}")
        self._add(node, "a", _iri("org:Membership"))
        self._add(node, "org:member", member)
        self._add(node, "org:organization", body)
        if role := fact.data.get("role"):
            self._add(node, "org:role", _iri(f"blocs:{role}"))
        self._dates(node, fact)
        start, end = fact.data.get("start"), fact.data.get("end")
        if fact.basis == "stated" and not role and Period(self.as_of, self.as_of).covers(start, end):
            self._add(member, "org:memberOf", body)
        return node

    def _non_membership(self, fact: Found) -> NamedNode:
        node = self._node_of(fact, f"{_id(fact.data['member'])}-not-in-{_id(fact.data['body'])}")
        self._add(node, "a", _iri("blocs:NonMembership"))
        self._add(node, "org:member", self._ref(fact.data["member"]))
        self._add(node, "org:organization", self._ref(fact.data["body"]))
        return node

    def _event(self, fact: Found) -> NamedNode:
        event = fact.data["event"]
        node = self._node_of(fact, event.id, "")
        kind = _KIND_LABELS.get(fact.data["type"], "meeting")
        self._add(node, "a", _iri("schema:Event"))
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
        return node

    def _binary(self, node: NamedNode, predicate: str, value: NamedNode | Literal, fact: Found) -> None:
        """A triple of an event, and the fact that supports it; a year from elsewhere in the text makes it derived."""
        self._add(node, predicate, value)
        words = {"startDate": "start", "endDate": "end", "location": "place", "organizer": "organizer"}
        fact_node = self._fact_node(f"{slug(node.value.removeprefix(BASE))}-{words[predicate.partition(':')[2]]}")
        self._add(fact_node, "a", _iri("rdf:Statement"))
        self._add(fact_node, "rdf:subject", node)
        self._add(fact_node, "rdf:predicate", _iri(predicate))
        self._add(fact_node, "rdf:object", value)
        derived = fact.data.get("inferred") and predicate.endswith("Date") and fact.basis == "stated"
        self._grounds(fact_node, replace(fact, basis="derived") if derived else fact)
        if derived:
            rule = NamedNode(iri_of("rule-year-of-the-context"))
            self._add(fact_node, "blocs:rule", rule)
            self._add(fact_node, "blocs:premise", node)
            self.rules[rule] = ("the year is that of the context", _YEAR_RULE)

    def _post(self, fact: Found) -> NamedNode:
        person, role, of = fact.data["person"], fact.data["role"], fact.data["of"]
        node = self._node_of(fact, f"{_id(person)}-{_id(role)}-of-{_id(of)}")
        self._add(node, "a", _iri("org:Post"))
        self._add(node, "org:heldBy", self._ref(person))
        self._add(node, "org:role", self._ref(role))
        self._add(node, "org:postIn", self._ref(of))
        return node

    def _share(self, fact: Found) -> NamedNode:
        who, documents = fact.data["who"], fact.data["documents"]
        node = self._node_of(fact, f"{_id(who)}-signed-{_id(documents)}")
        self._add(node, "a", _iri("blocs:SigningShare"))
        self._add(node, "blocs:signatory", self._ref(who))
        self._add(node, "blocs:documents", self._ref(documents))
        percent = f"{fact.data['percent']:g}"
        self._add(node, "blocs:percent", Literal(percent, datatype=_iri("xsd:decimal")))
        if event := fact.data.get("event"):
            self._add(node, "blocs:event", NamedNode(iri_of(event.id)))
        return node

    def _attendance(self, fact: Found) -> NamedNode:
        return self._presence(fact, "at", "blocs:Attendance")

    def _absence(self, fact: Found) -> NamedNode:
        return self._presence(fact, "absent-from", "blocs:Absence")

    def _presence(self, fact: Found, how: str, kind: str) -> NamedNode:
        who, event = fact.data["who"], fact.data["event"]
        node = self._node_of(fact, f"{_id(who)}-{how}-{event.id}")
        self._add(node, "a", _iri(kind))
        self._add(node, "blocs:participant", self._ref(who))
        self._add(node, "blocs:event", NamedNode(iri_of(event.id)))
        return node

    def _non_representation(self, fact: Found) -> NamedNode:
        node = self._node_of(fact, f"{_id(fact.data['member'])}-not-represented-in-{_id(fact.data['body'])}")
        self._add(node, "a", _iri("blocs:NonRepresentation"))
        self._add(node, "blocs:represented", self._ref(fact.data["member"]))
        self._add(node, "blocs:in", self._ref(fact.data["body"]))
        return node

    def _statement(self, fact: Found) -> NamedNode:
        node = self._node_of(fact, slug(fact.data["label"])[:60].strip("-") or "statement", "")
        self._add(node, "a", _iri("blocs:Statement"))
        self._add(node, "a", _iri("blocs:" + fact.data["class"]))
        self._label(node, fact.data["label"])
        if speaker := fact.data.get("speaker"):
            self._add(node, "blocs:speaker", self._ref(speaker))
        for about in fact.data.get("about", ()):
            self._add(node, "blocs:about", self._ref(about))
        return node

    def _tensions(self) -> None:
        """Who is said to be absent from an event and to have signed there: the text says both, and both are kept."""
        absent = {(f.data["who"].id, f.data["event"].id): (n, f) for n, f in self.out.nodes if f.kind == "absence"}
        for node, fact in list(self.out.nodes):
            event = fact.data.get("event") if fact.kind == "share" else None
            if event is None or (fact.data["who"].id, event.id) not in absent:
                continue
            other, absence = absent[fact.data["who"].id, event.id]
            tension = self._fact_node(f"tension-{_id(fact.data['who'])}-absent-and-signing")
            self._add(tension, "a", _iri("blocs:Tension"))
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
        self._add(node, "blocs:basis", _iri("blocs:" + fact.basis))
        if fact.basis == "claimed":
            self._add(node, "blocs:claimedBy", self._ref(fact.claimed_by))
        if not fact.reviewed:
            self._add(node, "blocs:status", _iri(_DRAFTED))
        for quote in dict.fromkeys(q for place in fact.places for q in self._quoted(place)):
            self._add(node, "blocs:evidence", quote)

    def _quoted(self, place: Place) -> Iterator[NamedNode]:
        sentence = place.sentence
        for start, end in quotes_of(place):
            key = (sentence.paragraph, start, end)
            if key not in self.quotes:
                number = self.per_paragraph[sentence.paragraph] = self.per_paragraph.get(sentence.paragraph, 0) + 1
                node = _iri(f"quote:p{sentence.paragraph}-{number}")
                self.quotes[key] = node
                add = self._quote_triples.append
                add(Triple(node, _iri("rdf:type"), _iri("oa:TextQuoteSelector")))
                add(Triple(node, _iri("oa:exact"), Literal(sentence.text[start:end])))
                paragraph = Literal(str(sentence.paragraph), datatype=_iri("xsd:integer"))
                add(Triple(node, _iri("blocs:paragraph"), paragraph))
                add(Triple(node, _iri("dcterms:source"), self.source))
            yield self.quotes[key]

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
        self._add(node, "a", _iri(_CLASSES[entity.kind]))
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
            self._add(node, "blocs:basis", _iri("blocs:stated"))
            for quote in list(self._quoted(place))[:1]:
                self._add(node, "blocs:evidence", quote)

    # Small things

    def _add(self, subject: NamedNode, predicate: str, obj: NamedNode | Literal) -> None:
        name = _iri("rdf:type" if predicate == "a" else predicate)
        self.out.triples.append(Triple(subject, name, obj))

    def _label(self, node: NamedNode, text: str) -> None:
        self._add(node, "skos:prefLabel", Literal(text))

    def _node_of(self, fact: Found, name: str, prefix: str = "fact") -> NamedNode:
        """The node of a fact: by its id, which is made from a name if it has none yet."""
        if not fact.id:
            fact.id = f"{prefix}:{self._unique(name)}"
        return _iri(fact.id)

    def _fact_node(self, name: str) -> NamedNode:
        return _iri("fact:" + self._unique(name))

    def _unique(self, name: str) -> str:
        candidate, number = name, 1
        while {candidate, f"fact:{candidate}", f":{candidate}"} & self.ids:
            number += 1
            candidate = f"{name}-{number}"
        self.ids.add(candidate)
        return candidate


def _node(entity: Named) -> NamedNode:
    return NamedNode(entity.id if ":" in entity.id else iri_of(entity.id))


def _id(entity: Named) -> str:
    """The id of an entity, as a part of a fact's name."""
    name = entity.id.removeprefix(BASE)
    return slug(name.rsplit("/", 1)[-1]) or "thing"


def _date(text: str) -> Literal:
    kind = {4: "xsd:gYear", 7: "xsd:gYearMonth"}.get(len(text), "xsd:date")
    return Literal(text, datatype=_iri(kind))
