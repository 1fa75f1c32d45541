"""The fake keeps the same contract as the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ledger.log import Log
from tests.ledger.log_contract import LogContract
from tests.ledger.memory_log import MemoryLog


class TestMemoryLog(LogContract):
    def opened(self, folder: Path, clock: Callable[[], datetime]) -> Log:
        return MemoryLog(clock=clock)
