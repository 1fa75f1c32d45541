"""Known names are read however they are spelt; those that are ordinary words too, only where a place stands."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import only


def place_of(text: str) -> tuple[str | None, str | None]:
    found = only(text).place
    return (found.text, found.id) if found else (None, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Warplanes bombed Sarakeb today and killed 4 people.", "sy-saraqib"),
        ("4 people were killed as shells hit Maarrat Misreen today.", "sy-maarratmisrin"),
        ("Shells fell on Tell Refaat today and killed 4 people.", "sy-tall-rifat"),
        ("قصفت طائرات حربية اليوم بلدة خانشيخون وقتلت 4 أشخاص", "sy-khan-shaykhun"),
        ("قتل 4 أشخاص اليوم جراء قصف على معرشورين", "sy-maar-shurin"),
    ],
)
def test_a_name_is_known_however_it_is_spelt(text: str, place: str) -> None:
    assert place_of(text)[1] == place


@pytest.mark.parametrize(
    "text",
    [
        "قتل 4 أشخاص اليوم بقصف بعد فشل عملية السلام",
        "قتل 4 مقاتلين من كتيبة النصر بقصف اليوم",
        "قتل 4 أشخاص بقصف اليوم بحسب وزارة الداخلية",
        "قتل 4 أشخاص بقصف اليوم رغم الاتفاق القائم",
        "4 people were killed by shelling today, said Salim.",
        "strike today killed 4, no sale of bread, red alert",
    ],
)
def test_an_ordinary_word_is_no_place(text: str) -> None:
    assert place_of(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قتل 4 أشخاص اليوم بقصف على مدينة القائم", "مدينة القائم"),
        ("قتل 4 أشخاص اليوم بقصف في الميادين بريف دير الزور", "الميادين بريف دير الزور"),
        ("قتل 4 أشخاص اليوم بقصف على حي السلام", "حي السلام"),
        ("Shells fell on Mare town today and killed 4 people.", "Mare town"),
    ],
)
def test_the_same_word_is_one_where_a_place_stands(text: str, words: str) -> None:
    assert place_of(text)[0] == words


def test_whose_director_speaks_is_not_where_it_happened() -> None:
    text = "قال مدير مستشفى الشفاء إن 4 أشخاص قتلوا اليوم بقصف على جباليا"
    assert place_of(text) == ("جباليا", "ps-jabalia")


def test_a_second_name_in_brackets_belongs_to_the_first() -> None:
    text = "Shells fell on Kafranbel (Kafr Nabl) town in the countryside of Idlib today and killed 4 people."
    assert place_of(text)[0] == "Kafranbel (Kafr Nabl) town in the countryside of Idlib"
