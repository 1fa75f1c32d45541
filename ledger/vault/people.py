"""Who the members are: names, Telegram ids and languages, each sealed under the person's own key."""

from __future__ import annotations

import logging
import secrets
import unicodedata

from sqlalchemy import Column, Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ledger.errors import NameTaken, TelegramTaken
from ledger.vault.keys import KEY_SIZE
from ledger.vault.safe import Safe
from ledger.vault.sealing import bound, sealed
from ledger.vault.tables import contacts, invites, members, words

_log = logging.getLogger(__name__)

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford: no i, l, o, u to misread
_LETTERS_OF_128_BITS = 26


def random_letters() -> str:
    """128 random bits as 26 letters."""
    number = secrets.randbits(128)
    return "".join(LETTERS[(number >> (5 * place)) & 31] for place in reversed(range(_LETTERS_OF_128_BITS)))


def new_member_id() -> str:
    """``M-`` and 26 letters of 128 random bits: says nothing about the person."""
    return "M-" + random_letters()


class People(Safe):
    """Finds people by HMAC look-ups and knows how to reach them."""

    def add_person(self, member_id: str, *, name: str | None, telegram_id: int | None, language: str | None) -> None:
        """Keep who a member is; what is null stays as it is. The same again changes nothing.

        Raises ``NameTaken`` or ``TelegramTaken`` when another member has it, ``WasForgotten`` after ``forget``.
        """
        with self._write() as connection:
            self._ensure(connection, member_id)
            if name is not None:
                self._set_name(connection, member_id, name)
            if telegram_id is not None:
                self._set_telegram(connection, member_id, telegram_id)
            if language is not None:
                self._set_contact(connection, member_id, "language", language)

    def bind_telegram(self, member_id: str, telegram_id: int) -> None:
        """This account is the member's from now on, in place of an earlier one. Raises as ``add_person``."""
        self.add_person(member_id, name=None, telegram_id=telegram_id, language=None)

    def set_language(self, member_id: str, language: str) -> None:
        """Speak this language with the member. Raises ``WasForgotten``."""
        self.add_person(member_id, name=None, telegram_id=None, language=language)

    def member_named(self, name: str) -> str | None:
        """The member of this name, in whatever letter case; None when there is none."""
        return self._found(members.c.name_lookup, self._keys.lookup("name", _plain(name)))

    def member_by_telegram(self, telegram_id: int) -> str | None:
        """The member of this Telegram account; None for a stranger."""
        return self._found(members.c.telegram_lookup, self._keys.lookup("telegram", str(telegram_id)))

    def name_of(self, member_id: str) -> str | None:
        """A member's name; None when it was never given, or forgotten."""
        return self._contact(member_id, "name")

    def telegram_of(self, member_id: str) -> int | None:
        """A member's Telegram id; None when there is none, or forgotten."""
        text = self._contact(member_id, "telegram")
        return None if text is None else int(text)

    def language_of(self, member_id: str) -> str | None:
        """The language a member chose; None when none was, or forgotten."""
        return self._contact(member_id, "language")

    def knows(self, member_id: str) -> bool:
        """Whether the vault still holds a key for this person, and with it what is sealed under it."""
        with self._read() as connection:
            return self._key(connection, member_id) is not None

    def forget(self, member_id: str) -> None:
        """Destroy a person's key, look-ups, contacts, words and open invitations; repeats harmlessly.

        What was public stays, without its link to the person. The file and its write-ahead log hold no copy after.
        """
        with self._write() as connection:
            gone = {"wrapped_key": None, "telegram_lookup": None, "name_lookup": None}
            connection.execute(update(members).where(members.c.member_id == member_id).values(gone))
            connection.execute(delete(contacts).where(contacts.c.member_id == member_id))
            connection.execute(delete(invites).where(invites.c.member_id == member_id))
            theirs = update(words).where(words.c.member_id == member_id)
            connection.execute(theirs.where(words.c.public.is_(False)).values(content=None))
            connection.execute(theirs.where(words.c.public.is_(True)).values(member_id=None))
        if not self.database.tidy():
            _log.warning("somebody reads in the vault, so its write-ahead log keeps removed pages until it is closed")

    def _ensure(self, connection: Connection, member_id: str) -> None:
        known = connection.execute(select(members.c.member_id).where(members.c.member_id == member_id)).first()
        if known is None:
            wrapped = sealed(self._keys.wrapping, bound("key", member_id), secrets.token_bytes(KEY_SIZE))
            row = {"member_id": member_id, "wrapped_key": wrapped, "created_at": self._now()}
            connection.execute(insert(members).values(row))
        self._key_to_write(connection, member_id)

    def _set_name(self, connection: Connection, member_id: str, name: str) -> None:
        lookup = self._keys.lookup("name", _plain(name))
        if self._holder(connection, members.c.name_lookup, lookup) not in (None, member_id):
            raise NameTaken
        connection.execute(update(members).where(members.c.member_id == member_id).values(name_lookup=lookup))
        self._set_contact(connection, member_id, "name", name)

    def _set_telegram(self, connection: Connection, member_id: str, telegram_id: int) -> None:
        lookup = self._keys.lookup("telegram", str(telegram_id))
        if self._holder(connection, members.c.telegram_lookup, lookup) not in (None, member_id):
            raise TelegramTaken
        connection.execute(update(members).where(members.c.member_id == member_id).values(telegram_lookup=lookup))
        self._set_contact(connection, member_id, "telegram", str(telegram_id))

    def _set_contact(self, connection: Connection, member_id: str, field: str, text: str) -> None:
        key = self._key_to_write(connection, member_id)
        version, known = self._read_contact(connection, key, member_id, field)
        if known == text:
            return
        box = sealed(key, bound("contact", member_id, field, str(version + 1)), text.encode())
        row = {"version": version + 1, "sealed": box}
        written = upsert(contacts).values(member_id=member_id, field=field, **row)
        connection.execute(written.on_conflict_do_update(index_elements=["member_id", "field"], set_=row))

    def _contact(self, member_id: str, field: str) -> str | None:
        with self._read() as connection:
            key = self._key(connection, member_id)
            return None if key is None else self._read_contact(connection, key, member_id, field)[1]

    def _read_contact(self, connection: Connection, key: bytes, member_id: str, field: str) -> tuple[int, str | None]:
        """Version and text of a contact field; version 0 when there is none."""
        query = select(contacts).where(contacts.c.member_id == member_id, contacts.c.field == field)
        row = connection.execute(query).one_or_none()
        if row is None:
            return 0, None
        place = bound("contact", member_id, field, str(row.version))
        return row.version, self._open(key, place, row.sealed, f"the {field} of a member").decode()

    def _found(self, column: Column[object], lookup: bytes) -> str | None:
        with self._read() as connection:
            return self._holder(connection, column, lookup)

    def _holder(self, connection: Connection, column: Column[object], lookup: bytes) -> str | None:
        holder: str | None = connection.execute(
            select(members.c.member_id).where(column == lookup)
        ).scalar_one_or_none()
        return holder


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
