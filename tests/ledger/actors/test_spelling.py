"""One spelling for the many in which a name is written, by rule."""

from __future__ import annotations

import pytest

from ledger.actors.spelling import spelled, spelled_words


@pytest.mark.parametrize(
    "names",
    [
        (
            "Jaysh Khalid ibn al-Walid",
            "Jaish Khaled bin al-Waleed",
            "Jaysh Khaled Ibn El Walid",
            "JAYSH KHALED BEN AL WALEED",
            "Jaysh Khalid ibn-Al-Walid",
        ),
        (
            "جيش خالد بن الوليد",
            "جيش خالد ابن الوليد",
            "جيشُ خالدِ بنِ الوليد",
            "جيش خالد بن الوليد",
            "جيـش خالد بن الوليد",
        ),
        ("Hay'at Tahrir al-Sham", "Hayat Tahrir Al Sham", "Hayyaat Tahrir al-Sham", "Hay’at Tahreer Al-Sham"),
        ("Hezbollah", "Hizbollah", "Hizbullah"),
        ("Kata'ib Sayyid al-Shuhada", "Kataeb Sayid Al Shohada"),
        ("Qasad", "Kasad"),
        ("Harakat al-Nujaba", "Harakat El Noujaba"),
        ("al-Jabha al-Shamiya", "Al-Jabhah al-Shamiyya", "Jabha Shamiyyah"),
        ("الحوثيون", "الحوثيين", "حوثيون"),
        ("المستوطنون", "مستوطنين"),
        ("القوات الروسية", "قوات روسية"),
        ("الميليشيات الإيرانية", "المليشيات الايرانيه"),
        ("هيئة تحرير الشام", "هيئه تحرير الشام"),
    ],
)
def test_spellings_of_one_name_are_one(names: tuple[str, ...]) -> None:
    assert len({spelled_words(name) for name in names}) == 1, {name: spelled_words(name) for name in names}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jaysh al-Islam", "Jaysh al-Izza"),
        ("Liwa al-Quds", "Saraya al-Quds"),
        ("SDF", "SNA"),
        ("is", "us"),
        ("كتائب حزب الله", "حزب الله"),
        ("الجيش الحر", "الجيش السوري"),
        ("hamas", "hamza"),
    ],
)
def test_names_of_two_parties_stay_two(one: str, other: str) -> None:
    assert spelled_words(one) != spelled_words(other)


def test_digits_stand_apart_from_the_letters_after_them() -> None:
    assert spelled_words("the 25th Division") == ("25", "th", spelled("division"))


def test_a_short_word_is_compared_as_it_is() -> None:
    assert [spelled(word) for word in ("is", "sdf", "من", "")] == ["is", "sdf", "من", ""]


@pytest.mark.parametrize("word", ["jaish", "waleed", "hezbollah", "الحوثيين", "روسية", "مليشيا", "خالد"])
def test_a_word_in_its_one_spelling_is_left_alone(word: str) -> None:
    assert spelled(spelled(word)) == spelled(word)
