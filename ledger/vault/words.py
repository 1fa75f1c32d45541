"""People's own words, and the reports as they came: sealed, with a commitment that events may carry."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, Row, delete, insert, select

from ledger.codec import to_micros
from ledger.errors import SealBroken, WasForgotten, WordsDiffer
from ledger.vault.safe import Safe
from ledger.vault.sealing import bound, sealed
from ledger.vault.tables import words

_SALT_SIZE = 16


class Words(Safe):
    """Keeps words under an id for ever the same, until their person is forgotten."""

    def keep(self, words_id: str, content: bytes, *, member_id: str | None, kind: str, public: bool = False) -> str:
        """Keep words and return the salted commitment to them, 64 hex digits; the same again returns the same.

        ``public`` is for an organisation's own published text, which is stored plain. Raises ``WordsDiffer`` when the
        id stands for other words, ``NoSuchPerson``, or ``WasForgotten``.
        """
        with self._write() as connection:
            key = self._key_to_write(connection, member_id)
            known = connection.execute(select(words).where(words.c.words_id == words_id)).one_or_none()
            if known is not None:
                return self._kept_before(connection, known, content, kind)
            salt = secrets.token_bytes(_SALT_SIZE)
            commitment = _commitment(salt, content)
            place = _place(words_id, member_id, kind, commitment)
            row = {
                "words_id": words_id,
                "member_id": member_id,
                "kind": kind,
                "public": public,
                "commitment": commitment,
                "content": salt + content if public else sealed(key, place, salt + content),
                "kept_at": self._now(),
            }
            connection.execute(insert(words).values(row))
        return commitment

    def read(self, words_id: str) -> bytes | None:
        """The words; None when there are none by this id, or they were forgotten. Raises ``SealBroken``."""
        with self._read() as connection:
            row = connection.execute(select(words).where(words.c.words_id == words_id)).one_or_none()
            return None if row is None else self._content(connection, row)

    def commitment_holds(self, words_id: str, commitment: str | None = None) -> bool:
        """Whether the words are here and are those committed to (by the vault, or by ``commitment`` of an event)."""
        with self._read() as connection:
            row = connection.execute(select(words).where(words.c.words_id == words_id)).one_or_none()
            if row is None or commitment not in (None, row.commitment):
                return False
            try:
                return self._content(connection, row) is not None
            except SealBroken:
                return False

    def identify(self, content: bytes) -> str:
        """HMAC-SHA-256 under the pepper, in hex: the same report is the same, and nobody else can tell which."""
        return self._keys.identity(content)

    def sweep(self, known: Callable[[str], bool], before: datetime) -> int:
        """Remove words kept before a moment whose id no event knows (a crash came between); returns how many."""
        with self._write() as connection:
            query = select(words.c.words_id).where(words.c.kept_at < to_micros(before))
            orphans = [words_id for words_id in connection.execute(query).scalars() if not known(words_id)]
            for words_id in orphans:
                connection.execute(delete(words).where(words.c.words_id == words_id))
        return len(orphans)

    def _kept_before(self, connection: Connection, row: Row[tuple[object, ...]], content: bytes, kind: str) -> str:
        before = self._content(connection, row)
        if before is None:
            raise WasForgotten
        if not hmac.compare_digest(before, content) or row.kind != kind:
            raise WordsDiffer(row.words_id)
        return str(row.commitment)

    def _content(self, connection: Connection, row: Row[tuple[object, ...]]) -> bytes | None:
        if row.content is None:
            return None
        salted = row.content
        if not row.public:
            key = self._key(connection, row.member_id)
            if key is None:
                return None
            place = _place(row.words_id, row.member_id, row.kind, row.commitment)
            salted = self._open(key, place, row.content, f"what is kept as {row.words_id}")
        salt, content = salted[:_SALT_SIZE], salted[_SALT_SIZE:]
        if _commitment(salt, content) != row.commitment:
            raise SealBroken(f"what is kept as {row.words_id}")
        return bytes(content)


def _commitment(salt: bytes, content: bytes) -> str:
    return sha256(salt + b"words\x00" + content).hexdigest()


def _place(words_id: str, member_id: str | None, kind: str, commitment: str) -> bytes:
    return bound("words", words_id, member_id or "", kind, commitment)
