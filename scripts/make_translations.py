"""Make `data/states-in-languages.ttl`, the names of today's states in other languages, from Unicode CLDR.

python scripts/make_translations.py
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from blocs.graph.model.name_keys import name_key
from blocs.graph.model.states import read_states
from blocs.graph.rdf.terms import PREFIXES

LANGUAGES = ("ar", "cs", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh")

HEAD = """\
# States: their names in other languages.
#
# Made by scripts/make_translations.py. The names are those of Unicode CLDR, copyright Unicode, Inc., under the Unicode
# License v3. They are read only if a name is in no other list, and stand for the English label.

"""


def turtle() -> str:
    """The file's text."""
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
        if named:
            lines.append(f":{state.id} skos:altLabel {', '.join(named)} .\n")
    return HEAD + prefixes + "\n" + "".join(lines)


if __name__ == "__main__":
    path = Path(__file__).parent.parent / "data" / "states-in-languages.ttl"
    path.write_text(turtle(), encoding="utf-8")
