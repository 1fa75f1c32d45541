"""The bot's part of the vault: its tables, sealing for them, and a clock; all that is durable goes through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import SQLAlchemyError

from bot import tables
from ledger.codec import to_micros
from ledger.database import cause_of
from ledger.errors import SchemaMismatch, StoreUnreachable, StoreUnwritable
from ledger.vault import Vault

_WHERE = "the bot's part of the vault"


class Cabinet:
    """Thread-safe, as the vault is. Writing methods of the vault are not called inside ``write``."""

    def __init__(self, vault: Vault, clock: Callable[[], datetime]) -> None:
        self._vault = vault
        self._clock = clock
        self._prepare()

    def now(self) -> datetime:
        return self._clock()

    def micros(self) -> int:
        """Microseconds since 1970 in UTC."""
        return to_micros(self._clock())

    def chat_key(self, chat_id: int) -> str:
        """What a chat is known by in the tables: nobody without the pepper can tell which one it is."""
        return self._vault.identify(f"chat {chat_id}".encode())[:32]

    def identify(self, content: bytes) -> str:
        return self._vault.identify(content)

    def seal(self, member_id: str | None, place: str, plain: bytes) -> bytes:
        """Sealed for a row named by ``place``. Raises ``WasForgotten``."""
        return self._vault.seal(member_id, f"bot {place}".encode(), plain)

    def open_sealed(self, member_id: str | None, place: str, box: bytes) -> bytes | None:
        """The inverse; None once the member was forgotten. Raises ``SealBroken``."""
        return self._vault.open_sealed(member_id, f"bot {place}".encode(), box)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction. Raises ``StoreUnwritable``."""
        try:
            with self._vault.database.write() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreUnwritable(cause_of(error), _WHERE) from error

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One snapshot. Raises ``StoreUnreachable``."""
        try:
            with self._vault.database.read() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreUnreachable(_WHERE, cause_of(error)) from error

    def _prepare(self) -> None:
        with self.write() as connection:
            tables.metadata.create_all(connection)
            found = connection.execute(select(tables.bot_schema.c.schema)).scalar_one_or_none()
            if found is None:
                connection.execute(insert(tables.bot_schema).values(schema=tables.SCHEMA))
            elif found != tables.SCHEMA:
                raise SchemaMismatch(_WHERE, found, tables.SCHEMA)
