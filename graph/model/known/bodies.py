"""Well-known bodies by their common names, as the list that comes with blocs (`data/bodies.ttl`) has them.

Data sets call bodies by long or odd names ("WPact", "League of Arab States"); people say Warsaw Pact and Arab League.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ...frozen import frozen
from ...rdf.terms import PREFIXES, id_of, iri_of, text_of
from ...resources import resource
from ..naming.forms import normal
from ..naming.keys import name_key, words_of

__all__ = ["Bodies", "Body", "bodies"]


@frozen
class Body:
    """A body with the names by which it goes; `cow` is its short name in COW IGO, if it has one.

    `translations` are its names and abbreviations in other languages: of a common one, "OTAN", they are surely its own.
    """

    id: str
    label: str
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    cow: str = ""
    translations: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the body."""
        return iri_of(self.id)


class Bodies:
    """The list of bodies, to be looked up by name.

    >>> [body.cow for body in bodies().find("Warsaw Pact")], bodies().by_cow["LOAS"].aliases
    (['WPact'], ('Arab League',))
    """

    def __init__(self, known: Iterable[Body]) -> None:
        self.bodies = list(known)
        self._by_id = {body.id: body for body in self.bodies}
        self.by_cow = {body.cow: body for body in self.bodies if body.cow}
        self._names: dict[str, list[Body]] = {}
        for body in self.bodies:
            names = (body.label, body.abbreviation, body.cow, *body.aliases, *body.translations)
            keys = {name_key(name) for name in names if name}
            for key in keys:
                self._names.setdefault(key, []).append(body)
        self._abbreviations = {body.abbreviation for body in self.bodies if body.abbreviation}
        self._translated = {name: body for body in self.bodies for name in body.translations}
        self._words = words_of(name for body in self.bodies for name in (body.label, *body.aliases, *body.translations))

    def find(self, name: str) -> tuple[Body, ...]:
        """The bodies that a name can mean: none, one, or several if the name is of several.

        Parameters
        ----------
        name : str
            A name, abbreviation or short name of the Correlates of War, however it is written.

        Returns
        -------
        tuple of Body
            The bodies.

        >>> [body.label for body in bodies().find("WTO")]
        ['Warsaw Treaty Organization', 'World Trade Organization']
        """
        return tuple(self._names.get(name_key(name), ()))

    def named(self, name: str) -> Body | None:
        """The body whose name or abbreviation this is.

        An abbreviation that several bodies have is that of the one whose short name in COW IGO it is, or of none.

        Parameters
        ----------
        name : str
            A name, or an abbreviation as it is written: "OIF", "UfM".

        Returns
        -------
        Body or None
            The body; None if no body, or more than one, is called so.

        >>> bodies().named("Arab League").id, bodies().named("LAS").id, bodies().named("OTAN").id, bodies().named("IOC")
        ('loas', 'loas', 'nato', None)
        """
        if (translated := self._translated.get(name)) is not None:
            return translated
        if self._is_short(name):
            found = self.find(name)
            return found[0] if len(found) == 1 else next((body for body in found if body.cow == name.strip()), None)
        if not self._words.issuperset(normal(name).split()):
            return None  # as most names of a long table are
        key = name_key(name)
        called = [
            body
            for body in self.find(name)
            if key in {name_key(each) for each in (body.label, *body.aliases, *body.translations)}
        ]
        return called[0] if len(called) == 1 else None

    def several(self, name: str) -> tuple[Body, ...]:
        """The bodies that an abbreviation may be of; none if it is of one or of nobody.

        Parameters
        ----------
        name : str
            The abbreviation.

        Returns
        -------
        tuple of Body

        >>> [body.label for body in bodies().several("IDB")]
        ['Inter-American Development Bank', 'Islamic Development Bank']
        """
        found = self.find(name) if self._is_short(name) and name not in self._translated else ()
        return found if len(found) > 1 else ()

    def _is_short(self, name: str) -> bool:
        """Whether a name is an abbreviation, by its letters or as one of the list: a word of small letters is none."""
        return (name.isupper() and " " not in name.strip()) or name in self._abbreviations

    def get(self, body_id: str) -> Body | None:
        """The body of an id; None if there is none."""
        return self._by_id.get(body_id)


@lru_cache(maxsize=1)
def bodies() -> Bodies:
    """The list of bodies that comes with blocs, read once.

    Returns
    -------
    Bodies
        The list.
    """
    from pyoxigraph import RdfFormat, parse

    found: dict[str, dict[str, list[str]]] = {}
    for quad in parse(resource("data", "bodies.ttl").read_bytes(), format=RdfFormat.TURTLE):
        found.setdefault(text_of(quad.subject), {}).setdefault(quad.predicate.value, []).append(text_of(quad.object))
    return Bodies(_body(iri, has) for iri, has in found.items())


def _body(iri: str, has: dict[str, list[str]]) -> Body:
    label, alias, hidden = (f"{PREFIXES['skos']}{term}" for term in ("prefLabel", "altLabel", "hiddenLabel"))
    # blocs:abbreviation, blocs:cowOrganization
    abbreviation, cow = (has.get(PREFIXES["blocs"] + term, [""])[0] for term in ("abbreviation", "cowOrganization"))
    return Body(id_of(iri), has[label][0], abbreviation, tuple(has.get(alias, ())), cow, tuple(has.get(hidden, ())))
