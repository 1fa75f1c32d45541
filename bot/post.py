"""Sends what waits in the outbox: in order for each chat, at Telegram's pace, again until it is through.

A time-out may hide that a message did arrive; sending it twice is harmless, since receipts carry the report's id.
"""

from __future__ import annotations

import asyncio
import logging
from html import unescape
from re import sub

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.outbox import Outbox, Waiting
from bot.pace import Pace, seconds_of
from bot.replies import Reply, Rows
from ledger.errors import LedgerError, Unavailable

_log = logging.getLogger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 60.0
"""Seconds between attempts while Telegram cannot be reached."""


class Post:
    """One running task for each chat that something waits for."""

    def __init__(self, bot: Bot, outbox: Outbox, pace: Pace, *, first_pause: float = _FIRST_PAUSE) -> None:
        self._bot = bot
        self._outbox = outbox
        self._pace = pace
        self._first_pause = first_pause
        self._bell = asyncio.Event()
        self._rounds: dict[str, asyncio.Task[None]] = {}

    def ring(self) -> None:
        """Something new waits."""
        self._bell.set()

    @property
    def busy(self) -> bool:
        return bool(self._rounds) or self._bell.is_set()

    async def run(self) -> None:
        """Send until cancelled."""
        self._bell.set()
        while True:
            await self._bell.wait()
            self._bell.clear()
            try:
                waiting = await asyncio.to_thread(self._outbox.chats_waiting)
            except Unavailable as error:
                _log.error("the outbox cannot be read (%s)", error.code)
                await asyncio.sleep(1)
                self._bell.set()
                continue
            for chat in waiting:
                if chat not in self._rounds:
                    self._rounds[chat] = asyncio.create_task(self._round(chat))

    async def close(self) -> None:
        """Stop sending; what waits is sent by the next run."""
        rounds = list(self._rounds.values())
        for task in rounds:
            task.cancel()
        await asyncio.gather(*rounds, return_exceptions=True)

    async def _round(self, chat: str) -> None:
        """Send all that waits for a chat."""
        try:
            while (waiting := await asyncio.to_thread(self._outbox.next, chat)) is not None:
                await self._deliver(waiting)
        except LedgerError as error:
            _log.error("sending to a chat stopped (%s)", error.code)
            await asyncio.sleep(1)
            self._bell.set()
        finally:
            # From here on a ring starts a new round; one that came while this round ended is not lost.
            del self._rounds[chat]
            self._bell.set()

    async def _deliver(self, waiting: Waiting) -> None:
        reply, shown_in, pause = waiting.reply, waiting.shown_in, self._first_pause
        while True:
            await self._pace.turn(waiting.chat)
            try:
                message_id = await self._send(reply, shown_in)
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except Forbidden:
                await asyncio.to_thread(self._outbox.mark_dormant, waiting.chat)
                return
            except ChatMigrated as error:
                reply = reply.model_copy(update={"chat_id": error.new_chat_id})
            except BadRequest as error:
                mended = _mended(reply, str(error).lower(), shown_in)
                if mended is None:
                    _log.error("Telegram refused a message for good; it was dropped")
                    await asyncio.to_thread(self._outbox.drop, waiting.row_id)
                    return
                reply, shown_in = mended, None
            except TelegramError as error:
                _log.warning("a message is not through yet (%s)", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
            else:
                await asyncio.to_thread(self._outbox.sent, waiting.row_id, message_id)
                return

    async def _send(self, reply: Reply, shown_in: int | None) -> int:
        """Send or edit, and give the message's id. Raises ``TelegramError``."""
        target = reply.message_id or shown_in if reply.recasts else None
        keys = _keyboard(reply.buttons)
        if target is not None and reply.picture is None:
            try:
                await self._bot.edit_message_text(
                    reply.text, reply.chat_id, target, parse_mode=ParseMode.HTML, reply_markup=keys
                )
            except BadRequest as error:
                if "not modified" not in str(error).lower():
                    raise
            return target
        answers = ReplyParameters(reply.answers, allow_sending_without_reply=True) if reply.answers else None
        if reply.picture is not None:
            sent: Message = await self._bot.send_photo(
                reply.chat_id, reply.picture, caption=reply.text, parse_mode=ParseMode.HTML, reply_markup=keys,
                reply_parameters=answers, filename="chart.png",
            )  # fmt: skip
        else:
            sent = await self._bot.send_message(
                reply.chat_id, reply.text, parse_mode=ParseMode.HTML, reply_markup=keys, reply_parameters=answers
            )
        return sent.message_id


def _mended(reply: Reply, refusal: str, shown_in: int | None) -> Reply | None:
    """The reply in the form that may pass after a refusal, or None."""
    if reply.recasts and (reply.message_id or shown_in):
        return reply.model_copy(update={"recasts": False, "message_id": None})  # the message to edit is gone
    if reply.answers is not None and "repl" in refusal:
        return reply.model_copy(update={"answers": None})
    if reply.picture is not None:
        return reply.model_copy(update={"picture": None})
    if "parse entities" in refusal and "<" in reply.text:
        return reply.model_copy(update={"text": sub(r"</?[a-z-]+>", "", unescape(reply.text)).replace("<", "‹")})
    return None


def _keyboard(buttons: Rows) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(it.label, callback_data=it.carries) for it in row] for row in buttons]
    )
