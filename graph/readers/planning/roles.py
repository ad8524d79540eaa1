"""Which columns say whether and as what: flags, roles, and others that go with them."""

from __future__ import annotations

import re

from ...amounts import shortened
from ...errors import InvalidRequest
from ...late import late_pattern
from ...model.role_words import of_lesser_right
from ...model.roles import FULL
from ..cells.cell_words import MISSING, NO, UNKNOWN, YES, bare, flag_of, word
from ..cells.status_words import not_bound, of_consent
from ..member_kinds import member_kinds
from ..names.known_names import states_in
from ..table_options import map_option
from .column import Column
from .columns import Columns
from .flag_names import of_memberships
from .going_on import tells_of_joining
from .keys import edge_named, legend_of, turned
from .remarks import is_of_remarks
from .role_codes import refuse_codes, refuse_codes_of_roles
from .unread_flags import ask_which_flag
from .words.column_names import FIELDS
from .words.column_words import says
from .words.people_words import called_after

__all__ = ["find_flags", "find_others", "find_role_flags"]

_ROLE_FLAGS = {
    "observer": re.compile(
        r"(?:(?:is|as|an|permanent) )*observers?(?: (?:status|state|member|only))?|(?:ist )?beobachter(?:status|staat)?"
        r"|(?:statut d |est )?observateur|(?:es |estado )?observador|osservatore|наблюдатель|waarnemer"
    ),
    "associate": re.compile(
        r"(?:(?:is|as|an) )*associated?(?: (?:member|state|status|only))?|assoziiert(?:es mitglied)?"
        r"|(?:membre )?associe|(?:miembro )?asociado|(?:membro )?associato|ассоциированный член|geassocieerd"
    ),
}

_FULL = frozenset(("full", "ordinary", "regular", "voll", "ordentlich", "pleno", "effettivo", "efetivo"))
"""Names of columns of yes and no beside those of observers and associates, for all others."""

_QUALIFIED = re.compile(
    r"(?:(?:is|has|a|an|the|of|with|right to|no) )*(?:(?:non ?)?voting(?: (?:member|rights?|power|status))?|votes?|non ?voting"
    r"|stimmrecht|stimmberechtigt|droit de vote|derecho a voto|con voto|diritto di voto|stemrecht|право голоса"
    r"|full rights(?: (?:member|status))?)"
)
"""What may make of those who do not have it members of lesser right, or may not."""

_LESS = re.compile(
    r"(?:(?:is|has|an?) )*(?:non ?voting|provisional|partial|honorary|reduced|limited|affiliated?|special)(?: (?:member|state|status))?"
)
"""What may make of those who are it members of lesser right, or may not."""


_OF_ROLE = re.compile(
    r"(?:observers?|associates?|associate members?|candidates?|applicants?|former members?|former)"
    r"(?: (?:in|of|at|status in|states?|to|organi[sz]ations?|bodies|countr(?:y|ies)|names?|members?))?"
)


_FEW = 6
"""How many words a column of answers has at most."""

_OF_BODY = late_pattern(
    r"\b(?:organi[sz]ation(?:al)?|org|igo|body|bodies|alliance|treaty|pact|bloc|agreement|organisationsstatus|organizacion)\b"
)
_SAYS_ROLE = late_pattern(
    r"observ|associ|assoz|affili|\b(?:non )?(?:member|membre|miembro|membro)|mitglied|beobacht|\bpartner|candid|kandidat|applicant"
    r"|наблюд|член"
)


