"""Places told by what they are, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import drafts

PUBLISHED = date(2019, 8, 31)


def place(text: str) -> str | None:
    found = drafts(text, PUBLISHED)
    return found[0].place.text if found and found[0].place else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A detainee from Harasta died under torture in the prisons of the regime.", "the prisons of the regime"),
        ("Shells killed seven civilians in the besieged neighborhoods yesterday.", "the besieged neighborhoods"),
        ("Eight raids by warplanes killed two men on the frontlines this morning.", "the frontlines"),
        ("قتل ثلاثة مدنيين بقصف على الأحياء المحاصرة أمس.", "الأحياء المحاصرة"),
    ],
)
def test_a_place_told_by_what_it_is_keeps_its_words(text: str, told: str) -> None:
    assert place(text) == told


def test_the_city_is_told_by_its_name() -> None:
    text = "Warplanes bombed Tafas with two raids. Later a shell fell on the city and killed a child."
    found = drafts(text, PUBLISHED)
    assert [draft.place.text for draft in found if draft.place] == ["Tafas", "Tafas"]


def test_a_named_place_is_told_before_a_described_one() -> None:
    assert place("A mine killed two boys in the fields of the village of Nimer, near the base.") != "the base"


@pytest.mark.parametrize(
    "text",
    ["Five bodies were found in a badly mutilated state.", "The death toll rose to 9 in the area of health."],
)
def test_words_that_only_sound_like_a_place_are_none(text: str) -> None:
    assert place(text) is None
