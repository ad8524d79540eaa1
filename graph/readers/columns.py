"""Which column of a table is what: by its name and by what is in it.

A column called "member" that is full of 0 and 1 is a flag; addresses beside a column of labels are ids; a column of
years without another date is a panel. What would change the meaning is read, or the table is refused with a way on;
what is not read is listed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NoReturn

from ..errors import InvalidRequest
from ..model.name_forms import ascii_digits
from ..model.roles import ROLES
from .cells import MISSING, NO, UNKNOWN, YES, CellReader, flag_of, word
from .column_names import FIELDS
from .column_words import BEFORE_WORD, END_WORD, EVENTS, START_WORD, TURNS, edge_of, says
from .written_dates import Undecided

__all__ = ["FIELDS", "IGNORE", "LAYOUTS", "Plan", "count_known", "field_named", "key_of", "plan"]


IGNORE = "ignore"
"""The field of a column that is to be left unread."""

LAYOUTS = ("rows", "bodies", "members", "years")
"""What a table has: a row for each membership, or a column for each body, each member or each year."""

_CODES = ("cow", "gw", "iso_numeric", "iso3", "iso2", "cow_abbreviation")
_PERSON = frozenset((
    "person", "person label", "politician", "legislator", "deputy", "senator", "representative", "minister", "leader", "full name",
    "mp", "mep", "diplomat", "ambassador", "personne", "persona",
))  # fmt: skip
_OF_PERSONS = (
    "party", "party name", "political party", "political group", "parliamentary group", "faction", "committee",
    "chamber", "house", "legislature", "parliament", "ministry", "cabinet", "government", "company", "club", "party label",
)  # fmt: skip
_ASSOCIATIONS = frozenset((
    "network", "networks", "umbrella", "umbrella organization", "umbrella organisation", "coalition", "federation",
    "confederation", "platform", "consortium", "association", "alliance", "netzwerk", "dachverband", "reseau", "red",
    "rede", "rete", "netwerk", "koepel", "federacion", "federacao", "federazione",
))  # fmt: skip
_PLACE = frozenset(FIELDS["member"][: FIELDS["member"].index("name")]) - {
    "member",
    "members",
    "member name",
    "member label",
}
_PLURAL = frozenset((
    "members", "member states", "member countries", "countries", "states", "nations", "parties", "signatories", "participants",
    "organizations", "organisations", "bodies", "alliances", "memberships", "mitglieder", "membres", "etats membres", "miembros",
    "organizaciones", "member of",
))  # fmt: skip
_PLURAL_BODIES = frozenset((
    "organizations", "organisations", "organizaciones", "organizacoes", "organizzazioni", "organisationen", "organisaties",
    "bodies", "alliances", "blocs", "groups", "memberships",
))  # fmt: skip
_SIDE = re.compile(
    r"(ccode|cowcode|gwno|gwcode|state name|statename|country name|state|country|member|mem|nation|stateabb|iso3?|party|name"
    r"|side|stateid|actor|importer|partner) ?(1|2|a|b|i|j)"
)
_SIDE_OF = re.compile(
    r"(?:(from|to|source|target|origin|destination|sender|receiver|reporter|partner|home|host|first|second|initiator)"
    r" (state|country|nation|iso3?|ccode|party|member)|(state|country|nation) (from|to|one|two|first|second))"
)
_SIDES = (
    ("1", "2"), ("a", "b"), ("i", "j"), ("from", "to"), ("source", "target"), ("origin", "destination"),
    ("sender", "receiver"), ("reporter", "partner"), ("home", "host"), ("first", "second"), ("initiator", "target"),
    ("one", "two"),
)  # fmt: skip
_ROLE_FLAGS = {
    "observer": "observer", "is observer": "observer", "observer status": "observer", "observer state": "observer",
    "associate": "associate", "is associate": "associate", "associate member": "associate", "partner": "associate",
}  # fmt: skip
_NOT_BODIES = re.compile(
    r"\b(?:year|date|sdate|deaddate|ionum|id|ids|code|number|no|nr|population|gdp|area|version|censor|capital|region|continent|rank|count|total|sum|index"
    r"|landlocked|island|notes?|comments?|remarks?|imputed|dummy|latitude|longitude|lat|lon|score|polity|democracy)\b"
)
_PART = re.compile(r"(.*?)(?:^|\b| )(year|yr|yyyy|month|mon|mo|mm|day|dd)(?:\b|$)(.*)")
_GLUED = re.compile(
    r"(?:(yr|year|mo|month|day)(ent|exit|joined|left)|(st|start|end|beg|begin|ent|exit)(year|yr|month|mon|mo|day))"
)
_STARTS = frozenset((
    "", "mem st", "st", "start", "ent", "entry", "beg", "begin", "joined", "from", "accession", "membership start", "member start",
    "of entry", "of accession", "joining", "entered", "of joining", "admission", "of admission",
))  # fmt: skip
_ENDS = frozenset((
    "mem end", "end", "exit", "left", "to", "until", "membership end", "member end", "withdrawal", "of exit", "of withdrawal",
    "termination", "leaving",
))  # fmt: skip
_OF_ROLE = re.compile(
    r"(?:observers?|associates?|associate members?|candidates?|applicants?|former members?|former)"
    r"(?: (?:in|of|at|status in|states?|to|organi[sz]ations?|bodies))?"
)
_PRESENT = frozenset((
    "current", "is current", "currently", "current member", "active", "is active", "in force", "still member", "still in",
    "present", "ongoing", "valid", "actual", "aktuell", "actuel",
))  # fmt: skip
_PRESENT_WORD = re.compile(r"\b(?:still|currently|current (?:member|state|status)|today|derzeit|actuellement)\b")
_TURN_WORD = re.compile(
    r"\b(?:denied|rejected|refused|former|suspended|withdrawn|expelled|candidate|applicant|terminated|non member|not a member)\b"
)
_PART_ONLY = re.compile(r"\b(?:code|id|number|no|iso\d?|capital|head|leader|flag)\b")
_STATES_LOOKED_AT = 60
_YEAR_IN = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_URL = re.compile(r"(?:https?://\S+|<https?://[^>]+>|wd:Q\d+|Q[1-9]\d*)")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)? ?%?")
_ISO_CODE = re.compile(r"[A-Z]{2,3}")


_CHOICE = re.compile(
    r"\(\s*(?:y ?/ ?n|yes ?/ ?no|0 ?/ ?1|1 ?/ ?0|0 ?= ?no,? ?1 ?= ?yes|1 ?= ?yes(?:,? ?0 ?= ?no)?|t ?/ ?f|true ?/ ?false"
    r"|dummy|flag|j ?/ ?n|ja ?/ ?nein|oui ?/ ?non|s[ií] ?/ ?no)\s*\)",
    re.IGNORECASE,
)


@lru_cache(4096)
def key_of(name: str) -> str:
    """A column's name for looking it up: `orgName`, `ORG_NAME` and `Org. name[a]` are `org name`.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str

    >>> key_of("countryLabel"), key_of(" Member State(s) "), key_of("mem_st_year")
    ('country label', 'member state', 'mem st year')
    """
    import unicodedata

    name = _CHOICE.sub("", re.sub(r"\[[^\]]*\]|\((?:s|en)\)", "", name))
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", name.strip().lstrip("\ufeff#"))
    name = re.sub(r"(?<=[a-z])(?=ID\b)", " ", name)
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = unicodedata.normalize("NFC", plain)  # letters of Korean are put together again
    return " ".join(re.findall(r"[^\W_]+", plain))


_KNOWN = {name: at for at, names in FIELDS.items() for name in names}


def count_known(cells: Sequence[str]) -> int:
    """How many cells of a row are usual names of columns.

    Parameters
    ----------
    cells : sequence of str
        The row.

    Returns
    -------
    int
    """
    keys = [key_of(cell) for cell in cells if cell.strip() and len(cell) < 60]
    return sum(key in _KNOWN or key in _PERSON or bool(_part_of_date(key)) for key in keys)


def field_named(name: str, column: str) -> str:
    """A field as `--map` names it, checked.

    Parameters
    ----------
    name : str
        The field.
    column : str
        The column, for the message.

    Returns
    -------
    str

    Raises
    ------
    InvalidRequest
        If there is no such field.
    """
    wanted = {
        "skip": IGNORE,
        "organisation": "organization",
        "country": "member",
        "state": "member",
        "body": "organization",
    }
    name = wanted.get(name, name)
    if name not in (*FIELDS, IGNORE):
        raise InvalidRequest(
            f"unknown field {name!r}; --map takes COLUMN=FIELD with {', '.join(FIELDS)}, or {IGNORE} to leave {column!r} out"
        )
    return name


@dataclass
class Column:
    """A column: its place, its name, and the cells of the first rows that are not empty."""

    at: int
    name: str
    cells: list[str]

    @property
    def key(self) -> str:
        """Its name for looking it up."""
        return key_of(self.name)

    @cached_property
    def distinct(self) -> set[str]:
        """Its different cells."""
        return set(self.cells)

    def all_of(self, pattern: re.Pattern[str], share: float = 0.9) -> bool:
        """Whether (nearly) all its cells are of a pattern."""
        return bool(self.cells) and sum(bool(pattern.fullmatch(cell)) for cell in self.cells) >= share * len(self.cells)

    @cached_property
    def flags(self) -> bool:
        """Whether all its cells say yes or no."""
        said = {flag_of(cell) for cell in self.distinct if cell != "-1"}
        return UNKNOWN not in said and bool(said & {YES, NO})

    @property
    def ranks(self) -> bool:
        """Whether its cells are ranks of Wikidata's statements, of which one says that a statement is wrong."""
        return bool(self.cells) and all(cell.casefold().endswith("rank") for cell in self.distinct)

    @property
    def answers(self) -> bool:
        """The same of a column called after a member or a body, which may well be called X or Y."""
        return self.flags and not all(len(cell) == 1 and cell.isalpha() for cell in self.distinct)

    @cached_property
    def urls(self) -> bool:
        """Whether its cells are addresses or Wikidata's numbers."""
        return self.all_of(_URL)

    @cached_property
    def numbers(self) -> bool:
        """Whether its cells are numbers."""
        return self.all_of(_NUMBER)

    @cached_property
    def years(self) -> bool:
        """Whether its cells are years."""
        return bool(self.cells) and all(
            re.fullmatch(r"[12]\d{3}(?:\.0)?", ascii_digits(cell)) for cell in self.distinct
        )

    @cached_property
    def codes(self) -> bool:
        """Whether its cells are codes of states: two or three capitals, or numbers."""
        return self.all_of(_ISO_CODE) or self.numbers


