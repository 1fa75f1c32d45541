"""Where those died whom a total counts."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts


def place_of(text: str) -> str | None:
    toll = next(draft for draft in drafts(text) if draft.kind.value == "toll_stated")
    return toll.place.text if toll.place else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "أما في الشمال السوري فقد وثق المرصد منذ الجمعة 45 قتيلا بينهم 9 أطفال، قضوا في أحياء من مدينة حلب.",
            "أحياء من مدينة حلب",
        ),
        ("In northern Syria the group has counted since Friday 45 dead, who died in Ariha.", "Ariha"),
        # A part of the total died there, not all of it.
        ("In northern Syria the toll since Friday rose to 45 dead, including 11 killed in Ariha.", "northern Syria"),
    ],
)
def test_behind_a_comma_it_is_where_all_of_them_died(text: str, place: str) -> None:
    assert place_of(text) == place
