"""Columns called the same but for what stands in brackets behind: "Organisation (local)" and "Organisation (English)".

If these words say which name each has, in which language, in full or short, one of the columns is read and the others are
other names of the same: English comes first, then the languages in their usual order, a full name before a short one, and
local names last. All other columns that are called the same are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model.naming.forms import unaccented
from ...rdf.languages import language_order
from .column import Column
from .columns import Columns
from .words.column_names import FIELDS
from .words.people_words import BODIES_OF_PEOPLE

__all__ = ["tell_twins"]

_BEHIND = re.compile(r"(.*?\S)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*")
_LANGUAGES = {
    name: tag
    for tag, names in {
        "en": "eng english englisch anglais ingles inglese engels англ английский", "de": "deu ger german deutsch allemand aleman tedesco",
        "fr": "fra fre french franzosisch francais frances francese frans", "es": "spa spanish spanisch espagnol espanol castellano",
        "ru": "rus russian russisch russe ruso русский рус", "ar": "ara arabic arabisch arabe", "zh": "zho chi chinese chinesisch chinois",
        "pt": "por portuguese portugiesisch portugais portugues", "it": "ita italian italienisch italien italiano",
        "nl": "nld dut dutch niederlandisch neerlandais nederlands", "pl": "pol polish polnisch polski", "ja": "jpn japanese japanisch",
        "uk": "ukr ukrainian ukrainisch", "tr": "tur turkish turkisch turkce", "sv": "swe swedish schwedisch svenska",
    }.items()
    for name in names.split()
}  # fmt: skip
_TAG = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?")
_KINDS = {
    0: "full long official common formal name label voll lang vollstandig offiziell complet long officiel completo oficial",
    2: "short abbr abbrev abbreviation acronym abk abkurzung kurz kurzform sigle court sigla corto abreviatura",
    3: "local native original own lokal landessprache einheimisch locale local nativo",
}
_KIND = {word: place for place, words in _KINDS.items() for word in words.split()}
_FULL, _OF_LANGUAGE, _SHORT = 0, 1, 2
_Rank = tuple[int, tuple[int, str, str]]


def tell_twins(table: Columns) -> None:
    """Choose one of the columns that have the names of one thing in several languages, or in full and short.

    Parameters
    ----------
    table : Columns
        The table, of which only what the user says is decided.
    """
    for key, columns in table.by_key.items():
        twins = [(column, rank) for column in columns if (rank := _rank(column.name)) is not None]
        if len(twins) < 2 or len(twins) < len([c for c in columns if c.cells]):
            continue
        if len({column.name for column, _ in twins}) < len(twins):
            continue
        _tell(table, key, sorted(twins, key=lambda twin: twin[1]))


def _tell(table: Columns, key: str, twins: Sequence[tuple[Column, _Rank]]) -> None:
    """Leave the names of a thing unread of which another is read."""
    free = [(column, rank) for column, rank in twins if column.at not in table.found.unread and column.cells]
    if len(free) < 2:
        return
    given = [column for column, _ in free if column.at in table.fields.values()]
    chosen = given[0] if given else free[0][0]
    for column, (kind, _) in free:
        if column is chosen or not table.free(column):
            continue
        if not (table.names_the_same(chosen, column) or table.names_the_same(column, chosen)):
            continue
        if kind == _SHORT and _names_bodies(key) and "abbreviation" not in table.fields:
            table.fields["abbreviation"] = column.at
        else:
            table.found.unread[column.at] = f"another name of {chosen.name!r}"


def _names_bodies(key: str) -> bool:
    return key in FIELDS["organization"] or key in BODIES_OF_PEOPLE


def _rank(name: str) -> _Rank | None:
    """Where the name in a column stands among others of the same thing; None if it is not said which name it is."""
    match = _BEHIND.fullmatch(name)
    if match is None:
        return _FULL, language_order("mul")
    words = [unaccented(word.casefold()) for word in re.findall(r"[^\W_]+(?:-[^\W_]+)?", match[2])]
    kinds = [_KIND[word] for word in words if word in _KIND]
    tags = [_LANGUAGES.get(word, word) for word in words if word not in _KIND]
    if not words or any(_TAG.fullmatch(tag) is None for tag in tags) or len(tags) > 1:
        return None
    english = tags == ["en"]
    kind = max(kinds) if kinds else _FULL if english else _OF_LANGUAGE
    return kind, language_order(tags[0] if tags else "mul")
