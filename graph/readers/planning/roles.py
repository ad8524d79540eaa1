"""Which columns say whether and as what: flags, roles, and others that go with them."""

from __future__ import annotations

import re

from ...errors import InvalidRequest
from ...late import late_pattern
from ..cell_words import NO, UNKNOWN, YES, bare, flag_of, word
from ..table_options import map_option
from .column import Column
from .column_names import FIELDS
from .column_words import says
from .columns import Columns
from .going_on import tells_of_joining
from .keys import legend_of, turned
from .remarks import is_of_remarks

__all__ = ["find_flags", "find_others", "find_role_flags"]

_ROLE_FLAGS = {
    "observer": re.compile(
        r"(?:(?:is|as|an|permanent) )*observers?(?: (?:status|state|member|only))?|(?:ist )?beobachter(?:status|staat)?"
        r"|(?:statut d |est )?observateur|(?:es |estado )?observador|osservatore|наблюдатель|waarnemer"
    ),
    "associate": re.compile(
        r"(?:(?:is|as|an) )*associated?(?: (?:member|state|status|only))?|partner|assoziiert(?:es mitglied)?"
        r"|(?:membre )?associe|(?:miembro )?asociado|(?:membro )?associato|ассоциированный член|geassocieerd"
    ),
}

_QUALIFIED = re.compile(
    r"(?:(?:is|has|a|an|the|of|with|right to|no) )*(?:(?:non ?)?voting(?: (?:member|rights?|power|status))?|votes?|non ?voting"
    r"|stimmrecht|stimmberechtigt|droit de vote|derecho a voto|con voto|diritto di voto|stemrecht|право голоса"
    r"|(?:provisional|partial|honorary|corresponding|guest|dialogue partner|full rights|reduced|limited|affiliate|special)(?: (?:member|status))?)"
)
"""What may make of a member one of lesser right, or may not."""


_OF_ROLE = re.compile(
    r"(?:observers?|associates?|associate members?|candidates?|applicants?|former members?|former)"
    r"(?: (?:in|of|at|status in|states?|to|organi[sz]ations?|bodies|countr(?:y|ies)|names?|members?))?"
)


_OF_BODY = late_pattern(
    r"\b(?:organi[sz]ation(?:al)?|org|igo|body|bodies|alliance|treaty|pact|bloc|agreement|organisationsstatus|organizacion)\b"
)
_SAYS_ROLE = late_pattern(
    r"observ|associ|assoz|affili|\b(?:non )?(?:member|membre|miembro|membro)|mitglied|beobacht|\bpartner|candid|kandidat|applicant"
    r"|наблюд|член"
)


_JOINED = frozenset(("joined", "has joined", "admitted", "is party", "is a party", "participates", "belongs"))
"""Names of columns which say of a membership that it is there, if all that they say is yes and no."""


def find_flags(table: Columns) -> None:
    """Columns of yes and no that say whether a row is a membership at all."""
    names = {*FIELDS["flag"], "member", "membership", "members", *FIELDS["role"]}
    called = {
        "member",
        "members",
        *(c.key for c in table.columns if says(c.key, "member")),
    }  # "full member", "Mitglied"
    names |= called
    if not any(key in table.by_key for key in FIELDS["year"]):
        names |= _JOINED  # in a row for each year it may be said of the year in which somebody did
    if "flag" in table.fields:
        return
    wide_table = not table.any_organization()
    for column in table.columns:
        if not table.free(column) or not column.cells or (column.urls and not column.ranks):
            continue  # a column called "flag" may have pictures of flags
        if column.key not in names and not column.ranks:
            continue
        if column.flags and not wide_table and (column.key not in FIELDS["role"] or _plain_flags(column)):
            table.fields["flag"] = column.at
            return
        if column.key in called and not wide_table and (_all_said(table, column) or _half_said(column)):
            table.fields["flag"] = column.at
            return
        if column.key in FIELDS["flag"]:
            if all(table.cells.role(cell) for cell in column.distinct):
                table.fields.setdefault("role", column.at)  # the codes of igoR: 1 full, 2 associate, 3 observer
                table.found.coded = True
                if any(word(cell)[-1:].isdigit() for cell in column.distinct):
                    table.found.notes.append(
                        f"the codes of {column.name!r} were read as 1 full, 2 associate, 3 observer"
                    )
                return
            if column.key in ("value", "flag") and not wide_table:
                odd = next(cell for cell in column.cells if flag_of(cell) == UNKNOWN)
                raise InvalidRequest(
                    f"{table.where}: column {column.name!r} may say which rows are memberships, but {odd!r} is neither yes nor"
                    f" no; if it says something else, leave it out with: {map_option(column.name, 'ignore')}"
                )


def _plain_flags(column: Column) -> bool:
    """Whether flags in a column of roles can be nothing else: both answers, or one that is no role."""
    said = {flag_of(cell) for cell in column.distinct}
    return said >= {YES, NO} or {cell.casefold() for cell in column.distinct} <= {"yes", "true"}


