"""Reasons are read from words as people type them, in both languages, and from nothing longer."""

from __future__ import annotations

import pytest

from bot.reasons import reason_of
from bot.texts import LANGUAGES, texts_in
from ledger.domain.values import ReasonCode


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_code_and_every_name_of_one_is_read(code: ReasonCode) -> None:
    names = [
        code.value,
        code.value.replace("_", " ").upper(),
        *(texts_in(it)(f"reason-{code.value}") for it in LANGUAGES),
    ]
    assert [reason_of(name) for name in names] == [code] * 4


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("a duplicate", ReasonCode.DUPLICATE_REMOVED),
        ("it is a mistake.", ReasonCode.ENTRY_ERROR),
        ("الخطأ", ReasonCode.ENTRY_ERROR),
        ("تقرير مكرر", ReasonCode.DUPLICATE_REMOVED),
        ("سحبه المصدر", ReasonCode.SOURCE_WITHDREW),
        ("بدون سبب", ReasonCode.NONE_GIVEN),
    ],
)
def test_other_words_for_a_reason_are_read(words: str, code: ReasonCode) -> None:
    assert reason_of(words) is code


@pytest.mark.parametrize(
    "words", ["", "...", "hello", "killed 9", "terror", "there is an error in the third line of it"]
)
def test_what_names_no_reason_or_says_more_is_none(words: str) -> None:
    assert reason_of(words) is None
