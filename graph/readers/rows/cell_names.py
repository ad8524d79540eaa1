"""The names in a cell: one or several, without footnote marks, and what stands in brackets behind them.

`Georgia (observer)`, `Italy (since 1999)` and `Belgium (1944)` say more than a name; `Korea (Republic of)` does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from html import unescape

from ...late import late_pattern
from ...model.roles import role_named
from ..cells.cell_lists import ANDS, enumerated, listed, looks_listed, names_in
from ..cells.cell_marks import NameMarks
from ..cells.cell_reader import CellReader
from ..cells.cell_words import word
from ..cells.known_runs import is_known, parts_uncut
from ..cells.separators import is_word, listed_names, part_at
from ..dates.not_a_date import NotADate
from ..mistakes import Wrong
from ..planning.keys import is_plural, key_of
from ..planning.lists import parts_of
from ..planning.words.column_words import says_body
from ..report import Report
from ..tables.notes_below import OF_THE_PAST, marks_behind
from .comma_lists import CommaLists
from .name_brackets import BracketReader, Named, called
from .names_seen import NamesSeen

__all__ = ["NameReader", "Named"]

_FORM_OF_FIRM = late_pattern(
    r"(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|co|gmbh|ag|kg|e\. ?v|ev|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|ab|asbl|pty)\.?",
    re.IGNORECASE,
)
# A line break within a name, rather than between two.
_WRAPPED = re.compile(
    r"(\b(?:and|the|of|for|und|der|des|du|de|et|la|le|in)|[&,-])[ \t]*[\r\n]+\s*|[ \t]*[\r\n]+\s*(?=[a-z(&,])"
)
_BAR = late_pattern(r"\s*[|•⋅∙]\s*")
_BAR_OR_STOP = late_pattern(r"\s*[|•⋅∙;]\s*")
_ANY_SIGN = re.compile(r"[;,\n|•⋅∙]")
_PLAIN_MARK = re.compile(r"\d{1,2}|[a-z]")
_PLAIN_MARKS = late_pattern(r"\s*(?:\d{1,2}|[a-z])(?:\s*,\s*(?:\d{1,2}|[a-z]))*[/)]?\s*")


_PAST = late_pattern(
    rf"^(?:(?:{OF_THE_PAST}|(?:was|were|had been|has been)(?= )) )(?:an? |the )?",
    re.IGNORECASE,
)
"""What begins a note of the past: with dates it tells of an earlier membership, without it is nothing of the row's."""

_ENDS_IN_YEAR = re.compile(r" (?:\d+-)*(?:1[5-9]|20)\d\d(?:-\d+)*$")
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
"""A name that can be nothing else, as most of a long table are: it is read at once."""


