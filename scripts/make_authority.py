"""Make `data/states.ttl` and `data/bodies.ttl`, the lists of states and bodies that come with blocs.

    python scripts/make_authority.py LISTS

LISTS is a folder with `correlates_of_war.csv` and `gleditsch_ward.csv`: a code, three letters, a name, a start and an
end for each spell of independence. All else comes from `states.csv` and `bodies.csv` beside this file. In their cells
`;` separates values, `Burma@1948/1989` is a name and the years in which it was used, and `260@1990-10-03/` a code and
the days on which a list gives it to this state.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from blocs.graph.model.naming.forms import slug
from blocs.graph.model.naming.keys import name_key, name_parts
from blocs.graph.model.naming.names import normal
from blocs.graph.rdf.terms import PREFIXES

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
OPEN = "9999-12-31"

LISTS = {"cow": ("correlates_of_war.csv", "cowcode", "cowc"), "gw": ("gleditsch_ward.csv", "gwcode", "gwc")}
TITLES = {
    "cow": (
        "Correlates of War: state system membership, v2016",
        "The states of the interstate system since 1816 and their spells, by the Correlates of War project.",
    ),
    "gw": (
        "Gleditsch and Ward: independent states",
        "Kristian S. Gleditsch and Michael D. Ward, Interstate System Membership: A Revised List of the Independent"
        " States since 1816, International Interactions 25, 1999, with later revisions.",
    ),
}
CODE = {"cow": "blocs:cowCode", "gw": "blocs:gwCode"}
LETTERS = {"cow": "blocs:cowAbbreviation", "gw": "blocs:gwAbbreviation"}

HEAD = """\
# {title}
#
# Made by scripts/make_authority.py from {sources}.
# Change those, not this file. docs/model.md says what the terms mean.
{notes}
"""

STATES_NOTES = """\
#
# Spells and codes: Correlates of War state system membership, v2016; Gleditsch and Ward, "Interstate System Membership:
# A Revised List of the Independent States since 1816", International Interactions 25, 1999, with later revisions. Both
# lists begin in 1816: a spell that starts then may have begun before. ISO 3166-1 and 3166-3 codes and the official
# names after iso-codes; short English names after Unicode CLDR. XK and XKX are not assigned by ISO 3166, but usual.
# The id of a state is made of what the Correlates of War call it, since graphs of their data have that id.
# The lists' grain decides what one state is: the Soviet Union is Russia (365), Yugoslavia is Serbia (345), each by its
# name of the time; West Germany, East Germany and Germany are three. States that are in neither list (the Holy See,
# Palestine, Western Sahara, the Cook Islands and Niue) are here because bodies have them as members or observers.
"""
BODIES_NOTES = """\
#
# blocs:cowOrganization is the short name in the Correlates of War IGO data, version 3.
"""


@dataclass(frozen=True)
class Spell:
    """A row of a list."""

    scheme: str
    code: str
    letters: str
    name: str
    start: str
    end: str


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cell(row: dict[str, str], column: str) -> list[str]:
    """The values of a cell."""
    return [value for value in row[column].split(";") if value]


def spells(folder: Path) -> dict[tuple[str, str], list[Spell]]:
    """The rows of both lists, by list and code."""
    found: dict[tuple[str, str], list[Spell]] = {}
    for scheme, (file, code, letters) in LISTS.items():
        for row in rows(folder / file):
            spell = Spell(scheme, row[code], row[letters], row["country_name"], row["start"], row["end"])
            found.setdefault((scheme, row[code]), []).append(spell)
    return found


def spells_of(row: dict[str, str], listed: dict[tuple[str, str], list[Spell]]) -> list[Spell]:
    """The spells of a state, cut to the days on which a code is its."""
    found = []
    for scheme in LISTS:
        codes = cell(row, scheme) or (cell(row, "cow") if scheme == "gw" else [])
        for code in codes:
            number, _, days = code.partition("@")
            first, _, last = days.partition("/")
            for spell in listed.get((scheme, number), []):
                start, end = max(spell.start, first), min(spell.end, last or OPEN)
                if start <= end:
                    found.append(Spell(scheme, number, spell.letters, spell.name, start, end))
    return sorted(found, key=lambda spell: (spell.scheme, spell.start))


def text(value: str) -> str:
    """A text as Turtle writes it."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def node(name: str, pairs: Iterable[tuple[str, Iterable[str]]], kind: str) -> str:
    """A node with its properties, one a line."""
    lines = [f"{name} a {kind}"]
    lines += [f"    {term} {', '.join(dict.fromkeys(values))}" for term, values in pairs if values]
    return " ;\n".join(lines) + " .\n"


def one_line(name: str, pairs: Iterable[tuple[str, str]], kind: str) -> str:
    """A node with its properties in one line."""
    return " ; ".join([f"{name} a {kind}", *(f"{term} {value}" for term, value in pairs if value)]) + " .\n"


def year(value: str) -> str:
    """A year as Turtle writes it."""
    return f'"{value}"^^xsd:gYear' if value else ""


def dated_names(row: dict[str, str]) -> list[tuple[str, str, str]]:
    """The names of a state that are of some years only: name, first and last year."""
    found = []
    for value in cell(row, "dated"):
        name, _, years = value.partition("@")
        first, _, last = years.partition("/")
        found.append((name, first, last))
    return found


def state_id(row: dict[str, str], mine: list[Spell]) -> str:
    """The id of a state: of what the Correlates of War call it, or of its label if they do not have it.

    Graphs of their data have these ids, so that every source's nodes are theirs.
    """
    names = [spell.name for spell in mine if spell.scheme == "cow"]
    return slug(names[-1] if names else row["label"])


