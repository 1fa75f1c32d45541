"""Coded text: what could identify a person never enters an event, and ordinary words do."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from ledger.domain.values import CodedText

coded = TypeAdapter(CodedText).validate_python

PERSONAL = [
    "+963 933 123 456",
    "0933123456",
    "٠٩٣٣١٢٣٤٥٦",
    "0933/123/456",
    "09-33-12-34-56",
    "(0933) 123.456",
    "0933_123_456",
    "0933‐123‐456",
    "0933\u200c123\u200c456",
    "09\u200f33\u200f123456",
    "＋９６３９３３１２３４５６",
    "call @salma_field",
    "＠salma",
    "salma@example.org",
    "https://example.org/a",
    "ftp://example.org",
    "t.me/salma",
    "wa.me/salma",
    "www.example.org",
]


@pytest.mark.parametrize("words", PERSONAL)
def test_a_number_link_or_user_name_may_not_enter_an_event(words: str) -> None:
    for text in (words, f"a raid, {words}, near Hayt"):
        with pytest.raises(ValidationError, match="may not enter"):
            coded(text)


@pytest.mark.parametrize(
    "words",
    ["barrel bombs", "since 2018-07-19 until 2018-08-01", "on 19.7.2018", "82-mm mortars", "1500 people", "كتيبة ٤٥"],
)
def test_ordinary_words_may(words: str) -> None:
    assert coded(words) == words


def test_words_are_kept_in_one_form() -> None:
    assert coded("  Saḥm \n al\u200f-Jawla\u0304n ") == "Saḥm al-Jawlān"
    assert coded("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize("words", ["", " \n ", "\u200f", "x" * 301])
def test_empty_or_endless_words_are_refused(words: str) -> None:
    with pytest.raises(ValidationError):
        coded(words)
