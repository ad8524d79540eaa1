"""What the members of a table are: people, states, or what nothing in it says."""

from __future__ import annotations

import re

from ....errors import InvalidRequest
from ....late import late_pattern
from ...cells.cell_words import UNKNOWN, bare, flag_of
from ...names.known_names import codes_in, states_in
from ...row import SCHEMES
from ...table_options import map_option
from ..column import Column, may_answer
from ..columns import Columns
from ..keys import NOT_BODIES
from ..words.column_words import says_body, says_state
from ..words.people_words import BODIES_OF_PEOPLE, NAMES, OFFICES, PLACES, body_of_people, called_after
from .person_titles import is_title_of_no_body, only_addresses

__all__ = [
    "OF_PEOPLE_ONLY",
    "are_called_as_bodies",
    "are_formal",
    "are_people",
    "ask_of_people",
    "has_firms",
    "is_of_person",
    "may_be_people",
    "of_left_over",
    "of_people",
    "only_answers",
    "refuse_if_parties",
    "tell_states",
    "why_left",
]

_SMALL = re.compile(
    r"v[oa]n|der|den|de|la|le|las|los|del|della|da|das|dos?|di|du|bin|bint|ibn|al|el|te[rn]|zu|y|e|af|av|(?:al|el)-.*"
)
"""Small words between those of a name."""

_STANDING = late_pattern(
    r"\b(?:not|no|yet|under|in|since|until|pending|review|reviewed|negotiat\w+|longer|left|joined|joining|start\w*|early|late|full|partial|accept\w*"
    r"|approv\w+|reject\w*|appl\w+|candidate|observer|associate|member\w*|status|withdr\w+|suspend\w*|active|inactive|current\w*|former\w*|ratif\w+"
    r"|signed|signatory|negoci\w*|verhand\w*|pendient\w*|beobacht\w*|mitglied|membre|miembro|membro|process|progress|planned|invited|unknown|never|always|yes|true|false)\b",
)
"""Words for how things stand, in whatever case."""

OF_PEOPLE_ONLY = frozenset((
    "gender", "sex", "birth date", "date of birth", "birthdate", "birthday", "dob", "year of birth", "birth year", "death date",
    "date of death", "sort name", "given name", "given names", "family name", "first name", "firstname", "last name",
    "lastname", "middle name", "surname", "forename", "honorific prefix", "honorific suffix", "salutation", "marital status",
    "profession", "occupation", "job title", "geschlecht", "geburtsdatum", "geburtsjahr", "vorname", "nachname", "familienname",
    "beruf", "sexe", "genre", "date de naissance", "annee de naissance", "prenom", "nom de famille", "genero", "sexo",
    "fecha de nacimiento", "ano de nacimiento", "apellido", "apellidos", "data di nascita", "cognome", "sesso",
    "data de nascimento", "sobrenome", "пол", "дата рождения", "фамилия", "отчество",
))  # fmt: skip
"""What only people have, by the names of columns."""

_PERHAPS = frozenset((
    "twitter", "twitter handle", "facebook", "instagram", "linkedin", "email", "e mail", "email address", "mail", "phone",
    "telephone", "image", "photo", "portrait", "parlparse", "everypolitician", "politician id", "person id", "mp id",
))  # fmt: skip
"""What people have and states hardly ever, though other members may: companies, societies, parties."""


def may_be_people(table: Columns, column: Column) -> bool:
    """Whether a column beside one of states has names of people in it.

    They have several words with capitals each, hardly one comes again and again, and none is a role or an answer.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Returns
    -------
    bool
    """
    cells = [" ".join(cell.split()) for cell in column.distinct]
    if not cells or may_answer(column) or states_in(column.distinct):
        return False
    if any(flag_of(cell) != UNKNOWN or table.cells.role(cell) or _STANDING.search(bare(cell)) for cell in cells):
        return False
    named = [cell for cell in cells if _is_name(cell)]
    return len(named) >= 0.8 * len(cells) and 3 * len(cells) >= len(column.cells)


def _is_name(cell: str) -> bool:
    words = cell.split()
    return len(words) > 1 and not any(map(str.isdigit, cell)) and all(map(_is_part, words))


def _is_part(word: str) -> bool:
    """Whether a word has a capital, or is of a script without them, or is one of those that stand between others."""
    return word[:1].isupper() or word.lower() == word.upper() or _SMALL.fullmatch(word) is not None


