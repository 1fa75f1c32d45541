"""Numbers of several parts are read whole, and what is no whole number is never cut to one."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, only


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1 200", 1200),
        ("1\u00a0200", 1200),
        ("1\u202f200", 1200),
        ("10 000", 10_000),
        ("12 000 000", 12_000_000),
        ("1'200", 1200),
        ("1’200", 1200),
        ("1,200", 1200),
        ("2 million", 2_000_000),
        ("1.2 million", 1_200_000),
        ("2,5 million", 2_500_000),
        ("a million", 1_000_000),
        ("one billion", 10**9),
    ],
)
def test_a_number_of_several_parts_is_one_number(number: str, expected: int) -> None:
    draft = only(f"Shelling killed {number} people in Nawa")
    assert bounds(draft.killed) == (expected, expected, "exact")
    assert "number_unclear" not in draft.flags


@pytest.mark.parametrize(
    ("number", "expected"), [("١٬٢٠٠", 1200), ("١ ٢٠٠", 1200), ("1.2 مليون", 1_200_000), ("مليار", 10**9)]
)
def test_arabic_separators_and_scales_are_read(number: str, expected: int) -> None:
    assert bounds(only(f"قتل {number} شخص في نوى جراء القصف").killed) == (expected, expected, "exact")


@pytest.mark.parametrize(
    "number", ["10^9", "10⁹", "1e9", "2,5", "2.5", "62²", "2½", "2k", "3m", "2B", "2.0", "1.000", "1.200.00"]
)
@pytest.mark.parametrize("words", ["Shelling killed {} people in Nawa", "قتل {} شخص في نوى جراء القصف"])
def test_what_is_no_whole_number_is_left_out_and_flagged(number: str, words: str) -> None:
    draft = only(words.format(number))
    assert (draft.killed, "number_unclear" in draft.flags) == (None, True)


def test_a_toll_that_is_no_whole_number_is_told_without_one() -> None:
    draft = only("The death toll in Nawa rose to 10^9")
    assert (draft.kind.value, draft.killed, "number_unclear" in draft.flags) == ("toll_stated", None, True)


def test_an_unclear_part_leaves_the_whole_as_it_is() -> None:
    draft = only("Shelling killed 9 people, including 2.5 children, in Nawa")
    assert bounds(draft.killed) == (9, 9, "exact")
    assert "number_unclear" in draft.flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 7 July 2018 200 people were killed in Nawa by shelling", 200),
        ("On July 19 200 people were killed in Nawa by shelling", 200),
        ("In Nawa 3, 200 people were killed by shelling", 200),
        ("In 2018 1 200 people were killed in Nawa by shelling", 1200),
    ],
)
def test_a_date_and_a_list_are_not_joined_to_a_number(text: str, expected: int) -> None:
    assert bounds(only(text).killed) == (expected, expected, "exact")


@pytest.mark.parametrize("number", ["minus 5", "-5"])
def test_a_number_below_zero_counts_nobody(number: str) -> None:
    draft = only(f"Shelling killed {number} people in Nawa")
    assert (draft.killed, "negative_number" in draft.flags) == (None, True)


@pytest.mark.parametrize(
    "aside", ["with 14.5 mm guns", "4.5 km away", "(call +963 944 123 456)", "at 10.30 in the morning"]
)
def test_measures_times_and_telephones_count_nobody(aside: str) -> None:
    draft = only(f"Shelling {aside} killed 3 people in Nawa")
    assert bounds(draft.killed) == (3, 3, "exact")
    assert "number_unclear" not in draft.flags