def find_flags(table: Columns) -> None:
    """Columns of yes and no that say whether a row is a membership at all."""
    if (given := table.column_of("flag")) is not None:
        table.learn_pair(given)
        refuse_codes_of_roles(table, [given])
        return
    names = {*FIELDS["flag"], "member", "membership", "members", *FIELDS["role"]}
    called = {
        "member",
        "members",
        *(c.key for c in table.columns if says(c.key, "member")),
    }  # "full member", "Mitglied"
    wide_table = not table.any_organization()
    for column in table.columns:
        if not table.free(column) or not column.cells or (column.urls and not column.ranks):
            continue  # a column called "flag" may have pictures of flags
        of_role = column.key in FIELDS["role"] or says(column.key, "role")
        belongs = of_memberships(column.key) and not of_role and not _of_the_year(table, column)
        if belongs and not wide_table and _tells_members(table, column):
            _take(table, column)
            return
        if column.key not in names | called and not column.ranks and not belongs:
            continue
        if column.key not in FIELDS["role"]:
            _learn_answers(table, column)
        if not wide_table:
            refuse_codes(table, column)
        if column.flags and not wide_table and (column.key not in FIELDS["role"] or _plain_flags(column)):
            _ask_of_figures(table, column)
            _take(table, column)
            return
        belongs = belongs or column.key in called
        if belongs and not wide_table and (_all_said(table, column) or _half_said(table, column)):
            _take(table, column)
            return
        if column.key in FIELDS["flag"]:
            if all(table.cells.role(cell) for cell in column.distinct):
                refuse_codes_of_roles(table, [column])
                table.fields.setdefault("role", column.at)  # the codes of igoR: 1 full, 2 associate, 3 observer
                table.found.coded = True
                if any(word(cell)[-1:].isdigit() for cell in column.distinct):
                    table.found.notes.append(
                        f"the codes of {column.name!r} were read as 1 full, 2 associate, 3 observer"
                    )
                return
            if column.key in ("value", "flag") and not wide_table:
                odd = next(cell for cell in column.cells if column.said(cell) == UNKNOWN)
                raise InvalidRequest(
                    f"{table.where}: column {column.name!r} may say which rows are memberships, but {odd!r} is neither yes nor"
                    f" no; if it says something else, leave it out with: {map_option(column.name, 'ignore')}"
                )


def _learn_answers(table: Columns, column: Column) -> None:
    """The codes of a column whose name says what each answers: "Member (1=yes, 2=no)"."""
    legend = legend_of(column.name)
    if {flag_of(what) for what in legend.values()} >= {YES, NO}:
        table.cells.explain(legend)


def _ask_of_figures(table: Columns, column: Column) -> None:
    """A flag or value beside figures may be of these, if the user says of which one body the table is."""
    if column.key not in ("flag", "value", "obs value") or not table.organization:
        return
    named = {key for keys in FIELDS.values() for key in keys}
    figures = [c for c in table.columns if c is not column and table.free(c) and c.numbers and c.key not in named]
    if figures:
        raise InvalidRequest(
            f"{table.where}: column {column.name!r} may say who is in {table.organization}, or something of the figures beside"
            f" it ({shortened((c.name for c in figures), 3)}); if who is in: {map_option(column.name, 'flag')}; if not:"
            f" {map_option(column.name, 'ignore')}"
        )


def _take(table: Columns, column: Column) -> None:
    ask_which_flag(table, column)
    if (of_signing := _SIGNED.fullmatch(column.key)) or of_lesser_right(column.key):
        who = "who has signed" if of_signing else "who is one"
        table.found.remarks.append(
            f"column {column.name!r} was read as whether there is a membership; if {who} is no member, leave it out with:"
            f" {map_option(column.name, 'ignore')}"
        )
    refuse_codes_of_roles(table, [column])
    table.fields["flag"] = column.at
    table.learn_pair(column)


def _tells_members(table: Columns, column: Column) -> bool:
    """Whether a column that is called after belonging or joining says yes of rows, and no or nothing of others.

    Dates may stand among its answers ("Joined": 1999, yes, no).
    """
    if not _beside_members(table, column):
        return False
    if column.flags:
        return True
    told = [column.said(cell) for cell in column.distinct if word(cell).replace(" ", "").isalpha()]
    if says(column.key, "member") or not {YES, NO} & set(told) or "none" in map(word, column.distinct):
        return False
    return not column.pair and table.says_all(column) and not (edge_named(column.key) and NO not in told)


def _of_the_year(table: Columns, column: Column) -> bool:
    """Whether, in a row for each year, joining may be said of the year in which somebody joined."""
    return edge_named(column.key) and any(key in table.by_key for key in FIELDS["year"])