class NameReader:
    """Reads the names of one column.

    Parameters
    ----------
    field : str
        "member" or "organization".
    column : str
        The column's name, for messages.
    cells : CellReader
        Reads the words and dates in brackets.
    commas : bool
        Whether commas part names.
    slashes : bool
        Whether slashes do.
    signs : sequence of str
        What parts names beside what does so anyway, if the user says it; "none" if nothing does.
    dated : bool
        Whether the table has dates of its own, so that a year in brackets is none of the membership.
    founded : bool
        Whether a year in brackets may be the body's own, as where its members are listed beside it.
    marks : mapping of str to str, optional
        What marks behind names stand for, where notes say so.
    literal : bool
        Whether names are kept as they are written, with their marks, numbers and brackets.
    person : bool
        Whether the names are of people.

    >>> from ..dates.written_dates import WrittenDates
    >>> reader = NameReader("member", "state", CellReader(WrittenDates()))
    >>> [(each.name, each.role) for each in reader.read(2, "Georgia (observer); Korea (Republic of)")]
    [('Georgia', 'observer'), ('Korea (Republic of)', '')]
    """

    def __init__(
        self,
        field: str,
        column: str,
        cells: CellReader,
        *,
        commas: bool = False,
        slashes: bool = False,
        signs: Sequence[str] = (),
        dated: bool = False,
        founded: bool = False,
        marks: Mapping[str, str] | None = None,
        literal: bool = False,
        person: bool = False,
    ) -> None:
        self.marks = {} if literal else marks or {}
        self._literal, self._person = literal, person
        self.slashes = slashes
        self.field, self.column, self.cells, self.commas, self.signs = field, column, cells, commas, signs
        self._lists = CommaLists(field)
        self._brackets = BracketReader(field, cells, dated=dated, founded=founded, is_name=self._lists.is_name)
        self._taking = NameMarks(field, column, literal=literal, is_name=None if person else self._lists.is_name)
        self._seen = NamesSeen(
            field,
            guessed=self._brackets.guessed,
            left_off=self._brackets.left_off,
            own_years=self._brackets.kept,
            perhaps_dated=self._brackets.perhaps,
            counted=self._brackets.counted,
        )
        self._standing: Counter[str] = Counter()
        """The names between signs in the first rows, by how many cells they are in."""
        self._texts: set[str] = set()
        self._of_lists = is_plural(field, key_of(column))
        self._whole: dict[str, str] = {}
        """The cells with a sign in them of which nothing says that it parts names, and the sign; "" of those that are lists."""
        self._proven: set[str] = set()
        self.meant_roles: dict[str, str] = {}
        """What marks stand for that is no date, as `word` has it, and the marks."""
        self.sign_used = False
        """Whether a sign of the user's has parted names."""

    def learn(self, texts: Iterable[str]) -> None:
        """Find out which cells are lists, whether names have numbers of lists, "1. NATO", and what years in brackets are.

        Parameters
        ----------
        texts : iterable of str
            Cells of the column.
        """
        texts = [*texts]
        self._texts = {text.strip() for text in texts}
        self._standing.update(part for text in self._texts for part in _names_between(text))
        self._learn_names(texts)
        self._taking.points = any(enumerated(text) for text in texts if "1." in text)
        self._brackets.learn(part.strip() for text in texts for part in self._parts(text))

    def read(self, number: int, text: str, of_code: Callable[[str], str] | None = None) -> tuple[Named, ...]:
        """The names in a cell.

        Parameters
        ----------
        number : int
            The row, for what is said of it.
        text : str
            The cell.
        of_code : callable, optional
            Makes a name of a code, if the cells are codes.

        Returns
        -------
        tuple of Named
            Empty if the cell names nothing.
        """
        if of_code is not None:
            return (Named(of_code(text)),) if text.strip() else ()
        if (
            not self.signs
            and _PLAIN.fullmatch(text)
            and not (text[-1].isdigit() and _ENDS_IN_YEAR.search(text))
            and not ((text[-1].isdigit() or text[-2:-1] == " ") and self._may_be_marked(text))
            and not text[0].isdigit()
            and not ANDS.search(text)
        ):
            self._seen.alone.add(text)
            return (Named(text),)
        if not text.isprintable():
            self._taking.look_at_edges(number, text)
        parts = self._parts(text)
        if "]" in text and not self._literal:
            parts = [self._brackets.rounded(part.strip()) for part in parts]
        plain = [(part, self._taking.taken_off(number, part)) for part in parts]
        try:
            names = tuple(dict.fromkeys(self._marked_so(part, self._told(clean)) for part, clean in plain if clean))
        except NotADate as error:
            raise Wrong(f"row {number}, column {self.column}: {error.message}") from None
        if len(names) == 1:
            self._seen.alone.add(names[0].name)
        if len(names) > 1:
            self._seen.split[text.strip()] = None
            self._seen.of_lists.update(each.name for each in names)
            self._seen.whole.update((each.name, None) for each in names if "," in each.name)
        elif names and "none" not in self.signs:
            name = names[0].name
            sign = self._whole.get(text.strip(), "")
            if (sign and sign in name) or (sign := looks_listed(name, self.field)):
                self._seen.perhaps[name] = sign
            elif "," in name:
                self._seen.whole[name] = None
        return names

    def _may_be_marked(self, text: str) -> bool:
        """Whether a text ends as with the mark of a footnote: in digits behind a letter, or a letter behind a blank."""
        before = text[-2:-1]
        last = text[-3:-2] if before.isdigit() else before
        return self.field == "member" and (last.isalpha() or last.isspace())

    def _parts(self, text: str) -> list[str]:
        """The cell in parts, one for each name."""
        if "&" in text and ";" in text:
            text = unescape(text)
        if "none" in self.signs:
            return [text]
        if "\n" in text or "\r" in text:
            text = _WRAPPED.sub(lambda match: f"{match[1] or ''} ", text.strip())
        if (array := listed(text.strip())) is not None:
            return array
        parts = enumerated(text) or [text.strip()]
        if len(parts) > 1 and any(map(str.isalnum, text.split()[0])):
            self._taking.listed(text.strip())
        parts = [part for each in parts for part in self._at_signs(each)]
        for sign in self.signs:
            more = [part for each in parts for part in self._at_given(each, sign)]
            self.sign_used = self.sign_used or len(more) > len(parts)
            parts = more
        if self.slashes:
            parts = [part for each in parts for part in parts_uncut(each, "/", self.field)]
        # Where semicolons part names, a comma is within one: "Forum for Trade, Transit and Ports; NATO".
        at_commas = self._lists.parted if self.commas and len(parts) == 1 else self._lists.names_in
        parts = [part for each in parts for part in at_commas(each)]
        return [part for each in parts for part in names_in(each, self.field)]

    def _at_signs(self, text: str) -> list[str]:
        """The parts between semicolons and the like; what only says of which form a firm is belongs to the part before."""
        parts = parts_of(text)
        if len(parts) > 1 and (any(map(_FORM_OF_FIRM.fullmatch, parts[1:])) or self._in_one_name(text.strip(), parts)):
            return [text]
        if len(parts) > 1 and self.field == "organization":
            self._seen.parted[text] = [part for part in parts if part]
        return parts

    def _at_given(self, text: str, sign: str) -> list[str]:
        """The parts of a text at a separator of the user's.

        A word parts names, but stands within them as well ("Council of Arts and Letters"): where it is seen to part names
        that stand elsewhere, what has no such name beside it is kept whole, which is told.
        """
        parts = self._lists.parted(text) if sign.strip() == "," else parts_uncut(text, sign, self.field)
        if len(parts) < len(part_at(text, sign)) and sign.strip() != ",":
            self._seen.uncut[text.strip()] = sign
        if len(parts) < 2 or not is_word(sign):
            return parts
        if sign in self._proven and not any(map(self._lists.is_name, parts)):
            self._seen.kept[text.strip()] = sign
            return [text]
        return parts

    def _learn_names(self, texts: Sequence[str]) -> None:
        """Which names stand alone or in lists, and which words of the user's are seen to part such names."""
        pieces = set[str]()
        for text in texts:
            parts = parts_of(text)
            one = len(parts) > 1 and self._in_one_name(text.strip(), parts)
            pieces.update([text.strip()] if one else map(str.strip, parts))
        for sign in {*self.signs, *[","] * self.commas, *["/"] * self.slashes}:
            if not is_word(sign):
                pieces = {piece for each in pieces for piece in listed_names(each, sign)}
        self._lists.learn(pieces)
        words = [sign for sign in self.signs if is_word(sign)]
        self._proven = {
            sign
            for sign in words
            if any(len(parts := part_at(piece, sign)) > 1 and all(map(self._lists.is_name, parts)) for piece in pieces)
        }

    def _marked_so(self, text: str, named: Named) -> Named:
        """A name in the role that its mark stands for, as a note in the table says: "Mongolia*", "* observer state"."""
        if not self.marks or named.role:
            return named
        behind = text[text.find(named.name) + len(named.name) :]
        marks = marks_behind(behind, self.marks)
        for mark in marks or (_PLAIN_MARK.findall(behind) if _PLAIN_MARKS.fullmatch(behind) else ()):
            if meaning := self.marks.get(mark):
                if (meant := self._meant(named, meaning)) is not named:
                    self._seen.meant[f"{mark} is {meaning!r}"] = None
                if meant.role == word(meaning):
                    self.meant_roles[meant.role] = mark
                return meant
        return named

    def _meant(self, named: Named, note: str) -> Named:
        """A name with what a note says of it; the name alone if the note is of the past and says no date."""
        said = word(note)
        if said in self.cells.given:
            return named._replace(role=self.cells.given_role(said) or "", said=note)
        plain = _PAST.sub("", note)
        if (dated := self.cells.status(plain)) is not None:  # "left in 2005"
            role = dated.role if dated.role != "full" else ""
            return named._replace(role=role, spans=dated.spans, roles=dated.roles, said=note)
        if (behind := self._brackets.read(f"{named.name} ({plain})")).spans:  # "candidate until 2004"
            return behind._replace(said=note)
        return named if plain != note else named._replace(role=role_named(said) or said, said=note)

    def _told(self, text: str) -> Named:
        """A name and what its brackets say, unless names are to be kept as they are written."""
        named = self._brackets.read(text)
        if named.name == text:
            return named
        if self._literal:
            self._taking.changed = True
            return Named(text)
        self._seen.bracketed[text] = named.name
        return named

    @property
    def kept(self) -> bool:
        """Whether a name was kept as it is written that would else be read otherwise."""
        return self._taking.changed

    def _in_one_name(self, text: str, parts: Sequence[str]) -> str:
        """The sign between the two parts of a cell, if nothing says that it parts names; "" if they are several.

        Names are what stands elsewhere or is in the list, has a role behind it, or is called after a body in each part.
        """
        if (sign := self._whole.get(text)) is not None:
            return sign
        pattern = _BAR_OR_STOP if self.field == "organization" and not self._of_lists else _BAR
        match = pattern.search(text) if len(parts) == 2 and all(parts) and len(self._standing) > 2 else None
        if match is not None:
            names = [*parts, *map(called, parts)]
            own = Counter(_names_between(text)) if text in self._texts else Counter[str]()
            listed = (
                parts[0] != called(parts[0])
                or any(self._standing[name] > own[name] or is_known(name, self.field) for name in names)
                or all(says_body(part.split()) for part in parts)
            )
            # A name with a semicolon is rare, and two of them in one column are none.
            listed = listed or (";" in match[0] and any(";" in other for other in self._texts - {text}))
            match = None if listed else match
        self._whole[text] = match[0].strip() if match else ""
        return self._whole[text]

    def unparted(self) -> tuple[list[str], list[str]]:
        """The texts that were read as one name: those that may be several, and the others with commas.

        Returns
        -------
        tuple of (list of str, list of str)
        """
        self._seen.perhaps |= self._lists.unclear
        return self._seen.unparted()

    def say(self, report: Report, same: Container[str] = ()) -> None:
        """Tell what was made of the names.

        Parameters
        ----------
        report : Report
            What is told of the table.
        same : container of str
            The names of which the user says who they are.
        """
        self._seen.perhaps |= self._lists.unclear
        self._seen.say(report, tuple(self.signs), literal=self._literal, person=self._person, same=same)
        self._taking.say(report)


def _names_between(text: str) -> set[str]:
    """What stands between signs and commas in a cell."""
    return {part.strip() for part in _ANY_SIGN.split(text)}
