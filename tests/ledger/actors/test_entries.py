"""What is known of a party: dated allegiance, and days written to the year, month or day."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.actors.entries import ActorEntry, ActorKind, allegiance, first_day, last_day


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-07-31", date(2018, 7, 31), date(2018, 7, 31)),
    ],
)
def test_a_day_may_be_known_to_the_year_or_month_only(written: str, first: date, last: date) -> None:
    assert (first_day(written), last_day(written)) == (first, last)


@pytest.mark.parametrize(
    "written", ["", "16", "2016-13", "2016-00", "2016-02-30", "May 2016", "٢٠١٦", "2016-5-1-1", "0000"]
)
def test_what_is_no_day_is_refused(written: str) -> None:
    for reader in (first_day, last_day):
        with pytest.raises(ValueError):
            reader(written)


def test_allegiance_holds_in_its_days_only() -> None:
    sworn = allegiance("islamic-state@2016-05-21/2018-07")
    assert [
        sworn.holds(day) for day in (date(2016, 5, 20), date(2016, 5, 21), date(2018, 7, 31), date(2018, 8, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]
    assert sworn.holds(None)
    assert allegiance("iran@/2020").holds(date(1990, 1, 1))


@pytest.mark.parametrize("written", ["", "@2016/", "iran@2016", "iran@x/"])
def test_allegiance_that_cannot_be_read_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        allegiance(written)


def test_a_party_follows_whom_it_followed_that_day() -> None:
    party = ActorEntry(id="p", name_en="P", name_ar="", allegiance=(allegiance("a@/2016-07-28"), allegiance("b@2017/")))
    assert party.followed(date(2015, 1, 1)) == ("a",)
    assert party.followed(date(2016, 12, 1)) == ()
    assert party.followed(date(2017, 1, 1)) == ("b",)
    assert party.followed() == ("a", "b")
    assert not party.is_unidentified
    assert party.model_copy(update={"kind": ActorKind.UNIDENTIFIED}).is_unidentified
