"""What a row of a table says of memberships."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace

from ..cells.cell_words import DENIED, MISSING, NO, SKIP, YES, denies, flag_of
from ..cells.in_turn import spelled_out
from ..cells.said import Said
from ..dates.edge_words import LEFT_OUT
from ..important import Important
from ..mistakes import Wrong
from ..row import NO_MORE, Row, new_row
from .behind_names import BehindNames
from .cell_names import Named
from .dates_together import Spans, ends_too_early, may_go_on
from .nearest_roles import NearestRoles
from .no_membership import NoMembership
from .row_dates import RowDates
from .row_details import RowDetails
from .row_names import RowNames
from .table_in_hand import TableInHand
from .without_role import WithoutRole

__all__ = ["RowMeaning"]

_EMPTY = Said(NO)


_HOLDS = {NO: Said(NO), MISSING: Said(MISSING)}


def _kept_as(said: Said, text: str) -> str:
    """What is kept of a cell: that it denies a membership, where it says no in so many words."""
    return DENIED if said.holds == NO and denies(text) else said.holds


class RowMeaning:
    """Reads what a row says of memberships, by the layout of its table.

    Parameters
    ----------
    table : TableInHand
        The table.
    sample : sequence of rows
        Its first rows.
    """

    def __init__(self, table: TableInHand, sample: Sequence[Sequence[str]]) -> None:
        self._table = table
        self._asked: set[str] = set()  # the words of the row that are no known roles
        self._dates = RowDates(table, sample)
        self.names = RowNames(table, sample)
        self._nearest = NearestRoles(table.cells, "row" if table.plan.layout == "rows" else "cell")
        self._details = RowDetails(table)
        self._behind = BehindNames(table, self._nearest, self._asked)
        fields = table.plan.fields
        self._no_membership = NoMembership(table, sample)
        self._without_role = WithoutRole(table)
        plain = fields.keys() <= {"member", "organization", "role", "start", "end"}
        plain = plain and not table.plan.role_of_all
        plain = (
            plain and not table.plan.before and not table.plan.signed and {"member", "organization"} <= fields.keys()
        )
        self.read: Callable[[int, list[str]], Iterable[Row]] = {
            "rows": self._plainly() if plain else self._long,
            "bodies": self._wide,
            "members": self._wide,
            "years": self._years,
        }[table.plan.layout]
        """The memberships of a row, by its number and its cells."""

    def say(self) -> None:
        """Tell the table's report what was made of names and dates, and of cells without an answer."""
        self._no_membership.say()
        self._nearest.say(self._table.report)
        self._without_role.say()
        self._dates.say()
        self.names.say()

    def _plainly(self) -> Callable[[int, list[str]], Iterable[Row]]:
        """What reads the rows of a plain table: each text is understood once, and then known."""
        fields = self._table.plan.fields
        member_at, body_at = fields["member"], fields["organization"]
        role_at, start_at, end_at = (fields.get(name, -1) for name in ("role", "start", "end"))
        members: dict[str, str] = {}
        bodies: dict[str, str] = {}
        roles: dict[str, str] = {}
        starts: dict[str, str] = {}
        ends: dict[str, str] = {}

        def new_member(number: int, cells: list[str]) -> str:
            """A member in a row of which all else is known; "" if its cell says more than a name."""
            if self._table.options.fill_down:
                return ""
            named = self.names.named(number, cells, "member")
            if len(named) > 1 or named[0].role or named[0].spans:
                return ""
            members[cells[member_at]] = named[0].name
            return named[0].name

        worded: set[str] = set()
        """The texts that stand for no start or no end, and are no empty cells."""

        near: set[str] = set()
        """The words for roles that are counted in each row, since they were read as the nearest one."""

        blank = self._without_role.again

        def count_words(cells: list[str]) -> None:
            for edge, at in (("start", start_at), ("end", end_at)):
                if at >= 0 and cells[at] in worded:
                    self._dates.edges.words.again(edge, cells[at])

        def read(number: int, cells: list[str]) -> Iterable[Row]:
            try:
                start = starts[cells[start_at]] if start_at >= 0 else ""
                end = ends[cells[end_at]] if end_at >= 0 else ""
                role = roles[cells[role_at]] if role_at >= 0 else "full"
                body = bodies[cells[body_at]]
                member = members.get(cells[member_at]) or new_member(number, cells)
                if member and (not end or start <= end + "~"):
                    if worded and ((not start and start_at >= 0) or (not end and end_at >= 0)):
                        count_words(cells)
                    if near and role_at >= 0 and cells[role_at] in near:
                        self._nearest.count(number, cells[role_at])
                    if blank and role_at >= 0 and cells[role_at] in blank:
                        blank[cells[role_at]] += 1
                    return (new_row(Row, (number, member, body, role, start, end, *NO_MORE)),)
            except (KeyError, IndexError):
                pass
            found = list(self._long(number, cells))
            whole = len(cells) >= len(self._table.header)  # rows may lack their last cells
            if whole and role_at >= 0 and self._table.cells.role(cells[role_at].strip()) == "":
                return found
            if whole and len(found) == 1 and found[0].holds == YES:
                row = found[0]
                if not self.names.says_more(cells, member_at, body_at):
                    members[cells[member_at]], bodies[cells[body_at]] = row.member, row.organization
                if role_at < 0 or self._table.cells.role(cells[role_at].strip()) == row.role:
                    roles[cells[role_at]] = row.role
                    if role_at >= 0 and self._table.cells.nearest(cells[role_at].strip()):
                        near.add(cells[role_at])
                    if role_at >= 0 and self._without_role.says_none(cells[role_at].strip()):
                        blank.setdefault(cells[role_at], 0)
                # A cell with both ends of a span is not remembered, since the other cell may not fit to it.
                if not (start_at >= 0 and end_at < 0 and row.end) and not (row.start and start_at < 0):
                    starts[cells[start_at]], ends[cells[end_at]] = row.start, row.end
                    edges = ((start_at, row.start), (end_at, row.end))
                    worded.update(cells[at] for at, date in edges if at >= 0 and not date and cells[at].strip())
            return found

        return read

    def _long(self, number: int, cells: list[str]) -> Iterable[Row]:
        """A row that is one membership, or several if a cell names several."""
        bodies, members = self.names.named(number, cells, "organization"), self.names.named(number, cells, "member")
        self._asked.clear()
        role, status = self._role(number, cells)
        if role == SKIP:
            return ()
        said = self._flag(number, cells, role)
        if said.holds == SKIP:
            return ()
        kept = DENIED if said.holds == NO and self._denies(cells) else said.holds
        spans, said, told = self._with_status(number, cells, said, said if said.spans else status)
        more = self._details.of_row(number, cells)
        found = []
        for body in bodies:
            for member in members:
                shown, dates, turns = self._behind.joined(
                    number, (body, member), said.role, spans, told, listed=len(bodies) * len(members) > 1
                )
                for as_what, start, end in self._in_roles(number, shown, dates, turns):
                    # Who is said to be no member and to have left was one, which "no" alone does not deny.
                    holds = said.holds if end else kept
                    found.append(Row(number, member.name, body.name, as_what, start, end, holds=holds, **more))  # type: ignore[arg-type]
        if said.holds == NO and any(row.end for row in found) and "flag" in self._table.plan.fields:
            self._no_membership.count_ended()
        self._without_role.count(cells, found)
        if self._asked and not all(row.end for row in found):
            self._table.going_on |= self._asked
        return found

    def _with_status(self, number: int, cells: Sequence[str], said: Said, told: Said) -> tuple[Spans, Said, Said]:
        """The spans of a row, what it says, and what a cell of it tells of several roles.

        The role that is told of an earlier membership is not that of the row: "observer until 1991" beside a start of
        1991.
        """
        own = self._dates.spans(number, cells)
        course = self._dates.with_status(number, cells, told, own)
        text = self._table.cell(cells, self._dates.told_in(cells, told)) if told.spans else ""
        if course.roles and not told.roles:
            said = replace(said, role="full" if said.role == told.role else said.role)
            told = Said(YES, "full", tuple(course.spans), course.roles)
            self._table.cells.several[text] = spelled_out(told)
        elif may_go_on(told, own):
            self._table.say_ended(text, told, own)
        return course.spans, said, told

    def _flag(self, number: int, cells: Sequence[str], role: str) -> Said:
        """Whether a row is a membership at all, and in which role, by its flag and its role."""
        said = _HOLDS.get(role) or Said(YES, role)
        if "flag" in self._table.plan.fields:
            text = self._table.cell(cells, "flag")
            flag = self._answer(number, self._table.plan.fields["flag"], text)
            if flag is None:
                self._refuse_if_asked(number, self._table.plan.fields["flag"], text)
                raise Wrong(
                    f"row {number}, column {self._table.column('flag')}: {text!r} is neither yes nor no; if it"
                    f' says that there is none, leave its rows out with: --role "{text}=skip";'
                    f' else: --role "{text}=full"'
                )
            self._no_membership.count_flag(text, flag)
            lesser = said.holds == YES and said.role != "full" and self._role_flag(cells) == said.role
            # "member: no, observer: yes" is an observer.
            if said.holds == YES and not (lesser and flag.holds == NO):
                said = Said(flag.holds, said.role if flag.role == "full" else flag.role, flag.spans, flag.roles)
        if said.holds == NO:
            self._table.report.no += 1
        elif said.holds == MISSING:
            self._table.report.missing += 1
        return said

    def _refuse_if_asked(self, number: int, at: int, text: str) -> None:
        """Refuse a cell with a date of which something has to be said first, in the words of a column of dates."""
        if asked := self._table.cells.asked(text):
            raise Wrong(f"{self._table.place(number, at)}: {asked}")

    def _denies(self, cells: Sequence[str]) -> bool:
        """Whether a row that is read as no says so in its flag or its role."""
        if "flag" in self._table.plan.fields:
            return denies(self._table.cell(cells, "flag"))
        text = self._table.role_said(cells)[0]
        return text is not None and denies(text)

    def _answer(self, number: int, at: int, text: str) -> Said | None:
        """What a cell says; nothing beside others that say no is not known, rather than one more no."""
        said = self._table.cells.cell(text) if text else _EMPTY
        if said is not None and said.holds == YES:
            self._nearest.count(number, text, at)
        elif said is not None and said.holds == SKIP:
            self._table.report.skipped[text] += 1
        if self._no_membership.unsaid(at, text, said is not None and said.holds == MISSING):
            return _HOLDS[MISSING]
        return said

    def _role(self, number: int, cells: Sequence[str]) -> tuple[str, Said]:
        """The role of a row, and what stands beside it in its cell or among its remarks ("member since 1999")."""
        fields = self._table.plan.fields
        remark = self._remark(cells) if "remarks" in fields else _EMPTY
        if remark.spans:
            self._nearest.count(number, self._table.cell(cells, "remarks"))
        if flag := self._role_flag(cells):
            return flag, remark
        text, place = self._table.role_said(cells)
        if text is None:
            return remark.role, remark
        role = self._table.cells.role(text)
        if not role and (said := self._table.cells.status(text)):
            self._nearest.count(number, text)
            return said.role, said
        if not role:
            if "role" in fields:
                self._refuse_if_asked(number, fields["role"], text)
            self._table.unknown.setdefault(text, (number, place))
            self._table.report.unknown[text] += 1
            self._asked.add(text)
            return "full", remark
        self._nearest.count(number, text)
        if role == SKIP:
            self._table.report.skipped[text] += 1
        elif remark.roles and role not in (remark.roles[-1] or "full", "full"):
            raise Wrong(
                f"row {number}: {place} says {text!r}, and column"
                f" {self._table.column('remarks')} says {self._table.cell(cells, 'remarks')!r}"
            )
        return role, remark

    def _remark(self, cells: Sequence[str]) -> Said:
        """What a row's remarks say of its membership; nothing if they are of something else."""
        return self._table.cells.status(self._table.cell(cells, "remarks")) or _EMPTY

    def _role_flag(self, cells: Sequence[str]) -> str:
        """The role that a column of its own says, such as "observer" with yes and no."""
        for role in ("observer", "associate"):
            text = self._table.cell(cells, role) if role in self._table.plan.fields else ""
            if text and (said := self._table.cells.cell(text)) is not None and said.holds == YES:
                return role
        return ""

    def _wide(self, number: int, cells: list[str]) -> Iterable[Row]:
        """A row with a column for each body, or for each member."""
        by_body = self._table.plan.layout == "bodies"
        named = self.names.named(number, cells, "member" if by_body else "organization")
        (role, status), more = self._role(number, cells), self._details.of_row(number, cells)
        spans, own, status = self._with_status(number, cells, Said(YES, role), status)
        role = own.role
        if role == SKIP:
            return ()
        found = []
        for at, other in self._table.plan.wide.items():
            text = cells[at] if at < len(cells) else ""
            said = self._said(number, at, text)
            if said.holds == SKIP:
                continue
            if said.holds == NO:
                self._table.report.no += 1
            elif said.holds == MISSING:
                self._table.report.missing += 1
            shown = said.role if said.role != "full" or role in (NO, MISSING) else role
            kept = _kept_as(said, text)
            for name in named:
                member, body = (name.name, other) if by_body else (other, name.name)
                told = said if said.spans else status
                called, dates, turns = self._behind.joined(number, (name,), shown, said.spans or spans, told)
                for as_what, start, end in self._in_roles(number, called, dates, turns):
                    holds = said.holds if start or end else kept
                    found.append(Row(number, member, body, as_what, start, end, holds=holds, **more))  # type: ignore[arg-type]
        for body, of_body, span in self._of_edges(number, cells) if by_body else ():
            for name in named:
                shown = of_body or (role if role not in (NO, MISSING) else "full")
                for as_what, *edges in self._in_roles(
                    number, *self._behind.joined(number, (name,), shown, (span,), _EMPTY)
                ):
                    found.append(Row(number, name.name, body, as_what, *edges, **more))  # type: ignore[arg-type]
        for name in named:
            self._say_of_all(name, {(row.member, row.organization) for row in found if row.holds == YES}, by_body)
        return found

    def _say_of_all(self, name: Named, pairs: Set[tuple[str, str]], by_body: bool) -> None:
        """Tell that what stands behind a name was read for all of its row, of which it may be true of one only."""
        beside = [pair for pair in pairs if pair[0 if by_body else 1] == name.name]
        if (name.role or name.spans) and len(beside) > 1:
            each = "bodies" if by_body else "members"
            told = name.said or name.role or "a date"
            said = f"{told!r}, which is said of {name.name!r}, was read for each of its {each}"
            self._table.dates.seen[Important(f"{said}; if it is of one, write it in the cell of that one")] = None

    def _said(self, number: int, at: int, text: str) -> Said:
        said = self._answer(number, at, text.strip())
        if said is None:
            self._refuse_if_asked(number, at, text.strip())
            self._table.unknown.setdefault(text.strip(), (number, f"column {self._table.plan.header[at]}"))
            self._table.report.unknown[text.strip()] += 1
            return _EMPTY
        return said

    def _years(self, number: int, cells: list[str]) -> Iterable[Row]:
        """A row with a column for each year."""
        found = []
        (role, _), more = self._role(number, cells), self._details.of_row(number, cells)
        for body in self.names.named(number, cells, "organization"):
            for member in self.names.named(number, cells, "member"):
                for at, year in self._table.plan.wide.items():
                    text = cells[at] if at < len(cells) else ""
                    said = self._said(number, at, text)
                    if said.holds == SKIP:
                        continue
                    shown = said.role if said.role != "full" else role
                    shown = self._behind.in_year(number, (body, member), shown, year)
                    if shown == SKIP:
                        continue
                    holds = _kept_as(said, text)
                    found.append(Row(number, member.name, body.name, shown, year, year, holds=holds, **more))  # type: ignore[arg-type]
        return found

    def _of_edges(self, number: int, cells: Sequence[str]) -> Iterator[tuple[str, str, tuple[str, str]]]:
        """The bodies whose starts and ends have columns of their own, where a row has one of them, each with a role."""
        for body, edges in self._table.plan.edges.items():
            texts = {edge: cells[at].strip() for edge, at in edges.items() if at < len(cells)}
            if not any(texts.values()) or all(flag_of(text) in (NO, MISSING) for text in texts.values()):
                continue
            role = self._role_in(number, edges["role"], texts.pop("role", "")) if "role" in edges else ""
            if role in (SKIP, NO, MISSING):
                continue
            dates = {
                edge: self._dates.edges.of_body(number, self._table.plan.header[edges[edge]], edge, text)
                for edge, text in texts.items()
            }
            start, end = dates.get("start", ""), dates.get("end", "")
            if ends_too_early(start, end):
                raise Wrong(f"row {number}, {body}: the membership ends ({end}) before it begins ({start})")
            if end in LEFT_OUT:
                self._table.report.skipped[LEFT_OUT[end]] += 1
                continue
            yield body, role, (start, end)

    def _role_in(self, number: int, at: int, text: str) -> str:
        """The role in one body, by its own column; "" if it says none."""
        role = self._table.cells.role(text) if text else ""
        if text and not role:
            self._table.unknown.setdefault(text, (number, f"column {self._table.plan.header[at]}"))
            self._table.report.unknown[text] += 1
        elif role == SKIP:
            self._table.report.skipped[text] += 1
        elif role in (NO, MISSING):
            self._table.report.no += 1
        elif role:
            self._nearest.count(number, text, at)
        return role

    def _in_roles(self, number: int, role: str, dates: Spans, told: Said) -> Iterator[tuple[str, str, str]]:
        """The role, the start and the end of each membership; none if they are to be left out."""
        if role == SKIP:
            return
        if told.roles and role not in (*told.roles, "full", NO, MISSING):
            raise Wrong(f"row {number}: one cell says {role}, and another {' and '.join(told.roles)}")
        for at, (start, end) in enumerate(dates):
            if end in LEFT_OUT:
                self._table.report.skipped[LEFT_OUT[end]] += 1
                continue
            yield (told.roles[at] or "full" if told.roles else role), start, end
