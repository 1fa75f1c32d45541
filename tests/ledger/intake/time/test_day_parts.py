"""Parts of a day without the day, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import drafts

PUBLISHED = date(2019, 8, 31)  # a Saturday


@pytest.mark.parametrize(
    "text",
    [
        "Jets carried out two strikes on the hills of Tafas at dawn, killing two men.",
        "A mine killed a boy near Jasim in the morning.",
        "قصفت قوات النظام فجراً بلدة طفس بعشرات القذائف.",
    ],
)
def test_a_part_of_a_day_is_of_the_day_of_publication_and_flagged(text: str) -> None:
    found = drafts(text, PUBLISHED)[0]
    assert found.occurred is not None
    assert (found.occurred.start, found.occurred.end) == (PUBLISHED, PUBLISHED)
    assert "date_ambiguous" in found.flags


def test_a_part_of_a_day_is_of_the_day_told_before() -> None:
    found = drafts("On Wednesday, jets bombed Tafas. Later in the day shells killed a man in Jasim.", PUBLISHED)
    assert [d.occurred.end for d in found if d.occurred] == [date(2019, 8, 28)] * 2


def test_a_night_lies_in_two_days() -> None:
    found = drafts("Mortar shells fell at night on Tafas and hurt three people.", PUBLISHED)[0]
    assert found.occurred is not None
    assert (found.occurred.start, found.occurred.end) == (date(2019, 8, 30), PUBLISHED)


def test_a_part_of_a_day_that_is_named_is_of_that_day() -> None:
    for text in ("Jets bombed Tafas at dawn on Tuesday.", "Jets bombed Tafas at dawn of Tuesday."):
        found = drafts(text, PUBLISHED)[0]
        assert found.occurred is not None
        assert found.occurred.end == date(2019, 8, 27), text
        assert "date_ambiguous" not in found.flags
