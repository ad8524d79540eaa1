"""What a column"s name says: as it is looked up, and by the words that it is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .codings import FLAG_WORDS_OF_NAMES, without_coding
from .words.column_names import FIELDS
from .words.column_words import END_WORD, START_WORD, TURNS
from .words.date_parts import part_of_date
from .words.key_forms import plain_form, with_blanks
from .words.people_words import called_after

__all__ = [
    "NAMES_OF_ENDS",
    "NOT_BODIES",
    "YEAR_OF_BODY",
    "count_known",
    "counted",
    "dates_of_no_body",
    "edge_named",
    "entity_name",
    "is_plural",
    "key_of",
    "legend_of",
    "says_who_is_in_what",
    "surely_left",
    "turned",
]

_LEGEND = re.compile(r"[(\[]\s*((?:-?\w{1,3}\s?[=:]\s?[^,;=()]+?\s*(?:[,;/]|$|\band\b)?\s*){2,})[)\]]")
_ONE_OF_LEGEND = re.compile(r"(-?\w{1,3})\s?[=:]\s?([^,;=()]+?)\s*(?=[,;/]|\band\b|$)")


def legend_of(name: str) -> dict[str, str]:
    """What a column's name says its codes are; empty if it does not.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    dict of str to str

    >>> legend_of("type (1=full, 2=associate member; 0 = none)"), legend_of("type (of member)")
    ({'1': 'full', '2': 'associate member', '0': 'none'}, {})
    """
    found = _LEGEND.search(name)
    return {code: " ".join(what.split()) for code, what in _ONE_OF_LEGEND.findall(found[1])} if found else {}


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
    name = _LEGEND.sub("", name) if "=" in name or ":" in name else name
    name = re.sub(r"\[[^\]]*\]|\((?:s|en)\)", "", name)
    name = without_coding(name, bare=False) if "(" in name else name
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", name.strip().lstrip("\ufeff#"))
    name = re.sub(r"(?<=[a-z])(?=ID\b)", " ", name)
    key = _property_named(plain_form(name))
    without = re.sub(r"\(.*?\)", " ", name)
    if without != name and key not in _KNOWN and (short := key_of(without)) in _SHORTENED:
        return short  # "organizations (year joined)", "full name (first, last)"
    return key


_PROPERTY = re.compile(r"(?:(?:wdt|p|ps|pq|qualifier) )?p(463|580|582|585|571|576)(?: (label)| .*)?")
_PROPERTIES = {
    "463": "member of", "580": "start time", "582": "end time", "585": "point in time", "571": "inception", "576": "dissolved",
}  # fmt: skip
"""What Wikidata calls the properties of memberships and of bodies, whose numbers queries have as names."""


def _property_named(key: str) -> str:
    """The name of a property of Wikidata for its number; any other key as it is.

    >>> _property_named("pq p580"), _property_named("p463 label"), _property_named("p580 start time"), _property_named("p46")
    ('start time', 'member of label', 'start time', 'p46')
    """
    match = _PROPERTY.fullmatch(key) if "p" in key else None
    return f"{_PROPERTIES[match[1]]} {match[2] or ''}".strip() if match else key


_COUNTED = re.compile(r"(.*?) ?(\d{1,2})(?: (.*))?")


def counted(key: str) -> tuple[str, int, str] | None:
    """What stands before the number in the name of a counted column, the number, and what stands behind it.

    Parameters
    ----------
    key : str
        The name, as `key_of` writes it.

    Returns
    -------
    (str, int, str) or None
        None if it is not counted.

    >>> counted("org 2"), counted("joined 2 year"), counted("org")
    (('org', 2, ''), ('joined', 2, 'year'), None)
    """
    match = _COUNTED.fullmatch(key)
    return (match[1], int(match[2]), match[3] or "") if match else None


NAMES_OF_ENDS = frozenset((*FIELDS["member"], *FIELDS["organization"]))
"""What columns of members and of bodies are called."""
_SHORTENED = NAMES_OF_ENDS | {"full name"}
_KNOWN = {name: at for at, names in FIELDS.items() for name in names}


_MEMBERS = frozenset(name for field in ("member", "cow", "gw", "iso3", "iso2", "iso_numeric") for name in FIELDS[field])
_BODIES = frozenset(FIELDS["organization"])


def says_who_is_in_what(cells: Sequence[str]) -> bool:
    """Whether a row has the names of a column of members and of another of bodies.

    Parameters
    ----------
    cells : sequence of str
        The row.

    Returns
    -------
    bool

    >>> says_who_is_in_what(["iso3c", "igo", "entry_year"]), says_who_is_in_what(["iso3c", "name", "population"])
    (True, False)
    """
    keys = {key_of(cell) for cell in cells if cell.strip() and len(cell) < 60}
    return bool(keys & _MEMBERS) and bool(keys & _BODIES)


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
    return sum(key in _KNOWN or bool(called_after(key)) or bool(part_of_date(key)) for key in keys)


NOT_BODIES = re.compile(
    r"\b(?:year|date|sdate|deaddate|ionum|id|ids|code|number|no|nr|population|gdp|area|version|censor|capital|elected|appointed|born|birth|died|founded|established|created|dissolved|region|continent|rank|count|total|sum|index"
    r"|landlocked|island|notes?|comments?|remarks?|bemerkung\w*|anmerkung\w*|kommentar\w*|remarques?|observaciones|observacoes|notas?|note|примечани\w*"
    r"|governors?|presidents?|ambassadors?|currency|language|province|city|imputed|dummy|latitude|longitude|lat|lon|score|polity|democracy)\b"
)


def dates_of_no_body(key: str) -> bool:
    """Whether a column's name says that its dates are of something else than a body: "birth year", "election date"."""
    return NOT_BODIES.search(key.replace("date", "").replace("year", "")) is not None


