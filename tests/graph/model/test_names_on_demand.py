"""Names fetched as they are asked for: the same as if all had been read, in whatever signs they are written."""

from __future__ import annotations

import random
import sys
import unicodedata

import pytest
from blocs.graph.errors import InvalidRequest
from blocs.graph.model.naming.forms import normal
from blocs.graph.model.naming.names import Names, read_names
from blocs.graph.model.naming.on_demand import NamesOnDemand
from blocs.graph.model.naming.queries import _LATIN, LONGEST_WORD
from blocs.graph.model.search import search
from blocs.graph.rdf.source import LocalSource
from faraway import Faraway
from pyoxigraph import Literal, NamedNode, Quad, Store
from rapidfuzz.distance import OSA

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SKOS, ORG = "http://www.w3.org/2004/02/skos/core#", "http://www.w3.org/ns/org#"
LABELS = [
    "Côte d'Ivoire", "Cote d’Ivoire", "COTE D IVOIRE", "Türkiye", "Turkiye", "Åland", "Aland", "Ö", "Россия", "россия",
    "Договор 2", "〈NATO〉", "ＮＡＴＯ", "N.A.T.O.", "Nato", "OPEC+", "OPEC", "C#", "٧", "7", "G٧", "G7", "½", "Straße",
    "STRASSE", "Ho\u0302tel", "İstanbul", "istanbul", "\u212a", "K", "ﬁn", "fin", "_", "a_b", "a b", "-", "–", "( )",
    "中国", "and", "not NATO", "line\nbreak", "line break", " spaced  out ", "", "'quoted \"name\" \\", "日本 Japan",
    "Ελλάδα", "ΕΛΛΑΔΑ", "①", "1", "µ", "ªº", "ﷺ", "Ⅻ", "xii", "Σ", "é", "e", "Kraïna", "Україна", "1st", "a" * 60,
]  # fmt: skip
IRIS = [
    "http://x.org/{}", "http://x.org/a#{}", "http://y.org/{}/", "https://w3id.org/blocs/id/{}", "urn:z:{}",
    "https://w3id.org/blocs/id/deep/{}", "http://x.org/é/{}", "http://x.org/{}é",
]  # fmt: skip
PROPERTIES = [SKOS + "prefLabel", SKOS + "altLabel", "http://www.w3.org/2000/01/rdf-schema#label"]
PROPERTIES += ["https://w3id.org/blocs/ns#" + name for name in ("abbreviation", "demonym", "iso3", "cowCode")]
CLASSES = ["https://schema.org/Country", ORG + "Organization", "https://schema.org/Person", "http://x.org/Other"]


def random_graph(seed: int) -> Store:
    dice, store = random.Random(seed), Store()
    nodes = [
        NamedNode(dice.choice(IRIS).format(dice.choice(["nato", "NATO", "eu", "c-te", "a%20b", "7", "–", "Nato"])))
        for _ in range(dice.randrange(2, 14))
    ]
    for node in nodes:
        if dice.random() < 0.7:
            store.add(Quad(node, RDF_TYPE, NamedNode(dice.choice(CLASSES[: dice.choice((1, 2, 4))]))))
        for _ in range(dice.randrange(4)):
            name = Literal(dice.choice(LABELS), language=dice.choice([None, "en", "ru", "de"]))
            store.add(Quad(node, NamedNode(dice.choice(PROPERTIES)), name))
        if dice.random() < 0.4:
            store.add(Quad(node, NamedNode(ORG + "memberOf"), dice.choice(nodes)))
        if dice.random() < 0.3:
            store.add(Quad(NamedNode("http://x.org/m"), NamedNode(ORG + "member"), node))
    return store


def typed(dice: random.Random) -> str:
    """A name as somebody may type it."""
    name = dice.choice([*LABELS, "nato", "x.org", "c te", "deep nato", "http://x.org/nato", "<http://x.org/a#eu>"])
    change = dice.choice([str, str.upper, str.lower, normal, lambda text: unicodedata.normalize("NFD", text)])
    return str(change(name))


def said(names: Names, name: str) -> object:
    try:
        return names.find(name)
    except InvalidRequest as error:
        return error.message


@pytest.mark.parametrize("seed", range(60))
def test_a_name_means_the_same(seed: int) -> None:
    store, dice = random_graph(seed), random.Random(-seed)
    everything = read_names(LocalSource(store, "here"))
    for _ in range(12):
        name = typed(dice)
        some = NamesOnDemand(Faraway(store))
        assert some.matches(name) == everything.matches(name), name
        assert not some._has_all
        assert some.matches(name, ("body", "state")) == everything.matches(name, ("body", "state"))
        assert some.is_demonym(name) == everything.is_demonym(name)
        assert some.written_as(name) == everything.written_as(name)
        assert some.written(name) == everything.written(name)
        assert said(some, name) == said(everything, name)


