"""The bot gives up aloud: after a silence, for a token that is refused, beside another poller."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.local import Fault, LocalServer
from bot.pace import Pace
from bot.service import Tempo, serving
from desk.desk import opened
from ledger.errors import BotPolledElsewhere, BotTokenRefused, LedgerError, TelegramSilent
from tests.bot.stage import settings
from tests.clock import Clock

IMPATIENT = Tempo(long_poll=1, silence=0.4, first_pause=0.02)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.SERVER_ERROR, TelegramSilent),
        (Fault.CONFLICT, BotPolledElsewhere),
        (Fault.UNAUTHORIZED, BotTokenRefused),
        (Fault.HANG, TelegramSilent),
    ],
)
async def test_after_a_silence_the_bot_stops_and_says_why(
    tmp_path: Path, clock: Clock, fault: Fault, error: type[LedgerError]
) -> None:
    async with LocalServer.running(clock=clock) as server:
        server.fail("getUpdates", times=None, kind=fault)
        with opened(settings(tmp_path), clock=clock) as desk:
            async with serving(desk, server.token, server.base_url, Pace(), IMPATIENT) as service:
                with pytest.raises(error):
                    await asyncio.wait_for(service.run(), 10)


async def test_a_token_that_telegram_does_not_know_is_refused_at_the_start(tmp_path: Path, clock: Clock) -> None:
    async with LocalServer.running(clock=clock) as server:
        with opened(settings(tmp_path), clock=clock) as desk, pytest.raises(BotTokenRefused):
            async with serving(desk, "999:wrong", server.base_url, Pace(), IMPATIENT):
                pass


async def test_a_webhook_left_behind_is_taken_off(tmp_path: Path, clock: Clock) -> None:
    async with LocalServer.running(clock=clock) as server:
        with opened(settings(tmp_path), clock=clock) as desk:
            async with serving(desk, server.token, server.base_url, Pace(), IMPATIENT):
                pass
        (call,) = server.called("deleteWebhook")
        assert not call.parameters.get("drop_pending_updates")


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.RESET, Fault.CONFLICT])
async def test_a_telegram_that_is_not_there_at_the_start_is_asked_again(
    tmp_path: Path, clock: Clock, fault: Fault
) -> None:
    tempo = Tempo(long_poll=1, silence=20, first_pause=0.01)
    async with LocalServer.running(clock=clock) as server:
        server.fail("getMe", times=6, kind=fault)
        with opened(settings(tmp_path), clock=clock) as desk:
            async with serving(desk, server.token, server.base_url, Pace(), tempo) as service:
                assert service.room.username == "ledger_bot"
        assert len(server.called("getMe")) == 7


async def test_nothing_listens_there(tmp_path: Path, clock: Clock) -> None:
    with opened(settings(tmp_path), clock=clock) as desk, pytest.raises(TelegramSilent):
        async with serving(desk, "123:abc", "http://127.0.0.1:9", Pace(), IMPATIENT):
            pass
