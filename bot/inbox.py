"""Updates as durable rows: stored before Telegram is told, done only when all they led to is stored.

A row is ``waiting``, ``done`` or ``aside`` (it could not be understood or handled; nobody else waits for it). Its body
is sealed while it waits and removed when it is done with.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import orjson
from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.cabinet import Cabinet
from bot.incoming import lane_of, update_id_of
from bot.outbox import Outbox
from bot.replies import Reply
from bot.tables import inbox

_log = logging.getLogger(__name__)

KEPT_FOR = timedelta(days=30)
"""How long rows that are done with are remembered; Telegram repeats an update for a day at most."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored update: its row, and the lane (its chat) in which it must be handled in order."""

    row_id: int
    lane: str


class Inbox:
    """The rows of one bot; ``outbox`` takes what a row led to in the same transaction that marks it done."""

    def __init__(self, cabinet: Cabinet, bot_id: int, outbox: Outbox) -> None:
        self._cabinet = cabinet
        self.bot_id = bot_id
        self._outbox = outbox

    def keep(self, updates: Sequence[object]) -> list[Kept]:
        """Store the updates and give those that were not stored before, in order. Raises ``StoreUnwritable``."""
        made = [self._row(raw) for raw in updates]
        kept: list[Kept] = []
        with self._cabinet.write() as connection:
            for row in made:
                adding = upsert(inbox).values(row).on_conflict_do_nothing().returning(inbox.c.id)
                stored = connection.execute(adding).scalar_one_or_none()
                if stored is not None and row["state"] == "waiting":
                    kept.append(Kept(stored, str(row["lane"])))
        return kept

    def waiting(self) -> list[Kept]:
        """What a former run left undone, in the order it came."""
        query = select(inbox.c.id, inbox.c.lane).where(inbox.c.state == "waiting", inbox.c.bot_id == self.bot_id)
        with self._cabinet.read() as connection:
            return [Kept(row.id, row.lane) for row in connection.execute(query.order_by(inbox.c.id))]

    def read(self, row_id: int) -> dict[str, object] | None:
        """The update of a row, None when it is done with. Raises ``SealBroken`` or ``StoreUnreachable``."""
        with self._cabinet.read() as connection:
            row = connection.execute(select(inbox).where(inbox.c.id == row_id)).one_or_none()
        if row is None or row.state != "waiting" or row.body is None:
            return None
        body = self._cabinet.open_sealed(None, _place(row.bot_id, row.body_hash), row.body)
        found = orjson.loads(body or b"{}")
        return found if isinstance(found, dict) else None

    def finish(self, row_id: int, replies: Sequence[Reply], *, aside: bool = False) -> None:
        """Store the replies and mark the row as done with, together or not at all. Raises ``StoreUnwritable``."""
        sealed = self._outbox.sealed(replies)
        done = update(inbox).where(inbox.c.id == row_id, inbox.c.state == "waiting")
        with self._cabinet.write() as connection:
            if connection.execute(done.values(state="aside" if aside else "done", body=None)).rowcount:
                self._outbox.add(connection, sealed)

    def sweep(self) -> None:
        """Forget rows that were done with long ago."""
        before = self._cabinet.micros() - KEPT_FOR // timedelta(microseconds=1)
        with self._cabinet.write() as connection:
            connection.execute(delete(inbox).where(inbox.c.kept_at < before, inbox.c.state != "waiting"))

    def _row(self, raw: object) -> dict[str, object]:
        body = orjson.dumps(raw, option=orjson.OPT_SORT_KEYS, default=repr)
        body_hash = self._cabinet.identify(b"update " + body)
        row: dict[str, object] = {"bot_id": self.bot_id, "body_hash": body_hash, "kept_at": self._cabinet.micros()}
        try:
            row["update_id"] = update_id_of(raw)
        except ValueError:
            _log.error("an update without an id was put aside")
            return row | {"update_id": -1, "lane": "", "state": "aside", "body": None}
        lane = self._cabinet.chat_key(lane_of(raw) if isinstance(raw, dict) else 0)
        sealed = self._cabinet.seal(None, _place(self.bot_id, body_hash), body)
        return row | {"lane": lane, "state": "waiting", "body": sealed}


def _place(bot_id: int, body_hash: str) -> str:
    return f"inbox {bot_id} {body_hash}"
