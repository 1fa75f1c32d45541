"""What publishers' programs and hostile hands write: each line read, or named with what is wrong, and nothing held."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from desk.imports.lines import CsvLine, csv_lines
from ledger.errors import ColumnsUnfit, ImportUnreadable

COLUMNS, OPTIONAL = ("day", "value"), ("reason",)


def read(folder: Path, content: str | bytes) -> list[CsvLine]:
    path = folder / "input.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(csv_lines(path, COLUMNS, OPTIONAL, lambda done: None))


@pytest.mark.parametrize(
    "content",
    [
        "day,value\n2018-08-01,62\n",
        "day,value\r\n2018-08-01,62\r\n",
        "day,value\n2018-08-01,62",
        "\ufeffday,value\n2018-08-01,62\n",
        "\n\n Day ,VALUE\n\n2018-08-01,62\n\n",
        '"day","value"\n"2018-08-01","62"\n',
        "value,day\n62,2018-08-01\n",
        "day,value,rejected_why\n2018-08-01,62,it was bad\n",
    ],
    ids=["plain", "CRLF", "no last newline", "BOM", "blank lines", "quoted", "other order", "mended rejects"],
)
def test_the_same_line_however_it_is_written(tmp_path: Path, content: str) -> None:
    (line,) = read(tmp_path, content)
    assert (line.cells, line.unfit) == ({"day": "2018-08-01", "value": "62"}, None)


def test_newlines_in_quotes_are_part_of_a_cell_and_lines_are_counted_as_an_editor_counts(tmp_path: Path) -> None:
    lines = read(tmp_path, 'day,value\n1,"six\nty"\n2,62\n3\n')
    assert [(it.number, it.cells.get("value"), it.unfit is None) for it in lines] == [
        (2, "six\nty", True),
        (4, "62", True),
        (5, None, False),
    ]


def test_an_empty_file_is_refused_and_a_header_alone_is_not(tmp_path: Path) -> None:
    for nothing in ("", "\ufeff", "\n\r\n", "  ,  \n"):
        with pytest.raises(ImportUnreadable, match="is empty"):
            read(tmp_path, nothing)
    assert read(tmp_path, "day,value\n") == []


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("day", "lacks the columns 'value'"),
        ("day,value,colour", "has columns not known: 'colour'"),
        ("day,value,day", "names twice 'day'"),
        ("اليوم,القيمة", "lacks the columns 'day', 'value' and has columns not known: 'اليوم', 'القيمة'"),
        ("day;value", "separated with ';', not with commas"),
        ("day\tvalue", "separated with '\\t'"),
    ],
)
def test_other_columns_are_refused_with_what_is_expected(tmp_path: Path, header: str, said: str) -> None:
    with pytest.raises(ColumnsUnfit) as refused:
        read(tmp_path, f"{header}\n1,2\n")
    assert said in str(refused.value)
    assert "day,value,[reason]" in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_two_byte_letters_is_refused_as_a_whole(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(ImportUnreadable, match="save it as CSV UTF-8"):
        read(tmp_path, "day,value\n1,2\n".encode(encoding))


def test_a_header_in_an_older_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportUnreadable, match="byte 1 of the header"):
        read(tmp_path, "اليوم,value\n1,2\n".encode("cp1256"))


def test_bytes_that_are_no_utf8_make_their_own_line_bad_and_no_other(tmp_path: Path) -> None:
    bad, good = read(tmp_path, b"day,value\n1,caf\xe9\n2,62\n")
    assert bad.unfit is not None
    assert (bad.unfit.field, str(bad.unfit.value)) == ("value", "caf\\xe9")
    assert good.cells == {"day": "2", "value": "62"}


def test_a_cell_of_a_megabyte_is_named_and_not_repeated(tmp_path: Path) -> None:
    bad, good = read(tmp_path, f"day,value\n1,{'9' * 1_000_000}\n2,62\n")
    assert bad.unfit is not None
    assert bad.unfit.field == "value"
    assert "has 1000000 letters" in str(bad.unfit)
    assert len(str(bad.unfit)) < 400
    assert good.unfit is None


def test_a_quote_that_never_closes_is_bad_and_what_came_before_is_not(tmp_path: Path) -> None:
    good, bad = read(tmp_path, 'day,value\n1,62\n2,"63\n3,64\n')
    assert good.unfit is None
    assert bad.unfit is not None
    assert (bad.number, "no line of CSV" in str(bad.unfit)) == (3, True)


def test_a_line_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.imports.lines.LONGEST_LINE", 1000)
    with pytest.raises(ImportUnreadable, match="line 2 of more than 1000 bytes"):
        read(tmp_path, "day,value\n1," + "9" * 2000)


def test_no_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(ImportUnreadable, match="cannot be read"):
            list(csv_lines(path, COLUMNS, OPTIONAL, lambda done: None))


def test_a_long_file_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("day,value\n" + "2018-08-01,62\n" * 200_000, encoding="utf-8")
    tracemalloc.start()
    try:
        assert sum(1 for _ in csv_lines(path, COLUMNS, OPTIONAL, lambda done: None)) == 200_000
        assert tracemalloc.get_traced_memory()[1] < 500_000
    finally:
        tracemalloc.stop()
