"""Which columns are the member and the organization."""

from __future__ import annotations

from ....errors import InvalidRequest
from ....late import late_pattern
from ...cells.cell_words import NO, YES, flag_of
from ...names.known_names import states_in
from ...row import SCHEMES
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..field_names import IGNORE
from ..keys import is_plural, key_of
from ..same_states import name_other_states, other_states
from ..words.column_names import FIELDS
from ..words.column_words import says
from ..words.people_words import body_of_people
from .ends_by_content import body_by_content, body_by_name, member_by_content
from .lengths import longest_first
from .names_of_bodies import are_ids, is_general_name, name_bodies_again, refuse_if_only_bodies, tell_ids_of_bodies
from .people import are_people, only_answers, refuse_if_parties
from .people_beside import find_people
from .person_titles import find_roles_in_titles, is_title_of_no_body

__all__ = ["ASSOCIATIONS", "find_ends", "names_parts"]

ASSOCIATIONS = frozenset((
    "network", "networks", "umbrella", "umbrella organization", "umbrella organisation", "coalition", "federation",
    "confederation", "platform", "consortium", "association", "alliance", "netzwerk", "dachverband", "reseau", "red",
    "rede", "rete", "netwerk", "koepel", "federacion", "federacao", "federazione",
))  # fmt: skip

_MOST = 0.8
_SHOWN = 3


def find_ends(table: Columns) -> None:
    """Which columns are the member and the organization."""
    find_people(table)
    find_roles_in_titles(table)
    for wanted in ("organization", "member"):
        if wanted in table.fields or (wanted == "organization" and table.organization):
            continue
        if wanted == "member":
            name_bodies_again(table)
        fits = _fitting(table, wanted)
        labels = [c for c in fits if not (wanted == "member" and c.codes) and not c.urls]
        empty = [c for key in FIELDS[wanted] for c in table.by_key.get(key, []) if table.free(c) and not c.cells]
        if wanted == "member" and len(labels) > 1 and only_answers(table, labels[0]):
            labels = [c for c in labels if states_in(c.distinct) >= 0.5] or labels
        chosen = next(iter(labels or fits or empty), None)
        if chosen is not None:
            table.single(chosen, wanted)
            table.fields[wanted] = chosen.at
            if chosen.urls:
                table.fields.setdefault(f"{wanted}_id", chosen.at)
            others = [c for c in labels if c is not chosen and table.free(c) and _same(table, wanted, c, chosen)]
            if wanted == "organization":
                others = _shortest_and_longest(table, chosen, others)
            if wanted == "member":
                _ask_of_others(table, chosen, labels)
            for other in others:
                _also(table, wanted, other, table.columns[table.fields[wanted]])
    refuse_if_parties(table)
    _refuse_if_parts(table)
    _states_are_members(table)
    _ends_by_words(table)
    _ends_by_corner(table)
    body_by_name(table)
    body_by_content(table)
    _refuse_if_members_are_bodies(table)
    if "member" not in table.fields:
        code = next((code for code in SCHEMES if code in table.fields), None)
        if code is not None:
            beside = _label_beside(table, table.columns[table.fields[code]])
            table.fields["member"] = table.fields[code] if beside is None else beside.at
            body_by_name(table)
    if "member" not in table.fields:
        member_by_content(table)
    refuse_if_only_bodies(table)
    _ask_if_bodies_are_members(table)
    tell_ids_of_bodies(table)
    member = table.column_of("member")
    if member is not None and not table.found.person and are_people(table, member):
        table.found.person = True


def _fitting(table: Columns, wanted: str) -> list[Column]:
    """The columns that by name and content can be the member or the organization, the likeliest first."""
    found = []
    for key in FIELDS[wanted]:
        for column in table.by_key.get(key, []):
            if (
                table.free(column)
                and column.cells
                and not (column.answers if wanted == "organization" else column.flags)
                and not (wanted == "organization" and column.years)
                and not (wanted == "organization" and is_title_of_no_body(column))  # what a person is called by
                and not (wanted == "member" and column.numbers and is_plural(wanted, key))  # how many there are
                and not _tells_roles(table, column)
                and not (wanted == "member" and key == "name" and _names_groups(table, column))
            ):
                found.append(column)
    # A column that says "member" or "country" comes before all that only say "name".
    return sorted(found, key=lambda c: is_general_name(c.key)) if wanted == "member" else found


def _names_groups(table: Columns, column: Column) -> bool:
    """Whether a column called "name" beside codes of states names what several of them are in."""
    codes = next((table.columns[table.fields[code]] for code in SCHEMES if code in table.fields), None)
    if codes is None or len(column.distinct) == len(column.cells) or table.names_the_same(column, codes):
        return False
    return states_in(column.distinct) < 0.5


def _tells_roles(table: Columns, column: Column) -> bool:
    """Whether a column has words for memberships in it: "Estado" may be a state, and a state of things."""
    answers = {cell for cell in column.distinct if len(cell) > 1 and flag_of(cell) in (YES, NO)}
    most = 0.6 * len(column.distinct)
    roles, turns = table.roles_and_turns(column, most - len(answers))
    return len(answers | {*roles, *turns}) >= most