def _half_said(column: Column) -> bool:
    """Whether both yes and no are among the cells of a column, whatever else is: no member is called so."""
    words = {cell.casefold() for cell in column.distinct}
    return any(
        {yes, no} <= words for yes, no in (("y", "n"), ("yes", "no"), ("true", "false"), ("ja", "nein"), ("oui", "non"))
    )


def _all_said(table: Columns, column: Column) -> bool:
    """Whether all cells say yes or no, some of them with a role or a date ("Yes (observer)")."""
    return any(flag_of(cell) != UNKNOWN for cell in column.distinct) and table.says_all(column)


def find_role_flags(table: Columns) -> None:
    """Columns such as "observer" with yes and no, and others that turn the meaning."""
    for column in table.columns:
        if _OF_ROLE.fullmatch(column.key) and table.free(column) and table.labels(column) and table.any_organization():
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} names what some are in another role; make rows with a role of"
                f' their own of it, or leave it out with: --map "{column.name}=ignore"'
            )
        if not table.free(column) or not column.flags or not table.any_organization():
            continue
        role = next((role for role, names in _ROLE_FLAGS.items() if names.fullmatch(column.key)), None)
        if role is not None and role not in table.fields:
            table.fields[role] = column.at
        elif turned(column.key) and not tells_of_joining(column.key):
            _refuse_turned(table, column)
        elif _QUALIFIED.fullmatch(column.key) and len({flag_of(cell) for cell in column.distinct}) > 1 and table.roles:
            lesser = next(cell for cell in column.cells if flag_of(cell) == NO)
            table.found.unread[column.at] = (
                f"all rows were read as members; if {lesser!r} there means one of lesser right, say:"
                f' --map "{column.name}=role" --role "{lesser}=associate"'
            )


def _refuse_turned(table: Columns, column: Column) -> None:
    """A column such as "candidate" or "suspended": who has yes there is no member, or none like the others."""
    yes = [cell for cell in column.distinct if flag_of(cell) == YES]
    if not yes:
        return
    no = [cell for cell in column.distinct if flag_of(cell) == NO]
    other_roles = any(table.free(c) and c is not column for key in FIELDS["role"] for c in table.by_key.get(key, []))
    if other_roles or "role" in table.fields or not table.roles:
        way_out = "take these rows out of the table"
    else:
        said = " ".join([f'--role "{cell}=skip"' for cell in yes] + [f'--role "{cell}=full"' for cell in no])
        way_out = f"leave these rows out with: {map_option(column.name, 'role')} {said}"
    raise InvalidRequest(
        f"{table.where}: column {column.name!r} says that some rows are no present membership; {way_out}; if they are members"
        f" all the same: {map_option(column.name, 'ignore')}"
    )


def find_others(table: Columns) -> None:
    """Roles, and what else a row may say: the kind of a body, sources, short names."""
    for name in ("role", "type", "source", "quote", "abbreviation"):
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


def _ask_of_signatories(table: Columns, column: Column) -> None:
    """Where some are parties to a treaty, who has only signed it is none; where all are signatories, they are members."""
    words = {word(cell).replace("-", " ") for cell in column.distinct}
    if words & _BOUND:
        table.cells.explain(
            {each: "signed only" for each in words if re.fullmatch(r"signator(?:y|ies)|signed|signataire", each)}
        )


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
    table.fields[name] = column.at


def _refuse_if_letters(table: Columns, column: Column) -> None:
    """Letters that stand for a kind of something: F, A and O may be full members, associates and observers."""
    if not column.cells or "role" in table.fields or not table.roles or column.numbers:
        return
    if len(column.distinct) < 7 and all(len(cell) < 3 and cell.isalpha() for cell in column.distinct):
        shown = sorted(column.distinct)
        raise InvalidRequest(
            f"{table.where}: column {column.name!r} may say in which role members are, by letters: {', '.join(shown)}; if so,"
            f' say --map "{column.name}=role" and what each is: --role {shown[0]}=full; if not: --map "{column.name}=ignore"'
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
        if _OF_BODY.search(column.key) and table.by_body(column):
            continue  # "status of organization": what is defunct is the body
        roles, turns = table.roles_and_turns(column)
        # "Observador asociado" is no usual word for a role, but among others that are it says one, and is asked about.
        alike = {bare(cell) for cell in column.distinct if _SAYS_ROLE.search(bare(cell)) and len(cell.split()) < 5}
        # Of a status, one word that is a role tells enough: the others are asked for.
        enough = 1 if re.search(r"\b(?:status|statut|estatus|standing)\b", column.key) else 0.6 * len(column.distinct)
        if is_of_remarks(column) and len(roles + turns) < len(column.distinct):
            continue  # some of the remarks are of something else
        if not roles + turns or len(alike.union(map(bare, roles + turns))) < enough:
            continue
        if "role" in table.fields:
            if turns:
                raise InvalidRequest(
                    f"{table.where}: column {column.name!r} has {turns[0]!r} in it, which may be no membership; take it for"
                    f' the role with: --map "{column.name}=role", or leave it out with: --map "{column.name}=ignore"'
                )
        else:
            table.fields["role"] = column.at
            table.found.notes.append(f"column {column.name!r} was read as the role, since its words are roles")
            return
