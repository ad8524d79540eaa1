"""What a table has: a row for each membership, or a column for each body, each member or each year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

from ...amounts import shortened
from ...errors import InvalidRequest
from ..cells.cell_marks import unmarked
from ..cells.cell_words import UNKNOWN, flag_of
from ..names.known_names import states_in
from ..table_options import in_quotes, map_option
from .coded_otherwise import refuse_other_codings
from .column import Column
from .columns import Columns
from .dates.starts_and_ends import give_dates_to_bodies
from .figures import refuse_figures_by_year
from .flag_names import of_memberships
from .headless import is_whole_date, refuse_headless
from .keys import NOT_BODIES, YEAR_OF_BODY, entity_name, key_of, turned
from .members.other_subjects import refuse_traits
from .members.people import ask_of_people, is_of_person
from .members.people_unnamed import people_left
from .missing_ends import NoBody, map_each, refuse_without
from .named_bodies import body_called, called_after_body, capitals_tell, has_role_words, in_brackets, is_listed
from .unread_flags import refuse_unknown_words, ways_to_say
from .words.column_words import BEFORE_WORD, END_WORD, START_WORD, edge_of
from .words.people_words import POSTS, called_after

__all__ = ["find_layout"]

_YEAR = re.compile(r"(?:x|y|yr)?[12]\d{3}")


_BODY_AND_YEAR = re.compile(r"(.*[^\W\d_].*?)[ _.-]+((?:1[89]|20)\d\d)")


def find_layout(table: Columns) -> None:
    """Rows, or a column for each body, member or year; refused if it is none of these."""
    refuse_headless(table)
    has_member, has_body = "member" in table.fields, "organization" in table.fields or bool(table.organization)
    _refuse_dates_as_bodies(table)
    if has_member and has_body and not table.given_wide:
        _learn_pairs(table)
        years = _year_columns(table)
        if len(years) > 1 and not table.found.observed:
            _refuse_odd_years(table, years)
            table.found.layout = "years"
            table.found.wide = {c.at: c.key[-4:] for c in years}
        return
    if has_member or has_body:
        _refuse_years_of_nothing(table)
        _learn_pairs(table)
        _refuse_letters(table)
        refuse_unknown_words(table)
        may_be = [c for c in table.columns if table.free(c) and c.named and _fits(table, c)]
        wide = _wide_columns(table, may_be, of_members=not has_member)
        if has_member and table.found.edges:
            give_dates_to_bodies(table)
            table.found.layout = "bodies"
            table.found.wide = {c.at: body_called(c.name) for c in wide}
            return
        _refuse_if_named(table, wide)
        if has_member:
            _ask_if_people(table, wide or may_be)
        if {"ccode", "year", "state"} <= table.by_key.keys() and has_member and not table.given_wide:
            refuse_without(table, "organization")  # its cells are codes, which the reader of COW IGO knows
        if len(wide) >= (1 if has_member else 2):
            table.found.layout = "bodies" if has_member else "members"
            table.found.wide = {c.at: body_called(c.name) for c in wide}
            if not has_member and all(len(name) == 3 and name.isalpha() for name in table.found.wide.values()):
                table.found.wide = {at: name.upper() for at, name in table.found.wide.items()}  # codes of states
            if has_member and _states_on_top(table, wide):
                table.found.layout = "members"
                table.fields["organization"] = table.fields.pop("member")
            return
        if not has_member:
            _refuse_years_without_members(table)
        if not has_body:
            _refuse_numbered(table)
            refuse_traits(table, may_be)
        may_be = [c for c in may_be if c.flags or c.years or not c.numbers]
        if may_be and not _labelled(table):
            _refuse_unnamed(table, may_be, "organization" if has_member else "member")
    refuse_without(table, "member" if not has_member else "organization")


def _ask_if_people(table: Columns, wide: Sequence[Column]) -> None:
    """Columns of yes and no may be of the people who are named beside states."""
    people = people_left(table, called=True)
    if people is not None and called_after(people.key) not in POSTS and wide:
        states = table.columns[table.fields["member"]]
        raise ask_of_people(table, people, states, map_each(wide, "organization"))


def _labelled(table: Columns) -> bool:
    """Whether a column that is not decided yet has names in it, which are no codes of the members."""
    return any(table.free(c) and table.labels(c) and not table.codes_of_members(c) for c in table.columns)


def _learn_pairs(table: Columns) -> None:
    """Words and signs that say yes and no beside each other only, if they are the same in all columns: ○ and ×."""
    found: dict[str, str] = {}
    pairs = [column for column in table.columns if table.free(column) and column.pair]
    if any(found.setdefault(each, said) != said for column in pairs for each, said in column.pair.items()):
        return
    for pair in {tuple(sorted(column.pair)): column for column in reversed(pairs)}.values():
        table.learn_pair(pair)


def _year_columns(table: Columns) -> list[Column]:
    """The columns that are called after years and have something in them."""
    return [c for c in table.columns if table.free(c) and _YEAR.fullmatch(c.key) and c.cells]


def _refuse_dates_as_bodies(table: Columns) -> None:
    """A column of dates is no column of bodies, whatever it is called."""
    column = table.column_of("organization")
    if column is None or not column.cells or not all(map(is_whole_date, column.distinct)):
        return
    raise NoBody(
        f"{table.where}: column {column.name!r} has dates in it ({column.cells[0]!r}), and no names of bodies; if they say since"
        f" when each is in one body, say: --organization NAME {map_option(column.name, 'start')}"
    )


def _wide_columns(table: Columns, may_be: Sequence[Column], *, of_members: bool) -> list[Column]:
    """Of the columns that may be bodies or members, those that are called after one; the others are said."""
    if of_members or _states_on_top(table, may_be):
        known = [c for c in may_be if c in table.given_wide or _called_after_state(c)]
        wide = [c for c in may_be if c in known or (known and c.name[:1].isupper())]
    else:
        capitals = capitals_tell(table.header)
        wide = [
            c
            for c in may_be
            if c in table.given_wide or has_role_words(c) or called_after_body(c.name, capitals=capitals)
        ]
    refuse_other_codings(table, wide)
    for column in wide:
        _refuse_if_odd(table, column)
    if dated := [column.name for column in wide if not of_members and YEAR_OF_BODY.search(column.name)]:
        shown = ", ".join(map(repr, dated))
        table.found.notes.append(f"the year behind the name in {shown} is the body's own, and was not read as a start")
    for column in may_be if wide else ():
        if column not in wide:
            field = "member" if of_members else "organization"
            of_year = _BODY_AND_YEAR.fullmatch(column.name)
            table.found.unread[column.at] = (
                f'if it says who joined {of_year[1]} in {of_year[2]}, rename it to "{of_year[1]} joined {of_year[2]}"'
                if of_year and column.flags and not of_members
                else f"if it is a {'member' if of_members else 'body'}, say {map_option(column.name, field)}"
            )
    return wide


def _states_on_top(table: Columns, wide: Sequence[Column]) -> bool:
    """Whether the columns are states and the rows are not, whatever the first column is called."""
    members = table.columns[table.fields["member"]]
    columns = [unmarked(entity_name(c.name)) for c in wide]
    if members.codes or len(columns) < 2 or states_in(columns) < 1 or states_in(members.distinct) > 0:
        return False
    table.found.notes.append(f"the columns are states, so {members.name!r} was read as the organization")
    return True


def _refuse_odd_years(table: Columns, years: Sequence[Column]) -> None:
    """Columns called after years that have neither flags nor roles in them."""
    refuse_figures_by_year(table, years)
    words = list(dict.fromkeys(cell for column in years for cell in column.cells if table.cells.cell(cell) is None))
    if 0 < len(words) < 3:
        raise InvalidRequest(
            f"{table.where}: columns such as {years[0].name!r} are years, but {shortened(map(repr, words))}"
            f" {'says' if len(words) == 1 else 'say'} neither yes nor no; {ways_to_say(words)}"
        )
    for column in years:
        odd = next((c for c in column.cells if flag_of(c) == UNKNOWN and not table.cells.role(c) and c != "-1"), "")
        if odd:
            raise InvalidRequest(
                f"{table.where}: columns such as {column.name!r} are years, but {odd!r} says neither yes nor no nor a role;"
                f' say what it is, for example: --role "{odd}=skip", or leave a column out with: {map_option(column.name, "ignore")}'
            )


def _refuse_years_of_nothing(table: Columns) -> None:
    """Columns called after years in a table that does not say of which body: a year is none."""
    years = _year_columns(table)
    if len(years) < 2 or "member" not in table.fields:
        return
    refuse_figures_by_year(table, years)
    named = [
        c for c in table.columns if table.free(c) and table.labels(c) and not c.codes and not NOT_BODIES.search(c.key)
    ]
    way_out = f"say: {map_option(named[0].name, 'organization')}, or " if named else ""
    first, last = years[0].name, years[-1].name
    if in_cells := [c for c in named if c in years]:
        raise NoBody(
            f"{table.where}: its columns {first} to {last} are years with words in them, such as {in_cells[0].cells[0]!r}; if these"
            f" say what each row was in, say: {map_option(in_cells[0].name, 'organization')}, which holds for all of these columns; if all"
            f" rows are of one body, say --organization NAME"
        )
    raise NoBody(
        f"{table.where}: its columns {first} to {last} are years, but no column says of which body"
        f"{f', unless {named[0].name!r} does' if named else ''}; {way_out}{'' if way_out else 'say: '}--organization NAME"
    )


def _refuse_years_without_members(table: Columns) -> None:
    """Columns called after years in a table of bodies that names no members, unless they are in its cells."""
    years = _year_columns(table)
    if len(years) < 2:
        return
    raise InvalidRequest(
        f"{table.where}: its columns {years[0].name} to {years[-1].name} are years, but no column says which members; if one"
        " does, say: --map COLUMN=member; if the members are listed below the years, part their names or codes by commas"
    )


def _refuse_numbered(table: Columns) -> None:
    """Years of alliances that have numbers: of ATOP and COW, without the dates by which their readers know them."""
    for key in ("atopid", "version4id"):
        if "year" in table.by_key and (found := table.by_key.get(key)):
            raise InvalidRequest(
                f"{table.where} has numbers of alliances ({found[0].name}) and a row for each year; to have years joined to"
                f" spans, say: --map {found[0].name}=organization"
            )


def _refuse_letters(table: Columns) -> None:
    """Columns of letters are bodies, but what the letters say has to be told: M, A, O."""
    fits = [c for c in table.columns if table.free(c) and c.named and _letters(table, c)]
    if len(fits) < 2 or "member" not in table.fields:
        return
    letters = list(
        dict.fromkeys(cell for column in fits for cell in column.cells if cell in table.not_understood(column))
    )
    if not letters or len(letters) > 8:
        return
    raise InvalidRequest(
        f"{table.where}: columns such as {fits[0].name!r} may be bodies, but their cells are letters: {', '.join(letters)};"
        f' say of each what it is, for example: --role "{letters[0]}=full" or ="associate", ="observer", ="skip"'
    )


def _letters(table: Columns, column: Column) -> bool:
    """Whether a column has a few letters in it, some of them again and again, and perhaps flags."""
    if NOT_BODIES.search(column.key) or not column.cells or column.flags:
        return False
    short = all(len(cell) <= 2 and cell.isalpha() for cell in table.not_understood(column))
    return short and len(column.distinct) < max(4, len(column.cells))


def _refuse_if_named(table: Columns, wide: Sequence[Column]) -> None:
    """Dates beside a column of names may be those of the body that is named in it, rather than a body's own."""
    if not wide or any(c.flags for c in wide) or "organization" in table.fields or "member" not in table.fields:
        return
    names = [c for c in table.columns if table.free(c) and c not in wide and table.labels(c)]
    names = [c for c in names if not NOT_BODIES.search(c.key) and len(c.distinct) < len(c.cells)]
    if names and len(wide) < 3:
        raise InvalidRequest(
            f"{table.where}: the organization may be in column {names[0].name!r}, or {wide[0].name!r} may be one; say which:"
            f" {map_option(names[0].name, 'organization')} or {map_option(names[0].name, 'ignore')}"
        )