def _same(table: Columns, wanted: str, other: Column, chosen: Column) -> bool:
    """Whether two columns name the same things; beside members that each are in one body only, a body's name may too."""
    if not table.names_the_same(other, chosen):
        return False
    if wanted == "member" and bool(body_of_people(other.key)) != bool(body_of_people(chosen.key)):
        return False  # a party is no other name of a state
    if wanted == "member" and is_plural(wanted, chosen.key) > is_plural(wanted, other.key):
        return False  # a list has more names than one
    if wanted == "member" and states_in(chosen.distinct) >= 0.5 and not states_in(other.distinct):
        return False  # it may name people, or say yes and no in a language that is not known
    return wanted != "member" or len(chosen.distinct) < 2 or table.names_the_same(chosen, other)


def _ask_of_others(table: Columns, chosen: Column, labels: list[Column]) -> None:
    """Ask about a second column that is called after members and has other states in the same rows."""
    if table.found.person or table.given("member"):
        return
    for other in labels:
        states = (
            table.free(other) and other is not chosen and min(states_in(c.distinct) for c in (chosen, other)) >= _MOST
        )
        if states and name_other_states(table.rows, chosen.at, other.at):
            one, two = other_states(table.rows, chosen.at, other.at)[0][0]
            raise InvalidRequest(
                f"{table.where}: the members may be the states of {chosen.name!r} ({one}) or those of {other.name!r} ({two}), which are"
                f" others in the same rows; to leave one out, say: {map_option(other.name, IGNORE)} or"
                f" {map_option(chosen.name, IGNORE)}; if both are members: {map_option(chosen.name, 'member')}"
                f" {map_option(other.name, 'member')}"
            )


def _shortest_and_longest(table: Columns, chosen: Column, others: list[Column]) -> list[Column]:
    """Of three names of a body and more ("AACB", "Assoc. of ...", "Association of ..."), have the longest first, then the shortest."""
    if len(others) < 2 or chosen.urls or any(column.numbers for column in (chosen, *others)):
        return others
    if table.given("organization") or "abbreviation" in table.fields or "organization id" in table.by_key:
        return others
    # Of two that are equally long, the one that is called by the likelier name is the label.
    ordered = longest_first((chosen, *others))
    table.fields["organization"] = ordered[0].at
    return [ordered[-1], *ordered[1:-1]]


def _also(table: Columns, wanted: str, other: Column, chosen: Column) -> None:
    """A second name of what the chosen column names: the longer is the label, the shorter a short name."""
    # With an id beside it, as blocs exports it, the name that was chosen is the one that gives that id again.
    if wanted != "organization" or "abbreviation" in table.fields or "organization id" in table.by_key:
        different = other_states(table.rows, chosen.at, other.at)[0] if wanted == "member" else ()
        but = "; ".join(f"{two!r} beside {one!r}" for one, two in different[:_SHOWN])
        table.found.unread[other.at] = (
            f"{'mostly ' * bool(but)}another name of {chosen.name!r}{f', but not {but}' if but else ''}"
        )
        return
    if other.numbers or chosen.numbers:
        number, label = (other, chosen) if other.numbers else (chosen, other)
        table.fields["organization"] = label.at
        table.found.unread[number.at] = f"the number of {label.name!r}"
        return
    if are_ids(chosen) and not are_ids(other):
        table.fields["organization"] = other.at
        table.found.unread[chosen.at] = f"the id of {other.name!r}"
        return
    table.fields["organization"], table.fields["abbreviation"] = (c.at for c in longest_first((chosen, other)))


_PARTS_OF_STATES = late_pattern(
    r"(?:(?:member|participating|national|name of|name of the) )*(?:cit(?:y|ies)|towns?|municipalit(?:y|ies)|territor(?:y|ies)|provinces?|universit(?:y|ies)"
    r"|compan(?:y|ies)|ministr(?:y|ies)|agenc(?:y|ies)|ports?|airlines?|parliaments?|central banks?|stadt|stadte|villes?|ciudad(?:es)?"
    r"|universidad(?:es)?|territoires?|gebiete?|hochschulen?|город|университет)(?: names?)?"
)


def names_parts(key: str) -> bool:
    """Whether a column's name says that parts of states are in it, or what there is in each: cities, parliaments, ports.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> names_parts("member cities"), names_parts("national parliament"), names_parts("city council")
    (True, True, False)
    """
    return _PARTS_OF_STATES.fullmatch(key) is not None


def _refuse_if_parts(table: Columns) -> None:
    """A column of cities, territories or companies beside one of states: either may be the members."""
    member = table.column_of("member")
    if member is None or table.given("member") or table.found.person:
        return
    for column in table.columns:
        parts = column is not member and table.free(column) and names_parts(column.key)
        if (
            not parts
            or not table.labels(column)
            or states_in(column.distinct) >= 0.5 > 0
            or states_in(member.distinct) < 0.5
        ):
            continue
        if len(column.distinct) >= len(member.distinct):
            raise InvalidRequest(
                f"{table.where}: the members may be those of {column.name!r} ({column.cells[0]}) or the states of {member.name!r}; say"
                f" which: {map_option(column.name, 'member')} or {map_option(member.name, 'member')}"
            )


