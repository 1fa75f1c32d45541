"""Replies as durable rows: stored with the update they answer, then sent, in order for each chat.

A row is ``waiting``, ``sent`` or ``dropped``. Its body is sealed under its reader's key while it waits, and removed
after. What was sent stays known by its message id and what it is about, so that it can be edited and replied to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.cabinet import Cabinet
from bot.replies import LONGEST_CAPTION, Reply, parts
from bot.tables import chats, outbox
from ledger.errors import NoSuchPerson, WasForgotten

KEPT_FOR = timedelta(days=30)

SealedReply = dict[str, object]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reply that waits to be sent; ``shown_in`` is the newest message that shows the same, where it recasts one."""

    row_id: int
    chat: str
    reply: Reply
    shown_in: int | None


class Outbox:
    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet

    def sealed(self, replies: Sequence[Reply]) -> list[SealedReply]:
        """Rows to add in a transaction; long texts in several. A reader who was forgotten gets nothing."""
        made: list[SealedReply] = []
        for reply in replies:
            for part in _split(reply):
                chat = self._cabinet.chat_key(part.chat_id)
                try:
                    body = self._cabinet.seal(part.member_id, f"outbox {chat}", part.model_dump_json().encode())
                except (WasForgotten, NoSuchPerson):
                    continue
                row = {"chat": chat, "member_id": part.member_id, "about": part.about, "body": body}
                made.append(row | {"state": "waiting", "kept_at": self._cabinet.micros()})
        return made

    def add(self, connection: Connection, rows: Sequence[SealedReply]) -> None:
        """Put rows of ``sealed`` in, within the caller's transaction; none for somebody who blocked the bot."""
        for row in rows:
            asked = select(chats.c.dormant).where(chats.c.chat == row["chat"])
            if not connection.execute(asked).scalar_one_or_none():
                connection.execute(insert(outbox).values(row))

    def put(self, replies: Sequence[Reply]) -> None:
        """Store replies that answer no update."""
        sealed = self.sealed(replies)
        with self._cabinet.write() as connection:
            self.add(connection, sealed)

    def chats_waiting(self) -> list[str]:
        """Chats that something waits for, the longest waiting first."""
        waits = select(outbox.c.chat).where(outbox.c.state == "waiting")
        with self._cabinet.read() as connection:
            return list(connection.execute(waits.group_by(outbox.c.chat).order_by(func.min(outbox.c.id))).scalars())

    def next(self, chat: str) -> Waiting | None:
        """The oldest reply that waits for a chat; what cannot be opened any more is dropped on the way."""
        while True:
            query = select(outbox).where(outbox.c.state == "waiting", outbox.c.chat == chat).order_by(outbox.c.id)
            with self._cabinet.read() as connection:
                row = connection.execute(query.limit(1)).one_or_none()
                shown = self._shown(connection, chat, row.about, row.id) if row is not None and row.about else None
            if row is None:
                return None
            body = self._cabinet.open_sealed(row.member_id, f"outbox {chat}", row.body)
            if body is not None:
                return Waiting(row.id, chat, Reply.model_validate_json(body), shown)
            self.drop(row.id)

    def sent(self, row_id: int, message_id: int | None) -> None:
        self._end(row_id, "sent", message_id)

    def drop(self, row_id: int) -> None:
        self._end(row_id, "dropped", None)

    def shown(self, chat_id: int, message_id: int) -> str | None:
        """What a message of the bot is about; None for one that is not known."""
        chat = self._cabinet.chat_key(chat_id)
        query = select(outbox.c.about).where(outbox.c.chat == chat, outbox.c.message_id == message_id)
        with self._cabinet.read() as connection:
            return connection.execute(query.order_by(outbox.c.id.desc()).limit(1)).scalar_one_or_none()

    def newest(self, chat_id: int, among: Sequence[str] = ()) -> str | None:
        """What the bot's newest message that is about anything is about; ``among`` some things, if given."""
        said = (outbox.c.chat == self._cabinet.chat_key(chat_id)) & outbox.c.about.is_not(None)
        query = select(outbox.c.about).where(said & outbox.c.about.in_(among) if among else said)
        with self._cabinet.read() as connection:
            return connection.execute(query.order_by(outbox.c.id.desc()).limit(1)).scalar_one_or_none()

    def mark_dormant(self, chat: str, *, dormant: bool = True) -> None:
        """Send nothing more to somebody who blocked the bot, until they write again; what waits for them is dropped."""
        written = upsert(chats).values(chat=chat, dormant=int(dormant))
        with self._cabinet.write() as connection:
            connection.execute(written.on_conflict_do_update(index_elements=["chat"], set_={"dormant": int(dormant)}))
            if dormant:
                waiting = (outbox.c.chat == chat) & (outbox.c.state == "waiting")
                connection.execute(update(outbox).where(waiting).values(state="dropped", body=None))

    def is_dormant(self, chat: str) -> bool:
        with self._cabinet.read() as connection:
            return bool(connection.execute(select(chats.c.dormant).where(chats.c.chat == chat)).scalar_one_or_none())

    def sweep(self) -> None:
        """Forget messages that were sent long ago."""
        before = self._cabinet.micros() - KEPT_FOR // timedelta(microseconds=1)
        with self._cabinet.write() as connection:
            connection.execute(delete(outbox).where(outbox.c.kept_at < before, outbox.c.state != "waiting"))

    def _shown(self, connection: Connection, chat: str, about: str, before: int) -> int | None:
        same = (outbox.c.chat == chat) & (outbox.c.about == about) & (outbox.c.id < before)
        query = select(outbox.c.message_id).where(same, outbox.c.message_id.is_not(None))
        return connection.execute(query.order_by(outbox.c.id.desc()).limit(1)).scalar_one_or_none()

    def _end(self, row_id: int, state: str, message_id: int | None) -> None:
        ended = update(outbox).where(outbox.c.id == row_id)
        with self._cabinet.write() as connection:
            connection.execute(ended.values(state=state, message_id=message_id, body=None))


def _split(reply: Reply) -> list[Reply]:
    """One reply in as many messages as it needs; buttons go under the last, a picture with the first."""
    texts = parts(reply.text, LONGEST_CAPTION) if reply.picture else parts(reply.text)
    if len(texts) == 1:
        return [reply]
    bare = {"buttons": (), "recasts": False, "message_id": None, "picture": None}
    first = reply.model_copy(update={"text": texts[0], "buttons": ()})
    middle = [reply.model_copy(update=bare | {"text": text}) for text in texts[1:-1]]
    return [first, *middle, reply.model_copy(update=bare | {"text": texts[-1], "buttons": reply.buttons})]
