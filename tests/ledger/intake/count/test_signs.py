"""Bounds told by a sign or a shortened word, as short messages have them."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, groups, only


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("~20", (20, None, "about")),
        ("≈20", (20, None, "about")),
        ("20+", (20, None, "at_least")),
        (">20", (20, None, "more_than")),
        ("≥20", (20, None, "at_least")),
        ("≤20", (None, 20, "up_to")),
        ("more than 20+", (20, None, "more_than")),
        ("approx. 20", (20, None, "about")),
        ("est. 20", (20, None, "about")),
        ("abt 20", (20, None, "about")),
    ],
)
def test_a_sign_or_a_shortened_word_bounds_the_number(
    number: str, expected: tuple[int | None, int | None, str]
) -> None:
    assert bounds(only(f"Shelling killed {number} people in Nawa").killed) == expected


def test_the_mark_of_a_quotation_bounds_nothing() -> None:
    assert bounds(only(">20 people were killed by shelling in Nawa").killed) == (20, 20, "exact")


def test_a_part_after_a_shortened_word_is_a_part() -> None:
    killed = only("Shelling killed 15 civilians incl. four children in Nawa").killed
    assert (bounds(killed), groups(killed)["children"]) == ((15, 15, "exact"), 4)