@pytest.mark.parametrize("seed", range(20))
def test_entities_and_words_are_the_same(seed: int) -> None:
    store, dice = random_graph(seed), random.Random(seed)
    everything = read_names(LocalSource(store, "here"))
    iris = [*everything.by_iri, "http://x.org/nothing", "no IRI", "http://x.org/m"]
    some = NamesOnDemand(Faraway(store))
    some.expect(dice.sample(iris, 2))
    for iri in iris:
        assert (some.by_iri.get(iri), iri in some.by_iri) == (everything.by_iri.get(iri), iri in everything.by_iri)
        assert some.by_iri[iri] == everything.by_iri[iri]
    source = Faraway(store)
    some, words = NamesOnDemand(source), " ".join(dice.sample(LABELS, 3)).split()
    some.expect_words(words)
    asked = source.asked
    for at in range(len(words)):
        run = " ".join(words[at : at + 2])
        assert some.matches(run) == everything.matches(run)
    assert source.asked == asked
    assert NamesOnDemand(Faraway(store)).entities == everything.entities
    assert NamesOnDemand(Faraway(store)).ambiguous() == everything.ambiguous()


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("seed", range(60))
def test_names_of_announced_words_are_all_there(seed: int, many: bool) -> None:
    """Whatever is made of the words, in any order, is found without another request."""
    store, dice = random_graph(seed), random.Random(-seed)
    everything, source = read_names(LocalSource(store, "here")), Faraway(store)
    some = NamesOnDemand(source, many)
    words = [word for _ in range(4) for word in typed(dice).split()]
    some.expect_words(words)
    asked = source.asked
    pieces = [part for word in words for part in normal(word).split()]
    for _ in range(60):
        name = " ".join(dice.sample(pieces, min(len(pieces), dice.randrange(1, 4))))
        assert some.matches(name) == everything.matches(name), name
        assert some.written_as(name) == everything.written_as(name)
        assert not everything.may_hold(name) or some.may_hold(name)
    for at in range(len(words)):
        for end in range(at + 1, at + 4):
            run = " ".join(words[at:end])
            if set(normal(run).split()) <= set(pieces):
                assert some.matches(run) == everything.matches(run), run
    assert source.asked == asked


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("seed", range(60))
def test_parts_and_kinds_are_the_same(seed: int, many: bool) -> None:
    store, dice = random_graph(seed), random.Random(-seed)
    source = LocalSource(store, "here")
    everything = read_names(source)

    def names() -> NamesOnDemand:
        return NamesOnDemand(Faraway(store), many)

    for kind in ("state", "body", "person", "member"):
        assert names().of_kind(kind) == everything.of_kind(kind)
    assert names().kinds() == everything.kinds()
    for word in {part for _ in range(6) for part in normal(typed(dice)).split()}:
        assert names().has_word(word) == everything.has_word(word), word
        part = word[dice.randrange(len(word)) :][: dice.randrange(1, 9)]
        if normal(part):
            assert search(Faraway(store), names(), part) == search(source, everything, part), part
        if word.isalpha() and (not many or (word.isascii() and len(word) < LONGEST_WORD)):
            at = dice.randrange(len(word))
            wrong = dice.choice([word[:at] + word[at + 1 :], word[:at] + "x" + word[at:], word[:at] + word[at:][::-1]])
            near = {other for other in everything.words() if other[:1] == wrong[:1] and OSA.distance(wrong, other) <= 1}
            assert not wrong or near <= set(names().words_like(wrong)) <= everything.words()


def test_what_is_asked_again_and_again_is_read_at_once() -> None:
    source = Faraway(random_graph(3))
    names = NamesOnDemand(source)
    for number in range(100):
        names.matches(f"name {number}")
    assert source.asked < 20


def test_signs_that_stand_for_letters_are_known() -> None:
    """Names of signs beyond ASCII alone are left out where none of them stands for a letter of ASCII."""
    import re

    latin = re.compile(f"[{_LATIN}]")
    signs = [chr(code) for code in range(0x80, sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    for at in range(0, len(signs), 64):
        if re.search("[a-z]", normal(" ".join(signs[at : at + 64]))):  # of most none does
            for sign in signs[at : at + 64]:
                assert latin.match(sign) or not re.search("[a-z]", normal(sign)), hex(ord(sign))
