"""One spelling for matching, and the way back to every code point of the text as given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.intake.text.normalise import fold

SHAPES = (range(0xFB50, 0xFDF3), range(0xFE80, 0xFEFD))


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("٦٢ شخصاً", "62 شخصا"),
        ("۶۲", "62"),
        ("إدلب", "ادلب"),
        ("درعــــا", "درعا"),
        ("“Islamic State”", '"Islamic State"'),
        ("62\u00a0people", "62 people"),
        ("Na\u200ewa", "Nawa"),
        ("قُتِلَ", "قتل"),
        ("المدينة", "المدينه"),
        ("x²", "x²"),
        ("ﻗﺘﻞ ٦٢", "قتل 62"),
        ("ﻻﺟﺌﻮن", "لاجئون"),
        ("ﷲ", "الله"),
        ("５ ｋｉｌｌｅｄ", "5 killed"),
        ("ﬁve", "five"),
        ("Ḥayṭ", "Hayt"),
        ("Daʿish", "Da'ish"),
        ("ھجوم", "هجوم"),
        ("62½", "62½"),
    ],
)
def test_spellings_that_mean_the_same_are_folded_into_one(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@given(st.text(max_size=80))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_every_letter_kept_leads_back_to_its_origin(raw: str) -> None:
    folded = fold(raw)
    assert len(folded.text) == len(folded.lower)
    for place in range(len(folded.text)):
        first, last = folded.span(place, place + 1)
        assert 0 <= first < last <= len(raw)


def test_a_span_takes_in_the_marks_of_its_last_letter() -> None:
    raw = "شخصاً قتلوا"
    folded = fold(raw)
    first, last = folded.span(0, 4)
    assert raw[first:last] == "شخصاً"


def test_a_word_hidden_by_stretched_letters_and_a_space_is_one_word() -> None:
    folded = fold("ما أدى إلى مقـ ـتله على الفور")
    assert "مقتله" in folded.text
    start = folded.text.index("مقتله")
    assert folded.raw[slice(*folded.span(start, start + 5))] == "مقـ ـتله"


def test_one_letter_that_is_two_leads_back_to_itself() -> None:
    folded = fold("قتل ﻻﺟﺌﻮن")
    start = folded.text.index("لاجئون")
    assert folded.span(start, start + 1) == (4, 5)
    assert folded.span(start + 1, start + 2) == (4, 5)
    assert folded.raw[slice(*folded.span(start, start + 6))] == "ﻻﺟﺌﻮن"


@given(st.text(alphabet="قتلئؤأإآةىهجوميا Añéçü٦", max_size=30))
def test_a_letter_and_its_mark_apart_are_read_as_the_letter_in_one(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text


@given(st.sampled_from([chr(code) for block in SHAPES for code in block if unicodedata.category(chr(code)) == "Lo"]))
def test_an_arabic_letter_in_any_shape_is_the_plain_one(letter: str) -> None:
    assert fold(letter).text == fold(unicodedata.normalize("NFKC", letter)).text.strip()
