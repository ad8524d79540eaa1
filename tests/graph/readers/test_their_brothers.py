"""Tables of kinds that are read, differently dressed: other languages, other names, other ways to say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs import BlocsError
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from tables_read import Right, hold_against

TABLES: dict[str, tuple[str, Right]] = {
    "statuses_german.csv": (
        "Land;Organisation;Status\nDeutschland;NATO;Mitglied seit 1955\nSpanien;NATO;beigetreten 1982\nMalta;CoE;Beobachter (2010)\nRussland;CoE;ausgetreten 2022\n",
        [
            "Deutschland/NATO/full/1955/",
            "Malta/CoE/observer/2010/",
            "Russland/CoE/full//2022",
            "Spanien/NATO/full/1982/",
        ],
    ),
    "statuses_french.csv": (
        "Pays;Organisation;Statut\nFrance;OIF;membre depuis 1970\nMaroc;OIF;adhésion en 1981\nNiger;OIF;suspendu depuis 2024\n",
        ["France/OIF/full/1970/", "Maroc/OIF/full/1981/", "Niger/OIF/full//2024"],
    ),
    "statuses_spanish.csv": (
        "País;Organización;Estado\nVenezuela;MCCA;miembro desde 1999\nHonduras;ALBA;retirado en 2010\nCuba;OEA;expulsado 1962\n",
        ["Cuba/OEA/full//1962", "Honduras/ALBA/full//2010", "Venezuela/MCCA/full/1999/"],
    ),
    "status_and_start.csv": (
        "country,organization,status,joined\nUK,EU,left 2020,1973\nFrance,EU,member,1958\nNorway,EU,never a member,\n",
        ["France/EU/full/1958/", "UK/EU/full/1973/2020"],
    ),
    "status_spans.csv": (
        "country,organization,status\nUK,EU,Member (1973-2020)\nIraq,CENTO,Former member (1955-1959)\nIran,CENTO,ex-member since 1979\n",
        ["Iran/CENTO/full//1979", "Iraq/CENTO/full/1955/1959", "UK/EU/full/1973/2020"],
    ),
    "status_undecided.csv": (
        "country,organization,status\nFrance,A,Member since 1 May 1990\nMalta,A,Observer since 03/04/2001\n",
        "--date-format",
    ),
    "status_signed.csv": (
        "country,organization,status\nFrance,A,ratified 1990\nMalta,A,signed 1991\n",
        '--role "signed 1991=skip"',
    ),
    "wide_status.csv": (
        "country,NATO,EU\nUK,member since 1949,left 2020\nMalta,no,joined 2004\nNorway,founding member,no\n",
        ["Malta/EU/full/2004/", "Norway/NATO/full//", "UK/EU/full//2020", "UK/NATO/full/1949/"],
    ),
    "body_year.csv": (
        "country,nato_1990,nato_1991,eu_1990,eu_1991\nFrance,1,1,1,1\nNorway,1,1,0,0\n",
        ["France/eu/full/1990/1991", "France/nato/full/1990/1991", "Norway/nato/full/1990/1991"],
    ),
    "member_year.csv": (
        "iso3c,member1990,member1991,organization\nFRA,1,1,EU\nAUT,0,1,EU\n",
        ["Austria/EU/full/1991/1991", "France/EU/full/1990/1991"],
    ),
    "body_year_and_facts.csv": (
        "country,gdp1990,gdp1991,nato1990,nato1991\nFrance,1200,1250,1,1\nNorway,300,310,1,0\n",
        ["France/nato/full/1990/1991", "Norway/nato/full/1990/1990"],
    ),
    "body_year_brackets.csv": (
        "country,NATO (1990),NATO (2000)\nFrance,yes,yes\nPoland,no,yes\n",
        ["France/NATO/full/1990/1990", "France/NATO/full/2000/2000", "Poland/NATO/full/2000/2000"],
    ),
    "roles_german.csv": (
        'Body,Mitglieder,Beobachter\nAlpha,"Deutschland, Italien",Malta\nBeta,Frankreich,\n',
        ["Deutschland/Alpha/full//", "Frankreich/Beta/full//", "Italien/Alpha/full//", "Malta/Alpha/observer//"],
    ),
    "roles_french.csv": (
        "Organisation;États membres;Membres associés;Observateurs\nOIF;France, Canada;Serbie;Pologne\n",
        ["Canada/OIF/full//", "France/OIF/full//", "Pologne/OIF/observer//", "Serbie/OIF/associate//"],
    ),
    "bodies_by_role.csv": (
        'Country,Member of,Observer in\nFrance,"NATO, EU",\nMalta,EU,NAM\n',
        ["France/EU/full//", "France/NATO/full//", "Malta/EU/full//", "Malta/NAM/observer//"],
    ),
    "former_members.csv": (
        'Organization,Members,Observers,Former members\nAlpha,"France, Italy",Malta,Spain\n',
        '--map "Former members=ignore"',
    ),
    "legend_other_codes.csv": (
        'country,org,"status [0=none; 1=observer; 2=member]"\nFrance,A,2\nItaly,A,1\nMalta,A,0\n',
        ["France/A/full//", "Italy/A/observer//"],
    ),
    "legend_letters.csv": (
        'country,org,"type (F = full, A = associate, O = observer)"\nFrance,X,F\nItaly,X,A\nMalta,X,O\n',
        ["France/X/full//", "Italy/X/associate//", "Malta/X/observer//"],
    ),
    "legend_candidate.csv": (
        'country,org,"status (1=member, 2=candidate)"\nFrance,X,1\nItaly,X,2\n',
        '--role "2=skip"',
    ),
    "event_suspension.csv": (
        "date,actor,body,event\n1990-05-01,France,A,accession\n1995-01-01,France,A,withdrawal\n1991-01-01,Malta,A,suspension\n",
        '--role "suspension=skip"',
    ),
    "in_out.csv": (
        "Year,Country,Organization,In/Out\n1990,France,A,in\n1995,France,A,out\n",
        ["France/A/full/1990/1995"],
    ),
    "event_french.csv": (
        "Année;Pays;Organisation;Événement\n1990;France;A;adhésion\n1995;France;A;retrait\n",
        ["France/A/full/1990/1995"],
    ),
    "in_force_by_year.csv": (
        "state,year,org,in_force\nFrance,1990,A,1\nFrance,1991,A,1\nItaly,1990,A,0\nItaly,1991,A,1\n",
        ["France/A/full/1990/1991", "Italy/A/full/1991/1991"],
    ),
    "unnamed_flag.csv": (
        "state,year,org,landlocked,x\nFrance,1990,A,0,1\nFrance,1991,A,0,1\nAustria,1990,A,1,0\nAustria,1991,A,1,1\n",
        '--map "x=flag"',
    ),
    "panel_of_more_than_bodies.csv": (
        "country,ccode,year,civil_war,eu,nato\nFrance,220,2003,0,1,1\nFrance,220,2004,0,1,1\nAustria,305,2003,1,1,0\nAustria,305,2004,1,1,0\n",
        ["Austria/eu/full/2003/2004", "France/eu/full/2003/2004", "France/nato/full/2003/2004"],
    ),
    "regimes.csv": (
        "country_name,country_text_id,year,v2x_polyarchy,v2x_regime,e_boix_regime\nMexico,MEX,1990,0.39,1,0\nMali,MLI,1992,0.52,2,1\n",
        "it says what states are like, not who is in what",
    ),
    "votes.csv": (
        "rcid,country,ccode,vote,session,year\n3,Canada,20,3,1,1946\n3,Cuba,40,1,1,1946\n",
        "is a table of votes",
    ),
    "treated.csv": (
        "country,female,treated,post,oecd\nFrance,1,0,1,1\nMexico,0,1,1,1\n",
        ["France/oecd/full//", "Mexico/oecd/full//"],
    ),
    "respondents.csv": (
        "Respondent;Country;Q1;Q2;Trust in NATO\n1;France;1;2;1\n2;Italy;2;1;3\n",
        "has no column for the organization",
    ),
    "wars.csv": (
        "Country,War start,War end,UN\nFrance,1914,1918,1945\nPoland,1939,1945,1945\n",
        ["France/UN/full/1945/", "Poland/UN/full/1945/"],
    ),
    "independence.csv": (
        "Country,Independence,First census,UN,Visegrad\nPoland,1918,1921,1945,1991\nKenya,1963,1948,1963,\n",
        ["Kenya/UN/full/1963/", "Poland/UN/full/1945/", "Poland/Visegrad/full/1991/"],
    ),
    "attributes_of_bodies.csv": (
        "Organization,Regional,Military,Economic\nNATO,1,1,0\nASEAN,1,0,1\n",
        '--map "Regional=member"',
    ),
    "capitals.csv": (
        "COUNTRY,YEAR,WAR,NATO\nFrance,1990,1,1\nItaly,1990,0,1\n",
        ["France/NATO/full/1990/1990", "Italy/NATO/full/1990/1990"],
    ),
    "crosses_of_strangers.csv": ("Country,Alpha,Beta\nFrance,x,\nItaly,x,x\n", '--map "Alpha=organization"'),
    "rejoined.csv": (
        "state,igo,joined,left,rejoined\nIndonesia,OPEC,1962,2009,2016\nEcuador,OPEC,1973,1992,2007\nFrance,OPEC,1990,,\n",
        [
            "Ecuador/OPEC/full/1973/1992",
            "Ecuador/OPEC/full/2007/",
            "France/OPEC/full/1990/",
            "Indonesia/OPEC/full/1962/2009",
            "Indonesia/OPEC/full/2016/",
        ],
    ),
    "left_again.csv": (
        "State;Body;Joined;Left;Rejoined;Left again\nIndonesia;OPEC;1962;2009;2016;2016\n",
        ["Indonesia/OPEC/full/1962/2009", "Indonesia/OPEC/full/2016/2016"],
    ),
    "counted_spells.csv": (
        "state,org,start1,end1,start2,end2\nIndonesia,OPEC,1962,2009,2016,2016\nFrance,OPEC,1990,,,\n",
        ["France/OPEC/full/1990/", "Indonesia/OPEC/full/1962/2009", "Indonesia/OPEC/full/2016/2016"],
    ),
    "second_accession.csv": (
        "state,org,first accession,first withdrawal,second accession\nFrance,UNESCO,1946,,\nUS,UNESCO,1946,1984,2003\n",
        ["France/UNESCO/full/1946/", "US/UNESCO/full/1946/1984", "US/UNESCO/full/2003/"],
    ),
    "since_in_strangers.csv": (
        "country,alpha_since,beta_since\nFrance,1950,1960\nItaly,,1961\n",
        '--map "alpha_since=organization"',
    ),
    "back_from_nowhere.csv": ("state,org,joined,rejoined\nUS,UNESCO,1946,2003\n", '--map "rejoined=ignore"'),
    "candidates_only.csv": (
        "Country,Organization,Candidate since\nTurkey,EU,1999\nSerbia,EU,2012\n",
        '--map "Candidate since=ignore"',
    ),
    "partners.csv": (
        "country,partner,agreement,year\nChile,United States,FTA,2004\nChile,China,FTA,2006\n",
        '--map "partner=ignore"',
    ),
    "parties_of_states.csv": (
        "Party,Country,Alliance,Seats\nSPD,Germany,S&D,16\nPSOE,Spain,S&D,20\n",
        '--map "Party=member"',
    ),
    "groups_of_the_un.csv": (
        "Country or Area;M49 Code;Least Developed Countries (LDC);Small Island Developing States (SIDS)\nBurundi;108;x;\nComoros;174;x;x\n",
        [
            "Burundi/Least Developed Countries (LDC)/full//",
            "Comoros/Least Developed Countries (LDC)/full//",
            "Comoros/Small Island Developing States (SIDS)/full//",
        ],
    ),
    "voting_member.csv": (
        "state,org,voting_member,start\nFrance,A,yes,1990\nItaly,A,no,1991\n",
        ["France/A/full/1990/", "Italy/A/full/1991/"],
    ),
    "censored_finish.csv": (
        "country,pact,begin,finish,cens_right\nFrance,A,1990,2012,1\nItaly,A,1991,1999,0\n",
        ["France/A/full/1990/", "Italy/A/full/1991/1999"],
    ),
    "weeks.csv": ("country,pact,joined,left\nFrance,A,1990w12,\nItaly,A,1991-W03,\n", "1990w12"),
    "no_dates.csv": (
        "country,pact,joined,left\nFrance,A,00/00/0000,31/12/9999\nItaly,A,13/02/1991,31/12/2999\n",
        ["France/A/full//", "Italy/A/full/1991-02-13/"],
    ),
    "year_and_month.csv": ("country,pact,joined,left\nFrance,A,1990/05,\nItaly,A,May-1991,Dec-1999\n", "1990/05"),
    "middle_of_year.csv": ("country,pact,joined,left\nFrance,A,1990-1991,\nItaly,A,mid-1991,\n", "mid-1991"),
    "contracting_party.csv": (
        "Name of Contracting Party,Treaty name,Date of entry into force for party\nFrance,A,1990-01-01\nItaly,A,1991-02-03\n",
        ["France/A/full/1990-01-01/", "Italy/A/full/1991-02-03/"],
    ),
    "affiliations.csv": (
        "Affiliation 1,Affiliation 2,Country\nNATO,EU,France\nEU,,Malta\n",
        ["France/EU/full//", "France/NATO/full//", "Malta/EU/full//"],
    ),
    "state_body.json": (
        '{"France":{"NATO":{"since":1949},"EU":{"since":1958}},"Malta":{"EU":{"since":2004}}}',
        ["France/EU/full/1958/", "France/NATO/full/1949/", "Malta/EU/full/2004/"],
    ),
    "body_year_names.json": (
        '{"NATO":{"1949":["France","Italy"],"1982":["Spain"]}}',
        ["France/NATO/full/1949/", "Italy/NATO/full/1949/", "Spain/NATO/full/1982/"],
    ),
    "body_role_names.json": (
        '{"NATO":{"members":["France","Italy"],"observers":["Malta"]},"EU":{"members":["France"],"observers":[]}}',
        ["France/EU/full//", "France/NATO/full//", "Italy/NATO/full//", "Malta/NATO/observer//"],
    ),
    "record_roles.json": (
        '[{"org":"NATO","full_members":["France","Italy"],"observers":["Malta"]}]',
        ["France/NATO/full//", "Italy/NATO/full//", "Malta/NATO/observer//"],
    ),
    "starred_ends.csv": (
        "Country,Org,Since,Until,Note\nFrance,A,1990,*,x\nItaly,A,1991,1999*,y\n",
        ["France/A/full/1990/", "Italy/A/full/1991/1999"],
    ),
    "abbreviated_role.csv": (
        "Country,Organization,Year of accession,Year of withdrawal,Type\nFrance,A,1990,,Full\nItaly,A,1991,1999,Obs.\n",
        ["France/A/full/1990/", "Italy/A/observer/1991/1999"],
    ),
    "flags_of_years.csv": (
        "stateabb,ccode,year,igo,membership\nUSA,2,1990,NATO,1\nUSA,2,1991,NATO,1\nCAN,20,1991,NATO,0\n",
        ["United States/NATO/full/1990/1991"],
    ),
    "no_expiration.csv": (
        "Member;Alliance;Effective date;Expiration date\nFrance;A;1 May 1990;no expiration\nItaly;A;1 May 1990;indefinite\n",
        ["France/A/full/1990-05-01/", "Italy/A/full/1990-05-01/"],
    ),
    "accession_dates.csv": (
        "Country,EU accession date,NATO accession date\nFrance,1958-01-01,1949-08-24\nMalta,2004-05-01,\n",
        ["France/EU/full/1958-01-01/", "France/NATO/full/1949-08-24/", "Malta/EU/full/2004-05-01/"],
    ),
    "provisional.csv": (
        "country,org,from,to,provisional\nFrance,A,1990,,no\nItaly,A,1991,,yes\n",
        ["France/A/full/1990/", "Italy/A/full/1991/"],
    ),
    "end_reason.csv": (
        "country,org,start,end,end_reason\nFrance,A,1990,1995,dissolution\nItaly,A,1991,,\n",
        ["France/A/full/1990/1995", "Italy/A/full/1991/"],
    ),
    "namibia_among_codes.csv": (
        "iso2,union\nNA,SADC\nZA,SADC\nBW,SADC\n",
        ["Botswana/SADC/full//", "Namibia/SADC/full//", "South Africa/SADC/full//"],
    ),
    "dates_in_wide_cells.csv": (
        "Pays,CEDEAO,UEMOA,CEMAC\nMali,1975-2024,depuis 1994,\nTchad,,,1994\n",
        ["Mali/CEDEAO/full/1975/2024", "Mali/UEMOA/full/1994/", "Tchad/CEMAC/full/1994/"],
    ),
    "counted_members.csv": (
        "Org,Member 1,Member 2,Member 3\nBenelux,Belgium,Netherlands,Luxembourg\nANZUS,Australia,New Zealand,United States\n",
        [
            "Australia/ANZUS/full//",
            "Belgium/Benelux/full//",
            "Luxembourg/Benelux/full//",
            "Netherlands/Benelux/full//",
            "New Zealand/ANZUS/full//",
            "United States/ANZUS/full//",
        ],
    ),
    "chair.csv": (
        "person,country,committee,role,start\nAnn Lee,France,Budget,chair,2010\nBo Ek,Malta,Budget,member,2011\n",
        '--role "chair=skip"',
    ),
    "party_members.csv": (
        "Name,Party,Elected,Left office\nAnn Lee,Blue,2010,2014\nBo Ek,Green,2011,\n",
        ["Ann Lee/Blue/full/2010/2014", "Bo Ek/Green/full/2011/"],
    ),
    "date_is_the_year.csv": (
        "date,country,organization\n1990,France,A\n1991,France,A\n1990,Italy,A\n1991,Italy,A\n",
        ["France/A/full/1990/1991", "Italy/A/full/1990/1991"],
    ),
    "inactive.csv": (
        "country,organization,membership_status\nFrance,A,Active\nItaly,A,Inactive\n",
        '--role "Inactive=skip"',
    ),
    "crosses_for_roles.csv": (
        "country,organization,full,associate,observer\nFrance,A,x,,\nItaly,A,,x,\nMalta,A,,,x\n",
        ["France/A/full//", "Italy/A/associate//", "Malta/A/observer//"],
    ),
    "month_thirteen.csv": (
        "alliance,state,entry_year,entry_month,exit_year,exit_month\nA,France,1990,5,.,.\nA,Italy,1991,13,1999,12\n",
        "the calendar has no such day",
    ),
    "missing_months.csv": (
        "alliance,state,entry_year,entry_month,exit_year,exit_month\nA,France,1990,5,.,.\nA,Italy,1991,-9,1999,12\n",
        ["France/A/full/1990-05/", "Italy/A/full/1991/1999-12"],
    ),
    "decades.csv": (
        "country,org,member_1990s,member_2000s\nFrance,A,1,1\nItaly,A,0,1\n",
        '--map "member_1990s=ignore"',
    ),
    "start_before_body.csv": (
        "Country;Since;Organisation\nDeutschland;06.05.1955;NATO\nSpanien;30.05.1982;NATO\n",
        ["Deutschland/NATO/full/1955-05-06/", "Spanien/NATO/full/1982-05-30/"],
    ),
    "brackets_in_header.csv": (
        'country,organisations (year joined)\nFrance,"NATO (1949), EU (1958)"\nMalta,EU (2004)\n',
        ["France/EU/full/1958/", "France/NATO/full/1949/", "Malta/EU/full/2004/"],
    ),
    "order_of_accession.csv": (
        'organization,accession order\nNATO,"1949: Belgium, France; 1982: Spain"\n',
        "--map COLUMN=member",
    ),
    "years_of_bodies.csv": (
        "country,nato_year,eu_year\nFrance,1949,1958\nMalta,,2004\n",
        ["France/eu/full/1958/", "France/nato/full/1949/", "Malta/eu/full/2004/"],
    ),
    "starts_and_ends_of_bodies.csv": (
        "country,nato_start,nato_end,eu_start,eu_end\nUK,1949,,1973,2020\nMalta,,,2004,\n",
        ["Malta/eu/full/2004/", "UK/eu/full/1973/2020", "UK/nato/full/1949/"],
    ),
    "candidate_in_wide.csv": (
        "country,region,nato,eu\nFrance,Western Europe,Yes,Yes\nTurkey,Asia,Yes,Candidate\n",
        '--role "Candidate=skip"',
    ),
    "signed_and_ratified.csv": (
        "ISO,Country,Treaty,Signed,Ratified\nFRA,France,T1,1990-05-01,1991-05-01\nITA,Italy,T1,1990-05-01,1992-05-01\n",
        '--map "Ratified=start"',
    ),
    "seats.csv": (
        "member_state,organ,seat_start,seat_end\nFrance,Security Council,1946,\nIndia,Security Council,2021,2022\n",
        ["France/Security Council/full/1946/", "India/Security Council/full/2021/2022"],
    ),
    "brackets_in_dates.csv": (
        "Country,Body,Membership start (year),Membership end (year)\nFrance,A,1990,present\nItaly,A,1991,1999\n",
        ["France/A/full/1990/", "Italy/A/full/1991/1999"],
    ),
    "dates_first.csv": (
        "from,to,country,body\n1990,1995,France,A\n1991,,Italy,A\n",
        ["France/A/full/1990/1995", "Italy/A/full/1991/"],
    ),
    "durations.csv": (
        "country,body,start,duration_years\nFrance,A,1990,5\nItaly,A,1991,8\n",
        '--map "duration_years=ignore"',
    ),
    "status_with_date.csv": (
        "country,body,status,status_date\nFrance,A,member,1990\nItaly,A,withdrew,1999\n",
        '--role "withdrew=skip"',
    ),
    "status_by_year.csv": (
        "country,body,status,year\nFrance,A,member,1990\nFrance,A,withdrew,1999\nItaly,A,member,1991\n",
        '--role "withdrew=skip"',
    ),
    "non_member.csv": ("Country,Body,Non-member,Member\nFrance,A,0,1\nItaly,A,1,0\n", "Non-member=ignore"),
    "shares.csv": (
        "country,body,year,share\nFrance,A,1990,0.2\nFrance,A,1991,0.21\nItaly,A,1991,0\n",
        ["France/A/full/1990/1991", "Italy/A/full/1991/1991"],
    ),
    "treaty_german.csv": (
        "Vertragspartei;Vertrag;Unterzeichnung;Inkrafttreten;Kündigung\nFrankreich;V1;01.02.1990;01.03.1991;\nItalien;V1;02.02.1990;01.04.1991;31.12.1999\n",
        ["Frankreich/V1/full/1991-03-01/", "Italien/V1/full/1991-04-01/1999-12-31"],
    ),
    "treaty_french.csv": (
        "État partie;Traité;Date de ratification;Date d'entrée en vigueur\nFrance;T1;12/05/1990;01/06/1990\nItalie;T1;13/05/1991;01/06/1991\n",
        ["France/T1/full/1990-06-01/", "Italie/T1/full/1991-06-01/"],
    ),
    "treaty_spanish.csv": (
        "Estado Parte;Tratado;Fecha de firma;Fecha de ratificación;Fecha de entrada en vigor;Fecha de denuncia\nChile;T1;13/05/1990;14/06/1991;15/07/1991;\nPerú;T1;13/05/1990;14/06/1992;15/07/1992;31/12/2000\n",
        ["Chile/T1/full/1991-07-15/", "Perú/T1/full/1992-07-15/2000-12-31"],
    ),
    "years_and_bodies_german.csv": (
        "Jahr,Land,EU,NATO\n1990,Frankreich,1,1\n1991,Frankreich,1,1\n1990,Norwegen,0,1\n1991,Norwegen,0,1\n",
        ["Frankreich/EU/full/1990/1991", "Frankreich/NATO/full/1990/1991", "Norwegen/NATO/full/1990/1991"],
    ),
    "kinds_german.csv": (
        "Mitgliedsland;Organisation;Mitgliedschaft\nFrankreich;A;Vollmitglied\nItalien;A;assoziiert\nMalta;A;keine\n",
        '--role "keine=skip"',
    ),
    "years_french.csv": (
        "Pays;Organisation;Année d'adhésion;Année de sortie\nFrance;A;1990;-\nItalie;A;1991;1999\n",
        ["France/A/full/1990/", "Italie/A/full/1991/1999"],
    ),
    "cow_by_semicolons.csv": (
        "ccode;cabb;year;ioname;value\n2;USA;1990;NATO;1\n2;USA;1991;NATO;1\n20;CAN;1990;NATO;-9\n20;CAN;1991;NATO;2\n",
        ["Canada/NATO/associate/1991/1991", "United States/NATO/full/1990/1991"],
    ),
    "pairs_gw.csv": ("gwno_a,gwno_b,year,alliance\n2,20,1990,1\n", "pairs"),
    "pairs_of_countries.csv": ("country1,country2,treaty,year\nFrance,Italy,T1,1990\n", "pairs"),
    "members_counted_signed.csv": (
        "member1,member2,member3,alliance,year_signed\nFrance,Italy,Spain,A,1990\nMalta,Cyprus,,B,1991\n",
        '--map "year_signed=start"',
    ),
    "lists_with_and.csv": (
        'Alliance,Members,Start,End\nTriple Alliance,"Germany, Austria-Hungary and Italy",1882,1915\nEntente,"France & Russia",1894,1917\n',
        [
            "Austria-Hungary/Triple Alliance/full/1882/1915",
            "France/Entente/full/1894/1917",
            "Germany/Triple Alliance/full/1882/1915",
            "Italy/Triple Alliance/full/1882/1915",
            "Russia/Entente/full/1894/1917",
        ],
    ),
    "status_as_of.csv": (
        "organization,country,joined,status as of 2020\nA,France,1990,member\nA,Italy,1991,observer\n",
        ["France/A/full/1990/", "Italy/A/observer/1991/"],
    ),
    "eu_flag.csv": (
        "organization,country,joined,is_eu_member\nA,France,1990,1\nA,Norway,1991,0\n",
        ["France/A/full/1990/", "Norway/A/full/1991/"],
    ),
    "member_question.csv": ("Country,Org,Member?\nFrance,A,Y\nItaly,A,N\nMalta,A,Pending\n", '--role "Pending=skip"'),
    "spans_as_columns.csv": (
        "country,org,1990-1994,1995-1999,2000-2004\nFrance,A,1,1,1\nItaly,A,0,1,0\n",
        '--map "1990-1994=ignore"',
    ),
    "months_of_all_kinds.csv": (
        "country,organization,entry\nFrance,A,1990-05\nItaly,A,05/1991\nMalta,A,1991.06\n",
        "1991.06",
    ),
    "apostrophe_year.csv": ("Country\tOrg\tSince\nFrance\tA\t'90\n", "'90"),
    "roman_year.csv": ("Country,Org,Since\nFrance,A,MCMXC\n", "MCMXC"),
    "founding_year.csv": (
        "Country,Org,Since\nFrance,A,Founding member (1990)\nItaly,A,1991 (observer since 1988)\n",
        "1991 (observer since 1988)",
    ),
    "suspended_end.csv": (
        "Country,Org,Since,Until\nFrance,A,1990,\nItaly,A,1991,suspended 1999\n",
        ["France/A/full/1990/", "Italy/A/full/1991/1999"],
    ),
    "withdrew_in_brackets.csv": (
        "Country,Org,From,To\nFrance,A,1990,1995 (withdrew)\nItaly,A,1991,\n",
        ["France/A/full/1990/1995", "Italy/A/full/1991/"],
    ),
    "acronyms.csv": (
        "Org,Acronym,Country,ISO\nAlpha Pact,AP,France,FRA\nAlpha Pact,AP,Italy,ITA\n",
        ["France/Alpha Pact/full//", "Italy/Alpha Pact/full//"],
    ),
    "seat_of_body.csv": (
        "Org,Seat,Country\nAlpha Pact,Rome,France\nAlpha Pact,Rome,Italy\n",
        ["France/Alpha Pact/full//", "Italy/Alpha Pact/full//"],
    ),
    "name_and_title.csv": (
        "Name,Country,Organisation,Title\nAnn Lee,France,UNSC,Ambassador\nBo Ek,Malta,UNSC,Deputy\n",
        ["Ann Lee/UNSC/full//", "Bo Ek/UNSC/full//"],
    ),
    "deputies.csv": (
        "Delegation,Chamber,Deputy,Start\nFrance,PACE,Ann Lee,2010\nMalta,PACE,Bo Ek,2011\n",
        ["Ann Lee/PACE/full/2010/", "Bo Ek/PACE/full/2011/"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_right_or_refused_with_a_way_on(tmp_path: Path, name: str) -> None:
    content, right = TABLES[name]
    hold_against(right, tmp_path / name, content)


SAID_OF_ROWS = {
    "in_force": (
        "member,organization,in_force\nFrance,Alpha Pact,TRUE\nItaly,Alpha Pact,FALSE\n",
        {},
        [("France", "", "")],
        "no present membership, since column 'in_force' says 'FALSE'",
    ),
    "current, as asked": (
        "member,organization,start,end,current\nFrance,Alpha Pact,1950,,yes\nItaly,Alpha Pact,1950,1960,no\nMalta,Alpha Pact,1950,,no\n",
        {"mapping": {"current": "current"}},
        [("France", "1950", ""), ("Italy", "1950", "1960")],
        "1 row left out as no present membership",
    ),
    "former, as asked": (
        "member,organization,left\nFrance,Alpha Pact,TRUE\nItaly,Alpha Pact,FALSE\n",
        {"mapping": {"left": "former"}},
        [("Italy", "", "")],
        "1 row left out as no present membership",
    ),
    "unknown end": (
        "member,organization,start,end\nFrance,Alpha Pact,1950,?\nItaly,Alpha Pact,1950,?\nMalta,Alpha Pact,1950,none\n",
        {},
        [("France", "1950", ""), ("Italy", "1950", ""), ("Malta", "1950", "")],
        "2 rows with unknown ends were read as going on, though they may have ended: '?' (2)",
    ),
    "unknown end left out": (
        "member,organization,start,end\nFrance,Alpha Pact,1950,?\nMalta,Alpha Pact,1950,none\n",
        {"roles": ("?=skip",)},
        [("Malta", "1950", "")],
        "",
    ),
    "several in one": (
        "member,organization\nFrance,Alpha Pact\nItaly,Alpha Pact\nMalta + Cyprus,Alpha Pact\nEU-15,Alpha Pact\n",
        {},
        [("France", "", ""), ("Italy", "", ""), ("Malta", "", ""), ("Cyprus", "", ""), ("EU-15", "", "")],
        "'EU-15' may stand for several members",
    ),
    "season": (
        "member,organization,start\nFrance,Alpha Pact,2004/05\nItaly,Alpha Pact,1990/91\n",
        {"date_format": "YYYY/YY"},
        [("France", "2004", ""), ("Italy", "1990", "")],
        "",
    ),
    "months": (
        "member,organization,start\nFrance,Alpha Pact,2004/05\nItaly,Alpha Pact,4.IV.1949\nMalta,Alpha Pact,2004-122\n",
        {"date_format": "YYYY/MM"},
        [("France", "2004-05", ""), ("Italy", "1949-04-04", ""), ("Malta", "2004-05-01", "")],
        "",
    ),
}


@pytest.mark.parametrize("name", SAID_OF_ROWS)
def test_rows_are_read_as_they_say_and_what_is_not_known_is_said(tmp_path: Path, name: str) -> None:
    content, options, right, said = SAID_OF_ROWS[name]
    (tmp_path / "t.csv").write_text(content)
    table = TableFile(tmp_path / "t.csv", TableOptions(**options))
    assert [(one.member, one.start, one.end) for one in table.rows()] == right
    assert said in "; ".join(table.report.warnings)


@pytest.mark.parametrize(
    ("content", "way"),
    [
        ("member,organization,current\nFrance,Alpha Pact,TRUE\nItaly,Alpha Pact,FALSE\n", '--map "current=current"'),
        ("member,organization,ratified\nFrance,Alpha Pact,TRUE\nItaly,Alpha Pact,FALSE\n", '--map "ratified=flag"'),
        ("member,organization,start\nFrance,Alpha Pact,2004/05\n", "--date-format YYYY/MM or --date-format YYYY/YY"),
        ("member,organization,start,end\nFrance,Alpha Pact,1950,early 1990s\n", '--role "early 1990s=skip"'),
    ],
)
def test_the_way_on_reads_what_is_right(tmp_path: Path, content: str, way: str) -> None:
    (tmp_path / "t.csv").write_text(content)
    with pytest.raises(BlocsError, match=re.escape(way)):
        list(TableFile(tmp_path / "t.csv").rows())


def test_memberships_that_are_said_again_are_counted_once(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("member,organization,start\n" + "France,Alpha Pact,1950\n" * 3)
    done = blocs("import", "csv", tmp_path / "t.csv", "--dry-run")
    assert "3 rows made 1 membership; 2 more say the same as others" in done.out
    checked = json.loads(blocs("check", tmp_path / "t.csv", "--format", "json").out)
    assert checked["tables"][0]["repeated"] == 2


PARTED: dict[str, tuple[str, dict[str, Any], Right]] = {
    "asked_of_bodies": (
        "country;organization\nFrance;Highland Pact and Island League\nItaly;Highland Pact\nSpain;Island League\n",
        {},
        '--split "and" or --split none',
    ),
    "a_word_is_whole": (
        "country;organization\nFrance;Highland Pact and Island League\nItaly;Highland Pact\nSpain;Island League\n",
        {"split": ("and",)},
        [
            "France/Highland Pact/full//",
            "France/Island League/full//",
            "Italy/Highland Pact/full//",
            "Spain/Island League/full//",
        ],
    ),
    "a_german_word": (
        "Land;Organisation\nItalien;Bund der Freunde und Südbund\nMalta;Südbund\nChile;Bund der Freunde\nPeru;Öl- und Gasbund\n",
        {"split": ("und",)},
        [
            "Chile/Bund der Freunde/full//",
            "Italien/Bund der Freunde/full//",
            "Italien/Südbund/full//",
            "Malta/Südbund/full//",
            "Peru/Öl- und Gasbund/full//",
        ],
    ),
    "asked_beside_lists": (
        "pays;organisations\nBelgique;Ligue Alpha et Pacte Beta\nMalte;Ligue Alpha, Pacte Beta\n",
        {},
        '--split "et" or --split none',
    ),
    "what_stands_nowhere_else_is_whole": (
        "pays;organisations\nMalte;Ligue Alpha et Pacte Beta\nChypre;Ligue Alpha, Pacte Beta\nSuisse;Arts et Lettres\n",
        {"split": ("et",)},
        [
            "Chypre/Ligue Alpha/full//",
            "Chypre/Pacte Beta/full//",
            "Malte/Ligue Alpha/full//",
            "Malte/Pacte Beta/full//",
            "Suisse/Arts et Lettres/full//",
        ],
    ),
    "asked_of_members": (
        "organization;members\nAlpha Pact;Green Party & Red Party\nBeta League;Red Party\nGamma Union;Green Party\n",
        {},
        '--split "&" or --split none',
    ),
    "the_last_of_a_list": (
        'country,organization\nFrance,"Alpha Pact, Beta League and Gamma Union"\nItaly,Alpha Pact\nSpain,Beta League\nMalta,Gamma Union\n',
        {},
        [
            "France/Alpha Pact/full//",
            "France/Beta League/full//",
            "France/Gamma Union/full//",
            "Italy/Alpha Pact/full//",
            "Malta/Gamma Union/full//",
            "Spain/Beta League/full//",
        ],
    ),
    "stages_of_a_treaty": (
        "State;Treaty;Stage\nChad;Water Convention;Ratified\nMali;Water Convention;Signed, not ratified\n",
        {},
        '--role "Ratified=full"',
    ),
    "stages_in_german": (
        "Staat;Vertrag;Stand der Dinge\nMali;Wasserpakt;ratifiziert\nTogo;Wasserpakt;gekündigt\n",
        {},
        '--role "ratifiziert=full"',
    ),
    "stages_that_bind_all": (
        "State;Treaty;Stage\nChad;Water Convention;Ratified\nMali;Water Convention;Accession\n",
        {},
        ["Chad/Water Convention/full//", "Mali/Water Convention/full//"],
    ),
    "brackets_in_the_header": (
        "Country|International body|Joined (year; month, if known)|Left (if known)\nIran|Central Treaty|1955|1979\n",
        {},
        ["Iran/Central Treaty/full/1955/1979"],
    ),
    "sources_in_the_header": (
        "Land;Zusammenschluss;Beitritt (falls bekannt);Austritt (Quelle: UN)\nIran;Central Treaty;1955;1979\n",
        {},
        ["Iran/Central Treaty/full/1955/1979"],
    ),
    "bodies_in_the_header": (
        "Country;Joined (EU);Left (EU);Joined (Alpha Pact)\nIran;1955;1979;1980\n",
        {},
        ["Iran/Alpha Pact/full/1980/", "Iran/EU/full/1955/1979"],
    ),
    "marks_of_letters": (
        "Country;Organisation;Joined\nSerbia(a);Balkan Forum;2000[2]\nSerbia;Adria Pact;2001\nKuwait #;Adria Pact;2002*\nPeru^;Adria Pact;2003\n",
        {},
        [
            "Kuwait/Adria Pact/full/2002/",
            "Peru/Adria Pact/full/2003/",
            "Serbia/Adria Pact/full/2001/",
            "Serbia/Balkan Forum/full/2000/",
        ],
    ),
}


@pytest.mark.parametrize("name", PARTED)
def test_names_roles_and_headers_are_parted_where_they_are_or_asked_about(name: str, tmp_path: Path) -> None:
    content, options, right = PARTED[name]
    hold_against(right, tmp_path / f"{name}.csv", content, **options)


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (
            'country,organization\nChad,Alpha\nMali,Beta\nPeru,"Alpha, Beta & Gamma"\nTogo,Delta\nCuba,Alpha & Beta\n',
            ("--split", ","),
            '\'Alpha & Beta\'; to split: --split "," --split "&"',
        ),
        ("country,body\nChad,Arab Council^\nMali,Arab Council\n", (), "'Arab Council^' stands beside the same name"),
        ("country,body,member\nChad,Pact,Y\nMali,Pact,N\nTogo,Pact,\n", (), "'member' (1); if they mean yes or no"),
        ("country,body,joined\nChad,Pact,2000[2]\n", (), "footnote marks were taken off dates, such as '2000[2]'"),
    ],
)
def test_what_is_left_in_doubt_is_said(
    blocs: Callable[..., Any], tmp_path: Path, content: str, options: tuple[str, ...], said: str
) -> None:
    (tmp_path / "t.csv").write_text(content)
    done = blocs("import", "csv", tmp_path / "t.csv", *options, "--dry-run")
    assert said in done.out


def test_two_tables_may_call_one_body_by_two_names(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("member,organization\nEU,World Trade Organization\n")
    (tmp_path / "b.csv").write_text("member,organization\nAustria,European Union\n")
    done = blocs("check", tmp_path / "a.csv", tmp_path / "b.csv")
    assert (done.code, "prefLabel" in done.out) == (0, False)


def test_a_state_that_is_not_there_is_missed_rather_than_regions(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("member,organization\nPeru,Organization of American States\n")
    done = blocs("ask", "is Cuba in the Organization of American States", "--data", tmp_path / "t.csv")
    assert "this graph has no Cuba" in done.err


def test_deutschland_is_one_state_from_1990_on(blocs: Callable[..., Any], tmp_path: Path) -> None:
    years = "".join(f"Deutschland,Nordpakt,{year}\n" for year in (1990, 1991, 1992))
    (tmp_path / "t.csv").write_text(f"Land,Bund,Jahr\n{years}")
    done = blocs("who", "Nordpakt", "--as-of", "1990", "--data", tmp_path / "t.csv")
    assert [line.split("\t")[0] for line in done.out.splitlines()[1:]] == ["germany"]


def _checked(blocs: Callable[..., Any], tmp_path: Path, name: str, text: str, *words: object) -> str:
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = blocs("import", "csv", tmp_path / name, "--dry-run", *words)
    return str(done.out + done.err)


def test_of_three_names_of_a_body_the_longest_is_its_name_and_the_shortest_the_abbreviation(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    text = (
        "ccode,statenme,state,year,ioname,value,orgname,longorgname\n"
        "452,Ghana,ghana,1990,AACB,1,Assoc. of African Central Banks,Association of African Central Banks\n"
        "452,Ghana,ghana,1990,ITTO,1,Intl Tropical Timber Org.,International Tropical Timber Organization\n"
    )
    said = _checked(blocs, tmp_path, "t.csv", text)
    assert "ioname as abbreviation" in said and "longorgname as organization" in said
    assert "orgname (another name of 'longorgname')" in said


def test_flags_of_censoring_are_no_dates(blocs: Callable[..., Any], tmp_path: Path) -> None:
    text = (
        "version4id,ccode,state_name,left_censor,right_censor,year,defense\n"
        "210,640,Turkey,0,1,1952,1\n210,640,Turkey,0,1,1953,1\n210,20,Canada,0,1,1953,1\n"
    )
    said = _checked(blocs, tmp_path, "t.csv", text, "--map", "version4id=organization")
    assert "2 memberships of 2 members in 1 body" in said and "no column has starts" in said
    assert "left_censor as" not in said and "have ends" not in said


def test_what_has_only_a_code_of_no_list_is_no_state(blocs: Callable[..., Any], tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "manyID,stateID,Title,Beg,StateSign,StateRat,StateForce,StateEnd\n"
        "KP97,EUE,Kyoto Protocol,1997-12-11,1998-04-29,2002-05-31,2005-02-16,NA\n"
        "KP97,CAN,Kyoto Protocol,1997-12-11,1998-04-29,2002-12-17,2005-02-16,2012-12-15\n"
        "KP97,XQX,Kyoto Protocol,1997-12-11,1998-04-29,2002-12-17,2005-02-16,NA\n",
        encoding="utf-8",
    )

    def kinds(*words: str) -> dict[str, str]:
        listed = json.loads(blocs("list", "--data", table, *words, "--format", "json").out)
        return {one["id"]: one["kind"] for one in listed if one["kind"] != "source"}

    assert kinds() == {"canada": "state", "eu": "body", "kyoto-protocol": "body", "xqx": "member"}
    assert "in no list, of members of no known kind: XQX" in blocs("list", "--data", table).err
    assert kinds("--same", "XQX=Norway")["norway"] == "state"


def test_people_and_what_they_are_in_are_asked_for_at_once(blocs: Callable[..., Any], tmp_path: Path) -> None:
    text = "deputy,province,lodge,start,end\nA. B.,Limburg,Green Lodge,2010,2014\nC. D.,Antwerp,Blue Lodge,2014,2019\n"
    ways = ("--map", "deputy=person", "--map", "lodge=organization")
    assert '--map "deputy=person" --map "lodge=organization"' in _checked(blocs, tmp_path, "t.csv", text)
    assert "2 memberships of 2 members in 2 bodies" in _checked(blocs, tmp_path, "t.csv", text, *ways)
