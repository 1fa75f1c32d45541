"""Fetches updates from Telegram and stores them; Telegram is told of one only by the next request after its commit.

The offset is not kept anywhere: on a restart Telegram repeats what it was not told of, and the inbox knows it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from urllib.parse import urlencode

import orjson
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.inbox import Inbox, Kept
from bot.incoming import ALLOWED, update_id_of
from bot.pace import seconds_of
from ledger.errors import BotPolledElsewhere, BotTokenRefused, TelegramSilent, Unavailable

_log = logging.getLogger(__name__)

LONG_POLL = 25
"""Seconds that Telegram holds an empty answer back."""

SILENCE = 90.0
"""Seconds without any good answer after which the bot gives up, to be started anew by its keeper."""

_SLACK = 15.0
"""Seconds over the long poll after which a request is given up."""


class Polling:
    """``hand_on`` gets the rows of updates that were not stored before, in order."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        hand_on: Callable[[list[Kept]], None],
        *,
        long_poll: float = LONG_POLL,
        silence: float = SILENCE,
        first_pause: float = 0.5,
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._hand_on = hand_on
        self._long_poll = long_poll
        self._silence = silence
        self._first_pause = first_pause
        self._offset = 0

    async def run(self) -> None:
        """Poll until cancelled. After silence raises why: refused, polled elsewhere, or silent."""
        clock = asyncio.get_running_loop().time
        heard, pause = clock(), self._first_pause
        while True:
            left = self._silence - (clock() - heard)
            try:
                async with asyncio.timeout(max(left, 0.01)):
                    updates = await self._fetch()
                heard, pause = clock(), self._first_pause
                await self._store(updates)
                continue
            except (TelegramError, TimeoutError, ValueError) as error:
                cause: Exception = error
                wait = seconds_of(error) if isinstance(error, RetryAfter) else pause
            except Unavailable as error:
                cause, wait = error, pause
                heard = clock()  # Telegram answers; it is our disk that does not
            if clock() - heard >= self._silence:
                raise _gave_up(cause)
            _say(cause)
            await asyncio.sleep(min(wait, max(self._silence - (clock() - heard), 0.01)))
            pause = min(pause * 2, 15.0)

    async def _fetch(self) -> list[object]:
        """One request for updates. Raises ``TelegramError``, or ``ValueError`` for an answer that is none."""
        asked = {
            "offset": self._offset,
            "limit": 100,
            "timeout": int(self._long_poll),
            "allowed_updates": orjson.dumps(ALLOWED).decode(),
        }
        # Raw, because the library parses a batch as a whole: one malformed update would hold up all others for good.
        url = f"{self._bot.base_url}/getUpdates?{urlencode(asked)}"
        answer = await self._bot.request.retrieve(url, read_timeout=self._long_poll + _SLACK)
        body = orjson.loads(answer)
        found = body.get("result") if isinstance(body, dict) else None
        if not isinstance(found, list):
            raise ValueError("not an answer of the Bot API")
        return found

    async def _store(self, updates: list[object]) -> None:
        if not updates:
            # All below the offset is confirmed. Ids start anew, perhaps lower, after a quiet week: ask for any.
            self._offset = 0
            return
        kept = await asyncio.to_thread(self._inbox.keep, updates)
        self._offset = max([self._offset, *(_id_or_zero(raw) + 1 for raw in updates)])
        self._hand_on(kept)


def _id_or_zero(raw: object) -> int:
    try:
        return update_id_of(raw)
    except ValueError:
        return 0


def _say(cause: Exception) -> None:
    match cause:
        case Conflict():
            _log.error("another bot polls with the same token (409); stop it, this one tries again")
        case InvalidToken():
            _log.error("Telegram does not know the token (401 or 404); trying again")
        case Unavailable():
            _log.error("updates could not be stored (%s); Telegram keeps them, trying again", cause.code)
        case _:
            _log.warning("no updates from Telegram (%s); trying again", type(cause).__name__)


def _gave_up(cause: Exception) -> Unavailable | BotTokenRefused:
    match cause:
        case Conflict():
            return BotPolledElsewhere()
        case InvalidToken():
            return BotTokenRefused()
        case _:
            return TelegramSilent()
