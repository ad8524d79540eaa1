"""The names of columns in tables of people, in many languages: of the people, of what they are in, of where they are from."""

from __future__ import annotations

from ....late import late_pattern
from .key_forms import plain_form

__all__ = [
    "BODIES_OF_PEOPLE",
    "CHAMBERS",
    "COMMITTEES",
    "FIRMS",
    "FULL_NAMES",
    "GROUPS",
    "HOMES",
    "NAMES",
    "OFFICES",
    "PARTIES",
    "PERSON",
    "PLACES",
    "POSTS",
    "THINGS",
    "body_of_people",
    "called_after",
    "kind_of_body",
]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain_form(each) for each in text.split(",") if each.strip()))


POSTS = _listed(
    """
    leader, minister, ambassador, envoy, representative, commissioner, permanent representative, high representative, high commissioner,
    consul, consul general, governor, head of state, head of government, head of mission, head of delegation, president, prime minister,
    premier, chancellor, foreign minister, minister of foreign affairs, minister for foreign affairs, defence minister, defense minister,
    finance minister, secretary general, secretary of state, director general, executive director, executive secretary, chairperson,
    chairman, commander, supreme commander, rapporteur, special representative, special envoy,
    botschafter, botschafterin, ständiger vertreter, staatsoberhaupt, regierungschef, regierungschefin, bundeskanzler,
    ministerpräsident, premierminister, außenminister, aussenminister, generalsekretär, generaldirektor, kommissar, ministerin,
    ambassadeur, ambassadrice, représentant permanent, chef d'état, chef de l'état, chef de gouvernement, chef du gouvernement,
    premier ministre, ministre, secrétaire général, directeur général, commissaire,
    embajador, embajadora, representante permanente, jefe de estado, jefe de gobierno, primer ministro, ministro, secretario general,
    director general, comisario, comisionado, embaixador, chefe de estado, chefe de governo, primeiro ministro, secretário geral,
    diretor geral, comissário, ambasciatore, rappresentante permanente, capo di stato, capo del governo, primo ministro, segretario generale,
    direttore generale, commissario, permanent vertegenwoordiger, staatshoofd, regeringsleider, minister president, secretaris generaal,
    directeur generaal, eurocommissaris, generalsekreterare, statsminister, ambassadör, ambasador, sekretarz generalny, premier,
    посол, постоянный представитель, глава государства, глава правительства, премьер министр, министр, генеральный секретарь,
    комиссар, büyükelçi, genel sekreter, başbakan, السفير, الأمين العام, رئيس الوزراء, 大使, 首相, 大統領, 事務総長, 总统, 總統, 总理, 秘书长, 대사,
    총리, 대통령, 사무총장
    """
)
"""Who holds a post and so stands for a state or a body: a table of states or bodies may name him beside each."""

OFFICES = _listed(
    """
    office, position, post, function, office held, position held, job title, funktion, amt, stellung, fonction, poste, charge,
    cargo, función, puesto, função, carica, incarico, funzione, functie, ambt, stilling, verv, tehtävä, stanowisko, funkcja, funkce,
    funkció, tisztség, görev, görevi, functia, должность, пост, посада, αξίωμα, θέση, المنصب, תפקיד, 职务, 職務, 役職, 직위, 직책
    """
)
"""What the office is called that each of some people holds in what they are in."""

FULL_NAMES = _listed(
    """
    full name, nom complet, nombre completo, nome completo, vollständiger name, volledige naam, fullständigt namn,
    полное имя, nama lengkap, الاسم الكامل,
    fullname, full names, complete name, display name, screen name, who, people, persons, individual, individuals, holder,
    surname, last name, lastname, family name, nachname, familienname, nom de famille, apellido, apellidos, cognome, sobrenome,
    nazwisko, achternaam, efternamn, etternavn, soyad, фамилия, personen, leute, personnes, gens, personas, persone, personer,
    люди, человек, لقب, أشخاص, 人名, 人物, 인물
    """
)
"""Of people, as long as no names of states are in it."""