def _called_after_state(column: Column) -> bool:
    from ...model.known.authority import authority

    name = unmarked(entity_name(column.name))
    return states_in([name]) > 0 or bool(authority().meanings_of_code(name.upper(), ("iso3", "cowAbbreviation")))


def _fits(table: Columns, column: Column) -> bool:
    """Whether at least half of a column's cells say whether or since when something is a member."""
    if column in table.given_wide:
        return True
    if not column.cells or column.urls or is_whole_date(column.name) or is_of_person(column):
        return False
    if not any(map(str.isalpha, column.name)):
        return False  # "2014-2019" is called after years, and not after a body
    if NOT_BODIES.search(column.key) and not _named_all_the_same(column.name):
        return False
    starts = column.flags and edge_of(column.name, column.key)[0] == "start" and not any(map(str.isdigit, column.name))
    if starts and called_after_body(column.name):
        return True  # "EU joined", with yes and no
    if BEFORE_WORD.search(column.key) or START_WORD.search(column.key) or END_WORD.search(column.key):
        return False  # "signature", "retrait": what happened, and no body
    odd = table.not_understood(column)
    return not odd or (2 * len(odd) <= len(column.distinct) and not column.numbers)


def _named_all_the_same(name: str) -> bool:
    """Whether a column is called after a body, although its name has a word of something else: "Alpha Pact dummy"."""
    if in_brackets(name) or is_listed(name):
        return True
    called = entity_name(name)
    return not NOT_BODIES.search(key_of(called)) and called_after_body(called)