def _beside_members(table: Columns, column: Column) -> bool:
    """Whether another column has the members of a table."""
    return any(
        c is not column
        and c.cells
        and not c.flags
        and (c.key in FIELDS["member"] or says(c.key, "member") or called_after(c.key))
        for c in table.columns
    ) or any(c is not column and table.labels(c) and states_in(c.distinct) >= 0.5 for c in table.columns)


def _plain_flags(column: Column) -> bool:
    """Whether flags in a column of roles can be nothing else: both answers, or one that is no role."""
    said = {column.said(cell) for cell in column.distinct}
    return said >= {YES, NO} or {cell.casefold() for cell in column.distinct} <= {"yes", "true"}


def _half_said(table: Columns, column: Column) -> bool:
    """Whether words for yes or no are among the cells of a column, whatever else is: no member is called so."""
    words = [word(cell) for cell in column.distinct]
    said = {flag_of(each) for each in words if len(each) > 1 and each.isalpha() and each != "none"}
    if {"y", "n"} <= set(words) or (said >= {YES, NO} and not column.codes):
        return True
    named = of_memberships(column.key) or column.key not in FIELDS["member"]
    named = named and column.key not in FIELDS["role"] and not says(column.key, "role")
    few = named and len(column.distinct) <= _FEW and not column.codes
    missing = edge_named(column.key)  # "n/a" among dates of joining is a date that is not known
    known = [
        each
        for each in words
        if table.cells.role(each) not in ("", NO, MISSING) and not (missing and flag_of(each) == MISSING)
    ]
    lesser = {table.cells.role(each) for each in known} & {"associate", "observer"}
    some = not lesser and (bool(said & {YES, NO}) or 0 < len(known) < 0.6 * len(words))
    return few and some and _beside_members(table, column)


def _all_said(table: Columns, column: Column) -> bool:
    """Whether all cells say yes or no, some of them with a role or a date ("Yes (observer)").

    An "unknown" among dates of joining is a date that is not known.
    """
    no_answers = {UNKNOWN, MISSING} if edge_named(column.key) else {UNKNOWN}
    return any(flag_of(cell) not in no_answers for cell in column.distinct) and table.says_all(column)


def find_role_flags(table: Columns) -> None:
    """Columns such as "observer" with yes and no, and others that turn the meaning."""
    for column in table.columns:
        if _OF_ROLE.fullmatch(column.key) and table.free(column) and table.labels(column) and table.any_organization():
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} names what some are in another role; make rows with a role of"
                f" their own of it, or leave it out with: {map_option(column.name, 'ignore')}"
            )
        if not table.free(column) or not column.flags or not table.any_organization():
            continue
        role = next((role for role, names in _ROLE_FLAGS.items() if names.fullmatch(column.key)), None)
        if role is not None and role not in table.fields:
            table.fields[role] = column.at
            table.learn_pair(column)
        elif turned(column.key) and not tells_of_joining(column.key):
            _refuse_turned(table, column)
        elif of_lesser_right(re.sub(r"^(?:is |has |an? )+", "", column.key)):
            _refuse_turned(table, column, "members")
        elif table.roles:
            _say_qualified(table, column)
    if {"observer", "associate"} & table.fields.keys() and "flag" not in table.fields:
        full = [c for c in table.columns if table.free(c) and c.flags and c.key in _FULL]
        if len(full) == 1:  # who has a mark in none of these columns is no member
            _take(table, full[0])


def _say_qualified(table: Columns, column: Column) -> None:
    """A column such as "voting" or "provisional": one of its answers may be of members of lesser right."""
    less = _LESS.fullmatch(column.key) is not None
    answers = {column.said(cell): cell for cell in reversed(column.cells)}
    if not (less or _QUALIFIED.fullmatch(column.key)) or len(answers) < 2:
        return
    lesser, other = (answers.get(said, "") for said in ((YES, NO) if less else (NO, YES)))
    if not lesser:
        return
    full = f' --role "{other}=full"' if less and other else ""
    table.found.unread[column.at] = (
        f"all rows were read as members; if {lesser!r} there means one of lesser right, say:"
        f' {map_option(column.name, "role")} --role "{lesser}=associate"{full}'
    )


