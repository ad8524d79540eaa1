"""The words of tables: usual names of columns, in several languages, as `keys.key_of` writes them."""

from __future__ import annotations

from .foreign_names import names_in

__all__ = ["FIELDS"]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(text.split()).split(", ")))


_LISTED: dict[str, tuple[str, ...]] = {
    "member": _listed(
        """
        member, member state, member country, member name, name of member, name of the member, member s name, country name, state name, statenme, state nme, statename, country
        label, state label, member label, state party, country, state, nation, party, country en, country name en,
        countries, members, member states, member countries, states, nations, parties, signatory, signatories, current signatories,
        participant, participants, country or area, country territory, name en, name common, common name, state name en, land, staat,
        mitgliedstaat, mitgliedsstaat, mitgliedsland, mitglied, mitglieder, pays, pays membre, etat, etat membre,
        etats membres, membre, membres, pais, pais miembro, estado, estado miembro, miembro, miembros, paese, stato
        membro, membro, страна, государство, участник, cname, cntry, cntry name, cntryname, ctry, ctryname,
        name, person, person label, item label, entity, actor, stateid,
        state id, iso3, iso3c, geo, ref area, reference area
        """
    ),
    "organization": _listed(
        """
        organization, organisation, organization name, organisation name, organization label, organisation label, org
        name, orgname, longorgname, igo name, body, igo, ioname, io name, alliance, alliance name, org, orgs, bloc, treaty,
        treaty name, pact, agreement, organizations, organisations, bodies, alliances, memberships, member of, member
        of label, memberof label, institution, bund, bundnis, allianz, alianza, organizacion, organizaciones,
        organizzazione, organismo, organ, un organ, forum, agency, организация, full organization name, groups, groupings, blocs, igos, pacts, treaties, agreements, clubs, leagues, unions,
        international organizations, international organisations, international organization, international
        organisation, io, group, grouping, association, union, org label, body name, group label, group name, bloc
        name, rta name, rta, agreement name, treaty title, pact name, title, treaty id, treatyid, many id, manyid, org id, organization id, organisation id, group id, alliance id, bloc id, igo id,
        lid van, mitglied von, mitglied in, mitglied bei, mitglied der, membre de, membre de la, miembro de, membro de, membro di,
        medlem av, medlem af, medlem i, член в, affiliation, affiliations, zugehorigkeit, afiliacion, afiliacao, affiliazione,
        alleanza, alleanze, alianzas, alianca, aliancas, allianzen, bundnisse, blocco, blocchi, bloque, bloques, bloco, patto,
        pacto, pakt, sojusz, ittifak, союз, альянс, блок,
        appartenance, organisation d appartenance, afiliacja, принадлежность, 所属, 所屬, 소속, الانتماء
        """
    ),
    "role": _listed(
        """
        role, membership, status, membership status, membership type, member type, member status, type of membership,
        type of member, org member, member role, membership category, member category, kind of membership, rolle,
        mitgliedschaft, mitgliedsstatus, statut, estatus, stato, роль, статус, role label, membership level,
        situacao, situacion, condicion, condicao, durum, durumu, uyelik durumu, rola, status czlonkowski, typ czlonkostwa,
        lidmaatschap, medlemskap, medlemsstatus, statuut,
        igo membership, io membership, mship, mem, mem status, mem type, membership code, member code, membership state, participation, participation status, capacity, standing, membership standing
        """
    ),
    "start": _listed(
        """
        state force, stateforce, start, from, joined, since, start date, startdate, date joined, date of joining, joined on, begin, begins,
        began, beginning, begin date, accession, accession date, date of accession, entry, entry date, date of entry,
        start year, startyear, styear, year joined, year of accession, year of entry, year of admission, joining year,
        year of joining, entry year, accession year, member since, membership since, admission, admitted, date
        admitted, date of admission, admission date, start time, starttime, valid from, from date, date from,
        effective, effective date, state force, stateforce, entry into force, date of entry into force, in force
        since, membership start, start of membership, membership start date, membership begin, year start, date of
        membership, membership date, beitritt, beitrittsdatum, beitrittsjahr, seit, von, eintritt, mitglied seit,
        adhesion, date d adhesion, entree, date d entree, depuis, debut, membre depuis, ingreso, fecha de ingreso,
        accdate, acc date, accessiondate, joindate, join date, joindt, entrydate, begyr, beg yr, begyear, styr, startyr,
        desde, inicio, adhesion date, adesione, dal, дата вступления, с, joined year, date start, sdate, startdt, start dt, st date, stdate, in, date in, year in, date, fra, fran, fra ar, fran ar, siden, sedan, medlem siden, medlem sedan, medlem fra, medlem fran,
        medlem fra og med, medlem fr o m, medlemskap fra, medlemskap fran, medlemskab fra, alkaen, jasen alkaen, jasen vuodesta, jasenyys alkaen, jasenyys alkoi, term start, start of term, term began, term of office start, took office, taking office, assumed office, in office since, sworn in,
        inaugurated, installed, appointed, appointed on, date appointed, appointment, appointment date, amtsantritt, im amt seit, prise de fonction, toma de posesion, od, od roku, sejak, mulai, bergabung, tahun bergabung, tanggal bergabung, tahun masuk, katilim tarihi
        """
    ),
    "end": _listed(
        """
        state end, stateend, end, until, to, left, end date, enddate, date left, left on, exit, exit date, date of exit, withdrawal,
        withdrawal date, date of withdrawal, withdrew, withdrawn, end year, endyear, year left, exit year, year of
        withdrawal, year of exit, member until, termination, terminated, date of termination, ended, ends, end time,
        endtime, valid to, valid until, to date, date to, state end, stateend, membership end, end of membership,
        membership end date, year end, till, through, thru, expiry, ceased, departure, departed, austritt,
        austrittsdatum, bis, ausgetreten, sortie, retrait, date de sortie, date de retrait, fin, jusqu a, salida,
        exitdate, leavedate, leftdate, withdrawaldate, endyr, exityr,
        fecha de salida, hasta, uscita, дата выхода, по, left year, date end, expiration, expiration date, expiry date, finish, finished, finish date, edate, enddt, end dt, leave, leaving date, out, date out, year out, til, till, tom, til ar, till ar, medlem til,
        medlem till, medlem til og med, medlem t o m, medlemskap til, medlemskap till, medlemskab til, asti, saakka, jasen asti, jasen saakka, jasenyys asti, jasenyys paattyi, do, do roku,
        term end, end of term, term ended, term of office end, left office, leaving office, in office until, amtsende, fin de mandat, fin de mandato, keluar,
        tahun keluar, tanggal keluar, hingga, ayrilis tarihi
        """
    ),
    "event": _listed(
        """
        event, event type, type of event, action, change, change type, type of change, membership change, membership
        event, status change, movement, in out, type of action, treaty action,  ereignis, evenement, evento, accion, hecho, событие, 事件
        """
    ),
    "period": _listed(
        """
        period, years, membership period, period of membership, dates, term, tenure, years of membership, membership
        years, dates of membership, membership dates, span, mitgliedschaftszeitraum, zeitraum, periode, duration,
        timeframe, time period, years active, period s, year s, период, период членства, годы, годы членства, срок, periodo, periodo de membresia, periodo de pertenencia, periode d adhesion, periodo di adesione, okres,
        okres czlonkostwa, donem, mitgliedszeitraum, mitglied von bis
        """
    ),
    "year": _listed(
        """
        year, yr, jahr, annee, ano, anno, год, calendar year, reference year, time
        """
    ),
    "month": _listed(
        """
        month, year month, yearmonth, monat, mois, mes, mese, месяц, snapshot, snapshot date, observation date, observed,
        reference date, as of, as of date
        """
    ),
    "flag": _listed(
        """
        value, obs value, is member, ismember, membership flag, member flag, flag, membership value, member dummy, yes no, in
        organization, is a member, belongs, membership yes no, membership dummy
        """
    ),
    "current": _listed(
        """
        is current, current member, currently a member, still member, still a member, still in force, membership current
        """
    ),
    "former": _listed(
        """
        is former, former member, no longer a member, membership ended
        """
    ),
    "source": _listed(
        """
        source, sources, reference, references, ref, refs, citation, url, link, source url, quelle, quellen, fuente,
        fonte, источник
        """
    ),
    "quote": _listed(
        """
        quote, quotation, sentence, evidence, text, zitat
        """
    ),
    "type": _listed(
        """
        type, organization type, organisation type, org type, body type, alliance type, kind, ss type, type of
        organization, category, art, typ
        """
    ),
    "member_kind": _listed(
        """
        member kind
        """
    ),
    "abbreviation": _listed(
        """
        abbreviation, acronym, org acronym, organization acronym, short name, ioname, org abbreviation, org abbrev,
        abbrev, abbr, organization abbreviation, organisation abbreviation, igo abbreviation, sigle, abkurzung,
        siglas, sigla, kurzel, kurzname, kurzform, kurzbezeichnung
        """
    ),
    "cow": _listed(
        """
        ccode, cowcode, cow id, cowid, cow code, cow, cown, cow number, cow ccode, cow numeric, country code cow, cowc n
        """
    ),
    "gw": _listed(
        """
        gwcode, gwno, gwid, gw id, gwno loc, gleditsch ward id, gw code, gw, gwn, gw no, gleditsch ward, gleditsch ward code, gw number,
        statenumber
        """
    ),
    "iso_numeric": _listed(
        """
        iso numeric, isonumeric, iso num, isonum, iso n, iso n3, iso3n, ison, iso numeric code, iso 3166 numeric, iso 3166 1
        numeric, numeric code, m49, m49 code, un m49, un code, un numeric, unm49, country code m49
        """
    ),
    "iso3": _listed(
        """
        iso3, iso3c, iso 3, iso3 code, alpha 3, iso a3, iso alpha 3, iso 3166 1 alpha 3, alpha3, country iso3, country
        code, iso code, iso, iso3166
        """
    ),
    "iso2": _listed(
        """
        iso2, iso2c, iso 2, alpha 2, iso a2, alpha2, iso2 code, iso 3166 1 alpha 2
        """
    ),
    "cow_abbreviation": _listed(
        """
        stateabb, cowc, cow abbreviation, state abb, cow abb
        """
    ),
    "member_id": _listed(
        """
        member id, country uri, country url, country id, person id, wikidata, qid, wikidata id, member uri
        """
    ),
    "organization_id": _listed(
        """
        organization uri, organisation uri, organization url, org uri, body uri, body id
        """
    ),
}

_VAGUE = "name"
"""The first of the names of members that say little: all in other languages come before it."""


def _likeliest_first(field: str, names: tuple[str, ...]) -> tuple[str, ...]:
    at = names.index(_VAGUE) if field == "member" else len(names)
    return tuple(dict.fromkeys((*names[:at], *names_in(field), *names[at:])))


FIELDS = {field: _likeliest_first(field, names) for field, names in _LISTED.items()}
"""The fields of a membership, and usual names of their columns, the likeliest first."""
