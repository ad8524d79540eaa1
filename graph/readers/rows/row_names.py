"""The members and bodies that a row of a table names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from ...amounts import counted, shortened
from ...model.naming.forms import ascii_digits
from ..cells.asides import FIGURE, TOTAL, is_sum
from ..cells.cell_marks import plain_marks
from ..cells.cell_words import word
from ..cells.no_names import is_unsaid, names_nothing, says_there_is_none
from ..cells.several_in_one import is_body, may_be_several
from ..important import Important
from ..mistakes import Incomplete, NothingListed, Total, Unnamed
from ..names.state_names import name_of_code
from ..row import SCHEMES
from ..tables.notes_below import marks_in, with_its_mark
from .cell_names import Named, NameReader
from .table_in_hand import TableInHand

__all__ = ["RowNames"]

_LIST = re.compile(r"[;|]")
_PARTS = re.compile(r"[\s;|,/]+")

_NO_PARTY = """
    independent, independents, ind, ind., unaffiliated, nonpartisan, non-partisan, no party, without party,
    non-attached, non-inscrits, non-inscrit, non inscrit, non inscrits, sans étiquette, sans parti, parteilos,
    fraktionslos, independiente, sin partido, no adscrito, independente, sem partido, indipendente, senza partito,
    onafhankelijk, partijloos, bezpartyjny, niezrzeszony, niezrzeszeni, беспартийный, самовыдвиженец, независимый,
    позапартійний, bağımsız, مستقل, 無所属, 无党派, 无党派人士, 무소속, vacant