def _refuse_if_odd(table: Columns, column: Column) -> None:
    if odd := table.not_understood(column):
        shown = shortened(map(repr, odd), 5)
        raise InvalidRequest(
            f"{table.where}: column {column.name!r} may be a body, but not all its cells are understood: {shown}; say what"
            f' they are, for example: --role "{odd[0]}=skip"{_other_roles(odd[0])} or ="full"; if it is no body: {map_option(column.name, "ignore")}'
        )


def _other_roles(text: str) -> str:
    """The lesser roles that a cell may be said to be, if it has words."""
    return ', ="observer", ="associate"' if any(map(str.isalpha, text)) else ""


def _refuse_unnamed(table: Columns, may_be: Sequence[Column], wanted: str) -> NoReturn:
    """No column that may be a body or a member is called after one that is known."""
    if len(may_be) == 1 and may_be[0].flags and wanted == "organization" and not turned(may_be[0].key):
        name = may_be[0].name
        if of_year := _BODY_AND_YEAR.fullmatch(name):
            raise NoBody(
                f"{table.where}: column {name!r} may say who was in {of_year[1]} in {of_year[2]}, who joined it then, or something"
                f" else; if who was in it: --organization {in_quotes(of_year[1])} {map_option(name, 'flag')} --date {of_year[2]}; if who joined it,"
                f' rename the column to "{of_year[1]} joined {of_year[2]}"; if neither: {map_option(name, "ignore")}'
            )
        if of_memberships(may_be[0].key):
            raise NoBody(
                f"{table.where}: column {name!r} may say who is in a body, and none says in which; if so, say:"
                f" --organization NAME {map_option(name, 'flag')}"
            )
        raise NoBody(
            f"{table.where}: column {name!r} may say who is in a body, or something else; if it is a body, say:"
            f" {map_option(name, 'organization')}; if it says who is in one: --organization NAME {map_option(name, 'flag')}; if neither:"
            f" {map_option(name, 'ignore')}"
        )
    shown = shortened((repr(column.name) for column in may_be), 5)
    years = {of_year[2] for c in may_be if (of_year := _BODY_AND_YEAR.fullmatch(c.name))}
    if wanted == "organization" and len(years) == 1:
        raise NoBody(
            f"{table.where}: its columns ({shown}) may say who was in a body in {min(years)}, or who joined it then; if who was"
            f" in it, take the year out of the names and say --date {min(years)}; if who joined it, put joined before the year"
        )
    what = "bodies" if wanted == "organization" else "members"
    raise InvalidRequest(
        f"{table.where} has no column for the {wanted}; if some of its columns are {what} ({shown}), name each of them:"
        f" {map_each(may_be, wanted)}"
    )
