"""Columns that are called in languages of the whole world, and columns of steps that have to be asked about."""

from __future__ import annotations

from pathlib import Path

import blocs
import pytest
from blocs.graph.errors import BlocsError, InvalidRequest, OperationFailed
from blocs.graph.readers.planning.keys import key_of
from blocs.graph.readers.planning.words.column_names import FIELDS
from blocs.graph.readers.table import TableFile, TableOptions
from blocs.graph.sources.importing.tables import import_csv
from tables_read import memberships_in

_HEADERS = [
    "کشور,سازمان,سال پیوستن,سال خروج,وضعیت",
    "کشور,سازمان بین المللی,تاريخ شروع,پایان,نقش",
    "الدولة,المنظمة,تاريخ الانضمام,تاريخ الانسحاب,الصفة",
    "ملک,تنظیم,سال شمولیت,اختتام,حیثیت",
    "देश,संगठन,शामिल होने का वर्ष,समाप्ति,भूमिका",
    "দেশ,সংস্থা,যোগদানের বছর,সমাপ্তি,ভূমিকা",
    "நாடு,அமைப்பு,சேர்ந்த ஆண்டு,வெளியேறிய ஆண்டு,நிலை",
    "ประเทศ,องค์การ,ปีที่เข้าร่วม,ปีที่ออก,สถานะ",
    "Quốc gia,Tổ chức,Năm gia nhập,Năm kết thúc,Vai trò",
    "Negara,Organisasi,Tahun Bergabung,Tahun Keluar,Peran",
    "Nchi,Shirika,Mwaka wa kujiunga,Mwaka wa kujiondoa,Hadhi",
    "국가,기구,가입연도,탈퇴연도,지위",
    "国名,機関名,加盟年,脱退年,資格",
    "国家,组织,加入年份,退出年份,身份",
    "Χώρα,Οργανισμός,Έτος ένταξης,Έτος αποχώρησης,Ιδιότητα",
    "מדינה,ארגון,שנת הצטרפות,תאריך סיום,מעמד",
    "Ülke,Örgüt,Katılım yılı,Çıkış yılı,Durum",
    "Страна,Организация,Год вступления,Год выхода,Статус",
    "Країна,Організація,Рік вступу,Рік виходу,Статус",
    "Nom du pays,Nom de l’organisation,Date d’adhésion,Date de retrait,Statut",
    "Nom de l'État,Nom de l'alliance,Adhésion,Retrait,Statut",
    "Nome del paese,Nome dell'organizzazione,Data di adesione,Data di recesso,Stato",
    "Nombre del país,Nombre de la organización,Fecha de ingreso,Fecha de salida,Estatus",
]


