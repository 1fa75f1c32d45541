"""The vault as a whole: opens the file with its keys, and closes it."""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert, select

from ledger.database import file_of, open_database
from ledger.errors import KeysOfAnotherVault, StoreUnreachable
from ledger.migrations import VAULT
from ledger.vault import tables
from ledger.vault.invites import Invites
from ledger.vault.keys import Keys
from ledger.vault.words import Words


class Vault(Words, Invites):
    """People, their words and their invitations. Thread-safe; any number of processes may share the file.

    Its methods have transactions of their own: do not call those that write inside a transaction of ``engine``.
    """

    @classmethod
    def open(
        cls, url_or_path: str | Path, keys_dir: Path, *, clock: Callable[[], datetime], unsafe: bool = False
    ) -> Vault:
        """Open or make the vault, and its keys on first use.

        Raises ``KeysExposed``, ``KeysUnusable``, ``KeysOfAnotherVault``, and what opening a ledger raises.
        """
        path = file_of(url_or_path)
        keys = Keys.open(keys_dir, make=not path.exists())
        _make_private(path)
        database = open_database(
            url_or_path,
            tables=tables.metadata,
            schema=tables.SCHEMA,
            history=VAULT,
            unsafe=unsafe,
            secure_delete=True,
        )
        vault = cls(database, keys, clock)
        try:
            vault._check_keys()
        except KeysOfAnotherVault:
            vault.close()
            raise
        return vault

    def close(self) -> None:
        """Close all connections."""
        self.database.close()

    def _check_keys(self) -> None:
        """New keys beside an old vault would make everything in it seem forgotten; say so instead."""
        with self._write() as connection:
            kept = connection.execute(select(tables.key_check.c.fingerprint)).scalar_one_or_none()
            if kept is None:
                connection.execute(insert(tables.key_check).values(id=1, fingerprint=self._keys.fingerprint))
            elif not hmac.compare_digest(kept, self._keys.fingerprint):
                raise KeysOfAnotherVault(self.database.where, str(self._keys.folder))


def _make_private(path: Path) -> None:
    """Make the file before SQLite does, for its owner only; its write-ahead log takes the same mode."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise StoreUnreachable(str(path), error.strerror or "no file") from error
