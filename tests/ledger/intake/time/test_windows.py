"""Periods in English words, and days told against another day."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.intake.reading import read
from ledger.intake.time.dates import find_moments
from ledger.intake.time.moment import Moment
from tests.ledger.intake.reader import only

DAY = date(2024, 6, 12)  # a Wednesday


def moment(words: str, told: date | None = None) -> Moment:
    found = find_moments(words.lower(), 0, len(words), DAY, told)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("between 10 and 26 May", date(2024, 5, 10), date(2024, 5, 26)),
        ("from 28 April to 3 May", date(2024, 4, 28), date(2024, 5, 3)),
        ("(30 May – 5 June)", date(2024, 5, 30), date(2024, 6, 5)),
        ("From 7 October 2023 up to 5 June 2024", date(2023, 10, 7), date(2024, 6, 5)),
        ("from May 3 to 8", date(2024, 5, 3), date(2024, 5, 8)),
        ("in the month of January", date(2024, 1, 1), date(2024, 1, 31)),
        ("in the first half of 2023", date(2023, 1, 1), date(2023, 6, 30)),
        ("in the first three months of this year", date(2024, 1, 1), date(2024, 3, 31)),
        ("during the whole of 2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("in December last year", date(2023, 12, 1), date(2023, 12, 31)),
        ("over the past week", date(2024, 6, 5), DAY),
        ("during last month", date(2024, 5, 1), date(2024, 5, 31)),
    ],
)
def test_a_window_has_its_first_and_last_day(words: str, first: date, last: date) -> None:
    found = moment(words)
    assert found.is_window
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("since the turn of the year", date(2024, 1, 1)),
        ("from the beginning of this year", date(2024, 1, 1)),
        ("so far this year", date(2024, 1, 1)),
        ("since the year began", date(2024, 1, 1)),
        ("since 2016", date(2016, 1, 1)),
        ("since January", date(2024, 1, 1)),
        ("since the seventh of October last", date(2023, 10, 7)),
    ],
)
def test_a_period_begins_on_its_first_day(words: str, first: date) -> None:
    found = moment(words)
    assert found.is_since
    assert found.first == first


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("a week earlier", date(2024, 6, 3)),
        ("two days before", date(2024, 6, 8)),
        ("the previous day", date(2024, 6, 9)),
        ("the following day", date(2024, 6, 11)),
    ],
)
def test_a_day_is_counted_from_the_one_told_before(words: str, day: date) -> None:
    assert moment(words, date(2024, 6, 10)).first == day
    assert moment(words).first is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("eleven days ago", date(2024, 6, 1)),
        ("a week ago", date(2024, 6, 5)),
        ("on the 9th", date(2024, 6, 9)),
        ("on the 25th", date(2024, 5, 25)),
        ("on New Year's Eve", date(2023, 12, 31)),
    ],
)
def test_a_day_without_month_or_year_is_the_latest_such_day(words: str, day: date) -> None:
    assert moment(words).first == day


def test_the_day_on_which_somebody_spoke_is_not_the_day_of_the_event() -> None:
    draft = only("Warplanes bombed Nawa over the weekend, killing 4 people, the mayor said on Monday.", DAY)
    assert draft.occurred is not None
    assert (draft.occurred.start, draft.occurred.end) == (date(2024, 6, 8), date(2024, 6, 9))


def test_the_day_of_filing_is_not_the_day_of_the_event() -> None:
    draft = only("AMMAN, June 12 (Agency) - Shelling on Nawa killed 4 people on Monday.", DAY)
    assert draft.occurred is not None
    assert draft.occurred.start == date(2024, 6, 10)


def test_a_toll_over_a_stretch_of_days_has_its_first_day() -> None:
    draft = only("Between 10 and 26 May, 45 civilians were killed and 80 injured in Idlib.", DAY)
    assert draft.period_start == date(2024, 5, 10)
    assert draft.occurred is not None
    assert draft.occurred.end == date(2024, 5, 26)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the eight days from August 14th", date(2017, 8, 14), date(2017, 8, 21)),
        ("in the week beginning 14 August", date(2017, 8, 14), date(2017, 8, 20)),
        ("over the seven days to 21 August 2017", date(2017, 8, 15), date(2017, 8, 21)),
        ("in the five days that began on Monday, August 14", date(2017, 8, 14), date(2017, 8, 18)),
    ],
)
def test_a_length_of_time_runs_from_the_day_told_or_up_to_it(text: str, first: date, last: date) -> None:
    moments = find_moments(text.lower(), 0, len(text), date(2017, 8, 22))
    assert [(m.first, m.last) for m in moments if m.is_window] == [(first, last)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("since the 5th of last May", date(2024, 5, 5)),
        ("since last September", date(2023, 9, 1)),
        ("since the start of last year", date(2023, 1, 1)),
        ("this year's death toll", date(2024, 1, 1)),
        ("from June to this day", date(2024, 6, 1)),
        ("January has so far seen", date(2024, 1, 1)),
        ("for the week of June 3rd to 9th", date(2024, 6, 3)),
        ("the month of May", date(2024, 5, 1)),
        ("throughout the same span", None),
        ("since it began", None),
        ("since the truce collapsed", None),
    ],
)
def test_more_ways_to_tell_since_when(words: str, first: date | None) -> None:
    found = moment(words)
    assert found.first == first
    assert found.is_since or found.is_window


def test_a_review_of_the_old_year_may_call_it_this_year() -> None:
    text = "civilians killed this year"
    assert not find_moments(text, 0, len(text), date(2024, 1, 1))


@pytest.mark.parametrize("words", ["on 3 and 4 July", "on July 3 and 4"])
def test_two_days_in_a_row_are_told_as_such_and_no_window(words: str) -> None:
    draft = only(f"Shelling of Nawa {words} killed 3 people")
    assert draft.kind.value == "shelling"
    assert draft.occurred is not None
    assert (draft.occurred.start, draft.occurred.end) == (date(2018, 7, 3), date(2018, 7, 4))


@pytest.mark.parametrize("published", [date.min, date(1, 1, 20), date(9999, 12, 31)])
def test_the_ends_of_the_calendar_are_no_trouble(published: date) -> None:
    for text in (
        "They killed 5 people last month and 3 last year, and 2 in December 9999.",
        "قُتل 5 أشخاص الشهر الماضي و3 منذ بداية الشهر الماضي وفي 31 من الشهر وفي العام الماضي.",
        "On the 31st 5 people were killed, and in January 62 since the beginning of the month.",
    ):
        read(text, published=published)
