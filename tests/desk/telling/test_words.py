"""Counts, reasons, days and moments are said in words that keep their bound and their sign."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desk.telling.words import (
    bound_words,
    breakdown_words,
    casualties_words,
    count_words,
    day_words,
    moment_words,
    reasons_words,
    signed,
)
from ledger.domain.values import Casualties, Count, GroupCount, Quantifier, Reason, ReasonCode, exactly

Q = Quantifier


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (62, 62, Q.EXACT, "62"),
        (0, 0, Q.EXACT, "0"),
        (1234567, 1234567, Q.EXACT, "1,234,567"),
        (62, None, Q.AT_LEAST, "at least 62"),
        (62, None, Q.MORE_THAN, "more than 62"),
        (100, 100, Q.ABOUT, "about 100"),
        (100, None, Q.ABOUT, "about 100"),
        (4, 6, Q.BETWEEN, "between 4 and 6"),
        (90, 110, Q.ABOUT, "between 90 and 110"),
        (None, 30, Q.UP_TO, "up to 30"),
        (0, 30, Q.UP_TO, "between 0 and 30"),
        (None, None, Q.TENS, "tens"),
        (None, None, Q.HUNDREDS, "hundreds"),
        (None, None, Q.THOUSANDS, "thousands"),
        (20, None, Q.TENS, "tens"),
        (None, None, None, "a number not given"),
        (62, None, None, "at least 62"),
        (None, 30, None, "up to 30"),
        (5, 5, None, "5"),
    ],
)
def test_a_figure_keeps_its_bound(low: int | None, high: int | None, qualifier: Quantifier | None, words: str) -> None:
    assert bound_words(low, high, qualifier) == words


def test_every_qualifier_has_words_of_its_own() -> None:
    figures = {
        qualifier: bound_words(5, 5 if qualifier is Q.EXACT else 9 if qualifier is Q.BETWEEN else None, qualifier)
        for qualifier in Quantifier
    }
    assert len(set(figures.values())) == len(Quantifier)


def test_zero_and_unknown_are_two_things() -> None:
    assert count_words(exactly(0)) != count_words(Count())


def test_a_count_is_told_with_its_groups_and_a_merged_group_stays_merged() -> None:
    groups = (GroupCount(group="children", low=11, high=11), GroupCount(group="women", low=10, qualifier=Q.AT_LEAST))
    count = Count(low=62, qualifier=Q.AT_LEAST, breakdown=groups)
    assert count_words(count) == "at least 62 (11 children, at least 10 women)"
    merged = Count(low=48, qualifier=Q.AT_LEAST, breakdown=(GroupCount(group="women and boys", low=8, high=8),))
    assert breakdown_words(merged) == "8 women and boys"


def test_a_group_without_a_number_is_named() -> None:
    count = Count(low=5, high=5, breakdown=(GroupCount(group="children"), GroupCount(group="women", low=2, high=2)))
    assert breakdown_words(count) == "children, 2 women"


def test_the_whole_told_again_as_its_only_group_is_not_told_twice() -> None:
    assert count_words(Count(low=3, high=3, breakdown=(GroupCount(group="civilians", low=3, high=3),))) == "3"


def test_harm_is_told_by_kind_and_nothing_where_nothing_is_said() -> None:
    harm = Casualties(killed=exactly(3), injured=Count(qualifier=Q.TENS))
    assert casualties_words(harm) == "3 killed, tens injured"
    assert casualties_words(Casualties()) == ""


@pytest.mark.parametrize(("amount", "words"), [(4, "+4"), (-4, "−4"), (0, "0"), (-1200, "−1,200")])
def test_a_movement_has_its_sign(amount: int, words: str) -> None:
    assert signed(amount) == words


def test_reasons_are_told_with_the_people_they_explain() -> None:
    reasons = [Reason(code=ReasonCode.FOUND_ALIVE, amount=-4), Reason(code=ReasonCode.NEW_DEATHS)]
    assert reasons_words(reasons) == "found alive −4, new deaths"
    assert reasons_words([]) == ""


def test_every_reason_reads_as_words() -> None:
    told = {reasons_words([Reason(code=code)]) for code in ReasonCode}
    assert len(told) == len(ReasonCode)
    assert not any("_" in words for words in told)


def test_a_day_is_told_in_full_and_none_is_unknown() -> None:
    assert day_words(date(2018, 7, 19)) == "19 July 2018"
    assert day_words(None) == "an unknown day"


def test_a_moment_is_told_in_utc_and_midnight_is_a_day() -> None:
    assert moment_words(datetime(2018, 8, 1, tzinfo=UTC)) == "1 August 2018"
    assert moment_words(datetime(2018, 8, 1, 9, 5, 59, tzinfo=UTC)) == "1 August 2018 09:05 UTC"
    assert moment_words(datetime(2018, 8, 1, 12, 5, tzinfo=timezone(timedelta(hours=3)))) == "1 August 2018 09:05 UTC"
