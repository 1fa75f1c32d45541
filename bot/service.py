"""The running bot: polling, lanes, post and the hourly round, started together and stopped in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass

from telegram import Bot
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.cabinet import Cabinet
from bot.handlers import confirm, languages
from bot.inbox import Inbox, Kept
from bot.knocks import Knocks
from bot.lanes import MOST, Lanes
from bot.menus import show_menus
from bot.outbox import Outbox
from bot.pace import Pace, seconds_of
from bot.polling import LONG_POLL, SILENCE, Polling
from bot.post import Post
from bot.replies import Outcome
from bot.room import Room, Who
from bot.sheets import Sheets
from bot.worker import Worker
from desk.desk import Desk
from desk.people import Caller
from ledger.errors import BotTokenRefused, TelegramSilent, Unavailable

_log = logging.getLogger(__name__)

CONNECTIONS = 16
TELEGRAM = "https://api.telegram.org"
REFUSALS_AT_START = 4
"""How often a token is refused before that is believed: a single 401 or 404 may be Telegram's own trouble."""
_LONGEST_PAUSE = 15.0


@dataclass(frozen=True, slots=True)
class Tempo:
    """Times in seconds that trials shorten."""

    long_poll: float = LONG_POLL
    silence: float = SILENCE
    first_pause: float = 0.5
    round: float = 60.0


TEMPO = Tempo()


class Service:
    """One bot on one desk. ``run`` until it is cancelled; then what is in work is finished."""

    def __init__(self, desk: Desk, bot: Bot, pace: Pace, tempo: Tempo) -> None:
        cabinet = Cabinet(desk.vault, desk.clock)
        self._bot = bot
        self._tempo = tempo
        self._outbox = Outbox(cabinet)
        self.room = Room(desk, cabinet, Sheets(cabinet), self._outbox, Knocks(cabinet), bot.id, bot.username)
        self._inbox = Inbox(cabinet, bot.id, self._outbox)
        self._worker = Worker(self.room, self._inbox, pause=tempo.first_pause)
        self._threads = ThreadPoolExecutor(MOST, thread_name_prefix="lane")
        self.lanes = Lanes(self._work)
        self.post = Post(bot, self._outbox, pace, first_pause=tempo.first_pause)
        self._polling = Polling(
            bot, self._inbox, self.lanes.add,
            long_poll=tempo.long_poll, silence=tempo.silence, first_pause=tempo.first_pause,
        )  # fmt: skip

    async def run(self) -> None:
        """Take up what a former run left, then serve. Raises what ``Polling.run`` raises."""
        self.lanes.add(await asyncio.to_thread(self._inbox.waiting))
        tasks = [asyncio.create_task(it) for it in (self._polling.run(), self.post.run(), self._rounds())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.lanes.close()
            await self.post.close()
            self._threads.shutdown()

    async def settled(self) -> None:
        """Wait until all that was stored is handled, and all that it led to is sent."""
        await self.lanes.drained()
        while True:
            waiting = await asyncio.to_thread(self._outbox.chats_waiting)
            if not waiting and not self.post.busy:
                return
            await asyncio.sleep(0.01)

    async def _work(self, kept: Kept) -> None:
        """One row in a thread; tried again for as long as its end cannot be stored."""
        loop, pause = asyncio.get_running_loop(), self._tempo.first_pause
        while True:
            try:
                tap_id, outcome = await loop.run_in_executor(self._threads, self._worker.work, kept)
            except Unavailable as error:
                _log.error("what an update led to could not be stored (%s); trying again", error.code)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30.0)
                continue
            except Exception:  # noqa: BLE001 - the row stays waiting and is handled by the next run
                _log.exception("a row of the inbox could not be handled; it is kept")
                return
            self.post.ring()
            if tap_id is not None:
                await self._answer_tap(tap_id, outcome)
            return

    async def _answer_tap(self, tap_id: str, outcome: Outcome) -> None:
        """Stop the button's waiting sign; a tap too old to be answered is none of our concern."""
        try:
            await self._bot.answer_callback_query(tap_id, outcome.toast[:200] or None, show_alert=outcome.alarm)
        except TelegramError as error:
            _log.info("a tap was not answered (%s)", type(error).__name__)

    async def _rounds(self) -> None:
        """Now and then: close drafts that have expired and say so, forget what is long done with."""
        while True:
            try:
                await asyncio.to_thread(self._round)
                self.post.ring()
            except Unavailable as error:
                _log.error("the round could not be made (%s)", error.code)
            await asyncio.sleep(self._tempo.round)

    def _round(self) -> None:
        for sheet in self.room.sheets.overdue():
            caller = Caller(sheet.member_id)
            texts = languages.texts_for(self.room, caller, sheet.chat_id, None)
            who = Who(sheet.chat_id, caller, self.room.desk.people.roles(sheet.member_id), texts)
            self._outbox.put(confirm.expire(self.room, who, sheet).replies)
        for room in (self._inbox, self._outbox, self.room.sheets):
            room.sweep()


@asynccontextmanager
async def serving(desk: Desk, token: str, api_url: str | None, pace: Pace, tempo: Tempo) -> AsyncIterator[Service]:
    """A service on a bot that Telegram knows. Raises ``BotTokenRefused`` or ``TelegramSilent``."""
    base = (api_url or TELEGRAM).rstrip("/")
    request = HTTPXRequest(connection_pool_size=CONNECTIONS, pool_timeout=30.0, read_timeout=15.0)
    bot = Bot(token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot", request=request)
    try:
        await _introduced(bot, tempo)
        yield Service(desk, bot, pace, tempo)
    finally:
        await bot.shutdown()
        await request.shutdown()


async def _introduced(bot: Bot, tempo: Tempo) -> None:
    """Ask Telegram who the bot is, take a webhook off, and show its commands; for as long as silence is borne."""
    clock = asyncio.get_running_loop().time
    until, pause, refusals = clock() + tempo.silence, tempo.first_pause, 0
    while True:
        try:
            async with asyncio.timeout_at(until):
                await bot.initialize()
                await bot.delete_webhook(drop_pending_updates=False)
                await show_menus(bot)
            return
        except InvalidToken:
            refusals += 1
            cause, wait = "token refused", pause
            if refusals >= REFUSALS_AT_START:
                raise BotTokenRefused from None
        except (TelegramError, TimeoutError) as error:
            cause = type(error).__name__
            wait = seconds_of(error) if isinstance(error, RetryAfter) else pause
        left = until - clock()
        if left <= 0:
            raise BotTokenRefused if refusals else TelegramSilent
        _log.warning("Telegram does not answer yet (%s); trying again", cause)
        await asyncio.sleep(min(wait, left))
        pause = min(pause * 2, _LONGEST_PAUSE)
