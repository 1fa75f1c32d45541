"""Plain questions name a place; reports do not ask."""

from __future__ import annotations

import pytest

from bot.questions import place_asked


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("toll in Yarmouk Basin?", "Yarmouk Basin"),
        ("Toll Yarmouk Basin", "Yarmouk Basin"),
        ("what is the toll in Hayt", "Hayt"),
        ("What's the death toll of Jasim?", "Jasim"),
        ("how many people were killed in Jasim?", "Jasim"),
        ("casualties in Gaza?", "Gaza"),
        ("حصيلة حوض اليرموك؟", "حوض اليرموك"),
        ("ما حصيلة القتلى في حيط؟", "حيط"),
        ("كم عدد القتلى في جاسم؟", "جاسم"),
        ("كم قتيلا في نوى؟", "نوى"),
    ],
)
def test_a_question_names_its_place(text: str, place: str) -> None:
    assert place_asked(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "The toll in Yarmouk Basin has fallen from 62 to 58, four were found alive",
        "Shelling on Hayt, 3 killed",
        "ارتفعت حصيلة القتلى في حوض اليرموك إلى 62",
        "حصيلة القتلى في حيط 5",
        "Is Hayt calm?",
        "toll",
        "",
        "toll in Hayt\nand more",
    ],
)
def test_a_report_asks_nothing(text: str) -> None:
    assert place_asked(text) is None
