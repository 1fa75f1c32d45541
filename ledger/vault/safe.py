"""What the rooms of the vault share: its file, its keys, each person's own key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import SQLAlchemyError

from ledger.codec import to_micros
from ledger.database import Database, cause_of
from ledger.errors import NoSuchPerson, SealBroken, StoreUnreachable, StoreUnwritable, WasForgotten
from ledger.vault.keys import Keys
from ledger.vault.sealing import Unopened, bound, sealed, unsealed
from ledger.vault.tables import members


class Safe:
    """Seals and opens under a person's key, or under the common one where there is no person."""

    def __init__(self, database: Database, keys: Keys, clock: Callable[[], datetime]) -> None:
        self.database = database
        self._keys = keys
        self._clock = clock

    @property
    def engine(self) -> Engine:
        """For other tables in the same file; its transactions begin with the write lock."""
        return self.database.engine

    @property
    def reading(self) -> Engine:
        """The same connections with plain snapshots, which wait for no writer."""
        return self.database.reading

    def seal(self, member_id: str | None, aad: bytes, plain: bytes) -> bytes:
        """Encrypt for a row that ``aad`` names; unreadable once the person is forgotten.

        Raises ``NoSuchPerson`` or ``WasForgotten``.
        """
        with self._read() as connection:
            key = self._key_to_write(connection, member_id)
        return sealed(key, bound("private", member_id or "", aad), plain)

    def open_sealed(self, member_id: str | None, aad: bytes, box: bytes) -> bytes | None:
        """Decrypt what ``seal`` made; None when the person was forgotten. Raises ``SealBroken``."""
        with self._read() as connection:
            key = self._key(connection, member_id)
        if key is None:
            return None
        return self._open(key, bound("private", member_id or "", aad), box, "a private row")

    def _key(self, connection: Connection, member_id: str | None) -> bytes | None:
        """The key of a person, or the common one; None for the forgotten and for strangers."""
        if member_id is None:
            return self._keys.common
        query = select(members.c.wrapped_key).where(members.c.member_id == member_id)
        wrapped = connection.execute(query).scalar_one_or_none()
        if wrapped is None:
            return None
        return self._open(self._keys.wrapping, bound("key", member_id), wrapped, "a person's key")

    def _key_to_write(self, connection: Connection, member_id: str | None) -> bytes:
        key = self._key(connection, member_id)
        if key is not None:
            return key
        known = connection.execute(select(members.c.member_id).where(members.c.member_id == member_id)).first()
        raise WasForgotten if known else NoSuchPerson(member_id or "")

    def _open(self, key: bytes, place: bytes, box: bytes, what: str) -> bytes:
        try:
            return unsealed(key, place, box)
        except Unopened as error:
            raise SealBroken(what) from error

    def _now(self) -> int:
        return to_micros(self._clock())

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        try:
            with self.database.write() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreUnwritable(cause_of(error), "the vault") from error

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        try:
            with self.database.read() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreUnreachable(self.database.where, cause_of(error)) from error