"""
_IN_NO_PARTY = frozenset(" ".join(_NO_PARTY.split()).split(", "))
"""What says of people that they are in no party, where most others are in one."""


class RowNames:
    """Reads the members and bodies that a row names.

    Parameters
    ----------
    table : TableInHand
        The table.
    sample : sequence of rows
        Its first rows.
    """

    def __init__(self, table: TableInHand, sample: Sequence[Sequence[str]]) -> None:
        self._table = table
        fields = table.plan.fields
        # The members are codes of states: the list of states has their names.
        self._coded = next((code for code in SCHEMES if code in fields and fields[code] == fields.get("member")), "")
        # The year of a body beside all its members is hardly the start of each.
        self._members_listed = "member" in table.plan.lists or any(
            _LIST.search(row[fields["member"]]) for row in sample if "member" in fields and fields["member"] < len(row)
        )
        self._names: dict[tuple[str, str], tuple[Named, ...]] = {}
        at = fields.get("member")
        self.plain_marks = plain_marks(row[at] for row in sample if at is not None and at < len(row))
        """The plain numbers and letters that stand behind names as marks of footnotes."""
        rows = sample if at is None else [with_its_mark(row, at, self.plain_marks) for row in sample]
        marks = marks_in(rows, self.plain_marks)
        self._readers: dict[str, NameReader] = {
            name: self._name_reader(name, marks) for name in ("member", "organization") if name in fields
        }
        for name, reader in self._readers.items():
            reader.learn(row[fields[name]] for row in sample if fields[name] < len(row))
        # Among codes of states NA is Namibia's.
        self._namibia = at is not None and (self._coded == "iso2" or _two_letters(sample, at))
        self._lists = frozenset(
            name
            for name in self._readers
            if name in table.plan.lists
            or any(_LIST.search(row[fields[name]]) for row in sample if fields[name] < len(row))
        )
        self._last: dict[str, str] = {}
        self._in_no_party: Counter[str] = Counter()
        self._no_names: Counter[tuple[str, str]] = Counter()  # words that stand where a name would, by the field
        self.unnamed = 0
        """How many cells without a name were left out, as asked."""
        self.filled = 0
        """How many cells have had the name above them."""

    def say(self) -> None:
        """Tell the table's report what was made of names."""
        if self.filled:
            self._table.report.notes.append(
                f"{counted(self.filled, 'empty cell')} filled with what stands above, as asked"
            )
        if self._in_no_party:
            shown = shortened(f"{text!r} ({count:,})" for text, count in self._in_no_party.items())
            self._table.report.notes.append(
                Important(f"read as in no party, and so in no body: {shown}; if it is one, write its name in full")
            )
        for name, reader in self._readers.items():
            self._say_no_names(name)
            reader.say(self._table.report, self._table.options.same)
        if "member" in self._readers and not self._coded and not self._table.plan.person:
            self._say_several()

    def _say_no_names(self, name: str) -> None:
        """Tell which words were read as no name; what only programs write where nothing is, is none of a body."""
        found = {text: count for (field, text), count in self._no_names.items() if field == name}
        if not found:
            return
        shown = shortened(
            f"{text!r} ({counted(count, 'cell')})" if count else repr(text) for text, count in found.items()
        )
        said = f"read as naming no {name}: {shown}; if it is a name, write it in full"
        plain = name == "organization" and all(map(is_unsaid, found)) and self._table.report.memberships > 0
        self._table.report.notes.append(said if plain else Important(said))

    def _say_several(self) -> None:
        members = (each.name for (field, _), found in self._names.items() if field == "member" for each in found)
        names = may_be_several(members)
        bodies_ = [name for name in names if is_body(name)]
        if groups := [name for name in names if name not in bodies_]:
            read_as = "was read as one" if len(groups) == 1 else "were read as one each"
            self._table.report.warnings.append(
                f"{shortened(map(repr, groups))} may stand for several members, and {read_as}; write a row of each"
            )
        if bodies_:
            were = "was" if len(bodies_) == 1 else "were each"
            said = f"{shortened(map(repr, bodies_))} {were} read as a body, one member"
            self._table.report.notes.append(Important(f"{said}; where its states are meant, write a row of each"))

    def mark_of(self, role: str) -> str:
        """The mark behind a name that stands for a word of a role, as a note in the table says; "" if none does."""
        return next(filter(None, (reader.meant_roles.get(word(role)) for reader in self._readers.values())), "")

    @property
    def sign_used(self) -> bool:
        """Whether a sign that the user said has parted the names of a cell."""
        return any(reader.sign_used for reader in self._readers.values())

    @property
    def kept(self) -> bool:
        """Whether a name was kept as it is written that would else be read otherwise."""
        return any(reader.kept for reader in self._readers.values())

    def named(self, number: int, cells: Sequence[str], name: str) -> tuple[Named, ...]:
        """The names in a cell: one, or several where it is a list."""
        if name == "organization" and self._table.options.organization:
            return (Named(self._table.options.organization),)
        at = self._table.plan.fields[name]
        text = cells[at] if at < len(cells) else ""
        if self._table.options.fill_down:
            text = self._filled_in(name, text, cells)
        found = self._names.get((name, text))
        if found is None and self._is_missing(name, text):
            found = ()
        elif found is None:
            of_code = self._of_code(number, cells) if name == "member" and self._coded else None
            found = self._named_in(name, self._readers[name].read(number, text, of_code))
            if of_code is None or self._certain(text):
                self._names[name, text] = found
        if not found:
            raise self._no_name(number, cells, name, text)
        if TOTAL.fullmatch(found[0].name):
            self._refuse_total(number, cells, at)
        elif not self._coded and FIGURE.fullmatch(found[0].name) and is_sum(cells):
            raise Total(f"row {number}")
        return found

    def _named_in(self, name: str, found: tuple[Named, ...]) -> tuple[Named, ...]:
        """The names of a cell without the words in its list that are none: "UN; NA"."""
        if len(found) < 2 or not (none := [each for each in found if self._is_missing(name, each.name)]):
            return found
        self._no_names.update({(name, each.name): 0 for each in none})
        return tuple(each for each in found if each not in none)

    def _no_name(self, number: int, cells: Sequence[str], name: str, text: str) -> Incomplete:
        """What a row without a name is: one that says that there is none, or one to ask about."""
        said = f"{self._table.place(number, self._table.plan.fields[name])}: no {name} is named"
        text = text.strip()
        if name == "organization" and self._says_no_party(text):
            self._in_no_party[text] += 1
        elif text and (name == "organization" or name in self._lists or self._table.options.fill_down is not None):
            if name == "organization" and says_there_is_none(text):
                return NothingListed(said)
            self._no_names[name, text] += 1
            self.unnamed += name == "member"
            return Unnamed(said)
        elif text or name not in self._lists:
            if self._table.options.fill_down is not False:
                return Incomplete(f"{said}{f' ({text!r})' if text else ''}{self._way_to_name(cells, merged=not text)}")
            self.unnamed += 1
        return NothingListed(said)

    def _way_to_name(self, cells: Sequence[str], *, merged: bool) -> str:
        """What to do about a row without a name: leave it out if it has none, or fill in what stands above it."""
        alone = sum(map(bool, map(str.strip, cells))) == 1
        note = "; if the row is a heading or a note, take it out of the table" if alone else ""
        if alone and len(cells) == 1 < len(self._table.header):
            note += "; if it is part of a cell with a line break in it, take the line break out"
        heading = alone and len(self._table.header) > len(("member", "organization"))
        fill = merged and not heading and not self._table.options.fill_down
        note += "; if cells were merged, fill them in with: --fill-down" if fill else ""
        return note if self._table.options.fill_down else f"{note}; to leave such rows out, say: --no-fill-down"

    def in_no_party(self, number: int, cells: Sequence[str]) -> tuple[Named, ...]:
        """The people of a row that says that they are in no party; none of any other row."""
        at = self._table.plan.fields.get("organization")
        if at is None or at >= len(cells) or not self._says_no_party(cells[at]):
            return ()
        return self.named(number, cells, "member")

    def says_more(self, cells: Sequence[str], *places: int) -> bool:
        """Whether names have a role or dates behind them, or stand for those of the row above."""
        return bool(self._table.options.fill_down) or any(
            name.role or name.spans
            for field, at in zip(("member", "organization"), places, strict=True)
            for name in self._names.get((field, cells[at]), ())
        )

    def _name_reader(self, name: str, marks: Mapping[str, str]) -> NameReader:
        """What reads the names of a column; the years in their brackets are dates if the table has no others."""
        fields = self._table.plan.fields
        dated = bool({"start", "start_year", "end", "end_year", "period", "year"} & fields.keys())
        return NameReader(
            name,
            self._table.plan.header[fields[name]],
            self._table.cells,
            commas=name in self._table.plan.lists,
            slashes=name in self._table.plan.slashes,
            signs=self._table.options.split,
            dated=dated or self._table.plan.layout == "years",
            founded=name == "organization" and self._members_listed,
            person=name == "member" and self._table.plan.person,
            marks=marks,
            literal=self._table.options.literal,
        )

    def _is_missing(self, name: str, text: str) -> bool:
        """Whether a cell says that it has no name: NA, as R writes it, unless it is Namibia's code among others."""
        if name == "organization" and self._says_no_party(text):
            return True
        namibia = name == "member" and self._namibia and text.strip() in ("NA", "na")
        return names_nothing(text) and not namibia

    def _says_no_party(self, text: str) -> bool:
        """Whether a cell says of people that they are in no party."""
        return self._table.plan.person and text.strip().casefold() in _IN_NO_PARTY

    def _filled_in(self, name: str, text: str, cells: Sequence[str]) -> str:
        """A cell that was merged with the one above it has that one's text, unless nothing else is in its row."""
        if is_sum(cells, least=1):
            raise Total  # of a sum nothing is merged with what stands above
        if text.strip():
            self._last[name] = text
        elif name in self._last and any(
            cells[at].strip() for at in [*self._table.plan.fields.values(), *self._table.plan.wide] if at < len(cells)
        ):
            self.filled += 1
            return self._last[name]
        return text

    def _of_code(self, number: int, cells: Sequence[str]) -> Callable[[str], str]:
        """Makes names of codes, with the year of the row in mind where a code is of several states."""

        def name(text: str) -> str:
            code = ascii_digits(text.strip()).removesuffix(".0")
            found = name_of_code(self._coded, code)
            if not found and (year := self._some_year(cells)):
                found = name_of_code(self._coded, code, year)
            return found or text.strip()

        return name

    def _certain(self, text: str) -> bool:
        """Whether a code is of one state in every year."""
        return name_of_code(self._coded, ascii_digits(text.strip()).removesuffix(".0")) != ""

    def _some_year(self, cells: Sequence[str]) -> int | None:
        """A year of a row."""
        for name in ("start", "start_year", "year", "period", "end", "end_year"):
            if match := re.search(r"(?<!\d)[12]\d{3}(?!\d)", ascii_digits(self._table.cell(cells, name))):
                return int(match[0])
        return None

    def _refuse_total(self, number: int, cells: Sequence[str], at: int) -> None:
        """A row of sums: "Total" and otherwise figures only."""
        others = [cell.strip() for place, cell in enumerate(cells) if place != at and cell.strip()]
        if all(FIGURE.fullmatch(cell) for cell in others):
            raise Total(f"row {number}")


def _two_letters(sample: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column's cells are two letters each, or lists of such."""
    cells: list[str] = [part for row in sample if at < len(row) for part in _PARTS.split(row[at].strip()) if part]
    return sum(len(cell) == 2 and cell.isupper() for cell in cells) > 0.8 * len(cells)
