"""A role that is said in several languages, "Captain"@en and "Kapitän"@de: it is one role, not one for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...rdf.terms import named
from .graph_roles import meant_role, plain_words
from .offices import office_iri
from .texts_in_languages import Translations, leave_one_text

__all__ = ["name_translations", "one_role_of_languages"]

_DEFAULT = DefaultGraph()
_ALIAS = named("skos:altLabel")
_SAID_AS = (
    named("org:role"),
    *(NamedNode(f"{http}://schema.org/{name}") for http in ("https", "http") for name in ("roleName", "namedPosition")),
)


def one_role_of_languages(store: Store) -> Translations:
    """Leave one text of a role that is said in several languages: the English one, else the first by their order.

    Two texts in one language are two roles, and so are those that mean two roles of the model.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    dict of (str, set of Literal)
        What was taken out, by what was left.
    """
    found = Translations()
    for predicate in _SAID_AS:
        leave_one_text(store, predicate, _are_one, found)
    return found


def _are_one(texts: Sequence[Literal]) -> bool:
    """Whether texts are one role in several languages; what has no language is English, as of all names."""
    if len({text.language or "en" for text in texts}) < len(texts):
        return len({text.value.casefold().strip() for text in texts}) == 1
    return len({role for text in texts if (role := meant_role(plain_words(text.value)))}) < 2


def name_translations(store: Store, translations: Translations) -> None:
    """Let the roles that were made of texts be found by what they are called in other languages.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    translations : dict of (str, set of Literal)
        What they are called, by the text that was read.
    """
    for text, others in translations.items():
        office = NamedNode(office_iri(text))
        if any(store.quads_for_pattern(office, None, None, _DEFAULT)):
            store.extend([Quad(office, _ALIAS, other, _DEFAULT) for other in others if other.value != text])