def state(row: dict[str, str], mine: list[Spell], ids: dict[str, str]) -> Iterator[str]:
    """A state, its dated names and its spells."""
    name, own = row["label"], state_id(row, mine)
    dated = dated_names(row)
    always = {name_key(other) for other in (name, row["abbreviation"], *cell(row, "names"))}
    sometimes = {name_key(other) for other, _, _ in dated}
    # A list's double name ("Zimbabwe (Rhodesia)") is right in all years, even if it is also a name of some.
    listed = [s.name for s in mine if name_key(s.name) not in (always if name_parts(s.name) else always | sometimes)]
    withdrawn = cell(row, "withdrawn")
    yield node(
        f":{own}",
        [
            ("skos:prefLabel", [text(name)]),
            ("blocs:abbreviation", [text(value) for value in cell(row, "abbreviation")]),
            ("skos:altLabel", [text(value) for value in (*cell(row, "names"), *(d[0] for d in dated))]),
            ("skos:hiddenLabel", [text(value) for value in (*listed, *cell(row, "hidden"))]),
            ("blocs:demonym", [text(value) for value in cell(row, "demonyms")]),
            ("blocs:capital", [text(value) for value in cell(row, "capitals")]),
            ("blocs:iso2", [text(value) for value in cell(row, "iso2")]),
            ("blocs:iso3", [text(value) for value in cell(row, "iso3")]),
            ("blocs:isoNumeric", [text(value) for value in cell(row, "numeric")]),
            ("blocs:withdrawnCode", [text(value) for value in withdrawn]),
            *((CODE[scheme], [text(s.code) for s in mine if s.scheme == scheme]) for scheme in LISTS),
            *((LETTERS[scheme], [text(s.letters) for s in mine if s.scheme == scheme]) for scheme in LISTS),
            ("dcterms:replaces", [f":{ids[value]}" for value in cell(row, "replaces")]),
            ("blocs:separatedFrom", [f":{ids[value]}" for value in cell(row, "separated")]),
        ],
        "schema:Country",
    )
    named: set[str] = set()
    for other, first, last in dated:
        if slug(other) in named:  # "U.S.S.R." is found by "USSR"
            continue
        named.add(slug(other))
        pairs = [("blocs:state", f":{own}"), ("schema:name", text(other)), ("schema:startDate", year(first))]
        meant = "true" if normal(other) == normal(row["means"]) else ""
        pairs += [("schema:endDate", year(last)), ("blocs:usuallyMeant", meant)]
        yield one_line(f"fact:{own}-as-{slug(other)}", pairs, "blocs:DatedName")
    for spell in mine:
        end = "" if spell.end == OPEN else f'"{spell.end}"^^xsd:date'
        pairs = [("blocs:state", f":{own}"), (CODE[spell.scheme], text(spell.code))]
        pairs += [("schema:startDate", f'"{spell.start}"^^xsd:date'), ("schema:endDate", end)]
        pairs.append(("dcterms:source", f":{spell.scheme}-states"))
        yield one_line(f"fact:{own}-{spell.scheme}-{spell.start}", pairs, "blocs:Spell")
    yield "\n"


def turtle(title: str, sources: str, notes: str, parts: list[str]) -> str:
    """A whole file, with the prefixes that it uses."""
    body = "".join(parts).rstrip("\n") + "\n"
    used = {name: iri for name, iri in PREFIXES.items() if f"{name}:" in body}
    width = max(map(len, used)) + 1
    prefixes = "".join(f"@prefix {name + ':':<{width}} <{iri}> .\n" for name, iri in used.items())
    return HEAD.format(title=title, sources=sources, notes=notes) + prefixes + "\n" + body


def states_turtle(folder: Path) -> str:
    """The list of states as Turtle.

    Raises SystemExit if the table does not fit the lists: a code that no state has, or that no list has.
    """
    listed = spells(folder)
    table = rows(HERE / "states.csv")
    parts = []
    for scheme, (title, definition) in TITLES.items():
        about = [("skos:prefLabel", [text(title)]), ("skos:definition", [text(definition)])]
        parts += [node(f":{scheme}-states", about, "schema:Dataset"), "\n"]
    used: set[tuple[str, str]] = set()
    ids = {row["label"]: state_id(row, spells_of(row, listed)) for row in table}
    for row in table:
        mine = spells_of(row, listed)
        used |= {(spell.scheme, spell.code) for spell in mine}
        parts += state(row, mine, ids)
    if left := set(listed) - used:
        raise SystemExit("states.csv has no state for: " + ", ".join(" ".join(code) for code in sorted(left)))
    return turtle("States: their names, codes and spells.", "scripts/states.csv and the lists", STATES_NOTES, parts)


def bodies_turtle() -> str:
    """The list of well-known bodies as Turtle."""
    parts = []
    for row in rows(HERE / "bodies.csv"):
        pairs = [
            ("skos:prefLabel", [text(row["label"])]),
            ("blocs:abbreviation", [text(value) for value in cell(row, "abbreviation")]),
            ("skos:altLabel", [text(value) for value in cell(row, "names")]),
            ("skos:hiddenLabel", [text(value) for value in cell(row, "other_languages")]),
            ("blocs:cowOrganization", [text(value) for value in cell(row, "cow")]),
        ]
        id_ = slug(row["cow"] or row["abbreviation"] or row["label"])
        parts += [node(f":{id_}", pairs, "org:Organization"), "\n"]
    return turtle("Bodies: the names by which well-known ones go.", "scripts/bodies.csv", BODIES_NOTES, parts)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: make_authority.py LISTS (the folder with the lists of states)")
    (DATA / "states.ttl").write_text(states_turtle(Path(sys.argv[1])), encoding="utf-8")
    (DATA / "bodies.ttl").write_text(bodies_turtle(), encoding="utf-8")
