"""Days in words, resolved against the day of publication and never past it."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.values import Precision
from tests.ledger.intake.reader import only

DAY = date(2018, 8, 2)  # a Thursday


def day_of(words: str, published: date | None = DAY) -> tuple[date | None, date | None]:
    occurred = only(f"Warplanes bombed Nawa {words}", published).occurred
    return (occurred.start, occurred.end) if occurred else (None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("today", date(2018, 8, 2)),
        ("this morning", date(2018, 8, 2)),
        ("since dawn", date(2018, 8, 2)),
        ("10 minutes ago", date(2018, 8, 2)),
        ("yesterday evening", date(2018, 8, 1)),
        ("last night", date(2018, 8, 1)),
        ("the day before yesterday", date(2018, 7, 31)),
        ("three days ago", date(2018, 7, 30)),
        ("two weeks ago", date(2018, 7, 19)),
        ("on Wednesday", date(2018, 8, 1)),
        ("on Friday", date(2018, 7, 27)),
        ("on Thursday", date(2018, 8, 2)),
        ("on 24 July", date(2018, 7, 24)),
        ("on 24 December", date(2017, 12, 24)),
        ("on the 19th of July 2018", date(2018, 7, 19)),
        ("on July 19, 2018", date(2018, 7, 19)),
        ("on 2018-07-19", date(2018, 7, 19)),
        ("on 19/7/2018", date(2018, 7, 19)),
    ],
)
def test_a_day_in_words_is_resolved(words: str, expected: date) -> None:
    assert day_of(words) == (expected, expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("اليوم", date(2018, 8, 2)),
        ("منذ الفجر", date(2018, 8, 2)),
        ("ليل أمس", date(2018, 8, 1)),
        ("أول أمس", date(2018, 7, 31)),
        ("يوم الأربعاء", date(2018, 8, 1)),
        ("في 19 تموز 2018", date(2018, 7, 19)),
        ("في 19 يوليو 2018", date(2018, 7, 19)),
        ("في ١٩ تموز/يوليو ٢٠١٨", date(2018, 7, 19)),
        ("في 24 كانون الأول", date(2017, 12, 24)),
    ],
)
def test_an_arabic_day_is_resolved(words: str, expected: date) -> None:
    occurred = only(f"قصفت طائرات حربية نوى {words}", DAY).occurred
    assert occurred is not None
    assert (occurred.start, occurred.end) == (expected, expected)


def test_after_midnight_of_yesterday_is_the_small_hours_of_today_and_said_to_be_ambiguous() -> None:
    draft = only("Warplanes bombed Nawa after midnight of yesterday", DAY)
    assert draft.occurred is not None
    assert draft.occurred.start == DAY
    assert {"relative_date", "date_ambiguous"} <= set(draft.flags)


def test_a_day_without_a_year_is_the_latest_such_day_and_flagged() -> None:
    assert "year_missing" in only("Warplanes bombed Nawa on 24 July", DAY).flags


def test_the_words_are_kept_beside_the_day() -> None:
    occurred = only("Warplanes bombed Nawa on the 19th of July 2018", DAY).occurred
    assert occurred is not None
    assert occurred.text == "on the 19th of July 2018"


def test_the_past_day_is_an_interval() -> None:
    draft = only("The toll in Nawa rose to 9 during the past 24 hours", DAY)
    assert draft.occurred is not None
    assert (draft.occurred.start, draft.occurred.end) == (date(2018, 8, 1), date(2018, 8, 2))
    assert draft.period_start is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("since 19 July 2018", date(2018, 7, 19)),
        ("since the 19th of July", date(2018, 7, 19)),
        ("since the beginning of 2018", date(2018, 1, 1)),
        ("since early 2018", date(2018, 1, 1)),
        ("since June 2018", date(2018, 6, 1)),
    ],
)
def test_since_opens_the_window_of_a_toll(words: str, expected: date) -> None:
    draft = only(f"The number of people killed in Nawa {words} rose to 90", DAY)
    assert (draft.period_start, draft.counted_to) == (expected, DAY)


def test_a_month_is_known_to_the_month() -> None:
    draft = only("The number of people killed in Nawa since June 2018 rose to 90", DAY)
    assert draft.occurred is not None
    assert draft.occurred.precision is Precision.MONTH


def test_a_number_beside_a_word_that_begins_like_a_month_is_no_day() -> None:
    assert day_of("and 5 martyrs fell") == (None, None)


def test_a_word_that_begins_like_a_month_ends_no_period() -> None:
    killed = only("Gunfire killed between 3 and 5 marchers in Nawa", DAY).killed
    assert killed is not None
    assert (killed.low, killed.high) == (3, 5)


def test_without_publication_a_full_date_is_still_known() -> None:
    assert day_of("on 19 July 2018", None) == (date(2018, 7, 19), date(2018, 7, 19))
    assert day_of("on Friday", None) == (None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("since early October", date(2017, 10, 1)),
        ("since the beginning of the year", date(2018, 1, 1)),
        ("since the start of this month", date(2018, 8, 1)),
    ],
)
def test_a_start_without_a_year_is_the_latest_before_publication(words: str, expected: date) -> None:
    draft = only(f"The number of people killed in Nawa {words} has risen to 59", DAY)
    assert draft.period_start == expected
    assert "period_start_approx" in draft.flags


def test_the_past_days_are_a_window_up_to_publication() -> None:
    draft = only("At least 11 people have been killed in Nawa in the past two days", DAY)
    assert draft.occurred is not None
    assert (draft.occurred.start, draft.occurred.end) == (date(2018, 7, 31), DAY)


def test_until_now_is_no_day() -> None:
    draft = only("Warplanes bombed Nawa on 19 July 2018, and no casualties were reported until now", DAY)
    assert draft.occurred is not None
    assert draft.occurred.start == date(2018, 7, 19)


def test_a_year_after_publication_does_not_end_before_it_begins() -> None:
    toll = only("وبذلك يرتفع عدد الفلسطينيين الذين قتلوا منذ مطلع سنة 2025 إلى 71 فلسطينيا.", DAY)
    assert toll.occurred is not None
    assert toll.occurred.start is not None
    assert toll.occurred.end is not None
    assert toll.occurred.start <= toll.occurred.end
    assert "future_date" in toll.flags


@pytest.mark.parametrize("number", [54, 15])
def test_a_number_of_people_after_a_month_is_no_day(number: int) -> None:
    draft = only(f"In July {number} people were killed in Nawa.")
    assert draft.killed is not None
    assert (draft.killed.low, draft.period_start) == (number, date(2018, 7, 1))


def test_a_day_after_a_month_is_one_before_a_comma_or_a_year() -> None:
    for words in ("In July 15, shelling killed 3 people in Nawa.", "In July 15 2018 shelling killed 3 people in Nawa."):
        occurred = only(words).occurred
        assert occurred is not None
        assert occurred.start == date(2018, 7, 15)
