"""A party's claim of its enemy's losses: what its publisher did, with signed corrections, and what cannot be taken."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desk.imports.change import Change, KeyWords
from desk.imports.claims import claims_of
from desk.imports.losses import Claimed, SpokenOf, read_losses
from ledger.domain.commands import PublishedChange
from ledger.domain.values import Basis, Harm, Quantifier, Reason, ReasonCode
from ledger.errors import ColumnsUnfit, LedgerError

ADD, REVISE = PublishedChange.ADD, PublishedChange.REVISE
DAYS = [date(2022, 10, day) for day in (12, 13, 14)]
CLAIMED = Claimed(
    "Ukrainian General Staff", "Ukraine", "Russian forces", date(2022, 2, 24), datetime(2022, 10, 14, tzinfo=UTC)
)

Said = tuple[PublishedChange, int, int | None, int]
"""What was done to which day of October, the value, and the day on which it was stated."""


def written(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def series(folder: Path, *values: int | None, name: str = "tank") -> Path:
    entries = [{"date": day.isoformat(), "day": 1, name: value} for day, value in zip(DAYS, values, strict=False)]
    return written(folder, "equipment.json", entries)


def corrections(folder: Path, by: int, day: date = DAYS[1], name: str = "tank") -> Path:
    return written(folder, "correction.json", [{"date": day.isoformat(), "day": 1, name: by, "APC": 0}])


def lines(
    file: Path, corrected: Path | None = None, known: Mapping[date, SpokenOf] | None = None, *more: str
) -> list[Change | LedgerError]:
    said = known or {}

    def asked(key: KeyWords, day: date) -> SpokenOf:
        return said.get(day, SpokenOf())

    return [line.change for line in read_losses(claims_of([file], corrected, more), CLAIMED, asked)]


def done(*given: Any) -> list[Said]:
    return [(it.op, it.counted_to.day, it.value, it.stated_at.day) for it in lines(*given) if isinstance(it, Change)]


def refused(*given: Any) -> list[str]:
    return [str(it) for it in lines(*given) if isinstance(it, LedgerError)]


def test_things_are_lost_and_people_killed_and_wounded_in_one_figure(tmp_path: Path) -> None:
    entry = {"date": "2022-10-12", "day": 231, "tank": 2505, "personnel": 63110, "personnel*": "about", "POW": 5,
             "greatest losses direction": "Kryvyi Rih"}  # fmt: skip
    people, things = lines(written(tmp_path, "both.json", [entry]))
    assert isinstance(people, Change)
    assert isinstance(things, Change)
    assert (people.key.harm, people.key.group, people.qualifier) == (Harm.CASUALTIES, "all", Quantifier.ABOUT)
    assert (things.key.harm, things.key.group, things.qualifier) == (Harm.EQUIPMENT_LOST, "tank", None)
    assert {people.key.basis, things.key.basis} == {Basis.ESTIMATED}
    assert {people.key.affiliation, things.key.affiliation} == {"Russian forces"}


def test_a_correction_revises_the_day_before_and_then_the_days_value_is_added(tmp_path: Path) -> None:
    found = lines(series(tmp_path, 5181, 5167), corrections(tmp_path, -25))
    assert done(series(tmp_path, 5181, 5167), corrections(tmp_path, -25)) == [
        (ADD, 12, 5181, 12), (REVISE, 12, 5156, 13), (ADD, 13, 5167, 13),
    ]  # fmt: skip
    revised = found[1]
    assert isinstance(revised, Change)
    assert revised.reason == Reason(code=ReasonCode.SOURCE_CORRECTED, amount=-25)


def test_a_correction_reaches_over_days_without_a_value(tmp_path: Path) -> None:
    found = done(series(tmp_path, 100, None, 130), corrections(tmp_path, 5, DAYS[2]))
    assert found == [(ADD, 12, 100, 12), (REVISE, 12, 105, 14), (ADD, 14, 130, 14)]


def said(value: int, day: int, by: int = 0, *, counts: bool = True) -> SpokenOf:
    return SpokenOf(value, by, datetime(2022, 10, day, tzinfo=UTC), counts)


KNOWN = {DAYS[0]: said(105, 13, 5), DAYS[1]: said(130, 13)}


def test_what_is_known_is_not_said_again_with_or_without_its_correction(tmp_path: Path) -> None:
    file = series(tmp_path, 100, 130)
    assert done(file, corrections(tmp_path, 5), KNOWN) == []
    assert done(file, None, KNOWN) == []
    assert done(series(tmp_path, 100, 130, 131), None, KNOWN) == [(ADD, 14, 131, 14)]


def test_a_correction_that_comes_later_is_the_one_thing_new(tmp_path: Path) -> None:
    known = {DAYS[0]: said(100, 12), DAYS[1]: said(130, 13)}
    assert done(series(tmp_path, 100, 130), corrections(tmp_path, 5), known) == [(REVISE, 12, 105, 13)]


def test_a_value_that_its_publisher_changed_is_revised_when_the_file_stood_so(tmp_path: Path) -> None:
    assert done(series(tmp_path, 99, 130), None, KNOWN) == [(REVISE, 12, 99, 14)]
    assert done(series(tmp_path, 99, 130), corrections(tmp_path, 5), KNOWN) == [(REVISE, 12, 104, 14)]
    returned = {DAYS[0]: said(38450, 12), DAYS[1]: said(38600, 13)}
    assert done(series(tmp_path, 38300, 38600), None, returned) == [(REVISE, 12, 38300, 14)]


def test_what_reviewers_took_back_stays_taken_back(tmp_path: Path) -> None:
    known = {DAYS[0]: said(100, 12, counts=False), DAYS[1]: said(130, 13)}
    assert done(series(tmp_path, 100, 130), None, known) == []


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"date": "2022-10-12", "tank": -1}, "'-1' is a number below zero"),
        ({"date": "2022-10-12", "tank": "12"}, "'12' is no whole number"),
        ({"date": "2022-10-12", "tank": True}, "'True' is no whole number"),
        ({"date": "2022-10-12", "tank": 1.5}, "'1.5' is no whole number"),
        ({"date": "12.10.2022", "tank": 1}, "'12.10.2022' is no day"),
        ({"tank": 1}, "'' is no day"),
        ("tank", "'tank' is no entry of a day"),
        ({"date": "2022-10-12", "personnel": 5, "personnel*": "less"}, "'less' is no qualifier that is known"),
    ],
)
def test_an_entry_that_cannot_be_taken_is_named(tmp_path: Path, entry: object, words: str) -> None:
    (why,) = refused(written(tmp_path, "bad.json", [entry]))
    assert why.startswith("E-IMPORT-03 bad.json: ")
    assert words in why


def test_a_day_given_twice_keeps_the_first_and_names_the_other(tmp_path: Path) -> None:
    entries = [{"date": "2022-10-12", "tank": 5}, {"date": "2022-10-12", "tank": 6}]
    file = written(tmp_path, "twice.json", entries)
    assert done(file) == [(ADD, 12, 5, 12)]
    assert "gives tank a second time" in refused(file)[0]


@pytest.mark.parametrize(
    ("by", "day", "words"),
    [
        (5, DAYS[0], "corrects what no day before it in the files gives"),
        (5, date(2022, 12, 1), "is of a day that is not in the files"),
        (-101, DAYS[1], "would correct 100 to a number below zero"),
    ],
)
def test_a_correction_of_nothing_is_named(tmp_path: Path, by: int, day: date, words: str) -> None:
    (why,) = refused(series(tmp_path, 100, 130), corrections(tmp_path, by, day))
    assert words in why
    assert why.startswith("E-IMPORT-03 correction.json: ")


def test_an_item_that_nobody_knows_is_refused_unless_it_is_named(tmp_path: Path) -> None:
    file = series(tmp_path, 3, name="balloon")
    with pytest.raises(ColumnsUnfit, match="'balloon'"):
        lines(file)
    assert done(file, None, None, "balloon") == [(ADD, 12, 3, 12)]
