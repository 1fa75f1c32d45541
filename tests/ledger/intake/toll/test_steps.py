"""Follow-ups that say how a toll moved, in few words."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, only, reasons


@pytest.mark.parametrize(
    "text",
    [
        "Four of the 62 were found alive, so 58",
        "4 of the 62 dead turned out to be alive, so it is 58",
        "أربعة من الـ62 وجدوا أحياء، فالعدد 58",
        "أربعة من أصل 62 وجدوا أحياء، لتصبح الحصيلة 58",
    ],
)
def test_a_part_of_the_toll_before_is_what_it_fell_by(text: str) -> None:
    draft = only(text)
    assert (bounds(draft.killed), draft.previous) == ((58, 58, "exact"), 62)
    assert reasons(draft) == [("found_alive", -4)]


def test_a_part_of_the_toll_before_without_a_new_total_is_noted() -> None:
    draft = only("Four of the 62 were found alive.")
    assert (draft.killed, draft.previous, reasons(draft)) == (None, 62, [("found_alive", -4)])
    assert "total_not_given" in draft.flags


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("The count in Nawa drops to 58.", None),
        ("The count in Nawa drops from 62 to 58.", 62),
        ("انخفض العدد في نوى إلى 58.", None),
    ],
)
def test_a_plain_count_that_moves_is_a_toll(text: str, previous: int | None) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed), draft.previous) == ("toll_stated", (58, 58, "exact"), previous)
    assert "updates_earlier_toll" in draft.flags


@pytest.mark.parametrize("text", ["62 مجدداً", "العدد 62 من جديد", "62 again"])
def test_a_number_said_again_restates_the_toll(text: str) -> None:
    draft = only(text)
    assert bounds(draft.killed) == (62, 62, "exact")
    assert "restates_earlier_toll" in draft.flags


def test_wounded_who_died_explain_a_rise() -> None:
    draft = only("Death toll of shelling on Nawa rises to at least 70, after 8 wounded died")
    assert (bounds(draft.killed), reasons(draft)) == ((70, None, "at_least"), [("died_of_wounds", 8)])
