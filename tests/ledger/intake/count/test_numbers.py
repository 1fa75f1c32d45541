"""Numbers in digits and in words of both languages."""

from __future__ import annotations

import pytest

from ledger.domain.values import LARGEST_COUNT
from ledger.intake.count.numbers import number_at
from ledger.intake.text.normalise import fold
from ledger.intake.text.tokens import tokenise


def number(text: str) -> int | None:
    folded = fold(text)
    found = number_at(tokenise(folded.text, folded.lower, frozenset()), 0)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("62", 62),
        ("٦٢", 62),
        ("1,119", 1119),
        ("/15/", 15),
        ("2.3 million", 2_300_000),
        ("seven", 7),
        ("twenty-five", 25),
        ("one hundred and five", 105),
        ("two thousand", 2000),
        ("ثلاثة", 3),
        ("خمسة وعشرين", 25),
        ("مئة وخمسة", 105),
        ("ثلاثة آلاف", 3000),
        ("9" * 30, LARGEST_COUNT),
        ("4th", None),
        ("3.5", None),
        ("people", None),
    ],
)
def test_a_number_is_read_as_written(text: str, expected: int | None) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("41 ألفا و29", 41_029),
        ("41 ألفا و500", 41_500),
        ("مليونان وثلاثمئة ألف", 2_300_000),
        ("ثلاثة ملايين ومئتين وخمسين ألفا", 3_250_000),
        ("أربعة آلاف وسبعة آلاف", 4_000),
        ("two million four hundred thousand", 2_400_000),
    ],
)
def test_thousands_take_what_belongs_to_them_and_no_number_beside(text: str, expected: int) -> None:
    assert number(text) == expected
