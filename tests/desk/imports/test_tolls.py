"""Cells of the ``tolls`` format to changes; each cell that cannot be taken is named with what would be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk.imports.change import Change
from desk.imports.read_line import ReadLine
from desk.imports.tolls import COLUMNS, OPTIONAL, read_tolls
from ledger.domain.commands import PublishedChange
from ledger.domain.toll_rules import NO_REASON
from ledger.domain.values import Basis, Harm, Reason, ReasonCode
from ledger.errors import ImportLineUnfit

GIVEN = {
    "stated_at": "2024-01-15T12:11:40-05:00",
    "source": "Gaza Ministry of Health",
    "place": "Gaza Strip",
    "group": "all",
    "harm": "killed",
    "cause": "",
    "period_start": "2023-10-07",
    "counted_to": "2023-10-08",
    "op": "add",
    "value": "256",
    "reason": "",
    "affiliation": "",
    "perpetrator": "",
    "basis": "",
}


def read(folder: Path, **cells: str) -> ReadLine:
    path = folder / "tolls.csv"
    columns = (*COLUMNS, *OPTIONAL)
    row = ",".join('"' + {**GIVEN, **cells}[column].replace('"', '""') + '"' for column in columns)
    path.write_text(f"{','.join(columns)}\n{row}\n", encoding="utf-8")
    (line,) = read_tolls(path, lambda done: None)
    return line


def change(folder: Path, **cells: str) -> Change:
    read_change = read(folder, **cells).change
    assert isinstance(read_change, Change), read_change
    return read_change


def test_a_line_is_one_change_of_one_counted_day(tmp_path: Path) -> None:
    found = change(tmp_path)
    assert (found.op, found.value, found.counted_to) == (PublishedChange.ADD, 256, date(2023, 10, 8))
    assert found.stated_at == datetime(2024, 1, 15, 17, 11, 40, tzinfo=UTC)
    key = found.key
    assert (key.source, key.place, key.group, key.harm) == ("Gaza Ministry of Health", "Gaza Strip", "all", Harm.KILLED)
    assert (key.affiliation, key.cause, key.perpetrator, key.basis) == (None, None, None, None)
    assert (key.period_start, found.reason) == (date(2023, 10, 7), NO_REASON)


def test_arabic_and_persian_digits_are_digits(tmp_path: Path) -> None:
    assert change(tmp_path, value="٢٥٦").value == 256
    assert change(tmp_path, value="۲۵۶", counted_to="٢٠٢٣-١٠-٠٨").counted_to == date(2023, 10, 8)


def test_everything_a_key_may_have(tmp_path: Path) -> None:
    found = change(tmp_path, affiliation="Hamas", perpetrator="Israel", basis="identified", cause="famine", group="")
    assert (found.key.affiliation, found.key.perpetrator, found.key.basis) == ("Hamas", "Israel", Basis.IDENTIFIED)
    assert (found.key.cause, found.key.group) == ("famine", "all")


def test_a_reason_is_a_code_with_its_number(tmp_path: Path) -> None:
    assert change(tmp_path, reason="found alive=4").reason == Reason(code=ReasonCode.FOUND_ALIVE, amount=-4)
    assert change(tmp_path, reason="none given").reason == NO_REASON


def test_a_withdrawal_gives_no_value(tmp_path: Path) -> None:
    assert change(tmp_path, op="withdraw", value="").value is None


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("stated_at", "2024-01-15", "is no time with its offset"),
        ("stated_at", "2024-01-15T12:11:40", "is no time with its offset"),
        ("stated_at", "", "is no time with its offset"),
        ("stated_at", "0001-01-01T00:00:00+14:00", "is no time with its offset"),
        ("source", "", "is empty"),
        ("source", "call 0944 123 456", "holds a phone number"),
        ("place", "@someone", "holds a phone number, link or user name"),
        ("harm", "", "is empty"),
        ("harm", "dead", "is none of the list; give one of killed, injured"),
        ("period_start", "7 October", "is no day"),
        ("counted_to", "20231008", "is no day"),
        ("counted_to", "2023-02-30", "is no day"),
        ("counted_to", "", "is no day"),
        ("op", "delete", "give one of add, revise, withdraw"),
        ("value", "-5", "is a number below zero"),
        ("value", "−5", "is a number below zero"),
        ("value", "", "is empty"),
        ("value", "1,529", "is no whole number"),
        ("value", "1529.0", "is no whole number"),
        ("value", "sixty-two", "is no whole number"),
        ("value", "²", "is no whole number"),
        ("value", "9" * 16, "is no whole number"),
        ("reason", "because", "is no reason of the list"),
        ("basis", "guess", "is none of the list"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(tmp_path: Path, column: str, cell: str, said: str) -> None:
    refused = read(tmp_path, **{column: cell}).change
    assert isinstance(refused, ImportLineUnfit)
    assert (refused.field, refused.value, refused.code) == (column, cell, "E-IMPORT-03")
    assert said in str(refused)
    assert refused.fix


def test_a_value_beside_a_withdrawal_is_refused(tmp_path: Path) -> None:
    refused = read(tmp_path, op="withdraw").change
    assert isinstance(refused, ImportLineUnfit)
    assert "a withdrawal gives none" in str(refused)
