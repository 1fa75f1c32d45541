"""Places hit by what the text does not name, and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, kinds, only


@pytest.mark.parametrize(
    "text",
    [
        "A clinic was hit in Nawa on Tuesday, killing three people.",
        "A school housing displaced families was reportedly hit in Tafas.",
        "Its forces had struck a depot of the enemy brigade in Jasim.",
        "Russian forces struck the town of Ariha overnight.",
        "A brick factory near Inkhil came under attack on Monday.",
    ],
)
def test_a_place_that_is_hit_is_a_strike_where_nothing_else_is_said(text: str) -> None:
    assert only(text).kind.value == "strike"


def test_the_dead_of_a_place_that_was_hit_are_those_of_the_strike() -> None:
    draft = only("A residential building was hit in Nawa, killing seven civilians and wounding two.")
    assert bounds(draft.killed) == (7, 7, "exact")
    assert bounds(draft.injured) == (2, 2, "exact")


def test_a_second_blow_is_of_the_kind_told_before_it() -> None:
    assert kinds("Regime forces shelled Nawa. Another hit a bakery in Tafas.") == ["shelling", "shelling"]


@pytest.mark.parametrize(
    "text",
    [
        "The economy of Homs was hit hard by the crisis.",
        "A school in Nawa was hit by a flood.",
        "Six hospitals were hit.",
        "He was hit by a car in Nawa.",
        "Residents of Nawa were struck by the news.",
    ],
)
def test_what_no_one_fired_at_is_no_strike(text: str) -> None:
    assert drafts(text) == []


def test_gunmen_who_target_a_car_are_no_strike() -> None:
    assert kinds("Gunmen targeted a car in Nawa, killing two brothers.") == ["violence"]