def _refuse_turned(table: Columns, column: Column, what: str = "present membership") -> None:
    """A column such as "candidate" or "partner": who has yes there is no member, or none like the others."""
    yes = [cell for cell in column.distinct if column.said(cell) == YES]
    if not yes:
        return
    no = [cell for cell in column.distinct if column.said(cell) == NO]
    other_roles = any(table.free(c) and c is not column for key in FIELDS["role"] for c in table.by_key.get(key, []))
    if other_roles or "role" in table.fields or not table.roles:
        way_out = "take these rows out of the table"
    else:
        said = " ".join([f'--role "{cell}=skip"' for cell in yes] + [f'--role "{cell}=full"' for cell in no])
        way_out = f"leave these rows out with: {map_option(column.name, 'role')} {said}"
    raise InvalidRequest(
        f"{table.where}: column {column.name!r} says that some rows are no {what}; {way_out}; if they are members"
        f" all the same: {map_option(column.name, 'ignore')}"
    )


def find_others(table: Columns) -> None:
    """Roles, and what else a row may say: the kind of a body, sources, short names."""
    for name in ("role", "type", "source", "quote", "abbreviation", "member_kind"):
        if name in table.fields or (name == "role" and not table.roles):
            continue
        for key in FIELDS[name]:
            fits = [c for c in table.by_key.get(key, []) if table.free(c)]
            if fits and name not in table.fields:
                _other_field(table, name, fits[0])
    if table.roles:
        _role_by_name(table)
        _role_by_content(table)
    if "role" in table.fields:
        _learn_legend(table, table.columns[table.fields["role"]])
        refuse_codes_of_roles(table, [table.columns[table.fields["role"]]])
        _ask_of_signatories(table, table.columns[table.fields["role"]])
    if "role" in table.fields and not table.roles:
        table.found.unread[table.fields.pop("role")] = "as asked (--no-role)"
    if not table.roles:
        for key in FIELDS["role"]:
            for column in table.by_key.get(key, []):
                if table.free(column):
                    table.found.unread[column.at] = "as asked (--no-role)"


def _learn_legend(table: Columns, column: Column) -> None:
    """The codes of a column whose name says what they are: "type (1=full, 2=observer)"."""
    legend = legend_of(column.name)
    if not legend or not {word(cell).removesuffix(".0") for cell in column.distinct} & {word(code) for code in legend}:
        return
    table.cells.explain(legend)
    table.found.notes.append(f"the codes of {column.name!r} were read as its name says")


_BOUND = frozenset((
    "party", "state party", "contracting party", "ratified", "in force", "acceded", "ratification", "accession", "non party",
    "not signed", "not a party", "partie", "vertragspartei", "estado parte", "parte",
))  # fmt: skip


_SIGNED = re.compile(
    r"(?:original |founding )?signator(?:y|ies)(?: (?:state|party|country))?|signed|(?:etat )?signataire|(?:estado )?signatario"
    r"|(?:pais )?firmante|(?:stato )?firmatario|unterzeichner(?:staat)?|signatarstaat|ondertekenaar"
)
"""Words for who has signed a treaty."""


def _ask_of_signatories(table: Columns, column: Column) -> None:
    """Where some are parties to a treaty, who has only signed it is none; where all are signatories, they are members."""
    words = {word(cell).replace("-", " ") for cell in column.distinct}
    signed = {each for each in words if _SIGNED.fullmatch(bare(each))}
    if words & _BOUND or any(table.cells.role(each) == FULL for each in words - signed - {""}):
        table.cells.explain(dict.fromkeys(signed, "signed only"))


