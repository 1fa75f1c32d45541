"""A name that heads a message is its place; a source or a person is not."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import only


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Canarytown: 62 people killed by shelling since 19 July 2018", "Canarytown", None),
        ("Canarytown - 62 people killed by shelling since 19 July 2018", "Canarytown", None),
        ("Tell Canary: 62 people killed by shelling since 19 July 2018", "Tell Canary", None),
        ("Canarytown, 1 August: 62 people killed by shelling since 19 July 2018", "Canarytown", None),
        ("Nawa: 62 people killed by shelling since 19 July 2018", "Nawa", "sy-nawa"),
        ("NAWA: 12 people killed in airstrikes", "NAWA", "sy-nawa"),
        ("Daraa: 12 people killed in airstrikes on Nawa", "Nawa", "sy-nawa"),
        ("Deir ez-Zor. The death toll now stands at 58, four found alive.", "Deir ez-Zor", "sy09"),
        ("Canarytown. The death toll rose to 58.", "Canarytown", None),
        ("Nawa\nThe death toll rose to 58 in the night of bombing.", "Nawa", "sy-nawa"),
        ("كناريا: مقتل 62 شخصاً جراء القصف منذ 19 تموز 2018", "كناريا", None),
        ("دير الزور. ارتفعت الحصيلة إلى 58 قتيلاً.", "دير الزور", "sy09"),
    ],
)
def test_the_name_that_heads_a_message_is_its_place(text: str, words: str, place: str | None) -> None:
    found = only(text).place
    assert found is not None
    assert (found.text, found.id) == (words, place)


@pytest.mark.parametrize(
    "head",
    [
        "SOHR",
        "AFP",
        "Ahmad",
        "Rashid",
        "Abu Canary",
        "Jamila Canary",
        "Dr Canary",
        "Regime forces",
        "Update",
        "Toll",
        "عاجل",
        "المرصد",
        "أحمد",
        "الناشط أحمد",
    ],
)
def test_a_source_a_person_and_a_heading_are_no_place(head: str) -> None:
    arabic = head[0] >= "\u0600"
    rest = "مقتل 62 شخصاً جراء القصف منذ 19 تموز" if arabic else "62 people killed by shelling since 19 July"
    assert only(f"{head}: {rest}").place is None


@pytest.mark.parametrize("word", ["Thanks", "Urgent", "Ahmad"])
def test_a_word_of_its_own_is_no_place(word: str) -> None:
    assert only(f"{word}. The death toll rose to 58.").place is None
