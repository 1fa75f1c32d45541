"""Ages beside people are never counts."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, kinds, only


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A sniper killed a woman of 50 in Hayt.", 1),
        ("Shelling on Hayt killed a boy of 11 and wounded 3 people.", 1),
        ("A shell killed Omar Saleh, 54, in Hayt.", None),
        ("Shelling on Hayt killed 4 people, among them two women of 50.", 4),
    ],
)
def test_an_age_is_no_number_of_people(text: str, killed: int | None) -> None:
    draft = only(text)
    assert (draft.killed.low if draft.killed else None) == killed


def test_several_people_of_a_family_are_still_counted() -> None:
    draft = only("Shelling on Hayt killed 5 members of one family.")
    assert draft.killed is not None
    assert draft.killed.low == 5


def test_an_old_man_with_his_age_counts() -> None:
    assert bounds(only("A 76-year-old man was killed by shelling in Nawa.").killed) == (1, 1, "exact")


def test_a_year_counts_nobody() -> None:
    assert kinds("A memorial was held in Daraa for those killed in the 2018 offensive.") == []