def _other_field(table: Columns, name: str, column: Column) -> None:
    if name == "role":
        table.single(column)
    if name == "type":
        understood = [
            cell for cell in column.distinct if table.cells.role(cell) not in ("", NO) or cell in table.cells.given
        ]
        explained = bool(legend_of(column.name)) and "role" not in table.fields and table.roles
        if explained or (column.cells and understood and "role" not in table.fields and not column.numbers):
            name = "role"
            if not table.roles:
                return
        elif "organization" not in table.fields or not table.by_body(column):
            _refuse_if_letters(table, column)
            table.found.unread[column.at] = "its words are no roles, and differ within a body"
            return
    if name == "abbreviation" and not table.by_body(column):
        return
    if name == "member_kind" and not all(map(member_kinds, column.distinct)):
        table.found.unread[column.at] = "its words are no kinds, such as state, person and body"
        return
    table.fields[name] = column.at


def _refuse_if_letters(table: Columns, column: Column) -> None:
    """Letters that stand for a kind of something: F, A and O may be full members, associates and observers."""
    if not column.cells or "role" in table.fields or not table.roles or column.numbers:
        return
    if len(column.distinct) < 7 and all(len(cell) < 3 and cell.isalpha() for cell in column.distinct):
        shown = sorted(column.distinct)
        raise InvalidRequest(
            f"{table.where}: column {column.name!r} may say in which role members are, by letters: {', '.join(shown)}; if so,"
            f" say {map_option(column.name, 'role')} and what each is: --role {shown[0]}=full; if not: {map_option(column.name, 'ignore')}"
        )


def _role_by_name(table: Columns) -> None:
    """A column whose name can only mean the kind of membership, in whatever language: its words are asked for."""
    if "role" in table.fields:
        return
    for column in table.columns:
        if table.free(column) and says(column.key, "role") and table.labels(column):
            table.fields["role"] = column.at
            table.found.notes.append(f"column {column.name!r} was read as the role")
            return


def _role_by_content(table: Columns) -> None:
    """A column whose words are (nearly) all roles, or say that some rows are no membership now."""
    if "member" not in table.fields or not ("organization" in table.fields or table.organization):
        return
    for column in table.columns:
        if not table.free(column) or not column.cells or column.numbers or column.flags:
            continue
        if re.fullmatch(r"[12]\d{3}", column.key):
            continue  # of that year alone
        consents = [cell for cell in column.cells if of_consent(bare(cell))] if _tells_apart(table, column) else []
        if _OF_BODY.search(column.key) and table.by_body(column) and not consents:
            continue  # "status of organization": what is defunct is the body
        roles, turns = table.roles_and_turns(column)
        # "Observador asociado" is no usual word for a role, but among others that are it says one, and is asked about.
        alike = {bare(cell) for cell in column.distinct if _SAYS_ROLE.search(bare(cell)) and len(cell.split()) < 5}
        ended = bool({"end", "end_year", "period"} & table.fields.keys())
        if not any(not_bound(bare(cell), ended=ended) for cell in consents):
            consents = []  # who has ratified is a member, and so are all
        alike.update(map(bare, consents))
        # Of a status, one word that is a role tells enough: the others are asked for.
        enough = 1 if re.search(r"\b(?:status|statut|estatus|standing)\b", column.key) else 0.6 * len(column.distinct)
        if is_of_remarks(column) and len(roles + turns) < len(column.distinct):
            continue  # some of the remarks are of something else
        if not roles + turns + consents or len(alike.union(map(bare, roles + turns))) < enough:
            continue
        if "role" in table.fields:
            if turns := turns or [cell for cell in consents if not_bound(bare(cell), ended=ended)]:
                raise InvalidRequest(
                    f"{table.where}: column {column.name!r} has {turns[0]!r} in it, which may be no membership; take it for"
                    f" the role with: {map_option(column.name, 'role')}, or leave it out with: {map_option(column.name, 'ignore')}"
                )
        else:
            table.fields["role"] = column.at
            table.found.notes.append(f"column {column.name!r} was read as the role, since its words are roles")
            return


def _tells_apart(table: Columns, column: Column) -> bool:
    """Whether a column says something of members rather than of bodies: of a body it has different words, if it can have."""
    bodies = table.column_of("organization")
    if bodies is None or not table.by_body(column):
        return True
    return len(bodies.distinct) < 2 or len(bodies.distinct) == len(bodies.cells)
