"""People in JSON, and what they are in: parties may also be the members of a treaty."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...tables_read import Right, hold_against

ANN_AND_TOM = ["Ann Lee/Greens/full/2015/", "Tom Marsh/Liberals/full/2017/"]
NO_STATES = '--map "parties=member" --map "name=organization" or --map "name=member" --map "parties=organization"'


@pytest.mark.parametrize(
    ("content", "right"),
    [
        *(
            (
                f'[{{"name":"Ann Lee",{more}"{listed}":[{{"{inner}":"Greens","since":2015}}]}},'
                f'{{"name":"Tom Marsh",{more}"{listed}":[{{"{inner}":"Liberals","since":2017}}]}}]',
                ANN_AND_TOM,
            )
            for listed, inner in (
                ("parties", "name"), ("terms", "party"), ("memberships", "party"), ("mandates", "partei"),
                ("parteien", "name"), ("partidos", "name"), ("chambers", "name"),
            )
            for more in ("", '"gender":"F",')
        ),
        (
            '[{"nombre":"Ann Lee","partidos":[{"nombre":"Greens","desde":2015}]},'
            '{"nombre":"Tom Marsh","partidos":[{"nombre":"Liberals","desde":2017}]}]',
            ANN_AND_TOM,
        ),
        (
            '[{"name":"Ann Lee","gender":"F","terms":[{"since":2015,"state":"GA","party":"Greens"}]},'
            '{"name":"Tom Marsh","gender":"M","terms":[{"since":2017,"state":"OH","party":"Liberals"}]}]',
            ANN_AND_TOM,
        ),
        (
            '[{"name":"Ann Lee","parties":{"Greens":{"since":2015}}},'
            '{"name":"Tom Marsh","parties":{"Liberals":{"since":2017}}}]',
            ANN_AND_TOM,
        ),
        (
            '{"Ann Lee":{"parties":[{"name":"Greens","since":2015}]},'
            '"Tom Marsh":{"parties":[{"name":"Liberals","since":2017}]}}',
            ANN_AND_TOM,
        ),
        (
            '{"Ann Lee":{"party":"Greens","since":2015},"Tom Marsh":{"party":"Liberals","since":2017}}',
            ANN_AND_TOM,
        ),
        (
            '[{"name":"NPT","parties":[{"name":"Kenya","since":1970}]},{"name":"CTBT","parties":[{"name":"Peru","since":1999}]}]',
            ["Kenya/NPT/full/1970/", "Peru/CTBT/full/1999/"],
        ),
        (
            '[{"name":"Lake Accord","parties":[{"name":"Port of Riga","since":1970}]},'
            '{"name":"Seaway Pact","parties":[{"name":"Port of Oslo","since":1999}]}]',
            ["Port of Oslo/Seaway Pact/full/1999/", "Port of Riga/Lake Accord/full/1970/"],
        ),
        (
            '{"NPT":{"parties":[{"name":"Kenya","since":1970}]},"CTBT":{"parties":[{"name":"Peru","since":1999}]}}',
            ["Kenya/NPT/full/1970/", "Peru/CTBT/full/1999/"],
        ),
        (
            '{"party":"Greens","updated":"2024","members":[{"name":"Ann Lee","since":2015}]}',
            ANN_AND_TOM[:1],
        ),
        (
            '{"legislature":"Lake","members":[{"name":"Ann Lee","party":"Greens","since":2015}]}',
            [*ANN_AND_TOM[:1], "Ann Lee/Lake/full/2015/"],
        ),
        (
            '{"people":[{"name":"Ann Lee","memberships":[{"name":"Greens","since":2015}]},'
            '{"name":"Tom Marsh","memberships":[{"name":"Liberals","since":2017}]}]}',
            ANN_AND_TOM,
        ),
        ('[{"name":"Peru","parties":[{"name":"Greens"}]},{"name":"Kenya","parties":[{"name":"Reds"}]}]', NO_STATES),
        (
            '[{"name":"Ann Lee","spells":[{"name":"Greens","since":2015}]},'
            '{"name":"Tom Marsh","spells":[{"name":"Reds"}]}]',
            '--map "spells=organization"',
        ),
        (
            '[{"name":"Ann Lee","district":"North","mandates":[{"state":"Georgia"}]},'
            '{"name":"Tom Marsh","district":"South","mandates":[{"state":"Ohio"}]}]',
            '--map "name=person"',
        ),
    ],
)  # fmt: skip
def test_what_people_are_in_is_never_a_member_of_them(tmp_path: Path, content: str, right: Right) -> None:
    hold_against(right, tmp_path / "t.json", content)


@pytest.mark.parametrize(
    ("mapping", "right"),
    [
        ({"parties": "member", "name": "organization"}, ["Greens/Peru/full//", "Reds/Kenya/full//"]),
        ({"name": "member", "parties": "organization"}, ["Kenya/Reds/full//", "Peru/Greens/full//"]),
    ],
)
def test_parties_of_states_are_read_as_the_question_says(
    tmp_path: Path, mapping: dict[str, str], right: list[str]
) -> None:
    content = '[{"name":"Peru","parties":[{"name":"Greens"}]},{"name":"Kenya","parties":[{"name":"Reds"}]}]'
    hold_against(right, tmp_path / "t.json", content, mapping=mapping)


_CONGRESS = """[
 {"id":{"code":"L1"},"name":{"first":"Ann","last":"Lee"},"bio":{"gender":"F","birthday":"1960-02-01"},
  "terms":[{"type":"sen","start":"2015-01-06","end":"2021-01-03","state":"OH","party":"Democrat"}]},
 {"id":{"code":"M2"},"name":{"first":"Tom","last":"Marsh"},"bio":{"gender":"M","birthday":"1961-02-01"},
  "terms":[{"type":"rep","start":"2017-01-03","end":"2019-01-03","state":"GA","party":"Republican"}]}]"""
_IN_CONGRESS = [
    "Ann Lee/Democrat/full/2015-01-06/2021-01-03", "Tom Marsh/Republican/full/2017-01-03/2019-01-03"
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (_CONGRESS, _IN_CONGRESS),
        (_CONGRESS.replace('"bio":{"gender":"M","birthday":"1961-02-01"},', ""), _IN_CONGRESS),
        (
            _CONGRESS.replace('"last":"Lee"', '"last":"Lee","official_full":"Ann M. Lee"'),
            [_IN_CONGRESS[0].replace("Ann", "Ann M."), _IN_CONGRESS[1]],
        ),
        (
            '[{"person":{"first_name":"Ann","last_name":"Lee"},"party":"Greens"},'
            '{"person":{"first_name":"Tom","last_name":"Marsh"},"party":"Reds"}]',
            ["Ann Lee/Greens/full//", "Tom Marsh/Reds/full//"],
        ),
        (
            '[{"name":{"given":"Ann","family":"Lee"},"party":"Greens","spouse":{"first_name":"Bob","gender":"M"}},'
            '{"name":{"given":"Tom","family":"Marsh"},"party":"Reds"}]',
            ["Ann Lee/Greens/full//", "Tom Marsh/Reds/full//"],
        ),
    ],
)  # fmt: skip
def test_people_whose_names_are_in_parts_within_a_record(tmp_path: Path, content: str, right: Right) -> None:
    hold_against(right, tmp_path / "t.json", content)


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (
            '{"countries":{"GH":{"name":"Ghana","memberships":["ECOWAS","African Union"]},'
            '"MA":{"name":"Morocco","memberships":["Arab League"]}}}',
            ["Ghana/African Union/full//", "Ghana/ECOWAS/full//", "Morocco/Arab League/full//"],
        ),
        (
            '{"updated":"2024","organizations":{"ECOWAS":{"members":["Ghana","Togo"]},"SADC":{"members":["Malawi"]}}}',
            ["Ghana/ECOWAS/full//", "Malawi/SADC/full//", "Togo/ECOWAS/full//"],
        ),
        (
            '{"data":{"ECOWAS":{"members":["Ghana"]},"SADC":{"members":["Malawi"]}}}',
            ["Ghana/ECOWAS/full//", "Malawi/SADC/full//"],
        ),
        (
            '{"people":{"Ann Lee":{"party":"Greens"},"Tom Marsh":{"party":"Reds"}}}',
            ["Ann Lee/Greens/full//", "Tom Marsh/Reds/full//"],
        ),
        (
            '{"NATO":{"France":{"from":1949},"Norway":{"from":1949}}}',
            ["France/NATO/full/1949/", "Norway/NATO/full/1949/"],
        ),
    ],
)  # fmt: skip
def test_the_word_for_what_records_are_is_no_name_of_one(tmp_path: Path, content: str, right: Right) -> None:
    hold_against(right, tmp_path / "t.json", content)
