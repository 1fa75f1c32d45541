"""Words, numbers and marks of a text, and the forms an Arabic word may have."""

from __future__ import annotations

import pytest

from ledger.intake.text.tokens import arabic_forms, tokenise


def texts(text: str) -> list[str]:
    return [token.text for token in tokenise(text, text.lower(), frozenset())]


def test_words_numbers_and_marks_are_tokens() -> None:
    assert texts("At 7:30, 1,234 people (of al-Tah)") == [
        "At", "7", ":", "30", ",", "1,234", "people", "(", "of", "al", "Tah", ")",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "bare"),
    [("والقصف", "قصف"), ("بقصف", "قصف"), ("للمرصد", "مرصد"), ("وقتل", "قتل"), ("القتلي", "قتلي"), ("حيط", "حيط")],
)
def test_what_is_glued_to_an_arabic_word_is_taken_off(word: str, bare: str) -> None:
    assert bare in arabic_forms(word)
    assert arabic_forms(word)[0] == word


@pytest.mark.parametrize("written", ["k-illed", "k*illed", "ki-lled"])
def test_a_word_with_a_mark_put_inside_is_recognised(written: str) -> None:
    (token,) = tokenise(written, written, frozenset({"killed"}))
    assert (token.word, token.text) == ("killed", written)


def test_a_superscript_is_no_number() -> None:
    (token,) = tokenise("¹Ñä", "¹ñä", frozenset())
    assert (token.is_number, token.is_word) == (False, True)
