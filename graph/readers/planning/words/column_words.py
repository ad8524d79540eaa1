"""What the name of a column says by the words that it is made of, in many languages.

`column_names` has the usual names of columns as a whole. A name that is not among them ("Organismo internacional",
"Data przystąpienia", 加盟国) is known by its stems, if all its other words say nothing ("name", "de", "official").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .foreign_names import names_in
from .key_forms import with_blanks

__all__ = [
    "BEFORE_WORD",
    "END_WORD",
    "EVENTS",
    "START_WORD",
    "TURNS",
    "edge_of",
    "has_body_word",
    "says",
    "says_body",
    "says_state",
]


def _any(words: str) -> str:
    return "|".join(words.replace("ς", "σ").split())  # as `casefold` writes the last letter of Greek words


_STATES = _any(
    r"""
    states? country countries nations? land lander landern ländern staat staaten lidstaat lidstaten lidland pays pais paises
    paese paesi stato stati estados? etats? panstwo panstwa kraj kraje ulkes? ulkeler devlet
    medlemsland medlemsstat medlemslander maa jasenmaa jasenvaltio valtio
    orszag tagallam tagorszag tara stat zeme drzava negara riik liikmesriik valstis salis riki mitgliedsstaat\w*
    mitgliedstaat\w* vertragsstaat\w* mitgliedsland\w* χωρα κρατος κρατη страна страны государств\w+ країна держав\w+
    (?:ال)?دولة (?:ال)?بلد (?:ال)?دول מדינה देश (?:成员|会员|成員|會員|加盟|参加)?(?:国家?|國家?|州)(?:名称?|名稱?)?
    (?:회원|가맹)?국가?(?:명)? 나라
    """
)
"""Words for states."""

_STEMS = {
    "member": _STATES
    + "|"
    + _any(
        r"""
        czlonek czlonkowie uye uyeler lid leden medlem medlemmar jasen clen clensky clanica vertragspart\w+ mitglied\w*
        members? membres? miembros? membros? membri parties contracting signator(?:y|ies) party μελος член участни\w+ (?:ال)?عضو
        (?:成员|会员|成員|會員)(?:名称?|名稱?)?
        """
    ),
    "organization": _any(
        r"""
        bod(?:y|ies) groupings? zusammenschl\w+ organi[sz]\w+ organism[aeo]? organismos orgaan orgut\w* szervezet\w* jarjesto\w* alli?an\w+ alianz?a aleanza sojusz\w*
        ittifak\w* pact\w* pakt\w* treat(?:y|ies) conventions? convenios? konvention\w* tratados? traites? trattat[oi] vertrag(?!spart|sstaat)\w* verdrag\w* verbond verband
        verbund league liga ligue lega club klub union uni[aeoó]n? unione birlik birligi bloc blocs blok bloques? block
        bund(?!esl[aä]nd|esstaat)\w* verein\w* gemeinschaft\w* instituti?on\w* institucion\w* instituic\w+ istituzion\w+ igos? coalition coalicion
        forbund\w* forening\w* liitto savez\w* zveza\w* szovetseg\w* alian[cs]\w* pakatan pertubuhan
        организаци\w+ організаці\w+ організація союз\w* альянс\w* блок договор\w* объединени\w+ οργανισμ\w+ ενωση συμμαχια
        (?:ال)?منظمة (?:ال)?تحالف (?:ال)?حلف (?:ال)?اتحاد ארגון संगठन
        (?:国际|國際|国際|地域)?(?:组织|組織|机构|機構|机関|機関|联盟|聯盟|同盟|条约|条約)(?:名称?|名稱?)? (?:국제)?(?:기구|조직|단체|동맹)(?:명)?
        """
    ),
}
_KIND_OF_MEMBERSHIP = (
    re.compile(
        r"(?:"
        + _any(
            r"""
            member(?:ship)?s? mitglied\w* \w*mitgliedschaft\w* membres? adhesion miembros? membresia membros? membri adesione
            lid \w*lidmaatschap\w* medlem\w* jasen\w* czlonk\w* czlonko\w* clen\w* tagsag\w* uyelik\w* член\w* участи\w*
            μελους ιδιοτητα participa\w+ teilnahme\w* teilnehmer\w* partecipa\w+ deelname\w* udzial\w* parties? vertragspart\w*
            """
        )
        + r")"
    ),
    re.compile(
        r"(?:"
        + _any(
            r"""
            types? kinds? tipologia modalidad\w* qualite calidad qualidade status statut estatus stat[oi] statuut statuses role rol rolle rolo rola category categorie categoria
            kategorie kategoria kategori class classe klasse level tier grade soort art form typ tipo tip rodzaj slag
            forme rodaj вид тип статус категория condicion condicao situation situacion standing
            """
        )
        + r")"
    ),
    re.compile(r"(?:of|the|de|da|do|del|della|di|des|du|d|der|van|von|het|le|la|state|country|current|in|av|af)"),
)
_NEUTRAL = _any(
    r"""
    titles? names? nombres? nom nome naam nazwa navn namn nev nimi names? название наименование назва имя اسم 이름 the of de del
    della dello dell degli delle do da das dos der des die van av di l d la le les lo el los las os gli du dem den internacional(?:es)? international\w* internazionale? regional\w*
    miedzynarodow\w+ międzynarodow\w+ internationell\w* uluslararasi uluslararası международн\w+ міжнародн\w+ region
    official oficial officiel english en full complete members? membros? miembros? membres? mitglied\w* lid uye
    contracting participating participation constituent дол intergovernmental supranational multilateral territory
    intergouvernementale? zwischenstaatliche intergubernamental
    """
)
_WORDS = {name: re.compile(rf"(?:{stems}|{_NEUTRAL})") for name, stems in _STEMS.items()}
_TELLING = {name: re.compile(rf"(?:{stems})") for name, stems in _STEMS.items()}

_BODY_NOUN = re.compile(
    _any(
        r"""
        pact\w* pakt\w* treaty league liga ligue lega union uni[oa]n unione bund organi[sz]ation organi[sz]a[cz]i\w+ alliance
        alianza allianz alleanza council consejo conseil rat community communaute comunidad comunita gemeinschaft
        association asociacion commission agreement abkommen accord acuerdo convention confederation federation
        commonwealth assembly forum conference entente partnership cooperation coalition bloc block group club initiative
        protocol statute covenant charter memorandum conventions accords
        """
    )
)
_BODY_COMPOUND = re.compile(
    r"[A-Z]\w{2,}(?:pakt|bund|rat|union|verband|vertrag|liga|gemeinschaft|organisation|abkommen)"
)


def says_body(words: Sequence[str]) -> bool:
    """Whether the words of a name, as it is written, are those of a body: a noun for one with a capital, and another word.

    Parameters
    ----------
    words : sequence of str
        The words, without accents.

    Returns
    -------
    bool

    >>> says_body(["Alpha", "Pact"]), says_body(["defense", "pact"]), says_body(["Pact"]), says_body(["Balkanbund"])
    (True, False, False, True)
    """
    if len(words) == 1:
        return _BODY_COMPOUND.fullmatch(words[0]) is not None
    return any(word[0].isupper() and _BODY_NOUN.fullmatch(word.casefold()) for word in words)


def has_body_word(key: str) -> bool:
    """Whether a column's name has a word for a body in it: "military alliance", "regional organisation".

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool
    """
    return any(_TELLING["organization"].fullmatch(word) for word in key.split())


START_WORD = re.compile(
    r"\b(?:"
    + _any(
        r"""
        inkrafttreten commenc\w* elected appointed affiliat\w* entry entered entrance accession acceded acceding join\w* since start\w* from begin\w* admi\w+ force
        beitritt\w* eintritt\w* aufnahme\w* adhesion ades\w+ ingreso ingresso incorporacion entrada entree seit sinds
        eingetreten beigetreten aufgenommen adher\w+ ingresa\w+ ingressa\w+ aderit\w+ iscri\w+ inscri\w+
        desde depuis toetreding\w* toetrad\w* toegetreden inntradt tiltradte przystapi\w+ wstapi\w+ katilim\w* katılım\w* katilma giris uyelik intrade\w* indtraedelse\w*
        indtrædelse\w*
        anslutning\w* tiltrad\w* indtrad\w* innmeld\w* liittym\w* csatlakoz\w* aderar\w+ pristup\w* vstup\w* pristoup\w* liitum\w* вступ\w*
        liittyn\w* intratt intradd\w* aderare\w* intrar\w* zaclen\w* pridruzen\w* uclan\w* приєдн\w* присъединяван\w* приступ\w*
        присоедин\w* приєднан\w* ενταξη\w* προσχωρηση\w*
        """
    )
    + r")\b|انضمام|加入|加盟[日年]|入会|가입"
)
"""What the name of a column of starts has in it."""

END_WORD = re.compile(
    r"\b(?:"
    + _any(
        r"""
        exit\w* left leav\w* withdr\w* jusqu bis hasta fino until end ended terminat\w* expir\w* ceas\w* cessation austritt\w* ausscheid\w*
        ausgetreten ausgeschieden verlassen gekundigt kundigung ausserkrafttreten sorti\w* quitte\w* renonc\w* denonc\w* denunc\w* denounc\w*
        uitgetreden depart(?!e?ment|amento)\w* resign\w* expell?\w* expuls\w* dimission\w* dimess\w* uscit\w* usci recedut\w* sali\w* saiu
        ende sortie retrait salida baja retiro retirada saida uscita ritiro recesso uittred\w* uittrad\w* einde wystapi\w+
        ayril\w* ayrıl\w* cikis\w* uttrad\w* udmeld\w* utmeld\w* eroami\w* kilep\w* retrager\w* vystup\w* выход\w*
        выход вихід виходу αποχωρηση\w* εξοδο\w* ληξη\w* vystoupen\w* odchod\w* odejit\w* ukoncen\w* konec vystupen\w*
        odstoup\w* eronn\w* erosi erotet\w* paattym\w* utgang\w* uttrett\w* utmeldt udtrad\w* udtræd\w* udtraed\w* uttræd\w* avslut\w* afslut\w*
        avgang\w* avgatt lamnat lamnade kilepett kilepes\w* tavoz\w* megszun\w* iesir\w* iesit retras retragere\w* incetar\w* sfarsit
        ayrilis\w* ayrilma\w* bitis\w* istup\w* izlaz\w* izlazak napustan\w* istupan\w* wyjsc\w* odejsc\w* zakoncz\w* koniec
        окончани\w* выбы\w* вышел вышла завершени\w* завершення закінчен\w* излизан\w* напускан\w* иступ\w* излаз\w* lahku\w* valjaast\w* izstaj\w* izstop\w* isstoj\w* pabaig\w*
        """
    )
    + r")\b|انسحاب|退出|退會|脱退|脫離|脱离|离开|離脱|退会|离任|终止|終止|結束|结束|終了|탈퇴|종료"
)
"""What the name of a column of ends has in it."""

TURNS = frozenset((
    "former", "former member", "formerly", "former state", "ex member", "past member", "suspended", "suspended member",
    "membership suspended", "withdrawn", "withdrew", "candidate", "candidate country", "candidate member", "applicant",
    "applied", "application pending", "pending", "prospective", "prospective member", "planned", "future member",
    "acceding", "invited", "invitee", "denied", "rejected", "terminated", "expelled", "excluded", "inactive", "left",
    "defunct", "dissolved", "non member", "not ratified", "signed", "signed not ratified", "ehemalig", "ehemaliges mitglied",
    "ausgetreten", "in accession", "in accession process", "acceding government", "negotiating", "beitrittskandidat", "kandidat", "ancien membre", "suspendu", "retire", "candidat", "exmiembro",
    "ex miembro", "suspendido", "retirado", "candidato", "sospeso", "ex membro", "suspenso", "kandidaat", "voormalig lid",
))  # fmt: skip
"""Words that say that something is no membership, or none any more, so that a table has to be asked about them."""

EVENTS: dict[str, str] = {
    **dict.fromkeys(
        [
            "in",
            "enter",
            "joined",
            "join",
            "joins",
            "rejoined",
            "re-joined",
            "accession",
            "acceded",
            "accede",
            "entry",
            "entered",
            "enters",
            "admitted",
            "admission",
            "readmitted",
            "readmission",
            "start",
            "began",
            "founded",
            "founder",
            "founding member",
            "entry into force",
            "ratification",
            "ratified",
            "acceptance",
            "approval",
            "succession",
            "acceptance, approval",
            "definitive signature",
            "consent to be bound",
            "beitritt",
            "beigetreten",
            "eintritt",
            "adhesion",
            "ingreso",
            "adesione",
            "toetreding",
            "вступление",
            "加入",
        ],
        "start",
    ),
    **dict.fromkeys(
        [
            "out",
            "left",
            "leave",
            "leaves",
            "withdrew",
            "withdrawal",
            "withdrawn",
            "exit",
            "exited",
            "exits",
            "quit",
            "expelled",
            "expulsion",
            "terminated",
            "termination",
            "end",
            "ended",
            "ceased",
            "denounced",
            "denunciation",
            "austritt",
            "ausgetreten",
            "retrait",
            "sortie",
            "salida",
            "retiro",
            "uscita",
            "uittreding",
            "выход",
            "退出",
        ],
        "end",
    ),
}
"""Words for what happened to a membership, and the edge of a span that each is."""

BEFORE_WORD = re.compile(
    r"\b(?:sign(?:ed|ing|ature)?|date signed|ratif\w+|applied|application|invited|invitation|deposit\w*|unterzeichn\w+|unterschrift"
    r"|firma\w*|signe\w*)\b"
)
"""What the name of a column of dates before a membership has in it: of signature, ratification, application."""

_AROUND_EDGE = re.compile(
    r"\b(?:dates?|years?|year|of|in|on|the|member|membership|fecha|ano|annee|datum|jahr|de|d|am|im|le|en|op|em|il|que|a|el|om|den|der|die|das|des|dem|la|les|el|lo|the|to|zur|zum"
    r"|membre|mitglied|miembro|membro)\b|[-_:/()]"
)


_HYPHEN = re.compile(r"(?<=[A-Z])[-–](?=[A-Z][a-z])")
"""What parts an abbreviation from a word behind it: "NATO-Beitritt"."""


def edge_of(name: str, key: str) -> tuple[str, str]:
    """The edge that a column's name says and what it says it of: "EU joined" is ("start", "EU").

    Parameters
    ----------
    name : str
        The column's name.
    key : str
        The same, as `keys.key_of` writes it.

    Returns
    -------
    (str, str)
        "start", "end" or "", and the name without the words for it.

    >>> edge_of("EU joined", "eu joined"), edge_of("Date of entry", "date of entry")
    (('start', 'EU'), ('start', ''))
    >>> edge_of("NATO-Beitritt", "nato beitritt")
    ('start', 'NATO')
    >>> edge_of("Date of accession to the Council of Europe", "date of accession to the council of europe")
    ('start', 'Council of Europe')
    """
    starts, ends = START_WORD.search(key), END_WORD.search(key)
    if bool(starts) == bool(ends):
        return "", ""
    name = _HYPHEN.sub(" ", with_blanks(name))
    words = name.split()
    plain = key.split() if len(key.split()) == len(words) else [word.casefold().strip("-_:/()") for word in words]
    edge = START_WORD if starts else END_WORD
    kept = [at for at, each in enumerate(plain) if _AROUND_EDGE.sub(" ", edge.sub(" ", each)).strip()]
    within = range(kept[0], kept[-1] + 1) if kept else ()  # "of" within "Council of Europe" is of its name
    of = " ".join(words[at].strip("-_:/()") for at in within if at in kept or not edge.search(plain[at]))
    return ("start" if starts else "end"), of


_STATE_WORD = re.compile(_STATES)
_STATE_COMPOUND = re.compile(r"(?:country|state|nation)\w{0,8}|c(?:ou)?nt?ry\w{0,4}|cname|ctry\w*|statenme|land\w?navn")


def says_state(key: str) -> bool:
    """Whether a column's name says that states are in it, whatever else it says: "member state", "Mitgliedsland".

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> says_state("member state"), says_state("statenme"), says_state("member"), says_state("name")
    (True, True, False, False)
    """
    words = key.split()
    return key in names_in("state") or any(
        _STATE_WORD.fullmatch(one) or _STATE_COMPOUND.fullmatch(one) for one in words
    )


@lru_cache(4096)
def says(key: str, field: str) -> bool:
    """Whether a column's name can only mean a field.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.
    field : str
        "member", "organization" or "role".

    Returns
    -------
    bool

    >>> says("soort lidmaatschap", "role"), says("status of application", "role")
    (True, False)
    >>> says("organismo internacional", "organization"), says("head of state", "member"), says("加盟国", "member")
    (True, False, True)
    """
    words = key.split()
    if field == "role":
        kinds = _KIND_OF_MEMBERSHIP[:2]
        return all(any(map(each.fullmatch, words)) for each in kinds) and all(
            any(each.fullmatch(word) for each in _KIND_OF_MEMBERSHIP) for word in words
        )
    return (
        bool(words)
        and all(_WORDS[field].fullmatch(word) for word in words)
        and any(_TELLING[field].fullmatch(word) for word in words)
    )
