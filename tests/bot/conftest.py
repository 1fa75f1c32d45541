"""What conversations with the bot get: a stage with a running bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.stage import Stage, staged
from tests.clock import Clock


@pytest.fixture
async def stage(tmp_path: Path, clock: Clock) -> AsyncIterator[Stage]:
    async with staged(tmp_path / "home", clock) as running:
        yield running
