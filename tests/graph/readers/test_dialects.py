"""Encodings, separators and quotes of text tables, each with what the table says by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs import InvalidRequest, OperationFailed
from blocs.graph.readers.files.wide_texts import wide_encoding
from blocs.graph.readers.table import TableFile, TableOptions

ENCODED = [
    ("gbk", "国家,组织,加入\n中国,联合国,1945\n韩国,联合国,1991\n", "中国"),
    ("big5", "國家,組織,加入\n中國,聯合國,1945\n韓國,聯合國,1991\n", "中國"),
    ("shift-jis", "国,組織,加盟年\n日本,国際連合,1956\n韓国,国際連合,1991\n", "日本"),
    ("euc-kr", "국가,기구,가입\n한국,유엔,1991\n일본,유엔,1956\n", "한국"),
    ("cp1253", "χώρα,οργανισμός,ένταξη\nΕλλάδα,ΝΑΤΟ,1952\nΙταλία,ΝΑΤΟ,1949\n", "Ελλάδα"),
    ("cp1256", "الدولة,المنظمة\nمصر,جامعة الدول العربية\nالعراق,جامعة الدول العربية\n", "مصر"),
    ("cp1250", "Państwo;Organizacja;Wstąpienie\nPolska;Układ;1955\nCzechosłowacja;Układ;1955\n", "Polska"),
    ("cp852", "Państwo;Organizacja;Wstąpienie\nPolska;Układ;1955\nCzechosłowacja;Układ;1955\n", "Polska"),
    ("cp866", "страна;организация;вступление\nЧили;Пакт;1969\nПеру;Пакт;1969\n", "Чили"),
    ("koi8-r", "страна;организация;вступление\nЧили;Пакт;1969\nПеру;Пакт;1969\n", "Чили"),
    ("cp850", "País;Organización;Adhesión\nPerú;Pacto;1969\nChile;Pacto;1969\n", "Perú"),
    ("mac-roman", "País;Organización;Adhesión\nPerú;Pacto;1969\nChile;Pacto;1969\n", "Perú"),
    ("cp1252", "Länder;Bündnis\nTürkei;Pakt\nItalien;Pakt\n", "Türkei"),
]


@pytest.mark.parametrize(("encoding", "text", "first"), ENCODED, ids=[each[0] for each in ENCODED])
def test_an_encoding_is_known_by_the_names_of_columns(tmp_path: Path, encoding: str, text: str, first: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(encoding))
    table = TableFile(path)
    rows = list(table.rows())
    body = text.splitlines()[1].replace(";", ",").split(",")[1]
    assert len(rows) == 2
    assert (rows[0].member, rows[0].organization) == (first, body)
    assert "say --encoding" in table.report.notes[0]


def test_columns_that_nobody_knows_may_be_so_for_their_letters(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("Fräulein,foo\nx,y\n".encode("cp1252"))
    with pytest.raises(
        InvalidRequest, match=r"; the table is not in UTF-8; it was read as .*; if letters are wrong, say"
    ):
        list(TableFile(path).rows())


@pytest.mark.parametrize("sign", ["^", "~", "¦", ":", "\x01"])
def test_rare_signs_part_cells_where_all_rows_have_them(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "t.csv"
    rows = [("country", "body", "joined"), ("Chile", "Andes Pact", "1969"), ("Peru", "Andes Pact", "1970")]
    path.write_text("".join(sign.join(row) + "\n" for row in rows), encoding="utf-8")
    table = TableFile(path)
    assert [(row.member, row.organization, row.start) for row in table.rows()] == rows[1:]
    assert f"cells are separated by {sign!r}" in table.report.notes


def test_a_sign_that_some_rows_lack_parts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country^body\nChile^Andes^Pact\nPeru\n", encoding="utf-8")
    with pytest.raises(InvalidRequest, match="say which with --delimiter"):
        list(TableFile(path).rows())


def test_quotes_behind_backslashes_are_part_of_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [
        "country,body,joined",
        r'"Chile","The \"Andes\" Pact, of 1969",1969',
        r'"Peru","The \"Andes\" Pact, of 1969",1970',
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    table = TableFile(path)
    assert {row.organization for row in table.rows()} == {'The "Andes" Pact, of 1969'}
    assert "quotes within cells are marked by backslashes" in table.report.notes


@pytest.mark.parametrize("cell", ['"The ""Andes"" Pact"', '"C:\\"', "C:\\", '"a\\b"'])
def test_backslashes_are_themselves_where_quotes_are_doubled(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,body,joined\nChile,{cell},1969\nPeru,{cell},1970\n", encoding="utf-8")
    table = TableFile(path)
    assert {row.organization for row in table.rows()} == {cell.strip('"').replace('""', '"')}
    assert not any("backslashes" in note for note in table.report.notes)


def test_a_quote_within_a_quoted_cell_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('country,body\n"Chile" x,Pact\n', encoding="utf-8")
    with pytest.raises(OperationFailed, match=r"row 2: a quoted cell goes on .* written twice"):
        list(TableFile(path).rows())


IN_OLD_LETTERS = [
    ("cp874", "ไทย", "อาเซียน"),
    ("cp1257", "Lietuva", "Šiaurės šalių taryba"),
    ("cp1254", "Türkiye", "İslam İşbirliği Teşkilatı"),
    ("iso8859-9", "Türkiye", "İslam İşbirliği Teşkilatı"),
    ("cp1253", "Ελλάδα", "Ευρωπαϊκή Ένωση"),
    ("iso8859-7", "Άγιος Μαρίνος", "Ευρωπαϊκή Ένωση"),
    ("cp1255", "ישראל", "האומות המאוחדות"),
    ("cp1256", "مصر", "جامعة الدول العربية"),
    ("iso8859-6", "السعودية", "جامعة الدول العربية"),
    ("koi8-u", "Київ", "Рада Європи"),
    ("koi8-r", "Беларусь", "СНГ"),
    ("mac-roman", "Côte d’Ivoire", "Union africaine"),
    ("cp850", "Österreich", "Europäische Union"),
    ("shift-jis", "日本", "国際連合"),
    ("gb18030", "中国", "上海合作组织"),
    ("big5", "法國", "聯合國"),
]


@pytest.mark.parametrize(("encoding", "member", "body"), IN_OLD_LETTERS, ids=[each[0] for each in IN_OLD_LETTERS])
def test_one_line_in_an_old_encoding_is_read_and_said_to_be_a_guess(
    tmp_path: Path, encoding: str, member: str, body: str
) -> None:
    (tmp_path / "t.csv").write_bytes(f"country,organization\n{member},{body}\n".encode(encoding))
    table = TableFile(tmp_path / "t.csv")
    assert [(row.member, row.organization) for row in table.rows()] == [(member, body)]
    assert any(note.endswith("if letters are wrong, say --encoding") for note in table.report.notes)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.json", '[{"country":"Österreich","organization":"Alpha"}]'),
        ("t.jsonl", '{"country":"Österreich","organization":"Alpha"}\n'),
        ("t.yaml", "- {country: Österreich, organization: Alpha}\n"),
        ("t.toml", '[[m]]\ncountry = "Österreich"\norganization = "Alpha"\n'),
        ("t.wiki", "{|\n! Country !! Organization\n|-\n| Österreich || Alpha\n|}\n"),
        ("t.md", "| Country | Organization |\n|---|---|\n| Österreich | Alpha |\n"),
        ("t.gml", 'graph [ node [ id 1 label "Österreich" ] node [ id 2 label "Alpha" ] edge [ source 1 target 2 ] ]'),
    ],
)
def test_texts_of_every_kind_are_read_in_their_encoding(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    (tmp_path / name).write_bytes(text.encode(encoding))
    table = TableFile(tmp_path / name)
    assert [(row.member, row.organization) for row in table.rows()] == [("Österreich", "Alpha")]
    said = {"cp1252": "it was read as cp1252", "utf-16": "the table is in UTF-16", "utf-8-sig": ""}[encoding]
    assert said in " ".join(table.report.notes)


NARROW = "country,organization\nKenya,Rift Union\nCôte d'Ivoire,Rift Union\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("at", [4, 19, 20, 32, 37, 52])
def test_a_zero_byte_in_a_small_file_makes_no_utf_16_of_it(tmp_path: Path, encoding: str, at: int) -> None:
    text = NARROW[:at] + "\0" + NARROW[at:]
    (tmp_path / "t.csv").write_bytes(text.encode(encoding))
    table = TableFile(tmp_path / "t.csv")
    assert {row.organization.replace(" ", "") for row in table.rows()} == {"RiftUnion"}
    assert "characters that are not seen were taken out of 1 name" in " ".join((*table.report.lines(),))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("member", "body"),
    [("Kenya", "Rift Union"), ("Κένυα", "Ένωση"), ("Кения", "Союз"), ("肯尼亚", "裂谷联盟"), ("كينيا", "اتحاد")],
)
def test_small_files_in_utf_16_without_a_mark_are_known(tmp_path: Path, encoding: str, member: str, body: str) -> None:
    for head in ("country,organization", "country,organization,source"):
        (tmp_path / "t.csv").write_bytes(f"{head}\n{member},{body}\n".encode(encoding))
        table = TableFile(tmp_path / "t.csv")
        assert [(row.member, row.organization) for row in table.rows()] == [(member, body)]
    text = f"{member * 9},{body * 9}\n" * 9
    assert wide_encoding(text.encode(encoding)) == encoding


def test_a_text_that_is_not_in_the_encoding_that_is_said_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_bytes('[{"country":"Österreich","organization":"Alpha"}]'.encode("cp1252"))
    with pytest.raises(OperationFailed, match="line 1 is not UTF-8; say which it is with --encoding"):
        list(TableFile(tmp_path / "t.json", TableOptions(encoding="utf-8")).rows())


@pytest.mark.parametrize(
    "columns", ["member,organization,start,role", "role,member,organization,end", "start,end,member,organization"]
)
@pytest.mark.parametrize("lacking", [1, 2])
def test_a_row_without_its_last_cells_is_one_with_empty_cells(tmp_path: Path, columns: str, lacking: int) -> None:
    """Only cells that a row may do without are taken away, so that either way it is a membership or a mistake."""
    said = {"member": "Mali", "organization": "Pact", "start": "1990", "end": "1995", "role": "observer"}
    whole = [said[name] for name in columns.split(",")]
    kept = whole[: len(whole) - lacking]
    found = []
    for cut in (kept + [""] * lacking, kept):
        (tmp_path / "t.csv").write_text("\n".join([columns, ",".join(whole), ",".join(cut)]) + "\n")
        try:
            rows = [row._replace(number=0) for row in TableFile(tmp_path / "t.csv").rows()]
        except OperationFailed as error:
            rows = [str(error)]
        found.append(rows)
    assert found[0] == found[1] and len(found[0]) in (1, 2)


def test_the_last_cells_that_are_not_there_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "country,organization,joined,role\nKenya,League,2000,observer\nUganda,League,2001\n"
    )
    rows = TableFile(tmp_path / "t.csv").rows()
    assert [(row.member, row.role, row.start) for row in rows] == [
        ("Kenya", "observer", "2000"),
        ("Uganda", "full", "2001"),
    ]


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("Country (short name, UN),Organisation,Joined", "Country (short name, UN)"),
        ("Country,Organisation (as named, in full),Joined", "Organisation (as named, in full)"),
        ("Country,Organisation,Joined (year, if known)", "Joined (year, if known)"),
    ],
)
def test_a_separator_in_brackets_of_a_name_of_a_column_parts_nothing(tmp_path: Path, header: str, named: str) -> None:
    (tmp_path / "t.csv").write_text(f"{header}\nKenya,East League,2000\nUganda,East League,2001\n")
    table = TableFile(tmp_path / "t.csv")
    found = [(row.member, row.organization, row.start) for row in table.rows()]
    assert found == [("Kenya", "East League", "2000"), ("Uganda", "East League", "2001")]
    assert f"',' within brackets is part of the name of a column: {named!r}" in table.report.notes
