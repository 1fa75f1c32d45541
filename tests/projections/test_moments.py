"""Moments: a day is meant to its end, a time includes itself, a position lies within the ledger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ledger.errors import UnclearMoment, UnknownPosition
from projections.moments import parse_position, parse_time
from tests.ledger.domain.samples import AUGUST_1, SALMA, on
from tests.projections.scene import RECORDED, STATED, Scene


def test_a_bare_date_is_the_end_of_that_day_in_utc() -> None:
    assert parse_time("2018-08-01") == datetime(2018, 8, 1, 23, 59, 59, 999999, UTC)


def test_a_timestamp_is_taken_with_its_offset() -> None:
    assert parse_time("2018-08-01T10:00:00+03:00") == datetime(2018, 8, 1, 7, tzinfo=UTC)
    assert parse_time("2018-08-01T10:00:00Z") == datetime(2018, 8, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "yesterday", "2018-08-01T10:00:00", "2018-13-01", "@5", "1533117600"])
def test_what_is_no_moment_is_refused_with_what_would_be_one(text: str) -> None:
    with pytest.raises(UnclearMoment) as refusal:
        parse_time(text)
    assert refusal.value.code == "E-TIME-01"
    assert refusal.value.example


@pytest.mark.parametrize(("text", "position"), [("@0", 0), ("@7", 7), ("9", 9)])
def test_a_position_may_be_written_with_its_sign_or_without(text: str, position: int) -> None:
    assert parse_position(text, 9) == position


@pytest.mark.parametrize("text", ["", "@", "@10", "-1", "@-1", "1.5", "٣", "@" + "9" * 40, "² "])
def test_what_is_no_position_of_this_ledger_is_refused(text: str) -> None:
    with pytest.raises(UnknownPosition) as refusal:
        parse_position(text, 9)
    assert refusal.value.code == "E-TIME-02"
    assert "@9" in str(refusal.value)


def test_now_is_where_the_read_models_stand_and_asks_for_no_moment(scene: Scene) -> None:
    now = scene.queries.moment()
    assert (now.position, now.clock, now.stated_until, now.asked) == (5, RECORDED, None, False)


def test_a_recorded_moment_includes_what_was_recorded_at_it(scene: Scene) -> None:
    at = scene.state(SALMA, 62).recorded_at
    assert at is not None
    assert scene.queries.moment(as_of=at.isoformat()).position == 7
    assert scene.queries.moment(as_of=(at - timedelta(microseconds=1)).isoformat()).position == 6


def test_a_moment_before_everything_is_position_0(scene: Scene) -> None:
    assert scene.queries.moment(as_of="1999-12-31").position == 0


def test_a_recorded_moment_and_a_position_together_are_the_earlier_of_both(scene: Scene) -> None:
    assert scene.queries.moment(as_of="2018-08-10", at="@3").position == 3
    assert scene.queries.moment(as_of="1999-12-31", at="@3").position == 0


def test_on_the_stated_clock_a_time_limits_what_sources_had_said_as_known_at_the_position(scene: Scene) -> None:
    moment = scene.queries.moment(as_of=on(AUGUST_1).isoformat(), at="@4", clock=STATED)
    assert (moment.position, moment.stated_until, moment.asked) == (4, on(AUGUST_1), True)
    assert scene.queries.moment(as_of="2018-08-01", clock=STATED).position == 5
