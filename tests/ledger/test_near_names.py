"""The name spelt most like a word is found, as if it had been compared with every name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from ledger.near_names import NearNames

LETTERS = st.text(alphabet="abcdeحيط ", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("word", "near"), [("zayzuun", "zayzun"), ("zaizun", None), ("tafass", "tafas"), ("kafr zayto", "kafr zayta")]
)
def test_the_nearest_name_is_found_or_none(word: str, near: str | None) -> None:
    found = NearNames(["zayzun", "tafas", "kafr zayta", "hayt"], 86).nearest(word)
    assert (found[0] if found else None) == near


@given(LETTERS, st.lists(LETTERS, max_size=30))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_name_as_near_is_passed_over_for_its_length(word: str, names: list[str]) -> None:
    nearest = max((fuzz.ratio(word, name) for name in names), default=0.0)
    found = NearNames(names, 86).nearest(word)
    assert (found[1] if found else 0.0) == (pytest.approx(nearest) if nearest >= 86 else 0.0)
