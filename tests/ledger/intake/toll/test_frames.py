"""A reason belongs to the toll of dead that it moves, and to no other number of its report."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, reasons


@pytest.mark.parametrize(
    "text",
    [
        "The number of injured in Nawa rose to 30. Five bodies were recovered from the rubble.",
        "Five bodies were recovered from the rubble in Nawa. The number of injured in Nawa rose to 30.",
        "The number of injured in Nawa rose to 30, with the fate of missing people revealed.",
    ],
)
def test_reasons_that_count_dead_move_no_number_of_injured(text: str) -> None:
    injured = [draft for draft in drafts(text) if draft.injured is not None]
    assert [reasons(draft) for draft in injured] == [[]]


def test_harm_told_beside_a_toll_does_not_take_its_reason() -> None:
    found = drafts(
        "The death toll in Nawa rose to 62, after the fate of missing people was revealed, also hundreds in the ranks "
        "of both parties were injured"
    )
    toll, *others = found
    assert reasons(toll) == [("missing_to_dead", None)]
    assert all(reasons(draft) == [] for draft in others)
