"""Handles one stored update from end to end: read it, let its handler answer, store what it led to, mark it done.

Everything may be repeated: a crash before the last step has the same update handled again, and what is recorded of it
carries ids that follow from its content, or from its own id.
"""

from __future__ import annotations

import logging
import time

from bot.handlers import languages
from bot.handlers.dispatch import handle
from bot.inbox import Inbox, Kept
from bot.incoming import Incoming, incoming
from bot.replies import NOTHING, Outcome, Reply
from bot.room import Room
from ledger.errors import LedgerError, Unavailable

_log = logging.getLogger(__name__)

TRIES = 3
PAUSE = 0.5
"""Seconds between tries while the ledger cannot be written: an answer "not recorded" comes within five seconds."""


class Worker:
    """Runs in threads, one row at a time for each chat."""

    def __init__(self, room: Room, inbox: Inbox, *, pause: float = PAUSE) -> None:
        self._room = room
        self._inbox = inbox
        self._pause = pause

    def work(self, kept: Kept) -> tuple[str | None, Outcome]:
        """Handle a row; gives the tap to be answered, if it was one. Raises ``Unavailable`` if it was not ended."""
        raw = self._inbox.read(kept.row_id)
        if raw is None:
            return None, NOTHING
        try:
            update = incoming(raw)
        except ValueError as error:
            _log.error("an update was put aside: %s", error)
            self._inbox.finish(kept.row_id, (), aside=True)
            return None, NOTHING
        outcome, aside = self._answered(update)
        self._inbox.finish(kept.row_id, outcome.replies, aside=aside)
        return update.tap_id, outcome

    def _answered(self, update: Incoming) -> tuple[Outcome, bool]:
        """The outcome, and whether handling failed for good."""
        for attempt in range(1, TRIES + 1):
            try:
                return handle(self._room, update), False
            except Unavailable as error:
                _log.error("an update could not be handled (%s), try %d of %d", error.code, attempt, TRIES)
                if attempt < TRIES:
                    time.sleep(self._pause)
            except LedgerError as error:
                _log.error("an update was refused where no handler expected it (%s)", error.code)
                return self._trouble(update, "trouble"), True
            except Exception:  # noqa: BLE001 - one chat's fault may not stop the others; it is said and put aside
                _log.exception("a handler failed; its update is put aside")
                return self._trouble(update, "trouble"), True
        return self._trouble(update, "unavailable"), False

    def _trouble(self, update: Incoming, message_id: str) -> Outcome:
        """Say plainly that nothing was recorded."""
        if not update.private:
            return NOTHING
        texts = languages.texts_for(self._room, None, update.chat_id, update.language)
        reply = Reply(chat_id=update.chat_id, text=texts(message_id))
        return Outcome((reply,), toast="")