def only_answers(table: Columns, column: Column) -> bool:
    """Whether a column that is called after members has no names of any in it.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Returns
    -------
    bool
    """
    if states_in(column.distinct):
        return False
    return may_answer(column) or (column.key in ("member", "members") and not may_be_people(table, column))


def ask_of_people(
    table: Columns, people: Column, states: Column, more: str = "", *, kind: str = "person"
) -> InvalidRequest:
    """What to say where either people or the states beside them may be the members.

    Parameters
    ----------
    table : Columns
        The table.
    people : Column
        The column of people.
    states : Column
        The column of states.
    more : str, optional
        What else is to be said for the table to be read.
    kind : str, optional
        What the people are to be read as.

    Returns
    -------
    InvalidRequest
    """
    ways = ((people, kind), (states, "member"))
    said = " or ".join(" ".join(filter(None, (map_option(c.name, field), more))) for c, field in ways)
    return InvalidRequest(
        f"{table.where}: the members may be the people of {people.name!r} or the states of {states.name!r}; say which: {said}"
    )


def refuse_if_parties(table: Columns) -> None:
    """Refuse a table with a column of parties that are no states, beside one of states: either may be the members.

    Parameters
    ----------
    table : Columns
        The table.

    Raises
    ------
    InvalidRequest
        With the ways to say which.
    """
    member = table.column_of("member")
    if member is None or table.given("member") or table.found.person:
        return
    parties = [c for c in table.columns if body_of_people(c.key) == "party" and table.labels(c)]
    parties = [c for c in parties if not c.codes and states_in(c.distinct) < 0.5]
    named = [c for c in table.by_key.get("name", []) if c is not member and table.labels(c)]
    if parties and parties[0] is member and named:
        member, named = named[0], []
    if not parties or parties[0] is member or states_in(member.distinct) < 0.5:
        return
    in_one = "organization" in table.fields or bool(table.organization)
    if named and not in_one:
        raise InvalidRequest(
            f"{table.where}: the members may be those of {named[0].name!r}, in {parties[0].name!r}; if so, say:"
            f" {map_option(named[0].name, 'member')} {map_option(parties[0].name, 'organization')}; if the states of {member.name!r} are"
            f" members of what {named[0].name!r} says: {map_option(member.name, 'member')} {map_option(named[0].name, 'organization')}"
        )
    ways = [
        map_option(one.name, "member") + ("" if in_one else f" {map_option(two.name, 'organization')}")
        for one, two in ((parties[0], member), (member, parties[0]))
    ]
    raise InvalidRequest(
        f"{table.where}: the members may be the parties of {parties[0].name!r} or the states of {member.name!r}; say which:"
        f" {' or '.join(ways)}"
    )


def are_people(table: Columns, members: Column) -> bool:
    """Whether the members of a column are people: none is a state of the list, and other columns are of people only.

    Parameters
    ----------
    table : Columns
        The table.
    members : Column
        The column.

    Returns
    -------
    bool
    """
    if members.codes or not table.labels(members) or states_in(members.distinct):
        return False
    others = [column for column in table.columns if column.cells and column is not members]
    keys = {column.key for column in others}
    if keys & OF_PEOPLE_ONLY or any(is_title_of_no_body(column) and only_addresses(column) for column in others):
        return True
    return bool(keys & _PERHAPS) and not any(map(_is_called_as_body, members.distinct))


_OF_A_PERSON = late_pattern(
    r"(?:.+ )?(?:id|ids|uuid|uid|qid|code|handle|e ?mail|phone|tel|telefon|fax|website|homepage|url|links?|picture|bild|foto"
    r"|votes?|stimmen|rating|elo|age|height|weight|alter)"
)


def is_of_person(column: Column) -> bool:
    """Whether a column says what each of some people has for himself: an id, an address, a date of birth, votes.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool

    >>> [is_of_person(Column(0, name, ["a"])) for name in ("email", "gender", "Legislatura")]
    [True, True, False]
    """
    if column.key in OF_PEOPLE_ONLY or column.key in _PERHAPS or _OF_A_PERSON.fullmatch(column.key) or column.urls:
        return True
    return bool(column.cells) and 2 * sum("@" in cell[1:] for cell in column.cells) > len(column.cells)


def of_left_over(table: Columns, column: Column) -> str:
    """What to say of a column of a table of people that nobody reads, and that says more than what each has for himself.

    Parameters
    ----------
    table : Columns
        The table, all of whose other columns are decided.
    column : Column
        The column.

    Returns
    -------
    str
        "" if nothing is to be said.
    """
    members = table.column_of("member")
    if members is None or table.given("member"):
        return ""
    if is_title_of_no_body(column) and not only_addresses(column) and not states_in(members.distinct):
        return _OFFICE.format(map_option(column.name, "role"))
    silent = is_of_person(column) or is_title_of_no_body(column) or called_after(column.key) or column.key in NAMES
    if not table.found.person or silent or not column.named or column.flags or NOT_BODIES.search(column.key):
        return ""
    return of_people(members)


