"""What every test gets: a clean environment, no network beyond loopback; and on asking, a clock and ../shared."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.clock import Clock
from tests.network import guard_loopback
from tests.proofs import Proofs

__all__ = ["Clock"]

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LEDGER_SHARED") or REPOSITORY.parent / "shared")


def pytest_configure(config: pytest.Config) -> None:
    """Drop the developer's own settings: a token or home in the shell must not reach a test or what it starts."""
    for name in list(os.environ):
        if name.startswith(("LEDGER_", "TELEGRAM_")) and not name.startswith(("LEDGER_TEST_", "LEDGER_SHARED")):
            del os.environ[name]
    config.pluginmanager.register(Proofs(), "proofs")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not here; LEDGER_SHARED may name another folder")


@pytest.fixture
def shared() -> Path:
    """The folder of material that lies beside the repository; only for tests marked ``shared``."""
    return SHARED


@pytest.fixture
def clock() -> Clock:
    """Noon of 1 August 2018, UTC, until the test moves it."""
    return Clock()


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    guard_loopback(monkeypatch)
