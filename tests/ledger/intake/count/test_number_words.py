"""Every number that is written in words is read back, in English and in each case, gender and spelling of Arabic."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from babel.numbers import format_decimal
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.intake.count.numbers import number_at
from ledger.intake.count.numerals import joined_numerals
from ledger.intake.count.ranges import bounds_at
from ledger.intake.text.normalise import fold
from ledger.intake.text.tokens import Token, tokenise
from tests.ledger.intake.count.speller import in_arabic, in_english
from tests.ledger.intake.reader import bounds, drafts, only

DATA = Path(__file__).parents[3] / "data"
NUMBERS = st.one_of(st.integers(1, 3000), st.integers(1, 10**6), st.integers(1, 10**9))


def tokens_of(text: str) -> list[Token]:
    folded = fold(text)
    return joined_numerals(tokenise(folded.text, folded.lower, frozenset()), folded.text)


def whole(text: str) -> int | None:
    """The number that the whole text is read as."""
    tokens = tokens_of(text)
    found = number_at(tokens, 0)
    return found[0] if found and found[1] == len(tokens) else None


def counted(words: str) -> int | None:
    """The number that all the words are read as where a noun follows them."""
    tokens = tokens_of(f"{words} شخص")
    found = number_at(tokens, 0)
    return found[0] if found and found[1] == len(tokens) - 1 else None


@given(NUMBERS)
@example(0)
@example(1001)
@example(1_100_000)
def test_a_number_in_english_words_is_read_with_and_without_and_or_hyphens(number: int) -> None:
    assert whole(in_english(number)) == number
    assert whole(in_english(number, " ").replace("-", " ")) == number


@given(NUMBERS, st.booleans(), st.booleans(), st.sampled_from((" و", " و ")))
@example(1100, False, False, " و")
@example(111, True, False, " و")
@example(211_000, False, True, " و")
@example(2_000_000, False, True, " و")
def test_a_number_in_arabic_words_is_read_in_each_case_and_gender(
    number: int, feminine: bool, oblique: bool, joint: str
) -> None:
    words = in_arabic(number, feminine=feminine, oblique=oblique, joint=joint)
    assert counted(words) == number
    assert counted(words.replace("مئة", "مائة").replace("أ", "ا").replace("آ", "ا")) == number


def test_every_number_that_other_libraries_write_is_read_back() -> None:
    with (DATA / "number_words" / "written.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    read = [whole if " en" in row["writer"] else counted for row in rows]
    wrong = [row for row, reader in zip(rows, read, strict=True) if reader(row["words"]) != int(row["number"])]
    assert len(rows) > 1000
    assert wrong == []


@given(NUMBERS, st.sampled_from(("en", "en_IN", "en_ZA", "fr", "de_CH", "ar_EG", "ar_SY", "fa", "ckb", "ru")))
def test_a_number_in_digits_is_read_as_each_country_groups_them(number: int, locale: str) -> None:
    assert whole(format_decimal(number, locale=locale, numbering_system="default")) == number


@given(NUMBERS, st.sampled_from(("de", "ar_MA", "ar_TN", "tr")))
@example(1000, "de")
def test_thousands_parted_by_a_point_are_left_open_and_never_cut(number: int, locale: str) -> None:
    assert whole(format_decimal(number, locale=locale)) == (number if number < 1000 else None)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("a hundred and fifty", 150),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("2 million 300 thousand", 2_300_000),
        ("نصف مليون", 500_000),
        ("مليون ونصف المليون", 1_500_000),
        ("ثلاثة ملايين ونصف", 3_500_000),
        ("مليونين ونصف المليون", 2_500_000),
        ("مليون و200 ألف", 1_200_000),
        ("41 ألفا و500", 41_500),
        ("3 آلاف و 200", 3_200),
        ("مئة وست", 106),
        ("وأحد عشر", 11),
        ("خمسمية", 500),
        ("ألفا ومئة", 1100),
        ("20 ألفا", 20_000),
    ],
)
def test_a_round_number_and_a_mixed_one_are_one_number(words: str, number: int) -> None:
    assert whole(words) == number


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("five thousand and two thousand", 5000),
        ("two hundred two hundred", 200),
        ("ten and five", 10),
        ("two three", 2),
        ("two thousand, five hundred of them", 2000),
        ("ألف ومئة ألف", 1000),
        ("خمسمئة وألف", 500),
        ("مئة ومئتان", 100),
        ("عشرة وخمسة", 10),
    ],
)
def test_two_numbers_are_never_added(words: str, first: int) -> None:
    found = number_at(tokens_of(words), 0)
    assert found is not None
    assert found[0] == first


@pytest.mark.parametrize("words", ["ملايين", "آلاف", "hundreds", "thousand", "بالمئة", "ميتين", "a few", "several"])
def test_a_word_for_many_is_no_number(words: str) -> None:
    assert number_at(tokens_of(words), 0) is None


@given(NUMBERS, NUMBERS)
@example(500, 1000)
@example(100, 150)
@example(105_000, 200_000)
def test_the_bounds_of_between_are_two_numbers(one: int, other: int) -> None:
    low, high = sorted((one, other + 1)) if one != other + 1 else (one, one + 1)
    found = bounds_at(tokens_of(f"{in_english(low)} and {in_english(high)}"), 0)
    assert found is not None
    assert (found[0][0], found[1][0]) == (low, high)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Between five hundred and one thousand civilians were killed in Nawa", (500, 1000, "between")),
        ("Two to three hundred people were killed in Nawa", (200, 300, "between")),
        ("Officials told of one hundred and five people killed in Nawa", (105, 105, "exact")),
        ("The death toll in Nawa rose from one hundred and five to one hundred and ten", (110, 110, "exact")),
        ("Five to a hundred people were killed in Nawa", (5, 100, "between")),
        ("At least one thousand and five people were killed in Nawa", (1005, None, "at_least")),
        ("مقتل ما بين خمسمئة وألف مدني في نوى", (500, 1000, "between")),
        ("مقتل ألف ومائة مدني في نوى", (1100, 1100, "exact")),
        ("مقتل خمسة و عشرين مدنيا في نوى", (25, 25, "exact")),
    ],
)
def test_a_count_in_words_is_read_whole(words: str, expected: tuple[int, int | None, str]) -> None:
    assert bounds(only(words).killed) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Two thirds of the dead in Nawa were women",
        "20% of the civilians in Nawa were killed",
        "Five percent of the dead in Nawa were women",
        "إصابة 20 في المئة من المدنيين في نوى",
        "مقتل 20 بالمئة من المدنيين في نوى",
    ],
)
def test_a_share_of_people_counts_none_of_them(words: str) -> None:
    assert [draft for draft in drafts(words) if bounds(draft.killed) or bounds(draft.injured)] == []


@given(
    st.integers(3, 900_000),
    st.sampled_from(
        (
            "Shelling killed {} people in Nawa",
            "The death of {} civilians by shelling in Nawa was documented",
            "The death toll of the shelling on Nawa rose to {}",
        )
    ),
)
def test_any_count_in_english_words_is_the_count_of_its_message(number: int, message: str) -> None:
    killed = only(message.format(in_english(number))).killed
    assert killed is not None
    assert killed.low == number


@given(
    st.integers(3, 900_000),
    st.booleans(),
    st.sampled_from(
        (
            "مقتل ما لا يقل عن {} شخص في نوى بقصف",
            "بلغ عدد القتلى {} شخص في نوى",
            "قتل {} شخص بينهم أطفال بقصف على نوى",
        )
    ),
)
@example(21, True, "بلغ عدد القتلى {} شخص في نوى")
@example(72, True, "بلغ عدد القتلى {} شخص في نوى")
@example(10, False, "بلغ عدد القتلى {} شخص في نوى")
@example(10_000, False, "بلغ عدد القتلى {} شخص في نوى")
@example(51, True, "مقتل ما لا يقل عن {} شخص في نوى بقصف")
def test_any_count_in_arabic_words_is_the_count_of_its_message(number: int, oblique: bool, message: str) -> None:
    killed = only(message.format(in_arabic(number, oblique=oblique))).killed
    assert killed is not None
    assert killed.low == number
