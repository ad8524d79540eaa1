"""Texts of JSON-LD by language, `{"en": "France", "de": "Frankreich"}`, where no context says what the keys are.

A parser takes the keys for words then, and who is called so has no name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ....amounts import shortened

__all__ = ["texts_by_language", "with_texts_by_language"]

_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
_LONGER = re.compile(r"[a-z]{3}(?:[-_][A-Za-z]{2})?")
"""A language of three letters is one beside another of two: "lat" and "lng" are places."""
_NO_LANGUAGE = ("@none", "und", "")
_SHOWN = 3


def with_texts_by_language(document: Any, terms: Mapping[str, Any], notes: list[str]) -> Any:
    """A document in which texts by language are texts that say their language.

    Parameters
    ----------
    document : object
        JSON-LD, parsed, with its contexts in it.
    terms : mapping of str to object
        The words that its contexts know, with what they mean.
    notes : list of str
        Where it is said which words have such texts.

    Returns
    -------
    object
        The same, if it has none.

    >>> notes = []
    >>> with_texts_by_language({"name": {"en": "Chad", "fr": "Tchad"}}, {}, notes)["name"][1]
    {'@value': 'Tchad', '@language': 'fr'}
    >>> with_texts_by_language({"name": [{"lang": "en", "value": "Chad"}]}, {}, [])
    {'name': [{'@value': 'Chad', '@language': 'en'}]}
    >>> notes
    ['read as texts in several languages: name']
    """
    read: dict[str, None] = {}
    changed = _changed(document, terms, read)
    if not read:
        return document
    notes.append(f"read as texts in several languages: {shortened(read, _SHOWN)}")
    return changed


def _changed(node: Any, terms: Mapping[str, Any], read: dict[str, None]) -> Any:
    if isinstance(node, list):
        return [_changed(one, terms, read) for one in node]
    if not isinstance(node, dict):
        return node
    found = {}
    for key, value in node.items():
        if key == "@context" or not isinstance(value, dict | list) or _says_what_keys_are(terms.get(key)):
            found[key] = value
        elif not key.startswith("@") and (texts := _texts(*_as_names(key, value, terms))):
            found[key] = texts
            read[key] = None
        else:
            found[key] = _changed(value, terms, read)
    return found


def _as_names(key: str, value: Any, terms: Mapping[str, Any]) -> tuple[Any, Mapping[str, Any]]:
    """What a name is, its languages in lower case, and no words of the context with it: a name has none in it."""
    if not _OF_NAMES.search(key):
        return value, terms
    lower = [
        {language.lower() if language.isupper() else language: text for language, text in one.items()}
        if isinstance(one, dict)
        else one
        for one in (value if isinstance(value, list) else [value])
    ]
    return lower, {}


_OF_NAMES = re.compile(r"(?:name|label|title)s?$", re.IGNORECASE)


def _says_what_keys_are(meant: Any) -> bool:
    """Whether a context says itself what the keys below a word are, or that they are plain JSON."""
    return isinstance(meant, dict) and ("@container" in meant or meant.get("@type") == "@json")


def texts_by_language(value: Any) -> list[dict[str, str]]:
    """The texts of a map by language, of a text beside its language, or of a list of such.

    Parameters
    ----------
    value : object
        JSON, parsed.

    Returns
    -------
    list of dict
        None if it is anything else.

    >>> texts_by_language({"en": "Chad", "fr": "Tchad"})[1], texts_by_language({"first": "Ann"})
    ({'@value': 'Tchad', '@language': 'fr'}, [])
    """
    return _texts(*_as_names("name", value, {}))


def _texts(value: Any, terms: Mapping[str, Any]) -> list[dict[str, str]]:
    """The texts of a map by language, or of a list of such maps; none if it is anything else."""
    if isinstance(value, list):
        found = [_texts(one, terms) if isinstance(one, dict) else [] for one in value]
        return [text for texts in found for text in texts] if found and all(found) else []
    if text := _text_with_language(value, terms):
        return [text]
    if not value or not _are_languages(value, terms):
        return []
    return [
        {"@value": text, **({"@language": language.replace("_", "-")} if language not in _NO_LANGUAGE else {})}
        for language, texts in value.items()
        for text in (texts if isinstance(texts, list) else [texts])
        if isinstance(text, str) and text.strip()
    ]


_LANGUAGE_KEYS = frozenset(("lang", "language", "languagecode", "langcode", "locale", "xml:lang"))
_TEXT_KEYS = frozenset(("value", "text", "label", "name", "title", "content", "#text"))


def _text_with_language(value: Mapping[str, Any], terms: Mapping[str, Any]) -> dict[str, str]:
    """The text of a map that says it beside its language, {"lang": "en", "text": "France"}; none of any other."""
    if len(value) != 2 or not all(isinstance(one, str) for one in value.values()):
        return {}
    plain = {key: re.sub(r"[_-]", "", key).lower() for key in value if key not in terms}
    language = next((value[key] for key, called in plain.items() if called in _LANGUAGE_KEYS), "")
    text = next((value[key] for key, called in plain.items() if called in _TEXT_KEYS), "")
    known = _LANGUAGE.fullmatch(language) or _LONGER.fullmatch(language)
    return {"@value": text, "@language": language.replace("_", "-")} if known and text.strip() else {}


def _are_languages(value: Mapping[str, Any], terms: Mapping[str, Any]) -> bool:
    """Whether the keys are languages and the values texts; "id" is one beside others."""
    keys = [key for key in value if key not in _NO_LANGUAGE]
    two = [
        key for key in keys if _LANGUAGE.fullmatch(key) and (key != "id" or len(keys) > 1) and not _is_word(key, terms)
    ]
    if not two or not all(key in two or (_LONGER.fullmatch(key) and not _is_word(key, terms)) for key in keys):
        return False
    if ":" in str(value.get("id", "")):
        return False
    return all(
        text is None or isinstance(text, str) or (isinstance(text, list) and all(isinstance(one, str) for one in text))
        for text in value.values()
    )


def _is_word(key: str, terms: Mapping[str, Any]) -> bool:
    """Whether a context knows a key as a word of its own; "id" in the place of "@id" is one of every context."""
    return key in terms and terms[key] != "@id"
