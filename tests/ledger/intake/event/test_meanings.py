"""A name that several parties bear means the one of this report's country, day or earlier words; else none."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.intake.drafts import Phrase
from ledger.intake.reading import read


def actor_of(text: str, published: date = date(2018, 8, 1)) -> Phrase | None:
    return read(text, published=published).drafts[-1].actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The army shelled Tafas this morning, 3 killed.", "regime-forces"),
        ("Coalition warplanes struck a house in Raqqa today and killed 4 people.", "coalition"),
        ("Coalition warplanes struck a house in Saada today and killed 4 people.", "arab-coalition"),
        ("قصف الجيش مدينة أم درمان اليوم وقتل 5 أشخاص.", "sudanese-army"),
        ("نفذ طيران التحالف غارة على صنعاء اليوم، قتل فيها 3 أشخاص.", "arab-coalition"),
    ],
)
def test_the_country_of_the_sentence_tells_whose_army_it_is(text: str, actor: str) -> None:
    found = actor_of(text)
    assert found is not None
    assert found.id == actor


def test_the_country_of_the_report_tells_it_where_the_sentence_does_not() -> None:
    found = actor_of("Khartoum was quiet on Monday.\nToday the army shelled a market, killing 6 people.")
    assert found is not None
    assert found.id == "sudanese-army"


def test_the_day_tells_the_old_army_from_the_new_one() -> None:
    text = "The Syrian army shelled Jasim this morning and 2 people were killed."
    before, after = actor_of(text, date(2018, 8, 1)), actor_of(text, date(2025, 8, 1))
    assert before is not None
    assert after is not None
    assert (before.id, after.id) == ("regime-forces", "transitional-forces")


def test_a_party_named_before_is_meant_by_its_short_name() -> None:
    found = actor_of(
        "The Islamic State organization held the village.\nToday the organization executed 2 men there with a sword."
    )
    assert found is not None
    assert (found.text, found.id) == ("the organization", "islamic-state")


def test_where_nothing_tells_the_words_are_kept_with_all_that_they_may_mean() -> None:
    found = actor_of("Today the army shelled a market, killing 6 people.")
    assert found is not None
    assert (found.text, found.id) == ("the army", None)
    assert {"regime-forces", "sudanese-army"} <= set(found.candidates)


def test_a_country_that_says_where_is_no_party() -> None:
    assert actor_of("A missile hit a market in Ukraine today and killed 6 people.", date(2023, 8, 1)) is None
    assert actor_of("Rockets from Turkey hit Afrin today and killed 2 people.") is None


def test_a_country_that_acts_is_a_party() -> None:
    found = actor_of("Six people died today in Tajoura in strikes by Turkey.")
    assert found is not None
    assert found.id == "turkish-forces"
