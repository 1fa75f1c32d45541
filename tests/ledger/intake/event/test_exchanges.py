"""What two sides exchange: fire or prisoners, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, kinds, only


@pytest.mark.parametrize(
    "text",
    [
        "ISIS fighters and government soldiers exchanged heavy fire near Tafas.",
        "The two sides traded intense gunfire around Nawa overnight.",
        "An exchange of heavy machine gun fire was heard between the army and the rebels west of Tafas.",
    ],
)
def test_exchanged_fire_is_a_clash(text: str) -> None:
    assert kinds(text) == ["clash"]


def test_exchanged_prisoners_are_released() -> None:
    draft = only("The two sides exchanged yesterday 28 prisoners at the crossing of Nawa.")
    assert (draft.kind.value, bounds(draft.affected)) == ("release", (28, 28, "exact"))


@pytest.mark.parametrize(
    "text", ["The two sides exchanged accusations in Nawa.", "Traders in Tafas exchanged goods and letters."]
)
def test_other_things_exchanged_are_no_event(text: str) -> None:
    assert kinds(text) == []
