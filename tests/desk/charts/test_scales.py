from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.charts.scales import Unit, number_marks, time_marks

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("top", "marks"),
    [(1, [0, 1]), (7, [0, 2, 4, 6]), (74, [0, 20, 40, 60]), (82_000, [0, 20_000, 40_000, 60_000, 80_000])],
)
def test_numbers_are_marked_at_round_whole_numbers_from_zero(top: int, marks: list[int]) -> None:
    assert number_marks(top) == marks


@settings(derandomize=True)
@given(st.integers(1, 2**53))
def test_the_number_axis_has_two_to_seven_marks_however_large(top: int) -> None:
    marks = number_marks(top)
    assert marks[0] == 0
    assert 2 <= len(marks) <= 7
    assert marks[-1] <= top


@settings(derandomize=True)
@given(DAYS, DAYS, st.integers(2, 5))
def test_time_marks_lie_within_the_days_and_are_never_more_than_asked(one: date, other: date, most: int) -> None:
    first, last = min(one, other), max(one, other)
    marks = time_marks(first, last, most)
    assert list(marks.days) == sorted(set(marks.days))
    assert first <= marks.days[0]
    assert marks.days[-1] <= last
    assert (2 if first < last else 1) <= len(marks.days) <= most


def test_days_are_marked_back_from_the_last_one() -> None:
    marks = time_marks(date(2018, 7, 22), date(2018, 8, 1), 5)
    assert marks.days == (date(2018, 7, 23), date(2018, 7, 26), date(2018, 7, 29), date(2018, 8, 1))


def test_a_year_is_marked_by_months_and_a_decade_by_years() -> None:
    assert time_marks(date(2018, 1, 5), date(2018, 12, 30), 5).unit is Unit.MONTH
    assert time_marks(date(2011, 3, 15), date(2021, 3, 15), 5).unit is Unit.YEAR


def test_the_first_and_last_days_there_are_do_no_harm() -> None:
    assert len(time_marks(date.min, date.max, 5).days) >= 2