@dataclass
class Plan:
    """What a table's columns are.

    Parameters
    ----------
    layout : str
        One of `LAYOUTS`.
    header : list of str
        The names of the columns.
    fields : dict of str to int
        The place of each field's column.
    wide : dict of int to str
        The columns that are bodies, members or years, and what each is called.
    edges : dict of str to dict of str to int
        The bodies whose starts and ends have columns of their own, and the places of these.
    before : dict of int to str
        The columns of dates before a membership, of signature or application.
    unread : dict of int to str
        The columns that are not read, and why ("" if nothing is known of them).
    person : bool
        Whether the members are people.
    coded : bool
        Whether the roles are codes, of which some say that there is no membership.
    lists : frozenset of str
        The fields whose cells are lists with commas.
    slashes : frozenset of str
        The fields whose cells are lists with slashes.
    notes : list of str
        What was decided, in words.
    """

    layout: str
    header: list[str]
    fields: dict[str, int]
    wide: dict[int, str] = field(default_factory=dict)
    edges: dict[str, dict[str, int]] = field(default_factory=dict)
    before: dict[int, str] = field(default_factory=dict)
    unread: dict[int, str] = field(default_factory=dict)
    person: bool = False
    coded: bool = False
    lists: frozenset[str] = frozenset()
    slashes: frozenset[str] = frozenset()
    notes: list[str] = field(default_factory=list)

    def read_as(self) -> dict[str, str]:
        """Each column that is read, by name, and as what.

        Returns
        -------
        dict of str to str
        """
        names = {at: name for name, at in reversed(self.fields.items())}
        what = {"bodies": "a body", "members": "a member", "years": "a year"}.get(self.layout, "")
        found = {}
        for at, name in enumerate(self.header):
            if at in names:
                found[name] = names[at].replace("_", " ")
            elif at in self.wide:
                found[name] = what
        for body, edges in self.edges.items():
            found |= {self.header[at]: f"{edge} in {body}" for edge, at in edges.items()}
        return found


def plan(
    where: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    cells: CellReader,
    mapping: Mapping[str, str] | None = None,
    *,
    roles: bool = True,
    organization: str = "",
    split: str = "",
) -> Plan:
    """What the columns of a table are.

    Parameters
    ----------
    where : str
        The file, for messages.
    header : sequence of str
        The names of the columns.
    rows : sequence of rows
        The first rows.
    cells : CellReader
        Reads the words of cells.
    mapping : mapping of str to str, optional
        Fields of columns, by name, that the user gives.
    roles : bool
        Whether roles are to be read.
    organization : str
        The one body of all rows, if the user names it.
    split : str
        What parts names in a cell, if the user says it.

    Returns
    -------
    Plan

    Raises
    ------
    InvalidRequest
        If a column is missing, the user named one that is not there, or the table cannot be read as memberships; the
        message says what to do.
    """
    return _Planner(where, header, rows, cells, mapping or {}, roles, organization, split).plan()


