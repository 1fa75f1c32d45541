"""What is fed to the reader is what it should be: all scripts and digits, the reader's own words, the same by seed."""

from __future__ import annotations

import unicodedata

import pytest

from tests.ledger.intake.fuzz import inputs

TEXTS = [inputs.hostile(seed) for seed in range(3000)]
LETTERS = set("".join(TEXTS))


def test_a_seed_gives_one_text() -> None:
    assert [inputs.hostile(seed) for seed in range(50)] == TEXTS[:50]
    assert len(set(TEXTS)) > 2900


@pytest.mark.parametrize("script", inputs.SCRIPTS)
def test_every_script_is_there(script: str) -> None:
    first, last = inputs.SCRIPTS[script]
    assert sum(first <= letter <= last for letter in LETTERS) > 20


def test_every_digit_that_unicode_knows_is_there() -> None:
    known = {chr(code) for code in range(0x110000) if unicodedata.decimal(chr(code), None) is not None}
    assert set("".join(inputs.DIGITS)) == known
    assert known <= LETTERS


def test_there_are_marks_that_turn_hide_and_combine_and_halves_of_pairs() -> None:
    assert set(inputs.CONTROLS) | set(inputs.COMBINING) <= LETTERS
    assert any("\ud800" <= letter <= "\udfff" for letter in LETTERS)


def test_texts_are_short_and_some_are_long_words() -> None:
    assert max(map(len, TEXTS)) < 2000
    assert any(len(word) > 300 for text in TEXTS for word in text.split())


def test_the_reader_finds_something_in_many() -> None:
    """What is rejected at once tests nothing: most of the reader is behind its word lists."""
    from ledger.intake import read

    drafted = sum(bool(read(text, published=None).drafts) for text in TEXTS[:300])
    assert drafted > 60