_FIRM = late_pattern(
    r"\b(?:inc|ltd|limited|llc|plc|corp|corporation|gmbh|ag|kg|e\.v|oy|ab|bv|nv|spa|srl|university|ministry|bank)\b\.?"
)


_LEGAL_FORM = late_pattern(
    r".*\s(?:Inc|Incorporated|Ltd|Limited|LLC|LLP|PLC|plc|Corp|Corporation|GmbH|AG|KG|SE|S\.?A|S\.?r\.?l|S\.?p\.?A|B\.?V|N\.?V|Oy|Pty)\.?",
)


def has_firms(column: Column) -> bool:
    """Whether a name of a column is surely a firm's: it ends in the form that a firm has by law.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool

    >>> has_firms(Column(0, "name", ["Acme Corp", "Blue Harbour"])), has_firms(Column(0, "name", ["Ann Lee"]))
    (True, False)
    """
    return any(_LEGAL_FORM.fullmatch(name) for name in column.distinct)


def are_called_as_bodies(column: Column) -> bool:
    """Whether most names of a column are those of firms and other bodies, by a word in them.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool

    >>> are_called_as_bodies(Column(0, "name", ["Acme Ltd", "Lake Council"])), are_called_as_bodies(Column(0, "name", ["Ann Lee"]))
    (True, False)
    """
    named = [name for name in column.distinct if _FIRM.search(name.casefold()) or says_body(name.split())]
    return 2 * len(named) > len(column.distinct)


def _is_called_as_body(name: str) -> bool:
    """Whether a name can hardly be a person's: it is one word, has a figure, or a word for a body."""
    words = name.split()
    return len(words) < 2 or any(c.isdigit() for c in name) or says_body(words)


_FORMAL = late_pattern(
    r"\b(?:r[eé]p[uú]b\w*|kingdom|k[oö]nigreich|royaume|rein[oa]|regno|koninkrijk|state|staat|états?|etats?|estados?|stato"
    r"|federa\w*|f[eé]d[eé]ra\w*|confedera\w*|union|commonwealth|principality|sultanate|emirates?|duchy|республика|королевство)\b",
    re.IGNORECASE,
)


def are_formal(column: Column) -> bool:
    """Whether most cells of a column are names of states as they call themselves: "Republic of Malta".

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool

    >>> are_formal(Column(0, "name", ["Republic of Malta", "Royaume du Maroc"])), are_formal(Column(0, "name", ["Ann Lee"]))
    (True, False)
    """
    return 2 * sum(_FORMAL.search(cell) is not None for cell in column.distinct) > len(column.distinct)


def why_left(column: Column, members: Column) -> str:
    """Why a column of a table of people is not read; "" if nothing is known of it.

    Parameters
    ----------
    column : Column
        The column.
    members : Column
        The column of the people.

    Returns
    -------
    str
    """
    if (column.key in BODIES_OF_PEOPLE or column.key == "on behalf of") and not column.codes:
        return f"if it is what they are in, say {map_option(column.name, 'organization')}"
    office = column.key in OFFICES or (is_title_of_no_body(column) and not only_addresses(column))
    if office and not column.numbers:
        return _OFFICE.format(map_option(column.name, "role"))
    return of_people(members) if column.key in PLACES else ""


def of_people(members: Column) -> str:
    """Why what else could be a member is none: the members are the people of a column."""
    return f"the members are the people of {members.name!r}"


_MOST = 0.8
_OFFICE = "if it is the office that each holds there, say {}"


def tell_states(table: Columns) -> None:
    """Find out whether something says that the members are states: their column's name, codes, or that most are listed.

    Parameters
    ----------
    table : Columns
        The table, all of whose columns are decided.
    """
    found = table.found
    if found.person or found.states:
        return
    if found.layout == "members":
        found.states = states_in(found.wide.values()) >= _MOST
        return
    members = table.column_of("member")
    found.states = members is not None and (
        bool(found.fields.keys() & {*SCHEMES})
        or (members.codes and (members.numbers or codes_in(members.distinct) >= 0.5))
        or says_state(members.key)
        or states_in(members.distinct) >= _MOST
    )