_TURN_WORD = re.compile(
    r"\b(?:denied|missing|rejected|refused|former|suspended|withdrawn|expelled|candidate|applicant|terminated|non ?members?|(?<!or )not|absent"
    r"|outside|opt(?:ed|s)? ?outs?|excluded|excludes|no longer|ausgeschlossen|nicht|kein|non membre|non parti[ec]|no miembro|nao membro"
    r"|geen lid|absente?|ausente|assente|abwesend|afwezig)\b"
)


def turned(key: str) -> bool:
    """Whether a column's name says that something is no membership: "denied membership"."""
    return key in TURNS or _TURN_WORD.search(key) is not None


def surely_left(key: str) -> bool:
    """Whether a column's name is of leaving, whatever else it is of: "withdrawal note", "reason for leaving"."""
    return re.search(r"\b(?:withdr\w+|leav\w+|left|exit\w*|expel\w*|terminat\w+)\b", key) is not None


def edge_named(key: str) -> bool:
    """Whether a column is called after the start or end of something."""
    return bool(START_WORD.search(key)) != bool(END_WORD.search(key))


_PLURAL = frozenset((
    "members", "member states", "member countries", "countries", "states", "nations", "parties", "signatories", "participants",
    "current signatories", "organizations", "organisations", "bodies", "alliances", "memberships", "mitglieder", "membres", "etats membres", "miembros",
    "organizaciones", "member of",
))  # fmt: skip


_PLURAL_BODIES = frozenset((
    "organizations", "organisations", "organizaciones", "organizacoes", "organizzazioni", "organisationen", "organisaties",
    "bodies", "alliances", "blocs", "groups", "memberships",
))  # fmt: skip


def is_plural(wanted: str, key: str) -> bool:
    """Whether a column's name says that its cells are lists."""
    words = set(key.split())
    return key in _PLURAL or (wanted == "organization" and bool(words & _PLURAL_BODIES))


_CAPITAL = re.compile(r"(?<=[a-z])(?=Member)")  # "unMember"
_AROUND = re.compile(
    r"^(?:is an? (?=member)|is |(?:member of|membership in|membership of|in) (?-i:the )|in |member of |membership in |membership of "
    r"|dummy (?:for |of )?|(?:mitglied|mitgliedschaft|membre|miembro|membro|lid)"
    r" (?:der |des |von |im |in der |in |de la |de l'|de |del |da |do |van de |van |the )?)+"
    rf"|(?:\s+(?:members?|membership|member state|accession|joined|since|{FLAG_WORDS_OF_NAMES})|\s*\?)+$",
    re.IGNORECASE,
)


YEAR_OF_BODY = re.compile(
    r"\s*[(\[](?:(?:founded|established|est\.?|created|since|gegr[uü]ndet|seit|depuis|desde|dal|sinds|fond[ée]e?|fundad[oa])\b:?[^()]*?[ .])?[12]\d{3}[)\]]$",
    re.IGNORECASE,
)
"""The year of a body behind its name: "NATO (1949)", "ASEAN (founded 1967)"."""


def entity_name(name: str) -> str:
    """What a column of a wide table is called, without the words around it: "eu_member" is eu, "NATO (1949)" is NATO.

    >>> entity_name("UN.member"), entity_name("Member.of.NATO"), entity_name("Warsaw.Pact"), entity_name("U.N.")
    ('UN', 'NATO', 'Warsaw Pact', 'U.N.')
    >>> [entity_name(name) for name in ("Member of the Alpha Pact? (1=yes)", "nato_dummy", "EU member?", "AU member (y/n)", "The Six")]
    ['Alpha Pact', 'nato', 'EU', 'AU', 'The Six']
    """
    name = without_coding(YEAR_OF_BODY.sub("", name))
    words = name if " " in name else _CAPITAL.sub(" ", with_blanks(name))
    return _AROUND.sub("", words).strip() or name