PERSON = frozenset(
    (
        *FULL_NAMES,
        *POSTS,
        *_listed(
            """
            person, person label, politician, legislator, deputy, senator, mp, mep, official, office holder,
            officeholder, incumbent, delegate, director, board member, councillor, juror, jury member, arbitrator, referee, expert, negotiator, member of the european parliament, judge, officer, diplomat,
            board member name, council member, committee member, aufsichtsratsmitglied, vorstandsmitglied, ratsmitglied,
            artist, employee, staff member, worker, volunteer, scholar, student, pupil, player, footballer, athlete, sportsman,
            sportswoman, cyclist, musician, singer, painter, writer, poet, professor, lecturer, teacher, researcher, scientist,
            journalist, activist, soldier, fellow, trustee, alumnus, alumna, lawyer, engineer, senior official,
            spieler, spielerin, sportler, sportlerin, athlet, athletin, mitarbeiter, mitarbeiterin, angestellter, studentin,
            forscher, forscherin, wissenschaftler, wissenschaftlerin, künstler, künstlerin, lehrer, schüler, musiker,
            joueur, joueuse, athlète, employé, employée, étudiant, étudiante, chercheur, chercheuse, artiste, professeur, musicien,
            jugador, jugadora, atleta, futbolista, empleado, empleada, estudiante, investigador, investigadora, artista, profesor,
            jogador, jogadora, funcionário, estudante, pesquisador, giocatore, giocatrice, calciatore, dipendente, studente,
            ricercatore, ricercatrice, speler, voetballer, medewerker, onderzoeker, kunstenaar, zawodnik, piłkarz, pracownik,
            naukowiec, spelare, spiller, pelaaja, hráč, játékos, oyuncu, sporcu, öğrenci, jucător, игрок, спортсмен, футболист,
            сотрудник, студент, учёный, исследователь, художник, παίκτης, لاعب, 选手, 選手, 球员, 学生, 선수, 학생,
            gemeinderat, ausschussmitglied, parliamentarian, member of parliament, mp name, senator name, congressman, congresswoman, lawmaker,
            funktionär, amtsträger, abgeordneter, abgeordnete, delegierter, delegierte, politiker, parlamentarier, richter,
            vor und nachname, mdb, mdl, nationalrat,
            personne, député, députée, délégué, déléguée, sénateur, sénatrice, élu, parlementaire, juge, nom et prénom,
            prénom et nom, nom prénom, nom et prénoms,
            persona, diputado, diputada, delegado, delegada, senador, senadora, parlamentario, juez, nombre y apellido,
            nombre y apellidos, apellidos y nombre, apellidos y nombres, apellido y nombre,
            deputado, deputada, parlamentar, juiz, vereador, deputato, deputata, delegato, delegata, senatore, senatrice,
            parlamentare, giudice, nome e cognome, cognome e nome,
            afgevaardigde, kamerlid, volksvertegenwoordiger, gedelegeerde, rechter, ledamot, riksdagsledamot, kansanedustaja,
            stortingsrepresentant, folketingsmedlem, osoba, poseł, posłanka, imię i nazwisko, nazwisko i imię, poslanec,
            jméno a příjmení, képviselő, deputat, nume și prenume, milletvekili, ad soyad, adı soyadı, ad ve soyad,
            фио, депутат, делегат, сенатор, судья, имя и фамилия, фамилия и имя, фамилия имя отчество, піб, βουλευτής,
            ονοματεπώνυμο, النائب, شخص, نام و نام خانوادگی, họ tên, họ và tên, 姓名, 議員, 议员, 議員名, 氏名, 성명, 의원, 국회의원
            """
        ),
    )
)
"""Who is surely a person."""

