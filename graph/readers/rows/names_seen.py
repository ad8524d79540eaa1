"""What was made of the names of one column of a table and may be meant otherwise: remembered, and told at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from ...amounts import shortened
from ...late import late_pattern
from ..cells.cell_marks import KEEP, perhaps_unmarked
from ..cells.known_runs import ids_of, is_known, joining_sign, pieces_of, without_brackets
from ..cells.separators import between_names, split_options
from ..important import Important
from ..report import Report
from .name_brackets import without_year

__all__ = ["NamesSeen"]

_SIGN = late_pattern(r"\s+[+&/]\s+|(?<=\w{3})[+/](?=\w{3})")


@dataclass
class NamesSeen:
    """What was made of the names of a column.

    Parameters
    ----------
    of : str
        "member" or "organization".

    >>> seen = NamesSeen("organization")
    >>> seen.alone.update(["Alpha Pact", "Alpha Pact + Gamma Club"])
    >>> seen.say(report := Report("t.csv"))
    >>> report.warnings
    ['may be several names, and was read as one: \\'Alpha Pact + Gamma Club\\'; to split: --split "+"; if it is one: \
--split none']
    """

    of: str
    split: dict[str, None] = field(default_factory=dict)
    """The cells that were split."""
    whole: dict[str, None] = field(default_factory=dict)
    """The names with commas."""
    parted: dict[str, list[str]] = field(default_factory=dict)
    """The cells of bodies with semicolons and the like, and their parts."""
    alone: set[str] = field(default_factory=set)
    of_lists: set[str] = field(default_factory=set)
    """The names that stand alone in a cell, and those that stand in lists."""
    kept: dict[str, str] = field(default_factory=dict)
    """What a word of the user's did not part, since nothing else says that it parts names there."""
    uncut: dict[str, str] = field(default_factory=dict)
    """The cells in which a separator of the user's would have cut a name of the list."""
    perhaps: dict[str, str] = field(default_factory=dict)
    """What may be several names, and the sign between them."""
    meant: dict[str, None] = field(default_factory=dict)
    """Marks, and the notes that they stand for."""
    bracketed: dict[str, str] = field(default_factory=dict)
    """The names with roles or dates behind them, and without."""
    guessed: Mapping[str, None] = field(default_factory=dict)
    left_off: Mapping[str, None] = field(default_factory=dict)
    own_years: Mapping[str, None] = field(default_factory=dict)
    """The names with a year behind them that was read as the start, was not read, and is part of the name."""
    perhaps_dated: Mapping[str, None] = field(default_factory=dict)
    """The names that end in years without brackets, which may be dates."""

    counted: Mapping[str, None] = field(default_factory=dict)
    """The names of bodies with how many members they have behind them."""

    def say(
        self,
        report: Report,
        signs: tuple[str, ...] = (),
        *,
        literal: bool = False,
        person: bool = False,
        same: Container[str] = (),
    ) -> None:
        """Tell what was made of the names.

        Parameters
        ----------
        report : Report
            What is told of the table.
        signs : tuple of str
            What parts names, as the user says.
        literal : bool
            Whether names are kept as they are written.
        person : bool
            Whether the names are of people, who often have commas in them: "Lee, Ann".
        same : container of str
            The names of which the user says who they are.
        """
        if self.split:
            report.notes.append(f"cells with several names were split: {_shown(self.split)}")
        self._say_of_lists(report, signs, person=person)
        unsure = {_bare(text) for text in (*self.guessed, *self.left_off, *self.counted)}
        sure = {text: text.endswith((")", "）")) for text in self.bracketed if _bare(text) not in unsure}
        if inside := {text: None for text, in_brackets in sure.items() if in_brackets}:
            report.notes.append(f"what stands in brackets was read as the role or the dates: {_shown(inside)}; {KEEP}")
        if in_words := {text: None for text, in_brackets in sure.items() if not in_brackets}:
            report.notes.append(f"dates in words behind names were read: {_shown(in_words)}; {KEEP}")
        if not literal:
            self._say_of_years(report)
        if self.meant:
            report.notes.append(f"marks behind names were read as their notes say: {shortened(self.meant, 6)}")
        if not literal and self.of == "organization":
            self._say_brackets(report, same)
        if not literal and "none" not in signs:
            self._say_beside(report, perhaps_unmarked, "mark", "a footnote's, take it off in the table")
            self._say_beside(
                report, without_year, "year", "a date of the membership, write 'since' before it in the table"
            )

    def unparted(self) -> tuple[list[str], list[str]]:
        """The texts that were read as one name: those that may be several, and the others with commas.

        Returns
        -------
        tuple of (list of str, list of str)

        >>> seen = NamesSeen("organization")
        >>> seen.alone.update(["Alpha Pact", "Alpha Pact + Gamma Club"])
        >>> seen.unparted()
        (['Alpha Pact + Gamma Club'], [])
        """
        self._find_joined()
        whole = self._perhaps_lists()
        return ([*self.perhaps, *whole], []) if self._may_be_lists(whole) else ([*self.perhaps], whole)

    def _say_of_lists(self, report: Report, signs: tuple[str, ...], *, person: bool) -> None:
        """Tell of cells that were parted, or were not, and may be meant otherwise."""
        if together := self._never_apart():
            which = "is one name" if len(together) == 1 else "they are names"
            report.warnings.append(
                f"{_shown(dict.fromkeys(together))} read as several names, none of which stands elsewhere; if"
                f" {'it ' if len(together) == 1 else ''}{which}, say: --split none"
            )
        if "none" not in signs:
            self._find_joined()
        if whole := [*self.whole] if person else self._perhaps_lists():
            said = f"names with commas were kept whole: {_shown(dict.fromkeys(whole))}; to split: --split ','"
            report.notes.append(Important(said) if not person and self._may_be_lists(whole) else said)
        if self.kept:
            sign = next(iter(self.kept.values()))
            report.warnings.append(
                f"not split at {sign!r}, since what it would part stands nowhere else: {_shown(self.kept)};"
                f" to split there too, write ; for {sign!r} in the cell"
            )
        if self.uncut:
            sign = next(iter(self.uncut.values()))
            report.notes.append(
                f"names of the list were not cut at {sign!r}: {_shown(self.uncut)}; to cut them too, write ; for"
                f" {sign!r} in the cell"
            )
        if self.perhaps:
            ways = split_options([*signs, *self.perhaps.values()])
            none = "" if signs else "; if it is one: --split none"
            report.warnings.append(
                f"may be several names, and was read as one: {_shown(self.perhaps)}; to split: {ways}{none}"
            )

    def _say_of_years(self, report: Report) -> None:
        """Tell what the years in brackets behind names were read as, where nothing proves it."""
        if self.guessed:
            said = f"years behind names were read as dates of memberships: {_shown(self.guessed)}"
            report.notes.append(Important(f"{said}; {KEEP}"))
        if self.counted:
            said = f"numbers of members behind names were left off: {_shown(self.counted)}"
            report.notes.append(Important(f"{said}; {KEEP}"))
        if self.left_off:
            said = f"years behind names of the list were not read: {_shown(self.left_off)}"
            report.notes.append(Important(f"{said}; if they are starts, write 'since' before them; {KEEP}"))
        if self.own_years:
            said = f"years in brackets were kept in names, as members are listed beside them: {_shown(self.own_years)}"
            report.notes.append(Important(f"{said}; if they are starts, write 'since' before them"))

        if self.perhaps_dated:
            said = f"years at the end of names were kept as part of them: {_shown(self.perhaps_dated)}"
            report.notes.append(Important(f"{said}; if they are dates of memberships, write them in brackets"))

    def _never_apart(self) -> list[str]:
        """The cells that were parted though none of their parts is in another cell, or in the list of bodies."""
        called = {
            text: [self.bracketed.get(part, without_brackets(part)) for part in parts]
            for text, parts in self.parted.items()
        }
        times = Counter(name for names in called.values() for name in set(names))
        return [
            text
            for text, names in called.items()
            if all(times[name] == 1 and name not in self.alone and not is_known(name, "organization") for name in names)
        ]

    def _perhaps_lists(self) -> list[str]:
        """The names with commas that are in no list: the comma of "Korea, South" parts nothing."""
        return [name for name in self.whole if not (ids_of(name, self.of) or ids_of(without_brackets(name), self.of))]

    def _may_be_lists(self, whole: Iterable[str]) -> bool:
        """Whether one of these names with commas may be a list: for a member, a part of it is a name."""
        names = self.alone | self.of_lists
        for name in whole:
            parts = [part.strip() for part in name.split(",")]
            if self.of == "organization" or any(part in names or is_known(part, self.of) for part in parts):
                return True
        return False

    def _find_joined(self) -> None:
        """The names that have another name of the column at one end, and were not split all the same."""
        names = self.alone | self.of_lists
        for name in sorted(names):
            if name in self.kept or name in self.perhaps:
                continue
            sign = between_names(name, names) or _sign_beside(name, names) or self._sign_among(name, names)
            if sign and not is_known(name, self.of) and not self._cuts(name, sign):
                self.whole.pop(name, None)
                self.perhaps[name] = sign

    def _sign_among(self, name: str, names: Container[str]) -> str:
        """The sign between the parts of a text of which two are names."""
        pieces = pieces_of(name, self.of)
        return joining_sign(name, self.of) if sum(bool(each.ids) or each.text in names for each in pieces) > 1 else ""

    def _cuts(self, name: str, sign: str) -> bool:
        """Whether a sign stands in a text only within names of the list."""
        pieces = pieces_of(name, self.of)
        return any(piece.whole for piece in pieces) and all(
            sign not in name[one.end : other.begin] for one, other in pairwise(pieces)
        )

    def _beside_plain(self, plain: Callable[[str], str]) -> list[str]:
        """Names with something behind them that was kept, where the same name stands without it."""
        names = self.alone | self.of_lists
        return sorted(name for name in names if (without := plain(name)) != name and without in names)

    def _say_brackets(self, report: Report, same: Container[str]) -> None:
        """Tell of bodies with something in brackets behind them that stand without it too."""
        names = self.alone | self.of_lists
        found = sorted(
            name
            for name in names
            if name.endswith((")", "）"))
            and (without := without_brackets(name)) != name
            and without in names
            and name not in same
            and not is_known(name, self.of)
            and not set(ids_of(without, self.of)) & set(ids_of(_inside(name), self.of))  # its own abbreviation
        )
        if found:
            stand, were = ("stands", "was read as another") if len(found) == 1 else ("stand", "were read as others")
            report.warnings.append(
                f"{shortened(map(repr, found), 4)} {stand} beside the same name without brackets, and {were}; if it is"
                f' the same, say: --same "{found[0]}={without_brackets(found[0])}"; if the brackets say a role, say which,'
                f' for example: --role "{_inside(found[0])}=observer"'
            )

    def _say_beside(self, report: Report, plain: Callable[[str], str], kept: str, way_out: str) -> None:
        """Tell of names with a mark or a year behind them that stand without it too."""
        if names := self._beside_plain(plain):
            stand, were = ("stands", "was read as another") if len(names) == 1 else ("stand", "were read as others")
            report.warnings.append(
                f"{shortened(map(repr, names), 4)} {stand} beside the same name without a {kept}, and {were}; if the"
                f" {kept} is {way_out}; if it belongs to the name: --literal"
            )


_NARROW = str.maketrans("（）", "()")


def _bare(text: str) -> str:
    """A name with its brackets, however wide they are and what blanks stand before them."""
    return "".join(text.translate(_NARROW).split())


def _inside(name: str) -> str:
    """What stands in brackets behind a name."""
    return name[len(without_brackets(name)) :].strip(" ()（）")


def _shown(names: Mapping[str, object]) -> str:
    return shortened(map(repr, names), 3)


def _sign_beside(name: str, names: Container[str]) -> str:
    """A sign that never stands within words, between a name and what else is in a text: "Alpha Pact + Gamma Club"."""
    for match in _SIGN.finditer(name):
        if name[: match.start()] in names or name[match.end() :] in names:
            return match[0].strip()
    return ""
