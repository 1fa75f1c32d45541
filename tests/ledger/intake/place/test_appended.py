"""What is said of a place behind its name, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.ledger.intake.place.test_described import place


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Warplanes bombed Tafas and its surroundings, killing two.", "Tafas and its surroundings"),
        ("Shells fell on Nawa and its western countryside.", "Nawa and its western countryside"),
        (
            "Helicopters bombed Hayt village in the western countryside with 4 barrels.",
            "Hayt village in the western countryside",
        ),
        (
            "Warplanes bombed the town of Nawa, 30 km to the north, and killed one.",
            "the town of Nawa, 30 km to the north",
        ),
        (
            "A car bomb in Tafas, a town in the countryside of Daraa, killed four.",
            "Tafas, a town in the countryside of Daraa",
        ),
        ("Rockets hit Nawa, a town held by the opposition, and killed three.", "Nawa, a town held by the opposition"),
    ],
)
def test_what_is_said_of_a_place_belongs_to_it(text: str, told: str) -> None:
    assert place(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Shells hit Tafas, a village of 300 people, and killed one.", "Tafas"),
        ("Warplanes bombed Tafas, a commander of the factions said.", "Tafas"),
        ("Raids hit Tafas and its people fled.", "Tafas"),
        ("A mine killed two men in Tafas, 3 days after a raid.", "Tafas"),
    ],
)
def test_other_words_behind_a_name_are_none_of_it(text: str, told: str) -> None:
    assert place(text) == told
