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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Militants killed 9 soldiers in the Syrian desert yesterday.", "the Syrian desert"),
        ("Shelling killed 40 civilians in seven governorates in July.", "seven governorates"),
        (
            "Drone strikes killed 12 people in areas under the control of the Syrian Democratic Forces in May.",
            "areas under the control of the Syrian Democratic Forces",
        ),
        ("A mine killed two men on the road that links Nawa to Tasil town.", "the road that links Nawa to Tasil town"),
        ("Warplanes hit the market of the city with two raids and killed a woman.", "the market of the city"),
    ],
)
def test_a_described_place_is_told_with_its_people_its_holder_or_its_ends(text: str, told: str) -> None:
    assert place(text) == told


def test_the_same_places_are_those_told_before_in_their_own_words() -> None:
    found = drafts("Warplanes bombed Tafas with two raids. Shells fell on the same sectors and hurt a man.", PUBLISHED)
    assert found[1].place is not None
    assert found[1].place.text == "the same sectors"
    assert found[0].place is not None
    assert found[1].place.id == found[0].place.id


def test_a_total_that_points_back_is_of_the_place_named_before() -> None:
    found = drafts(
        "Homs Province, the Syrian Observatory for Human Rights: ambushes in Tadmur have doubled since March. "
        "These attacks have killed 40 soldiers since early 2019.",
        PUBLISHED,
    )
    assert found[-1].place is not None
    assert found[-1].place.text == "Tadmur"
    assert "place_by_reference" in found[-1].flags


def test_where_the_body_names_no_place_the_headline_does() -> None:
    found = drafts(
        "About 300 people killed in Yemen in July\n\nThe network documented the death of 310 people in July 2019, "
        "40 of them children.",
        PUBLISHED,
    )
    assert [draft.place.text for draft in found if draft.place] == ["Yemen"]
    assert "place_from_headline" in found[0].flags


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A shell hit a road east of the city and killed a man.", "a road east of the city"),
        (
            "A raid killed four on a farm in the western outskirts of the town.",
            "a farm in the western outskirts of the town",
        ),
        ("In Tafas four people were killed after shells hit a clinic.", "Tafas"),
        ("Soldiers abducted a youth from the village of Hayt.", "the village of Hayt"),
    ],
)
def test_a_place_beside_the_town_keeps_what_it_is(text: str, told: str) -> None:
    assert place(text) == told
