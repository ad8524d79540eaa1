"""The roles of members: one table of their names, terms and usual words."""

from __future__ import annotations

import re
from functools import cache

from ..errors import InvalidRequest
from ..rdf.terms import PREFIXES
from .name_forms import unaccented

__all__ = [
    "ANY_ROLE",
    "FULL",
    "LESSER_ROLES",
    "ROLES",
    "ROLE_IRIS",
    "check_role",
    "counted_role",
    "role_named",
    "role_of",
    "roles_in",
]

FULL = "full"
"""The role of a member in full right; so is a member whose role is not given."""

ROLE_IRIS: dict[str, str] = {
    FULL: PREFIXES["blocs"] + "fullMember",
    "associate": PREFIXES["blocs"] + "associate",
    "observer": PREFIXES["blocs"] + "observer",
}
"""The term of each role."""

ROLES: tuple[str, ...] = tuple(ROLE_IRIS)
"""Roles that members can be asked for by."""

LESSER_ROLES: tuple[str, ...] = tuple(role for role in ROLES if role != FULL)
"""Roles of less than full right. Any other role that a source may name is one in full right."""

ANY_ROLE = "any"
"""What asks for members in whatever role; some of them are joined by "+": "full+associate"."""

_NAMES = {iri: name for name, iri in ROLE_IRIS.items()}

_WORDS = {
    FULL: """
        full, member, full member, full membership, member state, members, full-member, ordinary
        member, regular member, founding member, founder, original member, founding, active member,
        party, state party, contracting party, estado parte, etat partie, stato parte, vertragsstaat,
        vertragspartei, государство-участник, fondateur, fundador, fondatore, grunder,
        signatory, permanent member, vollmitglied, mitglied,
        mitgliedstaat, mitgliedsstaat, ordentliches mitglied, grundungsmitglied, membre, membre a
        part entiere, membre de plein droit, membre fondateur, etat membre, miembro, miembro pleno,
        miembro de pleno derecho, miembro fundador, estado miembro, membro, membro pleno, membro
        efetivo, membro fundador, estado membro, estado-membro, stato membro, membro effettivo,
        membro fondatore, member country, current member, current, active, full participant, lid,
        volwaardig, volwaardig lid, volwaardig lidmaatschap, ordentlich, ordinary, vollwertig,
        vollwertiges mitglied, de plein droit, a part entiere, pleno derecho, effettivo, efetivo,
        pelnoprawny, pelnoprawny członek, полноправное членство, volledig lid, lidstaat, medlem,
        fullvardig medlem, fullt medlem, jasen, taysjasen, pelny członek, członek, panstwo
        członkowskie, clen, radny clen, tag, teljes jogu tag, uye, tam uye, член, полноправный член,
        действительный член, государство-член, членство, член-основатель, 成员, 成员国, 正式成员, 会员国, 加盟国,
        正式加盟国, 회원국, 정회원, عضو, عضو كامل, yes, in force, in kraft,
        en vigueur, en vigor, in vigore
    """,
    "associate": """
        associate, associate member, associate membership, associated, associated member,
        associated state, associate state, partner, partner state, partner country, affiliate,
        affiliate member, associe, membre associe, associee,
        membre associee, asociada, associada, associata, etat associe, assoziiertes mitglied,
        assoziiert, assoziierter staat, miembro asociado, asociado, estado asociado, membro
        associado, associado, estado associado, membro associato, associato, geassocieerd lid,
        geassocieerd, associerad medlem, associeret medlem, liitannaisjasen, członek
        stowarzyszony, panstwo stowarzyszone, ortak uye, ассоциированный член, ассоциированное
        государство, член-партнер, 准成员, 准会员, 準加盟国, 준회원, عضو منتسب, عضو مشارك, affiliated member,
        associate country
    """,
    "observer": """
        observer, observer status, observer state, observer member, permanent observer, observer government,
        observer organization,
        beobachter, beobachterstatus, beobachterstaat, observateur, etat observateur, membre
        observateur, observateur permanent, observador, estado observador, pais observador,
        miembro observador, membro observador, observadora, observatrice, osservatrice, osservatore, stato osservatore,
        waarnemer, observator, observatör, observatør, tarkkailija, obserwator, panstwo
        obserwator, pozorovatel, megfigyelo, gozlemci, gozlemci uye, наблюдатель,
        государство-наблюдатель, страна-наблюдатель, статус наблюдателя, спостерігач, 观察员, 观察员国,
        オブザーバー, 옵서버, 참관국, مراقب, عضو مراقب, observer country
    """,
}


def _plain(word: str) -> str:
    """A word in lower case, without accents."""
    return unaccented(word.casefold())


@cache
def _role_of_word() -> dict[str, str]:
    found = {_plain(word): role for role, words in _WORDS.items() for word in " ".join(words.split()).split(", ")}
    return found | {"": FULL, "1": FULL, "2": "associate", "3": "observer"}  # the codes are those of COW and igoR


def check_role(role: str) -> None:
    """Let a role pass that members can be asked for by.

    Parameters
    ----------
    role : str
        One of `ROLES`, or "any".

    Raises
    ------
    InvalidRequest
        If there is no such role.

    >>> check_role("boss")
    Traceback (most recent call last):
    ...
    blocs.InvalidRequest: unknown role 'boss'; use one of: full associate observer any
    """
    if role not in (*ROLES, ANY_ROLE):
        raise InvalidRequest(f"unknown role {role!r}; use one of: {' '.join(ROLES)} {ANY_ROLE}")


def roles_in(role: str) -> frozenset[str]:
    """The roles that count where one is asked for: that one, some that "+" joins, or all.

    >>> sorted(roles_in("full+observer")), len(roles_in("any"))
    (['full', 'observer'], 3)
    """
    return frozenset(ROLES if role == ANY_ROLE else role.split("+"))


def role_of(iri: str) -> str:
    """The role that a term stands for: "full" for no term; the term's local name if it is none of ours.

    >>> role_of(""), role_of(ROLE_IRIS["observer"]), role_of("http://example.org/roles#chair")
    ('full', 'observer', 'chair')
    """
    if not iri:
        return FULL
    return _NAMES.get(iri) or re.split(r"[/#]", iri.rstrip("/#"))[-1].removeprefix("role-") or iri


def counted_role(iri: str) -> str:
    """The role by which a member is counted: of a role that others have thought of, a member is a full one.

    >>> counted_role("http://example.org/chair"), counted_role(ROLE_IRIS["associate"])
    ('full', 'associate')
    """
    role = role_of(iri)
    return role if role in LESSER_ROLES else FULL


def role_named(word: str) -> str | None:
    """The role that a word or code of a table stands for, in any case; None if it stands for none.

    >>> role_named("Full member"), role_named("3"), role_named("boss"), role_named("observers")
    ('full', 'observer', None, 'observer')
    """
    plain = _plain(word)
    return _role_of_word().get(plain) or _role_of_word().get(plain.removesuffix("s"))
