"""Make `data/states-in-languages.ttl`, the names of states in other languages, of Unicode CLDR and `states_in_use.csv`.

    python scripts/make_translations.py

Beside it comes `data/states-in-languages.tsv`, what the names are looked up by, which is read much faster.

CLDR has one name of each of today's states. The table beside this file has what else is usual ("Weißrussland", "США"),
also of states that are no more ("Tschechoslowakei"): a state by its English label, a language, and names with `;`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from babel import Locale
from blocs.graph.model.known.bodies import bodies
from blocs.graph.model.known.states import read_states
from blocs.graph.model.known.translations import kept_translations
from blocs.graph.model.naming.keys import name_key
from blocs.graph.rdf.terms import PREFIXES, id_of
from pyoxigraph import RdfFormat, parse

LANGUAGES = ("ar", "cs", "de", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh")

MORE_LANGUAGES = (
    "af", "am", "as", "az", "be", "bg", "bn", "bs", "bs_Cyrl", "ca", "cy", "da", "el", "et", "eu", "fa", "fi",
    "fil", "ga", "gl", "gu", "he", "hr", "hu", "hy", "id", "is", "ka", "kk", "km", "kn", "ku", "ky", "lb", "lo",
    "lt", "lv", "mk", "ml", "mn", "mr", "ms", "mt", "my", "nb", "ne", "nn", "or", "pa", "ps", "pt_PT", "sd", "si", "sk",
    "sl", "so", "sq", "sr", "sr_Latn", "sw", "ta", "te", "tg", "th", "tk", "tt", "ug", "ur", "uz", "uz_Cyrl", "vi",
    "zh_Hant",
)  # fmt: skip
"""Languages whose names give way to those of the first: what is another state's there is left out of these."""
SHORTEST = 4
"""How many letters a name of these languages has at least in Latin letters: "Ao" is a name, and many other things."""

HEAD = """\
# States: their names in other languages.
#
# Made by scripts/make_translations.py. The names are those of Unicode CLDR, copyright Unicode, Inc., under the Unicode
# License v3, and those of scripts/states_in_use.csv. They are read only if a name is in no other list, and stand for
# the English label.

"""


def in_use() -> dict[str, list[tuple[str, str]]]:
    """The languages and names of the table, by label."""
    found: dict[str, list[tuple[str, str]]] = {}
    with (Path(__file__).parent / "states_in_use.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["state"], []).extend((row["language"], name) for name in row["names"].split(";"))
    return found


def _taken(listed: dict[str, str], more: dict[str, list[tuple[str, str]]]) -> dict[str, set[str]]:
    """The labels of the states that have each name: by the lists and the first languages, else by all others."""
    first: dict[str, set[str]] = defaultdict(set)
    rest: dict[str, set[str]] = defaultdict(set)
    for key, label in listed.items():
        first[key].add(label)
    for label, names in more.items():
        for _, name in names:
            first[name_key(name)].add(label)
    for state in read_states():
        for code in state.codes.get("iso2", ()):
            for found, languages in ((first, LANGUAGES), (rest, MORE_LANGUAGES)):
                for language in languages:
                    if name := Locale.parse(language).territories.get(code, ""):
                        found[name_key(name)].add(state.label)
    return defaultdict(set, {**rest, **first})


def keys(content: str) -> str:
    """The file of keys, of the text of the other: the words of all names, and then each state with its keys."""
    described: dict[str, list[str]] = {}
    for quad in parse(content.encode(), format=RdfFormat.TURTLE):
        described.setdefault(id_of(quad.subject.value), []).append(quad.object.value)
    return kept_translations(described)


def turtle() -> str:
    """The file's text. Raises SystemExit if a name of the table is of two states, or of a state that is not listed."""
    more = in_use()
    labels = {state.label for state in read_states()}
    if strange := [label for label in more if label not in labels]:
        raise SystemExit("states_in_use.csv has no states of the list: " + ", ".join(strange))
    listed = {name_key(name.text): state.label for state in read_states() for name in state.names}
    others = {name_key(name) for state in read_states() for name in (*state.demonyms, *state.capitals)} | {
        name_key(name)
        for body in bodies().bodies
        for name in (body.label, body.abbreviation, body.cow, *body.aliases, *body.translations)
    }
    taken = _taken(listed, more)
    territories = {language: Locale.parse(language).territories for language in (*LANGUAGES, *MORE_LANGUAGES)}
    prefixes = "".join(f"@prefix {name:<4} <{PREFIXES[name.rstrip(':')]}> .\n" for name in (":", "skos:"))
    lines = []
    for state in read_states():
        known = {name_key(name.text) for name in state.names}
        named = []
        for language in LANGUAGES:
            for code in state.codes.get("iso2", ()):
                name = territories[language].get(code, "")
                if name and name_key(name) not in known:
                    known.add(name_key(name))
                    named.append(f'"{name}"@{language}')
        for language, name in more.get(state.label, ()):
            if listed.get(name_key(name), state.label) != state.label:
                raise SystemExit(f"states_in_use.csv: {name} is {listed[name_key(name)]}, and not {state.label}")
            if name_key(name) not in known:
                known.add(name_key(name))
                listed[name_key(name)] = state.label
                named.append(f'"{name}"@{language}')
        for language in MORE_LANGUAGES:
            for code in state.codes.get("iso2", ()):
                name = territories[language].get(code, "")
                key = name_key(name)
                short = key.isascii() and len(key) < SHORTEST
                if not name or name == code or key in known or key in others or short or taken[key] != {state.label}:
                    continue
                known.add(key)
                named.append(f'"{name}"@{language.replace("_", "-")}')
        if named:
            lines.append(f":{state.id} skos:altLabel {', '.join(named)} .\n")
    return HEAD + prefixes + "\n" + "".join(lines)


if __name__ == "__main__":
    path = Path(__file__).parent.parent / "data" / "states-in-languages.ttl"
    content = turtle()
    path.write_text(content, encoding="utf-8")
    path.with_suffix(".tsv").write_text(keys(content), encoding="utf-8")
