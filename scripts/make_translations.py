"""Make `data/states-in-languages.ttl`, the names of states in other languages, of Unicode CLDR and `states_in_use.csv`.

    python scripts/make_translations.py

CLDR has one name of each of today's states. The table beside this file has what else is usual ("Weißrussland", "США"),
also of states that are no more ("Tschechoslowakei"): a state by its English label, a language, and names with `;`.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale
from blocs.graph.model.name_keys import name_key
from blocs.graph.model.states import read_states
from blocs.graph.rdf.terms import PREFIXES

LANGUAGES = ("ar", "cs", "de", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh")

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


def turtle() -> str:
    """The file's text. Raises SystemExit if a name of the table is of two states, or of a state that is not listed."""
    more = in_use()
    labels = {state.label for state in read_states()}
    if strange := [label for label in more if label not in labels]:
        raise SystemExit("states_in_use.csv has no states of the list: " + ", ".join(strange))
    listed = {name_key(name.text): state.label for state in read_states() for name in state.names}
    territories = {language: Locale(language).territories for language in LANGUAGES}
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
        if named:
            lines.append(f":{state.id} skos:altLabel {', '.join(named)} .\n")
    return HEAD + prefixes + "\n" + "".join(lines)


if __name__ == "__main__":
    path = Path(__file__).parent.parent / "data" / "states-in-languages.ttl"
    path.write_text(turtle(), encoding="utf-8")