_NAME_OF = late_pattern(
    r"(?:(?:full |display )?names? of (?:the |each |an? )?|nom (?:du |de la |de l |des |d )|nombre (?:del? |de la )|nome (?:d[aeio]l? |della |dell )"
    r"|name (?:des |der |von ))(?P<of>.+)|(?P<before>.+?)(?: s)?(?: full| display)? (?:full ?)?names?"
)


def called_after(key: str) -> str:
    """The word for people that a column is called after, also where it says that their names are in it; "" if it is none.

    Parameters
    ----------
    key : str
        The column's name, as `keys.key_of` writes it.

    Returns
    -------
    str

    >>> called_after("deputy name"), called_after("name of the judge"), called_after("player"), called_after("country name")
    ('deputy', 'judge', 'player', '')
    """
    if key in PERSON:
        return key
    match = _NAME_OF.fullmatch(key)
    of = (match["of"] or match["before"]) if match else ""
    return of if of in PERSON and of not in _OF_NAMES else ""


_OF_NAMES = ("official", "individual", "display", "full")
"""What a name itself may be: the official name of a state."""

NAMES = _listed(
    """
    name, nom, nome, nombre, naam, navn, namn, nimi, név, jméno, meno, ime, nume, nafn, isim, ad, adı, nama, jina, tên, имя, ім'я,
    όνομα, الاسم, اسم, نام, שם, नाम, নাম, பெயர், ชื่อ, 名字, 名前, 이름
    """
)
"""Of people, of members of any other kind, or of bodies."""

THINGS = _listed(
    """
    nazwa, název, názov, naziv, название, наименование, назва, найменування, наименуване, bezeichnung, benennung, dénomination,
    denominación, denominação, denominazione, benaming, benämning, betegnelse, megnevezés, denumire, ονομασία, 名称, 名稱, 명칭
    """
)
"""Of what has a name and is no person, in languages that have a word for it."""

PARTIES = _listed(
    """
    party, party name, political party, party label, partei, parti, parti politique, partido, partido político, partito,
    partito politico, national party, national political party, partij, politieke partij, partia, strana, párt, partid, puolue, siyasi parti, партия, партія, κόμμα,
    الحزب, حزب, מפלגה, 政党, 政黨, 정당
    """
)

COMMITTEES = _listed(
    """
    committee, committees, ausschuss, ausschüsse, comité, comités, comisión, comisiones, comissão, comissões, comitato, comitati,
    commissie, commissies, utskott, utvalg, udvalg, valiokunta, komisja, výbor, bizottság, komisyon, комитет, комітет, επιτροπή,
    اللجنة, ועדה, 委员会, 委員会, 委員會, 위원회
    """
)

GROUPS = (
    *COMMITTEES,
    *_listed(
        """
    group, groupe, grupo, gruppe, gruppo, caucus, political group, parliamentary group, faction, fraktion, delegation, groupe politique, groupe parlementaire,
    grupo parlamentario, grupo parlamentar, grupo político, gruppo parlamentare, gruppo politico, fractie, klub,
    klub parlamentarny, klub poselski, фракция, фракція, délégation, delegación
        """
    ),
)
"""What people are in and states are not."""

CHAMBERS = (
    *COMMITTEES,
    *_listed(
        """
        chamber, house, legislature, parliament, cabinet, kammer, parlament, parlement, parlamento, asamblea,
        assemblée, assembleia, assemblea, eduskunta, riksdag, folketing, storting, sejm, cámara, câmara, chambre,
        camera, kamer, izba, палата, парламент, дума, 議院, 院, 議会, 국회, 议院, 議會
        """
    ),
)
"""What only people are in."""

