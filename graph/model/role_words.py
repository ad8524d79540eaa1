"""The words of a file for roles: which are the same as one of ours, which are only near to one, and which mean less.

One rule for whatever is read, tables and graphs alike. What is the same as one of our roles ("full member", "membre
associé") is read without a word. What says more or something else, and is a role of ours all the same ("founding
member", "signatory"), is read as that one, which is said. What gives a lesser right than a member has, in no way that
all bodies agree on ("partner", "correspondent"), is no role of ours: a table is asked about it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..late import late_pattern
from .naming.forms import unaccented

__all__ = [
    "CODES",
    "COUNTED_AS_FULL",
    "READ_AS_NEAREST",
    "ROLE_NAMES",
    "lesser_in",
    "nearest_in",
    "of_lesser_right",
    "role_of_word",
]

ROLE_NAMES = {"full": "member", "associate": "associate", "observer": "observer"}
"""What our roles are called in messages about words that were read as them."""

READ_AS_NEAREST = "read as the nearest role"
"""How the note begins on several words that were read as roles of ours, or on those of a graph."""

COUNTED_AS_FULL = "counted as full members, in a role of their own"
"""How the note begins on roles of a graph that are none of ours."""

CODES = {"": "full", "1": "full", "2": "associate", "3": "observer"}
"""The codes of COW and igoR; nothing is the full role."""

_SAME = {
    "full": """
        full, member, membership, full member, full member state, full membership, member state, full-member, ordinary
        member, regular member, active member, party, state party, contracting party, estado parte, etat partie, stato
        parte, vertragsstaat, vertragspartei, государство-участник, vollmitglied, mitglied, mitgliedstaat,
        mitgliedsstaat, ordentliches mitglied, membre, membre a part entiere, membre de plein droit, etat membre,
        miembro, miembro pleno, miembro de pleno derecho, estado miembro, membro, membro pleno, membro efetivo, estado
        membro, estado-membro, stato membro, membro effettivo, member country, current member, current, active, full
        participant, lid, volwaardig, volwaardig lid, volwaardig lidmaatschap, ordentlich, ordinary, vollwertig,
        vollwertiges mitglied, de plein droit, a part entiere, pleno derecho, effettivo, efetivo, pelnoprawny,
        pelnoprawny członek, полноправное членство, volledig lid, lidstaat, medlem, fullvardig medlem, fullt medlem,
        jasen, taysjasen, pelny członek, członek, panstwo członkowskie, clen, radny clen, tag, teljes jogu tag, uye,
        tam uye, член, полноправный член, действительный член, государство-член, членство, 成员, 成员国, 成員國,
        正式成员, 正式成員, 会员国, 會員國, 加盟国, 正式加盟国, 正会員, 회원, 회원국, 정회원, عضو, عضو كامل, دولة عضو,
        μέλος, πλήρες μέλος, κράτος μέλος, חבר, חבר מלא, सदस्य, पूर्ण सदस्य, повноправний член, yes, in force, in
        kraft, en vigueur, en vigor, in vigore
    """,
    "associate": """
        associate, associate member, associate membership, associate status, associated membership, associated,
        associated member, associated state, associate state, associate country, associated country, associe, membre
        associe, associee, membre associee, asociada, associada, associata, etat associe, assoziiertes mitglied,
        assoziiert, assoziierte, assoziierter, assoziiertes, assoziierte mitglieder, assoziierter staat, miembro
        asociado, asociado, estado asociado, membro associado, associado, estado associado, membro associato,
        associato, geassocieerd lid, geassocieerd, associerad medlem, associeret medlem, liitannaisjasen, członek
        stowarzyszony, panstwo stowarzyszone, ortak uye, ассоциированный член, ассоциированная страна, członkini
        stowarzyszona, stowarzyszony, stowarzyszona, ассоциированное государство, асоційований член, 准成员, 準成員,
        准会员, 準会員, 準加盟国, 준회원, عضو منتسب, عضو مشارك, συνδεδεμένο μέλος, חבר נלווה, सह सदस्य, assoc, assoc.
    """,
    "observer": """
        observer, observer status, non-member observer, non-member observer state, non member observer,
        observer state, observer member, permanent observer, observer government, observer
        organization, observer organisation, observer country, obs, obs., beobachter, beobachterin, beobachterinnen,
        beobachter in, beobachter/in, beobachter*in, beobachter:in, beobachter_in, beobachtend, beobachtende,
        beobachtender, beobachtendes mitglied, beobachtende mitglieder, beobachtender staat, beobachterstatus,
        beobachterstaat, observateur, etat observateur, membre observateur, observateur permanent, observador,
        observatrices, observatrice permanente, membre observatrice, osservatrici, osservatori, waarneemster,
        obserwatorka, członek obserwator, pozorovatelka, megfigyelo tag, наблюдательница, спостерігачка, estado
        observador, pais observador, miembro observador, membro observador, observadora, observatrice, osservatrice,
        osservatore, stato osservatore, waarnemer, observator, observatör, observatør, tarkkailija, obserwator,
        panstwo obserwator, pozorovatel, megfigyelo, gozlemci, gozlemci uye, наблюдатель, государство-наблюдатель,
        страна-наблюдатель, статус наблюдателя, спостерігач, 观察员, 观察员国, 觀察員, 觀察員國, 観察員, 観察国,
        オブザーバー, オブザーバー国, 옵서버, 옵저버, 참관국, مراقب, عضو مراقب, دولة مراقبة, παρατηρητής, κράτος
        παρατηρητής, משקיף, पर्यवेक्षक
    """,
}
"""Words that are our roles by other names, in the singular."""

_NEAREST = {
    "full": """
        founding member, founder, original member, founding, founder member, founding state, founding country,
        founding member state, charter member, initial member, fondateur, fondatrice, fundador, fundadora,
        fondatore, grunder, grundungsmitglied, grundungsmitglieder, grundungsstaat, membre fondateur, membres
        fondateurs, etat fondateur, pays fondateur, miembro fundador, miembros fundadores, estado fundador, pais
        fundador, membro fundador, membros fundadores, membro fondatore, membri fondatori, oprichter, oprichtend
        lid, członek założyciel, kurucu uye, член-основатель, государство-основатель, 创始成员, 创始会员国,
        創設メンバー, 原加盟国, 창설국, عضو مؤسس, ιδρυτικό μέλος, permanent member, standiges mitglied, membre
        permanent, miembro permanente, membro permanente, постоянный член, signatory, signatories, signatory
        state, signatory party, original signatory, founding signatory, signatory country, signataire, etat
        signataire, signatario, estado signatario, pais firmante, firmante, firmatario, stato firmatario,
        unterzeichner, unterzeichnerstaat, signatarstaat, ondertekenaar, sygnatariusz, подписант, 签署国, 署名国
    """,
    "associate": """
        affiliate, affiliate member, affiliated, affiliated member, affiliated state, affiliate state, affilie,
        membre affilie, afiliado, miembro afiliado, membro afiliado, affiliato, membro affiliato, 附属会員
    """,
}
"""Words that say more than our roles do, or something beside them."""

_LESSER = late_pattern(
    r"(?:[\w-]+ ){0,2}(?:partner(?: (?:country|state|member|organi[sz]ation|status))?|correspondent|guest|invitee"
    r"|subscriber)s?"
    r"|(?:correspond(?:ing|ent)|cooperating|subscriber|advisory|consultative|guest|non.?voting) "
    r"(?:member|state|country|body)"
    r"|gast|gastmitglied(?:er)?|(?:beratende|korrespondierende)[rs]? mitglied(?:er)?"
    r"|membres? (?:consultatif|consultative|invite|correspondant)e?s?"
    r"|(?:miembro|membro) (?:consultiv[oa]|invitad[oa]|convidad[oa]|invitat[oa]|correspondiente"
    r"|correspondente|corrispondente)"
    r"|(?:\w+ )?(?:partenaire|socio|partnerland|partnerstaat|pays partenaire|correspondant|партн[её]р"
    r"|член-партн[её]р)"
)


def _plain(word: str) -> str:
    """A word in lower case, without accents."""
    return unaccented(word.casefold())


@cache
def _words(nearest: bool = False) -> dict[str, str]:
    table = _NEAREST if nearest else _SAME
    return {_plain(word): role for role, words in table.items() for word in " ".join(words.split()).split(", ")}


def _of(plain: str, *, nearest: bool) -> str | None:
    known = _words(nearest)
    if found := known.get(plain) or known.get(plain.removesuffix("s")):
        return found
    if plain[-1:] not in _ENDS_OF_MANY or len(plain) > _LONGEST_OF_MANY:
        return None
    return next((role for each in _singulars(plain) if (role := known.get(each))), None)


_ENDS_OF_MANY = frozenset("seniи")
_LONGEST_OF_MANY = 60


@lru_cache(1024)
def _singulars(plain: str) -> tuple[str, ...]:
    """Words for many as they may be said of one: "etats observateurs", "beobachterstaaten"."""
    parted = plain.split()
    ways = [
        " ".join(word[: -len(end)] + one if word.endswith(end) else word for word in parted)
        for end, one in (("s", ""), ("en", ""), ("n", ""), ("i", "e"), ("i", "o"), ("и", "ь"), ("и", ""))
    ]
    spanish = [re.sub(r"(?:(?<=[^aeious])es|s)$", "", word) for word in parted]
    states = " ".join(_STATES_OF_MANY.get(word, word) for word in parted)
    return (" ".join(spanish), *ways, states, states.removesuffix("s"))


_STATES_OF_MANY = {"countries": "country", "economies": "country", "states": "state", "paises": "pais"}


def role_of_word(word: str) -> str | None:
    """The role that a word is, or that it is read as; None if it is none of ours.

    Parameters
    ----------
    word : str
        The word or the words, in any case, one or many ("observers").

    Returns
    -------
    str or None

    >>> role_of_word("Full member"), role_of_word("founding members"), role_of_word("partner")
    ('full', 'full', None)
    """
    plain = _plain(word)
    return _of(plain, nearest=False) or _of(plain, nearest=True)


@cache
def _phrases() -> re.Pattern[str]:
    words = sorted(_words(nearest=True), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})s?(?!\w)")


@lru_cache(8192)
def nearest_in(text: str) -> dict[str, str]:
    """The words of a text that are near to one of our roles, and are read as it, though they are not the same.

    Parameters
    ----------
    text : str
        A text that says a role, alone or with dates.

    Returns
    -------
    dict of str to str
        The words, as they are written if the text has no others, and the role of each.

    >>> nearest_in("Founding member"), nearest_in("founder (1952)"), nearest_in("full member since 1990")
    ({'Founding member': 'full'}, {'founder': 'full'}, {})
    """
    plain = " ".join(_plain(text).split())
    if role := _of(plain, nearest=True):
        return {text: role}
    return {found: role for found in _phrases().findall(plain) if (role := _of(found, nearest=True))}


_LONGEST = 3
"""The most words of a role that are looked for among others."""


@cache
def _first_of_lesser() -> frozenset[str]:
    """The words with which the words for associates and observers begin."""
    words = {**_words(), **_words(nearest=True)}
    return frozenset(word.split()[0] for word, role in words.items() if role != "full")


def lesser_in(words: str) -> set[str]:
    """The roles of less than full right that a text speaks of in words of ours.

    Parameters
    ----------
    words : str
        The text, without signs.

    Returns
    -------
    set of str

    >>> lesser_in("takes part as an observer only"), lesser_in("full member")
    ({'observer'}, set())
    """
    parts, firsts = words.split(), _first_of_lesser()
    found = {
        role_of_word(" ".join(parts[at : at + size]))
        for at, part in enumerate(parts)
        if (plain := _plain(part)) in firsts or plain.removesuffix("s") in firsts
        for size in range(1, _LONGEST + 1)
    }
    return {role for role in found if role and role != "full"}


def of_lesser_right(words: str) -> bool:
    """Whether words are for those who take part in a body without being members: "dialogue partner".

    Parameters
    ----------
    words : str
        The words, in any case.

    Returns
    -------
    bool

    >>> of_lesser_right("Dialogue partner"), of_lesser_right("corresponding member"), of_lesser_right("president")
    (True, True, False)
    """
    return _LESSER.fullmatch(" ".join(_plain(words).split())) is not None
