"""Places that change hands, and what only says who holds or held them."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import kinds


@pytest.mark.parametrize(
    "text", ["Nawa is fully back in government hands since this morning.", "The factions took three villages in Daraa."]
)
def test_a_place_in_other_hands_is_a_change_of_control(text: str) -> None:
    assert kinds(text) == ["control_change"]


@pytest.mark.parametrize(
    "text", ["Prices rose again in the occupied West Bank.", "Nawa is in rebel hands.", "News | Occupied West Bank"]
)
def test_who_holds_a_place_is_no_event(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قوات مكافحة الإرهاب حررت حي المكاوي في الموصل.", ["control_change"]),
        ("أعلن الجيش تحرير مدينة تدمر.", ["control_change"]),
        ("حررت القوات 20 رهينة في مدينة تدمر.", ["release"]),
        ("ليرتفع إلى 14 عدد القرى التي سيطرت عليها القوات التركية في ريف عفرين.", []),
    ],
)
def test_places_freed_change_hands_and_those_counted_do_not(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army dislodged the militants from the district of Nawa on Wednesday.",
        "IS fighters were driven out of Tafas by the SDF.",
        "The rebels ousted government forces from Tafas.",
        "The SDF completed their control over Hajin town on Friday.",
        "Tafas is now under the control of the opposition.",
    ],
)
def test_who_is_driven_out_loses_the_place(text: str) -> None:
    assert kinds(text) == ["control_change"]


@pytest.mark.parametrize(
    "text",
    [
        "Families seized the chance to return to Tafas.",
        "Police seized weapons and ammunition in Tafas.",
        "Snipers of the army had occupied the roof of a building.",
        "Workers cleared the rubble from Tafas.",
    ],
)
def test_things_taken_are_no_place(text: str) -> None:
    assert kinds(text) == []


def test_residents_driven_out_are_displaced() -> None:
    assert kinds("The army forced residents out of Tafas.") != ["control_change"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Government troops entered Tafas on Tuesday.", ["control_change"]),
        ("A convoy of the army with aid entered Tafas on Tuesday.", []),
        ("The factions lost the hill of Tal Bizam to the regime forces.", ["control_change"]),
        ("Kurdish fighters handed over the airport of Menagh to the army.", ["control_change"]),
        ("Two lives were lost to hunger in Nawa.", []),
    ],
)
def test_troops_enter_and_hand_over_places(text: str, expected: list[str]) -> None:
    assert [kind for kind in kinds(text) if kind == "control_change"] == expected
