"""Tables of kinds that people have, each with what is right for it, which was written down before blocs read it."""

# ruff: noqa: E501

from __future__ import annotations

import re
from pathlib import Path

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile, TableOptions

Found = list[tuple[str, str, str, str, str]]


def row(member: str, body: str, start: str = "", end: str = "", role: str = "full") -> tuple[str, str, str, str, str]:
    return member, body, role, start, end


FILES: dict[str, tuple[str | bytes, Found | str]] = {
    "01_spanish.csv": (
        "País;Organismo Internacional;Fecha de adhesión;Fecha de baja\r\nPerú;Comunidad Andina;26/05/1969;\r\nChile;Comunidad Andina;26/05/1969;30/10/1976\r\nPanamá;SICA;03/04/1991;\r\n".encode(
            "latin-1"
        ),
        [
            row("Perú", "Comunidad Andina", "1969-05-26"),
            row("Chile", "Comunidad Andina", "1969-05-26", "1976-10-30"),
            row("Panamá", "SICA", "1991-04-03"),
        ],
    ),
    "02_portuguese.csv": (
        "País-membro,Organização,Data de entrada,Situação\nBrasil,Mercosul,26 de março de 1991,membro pleno\nBolívia,Mercosul,8 de julho de 2024,membro associado\n",
        [row("Brasil", "Mercosul", "1991-03-26"), row("Bolívia", "Mercosul", "2024-07-08", role="associate")],
    ),
    "03_dutch.tsv": (
        "Lidstaat\tOrganisatie\tToetreding\tUittreding\nNederland\tBenelux\t1 januari 1948\t\nVerenigd Koninkrijk\tEuropese Unie\t1-1-1973\t31-1-2020\n",
        [
            row("Nederland", "Benelux", "1948-01-01"),
            row("Verenigd Koninkrijk", "Europese Unie", "1973-01-01", "2020-01-31"),
        ],
    ),
    "04_polish_cp1250.csv": (
        "Państwo;Organizacja;Data przystąpienia\nPolska;Układ Warszawski;14 maja 1955\nWęgry;Układ Warszawski;14 maja 1955\nCzechosłowacja;Układ Warszawski;14 maja 1955\n".encode(
            "cp1250"
        ),
        [
            row("Polska", "Układ Warszawski", "1955-05-14"),
            row("Węgry", "Układ Warszawski", "1955-05-14"),
            row("Czechosłowacja", "Układ Warszawski", "1955-05-14"),
        ],
    ),
    "05_pipe.txt": (
        "Nation|Club|Member from\nGeorgia (observer)|Blue League|1999\nArmenia|Blue League|since 2001\nFYR Macedonia (former)|Blue League|1995-2004\n",
        "former",
    ),
    "06_roles_in_brackets.csv": (
        "Country,Organisation,Since\nGeorgia (observer),Blue League,1999\nArmenia,Blue League,2001\nKorea (Republic of),Blue League,2003\nMalta (associate member),Blue League,2004\n",
        [
            row("Georgia", "Blue League", "1999", role="observer"),
            row("Armenia", "Blue League", "2001"),
            row("Korea (Republic of)", "Blue League", "2003"),
            row("Malta", "Blue League", "2004", role="associate"),
        ],
    ),
    "07_wide_years.csv": (
        "country,organisation,X1990,X1991,X1992,X1993\nFrance,Alpha Pact,0,1,1,0\nItaly,Alpha Pact,1,1,0,1\nSpain,Alpha Pact,0,0,0,0\n",
        [
            row("France", "Alpha Pact", "1991", "1992"),
            row("Italy", "Alpha Pact", "1990", "1991"),
            row("Italy", "Alpha Pact", "1993", "1993"),
        ],
    ),
    "08_wide_bodies_years.csv": (
        "Country,Year,NATO,EU\nSpain,1981,0,0\nSpain,1982,1,0\nSpain,1986,1,1\nIreland,1981,0,1\nIreland,1982,0,1\nIreland,1986,0,1\n",
        [
            row("Spain", "NATO", "1982", "1982"),
            row("Spain", "NATO", "1986", "1986"),
            row("Spain", "EU", "1986", "1986"),
            row("Ireland", "EU", "1981", "1982"),
            row("Ireland", "EU", "1986", "1986"),
        ],
    ),
    "09_wide_total.csv": (
        "State;Arab League;OIC;Total\nEgypt;1945;1969;2\nTurkey;;1969;1\nTunisia;1958;1969;2\nTotal;2;3;5\n",
        [
            row("Egypt", "Arab League", "1945"),
            row("Egypt", "OIC", "1969"),
            row("Turkey", "OIC", "1969"),
            row("Tunisia", "Arab League", "1958"),
            row("Tunisia", "OIC", "1969"),
        ],
    ),
    "10_members_as_columns.csv": (
        "Organization,France,Italy,Spain\nAlpha Pact,yes,yes,no\nBeta League,no,observer,yes\n",
        [
            row("France", "Alpha Pact"),
            row("Italy", "Alpha Pact"),
            row("Italy", "Beta League", role="observer"),
            row("Spain", "Beta League"),
        ],
    ),
    "11_dyads.csv": (
        "state_a,state_b,alliance,year\nFrance,Italy,Alpha Pact,1990\nFrance,Spain,Alpha Pact,1990\n",
        "pairs",
    ),
    "12_dyads_words.csv": ("from_country,to_country,treaty,signed\nFrance,Italy,Alpha Pact,1990\n", "pairs"),
    "13_flags.csv": (
        "country_name;org;is_member\nFrance;Alpha Pact;TRUE\nItaly;Alpha Pact;FALSE\nSpain;Alpha Pact;NA\nMalta;Alpha Pact;TRUE\n",
        [row("France", "Alpha Pact"), row("Malta", "Alpha Pact")],
    ),
    "14_status.csv": (
        "Country,Group,Status\nFrance,Alpha Pact,Member\nItaly,Alpha Pact,Observer\nSpain,Alpha Pact,Associate\nMalta,Alpha Pact,Not a member\nCyprus,Alpha Pact,Withdrew\n",
        "Withdrew",
    ),
    "15_status_german.csv": (
        "Land;Bündnis;Status\nFrankreich;Alpha-Pakt;Vollmitglied\nItalien;Alpha-Pakt;Beobachter\nSpanien;Alpha-Pakt;assoziiertes Mitglied\nMalta;Alpha-Pakt;kein Mitglied\n",
        [
            row("Frankreich", "Alpha-Pakt"),
            row("Italien", "Alpha-Pakt", role="observer"),
            row("Spanien", "Alpha-Pakt", role="associate"),
        ],
    ),
    "16_list_commas.csv": (
        'Country,Memberships\nFrance,"NATO, EU, Council of Europe"\nTurkey,"NATO, Council of Europe"\nSwitzerland,Council of Europe\n',
        [
            row("France", "NATO"),
            row("France", "EU"),
            row("France", "Council of Europe"),
            row("Turkey", "NATO"),
            row("Turkey", "Council of Europe"),
            row("Switzerland", "Council of Europe"),
        ],
    ),
    "17_list_members_years.csv": (
        'Organisation;Member states\nBenelux;"Belgium (1944), Netherlands (1944), Luxembourg (1944)"\nEEC;"Belgium (1958), Greece (1981)"\n',
        [
            row("Belgium", "Benelux", "1944"),
            row("Netherlands", "Benelux", "1944"),
            row("Luxembourg", "Benelux", "1944"),
            row("Belgium", "EEC", "1958"),
            row("Greece", "EEC", "1981"),
        ],
    ),
    "18_list_bodies_roles.csv": (
        "country,organizations\nItaly,Alpha Pact; Beta League (observer); Gamma Bank (since 1999)\nMalta,Alpha Pact\n",
        [
            row("Italy", "Alpha Pact"),
            row("Italy", "Beta League", role="observer"),
            row("Italy", "Gamma Bank", "1999"),
            row("Malta", "Alpha Pact"),
        ],
    ),
    "19_report.csv": (
        "Table 3. Members of regional bodies,,,\n(as of 31 December 2010),,,\n,,,\nNo.,Body,Country,Joined\n1,Alpha Pact,France¹,1990\n2,,Italy,1991\n3,,Spain*,1992\n4,Beta League,Malta,1993\n5,,Cyprus,1994\nTotal,,5,\n,,,\n1 Until 1995 under another name.,,,\nSource: own compilation,,,\n",
        "--fill-down",
    ),
    "20_two_headers.csv": (
        "Country,Alpha Pact,,Beta League,\n,Joined,Left,Joined,Left\nFrance,1990,1999,1992,\nItaly,1991,,,\n",
        [
            row("France", "Alpha Pact", "1990", "1999"),
            row("France", "Beta League", "1992"),
            row("Italy", "Alpha Pact", "1991"),
        ],
    ),
    "21_units_row.csv": (
        "country,organization,start,end\n(name),(name),(YYYY),(YYYY)\nFrance,Alpha Pact,1990,1999\nItaly,Alpha Pact,1991,\n",
        [row("France", "Alpha Pact", "1990", "1999"), row("Italy", "Alpha Pact", "1991")],
    ),
    "22_serial.csv": (
        "country,organisation,date joined\nFrance,Alpha Pact,18264\nItaly,Alpha Pact,32874\n",
        "--date-format excel",
    ),
    "23_iso_times.csv": (
        "country,organisation,start,end\nFrance,Alpha Pact,1990-01-01T00:00:00Z,1999-12-31T23:00:00+01:00\nItaly,Alpha Pact,1991-05-02 00:00:00,\n",
        [row("France", "Alpha Pact", "1990-01-01", "1999-12-31"), row("Italy", "Alpha Pact", "1991-05-02")],
    ),
    "24_words.csv": (
        'country,organisation,membership dates\nFrance,Alpha Pact,1 May 2004 – present\nItaly,Alpha Pact,May 2004\nSpain,Alpha Pact,since 1999\nMalta,Alpha Pact,1999–\nCyprus,Alpha Pact,1995-2004\nGreece,Alpha Pact,n/a\nTurkey,Alpha Pact,"1952–1966, 1974–"\nAlbania,Alpha Pact,until 1968\n',
        [
            row("France", "Alpha Pact", "2004-05-01"),
            row("Italy", "Alpha Pact", "2004-05"),
            row("Spain", "Alpha Pact", "1999"),
            row("Malta", "Alpha Pact", "1999"),
            row("Cyprus", "Alpha Pact", "1995", "2004"),
            row("Greece", "Alpha Pact"),
            row("Turkey", "Alpha Pact", "1952", "1966"),
            row("Turkey", "Alpha Pact", "1974"),
            row("Albania", "Alpha Pact", "", "1968"),
        ],
    ),
    "25_ambiguous.csv": (
        "country,organisation,joined\nFrance,Alpha Pact,03/04/2004\nItaly,Alpha Pact,05/06/2005\n",
        "date-format",
    ),
    "26_minus9.csv": (
        "ccode,country,org,styear,endyear\n220,France,Alpha Pact,1990,-9\n325,Italy,Alpha Pact,-9,-9\n230,Spain,Alpha Pact,1991,1995\n",
        [row("France", "Alpha Pact", "1990"), row("Italy", "Alpha Pact"), row("Spain", "Alpha Pact", "1991", "1995")],
    ),
    "27_duplicates.csv": (
        "country,org,start,end\nFrance,Alpha Pact,1990,\nFrance,Alpha Pact,1990,\nItaly,Alpha Pact,1999,1990\n",
        "ends (1990) before it begins",
    ),
    "28_thousands.csv": (
        "Country;Population;Org;Entry\nFrance;67,000,000;Alpha Pact;1,990\nItaly;60,000,000;Alpha Pact;1,991\n",
        [row("France", "Alpha Pact", "1990"), row("Italy", "Alpha Pact", "1991")],
    ),
    "29_multiline.csv": (
        'Country,Organisation,Notes\n"Bosnia and\nHerzegovina",Alpha Pact,"Joined late,\nafter a vote"\nFrance,Alpha Pact,\n',
        [row("Bosnia and Herzegovina", "Alpha Pact"), row("France", "Alpha Pact")],
    ),
    "30_iso2_only.csv": (
        "iso2,organization\nFR,Alpha Pact\nIT,Alpha Pact\nNA,Alpha Pact\n",
        [row("France", "Alpha Pact"), row("Italy", "Alpha Pact"), row("Namibia", "Alpha Pact")],
    ),
    "31_gw.csv": (
        "gwno,igo,from,to\n220,Alpha Pact,1990,2000\n260,Alpha Pact,1991,\n",
        [row("France", "Alpha Pact", "1990", "2000"), row("Germany", "Alpha Pact", "1991")],
    ),
    "32_persons.csv": (
        "full_name,party,from,until\nAnn Lee,Blue Party,2001-05-01,2005-05-05\nBo Ek,Red Party,2005,\n",
        [row("Ann Lee", "Blue Party", "2001-05-01", "2005-05-05"), row("Bo Ek", "Red Party", "2005")],
    ),
    "33_title_body.csv": (
        "Members of the Alpha Pact\nCountry,Date of accession\nFrance,1990\nItaly,1991\n",
        [row("France", "Alpha Pact", "1990"), row("Italy", "Alpha Pact", "1991")],
    ),
    "34_end_words.csv": (
        "Member,Alliance,Joined,Left\nFrance,Alpha Pact,1990,still a member\nItaly,Alpha Pact,1990,dissolved\n",
        "dissolved",
    ),
    "35_records.json": (
        '[{"country":"France","organization":"Alpha Pact","since":1990},{"country":"Italy","organization":"Alpha Pact","since":null}]',
        [row("France", "Alpha Pact", "1990"), row("Italy", "Alpha Pact")],
    ),
    "36_lines.jsonl": (
        '{"country":"France","organization":"Alpha Pact","joined":"1990-05-01"}\n{"country":"Italy","organization":"Alpha Pact"}\n',
        [row("France", "Alpha Pact", "1990-05-01"), row("Italy", "Alpha Pact")],
    ),
    "37_nested.json": (
        '{"data":[{"country":{"name":"France","code":"FRA"},"memberships":["Alpha Pact","Beta League"]},{"country":{"name":"Italy","code":"ITA"},"memberships":["Alpha Pact"]}]}',
        [row("France", "Alpha Pact"), row("France", "Beta League"), row("Italy", "Alpha Pact")],
    ),
    "38_by_body.json": (
        '{"Alpha Pact":["France","Italy"],"Beta League":["Italy","Malta"]}',
        [
            row("France", "Alpha Pact"),
            row("Italy", "Alpha Pact"),
            row("Italy", "Beta League"),
            row("Malta", "Beta League"),
        ],
    ),
    "39_sparql.json": (
        '{"head":{"vars":["country","countryLabel","orgLabel","start","end"]},"results":{"bindings":[{"country":{"type":"uri","value":"http://www.wikidata.org/entity/Q142"},"countryLabel":{"type":"literal","xml:lang":"en","value":"France"},"orgLabel":{"type":"literal","value":"Alpha Pact"},"start":{"type":"literal","datatype":"http://www.w3.org/2001/XMLSchema#dateTime","value":"1990-05-01T00:00:00Z"}},{"country":{"type":"uri","value":"http://www.wikidata.org/entity/Q38"},"countryLabel":{"type":"literal","value":"Italy"},"orgLabel":{"type":"literal","value":"Alpha Pact"}}]}}',
        [row("France", "Alpha Pact", "1990-05-01"), row("Italy", "Alpha Pact")],
    ),
    "40_sparql.xml": (
        '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="countryLabel"/><variable name="organizationLabel"/><variable name="start"/></head><results><result><binding name="countryLabel"><literal xml:lang="en">France</literal></binding><binding name="organizationLabel"><literal>Alpha Pact</literal></binding><binding name="start"><literal datatype="http://www.w3.org/2001/XMLSchema#dateTime">1990-05-01T00:00:00Z</literal></binding></result><result><binding name="countryLabel"><literal>Italy</literal></binding><binding name="organizationLabel"><literal>Alpha Pact</literal></binding></result></results></sparql>',
        [row("France", "Alpha Pact", "1990-05-01"), row("Italy", "Alpha Pact")],
    ),
    "41_sparql.tsv": (
        '?countryLabel\t?organizationLabel\t?start\n"France"@en\t"Alpha Pact"@en\t"1990-05-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>\n"Italy"@en\t"Alpha Pact"@en\t\n',
        [row("France", "Alpha Pact", "1990-05-01"), row("Italy", "Alpha Pact")],
    ),
    "42_truthy.csv": (
        "item,itemLabel,memberOf,memberOfLabel\nhttp://www.wikidata.org/entity/Q142,France,http://www.wikidata.org/entity/Q7184,NATO\nhttp://www.wikidata.org/entity/Q38,Italy,http://www.wikidata.org/entity/Q7184,NATO\n",
        [row("France", "NATO"), row("Italy", "NATO")],
    ),
    "43_graph.graphml": (
        '<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected"><node id="France"/><node id="Alpha Pact"/><edge source="France" target="Alpha Pact"/></graph></graphml>',
        [row("France", "Alpha Pact")],
    ),
    "44_graph.gexf": (
        '<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph/></gexf>',
        "without edges",
    ),
    "45_html.html": (
        "<!DOCTYPE html><html><body><table><tr><th>Country</th><th>Org</th></tr><tr><td>France</td><td>Alpha Pact</td></tr></table></body></html>",
        [row("France", "Alpha Pact")],
    ),
    "46_markdown.md": (
        "| Country | Organisation | Joined |\n|---------|--------------|--------|\n| France  | Alpha Pact   | 1990   |\n| Italy   | Alpha Pact   | 1991   |\n",
        [row("France", "Alpha Pact", "1990"), row("Italy", "Alpha Pact", "1991")],
    ),
    "47_fixed.txt": (
        "country     organization   start\nFrance      Alpha_Pact     1990\nItaly       Alpha_Pact     1991\n",
        [row("France", "Alpha_Pact", "1990"), row("Italy", "Alpha_Pact", "1991")],
    ),
    "48_no_header.csv": (
        "France,Alpha Pact,1990\nItaly,Alpha Pact,1991\nSpain,Beta League,1992\n",
        "names of columns",
    ),
    "49_yearmonth.csv": (
        "state,alliance,entry_year,entry_month,entry_day,exit_year,exit_month,exit_day\nFrance,Alpha Pact,1949,4,4,1966,,\nItaly,Alpha Pact,1949,8,24,,,\n",
        [row("France", "Alpha Pact", "1949-04-04", "1966"), row("Italy", "Alpha Pact", "1949-08-24")],
    ),
    "50_signed_ratified.csv": (
        "Country,Treaty,Signed,Ratified,In force\nFrance,Paris Pact,1 May 1990,3 June 1991,1 January 1992\nItaly,Paris Pact,1 May 1990,,\n",
        '--map "Signed=start"',
    ),
    "51_event_rows.csv": (
        "country,organization,event,date\nFrance,Alpha Pact,joined,1990\nFrance,Alpha Pact,left,1999\nItaly,Alpha Pact,joined,1991\n",
        [row("France", "Alpha Pact", "1990", "1999"), row("Italy", "Alpha Pact", "1991")],
    ),
    "52_bools_js.csv": (
        "country,org,observer,member\nFrance,Alpha Pact,false,true\nItaly,Alpha Pact,true,false\nMalta,Alpha Pact,false,false\n",
        [row("France", "Alpha Pact"), row("Italy", "Alpha Pact", role="observer")],
    ),
    "53_french_quotes.csv": (
        '\ufeff"Pays membre";"Sigle";"Organisation";"Année d\'adhésion";"Statut"\n"Côte d’Ivoire";"UA";"Union africaine";"1963";"membre"\n"Maroc";"UA";"Union africaine";"2017";"membre"\n"Palestine";"UA";"Union africaine";"2013";"observateur"\n',
        [
            row("Côte d’Ivoire", "Union africaine", "1963"),
            row("Maroc", "Union africaine", "2017"),
            row("Palestine", "Union africaine", "2013", role="observer"),
        ],
    ),
    "54_russian.csv": (
        "Страна;Организация;Дата вступления;Дата выхода\nРоссия;СНГ;8 декабря 1991;\nГрузия;СНГ;9 декабря 1993;18 августа 2009\n".encode(
            "cp1251"
        ),
        [row("Россия", "СНГ", "1991-12-08"), row("Грузия", "СНГ", "1993-12-09", "2009-08-18")],
    ),
    "55_chinese.csv": (
        "国家,组织,加入日期\n法国,北约,1949年4月4日\n意大利,北约,1949年\n",
        [row("法国", "北约", "1949-04-04"), row("意大利", "北约", "1949")],
    ),
    "56_arabic.csv": (
        "الدولة,المنظمة,تاريخ الانضمام\nمصر,جامعة الدول العربية,1945\nتونس,جامعة الدول العربية,1958\n",
        [row("مصر", "جامعة الدول العربية", "1945"), row("تونس", "جامعة الدول العربية", "1958")],
    ),
    "oas.csv": (
        "Organization,Type,Member state,Year of accession,Year of withdrawal\nOAS,regional,Cuba,1948,\nOAS,regional,Venezuela,1948,2023\n",
        [row("Cuba", "OAS", "1948"), row("Venezuela", "OAS", "1948", "2023")],
    ),
    "treaty_of_a_depositary.csv": (
        'Participant,Signature,"Ratification, Accession(a), Succession(d)"\nFrance,12 Dec 1990,3 Jan 1992\nItaly,,5 Mar 1993 a\nSpain,12 Dec 1990,\n',
        "--organization NAME",
    ),
    "treaty_with_letters.csv": (
        'Treaty,Participant,Signature,"Ratification, Accession(a), Succession(d)"\nPact X,France,12 Dec 1990,3 Jan 1992\nPact X,Italy,,5 Mar 1993 a\n',
        [row("France", "Pact X", "1992-01-03"), row("Italy", "Pact X", "1993-03-05")],
    ),
    "bare_years.csv": (
        "country,igo,1990,1991,1992\nFrance,Alpha,1,1,0\nItaly,Alpha,,1,1\n",
        [row("France", "Alpha", "1990", "1991"), row("Italy", "Alpha", "1991", "1992")],
    ),
    "suffixed_flags.csv": (
        "country,eu_member,nato_member,un_member,gdp\nFrance,TRUE,TRUE,TRUE,2.5\nMalta,TRUE,FALSE,TRUE,0.1\n",
        [row("France", "eu"), row("France", "nato"), row("France", "un"), row("Malta", "eu"), row("Malta", "un")],
    ),
    "dotted_flags.csv": (  # as R writes blanks
        "country,UN.member,Member.of.NATO,EU..member.,gdp.growth\nFrance,1,1,1,2.5\nMalta,1,0,1,0.1\n",
        [row("France", "EU"), row("France", "NATO"), row("France", "UN"), row("Malta", "EU"), row("Malta", "UN")],
    ),
    "dotted_dates.csv": (
        "country,EU.since,EU.until,NATO.since\nFrance,1958,,1949\nUnited Kingdom,1973,2020,1949\n",
        [
            row("France", "EU", "1958"),
            row("France", "NATO", "1949"),
            row("United Kingdom", "EU", "1973", "2020"),
            row("United Kingdom", "NATO", "1949"),
        ],
    ),
    "lists_of_known_bodies.csv": (
        'country,membership\nFrance,EU|NATO\nItaly,EU and NATO\nSpain,"EU, NATO & OECD"\nMalta,EU\n',
        [
            row("France", "EU"),
            row("France", "NATO"),
            row("Italy", "EU"),
            row("Italy", "NATO"),
            row("Malta", "EU"),
            row("Spain", "EU"),
            row("Spain", "NATO"),
            row("Spain", "OECD"),
        ],
    ),
    "counted_known_bodies_with_roles.csv": (
        "country,organization_1,role_1,organization_2,role_2\nFrance,EU,member,NA,NA\nMali,AU,member,ECOWAS,observer\n",
        [row("France", "EU"), row("Mali", "AU"), row("Mali", "ECOWAS", role="observer")],
    ),
    "counted_alliances_with_roles.csv": (
        "country,military alliance 1,role 1,military alliance 2,role 2\nFrance,NATO,member,EU,observer\nMali,AU,observer,,\n",
        [row("France", "NATO"), row("France", "EU", role="observer"), row("Mali", "AU", role="observer")],
    ),
    "na_in_lists.csv": (
        'country,organization\nFrance,EU / NATO\nMali,"AU, NA"\nGhana,AU\n',
        [row("France", "EU"), row("France", "NATO"), row("Mali", "AU"), row("Ghana", "AU")],
    ),
    "na_in_lists_by_year.csv": (
        'body,1990,1991\nEU,"France, Italy","France, NA"\nAU,Mali,NA\n',
        [row("France", "EU", "1990", "1991"), row("Italy", "EU", "1990", "1990"), row("Mali", "AU", "1990", "1990")],
    ),
    "na_for_a_list.csv": (
        'organization,members\nAlpha Pact,"France, Italy, NA"\nBeta League,NA\nGamma,"Mali, Togo"\n',
        [
            row("France", "Alpha Pact"),
            row("Italy", "Alpha Pact"),
            row("Mali", "Gamma"),
            row("Togo", "Gamma"),
        ],
    ),
    "alleanza.csv": (
        "Paese;Alleanza;Aderente\nFrancia;Patto Alfa;sì\nMalta;Patto Alfa;no\n",
        [row("Francia", "Patto Alfa")],
    ),
    "codes_by_year.csv": (
        "iso3c,year,eu,nato\nFRA,1990,1,1\nFRA,1991,1,1\nAUT,1990,0,0\nAUT,1991,0,0\n",
        [row("France", "eu", "1990", "1991"), row("France", "nato", "1990", "1991")],
    ),
    "edges_of_bodies.csv": (
        "State,EU accession,EU exit,NATO accession\nUnited Kingdom,1973,2020,1949\nSweden,1995,,2024\n",
        [
            row("United Kingdom", "EU", "1973", "2020"),
            row("United Kingdom", "NATO", "1949"),
            row("Sweden", "EU", "1995"),
            row("Sweden", "NATO", "2024"),
        ],
    ),
    "names_only.csv": ("Name,Joined\nFrance,1990\nItaly,1991\n", "organization NAME"),
    "roman_month.csv": (
        'Member,Member since,Alliance\nFrance,"4 April, 1949",NATO\nGreece,18-Feb-1952,NATO\nSpain,30.V.1982,NATO\n',
        [row("France", "NATO", "1949-04-04"), row("Greece", "NATO", "1952-02-18"), row("Spain", "NATO", "1982-05-30")],
    ),
    "season.csv": (
        "country,org,start,end\nFrance,Alpha,1990,present\nItaly,Alpha,1990,2000?\nMalta,Alpha,c. 1990,\nCyprus,Alpha,1990/91,\n",
        "'2000?' is not a date",
    ),
    "quoted_dates.csv": (
        'country;org;start;end\nFrance;Alpha;"1.1.1990";"31.12.1999"\nItaly;Alpha;"1.2.1990";""\n',
        [row("France", "Alpha", "1990-01-01", "1999-12-31"), row("Italy", "Alpha", "1990-02-01")],
    ),
    "names_with_commas.csv": (
        'ORG,COUNTRY\nAlpha,"Gambia, The"\nAlpha,"Korea, Republic of"\n',
        [row("Gambia, The", "Alpha"), row("Korea, Republic of", "Alpha")],
    ),
    "observer_in.csv": (
        "country,organizations,observer_in\nFrance,Alpha; Beta,Gamma\nItaly,Alpha,\n",
        '--map "observer_in=ignore"',
    ),
    "status_codes.csv": (
        "country,org,membership_status\nFrance,Alpha,1\nItaly,Alpha,2\nMalta,Alpha,0\n",
        '--role "1=full" --role "2=associate"; if the column says something else: --map "membership_status=ignore"',
    ),
    "flag_and_start.csv": (
        "country,org,member,start\nFrance,Alpha,Y,1990\nItaly,Alpha,N,\nMalta,Alpha,Y,1991\n",
        [row("France", "Alpha", "1990"), row("Malta", "Alpha", "1991")],
    ),
    "chairs.csv": (
        "Person,Committee,Role,From,To\nAnn Lee,Budget,Chair,2001,2003\nBo Ek,Budget,Member,2001,\n",
        "'Chair'",
    ),
    "write_table.csv": (
        '"country" "org" "start"\n"1" "France" "Alpha Pact" 1990\n"2" "Italy" "Alpha Pact" NA\n',
        [row("France", "Alpha Pact", "1990"), row("Italy", "Alpha Pact")],
    ),
    "colons_in_header.csv": ("Country: ;Organisation: ;Since:\nFrance;Alpha;1990\n", [row("France", "Alpha", "1990")]),
    "numbered_bodies.csv": (
        "COUNTRY_NAME,REGION,BLOC_1,BLOC_2\nFrance,Europe,Alpha,Beta\nItaly,Europe,Alpha,\n",
        [row("France", "Alpha"), row("France", "Beta"), row("Italy", "Alpha")],
    ),
    "never_ends.csv": (
        "member,organization,start_date,end_date\nFrance,Alpha,1990-05-01T00:00:00+02:00,9999-12-31\n",
        [row("France", "Alpha", "1990-05-01")],
    ),
    "mitglied_der.csv": (
        "Staat,Mitglied der NATO,Mitglied der EU\nDeutschland,ja,ja\nÖsterreich,nein,ja\n",
        [row("Deutschland", "NATO"), row("Deutschland", "EU"), row("Österreich", "EU")],
    ),
    "suspended.csv": (
        "Country,Org,Status,Status date\nFrance,Alpha,Member,1990\nItaly,Alpha,Suspended,1999\n",
        "'Suspended'",
    ),
    "merged_below.csv": ("Bloc;Country;From;To\nAlpha;France;1990;1995\n;Italy;1991;\n;Spain;;\n", "--fill-down"),
    "percent.csv": (
        "country,org,member\nFrance,Alpha,100%\nItaly,Alpha,50%\n",
        [row("France", "Alpha"), row("Italy", "Alpha")],
    ),
    "french_months.csv": (
        "Pays;Org.;Depuis\nFrance;UE;1er janvier 1958\nSuède;UE;1er janv. 1995\n",
        [row("France", "UE", "1958-01-01"), row("Suède", "UE", "1995-01-01")],
    ),
    "wide_dates.csv": (
        "Country,NATO,EU,UN\nFrance,1949-04-04,1958-01-01,1945-10-24\nSwitzerland,—,—,2002-09-10\n",
        [
            row("France", "NATO", "1949-04-04"),
            row("France", "EU", "1958-01-01"),
            row("France", "UN", "1945-10-24"),
            row("Switzerland", "UN", "2002-09-10"),
        ],
    ),
    "dyads.csv": ("year,state1,state2,defense\n1990,France,Italy,1\n", "a table of pairs"),
    "state_year.csv": (
        "ccode,stateabb,year,UN,NATO\n2,USA,1990,1,1\n220,FRN,1990,1,1\n2,USA,1991,1,1\n220,FRN,1991,1,1\n",
        [
            row("United States", "UN", "1990", "1991"),
            row("United States", "NATO", "1990", "1991"),
            row("France", "UN", "1990", "1991"),
            row("France", "NATO", "1990", "1991"),
        ],
    ),
    "one_column.csv": (
        "Member states of the Alpha Pact\nFrance\nItaly\nSpain\n",
        [row("France", "Alpha Pact"), row("Italy", "Alpha Pact"), row("Spain", "Alpha Pact")],
    ),
    "dashes.csv": (
        "Country,Organisation,Entry,Exit\nFrance,Alpha,1990,-\nItaly,Alpha,1990,–\nMalta,Alpha,unknown,unknown\nCyprus,Alpha,?,1999\n",
        [
            row("France", "Alpha", "1990"),
            row("Italy", "Alpha", "1990"),
            row("Malta", "Alpha"),
            row("Cyprus", "Alpha", "", "1999"),
        ],
    ),
    "overlapping.csv": (
        "country,org,start,end\nFrance,Alpha,1990,1995\nFrance,Alpha,1993,\nItaly,Alpha,1990,\n",
        [row("France", "Alpha", "1990", "1995"), row("France", "Alpha", "1993"), row("Italy", "Alpha", "1990")],
    ),
    "ends_only.csv": (
        "country,org,left\nFrance,Alpha,1999\nItaly,Alpha,\n",
        [row("France", "Alpha", "", "1999"), row("Italy", "Alpha")],
    ),
    "left_flag.csv": ("country,org,left\nFrance,Alpha,TRUE\nItaly,Alpha,FALSE\n", '--map "left=former"'),
    "shares.csv": (
        "country,org,share\nFrance,Alpha,0.6\nItaly,Alpha,0.4\n",
        [row("France", "Alpha"), row("Italy", "Alpha")],
    ),
    "polish_utf8.csv": (
        "Kraj;Organizacja;Rok przystąpienia\nPolska;NATO;1999\nCzechy;NATO;1999\n",
        [row("Polska", "NATO", "1999"), row("Czechy", "NATO", "1999")],
    ),
    "turkish.csv": ("Ülke;Örgüt;Üyelik tarihi\nTürkiye;NATO;18 Şubat 1952\n", [row("Türkiye", "NATO", "1952-02-18")]),
    "korean.csv": ("국가,기구,가입일\n대한민국,유엔,1991-09-17\n", [row("대한민국", "유엔", "1991-09-17")]),
    "japanese.csv": ("国名,機関,加盟日\n日本,国際連合,1956年12月18日\n", [row("日本", "国際連合", "1956-12-18")]),
    "romanian.csv": (
        "Stat,Organizație,Data aderării\nRomânia,NATO,29 martie 2004\n",
        [row("România", "NATO", "2004-03-29")],
    ),
    "croatian.csv": (
        "Država,Organizacija,Datum pristupanja\nHrvatska,EU,1. srpnja 2013.\n",
        [row("Hrvatska", "EU", "2013-07-01")],
    ),
    "lists_by_body.json": (
        '{"NATO":[{"country":"France","since":1949},{"country":"Spain","since":1982}],"EU":[{"country":"France","since":1958}]}',
        [row("France", "NATO", "1949"), row("Spain", "NATO", "1982"), row("France", "EU", "1958")],
    ),
    "grid.json": (
        '[["country","org"],["France","Alpha"],["Italy","Alpha"]]',
        [row("France", "Alpha"), row("Italy", "Alpha")],
    ),
    "columns.json": (
        '{"country":["France","Italy"],"org":["Alpha","Alpha"]}',
        [row("France", "Alpha"), row("Italy", "Alpha")],
    ),
    "split.json": (
        '{"columns":["country","org"],"data":[["France","Alpha"],["Italy","Alpha"]]}',
        [row("France", "Alpha"), row("Italy", "Alpha")],
    ),
    "cases.csv": (
        "country,org\nFrance,Alpha\nFrance,alpha\nFRANCE,Alpha\nItaly,Alpha \n",
        [row("France", "Alpha"), row("France", "alpha"), row("FRANCE", "Alpha"), row("Italy", "Alpha")],
    ),
    "old_mac.csv": (
        "Country\tOrg\tJoined\r\rFrance\tAlpha\t1990\r\rItaly\tAlpha\t1991\r",
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1991")],
    ),
    "single_quotes.csv": (
        "'country','org'\n'France','Alpha, Beta Pact'\n'Italy','Alpha, Beta Pact'\n",
        [row("France", "Alpha, Beta Pact"), row("Italy", "Alpha, Beta Pact")],
    ),
    "carets.csv": (
        "country^org^start\nFrance^Alpha^1990\nItaly^Alpha^1991\n",
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1991")],
    ),
    "colons.csv": (
        "Country:Org:Start\nFrance:Alpha:1990\nItaly:Alpha:1991\n",
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1991")],
    ),
    "current.csv": (
        "country,org,valid_from,valid_to,is_current\nFrance,Alpha,1990,,TRUE\nItaly,Alpha,1990,1999,FALSE\n",
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1990", "1999")],
    ),
    "years_of_roles.csv": (
        "country,org,1990,1991,1992\nFrance,Alpha,1,3,3\nItaly,Alpha,0,1,2\n",
        '--role "1=full" --role "2=associate" --role "3=observer"',
    ),
    "status_beside_role.csv": (
        "country,org,status,role\nFrance,Alpha,active,Member\nItaly,Alpha,inactive,Member\n",
        '--map "status=ignore"',
    ),
    "in_and_out.csv": (
        "Country,Group,In,Out\nFrance,Alpha,1990,1999\nItaly,Alpha,1991,\n",
        [row("France", "Alpha", "1990", "1999"), row("Italy", "Alpha", "1991")],
    ),
    "membership_of.csv": (
        "Country,Membership\nFrance,NATO\nItaly,NATO\n",
        [row("France", "NATO"), row("Italy", "NATO")],
    ),
    "member_from_to.csv": (
        "Country,Alliance,Member from,Member to\nFrance,NATO,1949,now\nFrance,EU,1958,now\n",
        [row("France", "NATO", "1949"), row("France", "EU", "1958")],
    ),
    "dates_only.csv": (
        "Country,Body,Date\nFrance,Alpha,1990\nItaly,Alpha,1991\n",
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1991")],
    ),
    "actions.csv": (
        "Country,Body,Date,Action\nFrance,Alpha,1990,Signed\nFrance,Alpha,1991,Ratified\nItaly,Alpha,1991,Signed\n",
        '--role "Signed=skip"',
    ),
    "reasons.csv": (
        "Country,Body,Since,Until,Reason\nFrance,Alpha,1990,1999,withdrawal\nItaly,Alpha,1990,,\n",
        [row("France", "Alpha", "1990", "1999"), row("Italy", "Alpha", "1990")],
    ),
    "applied.csv": ("Country,Applied,Joined,Body\nFrance,1989,1990,Alpha\nItaly,1990,,Alpha\n", '--map "Applied'),
    "yes_or_no.csv": (
        "State,Body,Member (Y/N),Observer (Y/N)\nFrance,Alpha,Y,N\nItaly,Alpha,N,Y\nMalta,Alpha,N,N\n",
        [row("France", "Alpha"), row("Italy", "Alpha", role="observer")],
    ),
    "a_column_for_each_role.csv": (
        "State,Body,Full,Associate,Observer\nFrance,Alpha,x,,\nItaly,Alpha,,x,\nMalta,Alpha,,,x\n",
        [row("France", "Alpha"), row("Italy", "Alpha", role="associate"), row("Malta", "Alpha", role="observer")],
    ),
    "members_and_observers.csv": (
        "Body,Members,Observers\nAlpha,France; Italy,Malta\nBeta,France,\n",
        [row("France", "Alpha"), row("Italy", "Alpha"), row("Malta", "Alpha", role="observer"), row("France", "Beta")],
    ),
    "founded.csv": (
        "Body,Founded,Members\nAlpha,1990,France; Italy\nBeta,1995,France\n",
        [row("France", "Alpha"), row("Italy", "Alpha"), row("France", "Beta")],
    ),
    "wide_with_facts.csv": (
        "Country,Capital,Population,UN,NATO\nFrance,Paris,67000000,1945,1949\nItaly,Rome,60000000,1955,1949\n",
        [
            row("France", "UN", "1945"),
            row("France", "NATO", "1949"),
            row("Italy", "UN", "1955"),
            row("Italy", "NATO", "1949"),
        ],
    ),
    "past_without_end.csv": (
        "country,org,start,end,current\nFrance,Alpha,1990,,no\nItaly,Alpha,1990,,yes\n",
        '--map "current=current"',
    ),
    "suspended_span.csv": (
        "country,org,start_year,end_year,suspended_from,suspended_to\nFrance,Alpha,1990,,1995,1997\n",
        [row("France", "Alpha", "1990", "1995"), row("France", "Alpha", "1997")],
    ),
    "verein.csv": (
        "Mitglied seit;Land;Verein\n1. Mai 2004;Polen;EU\n1. Januar 2007;Rumänien;EU\n",
        [row("Polen", "EU", "2004-05-01"), row("Rumänien", "EU", "2007-01-01")],
    ),
    "crosses.csv": (
        "Country;EU;Schengen;Euro\nFrance;X;X;X\nIreland;X;;X\nNorway;;X;\n",
        [
            row("France", "EU"),
            row("France", "Schengen"),
            row("France", "Euro"),
            row("Ireland", "EU"),
            row("Ireland", "Euro"),
            row("Norway", "Schengen"),
        ],
    ),
    "role_none.csv": (
        "org,country,year,membership\nAlpha,France,1990,full\nAlpha,France,1991,full\nAlpha,Italy,1990,none\nAlpha,Italy,1991,observer\n",
        "unknown role: 'none'",
    ),
    "ranked.csv": (
        "Rank,Country,Organisation,Votes\n1,France,Alpha,10\n2,Italy,Alpha,8\n,Total,,18\n",
        [row("France", "Alpha"), row("Italy", "Alpha")],
    ),
}
"""The content of each file, and its memberships or what its refusal says."""


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_read_right_or_refused_with_a_way_on(tmp_path: Path, name: str) -> None:
    content, right = FILES[name]
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    if isinstance(right, str):
        with pytest.raises(BlocsError, match=re.escape(right)):
            list(TableFile(path).rows())
        return
    found = [row for row in TableFile(path).rows() if row.holds == "yes"]
    assert sorted((row.member, row.organization, row.role, row.start, row.end) for row in found) == sorted(right)


