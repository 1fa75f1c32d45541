"""Long answers are split where lines end; buttons carry no more than Telegram takes."""

from __future__ import annotations

import pytest

from bot.replies import LONGEST_TEXT, button, parts


def test_a_short_text_stays_whole() -> None:
    assert parts("one\ntwo") == ["one\ntwo"]


def test_a_long_text_is_split_between_lines_and_loses_none() -> None:
    text = "\n".join(f"line {number} " + "x" * 80 for number in range(200))
    found = parts(text)
    assert "\n".join(found) == text
    assert all(len(part) <= LONGEST_TEXT for part in found)


@pytest.mark.parametrize("letter", ["x", "ض", "𝒳"])
def test_one_endless_line_is_cut_to_what_telegram_counts(letter: str) -> None:
    found = parts(letter * 10_000)
    assert "".join(found) == letter * 10_000
    assert all(len(part.encode("utf-16-le")) // 2 <= LONGEST_TEXT for part in found)


def test_a_button_that_would_carry_too_much_is_none() -> None:
    assert button("ok", "s", "S-0123456789", 1, "ok") is not None
    assert button("too long", "p", "x" * 80) is None
