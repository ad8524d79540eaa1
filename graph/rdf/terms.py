"""RDF names: the namespaces of the model, and ids to IRIs and back."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

__all__ = [
    "BASE",
    "PREFIXES",
    "Term",
    "id_of",
    "iri_of",
    "iri_text",
    "named",
    "node_of_iri",
    "prologue",
    "sparql_term",
    "sparql_text",
    "text_of",
    "words_of",
]

Term = NamedNode | BlankNode | Literal | Triple

BASE = "https://w3id.org/blocs/id/"

PREFIXES: dict[str, str] = {
    "": BASE,
    "fact": "https://w3id.org/blocs/fact/",
    "quote": "https://w3id.org/blocs/quote/",
    "blocs": "https://w3id.org/blocs/ns#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def prologue(query: str) -> str:
    """The PREFIX lines for the prefixes that a query body uses, so that it runs on any engine.

    >>> print(prologue("SELECT ?s { ?s org:memberOf :cst }"))
    PREFIX : <https://w3id.org/blocs/id/>
    PREFIX org: <http://www.w3.org/ns/org#>
    <BLANKLINE>
    """
    # Queries are long and prefixes few: a text is found sooner than a pattern.
    return "".join(
        f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items() if f"{p}:" in query and _used(p).search(query)
    )


@cache
def _used(prefix: str) -> re.Pattern[str]:
    """A name with a prefix, where it is not the end of another name."""
    return re.compile(rf"{prefix}:(?<![\w:]{prefix}:)[\w-]")


def id_of(iri: str) -> str:
    """The id of an IRI: the local name under the base, else the IRI's last segment.

    >>> id_of("https://w3id.org/blocs/id/cst"), id_of("http://example.org/bodies#NATO")
    ('cst', 'NATO')
    """
    if iri.startswith(BASE):
        return iri[len(BASE) :]
    tail = iri.rstrip("/#")
    for mark in ("#", "/", ":"):
        if mark in tail:
            return tail.rsplit(mark, 1)[1] or iri
    return tail


_DOCUMENT = re.compile(r"(?<=.)\.(ttl|rdf|html?|jsonld|json|xml|nt|trig|php)$", re.IGNORECASE)


def words_of(entity_id: str) -> str:
    """What something is called that has no name: the words of its id, without the ending of a document.

    A hyphen stands for a space in an id of lowercase words. It is the name's own beside underscores, and before a
    capital or a number.

    >>> words_of("european-union"), words_of("C%C3%B4te_d%27Ivoire"), words_of("stone-guild.html")
    ('european union', "Côte d'Ivoire", 'stone guild')
    >>> words_of("Guinea-Bissau"), words_of("Asia-Pacific_Forum"), words_of("G-77"), words_of("Port-au-Prince_Club")
    ('Guinea-Bissau', 'Asia-Pacific Forum', 'G-77', 'Port-au-Prince Club')
    """
    if "%" in entity_id:
        from urllib.parse import unquote

        entity_id = unquote(entity_id)
    if "." in entity_id:
        entity_id = _DOCUMENT.sub("", entity_id)
    words = entity_id.replace("_", " ")
    return words if "-" in words and _has_own_hyphen(words) else words.replace("-", " ")


def _has_own_hyphen(words: str) -> bool:
    """Whether a hyphen is of the name itself: "Guinea-Bissau", "Port-au-Prince Club"."""
    after = words.split("-")[1:]
    return words[:1].isupper() and (" " in words or any(part[:1].isupper() or part[:1].isdigit() for part in after))


def iri_of(entity_id: str) -> str:
    """The IRI of an id under the base."""
    return BASE + entity_id


def named(prefixed: str) -> NamedNode:
    """The term of a prefixed name of the model.

    >>> named("org:memberOf").value
    'http://www.w3.org/ns/org#memberOf'
    """
    prefix, _, local = prefixed.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def node_of_iri(iri: str) -> NamedNode | None:
    """The term of an IRI; None if the text is none.

    >>> node_of_iri("http://example.org/cst"), node_of_iri("not an IRI")
    (<NamedNode value=http://example.org/cst>, None)
    """
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def sparql_term(term: Term) -> str:
    """A term as SPARQL writes it, escaped: data never becomes syntax.

    >>> sparql_term(Literal('a "quote" } '))
    '"a \\\\"quote\\\\" } "'
    """
    return str(term)


def sparql_text(text: str) -> str:
    """A text as a literal of SPARQL.

    >>> sparql_text("a b")
    '"a b"'
    """
    return sparql_term(Literal(text))


def text_of(term: Term | None) -> str:
    """The text of a term: an IRI, a literal's value, a blank node's label; "" for no term.

    >>> text_of(Literal("CST")), text_of(None)
    ('CST', '')
    """
    return "" if term is None or isinstance(term, Triple) else term.value


def iri_text(term: object) -> str:
    """The IRI of a named node; "" for a literal, a blank node or no term.

    >>> iri_text(NamedNode("http://example.org/a")), iri_text(Literal("http://example.org/a"))
    ('http://example.org/a', '')
    """
    return term.value if isinstance(term, NamedNode) else ""