class _Planner:
    """Decides column by column; what is decided first is not decided again."""

    def __init__(
        self,
        where: str,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        cells: CellReader,
        mapping: Mapping[str, str],
        roles: bool,
        organization: str,
        split: str,
    ) -> None:
        self.where, self.cells, self.roles, self.organization = where, cells, roles, organization
        self.split = split
        self.header = [" ".join(name.split()) for name in header]
        self.columns = [
            Column(at, name, [cell for row in rows if at < len(row) and (cell := row[at].strip())])
            for at, name in enumerate(self.header)
        ]
        self.rows = rows
        self.found = Plan("rows", self.header, {})
        self.by_key: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.name:
                self.by_key.setdefault(column.key, []).append(column)
        self._map(mapping)
        self.mapped = frozenset(self.found.fields.values())

    def _map(self, mapping: Mapping[str, str]) -> None:
        """The columns that the user names, by their exact names or else by the same words."""
        for name, given in mapping.items():
            wanted = field_named(given, name)
            fits = [c for c in self.columns if c.name == " ".join(name.split())] or self.by_key.get(key_of(name), [])
            if not fits:
                shown = ", ".join(c.name for c in self.columns if c.name)[:300]
                raise InvalidRequest(f"{self.where} has no column {name!r}; its columns are: {shown}")
            if len(fits) > 1:
                raise InvalidRequest(f"{self.where} has {len(fits)} columns called {name!r}; rename all but one")
            if wanted == IGNORE:
                self.found.unread[fits[0].at] = "as asked"
            else:
                self.found.fields[wanted] = fits[0].at

    @property
    def fields(self) -> dict[str, int]:
        return self.found.fields

    def free(self, column: Column) -> bool:
        """Whether a column is not decided yet."""
        used = (edge for edges in self.found.edges.values() for edge in edges.values())
        return column.at not in self.fields.values() and column.at not in self.found.unread and column.at not in used

    def plan(self) -> Plan:
        """Decide all."""
        self._refuse_dyads()
        self._split_dates()
        self._flags()
        self._ids()
        self._codes()
        self._ends()
        self._scheme_of_numbers()
        self._role_flags()
        self._edges()
        self._dates()
        self._year()
        self._refuse_if_past()
        self._events()
        self._others()
        self._layout()
        self._lists()
        self._unread()
        return self.found

    def _refuse_dyads(self) -> None:
        sides: dict[str, dict[str, Column]] = {}
        for column in self.columns:
            if not self.free(column):
                continue
            if match := _SIDE.fullmatch(column.key):
                sides.setdefault(match[1], {})[match[2]] = column
            elif (match := _SIDE_OF.fullmatch(column.key)) and not self._dated(column):
                sides.setdefault(match[2] or match[3], {})[match[1] or match[4]] = column
        for pair in sides.values():
            for first, second in _SIDES:
                if first in pair and second in pair and "member" not in self.fields:
                    raise InvalidRequest(
                        f"{self.where} is a table of pairs ({pair[first].name}, {pair[second].name}): its rows say what two"
                        " states share, not who is in what; use the table with a row for each member"
                        " (of COW alliances: by_member; of COW IGO: state-year; of ATOP: atop5_1m), or choose one side"
                        f" with: --map {pair[first].name}=member"
                    )

    def _split_dates(self) -> None:
        """Starts and ends over columns of their own for year, month and day."""
        groups: dict[tuple[str, str], dict[str, Column]] = {}
        for column in self.columns:
            known = _part_of_date(column.key)
            if known and self.free(column) and _numbers_or_months(column):
                groups.setdefault(known[:2], {}).setdefault(known[2], column)
        for edge, stem in sorted(groups, key=lambda key: (key[1] == "", "mem" not in key[1])):
            group = groups[edge, stem]
            if "year" in group and len(group) > 1 and edge not in self.fields and f"{edge}_year" not in self.fields:
                for part, column in group.items():
                    self.fields[f"{edge}_{part}"] = column.at
        if "start_year" in self.fields or "end_year" in self.fields:
            # The end may have a year only ("start year, start month, end year").
            for (edge, _), group in groups.items():
                if f"{edge}_year" not in self.fields and edge not in self.fields and "year" in group and _ != "":
                    self.fields[f"{edge}_year"] = group["year"].at

    def _flags(self) -> None:
        """Columns of yes and no that say whether a row is a membership at all."""
        names = {*FIELDS["flag"], "member", "membership", "members", *FIELDS["role"]}
        if "flag" in self.fields:
            return
        wide_table = not self._any_organization()
        for column in self.columns:
            if not self.free(column) or not column.cells:
                continue
            if column.key not in names and not column.ranks:
                continue
            if column.flags and not wide_table and (column.key not in FIELDS["role"] or self._plain_flags(column)):
                self.fields["flag"] = column.at
                return
            if column.key in ("member", "members") and not wide_table and self._all_said(column):
                self.fields["flag"] = column.at
                return
            if column.key in FIELDS["flag"]:
                if all(self.cells.role(cell) for cell in column.distinct):
                    self.fields.setdefault("role", column.at)  # the codes of igoR: 1 full, 2 associate, 3 observer
                    self.found.coded = True
                    self.found.notes.append(
                        f"the codes of {column.name!r} were read as 1 full, 2 associate, 3 observer"
                    )
                    return
                if column.key in ("value", "flag") and not wide_table:
                    odd = next(cell for cell in column.cells if flag_of(cell) == UNKNOWN)
                    raise InvalidRequest(
                        f"{self.where}: column {column.name!r} may say which rows are memberships, but {odd!r} is neither yes nor"
                        f" no; leave the column out with: --map {column.name}=ignore"
                    )

    @staticmethod
    def _plain_flags(column: Column) -> bool:
        """Whether flags in a column of roles can be nothing else: both answers, or one that is no role."""
        said = {flag_of(cell) for cell in column.distinct}
        return said >= {YES, NO} or {cell.casefold() for cell in column.distinct} <= {"yes", "true"}

    def _all_said(self, column: Column) -> bool:
        """Whether all cells say yes or no, some of them with a role or a date ("Yes (observer)")."""
        words = [cell for cell in column.distinct if flag_of(cell) != UNKNOWN]
        try:
            return bool(words) and all(self.cells.cell(cell) is not None for cell in column.distinct)
        except Undecided:
            return False

    def _any_organization(self) -> bool:
        return (
            bool(self.organization)
            or "organization" in self.fields
            or any(
                key in self.by_key and not all(c.answers for c in self.by_key[key] if c.cells)
                for key in FIELDS["organization"]
            )
            or any(says(c.key, "organization") and self._labels(c) for c in self.columns)
        )

    def _ids(self) -> None:
        """Addresses beside labels are ids of what the labels name."""
        for column in self.columns:
            if not self.free(column) or not column.urls:
                continue
            key = column.key
            for wanted in ("member", "organization"):
                labels = [self.by_key.get(f"{key} {more}", []) for more in ("label", "name")]
                beside = next((found[0] for found in labels if found and not found[0].urls), None)
                named = key in FIELDS[wanted] or key in FIELDS[f"{wanted}_id"] or (key == "item" and wanted == "member")
                if named and f"{wanted}_id" not in self.fields and (beside is not None or self._other(wanted, column)):
                    self.fields[f"{wanted}_id"] = column.at
                    if beside is not None and wanted not in self.fields and self.free(beside):
                        self.fields[wanted] = beside.at
                    break

    def _other(self, wanted: str, but: Column) -> bool:
        """Whether another column is the label."""
        return wanted in self.fields or any(
            column is not but and not column.urls and column.cells and not column.flags
            for key in FIELDS[wanted]
            for column in self.by_key.get(key, [])
        )

    def _codes(self) -> None:
        for code in _CODES:
            for key in FIELDS[code]:
                fits = [c for c in self.by_key.get(key, []) if self.free(c)]
                if code in self.fields or not fits:
                    continue
                column = fits[0]
                fitting = (
                    column.numbers
                    if code in ("cow", "gw", "iso_numeric")
                    else column.all_of(re.compile(r"[A-Za-z]{2,3}"))
                )
                if code == "iso3" and fitting and column.all_of(re.compile(r"[A-Za-z]{2}")):
                    code = "iso2"
                if (
                    code == "iso3"
                    and key in ("country code", "iso code", "iso")
                    and not column.all_of(re.compile(r"[A-Z]{3}"))
                ):
                    continue
                if fitting and code not in self.fields:
                    self.fields[code] = column.at

    def _ends(self) -> None:
        """Which columns are the member and the organization."""
        self._member_and_person()
        for wanted in ("organization", "member"):
            if wanted in self.fields or (wanted == "organization" and self.organization):
                continue
            fits = self._fitting(wanted)
            labels = [c for c in fits if not (wanted == "member" and c.codes) and not c.urls]
            empty = [c for key in FIELDS[wanted] for c in self.by_key.get(key, []) if self.free(c) and not c.cells]
            chosen = next(iter(labels or fits or empty), None)
            if chosen is not None:
                self._single(chosen)
                self.fields[wanted] = chosen.at
                if chosen.urls:
                    self.fields.setdefault(f"{wanted}_id", chosen.at)
                for other in labels:
                    if other is not chosen and self.free(other) and self._names_the_same(other, chosen):
                        self._also(wanted, other, chosen)
        self._ends_by_words()
        self._ends_by_corner()
        self._refuse_if_members_are_bodies()
        if "member" not in self.fields:
            code = next((code for code in _CODES if code in self.fields), None)
            if code is not None:
                beside = self._label_beside(self.columns[self.fields[code]])
                self.fields["member"] = self.fields[code] if beside is None else beside.at
        if "member" not in self.fields and self._any_organization():
            self._member_by_content()

    def _ends_by_corner(self) -> None:
        """A table with an empty corner: what its first column has is a member if it is a state, else a body."""
        first = self.columns[0] if self.columns else None
        if first is None or first.name or {"member", "organization"} & self.fields.keys() or len(self.columns) < 3:
            return
        others = [c for c in self.columns[1:] if c.name]
        if not self._labels(first) or not all(c.flags or not c.cells for c in others):
            if self._labels(first) and first.distinct <= {c.name for c in others}:
                raise InvalidRequest(
                    f"{self.where} is a table of pairs: its rows and columns are the same, and a cell says what two share, not"
                    " who is in what; use a table with a row for each member, or with a column for each body"
                )
            return
        side = "member" if self._states_in(first) >= 0.8 else "organization"
        self.fields[side] = first.at
        self.found.notes.append(f"the first column, which has no name, was read as the {side}")

    def _refuse_if_members_are_bodies(self) -> None:
        """A list of an association's organizations: none comes twice, and another column has what they are in."""
        if {"member", "organization"} - self.fields.keys() or self.organization:
            return
        named = self.columns[self.fields["organization"]]
        if len(named.distinct) < max(3, len(named.cells)) or self._given("organization"):
            return
        for column in self.columns:
            of = self.free(column) and (says(column.key, "organization") or column.key in _ASSOCIATIONS)
            if of and self._labels(column) and len(column.distinct) < len(column.cells):
                raise InvalidRequest(
                    f"{self.where}: the members may be the organizations of {named.name!r}, and {column.name!r} what they are"
                    f' in; if so, say: --map "{named.name}=member" --map "{column.name}=organization"; if not:'
                    f' --map "{column.name}=ignore"'
                )

    def _given(self, field: str) -> bool:
        """Whether the user said which column a field is."""
        return self.fields.get(field) in self.mapped

    def _label_beside(self, codes: Column) -> Column | None:
        """The column of names of states that goes with a column of codes, one name for one code."""
        for column in self.columns:
            if self.free(column) and self._labels(column) and not column.codes and len(column.distinct) > 1:
                alike = self._names_the_same(column, codes) and self._names_the_same(codes, column)
                if alike and self._states_in(column) >= 0.8:
                    self.found.notes.append(f"column {column.name!r} was read as the member, since states are in it")
                    return column
        return None

    @staticmethod
    def _states_in(column: Column) -> float:
        """How much of a column's names are states'."""
        from ..model.authority import authority

        some = sorted(column.distinct)[:_STATES_LOOKED_AT]
        return sum(bool(authority().find(cell).candidates) for cell in some) / max(len(some), 1)

    def _scheme_of_numbers(self) -> None:
        """Whether numbers called after one scheme of codes are those of ISO: several data sets call these ccode."""
        from ..model.authority import authority

        for named in ("cow", "gw"):
            if named not in self.fields or "iso_numeric" in self.fields:
                continue
            at, by_name = self.fields[named], self.fields.get("member")
            pairs = {
                (row[at].strip().removesuffix(".0"), row[by_name].strip() if by_name not in (None, at) else "")
                for row in self.rows
                if at < len(row) and (by_name is None or by_name < len(row)) and row[at].strip()
            }

            def fitting(scheme: str, of: set[tuple[str, str]] = pairs) -> int:
                meant = ((name, authority().meanings_of_code(code, [scheme])) for code, name in of)
                return sum(
                    bool(states) and (not name or bool(set(states) & set(authority().find(name).candidates)))
                    for name, states in meant
                )

            if fitting(named) < 0.8 * len(pairs) and fitting("isoNumeric") >= 0.8 * len(pairs):
                self.fields["iso_numeric"] = self.fields.pop(named)
                self.found.notes.append(
                    f"column {self.columns[at].name!r} was read as the numbers of ISO 3166, since its codes are theirs"
                )

    def _ends_by_words(self) -> None:
        """Columns whose names are not the usual ones, but are made of words that can mean nothing else."""
        for wanted in ("organization", "member"):
            if wanted in self.fields or (wanted == "organization" and self.organization):
                continue
            fits = [c for c in self.columns if self.free(c) and says(c.key, wanted) and self._labels(c)]
            if fits:
                self._single(fits[0])
                self.fields[wanted] = fits[0].at

    def _member_by_content(self) -> None:
        """A column of names of states is that of the members, whatever it is called."""
        for column in self.columns:
            if not self.free(column) or len(column.distinct) < 2 or not self._labels(column):
                continue
            if self._states_in(column) >= 0.8:
                self.fields["member"] = column.at
                self.found.notes.append(f"column {column.name!r} was read as the member, since states are in it")
                return

    def _labels(self, column: Column) -> bool:
        """Whether a column has names in it: no numbers, addresses, dates, or yes and no."""
        return (
            bool(column.cells)
            and not column.numbers
            and not column.urls
            and not column.flags
            and not self._dated(column)
            and not _PART_ONLY.search(column.key)
        )

    def _fitting(self, wanted: str) -> list[Column]:
        """The columns that by name and content can be the member or the organization, the likeliest first."""
        found = []
        for key in FIELDS[wanted]:
            for column in self.by_key.get(key, []):
                if (
                    self.free(column)
                    and column.cells
                    and not (column.answers if wanted == "organization" else column.flags)
                    and not (wanted == "organization" and column.years)
                ):
                    found.append(column)
        return found

    def _single(self, column: Column) -> None:
        same = [c for c in self.by_key[column.key] if c.cells]
        if len(same) > 1:
            raise InvalidRequest(f"{self.where} has {len(same)} columns called {column.name!r}; rename all but one")

    def _names_the_same(self, one: Column, other: Column) -> bool:
        """Whether two columns name the same things: each name of the one goes with one name of the other."""
        pairs: dict[str, set[str]] = {}
        for row in self.rows:
            if max(one.at, other.at) < len(row):
                pairs.setdefault(row[other.at].strip(), set()).add(row[one.at].strip())
        return bool(pairs) and all(len(names) == 1 for names in pairs.values())

    def _also(self, wanted: str, other: Column, chosen: Column) -> None:
        """A second name of what the chosen column names: the longer is the label, the shorter a short name."""
        # With an id beside it, as blocs exports it, the name that was chosen is the one that gives that id again.
        if wanted != "organization" or "abbreviation" in self.fields or "organization id" in self.by_key:
            self.found.unread[other.at] = f"another name of {chosen.name!r}"
            return
        longer = sum(map(len, other.cells)) > sum(map(len, chosen.cells))
        self.fields["organization"], self.fields["abbreviation"] = (
            (other.at, chosen.at) if longer else (chosen.at, other.at)
        )

    def _member_and_person(self) -> None:
        """A person beside a state: the person is the member."""
        if "member" in self.fields:
            return
        people = [c for key in _PERSON for c in self.by_key.get(key, []) if self.free(c) and not c.urls and not c.flags]
        named = [c for c in self.by_key.get("name", []) if self.free(c) and c.cells and not c.codes and not c.urls]
        states = [c for key in _PLACE for c in self.by_key.get(key, []) if self.free(c) and c.cells and not c.flags]
        labels = [c for c in states if not c.codes and not c.urls]
        bodies = [c for key in FIELDS["organization"] for c in self.by_key.get(key, []) if c.cells]
        if people and not bodies:  # of a person, a party is no state
            bodies = [c for key in _OF_PERSONS for c in self.by_key.get(key, []) if self.free(c) and self._labels(c)]
            if bodies:
                self.fields["organization"] = bodies[0].at
                states = [state for state in states if state is not bodies[0]]
        if named and labels and not people:
            name, state = named[0], labels[0]
            same = self._names_the_same(name, state) and self._names_the_same(state, name) and len(state.distinct) > 1
            body = bool(bodies) and self._names_the_same(name, bodies[0]) and len(self.rows) > len(name.distinct)
            if bodies and not same and not body:
                people = [name]
        if people and bodies:
            self.fields["member"] = people[0].at
            self.found.person = True
            for state in states:
                self.found.unread[state.at] = f"the members are the people of {people[0].name!r}"

    def _role_flags(self) -> None:
        """Columns such as "observer" with yes and no, and others that turn the meaning."""
        for column in self.columns:
            if (
                _OF_ROLE.fullmatch(column.key)
                and self.free(column)
                and self._labels(column)
                and self._any_organization()
            ):
                raise InvalidRequest(
                    f"{self.where}: column {column.name!r} names what some are in another role; make rows with a role of"
                    f' their own of it, or leave it out with: --map "{column.name}=ignore"'
                )
            if not self.free(column) or not column.flags or not self._any_organization():
                continue
            role = _ROLE_FLAGS.get(column.key)
            if role is not None and role not in self.fields:
                self.fields[role] = column.at
            elif _turned(column.key) and any(flag_of(cell) == YES for cell in column.distinct):
                raise InvalidRequest(
                    f"{self.where}: column {column.name!r} says that some rows are no present membership; take these rows out,"
                    f" or read them all with: --map {column.name}=ignore"
                )

    def _dates(self) -> None:
        for edge in ("start", "end", "period"):
            if edge in self.fields or f"{edge}_year" in self.fields:
                continue
            for key in FIELDS[edge]:
                fits = [c for c in self.by_key.get(key, []) if self.free(c)]
                if fits and edge not in self.fields:
                    self._single(fits[0])
                    if not (fits[0].key in TURNS and fits[0].flags):
                        self.fields[edge] = fits[0].at
        if "period" not in self.fields and not {"start", "end", "start_year"} & self.fields.keys():
            for column in self.columns:
                both = START_WORD.search(column.key) and END_WORD.search(column.key)
                if self.free(column) and both and column.cells and self._dated(column):
                    self.fields["period"] = column.at
                    break
        for edge, words in (("end", END_WORD), ("start", START_WORD)):
            if edge in self.fields or f"{edge}_year" in self.fields or "period" in self.fields:
                continue
            for column in self.columns:
                if self.free(column) and words.search(column.key) and column.cells and self._dated(column):
                    self.fields[edge] = column.at
                    self.found.notes.append(f"column {column.name!r} was read as the {edge} of memberships")
                    break

    def _refuse_if_past(self) -> None:
        """A column such as "current" says of rows without an end that they are over."""
        ends = [self.fields[name] for name in ("end", "end_year", "period") if name in self.fields]
        for column in self.columns:
            if not _PRESENT_WORD.search(column.key) and column.key not in _PRESENT:
                continue
            if not self.free(column) or not column.flags:
                continue
            for row in self.rows:
                over = column.at < len(row) and row[column.at].strip() and flag_of(row[column.at]) == NO
                if over and not any(at < len(row) and row[at].strip() for at in ends):
                    raise InvalidRequest(
                        f"{self.where}: column {column.name!r} says that some rows without an end are over; give them an end,"
                        f' or read them all as going on with: --map "{column.name}=ignore"'
                    )

    def _edges(self) -> None:
        """Starts and ends of several bodies, each in columns of their own: "EU joined", "EU left", "NATO joined"."""
        if "member" not in self.fields or self._any_organization():
            return
        edges: dict[str, dict[str, int]] = {}
        for column in self.columns:
            if not self.free(column) or not column.name:
                continue
            edge, of = edge_of(column.name, column.key)
            if of and (not column.cells or self._dated(column)):
                edges.setdefault(of, {}).setdefault(edge, column.at)
        if any(len(found) == 2 for found in edges.values()) or sum("start" in found for found in edges.values()) > 1:
            self.found.edges = edges

    def _events(self) -> None:
        """A column that says of each row whether it is about joining or leaving."""
        if "event" in self.fields or not {"start", "start_year"} & self.fields.keys():
            return
        if "member" not in self.fields or not (self.organization or "organization" in self.fields):
            return
        for column in self.columns:
            named = column.key in FIELDS["event"]
            if not self.free(column) or not column.cells or not (named or not {"end", "end_year"} & self.fields.keys()):
                continue
            words = {word(cell) for cell in column.distinct}
            known = {EVENTS[each] for each in words if each in EVENTS}
            if "end" in known and all(each in EVENTS for each in words):
                self.fields["event"] = column.at
                return
            before = any(each in TURNS or BEFORE_WORD.search(each) for each in words)
            if named and (known or before) and any(each not in EVENTS for each in words):
                odd = next(each for each in column.distinct if word(each) not in EVENTS)
                raise InvalidRequest(
                    f"{self.where}: column {column.name!r} says what happened, but {odd!r} is neither joining nor leaving; take"
                    f" such rows out, or read every row as a start with: --map {column.name}=ignore"
                )

    def _dated(self, column: Column) -> bool:
        """Whether (nearly) all cells of a column are dates."""
        good = 0
        for cell in column.distinct:
            try:
                self.cells.dates.spans(cell)
                good += 1
            except Undecided:
                good += 1
            except InvalidRequest:
                pass
        return good >= 0.8 * len(column.distinct)

    def _year(self) -> None:
        if "year" in self.fields:
            return
        for key in FIELDS["year"]:
            fits = [c for c in self.by_key.get(key, []) if self.free(c) and c.years]
            if not fits:
                continue
            if any(name in self.fields for name in ("start", "start_year", "period")):
                self.found.unread[fits[0].at] = "the memberships have dates of their own"
            else:
                self.fields["year"] = fits[0].at
            return

    def _others(self) -> None:
        for name in ("role", "type", "source", "quote", "abbreviation"):
            if name in self.fields or (name == "role" and not self.roles):
                continue
            for key in FIELDS[name]:
                fits = [c for c in self.by_key.get(key, []) if self.free(c)]
                if fits and name not in self.fields:
                    self._other_field(name, fits[0])
        if self.roles:
            self._role_by_name()
            self._role_by_content()
        if "role" in self.fields and not self.roles:
            self.found.unread[self.fields.pop("role")] = "as asked (--no-role)"
        if not self.roles:
            for key in FIELDS["role"]:
                for column in self.by_key.get(key, []):
                    if self.free(column):
                        self.found.unread[column.at] = "as asked (--no-role)"

    def _role_by_name(self) -> None:
        """A column whose name can only mean the kind of membership, in whatever language: its words are asked for."""
        if "role" in self.fields:
            return
        for column in self.columns:
            if self.free(column) and says(column.key, "role") and self._labels(column):
                self.fields["role"] = column.at
                self.found.notes.append(f"column {column.name!r} was read as the role")
                return

    def _role_by_content(self) -> None:
        """A column whose words are (nearly) all roles, or say that some rows are no membership now."""
        if "member" not in self.fields or not ("organization" in self.fields or self.organization):
            return
        for column in self.columns:
            if not self.free(column) or not column.cells or column.numbers or column.flags:
                continue
            words = {word(cell) for cell in column.distinct} - {""}
            roles = [each for each in words if self.cells.role(each) in ROLES or each in self.cells.given]
            turns = [each for each in words if each in TURNS]
            if not roles + turns or len(roles + turns) < 0.6 * len(words):
                continue
            if "role" in self.fields:
                if turns:
                    raise InvalidRequest(
                        f"{self.where}: column {column.name!r} has {turns[0]!r} in it, which may be no membership; take it for"
                        f' the role with: --map "{column.name}=role", or leave it out with: --map "{column.name}=ignore"'
                    )
            else:
                self.fields["role"] = column.at
                self.found.notes.append(f"column {column.name!r} was read as the role, since its words are roles")
                return

    def _unread(self) -> None:
        """What is left: columns of which nothing is known, or not what they are to be read as."""
        dated = {"start", "start_year", "end", "end_year", "period", "year"} & self.fields.keys()
        for column in self.columns:
            if not self.free(column) or column.at in self.found.wide or not (column.name or column.cells):
                continue
            reason = "" if column.cells else "empty"
            if column.cells and BEFORE_WORD.search(column.key) and {"start", "start_year"} & self.fields.keys():
                self.found.before[column.at] = column.name
            if not column.name and column.numbers:
                reason = "row numbers"
            elif column.cells and not dated and self._surely_dates(column) and not self._may_begin(column):
                reason = f'it has dates; if memberships begin with them, say --map "{column.name}=start"'
            elif column.cells and column.key.partition(" ")[0] in TURNS and column.at not in self.found.before:
                if not (column.key.startswith("suspen") and self._dated(column)):  # who is suspended is a member still
                    self._refuse_unread(column, "when a membership did not hold")
                reason = "it may say when a membership did not hold"
            elif column.key in ("member", "membership") and column.numbers:
                reason = "its cells are numbers"
            elif column.cells and self._ends_unsaid(column):
                self._refuse_unread(column, "which memberships have ended")
            elif column.cells and not dated & {"start", "start_year", "period", "year"} and self._may_begin(column):
                raise InvalidRequest(
                    f"{self.where}: memberships may begin with the dates of {column.name!r} ({column.cells[0][:40]!r}); if so,"
                    f' say: --map "{column.name}=start"; if not: --map "{column.name}=ignore"'
                )
            elif column.cells and _edge_named(column) and not column.flags and not _NOT_BODIES.search(column.key):
                reason = "its cells were not understood as dates"
            self.found.unread[column.at] = reason

    def _may_begin(self, column: Column) -> bool:
        """Whether a column of a table without starts has dates with which memberships may begin, by its name."""
        if (
            self.found.layout != "rows"
            or column.flags
            or _NOT_BODIES.search(column.key.replace("date", "").replace("year", ""))
        ):
            return False
        if not (BEFORE_WORD.search(column.key) or START_WORD.search(column.key)) or END_WORD.search(column.key):
            return False
        return sum(bool(_YEAR_IN.search(ascii_digits(cell))) for cell in column.cells) >= 0.8 * len(column.cells)

    def _ends_unsaid(self, column: Column) -> bool:
        """Whether a column speaks of leaving, of some rows only, in a table that has no ends."""
        if {"end", "end_year", "period", "event", "year"} & self.fields.keys() or self.found.layout != "rows":
            return False
        if not END_WORD.search(column.key) or START_WORD.search(column.key) or not self._says_some(column):
            return False
        return not _NOT_BODIES.search(column.key) or _surely_left(column.key)

    def _says_some(self, column: Column) -> bool:
        """Whether a column says something of some rows and not of others: it is filled, or yes."""
        said = [cell for cell in column.cells if flag_of(cell) not in (NO, MISSING)]
        return 0 < len(said) < sum(any(map(str.strip, row)) for row in self.rows)

    def _refuse_unread(self, column: Column, what: str) -> NoReturn:
        shown = next(cell for cell in column.cells)
        raise InvalidRequest(
            f"{self.where}: column {column.name!r} ({shown[:40]!r}) may say {what}; say what it is:"
            f' --map "{column.name}=end" or =role, or leave it out with: --map "{column.name}=ignore"'
        )

    def _surely_dates(self, column: Column) -> bool:
        return not column.flags and self._dated(column) and not _NOT_BODIES.search(column.key.replace("date", ""))

    def _other_field(self, name: str, column: Column) -> None:
        if name == "role":
            self._single(column)
        if name == "type":
            understood = [
                cell for cell in column.distinct if self.cells.role(cell) not in ("", NO) or cell in self.cells.given
            ]
            if column.cells and understood and "role" not in self.fields and not column.numbers:
                name = "role"
                if not self.roles:
                    return
            elif "organization" not in self.fields or not self._by_body(column):
                self._refuse_if_letters(column)
                self.found.unread[column.at] = "its words are no roles, and differ within a body"
                return
        if name == "abbreviation" and not self._by_body(column):
            return
        self.fields[name] = column.at

    def _refuse_if_letters(self, column: Column) -> None:
        """Letters that stand for a kind of something: F, A and O may be full members, associates and observers."""
        if not column.cells or "role" in self.fields or not self.roles or column.numbers:
            return
        if len(column.distinct) < 7 and all(len(cell) < 3 and cell.isalpha() for cell in column.distinct):
            shown = sorted(column.distinct)
            raise InvalidRequest(
                f"{self.where}: column {column.name!r} may say in which role members are, by letters: {', '.join(shown)}; if so,"
                f' say --map "{column.name}=role" and what each is: --role {shown[0]}=full; if not: --map "{column.name}=ignore"'
            )

    def _by_body(self, column: Column) -> bool:
        if "organization" not in self.fields or not column.cells:
            return False
        return self._names_the_same(column, self.columns[self.fields["organization"]])

    def _layout(self) -> None:
        """Rows, or a column for each body, member or year; refused if it is none of these."""
        has_member, has_body = "member" in self.fields, "organization" in self.fields or bool(self.organization)
        if has_member and has_body:
            years = [c for c in self.columns if self.free(c) and re.fullmatch(r"(?:x|y)?[12]\d{3}", c.key) and c.cells]
            if len(years) > 1 and "year" not in self.fields:
                self._refuse_odd_years(years)
                self.found.layout = "years"
                self.found.wide = {c.at: c.key[-4:] for c in years}
            return
        if has_member or has_body:
            wide = [c for c in self.columns if self.free(c) and c.name and self._wide(c)]
            if has_member and self.found.edges:
                self.found.layout = "bodies"
                self.found.wide = {c.at: _entity_name(c.name) for c in wide}
                return
            self._refuse_if_named(wide)
            if {"ccode", "year", "state"} <= self.by_key.keys() and has_member:
                self._refuse("organization")  # its cells are codes, which the reader of COW IGO knows
            if len(wide) >= (1 if has_member else 2):
                self.found.layout = "bodies" if has_member else "members"
                self.found.wide = {c.at: _entity_name(c.name) for c in wide}
                if has_member and self._states_on_top(wide):
                    self.found.layout = "members"
                    self.fields["organization"] = self.fields.pop("member")
                return
        self._refuse("member" if not has_member else "organization")

    def _states_on_top(self, wide: Sequence[Column]) -> bool:
        """Whether the columns are states and the rows are not, whatever the first column is called."""
        from ..model.authority import authority

        def states(names: Sequence[str]) -> int:
            return sum(bool(authority().find(name).candidates) for name in names[:_STATES_LOOKED_AT])

        members = self.columns[self.fields["member"]]
        rows, columns = sorted(members.distinct), [_entity_name(c.name) for c in wide]
        if members.codes or len(columns) < 2 or states(columns) < len(columns) or states(rows):
            return False
        self.found.notes.append(f"the columns are states, so {members.name!r} was read as the organization")
        return True

    def _refuse_odd_years(self, years: Sequence[Column]) -> None:
        """Columns called after years that have neither flags nor roles in them."""
        for column in years:
            odd = next((c for c in column.cells if flag_of(c) == UNKNOWN and not self.cells.role(c) and c != "-1"), "")
            if odd:
                raise InvalidRequest(
                    f"{self.where}: columns such as {column.name!r} are years, but {odd!r} says neither yes nor no nor a role;"
                    f' say what it is, for example: --role "{odd}=skip", or leave a column out with: --map {column.name}=ignore'
                )

    def _refuse_if_named(self, wide: Sequence[Column]) -> None:
        """Dates beside a column of names may be those of the body that is named in it, rather than a body's own."""
        if not wide or any(c.flags for c in wide) or "organization" in self.fields or "member" not in self.fields:
            return
        names = [c for c in self.columns if self.free(c) and c not in wide and self._labels(c)]
        names = [c for c in names if not _NOT_BODIES.search(c.key) and len(c.distinct) < len(c.cells)]
        if names and len(wide) < 3:
            raise InvalidRequest(
                f"{self.where}: the organization may be in column {names[0].name!r}, or {wide[0].name!r} may be one; say which:"
                f' --map "{names[0].name}=organization" or --map "{names[0].name}=ignore"'
            )

    def _wide(self, column: Column) -> bool:
        if not column.cells or column.urls or _NOT_BODIES.search(column.key):
            return False
        if BEFORE_WORD.search(column.key) or START_WORD.search(column.key) or END_WORD.search(column.key):
            return False  # "signature", "retrait": what happened, and no body
        understood = 0
        for cell in column.distinct:
            try:
                if self.cells.cell(cell) is not None:
                    understood += 1
            except Undecided:
                understood += 1
        if understood == len(column.distinct):
            return True
        if understood >= 0.5 * len(column.distinct) and not column.numbers:
            odd = sorted(cell for cell in column.distinct if self.cells.cell(cell) is None)
            shown = ", ".join(map(repr, odd[:5]))
            raise InvalidRequest(
                f"{self.where}: column {column.name!r} may be a body, but not all its cells are understood: {shown}; say what"
                f' they are, for example: --role "{odd[0]}=skip", or leave the column out with: --map "{column.name}=ignore"'
            )
        return False

    def _refuse(self, wanted: str) -> None:
        shown = ", ".join(name for name in self.header if name)[:300]
        way_out = f"say which: blocs import csv --map COLUMN={wanted}"
        if {"ccode", "year"} <= self.by_key.keys():
            way_out = "a Correlates of War table is read by: blocs import cow-igo"
        elif {"atopid", "member"} <= self.by_key.keys():
            way_out = "the members of ATOP alliances are read by: blocs import atop"
        elif {"version4id", "ccode"} <= self.by_key.keys():
            way_out = "the members of COW alliances are read by: blocs import cow-alliances"
        elif len(self.header) == 1:
            way_out = (
                "if its cells are separated by another sign, say which with --delimiter; if it lists the members of one"
                " body, say --organization NAME"
            )
        elif not count_known(self.header):
            way_out = f"if this is a row of data, put one with names of columns above it; else {way_out}"
        elif wanted == "organization" and "member" in self.fields:
            names = [c for c in self.columns if self.free(c) and self._labels(c) and not _NOT_BODIES.search(c.key)]
            if names:
                way_out = f'if it is {names[0].name!r}, say: --map "{names[0].name}=organization"'
            way_out += ", or if all are members of one body: --organization NAME"
        raise InvalidRequest(f"{self.where} has no column for the {wanted}; its columns are: {shown}; {way_out}")

    def _lists(self) -> None:
        """Columns of lists with commas or slashes: their names are plurals, or their parts recur."""
        self.found.lists = frozenset(
            wanted
            for wanted in ("member", "organization")
            if (column := self._column_of(wanted))
            and (parts := _parts_of(column, ","))
            and (_is_plural(wanted, column.key) or self._mostly_names(wanted, column, parts))
        )
        slashes = set()
        for wanted in ("member", "organization"):
            column = self._column_of(wanted)
            if self.split or column is None or column.urls or not (parts := _parts_of(column, "/")):
                continue
            if len(_recurring_parts(column, parts, "/")) == len(parts):
                slashes.add(wanted)
            elif parts & column.distinct:
                shown = next(cell for cell in column.cells if "/" in cell and parts & set(_split_at(cell, "/")))
                raise InvalidRequest(
                    f"{self.where}: column {column.name!r}: {shown!r} may be one name or several, since a part of it is a name"
                    " elsewhere; say which with: --split / or --split none"
                )
        self.found.slashes = frozenset(slashes)

    @staticmethod
    def _mostly_names(wanted: str, column: Column, parts: set[str]) -> bool:
        """Whether the parts of cells are names: all recur, or of bodies most do or are in the list of bodies."""
        again = _recurring_parts(column, parts, ",")
        if wanted == "member" or len(again) == len(parts):
            return len(again) == len(parts)
        from ..model.bodies import bodies

        rest = {part for part in parts - again if not bodies().find(part)}
        whole = [cell for cell in column.distinct if "," in cell and not again & set(_split_at(cell, ","))]
        return len(rest) < 0.4 * len(parts) and not whole

    def _column_of(self, wanted: str) -> Column | None:
        at = self.fields.get(wanted)
        return None if at is None else self.columns[at]


