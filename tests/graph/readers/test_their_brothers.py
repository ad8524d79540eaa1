"""Tables of kinds that are read, differently dressed: other languages, other names, other ways to say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile

Right = list[str] | str
"""Memberships as member/body/role/start/end, or what the way on of a refusal has in it."""

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
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_right_or_refused_with_a_way_on(tmp_path: Path, name: str) -> None:
    content, right = TABLES[name]
    path = tmp_path / name
    path.write_text(content, "utf-8")
    if isinstance(right, str):
        with pytest.raises(BlocsError, match=re.escape(right)):
            list(TableFile(path).rows())
        return
    found = [row for row in TableFile(path).rows() if row.holds == "yes"]
    assert sorted("/".join(row[1:6]) for row in found) == sorted(right)