WAYS_ON: dict[str, tuple[TableOptions, Found]] = {
    "status_codes.csv": (
        TableOptions(roles=("1=full", "2=associate")),
        [row("France", "Alpha"), row("Italy", "Alpha", role="associate")],
    ),
    "years_of_roles.csv": (
        TableOptions(roles=("1=full", "2=associate", "3=observer")),
        [
            row("France", "Alpha", "1990", "1990"),
            row("France", "Alpha", "1991", "1992", role="observer"),
            row("Italy", "Alpha", "1991", "1991"),
            row("Italy", "Alpha", "1992", "1992", role="associate"),
        ],
    ),
    "colons.csv": (
        TableOptions(delimiter=":"),
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1991")],
    ),
    "19_report.csv": (
        TableOptions(fill_down=True),
        [row("France", "Alpha Pact", "1990"), row("Italy", "Alpha Pact", "1991"), row("Spain", "Alpha Pact", "1992"),
         row("Malta", "Beta League", "1993"), row("Cyprus", "Beta League", "1994")],
    ),
    "22_serial.csv": (
        TableOptions(date_format="excel"),
        [row("France", "Alpha Pact", "1950-01-01"), row("Italy", "Alpha Pact", "1990-01-01")],
    ),
    "25_ambiguous.csv": (
        TableOptions(date_format="MM/DD/YYYY"),
        [row("France", "Alpha Pact", "2004-03-04"), row("Italy", "Alpha Pact", "2005-05-06")],
    ),
    "14_status.csv": (
        TableOptions(roles=("Withdrew=skip",)),
        [row("France", "Alpha Pact"), row("Italy", "Alpha Pact", role="observer"), row("Spain", "Alpha Pact", role="associate")],
    ),
    "05_pipe.txt": (
        TableOptions(roles=("former=skip",)),
        [row("Georgia", "Blue League", "1999", role="observer"), row("Armenia", "Blue League", "2001")],
    ),
    "50_signed_ratified.csv": (
        TableOptions(mapping={"Signed": "start"}),
        [row("France", "Paris Pact", "1990-05-01"), row("Italy", "Paris Pact", "1990-05-01")],
    ),
}  # fmt: skip
"""The ways on that refusals name, and what they lead to."""


@pytest.mark.parametrize("name", WAYS_ON)
def test_the_way_on_leads_to_the_memberships(tmp_path: Path, name: str) -> None:
    content, _ = FILES[name]
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    options, right = WAYS_ON[name]
    found = [row for row in TableFile(path, options).rows() if row.holds == "yes"]
    assert sorted((row.member, row.organization, row.role, row.start, row.end) for row in found) == sorted(right)