def _split_at(cell: str, sign: str) -> list[str]:
    return [part.strip() for part in cell.split(sign)]


def _parts_of(column: Column, sign: str) -> set[str]:
    """The different parts of a column's cells that have a sign in them."""
    return {part for cell in column.distinct if sign in cell for part in _split_at(cell, sign)}


def _recurring_parts(column: Column, parts: set[str], sign: str) -> set[str]:
    """The parts that occur in several cells, or alone."""
    cells = Counter(part for cell in column.distinct if sign in cell for part in set(_split_at(cell, sign)))
    return {part for part in parts if cells[part] > 1 or part in column.distinct}


def _is_plural(wanted: str, key: str) -> bool:
    """Whether a column's name says that its cells are lists."""
    words = set(key.split())
    return key in _PLURAL or (wanted == "organization" and bool(words & _PLURAL_BODIES))


def _surely_left(key: str) -> bool:
    """Whether a column's name is of leaving, whatever else it is of: "withdrawal note", "reason for leaving"."""
    return re.search(r"\b(?:withdr\w+|leav\w+|left|exit\w*|expel\w*|terminat\w+)\b", key) is not None


def _edge_named(column: Column) -> bool:
    """Whether a column is called after the start or end of something."""
    return bool(START_WORD.search(column.key)) != bool(END_WORD.search(column.key))


