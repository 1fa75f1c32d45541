"""One spelling for matching, and the way back to every code point of the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.intake.text.normalise import fold


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
