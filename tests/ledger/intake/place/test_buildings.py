"""Buildings, camps and streets before a place's name, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.ledger.intake.place.test_described import place


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A raid on a vegetable market in Tafas killed three people.", "a vegetable market in Tafas"),
        ("Jets hit the field hospital of Nawa and killed a nurse.", "the field hospital of Nawa"),
        ("A drone struck a nine-storey apartment block in Tafas.", "a nine-storey apartment block in Tafas"),
        ("Two shells fell on a school near Nawa.", "a school near Nawa"),
        ("Warplanes bombed a tent camp outside Jasim and killed 2.", "a tent camp outside Jasim"),
        ("Rockets hit the besieged eastern districts of Tafas.", "the besieged eastern districts of Tafas"),
        ("Shelling hit the rebel-held village of Hayt and killed one man.", "the rebel-held village of Hayt"),
    ],
)
def test_a_building_before_a_name_belongs_to_the_place(text: str, told: str) -> None:
    assert place(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "A drone hit a car in Tafas and killed two men.",
        "A mine went off under their convoy near Tafas and killed two soldiers.",
        "Gunmen shot a man dead in front of his house in Tafas.",
        "Warplanes bombed caves and hideouts in Tafas.",
    ],
)
def test_what_moves_or_belongs_to_somebody_is_no_place(text: str) -> None:
    assert place(text) == "Tafas"