@pytest.mark.parametrize("header", _HEADERS)
def test_names_of_columns_in_many_languages(tmp_path: Path, header: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{header}\nMali,Lake Pact,1990,1999,observer\nPeru,Lake Pact,1991,,full\n", "utf-8")
    assert memberships_in(path) == ["Mali/Lake Pact/observer/1990/1999", "Peru/Lake Pact/full/1991/"]


def test_a_column_of_names_is_proposed_before_one_of_dates(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Pays,Alliance défensive xy,Date d'adhésion\nMali,Lake Pact,1990\nPeru,Lake Pact,1991\n", "utf-8")
    with pytest.raises(InvalidRequest, match='--map "Alliance défensive xy=organization"'):
        list(TableFile(path).rows())
    said = TableOptions({"Alliance défensive xy": "organization"})
    assert [row.start for row in TableFile(path, said).rows()] == ["1990", "1991"]


def test_each_usual_name_is_of_one_field_and_found_as_it_is_looked_up() -> None:
    several = {"ioname", "iso3", "iso3c"}  # codes may be all that there is of a member
    names = [name for of_field in FIELDS.values() for name in of_field if name not in several]
    assert len(names) == len(set(names))
    assert [name for name in names if key_of(name) != name] == []


def test_a_table_in_a_language_that_is_not_known_is_read_as_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Xyz,Abc\nMali,Lake Pact\nAtlantis,Lake Pact\n", "utf-8")
    with pytest.raises(InvalidRequest, match="--map"):
        list(TableFile(path).rows())
    said = TableOptions({"Xyz": "member", "Abc": "organization"})
    assert [(row.member, row.organization) for row in TableFile(path, said).rows()] == [
        ("Mali", "Lake Pact"),
        ("Atlantis", "Lake Pact"),
    ]


@pytest.mark.parametrize("never", ["no", ""])
def test_signature_and_ratification_with_years(tmp_path: Path, never: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f"country,treaty,signed,ratified\nMali,T,1990,1991\nPeru,T,1990,{never}\nChad,T,,{never}\n", "utf-8"
    )
    with pytest.raises(InvalidRequest, match='--map "ratified=start"'):
        list(TableFile(path).rows())
    with pytest.raises(InvalidRequest, match='--map "ratified=start"'):
        list(TableFile(path, TableOptions({"signed": "ignore"})).rows())
    if never:
        said = TableOptions({"signed": "ignore", "ratified": "start"}, roles=("no=skip",))
        assert [(row.member, row.start) for row in TableFile(path, said).rows()] == [("Mali", "1991")]


@pytest.mark.parametrize("header", ["Organisation,Network", "Association,Federation", "Body,Umbrella"])
def test_organizations_that_are_members_of_others_are_asked_about(tmp_path: Path, header: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{header},Status,Since\nAcme,Green Net,full,1990\nBeta,Green Net,observer,1992\n", "utf-8")
    with pytest.raises(InvalidRequest) as refused:
        list(TableFile(path).rows())
    one, other = header.split(",")
    assert f'--map "{one}=member" --map "{other}=organization"' in str(refused.value)
    rows = list(TableFile(path, TableOptions({one: "member", other: "organization"})).rows())
    assert [(row.member, row.organization, row.role, row.start) for row in rows] == [
        ("Acme", "Green Net", "full", "1990"),
        ("Beta", "Green Net", "observer", "1992"),
    ]


@pytest.mark.parametrize("office", ["president", "Vice-President", "Chair", "Secretary General", "Generalsekretär"])
def test_an_office_is_kept_as_a_role_of_its_own_or_left_out(tmp_path: Path, office: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"person,body,role\nAnn Lee,Lake Pact,{office}\nBo Roy,Lake Pact,member\n", "utf-8")
    with pytest.raises(OperationFailed, match='="keep" for a role of its own'):
        list(TableFile(path).rows())
    kept = TableFile(path, TableOptions(roles=(f"{office}=keep",)))
    assert [(row.member, row.role) for row in kept.rows()] == [("Ann Lee", office), ("Bo Roy", "full")]
    left = TableFile(path, TableOptions(roles=(f"{office}=skip",)))
    assert [row.member for row in left.rows()] == ["Bo Roy"]


def test_who_holds_an_office_is_a_full_member_and_shown_with_it(tmp_path: Path) -> None:
    path, store = tmp_path / "t.csv", tmp_path / "s"
    path.write_text(
        "person,body,role,since\nAnn Lee,Lake Pact,Vice Chair,1990\nBo Roy,Lake Pact,observer,1991\n", "utf-8"
    )
    import_csv(store, path, options=TableOptions(roles=("Vice Chair=keep",)))
    graph = blocs.load(store=store)
    assert [one.label for one in graph.members("Lake Pact")] == ["Ann Lee"]
    assert [one.label for one in graph.names.of_kind("role")] == ["Vice Chair"]
    assert [finding for finding in graph.check() if finding.severity != "advice"] == []


_BY_CONTENT = [
    ("Nom;Sigle;Membre\nPacte alpin;OTAN;France\nUnion européenne;UE;Italie\n", [
        "France/Pacte alpin", "Italie/Union européenne"]),
    ("Nombre;Miembro\nMercosur;Argentina\nUnasur;Chile\n", ["Argentina/Mercosur", "Chile/Unasur"]),
    ("Naam;Lid van\nNederland;NAVO\nBelgië;EU\n", ["België/EU", "Nederland/NAVO"]),
    ("Nazwa;Członek\nNATO;Polska\nUE;Niemcy\n", ["Niemcy/UE", "Polska/NATO"]),
    ("名称,加盟国\n北大西洋条約機構,フランス\n欧州連合,ポーランド\n", [
        "フランス/北大西洋条約機構", "ポーランド/欧州連合"]),
    ("Название;Член\nНАТО;Франция\nЕС;Польша\n", ["Польша/ЕС", "Франция/НАТО"]),
    ("الاسم,العضو\nالناتو,فرنسا\nالاتحاد الأوروبي,بولندا\n", ["بولندا/الاتحاد الأوروبي", "فرنسا/الناتو"]),
    ("Ad;Üye\nNATO;Türkiye\nNATO;Fransa\n", ["Fransa/NATO", "Türkiye/NATO"]),
    ("氏名,所属\n山田太郎,国際連合\n", ["山田太郎/国際連合"]),
    ("x1,x2\nNATO,France\nEU,Italy\n", ["France/NATO", "Italy/EU"]),
    ("country,Membership\nFrance,NATO\nItaly,EU\n", ["France/NATO", "Italy/EU"]),
    ("group_id,state_id\nNATO,France\nEU,Italy\n", ["France/NATO", "Italy/EU"]),
    ("المنظمة,الدول\nالناتو,البوسنة والهرسك وفرنسا\n", ["البوسنة والهرسك/الناتو", "فرنسا/الناتو"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "right"), _BY_CONTENT)
def test_columns_with_general_names_are_told_by_what_is_in_them(tmp_path: Path, content: str, right: list[str]) -> None:
    (tmp_path / "t.csv").write_text(content, "utf-8")
    assert [row.removesuffix("/full//") for row in memberships_in(tmp_path / "t.csv")] == sorted(right)


@pytest.mark.parametrize("name", ["provider", "Data source", "Applied to", "hosted organization", "observer in"])
def test_bodies_that_may_be_something_else_to_the_states_are_asked_about(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,{name}\nFrance,UN\nItaly,IMF\n", "utf-8")
    with pytest.raises(InvalidRequest, match="organization"):
        memberships_in(path)
    if name == "Applied to":  # who has applied is no member yet
        with pytest.raises(OperationFailed, match='--role "Applied=skip"'):
            memberships_in(path, mapping={name: "organization"})
        return
    role = "observer" if name == "observer in" else "full"
    assert memberships_in(path, mapping={name: "organization"}) == [f"France/UN/{role}//", f"Italy/IMF/{role}//"]


def test_two_columns_of_different_bodies_are_not_two_names_of_one(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("country,defence,trade\nFrance,NATO,EU\nNorway,NATO,EFTA\n", "utf-8")
    with pytest.raises(InvalidRequest, match="organization"):
        memberships_in(tmp_path / "t.csv")


@pytest.mark.parametrize(
    ("header", "rows", "read"),
    [
        (
            "Country (local),Country (English),Organisation (local),Organisation (English)",
            ["Sverige,Sweden,Nordiska,Northern Council", "Suomi,Finland,Pohjoismaiden,Northern Council"],
            ["Finland/Northern Council/full//", "Sweden/Northern Council/full//"],
        ),
        (
            "Pays (fr),Pays (en),Organisation (fr),Organisation (en)",
            ["Allemagne,Germany,Ligue du Nord,Northern League", "Suède,Sweden,Ligue du Nord,Northern League"],
            ["Germany/Northern League/full//", "Sweden/Northern League/full//"],
        ),
        (
            "country,organization [es],organization [en]",
            ["Peru,Pacto Alfa,Alpha Pact", "Chile,Pacto Alfa,Alpha Pact"],
            ["Chile/Alpha Pact/full//", "Peru/Alpha Pact/full//"],
        ),
        (
            "country,Organisation (short),Organisation (long)",
            ["Peru,AC,Alpha Circle", "Chile,AC,Alpha Circle"],
            ["Chile/Alpha Circle/full//", "Peru/Alpha Circle/full//"],
        ),
        (
            "id,label,prefLabel,altLabel,member",
            ["o1,Label 1,Alpha Circle,AC,Peru", "o1,Label 1,Alpha Circle,AC,Chile", "o2,Label 2,Beta Club,BC,Togo"],
            ["Chile/Alpha Circle/full//", "Peru/Alpha Circle/full//", "Togo/Beta Club/full//"],
        ),
    ],
)
def test_of_several_names_of_one_thing_one_is_read(
    tmp_path: Path, header: str, rows: list[str], read: list[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\n".join([header, *rows]), "utf-8")
    assert memberships_in(path) == read


def test_the_name_that_a_user_says_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,Body (en),Body (fr)\nPeru,Alpha Pact,Pacte Alpha\nChile,Alpha Pact,Pacte Alpha\n", "utf-8")
    read = memberships_in(path, mapping={"Body (fr)": "organization"})
    assert read == ["Chile/Pacte Alpha/full//", "Peru/Pacte Alpha/full//"]


def test_columns_called_alike_are_asked_about_by_their_names(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,Body (A),Body (B)\nPeru,Alpha,Beta\nChile,Alpha,Gamma\n", "utf-8")
    with pytest.raises(BlocsError, match=r"columns 'Body \(A\)' and 'Body \(B\)' are called alike"):
        memberships_in(path)
    assert memberships_in(path, mapping={"Body (B)": "ignore"}) == ["Chile/Alpha/full//", "Peru/Alpha/full//"]
    both = memberships_in(path, mapping={"Body (A)": "organization", "Body (B)": "organization"})
    assert both == ["Chile/Alpha/full//", "Chile/Gamma/full//", "Peru/Alpha/full//", "Peru/Beta/full//"]