FIRMS = _listed(
    """
    company, employer, firm, club, team, squad, society, university, college, school, institute, faculty, orchestra, band, choir, crew,
    unternehmen, arbeitgeber, verein, mannschaft, universität, hochschule, schule, entreprise, employeur, équipe, école,
    association sportive, université, empresa, equipo, universidad, escuela, equipe, universidade, escola, azienda, squadra, università,
    scuola, bedrijf, ploeg, vereniging, universiteit, drużyna, klub sportowy, uniwersytet, lag, joukkue, takım, üniversite, tým, csapat,
    echipă, команда, клуб, компания, университет, ομάδα, فريق, نادي, النادي, الفريق, شركة, جامعة, 俱乐部, 球队, 公司, 大学, 팀, 구단, 회사, 대학교
    """
)
"""What people work, play or learn in: its president holds a post there, and need not be a member."""

BODIES_OF_PEOPLE = (
    *PARTIES,
    *GROUPS,
    *CHAMBERS,
    *FIRMS,
    *_listed(
        """
        ministry, department, government, jury, assembly, board, council, commission, court, tribunal, panel,
        gremium, rat, kommission, gericht, vorstand, aufsichtsrat, ministerium,
        conseil, cour, commission parlementaire, ministère, conseil d'administration,
        consejo, corte, ministerio, junta, conselho, ministério, consiglio, commissione, ministero, raad, hof,
        rechtbank, ministerie, råd, rada, komitet, sąd, kurul, konsey, комиссия, совет, суд, комісія, рада, συμβούλιο, المجلس
        """
    ),
)
"""What people are members of, the likeliest first."""

_OF_PEOPLE = frozenset(BODIES_OF_PEOPLE)
_PLURALS = (("ies", "y"), ("s", ""), ("es", ""), ("en", ""), ("i", "o"))


def body_of_people(key: str) -> str:
    """The word for a body of people that a column is called after, in the singular; "" if it is none.

    Parameters
    ----------
    key : str
        The column's name, as `keys.key_of` writes it.

    Returns
    -------
    str

    >>> body_of_people("parties"), body_of_people("parteien"), body_of_people("caucus"), body_of_people("state party")
    ('party', 'partei', 'caucus', '')
    """
    forms = (key, *(key.removesuffix(end) + one for end, one in _PLURALS if key.endswith(end)))
    return next((form for form in forms if form in _OF_PEOPLE), "")


def kind_of_body(key: str) -> str:
    """What kind of body a column's name says: itself, or its last word if that is a kind of bodies.

    Parameters
    ----------
    key : str
        The column's name, as `keys.key_of` writes it.

    Returns
    -------
    str
        The name as it is if it says none.

    >>> kind_of_body("ep fraktion"), kind_of_body("parties"), kind_of_body("since")
    ('fraktion', 'party', 'since')
    """
    return body_of_people(key) or body_of_people(key.rpartition(" ")[2]) or key


HOMES = _listed(
    """
    province, constituency, district, canton, county, electoral district, riding, hometown, nationality, citizenship,
    place of birth, birthplace, wahlkreis, bundesland, bundesstaat, teilstaat, federal state, wohnort, ort, kanton, staatsangehörigkeit, nationalität, herkunft, herkunftsland,
    provincia, province, département, circonscription, nationalité, citoyenneté, pays d'origine, circunscripción, nacionalidad,
    ciudadanía, país de origen, distrito, estado de origem, nacionalidade, círculo eleitoral, nazionalità, cittadinanza,
    collegio, circoscrizione, nationaliteit, provincie, kieskring, nationalitet, valkrets, valgkreds, vaalipiiri, okręg, województwo,
    okręg wyborczy, obywatelstwo, volební kraj, választókerület, seçim bölgesi, uyruk, prefecture, гражданство, округ,
    регион, избирательный округ, громадянство, округа, εκλογική περιφέρεια, υπηκοότητα, الجنسية, 国籍, 國籍, 選挙区, 선거구, 국적
    """
)
"""Where people are from, and states are not."""

PLACES = frozenset((*HOMES, *_listed("area, term, legislative period, state, country, region")))
"""Where people are from, and when they were elected: nothing that they are members of."""
