"""Asides that say who the people of a figure are, before their harm is told."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import groups, only


@pytest.mark.parametrize(
    ("text", "killed", "parts"),
    [
        (
            "Nine people, four of them guards and another a farmer who ran to help, were killed by shells on Hayt.",
            9,
            {("combatants", 4), ("farmers", 1)},
        ),
        (
            "Thirty people, among them 10 children (six girls, four boys), were killed in a raid on Nawa.",
            30,
            {("children", 10), ("girls", 6), ("boys", 4)},
        ),
        ("Shells on Hayt killed 14 civilians (seven children, two women).", 14, {("children", 7), ("women", 2)}),
        ("Fifteen people – nine women and six men – were killed in Hayt by shelling.", 15, {("women", 9), ("men", 6)}),
    ],
)
def test_an_aside_divides_the_figure_before_it(text: str, killed: int, parts: set[tuple[str, int]]) -> None:
    draft = only(text)
    assert draft.killed is not None
    assert draft.killed.low == killed
    assert parts <= {(group, low) for group, low in groups(draft.killed).items()}


def test_a_second_harm_after_a_comma_is_no_aside() -> None:
    draft = only("Shells on Hayt killed 9 people, and 4 children were wounded.")
    assert draft.killed is not None
    assert draft.injured is not None
    assert (draft.killed.low, draft.injured.low) == (9, 4)
