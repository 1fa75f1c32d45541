"""Which language somebody is spoken to in: what they chose, else their Telegram's, else English."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.incoming import Incoming
from bot.room import Room, Who
from bot.tables import chats
from bot.texts import Texts, language_of, texts_in
from desk.people import Caller


def texts_for(room: Room, caller: Caller | None, chat_id: int, client: str | None) -> Texts:
    chosen = room.desk.people.language_of(caller.member_id) if caller else _of_chat(room, chat_id)
    return texts_in(language_of(chosen, client), room.desk.actors)


def keep_language(room: Room, who: Who, language: str) -> None:
    """Remember a choice: a member's under their key, a stranger's by the chat."""
    if who.caller is not None:
        room.desk.people.set_language(who.caller.member_id, language)
        return
    written = upsert(chats).values(chat=room.cabinet.chat_key(who.chat_id), language=language, dormant=0)
    with room.cabinet.write() as connection:
        connection.execute(written.on_conflict_do_update(index_elements=["chat"], set_={"language": language}))


def remember_client(room: Room, caller: Caller, incoming: Incoming) -> None:
    """Keep the language of a member's client, so that they are told of outcomes in it."""
    spoken = language_of(incoming.language)
    if incoming.language and room.desk.people.language_of(caller.member_id) is None:
        room.desk.people.set_language(caller.member_id, spoken)


def _of_chat(room: Room, chat_id: int) -> str | None:
    query = select(chats.c.language).where(chats.c.chat == room.cabinet.chat_key(chat_id))
    with room.cabinet.read() as connection:
        return connection.execute(query).scalar_one_or_none()
