"""A ministry's daily series: what it did since what is known, and what does not agree within it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk.imports.change import Change, KeyWords
from desk.imports.consistency import questions
from desk.imports.ministry import COUNTED, KnownDay, Series, entries_of, read_ministry
from ledger.domain.commands import PublishedChange
from ledger.errors import ColumnsUnfit, ImportUnreadable, LedgerError
from tests.desk.imports.oracle import MINISTRY

PUBLISHED = datetime(2023, 10, 31, tzinfo=UTC)
SERIES = Series("Gaza Ministry of Health", "Gaza Strip", date(2023, 10, 7), PUBLISHED)
NOTHING = KnownDay(None, imported=False, spoken_of=False)


def written(folder: Path, content: object) -> Path:
    path = folder / "series.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def changes(path: Path, known: KnownDay = NOTHING) -> list[Change]:
    found = [line.change for line in read_ministry(entries_of(path), SERIES, lambda key, day: known)]
    return [it for it in found if isinstance(it, Change)]


def refused(path: Path) -> list[str]:
    found = read_ministry(entries_of(path), SERIES, lambda key, day: NOTHING)
    return [f"{it.number} {it.change}" for it in found if isinstance(it.change, LedgerError)]


def test_running_counts_become_changes_and_nothing_else_does(tmp_path: Path) -> None:
    entry = {"report_date": "2023-10-07", "report_source": "mohtel", "report_period": 24, "killed": 232,
             "killed_cum": 232, "ext_killed_cum": 232, "massacres_cum": 8, "press_killed_cum": 1}  # fmt: skip
    killed, press = changes(written(tmp_path, [entry]))
    assert (killed.op, killed.value, killed.daily, killed.counted_to) == (
        PublishedChange.ADD, 232, 232, date(2023, 10, 7),
    )  # fmt: skip
    assert killed.stated_at == datetime(2023, 10, 7, tzinfo=UTC)
    assert (press.key.group, press.value, press.daily) == ("press", 1, None)


def test_the_series_is_compared_with_what_is_known(tmp_path: Path) -> None:
    path = written(tmp_path, [{"report_date": "2023-10-07", "killed": 232, "killed_cum": 232}])
    assert changes(path, KnownDay(232, imported=True, spoken_of=True))[0].key.harm != "killed"  # others taken back
    (killed, *others) = changes(path, KnownDay(198, imported=True, spoken_of=True))
    assert (killed.op, killed.value, killed.stated_at, killed.daily) == (PublishedChange.REVISE, 232, PUBLISHED, None)
    assert {it.op for it in others} == {PublishedChange.WITHDRAW}
    assert len(others) == len(COUNTED) - 1


def test_what_a_report_said_is_not_taken_back_because_the_series_leaves_it_out(tmp_path: Path) -> None:
    path = written(tmp_path, [{"report_date": "2023-10-07"}])
    assert changes(path, KnownDay(5, imported=False, spoken_of=True)) == []


def test_a_day_taken_back_and_given_again_is_stated_when_the_file_stood_so(tmp_path: Path) -> None:
    path = written(tmp_path, [{"report_date": "2023-10-07", "killed_cum": 232}])
    (killed,) = changes(path, KnownDay(None, imported=False, spoken_of=True))
    assert (killed.op, killed.stated_at) == (PublishedChange.ADD, PUBLISHED)


@pytest.mark.parametrize("empty", ["", None])
def test_an_empty_figure_is_not_given(tmp_path: Path, empty: str | None) -> None:
    assert changes(written(tmp_path, [{"report_date": "2023-10-07", "killed_cum": empty}])) == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"report_date": "2023-10-07", "killed_cum": -1}, "'-1' is a number below zero"),
        ({"report_date": "2023-10-07", "killed_cum": 1.5}, "'1.5' is no whole number"),
        ({"report_date": "2023-10-07", "killed_cum": "12"}, "'12' is no whole number"),
        ({"report_date": "2023-10-07", "killed_cum": True}, "'True' is no whole number"),
        ({"report_date": "7 October", "killed_cum": 1}, "'7 October' is no day"),
        ({"killed_cum": 1}, "'' is no day"),
        (62, "'62' is no entry of a day"),
    ],
)
def test_an_entry_that_cannot_be_taken_is_named(tmp_path: Path, entry: object, said: str) -> None:
    good = {"report_date": "2023-10-08", "killed_cum": 370}
    path = written(tmp_path, [good, entry])
    (line,) = refused(path)
    assert line.startswith("2 E-IMPORT-03 ")
    assert said in line
    assert [it.value for it in changes(path)] == [370]


def test_two_bad_entries_are_each_bad_for_their_own_reason(tmp_path: Path) -> None:
    path = written(tmp_path, [62, {"killed_cum": 1}])
    assert [line.split("'")[2].strip()[:11] for line in refused(path)] == ["is no entry", "is no day; "]


def test_a_day_given_twice_is_never_silently_one(tmp_path: Path) -> None:
    path = written(tmp_path, [{"report_date": "2023-10-07", "killed_cum": n} for n in (232, 198)])
    assert "is given by two entries" in refused(path)[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        ("\ufeff \n", "is empty"),
        ("{", "is no JSON"),
        ("{}", "is no list of days"),
        ("[1e400]", "is no JSON"),
    ],
)
def test_another_form_is_refused_as_a_whole(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(ImportUnreadable, match=said):
        entries_of(written(tmp_path, content))


def test_another_territorys_file_is_not_taken_for_this_one(tmp_path: Path) -> None:
    path = written(tmp_path, [{"report_date": "2023-10-07", "killed_cum": 3, "flash_source": "un", "verified": {}}])
    with pytest.raises(ColumnsUnfit, match="fields not known: 'flash_source', 'verified'"):
        entries_of(path)


def test_no_file_and_too_long_a_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImportUnreadable, match="cannot be read"):
        entries_of(tmp_path / "none.json")
    monkeypatch.setattr("desk.imports.json_list.LARGEST", 10)
    with pytest.raises(ImportUnreadable, match="more than 10 bytes"):
        entries_of(written(tmp_path, "[" + " " * 20 + "]"))


def test_a_question_is_a_daily_count_that_differs_or_a_running_count_that_falls() -> None:
    asked = list(questions(entries_of(MINISTRY)))
    assert [f"{it.day}:{it.field}" for it in asked] == [
        "2023-10-11:injured",
        "2023-10-15:injured",
        "2023-10-16:injured",
        "2023-10-19:killed_women_cum",
        "2023-10-21:injured",
        "2023-10-21:killed_women_cum",
    ]
    assert (asked[0].daily, asked[0].new - asked[0].old, asked[0].rule) == (1029, 1184, "daily_differs")
    assert (asked[3].old, asked[3].new, asked[3].rule) == (1032, 1000, "fall")


def test_a_day_without_a_figure_is_passed_over(tmp_path: Path) -> None:
    days = [{"report_date": f"2023-10-0{day}", "killed": 5, **more} for day, more in
            ((7, {"killed_cum": 5}), (8, {}), (9, {"killed_cum": 10}))]  # fmt: skip
    assert list(questions(entries_of(written(tmp_path, days)))) == []


def test_the_key_of_each_field_is_its_own() -> None:
    keys = {SERIES.key(field) for field in COUNTED}
    assert len(keys) == len(COUNTED)
    assert all(isinstance(key, KeyWords) for key in keys)