def _states_are_members(table: Columns) -> None:
    """A column called after bodies that is full of states, beside one of bodies: "Association" and "Confederation"."""
    named = table.column_of("organization")
    if named is None or "member" in table.fields or table.given("organization") or len(named.distinct) < 2:
        return
    others = [
        c
        for c in table.columns
        if table.free(c) and table.labels(c) and (says(c.key, "organization") or c.key in ASSOCIATIONS)
    ]
    if others and states_in(named.distinct) >= 0.8 and states_in(others[0].distinct) < 0.5:
        table.fields["member"], table.fields["organization"] = named.at, others[0].at
        table.found.notes.append(f"column {named.name!r} was read as the member, since states are in it")


def _ends_by_words(table: Columns) -> None:
    """Columns whose names are not the usual ones, but are made of words that can mean nothing else."""
    for wanted in ("organization", "member"):
        if wanted in table.fields or (wanted == "organization" and table.organization):
            continue
        named = [c for c in table.columns if table.free(c) and table.labels(c)]
        fits = [c for c in named if says(c.key, wanted)] or [c for c in named if _first_says(c, wanted)]
        if not fits and wanted == "organization":  # where bodies go by their short names alone
            fits = [c for c in table.columns if table.free(c) and _SHORT_NAME.fullmatch(c.key) and table.labels(c)]
        if fits:
            table.single(fits[0], wanted)
            table.fields[wanted] = fits[0].at


_SHORT_NAME = late_pattern(
    r"(?:igo|io|org|organi[sz]ation|body|alliance|bloc) (?:abbrev\w*|abbr|acronym|short name|short|code)"
)


def _first_says(column: Column, wanted: str) -> bool:
    """Whether what stands before the first comma of a column's name says what it is: "Organization, acronym, if any"."""
    first, sign, _ = column.name.replace(";", ",").partition(",")
    key = key_of(first)
    return bool(sign) and (key in FIELDS[wanted] or says(key, wanted))


def _ends_by_corner(table: Columns) -> None:
    """A table with an empty corner: what its first column has is a member if it is a state, else a body."""
    first = table.columns[0] if table.columns else None
    if first is None or first.named or {"member", "organization"} & table.fields.keys() or len(table.columns) < 3:
        return
    others = [c for c in table.columns[1:] if c.named]
    if not table.labels(first) or not all(c.flags or not c.cells for c in others):
        if table.labels(first) and first.distinct <= {c.name for c in others}:
            raise InvalidRequest(
                f"{table.where} is a table of pairs: its rows and columns are the same, and a cell says what two share, not"
                " who is in what; use a table with a row for each member, or with a column for each body"
            )
        return
    side = "member" if states_in(first.distinct) >= 0.8 else "organization"
    table.fields[side] = first.at
    table.found.notes.append(f"the first column, which has no name, was read as the {side}")


def _refuse_if_members_are_bodies(table: Columns) -> None:
    """A list of an association's organizations: none comes twice, and another column has what they are in."""
    if {"member", "organization"} - table.fields.keys() or table.organization:
        return
    named = table.columns[table.fields["organization"]]
    if len(named.distinct) < max(3, len(named.cells)) or table.given("organization"):
        return
    for column in table.columns:
        of = table.free(column) and (says(column.key, "organization") or column.key in ASSOCIATIONS)
        if of and table.labels(column) and len(column.distinct) < len(column.cells):
            raise _may_be_members(table, named, column)


def _ask_if_bodies_are_members(table: Columns) -> None:
    """A list of organizations and of the network that each is in, which names no other member."""
    named = table.column_of("organization")
    if named is None or "member" in table.fields or table.organization or table.given("organization"):
        return
    for column in table.columns:
        of = says(column.key, "organization") or column.key in (*ASSOCIATIONS, *FIELDS["organization"])
        if of and table.free(column) and table.labels(column):
            raise _may_be_members(table, named, column)


def _may_be_members(table: Columns, named: Column, column: Column) -> InvalidRequest:
    """What to say where bodies may be the members, and what another column names what they are in."""
    return InvalidRequest(
        f"{table.where}: the members may be the organizations of {named.name!r}, and {column.name!r} what they are"
        f" in; if so, say: {map_option(named.name, 'member')} {map_option(column.name, 'organization')}; if not:"
        f" {map_option(column.name, 'ignore')}"
    )


def _label_beside(table: Columns, codes: Column) -> Column | None:
    """The column of names of states that goes with a column of codes, one name for one code."""
    for column in table.columns:
        if table.free(column) and table.labels(column) and not column.codes and len(column.distinct) > 1:
            alike = table.one_to_one(column, codes)
            if alike and states_in(column.distinct) >= 0.8:
                table.found.notes.append(f"column {column.name!r} was read as the member, since states are in it")
                return column
    return None
