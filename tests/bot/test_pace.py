"""Telegram's limits are kept: one message a second to a chat, thirty in all, a few at once."""

from __future__ import annotations

import asyncio

import pytest

from bot.pace import Pace


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were asked for; no time passes."""
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    return pauses


async def test_a_chat_gets_a_few_at_once_and_then_one_a_second(slept: list[float]) -> None:
    pace = Pace(overall=30, each_chat=1, burst=4)
    for _ in range(7):
        await pace.turn("a")
    assert [round(it, 1) for it in slept] == [1.0, 2.0, 3.0]


async def test_all_chats_together_get_thirty_a_second(slept: list[float]) -> None:
    pace = Pace(overall=30, each_chat=1, burst=4)
    for number in range(60):
        await pace.turn(f"chat {number}")
    assert len(slept) == 30
    assert round(slept[-1], 1) == 1.0