_AROUND = re.compile(
    r"^(?:is |in |member of |membership in |membership of |(?:mitglied|mitgliedschaft|membre|miembro|membro|lid)"
    r" (?:der |des |von |im |in |in der |de |de l'|de la |del |da |do |van |van de |the )?)+|\s+(?:members?|membership|member state|accession|joined|since)$",
    re.IGNORECASE,
)


def _entity_name(name: str) -> str:
    """What a column of a wide table is called, without the words around it: "eu_member" is eu."""
    words = name if " " in name else name.replace("_", " ")
    return _AROUND.sub("", words).strip() or name


def _turned(key: str) -> bool:
    """Whether a column's name says that something is no membership: "denied membership"."""
    return key in TURNS or _TURN_WORD.search(key) is not None


def _numbers_or_months(column: Column) -> bool:
    return not column.cells or column.numbers or all(len(cell) < 12 and not cell.isdigit() for cell in column.distinct)


@lru_cache(4096)
def _part_of_date(key: str) -> tuple[str, str, str] | None:
    """The edge of a span, the stem and the part of a date that a column's name says: ("start", "mem st", "year")."""
    parts = {"yr": "year", "yyyy": "year", "mo": "month", "mon": "month", "mm": "month", "dd": "day"}
    if match := _GLUED.fullmatch(key):
        part, stem = (match[1], match[2]) if match[1] else (match[4], match[3])
    elif match := _PART.fullmatch(key):
        part, stem = match[2], " ".join(f"{match[1]} {match[3]}".split())
    else:
        return None
    part = parts.get(part, part)
    if stem in _ENDS:
        return "end", stem, part
    if stem in _STARTS:
        return "start", stem, part
    return None
