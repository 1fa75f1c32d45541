"""A draft's number before a correction is told from a figure."""

from __future__ import annotations

import pytest

from desk.numbered import numbered


@pytest.mark.parametrize(
    ("words", "number", "rest"),
    [
        ("2 place Jasim", 2, "place Jasim"),
        ("2: killed 5", 2, "killed 5"),
        ("#12. killed at least 5", 12, "killed at least 5"),
        ("٢ القتلى ٥", 2, "القتلى ٥"),
        ("5 killed", None, "5 killed"),
        ("place Jasim", None, "place Jasim"),
        ("62 -> 58", None, "62 -> 58"),
        ("", None, ""),
    ],
)
def test_the_number_stands_before_a_part_with_its_value(words: str, number: int | None, rest: str) -> None:
    assert numbered(words) == (number, rest)
