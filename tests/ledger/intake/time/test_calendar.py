"""Every month, weekday and written-out date of the Unicode locale data is read, in English and as Arab countries do."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date, get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from ledger.intake.text.normalise import fold
from ledger.intake.time.calendar import MONTHS, WEEKDAYS
from ledger.intake.time.dates import find_moments
from ledger.names import word_set

COUNTRIES = word_set("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE")
LOCALES = ["en_US", "en_GB", "en_AU", *(f"ar_{country}" for country in sorted(COUNTRIES))]
PUBLISHED = date(2024, 12, 31)


def days_in(text: str, published: date = PUBLISHED) -> list[tuple[date | None, date | None]]:
    folded = fold(text)
    moments = find_moments(folded.lower, 0, len(folded.lower), published)
    return [(moment.first, moment.last) for moment in moments]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_month_and_weekday_is_known(locale: str) -> None:
    months = get_month_names("wide", locale=locale).items()
    assert {number: MONTHS.get(fold(name).lower) for number, name in months} == {n: n for n in range(1, 13)}
    weekdays = get_day_names("wide", locale=locale).items()
    assert {number: WEEKDAYS.get(fold(name).lower) for number, name in weekdays} == {n: n for n in range(7)}


@given(st.dates(date(1990, 1, 1), PUBLISHED), st.sampled_from(LOCALES), st.sampled_from(("full", "long", "medium")))
def test_every_date_written_out_is_read_back(day: date, locale: str, width: str) -> None:
    assert days_in(format_date(day, width, locale=locale)) == [(day, day)]


@pytest.mark.parametrize(
    "text",
    ["في 5 تشرين ثاني 2018", "في 5 تشرين الثاني/نوفمبر 2018", "5 نونبر لعام 2018", "5 نوفمبر 2018م"],
)
def test_a_month_is_read_as_people_write_it(text: str) -> None:
    assert days_in(text) == [(date(2018, 11, 5), date(2018, 11, 5))]


@pytest.mark.parametrize("text", ["April 17, 2016, Sunday", "Sunday, 17 April 2016", "Sunday (17 April 2016)"])
def test_the_weekday_of_a_date_is_no_other_day(text: str) -> None:
    assert days_in(text) == [(date(2016, 4, 17), date(2016, 4, 17))]


def test_another_weekday_after_a_date_is_a_day_of_its_own() -> None:
    assert len(days_in("17 April 2016, Tuesday")) == 2


@pytest.mark.parametrize(("text", "day"), [("on Tue", 31), ("on Thurs", 26), ("on Fri", 27), ("on Mon", 30)])
def test_a_short_weekday_is_read(text: str, day: int) -> None:
    assert days_in(text) == [(date(2024, 12, day), date(2024, 12, day))]
