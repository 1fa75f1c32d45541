"""A vault in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ledger.vault import Vault

NOON = datetime(2018, 8, 1, 12, tzinfo=UTC)


def open_vault(folder: Path) -> Vault:
    return Vault.open(folder / "vault.db", folder / "keys", clock=lambda: NOON)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = open_vault(tmp_path)
    yield vault
    vault.close()
