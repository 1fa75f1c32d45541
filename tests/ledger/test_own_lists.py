"""A list of one's own is taken whole, or refused with the line, the column and what would be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.errors import OwnListUnfit, SettingUnusable
from ledger.own_lists import OwnRow, all_fit, own_rows

COLUMNS, NEEDED = ("id", "name_en", "aliases"), ("id", "name_en")


def rows_of(tmp_path: Path, words: str | bytes) -> list[OwnRow]:
    file = tmp_path / "own.csv"
    file.write_bytes(words.encode() if isinstance(words, str) else words)
    return own_rows(file, "LEDGER_OWN_FILE", COLUMNS, NEEDED)


def test_rows_come_with_their_line_and_empty_cells_for_columns_left_out(tmp_path: Path) -> None:
    found = rows_of(tmp_path, '\ufeffname_en , ID\n\n"Red,  Brigade",red\r\nBlue,blue\n')
    assert [(row.line, row.fields) for row in found] == [
        (3, {"id": "red", "name_en": "Red, Brigade", "aliases": ""}),
        (4, {"id": "blue", "name_en": "Blue", "aliases": ""}),
    ]


@pytest.mark.parametrize(
    ("words", "line", "column", "reason"),
    [
        ("", 1, "id", "the file is empty"),
        ("id,name_en,colour\n", 1, "colour", "no column"),
        ("id,name_en,id\n", 1, "id", "twice"),
        ("id,aliases\n", 1, "name_en", "missing"),
        ("id,name_en\nred,Red\nblue,\n", 3, "name_en", "empty"),
        ("id,name_en\nred,Red,Rouge\n", 2, "3", "beyond"),
        ('id,name_en\nred,"Red\n', 2, "?", "CSV"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line_and_column(
    tmp_path: Path, words: str, line: int, column: str, reason: str
) -> None:
    with pytest.raises(OwnListUnfit) as refused:
        rows_of(tmp_path, words)
    assert (refused.value.code, refused.value.line, refused.value.field) == ("E-LIST-01", line, column)
    assert reason in refused.value.message
    assert refused.value.fix
    assert f"own.csv line {line}, column {column}" in str(refused.value)


def test_the_first_of_several_unfit_rows_is_shown_and_the_others_are_counted(tmp_path: Path) -> None:
    def made(row: OwnRow) -> str:
        if row.fields["id"].isdigit():
            raise row.unfit("id", "is a number", "begin with a letter", "red")
        return row.fields["id"]

    assert all_fit(rows_of(tmp_path, "id,name_en\nred,R\nblue,B\n"), made) == ["red", "blue"]
    with pytest.raises(OwnListUnfit, match=r"line 2, column id: '1' is a number \(and 1 more line\)") as refused:
        all_fit(rows_of(tmp_path, "id,name_en\n1,R\nblue,B\n2,G\n"), made)
    assert str(refused.value).endswith("; begin with a letter (for example: red)")


def test_a_file_that_cannot_be_read_is_refused_by_its_setting(tmp_path: Path) -> None:
    with pytest.raises(SettingUnusable, match=r"LEDGER_OWN_FILE cannot be used .*No such file") as missing:
        own_rows(tmp_path / "none.csv", "LEDGER_OWN_FILE", COLUMNS, NEEDED)
    assert missing.value.code == "E-SET-01"
    with pytest.raises(SettingUnusable, match="no UTF-8 text"):
        rows_of(tmp_path, b"id,name_en\nred,R\xe9d\n")
