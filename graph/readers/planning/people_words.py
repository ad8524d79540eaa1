"""The names of columns in tables of people, in many languages: of the people, of what they are in, of where they are from."""

from __future__ import annotations

from .key_forms import plain_form

__all__ = [
    "BODIES_OF_PEOPLE",
    "CHAMBERS",
    "FULL_NAMES",
    "GROUPS",
    "HOMES",
    "NAMES",
    "PARTIES",
    "PERSON",
    "PLACES",
    "POSTS_OF_STATES",
]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain_form(each) for each in text.split(",") if each.strip()))


POSTS_OF_STATES = _listed("leader, minister, ambassador, envoy, representative, commissioner")
"""Who stands for a state: a table of states may name him beside each."""

FULL_NAMES = _listed(
    """
    full name, nom complet, nombre completo, nome completo, vollständiger name, volledige naam, fullständigt namn,
    полное имя, nama lengkap, الاسم الكامل
    """
)
"""Of people, as long as no names of states are in it."""

PERSON = frozenset(
    (
        *FULL_NAMES,
        *POSTS_OF_STATES,
        *_listed(
            """
            person, person label, politician, legislator, deputy, senator, mp, mep, official, office holder,
            officeholder, incumbent, delegate, director, board member, councillor, judge, officer, diplomat,
            board member name, council member, committee member, aufsichtsratsmitglied, vorstandsmitglied, ratsmitglied,
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

NAMES = _listed(
    """
    name, nom, nome, nombre, naam, navn, namn, nimi, név, jméno, meno, ime, nume, nafn, isim, adı, nama, jina, tên, имя, ім'я,
    όνομα, الاسم, اسم, نام, שם, नाम, নাম, பெயர், ชื่อ, 名字, 名前, 이름
    """
)
"""Of people, of members of any other kind, or of bodies."""

PARTIES = _listed(
    """
    party, party name, political party, party label, partei, parti, parti politique, partido, partido político, partito,
    partito politico, partij, politieke partij, partia, strana, párt, partid, puolue, siyasi parti, партия, партія, κόμμα,
    الحزب, حزب, מפלגה, 政党, 政黨, 정당
    """
)

GROUPS = _listed(
    """
    political group, parliamentary group, faction, fraktion, committee, delegation, groupe politique, groupe parlementaire,
    grupo parlamentario, grupo parlamentar, grupo político, gruppo parlamentare, gruppo politico, fractie, klub,
    klub parlamentarny, klub poselski, фракция, фракція, délégation, delegación
    """
)
"""What people are in and states are not."""

CHAMBERS = _listed(
    """
    chamber, house, legislature, parliament, committee, cabinet, kammer, cámara, câmara, chambre, camera, kamer, izba, палата
    """
)
"""What only people are in."""

BODIES_OF_PEOPLE = (
    *PARTIES,
    *GROUPS,
    *CHAMBERS,
    *_listed(
        """
        ministry, government, company, club, board, council, commission, court, tribunal, panel,
        gremium, ausschuss, rat, kommission, gericht, vorstand, aufsichtsrat, unternehmen, ministerium,
        conseil, comité, cour, commission parlementaire, ministère, entreprise, conseil d'administration,
        consejo, comisión, corte, ministerio, empresa, junta, conselho, comissão, ministério, consiglio, comitato, commissione,
        ministero, raad, commissie, hof, rechtbank, ministerie, utvalg, udvalg, utskott, råd, valiokunta, komisja, rada,
        komitet, sąd, výbor, bizottság, komisyon, kurul, konsey, комитет, комиссия, совет, суд, комітет, комісія, рада,
        επιτροπή, συμβούλιο, اللجنة, المجلس, ועדה, 委员会, 委員会, 委員會, 위원회
        """
    ),
)
"""What people are members of, the likeliest first."""

HOMES = _listed(
    """
    province, constituency, district, canton, county, electoral district, riding, hometown, nationality, citizenship,
    place of birth, birthplace, wahlkreis, bundesland, kanton, staatsangehörigkeit, nationalität, herkunft, herkunftsland,
    provincia, province, département, circonscription, nationalité, citoyenneté, pays d'origine, circunscripción, nacionalidad,
    ciudadanía, país de origen, distrito, estado de origem, nacionalidade, círculo eleitoral, nazionalità, cittadinanza,
    collegio, circoscrizione, nationaliteit, provincie, kieskring, nationalitet, valkrets, valgkreds, vaalipiiri, okręg,
    okręg wyborczy, obywatelstwo, volební kraj, választókerület, seçim bölgesi, uyruk, prefecture, гражданство, округ,
    регион, избирательный округ, громадянство, округа, εκλογική περιφέρεια, υπηκοότητα, الجنسية, 国籍, 國籍, 選挙区, 선거구, 국적
    """
)
"""Where people are from, and states are not."""

PLACES = frozenset((*HOMES, *_listed("area, term, legislative period, state, country, region")))
"""Where people are from, and when they were elected: nothing that they are members of."""
