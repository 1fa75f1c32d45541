"""How often a chat has knocked of late: strangers get a few answers an hour, then silence."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func, insert, select

from bot.cabinet import Cabinet
from bot.tables import knocks

REMEMBERED = timedelta(hours=1)


class Knocks:
    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet

    def allowed(self, chat_id: int, what: str, most: int) -> bool:
        """Count one more of a kind, and say whether it is within ``most`` of the last hour."""
        since = self._cabinet.micros() - REMEMBERED // timedelta(microseconds=1)
        chat = self._cabinet.chat_key(chat_id)
        mine = (knocks.c.chat == chat) & (knocks.c.what == what)
        with self._cabinet.write() as connection:
            connection.execute(delete(knocks).where(knocks.c.at < since))
            before: int = connection.execute(select(func.count()).select_from(knocks).where(mine)).scalar_one()
            if before < most:
                connection.execute(insert(knocks).values(chat=chat, what=what, at=self._cabinet.micros()))
        return before < most
