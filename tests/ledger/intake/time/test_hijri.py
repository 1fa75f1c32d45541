"""Days of the Hijri calendar are read, flagged, and give way to a Gregorian date beside them."""

from __future__ import annotations

from datetime import date

import hijridate
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.values import Precision
from ledger.intake.text.normalise import fold
from ledger.intake.time.dates import find_moments
from ledger.intake.time.hijri import MONTHS
from ledger.intake.time.moment import Moment
from tests.ledger.intake.reader import bounds, only

PUBLISHED = date(2018, 10, 3)


def moments(text: str, published: date | None = PUBLISHED) -> list[Moment]:
    folded = fold(text)
    return find_moments(folded.lower, 0, len(folded.lower), published)


def days(text: str, published: date | None = PUBLISHED) -> list[tuple[date | None, date | None]]:
    return [(moment.first, moment.last) for moment in moments(text, published)]


@given(st.dates(date(1990, 1, 1), PUBLISHED), st.data())
def test_a_day_with_its_year_is_read_back(day: date, data: st.DataObject) -> None:
    hijri = hijridate.Gregorian(day.year, day.month, day.day).to_hijri()
    name = data.draw(st.sampled_from([name for name, number in MONTHS.items() if number == hijri.month]))
    form = data.draw(st.sampled_from(("{0.day} {1} {0.year}", "{0.day} {1} {0.year} هـ", "{0.day} {1}, {0.year} AH")))
    found = moments(form.format(hijri, name))
    assert [(moment.first, moment.flags) for moment in found] == [(day, ("hijri_date",))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on the 5th of Ramadan", date(2018, 5, 20)),
        ("في الثاني عشر من محرم", date(2018, 9, 22)),
        ("في 25 محرم", date(2017, 10, 15)),
        ("بتاريخ 12/1/1440 هـ", date(2018, 9, 22)),
        ("ثاني أيام عيد الأضحى", date(2018, 8, 22)),
        ("on the first day of Eid al-Fitr", date(2018, 6, 15)),
    ],
)
def test_a_day_without_a_year_is_the_latest_one(text: str, day: date) -> None:
    assert days(text) == [(day, day)]


@pytest.mark.parametrize(
    "text",
    [
        "12 محرم 1440هـ الموافق 23 أيلول 2018",
        "23 أيلول 2018 الموافق 12 محرم 1440",
        "23 September 2018 (12 Muharram 1440 AH)",
    ],
)
def test_a_gregorian_date_beside_it_is_the_surer_one(text: str) -> None:
    (moment,) = moments(text)
    assert (moment.first, moment.flags) == (date(2018, 9, 23), ())


def test_a_month_is_a_window_and_its_start_may_open_one() -> None:
    assert days("خلال شهر رمضان 2018") == [(date(2018, 5, 16), date(2018, 6, 14))]
    assert days("during the month of Ramadan") == [(date(2018, 5, 16), date(2018, 6, 14))]
    (moment,) = moments("منذ بداية شهر رمضان")
    assert (moment.first, moment.last, moment.is_since) == (date(2018, 5, 16), None, True)


def test_without_a_day_of_publication_only_a_year_dates_it() -> None:
    assert days("في 12 محرم", None) == [(None, None)]
    assert days("في 12 محرم 1440", None) == [(date(2018, 9, 22), date(2018, 9, 22))]


@pytest.mark.parametrize("text", ["في 31 محرم 1440", "في 12 محرم 1300"])
def test_a_day_that_the_calendar_has_not_stays_open(text: str) -> None:
    (moment,) = moments(text)
    assert (moment.first, moment.precision) == (None, Precision.UNKNOWN)


@pytest.mark.parametrize("text", ["Ramadan told reporters", "قال رجب إن", "من مسافة صفر", "محرم دوليا"])
def test_a_name_and_a_word_like_a_month_are_no_time(text: str) -> None:
    assert moments(text) == []


def test_a_hijri_date_counts_nobody() -> None:
    draft = only("قتل 3 أشخاص بقصف على نوى في 12 محرم 1440 هـ", PUBLISHED)
    assert (bounds(draft.killed), "hijri_date" in draft.flags) == ((3, 3, "exact"), True)
    assert draft.occurred is not None
    assert draft.occurred.start == date(2018, 9, 22)
